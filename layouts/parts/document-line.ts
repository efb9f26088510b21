import { type PartialDay, partialDayWords } from "../../src/day.ts";
import type { OfficialDocument } from "../../src/document.ts";
import type { DocumentEntry } from "../../src/registers/document-entry.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { documentName } from "./document-name.ts";
import { type Html, html } from "./html.ts";

/** A document as lists show it. */
export type DocumentLine = Pick<OfficialDocument, "number" | "kind" | "title" | "issuer"> & {
  readonly url: string;
  readonly date?: PartialDay;
  /** How many articles cite it. */
  readonly count: number;
};

export function lineOf(entry: DocumentEntry): DocumentLine {
  const { url, number, kind, title, issuer, date, citations } = entry;
  return {
    url,
    ...(number === undefined ? {} : { number }),
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(date === undefined ? {} : { date }),
    count: citations.length,
  };
}

/** A document as an item of a list: its name, who issued it and when, how many articles cite it. */
export function documentLine(line: DocumentLine): Html {
  const { url, issuer, date, count } = line;
  const origin = [issuer, date && partialDayWords(date)].filter(Boolean).join(", ");
  return html`<li><a href="${url}">${documentName(line)}</a> <p class="story-line">${origin && html`<span>${origin}</span>`}${count > 0 && html`<span>${formatNumber(count)} bài</span>`}</p></li>`;
}
