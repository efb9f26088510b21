import { beforeAll, describe, expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf, temporaryFolder, writeFiles } from "../../content.ts";
import { unitsOf2025 } from "./year-2025.ts";

/* What readers see of units that have changed, each as the text of its page. */

const articleOf = (unit: string, date: string, more = "") =>
  article(more, "Họp BTV.").replace("unit: khoi-thu", `unit: ${unit}`).replace("2024-03-05", date);

const files = {
  "site.yaml": base["site.yaml"],
  "units.yaml": `${unitsOf2025()}
- id: trong
  name: [{ value: Chi bộ Trong }, { value: Đảng bộ Trong, from: 2025-07-01 }]
  short: [{ value: CB Trong }, { value: ĐB Trong, from: 2025-07-01 }]
  parent: tinh-1
  changes:
    - { kind: đổi tên, date: 2025-07-01, decision: 9-QĐ/TM, article: cu.md, note: Sau đại hội. }
- { id: chu-tich, name: Chủ tịch Ủy ban mẫu, outside: true }
`,
  "abbreviations.yaml":
    "- { short: BTV, long: Ban Thường vụ, scope: tinh-1 }\n- { short: BTV, long: biên tập viên, scope: tinh-2 }\n",
  "cu.md": articleOf("trong", "2025-06-30"),
  "moi.md": articleOf("trong", "2025-07-02"),
  "huyen.md": articleOf("huyen-2", "2025-05-01"),
  "xa-cu.md": articleOf("xa-2", "2025-06-30"),
  "xa-moi.md": articleOf("xa-2", "2025-07-01"),
  "thi.md": articleOf(
    "tinh-2",
    "2025-05-03",
    "awards:\n  - { form: Giải, name: Hội thi Kể chuyện, rank: Nhất, status: đã trao, by: tinh-2, to: đội, recipients: [Đảng bộ xã mẫu 2] }",
  ),
  "tinh.md": articleOf(
    "tinh-2",
    "2025-05-02",
    "awards:\n  - { form: Bằng khen, status: đã trao, by: chu-tich, to: tập thể, recipients: [Chi bộ Trong, Chi bộ Trọng, Đảng bộ Trong, Đảng bộ tỉnh mẫu 2] }",
  ),
};

let pages: ReadonlyMap<string, string>;
const shown = (url: string) => pages.get(url)!.replaceAll(/\s+/gu, " ");
/** Returns the text of a page as one reads it. */
const text = (url: string) => shown(url).replaceAll(/<script.*?<\/script>|<[^>]+>/gu, "");

beforeAll(async () => {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const { site } = await madeSite(folder, { today: "2026-01-01" });
  pages = new Map([...site.pages()].map((page) => [page.url, page.draw()]));
}, 60_000);

describe("an article", () => {
  it("names its unit as on its day, and says what it is now", () => {
    expect(text("/2025/06/30/cu/")).toContain("Chi bộ Trong (nay là Đảng bộ Trong)");
    expect(text("/2025/07/02/moi/")).toContain("Đảng bộ Trong");
    expect(text("/2025/07/02/moi/")).not.toContain("nay là");
  });

  it("says of an ended unit when it ended, and what it is now", () => {
    expect(text("/2025/05/01/huyen/")).toContain(
      "Đảng bộ huyện mẫu 2 đã kết thúc hoạt động từ ngày 1/7/2025.",
    );
    expect(shown("/2025/05/02/tinh/")).toContain(
      'Đảng bộ tỉnh mẫu 2 đã kết thúc hoạt động từ ngày 1/7/2025; nay là <a href="/don-vi/tinh-1/">Đảng bộ thành phố mẫu 1</a>.',
    );
  });

  it("explains short forms by the units that were above it", () => {
    expect(shown("/2025/06/30/xa-cu/")).toContain('<abbr title="biên tập viên">');
    expect(shown("/2025/07/01/xa-moi/")).toContain('<abbr title="Ban Thường vụ">');
  });

  it("knows the units among recipients by their names of the day, mark by mark", () => {
    expect(shown("/2025/05/02/tinh/")).toContain(
      '<a href="/don-vi/trong/">Chi bộ Trong</a>, Chi bộ Trọng, Đảng bộ Trong, <a href="/don-vi/tinh-2/">',
    );
  });

  it("is in lists under the short name of its day", () => {
    expect(text("/2025/06/30/")).toContain("CB Trong");
    expect(text("/2025/07/02/")).toContain("ĐB Trong");
  });
});

