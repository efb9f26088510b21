import { splitFrontMatter } from "../content/frontmatter.ts";
import { maxFormItems } from "../limits.ts";
import { compose } from "../text/compose.ts";
import type { YamlValue } from "../yaml/yaml-value.ts";
import { canEditHead, editHead } from "./edit-head.ts";
import type { FormValue, FormValues } from "./field.ts";
import { headForm } from "./form.ts";
import { formValues, headChanges, isShown } from "./form-values.ts";

/**
 * An article as a form shows it: the fields of its front matter, and its text without the empty
 * lines around it.
 */
export type ArticleForm = { readonly values: FormValues; readonly body: string };

/**
 * Thrown when a front matter is written in a way that a form cannot change, so that people have to.
 */
export class CannotEdit extends Error {}

/**
 * Reads an article into a form; undefined when it has no front matter that can be read, or one that
 * is far too long for a form.
 *
 * @param text with `\n` line ends
 */
export function articleForm(text: string): ArticleForm | undefined {
  const parts = partsOf(text);
  return parts && { values: formValues(headForm, parts.head), body: parts.body };
}

/**
 * Writes what a form holds into the text of a file. What nobody changed stays byte for byte as it
 * was. Throws `CannotEdit`.
 *
 * @param text with `\n` line ends
 */
export function editArticle(text: string, { values, body }: ArticleForm): string {
  const parts = partsOf(text);
  if (parts === undefined || isTooLong(values)) throw new CannotEdit();
  const changes = headChanges(headForm, parts.head, values);
  const edited = changes.length === 0 ? text : editHead(text, changes);
  const now = partsOf(edited);
  // YAML can be written in more ways than anyone thinks of; none may lose a word.
  if (now === undefined || !isShown(headForm, now.head, values)) throw new CannotEdit();
  const written = withoutGap(body.replaceAll(/\r\n?/gu, "\n"));
  if (written === parts.body) return edited;
  const gap = now.gap.length < 2 ? "\n\n" : now.gap;
  const end = parts.body === "" ? "\n" : parts.end;
  return edited.slice(0, now.bodyOffset) + gap + composedWhereNew(parts.body, written) + end;
}

/** Returns a text with its new lines composed; those before and after them stay as they were. */
function composedWhereNew(before: string, written: string): string {
  const [olds, lines] = [before.split("\n"), written.split("\n")];
  const most = Math.min(olds.length, lines.length);
  let start = 0;
  while (start < most && olds[start] === lines[start]) start += 1;
  let end = 0;
  while (end < most - start && olds.at(-1 - end) === lines.at(-1 - end)) end += 1;
  const fresh = lines.slice(start, lines.length - end).map(compose);
  return [...lines.slice(0, start), ...fresh, ...lines.slice(lines.length - end)].join("\n");
}

function partsOf(text: string):
  | {
      readonly head: YamlValue;
      readonly body: string;
      readonly bodyOffset: number;
      /** The empty lines between the front matter and the text. */
      readonly gap: string;
      /** The line ends, and blanks, after the text. */
      readonly end: string;
    }
  | undefined {
  const { head, body, bodyOffset } = splitFrontMatter({ path: "", text });
  if (head?.value === undefined || isTooLong(head.value)) return undefined;
  // Editing takes time with the square of a group's keys.
  if (head.problems.some(({ code }) => code === "too-many-keys")) return undefined;
  if (!canEditHead(text)) return undefined;
  const shown = withoutGap(body);
  const start = body.indexOf(shown);
  const [gap, end] = [body.slice(0, start), body.slice(start + shown.length)];
  return { head: head.value, body: shown, bodyOffset, gap, end };
}

/** Returns whether a list in a front matter, or in a form, has more items than anyone edits. */
function isTooLong(value: YamlValue | FormValue): boolean {
  if (typeof value === "string") return false;
  if (Array.isArray(value) && value.length > maxFormItems) return true;
  return Object.values(value).some(isTooLong);
}

/**
 * Returns a text without the empty lines before and after it. The first line keeps its indentation,
 * which may mean something.
 */
function withoutGap(body: string): string {
  return body.replace(/^(?:[ \t]*\n)+/u, "").trimEnd();
}
