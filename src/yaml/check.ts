import * as z from "zod";
import type { MessageCode } from "../problems/messages.ts";
import type { YamlPath } from "../problems/problem.ts";
import { type Place, type Problem, problem } from "../problems/problem.ts";
import { closest } from "../text/nearest.ts";
import { fold } from "../text/vietnamese.ts";
import { unitName } from "./schema.ts";
import type { YamlTree } from "./yaml.ts";

/**
 * Keys that Eleventy or JavaScript would obey. None may come from an article, because an article is
 * data.
 */
const forbiddenKeys = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "permalink",
  "layout",
  "pagination",
  "templateEngineOverride",
  "eleventyComputed",
  "eleventyExcludeFromCollections",
  "eleventyImport",
  "eleventyNavigation",
  "eleventyAliases",
  "dynamicPermalink",
  "permalinkBypassOutputDir",
  "templateClass",
  "override:tags",
  "page",
  "collections",
]);

export type Checked<T> = {
  /** Undefined when something is wrong. */
  readonly value: T | undefined;
  /** The fields that are right, so that what depends on them can be checked all the same. */
  readonly partial: Partial<T>;
  readonly problems: readonly Problem[];
};

/** Checks a YAML tree against a schema; every fault becomes a problem with its place. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  tree: YamlTree,
): Checked<z.output<Schema>> {
  type Value = z.output<Schema>;
  const { problems } = tree;
  if (tree.value === undefined) return { value: undefined, partial: {}, problems };
  const result = schema.safeParse(tree.value);
  if (result.success) return { value: result.data, partial: result.data as Value, problems };
  const { issues } = result.error;
  const split = splitLists(schema, tree.value);
  const found = [
    ...[...split]
      .filter((key) => issues.some(({ path }) => path[0] === key))
      .map((key) => problem("list-split", tree.placeOf([key]), { key })),
    ...issues
      .filter(({ path }) => !split.has(String(path[0])))
      .flatMap((issue) => issueProblems(issue, schema, tree)),
  ];
  const known = knownKeys(schema, []);
  const meant = new Set(
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0
        ? issue.keys.map((key) => suggestedKey(key, known))
        : [],
    ),
  );
  const told = found.filter(
    ({ code, line, args }) =>
      // What is missing is in no line, though it is told at the first.
      (code === "missing-key" || !tree.faultyLines.has(line)) &&
      // Anyone who wrote "Title" has written the title.
      !(code === "missing-key" && meant.has(args.key!)),
  );
  return {
    value: undefined,
    partial: fieldsOf(schema, tree.value),
    problems: [...problems, ...told],
  };
}

/** Finds lists in which each key of a single item is behind a hyphen of its own. */
function splitLists(schema: z.ZodType, value: unknown): ReadonlySet<string> {
  const split = new Set<string>();
  for (const [key, items] of Object.entries(value as Record<string, unknown>)) {
    if (!Array.isArray(items) || items.length < 2) continue;
    const known = knownKeys(schema, [key, 0]);
    const keys = items.flatMap((item) => (typeof item === "object" ? Object.keys(item) : [""]));
    const areSingle = keys.length === items.length && keys.every((one) => known.includes(one));
    if (areSingle && new Set(keys).size === keys.length) split.add(key);
  }
  return split;
}

function fieldsOf<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Partial<z.output<Schema>> {
  const fields: Record<string, unknown> = {};
  if (!(schema instanceof z.ZodObject)) return {};
  for (const [key, field] of Object.entries(schema.shape)) {
    const read = (field as z.ZodType).safeParse((value as Record<string, unknown>)[key]);
    if (read.success) fields[key] = read.data;
  }
  return fields as Partial<z.output<Schema>>;
}

function issueProblems(issue: z.core.$ZodIssue, schema: z.ZodType, tree: YamlTree): Problem[] {
  const path = issue.path as YamlPath;
  const key = String(path.findLast((step) => typeof step === "string") ?? "");
  const place = tree.placeOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) => unknownKey(unknown, path, schema, tree));
    case "invalid_type": {
      const written = tree.writtenAt(path);
      if (written === undefined) {
        const parent = path.slice(0, -1);
        return [
          problem(parent.length === 0 ? "missing-key" : "missing-key-in", tree.placeOf(parent), {
            key,
            parent: parentName(parent),
            suggestion: groupMeant(parent, schema, tree),
          }),
        ];
      }
      if (path.length === 0)
        return [problem(issue.expected === "array" ? "file-not-list" : "file-not-keys", place)];
      if (written === "") return [emptyValue(path, place, schema, tree)];
      if (issue.expected === "string") {
        const several = severalUnits(path, schema, tree);
        if (several !== undefined) return [problem("units-joined", place, { key, ...several })];
        const suggestion = textMeant(path, tree);
        const block = typeof path.at(-1) === "string" ? key : "";
        return [problem("expected-text", place, { key, suggestion, block })];
      }
      return [
        problem("expected-group", place, {
          known: knownKeys(schema, path).join(", "),
          suggestion: groupMeant(path, schema, tree),
          key,
          value: typeof written === "string" ? written : "",
        }),
      ];
    }
    case "custom": {
      const { code, args, offset, items = [] } = issue.params as CustomIssue;
      if (code === "empty-value")
        return [emptyValue(path, tree.placeOf(path, offset), schema, tree)];
      const meant = items.length === 0 ? {} : itemsMeant(items, path, tree);
      return [problem(code, tree.placeOf(path, offset), { key, ...args, ...meant })];
    }
    default:
      return [problem("bad-value", place, { key, value: String(tree.writtenAt(path) ?? "") })];
  }
}

