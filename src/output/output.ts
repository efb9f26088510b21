import { lazily } from "../cache/once.ts";
import { scanBeside } from "./output-scan.ts";
import { type OutputState, readState, statePath } from "./output-state.ts";
import { type OutputUpdate, updateOutput } from "./output-update.ts";
import { openStaging } from "./staging.ts";

/** The folder that a site is written into, opened for one build. Nobody else may write it meanwhile. */
export type Output = {
  /** What the last build left there; undefined when nothing is known of it. */
  readonly known: OutputState | undefined;
  /** Returns true when the last build was made from the same, and every file is as it left it. */
  readonly isAsBuilt: (madeFrom: string) => Promise<boolean>;
  /**
   * Begins to make it the site of now.
   *
   * @param drawnBy names the code that draws the pages, and what else holds for all of them
   * @param asked the address of a page of which somebody wants to know why it is drawn
   */
  readonly update: (drawnBy: string, asked?: string) => Promise<OutputUpdate>;
  /** Lets others write it. What was not finished is dropped, and the site is as it was. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export type OutputOptions = {
  /** The folder of the site, and that of the content, which it must not touch. */
  readonly output: string;
  readonly content: string;
  readonly cache: string;
  /** Somebody waits for one page: then nothing is looked over before it is needed. */
  readonly isPreview?: boolean;
};

/** Opens the folder of a site. Throws `OutputRefused` when it may not be written to. */
export async function openOutput(options: OutputOptions): Promise<Output> {
  const path = statePath(options.cache, options.output);
  // Read only when nobody else can be writing it.
  const stateOnce = lazily(() => ({ known: readState(path) }));
  const isOurs = (name: string) => {
    const files = stateOnce().known?.files;
    return files?.keys().some((file) => file === name || file.startsWith(`${name}/`)) ?? false;
  };
  const staging = await openStaging(options.output, options.content, isOurs);
  try {
    const { known } = stateOnce();
    const scanOnce = lazily(() => {
      const scan = scanBeside(staging.target, known ?? nothing, path);
      // It may fail while articles are read; the build that waits for it then learns of it.
      scan.catch(() => {});
      return scan;
    });
    // Beside the reading of articles.
    if (!options.isPreview) scanOnce();
    return {
      known,
      async isAsBuilt(madeFrom) {
        if (known?.built.madeFrom !== madeFrom) return false;
        const { damaged, foreign } = await scanOnce();
        return damaged.length === 0 && foreign.length === 0;
      },
      async update(drawnBy, asked) {
        const opened = { staging, known, scan: await scanOnce(), statePath: path };
        return updateOutput(opened, drawnBy, asked);
      },
      [Symbol.asyncDispose]: staging.discard,
    };
  } catch (error) {
    await staging.discard();
    throw error;
  }
}

const nothing = { files: new Map(), folders: new Map() };
