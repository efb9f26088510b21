import { Refused } from "../cli/refused.ts";
import { billFile } from "./bill-of-materials.ts";
import { type Manifest, manifestFile } from "./manifest.ts";
import { isReleaseId, releaseFile } from "./release.ts";

/*
 * A site is published into a folder, its target:
 *
 *   current → releases/20240131-070509-1a2b3c4d   the live release; a host serves this link
 *   previous → releases/20240130-…                what was live before; a host takes from it what
 *                                                 pages of then ask for, such as stylesheets
 *   releases/…                                    this one and some earlier ones
 *
 * A release is whole and checked before the link leads to it. The link is changed by one rename.
 */

/** A target that is open, on this machine or another. Nobody else publishes to it meanwhile. */
export type Target = {
  readonly list: () => Promise<Listing>;
  /** Returns the text of a small file; undefined when there is none. */
  readonly read: (path: string) => Promise<string | undefined>;
  /**
   * Makes a folder with all files of a release.
   *
   * @param like a folder beside it; what is the same there becomes a link to the same file
   * @returns the number of files that were linked
   */
  readonly upload: (files: ReleaseFiles, into: string, like?: LikeRelease) => Promise<number>;
  /** Copies some files of a release once more, to none that other releases have too. */
  readonly copyAnew: (files: ReleaseFiles, into: string, paths: readonly string[]) => Promise<void>;
  /** Compares a folder with the text of the manifest that it should have; returns paths. */
  readonly differences: (folder: string, manifest: string) => Promise<readonly string[]>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Makes `current` lead to a release, by one rename. */
  readonly pointTo: (id: string) => Promise<void>;
  /** Makes `previous` lead to a release, by one rename. */
  readonly remember: (id: string) => Promise<void>;
  readonly remove: (paths: readonly string[]) => Promise<void>;
  /** Lets others publish. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** What is at the top of a target, and in its folder of releases. */
export type Listing = {
  readonly names: readonly string[];
  /** Where the link `current` leads; undefined when it is no link. */
  readonly link?: string | undefined;
  readonly releases: readonly string[];
};

/** The files of a release on this machine. */
export type ReleaseFiles = {
  /** The output of the build. */
  readonly site: string;
  /** A folder with the files that are added to it. */
  readonly added: string;
  /** All of them but the manifest itself. */
  readonly manifest: Manifest;
};

/** Returns true for a file that is not of the site, but added to it. */
export function isAdded(path: string): boolean {
  return path === manifestFile || path === releaseFile || path === billFile;
}

export type LikeRelease = { readonly id: string; readonly manifest: Manifest };

/** The releases of a target. */
export type Releases = {
  /** Undefined before the first. */
  readonly live: string | undefined;
  /** From the oldest. */
  readonly ids: readonly string[];
  /** Paths that a publish left behind when it was cut off. */
  readonly scraps: readonly string[];
};

export const releasesFolder = "releases";

export function pathOf(id: string): string {
  return `${releasesFolder}/${id}`;
}

/** Reads the layout of a target. Throws `Refused` when the folder is something else. */
export function releasesIn(written: string, { names, link, releases }: Listing): Releases {
  const refuse = (why: string) => new Refused(`Không đăng vào “${written}”: ${why}`);
  const isOurs = names.includes(releasesFolder) || link !== undefined;
  if (names.includes(".git") || names.includes("package.json"))
    throw refuse("thư mục này chứa mã nguồn. Xin chọn một thư mục riêng cho trang tin.");
  if (names.includes("current") && link === undefined)
    throw refuse(
      "“current” ở đó là thư mục hay tệp thật, không phải liên kết do lệnh này tạo. Xin đổi tên nó rồi đăng lại.",
    );
  const live = /^releases\/([^/]+)\/?$/u.exec(link ?? "")?.[1];
  if (link !== undefined && (live === undefined || !isReleaseId(live)))
    throw refuse(
      `liên kết “current” ở đó dẫn tới “${link}”. Xin xóa hoặc đổi tên nó rồi đăng lại.`,
    );
  const others = names.filter((name) => !name.startsWith(".") && name !== "lost+found");
  if (!isOurs && others.length > 0)
    throw refuse(
      `ở đó đã có “${others[0]}” và không có gì do lệnh này tạo ra. Xin chọn một thư mục trống.`,
    );
  const ids = releases.filter(isReleaseId).sort();
  return {
    live: live !== undefined && ids.includes(live) ? live : undefined,
    ids,
    scraps: [
      ...(names.includes(nextLink) ? [nextLink] : []),
      ...releases.filter((name) => name.startsWith(partStart)).map(pathOf),
    ],
  };
}

/** The lock: while this file is in a target, the process that it names publishes to it. */
export const lockFile = ".ban-tin-lock";

/** Returns the names in a target without the lock and what belongs to it. */
export function withoutLock(names: readonly string[]): string[] {
  return names.filter((name) => !name.startsWith(lockFile));
}

/** Says that somebody else is publishing to a target, and what to do when nobody is. */
export function busyText(written: string): string {
  return `Một lệnh publish khác đang đăng vào “${written}”. Xin chờ lệnh đó xong rồi chạy lại. Nếu chắc chắn không còn lệnh nào đang đăng, xin xóa tệp ${lockFile} ở đó.`;
}

/** The name of the link while it is made. */
export const nextLink = "current.new";

const partStart = ".part-";

/**
 * Returns the path of a release while it is uploaded. What an upload to another machine still
 * writes after it was cut off must not get into the next one, so each has a name of its own.
 */
export function partOf(id: string): string {
  return pathOf(`${partStart}${id}-${crypto.randomUUID().slice(0, 8)}`);
}
