import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Shard } from "../../src/cache/shard.ts";
import { type Day, dayAt, parseDay } from "../../src/day.ts";
import type { Language } from "../../src/problems/problem.ts";
import { closest } from "../../src/yaml/schema.ts";

/** What the commands can be told. */
export type Options = {
  readonly content: string;
  readonly output: string;
  readonly cache: string;
  readonly drafts: boolean;
  /** Articles of later days are not published yet. */
  readonly today: Day;
  /** What --now said; without it a program that runs for days has to ask for the day again. */
  readonly now: string | undefined;
  readonly format: Format;
  readonly lang: Language;
  /** Where the preview is served on this machine. */
  readonly port: number;
  /** Only this part of the site is written. */
  readonly shard: Shard | undefined;
  /** The address of a page of which the build should say why it was drawn or was not. */
  readonly why: string | undefined;
  /** Put right what has only one right way to be written. */
  readonly fix: boolean;
  /** A file to write down what took how long. */
  readonly profile: string | undefined;
};

const formats = ["text", "json", "github"] as const;
export type Format = (typeof formats)[number];

/** The command line cannot be understood; the message is for the person who typed it. */
export class WrongUse extends Error {}

const flags = {
  content: { type: "string", default: "content" },
  output: { type: "string", default: "_site" },
  cache: { type: "string", default: ".cache" },
  drafts: { type: "boolean", default: false },
  now: { type: "string" },
  lang: { type: "string", default: "vi" },
  format: { type: "string", default: "text" },
  port: { type: "string", default: "8080" },
  shard: { type: "string" },
  why: { type: "string" },
  fix: { type: "boolean", default: false },
  profile: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The options of a command; `undefined` when help was asked for. Throws `WrongUse`. */
export function readOptions(
  args: readonly string[],
  command: "build" | "check" | "start",
): Options | undefined {
  const { values } = understood({
    args: [...args],
    options: flags,
    strict: true,
    allowPositionals: false,
  });
  if (values.help) return undefined;
  const { content, output, cache, drafts, format, lang, why, fix, profile } = values;
  for (const name of ["shard", "why", "profile"] as const) {
    if (values[name] !== undefined && command !== "build")
      throw new WrongUse(`Tùy chọn --${name} chỉ dùng với lệnh build.`);
  }
  if (why !== undefined && !why.startsWith("/"))
    throw new WrongUse(`--why cần địa chỉ một trang, bắt đầu bằng “/”; không nhận “${why}”.`);
  if (format !== "text" && command !== "check") {
    throw new WrongUse("Tùy chọn --format chỉ dùng với lệnh check.");
  }
  if (fix && command !== "check") throw new WrongUse("Tùy chọn --fix chỉ dùng với lệnh check.");
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new WrongUse(`--port cần một số từ 1 đến 65535, không nhận “${values.port}”.`);
  }
  if (!isOneOf(format, formats)) {
    throw new WrongUse(`--format nhận ${formats.join(", ")}, không nhận “${format}”.`);
  }
  if (!isOneOf(lang, ["vi", "en"] as const)) {
    throw new WrongUse(`--lang nhận vi hoặc en, không nhận “${lang}”.`);
  }
  for (const [name, value] of Object.entries({ content, output, cache })) {
    if (value === "") throw new WrongUse(`--${name} cần tên một thư mục.`);
  }
  const paths = { content, output, cache };
  const shard = values.shard === undefined ? undefined : shardOf(values.shard);
  return {
    ...paths,
    drafts,
    today: todayFrom(values.now),
    now: values.now,
    format,
    lang,
    port,
    shard,
    why,
    fix,
    profile,
  };
}

/** Runs `parseArgs`; what it does not like becomes a `WrongUse` in Vietnamese. */
export function understood<Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const name = /--[^\s'=<]+/u.exec(message)?.[0];
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" && name !== undefined) {
      const takes = /does not take/u.test(message) ? "không nhận" : "cần";
      throw new WrongUse(`${name} ${takes} một giá trị.`);
    }
    const near =
      code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" && name !== undefined
        ? closest(name.slice(2), Object.keys(config.options ?? {}))
        : undefined;
    const hint = near === undefined ? "" : `. Có phải --${near}?`;
    throw new WrongUse(`Không hiểu tùy chọn: ${shortReason(error as Error)}${hint}`);
  }
}

function shardOf(text: string): Shard {
  const [number, of] = text.split("/").map(Number);
  if (/^\d{1,4}\/\d{1,4}$/u.test(text) && number! >= 1 && number! <= of!)
    return { number: number!, of: of! };
  throw new WrongUse(
    `--shard cần dạng K/N, ví dụ 1/4 là phần thứ nhất trong bốn; không nhận “${text}”.`,
  );
}

/** What a command does when it is told nothing. */
export function defaultOptions(): Options {
  return readOptions([], "build")!;
}

/** The day that --date says, as people write it. Throws `WrongUse`. */
export function dayGiven(written: string | undefined): Day | undefined {
  if (written === undefined) return undefined;
  const day = parseDay(written);
  if (day !== undefined) return day;
  throw new WrongUse(`--date cần một ngày, ví dụ 14/1/2024; không hiểu “${written}”.`);
}

/** The day by --now, by SOURCE_DATE_EPOCH (which reproducible builds set), or else by the clock. */
export function todayFrom(now: string | undefined): Day {
  if (now !== undefined) {
    const day = /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(now) ? dayAt(now) : undefined;
    if (day !== undefined) return day;
    throw new WrongUse(`--now cần ngày giờ theo ISO 8601, ví dụ 2024-01-31; không hiểu “${now}”.`);
  }
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === "") return dayAt(new Date().toISOString())!;
  const day = /^\d{1,11}$/u.test(epoch) && dayAt(new Date(Number(epoch) * 1000).toISOString());
  if (day) return day;
  throw new WrongUse(`SOURCE_DATE_EPOCH cần số giây từ năm 1970; không hiểu “${epoch}”.`);
}

function isOneOf<Word extends string>(text: string, words: readonly Word[]): text is Word {
  return (words as readonly string[]).includes(text);
}

/** Node explains an unknown option in English and at length; its first quotation names it. */
function shortReason({ message }: Error): string {
  return /'([^']+)'/u.exec(message)?.[1] ?? message;
}
