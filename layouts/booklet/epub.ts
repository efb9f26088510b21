import type { Book, BookParts } from "../../src/books/book.ts";
import { keyOf } from "../../src/cache/key.ts";
import { ownAccent } from "../../src/colour.ts";
import { pictureUrl } from "../../src/pictures/picture.ts";
import type { Site } from "../../src/site.ts";
import { bulletinBookUrl, bulletinUrl } from "../../src/urls.ts";
import { coverDrawing } from "../cards/cover.ts";
import { ledger } from "../ledger/ledger.ts";
import { documentRows } from "../parts/article-view.ts";
import { figureRows } from "../parts/figure-table.ts";
import { type Html, html } from "../parts/html.ts";
import type { Shot } from "../parts/picture.ts";
import { sharedOf } from "../parts/shared.ts";
import { type Booklet, bookletFrom, bookletOf, type Chapter } from "./booklet.ts";
import { byline, chapterCorrections, mentions } from "./booklet-parts.ts";
import { inBook, textInBook } from "./chapter-text.ts";
import { bookStyle } from "./epub-style.ts";

/** What a book says of the site that it comes from. */
type Publisher = Pick<Site["settings"], "name" | "origin" | "owner" | "responsible" | "accent">;

/**
 * The bulletins of all months as books for e-readers.
 *
 * @param sources a hash of all that the site is made from but the texts of articles
 */
export function bulletinBooks(site: Site, sources = ""): Book[] {
  const shared = sharedOf(site);
  const { name, origin, owner, responsible, accent } = site.settings;
  const publisher: Publisher = { name, origin, owner, responsible, ...(accent ? { accent } : {}) };
  return site.bulletins.map((bulletin) => ({
    url: bulletinBookUrl(bulletin.month),
    key: () => keyOf([publisher, bookletFrom(bulletin, site, shared)]),
    sources: () => keyOf([sources, bulletin.articles.map(({ hash }) => hash)]),
    parts: () => partsOf(bookletOf(bulletin, site, shared), publisher),
  }));
}

/** A text of the book: a file of its own, and a line of its contents. */
type Section = { readonly file: string; readonly title: string; readonly text: Html };

const coverName = "EPUB/bia.png";

function partsOf(booklet: Booklet, publisher: Publisher): BookParts {
  const pictures = new Map<string, string>();
  const picture = (shot: Shot, isFigure: boolean) => bookPicture(shot, isFigure, pictures);
  const chapters = new Map(booklet.chapters.map(({ url, anchor }) => [url, `${anchor}.xhtml`]));
  const addressOf = (url: string) => {
    const [page = "", fragment] = url.split("#");
    const chapter = chapters.get(page);
    if (chapter !== undefined) return chapter;
    return publisher.origin + page + (fragment === undefined ? "" : `#${fragment}`);
  };
  const page = (html: Html) => inBook(String(html), addressOf);
  const { foreword, awards, figures, others } = booklet;
  const sections: Section[] = [
    ...(foreword.length > 0
      ? [
          {
            file: "mo-dau.xhtml",
            title: "Lời mở đầu",
            text: html`<h1>Lời mở đầu</h1>
            ${textInBook(foreword, picture, addressOf)}`,
          },
        ]
      : []),
    ...booklet.chapters.map((chapter) => ({
      file: `${chapter.anchor}.xhtml`,
      title: chapter.title,
      text: html`${page(chapterHead(chapter))}
      ${chapter.cover && picture(chapter.cover, true)}
      ${textInBook(chapter.body, picture, addressOf)}
      ${page(chapterFoot(chapter, publisher))}`,
    })),
    ...optional(awards.length > 0, "khen-thuong", "Khen thưởng trong tháng", () =>
      page(ledger(awards)),
    ),
    ...optional(figures.length > 0, "so-lieu", "Số liệu trong tháng", () =>
      page(
        html`${figures.map(
          ({ from, figures }) => html`<h2><a href="${from.url}">${from.title}</a></h2>
          ${figureRows(figures)}`,
        )}`,
      ),
    ),
    ...optional(booklet.documents.length > 0, "van-ban", "Văn bản được nhắc đến", () =>
      page(documentRows(booklet.documents)),
    ),
    ...optional(others.length > 0, "tin-khac", "Các tin khác trong tháng", () =>
      page(mentions(others, publisher.origin)),
    ),
  ];
  const hasPictures = pictures.size > 0;
  const texts = new Map([
    ["META-INF/container.xml", container],
    ["EPUB/sach.opf", packageText(booklet, publisher, sections, [...pictures.keys()])],
    ["EPUB/nav.xhtml", xhtml(booklet.name, contentsText(sections))],
    ["EPUB/sach.css", bookStyle],
    ["EPUB/tua.xhtml", xhtml(booklet.name, titlePage(booklet, publisher, hasPictures))],
    ...sections.map(({ file, title, text }): [string, string] => [
      `EPUB/${file}`,
      xhtml(title, text),
    ]),
  ]);
  return {
    cover: {
      name: coverName,
      drawing: coverDrawing(
        publisher.name,
        booklet.month,
        booklet.title,
        publisher.accent ?? ownAccent.light,
      ),
    },
    texts,
    pictures: new Map([...pictures].map(([name, url]) => [`EPUB/${name}`, url])),
  };
}

function optional(isThere: boolean, name: string, title: string, text: () => Html): Section[] {
  if (!isThere) return [];
  return [
    {
      file: `${name}.xhtml`,
      title,
      text: html`<h1>${title}</h1>
      ${text()}`,
    },
  ];
}

