import { expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { base, type Files, folderOf, temporaryFolder } from "../../content.ts";

const cache = temporaryFolder();

/** Returns an article that shares with its likes everything that makes articles related. */
function alike(day: string, title: string): string {
  return `---
title: ${title}
date: ${day}
author: Người Thử
unit: khoi-thu
tags: [Hội nghị, Chủ đề ${day.slice(-1)}]
awards: [{ form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: ${Number(day.slice(-2))} }]
documents: ["21-KL/TW"]
---

Hai[^1].

## Một mục

[^1]: Ba.
`;
}

async function articlesOf(files: Files): Promise<ReadonlyMap<string, string>> {
  const { site } = await madeSite(folderOf({ ...base, ...files }), { cache });
  const pages = [...site.pages()].filter(({ kind }) => kind === "article");
  return new Map(pages.map((page) => [page.url, page.draw()]));
}

it("a new article changes the page of no older one but the one before it", async () => {
  const days = ["01", "02", "03", "04", "05", "06"].map((day) => `2024-05-${day}`);
  const older: Files = Object.fromEntries(days.map((day) => [`${day}-hop.md`, alike(day, "Họp")]));
  const before = await articlesOf(older);
  const after = await articlesOf({ ...older, "2024-05-07-hop.md": alike("2024-05-07", "Họp") });
  const changed = [...before].filter(([url, text]) => after.get(url) !== text);
  expect(after.size).toBe(7);
  expect(changed.map(([url]) => url)).toEqual(["/2024/05/06/hop/"]);
  expect(after.get("/2024/05/07/hop/")).toContain("cùng văn bản 21-KL/TW");
});
