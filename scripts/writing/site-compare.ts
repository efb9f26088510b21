import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "../../src/day.ts";
import { lossesOf } from "../../src/importing/comparing.ts";
import { wordPressContent } from "../../src/importing/wordpress-fields.ts";
import { readWordPressSite } from "../../src/importing/wordpress-site.ts";
import { shown } from "./given.ts";
import { planSite } from "./site-plan.ts";
import { exportPieces } from "./site-share.ts";

/** At most this many articles are named. */
const mostNamed = 50;
/** At most this many missing words of an article are named. */
const mostWords = 12;

/**
 * Compares every article that came from an export with its text there. Returns what to print, and
 * whether nothing is missing.
 */
export async function compareSite(
  file: string,
  content: string,
  types: readonly string[],
  today: Day,
): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const site = await readWordPressSite(exportPieces(file));
  const plan = planSite(site, content, types, today);
  let index = -1;
  let words = 0;
  let missingWords = 0;
  let tables = 0;
  let missingTables = 0;
  let compared = 0;
  const lines: string[] = [];
  for await (const { kind, xml } of exportPieces(file)) {
    if (kind === "head") continue;
    index += 1;
    const planned = plan.posts[index];
    if (planned?.kind !== "known") continue;
    const path = planned.path.endsWith(".md") ? planned.path : join(planned.path, "index.md");
    const losses = lossesOf(wordPressContent(xml), readFileSync(path, "utf8"));
    compared += 1;
    words += losses.words;
    missingWords += losses.missing.length;
    tables += losses.tables;
    missingTables += losses.missingTables;
    if (losses.missing.length === 0 && losses.missingTables === 0) continue;
    const parts = [
      ...(losses.missing.length > 0
        ? [`thiếu ${losses.missing.length} chữ: ${named(losses.missing)}`]
        : []),
      ...(losses.missingTables > 0 ? [`thiếu ${losses.missingTables} bảng`] : []),
    ];
    lines.push(`${shown(path)}: ${parts.join("; ")}`);
  }
  const absent = plan.posts.filter(({ kind }) => kind === "new").length;
  const rest = lines.length - mostNamed;
  const number = (count: number) => count.toLocaleString("vi-VN");
  const text = [
    ...lines.slice(0, mostNamed),
    ...(rest > 0 ? [`… và ${number(rest)} bài khác`] : []),
    `Đã so ${number(compared)} bài với tệp xuất${absent > 0 ? `; ${number(absent)} bài chưa nhập` : ""}.`,
    `Chữ: ${number(words)}, thiếu ${number(missingWords)}. Bảng: ${number(tables)}, thiếu ${number(missingTables)}.`,
    lines.length === 0
      ? "Không bài nào thiếu chữ hay bảng."
      : `${number(lines.length)} bài có chỗ khác tệp xuất. Chữ ai đó đã sửa sau khi nhập cũng tính là khác.`,
  ].join("\n");
  return { text, isWhole: lines.length === 0 };
}

function named(words: readonly string[]): string {
  const rest = words.length - mostWords;
  return `${words.slice(0, mostWords).join(" ")}${rest > 0 ? ` … (và ${rest} chữ nữa)` : ""}`;
}
