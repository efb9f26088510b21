/*
 * How much may be in one file of content. The numbers are far above what an office ever needs, and
 * low enough that no file holds up the check: whoever meets one has pasted the wrong thing.
 */

/** A text above this size is no article; it would only hold up every build. */
export const maxTextBytes = 1_000_000;

/** The record of addresses has a line of some 90 bytes for each; 100,000 articles are 10 MB. */
export const maxRecordBytes = 100_000_000;

/**
 * In UTF-16 units. The largest lists of names, 2,000 recipients of badges, take 80,000; the rest of
 * a file is text.
 */
export const maxHead = 250_000;

/** The deepest value, a key of an award's decision, is on the fourth level. */
export const maxDepth = 12;

/** No group has more than 15 keys that mean something. */
export const maxKeys = 100;

/**
 * The most marks on one letter in a text that is brought into NFC, which takes time with the square
 * of their number. Vietnamese needs 2, and Unicode's form for streams (UAX #15) allows 30.
 */
export const maxMarks = 500;

/** The most items of each list in the front matter, by its key. */
export const maxItems = {
  // A report by several hands names a dozen.
  author: 50,
  // An article has three to ten, and each is a page of the site.
  tags: 50,
  // The pictures of a congress are some dozens; all are shown on one page.
  images: 300,
  // A committee has up to 70 members; the delegates of a congress are several hundreds.
  people: 1_000,
  post: 20,
  // The programme of a congress of several days has some dozens of items.
  agenda: 100,
  // A report on all organisations below a province names some hundreds.
  mentions: 500,
  // The lines of a year's decisions for a whole province.
  awards: 1_000,
  // A badge ceremony of a province has some hundreds of names.
  recipients: 2_000,
  // Those who hand over stand in one row.
  presenters: 50,
  documents: 1_000,
  // A decision that sets others right names some dozens.
  otherDocuments: 100,
  figures: 1_000,
  corrections: 200,
  // Where one article was in two or three systems, each of which had several addresses for it.
  aliases: 50,
  // The articles that the bulletin of one month puts first, or leaves out.
  bulletin: 500,
} as const;

/** The most items of a list that a form shows: those of the longest list in a front matter. */
export const maxFormItems = Math.max(...Object.values(maxItems));

/** The most items of any list in a data file: other names of a unit, levels of a norm. */
export const maxDataItems = 2_000;

/** From a cell to the Central Committee there are six levels. */
export const maxUnitLevels = 20;

/** The most letters of each kind of text, in UTF-16 units. */
export const maxLetters = {
  // The longest real titles of decisions have 250.
  title: 400,
  // Names of people and organisations, topics, places, posts.
  name: 400,
  // An address of a page; browsers and servers agree on 2,000.
  address: 2_000,
  // A document is cited by its whole title.
  line: 1_000,
  // A lead, a description or a caption: a paragraph.
  paragraph: 3_000,
  // What was printed wrong and what is right may be several paragraphs.
  correction: 20_000,
  // What the bulletin of a month opens with: a page or two.
  foreword: 20_000,
} as const;

/** The most things of each kind in the text of an article. */
export const maxInBody = {
  links: 2_000,
  pictures: 500,
  headings: 1_000,
  notes: 1_000,
  tables: 500,
} as const;

/**
 * In characters of HTML. 85 kB of link references can become 100 MB; no article comes near this.
 */
export const maxOutput = 1_000_000;

/**
 * The most elements of a document that is brought in. A long report has some thousands, a table of
 * a thousand awards 17,000: its cells, and a paragraph in each.
 */
export const maxElements = 20_000;

/**
 * In bytes of XML in a Word file. A table of a thousand awards has 4 MB; a file of 1 MB can unfold
 * to hundreds.
 */
export const maxWordXml = 8_000_000;

/**
 * In UTF-16 units. Figures are looked for in the beginning of a paragraph; the longest tables of a
 * report have 20,000.
 */
export const maxFigureText = 20_000;

/** An article is by a few people; more lines of names below it are a list. */
export const maxBylines = 10;

/** In bytes. A decision has 0.2 MB, a scan of thirty pages 10; more is a burden to fetch. */
export const maxAttachmentBytes = 20_000_000;

/** A file of 31 kB can unfold to 256 million pixels; no camera of an office makes more than 50. */
export const maxPixels = 50_000_000;

/**
 * In pixels. A panorama has up to 20,000; no picture of an article is longer, and formats end at
 * 16,383 (WebP) and 65,535 (JPEG).
 */
export const maxSide = 16_000;

/**
 * How many times longer one side may be than the other. At the least width of 320 pixels such a
 * banner is 6 high; a strip of 60,000 × 10 would have no height at all.
 */
export const maxStretch = 50;

/**
 * In pixels, of the longer side. What comes in by a program of ours is made no larger: pages show
 * at most 1,440 across, and a cut of half a photograph is still sharp.
 */
export const preparedSide = 2_560;

/** In pixels. The site shows nothing of what is longer; the file only burdens the repository. */
export const wideSide = 4_000;

/** In bytes. A photograph of the size that pages need has 0.3 to 1 MB. */
export const heavyPicture = 2_000_000;

/**
 * In pixels. A picture whose longer side is below this is a placeholder or an ornament of the page
 * that it was taken from.
 */
export const minSide = 32;

/**
 * In pixels across. A picture in the text of an article is 621 wide on a desk; a cut that leaves
 * less than this of a larger photograph is blurred there.
 */
export const minCutWidth = 640;

/** The most problems of one file that are told one by one; the others are counted. */
export const maxTold = 50;
