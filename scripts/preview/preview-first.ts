import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { outputPath } from "../../src/urls.ts";
import type { MadeSite } from "../site/make-site.ts";
import { contentType } from "./content-type.ts";
import { type Handler, send } from "./visit.ts";

/**
 * The pages that are open in a browser, drawn first during a build, because anyone who saves an
 * article looks at its page. They are drawn from the new content as the build will draw them, and
 * served from memory until it has written the whole site.
 */
export type FirstPages = {
  /** A site has been made: draws those of the open pages whose text will change. */
  readonly begin: (site: MadeSite, open: Iterable<string>) => void;
  /** Another page was opened: draws it too if a build is under way. */
  readonly add: (url: string) => void;
  /** Returns whether a page is served from memory. */
  readonly has: (url: string) => boolean;
  /** The build has ended: its pages are on the disk, or it has failed. */
  readonly end: (hasChanged: boolean) => void;
  /** Returns the version of the site that a page is served from. A page of another one is old. */
  readonly versionOf: (url: string) => number;
  readonly handler: Handler;
};

/** The header that tells a page its own version; see browser/preview/preview.ts. */
const versionHeader = (version: number) => ({ "Server-Timing": `ban-tin;desc="${version}"` });

/** @param output where the preview's pages are written */
export function firstPages(output: string): FirstPages {
  // Begins with the time, which no version of an earlier server has reached.
  let version = Date.now();
  let site: MadeSite | undefined;
  /** Addresses that were already looked for during this build. */
  const looked = new Set<string>();
  const texts = new Map<string, string>();
  const placeOf = (url: string) => join(output, outputPath(url));
  const versionOf = (url: string) => (texts.has(url) ? version + 1 : version);

  /**
   * Returns the content of an address if it is not on the disk yet: a page drawn first, or what it
   * needs, such as a new stylesheet or picture.
   */
  async function find(url: string): Promise<string | Uint8Array | undefined> {
    const text = texts.get(url);
    if (text !== undefined || site === undefined) return text;
    if (existsSync(placeOf(url))) return undefined;
    const file = site.files.find((one) => one.url === url);
    if (file) return await readFile(file.realPath);
    draw([url]);
    return texts.get(url);
  }

  function draw(urls: Iterable<string>): void {
    const wanted = new Set(urls).difference(looked);
    for (const url of wanted) looked.add(url);
    for (const page of site && wanted.size > 0 ? site.pages() : []) {
      if (!wanted.delete(page.url)) continue;
      const text = site!.draw(page);
      if (text !== textOf(placeOf(page.url))) texts.set(page.url, text);
      if (wanted.size === 0) break;
    }
  }

  return {
    begin(now, open) {
      site = now;
      draw(open);
    },
    add(url) {
      if (site) draw([url]);
    },
    has: (url) => texts.has(url),
    end(hasChanged) {
      if (hasChanged) version += 1;
      site = undefined;
      looked.clear();
      texts.clear();
    },
    versionOf,
    async handler({ address: { path }, response }) {
      const found = await find(path);
      for (const [name, value] of Object.entries(versionHeader(versionOf(path))))
        response.setHeader(name, value);
      return found !== undefined && send(response, 200, contentType(outputPath(path)), found);
    },
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
