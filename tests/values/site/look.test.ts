import { readFileSync } from "node:fs";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readAssets, withLook } from "../../../src/assets/assets.ts";
import {
  accentFor,
  type Colour,
  contrastOn,
  grounds,
  leastContrast,
  ownAccent,
} from "../../../src/colour.ts";
import type { Page } from "../../../src/page.ts";
import { madeSite } from "../../checking.ts";
import { article, base, type Files, folderOf } from "../../content.ts";

/* The look that an office sets in site.yaml. */

const themes = Object.keys(ownAccent) as (keyof typeof ownAccent)[];

describe("an accent", () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value): Colour => `#${value.toString(16).padStart(6, "0")}`);

  it("is legible on every ground of every theme, whatever it was derived from", () => {
    fc.assert(
      fc.property(colour, (given) => {
        const accent = accentFor(given);
        for (const theme of themes)
          expect(contrastOn(theme, accent[theme])).toBeGreaterThanOrEqual(leastContrast[theme]);
        // What is offered in place of a faint one is taken, and stays as it is.
        expect(accentFor(accent.light).light).toBe(accent.light);
      }),
    );
  });

  it("is as legible as our own", () => {
    for (const theme of themes)
      expect(contrastOn(theme, ownAccent[theme])).toBeGreaterThanOrEqual(leastContrast[theme]);
  });

  it("is measured on the grounds of the stylesheet", () => {
    const css = readFileSync("layouts/assets/style/theme.css", "utf8");
    const written = [...css.matchAll(/--(?:paper|tint): (#[\da-f]+);/gu)].map(([, one]) =>
      one!.replace(/^#(.)(.)(.)$/u, "#$1$1$2$2$3$3"),
    );
    const known = new Set<string>(Object.values(grounds).flat());
    expect(written.length).toBeGreaterThan(7);
    expect(written.filter((one) => !known.has(one))).toEqual([]);
  });

  it("takes the place of our own in every sheet, and nothing else changes", async () => {
    const { assets } = await readAssets(folderOf({}));
    const accent = accentFor("#0b4f8a");
    const other = withLook(assets, { accent, hasLogo: false, hasOwnHome: false });
    for (const sheet of ["stylesheet", "searchStyle"] as const) {
      let text = other[sheet].text;
      expect(text).not.toMatch(new RegExp(Object.values(ownAccent).join("|"), "u"));
      for (const theme of themes) text = text.replaceAll(accent[theme], ownAccent[theme]);
      expect(text).toBe(assets[sheet].text);
      expect(other[sheet].url).not.toBe(assets[sheet].url);
    }
    expect(other.printStyle).toBe(assets.printStyle);
  });
});

const files: Files = {
  ...base,
  "a.md": article("tags: [Hội nghị]\ndocuments: [{ number: 1-QĐ/ĐUT, title: Quyết định thử }]"),
  "b.md": article("tags: [Học tập]").replace("Bài thử", "Bài hai"),
};

async function siteWith(lines: string, more: Files = {}) {
  const content = folderOf({ ...files, ...more, "site.yaml": `${base["site.yaml"]}${lines}\n` });
  return (await madeSite(content)).site;
}

async function pagesWith(lines: string, more: Files = {}): Promise<ReadonlyMap<string, string>> {
  const pages: readonly Page[] = [...(await siteWith(lines, more)).pages()];
  return new Map(pages.map((page) => [page.url, String(page.draw())]));
}

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><style>.a{fill:#0b4f8a}</style><path class="a" d="M0 0h40v20H0z"/></svg>`;

it("says in words what is so without them, and nothing changes", async () => {
  const plain = await pagesWith("");
  const said = await pagesWith(`accent: "#9b1b1e"
menu: [Khen thưởng, Số liệu, Văn bản, Hội nghị, Cán bộ, Đơn vị, Chủ đề, Lưu trữ]
footer: { lines: [], links: [] }
home: [Mới trong các sổ, Chủ đề, Đơn vị, Lưu trữ]`);
  expect(said).toEqual(plain);
});

/** Part of a page as text, and the lines of site.yaml that make it so. */
const partOf = (page: string, from: string, to: string) =>
  page
    .slice(page.indexOf(from), page.indexOf(to, page.indexOf(from)))
    .replaceAll(/<a [^>]*href="([^"]+)"[^>]*>/gu, "[$1] ")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();

it("shows the menu in its order, and at the foot what it leaves out", async () => {
  const pages = await pagesWith(`menu:
  - Chủ đề
  - Cán bộ
  - { name: Bài hai, url: b.md }
  - { name: Cổng, url: "https://cong.example/" }
footer:
  lines: ["Giấy phép số 1/GP-STTTT"]
  links: [{ name: Tìm, url: /tim-kiem/ }]`);
  for (const url of ["/", "/don-vi/"]) {
    const page = pages.get(url)!;
    expect(partOf(page, '<nav class="sections"', "</nav>")).toBe(
      "[/chu-de/] Chủ đề [/2024/03/05/b/] Bài hai [https://cong.example/] Cổng",
    );
    const foot = partOf(page, '<footer class="foot"', "</footer>");
    expect(foot).toContain("Người thử Giấy phép số 1/GP-STTTT [/tim-kiem/] Tìm");
    expect(foot).toContain("[/van-ban/] Văn bản [/don-vi/] Đơn vị [/luu-tru/] Lưu trữ");
  }
  // Without a script these are the only ways to the articles, so none of them may be left out.
  const ways = partOf(pages.get("/tim-kiem/")!, '<ul class="ways"', "</ul>");
  expect(ways).toContain("[/don-vi/] Đơn vị");
  expect(ways).toContain("[/luu-tru/] Lưu trữ");
  expect(ways).not.toContain("Cổng");
  const english = pages.get("/en/")!;
  expect(english).toContain('<span lang="vi">Bài hai</span>');
  expect(english).toContain('<p lang="vi">Giấy phép số 1/GP-STTTT</p>');
});

it.each([
  ["home: [Lưu trữ, Đơn vị]", ["luu-tru", "don-vi"]],
  ["home: [Đơn vị]", ["don-vi"]],
  ["home: []", []],
])("shows the blocks of the home page that are chosen: %s", async (lines, ids) => {
  const home = (await pagesWith(lines)).get("/")!;
  const found = [...home.matchAll(/<h2[^>]* id="([^"]+)"/gu)].map(([, id]) => id);
  expect(found.filter((id) => id !== "tin-moi")).toEqual(ids);
});

describe("a logo", () => {
  it("is drawn anew, and beside the name on every page", async () => {
    const pages = await pagesWith("logo: hinh/logo.svg", { "hinh/logo.svg": logo });
    const [url, svg] = [...pages].find(([, text]) => text.startsWith("<svg width"))!;
    expect(svg).toContain('fill="#0b4f8a"');
    expect(svg).not.toMatch(/style|class/u);
    for (const page of ["/", "/don-vi/", "/en/"])
      expect(pages.get(page)).toContain(`<img class="logo" src="${url}" alt="" width="128"`);
    expect(pages.get("/")).toContain(
      `"logo":{"@type":"ImageObject","url":"https://thu.example${url}"}`,
    );
    const [, css] = [...pages].find(([address]) => address.includes("/trang."))!;
    expect(css).toContain(".logo{");
  });

  it("may be a PNG, whose metadata and excess of pixels nobody loads", async () => {
    const create = { width: 900, height: 600, channels: 4, background: "#0b4f8a" } as const;
    const png = await sharp({ create })
      .withExif({ IFD0: { Copyright: "Bí mật" } })
      .png()
      .toBuffer();
    const site = await siteWith("logo: logo.png", { "logo.png": png });
    const drawn = (await site.laterFiles()).find(({ url }) => url.includes("/logo."))!;
    const { width, height, exif } = await sharp(readFileSync(drawn.realPath)).metadata();
    expect([width, height, exif]).toEqual([300, 200, undefined]);
    const home = [...site.pages()].find(({ url }) => url === "/")!.draw();
    expect(home).toContain(`<img class="logo" src="${drawn.url}" alt="" width="96"`);
  });
});
