import { join } from "node:path";
import { build } from "../../../scripts/build.ts";
import { type BuildPortalOptions, buildPortal } from "../../../scripts/portal.ts";
import type { Built } from "../../../scripts/site/write-site.ts";
import type { Day } from "../../../src/day.ts";
import { type Files, writeFiles } from "../../content.ts";

/* Two small offices, one below the other, and a portal over both. */

export const today = "2024-06-30" as Day;

const listOfUnits = `- id: khoi-mau
  name: Đảng ủy Khối Mẫu
  kind: đảng bộ khối
- id: chi-bo-mot
  name: Chi bộ Một
  kind: chi bộ
  parent: khoi-mau
`;

const siteFile = (name: string, owner: string, url: string) => `name: ${name}
description: Trang dùng để kiểm thử
url: ${url}
owner: ${owner}
responsible: Người Mẫu
`;

const article = (title: string, date: string, unit: string, more = "") => `---
title: "${title}"
date: ${date}
author: Cây Bút Mẫu
unit: ${unit}
tags: [Khen thưởng]
summary: "Tóm tắt của bài ${title}."
${more}---

Nội dung bài thử.
`;

const award = (count: number, more = "") => `awards:
  - form: Giấy khen
    status: đã trao
    by: khoi-mau
    to: đảng viên
    count: ${count}
    for: hoàn thành xuất sắc nhiệm vụ
    years: 2023
    decision: { number: 12-QĐ/ĐUK, date: 2024-03-01 }
${more}`;

const figures = `figures:
  - { name: Đảng viên mới, value: 12, unit: đảng viên, year: 2023 }
`;

/** The content of the office that gives, and of the one that receives. */
const offices: Readonly<Record<"khoi" | "chi-bo", Files>> = {
  khoi: {
    "site.yaml": siteFile("Bản tin Khối Mẫu", "Đảng ủy Khối Mẫu", "https://khoi.example"),
    "units.yaml": listOfUnits,
    "2024/khen/index.md": article("Trao giấy khen", "2024-03-05", "khoi-mau", award(11)),
    "2024/hop/index.md": article("Họp tháng Tư", "2024-04-02", "khoi-mau", figures),
  },
  "chi-bo": {
    "site.yaml": siteFile("Bản tin Chi bộ Một", "Chi bộ Một", "https://mot.example/tin"),
    "units.yaml": listOfUnits,
    "2024/nhan/index.md": article(
      "Đảng viên chi bộ được khen",
      "2024-03-07",
      "chi-bo-mot",
      award(
        11,
        `  - form: Giấy khen
    status: đề xuất
    by: khoi-mau
    to: tổ chức cơ sở đảng
    count: 2
`,
      ),
    ),
  },
};

export const portalFile = `name: Cổng tin mẫu
description: Tin, khen thưởng và số liệu của các cơ quan mẫu
url: https://cong.example
owner: Ban Mẫu
responsible: Người Phụ Trách Mẫu
sites:
  - { id: khoi, name: Bản tin Khối Mẫu, data: ../../khoi/_site/du-lieu }
  - { id: chi-bo, name: Bản tin Chi bộ Một, data: ../../chi-bo/_site/du-lieu }
`;

/** Builds the sites of some offices below a folder. */
export async function buildOffices(
  folder: string,
  some: Readonly<Record<string, Files>> = offices,
) {
  for (const [name, files] of Object.entries(some)) {
    writeFiles(join(folder, name, "content"), files);
    const built = await build({
      content: join(folder, name, "content"),
      output: join(folder, name, "_site"),
      cache: join(folder, ".cache"),
      drafts: false,
      today,
    });
    if (built.kind === "faulty") throw new Error(JSON.stringify(built.problems));
  }
}

/** The options of a build of the portal in a folder. */
export function portalOptions(folder: string): BuildPortalOptions {
  return {
    content: join(folder, "cong/content"),
    output: join(folder, "cong/_site"),
    cache: join(folder, ".cache"),
    today,
  };
}

/** Writes files of a portal, and builds it. */
export function buildPortalOf(folder: string, files: Files): Promise<Built> {
  writeFiles(join(folder, "cong/content"), files);
  return buildPortal(portalOptions(folder));
}
