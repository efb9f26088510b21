import { type Standing, standings, type Tally } from "../../src/registers/awards.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { type Html, html } from "../parts/html.ts";

/** Writes a sum: "1.625", and beside it how many entries have no exact number. */
export function tallyText({ counts, unclear }: Tally, standing: Standing): Html {
  const count = counts[standing];
  const vague = unclear[standing];
  if (vague === 0) return html`${formatNumber(count)}`;
  const words = `${formatNumber(vague)} lượt chưa rõ số`;
  return count === 0
    ? html`<small>${words}</small>`
    : html`${formatNumber(count)} <small>và ${words}</small>`;
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
      ? html`<td class="num ${standing}">${signed(tallyText(tally, standing), standing)}</td>`
      : html`<td class="num">–</td>`,
  )}`;
}

/** Puts a proposal into brackets, and a minus before what was withdrawn. */
export function signed(text: Html, standing: Standing): Html {
  if (standing === "given") return text;
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

/** Writes a sum as a phrase: "12 đã khen, 3 đề xuất". */
export function tallyPhrase(tally: Tally): Html {
  const said = standings.filter((standing) => has(tally, standing));
  if (said.length === 0) return html`chưa có lượt nào`;
  return html`${said.map(
    (standing, at) =>
      html`${at > 0 && ", "}<span class="whole">${tallyText(tally, standing)} ${verbs[standing]}</span>`,
  )}`;
}
