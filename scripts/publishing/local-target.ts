import { chmodSync, copyFileSync, linkSync, mkdirSync } from "node:fs";
import { readdir, readFile, readlink, rename, rm, symlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { lock, removeScraps } from "../../src/output/lock.ts";
import { Refused } from "../cli/refused.ts";
import { differencesIn, manifestFile } from "./manifest.ts";
import {
  busyText,
  isAdded,
  lockFile,
  nextLink,
  pathOf,
  type ReleaseFiles,
  releasesFolder,
  type Target,
  withoutLock,
} from "./target.ts";

/**
 * Opens a folder of this machine. Throws `Refused` when somebody else is publishing to it.
 *
 * @param take takes the lock; only a trial has another
 */
export async function openLocalTarget(written: string, take = lock): Promise<Target> {
  const folder = resolve(written);
  const lockPath = join(folder, lockFile);
  const unlock = await take(lockPath).catch(unopened(written));
  if (unlock === undefined) throw new Refused(busyText(written));
  await removeScraps(lockPath);
  const at = (path: string) => join(folder, path);
  const link = async (id: string, name: string) => {
    await rm(at(nextLink), { force: true });
    await symlink(pathOf(id), at(nextLink), "dir").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOSPC") throw error;
      throw new Refused(
        `Ổ đĩa của “${written}” không tạo được liên kết tượng trưng (symbolic link), mà lệnh này cần để đổi bản. Xin chọn thư mục trên ổ đĩa khác; trên Windows xin bật “Developer Mode”.`,
      );
    });
    await rename(at(nextLink), at(name));
  };
  return {
    async list() {
      const names = withoutLock(await readdir(folder));
      const link = await readlink(at("current")).catch(() => undefined);
      const releases = names.includes(releasesFolder) ? await readdir(at(releasesFolder)) : [];
      return { names, link, releases };
    },
    read: (path) => readFile(at(path), "utf8").catch(() => undefined),
    async upload(files, into, like) {
      let linked = 0;
      const make = newFolders(at(into));
      for (const [path, sum] of files.manifest) {
        make(path);
        const isSame = like?.manifest.get(path) === sum;
        if (isSame && isLinked(at(`${pathOf(like.id)}/${path}`), at(`${into}/${path}`)))
          linked += 1;
        else copy(files, at(into), path);
      }
      copy(files, at(into), manifestFile);
      return linked;
    },
    async copyAnew(files, into, paths) {
      const make = newFolders(at(into));
      for (const path of paths) {
        // What is there may be a link to the file of another release.
        await rm(at(`${into}/${path}`), { recursive: true, force: true });
        if (!files.manifest.has(path) && path !== manifestFile) continue;
        make(path);
        copy(files, at(into), path);
      }
    },
    differences: async (path, manifest) => differencesIn(at(path), manifest),
    rename: (from, to) => rename(at(from), at(to)),
    pointTo: (id) => link(id, "current"),
    remember: (id) => link(id, "previous"),
    async remove(paths) {
      for (const path of paths) await rm(at(path), { recursive: true, force: true });
    },
    [Symbol.asyncDispose]: unlock,
  };
}

/** Returns a handler that says why a folder cannot be written to, in the words of the person. */
function unopened(written: string) {
  const reasons: Readonly<Record<string, string>> = {
    ENOTDIR: `“${written}” không phải là thư mục`,
    EEXIST: `“${written}” không phải là thư mục`,
    ENOENT: `không tạo được thư mục “${written}”`,
    EACCES: `không có quyền ghi vào “${written}”`,
    EPERM: `không có quyền ghi vào “${written}”`,
    EROFS: `ổ đĩa của “${written}” chỉ cho đọc`,
  };
  return (error: NodeJS.ErrnoException): never => {
    const reason = reasons[error.code ?? ""];
    throw reason === undefined
      ? error
      : new Refused(`Không đăng được: ${reason}. Xin chọn thư mục khác bằng --to.`);
  };
}

/** Returns true when a second name could be given to a file; many file systems have a limit. */
function isLinked(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
    return false;
  }
}

/** Copies a file of a release with the rights that let the program of a host read it. */
function copy({ site, added }: ReleaseFiles, into: string, path: string): void {
  const from = isAdded(path) ? added : site;
  copyFileSync(join(from, path), join(into, path));
  chmodSync(join(into, path), 0o644);
}

/** Returns a function that makes the folder of a file, each folder once. */
function newFolders(root: string): (path: string) => void {
  const made = new Set<string>();
  return (path) => {
    const folder = dirname(join(root, path));
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    made.add(folder);
  };
}
