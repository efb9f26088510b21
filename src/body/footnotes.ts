import type { MarkdownIt, Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { maxInBody } from "../limits.ts";
import { type Place, type Problem, problem } from "../problems/problem.ts";

/**
 * Notes at the end of an article: `[^1]` in the text, `[^1]: …` in a paragraph of its own. They are
 * numbered in the order in which the text refers to them, whatever their labels.
 */
export type Footnotes = {
  /** Every note as it was written, from top to bottom. */
  readonly written: WrittenNote[];
  /** How often the drawn text refers to each note, by its number minus one. */
  readonly uses: number[];
};

type WrittenNote = {
  readonly label: string;
  readonly isEmpty: boolean;
  /** A token that knows the lines of the note; undefined for an empty one. */
  readonly block: Token | undefined;
};

/** What markdown-it knows about the notes of one text. */
type Env = { notes?: Footnotes; footnotes?: { readonly refs?: Readonly<Record<string, number>> } };
/** What the package says about a reference, a note and a link back. */
type Meta = { readonly id: number; subId: number; readonly label?: string };

/** Type of the token for a reference without a note; its content is what was written. */
export const strayReference = "footnote_stray";
const strayForm = /\[\^[^\]\n]{1,80}\]/uy;

/** Teaches a renderer to read and draw notes. */
export function useFootnotes(markdown: MarkdownIt): void {
  markdown.use(footnotes);
  // One way to write a note is enough, and elsewhere `^[…]` means nothing but itself.
  markdown.inline.ruler.disable("footnote_inline");
  // What looks like a reference and leads to no note would stay text, and nobody would be told.
  markdown.inline.ruler.after("footnote_ref", strayReference, (state, silent) => {
    strayForm.lastIndex = state.pos;
    const written = strayForm.exec(state.src)?.[0];
    if (written === undefined) return false;
    if (!silent) state.push(strayReference, "", 0).content = written;
    state.pos += written.length;
    return true;
  });
  // Before the package takes the notes from where they are.
  markdown.core.ruler.before("footnote_tail", "notes_written", ({ tokens, env }) => {
    const notes: Footnotes = { written: [], uses: [] };
    for (const [at, token] of tokens.entries()) {
      if (token.type !== "footnote_reference_open") continue;
      const next = tokens[at + 1];
      const isEmpty = next?.type === "footnote_reference_close";
      const { label } = token.meta as { label: string };
      notes.written.push({ label, isEmpty, block: isEmpty ? undefined : next });
    }
    (env as Env).notes = notes;
    // The package would copy the whole text for each note; so many are a problem anyway.
    if (notes.written.length > maxInBody.notes) delete (env as Env).footnotes;
  });
  const { rules } = markdown.renderer;
  rules.footnote_ref = (tokens, index) => {
    const { id, subId } = metaOf(tokens[index]!);
    return `<sup><a id="${backAnchor(id, subId)}" href="#${noteAnchor(id)}" role="doc-noteref" aria-label="Chú thích ${id + 1}">${id + 1}</a></sup>`;
  };
  rules.footnote_block_open = () =>
    '<section class="notes" aria-labelledby="chu-thich">\n<h2 id="chu-thich">Chú thích</h2>\n<ol>\n';
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index) => `<li id="${noteAnchor(metaOf(tokens[index]!).id)}">`;
  rules.footnote_close = () => "</li>\n";
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const { id, subId } = metaOf(tokens[index]!);
    // A reference in a picture's description is not drawn, so there is nowhere to go back to.
    if (subId >= ((env as Env).notes?.uses[id] ?? 0)) return "";
    const which = subId === 0 ? "" : ` thứ ${subId + 1}`;
    return ` <a class="back" href="#${backAnchor(id, subId)}" role="doc-backlink" aria-label="Trở lại chỗ đọc${which}, chú thích ${id + 1}">↩\uFE0E</a>`;
  };
}

/**
 * Counts the references that a block draws. Those inside links need no care: markdown-it then reads
 * no link.
 */
export function countReferences(children: readonly Token[], { uses }: Footnotes): void {
  for (const token of children) {
    if (token.type !== "footnote_ref") continue;
    const meta = metaOf(token);
    meta.subId = uses[meta.id] ?? 0;
    uses[meta.id] = meta.subId + 1;
  }
}

/** Returns the notes of a text that markdown-it has read. */
export function notesOf(env: object): Footnotes {
  return (env as Env).notes ?? { written: [], uses: [] };
}

/** Finds notes that say nothing, that are there twice, and to which the drawn text never refers. */
export function noteProblems(
  env: object,
  placeIn: (block: Token | undefined, needle: string) => Place,
): Problem[] {
  const { written, uses } = notesOf(env);
  const numbers = (env as Env).footnotes?.refs ?? {};
  const told = new Set<string>();
  return written.flatMap(({ label, isEmpty, block }) => {
    const value = `[^${label}]`;
    const place = placeIn(block, `${value}:`);
    if (isEmpty) return [problem("footnote-missing", place, { value })];
    if (told.has(label)) return [problem("footnote-twice", place, { value })];
    told.add(label);
    const isUsed = uses[numbers[`:${label}`] ?? -1];
    return isUsed ? [] : [problem("footnote-unused", place, { value })];
  });
}

function metaOf(token: Token): Meta {
  return token.meta as Meta;
}

function noteAnchor(id: number): string {
  return `chu-thich-${id + 1}`;
}

function backAnchor(id: number, subId: number): string {
  return `${noteAnchor(id)}-tu${subId === 0 ? "" : `-${subId + 1}`}`;
}
