import { history, historyKeymap, isolateHistory, standardKeymap } from "@codemirror/commands";
import { defineLanguageFacet, Language, syntaxTree } from "@codemirror/language";
import { Annotation, EditorSelection, EditorState, Prec, type Range } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { isGap, joinedNext, joinedParagraph, newLine, newParagraph } from "./line-marks.ts";
import { markdownParser } from "./markdown-syntax.ts";
import { differenceOf, type TextEdit } from "./text-edit.ts";

/*
 * The text of an article as it will look: bold is bold, headings are large. What is edited is still
 * the Markdown itself, letter by letter; only how it is shown is another. Marks are hidden where
 * the caret is not. See docs/decisions/0035-text-shown-as-it-will-look.md.
 */

type WrittenText = {
  readonly text: string;
  readonly set: (text: string) => void;
  /** Takes what is pasted; returns whether it did. */
  readonly paste: (event: ClipboardEvent) => boolean;
  /** Takes a key that the toolbar has too; returns whether it did. */
  readonly press: (event: KeyboardEvent) => boolean;
  /** Is told where the caret is now. */
  readonly moved: (text: string, at: number) => void;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Marks a change that comes from the page and not from the writer. */
const fromPage = Annotation.define<boolean>();

/** Makes the editor of a text in an element of the page. */
export function writtenText(parent: Element, given: WrittenText): EditorView {
  const state = EditorState.create({
    doc: given.text,
    extensions: [
      // Any other line end is a letter of the text, and must stay.
      EditorState.lineSeparator.of("\n"),
      new Language(defineLanguageFacet(), markdownParser, [], "markdown").extension,
      history(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ ...given.attributes }),
      EditorView.cspNonce.of(
        document.querySelector<HTMLElement>("link[rel=stylesheet]")?.nonce ?? "",
      ),
      looks,
      besideGaps,
      Prec.high(EditorView.domEventHandlers({ paste: given.paste, keydown: given.press })),
      keymap.of([
        { key: "Enter", run: doing(newParagraph), shift: doing(newLine) },
        { key: "Backspace", run: deleteBackward },
        { key: "Delete", run: joinNext },
        ...historyKeymap,
        ...standardKeymap,
      ]),
      EditorView.updateListener.of(
        ({ docChanged, selectionSet, transactions, state: now, view }) => {
          if (transactions.some((one) => one.annotation(fromPage))) return;
          if (docChanged) given.set(now.sliceDoc());
          if (view.hasFocus && (docChanged || selectionSet))
            given.moved(now.sliceDoc(), now.selection.main.head);
        },
      ),
    ],
  });
  return new EditorView({ state, parent });
}

/** Shows another text, and leaves the caret where it is as far as possible. */
export function showText(view: EditorView, text: string): void {
  const changes = differenceOf(view.state.sliceDoc(), text);
  if (changes !== undefined) view.dispatch({ changes, annotations: fromPage.of(true) });
}

/** Does an edit of a button or key, in a way that Ctrl+Z undoes at once. */
export function doEdit(view: EditorView, { changes, from, to }: TextEdit): void {
  view.dispatch({
    changes: [...changes],
    selection: { anchor: from, head: to },
    scrollIntoView: true,
    userEvent: "input",
    annotations: isolateHistory.of("full"),
  });
}

type Work = (text: string, from: number, to: number) => TextEdit;

function doing(work: Work): (view: EditorView) => boolean {
  return (view) => {
    const { from, to } = view.state.selection.main;
    const isCode = /Code/u.test(syntaxTree(view.state).resolveInner(from, -1).name);
    if (isCode && work === newParagraph) return false;
    doEdit(view, work(view.state.sliceDoc(), from, to));
    return true;
  };
}

function joinNext(view: EditorView): boolean {
  const { main } = view.state.selection;
  const joined = main.empty ? joinedNext(view.state.sliceDoc(), main.head) : undefined;
  if (joined !== undefined) doEdit(view, joined);
  return joined !== undefined;
}

/** Keeps the caret out of the spaces between paragraphs, into which nobody can type in Word. */
const besideGaps = EditorState.transactionFilter.of((transaction) => {
  const { selection, docChanged, startState } = transaction;
  if (selection === undefined || docChanged || !selection.main.empty) return transaction;
  const { head, goalColumn } = selection.main;
  const line = startState.doc.lineAt(head);
  if (line.text.trim() !== "" || line.number === 1 || line.number === startState.doc.lines)
    return transaction;
  const [above, below] = [
    startState.doc.line(line.number - 1),
    startState.doc.line(line.number + 1),
  ];
  const near = `${above.text}\n${line.text}\n${below.text}`;
  const isCode = /Code/u.test(syntaxTree(startState).resolveInner(head, -1).name);
  if (isCode || !isGap(near, above.length + 1)) return transaction;
  const isDown =
    !transaction.isUserEvent("select.pointer") && startState.selection.main.head < head;
  const place = isDown ? below.from : above.to;
  return [
    transaction,
    {
      selection: EditorSelection.cursor(place, undefined, undefined, goalColumn),
      sequential: true,
    },
  ];
});

/**
 * Backspace. Keyboard programs for Vietnamese press it to take back letters, and count each mark of
 * a letter in two parts (e + ◌́) as one; so only one code point goes where the letter has marks.
 */
