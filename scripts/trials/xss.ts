import { parse } from "csv-parse/sync";
import type { Tally, Trial, TrialWish } from "./trial.ts";
import { openXssBrowser } from "./xss-browser.ts";
import { type Drawn, drawVectors } from "./xss-pages.ts";
import { madeVectors, readVectors } from "./xss-vectors.ts";

/** Whether a vector in an article, a unit or the settings ever runs in a browser. */
export const trial: Trial = {
  what: "XSS vectors in every field and every place of a text, shown in Chromium without the content policy",
  usual: 5_000,
  run: (wish) => show(vectorsFor(wish), (drawn) => drawn),
  // A twentieth of them is enough to see that the browser would tell.
  control(wish) {
    const vectors = vectorsFor(wish);
    return show(vectors.slice(0, Math.ceil(vectors.length / 20)), unescaped);
  },
};

/** How many vectors are in one site. */
const together = 50;

function vectorsFor({ count, seed, from }: TrialWish): string[] {
  return (from === undefined ? madeVectors(count, seed) : readVectors(from)).slice(0, count);
}

async function show(vectors: readonly string[], as: (drawn: Drawn) => Drawn): Promise<Tally> {
  const browser = await openXssBrowser();
  const failed: string[] = [];
  const sum = { placed: 0, refused: 0, shown: 0 };
  try {
    for (let at = 0; at < vectors.length; at += together) {
      const some = vectors.slice(at, at + together);
      const { drawn, placed, refused } = drawVectors(some, at / together);
      sum.placed += placed;
      sum.refused += refused;
      sum.shown += drawn.length;
      const found = [...drawn.flatMap(faultsOfText), ...(await browser.look(drawn.map(as)))];
      failed.push(...found.map((line) => `vectors ${at} to ${at + some.length - 1}: ${line}`));
    }
  } finally {
    await browser.close();
  }
  const figures = { vectors: vectors.length, pages: sum.shown, "refused by a field": sum.refused };
  return { tried: sum.placed, failed, figures };
}

/** Returns what is wrong with a text that no browser shows as a page. */
function faultsOfText({ name, kind, text }: Drawn): string[] {
  if (kind === "json") {
    try {
      JSON.parse(text);
    } catch {
      return [`${name} is no JSON`];
    }
  }
  return kind === "csv" ? formulasIn(name, text) : [];
}

/** Returns the cells of a CSV file that a spreadsheet takes for formulas, and runs. */
function formulasIn(name: string, text: string): string[] {
  const cells = (parse(text, { bom: true }) as string[][]).flat();
  return cells
    .filter((cell) => cell.split(";").some((part) => /^\s*(?:[=@]|[+-](?!\d))/u.test(part)))
    .map((cell) => `${name} has the formula ${cell.slice(0, 60)}`);
}

const signs: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "\\u003c": "<",
};

/** Returns a page as a program would draw it that escapes nothing. */
function unescaped(drawn: Drawn): Drawn {
  const text = drawn.text.replaceAll(/&(?:lt|gt|quot|#39);|\\u003c/gu, (sign) => signs[sign]!);
  return { ...drawn, text: text.replaceAll("&amp;", "&") };
}
