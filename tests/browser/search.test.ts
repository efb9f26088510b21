import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { build } from "../../scripts/build.ts";
import type { Day } from "../../src/day.ts";
import { isError } from "../../src/problems/problem.ts";
import { type OutputFiles, readSite } from "../built-site.ts";
import { base, type Files, temporaryFolder, writeFiles } from "../content.ts";
import { pdfFile } from "../pdf-file.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";

/*
 * Search as readers see it, in a real browser. A new case is one line: an article in `articles`, or
 * a row of a table.
 */

/** Title, day, text, and more lines of the front matter. */
const articles: readonly (readonly [title: string, day: string, text: string, more?: string])[] = [
  ["Mở đường vào thôn", "2024-05-02", "Con đường mới dài hai cây số."],
  ["Hàng dương ven biển", "2024-05-03", "Cây dương giữ cát, cả thôn cùng trồng."],
  ["Thông báo khong dau", "2024-04-01", "Duong day nong cua xa, viet khong dau."],
  ["Đảng ủy họp phiên đầu", "2023-02-01", "Đảng ủy xã bàn việc năm mới."],
  ["Ủy ban tiếp dân", "2024-05-04", "Ủy ban tiếp dân; các chi bộ Đảng cùng dự, ghi đủ ý kiến."],
  ["Làng Hòa Bình", "2023-03-01", "Người dân sống hòa thuận."],
  ["Ngày hội ở Hoà Lạc", "2022-06-01", "Lối viết cũ: hoà, thuỷ, khoẻ."],
  [
    "Trao Giấy khen cho Chi bộ Hai",
    "2023-11-20",
    "Buổi trao tặng ngắn gọn.",
    `tags: [Khen thưởng]
awards:
  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: 1, for: nuôi ong giỏi }`,
  ],
  [
    "Quán triệt kết luận",
    "2022-01-14",
    "Cả chi bộ nghe phổ biến văn bản.",
    `unit: chi-bo-mot
tags: [Học tập]
documents: [{ number: "21-KL/TW", title: "Về xây dựng, chỉnh đốn Đảng" }]
people: [{ name: Nguyễn Văn Mẫu, post: Bí thư chi bộ, role: chủ trì }]`,
  ],
  ["Tiết kiệm điện", "2022-07-07", "Giảm 98,2 % giấy in, còn 1.625 tờ; an toàn, hiệu quả."],
  ["Thứ tự ba", "2024-04-09", "Ba.", "tags: [Thứ tự]"],
  ["Thứ tự một", "2022-02-02", "Một.", "tags: [Thứ tự]"],
  ["Thứ tự năm", "2024-05-09", "Năm.", "tags: [Thứ tự]"],
  ["Thứ tự hai", "2024-03-02", "Hai.", "tags: [Thứ tự]"],
  ["Thứ tự bốn", "2024-05-01", "Bốn.", "tags: [Thứ tự]"],
  [
    "Kèm kế hoạch mới",
    "2022-09-09",
    "Kế hoạch đăng kèm bài này.",
    'documents: [{ number: "12-KH/ĐU", title: Về nuôi tằm, file: ke-hoach-12.pdf }]',
  ],
  ["Dấu < và & trong bài", "2022-08-08", "So sánh a &lt; b và c &amp; d, không phải <b>thẻ</b>."],
];

