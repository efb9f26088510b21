import { expect, it } from "vitest";
import type { DeskData } from "../../../scripts/editor/desk.ts";
import { newDrafts } from "../../../scripts/editor/drafts.ts";
import { noAssets } from "../../../src/assets/assets.ts";
import { openContentFolder } from "../../../src/content/content-folder.ts";
import type { Day } from "../../../src/day.ts";
import { problem } from "../../../src/problems/problem.ts";
import { article, base, folderOf } from "../../content.ts";
import { patience } from "../../patience.ts";

const text = article("tgas: [Một]");

const none = { attachments: new Map(), problems: [] };

async function desk(): Promise<DeskData> {
  const folder = await openContentFolder(folderOf({ ...base, "a.md": text }));
  const today = "2024-06-30" as Day;
  return { folder, assets: noAssets, today, problems: new Map(), token: "khoa" };
}

it("opens and checks a draft in a thread", async () => {
  const drafts = newDrafts(patience);
  const opened = await drafts("open", { path: "a.md", text, attached: none }, await desk());
  expect(opened.form?.values.title).toBe("Bài thử");
  expect(opened.notes.map(({ code }) => code)).toEqual(["unknown-key"]);
  expect(opened.page).toContain("Nội dung bài thử.");
});

it("tells at its field of a withdrawal that cannot be, as soon as it is written", async () => {
  const drafts = newDrafts(patience);
  const withdrawn = (day: string, by: string) =>
    article(`withdrawn: { date: ${day}, reason: Sai, replaced_by: ${by} }`);
  const old = problem("withdrawn-in-future", { path: "a.md", line: 6, column: 1 }, { value: "x" });
  const own = { ...(await desk()), problems: new Map([["a.md", [old]]]) };
  const written = { path: "a.md", text: withdrawn("2024-03-01", "a.md") };
  const { notes } = await drafts("open", { ...written, attached: none }, own);
  expect(notes.map(({ code, field }) => [code, field?.join(".")])).toEqual([
    ["withdrawn-before-article", "withdrawn.date"],
    ["withdrawn-for-itself", "withdrawn.replaced_by"],
  ]);
  expect(notes[0]!.inForm).toContain("ở ô Ngày rút.");
  const mended = { path: "a.md", text: withdrawn("2024-04-01", "b.md") };
  expect((await drafts("open", { ...mended, attached: none }, own)).notes).toEqual([]);
  const place = { path: "a.md", line: 6, column: 1 };
  const hidden = problem("withdrawn-for-hidden", place, { file: "b.md" });
  const built = { ...own, problems: new Map([["a.md", [hidden]]]) };
  const codes = async (by: string) => {
    const text = withdrawn("2024-04-01", by);
    const { notes } = await drafts("open", { path: "a.md", text, attached: none }, built);
    return notes.map(({ code }) => code);
  };
  expect(await codes("b.md")).toEqual(["withdrawn-for-hidden"]);
  expect(await codes("c.md")).toEqual([]);
});

it("tells the first problems and counts all", async () => {
  const many = { path: "a.md", text: article("tags: [Một]", "Một \u0421hi bộ.\n\n".repeat(60)) };
  const { notes } = await newDrafts(patience)("open", { ...many, attached: none }, await desk());
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
    await expect(drafts("open", { ...long, attached: none }, await desk())).rejects.toMatchObject({
      why: "too-much",
    });
});

it("gives up what is nested too deeply", async () => {
  const drafts = newDrafts(patience);
  const html = `${"<div>".repeat(50_000)}x${"</div>".repeat(50_000)}`;
  await expect(drafts("paste", { html }, await desk())).rejects.toMatchObject({ why: "too-much" });
  expect(await drafts("paste", { html: "<p>Một</p><p>Hai</p>" }, await desk())).toContain("Hai");
});

it("says what a form cannot write", async () => {
  const drafts = newDrafts(patience);
  const draft = { values: {}, body: "", settled: {}, reviews: [] };
  await expect(
    drafts("write", { draft, before: "không có phần đầu" }, await desk()),
  ).rejects.toMatchObject({ why: "cannot-edit" });
});
