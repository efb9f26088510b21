import { deflateSync } from "node:zlib";
import sharp, { type Exif } from "sharp";
import { describe, expect, it } from "vitest";
import { maxHead, maxInBody, maxItems, maxKeys, maxUnitLevels } from "../../../src/limits.ts";
import { messages } from "../../../src/problems/messages.ts";
import { type Problem, reportOf } from "../../../src/problems/problem.ts";
import { checkFolder } from "../../checking.ts";
import { article, base, type Files, folderOf } from "../../content.ts";
import { pdfFile } from "../../pdf-file.ts";

/**
 * Bad input and the problems that it gives, each as `path:line:column code`. A new case is a new
 * row. The files join a site.yaml and a units.yaml without errors, unless the row brings its own.
 */
type Row = readonly [name: string, files: Files, expected: readonly string[]];

/** Returns a site.yaml with more lines, of which the first is line 6. */
const look = (lines: string): Files => ({ "site.yaml": `${base["site.yaml"]}${lines}\n` });
const drawing = (inside = '<path d="M0 0h9v9z"/>') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18">${inside}</svg>`;
/** Returns one article, `a.md`, with more lines in its front matter; the first is line 6. */
const head = (lines: string): Files => ({ "a.md": article(lines) });
/** Returns one article with this body, which begins on line 8. */
const body = (text: string): Files => ({ "a.md": article("", text) });
/** Returns one article that has this text and nothing else. */
const raw = (text: string): Files => ({ "a.md": text });
const listOf = (count: number, one: (at: number) => string, between = ", ") =>
  Array.from({ length: count }, (_, at) => one(at)).join(between);
const word = (at: number) => `t${at}`;
const award = (more: string) =>
  `awards:\n  - form: Giấy khen\n    status: đã trao\n    by: khoi-thu\n    to: chi bộ\n${more}`;

const session = (more: string) =>
  `event: { name: Hội nghị Ban Chấp hành, ordinal: 2, term: XIX, agenda: [Bàn việc], ${more} }`;
const people: Files = {
  "people.yaml": `- id: tran-hai
  name: Trần Văn Hai
  posts:
    - { post: Bí thư Chi bộ, unit: chi-bo-mot, to: 2020-06 }
    - { post: Bí thư Đảng ủy Khối Thử, unit: khoi-thu, from: 2020-07 }
- { id: le-thi-thu, name: Lê Thị Thử, posts: [{ post: Phó Bí thư }] }
- { id: le-thi-thu-hai, name: Lê Thị Thử, posts: [{ post: Ủy viên }] }
`,
};

/** A photograph of which a cut of four fifths is sharp enough. */
const wholePhoto = await picture(1_000, 600, "png");

const carrying = async (exif: Exif) =>
  sharp(await picture(48, 32))
    .withExif(exif)
    .jpeg()
    .toBuffer();
const takenAtNoon: Exif = { IFD2: { DateTimeOriginal: "2024:03:05 12:00:00" } };

/** Returns an article that attaches a document. */
const attached = (file = "qd.pdf") => ({
  "a.md": article(`documents: [{ title: A, file: "${file}" }]`),
});
const run = "/S /JavaScript /JS (app.alert\\(1\\))";
const farAway = " ".repeat(6_000);
const packedObjects = (between: string) =>
  Buffer.concat([
    Buffer.from("8 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>"),
    Buffer.from(`${between}stream\n`),
    deflateSync(`9 0 << ${run} >>`),
    Buffer.from("\nendstream endobj"),
  ]);
const activePdfs = [
  ["with code", { catalogue: `/OpenAction << ${run} >>` }],
  ["with code that nothing leads to", { objects: `9 0 obj << ${run} >> endobj` }],
  [
    "whose code is spelt in numbers",
    { objects: "9 0 obj << /S /J#61vaScrip#74 /JS (a) >> endobj" },
  ],
  ["with code in packed objects", { objects: packedObjects(" ") }],
  ["with code in packed objects, far behind what says so", { objects: packedObjects(farAway) }],
  ["that opens a program", { catalogue: "/OpenAction << /S /Launch /F (cmd.exe) >>" }],
  [
    "with a file within",
    { catalogue: "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec >>] >> >>" },
  ],
] as const;

