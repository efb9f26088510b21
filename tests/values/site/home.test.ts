import { expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* What the home page says of the newest awards. */

const award = (more: string) =>
  `\n  - { form: Giấy khen, status: đã trao, to: đảng viên, ${more} }`;

it.each([
  ["one number", award("by: khoi-thu, count: 1200"), "1.200 Giấy khen Đảng ủy Khối Thử"],
  ["a rough number", award("by: khoi-thu, count: khoảng 30"), "khoảng 30 Giấy khen Đảng ủy Khối"],
  ["no number", award("by: khoi-thu, count: không rõ"), "Khen thưởng Giấy khen Đảng ủy Khối"],
  [
    "a number and a rough one, by two givers",
    award("by: khoi-thu, count: 11") + award("by: chi-bo-mot, count: khoảng 30"),
    "11 và khoảng 30 Giấy khen Đảng ủy Khối Thử, Chi bộ Một,",
  ],
  [
    "a number and one that nobody knows",
    award("by: khoi-thu, count: 11, step: 30") + award("by: khoi-thu, count: không rõ, step: 40"),
    "ít nhất 11 Giấy khen Đảng ủy Khối",
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
