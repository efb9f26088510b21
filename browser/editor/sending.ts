import type { SendFailure } from "../../src/front-matter/sending-api.ts";
import { save } from "./saving.ts";
import { newSending, type Sending, withPlan } from "./sending-state.ts";
import type { SendingActions } from "./sending-view.ts";
import { Refused, server } from "./server.ts";
import { isChanged } from "./state.ts";
import { current, update } from "./store.ts";

/* Sends articles to the editor of the office. Whatever fails, nothing changes on this disk. */

/** What is under way; ended when the dialog is closed. */
let stop = new AbortController();

/** What had the focus when the dialog was opened. */
let opener: HTMLElement | undefined;

/** Opens the dialog: for the open article, which is saved first, or for all that has changed. */
export async function openSending(only: string | undefined): Promise<void> {
  if (current().sending !== undefined) return;
  const { activeElement } = document;
  if (only !== undefined) {
    await save();
    const { editing } = current();
    // Then the page already says what is in the way.
    if (editing?.opened.path !== only || isChanged(editing) || editing.isSaving) return;
  }
  const { facts, editing } = current();
  const [author = ""] = (editing?.opened.form?.values.author as readonly { name?: string }[]) ?? [];
  const name = facts?.me || (typeof author === "object" ? (author.name ?? "") : "");
  // Opened by a second click meanwhile.
  if (current().sending !== undefined) return;
  opener = activeElement instanceof HTMLElement ? activeElement : undefined;
  update({ sending: newSending(only, name), message: undefined });
  await plan();
}

/** Asks the server what can be sent. */
async function plan(): Promise<void> {
  await working("looking", async (sending, signal) => {
    const found = await server.sendPlan(sending.only ?? "", signal);
    if ("failure" in found) return { failure: found.failure };
    return withPlan(current().sending ?? sending, found);
  });
}

async function send(isDirect: boolean): Promise<void> {
  change({ isDirect });
  await working("sending", async (sending, signal) => {
    const { plan: known, chosen, shared, ready, note, by, failure } = sending;
    const articles = (known?.articles ?? []).filter(({ path }) => chosen.has(path));
    const result = await server.send(
      {
        articles: articles.map(({ path, version }) => ({ path, version })),
        shared: [...shared],
        ready: articles.flatMap(({ path }) => (ready.get(path) ? [path] : [])),
        note,
        isDirect,
        ...(failure?.asks === "name" ? { by } : {}),
      },
      signal,
    );
    const sent = [...sending.sent, ...result.sent];
    if (!("failure" in result)) return { sent, failure: undefined };
    // What reached the server before the failure is not sent once more.
    const titles = new Set(result.sent.flatMap((one) => one.titles));
    const left = articles.filter(({ title }) => !titles.has(title)).map(({ path }) => path);
    return { sent, failure: result.failure, chosen: new Set(left) };
  });
  const { sending } = current();
  if (sending?.failure?.code === "changed-since") {
    const { failure } = sending;
    await plan();
    change({ failure });
  }
  if (sending && sending.sent.length > 0) void lookAtSent();
}

/** Signs in, and does again what failed without it. */
async function signIn(): Promise<void> {
  let isIn = false;
  await working("looking", async ({ account }, signal) => {
    const result = await server.signIn(account, signal);
    if ("failure" in result) return { failure: result.failure };
    isIn = true;
    const isForgotten = account.isKept && !result.isKept;
    return { failure: undefined, isForgotten, account: { ...account, password: "" } };
  });
  const { sending } = current();
  if (!isIn || sending === undefined) return;
  await (sending.plan === undefined ? plan() : send(sending.isDirect));
}

/** Does some work for the dialog; its result is dropped when that was closed meanwhile. */
async function working(
  isBusy: NonNullable<Sending["isBusy"]>,
  work: (sending: Sending, signal: AbortSignal) => Promise<Partial<Sending>>,
): Promise<void> {
  const { sending } = current();
  if (sending === undefined) return;
  stop = new AbortController();
  const { signal } = stop;
  change({ isBusy });
  const done = await work(sending, signal).catch((error: unknown) => {
    if (!(error instanceof Refused) && (error as Error).name !== "AbortError") console.error(error);
    return { failure: failureIn(error as Error) };
  });
  // One that was stopped and opened again has a work of its own.
  if (stop.signal !== signal) return;
  change({ ...done, isBusy: undefined });
  // The button that was pressed may be gone, and a keyboard would have to begin at the top.
  if (document.activeElement?.matches("body, dialog")) document.getElementById("gui-dau")?.focus();
}

function failureIn(error: Error): SendFailure {
  if (error.name === "AbortError")
    return { code: "stopped", what: "Đã dừng.", todo: "Muốn gửi thì bấm lại." };
  return error instanceof Refused
    ? { code: "refused", what: error.message, todo: "Xin thử lại." }
    : { code: "page", what: "Trang gặp lỗi.", todo: "Xin tải lại trang rồi thử lại." };
}

function change(part: Partial<Sending>): void {
  const { sending } = current();
  if (sending !== undefined) update({ sending: { ...sending, ...part } });
}

export const sendingActions: SendingActions = {
  change,
  async choose(path, isChosen) {
    const { chosen } = current().sending ?? {};
    if (chosen === undefined) return;
    change({
      chosen: new Set(isChosen ? [...chosen, path] : [...chosen].filter((p) => p !== path)),
    });
  },
  send: (isDirect) => void send(isDirect),
  signIn: () => void signIn(),
  again: () => void plan(),
  stop: () => stop.abort(),
  close() {
    stop.abort();
    if (current().sending === undefined) return;
    update({ sending: undefined });
    // A dialog that is taken out of the page leaves the focus nowhere.
    opener?.focus();
  },
  async showPages(path) {
    const found = await server.sendPlan(path, stop.signal).catch(() => undefined);
    if (found === undefined || "failure" in found) return;
    const article = found.articles.find((one) => one.path === path);
    const pages = current().sending?.pages ?? new Map();
    change({ pages: new Map([...pages, [path, article ?? {}]]) });
  },
  async copy(link) {
    await navigator.clipboard.writeText(link);
  },
};

/** Asks quietly what became of the articles that were sent. */
export async function lookAtSent(): Promise<void> {
  // Without network, or in a folder that is connected with nothing, there is nothing to tell.
  const found = await server.sent().catch(() => undefined);
  if (found !== undefined)
    update({ sent: new Map(found.articles.map((article) => [article.path, article])) });
}
