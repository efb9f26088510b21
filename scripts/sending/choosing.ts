import { blobId } from "../../src/cache/blob-id.ts";
import { isArticleFile } from "../../src/content/content-folder.ts";
import { articleDifferences, shownConflicts, titleIn } from "../../src/front-matter/differences.ts";
import type { Choices, Conflict } from "../../src/front-matter/life-api.ts";
import { EditRefused } from "../editor/edit-refused.ts";
import { contentType } from "../preview/content-type.ts";
import { bytesAt, replaceFile } from "./folder-files.ts";
import { keepBefore } from "./kept-copies.ts";
import { mergeFile, type ThreeFiles, textIn } from "./merge-file.ts";
import { bytesOf, type Repository } from "./repository.ts";
import { git } from "./run-git.ts";
import { endWaiting, type Waiting, waitingConflicts } from "./waiting.ts";

/* Shows what waits for a choice of the writer, and does what was chosen. */

/** Returns what is to be chosen of one file. Throws `EditRefused` when nothing is. */
export async function conflictAt(repository: Repository, path: string): Promise<Conflict> {
  const { waiting, files } = await filesAt(repository, path);
  const { by, day } = waiting;
  const { mine, theirs } = files;
  const merged = mergeFile(path, files);
  const texts = [textIn(mine), textIn(theirs)] as const;
  const kind =
    theirs === undefined
      ? "gone-there"
      : mine === undefined
        ? "gone-here"
        : merged.choice !== "whole"
          ? "fields"
          : /\.(?:jpe?g|png|webp|avif)$/iu.test(path)
            ? "picture"
            : texts.includes(undefined)
              ? "file"
              : "whole";
  const differences =
    kind === "fields"
      ? shownConflicts(merged.conflicts)
      : kind === "whole"
        ? articleDifferences(texts[0]!, texts[1]!)
        : [];
  const title = titleOf(path, texts[0] ?? texts[1]);
  const version = mine ? blobId(mine) : "";
  const pictures =
    kind === "picture" && mine && theirs
      ? { pictures: { mine: pictureUrl(path, mine), theirs: pictureUrl(path, theirs) } }
      : {};
  return { path, title, by, day, kind, differences, ...pictures, version };
}

/** Returns an address that holds the bytes of a picture. */
function pictureUrl(path: string, bytes: Buffer): string {
  return `data:${contentType(path)};base64,${bytes.toString("base64")}`;
}

/**
 * Does what was chosen of a file. What the writer had is kept beside the copies from before
 * updates. Throws `EditRefused` when the file has changed since it was shown.
 */
export async function choose(
  repository: Repository,
  path: string,
  choices: Choices,
  version: string,
): Promise<void> {
  const { files } = await filesAt(repository, path);
  const { mine } = files;
  if ((mine ? blobId(mine) : "") !== version)
    throw new EditRefused(409, "Tệp này vừa được đổi. Xin xem lại hai bản rồi chọn.");
  const { bytes } = mergeFile(path, files, choices);
  if (mine !== undefined) {
    const asked = ["hash-object", "-w", "--stdin", "--path", path];
    const blob = (await git(repository, asked, { input: mine })).trim();
    await keepBefore(repository, "HEAD", [{ path, file: { mode: "100644", blob } }]);
  }
  if (bytes === undefined || mine === undefined || !bytes.equals(mine))
    await replaceFile(repository, path, bytes);
  await endWaiting(repository, path);
}

/**
 * Returns the name of a file for its writer: the title of an article, or the path.
 *
 * @param text of the file, if it is one
 */
export function titleOf(path: string, text: string | undefined): string {
  return (isArticleFile(path) && text !== undefined && titleIn(text)) || path;
}

async function filesAt(
  repository: Repository,
  path: string,
): Promise<{ readonly waiting: Waiting; readonly files: ThreeFiles }> {
  const waiting = (await waitingConflicts(repository)).find((one) => one.path === path);
  if (waiting === undefined)
    throw new EditRefused(404, "Tệp này không còn gì phải chọn. Xin tải lại trang.");
  const blobOf = async (blob: string | undefined) => blob && (await bytesOf(repository, blob));
  const [base, theirs] = await Promise.all([blobOf(waiting.base), blobOf(waiting.theirs)]);
  const mine = await bytesAt(repository, path);
  return { waiting, files: { base: base || undefined, mine, theirs: theirs || undefined } };
}
