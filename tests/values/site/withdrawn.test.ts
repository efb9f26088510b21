import { beforeAll, expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { article, base, temporaryFolder, writeFiles } from "../../content.ts";

/** What is left of an article that was taken back: its address, and a notice. */

/** Words that only the withdrawn article has, in each place that could give it away. */
const told = `tags: [Chủ đề kín]
summary: Tóm tắt kín.
event: { name: Hội nghị kín, date: 2024-03-05 }
people: [{ name: Người Kín, post: Ủy viên }]
mentions: [chi-bo-mot]
awards: [{ form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: 7077 }]
documents: [{ number: "77-KL/KÍN", title: Kết luận kín }]
figures: [{ name: Số liệu kín, value: 7077, year: 2023 }]
corrections: [{ date: 2024-03-06, right: Sửa kín, kind: đính chính }]
aliases: [/tin/cu/]
withdrawn: { date: 2024-04-01, reason: Bài nêu sai sự việc., replaced_by: moi.md }`;

let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  const content = temporaryFolder();
  writeFiles(content, {
    ...base,
    "a.md": article(told, "## Mục kín")
      .replace("Bài thử", "Tiêu đề kín")
      .replace("Người Thử", "Tác Giả Kín"),
    "moi.md": article("", "Xem [bài trước](a.md#mục-kín).").replace("Bài thử", "Bài thay thế"),
    "c.md": article(
      "corrections: [{ date: 2024-05-01, right: Đúng là năm., kind: đính chính }]",
    ).replace("Bài thử", "Bài có sửa"),
  });
  const { site, problems } = await madeSite(content);
  expect(problems).toEqual([]);
  pages = new Map([...site.pages()].map((page) => [page.url, page.draw()]));
});

it("says at its address that it was taken back, why, and where to read on", () => {
  const notice = pages.get("/2024/03/05/a/")!;
  expect(notice).toContain("Bài này đã được rút");
  expect(notice).toContain("Lý do: Bài nêu sai sự việc.");
  expect(notice).toContain('<a href="/2024/03/05/moi/">Bài thay thế</a>');
  expect(notice).toContain('<meta name="robots" content="noindex">');
  expect(pages.get("/tin/cu/")).toContain('href="/2024/03/05/a/">Bài đã được rút</a>');
});

it("is told of nowhere else", () => {
  const telling = [...pages].filter(([, text]) => /kín|7077|-kin[-/"]/iu.test(text));
  expect(telling.map(([url]) => url)).toEqual([]);
  const leading = [...pages].filter(([, text]) => text.includes("/2024/03/05/a/"));
  expect(leading.map(([url]) => url).filter((url) => !url.startsWith("/_"))).toEqual(
    expect.arrayContaining(["/2024/03/05/moi/", "/cai-chinh/", "/cai-chinh/feed.xml"]),
  );
  expect(pages.get("/sitemap-2024.xml")).not.toContain("/2024/03/05/a/");
});

it("is listed with the corrections, in order of days", () => {
  const list = pages.get("/cai-chinh/")!;
  expect(list.indexOf("Bài có sửa")).toBeGreaterThan(0);
  expect(list.indexOf("Bài đăng ngày 5/3/2024, đã được rút")).toBeGreaterThan(
    list.indexOf("Bài có sửa"),
  );
  expect(list).toContain("Rút bài");
  const feed = pages.get("/cai-chinh/feed.xml")!;
  expect(feed).toContain("<title>Rút bài ngày 5/3/2024</title>");
  expect(feed).toContain("Lý do: Bài nêu sai sự việc.");
});
