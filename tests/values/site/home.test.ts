import sharp from "sharp";
import { expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* What the home page brings: the newest articles, awards and figures. */

const award = (more: string) =>
  `\n  - { form: Giấy khen, status: đã trao, to: đảng viên, ${more} }`;

it.each([
  ["one number", award("by: khoi-thu, count: 1200"), "1.200 Giấy khen Đảng ủy Khối Thử"],
  ["a rough number", award("by: khoi-thu, count: khoảng 30"), "Khoảng 30 Giấy khen Đảng ủy Khối"],
  ["no number", award("by: khoi-thu, count: không rõ"), "Khen thưởng Giấy khen Đảng ủy Khối"],
  [
    "a number and a rough one, by two givers",
    award("by: khoi-thu, count: 11") + award("by: chi-bo-mot, count: khoảng 30"),
    "11 và khoảng 30 Giấy khen Đảng ủy Khối Thử, Chi bộ Một,",
  ],
  [
    "a number and one that nobody knows",
    award("by: khoi-thu, count: 11, step: 30") + award("by: khoi-thu, count: không rõ, step: 40"),
    "Ít nhất 11 Giấy khen Đảng ủy Khối",
  ],
  [
    "two rough numbers and another form",
    award("by: khoi-thu, count: gần 20, step: 30") +
      award("by: khoi-thu, count: khoảng 30, step: 40") +
      award("by: khoi-thu, count: 2").replace("Giấy khen", "Biểu dương"),
    "Khen thưởng Giấy khen, 2 Biểu dương Đảng ủy Khối",
  ],
])("tells of awards with %s", async (_, awards, says) => {
  const content = folderOf({
    ...base,
    "a.md": article(`awards:${awards}`).replace("2024-03-05", "2023-03-05"),
  });
  const { site } = await madeSite(content);
  const home = [...site.pages()].find(({ url }) => url === "/")!.draw();
  const text = home
    .slice(home.indexOf('id="moi-trong-so"'))
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ");
  expect(text.replaceAll(" ,", ",")).toContain(says);
});

it("tells of awards by the newest article on them, and of none that it only withdraws", async () => {
  const line = (more: string) =>
    article(`awards:${award(`by: khoi-thu, ${more}`)}`).replace("title: Bài thử\n", "");
  const on = (text: string, day: string, title: string) =>
    text.replace("date: 2024-03-05", `title: ${title}\ndate: ${day}`);
  const first = "count: 5, decision: { number: 1-QĐ/ĐUT }";
  const second = "count: 7, decision: { number: 2-QĐ/ĐUT }";
  const content = folderOf({
    ...base,
    "a.md": on(line(first), "2023-03-01", "Một"),
    "b.md": on(line(second), "2023-03-02", "Hai"),
    "c.md": on(line("count: 9"), "2023-03-03", "Ba"),
    "d.md": on(line(first), "2023-03-04", "Bốn"),
    "e.md": on(line(second).replace("đã trao", "thu hồi").replace("7", "2"), "2023-03-05", "Năm"),
  });
  const { site } = await madeSite(content);
  const home = [...site.pages()].find(({ url }) => url === "/")!.draw();
  const strip = home.slice(home.indexOf('id="moi-trong-so"'), home.indexOf('class="halves"'));
  expect([...strip.matchAll(/<a href="([^"]+)"><b>(\d+)/gu)].map(([, ...line]) => line)).toEqual([
    ["/2023/03/04/d/", "5"],
    ["/2023/03/03/c/", "9"],
  ]);
});

const homeOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const { site } = await madeSite(folderOf({ ...base, ...files }));
  return [...site.pages()].find(({ url }) => url === "/")!.draw();
};
/** Returns an article on a day of March 2023. */
const on = (day: number, more = "") =>
  article(more)
    .replace("2024-03-05", `2023-03-${String(day).padStart(2, "0")}`)
    .replace("Bài thử", `Bài ${day}`);
const textOf = (page: string) => page.replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");

it("shows no article twice: lead, two more with their leads, a list, and the newest of topics", async () => {
  const days = Array.from({ length: 30 }, (_, at) => at + 1);
  const tags = (day: number) => (day > 25 ? "" : day > 15 ? "tags: [Thi đua]" : "tags: [Học tập]");
  const files = days.map((day) => [`${day}.md`, on(day, tags(day))]);
  const home = await homeOf(Object.fromEntries(files));
  const shown = [...home.matchAll(/href="\/2023\/03\/(\d\d)\/\d+\/"/gu)].map(([, day]) => day);
  expect(shown).toEqual([
    "30",
    "29",
    "28",
    "27",
    "26",
    "25",
    "24",
    "23",
    "22",
    "21",
    "20",
    "15",
    "19",
  ]);
  expect(home.match(/class="story-summary"/gu)).toHaveLength(3);
  expect(textOf(home)).toContain("Tin mới nhất: thứ Năm, 30/3/2023");
});

const picture = await sharp({
  create: { width: 640, height: 400, channels: 3, background: "#eee" },
})
  .png()
  .toBuffer();

/*
 * What is where: a page is in balance when what is beside the lead is about as high as the lead
 * with what is below it. Only news has a place beside the lead: an article with a picture that is
 * older than its neighbours and than thirty days is a line of the list.
 */