describe("the page of a unit", () => {
  it("tells its history with decision, article and note", () => {
    expect(text("/don-vi/trong/")).toContain(
      "1/7/2025 Đổi tên: tên từ “Chi bộ Trong” thành “Đảng bộ Trong”; tên gọn từ “CB Trong” thành “ĐB Trong”. Theo văn bản số 9-QĐ/TM. Sau đại hội. Bài viết: Bài thử.",
    );
  });

  it("says what an ended one has become, and shows the whole line", () => {
    expect(text("/don-vi/tinh-2/")).toContain(
      "Đơn vị đã kết thúc hoạt động từ ngày 1/7/2025; nay là Đảng bộ thành phố mẫu 1.",
    );
    const line = /<ol class="line">(.*?)<\/ol>/u.exec(shown("/don-vi/uy-ban-1/"))![1]!;
    // The blocs of the first five provinces, their committees, then the one that is left.
    expect(line.match(/<li>/gu)).toHaveLength(3);
    expect(line.match(/khoi-co-quan-\d/gu)).toHaveLength(5);
  });

  it("names a prize by its contest and rank", () => {
    expect(text("/don-vi/xa-2/")).toContain("Hội thi Kể chuyện, giải Nhất của Đảng bộ tỉnh mẫu 2");
  });

  it("counts what it received by any of its names, alone and along the line", () => {
    expect(text("/don-vi/trong/")).toMatch(/Được khen thưởng.*Bằng khen ?1.*Chủ tịch Ủy ban mẫu/u);
    expect(text("/don-vi/tinh-1/")).toMatch(/Được khen thưởng.*Bằng khen ?– ?1/u);
  });

  it("sums awards up by form, and folds who received them away below", async () => {
    const page = async (kinds: number) => {
      const lines = Array.from(
        { length: kinds },
        (_, at) =>
          `  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: đội ${at}, count: 2 }`,
      );
      const folder = folderOf({ ...base, "a.md": article(`awards:\n${lines.join("\n")}`) });
      const { site } = await madeSite(folder);
      const unit = [...site.pages()].find(({ url }) => url === "/don-vi/khoi-thu/")!;
      return unit.draw().replaceAll("\u00a0", " ");
    };
    expect(await page(7)).toMatch(/Giấy khen<\/a><\/th>[^/]*>14<[\s\S]*<summary>Theo đối tượng</u);
    expect(await page(1)).toMatch(/Giấy khen<\/a><\/th>[^/]*>2<[\s\S]*<summary>Theo đối tượng</u);
  });

  it("shows the newest of everything before a long list of its articles", async () => {
    const partsOf = async (count: number) => {
      const award = "awards:\n  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, ";
      const year = (at: number) => (at === 0 ? "2023" : "2024");
      const own = Array.from({ length: count }, (_, at) => [
        `${at}.md`,
        article(`${award}count: ${at + 1} }`).replace("2024-03-05", `${year(at)}-03-05`),
      ]);
      const folder = folderOf({ ...base, ...Object.fromEntries(own) });
      const { site } = await madeSite(folder);
      const page = [...site.pages()].find(({ url }) => url === "/don-vi/khoi-thu/")!.draw();
      return page
        .split("<h2")
        .slice(1)
        .map((part) => [/>(.*?)<\/h2>/u.exec(part)![1], part.split("<article").length - 1]);
    };
    const ofUnit = [
      ["Về đơn vị", 0],
      ["Khen thưởng", 5],
      ["Từng trực thuộc", 0],
      ["Qua các thời kỳ", 0],
      ["Tiền thân và kế tục", 0],
    ];
    expect(await partsOf(9)).toEqual([["Bài mới nhất", 5], ...ofUnit, ["Tất cả 9 bài", 9]]);
    expect(await partsOf(8)).toEqual([["Bài viết", 8], ...ofUnit]);
  });

  it("of an outside body is in no tree", () => {
    expect(text("/don-vi/chu-tich/")).toContain("ngoài hệ thống tổ chức đảng");
    expect(text("/don-vi/")).toMatch(/Ngoài hệ thống tổ chức đảng ?Chủ tịch Ủy ban mẫu/u);
  });

  it("tells machines its names and dates", () => {
    expect(shown("/don-vi/trong/")).toContain('"alternateName":["Chi bộ Trong"');
    expect(shown("/don-vi/tinh-2/")).toContain('"dissolutionDate":"2025-06-30"');
  });
});

describe("the tree", () => {
  it("has a page for each day on which it changed", () => {
    const days = [...pages.keys()].filter((url) => url.startsWith("/don-vi/ngay/"));
    expect(days).toEqual(["/don-vi/ngay/2025-03-01/", "/don-vi/ngay/2025-07-01/"]);
    expect(text("/don-vi/")).toMatch(
      /1\/7\/2025 .*kết thúc: 63 đơn vị; đổi tên: Đảng bộ thành phố mẫu 1, Đảng bộ Trong;/u,
    );
    const tree = shown("/don-vi/ngay/2025-07-01/").split('id="he-thong"')[1]!;
    expect(tree).toContain("Đảng bộ thành phố mẫu 1");
    expect(tree).not.toContain("Đảng bộ huyện mẫu");
  });

  it("counts articles so that no number seems to be part of a name", () => {
    expect(text("/don-vi/")).toContain("Đảng bộ Trong (2 bài)");
  });

  it.each([
    ["open where it is small", 3, ""],
    [
      "folded below its second level where it is large, each branch with what is in it",
      12,
      "2 3 4 5 6 7 8 9 10 11 12 13",
    ],
  ])("is %s", async (_name, branches, folded) => {
    const unit = (id: string, parent: string) =>
      `- { id: ${id}, name: Chi bộ ${id}, kind: chi bộ, parent: ${parent} }\n`;
    const below = Array.from({ length: branches }, (_, at) =>
      Array.from({ length: at + 2 }, (_, one) => unit(`c${at}-${one}`, `n${at}`)).join(""),
    );
    const middle = below.map((_, at) => unit(`n${at}`, "khoi-thu")).join("");
    const { site } = await madeSite(
      folderOf({
        ...base,
        "units.yaml": base["units.yaml"] + middle + below.join(""),
        "a.md": article(),
      }),
    );
    const page = [...site.pages()].find(({ url }) => url === "/don-vi/")!.draw();
    const tree = page.slice(page.indexOf('class="tree"'), page.indexOf("Đã kết thúc"));
    const summaries = [...tree.matchAll(/<summary>(\d+) đơn vị bên dưới<\/summary>/gu)];
    expect(summaries.map(([, count]) => count).join(" ")).toBe(folded);
    // Nothing is left out: what is folded is in the page, for browsers to find.
    for (const at of below.keys()) expect(tree).toContain(`/don-vi/c${at}-1/`);
  });
});
