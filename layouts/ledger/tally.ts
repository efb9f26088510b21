import { type Standing, standings, type Tally, tallyOf } from "../../src/registers/award-tally.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";

/** Writes a sum: "1.625 và 2 lượt chưa rõ số", where two entries have no exact number. */
function tallyText({ counts, unclear }: Tally, standing: Standing): string {
  const vague = unclear[standing];
  const words = `${formatNumber(vague)} lượt chưa rõ số`;
  if (counts[standing] === 0 && vague > 0) return words;
  const count = formatNumber(counts[standing]);
  return vague === 0 ? count : `${count} và ${words}`;
}

/** Writes a sum for a narrow table: "1.625+", which a note explains and a voice reads in full. */
export function shortTally(tally: Tally, standing: Standing): Html {
  if (tally.unclear[standing] === 0) return html`${formatNumber(tally.counts[standing])}`;
  return html`<span aria-hidden="true">${shortSum(tally, standing)}</span><span class="unseen">${tallyText(tally, standing)}</span>`;
}

function shortSum({ counts, unclear }: Tally, standing: Standing): string {
  const count = counts[standing];
  if (unclear[standing] === 0) return formatNumber(count);
  return count === 0 ? "?" : `${formatNumber(count)}+`;
}

/**
 * Writes a sum in the words and signs of the tables: "đã khen 399+ (2) −1"; a voice reads it as a
 * phrase.
 */
export function tallySigns(tally: Tally): Html {
  const said = standings.filter((standing) => has(tally, standing));
  const [first] = said;
  if (first === undefined || (said.length === 1 && tally.unclear[first] === 0))
    return tallyPhrase(tally);
  const signs = said.map((standing) => signed(shortSum(tally, standing), standing));
  return html`<span aria-hidden="true">${verbs[first]} ${signs.map((sign, at) => html`${at > 0 && " "}${sign}`)}</span><span class="unseen">${tallyPhrase(tally)}</span>`;
}

/** Explains, beside tables of such sums, the signs that are in them, whose cells it is given. */
export function signsNote(sums: readonly Tally[]): Html | false {
  const sum = tallyOf(sums);
  const hasSign = (isNone: boolean) =>
    sums.some(({ counts, unclear }) =>
      standings.some((standing) => unclear[standing] > 0 && (counts[standing] === 0) === isNone),
    );
  const vague = [hasSign(false) && "+", hasSign(true) && "?"].filter((sign) => sign !== false);
  const said = [
    has(sum, "proposed") && "số trong ngoặc mới được đề xuất",
    has(sum, "revoked") && "số sau dấu trừ đã bị thu hồi",
    vague.length > 0 && `dấu ${vague.join(" hoặc ")} là còn lượt chưa rõ số`,
  ].filter((one) => one !== false);
  return said.length > 0 && html`<p class="note signs">Trong bảng, ${said.join("; ")}.</p>`;
}

/** The headings above rows of sums. */
export function heads(shown: readonly Standing[]): Html {
  return html`${shown.map(
    (standing) => html`<th scope="col" class="num ${standing}">${headings[standing]}</th>`,
  )}`;
}

/**
 * The cells of one row of sums. Zero is a dash, which is easier to pass over than a figure. What
 * counts as no award has a sign of its own, because not everyone sees colours.
 */
export function cells(tally: Tally, shown: readonly Standing[]): Html {
  return html`${shown.map((standing) =>
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
  given: "Đã\u00a0khen",
  proposed: "Đề\u00a0xuất",
  revoked: "Thu\u00a0hồi",
};

/** Returns the columns that a table of sums needs: what none of its rows has is left out. */
export function shownIn(rows: readonly Tally[]): Standing[] {
  return standings.filter(
    (standing) => standing === "given" || rows.some((row) => has(row, standing)),
  );
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
