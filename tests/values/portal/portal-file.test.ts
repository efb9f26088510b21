import { describe, expect, it } from "vitest";
import { readPortalFile } from "../../../src/portal/portal-file.ts";
import { reportOf } from "../../../src/problems/problem.ts";

/** What portal.yaml may say, and what is told of it. */

const file = `name: Cổng tin mẫu
description: Tin của các cơ quan mẫu
url: https://cong.example/tin/
owner: Ban Mẫu
responsible: Người Mẫu
sites:
  - { id: khoi, name: Bản tin Khối, url: https://khoi.example/ }
  - { id: chi-bo, name: Bản tin Chi bộ, data: ../chi-bo/du-lieu }
`;

const read = (text: string) => readPortalFile({ path: "portal.yaml", text });

it("portal.yaml says what the portal is and which sites it reads", () => {
  const { value, problems } = read(file);
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    origin: "https://cong.example/tin",
    basePath: "/tin",
    sites: [
      { id: "khoi", name: "Bản tin Khối", url: "https://khoi.example", place: { line: 7 } },
      { id: "chi-bo", data: "../chi-bo/du-lieu" },
    ],
  });
});

describe("portal.yaml", () => {
  it.each<readonly [what: string, from: string, to: string, line: number, says: string]>([
    ["a misspelt key", "owner:", "onwer:", 4, "Không có khóa “onwer”."],
    ["a key that sites have and a portal has not", "owner:", "menu: [Đơn vị]\nowner:", 4, "menu"],
    ["an id with a blank", "id: khoi", "id: Khối 1", 7, "Mã trang “Khối 1” không dùng được."],
    ["an id twice", "id: chi-bo", "id: khoi", 8, "“khoi” có ở hai trang"],
    ["an address that is none", "https://khoi.example/", "khoi", 7, "không phải là địa chỉ"],
    ["a site without a place", ", data: ../chi-bo/du-lieu", "", 8, "chưa có nơi để đọc"],
    ["a path from the root", "../chi-bo/du-lieu", "/srv/du-lieu", 8, "không phải là đường dẫn"],
    [
      "a link to an article",
      "owner:",
      "footer: { links: [{ name: Bài, url: bai.md }] }\nowner:",
      4,
      "bai.md",
    ],
    ["a colour that is too faint", "owner:", 'accent: "#ffee00"\nowner:', 4, "quá nhạt"],
  ])("with %s is refused at its line", (_, from, to, line, says) => {
    const { problems } = read(file.replace(from, to));
    expect(problems[0]).toMatchObject({ path: "portal.yaml", line, severity: "error" });
    expect(reportOf(problems[0]!, "vi").message).toContain(says);
  });

  it("without sites, or missing, is refused", () => {
    const [head] = file.split("sites:");
    expect(read(`${head}sites: []\n`).problems.map(({ code }) => code)).toEqual(["portal-no-site"]);
    expect(read(head!).problems.map(({ code }) => code)).toEqual(["missing-key"]);
    expect(readPortalFile(undefined).problems.map(({ code }) => code)).toEqual(["missing-file"]);
  });
});
