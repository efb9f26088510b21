import type { IncomingMessage, ServerResponse } from "node:http";
import { relative, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { UserConfig } from "@11ty/eleventy";
import { defaultOptions } from "./scripts/cli/options.ts";
import { refusalText } from "./scripts/cli/refusal.ts";
import { reportText } from "./scripts/cli/report.ts";
import { type MadeSite, madeFrom, makeSite } from "./scripts/site/make-site.ts";
import { noProgress, type Progress } from "./src/cache/progress.ts";
import { inProject } from "./src/cache/project.ts";
import { timed } from "./src/cache/timings.ts";
import { findContent } from "./src/load.ts";
import { openOutput } from "./src/output/output.ts";
import type { OutputUpdate, Text } from "./src/output/output-update.ts";
import { OutputRefused } from "./src/output/staging.ts";
import { outputPath } from "./src/urls.ts";

/*
 * Pages → files. Eleventy writes the pages and never sees content/, for it would obey what it finds
 * there. Nothing else in the project knows Eleventy.
 */

/** Writes the pages of a site that have changed; each gets its place when the update is finished. */
export async function writePages(
  update: OutputUpdate,
  site: MadeSite,
  progress: Progress = noProgress,
): Promise<void> {
  let done = 0;
  const onPage = () => {
    done += 1;
    progress("write", done);
  };
  for (const texts of update.texts(site.pages(), site.draw, onPage)) {
    await setImmediate();
    if (texts.length === 0) continue;
    const { Eleventy } = await import("@11ty/eleventy");
    const eleventy = new Eleventy(inputFolder, update.folder, {
      configPath: "",
      quietMode: true,
      config: (config) => handOver(config, () => texts),
    });
    eleventy.disableLogger();
    await timed("write", () => eleventy.write());
  }
}

/** For `npx eleventy --config=.eleventy.ts`: the same site as `npm run build`, with its default options. */
export default async function configure(config: UserConfig): Promise<void> {
  const options = defaultOptions();
  const output = await openOutput(options).catch((error: unknown) => {
    if (!(error instanceof OutputRefused)) throw error;
    process.stderr.write(`${refusalText(error.reason, options)}\n`);
    process.exit(2);
  });
  // Eleventy would print a stack trace for an error that is the author's, not the program's.
  const leave = async (exitCode: 0 | 1 | 2, text: string) => {
    await output[Symbol.asyncDispose]();
    process.stderr.write(text);
    process.exit(exitCode);
  };
  const content = await findContent(options.content);
  const from = madeFrom(content, options);
  if (await output.isAsBuilt(from))
    return leave(0, reportText(output.known!.built.problems, options));
  const made = await makeSite(content, options);
  if (made.kind === "faulty") return leave(1, reportText(made.problems, options));

  const { site, ...facts } = made;
  process.stderr.write(reportText(made.problems, options));
  const update = await output.update(site.drawnBy);
  const texts = [...update.texts(site.pages(), site.draw)].flat();
  config.setQuietMode(true);
  config.setInputDirectory(inputFolder);
  config.setOutputDirectory(update.folder);
  handOver(config, () => texts);
  config.on("eleventy.before", async ({ directories }) => {
    if (resolve(directories.output) === update.folder) return;
    await leave(
      2,
      "Lệnh eleventy ở đây không nhận --output. Xin dùng: npm run build -- --output THƯ_MỤC\n",
    );
  });
  config.on("eleventy.after", async () => {
    await update.copy([...site.files, ...(await site.laterFiles())]);
    await update.finish({ ...facts, pictures: site.pictures.all, madeFrom: from });
  });
}

/** Holds no template and no data that Eleventy knows, and nobody's articles. Eleventy wants it from where it is called. */
const inputFolder = relative(process.cwd(), inProject("layouts")) || ".";

/**
 * Hands texts to Eleventy as the data of one template. As templates of their own they would cost time
 * that grows with the square of their number, and be open to what their front matter says.
 */
function handOver(config: UserConfig, texts: () => readonly Text[]): void {
  config.setTemplateFormats(["11ty.js"]);
  config.addGlobalData("texts", texts);
  config.addTemplate("pages.11ty.js", {
    data: {
      pagination: { data: "texts", size: 1, alias: "current", resolve: "values" },
      permalink: ({ current }: { current: Text }) => outputPath(current.url),
      eleventyExcludeFromCollections: true,
      layout: false,
    },
    render: ({ current }: { current: Text }) => current.text,
  });
}

/** As Eleventy's server calls it. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void | Promise<void>;

/**
 * Serves a preview on this machine and keeps it fresh: each change in content, to a picture or to
 * what browsers get builds it again. While the content has errors, the last version without stays.
 * Pages are written into `output`, never into the site that is published. The pages of last time are
 * served at once; what is saved while the first build is under way is not lost.
 *
 * @param build throws only when nothing can be built at all, which ends the preview
 * @param onServing is told the address, which has another port when the one that is wanted is taken
 */
export async function preview(
  options: { readonly content: string; readonly output: string; readonly port: number },
  build: () => Promise<void>,
  middleware: readonly Middleware[],
  onServing: (url: string) => void,
): Promise<void> {
  const { Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy(inputFolder, options.output, {
    configPath: "",
    quietMode: true,
    runMode: "serve",
    config(config) {
      // Eleventy watches and serves; what has changed, a build of its own writes.
      handOver(config, () => []);
      config.addWatchTarget(options.content);
      for (const path of ["layouts/assets", "browser"]) config.addWatchTarget(inProject(path));
      // Eleventy's 150 ms are for programs that write slowly; whatever is written later counts anew.
      config.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } });
      config.setServerOptions({
        port: options.port,
        showAllHosts: false,
        domDiff: false,
        // Pages load again by themselves, also when this program was started anew.
        liveReload: false,
        middleware,
        // Eleventy prints what this answers.
        messageOnStart({ localhostUrl }: { localhostUrl: string }) {
          onServing(localhostUrl);
        },
      });
      config.on("eleventy.beforeWatch", build);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.serve(options.port);
  const rebuild = await eleventy.watch();
  // Eleventy itself does nothing more with a file that was deleted than to forget it.
  eleventy.watcher.on("unlink", rebuild);
  await build().catch(async (error: unknown) => {
    await eleventy.stopWatch();
    throw error;
  });
}
