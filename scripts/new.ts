import { spawn } from "node:child_process";
import { openContentFolder } from "../src/content/content-folder.ts";
import { folderName, type NewArticle } from "../src/front-matter/new-article.ts";
import { loadContent } from "../src/load.ts";
import { readReference } from "../src/reference.ts";
import { commonest } from "../src/text/commonest.ts";
import type { UnitIndex } from "../src/unit-index.ts";
import { articleUrl } from "../src/urls.ts";
import { WrongUse } from "./cli/option.ts";
import type { Options } from "./cli/options.ts";
import { run } from "./cli/terminal.ts";
import { createArticle } from "./writing/creating.ts";
import { gitName } from "./writing/git-name.ts";
import { callFor, shown, unitGiven } from "./writing/given.ts";
import {
  type Ask,
  askDay,
  askTags,
  askText,
  askUnit,
  NoAnswer,
  terminalQuestions,
} from "./writing/questions.ts";

await run("new", async (args) => {
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
  const isOpen = mayAsk(args) && (await openInBrowser(address));
  process.stdout.write(`Đã tạo bài mới. Mở tệp dưới đây để viết.
Xem thử: ${isOpen ? "trình duyệt đang mở" : `chạy ${callFor(args.content, "npm start")}, rồi mở`} ${address}
Viết xong, chạy ${callFor(args.content, "npm run check")} để xem còn chỗ nào cần sửa, rồi xóa dòng draft: true để đăng.
${shown(path)}
`);
  return 0;
});

/** Completes an article: asks for what is missing, or takes the defaults where it may not ask. */
async function complete(args: Options<"new">, units: UnitIndex): Promise<NewArticle> {
  const { today } = args;
  const given = args.unit === undefined ? undefined : unitGiven(args.unit, units);
  const name = args.author.length > 0 ? undefined : await gitName();
  if (!mayAsk(args)) {
    const { title } = args;
    const authors = name === undefined ? args.author : [name];
    const missing = [
      ...(title === undefined ? ['tiêu đề (npm run new -- "Tiêu đề")'] : []),
      ...(given === undefined ? ["--unit"] : []),
      ...(authors.length === 0 ? ["--author"] : []),
    ];
    if (title === undefined || given === undefined || missing.length > 0)
      throw new WrongUse(`Còn thiếu: ${missing.join(", ")}.`);
    return { title, date: args.date ?? today, authors, unit: given.id, tags: args.tag };
  }
  const { ask, end } = terminalQuestions();
  try {
    const title = args.title ?? (await askText(ask, "Tiêu đề bài"));
    const date = args.date ?? (await askDay(ask, "Ngày của bài", today));
    const unit = given ?? (await askUnit(ask, units.units, date));
    const authors =
      args.author.length > 0
        ? args.author
        : (await askText(ask, "Người viết (nhiều người thì ngăn bằng dấu phẩy)", name))
            .split(",")
            .map((one) => one.trim());
    const tags = args.tag.length > 0 ? args.tag : await askKnownTags(ask, args);
    return { title, date, authors, unit: unit.id, tags };
  } catch (error) {
    if (error instanceof NoAnswer) throw new WrongUse("Đã dừng, chưa tạo tệp nào.");
    throw error;
  } finally {
    end();
  }
}

function mayAsk({ yes }: Options<"new">): boolean {
  return !yes && Boolean(process.stdin.isTTY);
}

async function askKnownTags(ask: Ask, options: Options<"new">): Promise<string[]> {
  const { published } = await loadContent({ ...options, drafts: true });
  return askTags(ask, commonest(published.flatMap(({ tags }) => tags)));
}

/** Opens an address in the browser if a preview is running; returns whether it was opened. */
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
