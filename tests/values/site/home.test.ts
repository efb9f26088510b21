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
    "trên 11 Giấy khen Đảng ủy Khối Thử, Chi bộ Một,",
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