it.each([
  ["one article", [30], [], "alone: lead 30, two none, list none"],
  ["one with a picture", [30], [30], "alone: lead 30 (picture), two none, list none"],
  ["three", [30, 29, 28], [], "flat: lead 30, two 29 28, list none"],
  [
    "three, one with a picture",
    [30, 29, 28],
    [30],
    "flat: lead 30 (picture), two 29 28, list none",
  ],
  [
    "few, one with a picture",
    [30, 29, 28, 27, 26],
    [29],
    "list beside: lead 29 (picture), two none, list 30 28 27 26",
  ],
  ["many", from(30, 12), [], "flat: lead 30, two 29 28, list 27 26 25 24 23 22 21 20"],
  [
    "many, one with a picture",
    from(30, 12),
    [30],
    "list beside: lead 30 (picture), two 29 28, list 27 26 25 24 23 22 21 20",
  ],
  [
    "many, two with pictures",
    from(30, 13),
    [30, 20],
    "list beside: lead 30 (picture), stacked 20 (picture) 29, list 28 27 26 25 24 23 22 21",
  ],
  [
    "many, three with pictures",
    from(30, 13),
    [30, 26, 24],
    "list beside: lead 30 (picture), two 26 (picture) 24 (picture), list 29 28 27 25 23 22 21 20 19",
  ],
  [
    "many, of which an old one has a picture",
    [...from(30, 8), -61, -60],
    [30, -61],
    "list beside: lead 30 (picture), two 29 28, list 27 26 25 24 23 -61 -60",
  ],
])("is in balance with %s", async (_name, days, covers, layout) => {
  const files = days.map((day) => {
    const name = day < 0 ? `x${-day}` : `${day}`;
    const images = covers.includes(day) ? "images:\n  - { src: anh.png, alt: Ảnh }" : "";
    const text = on(Math.abs(day) % 31, images);
    return [`${name}.md`, day < 0 ? text.replace("2023-03", "2022-11") : text];
  });
  const home = await homeOf({ ...Object.fromEntries(files), "anh.png": picture });
  const part = (name: string) =>
    new RegExp(`class="${name}.*?</section>`, "su").exec(home)?.[0] ?? "";
  const shown = (text: string) =>
    text
      .split("<article")
      .slice(1)
      .map((one) => {
        const name = /href="\/\d+\/\d+\/\d+\/(x?\d+)\/"/u.exec(one)?.[1]?.replace("x", "-");
        return `${name}${one.includes("<picture>") ? " (picture)" : ""}`;
      })
      .join(" ") || "none";
  const kind = /class="front(?: front-(\w+))?"/u.exec(home)?.[1] ?? "list beside";
  const two = home.includes("front-cards stacked") ? "stacked" : "two";
  expect(
    `${kind}: lead ${shown(part("front-lead"))}, ${two} ${shown(part("front-cards"))}, list ${shown(part("front-recent"))}`,
  ).toBe(layout);
});

/** Returns days from a day backwards. */
function from(day: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => day - at);
}

const figures = (...lines: string[]) =>
  `figures:\n${lines.map((line) => `  - { ${line} }`).join("\n")}`;

it.each([
  [
    "the newest period of a figure, with the change since the one before",
    figures(
      "name: Đảng viên mới, value: 72, unit: đảng viên, year: 2022",
      "name: Đảng viên mới, value: 60, unit: đảng viên, year: 2021",
    ),
    "72 Đảng viên mới (2022) Tăng 12 so với 2021 Đảng ủy Khối Thử, 9/3/2023",
  ],
  [
    "the unit of measure that the name does not say",
    figures("name: Chi bộ tốt, value: 98.2, unit: '%'"),
    "98,2% Chi bộ tốt Đảng ủy",
  ],
])("tells %s", async (_, more, says) => {
  const text = textOf(await homeOf({ "a.md": on(9, more) }));
  expect(text).toContain(`Số liệu ${says}`);
});

it("says no percentage twice, as what it leaves of the whole", async () => {
  const lines = figures(
    "name: Đúng hạn, value: 82.4, unit: '%'",
    "name: Chậm, value: 17.6, unit: '%'",
    "name: Số hóa, value: 40, unit: '%'",
  );
  const text = textOf(await homeOf({ "a.md": on(9, lines) }));
  expect(text).toMatch(/82,4% Đúng hạn .*40% Số hóa/u);
  expect(text).not.toContain("17,6%");
});

it("takes no figure for news that looks back", async () => {
  const told = (value: number, year: number) =>
    figures(`name: Đảng viên mới, value: ${value}, year: ${year}`);
  const text = textOf(
    await homeOf({ "a.md": on(1, told(72, 2022)), "b.md": on(2, told(50, 2018)) }),
  );
  expect(text).toContain("Số liệu 72 Đảng viên mới (2022)");
  expect(text).not.toContain("(2018)");
});

it.each([
  ["2023-03-05", "1"],
  ["2023-03-06", "9"],
])("is led on %s by article %s, as an editor asked for", async (today, lead) => {
  const days = [2, 3, 4, 5, 6, 7, 8, 9].map((day) => [`${day}.md`, on(day)]);
  const files = { "1.md": on(1, "lead_until: 5/3/2023"), ...Object.fromEntries(days) };
  const { site } = await madeSite(folderOf({ ...base, ...files }), { today, drafts: true });
  const home = [...site.pages()].find(({ url }) => url === "/")!.draw();
  expect(/class="front-lead".*?<h2>.*?>Bài (\d)</su.exec(home)?.[1]).toBe(lead);
});