function deleteBackward(view: EditorView): boolean {
  const { main } = view.state.selection;
  if (!main.empty) return false;
  const joined = joinedParagraph(view.state.sliceDoc(), main.head);
  if (joined !== undefined) {
    doEdit(view, joined);
    return true;
  }
  if (!/\p{M}/u.test(view.state.sliceDoc(Math.max(0, main.head - 1), main.head))) return false;
  view.dispatch({
    changes: { from: main.head - 1, to: main.head },
    userEvent: "delete.backward",
  });
  return true;
}

const hidden = Decoration.replace({});
/** The dot of a list, in place of its `-`. */
const bullet = Decoration.replace({
  widget: new (class extends WidgetType {
    override eq(): boolean {
      return true;
    }
    toDOM(): HTMLElement {
      const dot = document.createElement("span");
      dot.textContent = "•";
      return dot;
    }
  })(),
});
const classOf: Readonly<Record<string, string>> = {
  StrongEmphasis: "is-strong",
  Emphasis: "is-emphasis",
  Strikethrough: "is-struck",
  InlineCode: "is-code",
  Link: "is-link",
  Autolink: "is-link",
  Image: "is-picture",
  FootnoteReference: "is-note",
};
const marksOf = Object.fromEntries(
  Object.entries(classOf).map(([name, of]) => [name, Decoration.mark({ class: of })]),
);
const sign = Decoration.mark({ class: "is-sign" });
const linesOf: Readonly<Record<string, Decoration>> = {
  ATXHeading1: Decoration.line({ class: "is-heading is-heading-2" }),
  ATXHeading2: Decoration.line({ class: "is-heading is-heading-2" }),
  ATXHeading3: Decoration.line({ class: "is-heading is-heading-3" }),
  ATXHeading4: Decoration.line({ class: "is-heading is-heading-3" }),
  ATXHeading5: Decoration.line({ class: "is-heading is-heading-3" }),
  ATXHeading6: Decoration.line({ class: "is-heading is-heading-3" }),
  SetextHeading1: Decoration.line({ class: "is-heading is-heading-2" }),
  SetextHeading2: Decoration.line({ class: "is-heading is-heading-2" }),
  Blockquote: Decoration.line({ class: "is-quote" }),
  FencedCode: Decoration.line({ class: "is-code-line" }),
  CodeBlock: Decoration.line({ class: "is-code-line" }),
  Table: Decoration.line({ class: "is-code-line" }),
};

/** How the visible part of the text looks. */
const looks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    /** While the mouse is down nothing may move away under it. */
    isPointing = false;

    constructor(view: EditorView) {
      this.decorations = looksOf(view);
    }

    update({ view, docChanged, changes, viewportChanged, selectionSet, focusChanged }: ViewUpdate) {
      if (this.isPointing && !docChanged && !viewportChanged) return;
      // A keyboard program that composes letters wants the page to stay as it is around them.
      if (view.composing && docChanged && !viewportChanged)
        this.decorations = this.decorations.map(changes);
      else if (docChanged || viewportChanged || selectionSet || focusChanged)
        this.decorations = looksOf(view);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    eventHandlers: {
      mousedown(_, view) {
        this.isPointing = true;
        const end = () => {
          this.isPointing = false;
          view.dispatch({ selection: view.state.selection });
        };
        window.addEventListener("mouseup", () => setTimeout(end), { once: true });
      },
    },
  },
);

function looksOf(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  const { state } = view;
  const { from: first, to: last } = state.selection.main;
  const isNear = (from: number, to: number) => view.hasFocus && first <= to && from <= last;
  for (const { from, to } of view.visibleRanges)
    syntaxTree(state).iterate({
      from,
      to,
      enter({ name, node }) {
        const line = linesOf[name];
        if (line !== undefined)
          for (let at = node.from; at <= node.to; at = state.doc.lineAt(at).to + 1)
            found.push(line.range(state.doc.lineAt(at).from));
        const mark = marksOf[name];
        if (mark !== undefined && node.from < node.to) found.push(mark.range(node.from, node.to));
        if (name === "ListMark" || name === "HeaderMark" || name === "QuoteMark") {
          const own = state.doc.lineAt(node.from);
          const isFirst = name === "HeaderMark" && node.from === own.from;
          const isHidden = (isFirst || name === "QuoteMark") && !isNear(own.from, own.to);
          // The blank behind the mark goes with it.
          const end = Math.min(node.to + (isHidden ? 1 : 0), own.to);
          const isDot = name === "ListMark" && end - node.from === 1 && !isNear(node.from, end);
          const look = isHidden ? hidden : isDot ? bullet : sign;
          if (node.from < end) found.push(look.range(node.from, end));
        }
        const parent = node.parent;
        if (!parent || !/^(?:EmphasisMark|LinkMark|URL|LinkTitle)$/u.test(name)) return;
        const isLink = parent.name === "Link" && parent.getChild("URL") !== null;
        if (!/^(?:StrongEmphasis|Emphasis)$/u.test(parent.name) && !isLink) return;
        found.push((isNear(parent.from, parent.to) ? sign : hidden).range(node.from, node.to));
      },
    });
  return Decoration.set(found, true);
}
