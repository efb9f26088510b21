import { relative, resolve } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { defaultOptions } from "./scripts/cli/options.ts";
import { refusalText } from "./scripts/cli/refusal.ts";
import { reportText } from "./scripts/cli/report.ts";
import { type MadeSite, makeSite, withPictures } from "./scripts/site/make-site.ts";
import { writeTexts } from "./scripts/site/write-texts.ts";
import { inProject } from "./src/cache/project.ts";
import { findContent } from "./src/content/found-content.ts";
import { sharedUnitsOf } from "./src/content/shared-units.ts";
import { officeFolder } from "./src/office-code.ts";
import { originOf } from "./src/origin.ts";
import { openOutput } from "./src/output/output.ts";
import type { OutputUpdate } from "./src/output/output-update.ts";
import { OutputRefused } from "./src/output/staging.ts";
import { noProgress, type Progress } from "./src/work/progress.ts";

/*
 * Pages → files. Eleventy writes the pages and never sees content/, because it would execute what
 * it finds there. No other file of the project knows Eleventy.
 */

/** Writes the changed pages of a site. They are moved in when the update is finished. */
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
  let failed: { readonly error: unknown } | undefined;
  const { Eleventy } = await import("@11ty/eleventy");
  const eleventy = new Eleventy(inputFolder, update.folder, {
    configPath: "",
    quietMode: true,
    config: (config) =>
      handOver(config, () =>
        writeTexts(update, site, onPage).catch((error: unknown) => {
          failed = { error };
          throw error;
        }),
      ),
  });
  eleventy.disableLogger();
  await eleventy.write().catch((error: unknown) => {
    // Without the words that Eleventy puts around it.
    throw failed ? failed.error : error;
  });
}

/**
 * Configures `npx eleventy --config=.eleventy.ts`, which writes the same site as `npm run build`
 * with its default options.
 */
export default async function configure(config: UserConfig): Promise<void> {
  const options = defaultOptions();
  const output = await openOutput(options).catch((error: unknown) => {
    if (!(error instanceof OutputRefused)) throw error;
    process.stderr.write(`${refusalText(error, options.lang)}\n`);
    process.exit(2);
  });
  // Eleventy would print a stack trace for an error that is the author's, not the program's.
  const leave = async (exitCode: 0 | 1 | 2, text: string): Promise<never> => {
    await output[Symbol.asyncDispose]();
    process.stderr.write(text);
    process.exit(exitCode);
  };
  // Eleventy ends the program with its own words; the output is given back before.
  const closing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      await output[Symbol.asyncDispose]();
      throw error;
    }
  };
  const made = await closing(async () => {
    const content = await findContent(options.content);
    const origin = originOf(content, options);
    if (await output.isAsBuilt(origin.whole))
      return leave(0, reportText(output.known!.built.problems, options));
    const made = await makeSite(content, options, origin);
    return made.kind === "site" ? withPictures(made) : made;
  });
  if (made.kind === "faulty") return leave(1, reportText(made.problems, options));

  const { site, origin, newPictures: _, ...facts } = made;
  process.stderr.write(reportText(made.problems, options));
  const update = await closing(() => output.update(site.drawnBy));
  config.setQuietMode(true);
  config.setInputDirectory(inputFolder);
  config.setOutputDirectory(update.folder);
  handOver(config, () => closing(() => writeTexts(update, site)));
  config.on("eleventy.before", async ({ directories }) => {
    if (resolve(directories.output) === update.folder) return;
    await leave(
      2,
      "Lệnh eleventy ở đây không nhận --output. Xin dùng: npm run build -- --output THƯ_MỤC\n",
    );
  });
  config.on("eleventy.after", () =>
    closing(async () => {
      await update.copy([...site.files, ...(await site.laterFiles())]);
      await update.finish({ ...facts, pictures: site.pictures, madeFrom: origin.whole });
      await site.remember();
    }),
  );
}

/**
 * A folder without articles and without any template or data that Eleventy knows. Eleventy wants
 * its path relative to the working folder.
 */
const inputFolder = relative(process.cwd(), inProject("layouts")) || ".";

/**
 * Gives Eleventy one template, which writes all pages when it is rendered. As templates of their
 * own, or as pages of that one, they would take longer to keep track of than to write.
 */
function handOver(config: UserConfig, render: () => Promise<void>): void {
  config.setTemplateFormats(["11ty.js"]);
  config.addTemplate("pages.11ty.js", {
    data: { permalink: false, eleventyExcludeFromCollections: true, layout: false },
    render,
  });
}

/**
 * Follows the content of a preview: every change to it, to a picture or to what browsers load
 * builds again. A file saved during the first build is not missed. It ends only when the first
 * build throws.
 *
 * @param build throws only when nothing can be built at all
 */
export async function followContent(
  options: { readonly content: string; readonly output: string },
  build: () => Promise<void>,
): Promise<void> {
  const { Eleventy } = await import("@11ty/eleventy");
  // A list of units that several sites share is outside the folder, and may be named at any time.
  let followed: string | undefined;
  const buildAndLook = async () => {
    const units = sharedUnitsOf(options.content);
    if (units !== undefined && units !== followed) eleventy.watcher.add(units);
    followed = units;
    await build();
  };
  const eleventy = new Eleventy(inputFolder, options.output, {
    configPath: "",
    quietMode: true,
    runMode: "watch",
    config(config) {
      // Eleventy only watches; `build` writes what has changed.
      handOver(config, async () => {});
      const code = officeFolder(options.content);
      for (const path of [options.content, ...(code ? [code] : [])]) config.addWatchTarget(path);
      for (const path of ["layouts/assets", "browser"]) config.addWatchTarget(inProject(path));
      // Eleventy's default of 150 ms is for programs that write slowly; a later write of such a
      // program builds again.
      config.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 } });
      config.on("eleventy.beforeWatch", buildAndLook);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  const rebuild = await eleventy.watch();
  // Eleventy itself only forgets a deleted file, and does not build again.
  eleventy.watcher.on("unlink", rebuild);
  await buildAndLook().catch(async (error: unknown) => {
    await eleventy.stopWatch();
    throw error;
  });
}
