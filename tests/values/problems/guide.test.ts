import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { awardForms, awardStatuses } from "../../../src/award.ts";
import { headSchema } from "../../../src/front-matter/head.ts";
import { messages } from "../../../src/problems/messages.ts";
import { checkFolder } from "../../checking.ts";
import { type Files, folderOf } from "../../content.ts";
import { pdfFile } from "../../pdf-file.ts";

/**
 * The writer's guide is checked against the program: each message has its section, the examples
 * that are called wrong (“Sai”) give the problem of their section, and all others give none.
 */
const guide = readFileSync("docs/huong-dan.md", "utf8");

type Verdict = "wrong" | "right";

/** A fenced block of the guide. */
type Example = {
  /** The heading above the block. */
  readonly section: string;
  readonly language: string;
  readonly text: string;
  readonly verdict: Verdict;
  /** The file in content that the line above the block names. */
  readonly path: string | undefined;
};

const { headings, examples } = readGuide(guide);
/** Matches a heading that is nothing but the code of a message. */
const codeForm = /^[a-z\d]+(?:-[a-z\d]+)+$/u;
const sections = headings.filter((title) => codeForm.test(title));

/** Examples that the program can read; the others show file names, menus and the like. */
const runnable = examples.filter(({ language }) => /^(?:yaml|markdown)$/u.test(language));

/**
 * Mistakes that no text in the guide can show: in files, in pictures, in invisible characters, and
 * whatever is too much.
 */
const unshown = new Set([
  "missing-file",
  "unknown-file",
  "wrong-ending",
  "symbolic-link",
  "file-too-large",
  "not-utf8",
  "not-nfc",
  "file-name-not-nfc",
  "file-name-twice",
  "file-name-character",
  "invisible-character",
  "control-character",
  "bad-value",
  "body-too-large",
  "picture-broken",
  "picture-too-large",
  "picture-animated",
  "same-address",
  "lead-twice",
  "approval-missing",
  "too-many-marks",
  "more-errors",
  "more-warnings",
  "head-too-large",
  "too-many-keys",
  "list-too-long",
  "text-too-long",
  "too-many-links",
  "too-many-pictures",
  "too-many-headings",
  "too-many-notes",
  "too-many-tables",
  "picture-side-too-long",
  "picture-too-narrow",
  "picture-tiny",
  "picture-place",
  "picture-owner",
  "picture-film",
  "picture-heavy",
  "picture-wide",
  "pdf-not-pdf",
  "pdf-unreadable",
  "pdf-too-large",
  "pdf-encrypted",
  "pdf-active",
  "pdf-without-text",
  "pdf-unused",
  "logo-missing",
  "logo-unreadable",
  "logo-not-plain",
  "logo-too-large",
  "logo-too-small",
  "logo-shape",
  "unit-too-deep",
  "units-path",
  "units-twice",
  "address-moved",
  "address-hidden",
  "address-taken",
  "address-gone",
  "address-of-thing-gone",
  "address-of-list-gone",
  "bad-address-line",
  "portal-site-id",
  "portal-no-site",
  "portal-site-twice",
  "portal-site-nowhere",
  "portal-data-path",
  "portal-data-missing",
  "portal-copy-old",
  "portal-data-unreadable",
  "portal-data-other-site",
  "portal-data-column",
  "portal-data-cell",
  "portal-data-link",
  "portal-data-character",
  "portal-data-sum",
]);

describe("the guide's list of errors", () => {
  it("has one section for each message and none for another", () => {
    expect(sections.toSorted()).toEqual(Object.keys(messages).toSorted());
  });

  it.each(sections)("%s shows what is wrong and what is right", (code) => {
    const own = examples.filter(({ section }) => section === code);
    expect(own.some(({ verdict }) => verdict === "wrong")).toBe(true);
    expect(own.some(({ verdict }) => verdict === "right")).toBe(true);
  });

  it.each(sections.filter((code) => !unshown.has(code)))("%s: the wrong gives it", async (code) => {
    expect(await codesOf(ofSection(code, "wrong"))).toContain(code);
  });

  it.each(sections.filter((code) => !unshown.has(code)))("%s: the right is right", async (code) => {
    expect(await codesOf(ofSection(code, "right"))).toEqual([]);
  });

  it("says of every warning, and of nothing else, that it is one", () => {
    for (const code of sections) {
      const { severity } = messages[code as keyof typeof messages];
      const opening = guide.split(`\n### ${code}\n`)[1]!.trimStart();
      expect([code, opening.startsWith("Cảnh báo.")]).toEqual([code, severity === "warning"]);
    }
  });
});