/** The words typed → the titles found, in this order. */
const words: readonly (readonly [typed: string, titles: readonly string[]])[] = [
  // Words with marks, without marks, and a word that needs none.
  ["đường", ["Mở đường vào thôn", "Hàng dương ven biển", "Thông báo khong dau"]],
  ["dương", ["Hàng dương ven biển", "Mở đường vào thôn", "Thông báo khong dau"]],
  ["ĐƯỜNG", ["Mở đường vào thôn", "Hàng dương ven biển", "Thông báo khong dau"]],
  ["cây số", ["Mở đường vào thôn"]],
  // A sign between words is not a word.
  ["đảng - ủy", ["Đảng ủy họp phiên đầu", "Ủy ban tiếp dân"]],
  // Several phrases, and a word beside a phrase.
  ['"chi bộ" "tiếp dân"', ["Ủy ban tiếp dân"]],
  ['"đảng ủy" xã', ["Đảng ủy họp phiên đầu"]],
  // Words side by side come before words apart, even in a newer article.
  ["dang uy", ["Đảng ủy họp phiên đầu", "Ủy ban tiếp dân"]],
  ["Đảng ủy", ["Đảng ủy họp phiên đầu", "Ủy ban tiếp dân"]],
  ["Đảng uỷ", ["Đảng ủy họp phiên đầu", "Ủy ban tiếp dân"]],
  ['"đảng ủy"', ["Đảng ủy họp phiên đầu"]],
  ["“đảng ủy”", ["Đảng ủy họp phiên đầu"]],
  // The tone mark in either of its two usual places.
  ["hòa", ["Làng Hòa Bình", "Ngày hội ở Hoà Lạc"]],
  ["hoà bình", ["Làng Hòa Bình"]],
  ["thủy", ["Ngày hội ở Hoà Lạc"]],
  ["khoẻ", ["Ngày hội ở Hoà Lạc"]],
  // Decomposed letters, as some keyboards send them; Ð (U+00D0), which looks like Đ.
  ["đường".normalize("NFD"), ["Mở đường vào thôn", "Hàng dương ven biển", "Thông báo khong dau"]],
  ["Ðảng ủy", ["Đảng ủy họp phiên đầu", "Ủy ban tiếp dân"]],
  // Text that is in the front matter only.
  ["21-KL/TW", ["Quán triệt kết luận"]],
  ["21-KL", ["Quán triệt kết luận"]],
  ["nguyen van mau", ["Quán triệt kết luận"]],
  ["nuôi ong", ["Trao Giấy khen cho Chi bộ Hai"]],
  // Numbers with their separators.
  ["98,2", ["Tiết kiệm điện"]],
  ["1.625", ["Tiết kiệm điện"]],
  // A word that no article has, and signs that are no word.
  ["zzzz", []],
  ["???", []],
  ["<script>alert(1)</script>", []],
];

/** The query of the address, with fields besides the words → the titles found. */
const filters: readonly (readonly [address: string, titles: readonly string[]])[] = [
  ["q=chi+bo&nam=2022", ["Quán triệt kết luận"]],
  ["q=chi+bo&chu-de=khen-thuong", ["Trao Giấy khen cho Chi bộ Hai"]],
  ["khen-thuong=co", ["Trao Giấy khen cho Chi bộ Hai"]],
  ["q=chi+bo&don-vi=chi-bo-mot", ["Quán triệt kết luận"]],
  ["chu-de=khen-thuong", ["Trao Giấy khen cho Chi bộ Hai"]],
  // The newest comes first, wherever in the index it is.
  [
    "don-vi=khoi-thu&chu-de=thu-tu",
    ["Thứ tự năm", "Thứ tự bốn", "Thứ tự ba", "Thứ tự hai", "Thứ tự một"],
  ],
  ["nam=2023", ["Trao Giấy khen cho Chi bộ Hai", "Làng Hòa Bình", "Đảng ủy họp phiên đầu"]],
  ["q=duong&nam=2023", []],
  ["nam=1999", []],
];

/** Units whose names have none of the words above. */
const units = `- { id: khoi-thu, name: Tổ chức A }
- { id: chi-bo-mot, name: Tổ chức B, parent: khoi-thu }
`;

const folder = temporaryFolder();
let site: OutputFiles;
let server: StaticServer;
let browser: TestBrowser;
let context: BrowserContext;

