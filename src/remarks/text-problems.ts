import type { SplitFile } from "../content/frontmatter.ts";
import type { SourceFile } from "../content/source-file.ts";
import { parseDay, partialDayText, shortDay } from "../day.ts";
import type { Head } from "../front-matter/head.ts";
import { type Problem, placeAt, problem } from "../problems/problem.ts";
import { citedDocuments, citedNumbers } from "../text/cited-numbers.ts";
import { numberKey } from "../text/document-number.ts";
import { formatNumber, saysSame } from "../text/vietnamese.ts";
import type { YamlTree } from "../yaml/yaml.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";
import { nearTotals } from "./near-totals.ts";
import { remarksOn } from "./remarks.ts";
import { lonelyNumber } from "./title-numbers.ts";

/**
 * Finds what an editor would point out. No rule of the front matter can see it, only text and front
 * matter side by side.
 */
export function textProblems(
  file: SourceFile,
  head: YamlTree,
  { body, bodyOffset }: SplitFile,
  value: Partial<Head>,
  firstParagraph: string,
): Problem[] {
  return [
    ...remarksOn(file.text, bodyOffset).map(({ code, offset, args }) =>
      problem(code, placeAt(file.path, file.text, offset), args),
    ),
    ...summaryProblems(head, value, firstParagraph),
    ...totalProblems(file, head, { body, bodyOffset }, value),
    ...unlistedProblems(file, head, { body, bodyOffset }, value),
    ...dateProblems(file, { body, bodyOffset }, value),
  ];
}

/** How many documents one advice lists. */
const mostItems = 10;

/** Finds documents that a text names and the front matter does not list. */
function unlistedProblems(
  file: SourceFile,
  head: YamlTree,
  { body, bodyOffset }: Pick<SplitFile, "body" | "bodyOffset">,
  value: Partial<Head>,
): Problem[] {
  const unlisted = unlistedNumbers(body, value);
  if (unlisted.length === 0) return [];
  const itemsOf = (list: typeof unlisted) =>
    list.map(({ number }) => `{ number: "${number}" }`).join(", ");
  // Each problem names all that are missing, so that a key is not added twice; but not thousands.
  const items = itemsOf(unlisted.slice(0, mostItems));
  const written = head.writtenAt(["documents"]);
  // A key may be there once only: what is to be added goes into the list that is there.
  const single = typeof written === "string" ? { number: written } : written;
  const isSingle = written !== "" && single !== undefined && !Array.isArray(single);
  const whole = isSingle ? `documents: [${groupText(single)}, ${items}]` : "";
  const isFlow = Array.isArray(written) && head.isFlow(["documents"]);
  const isBlock = written === "" || (Array.isArray(written) && !isFlow);
  return unlisted.map(({ number, offset }) => {
    const line = isBlock ? `- number: "${number}"` : "";
    const inBrackets = isFlow ? `{ number: "${number}" }` : "";
    return problem("document-not-listed", placeAt(file.path, file.text, bodyOffset + offset), {
      value: number,
      fixed: `documents: [${items}]`,
      suggestion: whole || line || inBrackets,
      whole,
      line,
      inBrackets,
    });
  });
}

/** Finds documents that a text gives another day than the front matter. */
function dateProblems(
  file: SourceFile,
  { body, bodyOffset }: Pick<SplitFile, "body" | "bodyOffset">,
  { documents = [], awards = [] }: Partial<Head>,
): Problem[] {
  const decisions = awards.flatMap(({ decision, revocation }) => [decision, revocation]);
  const dated = [...documents, ...decisions].flatMap((one) =>
    one?.number !== undefined && one.date !== undefined
      ? [{ number: numberKey(one.number), date: one.date }]
      : [],
  );
  if (dated.length === 0) return [];
  const byNumber = Map.groupBy(dated, ({ number }) => number);
  const told = new Set<string>();
  return citedDocuments(body).flatMap(({ number, offset, day: written }) => {
    const day = written === undefined ? undefined : parseDay(written);
    const listed = byNumber.get(numberKey(number)) ?? [];
    if (day === undefined || listed.length === 0) return [];
    if (listed.some(({ date }) => day.startsWith(date)) || told.has(`${number} ${day}`)) return [];
    told.add(`${number} ${day}`);
    const args = { number, day: shortDay(day), date: partialDayText(listed[0]!.date) };
    return problem(
      "document-day-in-text",
      placeAt(file.path, file.text, bodyOffset + offset),
      args,
    );
  });
}

function groupText(group: YamlValue): string {
  const pairs = Object.entries(group).map(([key, value]) => `${key}: "${value}"`);
  return `{ ${pairs.join(", ")} }`;
}

function summaryProblems(
  head: YamlTree,
  { summary }: Partial<Head>,
  firstParagraph: string,
): Problem[] {
  if (summary === undefined || !repeats(firstParagraph, summary)) return [];
  return [problem("summary-repeated", head.placeOf(["summary"]))];
}

/** Returns whether a paragraph repeats a summary, or begins with it. */
function repeats(paragraph: string, summary: string): boolean {
  if (saysSame(paragraph, summary)) return true;
  const start = summary.replaceAll(/\s+/gu, " ").replace(/[\s.…]+$/u, "");
  return start.length >= 60 && paragraph.replaceAll(/\s+/gu, " ").startsWith(start);
}

function totalProblems(
  file: SourceFile,
  head: YamlTree,
  { body, bodyOffset }: Pick<SplitFile, "body" | "bodyOffset">,
  { title = "", awards = [] }: Partial<Head>,
): Problem[] {
  const ofTitle = head.placeOf(["title"]);
  const near = nearTotals(title, body, awards);
  const alone = lonelyNumber(title, body, head.value ?? {}, awards);
  const isTold = near.some(({ value, offset }) => offset === undefined && value === alone);
  return [
    ...near.map(({ value, sum, offset }) => {
      const place =
        offset === undefined ? ofTitle : placeAt(file.path, file.text, bodyOffset + offset);
      const parts = sum.parts.slice(0, mostParts).join(" + ");
      const more = sum.parts.length > mostParts ? " + …" : "";
      const args = { value, sum: formatNumber(sum.value), parts: parts + more };
      return problem("award-total-near", place, args);
    }),
    ...(alone && !isTold ? [problem("title-number-alone", ofTitle, { value: alone })] : []),
  ];
}

/** As many numbers as a writer adds up in a message. */
const mostParts = 12;

/** Finds the document numbers of a text that the front matter lists nowhere. */
function unlistedNumbers(body: string, { documents = [], awards = [] }: Partial<Head>) {
  const cited = citedNumbers(body);
  if (cited.length === 0) return [];
  const listed = new Set(
    [...documents, ...awards.map(({ decision }) => decision)].map((one) =>
      numberKey(one?.number ?? ""),
    ),
  );
  return cited.filter(({ number }) => !listed.has(numberKey(number)));
}
