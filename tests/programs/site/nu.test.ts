import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { forPreview } from "../../../layouts/parts/policy.ts";
import { type StaticServer, serve } from "../../../scripts/bench/static-server.ts";
import { editorFolder, tokenHeader } from "../../../src/front-matter/editor-api.ts";
import { fullestPages, readBuiltSite } from "../../built-site.ts";
import { madeSite } from "../../checking.ts";
import { article, base, temporaryFolder, writeFiles } from "../../content.ts";
import { startPreview } from "../../running.ts";
import { nuMessages } from "./nu-checker.ts";

/* The Nu HTML checker has nothing to say of any page: no error, no warning, no remark. */

const site = readBuiltSite(inject("builtSite"));

let server: StaticServer;
beforeAll(async () => {
  server = await serve(site);
});
afterAll(() => server.close());

/** Returns what the checker says of some pages that are served for it. */
async function messagesOf(pages: Readonly<Record<string, string>>): Promise<string[]> {
  const directory = temporaryFolder();
  writeFiles(directory, { ...pages, _headers: "" });
  const own = await serve({ directory, basePath: "" });
  const messages = await nuMessages(Object.keys(pages).map((file) => `${own.origin}/${file}`));
  await own.close();
  return messages.map((message) => message.replace(`${own.origin}/`, ""));
}

it("has nothing to say of any page of the site", async () => {
  expect(site.pages.length).toBeGreaterThan(200);
  const addresses = site.pages.map(({ file }) => `${server.origin}${site.basePath}/${file}`);
  expect(await nuMessages(addresses)).toEqual([]);
});

it("has nothing to say of the stylesheets, but for what it does not know, and of the icon", async () => {
  const files = (ending: string) =>
    site.files.filter((file) => file.endsWith(ending)).map((file) => join(site.directory, file));
  expect(files(".css").length).toBe(4);
  expect(files(".svg").length).toBeGreaterThan(0);
  const ofWriters = ["browser/preview/preview.css", "browser/editor/editor.css"];
  const ofStyles = await nuMessages([...files(".css"), ...ofWriters], "--css");
  const unknown = /“(?:field-sizing|paint-order|container-type|@container)”/u;
  expect(ofStyles.filter((message) => !unknown.test(message))).toEqual([]);
  expect(await nuMessages(files(".svg"), "--svg")).toEqual([]);
});

it("has nothing to say of the pages that only writers see", async () => {
  const folder = temporaryFolder();
  const own = { ...(await pagesOfPreview(folder)), "admin.html": await editorOnline(folder) };
  const shown = fullestPages(site).map(({ html }, at) => [`${at}.html`, forPreview(html)]);
  expect(await messagesOf({ ...own, ...Object.fromEntries(shown) })).toEqual([]);
});

/** Returns the pages of a preview: what stands in for a faulty site, the editor, and a draft. */
async function pagesOfPreview(folder: string): Promise<Record<string, string>> {
  const content = join(folder, "faulty");
  const draft = article("tags: [Hội nghị]\nimages: [khong-co.jpg]", "## Mục\n\nChữ <b>đậm</b>.");
  writeFiles(content, { ...base, "2024/bai/index.md": draft });
  const options = ["--content", content, "--cache", join(folder, "cache"), "--now", "2024-06-30"];
  const preview = await startPreview(options);
  try {
    const read = async (path: string) => (await fetch(preview.origin + path)).text();
    const editor = await read(editorFolder);
    const token = /name="khoa" content="([^"]+)"/u.exec(editor)![1]!;
    const checked = await fetch(`${preview.origin}${editorFolder}xem?path=2024/bai/index.md`, {
      method: "POST",
      body: JSON.stringify({ text: draft }),
      headers: { [tokenHeader]: token },
    });
    const { page } = (await checked.json()) as { page: string };
    expect(page).toContain("Mục");
    const waiting = await read("/");
    expect(waiting).toContain("Chưa dựng được trang");
    return { "doi.html": waiting, "soan.html": editor, "nhap.html": page };
  } finally {
    await preview.stop();
  }
}

/** Returns the page of the editor in `/admin/`. */
async function editorOnline(folder: string): Promise<string> {
  const content = join(folder, "content");
  const more = "web_editor:\n  backend: github\n  repo: don-vi/ban-tin\n";
  const settings = base["site.yaml"] + more;
  writeFiles(content, { ...base, "site.yaml": settings, "2024/bai/index.md": article() });
  const { site } = await madeSite(content);
  return [...site.pages()].find(({ url }) => url === "/admin/")!.draw();
}

it("would speak of errors and of warnings", async () => {
  const page = site.pages.find(({ kind }) => kind === "article")!.html;
  const before = (text: string) => page.replace("<main", `${text}<main`);
  const wrong = {
    "hai-ten.html": before('<p id="tim"></p>'),
    "khong-alt.html": before('<img src="/x">'),
    "muc-rong.html": before("<h2></h2>"),
    "ma-lenh.html": before("<script>1</script>"),
    "anh-ngoai.html": before('<img alt="" src="//x.example/">'),
    "tieng-duc.html": page.replace('lang="vi"', 'lang="de"'),
  };
  const spoken = (await messagesOf(wrong)).map((message) => message.split(":")[0]);
  expect([...new Set(spoken)].toSorted()).toEqual(Object.keys(wrong).toSorted());
});
