import { type Manifest, manifestFile, readManifest, sha256OfText } from "./manifest.ts";
import {
  causeTexts,
  fetchServed,
  type ServedDifference,
  sampleOf,
  servedAddress,
  servedDifferences,
} from "./served.ts";

/** Whether readers get a release that was published. */
export type Comparison =
  | { readonly kind: "same"; readonly addresses: number }
  /** The address leads elsewhere, or cannot be reached; the same was so before the publish. */
  | { readonly kind: "impossible"; readonly why: string }
  | { readonly kind: "different"; readonly differences: readonly ServedDifference[] };

/** How many addresses are compared after a publish. */
const sampleSize = 20;

/** Returns whether the address of a site serves a release, by the text of its manifest. */
export async function isServing(origin: string, text: string | undefined): Promise<boolean> {
  if (text === undefined) return false;
  const answer = await fetchServed(servedAddress(origin, manifestFile));
  return answer.kind === "file" && answer.sum === sha256OfText(text);
}

/**
 * Compares what readers get with the live release.
 *
 * @param before the release that was live until now; what it had not is looked at first
 * @param wasServed true when the address served the release before; then it must serve this one.
 *   Otherwise a name may still lead to another host, which proves nothing against the release
 * @param redirected files of which a host with rules for old addresses sends another; it may know
 *   those of the release before only, so that these files prove nothing
 */
export async function compareServed(
  origin: string,
  text: string,
  before: { readonly manifest: Manifest } | undefined,
  wasServed: boolean,
  redirected: ReadonlyMap<string, string>,
): Promise<Comparison> {
  const wanted = new Map(readManifest(text)).set(manifestFile, sha256OfText(text));
  if (!wasServed) {
    const address = servedAddress(origin, manifestFile);
    const answer = await fetchServed(address);
    if (answer.kind === "none") return { kind: "impossible", why: `${address}: ${answer.why}` };
    if (answer.sum !== wanted.get(manifestFile))
      return { kind: "impossible", why: `${address} chưa phục vụ thư mục này` };
  }
  const seed = Number.parseInt(sha256OfText(text).slice(0, 8), 16);
  const compared = new Map([...wanted].filter(([path]) => !redirected.has(path)));
  const paths = sampleOf(compared, before?.manifest ?? new Map(), seed, sampleSize);
  const differences = await servedDifferences(origin, wanted, paths);
  if (differences.length > 0) return { kind: "different", differences };
  return { kind: "same", addresses: paths.length };
}

/** What was done about a release that readers do not get. */
export type Aftermath =
  /** It was live already. */
  | { readonly kind: "unchanged" }
  /** It stays live, because there is no other. */
  | { readonly kind: "only" }
  | { readonly kind: "back"; readonly before: string }
  /** The swap back has failed, so that it may be live still. */
  | { readonly kind: "stuck"; readonly before: string; readonly why: string };

/** Says which addresses differ, and which release is live now. */
export function comparedText(
  { differences }: Extract<Comparison, { kind: "different" }>,
  id: string,
  aftermath: Aftermath,
): string {
  const what = `${differences.length} địa chỉ không trả về đúng nội dung của bản ${id}`;
  return [
    `${what}. ${aftermathText(aftermath)}`,
    ...differences.map(({ address, why }) => `  ${address}: ${why}`),
    ...causeTexts(differences),
    ...(aftermath.kind === "stuck" ? [aftermath.why] : []),
  ].join("\n");
}

function aftermathText(aftermath: Aftermath): string {
  switch (aftermath.kind) {
    case "unchanged":
      return "Bản này đã đăng từ trước và còn nguyên trên đĩa; xin xem lại cấu hình máy chủ hoặc bộ nhớ đệm.";
    case "only":
      return "Bản này vẫn đang chạy, vì chưa có bản trước để trở lại; xin xem lại cấu hình máy chủ.";
    case "back":
      return `Đã tự trở lại bản ${aftermath.before}.`;
    case "stuck":
      return `Không tự trở lại được bản ${aftermath.before}, nên có thể bản này vẫn đang chạy. Xin chạy lại lệnh publish với --rollback khi kết nối được.`;
  }
}