function chapterHead(chapter: Chapter): Html {
  const { title, lead } = chapter;
  return html`<h1>${title}</h1>
    ${lead !== undefined && html`<p class="lead">${lead}</p>`}
    ${byline(chapter)}`;
}

function chapterFoot(chapter: Chapter, { origin }: Publisher): Html {
  const address = origin + chapter.url;
  return html`${chapterCorrections(chapter)}
    <p class="address">Bài trên mạng: <a href="${address}">${address}</a></p>`;
}

/** Draws a picture in one size that e-readers show, and notes that the book needs it. */
function bookPicture(shot: Shot, isFigure: boolean, pictures: Map<string, string>): Html {
  const { picture, alt, caption, credit } = shot;
  const width = picture.widths.findLast((one) => one <= 640) ?? picture.widths[0]!;
  const url = pictureUrl(picture, width, "jpg");
  const name = `anh/${url.split("/").at(-2)}-${width}.jpg`;
  pictures.set(name, url);
  const height = Math.round((picture.height * width) / picture.width);
  const image = html`<img src="${name}" width="${width}" height="${height}" alt="${alt}"/>`;
  if (!isFigure) return image;
  return html`<figure>${image}${
    (caption || credit) &&
    html`<figcaption>${caption}${credit && html` (Ảnh: ${credit})`}</figcaption>`
  }</figure>`;
}

function titlePage(booklet: Booklet, publisher: Publisher, hasPictures: boolean): Html {
  const { name, title, month } = booklet;
  const address = publisher.origin + bulletinUrl(month);
  return html`<div class="title-page">
    <p>${publisher.name}</p>
    <h1>${name}</h1>
    ${title !== undefined && html`<p class="lead">${title}</p>`}
    <p>Cơ quan chủ quản: ${publisher.owner}<br/>Chịu trách nhiệm nội dung: ${publisher.responsible}</p>
    <p class="address">Bản trên mạng: <a href="${address}">${address}</a></p>
    ${hasPictures && html`<p class="address">Ảnh trong sách đã được thu nhỏ; bản trên mạng có ảnh cỡ lớn.</p>`}
    </div>`;
}

function contentsText(sections: readonly Section[]): Html {
  return html`<nav epub:type="toc" role="doc-toc" id="muc-luc" aria-labelledby="ten-muc-luc"><h1 id="ten-muc-luc">Mục lục</h1>
    <ol>${sections.map(({ file, title }) => html`<li><a href="${file}">${title}</a></li>`)}</ol></nav>
    <nav epub:type="landmarks" hidden="hidden" aria-label="Các phần của sách"><ol>
    <li><a epub:type="titlepage" href="tua.xhtml">Trang tên sách</a></li>
    <li><a epub:type="toc" href="nav.xhtml">Mục lục</a></li>
    <li><a epub:type="bodymatter" href="${sections[0]!.file}">Nội dung</a></li>
    </ol></nav>`;
}

function xhtml(title: string, body: Html): string {
  return String(html`<?xml version="1.0" encoding="utf-8"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="vi" xml:lang="vi">
    <head><meta charset="utf-8"/><title>${title}</title><link rel="stylesheet" href="sach.css"/></head>
    <body>
    ${body}
    </body>
    </html>
    `);
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/sach.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * The package document. What it says of accessibility is what the program sees to; that somebody
 * has looked at the book it does not say.
 */
function packageText(
  booklet: Booklet,
  publisher: Publisher,
  sections: readonly Section[],
  pictures: readonly string[],
): string {
  const { name, title, month, changed } = booklet;
  const modes = pictures.length > 0 ? ["textual", "visual"] : ["textual"];
  const features = [
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    ...(pictures.length > 0 ? ["alternativeText"] : []),
  ];
  const id = (file: string) => `t-${file.replace(/\.xhtml$/u, "")}`;
  return String(html`<?xml version="1.0" encoding="utf-8"?>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="dia-chi" xml:lang="vi">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="dia-chi">${publisher.origin + bulletinUrl(month)}</dc:identifier>
    <dc:title>${title === undefined ? `${name} – ${publisher.name}` : `${name}: ${title} – ${publisher.name}`}</dc:title>
    <dc:language>vi</dc:language>
    <dc:creator>${publisher.name}</dc:creator>
    <dc:publisher>${publisher.owner}</dc:publisher>
    <dc:date>${month}</dc:date>
    <meta property="dcterms:modified">${changed}T00:00:00Z</meta>
    ${modes.map(
      (mode) => html`<meta property="schema:accessMode">${mode}</meta>
      `,
    )}<meta property="schema:accessModeSufficient">textual</meta>
    ${features.map(
      (feature) => html`<meta property="schema:accessibilityFeature">${feature}</meta>
      `,
    )}<meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">Có mục lục, đề mục theo cấp, bảng có tiêu đề cột và lời mô tả cho ảnh; thứ tự đọc là thứ tự của các bài.</meta>
    </metadata>
    <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="css" href="sach.css" media-type="text/css"/>
    <item id="bia" href="bia.png" media-type="image/png" properties="cover-image"/>
    <item id="tua" href="tua.xhtml" media-type="application/xhtml+xml"/>
    ${sections.map(
      ({ file }) => html`<item id="${id(file)}" href="${file}" media-type="application/xhtml+xml"/>
      `,
    )}${pictures.map(
      (file, at) => html`<item id="anh-${at + 1}" href="${file}" media-type="image/jpeg"/>
      `,
    )}</manifest>
    <spine>
    <itemref idref="tua"/>
    <itemref idref="nav"/>
    ${sections.map(
      ({ file }) => html`<itemref idref="${id(file)}"/>
      `,
    )}</spine>
    </package>
    `);
}
