import { html, nothing, render } from "lit-html";
import type { Draft, NewArticleWish } from "../../src/editor-api.ts";
import type { FormValue } from "../../src/field.ts";
import { type ArticleActions, articleView } from "./article-view.ts";
import { type ListActions, listView } from "./list-view.ts";
import { setRedraw } from "./picker.ts";
import { pictureUrl, Refused, server } from "./server.ts";
import { type Editing, editingOf, isChanged, type State } from "./state.ts";
import { idOf, itemsAt, type Way, withValue } from "./values.ts";

/*
 * The form editor in the browser of whoever writes: one state, drawn as a whole after each change. It
 * talks to the server of `npm start` on the same machine and to nobody else.
 */

let state: State = {
  facts: undefined,
  rows: undefined,
  search: { words: "", only: "all", most: 60 },
  editing: undefined,
  message: undefined,
};
let wish: NewArticleWish = { title: "", date: "", unit: "", author: "", tags: [] };

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  draw();
}

/** Changes the article in hand; what comes too late for it is dropped. */
function edit(change: Partial<Editing>, path = state.editing?.opened.path): void {
  const { editing } = state;
  if (editing !== undefined && editing.opened.path === path)
    update({ editing: { ...editing, ...change } });
}

function draw(): void {
  const { facts, rows, search, editing, message } = state;
  document.title = editing
    ? `${isChanged(editing) ? "● " : ""}${String(editing.values.title ?? editing.opened.path)} – Soạn bài`
    : "Soạn bài";
  render(
    html`${
      message === undefined
        ? nothing
        : html`<p class="message ${message.isError ? "bad" : "good"}" role=${message.isError ? "alert" : "status"}>${message.text}
            <button type="button" class="quiet" aria-label="Đóng thông báo" @click=${() => update({ message: undefined })}>×</button></p>`
    }${
      editing && facts
        ? articleView(editing, facts, articleActions)
        : listView(rows, search, wish, facts, listActions)
    }`,
    document.body,
  );
}

/** Tells whoever writes when something fails, and goes on. */
async function telling(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const text = error instanceof Refused ? error.message : `Trang gặp lỗi: ${error}`;
    update({ message: { text, isError: true } });
  }
}

const listActions: ListActions = {
  setSearch: (search) => update({ search: { ...state.search, ...search } }),
  setWish(change) {
    wish = { ...wish, ...change };
    draw();
  },
  create: () =>
    void telling(async () => {
      const { path } = await server.create(wish);
      wish = { ...wish, title: "" };
      go(path);
    }),
  importFile: (file) =>
    void telling(async () => {
      update({ message: { text: `Đang nhập ${file.name}…`, isError: false } });
      const { path } = await server.importFile(file);
      update({ message: undefined });
      go(path);
    }),
};

const articleActions: ArticleActions = {
  set(way, value) {
    const { editing } = state;
    if (editing === undefined) return;
    edit({ values: withValue(editing.values, way, value) });
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
  setMode(mode) {
    const { editing } = state;
    if (editing === undefined) return;
    if (isChanged(editing))
      return update({
        message: { text: "Xin lưu trước khi đổi giữa biểu mẫu và cả tệp.", isError: true },
      });
    edit({ mode });
  },
  setSide: (side) => edit({ side }),
  settle(key, left) {
    const { editing } = state;
    if (editing === undefined) return;
    const { [key]: _, ...others } = editing.proposals;
    if (left.length > 0) edit({ proposals: { ...others, [key]: left } });
    else edit({ proposals: others, settled: [...editing.settled, key] });
    checkSoon();
  },
  save: () => void save(),
  resolve: (keep) =>
    void telling(async () => {
      const { editing } = state;
      if (editing === undefined) return;
      const fresh = await server.open(editing.opened.path);
      if (keep === "theirs") return update({ editing: editingOf(fresh) });
      edit({ opened: { ...editing.opened, version: fresh.version }, isConflict: false });
      await save();
    }),
  addPictures: (files, way) => void telling(() => addPictures(files, way)),
  pictureUrl: (name) => pictureUrl(state.editing?.opened.path ?? "", name),
  pasted: async (copied) => (await server.pasted(copied)).markdown,
};

async function addPictures(files: readonly File[], way: Way): Promise<void> {
  const path = state.editing?.opened.path;
  if (path === undefined) return;
  for (const file of files) {
    const { name } = await server.addPicture(path, file);
    const { editing } = state;
    if (editing?.opened.path !== path) return;
    const isOne = typeof way.at(-1) === "string" && way.length > 1;
    const place = isOne ? way : [...way, itemsAt(editing.values, way).length];
    const value: FormValue = isOne ? name : { src: name, alt: "", caption: "" };
    const pictures = [...new Set([...editing.pictures, name])];
    edit({ pictures, values: withValue(editing.values, place, value) });
    // The next thing to do is to say what is in it.
    document
      .getElementById(idOf(isOne ? [...place.slice(0, -1), "alt"] : [...place, "alt"]))
      ?.focus();
  }
  checkSoon();
}

function draftOf({ mode, values, body, settled, text }: Editing): Draft {
  return mode === "file" ? { text } : { values, body, settled };
}

async function save(): Promise<void> {
  const { editing } = state;
  if (editing === undefined || editing.isSaving || editing.isConflict || !isChanged(editing))
    return;
  const { path, version } = editing.opened;
  edit({ isSaving: true });
  await telling(async () => {
    try {
      const saved = await server.save(path, draftOf(editing), version);
      const now = state.editing;
      if (now?.opened.path !== path) return;
      // What was typed meanwhile stays, and is not saved yet.
      const isSame =
        now.values === editing.values && now.body === editing.body && now.text === editing.text;
      const fresh = { ...editingOf(saved), side: now.side };
      const mode = now.mode === "file" && now.opened.form ? "file" : fresh.mode;
      if (isSame) edit({ ...fresh, mode }, path);
      else edit({ opened: saved, settled: [], isSaving: false }, path);
      update({ rows: undefined, message: undefined });
    } catch (error) {
      if (!(error instanceof Refused && error.isConflict)) throw error;
      edit({ isConflict: true }, path);
    } finally {
      edit({ isSaving: false }, path);
    }
  });
}

/** How long somebody has stopped typing before the article is looked at. */
const pause = 250;
let timer = 0;
let asking = new AbortController();

function checkSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void checkNow(), pause);
}

