import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../../scripts/bench/static-server.ts";
import { buildPortal } from "../../../scripts/portal.ts";
import { manifestOf } from "../../../scripts/publishing/manifest.ts";
import { makePortal } from "../../../scripts/site/make-portal.ts";
import { outputPath } from "../../../src/urls.ts";
import { type BuiltSite, readSite } from "../../built-site.ts";
import { temporaryFolder } from "../../content.ts";
import { run } from "../../running.ts";
import { nuMessages } from "../site/nu-checker.ts";
import { deadLinksOfOtherFiles, deadLinksOfPages, readPage } from "../site/page-reading.ts";
import { buildOffices, buildPortalOf, portalFile, portalOptions, today } from "./two-sites.ts";

/** Two built sites and a portal.yaml in, a portal out. */

const folder = temporaryFolder();
const output = join(folder, "cong/_site");
/** Returns a file of the portal, without what only keeps words together. */
const page = (path: string) =>
  readFileSync(join(output, path), "utf8").replaceAll(/<\/?no-break>/gu, "");
const json = (path: string) => JSON.parse(page(path)) as readonly Record<string, unknown>[];

beforeAll(async () => {
  await buildOffices(folder);
  const built = await buildPortalOf(folder, { "portal.yaml": portalFile });
  expect(built).toMatchObject({ kind: "written", problems: [], articles: 3 });
});

/** The pages of the built portal, as tests of a site read them. */
async function builtPortal(): Promise<BuiltSite> {
  const made = await makePortal(portalOptions(folder));
  if (made.kind === "faulty") throw new Error("What is built can be made.");
  const pages = Array.from(made.site.pages(), ({ url, kind }) => ({ url, kind }))
    .map((one) => ({ ...one, file: outputPath(one.url) }))
    .filter(({ file }) => file.endsWith(".html"))
    .map((one) => ({ ...one, html: page(one.file) }));
  return { ...readSite(output), pages };
}

it("no other build may write a portal while its pages are written", async () => {
  const own = { ...portalOptions(folder), output: join(folder, "cong/_site-khac") };
  const isLocked: boolean[] = [];
  const built = await buildPortal(own, (step) => {
    if (step === "write") isLocked.push(existsSync(`${own.output}.ban-tin-lock`));
  });
  expect(built).toMatchObject({ kind: "written", pages: isLocked.length });
  expect(isLocked).not.toContain(false);
});

