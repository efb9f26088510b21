import type { EditorFacts } from "../../src/front-matter/editor-api.ts";
import { checkSoon, stopChecking } from "./checking.ts";
import { type Found, findKept, forget } from "./keepsake.ts";
import { lookAtSent } from "./sending.ts";
import { server } from "./server.ts";
import { editingOf, isChanged, type State } from "./state.ts";
import { current, edit, telling, update } from "./store.ts";

/* The address says which article is open, so that going back and reloading work. */

/** Opens the article with a path, by its address. */
export function go(path: string): void {
  location.hash = `#/bai/${encodeURIComponent(path)}`;
}

/** Returns the name of this machine's writer if articles are signed by it: accounts have others. */
function authorIn({ me, authors }: EditorFacts): string {
  return authors.includes(me) ? me : "";
}

/** Shows what the current address names: an article, or the list. */
export async function follow(): Promise<void> {
  const path = pathIn(location.hash);
  const { editing } = current();
  if (editing && isChanged(editing) && path !== editing.opened.path) {
    const isLeft = window.confirm("Bài đang soạn chưa lưu. Bỏ những chỗ vừa sửa?");
    if (!isLeft) return go(editing.opened.path);
    forget(editing.opened.path);
  }
  if (editing && path === editing.opened.path) return;
  // What can be taken back in one article cannot in another.
  if (current().message?.undo !== undefined) update({ message: undefined });
  stopChecking();
  // A response that comes after the writer has gone elsewhere is dropped.
  const isStill = () => pathIn(location.hash) === path;
  await telling(async () => {
    if (current().facts === undefined || path === undefined) {
      const facts = await server.facts();
      const { wish } = current();
      update({
        facts,
        wish: { ...wish, date: wish.date || facts.today, author: wish.author || authorIn(facts) },
      });
    }
    if (!isStill()) return;
    if (path === undefined) await showList(isStill);
    else await showArticle(path, isStill);
  });
}

async function showList(isStill: () => boolean): Promise<void> {
  update({ editing: undefined, rows: undefined });
  const rows = await server.articles();
  if (!isStill()) return;
  update({ rows });
  void lookAtSent();
}

async function showArticle(path: string, isStill: () => boolean): Promise<void> {
  const opened = await server.open(path).catch((error: unknown) => {
    // The article is gone; the list shows which ones there are.
    if (isStill()) location.hash = "#/";
    throw error;
  });
  if (!isStill()) return;
  const fresh = editingOf(opened);
  const found = await findKept(
    fresh,
    async (text) => (await server.change(path, { text })).form,
  ).catch(() => undefined);
  if (!isStill()) return;
  const isOffered = found?.isFromServer ?? false;
  update({ editing: found === undefined || isOffered ? fresh : found.editing });
  // The list, where most come from, has asked before.
  if (current().sent.size === 0) void lookAtSent();
  // After the article is there: what was to be taken back in another one ends with that.
  if (found !== undefined) update({ message: messageOf(found) });
  if (found !== undefined && !isOffered) checkSoon();
  window.scrollTo(0, 0);
}

/** Says that there are unsaved changes; those that may be of another window are offered only. */
function messageOf({ editing, isOlder, isFromServer }: Found): NonNullable<State["message"]> {
  if (isFromServer)
    return {
      lines: ["Còn những chỗ chưa lưu của lần trước. Muốn lấy lại thì bấm:"],
      isError: false,
      undo: () => {
        edit(editing, editing.opened.path);
        checkSoon();
      },
    };
  const line = isOlder
    ? "Đã lấy lại những chỗ chưa lưu của lần trước; từ đó tệp đã được đổi ở nơi khác."
    : "Đã lấy lại những chỗ chưa lưu của lần trước.";
  return { lines: [line], isError: false };
}

function pathIn(hash: string): string | undefined {
  try {
    const [, written] = /^#\/bai\/(.+)$/u.exec(hash) ?? [];
    return written === undefined ? undefined : decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/**
 * Waits for the builds of the preview, for ever. After each it shows what the build found in the
 * open article, and whether the file is still the same.
 */
export async function followBuilds(): Promise<void> {
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
  const { editing, rows } = current();
  if (editing === undefined) {
    if (rows !== undefined) update({ rows: await server.articles() });
    return;
  }
  const { path, version } = editing.opened;
  const fresh = await server.open(path);
  const now = current().editing;
  if (now?.opened.path !== path || now.isSaving || now.opened.version !== version) return;
  if (isChanged(now)) {
    if (fresh.version !== version) edit({ isConflict: true }, path);
    else checkSoon();
    return;
  }
  // The same file: only the notes and the page are new, and what is typed stays as it is.
  const { notes, page, url, pictures, pdfs, attached } = fresh;
  if (fresh.version === version) return edit({ notes, page, url, pictures, pdfs, attached }, path);
  const { mode: usual, parts, ...rest } = editingOf(fresh);
  const mode = now.mode === "file" && fresh.form ? now.mode : usual;
  edit({ ...rest, mode, parts: new Set([...parts, ...now.parts]), side: now.side }, path);
}
