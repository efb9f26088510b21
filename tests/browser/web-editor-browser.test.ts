import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type StaticServer, serve } from "../../scripts/bench/static-server.ts";
import { build } from "../../scripts/build.ts";
import { check } from "../../scripts/site/make-site.ts";
import type { Day } from "../../src/day.ts";
import { headForm } from "../../src/front-matter/form.ts";
import { article, base, type Files, temporaryFolder, writeFiles } from "../content.ts";
import { briefly, until } from "../waiting.ts";
import { openBrowser, type TestBrowser } from "./chromium.ts";

/**
 * The editor in a real browser. Up to the sign-in it has the settings as they are built; behind it,
 * a repository that the browser itself holds, so that what is saved can be checked.
 */

const siteYaml = base["site.yaml"].replace("thu.example", "thu.example/ban-tin");
const longForm = `tags: Hội nghị
documents: ["21-KL/TW"]
people: [Trần Văn Thử]`;
const body = `Dòng **đậm**, *nghiêng*[^1], 2*3*4.

| Xếp loại | Số |
|---|---:|
| Tốt | 3 |

[^1]: Kết luận số 21-KL/TW.`;
const content: Files = {
  ...base,
  "site.yaml": `${siteYaml}web_editor: { backend: github, repo: don-vi/ban-tin }\n`,
  "2024/hop/index.md": article(longForm, body).replace("khoi-thu", "Khối Thử"),
};

const folder = temporaryFolder();
const site = { directory: join(folder, "_site"), basePath: "/ban-tin" };
const today = "2024-06-30" as Day;
let server: StaticServer;
let browser: TestBrowser;
let context: BrowserContext;
let page: Page;
/** Errors that the console or the network showed. */
let faults: string[];

