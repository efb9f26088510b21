import { describe, expect, it } from "vitest";
import { addressKey } from "../../../src/importing/address-key.ts";
import { lossesOf } from "../../../src/importing/comparing.ts";
import { findsOf } from "../../../src/importing/draft.ts";
import { ImportRefused } from "../../../src/importing/imported-document.ts";
import { wordPressDocument } from "../../../src/importing/wordpress-post.ts";
import { readWordPressSite, type WordPressSite } from "../../../src/importing/wordpress-site.ts";
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

function metaOf(key: string, value: string): string {
  return `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
}

const library =
  item({
    "wp:post_id": "7",
    "wp:post_type": "attachment",
    "wp:attachment_url": "https://cu.example/wp-content/uploads/le.jpg",
    "excerpt:encoded": "Quang cảnh lễ",
    "wp:post_parent": "50",
  }) +
  item({
    title: "Bài hát mẫu",
    "wp:post_id": "11",
    "wp:post_type": "attachment",
    guid: "https://cu.example/hat.mp3",
    "wp:post_parent": "50",
  }) +
  item(
    {
      "wp:post_type": "tablepress_table",
      "content:encoded": '[["Khối","Số"],["A","<b>3</b>"],["#colspan#","4"]]',
    },
    metaOf("_tablepress_export_table_id", "5"),
  ) +
  item(
    { title: "Khách", "wp:post_type": "guest-author" },
    metaOf("cap-user_login", "khach") + metaOf("cap-display_name", "Khách Mời Mẫu"),
  ) +
  item({ "wp:post_id": "9", "wp:post_type": "wp_block", "content:encoded": "<p>Lời kêu gọi.</p>" });

/** Returns what a post with a text becomes. */
async function postOf(text: string, fields: Readonly<Record<string, string>> = {}, more = "") {
  const xml = `${head}${library}${item({ title: "Tên", "wp:post_id": "50", "content:encoded": text, ...fields }, more)}</channel></rss>`;
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

async function bodyOf(text: string, more = ""): Promise<string> {
  return findsOf(await postOf(text, {}, more), reference).body;
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
    [
      "with bold letters over an empty line",
      "Một <b>hai\n\nba</b> bốn.",
      "Một **hai**\n\n**ba** bốn.",
    ],
    ["within its element", "<p>Một.\n\nHai <i>ba</i>.</p>", "Một.\n\nHai *ba*."],
    ["with two line breaks", "Một<br /><br />Hai<br>Ba<br><br><br>Bốn", "Một\n\nHai\\\nBa\n\nBốn"],
    ["around old elements for letters", "Một <big>hai</big> <tt>ba</tt>.", "Một hai ba."],
    [
      "of a poem",
      "<pre>\nDòng một\n  dòng <em>hai</em>\n\nkhổ hai\n</pre>",
      "Dòng một\\\ndòng *hai*\n\nkhổ hai",
    ],
    ["in columns", "<pre>Khối    Số\nA       3</pre>", "```\nKhối    Số\nA       3\n```"],
    [
      "behind a comment without an end",
      "<p>Một.</p><!-- quên <p>Hai.</p>",
      "Một.\n\n[Chưa lấy được: chữ đứng sau một chú thích HTML không có dấu đóng]",
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
      "a gallery of all pictures that came with the post",
      '[gallery columns="2"]',
      "[Chưa lấy được: ảnh https://cu.example/wp-content/uploads/le.jpg]",
    ],
    [
      "files of the library, one of them unknown",
      '[playlist ids="11,12"]\n\nMột.',
      "Âm thanh: [Bài hát mẫu](https://cu.example/hat.mp3)\n\n[Chưa lấy được: tệp số 12 trong thư viện của trang cũ]\n\nMột.",
    ],
    [
      "a song at the end, whose name is no author's",
      'Một.\n\n[playlist ids="11"]',
      "Một.\n\nÂm thanh: [Bài hát mẫu](https://cu.example/hat.mp3)",
    ],
    [
      "a table of TablePress",
      "[table id=5 /]",
      "| Khối | Số |\n| --- | --- |\n| A | **3** |\n|  | 4 |",
    ],
    [
      "a table that is not in the export",
      "[table id=6 /]",
      "[Chưa lấy được: mã ngắn “table id=6 /”]",
    ],
    [
      "words in attributes",
      '[su_spoiler title="Xem &amp; đọc" style="dark"]Chữ.[/su_spoiler]\n\n[vc_custom_heading text="Kết quả"]\n\nHết.',
      "## Xem & đọc\n\nChữ.\n\n## Kết quả\n\nHết.",
    ],
    [
      "addresses in attributes",
      '[su_button url="https://a.example/dk"]Đăng ký[/su_button]\n\n[pdf-embedder url="https://a.example/v.pdf?a=1&amp;b=2"]\n\n[vc_btn title="Xem" link="url:https%3A%2F%2Fa.example%2F|target:_blank"]',
      "[Đăng ký](https://a.example/dk)\n\nNội dung nhúng: [https://a.example/v.pdf?a=1&b=2](https://a.example/v.pdf?a=1&b=2)\n\n[Xem](https://a.example/)",
    ],
    [
      "columns and boxes side by side",
      '[row][col span="6"]Trái[/col][col span="6"]Phải[/col][/row][box]Hộp[/box][box]Hai[/box] [dropcap]C[/dropcap]hi bộ',
      "Trái\n\nPhải\n\nHộp\n\nHai\n\nChi bộ",
    ],
    [
      "pictures of the library in codes of extensions, and behind words",
      '[ux_gallery ids="7"][ux_banner bg="7"]Chữ.[/ux_banner][et_pb_section background_image="https://cu.example/n.jpg"]Hai.[/et_pb_section]',
      [
        "[Chưa lấy được: ảnh https://cu.example/wp-content/uploads/le.jpg]",
        "[Chưa lấy được: ảnh https://cu.example/wp-content/uploads/le.jpg]",
        "Chữ.",
        "[Chưa lấy được: ảnh https://cu.example/n.jpg]",
        "Hai.",
      ].join("\n\n"),
    ],
    [
      "names of tabs, however short",
      '[tabs][tab title="2023" open="1"]Một.[/tab][tab title="B"]Hai.[/tab][/tabs]',
      "**2023**\n\nMột.\n\n**B**\n\nHai.",
    ],
    [
      "a code within a line, before another and before brackets",
      "Một, [tip]hai[/tip] [divider-x] [tip]ba[/tip] [1].",
      "Một, hai [Chưa lấy được: mã ngắn “divider-x”] ba \\[1\\].",
    ],
    [
      "codes without attributes",
      "[toc]\n\nMột [divider] hai [instagram-feed].",
      "[Chưa lấy được: mã ngắn “toc”]\n\nMột\n\nhai [Chưa lấy được: mã ngắn “instagram-feed”].",
    ],
    [
      "a code within an address",
      '<a href="[site_url]/x">Dẫn</a>',
      "Dẫn [Chưa lấy được: liên kết “(site_url)/x”]",
    ],
    [
      "boxes that were ticked, and a short page's picture",
      '<ul><li><input type="checkbox" checked> xong</li></ul><amp-img src="https://cu.example/a.jpg"></amp-img>',
      "- ☑ xong\n\n[Chưa lấy được: ảnh https://cu.example/a.jpg]",
    ],
    [
      "HTML in letters of its own",
      "[vc_raw_html]JTNDcCUzRVhpbiUyMGNoJUMzJUEwbyUzQyUyRnAlM0U=[/vc_raw_html]",
      "Xin chào",
    ],
    ["a code that is shown", "Gõ [[gallery]] vào bài.", "Gõ \\[gallery\\] vào bài."],
    [
      "words of a block that a program draws",
      '<!-- wp:acf/hop {"data":{"tieu_de":"Tiêu đề hộp","url":"https://a.example/"}} /-->',
      "[Chưa lấy được: khối “acf/hop” của WordPress]\n\nTiêu đề hộp\n\n[https://a.example/](https://a.example/)",
    ],
    [
      "a document that is shown above its link",
      '<div class="wp-block-file"><object data="https://a.example/v.pdf"></object><a href="https://a.example/v.pdf">Văn bản</a></div>',
      "[Văn bản](https://a.example/v.pdf)",
    ],
    [
      "buttons and forms",
      "<div><button>Xem kết quả</button></div><form><p>Họ tên <input></p><button>Gửi</button></form>",
      "Xem kết quả\n\n[Chưa lấy được: biểu mẫu]\n\nHọ tên",
    ],
    [
      "what a script draws, and none that only counts readers",
      '<p>Một.</p><script src="https://a.example/bieu-do.js"></script><script>gtag("x")</script><svg><text>Chữ</text></svg>',
      "Một.\n\n[Chưa lấy được: đoạn mã chạy trên trang “https://a.example/bieu-do.js”]\n\n[Chưa lấy được: hình vẽ “Chữ”]",
    ],
    [
      "films by scripts",
      '<div class="fb-video" data-href="https://www.facebook.com/x/videos/1"></div>',
      "Video: [https://www.facebook.com/x/videos/1](https://www.facebook.com/x/videos/1)",
    ],
    [
      "a picture that leads elsewhere, and one that leads to itself",
      '<p><a href="https://a.example/v.pdf"><img src="/a.png"></a></p><p><a href="/b.jpg"><img src="/b-300x200.jpg"></a></p>',
      "[Chưa lấy được: ảnh https://www.cu.example/a.png]\n\nLiên kết ở ảnh: [https://a.example/v.pdf](https://a.example/v.pdf)\n\n[Chưa lấy được: ảnh https://www.cu.example/b.jpg]",
    ],
    [
      "a link in a caption",
      '<figure><img src="/a.png"><figcaption>Theo <a href="https://a.example/">nguồn</a></figcaption></figure>',
      "[Chưa lấy được: ảnh https://www.cu.example/a.png]\n\n[Chưa lấy được: liên kết “nguồn” trong chú thích ảnh: https://a.example/]",
    ],
    [
      "a picture behind words",
      '<div style="background-image:url(/nen.jpg)"><p>Chữ.</p></div>',
      "[Chưa lấy được: ảnh https://www.cu.example/nen.jpg]\n\nChữ.",
    ],
    [
      "a file with its button",
      '<div><a href="https://a.example/v.pdf">Văn bản</a><a class="wp-block-file__button" href="https://a.example/v.pdf">Tải về</a></div>',
      "[Văn bản](https://a.example/v.pdf)",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await bodyOf(text)).toBe(expected);
  });

  it("an old gallery of blocks, each picture with its caption", async () => {
    const one = (name: string) =>
      `<li class="blocks-gallery-item"><figure><img src="https://cu.example/${name}.jpg" alt="Tả > ${name}"/><figcaption>Lời ${name}</figcaption></figure></li>`;
    const document = await postOf(`<ul class="wp-block-gallery">${one("a")}${one("b")}</ul>`);
    expect(findsOf(document, reference).pictures).toEqual(
      ["a", "b"].map((name) => ({
        alt: `Tả > ${name}`,
        caption: `Lời ${name}`,
        address: `https://cu.example/${name}.jpg`,
      })),
    );
  });

  it("a picture with its caption", async () => {
    const document = await postOf(
      '[caption id="a" width="6"]<a href="x"><img src="https://cu.example/a.jpg" alt="Tả > b" /></a> Lời[/caption]',
    );
    expect(findsOf(document, reference).pictures).toEqual([
      { alt: "Tả > b", caption: "Lời", address: "https://cu.example/a.jpg" },
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

  const term = (domain: string, slug: string, words: string) =>
    `<category domain="${domain}" nicename="${slug}"><![CDATA[${words}]]></category>`;

  it.each([
    ["an account in other letters", { "dc:creator": "BT01" }, "", ["Cây Bút & Mẫu"]],
    [
      "several, one without an account",
      { "dc:creator": "bt01" },
      term("author", "cap-bt01", "bt01") + term("author", "cap-khach", "khach"),
      ["Cây Bút & Mẫu", "Khách Mời Mẫu"],
    ],
    [
      "one whose term says more than a name",
      {},
      term("author", "cap-bt01", "Cây Bút bt01 2 a@b.example"),
      ["Cây Bút & Mẫu"],
    ],
  ])("names its authors: %s", async (_, fields, more, authors) => {
    expect((await postOf("<p>Một.</p>", fields, more)).authors).toEqual(authors);
  });

  it("has no tag for having none", async () => {
    const more =
      term("category", "khac", "Chưa được phân loại") + term("category", "uncategorized", "Khác");
    expect((await postOf("<p>Một.</p>", {}, more)).tags).toEqual([]);
  });

  it.each([
    ["in Greenwich only", "0000-00-00 00:00:00", "2022-03-04 20:00:00", "", "2022-03-05"],
    ["of its publication", "", "", "Sat, 06 May 2023 20:30:00 +0000", "2023-05-07"],
    ["of none", "0000-00-00 00:00:00", "", "Mon, 30 Nov -0001 00:00:00 +0000", undefined],
  ])("its day, from the time %s", async (_, local, greenwich, published, day) => {
    const fields = {
      "wp:post_date": local,
      "wp:post_date_gmt": greenwich,
      pubDate: published,
    };
    expect((await postOf("<p>Một.</p>", fields)).date).toBe(day);
  });

  it.each([
    ["_yoast_wpseo_metadesc", "Lời tả cho máy tìm kiếm.", "Lời tả cho máy tìm kiếm."],
    ["_yoast_wpseo_metadesc", "%%title%% %%sep%%", undefined],
    ["rank_math_description", "Lời tả &amp; tin.", "Lời tả & tin."],
  ])("its lead, without an excerpt: %s %s", async (key, value, summary) => {
    expect((await postOf("<p>Một.</p>", {}, metaOf(key, value))).summary).toBe(summary);
  });

  it.each([
    [
      "a picture that is not in the export",
      metaOf("_thumbnail_id", "99"),
      "[Chưa lấy được: ảnh đại diện, số 99 trong thư viện của trang cũ]\n\nMột.",
    ],
    ["no picture", metaOf("_thumbnail_id", "0"), "Một."],
    [
      "fields of its own, without those of programs",
      metaOf("phu_de", "Phụ đề mẫu") + metaOf("views", "15") + metaOf("td_x", "Chữ của giao diện"),
      "Một.\n\n[Chưa lấy được: trường riêng “phu_de” của bài: “Phụ đề mẫu”]",
    ],
    [
      "a field that has two values",
      metaOf("nguon_tin", "Báo Mẫu") + metaOf("nguon_tin", "Tạp chí Mẫu"),
      "Một.\n\n[Chưa lấy được: trường riêng “nguon_tin” của bài: “Báo Mẫu”]\n\n[Chưa lấy được: trường riêng “nguon_tin” của bài: “Tạp chí Mẫu”]",
    ],
    [
      "a field with a long text",
      metaOf("noi_dung_phu", `<p>${"Chữ ".repeat(60)}hết.</p>`),
      `Một.\n\n[Chưa lấy được: trường riêng “noi_dung_phu” của bài; chữ của trường ở ngay dưới đây]\n\n${"Chữ ".repeat(60)}hết.`,
    ],
  ])("%s", async (_, more, expected) => {
    expect(await bodyOf("<p>Một.</p>", more)).toBe(expected);
  });

  it("puts the picture that stands for it in no second time, wherever its address is", async () => {
    const { pictures } = findsOf(
      await postOf(
        '<p>Một.</p><p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://cu.example/wp-content/uploads/le-300x200.jpg" alt="Lễ"></p>',
        {},
        metaOf("_thumbnail_id", "7"),
      ),
      reference,
    );
    expect(pictures.map(({ alt, address }) => [alt, address])).toEqual([
      ["Lễ", "https://cu.example/wp-content/uploads/le.jpg"],
    ]);
  });

  it("keeps another picture of the same name, of another month", async () => {
    const old = "https://cu.example/wp-content/uploads/2022/01/le.jpg";
    const { pictures } = findsOf(
      await postOf(`<p>Một.</p><p><img src="${old}"></p>`, {}, metaOf("_thumbnail_id", "7")),
      reference,
    );
    expect(pictures.map(({ address }) => address)).toEqual([
      "https://cu.example/wp-content/uploads/le.jpg",
      old,
    ]);
  });

  it.each([
    [
      "Elementor",
      metaOf(
        "_elementor_data",
        JSON.stringify([
          {
            elements: [
              { widgetType: "heading", settings: { title: "Kết quả" } },
              { widgetType: "text-editor", settings: { editor: "<p>Một &amp; hai.</p>" } },
              {
                widgetType: "image",
                settings: { image: { url: "https://cu.example/e.jpg" }, caption: "Lời" },
              },
              {
                widgetType: "button",
                settings: { text: "Xem", link: { url: "https://a.example/" } },
              },
              { widgetType: "posts", settings: {} },
            ],
          },
        ]),
      ),
      "## Kết quả\n\nMột & hai.\n\n[Chưa lấy được: ảnh https://cu.example/e.jpg]\n\n[Xem](https://a.example/)\n\n[Chưa lấy được: khối “posts” của Elementor]",
    ],
    [
      "another program",
      metaOf("_fl_builder_data", "a:0:{}"),
      "[Chưa lấy được: chữ của bài, do trình dựng trang giữ riêng (fl_builder_data)]",
    ],
  ])("an empty text that %s keeps elsewhere", async (_, more, expected) => {
    expect(await bodyOf("", more)).toBe(expected);
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
    [
      '<a href="v.pdf">Văn bản</a><a href="v.pdf" class="wp-block-file__button">Tải về</a>',
      "[Văn bản](v.pdf)",
      [],
      0,
    ],
    ["<p>H<sub>2</sub>O, m<sup>2</sup></p>", "H₂O, m²", [], 0],
    [
      '<p>Một<sup data-fn="a" class="fn"><a href="#a">1</a></sup></p>',
      "Một[^1]\n\n[^1]: Hai",
      [],
      0,
    ],
    ['<a href="a">Một</a><a href="b">Hai</a>', "[Một](a)[Hai](b)", [], 0],
    ["<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b c", [], 1],
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
