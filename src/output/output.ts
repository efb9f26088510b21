import { lazily } from "../work/once.ts";
import { beginScan } from "./output-scan.ts";
import { noState, type OutputState, readState, statePath } from "./output-state.ts";
import { type OutputUpdate, updateOutput } from "./output-update.ts";
import { pathsOf } from "./path-table.ts";
import { openStaging } from "./staging.ts";

/**
 * The folder that a site is written into, opened for one build. No other may write it meanwhile.
 */
export type Output = {
  /** What the last build left there; undefined when nothing is known of it. */
  readonly known: OutputState | undefined;
  /** Returns true when the last build was made from the same, and every file is as it left it. */
  readonly isAsBuilt: (madeFrom: string) => Promise<boolean>;
  /**
   * Begins to turn it into the site of now.
   *
   * @param drawnBy a hash of the code that draws the pages, and of what else holds for all of them
   * @param asked the address of a page of which the caller wants to know why it is drawn
   */
  readonly update: (drawnBy: string, asked?: string) => Promise<OutputUpdate>;
  /** Lets other builds write it. What was not finished is dropped, and the output is as it was. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export type OutputOptions = {
  /** The output folder, and the content folder, which must not be touched. */
  readonly output: string;
  readonly content: string;
  readonly cache: string;
  /** True when somebody waits for one page; then nothing is looked over before it is needed. */
  readonly isPreview?: boolean;
};

/** Opens an output folder. Throws `OutputRefused` when it may not be written to. */
export async function openOutput(options: OutputOptions): Promise<Output> {
  const path = statePath(options.cache, options.output);
  // Read only when no other build can be writing it.
  const stateOnce = lazily(() => ({ known: readState(path) }));
  const isOurs = (name: string) => {
    const { files } = stateOnce().known ?? noState;
    return pathsOf(files).some((file) => file === name || file.startsWith(`${name}/`));
  };
  const staging = await openStaging(options.output, options.content, isOurs);
  try {
    const { known } = stateOnce();
    const begunOnce = lazily(() => beginScan(staging.target, known ?? noState));
    const scanOnce = lazily(() => begunOnce()());
    // The scan runs while articles are read.
    if (!options.isPreview) begunOnce();
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
