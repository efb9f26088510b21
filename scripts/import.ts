import { fixCharacters } from "../src/content/characters.ts";
import { openContentFolder } from "../src/content/content-folder.ts";
import type { Day } from "../src/day.ts";
import { folderName } from "../src/front-matter/new-article.ts";
import { type Finds, findsOf } from "../src/importing/draft.ts";
import { ImportRefused } from "../src/importing/imported-document.ts";
import { readReference } from "../src/reference.ts";
import type { Unit } from "../src/unit.ts";
import type { UnitIndex } from "../src/units.ts";
import { dayGiven, todayFrom, understood, WrongUse } from "./cli/options.ts";
import { runWith } from "./cli/terminal.ts";
import { placeFor, takenBy } from "./writing/creating.ts";
import { findsText, freshFolder, readDocuments, writeDraft } from "./writing/importing.ts";
import { askDay, askText, askUnit, NoAnswer, terminalQuestions } from "./writing/questions.ts";

const help = `Nhập một bài có sẵn thành bài nháp: chữ, ảnh, và những gì đọc được ở bài.

  npm run import -- TỆP [tùy chọn]

TỆP là tệp Word (.docx), trang web đã lưu (.html), tệp chữ thuần (.txt) hoặc tệp xuất của WordPress (.xml).

  --unit ĐƠN_VỊ       mã hoặc tên đơn vị, khi không muốn để máy đoán
  --date NGÀY         ngày của bài, ví dụ 14/1/2024
  --author TÊN        người viết; nhiều người thì ghi nhiều lần
  --title TIÊU_ĐỀ     tiêu đề
  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --yes               không hỏi gì; điều chưa rõ để lại thành ghi chú trong tệp

Điều gì không chắc thì lệnh nói rõ. Dòng cuối cùng in ra là đường dẫn của bài nháp.

Mã kết thúc: 0 xong; 1 không nhập được; 2 dùng sai hoặc chương trình hỏng.
`;

type Args = {
  readonly file: string;
  readonly unit: string | undefined;
  readonly date: Day | undefined;
  readonly authors: readonly string[];
  readonly title: string | undefined;
  readonly content: string;
  /** False when nothing may be asked. */
  readonly mayAsk: boolean;
};

await runWith(help, readArgs, async (args) => {
  const { data } = await openContentFolder(args.content);
  const { reference } = readReference({ files: data, pictures: new Set() });
  const { units } = reference;
  const given = args.unit === undefined ? undefined : findUnit(args.unit, units);
  try {
    const { documents, notes } = await readDocuments(args.file);
    const paths: string[] = [];
    const isAlone = documents.length === 1;
    const used = new Set<string>();
    for (const document of documents) {
      const found = withSaid(findsOf(document, reference), args, given);
      const finds = args.mayAsk && isAlone ? await askMissing(found, units) : found;
      const first = freshFolder(finds, args.content, used);
      // An export has its own numbers, to be known again; a document may be one of many meetings.
      const { folder, taken } = isAlone
        ? placeFor(first, finds.date)
        : { folder: first, taken: takenBy(first) };
      if (taken !== undefined && isAlone)
        throw new ImportRefused(
          `Đã có ${shown(taken)}, không ghi đè. Xóa hoặc đổi tên thư mục ấy rồi nhập lại.`,
        );
      // An export is imported again when it has grown, and what was edited since must stay.
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

function withSaid(finds: Finds, args: Args, unit: Unit | undefined): Finds {
  const { title = finds.title, date = finds.date } = args;
  return {
    ...finds,
    title,
    date,
    unit: unit ?? finds.unit,
    authors: args.authors.length > 0 ? args.authors.map((name) => ({ name })) : finds.authors,
    slug: finds.slug || folderName(title ?? ""),
  };
}

async function askMissing(finds: Finds, units: UnitIndex): Promise<Finds> {
  const { ask, end } = terminalQuestions();
  try {
    const title = finds.title ?? (await askText(ask, "Tiêu đề bài"));
    const date = finds.date ?? (await askDay(ask, "Ngày của bài", todayFrom(undefined)));
    const unit = finds.unit ?? (await askUnit(ask, units.units, date));
    const authors =
      finds.authors.length > 0 ? finds.authors : [{ name: await askText(ask, "Người viết") }];
    return { ...finds, title, date, unit, authors, slug: finds.slug || folderName(title) };
  } finally {
    end();
  }
}

function findUnit(written: string, units: UnitIndex): Unit {
  const unit = units.find(written);
  if (unit !== undefined) return unit;
  const near = units.suggest(written);
  const hint = near === undefined ? "" : ` Có phải ý bạn là “${near}”?`;
  throw new WrongUse(`Không có đơn vị “${written}” trong units.yaml.${hint}`);
}

function shown(path: string): string {
  return path.replaceAll("\\", "/");
}

function readArgs(words: readonly string[]): Args | undefined {
  const { values, positionals } = understood({
    args: [...words],
    allowPositionals: true,
    options: {
      unit: { type: "string" },
      date: { type: "string" },
      author: { type: "string", multiple: true, default: [] },
      title: { type: "string" },
      content: { type: "string", default: "content" },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  const [file, more] = positionals;
  if (file === undefined) throw new WrongUse("Còn thiếu tên tệp: npm run import -- bai.docx");
  if (more !== undefined)
    throw new WrongUse("Mỗi lần nhập một tệp; tên tệp có dấu cách thì đặt trong ngoặc kép.");
  const date = dayGiven(values.date);
  const clean = (text: string) => fixCharacters(text).trim();
  return {
    file,
    unit: values.unit,
    date,
    authors: values.author.map(clean).filter((name) => name !== ""),
    title: values.title === undefined ? undefined : clean(values.title),
    content: values.content,
    mayAsk: !values.yes && Boolean(process.stdin.isTTY),
  };
}
