import { expect, it } from "vitest";
import { dataFileUrl } from "../../../src/urls.ts";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* Who approved an article is for the office; readers learn it where the office wants that. */

const approved = "approved_by: { name: Trần Mẫu, post: Bí thư Chi bộ, date: 2024-03-06 }";

async function pagesOf(settings: string): Promise<ReadonlyMap<string, string>> {
  const { site } = await madeSite(
    folderOf({
      ...base,
      "site.yaml": `${base["site.yaml"]}${settings}`,
      "a.md": article(approved),
    }),
  );
  return new Map([...site.pages()].map((page) => [page.url, page.draw()]));
}

it("is told to nobody by default", async () => {
  const pages = await pagesOf("approval: required\napproval_from: 2024-01-01\n");
  expect([...pages].filter(([, text]) => text.includes("Trần Mẫu"))).toEqual([]);
});

it("is told at the foot of the article, and in the open data, where the office says so", async () => {
  const pages = await pagesOf("show_approver: có\n");
  const text = pages.get("/2024/03/05/a/")!.replaceAll(/<[^>]+>/gu, "");
  expect(text).toContain("Duyệt bài: Trần Mẫu, Bí thư Chi bộ, ngày 6/3/2024.");
  const [row] = JSON.parse(pages.get(dataFileUrl("bai-viet", "json", 2024))!);
  expect([row.approver_name, row.approver_post, row.approval_date]).toEqual([
    "Trần Mẫu",
    "Bí thư Chi bộ",
    "2024-03-06",
  ]);
});
