import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { crc32 } from "node:zlib";
import type { AssetFile } from "../assets/assets.ts";
import { browserScript } from "../assets/browser-script.ts";
import { prune } from "../cache/cache.ts";
import { codeHash, recipeOf } from "../cache/code-hash.ts";
import { makeFile } from "../cache/move-into.ts";
import { inProject, isPackage } from "../cache/project.ts";
import { webEditorScripts, webEditorUrl } from "../urls.ts";

const sveltia = "@sveltia/cms";
const icons = "@fontsource/material-symbols-outlined";
const program = "dist/sveltia-cms.js";
const iconFont = "files/material-symbols-outlined-latin-400-normal.woff2";

/** What is served of other packages, or made from it; our own package brings copies. */
export const filesOfOthers: Readonly<Record<string, readonly string[]>> = {
  [sveltia]: [program, "LICENSE.txt", "package.json", "locales/vi.json"],
  [icons]: [iconFont, "LICENSE"],
};

const folder = inProject("src/web-editor");
/** Folder of what the program loads besides, seen from the editor's page. */
const besides = "sveltia-cms";

/** Makes the program of the editor and all that it loads, to be served from the site itself. */
export async function makeWebEditor(cache: string): Promise<readonly AssetFile[]> {
  const own = inProject("browser/admin/start.ts");
  const here = (await readdir(folder)).map((name) => join(folder, name));
  const made = await Promise.all([
    makeScript(
      webEditorScripts.program,
      recipeOf(here, [sveltia]),
      join(cache, folderName),
      async () => withoutOutside(await readFile(fileOf(sveltia, program), "utf8")),
    ),
    makeScript(
      webEditorScripts.own,
      // It imports from all over src/, and is bundled in a moment.
      codeHash([inProject("src"), own]),
      join(cache, folderName),
      () => browserScript(own),
    ),
  ]);
  const kept = new Set(made.map(({ realPath }) => basename(realPath)));
  await prune(join(cache, folderName), kept, 5);
  const copied = {
    "LICENSE.txt": fileOf(sveltia, "LICENSE.txt"),
    // The program looks here for a newer version, and finds its own.
    "package.json": fileOf(sveltia, "package.json"),
    "locales/vi.json": fileOf(sveltia, "locales/vi.json"),
    "icons.woff2": fileOf(icons, iconFont),
    "icons-LICENSE.txt": fileOf(icons, "LICENSE"),
  };
  const recipe = recipeOf(here, [sveltia, icons]);
  return [
    ...made,
    ...Object.entries(copied).map(([name, realPath]) => ({
      url: `${webEditorUrl}${besides}/${name}`,
      realPath,
      hash: `${recipe}/${name}`,
    })),
  ];
}

/** Returns the path of one of `filesOfOthers`. */
function fileOf(name: string, file: string): string {
  return inProject(`${isPackage ? "vendor" : "node_modules"}/${name}/${file}`);
}

/** Name of the folder in the cache. */
const folderName = "soan-bai";

/**
 * Makes a script, or takes it from the cache; the name of a file there ends in the CRC-32 of its
 * bytes.
 */
async function makeScript(
  url: string,
  hash: string,
  folder: string,
  make: () => Promise<string>,
): Promise<AssetFile> {
  await mkdir(folder, { recursive: true });
  const found = (await readdir(folder)).find((one) => one.startsWith(`${hash}.`));
  let sum = Number(found?.split(".")[1]);
  let realPath = join(folder, found ?? "");
  if (found === undefined) {
    const text = await make();
    sum = crc32(text);
    realPath = join(folder, `${hash}.${sum}.js`);
    await makeFile(realPath, (beside) => writeFile(beside, text));
  }
  return { url, realPath, hash, kept: { sum, place: realPath } };
}

/**
 * Every way in which the program leaves the site by itself, and what to put there: fonts, words and
 * news of versions come from the site, and nobody is asked how a service is doing. What remains is
 * for things that our settings do not offer, and the content policy of the page forbids it.
 */
const outside: readonly (readonly [what: RegExp, instead: string | ((whole: string) => string)])[] =
  [
    [/(?<=`)https:\/\/unpkg\.com\/@sveltia\/cms(?=`)/gu, besides],
    // The program asks for a version; our copies have none in their address.
    [/(?<=\$\{\w+\})@\$\{\w+\}(?=\/locales`)/gu, ""],
    [
      /@font-face \{[^}]*\}/gu,
      (face) =>
        face.includes("'Material Symbols Outlined'")
          ? face.replace(/(?<=url\()https:[^)]+/u, `${besides}/icons.woff2`)
          : // These fonts have no Vietnamese letters; those of the writer's own system do.
            "",
    ],
    [/https:\/\/www\.githubstatus\.com\/api\/[^`]+/gu, "data:application/json,{}"],
    [/https:\/\/status-api\.hostedstatus\.com\/[^`]+/gu, "data:application/json,{}"],
    // Portraits of people are on yet another host; without one there is the sign of a person.
    [/(?<=[aA]vatarURL:)\w+(?:\.author\??)?\.avatar(?:_url|Url)/gu, "void 0"],
    [/(?<=\.authorAvatarURL=)\w+\.get\(\w+\.authorEmail\)/gu, "void 0"],
    // Languages whose words are not served from here cannot be chosen.
    [/(?<=`)ar,bg,[\w,-]+(?=`\.split\(`,`\))/gu, "en-US,vi"],
  ];

/**
 * Replaces all that is outside. Throws when the program is not the one that this was written for,
 * so that a new version is looked at first.
 */
function withoutOutside(program: string): string {
  return outside.reduce((text, [what, instead]) => {
    if (text.search(what) === -1)
      throw new Error(`The editor's program has no ${what.source} any more.`);
    return text.replaceAll(what, instead as string);
  }, program);
}
