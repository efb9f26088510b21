import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { inProject } from "../../src/cache/project.ts";
import { closest } from "../../src/text/nearest.ts";
import { type CommandName, commandNames } from "./commands.ts";
import { commandsText } from "./help.ts";
import { languageOf } from "./options.ts";

/**
 * Returns the command that a command line begins with. If none is named, it prints the list of all,
 * or the version that was asked for; if the name is wrong, it says so and sets the exit code 2. All
 * of these return undefined.
 */
export function launch(args: readonly string[]): CommandName | undefined {
  const [first] = args;
  if (first === "--version" || first === "-v") {
    const { version } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
    process.stdout.write(`${version}\n`);
    return undefined;
  }
  if (first === undefined || first === "--help" || first === "-h") {
    const { values } = parseArgs({
      args: [...args],
      options: { lang: { type: "string" } },
      strict: false,
    });
    process.stdout.write(commandsText(languageOf(values.lang)));
    return undefined;
  }
  const command = commandNames.find((name) => name === first);
  if (command !== undefined) return command;
  const near = closest(first, commandNames);
  const hint = near === undefined ? "" : ` Có phải ${near}?`;
  process.stderr.write(`Không có lệnh “${first}”.${hint}\nXem các lệnh bằng --help.\n`);
  process.exitCode = 2;
  return undefined;
}
