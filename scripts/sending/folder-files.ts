import { chmod, lstat, mkdir, readFile, realpath, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { makeFile } from "../../src/cache/move-into.ts";
import { GitFailed, gitFailed } from "./git-failure.ts";
import type { GitPlace } from "./run-git.ts";

/* The files of a writer's folder: read and written at no other place than in it. */

type Top = Pick<GitPlace, "top">;

/**
 * Returns whether a path leads to a file of the folder that is no part of git's own. Windows leaves
 * out dots and spaces at the end of a name and what follows a colon, and has short names; macOS
 * leaves out some letters that are not seen.
 */
export function isInside(path: string): boolean {
  return path.split("/").every((step) => {
    const name = step
      .replaceAll(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/gu, "")
      .replace(/(?<=.):.*$/su, "")
      .replace(/[. ]+$/u, "");
    return !/^(?:|\.git|git~\d+)$/iu.test(name) && !/[\0\\]/u.test(step);
  });
}

/** Reads a file of the folder; undefined where there is none, or a folder of its name. */
export async function bytesAt({ top }: Top, path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(top, path));
  } catch (error) {
    if (/^(?:ENOENT|ENOTDIR|EISDIR)$/u.test(String((error as NodeJS.ErrnoException).code)))
      return undefined;
    throw error;
  }
}

/** The error for a file whose place is a folder, or leads out of the repository by a link. */
export class PlaceTaken extends GitFailed {
  constructor(cause?: unknown) {
    super("not-writable", [], cause);
  }
}

/**
 * Writes a file of the folder as a whole, or deletes it and the folders that are empty then. Throws
 * `GitFailed`.
 */
export async function replaceFile(
  { top }: Top,
  path: string,
  bytes: Buffer | undefined,
  isProgram = false,
): Promise<void> {
  const place = join(top, path);
  await mustLeadInside(top, dirname(place));
  try {
    if (bytes === undefined) await deleteFile(place, top);
    else await writeWhole(place, bytes, isProgram);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (/^(?:EISDIR|ENOTDIR|EEXIST|ENOTEMPTY)$/u.test(String(code))) throw new PlaceTaken(error);
    throw gitFailed(error);
  }
}

/** Throws `PlaceTaken` where a link on the way to a folder leads out of the repository. */
async function mustLeadInside(top: string, folder: string): Promise<void> {
  const root = await realpath(top);
  for (let one = folder; ; one = dirname(one)) {
    const real = await realpath(one).catch(() => undefined);
    if (real === undefined) continue;
    if (real !== root && !real.startsWith(root + sep)) throw new PlaceTaken();
    return;
  }
}

async function deleteFile(place: string, top: string): Promise<void> {
  // A folder of this name holds what somebody else has put there.
  const isFolder = (await lstat(place).catch(() => undefined))?.isDirectory();
  if (!isFolder) await rm(place, { force: true });
  // As git does; what still has a file stays.
  for (let one = dirname(place); one.startsWith(top + sep); one = dirname(one))
    if (
      !(await rmdir(one).then(
        () => true,
        () => false,
      ))
    )
      break;
}

async function writeWhole(place: string, bytes: Buffer, isProgram: boolean): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const known = await lstat(place).catch(() => undefined);
  const mode = isProgram ? 0o755 : (known?.mode ?? 0o666);
  await makeFile(place, (beside) => writeFile(beside, bytes, { mode, flag: "wx", flush: true }));
  if (isProgram) await chmod(place, 0o755);
}
