import type { Article } from "../../src/article.ts";
import type { Assets } from "../../src/assets/assets.ts";
import { type ContentFolder, openContentFolder } from "../../src/content/content-folder.ts";
import type { Day } from "../../src/day.ts";
import { editorFolder } from "../../src/front-matter/editor-api.ts";
import { loadContent } from "../../src/load.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { type Reference, readReference } from "../../src/reference.ts";
import { emptySettings, readSettings, type Settings } from "../../src/settings.ts";
import { lazily } from "../../src/work/once.ts";

import type { Options } from "../cli/options.ts";

/** All that is needed to work on an article: the rest of the content, and what the build found. */
export type Desk = {
  readonly folder: ContentFolder;
  readonly reference: Reference;
  readonly settings: Settings;
  readonly assets: Assets;
  readonly today: Day;
  /** Returns all articles that can be read; reads them at the first call. */
  readonly articles: () => Promise<readonly Article[]>;
  /** The problems that the last build found, by path. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** Returns the first part of the address at which the editor shows a picture. */
  readonly pictureUrl: (path: string) => string;
};

/** Walks through the content folder and reads its data files, but no articles yet. */
export async function openDesk(
  { content, cache }: Pick<Options, "content" | "cache">,
  given: Pick<Desk, "assets" | "today" | "problems"> & { readonly token: string },
): Promise<Desk> {
  const folder = await openContentFolder(content);
  const { reference } = readReference({
    files: folder.data,
    pictures: new Set(folder.pictures.keys()),
  });
  const { token, ...rest } = given;
  const load = { content, cache, drafts: true, today: given.today };
  return {
    ...rest,
    articles: lazily(() => loadContent(load).then(({ published }) => published)),
    folder,
    reference,
    settings: readSettings(folder.data.get("site.yaml")).value ?? emptySettings,
    pictureUrl: (path) =>
      `${picturesUrl(token)}${path.split("/").map(encodeURIComponent).join("/")}/`,
  };
}

/** The address of pictures. An `<img>` cannot send a header, so the token is in the address. */
export function picturesUrl(token: string): string {
  return `${editorFolder}anh/${token}/`;
}