const rows: readonly Row[] = [
  // Files
  [
    "no site.yaml",
    { "site.yaml": { linkTo: "nowhere" } },
    ["site.yaml:1:1 missing-file", "site.yaml:1:1 symbolic-link"],
  ],
  ["a file that is nothing", { "ghi-chu.docx": "x" }, ["ghi-chu.docx:1:1 unknown-file"]],
  [
    "a data file of another program",
    { "a.11tydata.js": "throw 1" },
    ["a.11tydata.js:1:1 unknown-file"],
  ],
  ["a name that Notepad made longer", { "a.md.txt": article() }, ["a.md.txt:1:1 wrong-ending"]],
  ["a link out of content", { "a.md": { linkTo: "/etc/passwd" } }, ["a.md:1:1 symbolic-link"]],
  ["a folder that is a link out", { "2024": { linkTo: "/etc" } }, ["2024:1:1 symbolic-link"]],
  ["a huge text", { "a.md": article("", "x".repeat(1_000_001)) }, ["a.md:1:1 file-too-large"]],
  ["a pile of marks", body(`a${"\u0301\u0323".repeat(300)}`), ["a.md:8:2 too-many-marks"]],
  ["a pile of references", body(`a${"&#x301;&#x323;".repeat(300)}`), ["a.md:8:1 too-many-marks"]],
  [
    "a pile of references in a title",
    body(`[a](/khen-thuong/ "a${"&#x301;&#x323;".repeat(300)}")`),
    ["a.md:8:1 too-many-marks"],
  ],
  ["not UTF-8", { "a.md": Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xff) }, ["a.md:1:1 not-utf8"]],
  ["decomposed text", body("Hội nghị".normalize("NFD")), ["a.md:8:2 not-nfc"]],
  [
    "a decomposed file name",
    { ["hội.md".normalize("NFD")]: article() },
    ["hội.md:1:1 file-name-not-nfc"],
  ],

  [
    "two file names that differ in encoding only",
    { "hội.md": article(), ["hội.md".normalize("NFD")]: article() },
    ["hội.md:1:1 file-name-not-nfc", "hội.md:1:1 file-name-twice", "hội.md:1:1 same-address"],
  ],

  [
    "a merge conflict in a text",
    body("A\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n"),
    ["a.md:9:1 merge-conflict"],
  ],
  [
    "merge conflicts as diff3 writes them, with an end that was forgotten",
    body("<<<<<<< HEAD\nB\n||||||| 1a2b\nA\n=======\nC\n>>>>>>> x\n\nD\n\n>>>>>>> y\n"),
    ["a.md:8:1 merge-conflict", "a.md:18:1 merge-conflict"],
  ],
  [
    "a merge conflict in the front matter",
    head("<<<<<<< HEAD\ntags: [A]\n=======\ntags: [B]\n>>>>>>> x"),
    ["a.md:6:1 merge-conflict"],
  ],
  [
    "a merge conflict in the list of units",
    {
      "units.yaml": `${base["units.yaml"]}<<<<<<< HEAD\n- id: a\n=======\n- id: b\n>>>>>>> x\n`,
      "a.md": article(),
    },
    ["units.yaml:12:1 merge-conflict"],
  ],
  [
    "a heading underlined with seven signs",
    body("A\n======="),
    ["a.md:8:1 heading-one", "a.md:8:1 underlined-heading"],
  ],
  [
    "marks of a merge conflict shown as code",
    body("```text\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n```"),
    [],
  ],
  [
    "a merge conflict below a line that only looks like a block of code",
    body("```npm start``` là lệnh.\n\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n"),
    ["a.md:10:1 merge-conflict"],
  ],
  [
    "a merge conflict between two blocks of code, one of them in a list",
    body("- ```text\n  A\n  ```\n\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n\n```text\nD\n```\n"),
    ["a.md:12:1 merge-conflict"],
  ],
  [
    "a merge conflict in a block of code that has lost its end",
    body("```text\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n"),
    ["a.md:9:1 merge-conflict"],
  ],
  [
    "a merge conflict about the end of a block of code",
    body("```text\n<<<<<<< HEAD\nB\n```\n=======\nC\n```\n>>>>>>> x\n"),
    ["a.md:9:1 merge-conflict"],
  ],

  [
    "a merge conflict within another, as git writes it into the base of zdiff3",
    body(
      "<<<<<<< a\nA\n||||||| base\n<<<<<<<<< Temporary merge branch 1\nB\n||||||||| 1a2b3c4\n=========\nC\n>>>>>>>>> Temporary merge branch 2\n=======\nD\n>>>>>>> x",
    ),
    ["a.md:8:1 merge-conflict"],
  ],
  [
    "what is left of a merge conflict without its first line",
    body("Mục\n=======\n\nA\n||||||| 1a2b3c4\nB\n=======\nC\n>>>>>>> x"),
    ["a.md:12:1 merge-conflict"],
  ],
  [
    "the first line of a merge conflict alone, a little to the right",
    body("A\n  <<<<<<< HEAD\nB"),
    ["a.md:9:1 merge-conflict"],
  ],
  [
    "the line of a merge conflict that names what was there before, alone",
    body("A\n||||||| merged common ancestors\nB"),
    ["a.md:9:1 merge-conflict"],
  ],
  [
    "a heading underlined with seven signs above a quotation in a quotation",
    body("A\n=======\n\n>>>>>>>\n"),
    ["a.md:8:1 heading-one", "a.md:8:1 underlined-heading"],
  ],
  [
    "the mark of a merge conflict in an indented block of code",
    body("A\n\n    <<<<<<< HEAD\n"),
    ["a.md:10:5 indented-text"],
  ],
  [
    "the middle of a merge conflict in the front matter, and with its end in a data file",
    {
      "a.md": article("tags: [A]\n=======\n"),
      "units.yaml": `${base["units.yaml"]}  =======\n  >>>>>>> x\n`,
    },
    ["a.md:7:1 merge-conflict", "units.yaml:12:1 merge-conflict"],
  ],
  [
    "the middle of a merge conflict in the record of addresses",
    { "addresses.txt": "/a/ a.md\n=======\n/b/ b.md\n" },
    ["addresses.txt:2:1 merge-conflict"],
  ],

  // Addresses
  [
    "addresses of units and people whose files have a merge conflict",
    {
      ...people,
      "units.yaml": `${base["units.yaml"]}=======\n`,
      "people.yaml": `${people["people.yaml"]}=======\n`,
      "addresses.txt":
        "/can-bo/tran-hai/ people.yaml\n/don-vi/khoi-thu/ units.yaml\n/so-lieu/x/ figures.yaml\n",
    },
    [
      "addresses.txt:3:1 address-of-thing-gone",
      "people.yaml:8:1 merge-conflict",
      "units.yaml:12:1 merge-conflict",
    ],
  ],
  [
    "old addresses in any form that people copy",
    head(
      "aliases: [/tin/a, /tin/b.html, /?p=12, 'https://cu.example/tin/h%E1%BB%8Dp', /xem.aspx?id=5&l=vi]",
    ),
    [],
  ],
  [
    "what is no old address",
    head("aliases: [tin/a, /tin/#a, //cu.example/a, /../a, '/a b', /a$1, 'https://cu.example']"),
    listOf(7, (at) => `a.md:6:${[11, 18, 27, 43, 50, 58, 64][at]} bad-alias`).split(", "),
  ],
  [
    "old addresses that the site needs itself",
    {
      "a.md": article("aliases: [/Khen-thuong/, /2024/03/05/b/, /2024/03/05/a/, /index.html]"),
      "b.md": article(),
    },
    ["a.md:6:11 alias-taken", "a.md:6:26 alias-taken", "a.md:6:58 alias-taken"],
  ],
  [
    "old addresses that are files of the site",
    head(
      "aliases: [/robots.txt, /sitemap.xml, /du-lieu/danh-muc.json, /giao-dien/a.css, /anh/a/1.jpg]",
    ),
    listOf(5, (at) => `a.md:6:${[11, 24, 38, 62, 80][at]} alias-taken`).split(", "),
  ],
  [
    "old addresses in folders of files, or with a query, that are no files",
    head("aliases: [/anh/ho-guom/, /anh/a.html, '/robots.txt?a=1']"),
    [],
  ],
  [
    "one old address with percent signs and without",
    {
      "a.md": article("aliases: ['/?q=á', /tin/á/]"),
      "b.md": article("aliases: ['/?q=%C3%A1', /tin/%C3%A1/]"),
    },
    ["b.md:6:11 alias-twice", "b.md:6:25 alias-twice"],
  ],
  [
    "an old address that two articles have",
    {
      "a.md": article("aliases: [/Tin/a/, /?p=12]"),
      "b.md": article("aliases: [/tin/a, /tin/a/, /?p=12]"),
    },
    ["b.md:6:11 alias-twice", "b.md:6:19 alias-twice", "b.md:6:28 alias-twice"],
  ],
  [
    "addresses that were published and are still there, or have their day to come",
    {
      "addresses.txt":
        "# Sổ\n/2024/03/05/a/ a.md\n/2024/03/05/hoa/ hoa.MD\n/2024/03/05/b/ cu/b.md\n/cu/ a.md\n/2024/03/05/c/ c.md\n/2025/01/01/d/ d.md\n/don-vi/khoi-thu/ units.yaml\n/2024/ *\n",
      "a.md": article("aliases: [/cu/]"),
      "hoa.MD": article(),
      "moi/b.md": article(),
      "c.md": article("withdrawn: { date: 2024-04-01, reason: Sai. }", ""),
      "d.md": article().replace("2024-03-05", "2025-01-01"),
    },
    [],
  ],
  [
    "addresses that were published and would vanish",
    {
      "addresses.txt":
        "/2024/03/04/a/ a.md\n/2024/03/05/bai-cu/ 2024/bai-cu.md\n/2024/03/05/c/ c.md\n/2024/03/05/d/ d.md\n/chu-de/x/ *\n/don-vi/x/ units.yaml\nx\n",
      "a.md": article(),
      "2024/bai-cua.md": article(),
      "c.md": article("draft: true"),
      "d.md": article().replace("2024-03-05", "2025-01-01"),
    },
    [
      "a.md:3:7 address-moved",
      "addresses.txt:2:1 address-gone",
      "addresses.txt:5:1 address-of-list-gone",
      "addresses.txt:6:1 address-of-thing-gone",
      "addresses.txt:7:1 bad-address-line",
      "c.md:6:8 address-hidden",
      "d.md:3:7 address-hidden",
    ],
  ],
  [
    "a draft with errors that was published, to which an article leads",
    {
      "addresses.txt": "/2024/03/05/d/ d.md\n",
      "a.md": article("", "Xem [bài trước](d.md)."),
      "d.md": article("draft: true\ntgas: [Một]"),
    },
    ["a.md:8:17 link-unpublished", "d.md:6:8 address-hidden", "d.md:7:1 unknown-key"],
  ],
  [
    "addresses of lists, documents and sessions that nothing has, but for those that an article took",
    {
      "addresses.txt":
        "/chu-de/cu/ *\n/hoi-nghi/khoi-thu/x/ *\n/hoi-nghi/khoi-thu/y/ *\n/van-ban/1-kl-tw/ *\n/van-ban/2-kl-tw/ *\n/van-ban/3-kl-tw/ *\n",
      "a.md": article(
        'documents: [{ number: "3-KL/TW" }]\naliases: [/van-ban/1-kl-tw/, /hoi-nghi/khoi-thu/x/, /chu-de/cu/]',
      ),
    },
    ["addresses.txt:3:1 address-of-list-gone", "addresses.txt:5:1 address-of-list-gone"],
  ],
  [
    "an address that another article would take over",
    {
      "addresses.txt": "/2024/03/05/a/ a.md\n",
      "a.md": article().replace("2024-03-05", "2024-03-06"),
      "moi/a.md": article(),
    },
    ["moi/a.md:1:1 address-taken"],
  ],
  [
    "a record of addresses beside an article that cannot be read",
    { "addresses.txt": "/2024/03/05/a/ a.md\n/chu-de/x/ *\n", "a.md": "Chữ." },
    ["a.md:1:1 no-front-matter"],
  ],
  [
    "a merge conflict in the record of addresses",
    { "addresses.txt": "/a/ a.md\n<<<<<<< x\n=======\n/b/ b.md\n>>>>>>> y\n" },
    ["addresses.txt:2:1 merge-conflict"],
  ],
  ["a link to an old address", { "a.md": article("aliases: /tin/a/", "[A](/tin/a/)") }, []],

  [
    "a withdrawn article without its text",
    { "a.md": article("withdrawn: { date: 2024-04-01, reason: Bài nêu sai. }", "") },
    [],
  ],
  [
    "a withdrawn article that others lead to, and that leads to another",
    {
      "a.md": article("withdrawn: { date: 2024-04-01, reason: Bài nêu sai., replaced_by: b.md }"),
      "b.md": article("", "Thay cho [bài trước](a.md)."),
    },
    [],
  ],
  [
    "a withdrawn article whose replacement is not there, or is no article",
    {
      "a.md": article("withdrawn: { date: 2024-04-01, reason: Sai., replaced_by: c.md }"),
      "b.md": article("withdrawn: { date: 2024-04-01, reason: Sai., replaced_by: /khen-thuong/ }"),
    },
    ["a.md:6:59 link-missing", "b.md:6:59 withdrawn-for-address"],
  ],
  [
    "a withdrawal on the day of its article, and today",
    {
      "a.md": article("withdrawn: { date: 2024-03-05, reason: Sai. }"),
      "b.md": article("withdrawn: { date: 2024-06-30, reason: Sai., replaced_by: c.md }"),
      "c.md": article(),
    },
    [],
  ],
  [
    "a withdrawal before its article, one to come, and one in favour of the same article",
    {
      "a.md": article("withdrawn: { date: 2024-03-04, reason: Sai. }"),
      "b.md": article("withdrawn: { date: 2024-07-01, reason: Sai. }"),
      "c.md": article("withdrawn: { date: 2024-04-01, reason: Sai., replaced_by: c.md }"),
    },
    [
      "a.md:6:20 withdrawn-before-article",
      "b.md:6:20 withdrawn-in-future",
      "c.md:6:59 withdrawn-for-itself",
    ],
  ],
  [
    "replacements that readers cannot open",
    {
      "a.md": article("withdrawn: { date: 2024-04-01, reason: Sai., replaced_by: b.md }"),
      "b.md": article("withdrawn: { date: 2024-04-01, reason: Sai., replaced_by: c.md }"),
      "c.md": article("draft: true"),
    },
    ["a.md:6:59 withdrawn-for-hidden", "b.md:6:59 withdrawn-for-hidden"],
  ],
  [
    "an address for a replacement",
    head("withdrawn: { date: 2024-04-01, reason: Sai., replaced_by: 'https://cu.example/a' }"),
    ["a.md:6:59 withdrawn-for-address"],
  ],
  [
    "a draft that is withdrawn",
    head("withdrawn: { date: 2024-04-01, reason: Sai. }\ndraft: true"),
    ["a.md:7:8 withdrawn-draft"],
  ],
  [
    "a withdrawal without its reason",
    head("withdrawn: { date: 2024-04-01 }"),
    ["a.md:6:12 missing-key-in"],
  ],

  // Characters
  ["a zero-width space", body("Hội\u200b nghị"), ["a.md:8:4 invisible-character"]],
  [
    "a soft hyphen in a title",
    { "a.md": article().replace("Bài thử", "Bài\u00adthử") },
    ["a.md:2:11 invisible-character"],
  ],
  ["a right-to-left override", body("\u202eabc"), ["a.md:8:1 invisible-character"]],
  ["a control character", body("Hội\u0007nghị"), ["a.md:8:4 control-character"]],
  ["the letter eth", body("Chi bộ Ðảng"), ["a.md:8:8 wrong-d"]],
  ["a zero-width space as a reference", body("Hội&#8203; nghị"), ["a.md:8:4 invisible-entity"]],
  ["a reference in code, which shows it", body("Gõ `&#8203;` để tách"), []],
  [
    "a reference in code and one in text",
    body("Gõ `&shy;` hay a&shy;b"),
    ["a.md:8:17 invisible-entity"],
  ],
  ["what an emoji is made of, as a reference", body("“👩&zwj;🌾”"), []],
  ["a Cyrillic letter in a word", body("Ban \u0421hi ủy"), ["a.md:8:5 mixed-letters"]],
  ["a Cyrillic letter as a reference", body("Ban &#1057;hi ủy"), ["a.md:8:5 mixed-letters"]],
  [
    "a Cyrillic letter beside bold ones",
    body("Ban \u0421**hi** ủy"),
    ["a.md:8:5 look-alike-word", "a.md:8:5 mixed-letters"],
  ],
  [
    "a Cyrillic word like a Latin one",
    body("Ban \u0441\u043e\u0441"),
    ["a.md:8:5 look-alike-word"],
  ],
  ["a Latin alpha", body("B\u0251n"), ["a.md:8:1 odd-letter"]],
  ["a full-width word", body("\uff22an"), ["a.md:8:1 styled-letters"]],
  ["a letter struck through", body("B\u0336an"), ["a.md:8:1 stacked-marks"]],
  [
    "a no-break space in a name",
    raw(article().replace("Người Thử", "Người\u00a0Thử")),
    ["a.md:4:14 odd-blank"],
  ],
  ["a hyphen of Word's", body("Học trực\u2011tuyến."), ["a.md:8:9 odd-hyphen"]],
  [
    "a document number with a hyphen of Word's",
    body("Học Kết luận số 21\u2011KL/TW."),
    ["a.md:8:17 document-not-listed", "a.md:8:19 odd-hyphen"],
  ],
  [
    "a listed document with a hyphen of Word's",
    { "a.md": article('documents: ["21\u2011KL/TW"]', "Học Kết luận số 21-KL/TW.") },
    ["a.md:6:16 odd-hyphen"],
  ],
  [
    "bold that ends with a sign before a letter",
    body("**Kết luận:**Đồng chí"),
    ["a.md:8:1 stars-left"],
  ],
  ["a no-break space in a text", body("50\u00a0%"), []],
  ["a word from right to left before a number", body("\u05e9\u05dc 15"), ["a.md:8:1 text-turns"]],
  [
    "a look-alike in a unit's name",
    { "units.yaml": base["units.yaml"].replace("Chi bộ", "\u0421hi bộ") },
    ["units.yaml:6:9 mixed-letters"],
  ],
  ["a file name with a long s", { "anhſ.jpg": "x" }, ["anhſ.jpg:1:1 styled-letters"]],
  ["a file name turned round", { "anh\u202e.jpg": "x" }, ["anh\u202e.jpg:1:1 file-name-character"]],
  [
    "a line break in the name of a folder, a tab in that of a file",
    { "hội\nnghị/a\tb.md": article() },
    ["hội\nnghị:1:1 file-name-character", "hội\nnghị/a\tb.md:1:1 file-name-character"],
  ],
  [
    "a file name in an old encoding",
    { "ho\ufffdi.md": article() },
    ["ho\ufffdi.md:1:1 file-name-character"],
  ],
  ["two tone marks", body("hòà giải"), ["a.md:8:1 double-tone"]],
  ["a second tone as a mark", body("ủ\u0301y ban"), ["a.md:8:1 double-tone"]],

  // Front matter as a whole
  ["no front matter", raw("Chỉ có nội dung."), ["a.md:1:1 no-front-matter"]],
  ["an empty file", raw("\n"), ["a.md:1:1 empty-file"]],
  ["front matter below a heading", raw(`# Tin\n\n${article()}`), ["a.md:1:1 front-matter-late"]],
  [
    "front matter pasted as code",
    raw(`\`\`\`\n${article()}\`\`\``),
    ["a.md:1:1 front-matter-late"],
  ],
  ["a dash that Word made", raw(article().replace("---", "—")), ["a.md:1:1 front-matter-language"]],
  [
    "spaces behind the hyphens",
    raw(article("tags: [A, A #2]").replaceAll("---", "--- ")),
    ["a.md:6:13 yaml-hash"],
  ],
  ...[
    "---js",
    "---JS",
    "---javascript",
    "---jsLegacy",
    "---json",
    "---coffee",
    "---yaml",
    "--- yaml",
    "--- js",
    "----",
  ].map(
    (line): Row => [
      `front matter opened by "${line}"`,
      raw(article().replace("---", line)),
      ["a.md:1:1 front-matter-language"],
    ],
  ),
  ["front matter without an end", raw("---\ntitle: A\n"), ["a.md:1:1 front-matter-open"]],
  [
    "an end with something behind it",
    raw(article().replace("\n---\n", "\n---js\n")),
    ["a.md:6:1 front-matter-close"],
  ],
  ["a byte order mark", raw(`\ufeff${article()}`), []],
  ["Windows line ends", raw(article("tags: [Một, Hai]").replaceAll("\n", "\r\n")), []],

  // YAML
  ["a line that is nothing", head("tags: [Một]]"), ["a.md:6:12 yaml-syntax"]],
  ["an open bracket", head("tags: [Một, Hai\nsummary: A"), ["a.md:6:7 yaml-bracket-open"]],
  ["an open quotation mark", head('summary: "A\ntags: [Một]'), ["a.md:6:10 yaml-quote-open"]],
  [
    "an open quotation mark that another closes",
    head('summary: "A\nunknown: "B"\ntags: [Một]'),
    ["a.md:6:10 yaml-quote-open", "a.md:7:1 unknown-key"],
  ],
  [
    "a text over two lines is no open quotation mark",
    head('summary: "A\n  b"\ntags: [Một'),
    ["a.md:8:7 yaml-bracket-open"],
  ],
  [
    "quotation marks inside others",
    head('summary: "Phong trào "Dân vận khéo" lan rộng"'),
    ["a.md:6:10 yaml-quote-inside"],
  ],
  ["an apostrophe inside others", head("summary: 'It's'"), ["a.md:6:10 yaml-quote-inside"]],
  ["no space behind the colon", head('summary:"A"'), ["a.md:6:1 yaml-no-space"]],
  ["a no-break space behind it", head("summary:\u00a0A"), ["a.md:6:1 yaml-no-space"]],
  ["an equals sign", head("summary = A"), ["a.md:6:1 yaml-no-space"]],
  ["a wide colon", head("summary：A"), ["a.md:6:1 yaml-no-space"]],
  ["a line too far in", head("event:\n  name: A\n    place: B"), ["a.md:8:5 yaml-indent"]],
  [
    "a line too far out",
    head("awards:\n  - form: Cờ\n   status: đã trao"),
    ["a.md:8:4 yaml-indent"],
  ],
  ["an odd space at the start", head("event:\n\u00a0 name: A"), ["a.md:7:1 yaml-tab"]],
  [
    "curly quotation marks",
    head("summary: “Lời tóm tắt”\ntags: [“Một”, “Hai” và “Ba”]"),
    ["a.md:6:10 curly-quotes", "a.md:7:8 curly-quotes"],
  ],
  [
    "a key that is missing beside a line that cannot be read",
    raw("---\ntitle: a: b\ndate: 2024-03-05\nunit: khoi-thu\n---\n\nNội dung.\n"),
    ["a.md:2:1 missing-key", "a.md:2:1 yaml-colon"],
  ],
  [
    "an unquoted colon",
    raw(article().replace("Bài thử", "Bài thử: phần hai")),
    ["a.md:2:1 yaml-colon"],
  ],
  ["a hash in a list", head("tags: [Một, Hai #2]"), ["a.md:6:17 yaml-hash"]],
  ["a value that begins with @", head("summary: @abc"), ["a.md:6:1 yaml-first-character"]],
  ["a tab", head("event:\n\tname: A"), ["a.md:7:1 yaml-tab"]],
  ["a key twice", head("title: Lần hai"), ["a.md:6:1 yaml-duplicate-key"]],
  ["an escape", head('summary: "A\\x07"'), ["a.md:6:12 yaml-escape"]],
  [
    "a path of Windows in quotation marks",
    head('image: "C:\\Users\\Mau\\hop.jpg"'),
    ["a.md:6:11 yaml-escape"],
  ],
  ["an escape that stands for itself", head('summary: "A \\\\ \\"B\\""'), []],
  ["an anchor", head("tags: &a [Một]\nsummary: *a"), ["a.md:7:10 yaml-alias"]],
  ["brackets without end", head(`tags: ${"[".repeat(100_000)}`), ["a.md:6:18 yaml-too-deep"]],
  ["hyphens without end", head(`tags:\n${"- ".repeat(50_000)}`), ["a.md:7:22 yaml-too-deep"]],
  [
    "braces that are closed",
    head(`event: ${"{a: ".repeat(30)}b${"}".repeat(30)}`),
    ["a.md:6:49 yaml-too-deep"],
  ],
  [
    "a group of many keys",
    head(`event: { name: A, ${listOf(maxKeys, (at) => `place: ${at}`)} }`),
    ["a.md:6:8 too-many-keys"],
  ],
  [
    "a front matter of many keys",
    head(listOf(maxKeys, (at) => `khoa${at}: a`, "\n")),
    ["a.md:2:1 too-many-keys"],
  ],
  ["a front matter of many letters", head(`# ${"a".repeat(maxHead)}`), ["a.md:1:1 head-too-large"]],
  ["a tag of YAML", head("summary: !!js/function f"), ["a.md:6:10 yaml-tag"]],
  [
    "a hash that cuts a title",
    raw(article().replace("Bài thử", "Chi bộ #3 họp")),
    ["a.md:2:15 comment-cuts-text"],
  ],
  [
    "a hash that leaves nothing",
    head("summary: #3 họp"),
    ["a.md:6:10 comment-cuts-text", "a.md:6:10 empty-value"],
  ],

  // Keys
  [
    "keys missing",
    raw("---\ntitle: A\n---\n\nNội dung.\n"),
    ["a.md:2:1 missing-key", "a.md:2:1 missing-key", "a.md:2:1 missing-key"],
  ],
  [
    "a key missing in an award",
    head("awards: [{ form: Cờ, status: đã trao, by: khoi-thu, count: 1 }]"),
    ["a.md:6:10 missing-key-in"],
  ],
  ["a misspelt key", head("tag: [A]"), ["a.md:6:1 unknown-key"]],
  ...[
    "__proto__",
    "constructor",
    "permalink",
    "layout",
    "pagination",
    "templateEngineOverride",
    "eleventyComputed",
    "eleventyExcludeFromCollections",
  ].map((key): Row => [`the key ${key}`, head(`${key}: ../x`), ["a.md:6:1 forbidden-key"]]),
  [
    "a __proto__ inside a group",
    head("event: { name: A, __proto__: { x: 1 } }"),
    ["a.md:6:19 forbidden-key"],
  ],
  [
    "a decimal comma in a group",
    head("figures: [{ name: A, value: 98,2 }]"),
    ["a.md:6:32 decimal-comma-split"],
  ],
  ["an empty title", raw(article().replace("Bài thử", "")), ["a.md:2:8 empty-value"]],
  ["an empty list item", head("tags: [A, ]\nsummary: ''"), ["a.md:7:10 empty-value"]],
  ["a list for a text", head("summary: [A, B]"), ["a.md:6:10 expected-text"]],
  ["a text for a group", head("event: Hội nghị"), ["a.md:6:8 expected-group"]],

  [
    "a hyphen before each key of one item",
    head("awards:\n  - form: Cờ\n  - status: đã trao\n  - by: khoi-thu\n  - to: chi bộ"),
    ["a.md:7:3 list-split"],
  ],
  ["documents of one key each", head('documents:\n  - number: "21-KL/TW"\n  - title: Báo cáo'), []],

  // Values
  [
    "several days in one",
    raw(article("event: { name: A, date: 14-15/1/2025 }").replace("2024-03-05", "14, 15/1/2024")),
    ["a.md:3:7 date-span", "a.md:6:25 date-span"],
  ],
  [
    "a month in words",
    head("documents: [{ title: A, date: tháng 7/2010 }]"),
    ["a.md:6:31 bad-partial-date"],
  ],
  ["a date in words", raw(article().replace("2024-03-05", "hôm qua")), ["a.md:3:7 bad-date"]],
  [
    "the 30th of February",
    raw(article().replace("2024-03-05", "30/2/2024")),
    ["a.md:3:7 impossible-date"],
  ],
  ["a month 13", raw(article().replace("2024-03-05", "2024-13-05")), ["a.md:3:7 impossible-date"]],
  [
    "an American date",
    raw(article().replace("2024-03-05", "03/25/2024")),
    ["a.md:3:7 impossible-date"],
  ],
  ["a count of 1.625", head(award("    count: 1.625")), ["a.md:11:12 number-grouped"]],
  ["a count of 98,2", head(award("    count: 98,2")), ["a.md:11:12 bad-count"]],
  ["a count of 010", head(award("    count: 010")), ["a.md:11:12 number-leading-zero"]],
  ["a count of 07", head(award("    count: 07")), ["a.md:11:12 number-leading-zero"]],
  ["a count of 16:36", head(award("    count: 16:36")), ["a.md:11:12 number-time"]],
  ["a count of 0", head(award("    count: 0")), []],
  ["a count below 0", head(award("    count: -1")), ["a.md:11:12 bad-count"]],
  ["a count that is said roughly", head(award("    count: khoảng 30")), []],
  ["a count between two", head(award("    count: 30-35")), []],
  ["a count that no source gives", head(award("    count: Không rõ")), []],
  [
    "a rough count of some that are named",
    head(award("    recipients: [A]\n    count: trên 3")),
    [],
  ],
  ["a range that goes down", head(award("    count: 35-30")), ["a.md:11:12 bad-range"]],
  [
    "a rough number of thousands",
    head(award("    count: khoảng 1.600")),
    ["a.md:11:19 number-grouped"],
  ],
  ["a rough range", head(award("    count: khoảng 30 đến 35")), ["a.md:11:12 bad-count"]],
  [
    "a quoted rough figure",
    head('figures: [{ name: A, value: "khoảng 98,2" }]'),
    ["a.md:6:37 number-comma"],
  ],
  ["steps in a row", head(award("    count: 3\n    step: [30, 40]")), ["a.md:12:11 steps-listed"]],
  ["steps that go down", head(award("    count: 3\n    step: 75-30")), ["a.md:12:11 bad-range"]],
  ["a step of 0", head(award("    count: 3\n    step: 0")), ["a.md:12:11 count-not-whole"]],
  ["a count in words", head(award("    count: mười một")), ["a.md:11:12 bad-count"]],
  ["a figure of 98,2", head("figures:\n  - name: A\n    value: 98,2"), ["a.md:8:12 number-comma"]],
  [
    "a figure of 1.625",
    head("figures:\n  - name: A\n    value: 1.625"),
    ["a.md:8:12 number-ambiguous"],
  ],
  ["a figure of 98%", head("figures:\n  - name: A\n    value: 98%"), ["a.md:8:12 number-not"]],
  [
    "a year of 21",
    head("figures:\n  - name: A\n    value: 1\n    year: 21"),
    ["a.md:9:11 bad-year"],
  ],
  [
    "years the wrong way round",
    head(award("    count: 1\n    years: 2021-2017")),
    ["a.md:12:12 bad-year-span"],
  ],
  ["draft: yes", head("draft: maybe"), ["a.md:6:8 bad-yes-or-no"]],
  ["a term in digits", head("event: { name: A, term: 19 }"), ["a.md:6:25 bad-term"]],
  [
    "a source that is no address",
    head("source: { name: A, url: javascript:alert(1) }"),
    ["a.md:6:25 bad-web-address"],
  ],
  [
    "an unknown form",
    head("awards: [{ form: Giấy khem, status: đã trao, by: khoi-thu, to: a, count: 1 }]"),
    ["a.md:6:18 unknown-value"],
  ],
  [
    "a date with a short year",
    raw(article().replace("2024-03-05", "5/3/24")),
    ["a.md:3:7 short-year"],
  ],
  ["a picture by its name alone", head("images: anh.jpg"), ["a.md:6:9 missing-key-in"]],
  ["people by their names", head("people: [Người Một, Người Hai]"), []],
  [
    "front matter that is a list",
    raw("---\n- title: A\n---\n\nNội dung.\n"),
    ["a.md:2:1 file-not-keys"],
  ],
  ["an unknown unit", raw(article().replace("khoi-thu", "khoi-thi")), ["a.md:5:7 unknown-unit"]],
  [
    "an unknown giver",
    head("awards: [{ form: Cờ, status: đã trao, by: xa-la, to: a, count: 1 }]"),
    ["a.md:6:43 unknown-unit"],
  ],
  [
    "a date for a document number",
    head('documents: [{ number: "7/11" }]'),
    ["a.md:6:23 bad-document-number"],
  ],
  [
    "a document number without quotation marks",
    head("documents: [{ number: 21-KL/TW }]"),
    ["a.md:6:23 number-unquoted"],
  ],
  [
    "a document without anything",
    head("documents: [{ relation: quán triệt }]"),
    ["a.md:6:13 document-empty"],
  ],
  [
    "a figure in place of a document number",
    head('documents:\n  - { number: "02", kind: Nghị quyết }\n  - { number: "03" }'),
    ["a.md:7:15 document-number-bare", "a.md:8:15 document-number-bare"],
  ],
  [
    "a figure with all that it needs",
    head(
      'documents: [{ number: "02", title: Nghị quyết năm, issuer: Đảng ủy Khối Thử, date: 2024 }]',
    ),
    [],
  ],
  [
    "documents whose numbers say another kind, and the same",
    head(
      'documents:\n  - { number: "1-QĐ/ĐU", kind: Nghị quyết }\n  - { number: "2-QĐ/ĐU", kind: quy định }\n  - { number: "3/QĐ-UBND", kind: Quy định }\n  - { number: "4-KH/ĐU", kind: Đề án }',
    ),
    ["a.md:7:32 document-kind-differs", "a.md:9:34 document-kind-differs"],
  ],
  [
    "a document that is later than the article",
    head(
      'documents:\n  - { number: "21-KL/TW", date: 2024-03-06 }\n  - { number: "22-KL/TW", date: 2024-03 }\n  - { number: "23-KL/TW", date: 2024-04, relation: lấy ý kiến dự thảo }',
    ),
    ["a.md:7:33 document-after-article"],
  ],
  [
    "a document that replaces itself",
    head('documents: [{ number: "21-KL/TW", replaces: "21-KL/T.Ư" }]'),
    ["a.md:6:45 document-relation-self"],
  ],
  [
    "a document that replaces one of the same number",
    {
      "2018/b.md": article('documents: [{ number: "21-KL/TW", date: 2017 }]').replace(
        "2024-03-05",
        "2018-01-01",
      ),
      "a.md": article(
        'documents: [{ number: "21-KL/TW", date: 2023, replaces: "21-KL/TW năm 2017" }]',
      ),
    },
    [],
  ],
  [
    "a document that implements a later one",
    head(
      'documents:\n  - { number: "21-KL/TW", date: 2023, implements: ["22-KL/TW"] }\n  - { number: "22-KL/TW", date: 2024-01-02 }',
    ),
    ["a.md:7:52 document-relation-later"],
  ],
  [
    "a document that amends one that nobody lists",
    head('documents: [{ number: "21-KL/TW", amends: [Kế hoạch năm, "05-CT/TW"] }]'),
    ["a.md:6:44 document-relation-unknown", "a.md:6:58 document-relation-unknown"],
  ],
  [
    "one number of two days",
    {
      "a.md": article('documents: [{ number: "21-KL/TW", date: 2021-10-25 }]'),
      "b.md": article('documents: [{ number: "21-KL/TW", date: 2021-10-15 }]'),
      "c.md": article('documents: [{ number: "21-KL/TW", date: 2020-10-25 }]'),
      "d.md": article('documents: [{ number: "21-KL/TW", date: 2021 }]'),
      "e.md": article('documents: [{ number: "21-KL/TW", date: 2014-10-25 }]'),
    },
    ["b.md:6:41 document-date-differs", "c.md:6:41 document-date-differs"],
  ],
  [
    "one number of the state in two years",
    {
      "a.md": article('documents: [{ number: "21/QĐ-UBND", date: 2021-10-25 }]'),
      "b.md": article('documents: [{ number: "21/QĐ-UBND", date: 2022-10-15 }]'),
    },
    [],
  ],
  ["too many tags", head(`tags: [${listOf(maxItems.tags + 1, word)}]`), ["a.md:6:7 list-too-long"]],
  ["the most tags", head(`tags: [${listOf(maxItems.tags, word)}]`), []],
  [
    "too many recipients",
    head(award(`      recipients: [${listOf(maxItems.recipients + 1, word)}]`.slice(2))),
    ["a.md:11:17 list-too-long"],
  ],
  [
    "the most recipients",
    head(award(`    recipients: [${listOf(maxItems.recipients, word)}]`)),
    [],
  ],
  [
    "a title of many letters",
    { "a.md": article().replace("Bài thử", `${"a ".repeat(200)}ab`) },
    ["a.md:2:8 text-too-long"],
  ],
  ["the longest tag", head(`tags: ${"a".repeat(200)}`), []],
  ["a tag of many letters", head(`tags: ${"a".repeat(401)}`), ["a.md:6:7 text-too-long"]],
  ["a lead of many letters", head(`summary: ${"a ".repeat(1_501)}`), ["a.md:6:10 text-too-long"]],
  ["tags in one text", head('tags: "Một, Hai"'), ["a.md:6:7 tag-with-comma"]],
  ["a tag without letters", head("tags: [日本]"), ["a.md:6:8 empty-slug"]],
  ["a file name without letters", { "日本.md": article() }, ["日本.md:1:1 empty-slug"]],
  [
    "an author without letters",
    raw(article().replace("Người Thử", "///")),
    ["a.md:4:9 empty-slug"],
  ],

  ["a tag too long", head(`tags: [${"dài ".repeat(60)}]`), ["a.md:6:8 slug-too-long"]],
  [
    "a list without authors",
    raw(article().replace("author: Người Thử", "author: []")),
    ["a.md:4:9 empty-value"],
  ],
  [
    "a hash that cuts the unit",
    raw(article().replace("khoi-thu", "khoi-thu #3")),
    ["a.md:5:16 comment-cuts-text"],
  ],
  [
    "a letter that is none",
    body("A\ufffeB\u0085"),
    ["a.md:8:2 control-character", "a.md:8:4 control-character"],
  ],
  [
    "an invisible character in a data file",
    { "units.yaml": base["units.yaml"].replace("name: ", "name: \u200b") },
    ["units.yaml:2:9 invisible-character"],
  ],

  ["an article of long ago", { "a.md": article().replace("2024-03-05", "1999-03-05") }, []],
  [
    "a date far ahead",
    raw(article().replace("2024-03-05", "5/3/2204")),
    ["a.md:3:7 date-far-ahead"],
  ],
  [
    "articles that somebody has to approve, and those that are older or drafts",
    {
      ...look("approval: required\napproval_from: 5/3/2024"),
      "a.md": article(),
      "b.md": article("approved_by: Trần Mẫu").replace("Bài thử", "Bài hai"),
      "c.md": article("draft: true").replace("Bài thử", "Bài ba"),
      "d.md": article().replace("2024-03-05", "2024-03-04"),
      "e.md": article().replace("2024-03-05", "2024-08-05"),
    },
    ["a.md:4:9 approval-missing", "e.md:4:9 approval-missing"],
  ],
  ["a rule of approval without a day", look("approval: required"), ["site.yaml:6:11 missing-key"]],
  [
    "a day of approval without the rule",
    look("approval_from: 5/3/2024"),
    ["site.yaml:6:16 missing-key"],
  ],
  ["a rule of approval that there is not", look("approval: có"), ["site.yaml:6:11 unknown-value"]],
  [
    "an article that only its author approved",
    head("approved_by: { name: NGƯỜI THỬ, post: Bí thư, date: 6/3/2024 }"),
    ["a.md:6:14 approval-own"],
  ],
  ["an article that leads the home page for a while", head("lead_until: 2024-04-05"), []],
  [
    "an article that leads before it is there",
    head("lead_until: 4/3/2024"),
    ["a.md:6:13 lead-early"],
  ],
  ["an article that leads for long", head("lead_until: 5/3/2204"), ["a.md:6:13 lead-long"]],
  [
    "two articles that lead at a time, one that does so later, a draft, and two of the past",
    {
      "a.md": article("lead_until: 2024-07-02").replace("2024-03-05", "2024-06-28"),
      "b.md": article("lead_until: 2024-07-04").replace("2024-03-05", "2024-06-29"),
      "c.md": article("lead_until: 2024-07-09").replace("2024-03-05", "2024-07-05"),
      "d.md": article("lead_until: 2024-07-04\ndraft: true").replace("2024-03-05", "2024-07-02"),
      "e.md": article("lead_until: 2024-03-09"),
      "f.md": article("lead_until: 2024-03-09"),
    },
    ["a.md:6:13 lead-twice"],
  ],
  ["authors in one text", raw(article().replace("Người Thử", "A, B")), ["a.md:4:9 names-joined"]],
  ["people in one text", head("people: A; B"), ["a.md:6:9 names-joined"]],
  ["topics in one text", head("tags: A; B"), ["a.md:6:7 names-joined"]],
  ["recipients in one text", head(award("    recipients: A, B")), ["a.md:11:17 names-joined"]],
  [
    "those who presented an award in one text",
    head(award("    count: 1\n    presented_by: A, B")),
    ["a.md:12:19 names-joined"],
  ],
  ["units in one text", head("mentions: khoi-thu, chi-bo-mot"), ["a.md:6:11 names-joined"]],
  ["a unit that is not there in a list", head("mentions: [la]"), ["a.md:6:12 unknown-unit"]],
  [
    "numbers of documents in one text",
    head('documents: [{ number: "3-NQ/TW", amends: "1-NQ/TW, 2-NQ/TW" }]'),
    ["a.md:6:42 names-joined"],
  ],
  [
    "the title of a document with a comma",
    head('documents: [{ number: "3-NQ/TW", amends: "Đề án tinh gọn, sắp xếp" }]'),
    ["a.md:6:42 document-relation-unknown"],
  ],
  ["one recipient with a comma", head(award('    recipients: ["A, B"]')), []],

  // Awards
  [
    "a recipient named twice",
    head(award("    recipients: [A, B, A]")),
    ["a.md:11:24 recipient-twice"],
  ],
  [
    "a proposer that is unknown",
    head(award("    count: 1\n    proposed_by: chi-bo-chin")),
    ["a.md:12:18 unknown-unit"],
  ],
  [
    "a decision that is dated after the article",
    head(award('    count: 1\n    decision: { number: "2-QĐ/ĐU", date: 2024-03-06 }')),
    ["a.md:12:42 award-decision-late"],
  ],
  [
    "a decision with the number of a later year",
    head(award('    count: 1\n    decision: { number: "30/2025/QĐ-UBND" }')),
    ["a.md:12:25 award-decision-late"],
  ],
  [
    "a proposal that has been decided, and handed over",
    head(
      award("    count: 1\n    decision: { date: 2024-03-06 }\n    presented_by: A").replace(
        "đã trao",
        "đề xuất",
      ),
    ),
    ["a.md:12:15 award-proposed-done", "a.md:13:19 award-proposed-done"],
  ],
  [
    "a withdrawal before the decision",
    head(
      award(
        "    count: 1\n    decision: { date: 2024-02-01 }\n    revocation: { date: 2024-01-31 }",
      ).replace("đã trao", "thu hồi"),
    ),
    ["a.md:13:25 award-revocation-early"],
  ],
  [
    "merit of a year to come",
    head(award("    count: 1\n    years: 2023-2025")),
    ["a.md:12:12 award-year-ahead"],
  ],
  [
    "a certificate with years of membership",
    head(award("    count: 1\n    step: 30\n    early: true")),
    ["a.md:12:11 award-key-of-another-form", "a.md:13:12 award-key-of-another-form"],
  ],
  [
    "a withdrawing decision of an award that is none",
    head(award('    count: 1\n    revocation: { number: "3-QĐ/ĐU" }')),
    ["a.md:12:17 award-revocation-misplaced"],
  ],
  [
    "a total of the title that is near the sum of the lines",
    { "a.md": article(award("    count: 1624")).replace("Bài thử", "1.625 chi bộ nhận Giấy khen") },
    ["a.md:2:8 award-total-near"],
  ],
  [
    "a total of the text that is near the sum of the lines",
    { "a.md": article(award("    count: 1624"), "Trao Giấy khen cho 1.625 chi bộ.") },
    ["a.md:14:20 award-total-near"],
  ],
  [
    "an ordinal that is not the one in the event's name",
    head("event: { name: Hội nghị lần thứ mười hai, ordinal: 11 }"),
    ["a.md:6:52 event-ordinal-differs"],
  ],
  [
    "a body and a term that are not those in the event's name",
    head("event: { name: Hội nghị BTV Đảng ủy khóa XIX, body: BCH Đảng bộ, term: XX }"),
    ["a.md:6:53 event-name-differs", "a.md:6:72 event-name-differs"],
  ],
  [
    "years of a term that are not those in the event's name",
    head("event: { name: Đại hội Chi bộ nhiệm kỳ 2020 - 2025, term: 2025-2030 }"),
    ["a.md:6:59 event-name-differs"],
  ],
  ...[
    "name: Hội nghị Ban Thường vụ khóa XIX, body: Ban Thường vụ Đảng ủy, term: XIX",
    "name: Hội nghị học tập Nghị quyết Trung ương 5 khóa XIII, term: XIX",
    "name: Đại hội Chi bộ nhiệm kỳ 2020-2025, body: Đại hội đại biểu, term: XIX",
    "name: Hội nghị Ban Chấp hành mở rộng, body: Thường trực Đảng ủy",
    "name: Lớp học, date: 2024-01-01, to: 2024-12-31",
  ].map((event): Row => [`an event of ${event}`, head(`event: { ${event} }`), []]),
  [
    "an event of more than a year",
    head("event: { name: Lớp học, date: 2024-03-01, to: 2025-03-04 }"),
    ["a.md:6:47 event-too-long"],
  ],
  ["an award without a count", head(award("").trimEnd()), ["a.md:7:5 award-no-count"]],
  [
    "a count that differs from the names",
    head(award("    recipients: [A, B]\n    count: 3")),
    ["a.md:12:12 award-count-differs"],
  ],
  [
    "an award above the giver's level, a badge of 35 years",
    {
      "norms.yaml": `- number: "29-QĐ/TW"\n  valid_from: 2016\n  badge_steps: [30, 40]\n  levels:\n    - kinds: [đảng bộ khối]\n      forms: [Giấy khen, Huy hiệu Đảng]\n    - kinds: [tỉnh ủy]\n      forms: [Bằng khen]\n`,
      "a.md": article(
        "awards:\n  - { form: Bằng khen, status: đã trao, by: khoi-thu, to: a, count: 1 }\n  - { form: Huy hiệu Đảng, status: đã trao, by: khoi-thu, to: đảng viên, step: 35, count: 1 }",
      ),
    },
    ["a.md:7:13 award-wrong-level", "a.md:8:13 award-badge-step"],
  ],
  [
    "one decision with two counts",
    {
      "a.md": article(award('    count: 11\n    decision: { number: "25-QĐ/ĐUK" }')),
      "b.md": article(award('    count: 12\n    decision: { number: "25 - QĐ/ĐUK" }')),
    },
    ["b.md:11:12 award-decision-differs"],
  ],
  [
    "the same award in two articles without a decision",
    { "a.md": article(award("    count: 11")), "b.md": article(award("    count: 11")) },
    ["b.md:7:5 award-look-alike"],
  ],
  [
    "a withdrawal of what nobody told",
    head(award("    count: 1").replace("đã trao", "thu hồi")),
    ["a.md:7:5 award-withdrawal-unknown"],
  ],
  [
    "a withdrawal told twice without names",
    Object.fromEntries(
      ["đã trao", "thu hồi", "thu hồi"].map((status, index) => [
        `${index}.md`,
        article(
          award(`    count: ${index === 0 ? 9 : 1}\n    decision: { number: "25-QĐ/ĐUK" }`).replace(
            "đã trao",
            status,
          ),
        ),
      ]),
    ),
    ["2.md:7:5 award-withdrawal-again"],
  ],
  [
    "one decision for two kinds of recipients in two articles",
    {
      "a.md": article(award('    count: 2\n    decision: { number: "25-QĐ/ĐUK" }')),
      "b.md": article(
        award('    count: 2\n    decision: { number: "25-QĐ/ĐUK" }').replace("chi bộ", "tập thể"),
      ),
    },
    ["b.md:10:9 award-same-decision"],
  ],
  [
    "a withdrawal of more than was given",
    {
      "a.md": article(award('    count: 2\n    decision: { number: "25-QĐ/ĐUK" }')),
      "b.md": article(
        award('    count: 3\n    decision: { number: "25-QĐ/ĐUK" }').replace("đã trao", "thu hồi"),
      ),
    },
    ["b.md:7:5 award-withdrawal-too-large"],
  ],

  [
    "mistakes below lines that cannot be read",
    head(`summary: Một: hai\ntags:[A]\n${award("    count: 1.625\n    years: 2021-2017")}`),
    [
      "a.md:6:1 yaml-colon",
      "a.md:7:1 yaml-no-space",
      "a.md:13:12 number-grouped",
      "a.md:14:12 bad-year-span",
    ],
  ],
  [
    "mistakes of every field, however many",
    raw(
      article("tags: Một, Hai\ncount: 1")
        .replace("khoi-thu", "khoi-thuu")
        .replace("2024-03-05", "x"),
    ),
    [
      "a.md:3:7 bad-date",
      "a.md:5:7 unknown-unit",
      "a.md:6:7 tag-with-comma",
      "a.md:7:1 unknown-key",
    ],
  ],
  [
    "keys in Vietnamese",
    raw(article().replace("title", "Tiêu đề").replace("date", "ngày")),
    ["a.md:2:1 unknown-key", "a.md:3:1 unknown-key"],
  ],
  [
    "a key in Vietnamese inside a group, which is not the article's own",
    raw(article("event: { name: A, ngày: 1/1/2024 }").replace("date: 2024-03-05\n", "")),
    ["a.md:2:1 missing-key", "a.md:5:19 unknown-key"],
  ],
  ["a document by its number alone", head('documents: ["21-KL/TW"]'), []],

  // Body
  ["a picture with spaces in its name", body("![Ảnh](ảnh 1.jpg)"), ["a.md:8:1 link-not-read"]],
  ["a link torn in two", body("Xem [bài] (https://example.com)"), ["a.md:8:5 link-not-read"]],
  ["brackets that are no link", body("[sic] (như trên) và `[a](b c.md)`"), []],
  ["a reference without a note", body("Ba người[^1]."), ["a.md:8:9 footnote-missing"]],
  [
    "a note with a space in its name",
    body("Ba người[^ghi chú].\n\n[^ghi chú]: Tính đến hết quý."),
    ["a.md:8:9 footnote-missing", "a.md:10:1 footnote-missing"],
  ],
  ["a note that says nothing", body("Ba[^a] người.\n\n[^a]:"), ["a.md:10:1 footnote-missing"]],
  ["brackets that are no reference", body("Ba \\[^1] và `[^1]` và [^] và x[^"), []],
  [
    "a reference inside a link",
    body("[Hai[^1] ba](https://a.example).\n\n[^1]: A."),
    ["a.md:8:1 link-not-read"],
  ],
  ["two notes of one name", body("Ba[^1].\n\n[^1]: A.\n\n[^1]: B."), ["a.md:12:1 footnote-twice"]],
  ["a note that nothing refers to", body("Ba.\n\n[^1]: A."), ["a.md:10:1 footnote-unused"]],
  [
    "a note that only a picture's description refers to",
    { ...body("![Hội trường[^1]](anh.jpg)\n\n[^1]: A."), "anh.jpg": await picture(48, 32) },
    ["a.md:10:1 footnote-unused"],
  ],
  [
    "what is wrong inside a note",
    body("Ba[^1].\n\n[^1]: A <b>b</b>, [c](khong-co.md), ![](d.jpg) và [^2].\n\n        Mã."),
    [
      "a.md:10:9 raw-html",
      "a.md:10:23 link-missing",
      "a.md:10:41 alt-missing",
      "a.md:10:41 picture-missing",
      "a.md:10:51 footnote-missing",
      "a.md:12:9 indented-text",
    ],
  ],
  ["no text at all", { "a.md": article("", "") }, ["a.md:1:1 empty-body"]],
  ["a paragraph that begins with a tab", body("\tĐoạn đầu."), ["a.md:8:2 indented-text"]],
  [
    "a rule right below a paragraph",
    body("Đoạn đầu.\n---\nĐoạn hai."),
    ["a.md:8:1 underlined-heading"],
  ],
  ["a table out of Word", body("Mở đầu:\nSTT\tHọ tên\tChức vụ"), ["a.md:9:1 table-with-tabs"]],
  ["a table without its rule", body("| A | B |\n| 1 | 2 |"), ["a.md:8:1 table-without-rule"]],
  ["a table that is one", body("| A | B |\n| - | - |\n| 1 | 2 |"), []],
  ["bullets of Word", body("Gồm:\n• Việc một\n• Việc hai"), ["a.md:9:1 typed-bullet"]],
  ["dashes of Word", body("Gồm:\n– Việc một\n– Việc hai"), ["a.md:9:1 typed-bullet"]],
  ["a dash that begins a quotation", body("– Tôi tham gia.\n\n– Tôi cũng vậy."), []],
  ["a dialogue dash inside a line", body("Ông nói – và cười – rằng thế."), []],
  ["a heading without a space", body("##Đề mục"), ["a.md:8:1 heading-without-space"]],
  ["stars with spaces", body("Rất ** đậm ** và **đậm**."), ["a.md:8:5 stars-left"]],
  ["a bullet of a symbol font", body("\uf0b7 Việc một"), ["a.md:8:1 control-character"]],
  ["raw HTML", body("Một <script>alert(1)</script>"), ["a.md:8:5 raw-html"]],
  ["a heading of the first level", body("# Đề mục"), ["a.md:8:1 heading-one"]],
  [
    "too many links",
    body(listOf(maxInBody.links + 1, () => "[a](/)", "\n\n")),
    [`a.md:${8 + 2 * maxInBody.links}:1 too-many-links`],
  ],
  [
    "too many references to a note",
    body(`${"a[^1] ".repeat(maxInBody.links + 1)}\n\n[^1]: Chú thích`),
    ["a.md:8:1 too-many-links"],
  ],
  [
    "too many pictures",
    body("![a](a.jpg) ".repeat(maxInBody.pictures + 1)),
    ["a.md:8:1 too-many-pictures"],
  ],
  [
    "too many headings",
    body("## A\n\n".repeat(maxInBody.headings + 1)),
    [`a.md:${8 + 2 * maxInBody.headings}:1 too-many-headings`],
  ],
  ["the most headings", body("## A\n\n".repeat(maxInBody.headings)), []],
  [
    "too many notes",
    body(listOf(maxInBody.notes + 1, (at) => `a[^${at}]\n\n[^${at}]: b`, "\n\n")),
    [`a.md:${10 + 4 * maxInBody.notes}:1 too-many-notes`],
  ],
  [
    "too many tables",
    body("| a | b |\n|---|---|\n| c | d |\n\n".repeat(maxInBody.tables + 1)),
    [`a.md:${8 + 4 * maxInBody.tables}:1 too-many-tables`],
  ],
  [
    "references that unfold",
    body(`[a]: /${"x".repeat(40_000)}\n\n${"[a] ".repeat(60)}`),
    ["a.md:1:1 body-too-large"],
  ],
  [
    "a picture without a description",
    { ...body("![](anh.jpg)"), "anh.jpg": await picture(48, 32) },
    ["a.md:8:5 alt-missing"],
  ],
  [
    "a picture described by its caption",
    { ...body('![Lễ khánh thành.](anh.jpg "LỄ KHÁNH THÀNH")'), "anh.jpg": await picture(48, 32) },
    ["a.md:8:20 alt-is-caption"],
  ],
  [
    "the text that an import writes where a picture had none",
    {
      ...head(
        'images: [{ src: hop.jpg, alt: "Ảnh chưa có lời tả", caption: "Ảnh chưa có lời tả" }]',
      ),
      "hop.jpg": await picture(48, 32),
    },
    ["a.md:6:31 alt-unwritten"],
  ],
  [
    "a cover described by its caption, above and in the text",
    {
      "a.md": article(
        'images: [{ src: anh.jpg, alt: "Toàn  cảnh", caption: "Toàn cảnh…" }]',
        "![“Toàn cảnh”](anh.jpg)",
      ),
      "anh.jpg": await picture(48, 32),
    },
    ["a.md:6:31 alt-is-caption", "a.md:9:16 alt-is-caption"],
  ],
  [
    "a cover without a description",
    { ...head("images: [{ src: anh.jpg, caption: A }]"), "anh.jpg": await picture(48, 32) },
    ["a.md:6:10 missing-key-in"],
  ],
  ["a picture that is not there", body("![Hội trường](anh.jpg)"), ["a.md:8:15 picture-missing"]],
  [
    "a cover that is not there",
    head('images: [{ src: anh.jpg, alt: "Hội trường" }]'),
    ["a.md:6:17 picture-missing"],
  ],
  [
    "a picture on the writer's disk",
    body("![Hội trường](C:\\anh\\a.jpg)"),
    ["a.md:8:15 picture-on-disk"],
  ],
  ["a link to a Word file", body("Xem [tệp](D:\\bc.docx)"), ["a.md:8:11 link-to-file"]],
  [
    "a picture of another site",
    body("![Hội trường](https://example.com/a.jpg)"),
    ["a.md:8:15 picture-outside"],
  ],
  [
    "a picture as data",
    body("![Hội trường](data:image/png;base64,AAAA)"),
    ["a.md:8:15 picture-outside"],
  ],
  ["a picture above content", body("![Hội trường](../../a.jpg)"), ["a.md:8:15 picture-missing"]],
  [
    "a damaged picture",
    { ...body("![Hội trường](anh.jpg)"), "anh.jpg": "không phải ảnh" },
    ["anh.jpg:1:1 picture-broken"],
  ],
  [
    "half a picture",
    { ...body("![Hội trường](anh.jpg)"), "anh.jpg": (await picture(400, 300)).subarray(0, 600) },
    ["anh.jpg:1:1 picture-broken"],
  ],
  [
    "a drawing that calls itself a photograph",
    {
      ...body("![Hội trường](anh.jpg)"),
      "anh.jpg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    },
    ["anh.jpg:1:1 picture-broken"],
  ],
  // Attachments
  ["a PDF of a document", { ...attached(), "qd.pdf": pdfFile() }, []],
  ["a PDF that is not there", attached(), ["a.md:6:31 pdf-missing"]],
  [
    "a PDF whose name differs by case",
    { ...attached(), "QD.PDF": pdfFile() },
    ["a.md:6:31 pdf-missing"],
  ],
  ["a PDF on the writer's disk", attached("D:/qd.pdf"), ["a.md:6:31 pdf-elsewhere"]],
  [
    "a Word file that calls itself a PDF",
    { ...attached(), "qd.pdf": "PK\u0003\u0004" },
    ["qd.pdf:1:1 pdf-not-pdf"],
  ],
  ["half a PDF", { ...attached(), "qd.pdf": "%PDF-1.7\n1 0 obj" }, ["qd.pdf:1:1 pdf-unreadable"]],
  [
    "a PDF of 21 MB",
    { ...attached(), "qd.pdf": Buffer.concat([pdfFile(), Buffer.alloc(21_000_000)]) },
    ["qd.pdf:1:1 pdf-too-large"],
  ],
  [
    "a PDF with a lock",
    {
      ...attached(),
      "qd.pdf": pdfFile({
        trailer: "/Encrypt << /Filter /Standard /V 1 /R 2 /O (a) /U (b) /P -4 >>",
      }),
    },
    ["qd.pdf:1:1 pdf-encrypted"],
  ],
  [
    "a scan",
    { ...attached(), "qd.pdf": pdfFile({ lines: ["trang 1"] }) },
    ["qd.pdf:1:1 pdf-without-text"],
  ],
  ...activePdfs.map(
    ([what, parts]): Row => [
      `a PDF ${what}`,
      { ...attached(), "qd.pdf": pdfFile(parts) },
      ["qd.pdf:1:1 pdf-active"],
    ],
  ),
  [
    "a PDF whose objects are packed so that nobody sees them",
    {
      ...attached(),
      "qd.pdf": pdfFile({
        objects:
          "9 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /LZWDecode /Length 2 >> stream\nab\nendstream endobj",
      }),
    },
    ["qd.pdf:1:1 pdf-unreadable"],
  ],
  ["a PDF that nobody attaches", { "qd.pdf": pdfFile() }, ["qd.pdf:1:1 pdf-unused"]],
  [
    "a PDF with code that only a draft attaches",
    {
      "a.md": attached()["a.md"].replace("unit:", "draft: true\nunit:"),
      "qd.pdf": pdfFile(activePdfs[0][1]),
    },
    ["qd.pdf:1:1 pdf-active"],
  ],
  [
    "a picture of a few pixels",
    { ...body("![Hội trường](anh.png)"), "anh.png": await picture(16, 12, "png") },
    ["anh.png:1:1 picture-tiny"],
  ],
  [
    "a photo that says where it was taken",
    { "anh.jpg": await carrying({ IFD3: { GPSLatitude: "21/1 1/1 0/1", GPSLatitudeRef: "N" } }) },
    ["anh.jpg:1:1 picture-place"],
  ],
  [
    "a photo that says whose camera it was",
    { "anh.jpg": await carrying({ IFD2: { BodySerialNumber: "123456" } }) },
    ["anh.jpg:1:1 picture-owner"],
  ],
  ["a photo that says when it was taken", { "anh.jpg": await carrying(takenAtNoon) }, []],
  [
    "a photo with a film behind it",
    { "anh.jpg": Buffer.concat([await picture(48, 32), Buffer.from("\0\0\0\x18ftypmp42")]) },
    ["anh.jpg:1:1 picture-film"],
  ],
  [
    "a photo of three megabytes, which is large too",
    { "anh.jpg": Buffer.concat([await picture(4_100, 48), Buffer.alloc(3_000_000)]) },
    ["anh.jpg:1:1 picture-heavy"],
  ],
  [
    "a photo that is larger than any page",
    { "anh.jpg": await picture(4_100, 48) },
    ["anh.jpg:1:1 picture-wide"],
  ],
  [
    "a picture of 51 million pixels",
    { ...body("![Hội trường](anh.png)"), "anh.png": await picture(10_200, 5_000, "png") },
    ["anh.png:1:1 picture-too-large"],
  ],
  [
    "a picture of 60,000 pixels by 10",
    { ...body("![Hội trường](anh.png)"), "anh.png": await picture(60_000, 10, "png") },
    ["anh.png:1:1 picture-side-too-long"],
  ],
  [
    "a picture of 10 pixels by 60,000",
    { ...body("![Hội trường](anh.png)"), "anh.png": await picture(10, 60_000, "png") },
    ["anh.png:1:1 picture-side-too-long"],
  ],
  [
    "a picture that is a line",
    { ...body("![Hội trường](anh.png)"), "anh.png": await picture(3_000, 2, "png") },
    ["anh.png:1:1 picture-too-narrow"],
  ],
  [
    "a banner as narrow as may be",
    { ...body("![Hội trường](anh.png)"), "anh.png": await picture(1_000, 20, "png") },
    [],
  ],
  ...[
    ["with all of the picture", 'crop: "0% 0% 100% 100%"', ""],
    ["and a point", 'crop: "10% 5% 80% 60%", focus: "12,5% 40%"', ""],
    ["with commas and blanks", 'crop: "10, 5, 80, 60"', ""],
    ["with commas alone", 'crop: "10,5,80,60", focus: "30;40"', ""],
    ["of three numbers", 'crop: "10% 5% 80%"', "53 bad-crop"],
    ["in words", "crop: giữa", "53 bad-crop"],
    ["as a list", "crop: [10, 5, 80, 60]", "53 bad-crop"],
    ["in fractions", 'crop: "0.1 0.05 0.8 0.6"', "53 bad-crop"],
    ["that leads over the right edge", 'crop: "50% 5% 80% 60%"', "53 crop-outside"],
    ["that begins left of the picture", 'crop: "-5% 5% 80% 60%"', "53 crop-outside"],
    ["upside down", 'crop: "90% 90% -80% -80%"', "53 crop-outside"],
    ["of nothing", 'crop: "10% 10% 0% 50%"', "53 crop-outside"],
    ["with one number for its point", 'focus: "30%"', "54 bad-focus"],
    ["with a point beside the picture", 'focus: "30% 140%"', "54 bad-focus"],
    ["with a point in fractions", 'focus: "0.3 0.4"', "54 bad-focus"],
    ["without its point", 'focus: "95% 20%", crop: "0% 0% 80% 60%"', "54 focus-cut-off"],
  ].map(
    ([name, keys, found]): Row => [
      `a cut ${name}`,
      {
        ...head(`images: [{ src: "anh.png", alt: "Hội trường", ${keys} }]`),
        "anh.png": wholePhoto,
      },
      found === "" ? [] : [`a.md:6:${found}`],
    ],
  ),
  [
    "a cut that is blurred",
    {
      ...head('images: [{ src: "anh.png", alt: "Hội trường", crop: "0% 0% 50% 100%" }]'),
      "anh.png": wholePhoto,
    },
    ["anh.png:1:1 crop-unsharp"],
  ],
  [
    "a cut as wide as its narrow picture",
    {
      ...head('images: [{ src: "anh.png", alt: "Hội trường", crop: "0% 10% 100% 80%" }]'),
      "anh.png": await picture(400, 300, "png"),
    },
    [],
  ],
  [
    "a cut that is a line",
    {
      ...head('images: [{ src: "anh.png", alt: "Hội trường", crop: "0% 0% 100% 1%" }]'),
      "anh.png": wholePhoto,
    },
    ["anh.png:1:1 picture-too-narrow"],
  ],
  [
    "a picture cut off",
    { ...body("![Hội trường](anh.jpg)"), "anh.jpg": (await picture(800, 600)).subarray(0, 900) },
    ["anh.jpg:1:1 picture-broken"],
  ],
  [
    "a moving picture",
    { ...body("![Hội trường](anh.webp)"), "anh.webp": await animation() },
    ["anh.webp:1:1 picture-animated"],
  ],
  ["a picture that no article shows", { "anh.jpg": "không phải ảnh" }, []],
  ["a link to an article that is not there", body("[bài](khac.md)"), ["a.md:8:7 link-missing"]],
  ["a link to a page that is not there", body("[bài](/khong-co/)"), ["a.md:8:7 link-missing"]],
  ["a link to a heading that is not there", body("[bài](#muc-khac)"), ["a.md:8:7 link-missing"]],
  [
    "a link to a draft",
    { ...body("[bài](b.md)"), "b.md": article("draft: true") },
    ["a.md:8:7 link-unpublished"],
  ],
  [
    "a link to an article of the future",
    { ...body("[bài](b.md)"), "b.md": article().replace("2024-03-05", "2024-12-31") },
    ["a.md:8:7 link-unpublished"],
  ],
  [
    "a link between articles of the future, in their order and against it",
    {
      "a.md": article("", "[bài](b.md)").replace("2024-03-05", "2024-12-30"),
      "b.md": article("", "[bài](a.md) [chủ đề](/chu-de/x/)").replace("2024-03-05", "2024-12-31"),
    },
    ["a.md:8:7 link-unpublished", "b.md:8:22 link-missing"],
  ],
  [
    "a link from a draft to an article of the future",
    {
      ...body("[bài](b.md)"),
      "a.md": article("draft: true", "[bài](b.md)"),
      "b.md": article().replace("2024-03-05", "2024-12-31"),
    },
    [],
  ],
  [
    "a picture of an article of the future that is damaged",
    {
      "a.md": article("", "![Ảnh](a.jpg)").replace("2024-03-05", "2024-12-31"),
      "a.jpg": "không phải ảnh",
    },
    ["a.jpg:1:1 picture-broken"],
  ],
  [
    "a link to a faulty article is not blamed",
    { ...body("[bài](b.md) [chủ đề](/chu-de/x/)"), "b.md": raw("x")["a.md"]! },
    ["b.md:1:1 no-front-matter"],
  ],
  ...[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:x",
    "intent:x",
    "//example.com/",
  ].map((href): Row => [`a link to ${href}`, body(`[x](${href})`), ["a.md:8:5 link-scheme"]]),
  ["a link with an @", body("[x](https://a.vn@b.vn/)"), ["a.md:8:5 link-user-info"]],
  ["a link to a number", body("[x](http://3232235777/)"), ["a.md:8:5 link-host-odd"]],
  ["a host within a host", body("[x](https://a.vn.b.com/)"), ["a.md:8:5 link-host-borrows"]],
  [
    "a whole host within a host",
    body("[x](https://a.gov.vn.b.com/)"),
    ["a.md:8:5 link-host-imitates"],
  ],
  ["a link by another name", body("[a.vn](https://b.com/)"), ["a.md:8:2 link-text-other"]],
  [
    "links of one text, in a line, a list and a table",
    body(
      "[a.vn](https://b.vn), [a.vn](https://b.vn)\n[a.vn](https://b.vn)\n\n> - x\n>   [a.vn](https://b.vn)\n\n" +
        "| [a.vn](https://b.vn) | x \\| [a.vn](https://b.vn) |\n|---|---|\n| x | [a.vn](https://b.vn) |",
    ),
    ["8:2", "8:24", "9:2", "12:6", "14:4", "14:32", "16:8"].map(
      (at) => `a.md:${at} link-text-other`,
    ),
  ],
  [
    "links that are not written where they are",
    body(
      "Xem\n[bài][b], [x](JaVaScRiPt&colon;x) [y](https://a.vn\\@b.vn)\n\n[b]: https://a.vn@b.vn",
    ),
    ["a.md:9:1 link-user-info", "a.md:9:11 link-scheme", "a.md:9:35 link-user-info"],
  ],
  [
    "addresses without brackets",
    body("https://a.vn@b.vn, https://a.vn@b.vn\n<https://a.vn@b.vn> http://b.vn./ http://b.vn./"),
    [
      "a.md:8:1 link-user-info",
      "a.md:8:20 link-user-info",
      "a.md:9:2 link-user-info",
      "a.md:9:21 link-host-odd",
      "a.md:9:35 link-host-odd",
    ],
  ],
  [
    "a source by another name",
    head('source: { name: "a.vn", url: "https://b.com/" }'),
    ["a.md:6:17 link-text-other"],
  ],
  [
    "links that are in order",
    body(
      "[a](https://example.com/) [b](mailto:a@example.com) [c](tel:+84123) [d](/khen-thuong/) [e](a.md) [g](#muc-de-muc)\n\n## Đề mục",
    ),
    [],
  ],

  // What an editor would point out
  ["a gap of a template", body("Chào {ten_don_vi}."), ["a.md:8:6 template-left"]],
  [
    "a gap in the title",
    { "a.md": article().replace("Bài thử", '"{ten_bai}"') },
    ["a.md:2:9 template-left"],
  ],
  ["a gap in two braces", body("Kính gửi {{ don_vi }}."), ["a.md:8:10 template-left"]],
  ["a group of YAML is no gap", head("source: { name: Nguồn }"), []],
  ["a note to oneself", body("TODO viết nốt."), ["a.md:8:1 placeholder-left"]],
  ["words of printers", body("Lorem ipsum dolor."), ["a.md:8:1 placeholder-left"]],
  ["a note in brackets", body("Họp tại [điền địa điểm]."), ["a.md:8:9 placeholder-left"]],
  ["a note that is a link", body("[ghi nhớ của hội nghị](/)"), []],
  [
    "what an import left out",
    body(
      "Họp [Chưa lấy được: biểu đồ (1)] xong.\n\n| A | \\[Chưa lấy được: ảnh\\] |\n|-|-|\n| 1 | 2 |",
    ),
    ["a.md:8:5 import-left-out", "a.md:10:7 import-left-out"],
  ],
  ["dots to be filled", body("Quyết định số ......... ngày"), ["a.md:8:15 placeholder-left"]],
  ["an ellipsis", body("Có chi bộ, tổ đảng... và nhiều nơi khác…"), []],
  ["a term in Roman numerals", body("Nhiệm kỳ khóa XXX bắt đầu."), []],
  ["crosses in place of a number", body("Trao xx giấy khen."), ["a.md:8:6 placeholder-left"]],
  ["text typed for TCVN3", body("  §¶ng uû khèi häp th­êng kú."), ["a.md:8:3 legacy-font"]],
  ["text typed for VNI", body("Ñaûng uûy Khoái hoïp thöôøng kyø."), ["a.md:8:1 legacy-font"]],
  ["foreign names", body("François Müller ở Zürich, Noël, España, naïve, 5 m², ©, Đảng ủy."), []],
  ["a note in a comment of the front matter", head("# TODO: hỏi lại {don_vi}"), []],
  ["a mobile number", body("Gọi 0912 345 678 nhé."), ["a.md:8:5 phone-number"]],
  ["a mobile number with the country", body("Gọi +84 912.345.678 nhé."), ["a.md:8:5 phone-number"]],
  ["the number of an office", body("Gọi 0210 3846 647 hoặc 1900 1234."), []],
  ["a sum of money", body("Ủng hộ 84.500.000.000 đồng, tức 0,912345678 phần."), []],
  ["a citizen's number", body("Căn cước 001 203 004567 cấp."), ["a.md:8:10 citizen-id"]],
  ["a citizen's number in one", body("Căn cước 001203004567 cấp."), ["a.md:8:10 citizen-id"]],
  [
    "the number of a Party card",
    body("Thẻ đảng viên số 47.055801 nhé."),
    ["a.md:8:18 party-card-number"],
  ],
  ["a number beside the word card", body("Trao thẻ đảng cho 12 đồng chí năm 2024."), []],
  [
    "parts that make less than the total",
    body("Khối tặng giấy khen cho 12 tập thể, gồm 5 chi bộ và 6 đảng bộ."),
    ["a.md:8:25 award-parts-differ"],
  ],
  [
    "parts of what was handed over",
    body("Trao thưởng cho 10 tập thể, gồm 4 chi bộ và 5 đảng bộ."),
    ["a.md:8:17 award-parts-differ"],
  ],
  [
    "parts in brackets that make more",
    body("Khen thưởng 33 tập thể, cá nhân (gồm: 2 chi bộ, 1 đảng bộ và 31 đảng viên)."),
    ["a.md:8:13 award-parts-differ"],
  ],
  [
    "parts that make the total",
    body("Khen thưởng 1.033 tập thể, cá nhân, bao gồm 2 chi bộ, 1.000 đoàn viên, 31 đảng viên."),
    [],
  ],
  ["some of the parts", body("Khen thưởng 33 tập thể, trong đó có 2 chi bộ và 20 đảng viên."), []],
  ["parts that are no awards", body("Khối có 12 đơn vị, gồm 5 chi bộ và 6 đảng bộ."), []],
  [
    "parts with money",
    body("Tặng giấy khen cho 12 tập thể, gồm 5 chi bộ và 6 triệu đồng tiền thưởng."),
    [],
  ],
  [
    "a number of the title that is nowhere else",
    { "a.md": article().replace("Bài thử", "Trao 47 giấy khen") },
    ["a.md:2:8 title-number-alone"],
  ],
  [
    "a number of the title in words",
    { "a.md": article("", "Có bốn mươi bảy người.").replace("Bài thử", "Trao 47 giấy khen") },
    [],
  ],
  [
    "a number of the title in the front matter",
    {
      "a.md": article("figures: [{ name: Số mới, value: 1625 }]").replace(
        "Bài thử",
        "Có 1.625 người",
      ),
    },
    [],
  ],
  [
    "a number of the title as the sum of awards",
    {
      "a.md": article(
        "awards:\n  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: 20 }\n  - { form: Biểu dương, status: đã trao, by: khoi-thu, to: đảng viên, count: 27 }",
      ).replace("Bài thử", "Khen 47 tập thể"),
    },
    [],
  ],
  [
    "numbers of a title that are names",
    {
      "a.md": article().replace("Bài thử", "Chi bộ số 5 học Kết luận 21-KL/TW ngày 7/11 năm 2024"),
    },
    [],
  ],
  [
    "a summary that is the first paragraph",
    head('summary: "Nội dung bài thử"'),
    ["a.md:6:10 summary-repeated"],
  ],
  [
    "a document that is not listed",
    body("Theo Kết luận 21-KL/TW và Nghị định 30/2020/NĐ-CP, ngày 7/11, 53/53 phiếu."),
    ["a.md:8:15 document-not-listed", "a.md:8:37 document-not-listed"],
  ],
  [
    "a document that is listed in another spelling",
    {
      "a.md": article(
        'documents: ["100 - KL/T.Ư"]',
        "Theo Kết luận số 100-KL/TW, rồi lại 100 – KL/TW của Trung ương.",
      ),
    },
    [],
  ],
  [
    "a decision that an award names",
    {
      "a.md": article(
        'awards:\n  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: 2, decision: { number: "25-QĐ/ĐUK" } }',
        "Theo Quyết định 25-QĐ/ĐUK.",
      ),
    },
    [],
  ],
  [
    "a heading that skips a level",
    body("## Kết quả\n\nA\n\n#### Chi tiết\n\nB"),
    ["a.md:12:1 heading-skipped"],
  ],
  ["a first heading of the third level", body("### Kết quả\n\nA"), ["a.md:8:1 heading-skipped"]],
  ["headings that go up again", body("## Một\n\n### Hai\n\nA\n\n## Ba\n\nB"), []],
  [
    "links that say nothing",
    body("Xem [tại đây](/) và [**xem thêm**](/), rồi [kế hoạch năm](/)."),
    ["a.md:8:5 link-says-nothing", "a.md:8:24 link-says-nothing"],
  ],

  // The site as a whole
  [
    "two articles with one address",
    { "a.md": article(), "2024/a/index.md": article() },
    ["a.md:1:1 same-address"],
  ],
  [
    "addresses that differ by case only",
    { "Hop.md": article(), "x/hop.md": article() },
    ["x/hop.md:1:1 same-address"],
  ],
  [
    "addresses that differ by marks only",
    { "họp.md": article(), "hop.md": article() },
    ["họp.md:1:1 same-address"],
  ],
  [
    "a draft with the address of an article",
    { "a.md": article(), "b/a.md": article("draft: true") },
    ["b/a.md:1:1 same-address"],
  ],
  [
    "tags that fold alike",
    {
      "a.md": article("tags: [Hội nghị]"),
      "b.md": article("tags: [Hội nghị]"),
      "c.md": article("tags: [Một, hội nghị]"),
    },
    ["c.md:6:13 tag-spelling"],
  ],
  [
    "authors that fold alike",
    { "a.md": article(), "b.md": article(), "c.md": article().replace("Người Thử", "Người thử") },
    ["c.md:4:9 author-spelling"],
  ],
  // Figures
  [
    "a figure with a year and a period",
    head("figures:\n  - name: A\n    value: 1\n    year: 2023\n    period: quý I/2023"),
    ["a.md:10:13 figure-year-and-period"],
  ],
  [
    "a fifth quarter",
    head("figures:\n  - name: A\n    value: 1\n    period: quý V/2023"),
    ["a.md:9:13 bad-period"],
  ],
  [
    "an empty period",
    head("figures:\n  - name: A\n    value: 1\n    period: ''"),
    ["a.md:9:13 empty-value"],
  ],
  ...[
    "1, period: Q1/2023",
    "1, period: 6 thang dau nam 2023",
    "khoảng 30, year: 2023",
    "30-35, period: 2020–2025, kind: chỉ tiêu",
    "91.2, unit: '%', of: 662 tổ chức, part: 604",
    "91, unit: '%', of: 662, part: 604",
    "5, of: 1.625 người",
    "104.5, unit: '%', of: so với kế hoạch",
    "20, year: 2023, about: chi-bo-mot",
  ].map(
    (value): Row => [`a figure of ${value}`, head(`figures: [{ name: A, value: ${value} }]`), []],
  ),
  [
    "a figure of a unit that is not there",
    head("figures: [{ name: A, value: 1, about: chi-bo-hai }]"),
    ["a.md:6:39 unknown-unit"],
  ],
  [
    "a result of the next year",
    head("figures: [{ name: A, value: 1, year: 2025 }]"),
    ["a.md:6:38 figure-period-ahead"],
  ],
  [
    "results of times that are not over",
    head(
      "figures:\n  - { name: A, value: 1, period: 6 tháng đầu năm 2024 }\n  - { name: B, value: 1, period: 2020-2025 }\n  - { name: C, value: 1, year: 2024, kind: kết quả }",
    ),
    [
      "a.md:7:34 figure-period-open",
      "a.md:8:34 figure-period-open",
      "a.md:9:32 figure-period-open",
    ],
  ],
  [
    "results of times that are all but over, a target, and what is so in a year",
    head(
      "figures:\n  - { name: A, value: 1, period: quý I/2024 }\n  - { name: B, value: 1, period: 2020-2024 }\n  - { name: C, value: 1, year: 2024 }\n  - { name: D, value: 1, period: 6 tháng đầu năm 2024, kind: chỉ tiêu }",
    ),
    [],
  ],
  [
    "a part of nobody knows how many",
    head("figures: [{ name: A, value: 91, unit: '%', part: 45, of: chi bộ }]"),
    ["a.md:6:50 figure-part-no-whole"],
  ],
  [
    "a part of what is no percentage",
    head("figures: [{ name: A, value: 45, part: 45 }]"),
    ["a.md:6:39 figure-part-alone"],
  ],
  [
    "a share that was counted wrongly",
    head("figures: [{ name: A, value: 91.3, unit: '%', of: 662, part: 604 }]"),
    ["a.md:6:29 figure-share-differs"],
  ],
  [
    "more than all",
    head("figures: [{ name: A, value: 54, of: 45 chi bộ }]"),
    ["a.md:6:29 figure-above-whole"],
  ],
  [
    "a part that is more than all",
    head("figures: [{ name: A, value: 91, unit: '%', of: 45, part: 54 }]"),
    ["a.md:6:58 figure-above-whole"],
  ],
  [
    "982 %",
    head("figures: [{ name: A, value: 982, unit: '%' }]"),
    ["a.md:6:29 figure-above-hundred"],
  ],
  ...(
    [
      ["that add up", "%", [33.3, 33.3, 33.3], "", []],
      ["that do not add up", "%", [33.3, 33.3, 30], "", ["a.md:7:49 figure-parts-differ"]],
      ["that are the whole", "tổ", [3, 4, 5], ", of: 12", []],
      ["that are not the whole", "tổ", [3, 4, 6], ", of: 13 tổ", []],
      [
        "that are less than the whole",
        "tổ",
        [3, 4, 5],
        ", of: 13 tổ",
        ["a.md:7:58 figure-parts-differ"],
      ],
      ["of an unknown whole", "tổ", [3, 4, 5], "", []],
      ["one of which is rough", "%", ["khoảng 30", 30, 30], "", []],
    ] as const
  ).map(
    ([what, unit, values, more, expected]): Row => [
      `parts ${what}`,
      head(
        `figures:\n${values.map((value) => `  - { name: A, value: ${value}, unit: "${unit}"${more}, part_of: B }`).join("\n")}`,
      ),
      // Equal names are one figure told several times.
      expected,
    ],
  ),
  [
    "parts with one that holds the grades above it",
    head(
      "figures:\n  - { name: A, value: 20, unit: '%', part_of: C }\n  - { name: B, value: 90, unit: '%', part_of: C, cumulative: true }",
    ),
    [],
  ],
  ...(
    [
      ["the name of a series", "name: Đảng viên mới", []],
      ["another name of a series", "name: Kết nạp đảng viên", []],
      ["a name in other letters", "name: đảng viên MỚI", ["a.md:6:19 figure-name-spelling"]],
      ["a name without its marks", "name: Dang vien moi", ["a.md:6:19 figure-name-spelling"]],
      ["a mistyped name", "name: Đảng viêm mới", ["a.md:6:19 figure-name-near"]],
      ["a name in another order", "name: Mới kết nạp đảng viên", ["a.md:6:19 figure-name-near"]],
      [
        "a name with its time",
        "name: Đảng viên mới trong sáu tháng",
        ["a.md:6:19 figure-name-near"],
      ],
      ["a name that is only similar", "name: Đảng viên mới là nữ", []],
      [
        "another unit of measure",
        'name: Đảng viên mới, unit: "%"',
        ["a.md:6:40 figure-unit-differs"],
      ],
    ] as const
  ).map(
    ([what, figure, expected]): Row => [
      what,
      {
        "figures.yaml":
          "- { id: dvm, name: Đảng viên mới, aliases: [Kết nạp đảng viên, Đảng viên mới kết nạp], unit: đảng viên }\n",
        ...head(`figures: [{ ${figure}, value: 12 }]`),
      },
      expected,
    ],
  ),
  [
    "a figure that another article tells differently",
    {
      "a.md": article("figures: [{ name: A, value: 12, year: 2023 }]"),
      "b.md": article("figures: [{ name: a, value: 14, year: 2023 }]"),
    },
    ["b.md:6:29 figure-differs"],
  ],
  ...(
    [
      ["another year", "value: 14, year: 2022"],
      ["a target", "value: 14, year: 2023, kind: chỉ tiêu"],
      ["another unit", "value: 14, year: 2023, about: chi-bo-mot"],
      ["another measure", "value: 14, year: 2023, unit: tổ"],
      ["the same roughly", "value: trên 10, year: 2023"],
      ["nobody knows when", "value: 14"],
    ] as const
  ).map(
    ([what, figure]): Row => [
      `a figure that another article tells of ${what}`,
      {
        "a.md": article("figures: [{ name: A, value: 12, year: 2023 }]"),
        "b.md": article(`figures: [{ name: A, ${figure} }]`),
      },
      [],
    ],
  ),
  [
    "an id of a series in capitals",
    { "figures.yaml": "- { id: Hội viên, name: Hội viên }\n" },
    ["figures.yaml:1:9 bad-series-id"],
  ],
  [
    "two series of one id",
    { "figures.yaml": "- { id: a, name: Một }\n- { id: a, name: Hai }\n" },
    ["figures.yaml:2:9 series-id-twice"],
  ],
  [
    "two series of one name",
    { "figures.yaml": "- { id: a, name: Một }\n- { id: b, name: Hai, aliases: [một] }\n" },
    ["figures.yaml:2:33 series-name-twice"],
  ],
  [
    "another name of a series that is the name of a later one",
    { "figures.yaml": "- { id: a, name: Một, aliases: [Ba, Hai] }\n- { id: b, name: hai }\n" },
    ["figures.yaml:1:37 series-name-twice"],
  ],
  [
    "an article of a unit that is wound up",
    raw(article().replace("khoi-thu", "chi-bo-mot")),
    ["a.md:5:7 unit-not-valid"],
  ],

  // events and people
  [
    "an event that ends before it begins",
    head("event: { name: Lớp học, date: 2024-03-02, to: 2024-03-01 }"),
    ["a.md:6:47 ends-before-start"],
  ],
  [
    "an event that ends before the day of its article",
    head("event: { name: Lớp học, to: 2024-03-01 }"),
    ["a.md:6:29 ends-before-start"],
  ],
  [
    "an event of several days",
    head("event: { name: Lớp học, date: 2024-03-02, to: 4/3/2024 }"),
    [],
  ],
  ["years of a term", head("event: { name: Đại hội, term: 2025–2030 }"), []],
  [
    "years of a term the wrong way round",
    head("event: { name: Họp, term: 2030-2025 }"),
    ["a.md:6:27 bad-term"],
  ],
  [
    "an event of an unknown unit",
    head("event: { name: Họp, unit: la }"),
    ["a.md:6:27 unknown-unit"],
  ],
  [
    "an unknown unit is mentioned",
    head("mentions: [khoi-thu, Ban Xa Lạ]"),
    ["a.md:6:22 unknown-unit"],
  ],
  [
    "two days and two places of one session",
    {
      "a.md": article(session("date: 2024-03-01, place: Hội trường A")),
      "b.md": article(session("date: 2024-03-02, place: Nhà văn hóa")),
    },
    ["b.md:6:89 event-date-differs", "b.md:6:108 event-place-differs"],
  ],
  [
    "a report from the second day, and more of the place",
    {
      "a.md": article(session("date: 2024-03-01, to: 2024-03-03, place: Hội trường A")),
      "b.md": article(session("date: 2024-03-02, place: hội trường A tầng hai")),
    },
    [],
  ],
  ["somebody without a name", head("people: [{ role: chủ trì }]"), ["a.md:6:10 person-no-name"]],
  [
    "an id that nobody has",
    { ...people, ...head("people: [tran-mot, { id: tran-hay }]") },
    ["a.md:6:10 unknown-person", "a.md:6:26 unknown-person"],
  ],
  [
    "an id that nobody has, among recipients of an award and those who hand it over",
    {
      ...people,
      ...head(award("    recipients: [tran-hay, tran-hai, Trần Hay]\n    presented_by: le-thi")),
    },
    ["a.md:11:18 unknown-person", "a.md:12:19 unknown-person"],
  ],
  [
    "recipients and people who hand an award over, by id and by name",
    {
      ...people,
      ...head(award("    recipients: [tran-hai, Trường]\n    presented_by: [le-thi-thu, Mai]")),
    },
    [],
  ],
  [
    "a name that two have",
    { ...people, ...head("people: [Lê Thị Thử, { name: Lê Thị Thử, id: le-thi-thu }]") },
    ["a.md:6:10 person-ambiguous"],
  ],
  [
    "presenters whom a name does not tell apart, or only nearly names",
    {
      ...people,
      ...head(
        award(
          "    count: 1\n    presented_by: [Lê Thị Thử, le-thi-thu, Trần Văn Hại, Trần Văn Hai, Hồ Văn Ba]",
        ),
      ),
    },
    ["a.md:12:20 person-ambiguous", "a.md:12:44 person-look-alike"],
  ],
  [
    "an id with the name of somebody else, and with the right name",
    {
      ...people,
      ...head("people: [{ id: tran-hai, name: Lê Thị Thử }, { id: tran-hai, name: trần văn hai }]"),
    },
    ["a.md:6:32 person-id-name"],
  ],
  [
    "names with forms of address, whom the register knows",
    {
      ...people,
      ...head("people: [đ/c Trần Văn Hai, { name: Đồng chí Trần Văn Hai, post: Thủ quỹ }]"),
    },
    ["a.md:6:10 name-with-title", "a.md:6:36 name-with-title", "a.md:6:65 person-post-differs"],
  ],
  [
    "forms of address of those who gave and got an award",
    head(award("    recipients: [ông Lê Tư]\n    presented_by: Bà Nguyễn Thị Ba")),
    ["a.md:11:18 name-with-title", "a.md:12:19 name-with-title"],
  ],
  [
    "a name with an office behind it",
    {
      ...people,
      ...head(
        "people: [{ name: 'Trần Văn Hai, Bí thư Đảng ủy Khối Thử' }, Lê Tư - Phó Bí thư, 'Lê Năm, Hà Nội']",
      ),
    },
    ["a.md:6:18 name-with-title", "a.md:6:61 name-with-title"],
  ],
  [
    "recipients told apart by their offices",
    head(award("    recipients: ['Lê Tư, Bí thư Chi bộ Một', 'Lê Tư, Bí thư Chi bộ Hai']")),
    [],
  ],
  [
    "names like forms of address",
    head("people: [Ông Cao Thắng, Bà Huyện, Đồng Văn Chí, Anh Thơ]"),
    [],
  ],
  [
    "a name with another mark, and one with another letter",
    { ...people, ...head("people: [Trần Văn Hại, Trần Vân Hat]") },
    ["a.md:6:10 person-look-alike", "a.md:6:24 person-look-alike"],
  ],
  [
    "somebody alike with another post",
    { ...people, ...head("people: [{ name: Trần Văn Hại, post: Thủ quỹ }]") },
    [],
  ],
  [
    "a post that is over, and one never held",
    {
      ...people,
      ...head(
        "people: [{ name: Trần Văn Hai, post: Bí thư Chi bộ }, { id: tran-hai, post: Thủ quỹ }]",
      ),
    },
    ["a.md:6:38 person-post-differs", "a.md:6:77 person-post-differs"],
  ],
  [
    "the post of the day, shorter than in the register",
    { ...people, ...head("people: [{ name: Trần Văn Hai, post: Bí thư Đảng ủy }]") },
    [],
  ],
  [
    "faults in people.yaml",
    {
      "people.yaml": `- { id: Trần A, name: A, posts: [{ post: B }] }
- { id: b, name: B }
- id: b
  name: C
  posts: [{ post: D, unit: la, from: 2020-05, to: 2019 }, { post: E, from: 2020-05, to: 2020 }]
`,
    },
    ["people.yaml:1:9 bad-person-id"],
  ],
  [
    "more faults in people.yaml",
    {
      "people.yaml": `- { id: b, name: B }
- id: b
  name: C
  posts: [{ post: D, unit: la, from: 2020-05, to: 2019 }, { post: E, from: 2020-05, to: 2020 }]
`,
    },
    [
      "people.yaml:1:3 person-no-post",
      "people.yaml:2:7 person-id-twice",
      "people.yaml:4:28 unknown-unit",
      "people.yaml:4:51 ends-before-start",
    ],
  ],
  [
    "ends that are still to come, in words and left empty",
    {
      "people.yaml":
        "- id: b\n  name: B\n  posts:\n    - { post: D, from: 2020, to: nay }\n    - { post: D, from: 2020, to: đến nay }\n    - { post: E, to: }\n    - { post: F, from: 2020 }\n",
    },
    ["people.yaml:4:34 until-now", "people.yaml:5:34 until-now", "people.yaml:6:22 empty-value"],
  ],
  [
    "another name of one that is the name of somebody else",
    {
      "people.yaml":
        "- { id: b, name: Lê Hai, aliases: Hai Lê, posts: { post: D } }\n- { id: c, name: Lê Tư, aliases: [Tư, lê hai], posts: { post: D } }\n- { id: d, name: Lê Hai, posts: { post: D } }\n",
    },
    ["people.yaml:2:39 person-alias-taken"],
  ],
  [
    "a broken people.yaml does not blame the articles",
    { "people.yaml": "- { id: a }\n", ...head("people: [tran-hai]") },
    ["people.yaml:1:3 missing-key-in"],
  ],
  ["an old identity card", body("CMND số 012345678 cấp."), ["a.md:8:9 citizen-id"]],
  ["a year of birth", body("Đồng chí Mẫu, sinh năm 1985, dự."), ["a.md:8:15 birth-year"]],

  [
    "several units where there may be one, and a body in place of its unit",
    head(
      `mentions: [Ban Thường vụ Khối Thử, Khối Thử và chi-bo-mot]\nevent: { name: A, unit: "BCH Đảng ủy Khối Thử" }\n${award("    count: 1\n    proposed_by: 'khoi-thu, Chi bộ Một'").replace("by: khoi-thu", "by: Ban Thường vụ Đảng ủy Khối Thử")}`,
    ),
    [
      "a.md:6:12 unit-with-body",
      "a.md:6:36 units-joined",
      "a.md:7:25 unit-with-body",
      "a.md:11:9 unit-with-body",
      "a.md:14:18 units-joined",
    ],
  ],
  [
    "a list of units for one unit",
    {
      "a.md": article("event: { name: Hội nghị, unit: [khoi-thu, chi-bo-mot] }").replace(
        "unit: khoi-thu",
        "unit:\n  - khoi-thu\n  - Chi bộ Một",
      ),
    },
    ["a.md:6:3 units-joined", "a.md:8:32 units-joined"],
  ],
  [
    "several units for one of a post",
    {
      "people.yaml":
        "- id: a\n  name: Trần Văn Xa\n  posts:\n    - { post: Bí thư, unit: [khoi-thu, chi-bo-mot] }\n",
      "a.md": article(),
    },
    ["people.yaml:4:29 units-joined"],
  ],
  [
    "units and a body in place of a post's unit",
    {
      "people.yaml":
        "- id: a\n  name: Trần Văn Xa\n  posts:\n    - { post: Bí thư, unit: 'khoi-thu, Chi bộ Một' }\n    - { post: Ủy viên, unit: Ban Thường vụ Khối Thử }\n",
      "a.md": article(),
    },
    ["people.yaml:4:29 units-joined", "people.yaml:5:30 unit-with-body"],
  ],
  [
    "a unit under two others, in a list",
    {
      "units.yaml": `${base["units.yaml"]}- { id: c, name: Chi bộ Ba, parent: [khoi-thu, chi-bo-mot] }\n`,
      "a.md": article(),
    },
    ["units.yaml:12:37 dated-several"],
  ],
  [
    "a unit under two others, in one text",
    {
      "units.yaml": `${base["units.yaml"]}- { id: c, name: Chi bộ Ba, parent: 'khoi-thu, chi-bo-mot' }\n`,
      "a.md": article(),
    },
    ["units.yaml:12:37 dated-several"],
  ],
  [
    "units that nobody knows, with commas and with a body",
    head("mentions: ['Thư viện và Lưu trữ', Ban Thường vụ Huyện Khác]"),
    ["a.md:6:12 unknown-unit", "a.md:6:35 unknown-unit"],
  ],
  [
    "several heirs in one text",
    {
      "units.yaml":
        "- id: a\n  name: Xã A\n- id: b\n  name: Xã B\n- id: c\n  name: C\n  changes: [{ kind: chia tách, date: 2020, into: 'a, b' }]\n- id: d\n  name: D\n  valid_to: 2020\n  successors: Xã A và Xã B\n",
    },
    ["units.yaml:7:50 names-joined", "units.yaml:11:15 names-joined"],
  ],
  [
    "lists typed as texts",
    head(
      `people: |\n  Lê Tư\n  Lê Năm\nevent:\n  name: A\n  agenda:\n    • Bàn, xét\n    • Kết luận\n${award("    recipients: |\n      + Lê Tư\n      + Lê Năm\n    presented_by: 1. Lê Tư 2. Lê Năm")}`,
    ),
    [
      "a.md:6:9 list-as-text",
      "a.md:12:5 list-as-text",
      "a.md:19:17 list-as-text",
      "a.md:22:19 list-as-text",
    ],
  ],
  [
    "texts that only look like lists",
    head(
      `event:\n  name: A\n  agenda: |\n    Bàn việc quý I,\n    quý II - III + 6 tháng\n${award("    recipients: ['1. Lê Tư', Tổ 2. 3]\n    presented_by: [Lê Tư]")}`,
    ),
    [],
  ],
  [
    "two people in the place of one",
    head(
      `people: ["Lê Tư; Lê Năm", { name: Lê Tư và Lê Năm }]\n${award("    count: 2\n    presented_by: đồng chí Lê Tư và đồng chí Lê Năm")}`,
    ),
    ["a.md:6:10 two-names", "a.md:6:35 two-names", "a.md:13:19 two-names"],
  ],
  [
    "units, places and titles with “và” between them",
    head(
      `people: [Thư viện và Lưu trữ]\n${award("    recipients: [Hà Nội và Cao Bằng, Ban Tổ Chức và Ban Dân Vận, Chi bộ Lê Lợi và Chi bộ Trần Phú]")}`,
    ),
    [],
  ],
  [
    "corrections from before the article, from after today, and of nothing",
    head(
      "corrections:\n  - { date: 2024-03-04, kind: đính chính, wrong: A, right: B }\n  - { date: 2024-07-01, kind: bổ sung, right: B }\n  - { date: 2024-03-06, kind: đính chính, wrong: A, right: A }",
    ),
    ["a.md:7:13 correction-early", "a.md:9:60 correction-same"],
  ],
  [
    "a correction from after today",
    head("corrections: { date: 2024-07-01, kind: bổ sung, right: B }"),
    ["a.md:6:22 correction-ahead"],
  ],
  [
    "corrections of today and of the day of the article",
    head(
      "corrections:\n  - { date: 2024-06-30, kind: bổ sung, right: B }\n  - { date: 2024-03-05, kind: đính chính, wrong: a, right: A }",
    ),
    [],
  ],
  [
    "one term of a committee by its numeral and by its years",
    {
      "a.md": article("event: { name: Hội nghị, body: BCH, ordinal: 1, term: VII }"),
      "b.md": article("event: { name: Hội nghị, body: BCH, ordinal: 2, term: 2020-2025 }"),
      "c.md": article("event: { name: Hội nghị, body: BCH, ordinal: 3, term: 2020-2025 }"),
    },
    ["b.md:6:55 event-term-differs"],
  ],
  [
    "terms one after the other, of other bodies and of a congress",
    {
      "a.md": article(
        "event: { name: Hội nghị, body: BCH, ordinal: 1, term: VII, date: 2020-02-01 }",
      ),
      "b.md": article("event: { name: Hội nghị, body: BCH, ordinal: 2, term: 2020-2025 }"),
      "c.md": article("event: { name: Hội nghị, body: BTV, ordinal: 2, term: VII }"),
      "d.md": article("event: { name: Đại hội Đảng bộ, ordinal: 7, term: VII }"),
    },
    [],
  ],
  [
    "a document with another day in the text, and in a relation",
    {
      "a.md": article(
        'documents: [{ number: "02-NQ/ĐUM", date: 10/4/2023 }]',
        "Học Nghị quyết số 02-NQ/ĐUM ngày 3/4/2023, rồi Nghị quyết số 02-NQ/ĐUM ngày 3/4/2023.",
      ),
      "b.md": article(
        'documents: [{ number: "05-NQ/ĐUM", date: 2024-01-02, replaces: "02-NQ/ĐUM ngày 3/4/2023" }]',
      ),
    },
    ["a.md:9:5 document-day-in-text", "b.md:6:64 document-date-differs"],
  ],
  [
    "a document whose day is the same, less exact or not told",
    {
      "a.md": article(
        'documents: [{ number: "02-NQ/ĐUM", date: 10/4/2023 }, { number: "03-NQ/ĐUM", date: 2023-04 }]',
        "Học Nghị quyết 02-NQ/ĐUM ngày 10 tháng 4 năm 2023, Nghị quyết 03-NQ/ĐUM ngày 3/4/2023, 02-NQ/ĐUM năm 2023.",
      ),
      "b.md": article(
        'documents: [{ number: "05-NQ/ĐUM", date: 2024-01-02, replaces: ["02-NQ/ĐUM ngày 10/4/2023", "03-NQ/ĐUM ngày 3/4/2023"] }]',
      ),
    },
    [],
  ],
  // units.yaml and the other data files
  [
    "a unit id with marks",
    { "units.yaml": "- id: Khối\n  name: Khối\n" },
    ["units.yaml:1:7 bad-unit-id"],
  ],
  [
    "a unit id twice",
    { "units.yaml": "- id: a\n  name: A\n- id: a\n  name: B\n" },
    ["units.yaml:3:7 unit-id-twice"],
  ],
  [
    "a unit name twice",
    { "units.yaml": "- id: a\n  name: Tên\n- id: b\n  name: tên\n" },
    ["units.yaml:4:9 unit-name-twice"],
  ],
  [
    "another name of a unit that is the name of a later one",
    {
      "units.yaml":
        "- id: a\n  name: A\n  aliases: [Khác, Tên B]\n- id: b\n  name: Tên B\n- id: c\n  name: C\n  short: a\n",
    },
    ["units.yaml:3:19 unit-name-twice", "units.yaml:8:10 unit-name-twice"],
  ],
  [
    "units in a circle",
    { "units.yaml": "- id: a\n  name: A\n  parent: b\n- id: b\n  name: B\n  parent: a\n" },
    ["units.yaml:3:11 unit-circle", "units.yaml:6:11 unit-circle"],
  ],
  [
    "a chain of units",
    {
      "units.yaml": listOf(
        maxUnitLevels + 1,
        (at) => `- id: u${at}\n  name: Đơn vị ${at}\n${at === 0 ? "" : `  parent: u${at - 1}\n`}`,
        "",
      ),
    },
    [`units.yaml:${3 * maxUnitLevels + 2}:11 unit-too-deep`],
  ],
  [
    "a parent that is not there",
    { "units.yaml": "- id: a\n  name: A\n  parent: b\n" },
    ["units.yaml:3:11 unknown-unit"],
  ],
  // Bulletins
  [
    "a bulletin's file without its month",
    { "bulletins/thang-3.yaml": "title: Số ba\n" },
    ["bulletins/thang-3.yaml:1:1 bulletin-file-name"],
  ],
  [
    "a bulletin of a month that is none",
    { "bulletins/2024-13.yaml": "title: Số ba\n" },
    ["bulletins/2024-13.yaml:1:1 bulletin-file-name"],
  ],
  [
    "a bulletin that names an article by its folder, or without its ending",
    {
      "2024/a/index.md": article(),
      "b.md": article(),
      "bulletins/2024-03.yaml": "order: [2024/a]\nleave_out: [b]\n",
    },
    [],
  ],
  [
    "a bulletin that names no article",
    { "a.md": article(), "bulletins/2024-03.yaml": "order:\n  - a.md\n  - khong-co.md\n" },
    ["bulletins/2024-03.yaml:3:5 bulletin-article-unknown"],
  ],
  [
    "a bulletin that names an article of another month",
    { "a.md": article(), "bulletins/2024-04.yaml": "leave_out: [a.md]\n" },
    ["bulletins/2024-04.yaml:1:13 bulletin-other-month"],
  ],
  [
    "a bulletin that orders an article and leaves it out",
    { "a.md": article(), "bulletins/2024-03.yaml": "order: a.md\nleave_out: a.md\n" },
    ["bulletins/2024-03.yaml:2:12 bulletin-order-left-out"],
  ],
  [
    "a bulletin that puts a draft first, and one that leaves a draft out",
    {
      "a.md": article("draft: true"),
      "b.md": article("draft: true"),
      "bulletins/2024-03.yaml": "order: a.md\nleave_out: b.md\n",
    },
    ["bulletins/2024-03.yaml:1:8 bulletin-draft"],
  ],
  [
    "a bulletin that names an article twice",
    { "a/index.md": article(), "bulletins/2024-03.yaml": "order: [a/index.md, a]\n" },
    ["bulletins/2024-03.yaml:1:21 bulletin-article-twice"],
  ],
  [
    "a bulletin that names an article with an error, whose month is not known",
    {
      "a.md": article().replace("2024-03-05", "31/2/2024"),
      "bulletins/2024-04.yaml": "order: a.md\n",
    },
    ["a.md:3:7 impossible-date"],
  ],
  [
    "a foreword with a picture, a link to nowhere and a link to no article",
    {
      "a.md": article(),
      "bulletins/2024-03.yaml":
        "foreword: |\n  Thưa.\n\n  Một ![Cờ](co.jpg).\n\n  [Bài](/khong-co/) và [hai](../b.md).\n",
    },
    [
      "bulletins/2024-03.yaml:4:13 bulletin-picture",
      "bulletins/2024-03.yaml:6:9 link-missing",
      "bulletins/2024-03.yaml:6:30 link-missing",
    ],
  ],
  ...[
    "foreword:\nThưa các đồng chí.\n\nĐoạn hai.\n",
    "foreword: Thưa các đồng chí.\nĐoạn hai.\n",
    "foreword: |\nThưa các đồng chí.\n",
    "foreword:\n  Thưa các đồng chí.\n\n  Đoạn hai: hay.\n",
  ].map(
    (text): Row => [
      `a foreword in lines of its own: ${JSON.stringify(text)}`,
      { "bulletins/2024-03.yaml": text },
      ["bulletins/2024-03.yaml:1:1 text-without-bar"],
    ],
  ),
  ...["foreword: Thưa.\n\n  Hai.\n", 'foreword: "Thưa.\n\n  Hai."\n'].map(
    (text): Row => [
      `a foreword whose paragraphs run together: ${JSON.stringify(text)}`,
      { "bulletins/2024-03.yaml": text },
      ["bulletins/2024-03.yaml:1:11 text-without-bar"],
    ],
  ),
  [
    "a foreword of one paragraph over two lines",
    { "bulletins/2024-03.yaml": "foreword: Thưa các đồng chí,\n  đây là bản tin.\n" },
    [],
  ],
  [
    "a foreword in one line, of which only the beginning is told",
    { "bulletins/2024-03.yaml": "title: Số ba\nforeword: 'Thưa. <b>Đậm</b>'\n" },
    ["bulletins/2024-03.yaml:2:11 raw-html"],
  ],
  [
    "a bulletin with an unknown key",
    { "bulletins/2024-03.yaml": "oder: a.md\n" },
    ["bulletins/2024-03.yaml:1:1 unknown-key"],
  ],

  [
    "a first value with a beginning",
    { "units.yaml": "- id: a\n  name: [{ value: A, from: 2020 }]\n" },
    ["units.yaml:2:10 dated-first"],
  ],
  [
    "a later value without a beginning",
    { "units.yaml": "- id: a\n  name: [{ value: A }, { value: B }]\n" },
    ["units.yaml:2:24 dated-later"],
  ],
  [
    "values in the wrong order",
    {
      "units.yaml":
        "- id: a\n  name: [{ value: A }, { value: B, from: 2020 }, { value: C, from: 2020-01 }]\n",
    },
    ["units.yaml:2:50 dated-order"],
  ],
  [
    "a name from after the end",
    {
      "units.yaml":
        "- id: a\n  name: [{ value: A }, { value: B, from: 2021 }]\n  valid_to: 2020-06\n",
    },
    ["units.yaml:2:24 dated-outside"],
  ],
  [
    "a name that is left out",
    { "units.yaml": "- id: a\n  name: [{ value: A }, { from: 2021 }]\n" },
    ["units.yaml:2:24 missing-key-in"],
  ],
  [
    "an end before the beginning",
    { "units.yaml": "- id: a\n  name: A\n  valid_from: 2020\n  valid_to: 2019-12\n" },
    ["units.yaml:4:13 unit-ends-first"],
  ],
  [
    "a parent that has ended",
    { "units.yaml": "- id: a\n  name: A\n  valid_to: 2020\n- id: b\n  name: B\n  parent: a\n" },
    ["units.yaml:6:11 unit-parent-absent"],
  ],
  [
    "a parent until its last day",
    {
      "units.yaml":
        "- id: a\n  name: A\n  valid_to: 2025-06-30\n- id: b\n  name: B\n  parent: [{ value: a }, { from: 2025-07-01 }]\n",
    },
    [],
  ],
  [
    "a parent that is founded later",
    {
      "units.yaml":
        "- id: a\n  name: A\n  valid_from: 2021\n- id: b\n  name: B\n  valid_from: 2020\n  parent: a\n",
    },
    ["units.yaml:7:11 unit-parent-absent"],
  ],
  [
    "a circle that is closed later",
    {
      "units.yaml":
        "- id: a\n  name: A\n  parent: [{ from: 2019, value: b }, { from: 2021 }]\n- id: b\n  name: B\n  parent: [{}, { from: 2020, value: a }]\n",
    },
    ["units.yaml:3:12 dated-first", "units.yaml:6:11 unit-circle"],
  ],
  [
    "units that are heirs of each other",
    {
      "units.yaml":
        "- id: a\n  name: A\n  valid_to: 2020\n  successors: b\n- id: b\n  name: B\n  valid_to: 2020\n  successors: a\n",
    },
    [
      "units.yaml:4:15 unit-heir-absent",
      "units.yaml:8:15 unit-heir-absent",
      "units.yaml:8:15 unit-heir-circle",
    ],
  ],
  [
    "an heir that is founded later",
    {
      "units.yaml":
        "- id: a\n  name: A\n  valid_to: 2020-06-30\n  successors: b\n- id: b\n  name: B\n  valid_from: 2020-07-02\n",
    },
    ["units.yaml:4:15 unit-heir-absent"],
  ],
  [
    "an outside body in the tree",
    { "units.yaml": "- id: a\n  name: A\n  outside: có\n- id: b\n  name: B\n  parent: a\n" },
    ["units.yaml:6:11 unit-outside-tree"],
  ],
  [
    "an article of an outside body",
    { "a.md": article(), "units.yaml": "- id: khoi-thu\n  name: Báo Thử\n  outside: true\n" },
    ["a.md:5:7 unit-outside-article"],
  ],
  [
    "a renaming without a new name",
    { "units.yaml": "- id: a\n  name: A\n  changes: [{ kind: đổi tên, date: 2020 }]\n" },
    ["units.yaml:3:13 change-unproved"],
  ],
  [
    "a merger with nobody",
    { "units.yaml": "- id: a\n  name: A\n  changes: [{ kind: sáp nhập, date: 2020 }]\n" },
    ["units.yaml:3:13 change-unproved"],
  ],
  [
    "an end at another time",
    {
      "units.yaml":
        "- id: a\n  name: A\n  valid_to: 2021\n  changes: [{ kind: kết thúc, date: 2020 }]\n",
    },
    ["units.yaml:4:13 change-disagrees"],
  ],
  [
    "a unit that ends twice, and one that another took in later",
    {
      "units.yaml":
        "- id: a\n  name: A\n  changes: [{ kind: kết thúc, date: 2020 }, { kind: sáp nhập, date: 2021, into: b }]\n- id: b\n  name: B\n- id: c\n  name: C\n  valid_to: 2020\n- id: d\n  name: D\n  changes: [{ kind: sáp nhập, date: 2022, from: c }]\n",
    },
    ["units.yaml:3:45 unit-ends-twice", "units.yaml:11:13 unit-ends-twice"],
  ],
  [
    "an end that both units tell",
    {
      "units.yaml":
        "- id: a\n  name: A\n  changes: [{ kind: sáp nhập, date: 2020-07-01, into: b }, { kind: kết thúc, date: 2020-07-01 }]\n- id: b\n  name: B\n  changes: [{ kind: sáp nhập, date: 2020, from: a }]\n",
    },
    [],
  ],
  [
    "a merger both ways",
    {
      "units.yaml":
        "- id: a\n  name: A\n  changes: [{ kind: hợp nhất, date: 2020, into: b, from: c }]\n- id: b\n  name: B\n- id: c\n  name: C\n",
    },
    ["units.yaml:3:13 change-both-ways", "units.yaml:6:3 unit-heir-absent"],
  ],
  [
    "a beginning at another time",
    {
      "units.yaml":
        "- id: a\n  name: A\n  valid_from: 2021\n  changes: [{ kind: thành lập, date: 2020 }]\n",
    },
    ["units.yaml:4:13 change-disagrees"],
  ],
  [
    "another parent than the one it came under",
    {
      "units.yaml":
        "- id: a\n  name: A\n- id: b\n  name: B\n  parent: [{}, { value: a, from: 2020 }]\n  changes: [{ kind: chuyển về, date: 2020-05-01, into: b }]\n",
    },
    ["units.yaml:6:13 change-disagrees"],
  ],
  [
    "a change with an article that is not there",
    {
      "units.yaml":
        "- id: a\n  name: A\n  changes: [{ kind: thành lập, date: 2020, article: b.md }]\n",
    },
    ["units.yaml:3:53 change-article-missing"],
  ],
  [
    "a unit after it ended gave an award",
    {
      "a.md": article(
        "awards:\n  - { form: Biểu dương, status: đã trao, by: chi-bo-mot, to: đảng viên, count: 2 }",
      ),
    },
    ["a.md:7:46 award-giver-absent"],
  ],
  [
    "a unit before it ended decided an award that is told later",
    {
      "a.md": article(
        "awards:\n  - { form: Biểu dương, status: đã trao, by: chi-bo-mot, to: đảng viên, count: 2, decision: { date: 2023-06-30 } }",
      ),
    },
    [],
  ],
  [
    "one name of two units one after the other",
    {
      "units.yaml":
        "- id: a\n  name: Tên\n  valid_to: 2020\n- id: b\n  name: Tên\n  valid_from: 2021\n- id: c\n  name: [{ value: Khác }, { value: Tên, from: 2023 }]\n",
    },
    ["units.yaml:8:36 unit-name-twice"],
  ],
  [
    "units.yaml that is no list",
    { "units.yaml": "id: a\nname: A\n" },
    ["units.yaml:1:1 file-not-list"],
  ],
  [
    "a broken units.yaml does not blame the articles, nor the abbreviations",
    {
      "units.yaml": "- id: [\n",
      "a.md": article(),
      "abbreviations.yaml": "- { short: BTV, long: Ban Thường vụ, scope: [khoi-thu] }\n",
    },
    ["units.yaml:1:7 yaml-bracket-open"],
  ],
  [
    "a setting that is not known",
    { "site.yaml": `${base["site.yaml"]}theme: x\n` },
    ["site.yaml:6:1 unknown-key"],
  ],
  ...[
    "/etc/units.yaml",
    "units.yaml",
    "../../etc/passwd",
    "../a/../../units.yaml",
    "../.a/units.yaml",
  ].map(
    (path): Row => [
      `a list of units that cannot be shared: ${path}`,
      { "site.yaml": `${base["site.yaml"]}units: ${path}\n` },
      ["site.yaml:6:8 units-path"],
    ],
  ),
  [
    "a list of units that is shared, and one of its own",
    { "site.yaml": `${base["site.yaml"]}units: ../units.yaml\n` },
    ["site.yaml:6:1 units-twice"],
  ],
  [
    "a site without a web address",
    { "site.yaml": base["site.yaml"].replace("https://thu.example", "thu.example") },
    ["site.yaml:3:6 bad-web-address"],
  ],
  [
    "an editor without a repository",
    { "site.yaml": `${base["site.yaml"]}web_editor: { backend: github }\n` },
    ["site.yaml:6:13 missing-key-in"],
  ],
  [
    "an editor of nothing that we know",
    {
      "site.yaml": `${base["site.yaml"]}web_editor:\n  backend: bitbucket\n  repo: ban-tin\n  base_url: http://vao.example\n  api_root: "https://a;b"\n  apo_id: x\n`,
    },
    [
      "site.yaml:7:12 unknown-value",
      "site.yaml:8:9 bad-value",
      "site.yaml:9:13 bad-web-address",
      "site.yaml:10:13 bad-web-address",
      "site.yaml:11:3 unknown-key",
    ],
  ],
  [
    "an editor turned on by a word",
    { "site.yaml": `${base["site.yaml"]}web_editor: có\n` },
    ["site.yaml:6:13 expected-group"],
  ],
  [
    "a place of review that cannot be one",
    {
      "site.yaml": `${base["site.yaml"]}review: { host: bitbucket, url: "http://git.example/a" }
publish_directly: luôn luôn
`,
    },
    [
      "site.yaml:6:17 unknown-value",
      "site.yaml:6:33 bad-web-address",
      "site.yaml:7:19 bad-yes-or-no",
    ],
  ],
  ["an accent that is no colour", look("accent: đỏ"), ["site.yaml:6:9 bad-colour"]],
  [
    "an accent that YAML takes for a comment",
    look("accent: #0b4f8a"),
    ["site.yaml:6:9 bad-colour", "site.yaml:6:9 comment-cuts-text"],
  ],
  ["an accent without its number sign, or short", look("accent: 035"), []],
  [
    "an accent too faint for light pages",
    look('accent: "#1e88e5"'),
    ["site.yaml:6:9 colour-faint"],
  ],
  [
    "a menu with a part that is not there, with one twice, and with faulty links",
    look(`menu:
  - Khen thửơng
  - Đơn vị
  - đơn vị
  - { name: Cổng, url: www.cong.example }
  - { name: Mục, url: /muc-la/ }
  - { name: Bài, url: 2024/la.md }
  - { name: Cổng hai, url: "https://a@b.example/" }
  - { name: Chỗ này, url: "#cuoi" }
  - { name: Không }`),
    [
      "site.yaml:7:5 unknown-value",
      "site.yaml:10:24 link-missing",
      "site.yaml:13:28 link-user-info",
      "site.yaml:14:27 link-missing",
      "site.yaml:15:5 missing-key-in",
    ],
  ],
  [
    "a menu with one part twice",
    look("menu: [Đơn vị, Chủ đề, đơn vị]"),
    ["site.yaml:6:24 listed-twice"],
  ],
  [
    "links of menu and footer that lead to no page",
    look(`menu: [Đơn vị, { name: Mục, url: /muc-la/ }]
footer:
  lines: [Giấy phép số 1]
  links: [{ name: Bài, url: 2024/la.md }, { name: Tìm, url: /tim-kiem/ }]`),
    ["site.yaml:6:34 link-missing", "site.yaml:9:29 link-missing"],
  ],
  [
    "a link of the menu to an article that waits",
    {
      ...look("menu: [{ name: Bài, url: a.md }]"),
      "a.md": article("draft: true"),
    },
    ["site.yaml:6:26 link-unpublished"],
  ],
  [
    "a home page with a block that is not there, and one twice",
    look("home: [Chủ đề, Thời tiết]"),
    ["site.yaml:6:16 unknown-value"],
  ],
  [
    "a home page with one block twice",
    look("home: [Chủ đề, Đơn vị, Chủ đề]"),
    ["site.yaml:6:24 listed-twice"],
  ],
  [
    "a logo that is not there",
    { ...look("logo: logo.svg"), "Logo.svg": drawing() },
    ["Logo.svg:1:1 unknown-file", "site.yaml:6:7 logo-missing"],
  ],
  ["a logo outside the content", look("logo: /etc/passwd"), ["site.yaml:6:7 logo-missing"]],
  ["a drawing that is no logo", { "a.svg": drawing() }, ["a.svg:1:1 unknown-file"]],
  [
    "a logo of another kind",
    { ...look("logo: logo.jpg"), "logo.jpg": await picture(200, 200) },
    ["site.yaml:6:7 logo-unreadable"],
  ],
  [
    "a logo that is no PNG inside",
    { ...look("logo: logo.png"), "logo.png": await picture(200, 200) },
    ["site.yaml:6:7 logo-unreadable"],
  ],
  [
    "a logo that is cut off",
    { ...look("logo: logo.svg"), "logo.svg": drawing().slice(0, -3) },
    ["site.yaml:6:7 logo-unreadable"],
  ],
  [
    "a logo that draws nothing",
    { ...look("logo: logo.svg"), "logo.svg": drawing("") },
    ["site.yaml:6:7 logo-unreadable"],
  ],
  [
    "a logo of few pixels",
    { ...look("logo: logo.png"), "logo.png": await picture(48, 48, "png") },
    ["site.yaml:6:7 logo-too-small"],
  ],
  [
    "a logo that is a line",
    { ...look("logo: logo.png"), "logo.png": await picture(900, 100, "png") },
    ["site.yaml:6:7 logo-shape"],
  ],
  [
    "a heavy logo",
    {
      ...look("logo: logo.svg"),
      "logo.svg": drawing(listOf(2_000, () => '<path d="M0 0h9v9z"/>', "\n   ")),
    },
    ["site.yaml:6:7 logo-too-large"],
  ],
  ...[
    "<script>alert(1)</script>",
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
    '<path d="M0 0h9v9z" onload="alert(1)"/>',
    "<foreignObject><p>A</p></foreignObject>",
    '<image href="a.png"/>',
    '<image href="/etc/passwd"/>',
    '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    '<a href="https://xa.example/"><path d="M0 0h9v9z"/></a>',
    '<a href = "&#106;avascript:alert(1)"><path d="M0 0h9v9z"/></a>',
    '<use href="https://xa.example/a.svg#b"/>',
    '<path d="M0 0h9v9z" fill="url(https://xa.example/a.svg#b)"/>',
    "<style>@import 'https://xa.example/a.css';</style>",
    '<text y="9">Chữ</text>',
    '<path d="M0 0h9v9z"><animate attributeName="d"/></path>',
    listOf(20, () => '<use href="#a"/>', ""),
  ].map(
    (more): Row => [
      `a logo with ${more.slice(0, 40)}`,
      { ...look("logo: logo.svg"), "logo.svg": drawing(`<path d="M0 0h9v9z"/>${more}`) },
      ["site.yaml:6:7 logo-not-plain"],
    ],
  ),
  [
    "a logo with an entity",
    { ...look("logo: logo.svg"), "logo.svg": `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing()}` },
    ["site.yaml:6:7 logo-not-plain"],
  ],
  [
    "a logo as programs write it",
    {
      ...look("logo: logo.svg"),
      "logo.svg": `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${drawing(`<metadata xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF rdf:about=""/></metadata><style>.a{fill:#0b4f8a}</style><defs><linearGradient id="b"><stop stop-color="red"/></linearGradient></defs><path class="a" d="M0 0h9v9z"/><path id="c" fill="url(#b)" d="M0 9h9v9z"/><use xlink:href="#c" xmlns:xlink="http://www.w3.org/1999/xlink"/>`)}`,
    },
    [],
  ],
  [
    "an abbreviation of an unknown unit",
    { "abbreviations.yaml": "- { short: BTV, long: Ban Thường vụ, scope: [xa-la] }\n" },
    ["abbreviations.yaml:1:45 unknown-unit"],
  ],

  [
    "all problems of all files at once",
    { "a.md": article("tag: A\ndrafft: true"), "b.md": article("layout: x") },
    ["a.md:6:1 unknown-key", "a.md:7:1 unknown-key", "b.md:6:1 forbidden-key"],
  ],
];

describe("bad input", () => {
  it.each(rows)("%s", async (_name, files, expected) => {
    const found = await problemsOf(files);
    expect(
      found.map(({ path, line, column, code }) => `${path}:${line}:${column} ${code}`),
    ).toEqual(expected);
    for (const language of ["vi", "en"] as const) {
      for (const { message, hint } of found.map((one) => reportOf(one, language))) {
        expect(`${message} ${hint}`).not.toMatch(/\{\p{L}+\}|undefined/u);
      }
    }
  });

  it("has a row for every message", () => {
    const raised = new Set(
      rows.flatMap(([, , expected]) => expected.map((line) => line.split(" ")[1])),
    );
    // The message for values that no rule of ours foresees; and those that count problems are made
    // only when a report is written.
    const unforeseen = ["bad-value", "more-errors", "more-warnings"];
    // Those of a portal are raised in tests of portals.
    const missing = Object.keys(messages).filter(
      (code) => !raised.has(code) && !unforeseen.includes(code) && !code.startsWith("portal-"),
    );
    expect(missing).toEqual([]);
  });
});

/** What the author reads, word for word, for the most frequent mistakes. */
const wordings: readonly (readonly [files: Files, vi: string, en: string])[] = [
  [
    head(award("    tên: [A]")),
    "Không có khóa “tên”. Có phải bạn muốn viết “recipients”?",
    "There is no key “tên”. Did you mean “recipients”?",
  ],
  ...[
    ["ngày 5/3/2024", "5/3/2024"],
    ["05 tháng 3 năm 2024", "5/3/2024"],
    ["2024/03/05", "2024-03-05"],
  ].map(([written, fixed]): readonly [Files, string, string] => [
    raw(article().replace("2024-03-05", written!)),
    `“${written}” không phải là ngày viết theo mẫu. Viết ${fixed}`,
    "",
  ]),
  [
    head("event: Hội nghị tháng 3"),
    '“event” phải là một nhóm gồm các khóa con, nhưng lại là “Hội nghị tháng 3”. Viết event: { name: "Hội nghị tháng 3" }',
    "",
  ],
  [
    head(award("    count: 11 tập thể")),
    "“count” phải là một số lượng, nhưng lại là “11 tập thể”. Chỉ viết 11",
    "",
  ],
  [
    { ...head('images: [{ src: Hop.JPG, alt: "Hội trường" }]'), "hop.jpg": await picture(48, 32) },
    "Không tìm thấy ảnh “Hop.JPG”. Có phải bạn muốn viết “hop.jpg”? Chữ hoa, chữ thường và đuôi tệp phải đúng như tên tệp.",
    "",
  ],
  ...(
    [
      ["", 'Thêm vào đầu bài: documents: [{ number: "21-KL/TW" }, { number: "22-KL/TW" }].'],
      [
        "documents:\n  - title: A",
        'Đầu bài đã có documents: thêm vào danh sách ấy dòng - number: "21-KL/TW".',
      ],
      ["documents: [{ title: A }]", 'thêm { number: "21-KL/TW" } vào trong ngoặc vuông'],
      [
        'documents: "1-NQ/TW"',
        'sửa dòng ấy thành documents: [{ number: "1-NQ/TW" }, { number: "21-KL/TW" }, { number: "22-KL/TW" }].',
      ],
      ["documents: { title: A }", 'thành documents: [{ title: "A" }, {'],
    ] as const
  ).map(([more, hint]): readonly [Files, string, string] => [
    { "a.md": article(more, "Học Kết luận 21-KL/TW và 22-KL/TW.") },
    hint,
    "",
  ]),
  [
    {
      "units.yaml":
        "- id: a\n  name: Xã A\n- id: b\n  name: Xã B\n- id: d\n  name: D\n  valid_to: 2020\n  successors: Xã A và Xã B\n",
    },
    "Viết successors: [a, b]",
    "",
  ],
  [
    { "people.yaml": "- id: b\n  name: B\n  posts: Bí thư Chi bộ\n" },
    'Viết posts: [{ post: "Bí thư Chi bộ" }]',
    "",
  ],
  [
    { "people.yaml": "- { id: b, name: B, posts: { post: C, from: 2020, to: hiện nay } }\n" },
    "Xóa dòng to: không có to nghĩa là chưa kết thúc.",
    "",
  ],
  [
    body("Xem [trang](www.example.vn)"),
    "Liên kết “www.example.vn” không dẫn tới đâu. Có phải bạn muốn viết “https://www.example.vn”?",
    "",
  ],
  [
    raw(article().replace("Bài thử", "[Hình ảnh] Chi bộ họp")),
    'Giá trị của “title” bắt đầu bằng ký tự [, ký tự này có nghĩa riêng. Viết title: "[Hình ảnh] Chi bộ họp"',
    "",
  ],
  [
    head("tgas: [A]"),
    "Không có khóa “tgas”. Có phải bạn muốn viết “tags”?",
    "There is no key “tgas”. Did you mean “tags”?",
  ],
  [
    raw(article().replace("khoi-thu", "Huyện Khác Hẳn")),
    "Không có đơn vị “Huyện Khác Hẳn” trong units.yaml. Dùng id, tên hoặc tên gọi khác có trong units.yaml; nếu là đơn vị mới thì thêm vào tệp đó.",
    "There is no unit “Huyện Khác Hẳn” in units.yaml. Use an id, name or alias from units.yaml; add the unit there if it is new.",
  ],
  [
    raw(article().replace("khoi-thu", "khoi-thuu")),
    "Không có đơn vị “khoi-thuu” trong units.yaml. Có phải bạn muốn viết “khoi-thu”?",
    "There is no unit “khoi-thuu” in units.yaml. Did you mean “khoi-thu”?",
  ],
  [
    {
      ...raw(article().replace("khoi-thu", "chi-bo-so-3")),
      "units.yaml": `${base["units.yaml"]}- { id: chi-bo-so-1, name: Chi bộ số 1 }\n`,
    },
    "Không có đơn vị “chi-bo-so-3” trong units.yaml. Dùng id, tên hoặc tên gọi khác có trong units.yaml; nếu là đơn vị mới thì thêm vào tệp đó.",
    "There is no unit “chi-bo-so-3” in units.yaml. Use an id, name or alias from units.yaml; add the unit there if it is new.",
  ],
  [
    head("summary:"),
    "“summary” chưa có giá trị. Viết giá trị sau dấu hai chấm, hoặc xóa dòng này.",
    "“summary” has no value. Write a value behind the colon, or delete the line.",
  ],
  [
    raw(article().replace(/^author: .*$/mu, "author:")),
    "“author” chưa có giá trị. Viết giá trị sau dấu hai chấm; không bỏ trống và không xóa “author” được.",
    "“author” has no value. Write a value behind the colon; “author” can be neither empty nor deleted.",
  ],
  [
    head('images: [{ src: a.jpg, alt: "" }]'),
    "“alt” chưa có giá trị. Viết giá trị sau dấu hai chấm; không bỏ trống và không xóa “alt” được.",
    "“alt” has no value. Write a value behind the colon; “alt” can be neither empty nor deleted.",
  ],
  [
    head("tags: [A, '']"),
    "“tags” chưa có giá trị. Viết giá trị sau dấu hai chấm, hoặc xóa dòng này.",
    "“tags” has no value. Write a value behind the colon, or delete the line.",
  ],
  [
    head('aliases: ["/a/"]\naliases: ["/b/"]'),
    "Khóa “aliases” xuất hiện hai lần. Chỉ giữ lại một dòng “aliases”; dòng kia còn mục cần dùng thì chép sang trước khi xóa.",
    "The key “aliases” appears twice. Keep only one line “aliases”; copy what is needed of the other into it, then delete that one.",
  ],
  [
    { "addresses.txt": "/a/ a.md\n=======\n/b/ b.md\n" },
    "Hai người đã sửa cùng một chỗ và tệp còn giữ cả hai bản, với dấu của git ở dòng 2. Giữ cả hai bản, chỉ xóa các dòng bắt đầu bằng <<<<<<<, |||||||, ======= hoặc >>>>>>>, rồi chạy npm run addresses để xếp lại tệp.",
    "Two people changed the same place and the file holds both versions, with the marks of git on line 2. Keep both versions, delete only the lines that begin with <<<<<<<, |||||||, ======= or >>>>>>>, then run npm run addresses, which puts the file in order.",
  ],
  [
    { "addresses.txt": "/?p=1 x/index.md\n" },
    'Địa chỉ /?p=1 đã đăng, nay sẽ mất vì không còn tệp x/index.md. Lấy lại tệp bằng git rồi ghi withdrawn vào phần đầu bài. Nếu bài đã chuyển sang tệp khác thì thêm "/?p=1" vào aliases của tệp ấy; chưa có khóa ấy thì ghi: aliases: ["/?p=1"]',
    'The address /?p=1 was published, and would vanish, because the file x/index.md is gone. Bring the file back with git and write withdrawn into its front matter. If the article is in another file now, add "/?p=1" to the aliases there; where there are none, write: aliases: ["/?p=1"]',
  ],
  ...(
    [
      [
        "event: { name: A, date: 14-15/1/2025 }",
        "Viết date: 2025-01-14; dòng dưới viết to: 2025-01-15",
      ],
      [
        "event: { name: A, date: 30/12/2024 đến 2/1/2025 }",
        "Viết date: 2024-12-30; dòng dưới viết to: 2025-01-02",
      ],
      [award("    count: khoảng 30 đến 35"), "Chỉ viết 30-35"],
      [award("    count: khoảng 1.600"), "Hãy viết khoảng 1600"],
      [award("    count: từ 900 đến 1.600"), "Hãy viết từ 900 đến 1600"],
      [award("    count: trên 10 tập thể"), "Chỉ viết trên 10"],
      [award("    count: mười một"), "Chỉ viết 11"],
      [award("    count: 1\n    years: từ 2017 đến 2021"), "Viết 2017-2021"],
      [
        "figures: [{ name: A, value: 98%, year: 2023 }]",
        'Chỉ viết con số: 98; đơn vị tính viết riêng, unit: "%"',
      ],
      ["figures: [{ name: A, value: 98, year: năm 2023 }]", "Viết 2023"],
      ["event: { name: A, term: khóa XIX }", "Chỉ viết XIX"],
      ["event: { name: A, term: khóa 19 }", "Chỉ viết XIX"],
      ["event: { name: A, ordinal: lần thứ XI }", "Chỉ viết 11"],
      ["event: { name: A, ordinal: Hội nghị lần thứ 11 }", "Chỉ viết 11"],
      ["event: { name: A, to: 2024-03-01 }", "Ghi ngày đầu của sự kiện ở date, hoặc sửa lại to."],
      ["documents: [{ title: A, date: tháng 7/2010 }]", "Viết 2010-07"],
      ['documents: "1-NQ/TW, 2-NQ/TW"', 'Viết documents: ["1-NQ/TW", "2-NQ/TW"]'],
      [
        award("    count: 1\n    rank: hạng III").replace("Giấy khen", "Huân chương"),
        "Có phải bạn muốn viết “Ba”?",
      ],
    ] as const
  ).map(([more, hint]): readonly [Files, string, string] => [head(more), hint, ""]),
  ...(
    [
      [
        [
          "figures: [{ name: A, value: 12, year: 2023 }]",
          "figures: [{ name: A, value: 14, year: 2023 }]",
        ],
        "“A” (2023) ở đây là 14, nhưng ở a.md:6 là 12.",
      ],
      [
        [session("date: 2024-03-01"), session("date: 2024-03-02")],
        "Bài này ghi sự kiện diễn ra ngày 2/3/2024, còn ở a.md:6 ghi ngày 1/3/2024.",
      ],
      [
        [11, 12].map((count) =>
          award(`    count: ${count}\n    decision: { number: "25-QĐ/ĐUK" }`),
        ),
        "Quyết định 25-QĐ/ĐUK ở đây ghi số lượng là 12, còn ở a.md:11 là 11.",
      ],
      [
        [award("    count: 11"), award("    count: 11")],
        "Mục khen thưởng này giống một mục ở a.md:7",
      ],
      [
        [
          'documents: ["3-CT/TW", { number: "22-KL/TW", date: 2024-01-02 }]',
          'documents: [{ number: "21-KL/TW", date: 2023, implements: "22-KL/TW" }]',
        ],
        "Văn bản 22-KL/TW (ban hành 2/1/2024, theo a.md:6) ra sau văn bản này (2023)",
      ],
    ] as const
  ).map(([[one, other], message]): readonly [Files, string, string] => [
    { "a.md": article(one), "b.md": article(other) },
    message,
    "",
  ]),
  [
    { "a/IMG_1.HEIC": "x" },
    "Ảnh của iPhone thì thêm ở mục Ảnh của biểu mẫu soạn bài, máy tự đổi sang .jpg;",
    "",
  ],
  [
    { ...people, ...head(award("    count: 1\n    presented_by: Lê Thị Thử")) },
    "Ghi mã của người ấy thay cho tên, chọn một trong: le-thi-thu, le-thi-thu-hai.",
    "",
  ],
  [
    head("people: đồng chí Trần Văn Hai, Tỉnh ủy viên, Bí thư Đảng ủy; Lê Tư"),
    "Viết people: [{ name: Trần Văn Hai, post: [Tỉnh ủy viên, Bí thư Đảng ủy] }, Lê Tư]",
    "",
  ],
  [
    head(award("    count: 1\n    presented_by: Lê Tư, Phó Bí thư")),
    "Viết presented_by: [Lê Tư]",
    "",
  ],
  [
    head("people: ['đ/c Lê Tư (Phó Bí thư)']"),
    "Ngoài họ tên, “đ/c Lê Tư (Phó Bí thư)” còn có “đ/c”, “Phó Bí thư”. Chỉ viết họ tên: Lê Tư; chức vụ ghi ở post: Phó Bí thư.",
    "",
  ],
  ...(
    [
      ["date: 2024-03-06", "Quyết định đề ngày 6/3/2024, sau ngày của bài (5/3/2024)."],
      ['number: "30/2025/QĐ-UBND"', "Quyết định đề năm 2025, sau ngày của bài (5/3/2024)."],
    ] as const
  ).map(([decision, message]): readonly [Files, string, string] => [
    head(award(`    count: 1\n    decision: { ${decision} }`)),
    message,
    "",
  ]),
  ...(
    [
      [award("    count: ~1.600"), "Chỉ viết khoảng 1600"],
      ...[
        ["trên dưới 30", "Chỉ viết khoảng 30"],
        ["trên dưới 30 đảng viên", "Chỉ viết khoảng 30"],
        ["ước chừng 30-35", "Chỉ viết 30-35"],
        ["30 đảng viên trở lên", "Chỉ viết ít nhất 30"],
        ["30 trở xuống", "Chỉ viết nhiều nhất 30"],
        ["lên đến 30", "Chỉ viết nhiều nhất 30"],
        ["chắc chỉ 30", "Viết số nguyên như 11 hoặc 0, hoặc khoảng 30"],
        ["tổng số: 30", "Chỉ viết 30"],
      ].map(([count, hint]) => [award(`    count: "${count}"`), hint!] as const),
      [
        "figures: [{ name: A, value: 30% trở lên, year: 2023 }]",
        'ít nhất 30; đơn vị tính viết riêng, unit: "%"',
      ],
      ["event:\n  name: A\n  agenda:\n    - Kiểm điểm: năm", ': - "Kiểm điểm: năm"'],
      ["event: { name: A, agenda: [Kiểm điểm: năm] }", ': "Kiểm điểm: năm"'],
      ["event:\n  name: A\n  agenda:\n    Kiểm điểm: năm", ': agenda: "Kiểm điểm: năm"'],
      ["summary:\n  Kiểm điểm: năm", ': summary: "Kiểm điểm: năm"'],
      ...(
        [
          ["Chiến sĩ thi đua cơ sở", '“Danh hiệu”, thêm name: "Chiến sĩ thi đua cơ sở"?'],
          ["Danh hiệu Lao động tiên tiến", '“Danh hiệu”, thêm name: "Lao động tiên tiến"?'],
          ["Giải nhất", "“Giải”, thêm rank: Nhất?"],
          ["Giải Đặc biệt", "“Giải”, thêm rank: Đặc biệt?"],
          [
            "giải Khuyến khích hội thi Dân vận khéo",
            '“Giải”, thêm rank: Khuyến khích; name: "Hội thi Dân vận khéo"?',
          ],
          ["Giải Búa liềm vàng", '“Giải”, thêm name: "Giải Búa liềm vàng"?'],
          ["Huy hiệu Đảng 40 năm", "“Huy hiệu Đảng”, thêm step: 40?"],
          ["Huy hiệu 40 năm tuổi Đảng", "“Huy hiệu Đảng”, thêm step: 40?"],
          [
            "Huân chương Lao động hạng III",
            '“Huân chương”, thêm name: "Huân chương Lao động"; rank: Ba?',
          ],
          ["Cờ thi đua của Chính phủ", '“Cờ”, thêm name: "Cờ thi đua của Chính phủ"?'],
          ["Giấy khem", "“Giấy khen”? Các giá trị dùng được"],
        ] as const
      ).map(([form, hint]) => [award("    count: 1").replace("Giấy khen", form), hint] as const),
      ["images: hop.jpg", 'Viết images: [{ src: "hop.jpg", alt: "…" }]'],
      ["images: [hop.jpg]", 'Viết { src: "hop.jpg", alt: "…" }'],
      ["images:\n  - { src: hop.jpg }", "Thêm alt: vào mục này."],
      ["figures: Tỷ lệ đảng viên", 'Viết figures: [{ name: "Tỷ lệ đảng viên", value: "…" }]'],
      [
        'documents:\n  - number: "611-KH/ĐUM, 612-KH/ĐUM"',
        'Viết - number: "611-KH/ĐUM"; phần còn lại viết riêng: - number: "612-KH/ĐUM"',
      ],
      [
        'documents:\n  - number: "611-KH/ĐUM, 612-KH/ĐUM"\n    relation: căn cứ',
        'Viết number: "611-KH/ĐUM"; phần còn lại viết riêng: - number: "612-KH/ĐUM"',
      ],
      [
        'documents:\n  - number: "Nghị quyết số 2-NQ/TW ngày 3/1/2022"\n    relation: căn cứ',
        'Viết number: "2-NQ/TW"; phần còn lại viết riêng: kind: Nghị quyết; date: 3/1/2022',
      ],
      [
        'documents: [{ number: "611-KH/ĐUM, 612-KH/ĐUM" }]',
        'Viết { number: "611-KH/ĐUM" }, { number: "612-KH/ĐUM" }',
      ],
      ['documents: ["611-KH/ĐUM, 612-KH/ĐUM"]', 'Viết "611-KH/ĐUM", "612-KH/ĐUM"'],
      [
        'documents:\n  - "611-KH/ĐUM, 612-KH/ĐUM"',
        'Viết - "611-KH/ĐUM"; phần còn lại viết riêng: - "612-KH/ĐUM"',
      ],
      [
        award("    count: 1").replace("by: khoi-thu", "by: Ban Thường vụ Đảng ủy Khối Thử"),
        "Viết by: khoi-thu; dòng dưới viết body: Ban Thường vụ.",
      ],
      [
        award("    count: 1\n    proposed_by: khoi-thu, Chi bộ Một"),
        "Chỉ ghi khoi-thu; đơn vị còn lại thêm vào mentions: Chi bộ Một.",
      ],
      ["event:\n  name: A\n  agenda:\n    • Bàn\n    • Xét", 'Viết agenda: ["Bàn", "Xét"]'],
      ["people: Lê Tư và Lê Năm", "Viết people: [Lê Tư, Lê Năm]"],
      ["people: [Lê Tư và Lê Năm]", "Ghi mỗi người thành một mục riêng: “Lê Tư”, “Lê Năm”."],
      [
        "summary: [A, B]",
        "Viết trên một dòng, cả dòng chữ trong ngoặc kép; đoạn nhiều dòng thì viết summary: | rồi thụt",
      ],
      [award("    count: 30+"), "Chỉ viết ít nhất 30"],
      [award("    count: không dưới 30"), "Chỉ viết ít nhất 30"],
      [award("    count: chưa rõ"), "Chỉ viết không rõ"],
      [
        'documents: ["Nghị quyết số 2-NQ/TW ngày 3/1/2022"]',
        'Viết { number: "2-NQ/TW", kind: Nghị quyết, date: 3/1/2022 }',
      ],
      [
        award(
          '    count: 1\n    decision: { number: "Quyết định số 2-QĐ/ĐU, ngày 03 tháng 01 năm 2022" }',
        ),
        'Viết decision: { number: "2-QĐ/ĐU", date: 3/1/2022 }',
      ],
      ["figures: [{ name: A, value: 98, year: 2022-2023 }]", "thì ghi ở period."],
      ["mentions: khoi-thu và Chi bộ Một", "Viết mentions: [khoi-thu, Chi bộ Một]."],
    ] as const
  ).map(([more, hint]): readonly [Files, string, string] => [head(more), hint, ""]),
  ...["2024-3.yaml", "3-2024.yaml", "thang-03.2024.yaml", "202403.yaml"].map(
    (name): readonly [Files, string, string] => [
      { [`bulletins/${name}`]: "title: A\n" },
      "Đổi tên tệp thành 2024-03.yaml.",
      "",
    ],
  ),
  [
    { "a.md": article(), "bulletins/2024-02.yaml": "order: a.md\n" },
    "Bài “a.md” đề ngày 5/3/2024 nên không thuộc bản tin tháng 2/2024.",
    "",
  ],
  [
    head(award("    count: nhiều")),
    "“count” phải là một số lượng, nhưng lại là “nhiều”. Viết số nguyên như 11 hoặc 0, hoặc khoảng 30, 30-35, không rõ.",
    "",
  ],
  [
    head('figures: [{ name: A, value: 90, unit: "%", of: 20, part: nhiều }]'),
    "“part” phải là một số lượng, nhưng lại là “nhiều”. Viết số nguyên như 11 hoặc 0, hoặc khoảng 30, 30-35.",
    "",
  ],
  [
    head(award("    count: 1.625")),
    "“1.625” có dấu chấm ngăn hàng nghìn, máy sẽ hiểu là số thập phân. Hãy viết 1625",
    "“1.625” has a point between thousands, which a computer takes for a decimal point. Write 1625",
  ],
  [
    head("awards: [{ form: Giấy khem, status: đã trao, by: khoi-thu, to: a, count: 1 }]"),
    "“form” không nhận giá trị “Giấy khem”. Có phải bạn muốn viết “Giấy khen”? Các giá trị dùng được: Giấy khen, Bằng khen, Cờ, Huy hiệu Đảng, Kỷ niệm chương, Biểu dương, Danh hiệu, Huân chương, Giải, Khen thưởng.",
    "“form” does not take the value “Giấy khem”. Did you mean “Giấy khen”? Possible values: Giấy khen, Bằng khen, Cờ, Huy hiệu Đảng, Kỷ niệm chương, Biểu dương, Danh hiệu, Huân chương, Giải, Khen thưởng.",
  ],
  [
    head('summary: "Phong trào "Dân vận khéo" lan rộng"'),
    'Bên trong "Phong trào "Dân vận khéo" lan rộng" lại có dấu ngoặc cùng loại, nên giá trị bị cắt giữa chừng. Viết summary: "Phong trào “Dân vận khéo” lan rộng"',
    "",
  ],
  [
    head('summary: "Lời tóm tắt'),
    'Dấu ngoặc mở ở "Lời tóm tắt chưa được đóng lại. Viết summary: "Lời tóm tắt"',
    "",
  ],
  [
    raw(article().replace("Bài thử", "Chi bộ #3 họp")),
    'Dấu # cắt mất phần sau: “title” chỉ còn “Chi bộ”. Đặt trong ngoặc kép: "Chi bộ #3 họp". Nếu là ghi chú thì viết trên một dòng riêng.',
    "",
  ],
];

describe("the wording of problems", () => {
  it.each(wordings)("of case %#", async (files, vi, en) => {
    const [found] = await problemsOf(files);
    for (const [language, expected] of [
      ["vi", vi],
      ["en", en],
    ] as const) {
      const { message, hint } = reportOf(found!, language);
      if (expected !== "") expect(`${message} ${hint}`).toContain(expected);
    }
  });
});

describe("every message", () => {
  it.each(Object.entries(messages))("%s says the same in both languages", (_code, { vi, en }) => {
    const names = (text: string | undefined) => (text?.match(/\{\p{L}+\}/gu) ?? []).toSorted();
    expect(en.length).toBe(vi.length);
    for (const [index, text] of vi.entries()) {
      expect(text).not.toBe("");
      expect(new Set(names(en[index]))).toEqual(new Set(names(text)));
    }
  });
});

it("advice on many documents names some of them only", async () => {
  const numbers = Array.from({ length: 40 }, (_, at) => `số ${at + 1}-KL/TW`).join(", ");
  const problems = await problemsOf(body(`Học các Kết luận ${numbers}.`));
  const [first] = problems.filter(({ code }) => code === "document-not-listed");
  expect(first?.args.fixed?.match(/number:/gu)?.length).toBe(10);
});

it("front matter never runs as code and never touches a prototype", async () => {
  await problemsOf({
    "a.md": "---js\n{ title: (globalThis.ran = true) }\n---\n",
    "b.md": article(
      "__proto__: { polluted: true }\nevent: { name: A, __proto__: { polluted: true } }",
    ),
  });
  expect("ran" in globalThis).toBe(false);
  expect("polluted" in {}).toBe(false);
});

async function problemsOf(files: Files): Promise<readonly Problem[]> {
  const content = folderOf({ ...base, ...files });
  const { problems } = await checkFolder(content);
  return problems;
}

function picture(width: number, height: number, format: "jpeg" | "png" = "jpeg"): Promise<Buffer> {
  return sharp({
    create: { width, height, channels: 3, background: "#9b1b1e" },
    limitInputPixels: false,
  })
    .toFormat(format)
    .toBuffer();
}

function animation(): Promise<Buffer> {
  const frame = (value: number) => Buffer.alloc(8 * 8 * 3, value);
  return sharp(Buffer.concat([frame(0), frame(255)]), {
    raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
  })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
}
