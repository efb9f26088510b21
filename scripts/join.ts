import { join } from "node:path";
import type { AssetFile } from "../src/assets/assets.ts";
import { openOutput } from "../src/output/output.ts";
import type { Language } from "../src/problems/problem.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { isCommand, run } from "./cli/terminal.ts";
import { type FoundPart, findParts } from "./joining/part.ts";
import { partFaults } from "./joining/part-faults.ts";

export type JoinOptions = {
  /** The folder with the parts. */
  readonly parts: string;
  readonly output: string;
  readonly cache: string;
  readonly lang: Language;
};

export type Joined =
  | { readonly kind: "faulty"; readonly faults: readonly string[] }
  | {
      readonly kind: "joined";
      readonly parts: number;
      readonly files: number;
      readonly written: number;
      readonly removed: number;
    };

/**
 * Puts the parts of a site together. Nothing is written unless all of them are there, once, made
 * from the same and as they were built. Afterwards the output is as if one build had written it: a
 * build of the same content finds nothing to do.
 */
export async function joinParts({
  parts: from,
  output,
  cache,
  lang,
}: JoinOptions): Promise<Joined> {
  const { parts, unreadable } = await findParts(from);
  const faults = partFaults(from, parts, unreadable, lang);
  if (faults.length > 0) return { kind: "faulty", faults };
  await using opened = await openOutput({ output, content: from, cache });
  const update = await opened.update("joined");
  const files = parts.flatMap(filesOf);
  await update.copy(files);
  const { built, origin } = parts[0]!;
  const pages = parts.reduce((sum, part) => sum + part.built.pages, 0);
  const { written, removed } = await update.finish({ ...built, pages, madeFrom: origin.whole });
  return { kind: "joined", parts: parts.length, files: files.length, written, removed };
}

function filesOf({ folder, manifest }: FoundPart): AssetFile[] {
  return [...manifest!].map(([path, hash]) => ({
    url: `/${path}`,
    realPath: join(folder, path),
    hash,
  }));
}

const say = {
  vi: {
    faulty: "Chưa gộp trang. Trang đang có vẫn được giữ nguyên.",
    joined: (output: string, parts: string, files: string, written: string, removed: string) =>
      `Đã gộp ${parts} phần vào ${output}: ${files} tệp, ghi ${written} tệp, xóa ${removed} tệp.`,
  },
  en: {
    faulty: "Nothing was joined. The site is as it was.",
    joined: (output: string, parts: string, files: string, written: string, removed: string) =>
      `Joined ${parts} parts in ${output}: ${files} files, ${written} written, ${removed} removed.`,
  },
} as const;

if (isCommand(import.meta)) {
  await run("join", async (options) => {
    const words = say[options.lang];
    const joined = await joinParts(options);
    if (joined.kind === "faulty") {
      process.stderr.write([...joined.faults, words.faulty].map((line) => `${line}\n`).join(""));
      return 1;
    }
    const { parts, files, written, removed } = joined;
    const counts = [parts, files, written, removed].map(formatNumber);
    const [a, b, c, d] = counts as [string, string, string, string];
    process.stdout.write(`${words.joined(options.output, a, b, c, d)}\n`);
    return 0;
  });
}
