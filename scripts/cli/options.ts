import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Day } from "../../src/day.ts";
import type { Language } from "../../src/problems/problem.ts";
import { closest } from "../../src/text/nearest.ts";
import {
  type Command,
  type CommandName,
  type Commands,
  commandNames,
  commands,
} from "./commands.ts";
import { type Option, type Positional, todayFrom, WrongUse } from "./option.ts";

/** The options of a command as values; their types follow from the table of commands. */
export type Options<Name extends CommandName = "build"> = ValuesOf<Commands[Name]["options"]> &
  PositionalOf<Commands[Name]> & {
    /** Articles dated later are not published yet. */
    readonly today: Day;
  };

type ValuesOf<Options extends Readonly<Record<string, Option>>> = {
  readonly [Name in keyof Options]: ReturnType<Options[Name]["read"]>;
};

type PositionalOf<One> = One extends { positional: Positional<infer Name, infer Value> }
  ? { readonly [Key in Name]: Value }
  : unknown;

/** A command line, read: it asks a command to explain itself, or to do its work. */
export type CommandLine<Name extends CommandName> =
  | { readonly kind: "help"; readonly lang: Language }
  | { readonly kind: "work"; readonly options: Options<Name> };

/** Reads the command line of a command. Throws `WrongUse`. */
export function readOptions<Name extends CommandName>(
  name: Name,
  args: readonly string[],
): CommandLine<Name> {
  const given = parsed(commands[name], args);
  if (given.values.help) return { kind: "help", lang: languageOf(given.values.lang) };
  return { kind: "work", options: optionsFrom(name, given) };
}

/** Returns the options of a build for an empty command line. */
export function defaultOptions(): Options {
  return optionsFrom("build", { values: {}, positionals: [] });
}

/** Returns the language of help: Vietnamese for anyone who asks for one that we do not have. */
export function languageOf(lang: unknown): Language {
  return lang === "en" ? "en" : "vi";
}

/** A command line that is split, but not checked yet. */
type Given = {
  readonly values: Readonly<Record<string, Value>>;
  readonly positionals: readonly string[];
};

type Value = string | boolean | readonly (string | boolean)[] | undefined;

const allOptions: Readonly<Record<string, Option>> = Object.assign(
  {},
  ...commandNames.map((name) => commands[name].options),
);

/** Splits a command line by the options of all commands; other commands' are refused later. */
function parsed({ options, positional }: Command, args: readonly string[]): Given {
  const flags = Object.entries(allOptions).map(([name, { kind }]) => [
    name,
    { type: kind === "flag" ? "boolean" : "string", multiple: kind === "list" } as const,
  ]);
  try {
    return parseArgs({
      args: args.flatMap(withBareValue),
      options: { ...Object.fromEntries(flags), help: { type: "boolean", short: "h" } },
      allowPositionals: positional !== undefined,
    });
  } catch (error) {
    throw wrongUse(error as NodeJS.ErrnoException, [...Object.keys(options), "help"]);
  }
}

/** Gives an option its value that stands alone though one may follow; `parseArgs` knows no such. */
function withBareValue(arg: string, at: number, args: readonly string[]): string[] {
  const bare = arg.startsWith("--") ? allOptions[arg.slice(2)]?.bare : undefined;
  const next = args[at + 1];
  const stands = bare !== undefined && (next === undefined || next.startsWith("-"));
  return stands ? [`${arg}=${bare}`] : [arg];
}

/** Returns an error of `parseArgs` as a `WrongUse` in Vietnamese. */
function wrongUse({ code, message }: NodeJS.ErrnoException, known: readonly string[]): WrongUse {
  const name = /--[^\s'=<]+/u.exec(message)?.[0];
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" && name !== undefined) {
    const takes = /does not take/u.test(message) ? "không nhận" : "cần";
    return new WrongUse(`${name} ${takes} một giá trị.`);
  }
  const near =
    code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && name !== undefined
      ? closest(name.slice(2), known)
      : undefined;
  const hint = near === undefined ? "" : `. Có phải --${near}?`;
  // Node explains an unknown option in English and at length; its first quotation names it.
  const quoted = /'([^']+)'/u.exec(message)?.[1] ?? message;
  return new WrongUse(`Không hiểu tùy chọn: ${quoted}${hint}`);
}

function optionsFrom<Name extends CommandName>(
  name: Name,
  { values, positionals }: Given,
): Options<Name> {
  const { options, ignores = {}, positional }: Command = commands[name];
  for (const option of Object.keys(values))
    if (!Object.hasOwn(options, option) && !Object.hasOwn(ignores, option))
      refuseUnlessUsual(name, option, values[option]);
  const read = (own: Command["options"]) =>
    Object.entries(own).map(([option, how]) => {
      const given = values[option] ?? defaultWith(how, values);
      return [option, readValue(option, how, given)];
    });
  // A wrong value is refused even where the option changes nothing.
  read(ignores);
  return {
    ...Object.fromEntries(read(options)),
    ...(positional && { [positional.name]: positional.read(positionals) }),
    today: todayFrom(typeof values.now === "string" ? values.now : undefined),
  } as Options<Name>;
}

/** Returns the default that follows from other options; undefined for one that never changes. */
function defaultWith(option: Option, values: Given["values"]): string | undefined {
  const { content } = values;
  const other = option.defaultWith?.(values);
  const usual = other ?? option.default;
  if (!option.isBesideContent || typeof content !== "string" || usual === undefined) return other;
  return basename(content) === "content" ? join(dirname(content), usual) : other;
}

/** Commands that scripts call with one list of options; see `refuseUnlessUsual`. */
const tolerant: readonly CommandName[] = ["build", "check", "start"];

/**
 * Refuses an option of other commands. Where one list of options is meant for several commands, it
 * may be there with its default value, because then it changes nothing.
 */
function refuseUnlessUsual(name: CommandName, option: string, given: Value): void {
  if (tolerant.includes(name) && given === allOptions[option]?.default) return;
  const takers = commandNames.filter((name) => Object.hasOwn(commands[name].options, option));
  throw new WrongUse(`Tùy chọn --${option} chỉ dùng với lệnh ${takers.join(", ")}.`);
}

function readValue(name: string, option: Option, given: Value): unknown {
  switch (option.kind) {
    case "flag":
      return option.read(given === true);
    case "text":
      return option.read(typeof given === "string" ? given : undefined, name);
    case "list":
      return option.read(
        Array.isArray(given) ? given.filter((one) => typeof one === "string") : [],
        name,
      );
  }
}
