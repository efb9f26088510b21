import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { isArticleUrl, urlOfOutput } from "../../src/urls.ts";
import { mapBounded } from "../../src/work/map-bounded.ts";
import { Random } from "../../src/work/random.ts";
import { type Manifest, manifestFile } from "./manifest.ts";

/* What readers get from the address of a site. */

/** What came from one address: the SHA-256 of a file, or why there is none. */
export type ServedFile = { readonly kind: "file"; readonly sum: string } | NotServed;

type NotServed = { readonly kind: "none"; readonly why: string };

/** An address whose file is not the one of the release. */
export type ServedDifference = { readonly address: string; readonly why: string };

/** A host that does not answer within this time counts as one that cannot be reached. */
const limitMs = 20_000;
const redirects = 5;
/**
 * A host that is broken or hostile may send without an end, or a little that unpacks to a lot. No
 * file of a site is as large as the first; the second is a manifest of a million files.
 */
const mostBytes = { file: 2 ** 30, text: 2 ** 27 } as const;

/** Returns the address of a file of the output: `2022/index.html` → `https://…/2022/`. */
export function servedAddress(origin: string, path: string): string {
  const url = urlOfOutput(path).split("/").map(encodeURIComponent).join("/");
  return `${origin.replace(/\/+$/u, "")}${url}`;
}

/**
 * Returns true for a file that readers get. The others tell a host what to do, and hosts keep them
 * to themselves.
 */
export function isServed(path: string): boolean {
  return !path.startsWith("_") && !path.split("/").some((name) => name.startsWith("."));
}

/**
 * Fetches an address and keeps nothing of what comes but its sum. A redirect is followed as long as
 * it stays on the same host.
 *
 * @param most how many bytes may come, as they are when unpacked
 * @param take is called with all of them, bit by bit
 */
export async function fetchServed(
  address: string,
  most: number = mostBytes.file,
  take: (bytes: Uint8Array) => void = () => {},
): Promise<ServedFile> {
  const { hostname } = new URL(address);
  let next = address;
  try {
    for (let count = 0; count <= redirects; count += 1) {
      const response = await fetch(next, {
        redirect: "manual",
        headers: { "Cache-Control": "no-cache" },
        signal: AbortSignal.timeout(limitMs),
      });
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        const target = new URL(location, next);
        if (target.hostname !== hostname)
          return { kind: "none", why: `chuyển sang ${target.hostname}` };
        next = target.href;
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        return { kind: "none", why: `máy chủ trả lời ${response.status}` };
      }
      const hash = createHash("sha256");
      let length = 0;
      // Leaving the loop ends the connection.
      for await (const bytes of response.body ?? []) {
        length += bytes.length;
        if (length > most)
          return { kind: "none", why: `dài quá ${formatNumber(most / 2 ** 20)} MB` };
        hash.update(bytes);
        take(bytes);
      }
      return { kind: "file", sum: hash.digest("hex") };
    }
    return { kind: "none", why: "chuyển hướng quá nhiều lần" };
  } catch (error) {
    return { kind: "none", why: reasonOf(error) };
  }
}

/** Fetches an address whose file is a text, such as a manifest. */
export async function fetchServedText(
  address: string,
  most: number = mostBytes.text,
): Promise<(ServedFile & { kind: "file"; readonly text: string }) | NotServed> {
  const chunks: Uint8Array[] = [];
  const file = await fetchServed(address, most, (bytes) => void chunks.push(bytes));
  return file.kind === "none" ? file : { ...file, text: Buffer.concat(chunks).toString() };
}

function reasonOf(error: unknown): string {
  const { name, cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === "TimeoutError") return `không trả lời trong ${limitMs / 1000} giây`;
  return `không kết nối được (${cause?.code ?? cause?.message ?? message})`;
}

/**
 * Chooses files to compare after a publish: the front page, the manifest, stylesheets, the newest
 * articles, some that the release before had not, and others at random.
 */
export function sampleOf(
  manifest: Manifest,
  before: Manifest,
  seed: number,
  count: number,
): string[] {
  const random = new Random(seed);
  const paths = [...manifest.keys()].filter(isServed);
  const articles = paths.filter((path) => isArticleUrl(urlOfOutput(path)));
  const changed = paths.filter((path) => before.get(path) !== manifest.get(path));
  const first = new Set([
    ...paths.filter((path) => path === "index.html"),
    manifestFile,
    ...paths.filter((path) => path.endsWith(".css")).slice(0, 2),
    ...articles.slice(-5),
    ...random.pickSome(changed, 5),
  ]);
  const others = paths.filter((path) => !first.has(path));
  return [...first, ...random.pickSome(others, count - first.size)].slice(0, count);
}

const otherContent = "nội dung khác";

/** Says what may be the matter when files came that are not those of the release. */
export function causeTexts(differences: readonly ServedDifference[]): string[] {
  return differences.some(({ why }) => why === otherContent)
    ? [
        "Nếu máy chủ hay CDN tự sửa trang (chèn mã thống kê, che địa chỉ thư điện tử, nén lại ảnh) thì xin tắt việc ấy rồi thử lại; nếu không phải, xin kiểm tra xem ai đã sửa tệp ở đó.",
      ]
    : [];
}

/** After this many differences no address is asked twice. */
const hopeless = 10;

/**
 * Compares what readers get with what they should get. An address that differs is asked again a
 * little later, because hosts remember for a moment which file they have opened.
 */
export async function servedDifferences(
  origin: string,
  wanted: Manifest,
  paths: readonly string[],
  redirected: ReadonlyMap<string, string> = new Map(),
  pausesMs: readonly number[] = [500, 1_500],
): Promise<ServedDifference[]> {
  let count = 0;
  const found = await mapBounded(paths, 8, async (path) => {
    const address = servedAddress(origin, path);
    const sums = [path, redirected.get(path) ?? path].map((one) => wanted.get(one));
    for (let attempt = 0; ; attempt += 1) {
      const answer = await fetchServed(address);
      if (answer.kind === "file" && sums.includes(answer.sum)) return [];
      if (attempt === pausesMs.length || count >= hopeless) {
        count += 1;
        return [{ address, why: answer.kind === "file" ? otherContent : answer.why }];
      }
      await setTimeout(pausesMs[attempt]);
    }
  });
  return found.flat();
}
