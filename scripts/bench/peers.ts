import { spawnSync } from "node:child_process";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inProject, projectFolder } from "../../src/cache/project.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import { mapBounded } from "../../src/work/map-bounded.ts";
import { type CorpusArticle, corpusArticle, corpusUnits, writeCorpus, yamlOf } from "./corpus.ts";
import type { Command } from "./measure.ts";

/** A generator that builds a site of the same articles. To measure another, add it to `peers`. */
export type Peer = {
  readonly name: string;
  /** Undefined when it is not on this machine: it is left out then, and the result says so. */
  readonly version: () => string | undefined;
  /** How to install it. */
  readonly install?: string;
  /** Most articles that it is measured with; more need more time or memory than anyone has. */
  readonly most: number;
  /** Writes what the peer builds from: its site and the first `count` articles of the corpus. */
  readonly prepare: (folder: string, count: number) => Promise<void>;
  /** The path of an article's file in that folder, and its text. */
  readonly fileOf: (article: CorpusArticle) => { readonly path: string; readonly text: string };
  /** The command that builds in that folder. It writes below `out` only, the site to `out/site`. */
  readonly build: (folder: string, out: string) => Command;
  /** True when a build makes only what has changed; otherwise every build is like the first. */
  readonly isIncremental: boolean;
};

export const root = projectFolder;

const banTin: Peer = {
  name: "Bản tin",
  version: () => `Node ${process.versions.node}`,
  most: 1_000_000,
  isIncremental: true,
  async prepare(folder, count) {
    const content = join(folder, "content");
    await writeCorpus(content, count);
    const git = (...args: string[]) => spawnSync("git", args, { cwd: content });
    git("init", "-q");
    git("add", "-A");
    git("-c", "user.name=Bench", "-c", "user.email=bench@mau.example", "commit", "-qm", "Corpus");
  },
  fileOf: ({ path, head, body }) => ({
    path: join("content", path),
    text: `---\n${yamlOf(head)}---\n\n${body}`,
  }),
  build: (folder, out) => ({
    program: process.execPath,
    args: [
      ...["scripts/ban-tin.js", "build"],
      ...["--content", join(folder, "content")],
      ...["--output", join(out, "site")],
      ...["--cache", join(out, "cache")],
      ...["--now", "2025-01-01T00:00:00+07:00"],
      ...["--profile", join(out, "profile.json")],
    ],
    cwd: root,
  }),
};

/**
 * Hugo. Like Eleventy below it makes the same articles, topics, units, authors, archives, feeds in
 * three formats, a page of awards and a sitemap. Neither makes a register that counts each award
 * once, related articles, open data, cards or a search index.
 */
const hugo: Peer = {
  name: "Hugo",
  version: () =>
    /v[\d.]+/u.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[0],
  install: "On Debian: apt-get install -y hugo; elsewhere see gohugo.io/installation.",
  // It needs 100 kB of memory per article.
  most: 100_000,
  isIncremental: false,
  async prepare(folder, count) {
    await cp(inProject("scripts/bench/hugo"), folder, { recursive: true });
    const titles = new Map([["khen-thuong", "Khen thưởng"]]);
    for (const { id, name } of corpusUnits) titles.set(`don-vi/${id}`, name);
    const years = new Set<string>();
    for (const article of articlesOf(count)) {
      const [year = "", month = "", day = ""] = article.head.date.split("-");
      years.add(year);
      titles.set(year, `Năm ${year}`);
      titles.set(`${year}/${month}`, `Tháng ${Number(month)}/${year}`);
      titles.set(`${year}/${month}/${day}`, `Ngày ${Number(day)}/${Number(month)}/${year}`);
      for (const tag of article.head.tags) titles.set(`chu-de/${slugOf(tag)}`, tag);
      for (const name of article.head.author) titles.set(`tac-gia/${slugOf(name)}`, name);
    }
    const files = [...titles].map(([path, title]) => ({
      path: join("content", path, "_index.md"),
      text: `---\n${yamlOf({ title, ...(years.has(path) ? { year: true } : {}) })}---\n`,
    }));
    await writeAll(folder, [...files, ...articlesOf(count).map(this.fileOf)]);
  },
  fileOf({ slug, head: { unit, author, tags, ...rest }, body }) {
    const terms = {
      "chu-de": tags.map(slugOf),
      "don-vi": [unit],
      "tac-gia": author.map(slugOf),
    };
    return {
      path: join("content", rest.date.replaceAll("-", "/"), `${slug}.md`),
      text: `---\n${yamlOf({ ...rest, ...terms })}---\n\n${body}`,
    };
  },
  build: (folder, out) => ({
    program: "hugo",
    args: ["--quiet", "--destination", join(out, "site")],
    cwd: folder,
    env: { HUGO_CACHEDIR: join(out, "cache") },
  }),
};

