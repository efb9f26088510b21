import { documentHit, plainWords, type TitleRow } from "../../src/text/search-text.ts";
import { matches } from "./matching.ts";
import type { IndexReader, Part } from "./part.ts";
import type { Words } from "./query.ts";

/**
 * A word that more pages have says too little of any: then the whole name must be typed, and names
 * that have no other words come first.
 */
const fewHits = 12;

/**
 * Finds the registers, units, people, topics and documents that are called so, best first. A
 * document comes last, and only when its number or the beginning of its title was typed: a title
 * has many words, and would stand in the way of what the words themselves mean.
 *
 * @param directory parts of the index, those of documents last; in each, what was probably meant
 *   comes first
 */
export async function pagesCalled(
  reader: IndexReader,
  directory: readonly Part[],
  words: Words,
): Promise<readonly TitleRow[]> {
  const answers = await Promise.all(directory.map((one) => matches(reader, one, words, {}, "")));
  const sure = answers.map(({ found }) => found.filter(({ isSure }) => isSure));
  const most = sure.flat().reduce((best, { score }) => Math.max(best, score), 0);
  // Words side by side are meant so: of "thu hồi" the "Hội nghị" of a "Khối Thử" has both, too.
  const whole = sure.map((ofPart) =>
    ofPart.filter(({ score }) => score * 2 > most).sort((a, b) => b.score - a.score),
  );
  const count = whole.reduce((sum, { length }) => sum + length, 0);
  const typed = words.words.map(({ plain }) => plain);
  const called = await Promise.all(
    whole.map((ofPart) =>
      Promise.all(
        ofPart.slice(0, fewHits).map(async ({ part, place, score }): Promise<Called> => {
          const row = await reader.row(part, place);
          return { row, score, length: lengthOf(row, typed) };
        }),
      ),
    ),
  );
  const best = bestOf(called);
  const meant = best.filter(([, name, kind, more]) => {
    if (kind === documentHit) return isDocument(typed, name, more);
    return count <= fewHits || isName(typed, name);
  });
  return [...meant].sort((a, b) => Number(isOfDocument(a)) - Number(isOfDocument(b)));
}

/** What is called so in one part of the directory. */
type Called = { readonly row: TitleRow; readonly score: number; readonly length: number };

/**
 * Merges what was found in all parts, and returns the best. The order within a part stays; of two
 * parts whose next hits have the same score, the one with the shorter name is first.
 */
function bestOf(parts: readonly (readonly Called[])[]): TitleRow[] {
  const left = parts.map((ofPart) => [...ofPart]);
  const best: TitleRow[] = [];
  while (best.length < fewHits) {
    const heads = left.filter((ofPart) => ofPart.length > 0);
    if (heads.length === 0) break;
    const next = heads.reduce((a, b) => (isBefore(b[0]!, a[0]!) ? b : a));
    best.push(next.shift()!.row);
  }
  return best;
}

function isBefore(one: Called, other: Called): boolean {
  return one.score > other.score || (one.score === other.score && one.length < other.length);
}

/** Returns how many words the name has that was typed; of a document that may be its title. */
function lengthOf([, name, kind, more]: TitleRow, typed: readonly string[]): number {
  const isTitle = kind === documentHit && more !== "" && begins(more, typed);
  return plainWords(isTitle ? more : name).length;
}

function begins(name: string, typed: readonly string[]): boolean {
  return `${plainWords(name).join(" ")} `.startsWith(`${typed.join(" ")} `);
}

function isOfDocument([, , kind]: TitleRow): boolean {
  return kind === documentHit;
}

/** Returns whether a name was typed as a whole; a register is meant without the word "Sổ" too. */
function isName(typed: readonly string[], name: string): boolean {
  const words = plainWords(name);
  const all = typed.join(" ");
  return all === words.join(" ") || (words[0] === "so" && all === words.slice(1).join(" "));
}

/** Returns whether a word of a number was typed ("48", "21 kl"), or the beginning of a title. */
function isDocument(typed: readonly string[], name: string, title: string): boolean {
  const [kind, number] = name.split(" số ");
  const ofNumber = new Set(number === undefined ? [] : plainWords(number));
  const ofKind = new Set(plainWords(kind!));
  return (
    typed.some((word) => ofNumber.has(word) && !ofKind.has(word)) ||
    begins(title === "" ? name : title, typed)
  );
}
