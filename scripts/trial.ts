import { parseArgs } from "node:util";
import { isCommand } from "./cli/terminal.ts";
import { type Trial, trialRow } from "./trials/trial.ts";

/**
 * Every trial by its name. A trial is loaded only when it is run, because some need programs that
 * nothing else needs.
 */
export const trials: Readonly<Record<string, () => Promise<{ readonly trial: Trial }>>> = {
  disk: () => import("./trials/disk.ts"),
  fuzz: () => import("./trials/fuzz.ts"),
  kills: () => import("./trials/kills.ts"),
  pairs: () => import("./trials/pairs.ts"),
  preview: () => import("./trials/preview.ts"),
  runaway: () => import("./trials/runaway.ts"),
  sandbox: () => import("./trials/sandbox.ts"),
  surroundings: () => import("./trials/surroundings.ts"),
  swaps: () => import("./trials/swaps.ts"),
  text: () => import("./trials/text.ts"),
  xss: () => import("./trials/xss.ts"),
};

const usage = `Usage: npm run trial -- NAME [options]

  --count 100    how many times it is tried (default: as for docs/reliability.md)
  --seed 1       the same seed makes the same attempts
  --from FOLDER  inputs made by others, for trials that take them

Trials: ${Object.keys(trials).join(", ")}

Prints a line of the table in docs/reliability.md. Exit code 1: something failed, or nothing failed
in the control, which has its guard taken away.
`;

if (isCommand(import.meta)) process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      count: { type: "string" },
      seed: { type: "string", default: "1" },
      from: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
    allowPositionals: true,
  });
  const [name = ""] = positionals;
  const load = Object.hasOwn(trials, name) ? trials[name] : undefined;
  if (values.help || load === undefined) {
    process.stdout.write(usage);
    return values.help ? 0 : 2;
  }
  const { trial } = await load();
  const wish = {
    count: Number(values.count ?? trial.usual),
    seed: Number(values.seed),
    from: values.from,
  };
  const run = await trial.run(wish);
  const control = await trial.control(wish);
  for (const line of run.failed.slice(0, 50)) process.stderr.write(`failed: ${line}\n`);
  process.stdout.write(`${trialRow(name, trial, run, control)}\n`);
  return run.failed.length === 0 && control.failed.length > 0 ? 0 : 1;
}
