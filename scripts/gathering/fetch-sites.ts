import { dayAt } from "../../src/day.ts";
import type { PortalSite } from "../../src/portal/portal-file.ts";
import { readPublished } from "../../src/portal/published.ts";
import { catalogueName, readCatalogue } from "../../src/portal/published-catalogue.ts";
import { readNames } from "../../src/portal/published-rows.ts";
import { reportOf } from "../../src/problems/problem.ts";
import { dataUrl } from "../../src/urls.ts";
import { mapBounded } from "../../src/work/map-bounded.ts";
import { releaseFile } from "../publishing/release.ts";
import { type KeptFile, keepBytes, keepSite, keptBytes, keptSite } from "./copies.ts";
import { type DownloadLimits, download } from "./download.ts";

/** What came of the fetch of one site. */
export type Fetched = {
  readonly site: PortalSite;
  /** How many files there are, and how many of them are new or changed. */
  readonly files: number;
  readonly changed: number;
  /** Why it could not be read; its last good copy, if there is one, is kept. */
  readonly why?: string;
  /** Whether it would have been asked with `allowLocal`. */
  readonly needsLocal: boolean;
  /** When the copy that is kept was read; undefined when there is none. */
  readonly readAt?: string;
};

export type FetchOptions = DownloadLimits & {
  readonly cache: string;
  /** The moment of the fetch, in ISO 8601. */
  readonly now: string;
  /** In bytes, of all files of one site. */
  readonly mostOfSite: number;
};

export const fetchLimits = {
  mostBytes: 100_000_000,
  mostOfSite: 500_000_000,
  limitMs: 60_000,
} as const;

const sitesAtOnce = 4;
const filesAtOnce = 4;

/** Fetches the open data of all sites that have an address and no folder. */
export function fetchSites(
  sites: readonly PortalSite[],
  options: FetchOptions,
): Promise<readonly Fetched[]> {
  const remote = sites.filter(({ data }) => data === undefined);
  return mapBounded(remote, sitesAtOnce, (site) => fetchSite(site, options));
}

/**
 * Fetches the open data of a site. It becomes the last good copy only when all of it is there and
 * can be read; otherwise the copy before stays, with the reason and since when.
 */
async function fetchSite(site: PortalSite, options: FetchOptions): Promise<Fetched> {
  const { cache, now } = options;
  const before = keptSite(cache, site);
  const known = before?.files ?? {};
  const texts = new Map<string, string>();
  const files: Record<string, KeptFile> = {};
  const changed = new Set<string>();
  let left = options.mostOfSite;
  let needsLocal = false;

  /** Returns why a file could not be had. */
  const take = async (name: string, address: string): Promise<string | undefined> => {
    const kept = Object.hasOwn(known, name) ? known[name] : undefined;
    const bytes = kept && keptBytes(cache, site, kept.hash);
    const { etag, lastModified } = (bytes && kept) ?? {};
    const validators = {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    };
    const mostBytes = Math.max(0, Math.min(options.mostBytes, left));
    const found = await download(address, validators, { ...options, mostBytes });
    if (found.kind === "none") {
      needsLocal ||= found.needsLocal === true;
      return found.why;
    }
    const whole = found.kind === "file" ? found.bytes : bytes;
    if (whole === undefined) return "máy chủ trả lời 304 cho tệp chưa có";
    left -= whole.length;
    const hash = await keepBytes(cache, site, whole);
    if (hash !== kept?.hash) changed.add(name);
    const { kind: _, ...said } = found.kind === "file" ? found : { ...kept!, kind: found.kind };
    files[name] = {
      hash,
      ...(said.etag === undefined ? {} : { etag: said.etag }),
      ...(said.lastModified === undefined ? {} : { lastModified: said.lastModified }),
    };
    texts.set(name, whole.toString());
    return undefined;
  };

  const why = await readAll(site, take, texts, now);
  if (why === undefined) {
    await keepSite(cache, site, { url: site.url!, readAt: now, files });
    const count = Object.keys(files).length;
    return { site, files: count, changed: changed.size, needsLocal: false, readAt: now };
  }
  const failed = before?.failed ?? { at: now, why };
  const readAt = before?.readAt;
  await keepSite(cache, site, {
    url: site.url!,
    readAt,
    failed: { at: failed.at, why },
    files: known,
  });
  const kept = Object.keys(known).length;
  const times = readAt === undefined ? {} : { readAt };
  return { site, files: kept, changed: 0, why, needsLocal, ...times };
}

/** Takes all files that a portal reads; returns why that is not possible. */
async function readAll(
  site: PortalSite,
  take: (name: string, address: string) => Promise<string | undefined>,
  texts: ReadonlyMap<string, string>,
  now: string,
): Promise<string | undefined> {
  const base = site.url!;
  const ofCatalogue = await take(catalogueName, base + dataUrl + catalogueName);
  if (ofCatalogue !== undefined) return ofCatalogue;
  const catalogue = readCatalogue(site, texts.get(catalogueName));
  if (catalogue.value === undefined) return reportOf(catalogue.problems[0]!, "vi").message;
  const { schemas, files } = catalogue.value;
  const names = readNames.flatMap((name) => [schemas[name], ...files[name]]);
  // Only a site that was published by `publish` has it.
  const more = take(releaseFile, `${base}/${releaseFile}`);
  const rest = mapBounded(names, filesAtOnce, async (name) => {
    const why = await take(name, base + dataUrl + name);
    return why === undefined ? [] : [`${name}: ${why}`];
  });
  const [reasons] = await Promise.all([rest, more]);
  const [reason] = reasons.flat();
  if (reason !== undefined) return reason;
  const read = readPublished(site, { text: (name) => texts.get(name) }, dayAt(now)!);
  return read.value === undefined ? reportOf(read.problems[0]!, "vi").message : undefined;
}
