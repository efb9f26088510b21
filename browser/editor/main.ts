import { html, nothing, render } from "lit-html";
import type { Note } from "../../src/front-matter/editor-api.ts";
import { type FormValue, isEmptyValue } from "../../src/front-matter/field.ts";
import { addPdfs } from "./adding-pdfs.ts";
import { addPictures } from "./adding-pictures.ts";
import { type ArticleActions, articleView, decisionView, show } from "./article-view.ts";
import { checkSoon } from "./checking.ts";
import { keepPlain } from "./kept.ts";
import { joinDraft, lookForNews } from "./life.ts";
import { panelView } from "./life-view.ts";
import { type ListActions, listView } from "./list-view.ts";
import { lookAt } from "./page-frame.ts";
import { setRedraw } from "./picker.ts";
import { follow, followBuilds, go } from "./routing.ts";
import { changeMode, resolveConflict, restore, save } from "./saving.ts";
import { openSending, sendingActions } from "./sending.ts";
import { sendingView } from "./sending-view.ts";
import { pdfUrl, pictureUrl, server } from "./server.ts";
import { type Editing, isChanged, type RemovedRow, type State } from "./state.ts";
import { current, edit, onChange, telling, update } from "./store.ts";
import { idOf, itemsAt, placeOf, textAt, type Way, withValue } from "./values.ts";

/*
 * The form editor in the writer's browser: one state, drawn as a whole after each change. It talks
 * to the server of `npm start` on the same machine and to nothing else.
 */

function draw(): void {
  const { facts, rows, search, wish, isPlain, editing, life, message, sending, sent } = current();
  document.title = editing ? titleOf(editing) : "Soạn bài";
  render(
    html`${
      editing && facts
        ? articleView(editing, facts, sent.get(editing.opened.path), isPlain, articleActions)
        : listView(rows, search, wish, facts, life, sent, listActions)
    }${panelView(life, facts?.today ?? "", message?.isError ? message.lines : [])}<div class="notices">${editing ? decisionView(editing, articleActions) : nothing}${
      message === undefined ? nothing : messageView(message)
    }</div>${sending === undefined ? nothing : sendingView(sending, sendingActions, showNote)}`,
    document.body,
  );
}

function titleOf(editing: Editing): string {
  const name = textAt(editing.values, ["title"]) || editing.opened.path;
  return `${isChanged(editing) ? "● " : ""}${name} – Soạn bài`;
}

function messageView({ lines, isError, undo }: NonNullable<State["message"]>) {
  return html`<div class="message ${isError ? "bad" : "good"}" role=${isError ? "alert" : "status"}>
    <div>${lines.map((line) => html`<p>${line}</p>`)}</div>
    ${
      undo === undefined
        ? nothing
        : html`<button type="button" @click=${() => {
            update({ message: undefined });
            undo();
          }}>Lấy lại</button>`
    }
    <button type="button" class="quiet" aria-label="Đóng thông báo" @click=${() => update({ message: undefined })}>×</button>
  </div>`;
}

/** Leaves the dialog for the place that a note is about. */
function showNote(path: string, note: Note): void {
  sendingActions.close();
  const { editing } = current();
  if (editing?.opened.path === path) show(note, editing.mode, articleActions);
  else go(path);
}

/** An article is being made; a second click must not make another. */
let isBeginning = false;

async function beginning(work: () => Promise<void>): Promise<void> {
  if (isBeginning) return;
  isBeginning = true;
  await telling(work);
  isBeginning = false;
}

const listActions: ListActions = {
  send: () => void openSending(undefined),
  setSearch: (search) => update({ search: { ...current().search, ...search } }),
  setWish: (wish) => update({ wish: { ...current().wish, ...wish } }),
  create: () =>
    void beginning(async () => {
      const { wish } = current();
      const { path } = await server.create(wish);
      update({ wish: { ...wish, title: "" }, message: undefined });
      go(path);
    }),
  importFile: (file) =>
    void beginning(async () => {
      update({ message: { lines: [`Đang nhập ${file.name}…`], isError: false } });
      const { path } = await server.importFile(file);
      update({ message: undefined });
      go(path);
    }),
};

/** Returns what was taken from fields that are not in a list. */
function besides({ detached }: Editing, list: Way): Editing["detached"] {
  const start = `${idOf(list)}-`;
  return Object.fromEntries(Object.entries(detached).filter(([id]) => !id.startsWith(start)));
}

/** Returns removed rows and one more; what was behind it in its list has moved up. */
function withRemoved(removed: Editing["removed"], row: RemovedRow): Editing["removed"] {
  const isBehind = (one: RemovedRow) => isSameList(one, row) && one.at > row.at;
  const first = removed.findIndex(isBehind);
  const moved = removed.map((one) => (isBehind(one) ? { ...one, at: one.at - 1 } : one));
  return isEmptyValue(row.item)
    ? moved
    : moved.toSpliced(first === -1 ? moved.length : first, 0, row);
}

/** Returns removed rows without one that is put back; what is behind it moves down. */
function withoutRemoved(removed: Editing["removed"], row: RemovedRow): Editing["removed"] {
  const place = removed.indexOf(row);
  return removed
    .map((one, at) => (at > place && isSameList(one, row) ? { ...one, at: one.at + 1 } : one))
    .toSpliced(place, 1);
}

function isSameList(a: RemovedRow, b: RemovedRow): boolean {
  return idOf(a.way) === idOf(b.way);
}

/** Offers proposals again, and takes out of the form what was put in and is still as it was. */
function unsettle(key: string, before: readonly number[], taken: readonly FormValue[] = []): void {
  const { editing } = current();
  if (editing === undefined) return;
  const value = editing.values[key];
  const left = Array.isArray(value) ? value.filter((item) => !taken.includes(item)) : value;
  const isTaken = value !== undefined && taken.includes(value);
  edit({
    settled: { ...editing.settled, [key]: before },
    values: { ...editing.values, [key]: isTaken ? "" : (left ?? "") },
  });
  checkSoon();
}