beforeAll(async () => {
  writeFiles(join(folder, "content"), content);
  const options = { content: join(folder, "content"), cache: join(folder, "cache") };
  const { problems } = await build({
    ...options,
    output: site.directory,
    drafts: false,
    today,
  });
  expect(problems).toEqual([]);
  server = await serve(site);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens an empty tab in a browser that has never been at the editor, and collects its faults. */
async function open(): Promise<void> {
  await context?.close();
  // The form draws a field only once its place has been in sight, so all of it is in sight. Few
  // pixels are to be painted.
  const sight = { viewport: { width: 1280, height: 12_000 }, deviceScaleFactor: 0.25 };
  context = await browser.newContext({ locale: "vi-VN", ...sight });
  page = await context.newPage();
  faults = [];
  page.on("console", (message) => {
    if (/^(?:error|warning)$/u.test(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    const isOwn =
      request.url().startsWith(`${server.origin}/`) || /^(?:blob|data):/u.test(request.url());
    if (!isOwn) faults.push(`outside: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
}

const goThere = () => page.goto(`${server.origin}/ban-tin/admin/`);
const says = (text: string) => page.getByText(text, { exact: true }).first();

/**
 * Opens the editor with a repository in the browser in place of the office's, and with the articles
 * of the site in it.
 */
async function enter(): Promise<void> {
  await page.route(/config\.yml/u, async (route) => {
    const text = readFileSync(join(site.directory, "admin/config.yml"), "utf8")
      .replace(/^backend:\n(?: .*\n)+/mu, "backend:\n  name: test-repo\n")
      .replace(/^publish_mode: .*\n/mu, "");
    await route.fulfill({ body: text, contentType: "text/yaml" });
  });
  await goThere();
  const files = Object.entries(content).map(
    ([path, text]) => [`content/${path}`, String(text)] as const,
  );
  await page.evaluate(async (all) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, text] of all) {
      let at = await root.getDirectoryHandle("sveltia-cms-test", { create: true });
      const steps = path.split("/");
      const name = steps.pop() as string;
      for (const step of steps) at = await at.getDirectoryHandle(step, { create: true });
      const file = await (await at.getFileHandle(name, { create: true })).createWritable();
      await file.write(text);
      await file.close();
    }
  }, files);
  await says("Làm việc với kho mã nguồn thử nghiệm").click();
  await says("Bài viết").waitFor();
}

/** Returns the files of the repository in the browser. */
async function saved(): Promise<Files> {
  const files = await page.evaluate(async () => {
    const found: [string, string][] = [];
    const walk = async (at: FileSystemDirectoryHandle, way: string): Promise<void> => {
      for await (const [name, entry] of at as unknown as AsyncIterable<
        [string, FileSystemHandle]
      >) {
        if (entry.kind === "directory")
          await walk(entry as FileSystemDirectoryHandle, `${way}${name}/`);
        else {
          const bytes = new Uint8Array(
            await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer(),
          );
          found.push([way + name, btoa(String.fromCharCode(...bytes))]);
        }
      }
    };
    const root = await navigator.storage.getDirectory();
    await walk(await root.getDirectoryHandle("sveltia-cms-test"), "");
    return found;
  });
  return Object.fromEntries(files.map(([path, text]) => [path, Buffer.from(text, "base64")]));
}

/**
 * Presses the button until the article is saved and the list is back. What is typed arrives in the
 * form a moment later, so it may take a second press.
 */
async function save(): Promise<void> {
  const isSaved = page.getByText("Tạo mới").first();
  await until(async () => {
    if (!(await isSaved.isVisible())) await says("Lưu").click(briefly);
    await isSaved.waitFor(briefly);
  });
}

/** Returns what our own check finds wrong in a repository, as `path:line code`. */
async function problemsOf(files: Files): Promise<string[]> {
  const checked = temporaryFolder();
  writeFiles(checked, files);
  const options = { content: join(checked, "content"), cache: join(checked, "cache") };
  const { problems } = await check({ ...options, drafts: false, today });
  return problems.map(({ path, line, code }) => `${path}:${line} ${code}`);
}

it("starts in Vietnamese, with nothing from elsewhere, and asks for the key of the repository", async () => {
  await open();
  await goThere();
  await says("Đăng nhập bằng mã truy cập").waitFor();
  expect(await page.title()).toContain("Soạn bài – Bản tin thử");
  expect(await page.getByText("Netlify").count()).toBe(0);
  expect(faults).toEqual([]);
});

it("asks nobody but the repository for what it shows to anyone who has the key", async () => {
  await open();
  const asked: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    "/user": { id: 1, login: "can-bo", name: "Cán Bộ", avatar_url: "https://anh.example/1" },
    "/graphql": {
      data: {
        repository: {
          ref: { target: { oid: "a1", history: { nodes: [{ oid: "a1", message: "Bài" }] } } },
          pullRequests: { nodes: [], pageInfo: {} },
        },
      },
    },
    "/repos/don-vi/ban-tin/collaborators/can-bo": {},
    "/repos/don-vi/ban-tin/git/trees/a1": { sha: "a1", tree: [], truncated: false },
  };
  await page.route("https://api.github.com/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    await route.fulfill({ headers, json: answers[pathname] ?? {} });
  });
  await goThere();
  await says("Đăng nhập bằng mã truy cập").click();
  await page.getByRole("textbox").first().fill("khoa-thu");
  await page.getByRole("button", { name: "Đăng nhập" }).last().click();
  await page.getByText("Tạo mới").first().waitFor();
  await expect.poll(() => [...new Set(asked)].toSorted()).toEqual(Object.keys(answers).toSorted());
  expect(faults.filter((fault) => !fault.startsWith("outside: https://api.github.com/"))).toEqual(
    [],
  );
});

it("shows the form of an article with all its fields, and changes no more than what is typed", async () => {
  await open();
  await enter();
  await page.getByText("Bài thử").first().click();
  for (const { label } of headForm) await says(label).waitFor();
  await page.getByRole("textbox", { name: "Tiêu đề" }).fill("Bài thử đã sửa");
  await save();
  const files = await saved();
  const before = String(content["2024/hop/index.md"]);
  expect(String(files["content/2024/hop/index.md"])).toBe(
    before
      .replace("title: Bài thử", 'title: "Bài thử đã sửa"')
      .replace("Khối Thử", "khoi-thu")
      .replace("tags: Hội nghị", "tags: [Hội nghị]")
      .replace(
        'documents: ["21-KL/TW"]\npeople: [Trần Văn Thử]',
        'people: Trần Văn Thử\ndocuments:\n  - { number: "21-KL/TW" }',
      ),
  );
  expect(await problemsOf(files)).toEqual([]);
  expect(faults).toEqual([]);
});

it("makes a new article with a picture beside it, which our check has nothing against", async () => {
  await open();
  await page.clock.install();
  await enter();
  await page.getByText("Tạo mới").first().click();
  const field = (way: string) => page.locator(`[data-key-path="${way}"]`);
  // The form takes a text over a moment after it is typed, and may draw the field anew meanwhile,
  // so the clock is moved past that moment.
  const fill = (way: string, text: string) =>
    until(async () => {
      const input = field(way).locator("input, textarea:visible, [role=spinbutton]").first();
      await input.fill(text, briefly);
      await input.press("Tab", briefly);
      await page.clock.runFor(1_000);
      expect(await input.inputValue(briefly)).toBe(text);
      expect(await input.getAttribute("aria-invalid", briefly)).not.toBe("true");
    });
  // A press on a button that is being drawn anew is lost, so each is tried until it has had effect.
  const add = (way: string) =>
    until(async () => {
      const item = page.locator(`[data-key-path^="${way}.0"]`).first();
      if (!(await item.isVisible())) await field(way).getByText("Thêm").first().click(briefly);
      await page.clock.runFor(1_000);
      await item.waitFor(briefly);
    });
  const mark = async (way: string, name: string) => {
    await page.clock.runFor(1_000);
    await field(way).getByText(name).click();
  };
  await fill("title", "Đảng ủy họp: hoà giải “ở cơ sở”");
  await fill("date", "2024-05-31");
  await add("author");
  await fill("author.0.name", "Lê Thử");
  await mark("unit", "Đảng ủy Khối Thử");
  await add("awards");
  await field("awards.0.form").getByRole("combobox").click();
  await page.getByRole("option", { name: "Giấy khen" }).click();
  await mark("awards.0.status", "đã trao");
  await mark("awards.0.by", "Đảng ủy Khối Thử");
  await fill("awards.0.to", "chi bộ");
  await fill("awards.0.count", "2");
  await fill("awards.0.years", "2023");
  await add("figures");
  await fill("figures.0.name", "Tỷ lệ");
  await fill("figures.0.value", "98.25");
  await add("images");
  await says("Duyệt tệp").click();
  const chosen = page.waitForEvent("filechooser");
  await says("Tải lên").click();
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .withExif({ IFD3: { GPSLatitude: "21/1 1/1 0/1", GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();
  await (await chosen).setFiles({ name: "Đại hội.jpg", mimeType: "image/jpeg", buffer: picture });
  await says("Chèn").click();
  await field("images.0.src").getByText("Thay thế").waitFor();
  await fill("images.0.alt", "Hội trường");
  await fill("body", "Chi bộ họp.\n\n## Kết quả\n\n- một\n- hai");
  await save();
  const files = await saved();
  const place = "content/2024/dang-uy-hop-hoa-giai-o-co-so";
  expect(String(files[`${place}/index.md`])).toBe(`---
title: "Đảng ủy họp: hoà giải “ở cơ sở”"
date: 2024-05-31
author: Lê Thử
unit: khoi-thu
images:
  - { src: dai-hoi.webp, alt: "Hội trường" }
awards:
  - form: Giấy khen
    status: đã trao
    by: khoi-thu
    to: chi bộ
    count: 2
    years: 2023
figures:
  - { name: Tỷ lệ, value: 98.25 }
---

Chi bộ họp.

## Kết quả

- một
- hai
`);
  expect(Object.keys(files)).toContain(`${place}/dai-hoi.webp`);
  expect(await problemsOf(files)).toEqual([]);
  expect(faults).toEqual([]);
});
