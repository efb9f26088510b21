import { extname } from "node:path";
import { openContentFolder } from "../src/content/content-folder.ts";
import type { Day } from "../src/day.ts";
import { folderName } from "../src/front-matter/new-article.ts";
import { type Finds, findsOf } from "../src/importing/draft.ts";
import { ImportRefused } from "../src/importing/imported-document.ts";
import { type ReferenceData, readReference } from "../src/reference.ts";
import type { UnitIndex } from "../src/unit-index.ts";
import { WrongUse } from "./cli/option.ts";
import type { Options } from "./cli/options.ts";
import { run } from "./cli/terminal.ts";
import { type Said, shown, unitGiven, withSaid } from "./writing/given.ts";
import {
  findsText,
  placeOfDraft,
  readDocument,
  withReadablePictures,
  writeDraft,
} from "./writing/importing.ts";
import { askDay, askText, askUnit, NoAnswer, terminalQuestions } from "./writing/questions.ts";
import { compareSite } from "./writing/site-compare.ts";
import { importSite } from "./writing/site-import.ts";
import { siteText } from "./writing/site-report.ts";

await run("import", async (args) => {
  const { data: files } = await openContentFolder(args.content);
  const data: ReferenceData = { files, pictures: new Set() };
  const { reference } = readReference(data);
  const said: Said = {
    title: args.title,
    date: args.date,
    unit: args.unit === undefined ? undefined : unitGiven(args.unit, reference.units),
    authors: args.author,
  };
  const isSite = extname(args.file).toLowerCase() === ".xml";
  if (!isSite && (args.published || args.compare || args.type.length > 0))
    throw new WrongUse(
      "--published, --type và --compare chỉ dùng với tệp xuất .xml của WordPress.",
    );
  try {
    if (isSite) return await importExport(args, data, said);
    const document = await withReadablePictures(await readDocument(args.file, args.uploads));
    const found = withSaid(findsOf(document, reference), said);
    const mayAsk = !args.yes && Boolean(process.stdin.isTTY);
    const finds = mayAsk ? await askMissing(found, reference.units, args.today) : found;
    const { folder, taken } = placeOfDraft(finds, args.content);
    if (taken !== undefined)
      throw new ImportRefused(
        `Đã có ${shown(taken)}, không ghi đè. Bài ấy có cùng nguồn hoặc gần như cùng chữ với tệp này, nên chắc là đã nhập rồi; xin mở bài ấy mà sửa tiếp.`,
      );
    const path = await writeDraft(finds, document, args.content, folder);
    process.stdout.write(`${findsText(finds, args.content)}\n\n${shown(path)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof NoAnswer) throw new WrongUse("Đã dừng, chưa tạo tệp nào.");
    if (!(error instanceof ImportRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
});

/** Imports a whole site, or compares what was imported of it. Returns the exit code. */
async function importExport(
  { file, content, uploads, type, published, compare, today }: Options<"import">,
  data: ReferenceData,
  said: Said,
): Promise<0 | 1> {
  const types = type.length === 0 ? ["post"] : type;
  if (compare) {
    const { text, isWhole } = await compareSite(file, content, types, today);
    process.stdout.write(`${text}\n`);
    return isWhole ? 0 : 1;
  }
  const wish = { file, content, uploads, types, isPublished: published, said, data, today };
  const done = await importSite(wish);
  process.stdout.write(`${siteText(done)}\n`);
  if (done.results.length === 0)
    throw new ImportRefused(
      done.plan.posts.some(({ kind }) => kind === "known")
        ? "Không nhập thêm bài nào: mọi bài trong tệp đều đã có."
        : "Trong tệp không có bài nào để nhập.",
    );
  process.stdout.write(`${done.results.map(({ path }) => shown(path)).join("\n")}\n`);
  return 0;
}

async function askMissing(finds: Finds, units: UnitIndex, today: Day): Promise<Finds> {
  const { ask, end } = terminalQuestions();
  try {
    const title = finds.title ?? (await askText(ask, "Tiêu đề bài"));
    const date = finds.date ?? (await askDay(ask, "Ngày của bài", today));
    const unit = finds.unit ?? (await askUnit(ask, units.units, date));
    const authors =
      finds.authors.length > 0 ? finds.authors : [{ name: await askText(ask, "Người viết") }];
    return { ...finds, title, date, unit, authors, slug: finds.slug || folderName(title) };
  } finally {
    end();
  }
}