const articleActions: ArticleActions = {
  set(way, value) {
    const { editing } = current();
    if (editing === undefined) return;
    // Rows that change places take their fields along, and what was told of those by their places.
    const detached = Array.isArray(value) ? besides(editing, way) : editing.detached;
    edit({ detached, values: withValue(editing.values, way, value) });
    checkSoon();
  },
  setBody(body) {
    edit({ body });
    checkSoon();
  },
  setText(text) {
    edit({ text });
    checkSoon();
  },
  setMode: (mode) => telling(() => changeMode(mode)),
  setSide: (side) => edit({ side }),
  setPart(key, isOpen) {
    const { parts } = current().editing ?? {};
    if (parts === undefined || parts.has(key) === isOpen) return;
    edit({ parts: new Set(isOpen ? [...parts, key] : [...parts].filter((one) => one !== key)) });
  },
  settle(key, numbers, taken) {
    const { editing, facts } = current();
    if (editing === undefined) return;
    const before = editing.settled[key] ?? [];
    edit({ settled: { ...editing.settled, [key]: [...before, ...numbers] } });
    const label = facts?.form.find((field) => field.key === key)?.label ?? "";
    const done = taken === undefined ? "Đã bỏ" : "Đã dùng";
    update({
      message: {
        lines: [`${done} ${numbers.length} đề xuất ở mục ${label}.`],
        isError: false,
        undo: () => unsettle(key, before, taken),
      },
    });
    lookAt({ key, words: "" });
    checkSoon();
  },
  review(seen) {
    const { editing } = current();
    if (editing === undefined) return;
    edit({ reviews: editing.reviews.filter((one) => one !== seen) });
    checkSoon();
  },
  remove(way, at) {
    const { editing } = current();
    if (editing === undefined) return;
    const items = itemsAt(editing.values, way);
    const item = items[at];
    if (item === undefined) return;
    const row = { way, at, item };
    const removed = withRemoved(editing.removed, row);
    edit({
      detached: besides(editing, way),
      removed,
      values: withValue(editing.values, way, items.toSpliced(at, 1)),
    });
    // A second Enter takes back what the first one did, and removes nothing more.
    const left = isEmptyValue(item)
      ? idOf(way)
      : `${idOf(way)}-lay-lai-${removed.indexOf(row) + 1}`;
    document.getElementById(left)?.focus();
    checkSoon();
  },
  putBack(row) {
    const { editing } = current();
    if (editing === undefined) return;
    const items = itemsAt(editing.values, row.way);
    edit({
      detached: besides(editing, row.way),
      removed: withoutRemoved(editing.removed, row),
      values: withValue(editing.values, row.way, items.toSpliced(row.at, 0, row.item)),
    });
    document.getElementById(idOf([...row.way, Math.min(row.at, items.length)]))?.focus();
    checkSoon();
  },
  setPlain(isPlain) {
    keepPlain(isPlain);
    update({ isPlain });
  },
  setFormat(format) {
    const { editing } = current();
    const before = editing?.format;
    const isSame =
      before?.isStrong === format.isStrong &&
      before.isEmphasis === format.isEmphasis &&
      before.line === format.line;
    if (!isSame) edit({ format });
  },
  setDescribing(describing) {
    const { editing } = current();
    const left = editing?.describing?.names[editing.describing.at];
    edit({ describing });
    if (describing !== undefined || left === undefined || editing === undefined) return;
    // The writer goes on in the form, so the focus goes to the picture that was asked about.
    const at = placeOf(left, itemsAt(editing.values, ["images"]));
    document.getElementById(idOf(["images", at, "alt"]))?.focus();
  },
  setGallery: (gallery) => edit({ gallery }),
  tell: (words) => update({ message: { lines: [words], isError: false } }),
  save: () => void save(),
  send: () => void openSending(current().editing?.opened.path),
  resolve: (keep) => void telling(() => resolveConflict(keep)),
  join: () => void telling(() => joinDraft()),
  restore: () => void telling(restore),
  addPictures: (files, way) => void telling(() => addPictures(files, way)),
  addPdfs: (files, way) => void telling(() => addPdfs(files, way)),
  detach(way) {
    const { editing } = current();
    if (editing === undefined) return;
    const detached = { ...editing.detached, [idOf(way)]: textAt(editing.values, way) };
    edit({ detached, values: withValue(editing.values, way, "") });
    document.getElementById(idOf(way))?.focus();
    checkSoon();
  },
  pdfUrl: (name) => pdfUrl(current().editing?.opened.path ?? "", name),
  pictureUrl: (name) => pictureUrl(current().editing?.opened.path ?? "", name),
  pasted: async (copied) => (await server.pasted(copied)).markdown,
};

window.addEventListener("hashchange", () => {
  void follow();
  if (!location.hash.startsWith("#/bai/")) void lookForNews();
});
window.addEventListener("beforeunload", (event) => {
  const { editing } = current();
  if (editing && isChanged(editing)) event.preventDefault();
});
window.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void save();
});
// A file dropped beside its target would replace the page, and with it what is being written.
for (const type of ["dragover", "drop"] as const)
  window.addEventListener(type, (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });

document.addEventListener("focusin", ({ target }) => {
  const [, key] = /^o-([a-z]+)/u.exec((target as Element).id) ?? [];
  if (key !== undefined) lookAt({ key, words: (target as HTMLInputElement).value ?? "" });
});

onChange(draw);
setRedraw(draw);
draw();
void follow();
void followBuilds();
void lookForNews();
