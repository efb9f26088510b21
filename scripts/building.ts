import { withBasePath } from "../layouts/parts/base-path.ts";
import { forPreview } from "../layouts/parts/policy.ts";
import { codeHash } from "../src/cache/code-hash.ts";
import { keyOf } from "../src/cache/key.ts";
import { lazily } from "../src/cache/once.ts";
import { noProgress, type Progress } from "../src/cache/progress.ts";
import { inProject } from "../src/cache/project.ts";
import { timed } from "../src/cache/timings.ts";
import { contentHash, findContent } from "../src/load.ts";
import { openStaging } from "../src/output/output.ts";
import { type SiteScan, scanBeside } from "../src/output/site-scan.ts";
import {
  type BuiltFrom,
  readState,
  type SiteState,
  saveState,
  statePath,
} from "../src/output/site-state.ts";
import { noReasons, type SiteUpdate, type Update, updateSite } from "../src/output/site-update.ts";
import type { Page } from "../src/page.ts";
import type { Problem } from "../src/problems/problem.ts";
import { outputPath } from "../src/urls.ts";
import type { Options } from "./cli/options.ts";
import { type CompiledSite, type CompileOptions, compile } from "./compile.ts";

export type BuildOptions = CompileOptions &
  Pick<Options, "output"> & {
    /** The address of a page of which the answer should say why it was drawn or was not. */
    readonly why?: string | undefined;
    /** For the server of this machine: at the root of its address, and pages load again by themselves. */
    readonly isPreview?: boolean;
  };

/** What a build came to. */
export type Built = Pick<BuiltFrom, "problems" | "articles" | "drafts" | "due"> & {
  /** Undefined when a problem is an error: then the site is as it was. */
  readonly site: Site | undefined;
};

type Site = Update & {
  readonly pages: number;
  readonly pictures: number;
  readonly newPictures: number;
};

/** A site that is compiled, and what makes texts of its pages. */
export type Drawable = {
  readonly site: CompiledSite;
  readonly draw: (page: Page) => string;
};

/** A build under way: the site is compiled, and nothing of it has been written. */
export type Building = Drawable & {
  readonly update: SiteUpdate;
  /** The folder to write texts into. */
  readonly directory: string;
  /** Puts everything in place. A site that is not whole yet is looked at again by the next build. */
  readonly finish: (isWhole?: boolean) => Promise<Built>;
  /** Opens the same site once more, to add what was not ready when it was finished. */
  readonly goOn: () => Promise<Building>;
  readonly problems: readonly Problem[];
  /** Leaves the site as it was. */
  readonly giveUp: () => Promise<void>;
};

/** The code that draws pages. */
const drawing = ["src", "layouts", "browser/search", ".eleventy.ts", "scripts/building.ts"].map(
  inProject,
);

/**
 * Begins a build; `onCompiled` is waited for as soon as pages can be drawn. Where nothing has changed since the last one, or a problem is an error, it is at its
 * end with that. Throws `OutputRefused` when the output folder may not be written to.
 */
export async function startBuild(
  options: BuildOptions,
  progress: Progress = noProgress,
  onCompiled?: (compiled: Drawable) => Promise<void>,
): Promise<Building | Built> {
  const opened = await openSite(options);
  try {
    const { before, scan, code, staging } = opened;
    // Beside the reading of articles, unless somebody is in a hurry to see one.
    if (onCompiled === undefined) scan();
    const found = await timed("find", () => findContent(options.content));
    const { today, drafts, shard, isPreview = false } = options;
    const fingerprint = keyOf([code, contentHash(found), today, drafts, shard]);
    if (before?.built.fingerprint === fingerprint && isClean(await scan())) {
      await staging.discard();
      return { ...before.built, site: unchangedSite(before, options.why) };
    }
    const { site, ...compiled } = await compile(options, progress, found);
    if (site === undefined) {
      await staging.discard();
      return { ...compiled, site: undefined };
    }
    const basePath = isPreview ? "" : site.basePath;
    const manner = `${code} ${isPreview} ${basePath}`;
    const draw = (page: Page) => {
      const text = withBasePath(page.draw(), basePath);
      return isPreview ? forPreview(text) : text;
    };
    await onCompiled?.({ site, draw });
    const facts = { ...compiled, pictures: site.pictures.all };
    return await buildingOf(opened, options, { site, manner, draw, facts, fingerprint });
  } catch (error) {
    await opened.staging.discard();
    throw error;
  }
}

/** A site on the disk with all that is known of it. Nobody else may write it meanwhile. */
async function openSite({ output, content, cache }: BuildOptions) {
  const path = statePath(cache, output);
  // Read only when nobody else can be writing it.
  const stateOnce = lazily(() => ({ before: readState(path) }));
  const isOurs = (name: string) => {
    const files = stateOnce().before?.files;
    return files?.keys().some((file) => file === name || file.startsWith(`${name}/`)) ?? false;
  };
  // Taken before the content is read, so that a second build says at once that it has to wait.
  const staging = await openStaging(output, content, isOurs);
  try {
    const { before } = stateOnce();
    const known = before ?? { files: new Map(), folders: new Map() };
    const scan = lazily(() => {
      const scanning = scanBeside(staging.target, known, path);
      // It may fail while articles are read; whoever waits for it then learns of it.
      scanning.catch(() => {});
      return scanning;
    });
    return { path, staging, before, scan, code: codeHash(drawing) };
  } catch (error) {
    await staging.discard();
    throw error;
  }
}

type Plan = Drawable & {
  readonly manner: string;
  readonly facts: Omit<BuiltFrom, "fingerprint" | "pages">;
  readonly fingerprint: string;
};

async function buildingOf(
  { path, staging, before, scan }: Awaited<ReturnType<typeof openSite>>,
  options: BuildOptions,
  plan: Plan,
): Promise<Building> {
  const { site, draw, manner, facts, fingerprint } = plan;
  const update = updateSite(staging, manner, before, await scan(), options.why);
  return {
    site,
    update,
    draw,
    problems: facts.problems,
    directory: staging.directory,
    async finish(isWhole = true) {
      const pages = update.pages() || (before?.built.pages ?? 0);
      const built = { ...facts, pages, fingerprint: isWhole ? fingerprint : "" };
      const finished = await update.finish(built);
      await saveState(path, finished.state);
      return { ...built, site: { ...finished.update, ...built, newPictures: site.pictures.made } };
    },
    goOn: async () => buildingOf(await openSite(options), options, plan),
    giveUp: staging.discard,
  };
}

function unchangedSite({ built, files }: SiteState, asked: string | undefined): Site {
  const isPage = asked !== undefined && files.has(outputPath(asked));
  return {
    ...built,
    reasons: { ...noReasons(), unchanged: built.pages },
    why: isPage ? { reason: "unchanged", kind: "" } : undefined,
    written: 0,
    removed: 0,
    unchanged: files.size,
    newPictures: 0,
  };
}

function isClean({ damaged, foreign }: SiteScan): boolean {
  return damaged.length === 0 && foreign.length === 0;
}
