import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { siteBooks, siteCards } from "../../../layouts/index.ts";
import { idsBy } from "../../../src/content/content-id.ts";
import { pictureKey } from "../../../src/cut.ts";
import { findPictures } from "../../../src/pictures/pictures.ts";
import { loadFolder, madeSite, siteOf } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* How a picture is shown, from the front matter to every place that shows it. */

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#9b1b1e" } })
    .jpeg()
    .toBuffer();
const [wide, upright] = [await photo(1400, 900), await photo(900, 1400)];

/** Returns the pages of some articles on a site with two photographs, by address. */
async function pagesOf(files: Readonly<Record<string, string>>) {
  const content = folderOf({ ...base, ...files, "rong.jpg": wide, "cao.jpg": upright });
  const { site } = await madeSite(content);
  const pages = new Map([...site.pages()].map((page) => [page.url, page]));
  return (url: string) => pages.get(url)!.draw();
}

const image = (more: string, src = "rong.jpg") =>
  article(`images:\n  - { src: ${src}, alt: Ba người, ${more} }`);

describe("a cut", () => {
  it("is what every page, feed, book and row of data shows of the picture", async () => {
    const text = image('crop: "10% 0% 50% 100%"').replace("Nội dung bài thử.", "![a](rong.jpg)");
    const content = folderOf({
      ...base,
      "a.md": text,
      "rong.jpg": wide,
      "b.md": image("credit: B"),
    });
    const loaded = await loadFolder(content);
    const { pictures } = await findPictures(loaded.pictures, idsBy(new Map()), `${content}/.cache`);
    const cut = { left: 10, top: 0, width: 50, height: 100 };
    const part = pictures.get(pictureKey("rong.jpg", cut))!;
    const whole = pictures.get("rong.jpg")!;
    expect([part.width, part.height]).toEqual([700, 900]);
    const { site } = await madeSite(content, { today: "2024-06-30" });
    const showing = (base: string) =>
      [...site.pages()].filter((page) => page.draw().includes(base)).map(({ url }) => url);
    const ofPart = showing(part.base);
    expect(ofPart).toEqual(
      expect.arrayContaining(["/2024/03/05/a/", "/", "/feed.xml", "/feed.json"]),
    );
    expect(ofPart.some((url) => /^\/du-lieu\/bai-viet.*\.json$/u.test(url))).toBe(true);
    // Another article shows all of the file.
    expect(showing(whole.base)).toContain("/2024/03/05/b/");
    expect(showing(whole.base)).not.toContain("/2024/03/05/a/");
    const known = siteOf(loaded, pictures);
    const photos = siteCards(known).flatMap(({ photo }) => photo?.url ?? []);
    expect(photos.map((url) => url.startsWith(part.base))).toEqual([true, false]);
    const [book] = siteBooks(known);
    expect([...book!.parts().pictures.values()].toSorted()).toEqual(
      [`${part.base}320.jpg`, `${whole.base}640.jpg`].toSorted(),
    );
  });
});

describe("the point of a picture", () => {
  it.each([
    ["in the middle", "rong.jpg", "50% 50%", ""],
    ["at the top of a wide picture", "rong.jpg", "50% 0%", ' class="at-0"'],
    ["at the bottom of an upright one", "cao.jpg", "50% 95%", ' class="at-100"'],
    ["above the middle of an upright one", "cao.jpg", "10% 33%", ' class="at-25"'],
    ["that nobody says, higher in an upright one", "cao.jpg", "", ' class="at-25"'],
    ["that nobody says, in the middle of a wide one", "rong.jpg", "", ""],
    ["at the side of an upright one, which is not cut there", "cao.jpg", "0% 50%", ""],
  ])("%s moves it in the lead of the home page", async (_, src, focus, expected) => {
    const page = await pagesOf({ "a.md": image(focus && `focus: ${focus}`, src) });
    const [, tag = ""] = /story-lead[\s\S]*?<img ([^>]*)>/u.exec(page("/")) ?? [];
    expect(/ class="[^"]*"/u.exec(tag)?.[0] ?? "").toBe(expected);
    // The article itself shows all of it.
    expect(page("/2024/03/05/a/")).not.toContain('class="at-');
  });
});

