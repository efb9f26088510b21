import type { Draft } from "../../src/front-matter/editor-api.ts";
import { keep } from "./keepsake.ts";
import { server } from "./server.ts";
import type { Editing } from "./state.ts";
import { current, edit, telling } from "./store.ts";

/* What is wrong with the article in hand, and its page: asked for while somebody types. */

/** How long somebody has stopped typing before the article is looked at, in milliseconds. */
const pause = 250;
let timer = 0;
let asking = new AbortController();

export function checkSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void checkNow(), pause);
}

/** The answer that is on its way is for another state of things. */
export function stopChecking(): void {
  clearTimeout(timer);
  asking.abort();
}

async function checkNow(): Promise<void> {
  const { editing } = current();
  if (editing === undefined) return;
  const { path } = editing.opened;
  keep(editing);
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  await telling(async () => {
    try {
      const checked = await server.check(path, draftOf(editing), signal);
      const now = current().editing;
      // The last page that could be drawn stays until there is another.
      const { notes, page = now?.page, url = now?.url } = checked;
      if (!signal.aborted) edit({ notes, page, url }, path);
    } catch (error) {
      if ((error as Error).name !== "AbortError") throw error;
    }
  });
}

export function draftOf({ mode, values, body, settled, text }: Editing): Draft {
  return mode === "file" ? { text } : { values, body, settled };
}
