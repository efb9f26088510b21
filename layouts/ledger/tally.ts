import { type Standing, standings, type Tally } from "../../src/registers/award-tally.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";

/** Writes a sum: "1.625 và 2 lượt chưa rõ số", where two entries have no exact number. */
export function tallyText({ counts, unclear }: Tally, standing: Standing): string {
  const vague = unclear[standing];
  const words = `${formatNumber(vague)} lượt chưa rõ số`;
  if (counts[standing] === 0 && vague > 0) return words;
  const count = formatNumber(counts[standing]);
  return vague === 0 ? count : `${count} và ${words}`;
}

/** Writes a sum for a narrow table: "1.625+", which a note explains and a voice reads in full. */
export function shortTally(tally: Tally, standing: Standing): Html {
  if (tally.unclear[standing] === 0) return html`${formatNumber(tally.counts[standing])}`;
  const count = tally.counts[standing];
  return html`<span aria-hidden="true">${count === 0 ? "?" : `${formatNumber(count)}+`}</span><span class="unseen">${tallyText(tally, standing)}</span>`;
}

/** What stands below narrow tables with such sums. */
export function vagueNote(rows: readonly Tally[]): Html | false {
  const isVague = rows.some(({ unclear }) => standings.some((standing) => unclear[standing] > 0));
  return isVague && html`<p class="note">Dấu + hoặc ? là còn lượt chưa rõ số.</p>`;
}

/** The headings above rows of sums. */
export function heads(withdrawn: boolean): Html {
  return html`${shown(withdrawn).map(
    (standing) => html`<th scope="col" class="num ${standing}">${headings[standing]}</th>`,
  )}`;
}

/**
 * The cells of one row of sums. Zero is a dash, which is easier to pass over than a figure. What
 * counts as no award has a sign of its own, because not everyone sees colours.
 */
export function cells(tally: Tally, withdrawn: boolean): Html {
  return html`${shown(withdrawn).map((standing) =>
    has(tally, standing)
      ? html`<td class="num ${standing}">${signed(shortTally(tally, standing), standing)}</td>`
      : html`<td class="num">–</td>`,
  )}`;
}

/** Puts a proposal into brackets, and a minus before what was withdrawn. */
export function signed(text: Html | string, standing: Standing): Html {
  if (standing === "given") return html`${text}`;
  return standing === "proposed" ? html`(${text})` : html`−${text}`;
}

const headings: Readonly<Record<Standing, string>> = {
  given: "Đã khen",
  proposed: "(Đề xuất)",
  revoked: "− Thu hồi",
};

function shown(withdrawn: boolean): readonly Standing[] {
  return standings.filter((standing) => withdrawn || standing !== "revoked");
}

/** Returns whether a sum has anything of a standing. */
export function has({ counts, unclear }: Tally, standing: Standing): boolean {
  return counts[standing] > 0 || unclear[standing] > 0;
}

const verbs: Readonly<Record<Standing, string>> = {
  given: "đã khen",
  proposed: "đề xuất",
  revoked: "thu hồi",
};

/** Writes a sum as a phrase: "đã khen 12, đề xuất 3". */
export function tallyPhrase(tally: Tally): Html {
  const said = standings.filter((standing) => has(tally, standing));
  if (said.length === 0) return html`chưa có lượt nào`;
  return html`${said.map(
    (standing, at) => html`${at > 0 && ", "}${verbs[standing]}\u00a0${tallyText(tally, standing)}`,
  )}`;
}
