import type { Draft } from "../../src/front-matter/editor-api.ts";
import { keep } from "./keepsake.ts";
import { server } from "./server.ts";
import type { Editing } from "./state.ts";
import { current, edit, telling, update } from "./store.ts";

/* Asks the server, while somebody types, what is wrong with the open article and for its page. */

/** A debounce: the article is checked when nobody has typed for this long. */
const pauseMs = 250;
let timer = 0;
let asking = new AbortController();

/** Checks the open article at the next pause in typing. */
export function checkSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void checkNow(), pauseMs);
}

/** Drops a check that is under way, because its result would be of an older state. */
export function stopChecking(): void {
  clearTimeout(timer);
  asking.abort();
}

async function checkNow(): Promise<void> {
  const { editing } = current();
  if (editing === undefined) return;
  const { path } = editing.opened;
  void keepAside(editing);
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  await telling(async () => {
    try {
      const checked = await server.check(path, draftOf(editing), signal);
      const now = current().editing;
      // The last page that could be drawn stays until there is a newer one.
      const { notes, attached, page = now?.page } = checked;
      // A page without an address is of an article without a day.
      const url = checked.page === undefined ? now?.url : checked.url;
      if (!signal.aborted) edit({ notes, attached, page, url }, path);
    } catch (error) {
      if ((error as Error).name !== "AbortError") throw error;
    }
  });
}

let isTold = false;

/** Keeps what is not saved yet, and says so once when that cannot be done. */
async function keepAside(editing: Editing): Promise<void> {
  if ((await keep(editing)) || isTold) return;
  isTold = true;
  const line =
    "Máy không giữ được bản tạm của những gì đang viết (ổ đĩa đầy?). Xin lưu bài thường xuyên.";
  update({ message: { lines: [line], isError: true } });
}

/** Returns what the server needs of an open article in order to check or save it. */
export function draftOf({ mode, values, body, settled, reviews, text }: Editing): Draft {
  if (mode === "file") return { text };
  return { values, body, settled, reviews: reviews.map(({ words }) => words) };
}
