import { fixCharacters } from "../../src/content/characters.ts";
import { type Day, dayAt, parseDay } from "../../src/day.ts";
import type { Language } from "../../src/problems/problem.ts";
import type { Shard } from "../../src/shard.ts";
import { slugOf } from "../../src/text/vietnamese.ts";

/** The command line cannot be understood; the message is for the person who typed it. */
export class WrongUse extends Error {}

/** A text in every language that the commands speak. */
export type Words = Readonly<Record<Language, string>>;

/** An option of a command: how it is read, and what help and README say about it. */
export type Option<Value = unknown> = {
  readonly words: Words;
  /** What follows the name in help; a flag has none. */
  readonly placeholder?: string | Words;
  /** Read when the option is not given. */
  readonly default?: string;
  /** Set where the default lies beside the content folder, when that is one called `content`. */
  readonly isBesideContent?: true;
  /** Returns another default when certain options are given; what is given comes as written. */
  readonly defaultWith?: (given: Readonly<Record<string, unknown>>) => string | undefined;
  /** Read when only the name is written, where a value may be left out. */
  readonly bare?: string;
  /** Says, where there is no default, what the command uses when the option is not given. */
  readonly otherwise?: Words | undefined;
} & (
  | { readonly kind: "flag"; readonly read: (isGiven: boolean) => Value }
  | {
      readonly kind: "text";
      readonly read: (written: string | undefined, name: string) => Value;
    }
  | {
      readonly kind: "list";
      readonly read: (written: readonly string[], name: string) => Value;
    }
);

/** The positional argument of a command; it has at most one. */
export type Positional<Name extends string = string, Value = unknown> = {
  readonly name: Name;
  readonly placeholder: Words;
  /** Throws `WrongUse`. */
  readonly read: (written: readonly string[]) => Value;
};

/** A kind of value that may follow the name of an option. */
export type Kind<Value> = {
  readonly placeholder: string | Words;
  /** Throws `WrongUse`. */
  readonly read: (written: string, name: string) => Value;
};

export function flag(words: Words): Option<boolean> {
  return { kind: "flag", words, read: (isGiven) => isGiven };
}

export function optional<Value>(
  { placeholder, read }: Kind<Value>,
  words: Words,
  otherwise?: Words,
): Option<Value | undefined> {
  return {
    kind: "text",
    words,
    placeholder,
    otherwise,
    read: (written, name) => (written === undefined ? undefined : read(written, name)),
  };
}

/** An option that must be given; `missing` says what to write. */
export function required<Value>(
  { placeholder, read }: Kind<Value>,
  words: Words,
  missing: string,
): Option<Value> {
  return {
    kind: "text",
    words,
    placeholder,
    read(written, name) {
      if (written === undefined) throw new WrongUse(missing);
      return read(written, name);
    },
  };
}

/** An option whose value may be left out: `--rollback` and `--rollback 2`. */
export function withBare<Value>(
  kind: Kind<Value>,
  bare: string,
  words: Words,
): Option<Value | undefined> {
  return { ...optional(kind, words), bare };
}

export function withDefault<Value>(
  { placeholder, read }: Kind<Value>,
  usual: string,
  words: Words,
): Option<Value> {
  return {
    kind: "text",
    words,
    placeholder,
    default: usual,
    read: (written = usual, name) => read(written, name),
  };
}

/** An option that may be given several times; empty texts are ignored. */
export function repeated(
  { placeholder, read }: Kind<string>,
  words: Words,
  otherwise?: Words,
): Option<readonly string[]> {
  return {
    kind: "list",
    words,
    placeholder,
    otherwise,
    read: (written, name) => written.map((one) => read(one, name)).filter((one) => one !== ""),
  };
}

export function text(placeholder: string | Words): Kind<string> {
  return { placeholder, read: (written) => written };
}

/** A text that is written into an article. */
export function prose(placeholder: string | Words): Kind<string> {
  return { placeholder, read: cleaned };
}

/** Removes characters that a writer cannot see, as `check --fix` does, and blanks at both ends. */
export function cleaned(written: string): string {
  return fixCharacters(written).trim();
}

export const folder: Kind<string> = {
  placeholder: { vi: "THƯ_MỤC", en: "DIR" },
  read(written, name) {
    if (written !== "") return written;
    throw new WrongUse(`--${name} cần tên một thư mục.`);
  },
};

/** The name of an article in its address. */
export const slug: Kind<string> = {
  placeholder: { vi: "TÊN", en: "NAME" },
  read(written, name) {
    if (written !== "" && slugOf(written) === written) return written;
    const example = slugOf(written) || "hop-chi-bo";
    throw new WrongUse(
      `--${name} chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ ${example}.`,
    );
  },
};

