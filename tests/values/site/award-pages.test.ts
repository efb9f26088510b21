import { beforeAll, expect, it } from "vitest";
import { giverTable } from "../../../layouts/ledger/answers.ts";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf, temporaryFolder, writeFiles } from "../../content.ts";

/* What readers see of the register of awards, each as the text of its page. */

const told = (date: string, ...lines: string[]) =>
  article(
    `awards:\n${lines.map((line) => `  - { status: đã trao, by: khoi-thu, ${line} }`).join("\n")}`,
  ).replace("2024-03-05", date);

const folder = temporaryFolder();
let html: (url: string) => string;
let text: (url: string) => string;

beforeAll(async () => {
  writeFiles(folder, {
    ...base,
    "mot.md": told(
      "2024-03-05",
      "form: Giấy khen, to: đảng viên, count: 2, recipients: [Lê Thử, Trần Ví Dụ]",
      "form: Giấy khen, to: chi bộ, count: 1, recipients: [Chi bộ Một]",
      "form: Giấy khen, to: chi bộ, count: 2",
      "form: Biểu dương, to: đảng viên, count: không rõ",
    ),
    "hai.md": told("2023-05-06", "form: Giấy khen, to: đảng viên, count: 40"),
    "ba.md": told(
      "2024-01-02",
      ...Array.from({ length: 14 }, (_, at) => `form: Giấy khen, to: đội ${at}, count: 1`),
    ),
  });
  const { site } = await madeSite(folder);
  const pages = new Map([...site.pages()].map((page) => [page.url, page]));
  html = (url) => pages.get(url)!.draw();
  text = (url) =>
    html(url)
      .replaceAll(/<script.*?<\/script>|<[^>]+>/gsu, " ")
      .replaceAll(/\s+/gu, " ");
});

it("adds its tables up, and explains only the signs that are in them", () => {
  const front = text("/khen-thuong/");
  expect(front).toMatch(/Theo hình thức .*Cộng 19\+ .*40 .*59\+ /u);
  expect(front).toMatch(/Theo năm .*2024 19\+ .* 2023 40 Cộng 59\+ /u);
  expect(front).toContain("Trong bảng, dấu + hoặc ? là còn lượt chưa rõ số. Theo hình thức");
  expect(front).not.toContain("trong ngoặc mới");
  expect(text("/khen-thuong/2023/")).not.toContain("dấu +");
  expect(text("/khen-thuong/giay-khen/")).not.toContain("chưa rõ số. Theo");
});

it("adds up what the units gave that have no line of their own", () => {
  const tally = (given: number) => ({
    counts: { given, proposed: 0, revoked: 0 },
    unclear: { given: 0, proposed: 0, revoked: 0 },
  });
  const most = [
    { name: "Đảng ủy Một", url: "/1/", ...tally(5) },
    { name: "Đảng ủy Hai", url: "/2/", ...tally(3) },
  ];
  const textOf = (givers: Parameters<typeof giverTable>[0]) =>
    String(giverTable(givers, false))
      .replaceAll(/<[^>]+>|\s+/gu, " ")
      .replaceAll(/ +/gu, " ");
  expect(textOf({ most, others: { count: 12, ...tally(4) } })).toContain(
    "Đảng ủy Hai 3 12 cấp khác 4 Cộng 12 ",
  );
  expect(textOf({ most })).toContain("Đảng ủy Hai 3 Cộng 8 ");
});

