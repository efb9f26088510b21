import type { Day } from "../day.ts";
import { headText } from "../front-matter/head-text.ts";
import { folderName } from "../front-matter/new-article.ts";
import { maxBylines } from "../limits.ts";
import type { Reference } from "../reference.ts";
import { leftOut, quoted, withoutLeftOut } from "../text/left-out.ts";
import { saysSame, slugOf } from "../text/vietnamese.ts";
import { type HeadValues, yamlText } from "../text/yaml-text.ts";
import type { Unit } from "../unit.ts";
import { awardsIn, unreadAwards } from "./awards.ts";
import type { Block } from "./block.ts";
import { blocksOf } from "./blocks.ts";
import { bylineOf, dateIn, sourceOf } from "./byline.ts";
import { documentsIn } from "./cited-documents.ts";
import { figuresIn } from "./figures.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { guessUnit, mentionedIn, newMentionFinder } from "./mentions.ts";
import { occasionIn, peopleIn } from "./occasion.ts";

/** All that was found in a document. */
export type Finds = {
  readonly title: string | undefined;
  readonly date: Day | undefined;
  readonly authors: readonly { readonly name: string; readonly role?: string }[];
  readonly source: { readonly name: string; readonly url?: string } | undefined;
  readonly unit: Unit | undefined;
  readonly tags: readonly string[];
  readonly summary?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly slug: string;
  /** The pictures in the order of the text; `src` is undefined for a caption without a picture. */
  readonly pictures: readonly {
    readonly src?: string;
    readonly alt: string;
    readonly caption: string;
    /** Where a picture was that could not be had. */
    readonly address?: string;
  }[];
  readonly body: string;
  readonly event: HeadValues | undefined;
  readonly people: readonly HeadValues[];
  /** Ids of the other units that it names in full. */
  readonly mentions: readonly string[];
  readonly awards: readonly HeadValues[];
  readonly documents: readonly HeadValues[];
  readonly figures: readonly HeadValues[];
  /** What the writer should look at, one sentence each. */
  readonly notes: readonly string[];
};

/**
 * Reads what a document says about itself: by its structure where it has one, otherwise by how such
 * articles are written.
 */
export function findsOf(
  document: ImportedDocument,
  {
    units: { units },
    people,
    abbreviations,
    series,
  }: Pick<Reference, "units" | "people" | "abbreviations" | "series">,
): Finds {
  const read = blocksOf(document.html);
  const notes = [...new Set([...document.notes, ...read.notes])];
  const blocks = [...read.blocks];
  const title = takeTitle(blocks, document.title);
  const byline = takeBylines(blocks, document);
  const opening = takeSource(blocks, document.source?.name);
  const source = document.source ?? nameOnly(opening ?? byline.source) ?? document.foundAt;
  if (opening !== undefined && document.source === undefined)
    notes.push(
      `“${opening}” ở đầu bài được coi là nguồn tin; nếu đó là địa danh, xin bỏ ở mục nguồn tin.`,
    );
  const pictures = takePictures(blocks, document, notes);
  levelHeadings(blocks);

  const paragraphs = blocks.flatMap((block) =>
    block.kind === "picture" ? [] : [withoutLeftOut(block.text)],
  );
  const text = paragraphs.join("\n");
  const lead = paragraphs[0] ?? "";
  const date = document.date ?? dateIn(lead) ?? dateIn(text);
  if (document.date === undefined && date !== undefined)
    notes.push(
      "Ngày của bài lấy theo ngày đầu tiên nêu trong bài; nếu bài đăng ngày khác, xin sửa lại ngày.",
    );
  const find = newMentionFinder(units, date);
  const mentions = find(text);
  const guess = guessUnit({ title: find(title ?? ""), lead: find(lead), text: mentions }, date);
  if (guess && !guess.isSure)
    notes.push(`Đơn vị “${guess.unit.name}” chỉ là đoán; xin xem lại đơn vị.`);
  if (title !== undefined && title === title.toUpperCase() && /\p{L}/u.test(title))
    notes.push("Tiêu đề đang viết hoa toàn bộ; nên viết lại như câu thường.");
  // A field is read alone, away from the text that would explain its short forms.
  const meaningOf = abbreviations.meaningsIn(guess?.unit.id ?? "", date);
  const long = (words: string) =>
    words.replaceAll(abbreviations.pattern, (short) => meaningOf(short) ?? short);
  const isOnAwards = (clause: string) => awardsIn(clause, find, guess?.unit.id).length > 0;
  const awards = awardsIn(text, find, guess?.unit.id);
  for (const sentence of unreadAwards(text, find, guess?.unit.id))
    notes.push(
      `Có câu về khen thưởng chưa đọc được, xin tự ghi nếu cần: ${quoted(sentence, longestQuote)}`,
    );
  const giverless = awards.filter(({ by }) => by === undefined).length;
  if (giverless > 0)
    notes.push(`${giverless} mục khen thưởng chưa rõ đơn vị nào tặng; xin ghi thêm khi xem lại.`);
  return {
    title,
    date,
    authors: document.authors?.map((name) => ({ name })) ?? byline.authors,
    source,
    unit: guess?.unit,
    tags: document.tags ?? [],
    summary: document.summary,
    aliases: document.aliases,
    slug: slugOf(document.slug ?? "").slice(0, 120) || folderName(title ?? ""),
    pictures,
    body: markdownOf(blocks),
    event: occasionIn(long(`${title ?? ""}\n${text}`)),
    people: peopleIn(long(text), people),
    mentions: mentionedIn(mentions, guess?.unit.id),
    awards,
    documents: documentsIn(text),
    figures: figuresIn(paragraphs, isOnAwards, series),
    notes,
  };
}