describe("a portal", () => {
  it("shows the newest articles of all sites, each linked to its own", () => {
    const home = page("index.html");
    for (const url of [
      "https://khoi.example/2024/04/02/hop/",
      "https://khoi.example/2024/03/05/khen/",
      "https://mot.example/tin/2024/03/07/nhan/",
    ])
      expect(home).toContain(`href="${url}"`);
    expect(home.indexOf("Họp tháng Tư")).toBeLessThan(home.indexOf("Trao giấy khen"));
  });

  it("counts an award once that giver and recipient tell of, and names both", () => {
    const awards = page("khen-thuong/index.html");
    expect(awards).toContain("đã khen\u00a011, đề xuất\u00a02");
    expect(awards).toMatch(
      /Nguồn: <a href="https:\/\/khoi\.example[^"]+">Bản tin Khối Mẫu, 5\/3\/2024.*<a href="https:\/\/mot\.example/u,
    );
    const [given, proposed] = json("du-lieu/khen-thuong/2024.json");
    expect(given).toMatchObject({
      site: "khoi",
      sites: ["khoi", "chi-bo"],
      given: 11,
      is_count_clear: true,
      doubt: null,
    });
    expect(proposed).toMatchObject({ site: "chi-bo", given: 0, proposed: 2 });
  });

  it("explains its sums", () => {
    expect(page("nguon/index.html")).toContain(
      "2 trang có 3 dòng khen thưởng, thành 2 lượt: 1 lượt được nhiều trang cùng đưa",
    );
  });

  it("shows figures, units and sites with where they come from", () => {
    expect(page("so-lieu/index.html")).toContain("https://khoi.example/2024/04/02/hop/");
    expect(page("don-vi/index.html")).toContain("https://mot.example/tin/don-vi/chi-bo-mot/");
    expect(json("du-lieu/so-lieu.json")).toMatchObject([{ site: "khoi", value: 12 }]);
    expect(json("du-lieu/nguon.json")).toMatchObject([
      { site: "khoi", url: "https://khoi.example/", articles: 2, awards: 1 },
      { site: "chi-bo", url: "https://mot.example/tin/", articles: 1, awards: 2 },
    ]);
  });

  it("has a feed, a sitemap and a page for lost readers", () => {
    expect(page("feed.xml")).toContain("<id>https://khoi.example/2024/04/02/hop/</id>");
    expect(page("sitemap.xml")).toContain("<loc>https://cong.example/khen-thuong/</loc>");
    expect(page("404.html")).toContain("Không tìm thấy trang");
  });

  it("has no dead link, one title a page, and only what its content policy allows", async () => {
    const site = await builtPortal();
    const readings = site.pages.map(readPage);
    expect(readings.length).toBeGreaterThan(8);
    expect(deadLinksOfPages(site, readings)).toEqual([]);
    expect(deadLinksOfOtherFiles(site, readings)).toEqual([]);
    expect(readings.flatMap(({ forbidden }) => forbidden)).toEqual([]);
    expect(new Set(readings.map(({ title }) => title)).size).toBe(readings.length);
    for (const { page: one, counts } of readings) {
      expect(one.html).toContain("script-src 'none'");
      expect(counts.get("h1")).toBe(1);
      expect(one.html).not.toContain('role="search"');
    }
  });

  it("is the same, byte for byte, from the same data on the same day", async () => {
    const again = temporaryFolder();
    cpSync(folder, again, { recursive: true });
    rmSync(join(again, "cong/_site"), { recursive: true });
    await buildPortalOf(again, { "portal.yaml": portalFile });
    expect(await manifestOf(join(again, "cong/_site"))).toEqual(await manifestOf(output));
  });

  it("finds nothing to do when nothing has changed", async () => {
    const built = await buildPortalOf(folder, { "portal.yaml": portalFile });
    expect(built).toMatchObject({ kind: "unchanged", written: 0 });
  });
});

it("a number that sites differ on is not clear, also where that of the giver's site counts", async () => {
  const own = temporaryFolder();
  cpSync(folder, own, { recursive: true });
  const path = join(own, "chi-bo/_site/du-lieu/khen-thuong/2024.json");
  const text = readFileSync(path, "utf8");
  const other = text
    .replace('"given":11', '"given":12')
    .replace('"count":11', '"count":12')
    .replace('"count_text":"11"', '"count_text":"12"');
  writeFileSync(path, other);
  const built = await buildPortalOf(own, { "portal.yaml": portalFile });
  expect(built.problems).toEqual([]);
  const read = (name: string) =>
    readFileSync(join(own, "cong/_site", name), "utf8").replaceAll(/<\/?no-break>/gu, "");
  expect(JSON.parse(read("du-lieu/khen-thuong/2024.json"))).toMatchObject([
    { given: 11, site_counts: ["11", "12"], is_count_clear: false, doubt: "differs" },
    { proposed: 2, is_count_clear: true, doubt: null },
  ]);
  expect(read("nguon/index.html")).toContain(
    "1 lượt các trang nêu khác nhau: lấy số của trang thuộc đơn vị khen.",
  );
});