/**
 * Returns the problem of a key without a value. Only a key that may be missing can be deleted
 * instead; the others would be asked for in the next breath.
 */
function emptyValue(path: YamlPath, place: Place, schema: z.ZodType, tree: YamlTree): Problem {
  // "author:" is short for a group whose name is missing; nobody wrote "name".
  let written = path;
  while (written.length > 1 && typeof tree.writtenAt(written.slice(0, -1)) !== "object")
    written = written.slice(0, -1);
  const key = String(written.findLast((step) => typeof step === "string") ?? "");
  const last = written.findLastIndex((step) => typeof step === "string");
  const group = schemaAt(schema, written.slice(0, last));
  const field = group instanceof z.ZodObject ? (group.shape[key] as z.ZodType) : undefined;
  const isRequired =
    last === written.length - 1 && field !== undefined && !field.safeParse(undefined).success;
  return problem("empty-value", place, { key, suggestion: isRequired ? key : "" });
}

/**
 * Returns what to write where a list of units is in place of one; undefined where there is none.
 * The others are items of their own where the unit is a part of an item.
 */
function severalUnits(
  path: YamlPath,
  schema: z.ZodType,
  tree: YamlTree,
): Record<"value" | "fixed" | "others" | "list", string> | undefined {
  const written = tree.writtenAt(path);
  const group = schemaAt(schema, path.slice(0, -1));
  const field = group instanceof z.ZodObject ? group.shape[String(path.at(-1))] : undefined;
  const isUnit =
    field === unitName || (field instanceof z.ZodOptional && field.unwrap() === unitName);
  if (!isUnit || !Array.isArray(written) || written.length < 2) return undefined;
  if (!written.every((one) => typeof one === "string" && one !== "")) return undefined;
  const [fixed, ...others] = written as string[];
  const at = path.findLastIndex((step) => typeof step === "number");
  const list = at > 0 ? String(path[at - 1]) : "";
  return {
    value: written.join(", "),
    fixed: fixed!,
    others: list === "" ? others.join(", ") : "",
    list,
  };
}

/**
 * Returns how a text is to be written that a colon has made a group: `- "Kiểm điểm: năm"`. Empty
 * where more than one text may be meant.
 */
function textMeant(path: YamlPath, tree: YamlTree): string {
  const written = tree.writtenAt(path);
  if (typeof written !== "object" || Array.isArray(written)) return "";
  const [[key, value] = [], ...more] = Object.entries(written);
  if (key === undefined || typeof value !== "string" || more.length > 0) return "";
  const text = `"${`${key}: ${value}`.trim().replaceAll('"', "”")}"`;
  const last = path.at(-1);
  const list = path.slice(0, -1);
  if (typeof last === "string") return `${last}: ${text}`;
  if (!Array.isArray(tree.writtenAt(list))) return `${list.at(-1)}: ${text}`;
  return tree.isFlow(list) ? text : `- ${text}`;
}

/**
 * Returns a group that holds the text in its place, and whatever else it must hold: `images: [{
 * src: "hop.jpg", alt: "…" }]`. Empty where the text says no main key.
 */
function groupMeant(path: YamlPath, schema: z.ZodType, tree: YamlTree): string {
  const written = tree.writtenAt(path);
  const group = schemaAt(schema, path);
  if (typeof written !== "string" || written === "" || !(group instanceof z.ZodObject)) return "";
  const [main = "", ...others] = Object.keys(group.shape);
  // A single text can only be what the group is called, or what it shows.
  if (!/^(?:name|number|src|post|value)$/u.test(main)) return "";
  const needed = others.filter(
    (one) => !(group.shape[one] as z.ZodType).safeParse(undefined).success,
  );
  const pairs = [
    `${main}: "${written.replaceAll('"', "”")}"`,
    ...needed.map((one) => `${one}: "…"`),
  ];
  const text = `{ ${pairs.join(", ")} }`;
  if (typeof path.at(-1) === "string") return `${path.at(-1)}: ${text}`;
  const list = path.slice(0, -1);
  return Array.isArray(tree.writtenAt(list)) ? text : `${list.at(-1)}: [${text}]`;
}

/**
 * Returns how the items are to be written that one value of a list names. Where the list is there
 * already, only its items are told, and what belongs to other lines is in `others`.
 */