/**
 * Takes the title out of the blocks, so that it does not come again in the text: the first line
 * without a full stop at its end, or what the file calls itself.
 */
function takeTitle(blocks: Block[], known: string | undefined): string | undefined {
  const at = blocks.findIndex((block) => block.kind !== "picture" && !isLeftOut(block));
  const first = blocks[at];
  if (first === undefined || first.kind === "picture") return known;
  const isTitle =
    (first.kind === "heading" && (known === undefined || saysSame(first.text, known))) ||
    (first.kind === "paragraph" &&
      (known === undefined
        ? first.text.length <= 250 && !/[.:;,…]$/u.test(first.text) && blocks.length > 1
        : saysSame(first.text, known)));
  if (!isTitle) return known;
  blocks.splice(at, 1);
  return known ?? first.text;
}

/** True for a block that only says what could not be brought over. */
function isLeftOut(block: Block): boolean {
  return block.kind !== "picture" && block.text !== "" && withoutLeftOut(block.text) === "";
}

/**
 * Takes the lines with the names of the authors off the end. Where the document names others, they
 * stay in the text, because they are often the ones who wrote it.
 */
function takeBylines(
  blocks: Block[],
  { authors: known, source: from }: Pick<ImportedDocument, "authors" | "source">,
): {
  authors: readonly { name: string; role?: string }[];
  source?: string;
} {
  let authors: { name: string; role?: string }[] = [];
  let source: string | undefined;
  for (let line = 0; line < maxBylines; line += 1) {
    const at = blocks.findLastIndex(
      (block) => block.kind !== "picture" && !isNotes(block) && !isLeftOut(block),
    );
    const last = blocks[at];
    if (last === undefined || last.kind === "picture" || last.kind === "other" || at === 0) break;
    // The name of a film is not that of whoever made it.
    if (/^(?:Âm thanh|Video|Nội dung nhúng): \[/u.test(last.markdown)) break;
    const found = bylineOf(last.text);
    if (found === undefined) break;
    const isOther =
      (known !== undefined && !found.authors.every(({ name }) => known.some(saysSameAs(name)))) ||
      (from !== undefined && found.source !== undefined && !saysSame(found.source, from.name));
    if (isOther) break;
    authors = [...found.authors, ...authors];
    source = found.source ?? source;
    blocks.splice(at, 1);
  }
  return { authors, ...(source === undefined ? {} : { source }) };
}

function saysSameAs(name: string): (other: string) => boolean {
  return (other) => saysSame(name, other);
}

/** True for the notes at the foot of a text, which are below its byline. */
function isNotes(block: Block): boolean {
  return block.kind === "other" && block.markdown.startsWith("[^");
}

function takeSource(blocks: Block[], known: string | undefined): string | undefined {
  const at = blocks.findIndex(({ kind }) => kind === "paragraph");
  const first = blocks[at];
  if (first?.kind !== "paragraph") return undefined;
  const { source, rest } = sourceOf(first.text);
  if (source === undefined) return undefined;
  if (known !== undefined && !saysSame(source, known)) return undefined;
  // The same words are at the beginning of the Markdown, perhaps with stars around them.
  const cut = first.text.length - rest.length;
  const start = new RegExp(`^[*_(]*${RegExp.escape(source)}[*_)]*\\s*[-–—:]\\s*[*_]*\\s*`, "u");
  const markdown = first.markdown.replaceAll(/\\([-_*.])/gu, "$1").replace(start, "");
  blocks[at] = { ...first, text: first.text.slice(cut), markdown };
  return source;
}

/** Words of captions, which are paragraphs without a full stop at their end. */
const captionWords =
  /^(?:quang cảnh|toàn cảnh|ảnh|các đại biểu|đại biểu|đoàn)(?!\p{L})|(?<!\p{L})(?:phát biểu|trao|tặng|chụp ảnh|tham quan|thăm|tại (?:hội nghị|buổi|lễ|cuộc|phiên)|cắt băng|dâng hương|chúc mừng|khai mạc|bế mạc|ra mắt)(?!\p{L})/iu;

function looksLikeCaption(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at]!;
  // The line above or below a table is about the table.
  if (isLeftOut(block) || isTable(blocks[at - 1]) || isTable(blocks[at + 1])) return false;
  if (block.kind !== "paragraph" && block.kind !== "heading") return false;
  if (block.kind === "paragraph" && block.isCaption) return true;
  const { text } = block;
  return at > 0 && text.length <= 220 && /[\p{L}\d)”"]$/u.test(text) && captionWords.test(text);
}

