import { stat } from "node:fs/promises";
import type { Article } from "../../src/article.ts";
import { type Assets, withLook } from "../../src/assets/assets.ts";
import { type ContentFolder, openContentFolder } from "../../src/content/content-folder.ts";
import type { Day } from "../../src/day.ts";
import { editorFolder } from "../../src/front-matter/editor-api.ts";
import { loadContent } from "../../src/load.ts";
import { type Logo, readLogo } from "../../src/logo.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { type Reference, readReference } from "../../src/reference.ts";
import { emptySettings, lookOf, readSettings, type Settings } from "../../src/settings.ts";
import { lazily } from "../../src/work/once.ts";
import type { Options } from "../cli/options.ts";

/**
 * The content that an article is worked on in, as of the last look at it: plain data, so that it
 * can be handed to another thread.
 */
export type DeskData = {
  readonly folder: ContentFolder;
  readonly assets: Assets;
  readonly logo?: Logo | undefined;
  readonly today: Day;
  /** The problems that the last build found, by path. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  readonly token: string;
};

/** All that is needed to read an article and to draw its page. */
export type Desk = DeskData & {
  readonly reference: Reference;
  readonly settings: Settings;
  /** Returns the first part of the address at which the editor shows a picture, by its key. */
  readonly pictureUrl: (key: string) => string;
  /** Returns the address at which the editor shows a PDF. */
  readonly pdfUrl: (path: string) => string;
};

export function deskOf(data: DeskData): Desk {
  const { folder, token } = data;
  const { reference } = readReference({
    files: folder.data,
    pictures: new Set(folder.pictures.keys()),
    attachments: new Set(folder.attachments.keys()),
  });
  const settings = readSettings(folder.data.get("site.yaml")).value ?? emptySettings;
  return {
    ...data,
    assets: withLook(data.assets, lookOf(settings, data.logo)),
    reference,
    settings,
    pictureUrl: (key) => `${picturesUrl(token)}${encoded(key)}/`,
    pdfUrl: (path) => pdfsUrl(token) + encoded(path),
  };
}

/** The desk in the server's thread, which also knows the other articles. */
export type OpenDesk = Pick<Desk, keyof DeskData | "reference" | "settings" | "pdfUrl"> & {
  readonly data: DeskData;
  /** Returns all articles that can be read; reads them at the first call. */
  readonly articles: () => Promise<readonly Article[]>;
};

/** Walks through the content folder and reads its data files, but no articles yet. */
export async function openDesk(
  { content, cache }: Pick<Options, "content" | "cache">,
  given: Omit<DeskData, "folder" | "logo">,
): Promise<OpenDesk> {
  const folder = await openContentFolder(content);
  const data: DeskData = { ...given, folder, logo: await logoIn(folder) };
  const load = { content, cache, drafts: true, today: given.today };
  return {
    ...deskOf(data),
    data,
    articles: lazily(() =>
      loadContent(load).then(({ published, withdrawn }) => [...published, ...withdrawn]),
    ),
  };
}

/** Reads the logo that site.yaml names. What is wrong with one is told by the build. */
async function logoIn({ data, drawings, pictures }: ContentFolder): Promise<Logo | undefined> {
  const { value, logoPlace: place } = readSettings(data.get("site.yaml"));
  const file = drawings.get(value?.logo ?? "") ?? pictures.get(value?.logo ?? "");
  if (file === undefined || place === undefined) return undefined;
  // A file may be gone since the walk through the folder.
  const found = await stat(file.realPath).catch(() => undefined);
  if (found === undefined) return undefined;
  const state = `${file.realPath} ${found.mtimeMs} ${found.size}`;
  if (lastLogo?.state !== state)
    lastLogo = { state, logo: readLogo(file, place).then(({ logo }) => logo) };
  return lastLogo.logo.catch(() => undefined);
}

/** A desk is opened with every article, and a large picture takes a while to read. */
let lastLogo: { readonly state: string; readonly logo: Promise<Logo | undefined> } | undefined;

/** The address of pictures. An `<img>` cannot send a header, so the token is in the address. */
export function picturesUrl(token: string): string {
  return `${editorFolder}anh/${token}/`;
}

/** The address of PDFs, which a link cannot send a header with either. */
export function pdfsUrl(token: string): string {
  return `${editorFolder}tep/${token}/`;
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
