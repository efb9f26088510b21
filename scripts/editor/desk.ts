import type { Article } from "../../src/article.ts";
import { lazily } from "../../src/cache/once.ts";
import { type ContentFolder, openContentFolder } from "../../src/content/content-folder.ts";
import type { Day } from "../../src/day.ts";
import { editorFolder } from "../../src/front-matter/editor-api.ts";
import { loadContent } from "../../src/load.ts";
import type { Assets } from "../../src/pictures/assets.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { type Reference, readReference } from "../../src/reference.ts";
import { emptySettings, readSettings, type Settings } from "../../src/settings.ts";

import type { Options } from "../cli/options.ts";

/** What an article is worked on with: all that lies in content besides it. */
export type Desk = {
  readonly folder: ContentFolder;
  readonly reference: Reference;
  readonly settings: Settings;
  readonly assets: Assets;
  readonly today: Day;
  /** All that can be read of the articles; read when it is first asked for. */
  readonly articles: () => Promise<readonly Article[]>;
  /** What the last build found wrong, by file. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** First part of the address at which the editor shows a picture. */
  readonly pictureUrl: (path: string) => string;
};

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

/** Pictures cannot be asked for with a header, so the token stands in their address. */
export function picturesUrl(token: string): string {
  return `${editorFolder}anh/${token}/`;
}
