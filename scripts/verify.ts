import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkOut, placeInRepository } from "../src/cache/git.ts";
import { projectFolder } from "../src/cache/project.ts";
import { findContent } from "../src/content/found-content.ts";
import { officeFolder } from "../src/office-code.ts";
import { readSettings } from "../src/settings.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { build } from "./build.ts";
import { WrongUse } from "./cli/option.ts";
import type { Options } from "./cli/options.ts";
import { Refused } from "./cli/refused.ts";
import { isCommand, progressLine, run } from "./cli/terminal.ts";
import { billFile, billOfMaterials } from "./publishing/bill-of-materials.ts";
import { commitFacts, commitsAfter, isAncestor, programFacts } from "./publishing/facts.ts";
import {
  changesBetween,
  type Manifest,
  manifestFile,
  manifestOf,
  readManifest,
} from "./publishing/manifest.ts";
import { otherProgramText } from "./publishing/other-program.ts";
import { redirectedFiles } from "./publishing/redirects.ts";
import {
  factsText,
  type ProgramFacts,
  type ReleaseFacts,
  readRelease,
  releaseFile,
} from "./publishing/release.ts";
import { releaseTexts } from "./publishing/release-files.ts";
import {
  causeTexts,
  fetchServedText,
  isServed,
  servedAddress,
  servedDifferences,
} from "./publishing/served.ts";

/** What a live site says of itself. */
type LiveSite = {
  readonly facts: ReleaseFacts;
  readonly manifest: Manifest;
  readonly manifestSum: string;
};

/** What a commit builds here. */
type OwnSite = {
  readonly facts: ReleaseFacts;
  readonly manifest: Manifest;
  /** Files of which a host with rules for old addresses sends another. */
  readonly redirected: ReadonlyMap<string, string>;
};

if (isCommand(import.meta)) {
  await run("verify", async (options) => {
    const origin = options.url ?? (await originIn(options.content));
    const live = await readLive(origin);
    const program = await programFacts();
    await expectSameProgram(live.facts.program, program);
    const content = { ...(await commitToBuild(options, live.facts)), changed: false };
    if (options.commit === undefined) await warnOfStrangeCommit(options.content, content.commit);
    const own = await builtSite(options.content, program, content, live, origin);
    const unlike = changesBetween(own.manifest, live.manifest);
    // A site may claim any number of files; those that the commit has not are told as such.
    const paths = [...own.manifest.keys()].filter(
      (path) => isServed(path) && live.manifest.has(path),
    );
    const asked = sampled(paths, options.sample);
    const wanted = new Map(live.manifest).set(manifestFile, live.manifestSum);
    const served = await servedDifferences(
      origin,
      wanted,
      [manifestFile, ...asked],
      own.redirected,
    );
    process.stdout.write(resultText({ origin, own, live, unlike, served, asked, paths }));
    return unlike.length + served.length === 0 ? 0 : 1;
  });
}

async function originIn(content: string): Promise<string> {
  const { value } = readSettings((await findContent(content)).data.get("site.yaml"));
  if (value === undefined) throw new WrongUse("Xin ghi địa chỉ của trang: --url https://…");
  return value.origin;
}

async function readLive(origin: string): Promise<LiveSite> {
  const [release, manifest] = await Promise.all(
    [releaseFile, manifestFile].map((path) => fetchServedText(servedAddress(origin, path))),
  );
  for (const answer of [release!, manifest!])
    if (answer.kind === "none")
      throw new Refused(
        `Không đọc được ${releaseFile} và ${manifestFile} ở ${origin}/ (${answer.why}). Chỉ kiểm chứng được trang do lệnh publish đăng.`,
      );
  const facts = release!.kind === "file" ? readRelease(release!.text) : undefined;
  const files = manifest!.kind === "file" ? readManifest(manifest!.text) : undefined;
  if (facts === undefined || files === undefined || manifest!.kind !== "file")
    throw new Refused(`${releaseFile} hay ${manifestFile} ở ${origin}/ đã hỏng.`);
  return { facts, manifest: files, manifestSum: manifest!.sum };
}

/** Throws `Refused` when this checkout would not make the same site from the same content. */
async function expectSameProgram(theirs: ProgramFacts, ours: ProgramFacts): Promise<void> {
  if (theirs.code === ours.code) return;
  const { commit } = theirs;
  const isKnown =
    commit !== undefined &&
    (commit === ours.commit || (await isAncestor(projectFolder, commit, "HEAD")) === true);
  throw new Refused(otherProgramText(theirs, ours, isKnown));
}

async function commitToBuild(
  { content, commit: told }: Options<"verify">,
  { content: stated }: ReleaseFacts,
): Promise<{ commit: string; committed: string }> {
  const revision = told ?? stated?.commit;
  if (revision === undefined)
    throw new Refused("Trang đang chạy không ghi commit của nội dung. Xin ghi --commit.");
  const found = await commitFacts(content, revision);
  if (found) return found;
  throw new Refused(
    `Kho của “${content}” không có commit “${revision}”. Xin lấy về bằng git fetch (kho cắt ngắn thì git fetch --unshallow) rồi thử lại.`,
  );
}

