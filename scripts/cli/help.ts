import type { Language } from "../../src/problems/problem.ts";
import { type Command, type CommandName, commandNames, commands } from "./commands.ts";
import type { Option, Words } from "./option.ts";

/** A line of help has at most this many columns. */
const columns = 100;

const words = {
  vi: {
    options: "[tùy chọn]",
    default: "mặc định",
    help: "in những dòng này; bằng tiếng Anh thì ghi --help --lang en",
    exits: "Mã kết thúc",
    wrong: "gõ lệnh sai hoặc chương trình gặp lỗi",
    commands: "Các lệnh của Bản tin",
    command: "LỆNH",
    more: "Thêm --help sau tên lệnh để xem cách dùng.",
  },
  en: {
    options: "[options]",
    default: "default",
    help: "print these lines; without --lang en, in Vietnamese",
    exits: "Exit codes",
    wrong: "wrong use or a fault inside the program",
    commands: "The commands of Bản tin",
    command: "COMMAND",
    more: "Every command explains itself with --help.",
  },
} as const;

/** Returns what `--help` prints for a command. */
export function helpText(name: CommandName, lang: Language): string {
  const { summary, options, notes, exits }: Command = commands[name];
  const rows = Object.entries(options).map(([option, how]): [string, string] => [
    optionLabel(option, how, lang),
    `${how.words[lang]}${defaultNote(how, lang)}`,
  ]);
  const parts = [
    wrapped(`${summary[lang]}.`),
    `  ${callOf(name, lang)} ${words[lang].options}`,
    table([...rows, ["-h, --help", words[lang].help]]),
    ...(notes
      ? [
          notes[lang]
            .split("\n")
            .map((line) => wrapped(line))
            .join("\n"),
        ]
      : []),
    ...(exits ? [wrapped(`${words[lang].exits}: ${exitsText(exits, lang)}.`)] : []),
  ];
  return plain(`${parts.join("\n\n")}\n`);
}

/** Returns the list of commands, for anyone who has not named one. */
export function commandsText(lang: Language): string {
  const rows = commandNames.map((name): [string, string] => [name, commands[name].summary[lang]]);
  const { commands: title, command, options, more } = words[lang];
  return plain(
    `${[`${title}:`, `  npm run ${command} -- ${options}`, table(rows), more].join("\n\n")}\n`,
  );
}

/** A command as npm calls it, up to where options follow: `npm run new -- "Tiêu đề bài"`. */
export function callOf(name: CommandName, lang: Language): string {
  const { positional }: Command = commands[name];
  // Before there is an office, there is no npm script.
  if (name === "init") return `npx ban-tin init ${commands.init.positional.placeholder[lang]}`;
  const call = name === "start" ? "npm start" : `npm run ${name}`;
  return [call, "--", ...(positional ? [positional.placeholder[lang]] : [])].join(" ");
}

/** Returns an option as help shows it: `--content THƯ_MỤC`. */
export function optionLabel(name: string, { placeholder, bare }: Option, lang: Language): string {
  if (placeholder === undefined) return `--${name}`;
  const value = inWords(placeholder, lang);
  return `--${name} ${bare === undefined ? value : `[${value}]`}`;
}

function defaultNote(option: Option, lang: Language): string {
  const usual = option.default ?? option.otherwise?.[lang];
  return usual === undefined ? "" : ` (${words[lang].default}: ${usual})`;
}

function exitsText(exits: NonNullable<Command["exits"]>, lang: Language): string {
  const known = { 2: words[lang].wrong, ...exits };
  return Object.entries(known)
    .map(([code, text]) => `${code} ${inWords(text, lang)}`)
    .join("; ");
}

function inWords(text: string | Words, lang: Language): string {
  return typeof text === "string" ? text : text[lang];
}

/** Removes the backticks that texts have for README; a terminal would show them. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows
    .map(([label, text]) => {
      const indent = " ".repeat(width + 5);
      return `  ${label.padEnd(width)}   ${wrapped(text, indent)}`;
    })
    .join("\n");
}

/**
 * Breaks a text at blanks. Lines after the first begin with the indent; the first has as little
 * room.
 */
function wrapped(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}
