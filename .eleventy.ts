import { constants, copyFile, mkdir, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { withBasePath } from "./layouts/base-path.ts";
import { withReloading } from "./layouts/policy.ts";
import {
  type Compiled,
  type CompiledSite,
  type CompileOptions,
  compile,
  layouts,
} from "./scripts/compile.ts";
import type { AssetFile } from "./src/assets.ts";
import { defaultOptions } from "./src/options.ts";
import { damagedFiles, OutputRefused, openStaging, type Staging } from "./src/output.ts";
import type { Page } from "./src/page.ts";
import { noProgress, type Progress } from "./src/progress.ts";
import { refusalText } from "./src/refusal.ts";
import { reportText } from "./src/report.ts";
import { mapBounded } from "./src/source.ts";
import { outputPath } from "./src/urls.ts";

/*
 * Pages → files. Eleventy writes the pages and never sees content/, for it would obey what it finds
 * there. Nothing else in the project knows Eleventy.
 */

/** Writes a compiled site into the place of the old one, whole or not at all. */
export async function writeSite(
  site: CompiledSite,
  staging: Staging,
  progress: Progress = noProgress,
): Promise<void> {
  const { Eleventy } = await import("@11ty/eleventy");
  const sizes = new Map<string, number>();
  const onPage = () => progress("write", sizes.size, site.pages.length);
  try {
    for (let from = 0; from < site.pages.length; from += pagesAtOnce) {
      const some = { ...site, pages: site.pages.slice(from, from + pagesAtOnce) };
      const eleventy = new Eleventy(inputFolder, staging.directory, {
        configPath: "",
        quietMode: true,
        config: (config) => handOver(config, () => some, sizes, { onPage }),
      });
      eleventy.disableLogger();
      await eleventy.write();
    }
    await finish(site, staging, sizes);
  } catch (error) {
    await staging.discard();
    throw error;
  }
}

/** For `npx eleventy --config=.eleventy.ts`: the same site as `npm run build`, with its default options. */
export default async function configure(config: UserConfig): Promise<void> {
  const options = defaultOptions();
  const staging = await openStaging(options.output, options.content).catch((error: unknown) => {
    if (!(error instanceof OutputRefused)) throw error;
    process.stderr.write(`${refusalText(error.reason, options)}\n`);
    process.exit(2);
  });
  const { site, problems } = await compile(options);
  process.stderr.write(reportText(problems, options));
  if (site === undefined) {
    await staging.discard();
    // Eleventy would print a stack trace for an error that is the author's, not the program's.
    process.exit(1);
  }
  const sizes = new Map<string, number>();
  config.setQuietMode(true);
  config.setInputDirectory(inputFolder);
  config.setOutputDirectory(staging.directory);
  handOver(config, () => site, sizes);
  config.on("eleventy.before", async ({ directories }) => {
    if (resolve(directories.output) === staging.directory) return;
    await staging.discard();
    process.stderr.write(
      "Lệnh eleventy ở đây không nhận --output. Xin dùng: npm run build -- --output THƯ_MỤC\n",
    );
    process.exit(2);
  });
  config.on("eleventy.after", () => finish(site, staging, sizes));
}

/**
 * Eleventy keeps the text of every page that it wrote until it is done: 400 MB at 10,000 articles.
 * So it is run over some hundred pages at a time; to start it anew takes a hundredth of a second.
 */
const pagesAtOnce = 500;

/** Holds no template and no data that Eleventy knows, and nobody's articles. Eleventy wants it from where it is called. */
const inputFolder = relative(process.cwd(), layouts) || ".";

type Handling = {
  readonly onPage?: () => void;
  /** What is done to each text last. */
  readonly finishText?: (text: string) => string;
};

/**
 * Hands all pages to Eleventy as the data of one template. As templates of their own they would
 * cost time that grows with the square of their number, and be open to what their front matter says.
 */
function handOver(
  config: UserConfig,
  site: () => CompiledSite,
  sizes: Map<string, number>,
  { onPage = () => {}, finishText = (text) => text }: Handling = {},
): void {
  config.setTemplateFormats(["11ty.js"]);
  config.addGlobalData("pages", () => site().pages);
  config.addTemplate("pages.11ty.js", {
    data: {
      pagination: { data: "pages", size: 1, alias: "current", resolve: "values" },
      permalink: ({ current }: { current: Page }) => outputPath(current.url),
      eleventyExcludeFromCollections: true,
      layout: false,
    },
    render({ current }: { current: Page }) {
      const text = finishText(withBasePath(current.draw(), site().basePath));
      sizes.set(outputPath(current.url), Buffer.byteLength(text));
      onPage();
      return text;
    },
  });
}

async function finish(
  { pages, files: atOnce, laterFiles }: CompiledSite,
  staging: Staging,
  sizes: Map<string, number>,
): Promise<void> {
  const files = [...atOnce, ...(await laterFiles)];
  if (sizes.size !== pages.length) {
    throw new Error(`${pages.length} pages were made, but ${sizes.size} addresses were written.`);
  }
  await copyFiles(files, staging.directory);
  for (const { url, realPath } of files) sizes.set(outputPath(url), (await stat(realPath)).size);
  const damaged = damagedFiles(staging.directory, sizes);
  if (damaged.length > 0) {
    throw new Error(`${damaged.length} files are not whole (is the disk full?): ${damaged[0]}`);
  }
  await staging.publish();
}

async function copyFiles(files: readonly AssetFile[], directory: string): Promise<void> {
  await mapBounded(files, 16, async ({ url, realPath }) => {
    const path = join(directory, outputPath(url));
    await mkdir(dirname(path), { recursive: true });
    await copyFile(realPath, path, constants.COPYFILE_FICLONE);
  });
}

/**
 * Serves a preview on this machine and keeps it fresh: each change in content, to a picture or to
 * the stylesheet builds it again and reloads the page. While the content has errors, the last
 * version without stays. Pages are written into `directory`, never into the site that is published.
 */
export async function preview(
  options: CompileOptions & { readonly directory: string; readonly port: number },
  onCompiled: (compiled: Compiled) => void,
): Promise<void> {
  const { Eleventy } = await import("@11ty/eleventy");
  let site: CompiledSite = {
    pages: [],
    files: [],
    laterFiles: Promise.resolve([]),
    basePath: "",
    pictures: { all: 0, made: 0 },
  };
  let shown = new Set<string>();
  const eleventy = new Eleventy(inputFolder, options.directory, {
    configPath: "",
    quietMode: true,
    runMode: "serve",
    config(config) {
      handOver(config, () => site, new Map(), { finishText: withReloading });
      config.addWatchTarget(options.content);
      config.addWatchTarget(join(layouts, "style.css"));
      config.setServerOptions({ port: options.port, showAllHosts: false, domDiff: false });
      config.on("eleventy.before", async () => {
        const compiled = await compile(options);
        // The preview stands at the root of its own server.
        if (compiled.site) site = { ...compiled.site, basePath: "" };
        onCompiled(compiled);
      });
      config.on("eleventy.after", async () => {
        await copyFiles(site.files, options.directory);
        // Nobody who looks at an article wants to wait for cards and the search index.
        site.laterFiles
          .then((files) => copyFiles(files, options.directory))
          .catch((error: unknown) => process.stderr.write(`${error}\n`));
        const now = new Set(site.pages.map(({ url }) => outputPath(url)));
        for (const path of shown.difference(now))
          await rm(join(options.directory, path), { force: true });
        shown = now;
      });
    },
  });
  eleventy.disableLogger();
  await rm(options.directory, { recursive: true, force: true });
  await eleventy.init();
  await eleventy.watch();
  await eleventy.serve(options.port);
}
