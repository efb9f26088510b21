import { bringIn } from "../../../scripts/sending/bringing-in.ts";
import { openRepository } from "../../../scripts/sending/repository.ts";

/** Updates the content folder that is named, in a process that can be killed. */
await bringIn(await openRepository(process.argv[2]!), []);
