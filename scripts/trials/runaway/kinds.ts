/*
 * Kinds of runaway input: whatever can be long, deep or many in a content folder, as long as it
 * fits into files that the check still reads. A new kind is a new row.
 */

import { ofData, ofFiles } from "./data-kinds.ts";
import { ofHead } from "./head-kinds.ts";
import type { Kind } from "./making.ts";
import { ofCharacters, ofLongWords, ofText } from "./text-kinds.ts";

/** Every kind by its name. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries([...ofCharacters, ...ofLongWords]),
  ...ofText,
  ...ofHead,
  ...ofData,
  ...ofFiles,
};
