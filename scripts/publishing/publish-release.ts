import { formatNumber } from "../../src/text/vietnamese.ts";
import { Refused } from "../cli/refused.ts";
import { type Comparison, comparedText, compareServed, isServing } from "./comparison.ts";
import { type Damage, damageOf, damageText, listed } from "./damage.ts";
import { type Manifest, manifestFile, manifestText, readManifest } from "./manifest.ts";
import { redirectedFiles } from "./redirects.ts";
import {
  factsText,
  goesBackwards,
  type ReleaseFacts,
  readRelease,
  releaseFile,
  releaseId,
} from "./release.ts";
import {
  type LikeRelease,
  partOf,
  pathOf,
  type ReleaseFiles,
  type Releases,
  releasesIn,
  type Target,
} from "./target.ts";

/** A release that is ready to be published. */
export type Ready = ReleaseFiles & {
  readonly facts: ReleaseFacts;
  /** Returns whether a commit comes before another; undefined when that is not known here. */
  readonly isAncestor: (a: string, b: string) => Promise<boolean | undefined>;
  /** The address of the site, to compare what readers get. */
  readonly origin: string;
  /** Is told at once, whatever comes of the publish, which files of the live release changed. */
  readonly warn: (text: string) => void;
};

/** What came of a publish. */
export type Published = {
  readonly kind: "published" | "unchanged";
  readonly id: string;
  /** Numbers of files; those that are gone were in the release before. */
  readonly files: { readonly all: number; readonly linked: number; readonly gone: number };
  readonly comparison: Exclude<Comparison, { kind: "different" }>;
};

/** How many releases stay; the live one is always among them. */
const kept = 5;

/** The release that readers get, as the target has it. */
type Live = LikeRelease & { readonly text: string; readonly facts: ReleaseFacts | undefined };

/**
 * Publishes a release: uploads it beside the live one, checks it there, swaps the link, and
 * compares what readers get. Throws `Refused` when it would go backwards, or when something
 * differs; the earlier release is live then.
 *
 * @param written the target as it was asked for, for messages
 */
export async function publishRelease(
  ready: Ready,
  target: Target,
  written: string,
  nowMs = Date.now(),
): Promise<Published> {
  const releases = releasesIn(written, await target.list());
  const live = await liveRelease(target, releases);
  const damage = live ? await damageOf(target, live.id, live.text).catch(failed(oldIsLive)) : [];
  if (damage.length > 0) ready.warn(brokenIntoText(damage));
  await expectForwards(ready, live, written);
  const unneeded = [...releases.scraps, ...abandoned(releases).map(pathOf)];
  await target.remove(unneeded).catch(failed(oldIsLive));

  const text = manifestText(ready.manifest);
  const redirected = await redirectedFiles(ready.site, ready.origin);
  const wasServed = await isServing(ready.origin, live?.text);
  if (live?.text === text && damage.length === 0) {
    const comparison = await compareServed(ready.origin, text, live, wasServed, redirected);
    if (comparison.kind === "different")
      throw new Refused(comparedText(comparison, live.id, { kind: "unchanged" }));
    return {
      kind: "unchanged",
      id: live.id,
      files: countsOf(ready, live, live.manifest.size),
      comparison,
    };
  }

  const stay = releases.ids.filter((id) => !abandoned(releases).includes(id));
  const id = releaseId(nowMs, ready.facts.content?.commit, stay.at(-1));
  const linked = await upload(ready, target, id, text, live).catch(failed(oldIsLive));
  if (live) await remember(target, live.id);
  await target.pointTo(id).catch(failed(unsureText(id)));
  const comparison = await compareServed(ready.origin, text, live, wasServed, redirected);
  if (comparison.kind === "different") {
    if (live === undefined) throw new Refused(comparedText(comparison, id, { kind: "only" }));
    await target.pointTo(live.id).catch((error: Error) => {
      const why = error.message;
      throw new Refused(comparedText(comparison, id, { kind: "stuck", before: live.id, why }));
    });
    // The readers' release is settled. Whatever cannot be deleted now, the next publish deletes.
    await target.remove([pathOf(id)]).catch(() => {});
    throw new Refused(comparedText(comparison, id, { kind: "back", before: live.id }));
  }
  await target.remove([...stay, id].slice(0, -kept).map(pathOf)).catch(() => {});
  return { kind: "published", id, files: countsOf(ready, live, linked), comparison };
}

/** Says that somebody has changed the live release: it would be repaired in silence otherwise. */
function brokenIntoText(damage: readonly Damage[]): string {
  return `Cảnh báo: bản đang chạy có ${formatNumber(damage.length)} tệp không còn như lúc đăng:\n${damageText(damage)}\nBản mới không dùng lại các tệp ấy. Xin kiểm tra xem ai đã vào máy chủ.`;
}

/** Returns a handler that adds to a refusal which release readers get. */
function failed(whatIsLive: string) {
  return (error: unknown): never => {
    throw error instanceof Refused ? new Refused(`${error.message}\n${whatIsLive}`) : error;
  };
}

const oldIsLive = "Trang đang chạy vẫn được giữ nguyên.";

/** For a swap of which nobody knows whether it was done. */
function unsureText(id: string): string {
  return `Chưa rõ bản đang chạy là bản trước hay bản ${id}, nhưng bản nào cũng đủ tệp. Xin chạy lại lệnh này khi kết nối được.`;
}

