import { describe, expect, it } from "vitest";
import { addressKey } from "../../../src/importing/address-key.ts";
import { lossesOf } from "../../../src/importing/comparing.ts";
import { findsOf } from "../../../src/importing/draft.ts";
import { ImportRefused } from "../../../src/importing/imported-document.ts";
import {
  readWordPressSite,
  type WordPressSite,
  wordPressDocument,
} from "../../../src/importing/wordpress.ts";
import { type XmlPiece, xmlItems } from "../../../src/importing/xml-fields.ts";
import { readReference } from "../../../src/reference.ts";

/** What an import makes of an export of WordPress. */

const { reference } = readReference({ files: new Map(), pictures: new Set() });

async function* chunksOf(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function piecesOf(xml: string, size = 1_000): Promise<XmlPiece[]> {
  return Array.fromAsync(xmlItems(chunksOf(xml, size)));
}

async function siteOf(xml: string): Promise<WordPressSite> {
  return readWordPressSite(xmlItems(chunksOf(xml, 1_000)));
}

const head = `<rss xmlns:wp="w"><channel><title>Trang &amp;amp; tin</title><link>https://www.cu.example</link>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[bt01]]></wp:author_login><wp:author_display_name><![CDATA[Cây Bút &amp; Mẫu]]></wp:author_display_name></wp:author>`;

function item(fields: Readonly<Record<string, string>>, more = ""): string {
  const lines = Object.entries(fields).map(
    ([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`,
  );
  return `<item>${lines.join("")}${more}</item>`;
}

const library =
  item({
    "wp:post_id": "7",
    "wp:post_type": "attachment",
    "wp:attachment_url": "https://cu.example/wp-content/uploads/le.jpg",
    "excerpt:encoded": "Quang cảnh lễ",
  }) +
  item({ "wp:post_id": "9", "wp:post_type": "wp_block", "content:encoded": "<p>Lời kêu gọi.</p>" });

/** Returns what a post with a text becomes. */
async function postOf(text: string, fields: Readonly<Record<string, string>> = {}, more = "") {
  const xml = `${head}${library}${item({ title: "Tên", "content:encoded": text, ...fields }, more)}</channel></rss>`;
  const site = await siteOf(xml);
  const post = (await piecesOf(xml)).at(-1)!;
  return wordPressDocument(post.xml, {
    site,
    pictureOf: () => undefined,
    linkTo: (address) =>
      addressKey(address) === "cu.example/2022/bai-truoc"
        ? "../../2022/bai-truoc/index.md"
        : undefined,
  });
}

async function bodyOf(text: string): Promise<string> {
  return findsOf(await postOf(text), reference).body;
}

describe("paragraphs of a post", () => {
  it.each([
    ["an empty line ends one", "Một.\n\nHai.", "Một.\n\nHai."],
    ["the end of a line is a new line", "Một\nhai", "Một\\\nhai"],
    ["with Windows line ends", "Một.\r\n\r\nHai.", "Một.\n\nHai."],
    [
      "beside one with its element",
      "Một.\n<p>Hai.</p>\nBa.\n\nBốn.",
      "Một.\n\nHai.\n\nBa.\n\nBốn.",
    ],
    ["within a quotation", "<blockquote>Một.\n\nHai.</blockquote>", "> Một.\n>\n> Hai."],
    [
      "around a list",
      "Gồm:\n<ul>\n<li>một</li>\n<li>hai\n</li>\n</ul>\nHết.",
      "Gồm:\n\n- một\n- hai\n\nHết.",
    ],
    ["within an element that only holds them", "<div>Một.\n\nHai.</div>", "Một.\n\nHai."],
    ["around inline elements", "Một <b>đậm</b>.\n\n<em>Hai.</em>", "Một **đậm**.\n\n*Hai.*"],
    [
      "of blocks: ends of lines mean nothing",
      "<!-- wp:paragraph -->\n<p>Một\nhai.</p>\n<!-- /wp:paragraph -->",
      "Một hai.",
    ],
    ["before what is read on another page", "Một.\n<!--more-->\nHai.", "Một.\n\nHai."],
  ])("%s", async (_, text, expected) => {
    expect((await bodyOf(text)).replaceAll(/\n\n\n+/gu, "\n\n")).toBe(expected);
  });
});

describe("codes and blocks of a post", () => {
  it.each([
    [
      "a gallery",
      '[gallery ids="7"]',
      "[Chưa lấy được: ảnh https://cu.example/wp-content/uploads/le.jpg]",
    ],
    [
      "a picture that nobody knows",
      '[gallery ids="8"]',
      "[Chưa lấy được: ảnh số 8 trong thư viện của trang cũ]",
    ],
    [
      "a form",
      'Một.\n\n[contact-form-7 id="1"]',
      'Một.\n\n[Chưa lấy được: mã ngắn “contact-form-7 id="1"”]',
    ],
    ["what only holds the page together", "[vc_row][vc_column]Chữ.[/vc_column][/vc_row]", "Chữ."],
    ["a writer's brackets", "[Video] một [1]", "\\[Video\\] một \\[1\\]"],
    [
      "a film in a code",
      "[embed]https://youtu.be/abc[/embed]",
      "Video: [https://youtu.be/abc](https://youtu.be/abc)",
    ],
    [
      "a film as an address",
      "Một.\n\nhttps://youtu.be/abc",
      "Một.\n\n[https://youtu.be/abc](https://youtu.be/abc)",
    ],
    ["a shared block", '<!-- wp:block {"ref":9} /-->', "Lời kêu gọi."],
    [
      "a shared block that is not there",
      '<!-- wp:block {"ref":8} /-->',
      "[Chưa lấy được: khối dùng chung số 8 của WordPress]",
    ],
    [
      "a block that a program draws",
      "<!-- wp:latest-posts /-->",
      "[Chưa lấy được: khối “latest-posts” của WordPress]",
    ],
    [
      "a file with its button",
      '<div><a href="https://a.example/v.pdf">Văn bản</a><a class="wp-block-file__button" href="https://a.example/v.pdf">Tải về</a></div>',
      "[Văn bản](https://a.example/v.pdf)",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await bodyOf(text)).toBe(expected);
  });

  it("a picture with its caption", async () => {
    const document = await postOf(
      '[caption id="a" width="6"]<a href="x"><img src="https://cu.example/a.jpg" alt="Tả" /></a> Lời[/caption]',
    );
    expect(findsOf(document, reference).pictures).toEqual([
      { alt: "Tả", caption: "Lời", address: "https://cu.example/a.jpg" },
    ]);
  });

  it("leads from one article to another, and otherwise to where the link led", async () => {
    expect(
      await bodyOf(
        '<a href="/2022/bai-truoc/">A</a> <a href="http://www.cu.example/2022/bai-truoc">B</a> <a href="/khac/">C</a>',
      ),
    ).toBe(
      "[A](../../2022/bai-truoc/index.md) [B](../../2022/bai-truoc/index.md) [C](https://www.cu.example/khac/)",
    );
  });
});

describe("what an export says of a post", () => {
  it("is read with its entities, the name of its author, and the picture that stands for it", async () => {
    const document = await postOf(
      "<p>Một.</p>",
      {
        title: "Lễ &#8220;trao&#8221; &amp; tin",
        "dc:creator": "bt01",
        "excerpt:encoded": "Sapo.",
        "wp:post_date": "2023-05-06 23:30:00",
        "wp:status": "publish",
        "wp:post_name": "le%20trao",
        link: "https://cu.example/a/",
        guid: "https://cu.example/?p=12",
      },
      `<category domain="category"><![CDATA[Tin &amp; ảnh]]></category><category domain="post_format"><![CDATA[post-format-video]]></category><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>`,
    );
    const { title, authors, summary, date, tags, slug, aliases, source, isDraft } = document;
    expect({ title, authors, summary, date, tags, slug, aliases, source, isDraft }).toEqual({
      title: "Lễ “trao” & tin",
      authors: ["Cây Bút & Mẫu"],
      summary: "Sapo.",
      date: "2023-05-06",
      tags: ["Tin & ảnh"],
      slug: "le-trao",
      aliases: ["/a/", "/?p=12"],
      source: { name: "Trang & tin", url: "https://cu.example/a/" },
      isDraft: false,
    });
    expect(findsOf(document, reference).pictures).toEqual([
      {
        alt: "",
        caption: "Quang cảnh lễ",
        address: "https://cu.example/wp-content/uploads/le.jpg",
      },
    ]);
  });

  it.each([
    ["https://khac.example/?p=12", ["/a/"]],
    ["http://www.cu.example/?p=12", ["/a/", "/?p=12"]],
  ])("keeps the old addresses of its own site alone: %s", async (guid, aliases) => {
    const document = await postOf("<p>Một.</p>", { link: "https://cu.example/a/", guid });
    expect(document.aliases).toEqual(aliases);
  });

  it("keeps the byline of the text when the site names somebody else", async () => {
    const text = "<p>Một đoạn.</p><p>Người Viết Mẫu</p>";
    expect(findsOf(await postOf(text, { "dc:creator": "bt01" }), reference).body).toBe(
      "Một đoạn.\n\nNgười Viết Mẫu",
    );
  });

  it.each([
    [
      "a feed",
      "<rss><channel><title>Tin</title><item><title>Một</title></item></channel></rss>",
      "nguồn tin (RSS)",
    ],
    ["a feed of the other kind", "<feed><entry></entry></feed>", "nguồn tin (RSS)"],
    ["any other XML", "<a></a>", "không phải tệp xuất của WordPress"],
  ])("%s is refused", async (_, xml, says) => {
    const failed = await siteOf(xml).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ImportRefused);
    expect((failed as Error).message).toContain(says);
  });
});

describe("footnotes of a post", () => {
  const signOf = (id: string) =>
    `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup>`;
  const noted = (json: string) =>
    `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[${json}]]></wp:meta_value></wp:postmeta>`;

  it.each([
    [
      "stand beside its text, in any order",
      `<p>Một${signOf("b2")}, hai${signOf("a1")}, lại một${signOf("b2")}.</p><!-- wp:footnotes /-->`,
      '[{"content":"Chú thích <strong>hai</strong>.","id":"a1"},{"content":"Theo Nghị quyết.","id":"b2"}]',
      "Một[^1], hai[^2], lại một[^1].\n\n[^1]: Theo Nghị quyết.\n\n[^2]: Chú thích **hai**.",
    ],
    [
      "stay when no sign leads to them",
      "<p>Một.</p>",
      '[{"content":"Còn sót.","id":"a1"}]',
      "Một.\n\n1.  Còn sót.",
    ],
    [
      "are named when they cannot be read",
      "<p>Một.</p>",
      "[{",
      "Một.\n\n[Chưa lấy được: các chú thích ở cuối bài]",
    ],
    [
      "of an extension stand in its text",
      "<p>Một[mfn]Ghi chú <em>đầu</em>.[/mfn], hai[efn_note]Ghi chú sau.[/efn_note].</p>",
      "",
      "Một[^1], hai[^2].\n\n[^1]: Ghi chú *đầu*.\n\n[^2]: Ghi chú sau.",
    ],
    [
      "hold no other codes",
      "<p>Một[ref]Theo [su_highlight]báo cáo[/su_highlight][note] (lần hai)[/note].[/ref].</p>",
      "",
      "Một[^1].\n\n[^1]: Theo báo cáo (lần hai).",
    ],
    [
      "are no boxes",
      'Một[note]Theo báo cáo.[/note].\n\n[note]Hạn nộp: 5/3.[/note]\n\n<p>[note color="red"]Nhớ [b_x]mang[/b_x] giấy mời.[/note]</p>',
      "",
      "Một[^1].\n\nHạn nộp: 5/3.\n\nNhớ mang giấy mời.\n\n[^1]: Theo báo cáo.",
    ],
  ])("%s", async (_, text, json, expected) => {
    expect(findsOf(await postOf(text, {}, noted(json)), reference).body).toBe(expected);
  });
});

describe("an export in pieces", () => {
  it("is the same wherever it is cut", async () => {
    const xml = `${head}${item({ title: "Một </item> và <item>", "wp:status": "publish" })}<item a="b"><title>Hai</title></item></channel></rss>`;
    const whole = await piecesOf(xml, xml.length);
    expect(whole.map(({ kind }) => kind)).toEqual(["head", "item", "item"]);
    for (const size of [1, 2, 3, 7, 11, 64]) expect(await piecesOf(xml, size)).toEqual(whole);
  });
});

describe("what is missing from a draft", () => {
  it.each([
    ["<p>Một <b>hai</b>, ba.</p>", "Một **hai**, ba.", [], 0],
    ["<p>Một hai ba ba.</p>", "Một ba.", ["hai", "ba"], 0],
    ["<!-- wp:x --><p>H&#7897;i [gallery ids=1]</p><script>x</script>", "Hội", [], 0],
    ["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a b c d", [], 1],
    [
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
      "| a | b |\n| --- | --- |\n| c | d |",
      [],
      0,
    ],
  ])("%j", (html, draft, missing, missingTables) => {
    expect(lossesOf(html, draft)).toMatchObject({ missing, missingTables });
  });
});

it.each([
  ["https://www.cu.example/a/", "http://cu.example/a#x"],
  ["https://cu.example/h%E1%BB%99i/", "https://cu.example/hội"],
  ["https://cu.example/?p=12", "//cu.example?p=12&x=1"],
  ["https://cu.example/a/index.html", "https://cu.example/a"],
])("%s and %s are one address", (a, b) => {
  expect(addressKey(a)).toBe(addressKey(b));
});
