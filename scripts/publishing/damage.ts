import { type Manifest, manifestFile, readManifest } from "./manifest.ts";
import { pathOf, type Target } from "./target.ts";

/** A file of a release that is not as it was published. */
export type Damage = {
  readonly path: string;
  /** What is extra was not published; all else was changed or is missing. */
  readonly kind: "altered" | "extra";
};

/**
 * Compares a release with its own manifest. Anyone who forges that too is found by `verify` only,
 * because a target has nothing else to compare with.
 *
 * @param text the manifest that is there; undefined when there is none
 */
export async function damageOf(
  target: Target,
  id: string,
  text: string | undefined,
): Promise<Damage[]> {
  const manifest: Manifest | undefined = text === undefined ? undefined : readManifest(text);
  if (text === undefined || manifest === undefined)
    return [{ path: manifestFile, kind: "altered" }];
  const paths = await target.differences(pathOf(id), text);
  return paths.map((path) => ({
    path,
    kind: manifest.has(path) || path === manifestFile ? "altered" : "extra",
  }));
}

const kinds = { altered: "bị sửa hoặc thiếu", extra: "thừa" } as const;

/** Lists damaged files, one on each line. */
export function damageText(damage: readonly Damage[]): string {
  return listed(damage.map(({ path, kind }) => `${path} (${kinds[kind]})`));
}

const mostListed = 20;

/** Returns a text with a line for each, and with the number of those that are left out. */
export function listed(lines: readonly string[]): string {
  const rest = lines.length - mostListed;
  const shown = lines.slice(0, mostListed).map((line) => `  ${line}`);
  return [...shown, ...(rest > 0 ? [`  và ${rest} tệp khác`] : [])].join("\n");
}
