import { spawn } from "node:child_process";
import { fixCharacters } from "../src/content/characters.ts";
import { openContentFolder } from "../src/content/content-folder.ts";
import type { Day } from "../src/day.ts";
import { folderName, type NewArticle } from "../src/front-matter/new-article.ts";
import { loadContent } from "../src/load.ts";
import { readReference } from "../src/reference.ts";
import { commonest } from "../src/text/commonest.ts";
import { slugOf } from "../src/text/vietnamese.ts";
import type { UnitIndex } from "../src/units.ts";
import { articleUrl } from "../src/urls.ts";
import { dayGiven, todayFrom, understood, WrongUse } from "./cli/options.ts";
import { runWith } from "./cli/terminal.ts";
import { createArticle } from "./writing/creating.ts";
import { gitName } from "./writing/git-name.ts";
import {
  type Ask,
  askDay,
  askTags,
  askText,
  askUnit,
  NoAnswer,
  terminalQuestions,
} from "./writing/questions.ts";

const help = `Tạo một bài mới: thư mục, tệp và phần đầu bài có sẵn lời chỉ dẫn.

  npm run new -- "Tiêu đề bài" [tùy chọn]

  --unit ĐƠN_VỊ       mã, tên hoặc tên khác của đơn vị trong units.yaml
  --date NGÀY         ngày của bài, ví dụ 14/1/2024 (mặc định: hôm nay)
  --author TÊN        người viết; nhiều người thì ghi nhiều lần (mặc định: tên đã khai với git)
  --tag CHỦ_ĐỀ        chủ đề; nhiều chủ đề thì ghi nhiều lần
  --slug TÊN          tên thư mục của bài (mặc định: tiêu đề không dấu)
  --content THƯ_MỤC   thư mục nội dung (mặc định: content)
  --yes               không hỏi gì

Còn thiếu điều gì thì lệnh sẽ hỏi. Dòng cuối cùng in ra là đường dẫn của tệp mới.

Mã kết thúc: 0 xong; 1 đã có bài ấy nên không tạo; 2 dùng sai hoặc chương trình hỏng.
`;

type Args = {
  readonly title: string | undefined;
  readonly unit: string | undefined;
  readonly date: Day | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly slug: string | undefined;
  readonly content: string;
  readonly cache: string;
  /** Undefined when nothing may be asked. */
  readonly mayAsk: boolean;
};

await runWith(help, readArgs, async (args) => {
  const { data } = await openContentFolder(args.content);
  const { units } = readReference({ files: data, pictures: new Set() }).reference;
  const article = await complete(args, units);
  const name = args.slug ?? folderName(article.title);
  if (name === "")
    throw new WrongUse("Tiêu đề không có chữ cái nào để đặt tên thư mục. Thêm --slug ten-thu-muc.");
  const { path, isTaken } = await createArticle(args.content, article, name);
  if (isTaken) {
    process.stderr.write(
      `Đã có ${shown(path)}, không ghi đè. Đổi tiêu đề, hoặc thêm --slug để đặt tên thư mục khác.\n`,
    );
    return 1;
  }
  const url = articleUrl(article.date, name);
  const address = `http://localhost:8080${url}`;
  const isOpen = args.mayAsk && (await openInBrowser(address));
  process.stdout.write(`Đã tạo bài mới. Mở tệp dưới đây để viết.
Xem thử: ${isOpen ? "trình duyệt đang mở" : "chạy npm start, rồi mở"} ${address}
Viết xong, chạy npm run check để xem còn chỗ nào cần sửa, rồi xóa dòng draft: true để đăng.
${shown(path)}
`);
  return 0;
});

/** Asks for what is missing where that is possible, and takes the usual where it is not. */
async function complete(args: Args, units: UnitIndex): Promise<NewArticle> {
  const today = todayFrom(undefined);
  const given = args.unit === undefined ? undefined : findUnit(args.unit, units);
  const name = args.authors.length > 0 ? undefined : await gitName();
  if (!args.mayAsk) {
    const { title } = args;
    const authors = name === undefined ? args.authors : [name];
    const missing = [
      ...(title === undefined ? ['tiêu đề (npm run new -- "Tiêu đề")'] : []),
      ...(given === undefined ? ["--unit"] : []),
      ...(authors.length === 0 ? ["--author"] : []),
    ];
    if (title === undefined || given === undefined || missing.length > 0)
      throw new WrongUse(`Còn thiếu: ${missing.join(", ")}.`);
    return { title, date: args.date ?? today, authors, unit: given.id, tags: args.tags };
  }
  const { ask, end } = terminalQuestions();
  try {
    const title = args.title ?? (await askText(ask, "Tiêu đề bài"));
    const date = args.date ?? (await askDay(ask, "Ngày của bài", today));
    const unit = given ?? (await askUnit(ask, units.units, date));
    const authors =
      args.authors.length > 0
        ? args.authors
        : (await askText(ask, "Người viết (nhiều người thì ngăn bằng dấu phẩy)", name))
            .split(",")
            .map((one) => one.trim());
    const tags = args.tags.length > 0 ? args.tags : await askKnownTags(ask, args);
    return { title, date, authors, unit: unit.id, tags };
  } catch (error) {
    if (error instanceof NoAnswer) throw new WrongUse("Đã dừng, chưa tạo tệp nào.");
    throw error;
  } finally {
    end();
  }
}

async function askKnownTags(ask: Ask, { content, cache }: Args): Promise<string[]> {
  const { published } = await loadContent({
    content,
    cache,
    drafts: true,
    today: todayFrom(undefined),
  });
  return askTags(ask, commonest(published.flatMap(({ tags }) => tags)));
}

function findUnit(written: string, units: UnitIndex) {
  const unit = units.find(written);
  if (unit !== undefined) return unit;
  const near = units.suggest(written);
  const hint = near === undefined ? "" : ` Có phải ý bạn là “${near}”?`;
  throw new WrongUse(`Không có đơn vị “${written}” trong units.yaml.${hint}`);
}

/** Opens an address where a preview is being served; answers whether it is. */
async function openInBrowser(address: string): Promise<boolean> {
  const signal = AbortSignal.timeout(500);
  const isServed = await fetch("http://localhost:8080/", { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isServed) return false;
  const opener =
    { darwin: "open", win32: "explorer.exe" }[process.platform as string] ?? "xdg-open";
  return new Promise((resolve) => {
    const child = spawn(opener, [address], { stdio: "ignore", detached: true });
    child.on("error", () => resolve(false));
    child.on("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
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
      tag: { type: "string", multiple: true, default: [] },
      slug: { type: "string" },
      content: { type: "string", default: "content" },
      cache: { type: "string", default: ".cache" },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return undefined;
  if (positionals.length > 1)
    throw new WrongUse(
      `Tiêu đề phải đặt trong ngoặc kép: npm run new -- "${positionals.join(" ")}"`,
    );
  const clean = (text: string) => fixCharacters(text).trim();
  const date = dayGiven(values.date);
  const { slug } = values;
  if (slug !== undefined && (slug === "" || slugOf(slug) !== slug))
    throw new WrongUse(
      `--slug chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ ${slugOf(slug) || "hop-chi-bo"}.`,
    );
  const title = clean(positionals[0] ?? "");
  return {
    title: title === "" ? undefined : title,
    unit: values.unit,
    date,
    authors: values.author.map(clean).filter((name) => name !== ""),
    tags: values.tag.map(clean).filter((tag) => tag !== ""),
    slug,
    content: values.content,
    cache: values.cache,
    mayAsk: !values.yes && Boolean(process.stdin.isTTY),
  };
}
