import type { Site } from "../site.ts";
import { documentHit, type Suggestion } from "../text/search-text.ts";
import { type DirectoryEntry, directoryOf } from "./directory.ts";

/**
 * Most bytes of the list. Compressed it is about a sixth, so a reader who begins to type pays about
 * 7 kB for it.
 */
const mostBytes = 40_000;

/**
 * Lists what is suggested while somebody types: everything with a page of its own. On a site that
 * has more than fits, each kind has as many as the others as long as it has any: those that most
 * articles tell of, and of documents the newest. What is left out is found by a search all the
 * same.
 */
export function suggestionsOf(site: Site): readonly Suggestion[] {
  const all = directoryOf(site);
  const kinds = Map.groupBy(all, ({ row: [, , kind] }) => kind);
  const ranks = new Map(
    [...kinds.values()].flatMap((own) =>
      own
        .toSorted((a, b) => b.weight - a.weight)
        .map((entry, rank): [DirectoryEntry, number] => [entry, rank]),
    ),
  );
  const chosen = new Set<DirectoryEntry>();
  let bytes = 0;
  const inTurn = all.toSorted((a, b) => ranks.get(a)! - ranks.get(b)!);
  for (const entry of inTurn) {
    bytes += Buffer.byteLength(JSON.stringify(suggestionOf(entry))) + 1;
    if (bytes > mostBytes) break;
    chosen.add(entry);
  }
  const [ofYears, others] = [true, false].map((isOfYear) =>
    all.filter((entry) => chosen.has(entry) && isOfYear === / năm \d{4}$/u.test(entry.row[1])),
  );
  // The lists of single years would fill the few lines that are shown.
  return [...others!, ...ofYears!].map(suggestionOf);
}

function suggestionOf({ row: [url, name, kind, more], names, apart }: DirectoryEntry): Suggestion {
  // A post tells one person from another. The title of a document is one of its names.
  const own = kind === documentHit ? apart && `${kind}: ${apart}` : more;
  const note = own || kind;
  return [url, name, note, ...names.filter((other) => other !== name)];
}