beforeAll(async () => {
  const files: Files = {
    ...base,
    "units.yaml": units,
    ...Object.fromEntries(
      articles.map(([title, day, text, more = ""], at) => [
        `content-${at}.md`,
        page(title, day, text, more),
      ]),
    ),
    "ke-hoach-12.pdf": pdfFile({
      lines: ["Về việc nuôi tằm trong các thôn", "Mỗi thôn chọn một hộ, cả thôn"],
      more: [
        ["Dâu trồng ở bãi bồi ven sông, giữ"],
        ["nguồn nước sạch; ai nói “quạnh quẽ” thì sai"],
      ],
    }),
    // One month alone fills a page of results.
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `thi-dua-${at}.md`,
        page(`Thi đua tuần ${at + 1}`, `2024-03-${at + 10}`, "Phong trào thi đua."),
      ]),
    ),
  };
  writeFiles(join(folder, "content"), files);
  const { problems } = await build({
    content: join(folder, "content"),
    output: join(folder, "_site"),
    cache: join(folder, ".cache"),
    drafts: false,
    today: "2024-06-30" as Day,
  });
  expect(problems.filter(isError)).toEqual([]);
  site = readSite(join(folder, "_site"));
  server = await serve(site);
  browser = await openBrowser();
  context = await browser.newContext({ locale: "vi-VN", viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

function page(title: string, day: string, text: string, more: string = ""): string {
  const unit = more.includes("unit:") ? "" : "unit: khoi-thu\n";
  return `---\ntitle: "${title}"\ndate: ${day}\nauthor: Người Thử\n${unit}${more}${more === "" ? "" : "\n"}---\n\n${text}\n`;
}

/** Opens the search page for `look`, and fails on any error in it, above all a refused script. */
async function search(query: string, look: (page: Page) => Promise<void>): Promise<void> {
  const tab = await context.newPage();
  const faults: string[] = [];
  tab.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  tab.on("pageerror", (error) => faults.push(String(error)));
  try {
    await tab.goto(`${server.origin}/tim-kiem/${query}`);
    await look(tab);
    expect(faults).toEqual([]);
  } finally {
    await tab.close();
  }
}

async function answered(tab: Page): Promise<void> {
  await tab.locator("#tinh-trang:not(:empty)", { hasNotText: "Đang tìm" }).waitFor();
}

async function excerptShown(tab: Page): Promise<void> {
  await tab.locator("#ket-qua > li:first-child .found-excerpt:not(:empty)").waitFor();
}

async function titles(tab: Page): Promise<string[]> {
  await answered(tab);
  return tab.locator("#ket-qua h3").allTextContents();
}

describe.concurrent("words", () => {
  it.each(words)("%s", async (typed, expected) => {
    await search(`?q=${encodeURIComponent(typed)}`, async (tab) => {
      expect(await titles(tab)).toEqual(expected);
      expect(await tab.locator("#tu-khoa").inputValue()).toBe(typed);
    });
  });
});

describe.concurrent("filters", () => {
  it.each(filters)("%s", async (address, expected) => {
    await search(`?${address}`, async (tab) => expect(await titles(tab)).toEqual(expected));
  });
});

describe("a result", () => {
  it("shows title, excerpt with the words marked, day and unit, as they were written", async () => {
    await search("?q=duong+thon", async (tab) => {
      await excerptShown(tab);
      const first = tab.locator("#ket-qua > li").first();
      expect(await first.locator("h3 a").getAttribute("href")).toBe(
        `${server.origin}/2024/05/02/content-0/`,
      );
      expect(await first.locator("h3 mark").allTextContents()).toEqual(["đường", "thôn"]);
      expect(await first.locator("p").first().textContent()).toContain(
        "Con đường mới dài hai cây số.",
      );
      expect(await first.locator("time").getAttribute("datetime")).toBe("2024-05-02");
      expect(await first.textContent()).toContain("2/5/2024");
      expect(await first.textContent()).toContain("Tổ chức A");
    });
  });

  it("parts the facts of an article, and shows the one that has the words", async () => {
    await search("?q=nguyen+van+mau", async (tab) => {
      await excerptShown(tab);
      const excerpt = tab.locator("#ket-qua .found-excerpt").first();
      expect(await excerpt.textContent()).toBe("Nguyễn Văn Mẫu · Bí thư chi bộ · chủ trì");
      expect(await excerpt.locator("mark").allTextContents()).toEqual(["Nguyễn", "Văn", "Mẫu"]);
    });
  });

  it("says what an article is about where only its topics have the words", async () => {
    await search("?q=thu+tu+mot", async (tab) => {
      await excerptShown(tab);
      const text = await tab.locator("#ket-qua .found-excerpt").allTextContents();
      expect(text.join(" ")).not.toContain("Chủ đề");
    });
  });

  it("keeps the number of a document in one line", async () => {
    await search("?q=21-kl/tw", async (tab) => {
      await answered(tab);
      expect(await tab.locator("#trang-khac no-break").allTextContents()).toEqual(["21-KL/TW"]);
    });
  });

  it("shows what looks like a tag as text", async () => {
    await search("?q=so+sanh", async (tab) => {
      await excerptShown(tab);
      const text = await tab.locator("#ket-qua > li").first().textContent();
      expect(text).toContain("Dấu < và & trong bài");
      expect(text).toContain("a < b");
    });
  });
});

describe("an attached file", () => {
  const files = (tab: Page) => tab.locator("#ket-qua-tep > li");
  it("is found by what is written in it, in words with marks or without", async () => {
    for (const typed of ["bãi bồi ven sông", "bai boi ven song", "DÂU TRỒNG"])
      await search(`?q=${encodeURIComponent(typed)}`, async (tab) => {
        await answered(tab);
        expect(await tab.locator("#tinh-trang").textContent()).toMatch(
          /^(?:Không bài nào có các từ này\.|Chưa có bài nào có đủ các từ)/u,
        );
        expect(await files(tab).count()).toBe(1);
        expect(await tab.locator("#so-tep").textContent()).toBe("1 tệp có đủ các từ này.");
      });
  });
  it("leads to the page of the document, and to its own page on which the words are", async () => {
    await search("?q=ven+song+giu", async (tab) => {
      const [title, place] = [files(tab).locator("h3 a"), files(tab).locator(".story-line a")];
      await tab.getByText("ke-hoach-12.pdf, trang 2").waitFor();
      expect(await title.textContent()).toBe("Kế hoạch số 12-KH/ĐU: Về nuôi tằm");
      expect(await title.getAttribute("href")).toBe(`${server.origin}/van-ban/12-kh-du/`);
      expect(await place.getAttribute("href")).toMatch(
        /\/tep\/[0-9a-f]+\/ke-hoach-12\.pdf#page=2$/u,
      );
      expect(await files(tab).locator("mark").allTextContents()).toEqual(["ven", "sông", "giữ"]);
    });
  });
  it("comes below the articles that have the words, and above those that lack one", async () => {
    const isAbove = (tab: Page) =>
      tab.evaluate(() => {
        const [file, article] = ["#trong-tep", "#tinh-trang"].map(
          (id) => document.querySelector(id)!,
        );
        return Boolean(file!.compareDocumentPosition(article!) & Node.DOCUMENT_POSITION_FOLLOWING);
      });
    await search("?q=ca+thon", async (tab) => {
      await files(tab).first().waitFor();
      expect((await titles(tab)).length).toBeGreaterThan(0);
      expect(await isAbove(tab)).toBe(false);
    });
    await search("?q=mot+ho+ca+thon", async (tab) => {
      await files(tab).first().waitFor();
      await answered(tab);
      expect(await isAbove(tab)).toBe(true);
    });
  });
  it("is no slip that the search would mend", async () => {
    await search("?q=qu%E1%BA%A1nh+qu%E1%BA%BD", async (tab) => {
      await answered(tab);
      expect(await tab.locator("#y-khac").textContent()).toBe("");
      expect(await files(tab).count()).toBe(1);
    });
  });
  it("is narrowed down by the unit and the year of its article", async () => {
    for (const [filter, count] of [
      ["nam=2022", 1],
      ["nam=2023", 0],
      ["don-vi=khoi-thu", 1],
      ["don-vi=chi-bo-mot", 0],
    ] as const)
      await search(`?q=bai+boi&${filter}`, async (tab) => {
        await answered(tab);
        expect(await files(tab).count()).toBe(count);
      });
  });
});

describe("suggestions", () => {
  /** The lists of the filters have options too. */
  const box = (tab: Page) => tab.getByRole("listbox", { name: "Trang có tên như vậy" });
  const options = (tab: Page) => box(tab).getByRole("option");
  const field = (tab: Page) => tab.getByRole("combobox", { name: "Từ cần tìm" });
  async function typing(text: string, look: (page: Page) => Promise<void>): Promise<void> {
    await search("", async (tab) => {
      const list = tab.waitForResponse(/goi-y\.json/u);
      await field(tab).focus();
      await list;
      await tab.keyboard.type(text);
      await look(tab);
    });
  }

  it("name registers, people, units, topics and documents while somebody types", async () => {
    for (const [typed, first] of [
      ["giay k", "Giấy khen Sổ khen thưởng"],
      ["giấykh", "Giấy khen Sổ khen thưởng"],
      ["so khen", "Sổ khen thưởng Mục"],
      ["to chuc b", "Tổ chức B Đơn vị"],
      ["hoc t", "Học tập Chủ đề"],
      ["21-kl", "Kết luận số 21-KL/TW Văn bản"],
      ["chinh don", "Kết luận số 21-KL/TW Văn bản"],
    ] as const)
      await typing(typed, async (tab) => {
        await options(tab).first().waitFor();
        expect(await options(tab).first().textContent()).toBe(first);
      });
  });

  it("are chosen by keys, as screen readers know it, and move nothing on the page", async () => {
    await typing("", async (tab) => {
      const places = () =>
        tab.evaluate(() =>
          Array.from(document.querySelectorAll("h1, #tu-khoa, .search-ways, .foot"), (one) =>
            JSON.stringify(one.getBoundingClientRect()),
          ),
        );
      const before = await places();
      await tab.keyboard.type("giay");
      await options(tab).first().waitFor();
      expect(await places()).toEqual(before);
      expect(await field(tab).getAttribute("aria-expanded")).toBe("true");
      expect(await field(tab).getAttribute("aria-activedescendant")).toBeNull();
      const chosen = () => box(tab).getByRole("option", { selected: true }).allTextContents();
      await tab.keyboard.press("ArrowDown");
      expect(await chosen()).toEqual(["Giấy khen Sổ khen thưởng"]);
      const id = await field(tab).getAttribute("aria-activedescendant");
      expect(await tab.locator(`#${id}`).textContent()).toContain("Giấy khen");
      // Up from the first is the field again, and from there the last.
      await tab.keyboard.press("ArrowUp");
      expect(await chosen()).toEqual([]);
      await tab.keyboard.press("ArrowUp");
      expect(await chosen()).toEqual(["Giấy khen năm 2023 Sổ khen thưởng"]);
      await tab.keyboard.press("Escape");
      expect(await options(tab).count()).toBe(0);
      expect(await field(tab).inputValue()).toBe("giay");
      await tab.keyboard.press("ArrowDown");
      await tab.keyboard.press("Enter");
      await tab.waitForURL(/\/khen-thuong\/giay-khen\/$/u);
    });
  });

  it("let Enter search for what was typed, where none is chosen", async () => {
    await typing("giay khen", async (tab) => {
      await options(tab).first().waitFor();
      await tab.keyboard.press("Enter");
      expect(await titles(tab)).toEqual(["Trao Giấy khen cho Chi bộ Hai"]);
      expect(await options(tab).count()).toBe(0);
    });
  });

  it("are chosen by a finger or a mouse", async () => {
    await typing("to chuc", async (tab) => {
      await options(tab).filter({ hasText: "Tổ chức B" }).click();
      await tab.waitForURL(/don-vi\/chi-bo-mot/u);
    });
  });

  it("are not needed to search", async () => {
    const tab = await context.newPage();
    await tab.route(/goi-y|suggesting/u, (route) => route.abort());
    await tab.goto(`${server.origin}/tim-kiem/`);
    await tab.locator("#tu-khoa").fill("nuôi ong");
    await tab.keyboard.press("Enter");
    expect(await titles(tab)).toEqual(["Trao Giấy khen cho Chi bộ Hai"]);
    await tab.close();
  });
});

describe("the page", () => {
  it("asks from the field at the top of any page, without a script there", async () => {
    await search("../2024/05/02/content-0/", async (tab) => {
      await tab.getByRole("searchbox").fill("hòa thuận");
      await tab.keyboard.press("Enter");
      await tab.waitForURL(/tim-kiem/u);
      expect(await titles(tab)).toEqual(["Làng Hòa Bình"]);
    });
  });

  it.each([
    ["/2023/03/02/lang-hoa-binh/", "lang hoa binh"],
    ["/tin/L%C3%A0ng_H%C3%B2a_B%C3%ACnh.html?a=1", "Làng Hòa Bình"],
  ])("looks for the words of %s, which leads nowhere", async (address, asked) => {
    const tab = await context.newPage();
    try {
      const notFound = join(site.directory, "404.html");
      await tab.route(server.origin + address, (route) =>
        route.fulfill({ path: notFound, status: 404, contentType: "text/html" }),
      );
      await tab.goto(server.origin + address);
      await tab.getByText("Tìm theo các chữ trong địa chỉ vừa mở").click();
      expect(await titles(tab)).toEqual(["Làng Hòa Bình"]);
      expect(await tab.locator("#tu-khoa").inputValue()).toBe(asked);
    } finally {
      await tab.close();
    }
  });

  it("works by keyboard, keeps what is asked in the address, and goes back", async () => {
    await search("", async (tab) => {
      await tab.locator("#tu-khoa").focus();
      await tab.keyboard.type("đảng ủy");
      await tab.keyboard.press("Enter");
      expect((await titles(tab))[0]).toBe("Đảng ủy họp phiên đầu");
      expect(new URL(tab.url()).searchParams.get("q")).toBe("đảng ủy");
      expect(await tab.title()).toContain("đảng ủy");
      await tab.getByLabel("Năm").selectOption("2024");
      expect(await titles(tab)).toEqual(["Ủy ban tiếp dân"]);
      expect(new URL(tab.url()).searchParams.get("nam")).toBe("2024");
      await tab.goBack();
      expect(await titles(tab)).toHaveLength(2);
      expect(await tab.getByLabel("Năm").inputValue()).toBe("");
      await tab.goBack();
      await tab.locator("#tim-thay").waitFor({ state: "hidden" });
    });
  });

  it("says aloud how many there are, and shows more on demand, with the focus on the first new one", async () => {
    await search("?q=thi+dua", async (tab) => {
      expect(await titles(tab)).toHaveLength(8);
      expect(await tab.locator("#tinh-trang").textContent()).toMatch(/^12 kết quả/u);
      await tab.locator("#xem-them").press("Enter");
      await tab.locator("#ket-qua > li").nth(11).waitFor();
      const focused = tab.locator("#ket-qua > li").nth(8).locator("a");
      await expect.poll(() => focused.evaluate((link) => link.matches(":focus"))).toBe(true);
      expect(new Set(await titles(tab)).size).toBe(12);
    });
  });

  it("loads nothing but the files of its words, and of the titles it shows", async () => {
    const loaded: string[] = [];
    await search("", async (tab) => {
      tab.on("request", (request) => {
        const file = /muc-luc\/([^?]+)/u.exec(request.url())?.[1];
        if (file !== undefined) loaded.push(file);
      });
      await tab.locator("#tu-khoa").fill("thi dua");
      await tab.keyboard.press("Enter");
      await answered(tab);
      // Attached files are searched only once the articles are answered.
      await expect.poll(() => loaded.some((file) => file.startsWith("tep"))).toBe(true);
      const kinds = loaded.map((file) => file.replace(/-[0-9a-f]+\//u, "/").replace(/\d+/gu, "N"));
      expect(new Set(loaded).size).toBe(loaded.length);
      expect(kinds.filter((file) => file === "tat-ca/N.txt")).toHaveLength(2);
      expect(new Set(kinds)).toEqual(
        new Set([
          "tat-ca/N.txt",
          "tat-ca/bai-N.json",
          "tep/N.txt",
          "danh-ba/N.txt",
          "van-ban-N/N.txt",
        ]),
      );
    });
  });

  it("names documents, units, people and topics that are called so above the results", async () => {
    await search("?q=21-kl/tw", async (tab) => {
      await titles(tab);
      const hits = tab.locator("#trang-khac li");
      expect(await hits.allTextContents()).toEqual([
        "Kết luận số 21-KL/TW Văn bản: Về xây dựng, chỉnh đốn Đảng",
      ]);
      await hits.getByRole("link").click();
      await tab.waitForURL(/van-ban\/21-kl-tw/u);
    });
    await search("?q=to+chuc+a", async (tab) => {
      await answered(tab);
      expect(await tab.locator("#trang-khac a").allTextContents()).toEqual(["Tổ chức A"]);
    });
  });

  it("has the first result on the first screen of a phone", async () => {
    for (const query of ["?q=gi%E1%BA%A5y+khen", "?q=giay+kehn", "?q=21-kl/tw"])
      await search(query, async (tab) => {
        await tab.setViewportSize({ width: 360, height: 740 });
        await tab.reload();
        await answered(tab);
        await tab.locator("#trang-khac li").first().waitFor();
        const box = await tab.locator("#ket-qua h3").first().boundingBox();
        expect(box!.y + box!.height).toBeLessThan(740);
      });
  });

  it("has one width for all that is found, with the filters beside it on a wide screen", async () => {
    await search("?q=thi+dua", async (tab) => {
      await answered(tab);
      const widths = await tab.evaluate(() =>
        [".search-head", ".search-words", "#tim-thay", "#tinh-trang", "#ket-qua"].map(
          (one) => document.querySelector(one)!.getBoundingClientRect().width,
        ),
      );
      expect(new Set(widths.map(Math.round)).size).toBe(1);
      const [list, filters] = await Promise.all(
        ["#ket-qua", ".search-more"].map((one) => tab.locator(one).boundingBox()),
      );
      expect(filters!.x).toBeGreaterThan(list!.x + list!.width);
    });
  });

  it("shows the newest first where that is asked for", async () => {
    await search("?q=dang+uy&xep=ngay", async (tab) => {
      expect(await titles(tab)).toEqual(["Ủy ban tiếp dân", "Đảng ủy họp phiên đầu"]);
      expect(await tab.locator("#tinh-trang").textContent()).toContain("mới nhất trước");
    });
  });

  it.each([
    ["dduowngf vaof thoon", "đường vào thôn", "Mở đường vào thôn"],
    ["kehn", "khen", "Trao Giấy khen cho Chi bộ Hai"],
    ["giấy khe", "giấy khen", "Trao Giấy khen cho Chi bộ Hai"],
    // One slip among words that are right, in quotation marks and out of them.
    ['"giấy khne" chi bộ hai', '"giấy khen" chi bộ hai', "Trao Giấy khen cho Chi bộ Hai"],
    ["21kl/tw", "21 KL/tw", "Quán triệt kết luận"],
    ["1625 tờ", "1.625 tờ", "Tiết kiệm điện"],
    ["giay kehn", "giấy khen", "Trao Giấy khen cho Chi bộ Hai"],
    ["giaykhen", "giấy khen", "Trao Giấy khen cho Chi bộ Hai"],
    ["hoathuan", "hòa thuận", "Làng Hòa Bình"],
  ])("reads %s as %s, says so, and shows what that finds", async (typed, meant, title) => {
    await search(`?q=${encodeURIComponent(typed)}`, async (tab) => {
      expect((await titles(tab))[0]).toBe(title);
      expect(await tab.locator("#y-khac").textContent()).toBe(
        `Không có bài nào với “${typed}”. Dưới đây tìm theo ${meant}.`,
      );
    });
  });

  it("shows what has nearly all the words when nothing has all, and says so", async () => {
    await search("?q=ban+viec+nam+quynh", async (tab) => {
      expect(await titles(tab)).toEqual(["Đảng ủy họp phiên đầu"]);
      expect(await tab.locator("#tinh-trang").textContent()).toContain("gần đúng");
    });
  });

  it("asks for a word when there is none", async () => {
    await search("?q=%2B%2B", async (tab) => {
      await answered(tab);
      expect(await tab.locator("#tinh-trang").textContent()).toContain("Xin gõ");
    });
  });

  it("says what to do when the index cannot be loaded, and finds again when it can be", async () => {
    const tab = await context.newPage();
    await tab.route(/muc-luc/u, (route) => route.abort());
    await tab.goto(`${server.origin}/tim-kiem/?q=duong`);
    await tab.getByText("Chưa tải được mục lục").waitFor();
    await tab.unroute(/muc-luc/u);
    await tab.getByRole("button", { name: "Tìm" }).click();
    expect((await titles(tab)).length).toBe(3);
    await tab.close();
  });

  it("finds articles where the names of other pages cannot be loaded", async () => {
    const tab = await context.newPage();
    await tab.route(/danh-ba|van-ban/u, (route) => route.abort());
    await tab.goto(`${server.origin}/tim-kiem/?q=duong`);
    expect((await titles(tab)).length).toBe(3);
    await tab.close();
  });

  it("asks for the page anew when the site was published meanwhile", async () => {
    const tab = await context.newPage();
    await tab.goto(`${server.origin}/tim-kiem/`);
    await tab.route(/muc-luc/u, (route) => route.fulfill({ status: 404, body: "" }));
    await tab.locator("#tu-khoa").fill("duong");
    await tab.keyboard.press("Enter");
    await answered(tab);
    expect(await tab.locator("#tinh-trang").textContent()).toBe(
      "Trang tin vừa có bài mới. Xin tải lại trang này.",
    );
    await tab.close();
  });

  it("shows the answer to the last question, whichever comes first", async () => {
    await search("", async (tab) => {
      let isLate = true;
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      // Everything that the first question asks for comes late.
      await tab.route(/muc-luc/u, async (route) => {
        if (isLate) await held;
        await route.continue();
      });
      await tab.locator("#tu-khoa").fill("hòa bình");
      await tab.keyboard.press("Enter");
      await tab.getByText("Đang tìm…").waitFor();
      isLate = false;
      await tab.locator("#tu-khoa").fill("nuôi ong");
      await tab.keyboard.press("Enter");
      release();
      expect(await titles(tab)).toEqual(["Trao Giấy khen cho Chi bộ Hai"]);
      await tab.waitForLoadState("networkidle");
      expect(await titles(tab)).toEqual(["Trao Giấy khen cho Chi bộ Hai"]);
    });
  });

  it("asks nothing again at a link to a place in the page, nor keeps two steps of one search", async () => {
    await search("", async (tab) => {
      const before = await tab.evaluate(() => window.history.length);
      await tab.locator("#tu-khoa").fill("hòa");
      await tab.keyboard.press("Enter");
      await titles(tab);
      await tab.keyboard.press("Enter");
      await titles(tab);
      expect(await tab.evaluate(() => window.history.length)).toBe(before + 1);
      const first = await tab.locator("#ket-qua > li").first().elementHandle();
      await tab.evaluate(() => {
        window.location.hash = "#ket-qua-tim";
      });
      await tab.waitForURL(/#ket-qua-tim/u);
      expect(await first!.evaluate((item) => item.isConnected)).toBe(true);
      await tab.goBack();
      await tab.goBack();
      await tab.locator("#tim-thay").waitFor({ state: "hidden" });
      expect(await tab.title()).toMatch(/^Tìm kiếm/u);
    });
  });

  it.each([
    ["a word without end", "a".repeat(10_000)],
    ["words without end", "chi bộ đảng ủy hòa bình ".repeat(400)],
    ["a pile of marks and signs", `${"\u0301".repeat(500)} 👍🏻 \u202eđảng __proto__ constructor`],
  ])("takes %s, also on a small screen", async (_what, typed) => {
    await search("", async (tab) => {
      await tab.setViewportSize({ width: 320, height: 600 });
      await tab.locator("#tu-khoa").fill(typed);
      await tab.keyboard.press("Enter");
      await answered(tab);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(320);
    });
  });

  it("offers other ways where scripts are off", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const tab = await plain.newPage();
    await tab.goto(`${server.origin}/tim-kiem/?q=duong`);
    expect(await tab.locator("noscript").textContent()).toContain("JavaScript");
    for (const name of [/Chủ đề/u, /Đơn vị/u, /Lưu trữ/u])
      expect(await tab.locator("main").getByRole("link", { name }).count()).toBeGreaterThan(0);
    await plain.close();
  });
});
