import type { FormValues } from "../../src/front-matter/field.ts";
import { checkSoon } from "./checking.ts";
import { wayNow } from "./row-now.ts";
import { Refused, server } from "./server.ts";
import type { Editing } from "./state.ts";
import { current, edit, update } from "./store.ts";
import { idOf, itemsAt, valueAt, type Way, withValue } from "./values.ts";

/**
 * Puts files beside the open article, one after the other. One that is not a picture does not stop
 * the others.
 */
export async function addPictures(files: readonly File[], way: Way): Promise<void> {
  const before = current().editing;
  if (before === undefined) return;
  const { path } = before.opened;
  const refused: string[] = [];
  update({ message: undefined });
  for (const file of files) {
    const name = await server.addPicture(path, file).then(
      (added) => added.name,
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        refused.push(error.message);
        return undefined;
      },
    );
    const { editing } = current();
    if (editing?.opened.path !== path) return;
    if (name !== undefined) place(name, wayNow(way, before, editing) ?? way.slice(0, 1), editing);
  }
  if (refused.length > 0) update({ message: { lines: refused, isError: true } });
  checkSoon();
}

/** Puts a picture into the field that asked for it, or as one more row into the list. */
function place(name: string, way: Way, { values, pictures }: Editing): void {
  const list = way.slice(0, 1);
  const asked = way.slice(0, -1);
  const row = way.length > 1 ? (valueAt(values, asked) as FormValues | undefined) : undefined;
  const here = row === undefined ? [...list, itemsAt(values, list).length] : asked;
  edit({
    pictures: [...new Set([...pictures, name])],
    values: withValue(values, here, { ...(row ?? { alt: "", caption: "" }), src: name }),
  });
  // The writer's next step is to describe what the picture shows.
  document.getElementById(idOf([...here, "alt"]))?.focus();
}
