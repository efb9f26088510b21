import { type Command, type CommandName, commandNames, commands } from "./commands.ts";
import { callOf, optionLabel } from "./help.ts";
import type { Option } from "./option.ts";

const start = "<!-- Written by `npm run docs` from scripts/cli/commands.ts -->";
const end = "<!-- Here ends what `npm run docs` writes -->";

/** Returns README with its tables of commands and options brought up to date. */
export function withTables(readme: string): string {
  const [before, rest] = readme.split(start);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`README.md has no lines “${start}” and “${end}”.`);
  return `${before}${start}\n\n${tables()}\n\n${end}${after}`;
}

function tables(): string {
  const uses = optionUses();
  const several = uses.filter(({ names }) => names.length > 1);
  const single = uses.filter(({ names }) => names.length === 1);
  const row = ({ label, words, usual, names }: OptionUse) => [
    label,
    words,
    usual,
    commandsText(names),
  ];
  const heads = ["option", "meaning", "default"];
  return [
    markdownTable(["command", "what it does"], commandNames.map(commandRow)),
    "Options go after `--`, as in `npm run build -- --drafts`. Several commands share these:",
    markdownTable([...heads, "commands"], several.map(row)),
    "The others belong to one command each:",
    markdownTable([...heads, "command"], single.map(row)),
  ].join("\n\n");
}

/** Says which commands take an option, by naming the few that do not where most do. */
function commandsText(names: readonly CommandName[]): string {
  const others = commandNames.filter((name) => !names.includes(name));
  if (others.length === 0) return "all";
  const isMost = others.length <= 2 && names.length > others.length;
  return isMost ? `all but ${others.map(code).join(", ")}` : names.map(code).join(", ");
}

function commandRow(name: CommandName): string[] {
  // The `--` at the end is needed only where something follows it.
  return [code(callOf(name, "en").replace(/ --$/u, "")), commands[name].summary.en];
}

/** An option with the commands that take it. */
type OptionUse = {
  readonly label: string;
  readonly words: string;
  readonly usual: string;
  readonly names: readonly CommandName[];
};

function optionUses(): OptionUse[] {
  const all = commandNames.flatMap((command) =>
    Object.entries((commands[command] as Command).options).map(([name, option]) => ({
      command,
      name,
      option,
    })),
  );
  return [...Map.groupBy(all, ({ name }) => name)].map(([name, uses]) => {
    const { option } = uses[0]!;
    const defaults = Map.groupBy(uses, (use) => usualOf(use.option));
    return {
      label: code(optionLabel(name, option, "en")),
      words: option.words.en,
      usual: [...defaults]
        .filter(([usual]) => usual !== "")
        .map(([usual, of]) =>
          defaults.size === 1
            ? usual
            : `${usual} (${of.map((use) => code(use.command)).join(", ")})`,
        )
        .join("; "),
      names: uses.map((use) => use.command),
    };
  });
}

function usualOf(option: Option): string {
  if (option.kind === "flag") return "off";
  return option.default === undefined ? (option.otherwise?.en ?? "") : code(option.default);
}

function code(text: string): string {
  return `\`${text}\``;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`.replaceAll("|  |", "| |");
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
