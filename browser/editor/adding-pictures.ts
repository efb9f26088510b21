import type { AddedPicture } from "../../src/front-matter/editor-api.ts";
import type { FormValues } from "../../src/front-matter/field.ts";
import { checkSoon } from "./checking.ts";
import { wayNow } from "./row-now.ts";
import { Refused, server } from "./server.ts";
import type { Editing } from "./state.ts";
import { current, edit, update } from "./store.ts";
import { idOf, itemsAt, placeOf, valueAt, type Way, withValue } from "./values.ts";

/**
 * Puts files beside the open article, one after the other. One that is not a picture does not stop
 * the others. Those of one list lie in it in the order in which they were taken, and when there are
 * several the writer is asked of each what it shows.
 */
export async function addPictures(files: readonly File[], way: Way): Promise<void> {
  const before = current().editing;
  if (before === undefined) return;
  const { path } = before.opened;
  const refused: string[] = [];
  const batch: AddedPicture[] = [];
  for (const [at, file] of inOrderOfNames(files).entries()) {
    const place = files.length > 1 ? ` ${at + 1}/${files.length}` : "";
    update({ message: { lines: [`Đang thêm ảnh${place}: ${file.name}…`], isError: false } });
    const added = await sent(path, file).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      refused.push(error.message);
      return undefined;
    });
    const { editing } = current();
    if (editing?.opened.path !== path) return;
    if (added === undefined) continue;
    if (way.length > 1) {
      putInto(wayNow(way, before, editing), added, editing);
      continue;
    }
    if (isInList(added, editing, way)) {
      refused.push(`“${file.name}” đã có trong bài, là tệp ${added.name}.`);
      continue;
    }
    addRow(added, batch, editing, way);
    batch.push(added);
  }
  const isSequence = batch.length > 1;
  const told = isSequence ? [`Đã thêm ${batch.length} ảnh.`, ...refused] : refused;
  update({
    message: told.length > 0 ? { lines: told, isError: refused.length > 0 } : undefined,
  });
  if (isSequence) edit({ describing: { names: inOrderOfTime(batch), at: 0 } });
  else focusAlt(batch[0], way);
  checkSoon();
}

/** Sends a file. Throws `Refused` also for what the browser cannot read, such as a folder. */
async function sent(path: string, file: File): Promise<AddedPicture> {
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      throw new Refused({ message: `Không mở được “${file.name}”. Xin chọn lại tệp ảnh.` });
    });
  return server.addPicture(path, file);
}

function inOrderOfNames(files: readonly File[]): File[] {
  return files.toSorted((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
}

/** Returns names in order of time; pictures without one come last, in the order of their names. */
function inOrderOfTime(batch: readonly AddedPicture[]): string[] {
  return batch.toSorted(byTime).map(({ name }) => name);
}

function byTime({ taken: a = "9999" }: AddedPicture, { taken: b = "9999" }: AddedPicture): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Puts a picture into the field that asked for it; its row may be gone by now. */
function putInto(way: Way | undefined, { name }: AddedPicture, editing: Editing): void {
  const { values, pictures } = editing;
  const known = [...new Set([...pictures, name])];
  if (way === undefined) {
    edit({ pictures: known });
    return;
  }
  const row = valueAt(values, way.slice(0, -1)) as FormValues | undefined;
  edit({
    pictures: known,
    values: withValue(values, way.slice(0, -1), { ...row, src: name }),
  });
  document.getElementById(idOf([...way.slice(0, -1), "alt"]))?.focus();
}

function isInList({ name }: AddedPicture, { values }: Editing, list: Way): boolean {
  return placeOf(name, itemsAt(values, list)) !== -1;
}

/** Adds a row for a picture: among those that came with it in their order, behind all others. */
function addRow(
  added: AddedPicture,
  batch: readonly AddedPicture[],
  { values, pictures }: Editing,
  list: Way,
): void {
  const items = itemsAt(values, list);
  const later = batch
    .filter((one) => byTime(added, one) < 0)
    .map(({ name }) => placeOf(name, items))
    .filter((place) => place !== -1);
  const at = Math.min(items.length, ...later);
  const row = { alt: "", caption: "", src: added.name };
  edit({
    pictures: [...new Set([...pictures, added.name])],
    values: withValue(values, list, items.toSpliced(at, 0, row)),
  });
}

/** Moves the focus to where the writer describes what a picture shows. */
function focusAlt(added: AddedPicture | undefined, list: Way): void {
  const { editing } = current();
  const at = added && editing ? placeOf(added.name, itemsAt(editing.values, list)) : -1;
  if (at !== -1) document.getElementById(idOf([...list, at, "alt"]))?.focus();
}