/** Where Pagefind is looked for. It is not installed with the project, which needs none. */
const pagefind = join(root, ".cache/pagefind/node_modules/.bin/pagefind");

/** Hugo, and then an index for full-text search of its pages. */
const hugoWithSearch: Peer = {
  ...hugo,
  name: "Hugo and Pagefind",
  version() {
    const found = spawnSync(pagefind, ["--version"], { encoding: "utf8" }).stdout ?? "";
    const own = /[\d.]+/u.exec(found)?.[0];
    return own && hugo.version() && `${hugo.version()}, ${own}`;
  },
  install: "npm install --no-save --prefix .cache/pagefind pagefind@1.6.0 brings Pagefind.",
  // More would show nothing new, and take an hour.
  most: 10_000,
  build(folder, out) {
    const { args, env, cwd } = hugo.build(folder, out);
    const script = 'hugo "$@" && exec "$0" --site "$PAGEFIND_IN"';
    return {
      program: "/bin/sh",
      args: ["-c", script, pagefind, ...args],
      cwd,
      env: { ...env, PAGEFIND_IN: join(out, "site") },
    };
  },
};

const eleventy: Peer = {
  name: "Eleventy",
  version: () => eleventyVersion,
  // It searches a list of all templates for each template, so the time grows with the square.
  most: 10_000,
  isIncremental: false,
  async prepare(folder, count) {
    await cp(inProject("scripts/bench/eleventy"), folder, { recursive: true });
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
    const articles = articlesOf(count);
    const names = articles.flatMap(({ head: { tags, author } }) => [...tags, ...author]);
    const slugs = Object.fromEntries(names.map((name) => [name, slugOf(name)]));
    const units = Object.fromEntries(corpusUnits.map(({ id, name }) => [id, name]));
    await writeAll(folder, [
      { path: "content/_data/slugs.json", text: JSON.stringify(slugs) },
      { path: "content/_data/units.json", text: JSON.stringify(units) },
      ...articles.map(this.fileOf),
    ]);
  },
  fileOf({ path, slug, head: { tags, author, date, ...rest }, body }) {
    const head = {
      ...rest,
      layout: "article.11ty.js",
      // Eleventy makes a collection of each of the `tags`.
      topics: tags,
      authors: author,
      date: `${date}T00:00:00Z`,
      day: date,
      permalink: `/${date.replaceAll("-", "/")}/${slug}/`,
    };
    return { path: join("content", path), text: `---\n${yamlOf(head)}---\n\n${body}` };
  },
  build: (folder, out) => ({
    program: process.execPath,
    args: [
      join(root, "node_modules/@11ty/eleventy/cmd.cjs"),
      "--config=eleventy.config.js",
      `--output=${join(out, "site")}`,
    ],
    cwd: folder,
  }),
};

const eleventyVersion = JSON.parse(
  await readFile(join(root, "node_modules/@11ty/eleventy/package.json"), "utf8"),
).version as string;

function articlesOf(count: number): CorpusArticle[] {
  return Array.from({ length: count }, (_, number) => corpusArticle(number));
}

async function writeAll(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  await mapBounded(files, 32, async ({ path, text }) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  });
}

/** The generators that are measured. The first one is ours; the others are compared with it. */
export const peers: readonly [Peer, ...Peer[]] = [banTin, hugo, hugoWithSearch, eleventy];
