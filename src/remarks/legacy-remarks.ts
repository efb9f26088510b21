import type { Remark } from "../problems/remark.ts";
import { legacyText, mayBeLegacy } from "../text/legacy-text.ts";

/** At most this many lines are reported: mostly the whole article was typed like this. */
const most = 10;

/** Finds the lines of a text that were typed for an old font, and what they say. */
export function legacyRemarks(text: string): Remark[] {
  if (!mayBeLegacy(text)) return [];
  const found: Remark[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const legacy = legacyText(line);
    if (legacy !== undefined) {
      const first = line.length - line.trimStart().length;
      found.push({
        code: "legacy-font",
        offset: offset + first,
        args: { font: legacy.font, value: line.trim(), suggestion: legacy.text.trim() },
      });
      if (found.length === most) break;
    }
    offset += line.length + 1;
  }
  return found;
}
