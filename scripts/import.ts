import { openContentFolder } from "../src/content/content-folder.ts";
import type { Day } from "../src/day.ts";
import { folderName } from "../src/front-matter/new-article.ts";
import { type Finds, findsOf } from "../src/importing/draft.ts";
import { ImportRefused } from "../src/importing/imported-document.ts";
import { readReference } from "../src/reference.ts";
import type { Unit } from "../src/unit.ts";
import type { UnitIndex } from "../src/unit-index.ts";
import { WrongUse } from "./cli/option.ts";
import type { Options } from "./cli/options.ts";
import { run } from "./cli/terminal.ts";
import { placeFor, takenBy } from "./writing/creating.ts";
import { shown, unitGiven } from "./writing/given.ts";
import { findsText, freshFolder, readDocuments, writeDraft } from "./writing/importing.ts";
import { askDay, askText, askUnit, NoAnswer, terminalQuestions } from "./writing/questions.ts";

await run("import", async (args) => {
  const { data } = await openContentFolder(args.content);
  const { reference } = readReference({ files: data, pictures: new Set() });
  const { units } = reference;
  const given = args.unit === undefined ? undefined : unitGiven(args.unit, units);
  const mayAsk = !args.yes && Boolean(process.stdin.isTTY);
  try {
    const { documents, notes } = await readDocuments(args.file);
    const paths: string[] = [];
    const isAlone = documents.length === 1;
    const used = new Set<string>();
    for (const document of documents) {
      const found = withSaid(findsOf(document, reference), args, given);
      const finds = mayAsk && isAlone ? await askMissing(found, units, args.today) : found;
      const first = freshFolder(finds, args.content, used);
      // The numbers of an export must stay the same, so that its articles are recognized next time.
      // A single document may be one of many meetings that are called alike.
      const { folder, taken } = isAlone
        ? placeFor(first, finds.date)
        : { folder: first, taken: takenBy(first) };
      if (taken !== undefined && isAlone)
        throw new ImportRefused(
          `Đã có ${shown(taken)}, không ghi đè. Xóa hoặc đổi tên thư mục ấy rồi nhập lại.`,
        );
      // An export is imported again when it has grown; what was edited since must stay.
      if (taken !== undefined) notes.push(`Bỏ qua “${finds.title ?? ""}”: đã có ${shown(taken)}.`);
      else {
        paths.push(await writeDraft(finds, document, args.content, folder));
        process.stdout.write(`${findsText(finds)}\n\n`);
      }
    }
    for (const note of notes) process.stdout.write(`${note}\n`);
    if (paths.length === 0)
      throw new ImportRefused(
        documents.length === 0
          ? "Trong tệp không có bài nào để nhập."
          : "Không nhập thêm bài nào: mọi bài trong tệp đều đã có.",
      );
    process.stdout.write(`${paths.map(shown).join("\n")}\n`);
    return 0;
  } catch (error) {
    if (error instanceof NoAnswer) throw new WrongUse("Đã dừng, chưa tạo tệp nào.");
    if (!(error instanceof ImportRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
});

function withSaid(finds: Finds, args: Options<"import">, unit: Unit | undefined): Finds {
  const { title = finds.title, date = finds.date } = args;
  return {
    ...finds,
    title,
    date,
    unit: unit ?? finds.unit,
    authors: args.author.length > 0 ? args.author.map((name) => ({ name })) : finds.authors,
    slug: finds.slug || folderName(title ?? ""),
  };
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
