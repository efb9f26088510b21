/** What a request asks for. Everything that the server decides, it decides by this value. */
export type Address = {
  /** From the root, decoded: `/2024/03/05/bai/`. */
  readonly path: string;
  /** The names in the path, decoded; none of them leads anywhere but down. */
  readonly steps: readonly string[];
  /** True when the path ends in a slash. */
  readonly isFolder: boolean;
  readonly query: URLSearchParams;
};

/** Letters; the longest address that the preview itself asks for has some hundred. */
const longestTarget = 8_000;

/**
 * Reads the target of a request; undefined for one that no browser of a writer sends. It never
 * throws: an address comes from anyone, and one that could not be read used to end the preview.
 *
 * One thing has one address: no empty names, no dots that lead up, no slash or backslash inside a
 * name, nor any other way to write these.
 */
export function addressOf(target: string): Address | undefined {
  if (target.length > longestTarget || !/^\/(?:$|[^/])/u.test(target)) return undefined;
  // Browsers encode every other letter. A fragment is never sent.
  if (!/^[!-~]+$/u.test(target) || /[\\#]/u.test(target)) return undefined;
  const end = target.indexOf("?");
  const written = end === -1 ? target : target.slice(0, end);
  const isFolder = written.endsWith("/");
  const names = written === "/" ? [] : written.slice(1, isFolder ? -1 : undefined).split("/");
  const steps: string[] = [];
  for (const name of names) {
    const step = decoded(name);
    if (step === undefined || !isStep(step)) return undefined;
    steps.push(step);
  }
  const path = steps.map((step) => `/${step}`).join("") + (isFolder ? "/" : "");
  const query = new URLSearchParams(end === -1 ? "" : target.slice(end + 1));
  return { path, steps, isFolder, query };
}

function isStep(step: string): boolean {
  return step !== "" && step !== "." && step !== ".." && !/[/\\\p{Cc}]/u.test(step);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
