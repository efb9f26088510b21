import { expect, it } from "vitest";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/** What readers and hosts are told of addresses of the past. */

const aliases =
  'aliases: [/tin/a, /tin/b.html, "/tin/hội(1)/", /?p=1&l=vi, /xem.aspx, /2024/03/05/a/]';

async function pagesOf(more: string, settings = ""): Promise<ReadonlyMap<string, string>> {
  const content = folderOf({
    ...base,
    "site.yaml": base["site.yaml"].replace("https://thu.example", `https://thu.example${settings}`),
    "a.md": article(more),
  });
  const { site, problems } = await madeSite(content);
  expect(problems).toEqual([]);
  return new Map([...site.pages()].map((page) => [page.url, site.draw(page)]));
}

it("leads on from each address of the past that can be a page", async () => {
  const pages = await pagesOf(aliases, "/ban-tin");
  const own = [...pages.keys()].filter((url) => /^\/(?:tin|xem|\?)/u.test(url));
  expect(own).toEqual(["/tin/a/", "/tin/b.html", "/tin/hội(1)/"]);
  const page = pages.get("/tin/a/")!;
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/ban-tin/2024/03/05/a/">');
  expect(page).toContain('<a href="/ban-tin/2024/03/05/a/">Bài thử</a>');
  expect(page).toContain('<link rel="canonical" href="https://thu.example/ban-tin/2024/03/05/a/">');
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(pages.get("/sitemap-muc-luc.xml")).not.toContain("/tin/");
});

it("tells hosts where each leads", async () => {
  const pages = await pagesOf(aliases, "/ban-tin");
  const to = "/ban-tin/2024/03/05/a/";
  expect(pages.get("/_redirects")?.split("\n")).toEqual([
    `/ban-tin/tin/a/ ${to} 301`,
    `/ban-tin/tin/b.html ${to} 301`,
    `/ban-tin/tin/h%E1%BB%99i(1)/ ${to} 301`,
    `/ban-tin/xem.aspx ${to} 301`,
    `/ban-tin/ p=1 l=vi ${to} 301`,
    "",
  ]);
  expect(pages.get("/_nginx-redirects.conf")?.split("\n")).toEqual([
    `"/ban-tin/tin/a/" "${to}";`,
    `"/ban-tin/tin/b.html" "${to}";`,
    `"/ban-tin/tin/h%E1%BB%99i(1)/" "${to}";`,
    `"/ban-tin/?p=1&l=vi" "${to}";`,
    `"/ban-tin/xem.aspx" "${to}";`,
    "",
  ]);
  const rules = pages.get("/.htaccess")!.split("\n");
  expect(rules.filter((line) => line.startsWith("Rewrite"))).toEqual([
    "RewriteEngine On",
    `RewriteRule ^tin/a/?$ ${to} [R=301,L]`,
    `RewriteRule ^tin/b\\.html$ ${to} [R=301,L]`,
    `RewriteRule ^tin/hội\\(1\\)/?$ ${to} [R=301,L]`,
    "RewriteCond %{QUERY_STRING} ^p=1&l=vi$",
    `RewriteRule ^$ ${to}? [R=301,L]`,
    `RewriteRule ^xem\\.aspx$ ${to} [R=301,L]`,
  ]);
});

it("writes no rules where no article has moved", async () => {
  const pages = await pagesOf("aliases: /2024/03/05/a/");
  expect(pages.has("/_redirects")).toBe(false);
  expect(pages.get("/.htaccess")).not.toContain("Rewrite");
});
