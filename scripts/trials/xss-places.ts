import * as z from "zod";
import { schema as abbreviationsSchema } from "../../src/abbreviations.ts";
import type { SourceFile } from "../../src/content/source-file.ts";
import { headSchema } from "../../src/front-matter/head.ts";
import { peopleSchema } from "../../src/people.ts";
import { schema as settingsSchema } from "../../src/settings.ts";
import { unitsSchema } from "../../src/unit-file.ts";
import { yamlOf } from "../bench/corpus.ts";

/*
 * Every place of a content folder that takes a text, with a vector in it. The fields come from the
 * schemas, so a field that is added there is tried as well.
 */

/** A content folder in which vectors are. */
export type Infested = {
  readonly data: ReadonlyMap<string, SourceFile>;
  /**
   * Three for each vector: one has it in every field, one everywhere in its text, and one is
   * withdrawn for it.
   */
  readonly articles: readonly SourceFile[];
  readonly pictures: ReadonlySet<string>;
  /** Number of places that hold a vector, and of places whose schema refused it. */
  readonly placed: number;
  readonly refused: number;
};

/**
 * Makes a content folder with some vectors: each in fields and text of articles of its own, and in
 * its own unit and abbreviation. The fields of site.yaml take turns.
 *
 * @param number the number of the folder, from which the turn follows
 */
export function infested(vectors: readonly string[], number: number): Infested {
  const count = { placed: 0, refused: 0 };
  let turn = number;
  const settings = filled(settingsSchema, "", (leaf, way) => {
    turn += 1;
    return placed(leaf, vectors[turn % vectors.length]!, ownSettings(number)[way], count);
  });
  // The vectors are in a list of units of the site's own.
  const { units: _shared, ...ofSite } = settings as Record<string, unknown>;
  const units = vectors.flatMap(
    (vector, at) =>
      filled(unitsSchema, "", (leaf, way) =>
        placed(leaf, vector, { id: unitOf(at), parent: top, successors: top }[way], count),
      ) as object[],
  );
  const people = vectors.flatMap(
    (vector, at) =>
      filled(peopleSchema, "", (leaf, way) =>
        placed(leaf, vector, { id: personOf(at), "posts.unit": unitOf(at) }[way], count),
      ) as object[],
  );
  const abbreviations = vectors.flatMap((vector, at) => [
    ...(filled(abbreviationsSchema, "", (leaf, way) =>
      placed(leaf, vector, way === "scope" ? unitOf(at) : undefined, count),
    ) as object[]),
    { short: `VT${at}`, long: vector },
  ]);
  const data = {
    "site.yaml": ofSite,
    "units.yaml": [{ id: top, name: "Đảng bộ thử" }, ...units],
    "people.yaml": people,
    "abbreviations.yaml": abbreviations,
  };
  return {
    data: new Map(
      // JSON is YAML.
      Object.entries(data).map(([path, value]) => [path, { path, text: JSON.stringify(value) }]),
    ),
    articles: vectors.flatMap((vector, at) => [
      inFields(vector, at, count),
      inText(vector, at, count),
      inNotice(vector, at, count),
    ]),
    pictures: new Set(vectors.flatMap((_, at) => [`2024/a${at}/anh.png`, `2024/b${at}/anh.png`])),
    ...count,
  };
}

/** The host of the site; vectors know none of this name. */
export const ownHost = "https://toa-soan.example";

type Count = { placed: number; refused: number };

const top = "dang-bo-thu";
const unitOf = (at: number) => `don-vi-${at}`;
const personOf = (at: number) => `can-bo-${at}`;

/** What keys of site.yaml must be; half of the sites are below a path of their host. */
function ownSettings(number: number): Readonly<Record<string, string>> {
  return {
    url: `${ownHost}${number % 2 === 0 ? "" : "/ban-tin"}`,
    "web_editor.backend": "github",
    accent: "#0b4f8a",
    units: "../../units.yaml",
    approval_from: "2100-01-01",
  };
}

function inFields(vector: string, at: number, count: Count): SourceFile {
  const dictated: Readonly<Record<string, string>> = {
    date: dayOf(at),
    unit: unitOf(at),
    "awards.by": unitOf(at),
    "event.unit": unitOf(at),
    mentions: unitOf(at),
    "people.id": personOf(at),
    "images.src": "anh.png",
    "images.crop": "10% 5% 80% 60%",
    "images.focus": "30% 40%",
  };
  const all = filled(headSchema, "", (leaf, way) => placed(leaf, vector, dictated[way], count));
  // Of a withdrawn article nothing else would be shown.
  const { withdrawn: _withdrawn, ...head } = all as Record<string, unknown>;
  const text = `---\n${yamlOf(head)}---\n\nĐây là VT${at}: ${vector}\n`;
  return { path: `2024/a${at}/index.md`, text };
}

function inNotice(vector: string, at: number, count: Count): SourceFile {
  count.placed += 1;
  const withdrawn = { date: dayOf(at), reason: vector };
  const head = { title: `Rút ${at}`, date: dayOf(at), author: "Người Thử", unit: unitOf(at) };
  const text = `---\n${yamlOf({ ...head, withdrawn })}---\n\nĐã rút.\n`;
  return { path: `2024/c${at}/index.md`, text };
}

