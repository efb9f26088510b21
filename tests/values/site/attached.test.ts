import { beforeAll, describe, expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { base, temporaryFolder, writeFiles } from "../../content.ts";
import { pdfFile } from "../../pdf-file.ts";

/* Everywhere a reader or a program may look for a PDF that an article attaches. */

const folder = temporaryFolder();
const pages = new Map<string, string>();
let file: string;

beforeAll(async () => {
  writeFiles(folder, {
    ...base,
    "2024/ke-hoach/index.md": `---
title: Kế hoạch mới
date: 2024-03-05
author: Người Thử
unit: khoi-thu
tags: [Một]
documents: [{ number: "12-KH/ĐU", title: Về nuôi tằm, file: ke-hoach.pdf }, "13-KH/ĐU"]
---

Nội dung.
`,
    "2024/ke-hoach/ke-hoach.pdf": pdfFile(),
  });
  const { site } = await madeSite(folder);
  for (const page of site.pages()) pages.set(page.url, page.draw());
  file = site.files.find(({ url }) => url.startsWith("/tep/"))!.url;
});

const whole = () => `https://thu.example${file}`;

describe("a PDF that an article attaches", () => {
  it.each([
    ["the article", "/2024/03/05/ke-hoach/"],
    ["the document", "/van-ban/12-kh-du/"],
    ["the bulletin of the month", "/ban-tin/2024/03/"],
  ])("is a link with its size and pages on the page of %s", (_name, url) => {
    const page = pages.get(url)!;
    expect(page).toContain(
      `<a href="${file}" type="application/pdf">Toàn văn (PDF, 1\u00a0trang, `,
    );
  });

  it("has the address of its article beside it in the bulletin, where paper has no links", () => {
    expect(pages.get("/ban-tin/2024/03/")).toMatch(
      /Toàn văn \(PDF[^<]*<\/a><span class="address">, kèm bài https:\/\/[^<]*\/2024\/03\/05\/ke-hoach\/<\/span>\./u,
    );
  });

  it("is brought by the feeds of articles and of documents, in the manner of each format", () => {
    for (const of of ["/", "/van-ban/", "/chu-de/mot/"]) {
      const { items } = JSON.parse(pages.get(`${of}feed.json`)!) as { items: readonly object[] };
      expect(items[0]).toMatchObject({
        attachments: [
          { url: whole(), mime_type: "application/pdf", size_in_bytes: pdfFile().length },
        ],
      });
      expect(pages.get(`${of}feed.xml`)).toContain(
        `<link rel="enclosure" type="application/pdf" length="${pdfFile().length}" href="${whole()}"/>`,
      );
      expect(pages.get(`${of}rss.xml`)).toContain(whole());
    }
  });

  it("is named to search engines on the page of the article and of the document", () => {
    for (const url of ["/2024/03/05/ke-hoach/", "/van-ban/12-kh-du/"])
      expect(pages.get(url)).toContain(
        `"encoding":{"@type":"LegislationObject","contentUrl":"${whole()}","encodingFormat":"application/pdf"`,
      );
  });
});