describe("with a list of units of its own", () => {
  const units =
    "- { id: khoi-mau, name: Đảng ủy Khối Mẫu }\n- { id: chi-bo-mot, name: Chi bộ Một, parent: khoi-mau }\n";

  it("a portal knows that units are one; without, it says that they have one name", async () => {
    expect(page("don-vi/index.html")).toContain("chỉ vì cùng tên");
    const own = temporaryFolder();
    cpSync(folder, own, { recursive: true });
    const built = await buildPortalOf(own, { "portal.yaml": portalFile, "units.yaml": units });
    expect(built.problems).toEqual([]);
    const text = readFileSync(join(own, "cong/_site/don-vi/index.html"), "utf8");
    expect(text).not.toContain("cùng tên");
    expect(text).toContain("Có ở nhiều trang");
    // Each site's own list would say the same once more.
    expect(text).not.toContain("Theo trang");
  });

  it("a portal names below each site only those that are not surely shared", async () => {
    const own = temporaryFolder();
    cpSync(folder, own, { recursive: true });
    const [first] = units.split("\n");
    const files = { "portal.yaml": portalFile, "units.yaml": `${first}\n` };
    expect((await buildPortalOf(own, files)).problems).toEqual([]);
    const text = readFileSync(join(own, "cong/_site/don-vi/index.html"), "utf8");
    const [shared, apart] = text.split('<h2 id="theo-trang">');
    const address = (id: string) => `https://khoi.example/don-vi/${id}/`;
    expect([shared, apart]).toEqual([
      expect.stringContaining(address("khoi-mau")),
      expect.stringContaining(address("chi-bo-mot")),
    ]);
    expect(apart).not.toContain(address("khoi-mau"));
  });
});

describe("a portal is not built, and the present one stays,", () => {
  const files = () => manifestOf(output);

  it("when there is no data of a site", async () => {
    const kept = files();
    const none = `${portalFile}  - { id: x, name: Trang X, url: https://x.example }\n`;
    writeFileSync(join(folder, "cong/content/portal.yaml"), none);
    const { status, stderr } = await run("portal", [
      "--content",
      join(folder, "cong/content"),
      "--now",
      today,
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain("portal.yaml:9:5");
    expect(stderr).toContain("Chưa lần nào đọc được dữ liệu của “Trang X”");
    expect(files()).toEqual(kept);
    writeFileSync(join(folder, "cong/content/portal.yaml"), portalFile);
  });

  it("when a cell is not what it should be, which is told with its line", async () => {
    const own = temporaryFolder();
    cpSync(folder, own, { recursive: true });
    const path = join(own, "khoi/_site/du-lieu/khen-thuong/2024.json");
    writeFileSync(path, readFileSync(path, "utf8").replace('"given":11', '"given":"mười một"'));
    const built = await buildPortalOf(own, { "portal.yaml": portalFile });
    expect(built.kind).toBe("faulty");
    expect(built.problems).toMatchObject([
      { path: "../../khoi/_site/du-lieu/khen-thuong/2024.json", line: 2, code: "portal-data-cell" },
    ]);
  });

  it("when the link at its foot leads nowhere", async () => {
    const own = temporaryFolder();
    cpSync(folder, own, { recursive: true });
    const footer = "footer: { links: [{ name: Giới thiệu, url: /gioi-thieu/ }] }\n";
    const built = await buildPortalOf(own, { "portal.yaml": portalFile + footer });
    expect(built.problems.map(({ code }) => code)).toEqual(["link-missing"]);
  });
});

it("a title that is a program stays a text", async () => {
  const own = temporaryFolder();
  cpSync(folder, own, { recursive: true });
  const path = join(own, "khoi/_site/du-lieu/bai-viet/2024.json");
  const evil = '<img src=x onerror=alert(1)>"><script>alert(1)</script>';
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace("Họp tháng Tư", JSON.stringify(evil).slice(1, -1)),
  );
  await buildPortalOf(own, { "portal.yaml": portalFile });
  const home = readFileSync(join(own, "cong/_site/index.html"), "utf8");
  expect(home).toContain("&lt;script&gt;alert(1)");
  expect(home).not.toContain("<script>alert");
  expect(home).not.toContain("<img");
  expect(existsSync(join(own, "cong/_site/feed.xml"))).toBe(true);
});

it("the Nu HTML checker has nothing to say of any page", async () => {
  const server = await serve({ directory: output, basePath: "" });
  const { pages } = await builtPortal();
  expect(await nuMessages(pages.map(({ file }) => `${server.origin}/${file}`))).toEqual([]);
  await server.close();
});
