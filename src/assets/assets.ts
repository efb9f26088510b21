import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { prune } from "../cache/cache.ts";
import { recipeOf } from "../cache/code-hash.ts";
import { inProject, isPackage } from "../cache/project.ts";
import { readSealed, writeSealed } from "../cache/sealed-file.ts";
import { shortHash } from "../cache/short-hash.ts";
import { type Accent, ownAccent } from "../colour.ts";
import { assetUrl } from "../urls.ts";
import { browserScripts, type ScriptFile } from "./browser-script.ts";

/** A file that is copied to the output as it is. */
export type AssetFile = {
  readonly url: string;
  readonly realPath: string;
  /** Files with one hash have the same bytes. */
  readonly hash: string;
  /**
   * For a file of the cache: the CRC-32 checksum of its bytes, and what to delete when it does not
   * match.
   */
  readonly kept?: { readonly sum: number; readonly place: string };
};

/**
 * Files that every page needs. Each name holds a hash of the content, so that a browser may keep
 * the file for ever.
 */
export type Assets = {
  /** Address and text of the stylesheet of every page. */
  readonly stylesheet: { readonly url: string; readonly text: string };
  /** What paper needs besides: no screen waits for it. */
  readonly printStyle: { readonly url: string; readonly text: string };
  /** What the booklets of months need besides, above all on paper. */
  readonly bookletStyle: { readonly url: string; readonly text: string };
  /** What a logo beside the name needs, added to the sheet of every page where there is one. */
  readonly logoStyle: string;
  /** What a home page needs besides whose blocks an office has chosen, added in the same way. */
  readonly ownHomeStyle: string;
  /** What a portal over several sites needs besides, added in the same way. */
  readonly portalStyle: string;
  /** What the search page needs besides. */
  readonly searchStyle: { readonly url: string; readonly text: string };
  /**
   * The script of the search page, the only page that has one; then the files that it loads when
   * they are needed.
   */
  readonly searchScripts: readonly { readonly url: string; readonly text: string }[];
  /** Addresses of the fonts that the first screen needs. */
  readonly preload: readonly string[];
};

/** Assets for a check, which draws no page and so needs none. */
export const noAssets: Assets = {
  stylesheet: { url: "", text: "" },
  printStyle: { url: "", text: "" },
  bookletStyle: { url: "", text: "" },
  logoStyle: "",
  ownHomeStyle: "",
  portalStyle: "",
  searchStyle: { url: "", text: "" },
  searchScripts: [],
  preload: [],
};

/**
 * The fonts of the first screen: running text and headlines. The others come when they are needed.
 */
const firstFonts = ["be-vietnam-pro-400.woff2", "source-serif-4-600.woff2"];

/**
 * Reads the stylesheet, the fonts and the script of the search page. Names get a hash of the
 * content, so a browser may keep a file for ever and still sees a change at once.
 */
export async function readAssets(cache: string): Promise<{ assets: Assets; files: AssetFile[] }> {
  const fonts = inProject("layouts/assets/fonts");
  const names = (await readdir(fonts)).filter((name) => name.endsWith(".woff2")).sort();
  const urls = new Map<string, string>();
  const files: AssetFile[] = [];
  for (const name of names) {
    const realPath = join(fonts, name);
    const url = assetUrl(withHash(name, await readFile(realPath)));
    urls.set(name, url);
    files.push({ url, realPath, hash: url });
  }
  const scripts = await searchScripts(cache);
  const css = await withImports(inProject("layouts/assets/style.css"));
  const text = withoutComments(css).replaceAll(
    /url\("\.\.\/fonts\/([^"]+)"\)/gu,
    (_whole, name: string) => {
      const url = urls.get(name);
      if (url === undefined) throw new Error(`style/ names a font that is not there: ${name}`);
      // Stylesheet and fonts are in one folder, so the address works below any base path.
      return `url("${url.slice(url.lastIndexOf("/") + 1)}")`;
    },
  );
  const textOf = async (path: string) => withoutComments(await readFile(inProject(path), "utf8"));
  const print = await textOf("layouts/assets/style/print.css");
  const booklet = await textOf("layouts/assets/booklet.css");
  const search = await textOf("layouts/assets/search.css");
  const logo = await textOf("layouts/assets/logo.css");
  const ownHome = await textOf("layouts/assets/own-home.css");
  const portal = await textOf("layouts/assets/portal.css");
  return {
    assets: {
      stylesheet: { url: assetUrl(withHash("trang.css", text)), text },
      printStyle: { url: assetUrl(withHash("in.css", print)), text: print },
      bookletStyle: { url: assetUrl(withHash("sach.css", booklet)), text: booklet },
      logoStyle: logo,
      ownHomeStyle: ownHome,
      portalStyle: portal,
      searchStyle: { url: assetUrl(withHash("tim.css", search)), text: search },
      searchScripts: scripts.map(({ name, text }) => ({ url: assetUrl(name), text })),
      preload: firstFonts.flatMap((name) => urls.get(name) ?? []),
    },
    files,
  };
}

