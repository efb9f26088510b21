import { join } from "node:path";

/*
 * A process that builds sites with one copy of the code, so that a test can change the code between
 * two builds without paying for a new process each time.
 */

const { build } = await import(join(process.argv[2]!, "scripts/build.ts"));

process.on("message", async ({ id, options }: { id: number; options: object }) => {
  try {
    const { kind, problems } = await build(options);
    process.send!({ id, kind, problems });
  } catch (error) {
    const { name, message, stack } = error as Error;
    process.send!({ id, failed: message, isRefusal: name === "OutputRefused", stack });
  }
});
process.send!("ready");
