import type { AttachedSection, Site } from "../site.ts";
import { slugOf } from "../text/vietnamese.ts";
import { nameOf } from "./directory.ts";
import type { SearchRecord } from "./search-record.ts";

/**
 * Lists the sections of all files that articles attach, oldest first. A file that several articles
 * attach is there once, under whatever names, with the unit and topics of the first.
 */
export function attachedSections(site: Site): readonly AttachedSection[] {
  const known = new Set<string>();
  return site.articles.flatMap(({ path, date, unit, tags, documents }) =>
    documents.flatMap(({ file }, at) => {
      const attachment = file === undefined ? undefined : site.attachments.get(file);
      const text = file === undefined ? undefined : site.attachedTexts.get(file);
      if (attachment === undefined || text === undefined || known.has(text.kept)) return [];
      known.add(text.kept);
      const entry = site.documents.ofArticle.get(path)![at]!;
      const name = nameOf(entry);
      const { title = name } = entry;
      return text.sections.map(
        (section): AttachedSection => ({
          date,
          kept: text.kept,
          ...section,
          row: [
            entry.url,
            title === name ? name : `${name}: ${title}`,
            unit,
            "",
            [attachment.url, file!.slice(file!.lastIndexOf("/") + 1), section.from + 1],
          ],
          unit,
          tags: tags.map(slugOf),
        }),
      );
    }),
  );
}

/**
 * Returns what the search index is told of a section. The name of the document counts as a fact:
 * anyone who types it is mostly led to its page already.
 *
 * @param pages of the whole file
 */
export function sectionRecord(section: AttachedSection, pages: readonly string[]): SearchRecord {
  const { row, unit, tags } = section;
  const own = pages.slice(section.from, section.to);
  return {
    text: { title: "", body: own.join("\n"), facts: row[1] },
    row,
    unit,
    tags,
    hasAwards: false,
    pages: own,
  };
}
