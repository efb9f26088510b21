import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** The real content, built once for all tests that look at the finished site. */
export type BuiltSite = {
  readonly directory: string;
  /** `https://ban-tin.example`, without a path. */
  readonly host: string;
  /** The path that the site is served below: "" at the root of a host, else `/ban-tin`. */
  readonly basePath: string;
  /** Paths of all files, with forward slashes. */
  readonly files: readonly string[];
  /** Every HTML page, in order of address. */
  readonly pages: readonly BuiltPage[];
};

export type BuiltPage = {
  /** Without the base path: `/2022/01/14/`. */
  readonly url: string;
  readonly kind: PageKind;
  readonly file: string;
  readonly html: string;
};

/** The moment at which the site is built. Every article of content/ that is meant to be seen is older. */
export const now = "2026-06-30T12:00:00+07:00";

/**
 * Every kind of page by its address, as readers know it and not as the code makes it: a page that
 * fits none fails the tests, and so does a kind of which the real content has no page, for then
 * nothing would be tested of it.
 */
const kinds = {
  home: /^\/$/u,
  "not found": /^\/404\.html$/u,
  article: /^\/\d{4}\/\d\d\/\d\d\/[a-z0-9-]+\/$/u,
  year: /^\/\d{4}\/$/u,
  month: /^\/\d{4}\/\d\d\/$/u,
  day: /^\/\d{4}\/\d\d\/\d\d\/$/u,
  tags: /^\/chu-de\/$/u,
  tag: /^\/chu-de\/[a-z0-9-]+\/$/u,
  units: /^\/don-vi\/$/u,
  unit: /^\/don-vi\/[a-z0-9-]+\/$/u,
  author: /^\/tac-gia\/[a-z0-9-]+\/$/u,
  awards: /^\/khen-thuong\/$/u,
  "awards of a year": /^\/khen-thuong\/\d{4}\/$/u,
  search: /^\/tim-kiem\/$/u,
  corrections: /^\/cai-chinh\/$/u,
  feeds: /^\/nguon-tin\/$/u,
  data: /^\/du-lieu\/$/u,
  accessibility: /^\/tro-nang\/$/u,
  english: /^\/en\/$/u,
  "older page": /\/trang\/\d+\/$/u,
} as const;
export type PageKind = keyof typeof kinds;
export const pageKinds = Object.keys(kinds) as PageKind[];

declare module "vitest" {
  interface ProvidedContext {
    builtSite: string;
  }
}

/** Runs before the tests of the built site, in Vitest's own process. */
export default function setup(project: TestProject): () => void {
  const parent = mkdtempSync(join(tmpdir(), "ban-tin-"));
  const directory = join(parent, "_site");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["scripts/build.ts", "--output", directory, "--now", now],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The real content does not build:\n${stdout}${stderr}`);
  project.provide("builtSite", directory);
  return () => rmSync(parent, { recursive: true, force: true });
}

/** Reads the built site; `directory` is what `inject("builtSite")` gives. */
export function readBuiltSite(directory: string): BuiltSite {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  const pages = files
    .filter((file) => file.endsWith(".html"))
    .map((file): BuiltPage => {
      const url = `/${file.replace(/(?:^|(?<=\/))index\.html$/u, "")}`;
      return { url, kind: kindOf(url), file, html: readFileSync(join(directory, file), "utf8") };
    });
  // Read from the robots file, which names the sitemap with the full address of the site.
  const sitemap = /^Sitemap: (?<address>\S+)$/mu.exec(
    readFileSync(join(directory, "robots.txt"), "utf8"),
  )?.groups?.address;
  const address = new URL(".", sitemap);
  return {
    directory,
    host: address.origin,
    basePath: address.pathname.replace(/\/$/u, ""),
    files,
    pages,
  };
}

function kindOf(url: string): PageKind {
  const kind = pageKinds.find((name) => kinds[name].test(url));
  if (kind === undefined) throw new Error(`No kind of page is known for the address ${url}.`);
  return kind;
}

/** Of each kind the fullest page and the barest, where faults of layout show first. */
export function samplePages({ pages }: BuiltSite): BuiltPage[] {
  return pageKinds.flatMap((kind) => {
    const ofKind = pages
      .filter((page) => page.kind === kind)
      .sort((a, b) => b.html.length - a.html.length);
    return [...new Set([...ofKind.slice(0, 1), ...ofKind.slice(-1)])];
  });
}