/** What an office may change of the look. */
export type SheetLook = {
  readonly accent: Accent;
  /** Whether the name of the site has a logo beside it. */
  readonly hasLogo: boolean;
  /** Whether the office has chosen the blocks of its home page. */
  readonly hasOwnHome: boolean;
  /** Whether the pages are those of a portal. */
  readonly isPortal?: boolean;
};

/**
 * Returns the assets with the look of an office. A sheet without anything of it keeps its bytes and
 * its address, and readers of other sites pay for none of it.
 */
export function withLook(assets: Assets, look: SheetLook): Assets {
  const { accent, hasLogo, hasOwnHome, isPortal = false } = look;
  const more = [
    hasLogo && assets.logoStyle,
    hasOwnHome && assets.ownHomeStyle,
    isPortal && assets.portalStyle,
  ]
    .filter((text) => text !== false)
    .join("");
  const dressed = (
    name: string,
    sheet: { readonly url: string; readonly text: string },
    more = "",
  ) => {
    const text = withAccent(sheet.text, accent) + more;
    return text === sheet.text ? sheet : { url: assetUrl(withHash(name, text)), text };
  };
  return {
    ...assets,
    stylesheet: dressed("trang.css", assets.stylesheet, more),
    printStyle: dressed("in.css", assets.printStyle),
    bookletStyle: dressed("sach.css", assets.bookletStyle),
    searchStyle: dressed("tim.css", assets.searchStyle),
  };
}

/** Returns a text in which the four colours of our own accent are those of another. */
function withAccent(text: string, accent: Accent): string {
  if (accent === ownAccent) return text;
  const themes = Object.keys(ownAccent) as (keyof Accent)[];
  const byOwn = new Map<string, string>(themes.map((theme) => [ownAccent[theme], accent[theme]]));
  return text.replaceAll(/#[\da-f]{6}\b/gu, (written) => byOwn.get(written) ?? written);
}

/** What the files of the script of the search page are called, before their hashes. */
export const searchScriptName = "tim-kiem";

/** Returns the scripts from the cache, or puts them together, which takes a tenth of a second. */
async function searchScripts(cache: string): Promise<readonly ScriptFile[]> {
  const main = inProject("browser/search/search.ts");
  if (isPackage) return browserScripts(main);
  const folder = inProject("browser/search");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  const modules = names.map((name) => join(folder, name));
  const own = ["src/assets/browser-script.ts", "src/text/search-text.ts"].map(inProject);
  const path = join(cache, "ma", `${recipeOf([...modules, ...own], ["rolldown"])}.json`);
  const kept = readSealed(path) as readonly ScriptFile[] | undefined;
  if (kept !== undefined) return kept;
  const scripts = await browserScripts(main, searchScriptName);
  await mkdir(dirname(path), { recursive: true });
  await writeSealed(path, scripts);
  await prune(dirname(path), new Set([basename(path)]), 5);
  return scripts;
}

/**
 * Returns a stylesheet with the sheets that it imports in place of its `@import` lines: readers
 * fetch one file, and a change of the look of one thing is made in one small file.
 */
async function withImports(path: string): Promise<string> {
  const parts = (await readFile(path, "utf8")).split(/^@import "(.+)";$/mu);
  const texts = parts.map((part, at) =>
    at % 2 === 0 ? part : readFile(join(dirname(path), part), "utf8"),
  );
  return (await Promise.all(texts)).join("");
}

/** `trang.css` → `trang.1f3c9a2b.css` */
function withHash(name: string, content: string | Uint8Array): string {
  const hash = shortHash(content).slice(0, 8);
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
}

/**
 * Removes comments and what parts one word from the next for our eyes only: readers on slow lines
 * should not pay for them. It looks at the ends and beginnings of lines alone, as the formatter
 * writes them, so nothing inside a string or a selector is touched.
 */
function withoutComments(css: string): string {
  return css
    .replaceAll(/\/\*.*?\*\//gsu, "")
    .replaceAll(/\s*\n\s*/gu, "\n")
    .replaceAll(/^([a-z-]+): /gmu, "$1:")
    .replaceAll(/ \{$/gmu, "{")
    .replaceAll(/;\n\}/gu, "}")
    .replaceAll(/([{};,])\n/gu, "$1")
    .trim();
}