describe("the rest of the guide", () => {
  const others = runnable.filter(({ section, path }) => !sections.includes(section) && !path);

  it.each(others.map((one) => [one.section, one] as const))("example in “%s”", async (_, one) => {
    expect(await codesOf([one])).toEqual([]);
  });

  const inFiles = runnable.filter(
    ({ section, path }) => !sections.includes(section) && path?.endsWith(".md"),
  );

  it.each([...new Set(inFiles.map(({ section }) => section))])("files in “%s”", async (section) => {
    expect(await codesOf(inFiles.filter((one) => one.section === section))).toEqual([]);
  });

  it("shows data files that fit together", async () => {
    const found = await codesOf([], dataFiles("abbreviations.yaml", "bulletins/2024-03.yaml"));
    expect(found).toEqual([]);
  });

  it("explains every key, every form and every status", () => {
    for (const word of [...Object.keys(headSchema.shape), ...awardForms, ...awardStatuses]) {
      expect(guide).toContain(`\`${word}\``);
    }
  });

  it("has no link to a heading that is not there", () => {
    const anchors = new Set(headings.map(anchorOf));
    const links = [...guide.matchAll(/\]\(#([^)]+)\)/gu)].map(([, anchor]) => anchor!);
    // The one link to an address of an article is an example, not a link of the guide.
    const missing = links.filter((link) => !anchors.has(link) && !link.startsWith("muc-"));
    expect(missing).toEqual([]);
  });
});

function ofSection(code: string, verdict: Verdict): Example[] {
  return runnable.filter((one) => one.section === code && one.verdict === verdict);
}

/**
 * Puts examples into a content folder with the guide's own data files, and returns the codes of the
 * problems.
 */
async function codesOf(
  examples: readonly Example[],
  data: Files = dataFiles(),
): Promise<readonly string[]> {
  const shown = Object.fromEntries(examples.map((one) => fileOf(one)));
  const ownUnits = "units.yaml" in shown;
  const articles = ownUnits ? {} : { [neighbour]: firstArticle().text };
  // The office holders of the guide are in its own units.
  const peopleFile = ownUnits ? { "people.yaml": "[]\n" } : {};
  const files: Record<string, string | Uint8Array> = {};
  for (const [path, text] of Object.entries({ ...data, ...peopleFile, ...articles, ...shown })) {
    files[path] = text as string;
    if (!path.endsWith(".md")) continue;
    for (const name of ["hop-chi-bo.jpg", "trao-giay-khen.jpg"]) {
      files[path.replace(/[^/]+$/u, name)] = picture;
    }
    for (const [name] of (text as string).matchAll(/(?:ngay-hoi|keo-co|khan-gia|nhan-co)\.jpg/gu))
      files[path.replace(/[^/]+$/u, name)] = photograph;
    if (/ke-hoach-12\.pdf/iu.test(text as string))
      files[path.replace(/[^/]+$/u, "ke-hoach-12.pdf")] = pdfFile();
  }
  const content = folderOf(files);
  const { problems } = await checkFolder(content);
  return problems.map(({ code }) => code);
}

/** Path of the article that the guide's first steps lead to; examples link to it. */
const neighbour = "2024/hop-chi-bo-thang-3/index.md";
const picture = await sharp({
  create: { width: 48, height: 32, channels: 3, background: "#9b1b1e" },
})
  .jpeg()
  .toBuffer();
/** As wide as the guide says of the photographs that it cuts. */
const photograph = await sharp(picture).resize({ width: 1_000 }).jpeg().toBuffer();

function firstArticle(): Example {
  return runnable.find(({ text }) => text.startsWith("---\n"))!;
}

/** Returns the data files as the guide shows them. */
function dataFiles(...more: readonly string[]): Files {
  const names = ["site.yaml", "units.yaml", "people.yaml", "figures.yaml", "norms.yaml", ...more];
  return Object.fromEntries(
    names.map((name) => {
      const found = runnable.find(({ path }) => path === name);
      return [name, found?.text ?? ""];
    }),
  );
}

/** Returns the file of an example, which is a whole file, some front matter or some text. */
function fileOf({ language, text, path }: Example): readonly [path: string, text: string] {
  const own = path ?? "2024/bai-dang-viet/index.md";
  const isWhole = language === "markdown" && (path !== undefined || text.startsWith("---"));
  if (own.endsWith(".yaml") || isWhole) return [own, text];
  return [own, language === "yaml" ? articleOf(text, "Nội dung bài.\n") : articleOf("", text)];
}

/** Returns an article without an error, in which the lines of an example replace its own. */
function articleOf(lines: string, body: string): string {
  const given = ["title: Bài thử", "date: 2024-03-05", "author: Cây Bút Mẫu", "unit: mau-chi-bo-3"];
  const keys = new Set(lines.split("\n").map((line) => line.split(":")[0]));
  const kept = given.filter((line) => !keys.has(line.split(":")[0]));
  return `---\n${kept.map((line) => `${line}\n`).join("")}${lines}---\n\n${body}`;
}

/** Finds headings and fenced blocks, from top to bottom. */
function readGuide(text: string): { headings: string[]; examples: Example[] } {
  const headings: string[] = [];
  const examples: Example[] = [];
  let verdict: Verdict = "right";
  let above = "";
  let open: { language: string; lines: string[] } | undefined;
  for (const line of text.split("\n")) {
    const fence = /^```(.*)$/u.exec(line);
    if (open !== undefined && fence === null) {
      open.lines.push(line);
    } else if (open !== undefined) {
      const path = /`content\/([^`]+\.(?:md|yaml))`/u.exec(above)?.[1];
      const section = headings.at(-1)!;
      const { language, lines } = open;
      examples.push({ section, language, text: `${lines.join("\n")}\n`, verdict, path });
      open = undefined;
    } else if (fence !== null) {
      open = { language: fence[1]!, lines: [] };
    } else if (line !== "") {
      above = line;
      const heading = /^#+ (.+)$/u.exec(line);
      if (heading) headings.push(heading[1]!);
      if (heading || /^Đúng[:,]/u.test(line)) verdict = "right";
      else if (/^Sai[:,]/u.test(line)) verdict = "wrong";
    }
  }
  return { headings, examples };
}

/** Returns the anchor that GitHub and GitLab give a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
    .replaceAll(/\s/gu, "-");
}
