import { DateTime } from "luxon";
import { type Day, dayAt, parseDay } from "../day.ts";
import { folderName } from "../front-matter/new-article.ts";
import { withoutPercent } from "../text/percent.ts";
import { slugOf } from "../text/vietnamese.ts";
import { plainText } from "./html-tree.ts";
import { type XmlField, xmlFields, xmlText } from "./xml-fields.ts";

/*
 * The fields of an item in an export of WordPress (WXR).
 */

/** Returns the text of a field by its name; empty where there is no such field. */
export type FieldOf = (name: string) => string;

/** Returns what looks fields up by their names. */
export function fieldsOf(fields: readonly XmlField[]): FieldOf {
  return (name) => xmlText(fields.find((field) => field.name === name)?.inner ?? "").trim();
}

/** Returns what is kept beside a post: each value behind its key, and a key may have several. */
export function metasOf(fields: readonly XmlField[]): (readonly [key: string, value: string])[] {
  return fields.flatMap(({ name, inner }) => {
    if (name !== "wp:postmeta") return [];
    const meta = fieldsOf(xmlFields(inner));
    return [[meta("wp:meta_key"), meta("wp:meta_value")] as const];
  });
}

/** Returns the first value of a key of what is kept beside a post; empty for none. */
export function metaOf(fields: readonly XmlField[], key: string): string {
  for (const { name, inner } of fields) {
    if (name !== "wp:postmeta" || !inner.includes(key)) continue;
    const meta = fieldsOf(xmlFields(inner));
    if (meta("wp:meta_key") === key) return meta("wp:meta_value");
  }
  return "";
}

/** What an export of WordPress says of one post, without its text. */
export type WordPressPost = {
  /** The place in the file, counted from 0. */
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly hasPassword: boolean;
  readonly title: string;
  readonly link: string;
  readonly date: Day | undefined;
  /** Name of the folder that it should have. */
  readonly slug: string;
};

/**
 * Returns what the fields of a post say.
 *
 * @param index its place in the file
 */
export function postOf(
  fields: readonly XmlField[],
  index: number,
  type: string,
  id: string,
): WordPressPost {
  const of = fieldsOf(fields);
  const title = plainText(of("title"));
  const date = dateOf(of);
  return {
    index,
    id,
    type,
    status: of("wp:status") || "draft",
    hasPassword: of("wp:post_password") !== "",
    title,
    link: of("link"),
    date,
    slug:
      slugOf(withoutPercent(of("wp:post_name"))).slice(0, 120) || folderName(title) || "bai-nhap",
  };
}

/**
 * Returns the day of a post at its place. Old exports, and posts that never were published, have no
 * more than the time in Greenwich.
 */
function dateOf(of: FieldOf): Day | undefined {
  const local = parseDay(of("wp:post_date").slice(0, 10));
  if (local !== undefined) return local;
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/u.exec(of("wp:post_date_gmt")) ?? [];
  const greenwich = day === undefined || day.startsWith("0000") ? undefined : `${day}T${time}Z`;
  const moment = greenwich ?? DateTime.fromRFC2822(of("pubDate")).toISO() ?? "";
  return dayAt(moment);
}

/** Returns what spellings of one account share: `Cap-BT01` in Co-Authors Plus is `bt01`. */
export function authorKey(login: string): string {
  return login.trim().toLowerCase().replace(/^cap-/u, "");
}

/** Returns whether a post with a status was meant for readers, now or on its day. */
export function isPublic(status: string): boolean {
  return status === "publish" || status === "future";
}

/** Returns the text of a post as it is in the export. */
export function wordPressContent(xml: string): string {
  return fieldsOf(xmlFields(xml))("content:encoded");
}
