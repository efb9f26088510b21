import { compose } from "../text/compose.ts";
import { legacyText, readInFont } from "../text/legacy-text.ts";
import { hostOf } from "./address-key.ts";
import { htmlTree, squeezed } from "./html-tree.ts";
import { type ImportedDocument, ImportRefused } from "./imported-document.ts";
import { textInstead } from "./linked-text.ts";
import { bodyOf, type PageBody } from "./page-body.ts";
import { pageFacts } from "./page-facts.ts";
import { putFeatured } from "./page-featured.ts";
import { isOfficeDocument, officeTitle, plainOffice } from "./page-office.ts";
import { absolute, findPictures, type PictureSource } from "./page-pictures.ts";
import { tidyHtml } from "./tidy-html.ts";
import { makeLists } from "./typed-lists.ts";

/**
 * Reads a saved page: the article without menus, headers and advertising around it. Throws
 * `ImportRefused` when there is none.
 *
 * @param pictureOf finds a picture that was saved with the page; undefined when it was not
 */
export function readHtmlPage(html: string, pictureOf: PictureSource): ImportedDocument {
  const document = htmlTree(html);
  if (document.documentElement === null)
    throw new ImportRefused("Không tìm thấy nội dung bài trong trang đã lưu.");
  const facts = pageFacts(document);
  const { date, url, text } = facts;
  const isOffice = isOfficeDocument(document);
  const title = isOffice ? officeTitle(document) : facts.title;
  // The next step takes away the styles by which Word marks its lists.
  makeLists(document.documentElement);
  if (isOffice) plainOffice(document);
  const read = isOffice ? wholeOf(document.body) : bodyOf(document, html, url);
  const base = baseOf(document, url);
  const instead = textInstead(text, read?.root);
  const root = instead ?? read?.root;
  if (root === undefined)
    throw new ImportRefused("Không tìm thấy nội dung bài trong trang đã lưu.");
  if (instead === undefined && !isOffice)
    putFeatured(document, root, { address: facts.picture, alt: facts.pictureAlt });
  const pictures = findPictures(root, pictureOf, base);
  tidyHtml(root, { base });
  const unicode = readerOfOldFont(squeezed(root.textContent));
  for (const picture of root.querySelectorAll("img[alt]"))
    picture.setAttribute("alt", unicode(picture.getAttribute("alt")!));
  const authors = facts.authors.map(unicode);
  const site = facts.site && unicode(facts.site);
  const host = hostOf(url);
  return {
    html: root.innerHTML,
    pictures,
    title: title && unicode(title),
    date,
    authors: authors.length === 0 ? undefined : authors,
    hasCaptions: true,
    source: site === undefined ? undefined : { name: site, ...(url ? { url } : {}) },
    foundAt: url && host ? { name: host, url } : undefined,
    notes: instead === undefined ? notesOf(read!) : [fromLinkedData],
  };
}

function wholeOf(root: Element): PageBody {
  return { root, isSmallPart: false, dropped: 0 };
}

/** Returns what addresses on a page begin from, where it says so, or else its own address. */
function baseOf(document: Document, url: string | undefined): string | undefined {
  const stated = document.querySelector("base[href]")?.getAttribute("href");
  const base = stated ? absolute(stated, url) : url;
  return base !== undefined && /^https?:/iu.test(base) ? base : url;
}

/** Returns what reads lines about a text, in the old font in which the text was typed. */
function readerOfOldFont(text: string): (line: string) => string {
  const font = legacyText(compose(text))?.font;
  return (line) => (font === undefined ? line : readInFont(compose(line), font));
}

const fromLinkedData =
  "Trang này không có đủ chữ của bài, nên chữ lấy từ phần dữ liệu ẩn (JSON-LD), không kèm ảnh, bảng và tiêu đề nhỏ; xin so với trang gốc.";

function notesOf({ isSmallPart, isOfReaders, isOneOfSeveral, dropped }: PageBody): string[] {
  return [
    ...(isOfReaders
      ? [
          "Phần chữ lấy được có thể là bình luận của người đọc, không phải bài; xin so với trang gốc.",
        ]
      : []),
    ...(isOneOfSeveral
      ? ["Trang này có nhiều bài; xin xem bài lấy được có đúng là bài cần nhập không."]
      : []),
    ...(isSmallPart
      ? ["Chỉ lấy được một phần chữ của trang; xin mở trang gốc, xem bài có thiếu phần nào không."]
      : []),
    ...(dropped > 0
      ? [
          `Đã bỏ ${dropped} khối liên kết, quảng cáo, bình luận xen trong bài; cần khối nào thì lấy lại ở trang gốc.`,
        ]
      : []),
  ];
}
