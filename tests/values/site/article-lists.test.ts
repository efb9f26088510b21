import { expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* How readers find their way in lists of articles: headings, years, months and days. */

/** Draws the pages of a site that has an article on each of some days, all on one topic. */
async function pagesOf(days: readonly string[]): Promise<Map<string, string>> {
  const files = days.map((day, at) => [
    `bai-${at}.md`,
    article("tags: [Thi đua]").replace("2024-03-05", day).replace("Bài thử", `Bài ${at}`),
  ]);
  const content = folderOf({ ...base, ...Object.fromEntries(files) });
  const { site } = await madeSite(content, { today: "2050-01-01" });
  return new Map([...site.pages()].map((page) => [page.url, page.draw()]));
}

const daysOf = (month: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, "0")}`);
/** Four days in each of some years. */
const fewEachYear = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((year) =>
    ["02-03", "05-19", "09-02", "11-07"].map((day) => `${year}-${day}`),
  );
const headings = (page: string) =>
  [...page.matchAll(/class="period-name">([^<]+)/gu)].map(([, name]) => name);
const linksIn = (page: string, element: RegExp) =>
  [...(element.exec(page)?.[0] ?? "").matchAll(/href="([^"]+)"/gu)].map(([, url]) => url!);
const yearLinks = (page: string) => linksIn(page, /<nav class="year-nav".*?<\/nav>/su);

it.each([
  ["few articles a month", fewEachYear(2022, 2024), ["Năm 2024", "Năm 2023", "Năm 2022"]],
  [
    "many articles in the months of one year only",
    [...fewEachYear(2023, 2023), ...daysOf("2024-03", 6), ...daysOf("2024-05", 5)],
    ["Tháng 5 năm 2024", "Tháng 3 năm 2024", "Năm 2023"],
  ],
])("parts a list with %s", async (_, days, expected) => {
  expect(headings((await pagesOf(days)).get("/chu-de/thi-dua/")!)).toEqual(expected);
});

it("shows a short list of a topic or author with leads, and a long one as lines", async () => {
  for (const url of ["/chu-de/thi-dua/", "/tac-gia/nguoi-thu/"]) {
    const [few, many] = [daysOf("2024-03", 8), daysOf("2024-03", 9)];
    const shapes = [few, many].map(async (days) => {
      const page = (await pagesOf(days)).get(url)!;
      return ["story-card", "story-row"].map((shape) => page.split(shape).length - 1);
    });
    expect(await Promise.all(shapes)).toEqual([
      [8, 0],
      [0, 9],
    ]);
  }
});

it("says once the unit that all articles of a page are of, and on a day once the day", async () => {
  const pages = await pagesOf(["2024-03-05", "2024-03-05", "2024-03-06"]);
  const day = pages.get("/2024/03/05/")!.split("<main")[1]!;
  expect(day.match(/Khối Thử/gu)).toHaveLength(1);
  expect(day).not.toContain("<time");
  expect(
    pages
      .get("/2024/03/06/")!
      .split("<main")[1]!
      .match(/Khối Thử/gu),
  ).toHaveLength(1);
});

it("says once the unit of nearly all articles of a page, and that of the others with them", async () => {
  const days = daysOf("2024-03", 20);
  const files = days.map((day, at) => [
    `bai-${at}.md`,
    article()
      .replace("2024-03-05", day)
      .replace("khoi-thu", at === 7 ? "khoi-hai" : "khoi-thu"),
  ]);
  const units = `${base["units.yaml"]}- { id: khoi-hai, name: Đảng ủy Khối Hai, valid_from: 2020-01-01 }\n`;
  const content = folderOf({ ...base, "units.yaml": units, ...Object.fromEntries(files) });
  const { site } = await madeSite(content, { today: "2050-01-01" });
  const page = [...site.pages()].find(({ url }) => url === "/tac-gia/nguoi-thu/")!.draw();
  const list = page.split("<main")[1]!;
  expect(list).toContain("Của Đảng ủy Khối Thử, trừ bài ghi khác.");
  expect(list.match(/Khối Thử/gu)).toHaveLength(1);
  expect(list.match(/Khối Hai/gu)).toHaveLength(1);
});

it.each([
  ["Khen thưởng", "/khen-thuong/"],
  ["giấy khen", "/khen-thuong/giay-khen/"],
  ["Bằng khen", undefined],
  ["Lưu trữ", undefined],
])("leads from the topic %s to %s", async (tag, expected) => {
  const award =
    "awards: [{ form: Giấy khen, status: đã trao, to: chi bộ, count: 1, by: khoi-thu }]";
  const content = folderOf({ ...base, "bai.md": article(`tags: [${tag}]\n${award}`) });
  const { site } = await madeSite(content, { today: "2050-01-01" });
  const topic = [...site.pages()].find(({ url }) => /^\/chu-de\/./u.test(url))!;
  const [, link] = /Xem thêm <a href="([^"]+)"/u.exec(topic.draw()) ?? [];
  expect(link).toBe(expected);
});

it("names the fullest topics first, each with its newest article", async () => {
  const topics = (await pagesOf(daysOf("2024-03", 5))).get("/chu-de/")!;
  expect(linksIn(topics, /<ul class="newest">.*?<\/ul>/su)).toEqual([
    "/chu-de/thi-dua/",
    "/2024/03/05/bai-4/",
  ]);
  expect((await pagesOf(daysOf("2024-03", 4))).get("/chu-de/")!).not.toContain('class="newest"');
});

it.each([
  ["open", 2015, 2024, false],
  ["folded, so that articles come first", 2005, 2044, true],
])("leads to each year of a long list, %s", async (_, first, last, isFolded) => {
  // The pages of the list are cut within years.
  const pages = await pagesOf([...daysOf(`${first}-01`, 3), ...fewEachYear(first, last)]);
  const newest = pages.get("/chu-de/thi-dua/")!;
  const links = yearLinks(newest);
  expect(links.map((link) => link.split("#nam-")[1])).toEqual(
    Array.from({ length: last - first + 1 }, (_, at) => String(last - at)),
  );
  for (const link of links) {
    const [url, anchor = ""] = link.split("#");
    const [, section] = pages.get(url!)!.split(`id="${anchor}"`);
    const [, first] = /<time datetime="([^"]+)"/u.exec(section!)!;
    expect(first).toBe(`${anchor.slice("nam-".length)}-11-07`);
  }
  expect(newest.includes("<details><summary>Chọn một trong")).toBe(isFolded);
  const older = pages.get("/chu-de/thi-dua/trang/1/")!;
  expect(older).toContain('<a href="/chu-de/thi-dua/#cac-nam">Chọn năm khác</a>');
  expect(yearLinks(older)).toEqual([]);
});

it("has no list of years above a list that is short, or all of one year", async () => {
  for (const days of [fewEachYear(2023, 2024), daysOf("2024-03", 25)])
    expect(yearLinks((await pagesOf(days)).get("/chu-de/thi-dua/")!)).toEqual([]);
});

it("leads from a year, month and day to those before and after that have articles", async () => {
  const pages = await pagesOf(["2021-02-03", "2023-05-19", "2023-05-20", "2023-09-02"]);
  const around = (url: string) => linksIn(pages.get(url)!, /<nav class="paging".*?<\/nav>/su);
  expect(around("/2021/")).toEqual(["/2023/"]);
  expect(around("/2021/02/")).toEqual(["/2023/05/"]);
  expect(around("/2023/05/")).toEqual(["/2021/02/", "/2023/09/"]);
  expect(around("/2023/05/20/")).toEqual(["/2023/05/19/", "/2023/09/02/"]);
  expect(around("/2023/09/02/")).toEqual(["/2023/05/20/"]);
});

it("leads from a year to its months, in the order of the calendar", async () => {
  const busy = [...daysOf("2024-03", 25), ...daysOf("2024-05", 25)];
  const pages = await pagesOf([...busy, "2023-01-02"]);
  const months = (url: string) => linksIn(pages.get(url)!, /<nav class="months".*?<\/nav>/su);
  expect(months("/2024/")).toEqual(["/2024/03/", "/2024/05/"]);
  expect(months("/2023/")).toEqual(["/2023/01/"]);
});

it("lists every year and month in the archive, and on the home page those of the newest", async () => {
  const pages = await pagesOf(["2021-02-03", "2023-05-19", "2023-05-20"]);
  const main = (url: string) => linksIn(pages.get(url)!, /<main.*<\/main>/su);
  expect(main("/luu-tru/")).toEqual(["/2023/", "/2023/05/", "/2021/", "/2021/02/"]);
  const [, archive] = pages.get("/")!.split('id="luu-tru">');
  expect(linksIn(archive!, /.*?<\/section>/su)).toEqual([
    "/luu-tru/",
    "/2023/",
    "/2023/05/",
    "/2021/",
  ]);
});

it.each([
  ["twelve years are all open", 2013, []],
  [
    "of more the older are folded by decades",
    1998,
    ["2010–2016 28", "2000–2009 40", "1998–1999 8"],
  ],
])("in the archive %s", async (_name, first, expected) => {
  const archive = (await pagesOf(fewEachYear(first, 2024))).get("/luu-tru/")!;
  const folded = [...archive.matchAll(/<summary><b>(.*?)<\/b>.*?(\d+) bài/gu)];
  expect(folded.map(([, decade, count]) => `${decade} ${count}`)).toEqual(expected);
  const years = linksIn(archive, /<main.*<\/main>/su).filter((url) => /^\/\d{4}\/$/u.test(url));
  expect(years).toHaveLength(2025 - first);
});
