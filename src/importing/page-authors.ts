/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { squeezed } from "./html-tree.ts";
import type { LinkedData } from "./linked-data.ts";
import { isElsewhere } from "./page-frame.ts";
import type { Meta } from "./page-head.ts";

/* Who wrote the article on a web page. */

const authorSelectors = [
  "[itemprop~='author'] [itemprop~='name']",
  "[itemprop~='author']",
  "[rel~='author']",
  ".author-name,.author_name,.authorname,.author__name,.byline__name,.byline-name,.author .fn,.tac-gia,.tacgia,.ten-tac-gia",
  ".byline a,.author a,[class*='author' i] a",
  ".byline,.author,.post-author,.entry-author,.article-author,.article__author",
  "[class*='byline' i],[class*='author' i],[class*='tac-gia' i]",
];

/** Returns the authors of an article: as its page states them to programs, or shows them. */
export function authorsOf(
  document: Document,
  meta: Meta,
  data: LinkedData,
  isSite: (text: string) => boolean,
): string[] {
  const stated = [
    data.authors,
    listed(meta("author", "article:author", "parsely-author", "sailthru.author", "byl")),
    listed(meta("dc.creator", "dcterms.creator", "citation_author", "dc.creator.personalname")),
  ];
  for (const names of stated) {
    const people = names.flatMap(namesIn).filter((name) => !isSite(name));
    if (people.length > 0) return [...new Set(people)];
  }
  for (const selector of authorSelectors) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.tagName === "META" || isElsewhere(element)) continue;
      const people = namesIn(squeezed(element.textContent)).filter((name) => !isSite(name));
      if (people.length > 0) return [...new Set(people)];
    }
  }
  return bylineNames(document);
}

/** Finds the first short line that says who wrote the article. */
function bylineNames(document: Document): string[] {
  for (const element of document.querySelectorAll("p,span,div,em,i,small,strong,b,li,h4,h5,h6")) {
    const text = element.textContent ?? "";
    if (text.length > 3 * longestByline) continue;
    const line = squeezed(text);
    const [, names] = line.length <= longestByline ? (bylineForm.exec(line) ?? []) : [];
    if (names === undefined || !isCapitalized(names) || isElsewhere(element)) continue;
    const people = namesIn(names);
    if (people.length > 0) return [...new Set(people)];
  }
  return [];
}

/** True for words that are written like names; the form of the line does not look at case. */
function isCapitalized(names: string): boolean {
  return names
    .split(/[\s,]+/u)
    .every((word) => /^\p{Lu}/u.test(word) || /^(?:von|van|de|der|du|und|and|và)?$/u.test(word));
}

function listed(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

const before =
  /^(?:(?:(?:tin|bài|ảnh|video|clip)(?:\s*[,&+-]?\s*(?:và )?(?:tin|bài|ảnh|video|clip))+(?=\s*:)|(?:ảnh|video|clip)(?=\s*:)|by|von|par|por|text(?: von)?|interview|tác giả|người viết|người đăng|(?:được )?đăng bởi|biên tập|bài viết|bài|tin|thực hiện|phóng viên|pv|xem (?:tất cả|mọi) bài (?:viết )?của|author|autor(?:in)?|written by|posted by|(?:view|see) all posts by|all posts by|zeige alle beiträge von|(?:beiträge|artikel|erstellt|veröffentlicht|geschrieben) von|published by|published|more (?:by|from)|mehr von)(?:\s*:\s*|\s+))+/iu;
/** Names that content systems give to nobody, and words that stand where names do. */
const nobody =
  /^(?:ph\.?d|m\.?d|no author|\w*admin\w*|administrator|webmaster|root|editor|by|von|datum|date|beitrag|facebook|twitter|uncategorized|page|archive?|blog ?posts?|alle themen|gesponserte inhalte|scroll to top|chưa phân loại|trang chủ|in bài|quản trị(?: viên)?|ban quản trị)$|^(?:zur|mehr|send|archiv|show|anzeigen|share|follow|đọc|xem|chia sẻ)\s|→|›/iu;

/** A line that names an author without any sign for programs: `14/1/2022 | Tác giả: Liên Linh`. */
const bylineForm =
  /^(?:[\d\s./:,|–•·-]{4,30}(?:uhr|h)?[\s|•·,–-]*)?(?:(?:text |beitrag |blog beitrag |artikel )?von|by|written by|posted by|par|por|tác giả:?|người viết:?|(?:tin, )?bài:|tin, ảnh:|tin:|thực hiện:?|biên tập:?)\s+(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|du|und|and|và|,))*?\s+\p{Lu}[\p{L}.'’-]*)\s*$/iu;
/** In UTF-16 units. A longer line is a sentence. */
const longestByline = 90;

/** Reads names of people out of a line of authors; empty when it is something else. */
function namesIn(line: string): string[] {
  const text = line
    .replaceAll(/\S*(?:https?:|www\.|@)\S*/giu, " ")
    .trim()
    .replace(before, "")
    .replace(/\s*[|•·].*$/u, "");
  if (text.length > 120) return [];
  return text
    .split(/\s*[,;&/]\s*|\s+(?:und|and|et|và)\s+|\s+[–-]\s+/iu)
    .map((name) => name.replace(before, "").replaceAll(/^[\s"“(]+|[\s"”).:]+$/gu, ""))
    .filter(
      (name) =>
        /^\p{L}/u.test(name) &&
        !/\d/u.test(name) &&
        !nobody.test(name) &&
        name.length <= 50 &&
        name.split(" ").length <= 6,
    );
}
