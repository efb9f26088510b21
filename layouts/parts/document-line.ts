import { type PartialDay, partialDayWords } from "../../src/day.ts";
import type { OfficialDocument } from "../../src/document.ts";
import { tallyOf } from "../../src/registers/award-tally.ts";
import type { RegisterEntry } from "../../src/registers/awards.ts";
import type { DocumentEntry } from "../../src/registers/document-entry.ts";
import { type Site, unitName } from "../../src/site.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { firstDay } from "../../src/unit.ts";
import { awardsByDecision } from "./decision-awards.ts";
import { documentName } from "./document-name.ts";
import { type Html, html } from "./html.ts";

/** A document as lists show it. */
export type DocumentLine = Pick<OfficialDocument, "number" | "kind" | "title" | "issuer"> & {
  readonly url: string;
  readonly date?: PartialDay;
  /** What a document without a title is about, as far as the registers know it. */
  readonly subject?: string;
  /** How many articles cite it. */
  readonly count: number;
};

/** More forms of awards, or units, than this are not named in a line. */
const FEW_NAMED = 3;

/** Returns a document as lists show it, as plain data. */
export function lineOf(entry: DocumentEntry, site: Site): DocumentLine {
  const { url, number, kind, title, issuer, date, citations } = entry;
  const subject = title === undefined ? subjectOf(entry, site) : undefined;
  return {
    url,
    ...(number === undefined ? {} : { number }),
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(date === undefined ? {} : { date }),
    ...(subject === undefined ? {} : { subject }),
    count: citations.length,
  };
}

/**
 * Returns what a document does, where no article gives its title: the awards that it gave or
 * withdrew, the units that it is about, otherwise the headline of the first article that cites it.
 */
function subjectOf(entry: DocumentEntry, site: Site): string | undefined {
  const { given, withdrawn } = awardsByDecision(site);
  const told = [
    ["khen thưởng", formsOf((given.get(entry) ?? []).map((one) => one.entry))],
    ["thu hồi", (withdrawn.get(entry) ?? []).map((one) => one.entry.award.form)],
    [
      "về tổ chức của",
      entry.changes.map(({ unit, change }) => unitName(unit, site, firstDay(change.date))),
    ],
  ] as const;
  const parts = told.flatMap(([words, names]) => {
    const shown = [...new Set(names)];
    if (shown.length === 0) return [];
    const more = shown.length > FEW_NAMED ? ` và ${shown.length - FEW_NAMED} nội dung khác` : "";
    return [`${words} ${shown.slice(0, FEW_NAMED).join(", ")}${more}`];
  });
  if (parts.length > 0) return parts.join("; ");
  const [first] = entry.citations;
  return first && `nêu trong bài “${first.article.title}”`;
}
/** Returns the forms of awards with their numbers, where these are exact. */
function formsOf(entries: readonly RegisterEntry[]): string[] {
  return [...Map.groupBy(entries, ({ award }) => award.form)].map(([form, own]) => {
    const { counts, unclear } = tallyOf(own);
    const name = form === "Khen thưởng" ? "không nêu hình thức" : form;
    const isExact = counts.given > 0 && unclear.given === 0;
    return isExact ? `${name} (${formatNumber(counts.given)})` : name;
  });
}

/**
 * A document as an item of a list: its name, what it is about, who issued it and when, how many
 * articles cite it.
 */
export function documentLine(line: DocumentLine): Html {
  const { url, subject, issuer, date, count } = line;
  const origin = [issuer, date && partialDayWords(date)].filter(Boolean).join(", ");
  return html`<li><a href="${url}">${documentName(line)}</a>${subject && html` ${subject}`} <p class="story-line">${origin && html`<span>${origin}</span>`}${count > 0 && html`<span>${formatNumber(count)} bài</span>`}</p></li>`;
}
