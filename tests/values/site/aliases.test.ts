import { expect, it } from "vitest";
import { apacheRules, nginxText, redirectsOf } from "../../../layouts/parts/redirect-rules.ts";
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
    `/ban-tin/ p=1 l=vi ${to} 301!`,
    "",
  ]);
  expect(
    pages
      .get("/_nginx-redirects.conf")
      ?.split("\n")
      .filter((line) => line.includes(to)),
  ).toEqual([
    `  "/ban-tin/tin/a" "${to}";`,
    `  "/ban-tin/tin/b.html" "${to}";`,
    `  "/ban-tin/tin/hội(1)" "${to}";`,
    `  "/ban-tin/xem.aspx" "${to}";`,
    `  "/ban-tin?l=vi&p=1" "${to}";`,
  ]);
  const rules = (url: string) =>
    pages
      .get(url)!
      .split("\n")
      .filter((line) => /^Rewrite(?:Rule|Cond)/u.test(line));
  expect(rules("/.htaccess")).toEqual([
    "RewriteCond %{ENV:REDIRECT_STATUS} ^$",
    "RewriteCond %{QUERY_STRING} (?:^|&)(?:(?:p|l)=) [NC]",
    "RewriteRule ^([^?]*)$ /ban-tin/_redirects-query/$1 [L,NS]",
    "RewriteCond %{ENV:REDIRECT_STATUS} ^$",
    "RewriteCond %{REQUEST_FILENAME} !-f",
    "RewriteCond %{REQUEST_FILENAME} !-d",
    "RewriteRule ^([^?]*)$ /ban-tin/_redirects-path/$1 [L,NS]",
  ]);
  expect(rules("/_redirects-query/.htaccess")).toEqual([
    "RewriteCond %{QUERY_STRING} (?:^|&)p=1(?:&|$) [NC]",
    "RewriteCond %{QUERY_STRING} (?:^|&)l=vi(?:&|$) [NC]",
    `RewriteRule ^$ ${to}? [R=301,L,NC]`,
    "RewriteRule ^([^?]*)$ /ban-tin/_redirects-path/$1 [L]",
  ]);
  // Those that have a page need no rule.
  expect(rules("/_redirects-path/.htaccess")).toEqual([
    `RewriteRule ^xem\\.aspx$ ${to} [R=301,L,NC]`,
    "RewriteRule ^([^?]*)$ /ban-tin/$1 [L]",
  ]);
});

it("tells Netlify of queries before the path that would hide them, and of none that it refuses", async () => {
  const pages = await pagesOf(
    "aliases: [/x.php, /x.php?id=1, /y.html, /?7, /?7=a, /?/a=b, /?id=1&l=h%E1%BB%99i]",
  );
  expect(
    pages
      .get("/_redirects")
      ?.split("\n")
      .map((line) => line.replace(/ \S+ 301/u, "")),
  ).toEqual(["/y.html", "/ id=1 l=hội!", "/x.php id=1!", "/x.php", ""]);
});

it("has one page for old addresses that differ by case alone, and a rule for each", async () => {
  const pages = await pagesOf("aliases: [/Tin/A/, /tin/a/, /Tin/A/]");
  expect([...pages.keys()].filter((url) => /^\/tin/iu.test(url))).toEqual(["/Tin/A/"]);
  expect(pages.get("/_redirects")?.match(/^\S+/gmu)).toEqual(["/Tin/A/", "/tin/a/"]);
  expect(pages.get("/_redirects-path/.htaccess")).toContain("RewriteRule ^tin/a/?$ ");
  expect(pages.get("/_nginx-redirects.conf")?.match(/"\/tin\/a"/giu)).toHaveLength(1);
});

it("keeps .htaccess and the maps of nginx few, whatever the number of old addresses", () => {
  const aliases = Array.from({ length: 1_000 }, (_, at) => [
    `/?x-so-${at}=1`,
    `/?p=${at}`,
    `/a${at}.aspx`,
  ]);
  const to = { name: "A", url: "/a/" };
  const moved = aliases.flat().map((alias) => ({ alias, page: undefined, to }));
  const many = { basePath: "", redirects: redirectsOf(moved) };
  const lines = apacheRules(many).split("\n");
  expect(lines.filter((line) => line.startsWith("Rewrite"))).toHaveLength(8);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(8_000);
  expect(nginxText(many).match(/^map .* \$ban_tin_moved/gmu)).toHaveLength(52);
  expect(nginxText(many).match(/"\/a\/"/gu)).toHaveLength(3_000);
});

it("writes no rules where no article has moved", async () => {
  const pages = await pagesOf("aliases: /2024/03/05/a/");
  expect(pages.has("/_redirects")).toBe(false);
  expect(pages.get("/.htaccess")).not.toContain("Rewrite");
});
