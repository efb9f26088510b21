import { folderOf } from "../../src/content/folder-of.ts";
import type { Note } from "../../src/front-matter/editor-api.ts";
import { heavyPicture } from "../../src/limits.ts";
import type { Problem } from "../../src/problems/problem.ts";

/** What each warning of a photo says of several photos at once. */
const ofSeveral = {
  "picture-place": "còn ghi vị trí chụp",
  "picture-owner": "còn ghi tên người chụp, tên chủ máy hoặc số máy",
  "picture-film": "kèm một đoạn phim ngắn",
  "picture-heavy": `nặng hơn ${heavyPicture / 1_000_000} MB`,
  "picture-wide": "rộng hơn mức trang tin dùng",
} as const;

type PhotoCode = keyof typeof ofSeveral;

/** Returns whether a problem is a warning of a photo, of which an article may have many alike. */
export function isOfPhoto({ code }: Problem): boolean {
  return code in ofSeveral;
}

/**
 * Turns warnings of photos into notes: photos are called by the names of their files, and alike
 * warnings are one note.
 *
 * @param noteOf puts one warning into words: what is wrong, and what to do
 */
export function photoNotes(
  found: readonly Problem[],
  noteOf: (found: Problem) => { readonly note: Note; readonly hint: string },
): Note[] {
  return [...Map.groupBy(found, ({ code }) => code)].map(([code, alike]) => {
    const names = alike.map(({ path }) => path.slice(folderOf(path).length));
    const [first] = alike;
    const { note, hint } = noteOf({ ...first!, args: { ...first!.args, value: names[0]! } });
    if (alike.length === 1) return note;
    const words = `${alike.length} ảnh ${ofSeveral[code as PhotoCode]}: ${names.join(", ")}. ${hint}`;
    return { ...note, count: alike.length, message: words, inForm: words };
  });
}
