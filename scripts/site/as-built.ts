import type { Output } from "../../src/output/output.ts";
import { unchanged } from "../../src/output/output-update.ts";
import type { Done } from "./write-site.ts";

/** Returns the result for an output that is up to date. */
export function asBuilt({ known }: Output, asked?: string): Done {
  const { madeFrom: _, ...facts } = known!.built;
  return { kind: "unchanged", ...facts, ...unchanged(known!, asked), newPictures: 0 };
}
