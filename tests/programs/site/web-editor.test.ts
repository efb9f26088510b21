import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { build as buildSite } from "../../../scripts/build.ts";
import type { Day } from "../../../src/day.ts";
import { article, base, type Files, temporaryFolder, writeFiles } from "../../content.ts";

/** The editor in `/admin/` as it is built. `values/` tests its settings and how it reads files. */

const group = "web_editor:\n  backend: github\n  repo: don-vi/ban-tin\n";
const articles: Files = {
  "2024/hop/index.md": article("tags: [Hội nghị]"),
  "2024/sau.md": article("tags: [Hội nghị, Học tập]"),
};

async function build(siteYaml: string): Promise<ReadonlyMap<string, Buffer>> {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  writeFiles(content, { ...base, ...articles, "site.yaml": siteYaml });
  const output = join(folder, "_site");
  const options = { content, output, cache: join(folder, "cache"), drafts: false };
  const { problems } = await buildSite({ ...options, today: "2024-06-30" as Day });
  expect(problems).toEqual([]);
  const files = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((path) => [path.slice(output.length + 1), readFileSync(path)]));
}

describe("a site with the key web_editor", async () => {
  const without = await build(base["site.yaml"]);
  const withEditor = await build(base["site.yaml"] + group);
  const textOf = (path: string) => withEditor.get(path)!.toString();

  it("has the editor, and without the key there is none", () => {
    const more = [...withEditor.keys()].filter((path) => !without.has(path));
    expect(more.toSorted()).toEqual([
      "admin/ban-tin.js",
      "admin/config.yml",
      "admin/index.html",
      "admin/sveltia-cms.js",
      "admin/sveltia-cms/LICENSE.txt",
      "admin/sveltia-cms/icons-LICENSE.txt",
      "admin/sveltia-cms/icons.woff2",
      "admin/sveltia-cms/locales/vi.json",
      "admin/sveltia-cms/package.json",
    ]);
    for (const [path, bytes] of without) expect(bytes.includes("/admin/") && path).toBe(false);
  });

  it("differs in nothing else but what a host and a search engine are told", () => {
    const changed = [...without].filter(([path, bytes]) => !withEditor.get(path)?.equals(bytes));
    expect(changed.map(([path]) => path).toSorted()).toEqual([
      ".htaccess",
      "_headers",
      "robots.txt",
    ]);
    expect(textOf("robots.txt")).toContain("\nDisallow: /admin/\n");
    expect(textOf("admin/index.html")).toContain('<meta name="robots" content="noindex">');
  });

  it("lets the editor run its own program and ask its own repository, and weakens no other page", () => {
    const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(
      textOf("admin/index.html"),
    )![1]!;
    expect(own).toMatch(/^default-src 'none'; script-src 'self'; /u);
    expect(own).toContain("; connect-src 'self' blob: data: https://api.github.com;");
    const sent = `${own}; frame-ancestors 'none'`;
    const headers = without.get("_headers")!.toString();
    expect(textOf("_headers")).toBe(
      `${headers}\n/admin/*\n  ! Content-Security-Policy\n  Content-Security-Policy: ${sent}\n`,
    );
    const rule = `<ElseIf "%{REQUEST_URI} =~ m#^/admin/#">\nHeader always set Content-Security-Policy "${sent}"\n</ElseIf>\n`;
    expect(textOf(".htaccess").replace(rule, "")).toBe(without.get(".htaccess")!.toString());
    expect(readFileSync("docs/may-chu/nginx.conf", "utf8")).toContain(`# ~^/admin/ "${sent}";`);
  });

  it("serves a program that goes to nobody for its letters, its words and its news", () => {
    const program = textOf("admin/sveltia-cms.js");
    for (const host of [
      "jsdelivr.net",
      "githubstatus.com/api",
      "hostedstatus.com",
      "unpkg.com/@sveltia/cms",
    ])
      expect(program.includes(host) && host).toBe(false);
  });

  it("names the topics that are in use, and shows articles without a folder apart", () => {
    const { collections } = parse(textOf("admin/config.yml")) as Config;
    expect(collections.map(({ path }) => path)).toEqual([
      "{{date | date('YYYY')}}/{{slug}}/index",
      "{{date | date('YYYY')}}/{{slug}}",
    ]);
    const tags = collections[0]!.fields.find(({ name }) => name === "tags");
    expect(tags!.hint).toMatch(/Đang dùng: Hội nghị, Học tập\.$/u);
  });
});

type Config = {
  readonly collections: readonly {
    readonly path: string;
    readonly fields: readonly { readonly name: string; readonly hint?: string }[];
  }[];
};
