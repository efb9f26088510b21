import { expect, it } from "vitest";
import type { DeskData } from "../../../scripts/editor/desk.ts";
import { newDrafts } from "../../../scripts/editor/drafts.ts";
import { noAssets } from "../../../src/assets/assets.ts";
import { openContentFolder } from "../../../src/content/content-folder.ts";
import type { Day } from "../../../src/day.ts";
import { article, base, folderOf } from "../../content.ts";
import { patience } from "../../patience.ts";

const text = article("tgas: [Một]");

async function desk(): Promise<DeskData> {
  const folder = await openContentFolder(folderOf({ ...base, "a.md": text }));
  const today = "2024-06-30" as Day;
  return { folder, assets: noAssets, today, problems: new Map(), token: "khoa" };
}

it("opens and checks a draft in a thread", async () => {
  const drafts = newDrafts(patience);
  const opened = await drafts("open", { path: "a.md", text }, await desk());
  expect(opened.form?.values.title).toBe("Bài thử");
  expect(opened.notes.map(({ code }) => code)).toEqual(["unknown-key"]);
  expect(opened.page).toContain("Nội dung bài thử.");
});

it("tells the first problems and counts all", async () => {
  const many = { path: "a.md", text: article("tags: [Một]", "Một \u0421hi bộ.\n\n".repeat(60)) };
  const { notes } = await newDrafts(patience)("open", many, await desk());
  expect(notes).toHaveLength(51);
  expect(notes.reduce((sum, { count }) => sum + count, 0)).toBe(60);
});

it("gives up what takes too long, and goes on with a new thread", async () => {
  const drafts = newDrafts(1);
  const long = {
    path: "a.md",
    text: article("", "Một chữ **đậm** và _nghiêng_.\n\n".repeat(25_000)),
  };
  for (let times = 0; times < 2; times += 1)
    await expect(drafts("open", long, await desk())).rejects.toMatchObject({ why: "too-much" });
});

it("gives up what is nested too deeply", async () => {
  const drafts = newDrafts(patience);
  const html = `${"<div>".repeat(50_000)}x${"</div>".repeat(50_000)}`;
  await expect(drafts("paste", { html }, await desk())).rejects.toMatchObject({ why: "too-much" });
  expect(await drafts("paste", { html: "<p>Một</p><p>Hai</p>" }, await desk())).toContain("Hai");
});

it("says what a form cannot write", async () => {
  const drafts = newDrafts(patience);
  const draft = { values: {}, body: "", settled: {} };
  await expect(
    drafts("write", { draft, before: "không có phần đầu" }, await desk()),
  ).rejects.toMatchObject({ why: "cannot-edit" });
});
