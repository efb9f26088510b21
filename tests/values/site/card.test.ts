import { describe, expect, it } from "vitest";
import { cardsOf } from "../../../layouts/cards/card.ts";
import type { Site } from "../../../src/site.ts";
import { loadFolder, siteOf } from "../../checking.ts";
import { base, type Files, temporaryFolder, writeFiles } from "../../content.ts";

async function madeOf(files: Files): Promise<Site> {
  const folder = temporaryFolder();
  writeFiles(folder, { ...base, ...files });
  const content = await loadFolder(folder);
  expect(content.problems).toEqual([]);
  return siteOf(
    content,
    new Map(
      content.pictures.map(({ path }) => [
        path,
        { width: 900, height: 600, widths: [320, 900], base: "/anh/a/" },
      ]),
    ),
  );
}

function articleFile(title: string, more = ""): string {
  return `---\ntitle: "${title}"\ndate: 2024-03-05\nauthor: Người Thử\nunit: khoi-thu\n${more}---\n\nNội dung.\n`;
}

const picture = "images:\n  - { src: anh.png, alt: Ảnh }\n";

describe("a card", () => {
  it.each([
    ["of one word", "Họp"],
    ["of two words that fill a line each", "CHƯƠNG TRÌNH"],
    ["of words as long as the card is narrow", "Nghiêng nghiêng: Khuyến-nghị Đảng-viên"],
    ["that is one endless word", "a".repeat(150)],
    ["of twenty words", "Nghị quyết ".repeat(10).trim()],
    ["with letters that no font has", "Họp 🎉 日本"],
  ])("with a title %s is drawn, beside a photograph and without", async (_name, title) => {
    const site = await madeOf({
      "a.md": articleFile(title, picture),
      "b.md": articleFile(title),
      "anh.png": "not looked at",
    });
    for (const card of cardsOf(site).ofArticles()) {
      const words = card.lines.map(({ text }) => text).join(" ");
      expect(words).toContain(title.slice(0, 3));
      expect(words).not.toMatch(/🎉/u);
    }
  });

  it("breaks a long name of the site instead of running into the photograph", async () => {
    const name = "Trang tin Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Đồi Chè";
    const site = await madeOf({
      "site.yaml": base["site.yaml"].replace("Bản tin thử", name),
      "a.md": articleFile("Họp", picture),
      "anh.png": "not looked at",
    });
    const [card] = cardsOf(site).ofArticles();
    const mast = card!.lines.filter(({ size }) => size === 24);
    expect(mast.map(({ text }) => text).join(" ")).toBe(name);
    expect(mast.length).toBe(2);
  });

  it("shares what is below its text with the cards of other articles", async () => {
    const site = await madeOf({
      "a.md": articleFile("Họp"),
      "b.md": articleFile("Ra quân làm đường"),
      "c.md": articleFile("Hội nghị", picture),
      "anh.png": "not looked at",
    });
    const drawn = cardsOf(site)
      .ofArticles()
      .map(({ svg }) => svg);
    expect(new Set(drawn).size).toBe(1);
  });

  it("is for the newest 300 articles; an older one shows that of the site", async () => {
    const many = Array.from({ length: 301 }, (_, at): [string, string] => [
      `bai-${String(at).padStart(3, "0")}.md`,
      articleFile(`Bài ${at}`),
    ]);
    const site = await madeOf(Object.fromEntries(many));
    const cards = cardsOf(site);
    expect(cards.ofArticles().length).toBe(300);
    const without = site.articles.filter((article) => cards.of(article) === undefined);
    expect(without.map(({ path }) => path)).toEqual(["bai-000.md"]);
  });
});