/** The address of a page of the site. */
export const pageAddress: Kind<string> = {
  placeholder: { vi: "ĐỊA_CHỈ", en: "URL" },
  read(written, name) {
    if (written.startsWith("/")) return written;
    throw new WrongUse(
      `--${name} cần địa chỉ một trang, bắt đầu bằng “/”; không nhận “${written}”.`,
    );
  },
};

export const shard: Kind<Shard> = {
  placeholder: "K/N",
  read(written, name) {
    const [number, of] = written.split("/").map(Number);
    if (/^\d{1,4}\/\d{1,4}$/u.test(written) && number! >= 1 && number! <= of!)
      return { number: number!, of: of! };
    throw new WrongUse(
      `--${name} cần dạng K/N, ví dụ 1/4 là phần thứ nhất trong bốn; không nhận “${written}”.`,
    );
  },
};

/** A branch or a commit; only git knows whether it exists. */
export const revision: Kind<string> = {
  placeholder: { vi: "NHÁNH", en: "REF" },
  read(written, name) {
    if (written !== "") return written;
    throw new WrongUse(`--${name} cần tên nhánh hoặc mã commit.`);
  },
};

/** A commit; git takes a branch for its last one. */
export const commit: Kind<string> = { ...revision, placeholder: "COMMIT" };

/** The address of a site on the web. */
export const siteAddress: Kind<string> = {
  placeholder: { vi: "ĐỊA_CHỈ", en: "URL" },
  read(written, name) {
    const url = URL.parse(written);
    // Whatever fails later would print the password.
    if (url && (url.username !== "" || url.password !== ""))
      throw new WrongUse(
        `--${name} không nhận tên và mật khẩu trong địa chỉ. Xin bỏ phần đứng trước “@${url.host}”.`,
      );
    if (url && /^https?:$/u.test(url.protocol) && url.search === "" && url.hash === "")
      return url.href.replace(/\/+$/u, "");
    throw new WrongUse(
      `--${name} cần địa chỉ của trang, ví dụ https://ban-tin.example; không nhận “${written}”.`,
    );
  },
};

/** A whole number, both ends included. */
export function wholeNumber(from: number, to: number): Kind<number> {
  return {
    placeholder: { vi: "SỐ", en: "NUMBER" },
    read(written, name) {
      const number = Number(written);
      if (Number.isInteger(number) && number >= from && number <= to) return number;
      throw new WrongUse(`--${name} cần một số từ ${from} đến ${to}, không nhận “${written}”.`);
    },
  };
}

export function oneOf<Word extends string>(...words: readonly Word[]): Kind<Word> {
  return {
    placeholder: words.join("|"),
    read(written, name) {
      const word = words.find((one) => one === written);
      if (word !== undefined) return word;
      const list = words.join(words.length === 2 ? " hoặc " : ", ");
      throw new WrongUse(`--${name} nhận ${list}, không nhận “${written}”.`);
    },
  };
}

/** A day as people write it, such as 14/1/2024. */
export const day: Kind<Day> = {
  placeholder: { vi: "NGÀY", en: "DATE" },
  read(written, name) {
    const found = parseDay(written);
    if (found !== undefined) return found;
    throw new WrongUse(`--${name} cần một ngày, ví dụ 14/1/2024; không hiểu “${written}”.`);
  },
};

/** A day or moment in ISO 8601, kept as written; only `todayFrom` turns it into a day. */
export const moment: Kind<string> = {
  placeholder: { vi: "NGÀY", en: "ISO" },
  read(written, name) {
    dayOfMoment(written, name);
    return written;
  },
};

function dayOfMoment(written: string, name: string): Day {
  const found = /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(written) ? dayAt(written) : undefined;
  if (found !== undefined) return found;
  throw new WrongUse(
    `--${name} cần ngày viết theo năm-tháng-ngày, như 2024-05-31; không hiểu “${written}”.`,
  );
}

/**
 * Returns today: the day of `--now`, or of SOURCE_DATE_EPOCH (which reproducible builds set),
 * otherwise of the clock. Throws `WrongUse` when one of them cannot be understood.
 */
export function todayFrom(now: string | undefined): Day {
  if (now !== undefined) return dayOfMoment(now, "now");
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === "") return dayAt(new Date().toISOString())!;
  const found = /^\d{1,11}$/u.test(epoch) && dayAt(new Date(Number(epoch) * 1000).toISOString());
  if (found) return found;
  throw new WrongUse(`SOURCE_DATE_EPOCH cần số giây từ năm 1970; không hiểu “${epoch}”.`);
}
