import type { AddedPdf } from "../../src/front-matter/editor-api.ts";
import { type FormValues, isEmptyValue } from "../../src/front-matter/field.ts";
import { numberKey } from "../../src/text/document-number.ts";
import { checkSoon } from "./checking.ts";
import { wayNow } from "./row-now.ts";
import { Refused, server } from "./server.ts";
import type { Editing } from "./state.ts";
import { current, edit, update } from "./store.ts";
import { unfold } from "./unfolding.ts";
import { idOf, itemsAt, textAt, type Way, withValue } from "./values.ts";

/**
 * Puts PDFs beside the open article, one after the other. One that is refused does not stop the
 * others.
 *
 * @param way the field that asked for one file, or the list of documents
 */
export async function addPdfs(files: readonly File[], way: Way): Promise<void> {
  const before = current().editing;
  if (before === undefined) return;
  const { path } = before.opened;
  const [first] = files;
  const wanted = way.length > 1 && first ? [first] : files;
  const refused: string[] = [];
  const done: string[] = [];
  for (const file of wanted) {
    update({ message: { lines: [`Đang đọc ${file.name}…`], isError: false } });
    const added = await server.addPdf(path, file).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      refused.push(error.message);
      return undefined;
    });
    const { editing } = current();
    if (editing?.opened.path !== path) return;
    if (added !== undefined)
      done.push(place(added, wayNow(way, before, editing) ?? way.slice(0, 1), editing));
  }
  if (files.length > wanted.length)
    refused.push("Mỗi văn bản chỉ kèm được một tệp; mới lấy tệp đầu tiên.");
  const lines = [...done, ...refused];
  update({
    message: lines.length === 0 ? undefined : { lines, isError: refused.length > 0 },
  });
  checkSoon();
}

/** Puts a file into its field or a document of its own, and returns what was done in words. */
function place(added: AddedPdf, way: Way, editing: Editing): string {
  const { name, document: told } = added;
  const { values } = editing;
  const pdfs = [...new Set([...editing.pdfs, name])];
  if (way.length > 1) {
    const { [idOf(way)]: _gone, ...detached } = editing.detached;
    edit({ pdfs, detached, values: withValue(values, way, name) });
    fieldAt(way)?.focus();
    return `Đã kèm tệp ${name}.`;
  }
  const list = way.slice(0, 1);
  const known = rowFor(told.number, values, list);
  if (known !== undefined) {
    const place = [...list, known, "file"];
    edit({ pdfs, values: withValue(values, place, name) });
    fieldAt(place)?.focus();
    return `Đã kèm tệp ${name} vào văn bản số ${textAt(values, [...list, known, "number"])}.`;
  }
  const items = itemsAt(values, list);
  const row: FormValues = { ...told, file: name };
  const reviews = isEmptyValue(told)
    ? editing.reviews
    : [...editing.reviews, { words: reviewOf(name, added), field: String(list[0]) }];
  // A row that was begun and left empty is the one that the file was meant for.
  const empty = items.findIndex((item) => isEmptyValue(item));
  const at = empty === -1 ? items.length : empty;
  edit({ pdfs, reviews, values: withValue(values, [...list, at], row) });
  // The writer's next step is to see whether what was found is right, or to fill it in.
  fieldAt([...list, at, "number"])?.focus();
  return isEmptyValue(told)
    ? `Đã thêm tệp ${name}. Không tìm thấy số và tên văn bản trong tệp; xin điền.`
    : `Đã thêm tệp ${name}. ${reviewOf(name, added)}`;
}

/** Returns the place of a document in the list that has a number and no file yet. */
function rowFor(number: string | undefined, values: FormValues, list: Way): number | undefined {
  if (number === undefined) return undefined;
  const key = numberKey(number);
  const found = itemsAt(values, list).findIndex(
    (_, at) =>
      numberKey(textAt(values, [...list, at, "number"])) === key &&
      textAt(values, [...list, at, "file"]) === "",
  );
  return found === -1 ? undefined : found;
}

function reviewOf(name: string, { document }: AddedPdf): string {
  const names = { number: "số", kind: "loại", title: "tên", date: "ngày" } as const;
  const found = Object.entries(names).flatMap(([key, word]) =>
    document[key as keyof typeof names] === undefined ? [] : word,
  );
  const words = `${found.slice(0, -1).join(", ")}${found.length > 1 ? " và " : ""}${found.at(-1)}`;
  return `Ô ${words} được điền theo chữ trong ${name}. Xin so với văn bản.`;
}

/** Returns the control of a field, with the row that it is in unfolded. */
function fieldAt(way: Way): HTMLElement | null {
  const control = document.getElementById(idOf(way));
  if (control !== null) unfold(control);
  return control;
}