function isTable(block: Block | undefined): boolean {
  return block?.kind === "other" && block.markdown.startsWith("|");
}

/** Takes pictures and captions out of the text, because they belong in the front matter. */
function takePictures(
  blocks: Block[],
  { pictures: files, hasCaptions = false }: Pick<ImportedDocument, "pictures" | "hasCaptions">,
  notes: string[],
): Finds["pictures"] {
  const pictures: { src?: string; alt: string; caption: string; address?: string }[] = [];
  const kept: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "picture") {
      const { src, alt, caption } = block;
      if (files.has(src)) pictures.push({ src, alt, caption });
      else if (src !== "") {
        pictures.push({ alt, caption, address: src });
        const mark = leftOut(`ảnh ${shortAddress(src)}`);
        kept.push({ kind: "paragraph", text: mark, markdown: mark, isCaption: false });
      } else if (caption !== "") pictures.push({ alt, caption });
      continue;
    }
    const last = pictures.at(-1);
    const isBehind = blocks[at - 1]?.kind === "picture" && last?.caption === "";
    if (!looksLikeCaption(blocks, at) || (hasCaptions && !isBehind)) kept.push(block);
    else {
      if (isBehind) pictures[pictures.length - 1] = { ...last, caption: block.text } as never;
      else {
        pictures.push({ alt: "", caption: block.text });
        notes.push(
          `${quoted(block.text, longestQuote)} được coi là lời dưới ảnh, đã chuyển sang phần ảnh.`,
        );
      }
    }
  }
  blocks.length = 0;
  for (const block of kept) blocks.push(block);
  return pictures;
}

/** A sentence that is longer can be found again by its beginning. */
const longestQuote = 300;

/** An address that is longer can be found again by its beginning. */
const longestAddress = 250;

function shortAddress(address: string): string {
  return address.length <= longestAddress ? address : `${address.slice(0, longestAddress)}…`;
}

/** Gives headings levels without gaps, from 2 on: the title is the only one of level 1. */
export function levelHeadings(blocks: Block[]): void {
  const open: number[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== "heading") continue;
    while (open.length > 0 && open.at(-1)! >= block.level) open.pop();
    open.push(block.level);
    blocks[at] = { ...block, level: Math.min(6, open.length + 1) };
  }
}

/** Returns blocks as Markdown, without the pictures. */
export function markdownOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === "picture") return [];
      return block.kind === "heading"
        ? `${"#".repeat(block.level)} ${block.markdown}`
        : block.markdown;
    })
    .join("\n\n");
}

function nameOnly(name: string | undefined): { name: string } | undefined {
  return name === undefined ? undefined : { name };
}

/** A picture beside the draft; without a name, a caption whose picture is missing. */
export type PlacedPicture = {
  readonly name?: string;
  /** Where it was, when it could not be had. */
  readonly address?: string | undefined;
  readonly alt: string;
  readonly caption: string;
};

