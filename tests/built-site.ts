import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build as buildSite } from "../scripts/build.ts";
import { makeSite } from "../scripts/site/make-site.ts";
import { findContent } from "../src/content/found-content.ts";
import { dayAt } from "../src/day.ts";
import type { Page } from "../src/page.ts";
import { olderPageUrl, outputPath } from "../src/urls.ts";
import { exampleContent } from "./example-content.ts";

/** The output of a build. */
export type OutputFiles = {
  readonly directory: string;
  /** `https://ban-tin.example`, without a path. */
  readonly host: string;
  /** The path that the site is served below: "" at the root of a host, or like `/ban-tin`. */
  readonly basePath: string;
  /** Paths of all files, with forward slashes. */
  readonly files: readonly string[];
};

/** The example, built once for all tests that look at the finished site. */
export type BuiltSite = OutputFiles & {
  /** Every HTML page, in order of address. */
  readonly pages: readonly BuiltPage[];
};

export type BuiltPage = {
  /** Without the base path: `/2022/01/14/`. */
  readonly url: string;
  /** As the program itself calls it. */
  readonly kind: Page["kind"];
  readonly file: string;
  readonly html: string;
};

/** The moment of the build. Every article of the example that is meant to be seen is older. */
export const now = "2026-06-30T12:00:00+07:00";

declare module "vitest" {
  interface ProvidedContext {
    builtSite: string;
  }
}

/** The file beside the output that lists address and kind of each page that the program made. */
const list = "pages.json";
type Listed = Readonly<Record<string, Page["kind"]>>;

/**
 * Builds the site, unless another project has done so. Vitest calls this in its own process, once
 * for each project with tests of the built site.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  shared.users += 1;
  shared.folder ??= build();
  project.provide("builtSite", join(await shared.folder, "_site"));
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    const folder = await shared.folder;
    delete shared.folder;
    rmSync(folder!, { recursive: true, force: true });
  };
}

/** Global, because each project loads this file anew and they have to share one build. */
const known = globalThis as { banTinBuiltSite?: { users: number; folder?: Promise<string> } };
known.banTinBuiltSite ??= { users: 0 };
const shared = known.banTinBuiltSite;

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const options = { content: exampleContent, cache: ".cache", drafts: false, today: dayAt(now)! };
  const built = await buildSite({ ...options, output: join(folder, "_site") });
  if (built.kind === "faulty")
    throw new Error(`The example does not build:\n${JSON.stringify(built.problems)}`);
  const made = await makeSite(await findContent(options.content), options);
  if (made.kind === "faulty") throw new Error("What is built can be made.");
  const kinds: Listed = Object.fromEntries(
    Array.from(made.site.pages(), ({ url, kind }) => [url, kind]),
  );
  writeFileSync(join(folder, list), JSON.stringify(kinds));
  return folder;
}

/**
 * Reads the built site; `directory` is what `inject("builtSite")` returns. Throws when there is a
 * page that the program does not know of. What only leads on from an old address is left out,
 * because readers do not see it.
 *
 * @param like the built site, when `directory` has another one with the same pages
 */
export function readBuiltSite(directory: string, like = directory): BuiltSite {
  const site = readSite(directory);
  const kinds: Listed = JSON.parse(readFileSync(join(like, "..", list), "utf8"));
  const known = new Map(
    Object.entries(kinds).map(([url, kind]) => [outputPath(url), { url, kind }] as const),
  );
  const pages = site.files
    .filter((file) => file.endsWith(".html"))
    .filter((file) => known.get(file)?.kind !== "alias")
    .map((file): BuiltPage => {
      const page = known.get(file);
      if (page === undefined) throw new Error(`No page of the program is written to ${file}.`);
      return { ...page, file, html: readFileSync(join(directory, file), "utf8") };
    });
  return { ...site, pages };
}

/**
 * Returns whether no page leads to those of a kind, or only the one with the corrections: old
 * addresses, notices, and what was never there.
 */
export function isHidden(kind: Page["kind"]): boolean {
  return kind === "notFound" || kind === "moved series" || kind === "withdrawn";
}

/**
 * Returns the pages of a kind. Throws if there is none: a test of no page would pass whatever is
 * wrong.
 */
export function pagesOfKind({ pages }: BuiltSite, kind: Page["kind"]): BuiltPage[] {
  const found = pages.filter((page) => page.kind === kind);
  if (found.length === 0) throw new Error(`The built site has no page of the kind ${kind}.`);
  return found;
}

/** Lists an output folder; host and base path are those that its robots file names. */
export function readSite(directory: string): OutputFiles {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  // The robots file names the sitemap with the full address of the site.
  const sitemap = /^Sitemap: (?<address>\S+)$/mu.exec(
    readFileSync(join(directory, "robots.txt"), "utf8"),
  )?.groups?.address;
  const address = new URL(".", sitemap);
  return { directory, host: address.origin, basePath: address.pathname.replace(/\/$/u, ""), files };
}

/** Returns the fullest page and the barest of each kind, where faults of layout show first. */
export function samplePages(site: BuiltSite): BuiltPage[] {
  return sampled(site).flatMap((alike) => [...new Set([alike[0]!, alike.at(-1)!])]);
}

/** Returns the fullest page of each kind. */
export function fullestPages(site: BuiltSite): BuiltPage[] {
  return sampled(site).map(([fullest]) => fullest!);
}

const olderPart = olderPageUrl("/", 0).replace("0/", "");

/**
 * Groups pages that look alike, the fullest first: those of one kind that are equally far below the
 * home page. Older pages of lists look alike whatever they list.
 */
function sampled({ pages }: BuiltSite): BuiltPage[][] {
  const alike = Map.groupBy(pages, ({ kind, url }) =>
    url.includes(olderPart) ? olderPart : `${kind} ${url.split("/").length}`,
  );
  return [...alike.values()].map((some) => some.sort((a, b) => b.html.length - a.html.length));
}