it.each([
  [2013, ""],
  [2012, "2012–2016 5"],
])(
  "adds up the years before the newest eight where there are many: since %s",
  async (first, sum) => {
    const years = Array.from({ length: 2025 - first }, (_, at) => first + at);
    const files = years.map((year) => [
      `${year}.md`,
      told(`${year}-03-05`, "form: Giấy khen, to: đảng viên, count: 1"),
    ]);
    const { site } = await madeSite(folderOf({ ...base, ...Object.fromEntries(files) }));
    const page = [...site.pages()].find(({ url }) => url === "/khen-thuong/")!.draw();
    const [table = "", below = ""] = page.slice(page.indexOf('id="theo-nam"')).split("</tfoot>");
    const read = table.replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");
    expect(/\d{4}–\d{4} \d+/u.exec(read)?.[0] ?? "").toBe(sum);
    expect(read).toMatch(new RegExp(`Cộng ${years.length} `, "u"));
    // Each year is there all the same, and its page is one link away.
    expect(below.includes(`<summary>Từng năm ${sum.split(" ")[0]}</summary>`)).toBe(sum !== "");
    expect(page).toContain(`href="/khen-thuong/${first}/"`);
  },
);

it("shows the newest awards of whole articles, and no older ones", () => {
  const [, newest = ""] = text("/khen-thuong/").split("Những lượt mới nhất");
  expect(newest).toContain("đội 13");
  expect(newest).not.toContain("đội 0 ");
  expect(newest).not.toContain("40 đảng viên");
});

it("names those honoured under who honoured them, and says how many were not named", () => {
  expect(text("/khen-thuong/giay-khen/2024/")).toMatch(
    /Tập thể, tổ chức Cộng: đã khen 17 .*Đảng ủy Khối Thử, bài ngày 5\/3\/2024 Chi bộ Một Ngoài ra còn 16 lượt .*Cá nhân Cộng: đã khen 2 .*Đảng ủy Khối Thử, bài ngày 5\/3\/2024 Trần Ví Dụ, Lê Thử Cách đếm/u,
  );
});

it("names nobody among the honoured who is only proposed", async () => {
  const proposed = told("2024-03-06", "form: Bằng khen, to: chi bộ, count: 1").replace(
    "đã trao",
    "đề xuất",
  );
  const given = told("2024-03-05", "form: Bằng khen, to: đảng viên, count: 1, recipients: [A Bê]");
  const { site } = await madeSite(folderOf({ ...base, "a.md": given, "b.md": proposed }));
  const page = [...site.pages()].find(({ url }) => url === "/khen-thuong/bang-khen/2024/")!;
  const [, named = ""] = page.draw().split('id="ten"');
  const [part = ""] = named.split("</section>");
  expect(part).toContain("<h3>Cá nhân</h3>");
  expect(part).not.toContain("Tập thể");
});

it("parts a long year by its months, of which only the newest is unfolded", () => {
  expect(text("/khen-thuong/2024/")).toMatch(
    /Từng lượt Tháng 3 \(4 mục\) Đã khen.* Tháng 1 \(14 mục\) Đã khen/u,
  );
  expect(html("/khen-thuong/2024/").match(/<details class="folded" id="thang-.*?>/gu)).toEqual([
    '<details class="folded" id="thang-3" open>',
    '<details class="folded" id="thang-1">',
  ]);
  expect(text("/khen-thuong/2023/")).not.toContain("Tháng 5");
});

it("tells on the page of a unit what each decision gave", () => {
  expect(text("/don-vi/khoi-thu/")).toMatch(
    /Mới đây Giấy khen: 2 đảng viên, 3 chi bộ; Biểu dương: đảng viên 5\/3\/2024 Giấy khen: 14 lượt 2\/1\/2024/u,
  );
});

it("puts many units without others below them in columns, and few in one", async () => {
  const tree = async (count: number) => {
    const cells = Array.from(
      { length: count },
      (_, at) => `- { id: cb-${at}, name: Chi bộ ${at}, kind: chi bộ, parent: khoi-thu }\n`,
    );
    const { site } = await madeSite(
      folderOf({ ...base, "units.yaml": base["units.yaml"] + cells.join("") }),
    );
    return [...site.pages()].find(({ url }) => url === "/don-vi/")!.draw();
  };
  expect(await tree(8)).not.toContain('class="many"');
  expect(await tree(9)).toContain('class="many"');
});
