import type { Site } from "../site.ts";
import type { TitleRow } from "../text/search-text.ts";
import { namesOf } from "../unit.ts";
import { authorUrl, officialUrl, seriesUrl, tagUrl, unitUrl } from "../urls.ts";
import type { SearchRecord } from "./search-record.ts";

/**
 * Lists what has a page of its own besides articles, each under every name that a reader may type:
 * topics, units, office holders, authors, series of figures and documents. A search shows these
 * above the articles; of those that fit alike the first here, so documents, whose titles have most
 * of the words, come last.
 */
export function directoryOf(site: Site): readonly SearchRecord[] {
  return [
    ...site.tags.map(({ slug, name }) => entry(tagUrl(slug), name, "Chủ đề", [name])),
    ...site.units.map(({ unit }) => entry(unitUrl(unit.id), unit.name, "Đơn vị", namesOf(unit))),
    ...site.officials.entries.map(({ official: { id, name, aliases, posts } }) =>
      entry(officialUrl(id), name, "Cán bộ", [name, ...aliases], posts[0]?.post),
    ),
    ...site.authors.map(({ slug, name }) => entry(authorUrl(slug), name, "Tác giả", [name])),
    ...site.figures.series
      .filter(({ hasPage }) => hasPage)
      .map(({ id, name }) => entry(seriesUrl(id), name, "Số liệu", [name])),
    ...site.documents.entries.map(({ url, kind, number, title }) => {
      const name = nameOf({ kind, number, title });
      return entry(url, name, "Văn bản", [`${kind ?? ""} ${number ?? ""}`, title ?? ""], title);
    }),
  ];
}

/** Returns what a document is called in a list: by its number, or by its title. */
export function nameOf(document: {
  readonly kind?: string | undefined;
  readonly number?: string | undefined;
  readonly title?: string | undefined;
}): string {
  const { kind, number, title } = document;
  const short = number === undefined ? undefined : `${kind ?? "Văn bản"} số ${number}`;
  return short ?? title ?? kind ?? "";
}

function entry(
  url: string,
  name: string,
  kind: string,
  names: readonly string[],
  more: string | undefined = "",
): SearchRecord {
  const row: TitleRow = [url, name, kind, more === name ? "" : more];
  return {
    text: { title: [...new Set(names)].join("\n"), body: "", facts: "" },
    row,
    unit: "",
    tags: [],
    hasAwards: false,
  };
}
