import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { article, base, type Files, temporaryFolder, writeFiles } from "../../content.ts";
import { run, startPreview } from "../../running.ts";

/** The code that an office has of its own, in `layouts/` beside its content. */

const folder = temporaryFolder();
const content = join(folder, "content");
const options = ["--content", content, "--now", "2024-06-30"];
const built = (path: string) => readFileSync(join(folder, "_site", path), "utf8");

const roster = `import { html, type OfficeSite, type OwnFile, type OwnPage } from "ban-tin/layouts";
import { people } from './parts/people.ts';

export default function* ({ name, articles }: OfficeSite): Generator<OwnPage | OwnFile> {
  yield {
    url: "/lich-truc/",
    title: "Lịch trực",
    description: \`Lịch trực của \${name}.\`,
    main: html\`<ul>\${people.map((one) => html\`<li class="\${one}">\${one}</li>\`)}</ul>
      <p><a href="\${articles[0]!.url}">\${articles[0]!.title}</a></p>\`,
  };
  yield { url: "/lich-truc.ics", text: "BEGIN:VCALENDAR" };
}
`;
const sound: Files = {
  "layouts/lich-truc.ts": roster,
  "layouts/parts/people.ts": `export const people: readonly string[] = ['Tên <b>"Mẫu"'];\n`,
  "layouts/article-foot.js": `import { html } from "ban-tin/layouts";
export default ({ title, usual }) => html\`\${usual}<p>Góp ý: \${title}</p>\`;
`,
  "layouts/home-block.ts": `import { html, type HomeBlock } from "ban-tin/layouts";
const block: HomeBlock = ({ units }) => html\`<p>\${units[0]!.name}</p>\`;
export default block;
`,
};

beforeAll(async () => {
  const link = "Xem [lịch trực](/lich-truc/).";
  writeFiles(folder, { ...sound });
  writeFiles(content, { ...base, "a.md": article("", link) });
  expect(await run("check", options)).toMatchObject({ status: 0 });
  expect(await run("build", options)).toMatchObject({ status: 0, stderr: "" });
});

describe("the code of an office", () => {
  it("makes pages in the frame of the site, with everything escaped", () => {
    const page = built("lich-truc/index.html");
    expect(page).toContain(
      '<li class="Tên &lt;b&gt;&quot;Mẫu&quot;">Tên &lt;b&gt;&quot;Mẫu&quot;</li>',
    );
    expect(page).toContain('<a href="/2024/03/05/a/">Bài thử</a>');
    expect(page).toContain("<title>Lịch trực – Bản tin thử</title>");
    expect(page).toContain("<h1>Lịch trực</h1>");
    expect(built("sitemap-muc-luc.xml")).toContain("/lich-truc/");
    expect(built("lich-truc.ics")).toBe("BEGIN:VCALENDAR");
  });

  it("replaces the foot of articles, and adds a block to the home page", () => {
    expect(built("2024/03/05/a/index.html")).toMatch(
      /<footer class="article-foot">.*Địa chỉ bài viết.*<p>Góp ý: Bài thử<\/p>/su,
    );
    expect(built("index.html")).toContain('<section class="strip"><p>Chi bộ Một</p></section>');
  });
});

const html = 'import { html } from "ban-tin/layouts";\n';
const page = (more: string) =>
  `${html}export default () => [{ url: "/x/", title: "A", description: "B", ${more} }];\n`;

