import { describe, expect, it } from "vitest";
import { checkFolder, madeSite } from "../../checking.ts";
import { article, base, folderOf, temporaryFolder } from "../../content.ts";

const cache = temporaryFolder();

/** Draws a page of a site with more settings. */
async function pageOf(url: string, settings: string): Promise<string> {
  const content = folderOf({
    ...base,
    "site.yaml": base["site.yaml"] + settings,
    "a.md": article(),
  });
  const { site, problems } = await madeSite(content, { cache });
  expect(problems).toEqual([]);
  return [...site.pages()].find((page) => page.url === url)!.draw();
}

const contact = `contact:
  address: Số 1, phố Thử
  phone: 0000 000 000
  email: thu@thu.example
`;
const english = `english:
  name: Test Bulletin
  description: A site for tests
  owner: Test Committee
  responsible: Test Person
  address: 1 Test Street
`;

/** The page, more lines of site.yaml, and what the page says or does not say. */
const rows: readonly (readonly [
  name: string,
  url: string,
  settings: string,
  says: readonly string[],
  doesNot: readonly string[],
])[] = [
  [
    "the English page, with what is in Vietnamese marked",
    "/en/",
    contact + english,
    [
      '<html lang="en">',
      "<h1>Test Bulletin</h1>",
      "A site for tests",
      "<dd>Test Committee</dd>",
      "<dd>Test Person</dd>",
      "<dd>1 Test Street</dd>",
      'href="tel:0000000000"',
      'href="mailto:thu@thu.example"',
      "42/2022/NĐ-CP",
      '<p class="site-name"><a href="/">Test Bulletin</a></p>',
      '<a href="/luu-tru/" hreflang="vi">Archive</a>',
      '<p class="foot-name">Test Bulletin</p>',
      "<p>Organisation: Test Committee</p>",
      '<a href="/" lang="vi" hreflang="vi">Tiếng Việt</a>',
      "<title>Information in English – Test Bulletin</title>",
      "Skip to the main content",
      'content="en_GB"',
    ],
    ['<span lang="vi">', "Lưu trữ", "Cơ quan chủ quản", "Tìm bài"],
  ],
  [
    "the English page without English names",
    "/en/",
    contact,
    [
      '<h1><span lang="vi">Bản tin thử</span></h1>',
      '<dd><span lang="vi">Cơ quan thử</span></dd>',
      '<dd><span lang="vi">Số 1, phố Thử</span></dd>',
      '<p class="foot-name"><span lang="vi">Bản tin thử</span></p>',
    ],
    [],
  ],
  [
    "the English page without contacts",
    "/en/",
    english,
    ["Test Committee"],
    ["Telephone", "E-mail", "Address", "1 Test Street"],
  ],
  [
    "the accessibility statement",
    "/tro-nang/",
    contact,
    [
      '<html lang="vi">',
      "WCAG",
      "26/2020/TT-BTTTT",
      "23/9/2020",
      "Những hạn chế đã biết",
      "Cơ quan thử",
      'href="mailto:thu@thu.example"',
      "Số 1, phố Thử",
    ],
    [],
  ],
  [
    "the accessibility statement of a site that gives no contacts",
    "/tro-nang/",
    "",
    ["xin báo cho Cơ quan thử"],
    ["<dl", "mailto:", "tel:"],
  ],
  [
    "the page for addresses that lead nowhere, with a search and the lists of articles",
    "/404.html",
    "",
    ['<input id="tu-khoa" type="search" name="q"', 'href="/2024/"', 'href="/luu-tru/"'],
    ['id="tim"'],
  ],
  [
    "the page of feeds, with an address to copy",
    "/nguon-tin/",
    "",
    ["<span>https://thu.example/feed.xml</span>", "Thêm vào màn hình chính"],
    ["lịch hội nghị"],
  ],
  [
    "any other page leads to both",
    "/",
    "",
    ['href="/tro-nang/"', 'href="/en/"'],
    ['<span lang="vi">', "Archive"],
  ],
];

describe("pages that norms ask for", () => {
  it.each(rows)("%s", async (_name, url, settings, says, doesNot) => {
    const html = await pageOf(url, settings);
    for (const text of says) expect(html).toContain(text);
    for (const text of doesNot) expect(html).not.toContain(text);
  });

  it.each([
    ["adress", "address"],
    ["phụ trách", ""],
    ["telephone", ""],
  ])("know no key %s in English and suggest %j", async (written, suggestion) => {
    const content = folderOf({
      ...base,
      "site.yaml": `${base["site.yaml"]}english: { name: A, ${written}: B }\n`,
    });
    const { problems } = await checkFolder(content);
    expect(problems.map(({ code, args }) => [code, args.suggestion])).toEqual([
      ["unknown-key", suggestion],
    ]);
  });
});
