import { inProject } from "../src/cache/project.ts";
import { makeCreator } from "./packaging/make-creator.ts";
import { makePackage } from "./packaging/make-package.ts";

/* Makes what `npm run package` packs: the folders of the program and of `npm create ban-tin`. */
await makePackage(inProject("dist"));
await makeCreator(inProject(".cache/create-ban-tin"));