/**
 * Goes back to an earlier release, after it has been checked. Throws `Refused` when there is none,
 * or when it is damaged.
 *
 * @param steps 1 for the release before the live one
 */
export async function rollBack(target: Target, written: string, steps: number): Promise<string> {
  const releases = releasesIn(written, await target.list());
  const { live, ids, scraps } = releases;
  if (live === undefined) throw new Refused(`Ở “${written}” chưa có bản nào đang chạy.`);
  const older = ids.filter((id) => id < live);
  const id = older.at(-steps);
  if (id === undefined)
    throw new Refused(
      older.length === 0
        ? `Ở “${written}” không còn bản nào cũ hơn bản đang chạy để trở lại.`
        : `Ở “${written}” chỉ còn ${older.length} bản cũ hơn bản đang chạy, không lùi được ${steps} bản.`,
    );
  const damage = await damageIn(target, id);
  if (damage.length > 0)
    throw new Refused(
      `Không trở lại bản ${id} vì bản ấy đã hỏng:\n${damageText(damage)}\n${await otherWay(target, older, id)}`,
    );
  await target.remove(scraps).catch(failed(oldIsLive));
  await remember(target, live);
  await target.pointTo(id).catch(failed(unsureText(id)));
  return id;
}

/**
 * Keeps a release for those who have a page of it open, which may ask for a stylesheet that the
 * next one has not. Where that fails, they load the page again.
 */
async function remember(target: Target, id: string): Promise<void> {
  await target.remember(id).catch(() => {});
}

async function damageIn(target: Target, id: string): Promise<Damage[]> {
  return damageOf(target, id, await target.read(`${pathOf(id)}/${manifestFile}`));
}

/**
 * Says which release is whole and can be gone back to instead of a damaged one: the next older one,
 * otherwise the next newer one.
 *
 * @param older those before the live one
 */
async function otherWay(
  target: Target,
  older: readonly string[],
  damaged: string,
): Promise<string> {
  const at = older.indexOf(damaged);
  for (const id of [...older.slice(0, at).reverse(), ...older.slice(at + 1)])
    if ((await damageIn(target, id)).length === 0)
      return `${oldIsLive} Bản ${id} còn nguyên; trở lại bản ấy bằng --rollback ${older.length - older.indexOf(id)}`;
  return `${oldIsLive} Không còn bản cũ nào nguyên vẹn; xin đăng lại từ nội dung bằng lệnh publish.`;
}

async function liveRelease(target: Target, { live }: Releases): Promise<Live | undefined> {
  if (live === undefined) return undefined;
  const text = (await target.read(`${pathOf(live)}/${manifestFile}`)) ?? "";
  const manifest: Manifest = readManifest(text) ?? new Map();
  const facts = readRelease(await target.read(`${pathOf(live)}/${releaseFile}`));
  return { id: live, manifest, text, facts };
}

async function expectForwards(
  { facts, isAncestor }: Ready,
  live: Live | undefined,
  written: string,
): Promise<void> {
  if (live?.facts === undefined) return;
  const how = await goesBackwards(facts, live.facts, isAncestor);
  if (how === undefined) return;
  const [running, wished] = [factsText(live.facts), factsText(facts)];
  const rollback = `npm run publish -- --to ${/^[\w@:./-]+$/u.test(written) ? written : `"${written}"`} --rollback`;
  throw new Refused(
    how === "older"
      ? `Không đăng: bản đang chạy (${running}) mới hơn bản định đăng (${wished}). Xin lấy bài mới nhất về bằng git pull rồi đăng lại; nếu muốn trở lại bản trước thì dùng: ${rollback}`
      : `Không đăng: bản đang chạy (${running}) và bản định đăng (${wished}) ở hai nhánh đã tách nhau, nên đăng bản này thì mất những gì chỉ bản đang chạy có. Xin gộp lại bằng git merge ${live.facts.content?.commit.slice(0, 8)} rồi đăng lại; nếu muốn bỏ bản đang chạy thì trở lại bản trước đã: ${rollback}`,
  );
}

/**
 * Returns the releases that are newer than the live one: somebody has rolled them back, or a
 * publish was cut off before the swap. A later rollback must not lead to one.
 */
function abandoned({ live, ids }: Releases): string[] {
  return live === undefined ? [] : ids.filter((id) => id > live);
}

/** Uploads a release beside the live one and checks it. Returns how many files were linked. */
async function upload(
  ready: Ready,
  target: Target,
  id: string,
  text: string,
  live: Live | undefined,
): Promise<number> {
  const part = partOf(id);
  try {
    const linked = await target.upload(ready, part, live);
    const damaged = await target.differences(part, text);
    if (damaged.length > 0) {
      // Most likely a file of the live release is damaged and was linked.
      await target.copyAnew(ready, part, damaged);
      const left = await target.differences(part, text);
      if (left.length > 0)
        throw new Refused(`Không đăng: bản vừa tải lên khác với bản đã dựng.\n${listed(left)}`);
    }
    await target.rename(part, pathOf(id));
    return linked - damaged.length;
  } catch (error) {
    // Whatever cannot be deleted now, the next publish deletes.
    await target.remove([part]).catch(() => {});
    throw error;
  }
}

function countsOf({ manifest }: Ready, live: Live | undefined, linked: number): Published["files"] {
  const gone = [...(live?.manifest.keys() ?? [])].filter((path) => !manifest.has(path)).length;
  return { all: manifest.size, linked: Math.max(0, linked), gone };
}