/** What is wrong with `layouts/thu.ts`, and what is said of it. */
const faults: readonly (readonly [name: string, text: string, said: string])[] = [
  ["imports what the hash leaves out", 'import "node:fs";', "thu.ts: không được nhập “node:fs”"],
  ["imports from above", "import '../x.ts';", "thu.ts: không"],
  ["is no TypeScript", "export default 1;\n\nconst x = ;\n", "thu.ts:3: không chạy được"],
  ["exports no function", "export const x = 1;\n", "thu.ts: tệp này phải có export default"],
  ["makes no pages", "export default () => 7;\n", "thu.ts: hàm phải trả về danh sách trang"],
  ["makes a page without a title", page('title: "", main: html`x`'), "thu.ts: trang thiếu"],
  ["has an odd address", page('url: "/Lịch/", main: html`x`'), "thu.ts: địa chỉ “/Lịch/” không"],
  [
    "has the address of ours",
    page('url: "/don-vi/", main: html`x`'),
    "thu.ts: địa chỉ “/don-vi/” đã",
  ],
  [
    "has an address twice",
    page('url: "/lich-truc/", main: html`x`'),
    "thu.ts: địa chỉ “/lich-truc/” đã",
  ],
  ["makes HTML by hand", page('main: "<p>x</p>"'), "thu.ts: cần HTML do html`…` tạo ra"],
  [
    "leaves out quotation marks",
    page(`\nmain: html\`<a href=\${1}>\``),
    "thu.ts:3: thuộc tính href=",
  ],
  ["has a script", page("main: html`<p><script>`"), "thu.ts:2: không dùng được “<script”"],
  ["has a handler", page('main: html`<p id="a" onclick="x">`'), "thu.ts:2: không dùng được"],
  ["throws", "\nexport default () => [undefined.x];\n", "thu.ts:2: mã này gặp lỗi khi dựng trang"],
];

describe("code that is wrong", () => {
  it.each(faults)("%s", async (_name, text, said) => {
    writeFiles(folder, { "layouts/thu.ts": text });
    try {
      const { status, stderr } = await run("check", options);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`layouts/${said}`)]);
    } finally {
      rmSync(join(folder, "layouts/thu.ts"));
    }
  });

  it("lies elsewhere, behind a link", async () => {
    writeFiles(folder, { "ngoai.ts": "export default () => [];\n" });
    symlinkSync("../ngoai.ts", join(folder, "layouts/thu.ts"));
    const { status, stderr } = await run("check", options);
    rmSync(join(folder, "layouts/thu.ts"));
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("layouts/thu.ts: không được nhập “thu.ts”"),
    ]);
  });

  it("is told of in English", async () => {
    writeFiles(folder, { "layouts/thu.ts": "export default () => 7;\n" });
    const { stderr } = await run("check", [...options, "--lang", "en"]);
    rmSync(join(folder, "layouts/thu.ts"));
    expect(stderr).toContain("layouts/thu.ts: the function must return a list of pages");
  });

  it("in a view is told of too", async () => {
    writeFiles(folder, { "layouts/article-foot.js": 'export default () => "<p>x</p>";\n' });
    const { status, stderr } = await run("check", options);
    writeFiles(folder, sound);
    expect([status, stderr]).toEqual([
      2,
      'layouts/article-foot.js: cần HTML do html`…` tạo ra, nhưng lại là "<p>x</p>". Chuỗi chữ thường sẽ hiện nguyên dấu ngoặc nhọn.\n',
    ]);
  });
});

it("is no code where the content folder has another name", async () => {
  const other = join(temporaryFolder(), "bai");
  writeFiles(join(other, ".."), { "layouts/thu.ts": "export default 1;\n" });
  writeFiles(other, { ...base, "a.md": article() });
  const args = ["--content", other, "--cache", join(folder, ".cache"), "--now", "2024-06-30"];
  expect(await run("check", args)).toMatchObject({ status: 0 });
});

it("that is saved is drawn by a preview that runs", async () => {
  const preview = await startPreview(options);
  try {
    await preview.says(/trang\./u);
    const shown = async () => (await fetch(`${preview.origin}/lich-truc/`)).text();
    expect(await shown()).toContain("Lịch trực");
    // Of a module that others import, too.
    writeFiles(folder, { "layouts/parts/people.ts": 'export const people = ["Người Mới"];\n' });
    await expect.poll(shown).toContain("Người Mới");
  } finally {
    await preview.stop();
  }
});
