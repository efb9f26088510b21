import type {
  ArticleLife,
  Choice,
  Choices,
  Conflict,
  DeletedArticle,
  Joined,
  ShownVersion,
  Updated,
  UpdateNews,
  Version,
} from "../../src/front-matter/life-api.ts";
import { draftOf, stopChecking } from "./checking.ts";
import { forget } from "./keepsake.ts";
import type { Life } from "./life-state.ts";
import { go } from "./routing.ts";
import { save } from "./saving.ts";
import { ask, server } from "./server.ts";
import { editingOf, isChanged } from "./state.ts";
import { current, edit, telling, update } from "./store.ts";

/* What the page does with the life of articles: updates, conflicts, versions, moves, copies. */

const post = <Answer>(what: string, query: Readonly<Record<string, string>>, value: unknown = {}) =>
  ask<Answer>(what, query, { method: "POST", body: JSON.stringify(value) });

function setLife(change: Partial<Life>): void {
  update({ life: { ...current().life, ...change } });
}

export function closePanel(): void {
  setLife({ panel: undefined });
}

/** Asks, without a word where that fails, what is new on the server and what was deleted. */
export async function lookForNews(): Promise<void> {
  // The server of the office may take a while, or be away.
  const news = ask<UpdateNews>("tin-moi", {}, {}).catch(() => undefined);
  setLife({ deleted: await ask<DeletedArticle[]>("da-xoa", {}, {}).catch(() => []) });
  setLife({ news: await news });
}

/** Brings in what is new on the server. */
export async function bringIn(): Promise<void> {
  setLife({ isUpdating: true });
  await telling(async () => {
    const { lines } = await post<Updated>("cap-nhat", {});
    update({ message: { lines, isError: false } });
  });
  setLife({ isUpdating: false });
  await refresh();
}

async function refresh(): Promise<void> {
  if (current().editing === undefined) update({ rows: await server.articles() });
  await lookForNews();
}

/** Opens the conflict of one file. */
export async function showConflict(path: string): Promise<void> {
  const conflict = await ask<Conflict>("cho-chon", { path }, {});
  update({ message: undefined });
  setLife({ panel: { kind: "conflict", conflict, choices: {} } });
}

/** Notes what is to be kept of one difference. */
export function chooseOne(id: string, choice: Choice): void {
  const { panel } = current().life;
  if (panel?.kind !== "conflict" && panel?.kind !== "join") return;
  setLife({ panel: { ...panel, choices: { ...panel.choices, [id]: choice } } });
}

/** Does what was chosen of the conflict that is open. */
export async function applyChoices(): Promise<void> {
  const { panel } = current().life;
  if (panel?.kind === "conflict") {
    const { path, version, title } = panel.conflict;
    await post("chon", { path }, { choices: panel.choices, version });
    closePanel();
    update({ message: { lines: [`Đã dùng kết quả đã chọn cho “${title}”.`], isError: false } });
    await refresh();
    // The button that opened the dialog is gone with its conflict.
    if (document.activeElement === document.body)
      (
        document.querySelector<HTMLElement>(".news button") ?? document.getElementById("cap-nhat")
      )?.focus();
  } else if (panel?.kind === "join") await joinDraft(panel.choices);
}

/**
 * Puts what is written here together with the file as somebody else left it. Where both changed
 * the same, the writer is asked first.
 *
 * @param choices undefined before anybody was asked
 */
export async function joinDraft(choices?: Choices): Promise<void> {
  const { editing } = current();
  if (editing === undefined) return;
  const { path, text: base } = editing.opened;
  const wish = { draft: draftOf(editing), base, choices: choices ?? {} };
  const joined = await post<Joined>("gop", { path }, wish);
  const left = joined.differences.filter(({ id }) => choices?.[id] === undefined);
  if (left.length > 0) {
    setLife({ panel: { kind: "join", joined, choices: choices ?? {} } });
    return;
  }
  stopChecking();
  const saved = await server.save(path, { text: joined.text }, joined.version);
  forget(path);
  closePanel();
  update({
    editing: { ...editingOf(saved), side: editing.side },
    rows: undefined,
    message: { lines: ["Đã ghép bản đang soạn với bản trong tệp, và lưu."], isError: false },
  });
}

/** Opens the list of earlier versions of the open article. */
export async function showVersions(): Promise<void> {
  const path = openPath();
  setLife({ panel: { kind: "versions", versions: undefined, shown: undefined } });
  const versions = await ask<Version[]>("cac-ban", { path }, {});
  if (current().life.panel?.kind === "versions")
    setLife({ panel: { kind: "versions", versions, shown: undefined } });
}

