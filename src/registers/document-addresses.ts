import { shortHash } from "../cache/short-hash.ts";
import { append } from "../lists.ts";
import { slugOf } from "../text/vietnamese.ts";
import { documentUrl } from "../urls.ts";

/**
 * An address below `/van-ban/` and what is there: a document of its own, or the names of several.
 */
export type DocumentPage<Entry> = {
  readonly url: string;
  /** The document whose address this is. */
  readonly own?: Entry;
  /** Other documents that the address names. */
  readonly others: readonly Entry[];
};

/** What the address of a document is made from. */
type Addressed = {
  readonly slug: string;
  readonly year?: number;
  readonly unit?: string | undefined;
};

/** In ASCII letters. A title may have a thousand, a file name at most 255. */
const longestSlug = 100;

/** Steps of addresses that mean something else: pages of a list, and lists of kinds. */
const reserved = /^(?:trang|loai)$/u;

/** Returns the slug of a name; it is neither too long nor the name of something else. */
export function slugWithin(name: string): string {
  const slug = slugOf(name);
  // A title without Latin letters has no slug.
  if (slug === "") return `van-ban-${shortHash(name).slice(0, 10)}`;
  if (reserved.test(slug)) return `van-ban-${slug}`;
  if (slug.length <= longestSlug) return slug;
  const start = slug.slice(0, slug.lastIndexOf("-", longestSlug - 12) + 1 || longestSlug - 12);
  return `${start.replace(/-$/u, "")}-${shortHash(slug).slice(0, 10)}`;
}

/**
 * Gives every document an address. A document that is alone with its number is at
 * `/van-ban/21-kl-tw/`. Where there are several, that address names them all, and each is below it
 * by its year (`2021/`), and by its unit where several of one year need it.
 *
 * A later article can add documents to a number but take none away, so no address ever ends; one
 * that was a document's own goes on to name it. What only names a unit (`21-nq-du/chi-bo-mot/`)
 * stays for the same reason: a document of that unit may have been there without a year.
 *
 * @param aliases other slugs that lead to a document, none of them twice and none its own
 */
export function addressesOf<Draft extends Addressed>(
  drafts: readonly Draft[],
  aliases: Iterable<readonly [slug: string, draft: Draft]>,
): {
  urls: ReadonlyMap<Draft, string>;
  pagesFor: <Entry>(entryOf: (draft: Draft) => Entry) => DocumentPage<Entry>[];
} {
  const bySlug = new Map<string, Draft[]>();
  for (const draft of drafts) append(bySlug, draft.slug, draft);
  for (const [slug, draft] of aliases) append(bySlug, slug, draft);
  const named = new Map<string, Draft[]>();
  const urls = new Map<Draft, string>();
  for (const [slug, group] of bySlug) {
    const root = documentUrl(slug);
    const units = new Set(group.map(({ unit }) => unit).filter((unit) => unit !== undefined));
    const ofYear = Map.groupBy(group, ({ year }) => year);
    for (const draft of group) {
      const { year, unit } = draft;
      const ways = [root];
      if (group.length > 1) {
        if (unit !== undefined && units.size > 1) ways.push(`${root}${unitStep(unit)}/`);
        if (year !== undefined) {
          ways.push(`${root}${year}/`);
          if (unit !== undefined && ofYear.get(year)!.length > 1)
            ways.push(`${root}${year}/${unitStep(unit)}/`);
        }
      }
      for (const way of ways) append(named, way, draft);
      // The last one says most of it, and is no other's own.
      if (draft.slug === slug) urls.set(draft, ways.at(-1)!);
    }
  }
  return {
    urls,
    pagesFor: (entryOf) =>
      [...named].map(([url, own]) => {
        const first = own.find((draft) => urls.get(draft) === url);
        const others = own.filter((draft) => draft !== first).map(entryOf);
        return first === undefined ? { url, others } : { url, own: entryOf(first), others };
      }),
  };
}

/** Returns the step of an address for a unit, which must be no year and no page of a list. */
function unitStep(id: string): string {
  return /^(?:\d{4}|trang)$/u.test(id) ? `don-vi-${id}` : id;
}
