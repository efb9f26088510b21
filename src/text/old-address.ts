import { maxLetters } from "../limits.ts";
import { compose } from "./compose.ts";

/**
 * An alias is an address that an article had before, here or in another system, as a path from the
 * root with its query, decoded: `/tin-tuc/bai-cu/`, `/?p=123`.
 */

/** Characters that mean nothing to any host's rules, so that they need no escape in one of them. */
const stepForm = /^[\p{L}\p{M}\p{N}\-._~+,@!()=&]+$/u;
const queryForm = /^[\p{L}\p{M}\p{N}\-._~+,@!()=&%/]+$/u;

/** In bytes of UTF-8; file systems end at 255. */
const longestStep = 240;
/**
 * In bytes of the path as UTF-8 and of the query as it is sent. nginx does not start with a longer
 * key in a map, nor Apache with a line that this makes longer than 8,190 bytes.
 */
const longestAlias = 900;
const encoder = new TextEncoder();

/**
 * Returns an alias in its normal form; undefined for what is no path. A whole web address stands
 * for its path, because that is what people copy.
 */
export function readAlias(written: string): string | undefined {
  if (written.length > maxLetters.address) return undefined;
  const [, path = "", query] =
    /^(?:https?:\/\/[^/?#\s]+(?=[/?]))?([^?#]*)(?:\?([^#]*))?$/iu.exec(written) ?? [];
  const decoded = decodedPath(path === "" && query !== undefined ? "/" : path);
  const steps = decoded?.split("/") ?? [];
  const isPath =
    steps[0] === "" &&
    steps.slice(1, -1).every(isStep) &&
    (steps.at(-1) === "" || isStep(steps.at(-1)!));
  if (!isPath || steps.length < 2) return undefined;
  if (query !== undefined && !queryForm.test(query)) return undefined;
  const normal = decoded!.replace(/\/index\.html$/u, "/");
  const sent = query === undefined ? "" : `?${query}`;
  const isShort = encoder.encode(normal).length + encodedAlias(sent).length <= longestAlias;
  return isShort ? withSlash(normal) + sent : undefined;
}

function isStep(step: string): boolean {
  return stepForm.test(step) && !step.startsWith(".") && encoder.encode(step).length <= longestStep;
}

function decodedPath(path: string): string | undefined {
  try {
    return compose(decodeURIComponent(path));
  } catch {
    return undefined;
  }
}

/** Ends a path with a slash unless it names a file: hosts lead from the one to the other. */
function withSlash(path: string): string {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return last === "" || last.includes(".") ? path : `${path}/`;
}

/**
 * Returns the address of the page that leads on from an alias; undefined where only a host can do
 * so: for a query, for the file of another program (`bai.aspx`), which would be sent as a download,
 * and for a folder that may be a file.
 */
export function aliasPage(alias: string): string | undefined {
  if (alias.includes("?")) return undefined;
  const steps = alias.split("/").slice(1);
  const last = steps.pop()!;
  const isFolder = steps.every((step) => !step.includes(".") && !step.startsWith("_"));
  return isFolder && (last === "" || /\.html?$/iu.test(last)) ? alias : undefined;
}

/** Returns an alias as a browser asks for it: in ASCII, with percent signs. */
export function encodedAlias(alias: string): string {
  // The query keeps the percent signs that it was written with.
  return encodeURI(alias).replaceAll("%25", "%");
}

/** Returns the path of an alias, and the parameters of its query: `/?p=1&l=vi` → `p=1`, `l=vi`. */
export function aliasParts(alias: string): { path: string; parameters: readonly string[] } {
  const [path = "", query = ""] = alias.split("?");
  return { path, parameters: query.split("&").filter((one) => one !== "") };
}
