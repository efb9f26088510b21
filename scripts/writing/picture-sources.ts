import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import type { PictureSource } from "../../src/importing/page-pictures.ts";
import { withoutPercent } from "../../src/text/percent.ts";

/* Where the pictures of an imported text may be on this machine. */

/** In bytes. A larger file is no picture of an article. */
const maxPicture = 80_000_000;

/**
 * Finds pictures that a browser saved with a page: data URLs, and files below the page's folder.
 * Browsers put the pictures of `tin.html` into `tin_files`, also those whose address in the page is
 * still the one on the web.
 */
export function picturesBeside(file: string): PictureSource {
  const folder = resolve(dirname(file));
  const stem = basename(file, extname(file));
  return (address) => {
    const data = dataUrl(address);
    if (data !== undefined) return data;
    const path = withoutPercent(address.split(/[?#]/u)[0]!);
    if (!/^(?:[a-z]+:|\/)/iu.test(path)) return fileInside(folder, path);
    const name = path.split("/").at(-1) ?? "";
    if (name === "") return undefined;
    return (
      fileInside(folder, join(`${stem}_files`, name)) ??
      fileInside(folder, join(`${stem}.files`, name))
    );
  };
}

/**
 * Finds pictures in a copy of a site's `wp-content/uploads`: the whole picture rather than one of
 * the sizes that WordPress makes of it.
 */
export function uploadedPictures(folder: string): PictureSource {
  const root = resolve(folder);
  return (address) => {
    const path = withoutPercent(address.split(/[?#]/u)[0]!);
    if (!/^https?:\/\//iu.test(path)) return undefined;
    const steps = path.replace(/^https?:\/\/[^/]+\//iu, "").split("/");
    const at = steps.lastIndexOf("uploads");
    // Without that folder in its address, every end of the path may be the one in the copy.
    const tails =
      at === -1
        ? steps.slice(0, -1).map((_, from) => steps.slice(from))
        : [steps.slice(at + 1), steps];
    for (const tail of tails) {
      const name = tail.at(-1) ?? "";
      const whole = name.replace(/-\d+x\d+(?=\.\w+$)/u, "");
      const large = whole.replace(/(?=\.\w+$)/u, "-scaled");
      for (const one of new Set([whole, large, name])) {
        const found = fileInside(root, join(...tail.slice(0, -1), one));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
}

/** Asks several sources, in order. */
export function firstOf(...sources: readonly PictureSource[]): PictureSource {
  return (address) => {
    for (const source of sources) {
      const found = source(address);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function dataUrl(address: string): Uint8Array | undefined {
  const data = /^data:image\/[\w+.-]+;base64,(.+)$/su.exec(address)?.[1];
  return data === undefined ? undefined : Buffer.from(data, "base64");
}

function fileInside(folder: string, path: string): Uint8Array | undefined {
  if (path.includes("\0")) return undefined;
  const whole = resolve(folder, path);
  const found = lstatSync(whole, { throwIfNoEntry: false });
  if (!whole.startsWith(folder + sep) || !found?.isFile() || found.size > maxPicture)
    return undefined;
  return readFileSync(whole);
}