/** Begins the line that explains the proposals of a draft. */
export const importMark = "# Bài nhập từ tệp có sẵn.";

/** Begins the line of something that the writer should look at. */
export const reviewMark = "# Xin xem lại: ";

/**
 * Returns the file of a draft. What is certain is front matter; what has to be confirmed is in
 * comments, in order but for the `# ` before each line.
 *
 * @param isPublished the article was published already, and stays so
 */
export function draftText(
  finds: Finds,
  pictures: readonly PlacedPicture[],
  isPublished = false,
): string {
  const { title, date, authors, source, unit, tags, summary, mentions, documents, body, notes } =
    finds;
  const placed = pictures.filter(({ name }) => name !== undefined);
  const named = authors.map(({ name, role }) => (role === undefined ? name : { name, role }));
  const head = headText({
    title,
    date,
    author: named.length === 1 ? named[0] : named,
    unit: unit?.id,
    tags,
    summary,
    source,
    images: placed.map(({ name, alt, caption }) => ({
      src: name!,
      alt,
      caption: caption || undefined,
    })),
    mentions,
    documents,
    aliases: finds.aliases,
    draft: isPublished ? undefined : true,
  });
  const missing = [
    ...(title === undefined ? ["# Chưa rõ tiêu đề:", '# title: "Tiêu đề bài"', ""] : []),
    ...(date === undefined ? ["# Chưa rõ ngày của bài:", "# date: 2024-01-31", ""] : []),
    ...(authors.length === 0 ? ["# Chưa rõ người viết:", "# author: Họ và tên", ""] : []),
    ...(unit === undefined
      ? ["# Chưa rõ đơn vị; mã đơn vị lấy ở units.yaml:", "# unit: ma-don-vi", ""]
      : []),
  ];
  const withoutFile = pictures.filter(({ name }) => name === undefined);
  const proposals = [
    ...proposal("Sự kiện:", { event: finds.event }),
    ...proposal("Nhân sự; chỉ nêu tên người giữ chức vụ:", { people: finds.people }),
    ...proposal(
      finds.awards.every(({ by }) => by !== undefined)
        ? "Khen thưởng; so từng mục với văn bản gốc rồi mới bỏ dấu #:"
        : "Khen thưởng; so từng mục với văn bản gốc rồi mới bỏ dấu #. Chưa rõ đơn vị tặng ở mục thiếu dòng by, xin ghi thêm:",
      { awards: finds.awards },
    ),
    ...proposal("Số liệu; so lại với bài rồi mới bỏ dấu #:", { figures: finds.figures }),
    ...proposal(
      "Lời dưới ảnh có trong bài mà chưa có ảnh; đặt ảnh cạnh tệp này, ghi tên ảnh và lời tả:",
      {
        images: withoutFile.map(({ alt, caption, address }, at) => ({
          src: pictureName(address) ?? `ten-anh-${at + 1}.jpg`,
          alt: alt || "Tả điều mắt thấy trong ảnh",
          caption: caption || undefined,
        })),
      },
    ),
  ];
  const doubts = notes.map((note) => reviewMark + note.replaceAll(/\s+/gu, " ").trim());
  const hints = [
    `${importMark} Đọc lại, bỏ dấu # ở những mục đúng, xóa những mục không dùng, rồi xóa dòng draft.`,
    "",
    ...(doubts.length > 0 ? [...doubts, ""] : []),
    ...missing,
    ...proposals,
  ];
  while (hints.at(-1) === "") hints.pop();
  return `---\n${head}\n${hints.join("\n")}\n---\n\n${body}\n`;
}

/** Returns the name that a picture will have once somebody has fetched it from its address. */
function pictureName(address: string | undefined): string | undefined {
  const [, stem = "", ending = ""] =
    /([^/?#]+)\.(jpe?g|png|webp|avif)(?:[?#].*)?$/iu.exec(address ?? "") ?? [];
  const slug = slugOf(stem).slice(0, 60);
  return slug === "" ? undefined : `${slug}.${ending.toLowerCase()}`;
}

function proposal(words: string, values: HeadValues): string[] {
  const isEmpty = Object.values(values).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );
  if (isEmpty) return [];
  const lines = yamlText(values).trimEnd().split("\n");
  return [`# ${words}`, ...lines.map((line) => `# ${line}`), ""];
}
