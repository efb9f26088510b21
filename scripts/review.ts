import { appendFile, lstat, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { checkOut, gitIn, placeInRepository, zeroSplit } from "../src/cache/git.ts";
import { type Content, loadContent } from "../src/load.ts";
import { WrongUse } from "./cli/option.ts";
import { run } from "./cli/terminal.ts";
import { checkAddresses } from "./site/make-site.ts";
import { newRecord } from "./writing/new-record.ts";
import {
  type Change,
  type ReviewedContent,
  type ReviewedPicture,
  reviewText,
} from "./writing/review.ts";

await run("review", async ({ base, content, cache, today, "output-file": outputFile }) => {
  const { repository, folder, from } = await baseOf(base, content);
  const changes = await changesIn(repository, folder, from);
  const old = await mkdtemp(join(tmpdir(), "ban-tin-review-"));
  try {
    await checkOut(repository, folder, from, old);
    const before = await contentIn(join(old, folder), join(old, ".cache"), today).catch(
      // There was no content yet.
      () => ({ articles: [], units: [], people: [], today, addresses: [] }),
    );
    const after = await contentIn(content, cache, today);
    const checked = await checkAddresses(
      { content, cache, drafts: false, today },
      before.addresses,
    );
    const review = {
      changed: changes,
      before,
      after,
      pictures: await picturesOf(changes, content),
      problems: checked.problems,
      unrecorded: checked.unrecorded,
      isRecordGone: before.addresses.length > 0 && checked.record.length === 0,
      newAddresses: checked.record.length === 0 ? 0 : newRecord(checked).added.length,
    };
    const text = reviewText(review, addressIn(folder));
    if (outputFile === undefined) process.stdout.write(text);
    else await appendFile(outputFile, text);
    return 0;
  } finally {
    await rm(old, { recursive: true, force: true });
  }
});

/** Returns the repository, the content's folder in it, and the commit at which the change began. */
async function baseOf(base: string, content: string) {
  const place = await placeInRepository(content);
  if (place === undefined) throw new WrongUse(`Thư mục “${content}” không nằm trong kho git nào.`);
  const { repository, folder } = place;
  const commit = await gitIn(repository, [
    "rev-parse",
    "--verify",
    "--end-of-options",
    `${base}^{commit}`,
  ]).catch(() => {
    throw new WrongUse(`Không có nhánh hay commit “${base}”. Lấy về bằng git fetch rồi thử lại.`);
  });
  // In a shallow clone the common ancestor may be missing; then the base itself will do.
  const from = await gitIn(repository, ["merge-base", commit.trim(), "HEAD"]).catch(() => commit);
  return { repository, folder, from: from.trim() };
}

/** Returns changes since a commit, by path in the content folder; uncommitted ones count too. */
async function changesIn(
  repository: string,
  folder: string,
  from: string,
): Promise<Map<string, Change>> {
  const scope = folder === "" ? [] : ["--", folder];
  const [tracked, untracked] = await Promise.all([
    gitIn(repository, ["diff", "--name-status", "--no-renames", "-z", from, ...scope]),
    gitIn(repository, ["ls-files", "--others", "--exclude-standard", "-z", ...scope]),
  ]);
  const parts = zeroSplit(tracked);
  const words: Readonly<Record<string, Change>> = { A: "added", D: "deleted" };
  const inContent = (path: string) => (folder === "" ? path : path.slice(folder.length + 1));
  const changes = new Map<string, Change>();
  for (let at = 0; at + 1 < parts.length; at += 2)
    changes.set(inContent(parts[at + 1]!), words[parts[at]!] ?? "changed");
  for (const path of zeroSplit(untracked)) changes.set(inContent(path), "added");
  return changes;
}

async function contentIn(
  content: string,
  cache: string,
  today: ReviewedContent["today"],
): Promise<ReviewedContent & Pick<Content, "addresses">> {
  const options = { content, cache, drafts: true, today };
  const { published, withdrawn, units, people, settings, addresses } = await loadContent(options);
  const articles = [...published, ...withdrawn];
  const approvalFrom = settings?.approvalFrom;
  return { articles, units: units.units, people, today, approvalFrom, addresses };
}

async function picturesOf(
  changes: ReadonlyMap<string, Change>,
  content: string,
): Promise<ReviewedPicture[]> {
  const pictures: ReviewedPicture[] = [];
  for (const [path, change] of [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!/\.(?:jpe?g|png|webp|avif)$/iu.test(path)) continue;
    const place = join(content, path);
    const found = change === "deleted" ? undefined : await lstat(place).catch(() => undefined);
    const size = found?.isFile()
      ? await sharp(place)
          .metadata()
          .catch(() => undefined)
      : undefined;
    pictures.push({
      path,
      change,
      bytes: found?.size ?? 0,
      ...(size ? { size: { width: size.width, height: size.height } } : {}),
    });
  }
  return pictures;
}

/** Returns a function that gives the address of a file on GitHub; undefined outside of GitHub. */
function addressIn(folder: string): (path: string) => string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_SHA: commit } = process.env;
  if (!server || !name || !commit) return () => undefined;
  return (path) =>
    encodeURI(`${server}/${name}/blob/${commit}/${folder === "" ? "" : `${folder}/`}${path}`)
      .replaceAll("(", "%28")
      .replaceAll(")", "%29");
}
