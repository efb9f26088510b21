import { attachedBy } from "../../src/article.ts";
import { splitFrontMatter } from "../../src/content/frontmatter.ts";
import type { SourceFile } from "../../src/content/source-file.ts";
import { readPictureKey } from "../../src/cut.ts";
import { parseDay } from "../../src/day.ts";
import { farAheadFindings } from "../../src/far-ahead.ts";
import type { Checked, Note } from "../../src/front-matter/editor-api.ts";
import type { Field } from "../../src/front-matter/field.ts";
import { headForm } from "../../src/front-matter/form.ts";
import { fieldFinder, offsetIn } from "../../src/front-matter/problem-field.ts";
import { linkCodes } from "../../src/links.ts";
import { readArticle } from "../../src/parse.ts";
import { placeFinding, type SiteCode, siteCodes } from "../../src/problems/finding.ts";
import { firstProblems } from "../../src/problems/first-problems.ts";
import type { MessageCode } from "../../src/problems/messages.ts";
import type { YamlPath } from "../../src/problems/problem.ts";
import {
  fileStart,
  formReportOf,
  type Problem,
  reportOf,
  sortProblems,
} from "../../src/problems/problem.ts";
import { compose } from "../../src/text/compose.ts";
import { withdrawalFindings } from "../../src/withdrawal-findings.ts";
import { type Attached, attachedPdfs } from "./attaching.ts";
import type { Desk } from "./desk.ts";
import { draftPage } from "./draft-page.ts";
import { isOfPhoto, photoNotes } from "./photo-notes.ts";

/**
 * Finds what is wrong with the text of an article's file, field by field, and draws its page if
 * enough of it can be read.
 *
 * @param attached the PDFs beside the article that its text may name
 */
export async function checked(
  path: string,
  text: string,
  desk: Desk,
  attached: Attached,
): Promise<Checked> {
  const file: SourceFile = { path, text: compose(text) };
  const { head, bodyOffset } = splitFrontMatter(file);
  const read = readArticle(file, desk.reference);
  const { article, links, problems: ofText } = read;
  const linked = new Set(links.map(({ place: { line } }) => line));
  // Read from the text, because an article with other errors has a day too.
  const date = parseDay(String(head?.writtenAt(["date"]) ?? ""));
  const draft = article?.draft ?? false;
  const ofDate = date === undefined ? [] : farAheadFindings([{ path, date, draft }], desk.today);
  const ofWithdrawal = article === undefined ? [] : withdrawalFindings([article], desk.today);
  // They are about the file, and are told at the field that names it.
  const ofAttached = (article?.documents ?? []).flatMap(({ file }, at) =>
    attached.problems
      .filter((found) => found.path === file)
      .map((found) => ({ ...found, ...(head?.placeOf(["documents", at, "file"]) ?? {}) })),
  );
  const problems = [
    ...ofText,
    ...ofAttached,
    ...[...ofDate, ...ofWithdrawal].map((found) =>
      placeFinding(found, ({ at }) => head?.placeOf(at) ?? fileStart(path)),
    ),
  ];
  const page = await draftPage(file, read, desk, attached.attachments);
  const replacedBy = article?.withdrawn?.replacedBy;
  const shown = (article?.pictures ?? []).map((key) => readPictureKey(key).file);
  const files = article ? [...new Set([...shown, ...attachedBy(article)])] : [];
  const lookedAt = new Set([
    ...attached.attachments.keys(),
    ...attached.problems.map((found) => found.path),
  ]);
  const ofSite = siteProblems(path, files, desk).filter(
    ({ code, line, path: where, args }) =>
      !lookedAt.has(where) &&
      // Only the build has read the other article.
      (code === "withdrawn-for-hidden" ? args.file === replacedBy : !isOfText(code)) &&
      (!isLinkCode(code) || where !== path || linked.has(line)),
  );
  const fieldOf = head && fieldFinder(head);
  const place = (found: Problem, isOfSite: boolean): Note => {
    const isOwn = head !== undefined && found.path === path;
    const offset = isOwn ? offsetIn(found, file, bodyOffset) : undefined;
    const field = isOwn && offset === undefined ? fieldOf?.(found) : undefined;
    const label = field === undefined ? "" : labelOf(headForm, field);
    const { code, severity, message, hint, line, count = 1 } = reportOf(found, "vi");
    const { message: formMessage, hint: formHint } = formReportOf(nameUnits(found, desk), label);
    return {
      code,
      severity,
      count,
      message: `${message} ${hint}`,
      inForm: `${formMessage} ${formHint}`.trim(),
      line,
      ...(isOfSite ? { isOfSite } : {}),
      ...(field ? { field } : {}),
      ...(offset === undefined
        ? {}
        : { offset: Math.max(0, offset - gapOf(file.text, bodyOffset)) }),
    };
  };
  return {
    notes: [
      ...firstProblems(sortProblems(problems)).map((found) => place(found, false)),
      ...ofSite
        .filter((found) => !isOfPhoto(found))
        .map((found) => place(found, found.path === path)),
      ...photoNotes(ofSite.filter(isOfPhoto), (found) => ({
        note: place(found, false),
        hint: formReportOf(found, "").hint,
      })),
    ],
    ...(page ? { page: page.html } : {}),
    ...(page?.url === undefined ? {} : { url: page.url }),
    attached: attachedPdfs(attached),
  };
}

/** Replaces ids of units by names, because anyone who picks from a list of names knows no ids. */
function nameUnits(found: Problem, { reference }: Desk): Problem {
  const named = (ids: string) =>
    ids
      .split(", ")
      .map((id) => reference.units.byId.get(id)?.name ?? id)
      .join(", ");
  const { suggestion, successors, unit } = found.args;
  return {
    ...found,
    args: {
      ...found.args,
      ...(suggestion ? { suggestion: named(suggestion) } : {}),
      ...(unit ? { unit: named(unit) } : {}),
      ...(successors ? { successors: named(successors) } : {}),
    },
  };
}

/** Returns the label of the last field on a way. */
function labelOf(form: readonly Field[], [key, ...rest]: YamlPath): string {
  const field = form.find((one) => one.key === key);
  if (field === undefined) return "";
  const names = rest.filter((step) => typeof step === "string");
  const item = field.input.kind === "list" ? field.input.item : field.input;
  const inner = item.kind === "group" && names.length > 0 ? labelOf(item.fields, names) : "";
  return inner || field.label;
}

/** Returns the length of the empty lines between front matter and text, which a form hides. */
function gapOf(text: string, bodyOffset: number): number {
  return /^(?:[ \t]*\n)*/u.exec(text.slice(bodyOffset))![0].length;
}

/**
 * True for a problem that is looked for in the text of the file, although it is of the site: what
 * the build told of an older text may be mended.
 */
function isOfText(code: MessageCode): boolean {
  return code === "date-far-ahead" || code.startsWith("withdrawn-");
}

/** True for a problem of a link that shows only when all pages are known. */
function isLinkCode(code: MessageCode): boolean {
  return (linkCodes as readonly MessageCode[]).includes(code);
}

/**
 * Returns the problems of the last build that the text of a file alone does not show, its own and
 * those of files that it shows or attaches. Those that the text does show are left out, because the
 * build may have seen an older text.
 */
function siteProblems(path: string, files: readonly string[], { problems }: Desk): Problem[] {
  const all = [path, ...files].flatMap((one) => problems.get(one) ?? []);
  return all.filter(
    ({ code, path: where }) =>
      where !== path || isLinkCode(code) || siteCodes.includes(code as SiteCode),
  );
}