/** Shows one version beside the article as it is now. */
export async function showVersion(version: Version): Promise<void> {
  const content = await ask<ShownVersion>("ban-cu", { path: openPath(), name: version.id }, {});
  const { panel } = current().life;
  if (panel?.kind === "versions") setLife({ panel: { ...panel, shown: { version, content } } });
}

/** Saves an earlier version as the text of now, which becomes a version itself. */
export async function restoreVersion(text: string): Promise<void> {
  const { editing } = current();
  if (editing === undefined) return;
  // What is being written here is kept first, so that it can be taken back too.
  if (isChanged(editing)) await save();
  const now = current().editing;
  if (now === undefined || isChanged(now)) return;
  const { path, version } = now.opened;
  const saved = await server.save(path, { text }, version);
  forget(path);
  closePanel();
  update({
    editing: { ...editingOf(saved), side: now.side },
    rows: undefined,
    message: {
      lines: ["Đã lấy lại bản cũ. Bản vừa thay vẫn còn trong “Các bản trước”."],
      isError: false,
    },
  });
}

/** Opens the dialog that deletes or moves the open article. */
export async function showLife(kind: "delete" | "move"): Promise<void> {
  const life = await ask<ArticleLife>("doi-bai", { path: openPath() }, {});
  setLife({
    panel: kind === "delete" ? { kind, life, reason: "" } : { kind, life, slug: life.slugOfTitle },
  });
}

export function setPanelText(text: string): void {
  const { panel } = current().life;
  if (panel?.kind === "delete") setLife({ panel: { ...panel, reason: text } });
  if (panel?.kind === "move") setLife({ panel: { ...panel, slug: text } });
}

/** Deletes the open article, which nobody has seen. */
export async function deleteArticle(): Promise<void> {
  const path = openPath();
  const title = current().editing?.opened.form?.values.title ?? path;
  await post("xoa", { path });
  forget(path);
  closePanel();
  update({
    editing: undefined,
    rows: undefined,
    message: {
      lines: [`Đã xóa bài “${String(title)}”. Lấy lại được ở mục “Bài đã xóa”.`],
      isError: false,
    },
  });
  location.hash = "#/";
}

/** Puts a notice in the place of the open article, which readers know. */
export async function withdrawArticle(date: string): Promise<void> {
  const { panel } = current().life;
  const { editing } = current();
  if (panel?.kind !== "delete" || editing?.mode !== "form") return;
  const withdrawn = { date, reason: panel.reason };
  edit({
    values: { ...editing.values, withdrawn },
    parts: new Set([...editing.parts, "withdrawn"]),
  });
  closePanel();
  await save();
}

/** Takes a deleted article back. */
export async function takeBack(id: string): Promise<void> {
  const { path } = await post<{ path: string }>("lay-lai", { name: id });
  update({ message: { lines: ["Đã lấy lại bài."], isError: false } });
  await refresh();
  document.querySelector<HTMLElement>(`a[href="#/bai/${encodeURIComponent(path)}"]`)?.focus();
}

/** Gives the open article another address. */
export async function moveArticle(): Promise<void> {
  const { panel, editing } = { ...current(), ...current().life };
  if (panel?.kind !== "move" || editing === undefined) return;
  if (isChanged(editing)) await save();
  const now = current().editing;
  if (now === undefined || isChanged(now)) return;
  const { path: to } = await post<{ path: string }>(
    "doi-ten",
    { path: now.opened.path },
    { slug: panel.slug },
  );
  leaveFor(to, "Đã đổi địa chỉ của bài.");
}

/** Makes a new draft of the open article, and opens it. */
export async function duplicate(): Promise<void> {
  const { editing } = current();
  if (editing === undefined) return;
  if (isChanged(editing)) await save();
  const now = current().editing;
  if (now === undefined || isChanged(now)) return;
  const { path: to } = await post<{ path: string }>("nhan-doi", { path: now.opened.path });
  leaveFor(to, "Đây là bản sao, còn là bài nháp. Xin sửa tiêu đề.");
}

function leaveFor(path: string, line: string): void {
  closePanel();
  update({ editing: undefined, rows: undefined, message: { lines: [line], isError: false } });
  go(path);
}

function openPath(): string {
  return current().editing?.opened.path ?? "";
}