/** Places in Markdown, each in a block of its own; the last one is open to what begins a line. */
const blocks: readonly ((vector: string) => string)[] = [
  (vector) => `Chữ ${vector} chữ`,
  (vector) => `## Mục ${vector}`,
  (vector) => `Tên mục ${vector}\n---`,
  (vector) => `- mục ${vector}\n- [ ] ${vector}`,
  (vector) => `1. ${vector}`,
  (vector) => `| A | ${vector} |\n|:--|--:|\n| ${vector} | b |`,
  (vector) => `> ${vector}`,
  (vector) => `Mã \`${vector}\` và \`\`${vector}\`\``,
  (vector) => `~~~~~~~~ ${vector}\n${vector}\n~~~~~~~~`,
  (vector) => `    ${vector}`,
  (vector) => `Nhấn **${vector}** và *${vector}* và ~~${vector}~~`,
  (vector) => `Liên kết [${vector}](/) đó`,
  (vector) => `Liên kết [chữ](${vector}) đó`,
  (vector) => `Liên kết [chữ](<${vector}>) đó`,
  (vector) => `Liên kết [chữ](/ "${vector}") đó`,
  (vector) => `Liên kết [chữ](/ '${vector}') đó`,
  (vector) => `Liên kết [chữ](https://x.example/${glued(vector)}) đó`,
  (vector) => `Liên kết [chữ](khac.md#${glued(vector)}) đó`,
  (vector) => `Liên kết [chữ](#${glued(vector)}) đó`,
  (vector) =>
    `Liên kết [chữ][nguon-1] và [nguon-2]\n\n[nguon-1]: ${vector}\n[nguon-2]: / "${vector}"`,
  (vector) =>
    `Trần <${vector}> và <https://x.example/${glued(vector)}> và https://x.example/${glued(vector)}`,
  (vector) => `Thư <x@x.example?${glued(vector)}> và mailto:${glued(vector)}`,
  (vector) => `![${vector}](anh.png)`,
  (vector) => `![chữ](anh.png "${vector}")`,
  (vector) => `Trong dòng ![${vector}](anh.png "${vector}") và ![chữ](${vector})`,
  (vector) => `Chú thích[^1] và [^${vector}]\n\n[^1]: ${vector}`,
  (vector) => `\\${vector} và &lt;${vector}&gt; và ${vector}\\`,
  (vector) => vector,
];

function inText(vector: string, at: number, count: Count): SourceFile {
  count.placed += blocks.length;
  const body = blocks.map((block) => block(vector)).join("\n\nNgăn cách.\n\n");
  const head = { title: `Thân bài ${at}`, date: dayOf(at), author: "Người Thử", unit: unitOf(at) };
  return { path: `2024/b${at}/index.md`, text: `---\n${yamlOf(head)}---\n\n${body}\n` };
}

function dayOf(at: number): string {
  return `2024-0${1 + (at % 6)}-1${at % 10}`;
}

/** Returns a text as a part of an address that ends at a space. */
function glued(vector: string): string {
  return vector.replaceAll(/\s/gu, "/");
}

type Leaf = z.ZodType;

/**
 * Returns the value for a field: what is dictated, otherwise the vector, otherwise the first value
 * that the field takes. Addresses are tried with the vector inside.
 */
function placed(leaf: Leaf, vector: string, dictated: string | undefined, count: Count): string {
  const takes = (value: string) => leaf.safeParse(value).success;
  if (dictated !== undefined) return dictated;
  const bearing = [vector, `https://x.example/${glued(vector)}`, `/cu/${glued(vector)}`].find(
    takes,
  );
  if (bearing !== undefined) {
    count.placed += 1;
    return bearing;
  }
  count.refused += 1;
  const plain = ["không", "2024-03-05", "2020", "17-QĐ/X", "XIX", ownHost, "ten/kho", "/cu/"];
  const choices = ((leaf.meta() ?? {}) as { enum?: readonly unknown[] }).enum ?? [];
  const value = [...choices.map(String), ...plain].find(takes);
  if (value === undefined) throw new Error("A field takes none of the values.");
  return value;
}

/** Makes a value of a schema, every field of which is there; `value` returns that of a field. */
function filled(
  schema: z.ZodType,
  way: string,
  value: (leaf: Leaf, way: string) => string,
): unknown {
  if (schema instanceof z.ZodOptional) return filled(schema.unwrap() as z.ZodType, way, value);
  const { whole, shortFor } = (schema.meta() ?? {}) as { whole?: z.ZodType; shortFor?: string };
  if (whole !== undefined)
    return shortFor === "list" ? [filled(whole, way, value)] : filled(whole, way, value);
  if (schema instanceof z.ZodArray) return [filled(schema.element as z.ZodType, way, value)];
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodObject)
    return filled(schema.in, way, value);
  if (!(schema instanceof z.ZodObject)) return value(schema, way);
  return Object.fromEntries(
    Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => [
      key,
      filled(field, way === "" ? key : `${way}.${key}`, value),
    ]),
  );
}
