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
  const sure = answers
    .flatMap(({ found }) => found.filter(({ isSure }) => isSure))
    .sort((a, b) => b.score - a.score);
  // Words side by side are meant so: of "thu hồi" the "Hội nghị" of a "Khối Thử" has both, too.
  const whole = sure.filter(({ score }) => score * 2 > sure[0]!.score);
  const best = whole.slice(0, fewHits);
  const rows = await Promise.all(best.map((one) => reader.row(one.part, one.place)));
  const typed = words.words.map(({ plain }) => plain);
  const meant = rows.filter(([, name, kind, more]) => {
    if (kind === documentHit) return isDocument(typed, name, more);
    return whole.length <= fewHits || isName(typed, name);
  });
  return [...meant].sort((a, b) => Number(isOfDocument(a)) - Number(isOfDocument(b)));
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
    `${plainWords(title === "" ? name : title).join(" ")} `.startsWith(`${typed.join(" ")} `)
  );
}