describe("a gallery", () => {
  const three = article(
    ["rong.jpg", "cao.jpg"]
      .map((src) => `  - { src: ${src}, alt: "Tả ${src}", caption: "Lời ${src}" }`)
      .join("\n")
      .replace(/^/u, "images:\n"),
    "Một đoạn.\n\n![Một](rong.jpg)\n![Hai](cao.jpg)\nLời **chung**",
  );

  it("has its pictures with their own captions, links to all of them, and a caption", async () => {
    const page = await pagesOf({ "a.md": three });
    const text = page("/2024/03/05/a/");
    const [gallery = ""] = /<figure class="gallery[\s\S]*?<\/figcaption><\/figure>\n/u.exec(text)!;
    expect(gallery.match(/<figure class="shot shot-captioned">/gu)).toHaveLength(2);
    expect(gallery).toMatch(/<a href="\/anh\/[^"]+\/1400\.jpg" aria-label="Xem ảnh lớn: Một">/u);
    expect(gallery).toContain("Lời cao.jpg");
    expect(gallery).toContain("<figcaption>Lời <strong>chung</strong></figcaption></figure>");
    expect(text).not.toContain('id="hinh-anh"');
    // Nobody needs a link to what a feed reader shows whole.
    const feed = page("/feed.xml");
    expect(feed).toContain("Lời cao.jpg");
    expect(feed).not.toContain("Xem ảnh lớn");
  });

  it("is made of the pictures that no text places; one of them alone is a figure", async () => {
    const images = (count: number) =>
      `images:\n${["rong.jpg", "cao.jpg", "rong.jpg", "cao.jpg"]
        .slice(0, count)
        .map((src, at) => `  - { src: ${src}, alt: Số ${at}, crop: "0% 0% 100% ${100 - at}%" }`)
        .join("\n")}`;
    const page = await pagesOf({ "a.md": article(images(4)), "b.md": article(images(2)) });
    const section = (url: string) => /id="hinh-anh"[\s\S]*?<\/section>/u.exec(page(url))![0];
    const four = section("/2024/03/05/a/");
    // Three are left, of which most are upright: the first goes across both columns.
    expect(four.match(/<figure class="[^"]*"/gu)).toEqual([
      '<figure class="gallery upright"',
      '<figure class="shot shot-wide"',
      '<figure class="shot shot-tile"',
      '<figure class="shot shot-tile"',
    ]);
    expect(section("/2024/03/05/b/")).not.toContain("gallery");
  });

  it.each([
    [5, "gallery"],
    [6, "gallery thirds"],
    [7, "gallery thirds"],
    [8, "gallery"],
    [9, "gallery thirds"],
  ])("of %i pictures has three columns where that leaves none over", async (count, kind) => {
    // The first of the list is the picture of the article.
    const images = Array.from(
      { length: count + 1 },
      (_, at) => `  - { src: rong.jpg, alt: Số ${at}, crop: "0% 0% 100% ${100 - at}%" }`,
    );
    const page = await pagesOf({ "a.md": article(`images:\n${images.join("\n")}`) });
    expect(page("/2024/03/05/a/")).toContain(`<figure class="${kind}">`);
  });

  it("names once who took all of its pictures", async () => {
    const images = (...credits: string[]) =>
      `images:\n${credits.map((one, at) => `  - { src: rong.jpg, alt: Số ${at}, crop: "0% 0% 100% ${100 - at}%", credit: ${one} }`).join("\n")}`;
    const page = await pagesOf({
      "a.md": article(images("Một", "Hai", "Hai")),
      "b.md": article(images("Một", "Hai", "Ba")),
      "c.md": three.replaceAll('caption: "Lời', 'credit: Tư, caption: "Lời'),
    });
    const credits = (url: string) => page(url).match(/Ảnh: [^<]*/gu);
    const of = (name: string) => `Ảnh: ${name}`;
    expect(credits("/2024/03/05/a/")).toEqual([of("Một"), of("Hai")]);
    expect(credits("/2024/03/05/b/")).toEqual([of("Một"), of("Hai"), of("Ba")]);
    expect(page("/2024/03/05/c/")).toContain(
      '<strong>chung</strong> <span class="credit">Ảnh: Tư</span></figcaption></figure>',
    );
    expect(credits("/2024/03/05/c/")).toHaveLength(1);
  });

  it("that is long fetches what is far down when a reader comes near", async () => {
    const many = Array.from(
      { length: 12 },
      (_, at) => `  - { src: rong.jpg, alt: Số ${at}, crop: "0% 0% 100% ${100 - at}%" }`,
    );
    const page = await pagesOf({ "a.md": article(`images:\n${many.join("\n")}`) });
    const text = page("/2024/03/05/a/");
    const section = /id="hinh-anh"[\s\S]*?<\/section>/u.exec(text)![0];
    expect(section.match(/<img /gu)).toHaveLength(11);
    expect(section.match(/loading="lazy"/gu)).toHaveLength(5);
  });
});
