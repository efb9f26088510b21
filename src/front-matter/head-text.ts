import { type HeadValues, yamlText } from "../text/yaml-text.ts";
import { headSchema } from "./head.ts";

/** Front matter in its normal form: keys in one order, values as `yamlText` writes them. */

// Code that changes a head needs these beside the order of its keys.
export { type HeadValue, type HeadValues, yamlText } from "../text/yaml-text.ts";

/** All keys of the front matter, in the order of the normal form. */
export const headKeys: readonly string[] = Object.keys(headSchema.shape);

/** Returns the lines of a front matter, without the two lines of hyphens around it. */
export function headText(head: HeadValues): string {
  const rank = (key: string) => (headKeys.includes(key) ? headKeys.indexOf(key) : headKeys.length);
  const keys = Object.keys(head).toSorted((a, b) => rank(a) - rank(b));
  return yamlText(Object.fromEntries(keys.map((key) => [key, head[key]])));
}

/** Returns the whole file of an article. */
export function articleText(head: HeadValues, body: string): string {
  return `---\n${headText(head)}---\n\n${body.trim()}\n`;
}
