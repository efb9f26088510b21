import { isPlainKept } from "./kept.ts";
import { Refused } from "./server.ts";
import type { Editing, State } from "./state.ts";

/* The one state of the page. A change replaces it, and the page is drawn again. */

let state: State = {
  facts: undefined,
  rows: undefined,
  search: { words: "", only: "all", most: 60 },
  wish: { title: "", date: "", unit: "", author: "" },
  isPlain: isPlainKept(),
  editing: undefined,
  life: { news: undefined, isUpdating: false, deleted: [], panel: undefined },
  sending: undefined,
  sent: new Map(),
  message: undefined,
};
let draw = () => {};

export function current(): State {
  return state;
}

/** @param redraw draws the page again */
export function onChange(redraw: () => void): void {
  draw = redraw;
}

export function update(change: Partial<State>): void {
  const before = state.editing?.opened;
  state = { ...state, ...change };
  const { editing, message } = state;
  // What can be taken back is known by its place in the file as it was opened.
  const isOver = editing?.isSaving || editing?.opened !== before;
  if (isOver && message?.undo) state = { ...state, message: undefined };
  draw();
}

/** Changes the open article; a change to one that is no longer open is dropped. */
export function edit(change: Partial<Editing>, path = state.editing?.opened.path): void {
  const { editing } = state;
  if (editing !== undefined && editing.opened.path === path)
    update({ editing: { ...editing, ...change } });
}

/** Does some work, and shows the writer a message when it fails. */
export async function telling(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error);
    const line =
      error instanceof Refused
        ? error.message
        : "Trang gặp lỗi. Xin chép lại chỗ chưa lưu rồi tải lại trang.";
    update({ message: { lines: [line], isError: true } });
  }
}