async function checkNow(): Promise<void> {
  const { editing } = state;
  if (editing === undefined) return;
  const { path } = editing.opened;
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  await telling(async () => {
    try {
      const checked = await server.check(path, draftOf(editing), signal);
      // The last page that could be drawn stays until there is another.
      const { notes, page = state.editing?.page, url = state.editing?.url } = checked;
      if (!signal.aborted) edit({ notes, page, url }, path);
    } catch (error) {
      if ((error as Error).name !== "AbortError") throw error;
    }
  });
}

function go(path: string): void {
  location.hash = `#/bai/${encodeURIComponent(path)}`;
}

/** The address says which article is in hand, so that going back and loading again work. */
async function follow(): Promise<void> {
  const path = /^#\/bai\/(.+)$/u.exec(location.hash)?.[1];
  const { editing } = state;
  if (editing && isChanged(editing) && decodeURIComponent(path ?? "") !== editing.opened.path) {
    const leave = window.confirm("Bài đang soạn chưa lưu. Bỏ những chỗ vừa sửa?");
    if (!leave) return go(editing.opened.path);
  }
  if (editing && path !== undefined && decodeURIComponent(path) === editing.opened.path) return;
  await telling(async () => {
    if (state.facts === undefined || path === undefined) {
      const facts = await server.facts();
      wish = { ...wish, date: wish.date || facts.today, author: wish.author || facts.me };
      update({ facts });
    }
    if (path === undefined) {
      update({ editing: undefined, rows: undefined });
      update({ rows: await server.articles() });
    } else {
      update({
        editing: editingOf(await server.open(decodeURIComponent(path))),
        message: undefined,
      });
      window.scrollTo(0, 0);
    }
  });
}

/** After each build of the preview: what it found in the article in hand, and whether the file is still the same. */
async function followBuilds(): Promise<void> {
  for (let known = -1; ; ) {
    try {
      const { build } = await server.nextBuild(known);
      const isNews = known !== -1;
      known = build;
      if (isNews) await takeBuild();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function takeBuild(): Promise<void> {
  const { editing } = state;
  if (editing === undefined) {
    if (state.rows !== undefined) update({ rows: await server.articles() });
    return;
  }
  const { path, version } = editing.opened;
  const fresh = await server.open(path);
  const now = state.editing;
  if (
    now === undefined ||
    now.opened.path !== path ||
    now.isSaving ||
    now.opened.version !== version
  )
    return;
  if (isChanged(now)) {
    if (fresh.version !== version) edit({ isConflict: true }, path);
    else checkSoon();
    return;
  }
  const mode = now.mode === "file" && fresh.form ? now.mode : editingOf(fresh).mode;
  edit({ ...editingOf(fresh), mode, side: now.side }, path);
}

window.addEventListener("hashchange", () => void follow());
window.addEventListener("beforeunload", (event) => {
  if (state.editing && isChanged(state.editing)) event.preventDefault();
});
window.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void save();
});
// A file that misses its place would replace the page, and with it what is being written.
for (const type of ["dragover", "drop"] as const)
  window.addEventListener(type, (event) => event.preventDefault());

setRedraw(draw);
draw();
void follow();
void followBuilds();
