import { relative, resolve } from "node:path";
import { findContent } from "../src/content/found-content.ts";
import { originOf } from "../src/origin.ts";
import { openOutput } from "../src/output/output.ts";
import { holdsSources } from "../src/output/staging.ts";
import { emptySettings, readSettings } from "../src/settings.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { noProgress, type Progress } from "../src/work/progress.ts";
import { build } from "./build.ts";
import type { Destination } from "./cli/destination.ts";
import type { Options } from "./cli/options.ts";
import { Refused } from "./cli/refused.ts";
import { countText, reportText } from "./cli/report.ts";
import { isCommand, paintFor, progressLine, run } from "./cli/terminal.ts";
import { contentFacts, isAncestor, programFacts } from "./publishing/facts.ts";
import { openLocalTarget } from "./publishing/local-target.ts";
import {
  type Published,
  publishRelease,
  type Ready,
  rollBack,
} from "./publishing/publish-release.ts";
import { factsText } from "./publishing/release.ts";
import { type MadeFiles, makeReleaseFiles } from "./publishing/release-files.ts";
import { openRemoteTarget } from "./publishing/remote-target.ts";
import type { Target } from "./publishing/target.ts";
import type { Faulty } from "./site/make-site.ts";
import type { Done } from "./site/write-site.ts";
import { laterAddress } from "./starting/later-address.ts";

if (isCommand(import.meta)) {
  await run("publish", async (options) => {
    const { to, rollback } = options;
    if (rollback !== undefined) {
      await using target = await openTarget(to);
      const id = await rollBack(target, to.written, rollback);
      process.stdout.write(`Đã trở lại bản ${id} ở ${to.written}.\n`);
      return 0;
    }
    const { progress, end } = progressLine("vi");
    const result = await publish(options, progress, end, (text) =>
      process.stderr.write(`${text}\n`),
    );
    const printing = { ...options, lang: "vi", paint: paintFor(process.stderr) } as const;
    process.stderr.write(reportText(result.problems, printing));
    if (result.kind === "faulty") {
      const count = countText(result.problems, "vi");
      process.stderr.write(
        `Không đăng vì nội dung có ${count}. Trang ở ${to.written} vẫn được giữ nguyên.\n`,
      );
      return 1;
    }
    process.stdout.write(publishedText(result, to.written));
    return 0;
  });
}

/** What came of a publish, with the problems of the content. */
type Result =
  | Faulty
  | (Published &
      Pick<Ready, "facts" | "origin"> &
      Pick<MadeFiles, "hasBill"> &
      Pick<Done, "problems">);

/**
 * Builds a site and publishes it. Content with an error is not published. Throws `Refused` when the
 * release may not be published, or is not what readers get.
 *
 * @param built is called when the build has ended
 * @param warn is told what the person who publishes should look into
 */
export async function publish(
  options: Omit<Options<"publish">, "rollback">,
  progress: Progress = noProgress,
  built = () => {},
  warn: Ready["warn"] = () => {},
): Promise<Result> {
  expectOwnFolder(options);
  const building = { ...options, drafts: false };
  const done = await build(building, progress).finally(built);
  if (done.kind === "faulty") return done;
  // No other build may touch the output until it is uploaded.
  await using output = await openOutput(building);
  const found = await findContent(options.content);
  if (!(await output.isAsBuilt(originOf(found, building).whole)))
    throw new Refused("Nội dung đã thay đổi trong lúc dựng trang. Xin chạy lại lệnh publish.");
  const about = {
    program: await programFacts(),
    content: await contentFacts(options.content, found),
    today: options.today,
  };
  if (about.content?.changed)
    warn(
      "Lưu ý: nội dung có sửa đổi chưa commit, nên lệnh verify sẽ không kiểm chứng được bản này. Muốn kiểm chứng được thì xin commit rồi đăng lại.",
    );
  await using files = await makeReleaseFiles(options.output, about);
  const { value: settings = emptySettings } = readSettings(found.data.get("site.yaml"));
  if (settings.origin === laterAddress)
    warn(
      `Lưu ý: url ở site.yaml vẫn là ${laterAddress}, địa chỉ tạm từ khi tạo trang, nên thẻ chia sẻ, nguồn tin và sơ đồ trang đều dẫn đến đó. Xin ghi địa chỉ thật rồi đăng lại.`,
    );
  const ready: Ready = {
    ...files,
    origin: options.url ?? settings.origin,
    isAncestor: (a, b) => isAncestor(options.content, a, b),
    warn,
  };
  await using target = await openTarget(options.to);
  const published = await publishRelease(ready, target, options.to.written);
  const { facts, hasBill } = files;
  return { ...published, facts, hasBill, origin: ready.origin, problems: done.problems };
}

function openTarget(to: Destination): Promise<Target> {
  return to.kind === "local" ? openLocalTarget(to.folder) : openRemoteTarget(to);
}

/** Throws `Refused` for a folder of this machine that is needed for something else. */
function expectOwnFolder({
  to,
  content,
  output,
}: Pick<Options<"publish">, "to" | "content" | "output">): void {
  if (to.kind === "remote") return;
  const folder = resolve(to.folder);
  if (holdsSources(folder, resolve(content)))
    throw new Refused(
      `Không đăng vào “${to.written}”: thư mục này chứa nội dung hoặc mã nguồn. Xin chọn một thư mục riêng cho trang tin.`,
    );
  const inOutput = relative(resolve(output), folder);
  if (inOutput === "" || !/^\.\.(?:[\\/]|$)|^[A-Za-z]:/u.test(inOutput))
    throw new Refused(
      `Không đăng vào “${to.written}”: lệnh build ghi vào đó. Xin chọn thư mục khác bằng --to.`,
    );
}

function publishedText(result: Exclude<Result, Faulty>, written: string): string {
  const { kind, id, facts, origin, files, hasBill, comparison } = result;
  const { all, linked, gone } = files;
  const lines = [
    kind === "unchanged"
      ? `Không có gì mới để đăng: ${written} đang chạy bản ${id} (${factsText(facts)}).`
      : `Đã đăng bản ${id} (${factsText(facts)}) vào ${written}: ${formatNumber(all)} tệp, ${formatNumber(all - linked)} tệp mới, ${formatNumber(linked)} tệp giữ từ bản trước, ${formatNumber(gone)} tệp bỏ đi.`,
    comparison.kind === "same"
      ? `Đã so ${comparison.addresses} địa chỉ ở ${origin}/: đúng như bản này.`
      : `Chưa so được với trang trên mạng, vì ${comparison.why}.`,
    ...(hasBill
      ? []
      : ["Bản này không có sbom.json, vì máy không có npm 10 trở lên để lập danh mục gói."]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