function itemsMeant(
  items: readonly string[],
  path: YamlPath,
  tree: YamlTree,
): { readonly suggestion: string; readonly others?: string } {
  const at = path.findLastIndex((step) => typeof step === "number");
  const list = path.slice(0, at);
  if (!Array.isArray(tree.writtenAt(list)))
    return { suggestion: `${list.at(-1)}: [${items.join(", ")}]` };
  const item = tree.writtenAt(path.slice(0, at + 1));
  const isAlone = typeof item !== "object" || Object.keys(item).length === 1;
  const isFlow = tree.isFlow(list);
  const key = typeof item === "object" ? `${path.at(-1)}: ` : "";
  const full = items.map((one) => {
    const text = one.startsWith("{") ? one : `${key}${one}`;
    if (!isFlow) return `- ${text}`;
    return key === "" || one.startsWith("{") ? one : `{ ${text} }`;
  });
  if (isAlone && isFlow) return { suggestion: full.join(", ") };
  const [first, ...more] = full;
  if (isAlone) return { suggestion: first!, others: more.join("; ") };
  const [pair, ...pairs] = first!.replaceAll(/^(?:- )?(?:\{ )?| \}$/gu, "").split(", ");
  return { suggestion: pair!, others: [...pairs, ...more].join("; ") };
}

/** What `refuse` has to say. */
type CustomIssue = {
  readonly code: MessageCode;
  readonly args: Readonly<Record<string, string>>;
  readonly offset?: number;
  readonly items?: readonly string[];
};

function parentName(path: YamlPath): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

function unknownKey(key: string, path: YamlPath, schema: z.ZodType, tree: YamlTree): Problem {
  const place = tree.placeOfKey(path, key);
  if (forbiddenKeys.has(key)) return problem("forbidden-key", place, { key });
  if (/^\d+$/u.test(key)) return problem("decimal-comma-split", place, { key });
  const known = knownKeys(schema, path);
  return problem("unknown-key", place, {
    key,
    known: known.join(", "),
    suggestion: suggestedKey(key, known) ?? "",
  });
}

/**
 * What people who have not read the guide call the keys. A word may mean several keys; of those
 * that one group has, the first.
 */
const keyWords: Readonly<Record<string, readonly string[]>> = {
  title: ["tiêu đề", "tên bài", "tít"],
  date: ["ngày", "ngày đăng", "thời gian"],
  author: ["tác giả", "người viết", "bút danh"],
  unit: ["đơn vị", "đơn vị tính"],
  tags: ["chủ đề", "thẻ", "từ khóa"],
  summary: ["tóm tắt", "sapo", "mô tả"],
  source: ["nguồn", "nguồn tin"],
  images: ["ảnh", "hình ảnh", "image"],
  event: ["sự kiện"],
  place: ["nơi", "địa điểm", "địa danh"],
  agenda: ["chương trình", "nội dung"],
  mentions: ["đơn vị được nhắc đến"],
  people: ["đồng chí", "đại biểu", "nhân sự"],
  awards: ["khen thưởng"],
  documents: ["văn bản", "tài liệu"],
  figures: ["số liệu"],
  corrections: ["đính chính", "cải chính"],
  approved_by: ["người duyệt", "duyệt"],
  lead_until: ["tin chính", "tin chính đến"],
  draft: ["nháp", "bản nháp"],
  form: ["hình thức"],
  status: ["trạng thái", "tình trạng"],
  by: ["cấp khen thưởng", "người tặng"],
  to: ["đối tượng"],
  recipients: ["tên", "danh sách"],
  rank: ["hạng", "giải", "xếp hạng"],
  occasion: ["dịp", "đợt"],
  step: ["mốc", "mức"],
  count: ["số lượng"],
  decision: ["quyết định"],
  number: ["số", "số hiệu"],
  name: ["tên", "họ tên"],
  value: ["giá trị"],
  year: ["năm"],
  alt: ["lời tả"],
  caption: ["chú thích"],
  credit: ["người chụp"],
};

function suggestedKey(written: string, known: readonly string[]): string | undefined {
  const word = fold(written)
    .replaceAll(/[\s_-]+/gu, " ")
    .trim();
  const meant = Object.entries(keyWords).find(
    ([key, words]) => known.includes(key) && words.some((one) => fold(one) === word),
  )?.[0];
  return meant ?? closest(written, known);
}

/** Returns the keys that a schema knows at a path. */
export function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const at = schemaAt(schema, path);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | undefined {
  let at: z.ZodType | undefined = unwrap(schema);
  for (const step of path) {
    if (at instanceof z.ZodArray) at = unwrap(at.element as z.ZodType);
    else if (at instanceof z.ZodObject) at = unwrap(at.shape[String(step)] as z.ZodType);
  }
  return at;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) {
    // A preprocess has its object after the transform, a transform has it before.
    const inner = schema.in instanceof z.ZodTransform ? schema.out : schema.in;
    return unwrap(inner as z.ZodType);
  }
  return schema;
}