/**
 * Warns of a commit that the site names and that is not what is checked out. Any commit will build
 * something: one of a pull request that was fetched, and an old one, whose release somebody has put
 * back.
 */
async function warnOfStrangeCommit(content: string, commit: string): Promise<void> {
  const short = commit.slice(0, 8);
  const later = (await isAncestor(content, commit, "HEAD"))
    ? await commitsAfter(content, commit)
    : undefined;
  if (later === 0) return;
  process.stderr.write(
    later === undefined
      ? `Lưu ý: trang tự khai commit ${short}, mà commit ấy không thấy trong lịch sử của HEAD ở đây. Xin xem ai đã viết commit ấy (git show), hoặc chuyển kho về nhánh được đăng rồi thử lại.\n`
      : `Lưu ý: trang tự khai commit ${short}, cũ hơn HEAD ở đây: từ đó đến nay đã có ${formatNumber(later)} commit sửa nội dung. Nếu các commit ấy đã được đăng thì máy chủ đang đưa ra một bản cũ.\n`,
  );
}

/** Builds the content of a commit from nothing, in a folder of its own, as its release has it. */
async function builtSite(
  content: string,
  program: ProgramFacts,
  facts: NonNullable<ReleaseFacts["content"]>,
  live: LiveSite,
  origin: string,
): Promise<OwnSite> {
  const place = await placeInRepository(content);
  if (place === undefined) throw new WrongUse(`Thư mục “${content}” không nằm trong kho git nào.`);
  const folder = await mkdtemp(join(tmpdir(), "ban-tin-verify-"));
  try {
    const source = join(folder, "source");
    await mkdir(source);
    // An office may have had code of its own then, and none now.
    const code = officeFolder(content) ? [join(dirname(place.folder), "layouts")] : [];
    await checkOut(place.repository, place.folder, facts.commit, source, code);
    const output = join(folder, "_site");
    const { progress, end } = progressLine("vi");
    const { today } = live.facts;
    const building = { content: join(source, place.folder), output, today, drafts: false };
    // What an earlier build has kept could have been forged, so none of it is used.
    const built = await build({ ...building, cache: join(folder, ".cache") }, progress).finally(
      end,
    );
    if (built.kind === "faulty")
      throw new Refused(`Nội dung của commit ${facts.commit} có lỗi, nên không dựng được trang.`);
    const bill = live.manifest.has(billFile) ? await billOfMaterials() : undefined;
    // Another commit may have the same code. Nothing else that a site says of its program is taken
    // from it, otherwise it would be compared with itself.
    const ours = { ...program, commit: live.facts.program.commit };
    const about = { program: ours, content: facts, today };
    return {
      ...releaseTexts(manifestOf(output), about, bill),
      redirected: await redirectedFiles(output, origin),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns paths at even distances, all of them when no number is given. */
function sampled(paths: readonly string[], count = paths.length): string[] {
  const step = Math.max(1, paths.length / count);
  return Array.from(
    { length: Math.min(count, paths.length) },
    (_, at) => paths[Math.floor(at * step)]!,
  );
}

type Result = {
  readonly origin: string;
  readonly own: OwnSite;
  readonly live: LiveSite;
  /** Paths that differ between what the commit builds and what the site says it has. */
  readonly unlike: readonly string[];
  readonly served: Awaited<ReturnType<typeof servedDifferences>>;
  readonly asked: readonly string[];
  readonly paths: readonly string[];
};

function resultText({
  origin,
  own,
  live: { facts, manifest },
  unlike,
  served,
  asked,
  paths,
}: Result): string {
  const changed = facts.content?.changed
    ? ["Bản đang chạy được đăng khi còn sửa đổi chưa commit, nên khó mà giống hẳn một commit."]
    : [];
  const shown = [
    ...unlike.slice(0, 50).map((path) => `  ${path}: không phải do commit này dựng ra`),
    ...served.slice(0, 50).map(({ address, why }) => `  ${address}: ${why}`),
  ];
  const what = `trang ở ${origin}/ với bản dựng lại từ ${factsText(own.facts)}`;
  const lines =
    shown.length > 0
      ? [
          `${formatNumber(unlike.length + served.length)} chỗ khác nhau khi so ${what}:`,
          ...changed,
          ...shown,
          ...causeTexts(served),
        ]
      : [
          `Đã kiểm chứng: danh sách ${formatNumber(manifest.size)} tệp khớp hoàn toàn khi so ${what}.`,
          asked.length === paths.length
            ? `Đã tải đủ ${formatNumber(asked.length)} tệp mà người đọc mở được: tệp nào cũng đúng.`
            : `Đã tải thử ${formatNumber(asked.length)} trong ${formatNumber(paths.length)} tệp mà người đọc mở được: tệp nào cũng đúng.`,
        ];
  return lines.map((line) => `${line}\n`).join("");
}
