import { splitFrontMatter } from "../content/frontmatter.ts";
import { maxFormItems } from "../limits.ts";
import { compose } from "../text/compose.ts";
import type { YamlValue } from "../yaml/yaml.ts";
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
  return `${edited.slice(0, now.bodyOffset)}${gap}${compose(written)}\n`;
}

function partsOf(text: string):
  | {
      readonly head: YamlValue;
      readonly body: string;
      readonly bodyOffset: number;
      /** The empty lines between the front matter and the text. */
      readonly gap: string;
    }
  | undefined {
  const { head, body, bodyOffset } = splitFrontMatter({ path: "", text });
  if (head?.value === undefined || isTooLong(head.value)) return undefined;
  // Editing takes time with the square of a group's keys.
  if (head.problems.some(({ code }) => code === "too-many-keys")) return undefined;
  if (!canEditHead(text)) return undefined;
  const shown = withoutGap(body);
  return { head: head.value, body: shown, bodyOffset, gap: body.slice(0, body.indexOf(shown)) };
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
