import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  namesInContent,
  namesInOutput,
  redactContent,
  replacementFor,
  shortNamesIn,
} from "../../../scripts/writing/redaction.ts";
import { nameFinder, shortNameFinder } from "../../../src/text/name-places.ts";
import { folderOf } from "../../content.ts";
import { pdfFile } from "../../pdf-file.ts";

const find = nameFinder("Trần Đức Hai");
const put = { words: "(đã ẩn tên)", slug: "da-an-ten" };

/** Draws a picture that says within whose work it is. */
function pictureBy(artist: string, format: "jpeg" | "png" | "webp" | "avif"): Promise<Buffer> {
  return sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${artist}"/></rdf:RDF></x:xmpmeta>`,
    )
    .toFormat(format)
    .toBuffer();
}

/** Notepad of old Windows saves like this. */
const wide = Buffer.from("\ufeff---\ntitle: Trần Đức Hai\n", "utf16le");

it("a name is found in every kind of built file, packed or not", async () => {
  const output = folderOf({
    "a.html": "<p>Trần <b>Đức</b> Hai</p>",
    "b/index.html": "<p>Trần Đức Hải</p>",
    "can-bo/tran-duc-hai/index.html": "<p></p>",
    "a.html.gz": gzipSync("<p>Trần Đức Hai</p>"),
    "muc-luc/bai-0.json": JSON.stringify([["/a/", "Trần Đức Hai nói", "b", ""]]),
    "b/index.html.br": brotliCompressSync(
      Buffer.from("Ông Trần Đức Hai nói với bà Lê. ".repeat(99)),
    ),
    "c.br": "Trần Đức Hai",
    "anh.webp": await pictureBy("Trần Đức Hai", "webp"),
    "PK.txt": "PK\u0003 Trần Đức Hai",
    "sach.epub": zipSync({ "a.xhtml": strToU8("TRẦN ĐỨC HAI") }),
    "tep/van-ban.pdf": pdfFile({ lines: ["Tặng đồng chí Trần Đức", "Hai, Chi bộ mẫu"] }),
    ".htaccess": "Redirect /tran-duc-hai/",
    "trong.html": "<p>Trần, Đức và Hai</p>",
  });
  const found = await namesInOutput(output, find);
  expect(found.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
    ".htaccess bare",
    "PK.txt exact",
    "a.html exact",
    "a.html.gz exact",
    "anh.webp exact",
    "b/index.html other",
    "b/index.html.br exact",
    "c.br exact",
    "can-bo/tran-duc-hai/index.html bare",
    "muc-luc/bai-0.json exact",
    "sach.epub exact",
    "tep/van-ban.pdf exact",
  ]);
});

it("a name is listed with its line, and file names without one", async () => {
  const content = folderOf({
    "2024/tran-duc-hai/index.md": "---\ntitle: A\n---\nÔng Trần Đức\nHai nói.\nHết.",
  });
  expect(await namesInContent(content, find)).toEqual([
    {
      path: "2024/tran-duc-hai/index.md",
      where: "path",
      name: "tran-duc-hai",
      line: undefined,
      excerpt: "2024/tran-duc-hai/index.md",
      kind: "bare",
    },
    {
      path: "2024/tran-duc-hai/index.md",
      where: "text",
      name: "Trần Đức\nHai",
      line: 4,
      excerpt: "Ông Trần Đức Hai nói.",
      kind: "exact",
    },
  ]);
});

it("a file and what leads to it get the same name, and the last published address goes too", async () => {
  const content = folderOf({
    "a.md": "![A](tran%20duc%20hai.jpg)\nsrc: tran duc hai.jpg",
    "tran duc hai.jpg": "",
    "addresses.txt": "/a/ a.md\n/tran-duc-hai/ b.md",
  });
  await redactContent(
    content,
    find,
    { words: "(đã ẩn tên)", slug: "da-an-ten" },
    new Set(["exact", "bare"]),
  );
  expect(readdirSync(content).toSorted()).toEqual(["a.md", "addresses.txt", "da-an-ten.jpg"]);
  const text = readFileSync(join(content, "a.md"), "utf8");
  expect(text).toBe("![A](da-an-ten.jpg)\nsrc: da-an-ten.jpg");
  expect(readFileSync(join(content, "addresses.txt"), "utf8")).toBe("/a/ a.md\n");
});

describe("a name in a file that is no text", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "is found beside a picture: %s",
    async (format) => {
      const content = folderOf({
        [`a.${format}`]: await pictureBy("Trần Đức Hai", format),
        [`b.${format}`]: await pictureBy("Lê Hai", format),
      });
      const found = await namesInContent(content, find);
      expect(found.map(({ path, where, kind }) => `${path} ${where} ${kind}`)).toEqual([
        `a.${format} within exact`,
      ]);
    },
  );

  it("is told, and nothing of the file is lost", async () => {
    const title = Buffer.from("XP\0Trần Đức Hai", "utf16le");
    const broken = Buffer.concat([Buffer.of(0xff), Buffer.from("Trần Đức Hai")]);
    const content = folderOf({
      "a.md": wide,
      "b.txt": Buffer.concat([Buffer.of(0xff), title]),
      "c.md": broken,
    });
    const found = await namesInContent(content, find);
    expect(found.map(({ path, where }) => `${path} ${where}`)).toEqual([
      "a.md within",
      "b.txt within",
      "c.md within",
    ]);
    expect(await redactContent(content, find, put, new Set(["exact"]))).toEqual({
      files: 0,
      renamed: 0,
    });
    expect(readFileSync(join(content, "a.md"))).toEqual(wide);
    expect(readFileSync(join(content, "c.md"))).toEqual(broken);
  });
});

it("short forms are listed where the whole name is", async () => {
  const content = folderOf({
    "a.md": "Ông Trần Đức Hai.\nÔng Hai, T. Đ. Hai.",
    "b.md": "Ông Hai.",
  });
  const found = await shortNamesIn(content, ["a.md"], shortNameFinder("Trần Đức Hai"));
  expect(found.map(({ path, line, name }) => `${path}:${line} ${name}`)).toEqual([
    "a.md:2 Ông Hai",
    "a.md:2 T. Đ. Hai",
  ]);
});

it("a second name that is hidden is not the first", async () => {
  const words = "(đã ẩn tên)";
  expect(await replacementFor(folderOf({ "a.md": "A" }), words)).toEqual(put);
  const told = { words: "(đã ẩn tên 2)", slug: "da-an-ten-2" };
  expect(await replacementFor(folderOf({ "a.md": words }), words)).toEqual(told);
  expect(await replacementFor(folderOf({ "da-an-ten.jpg": "" }), words)).toEqual(told);
  const third = folderOf({ "da-an-ten.jpg": "", "a.md": "(đã ẩn tên 2)" });
  expect((await replacementFor(third, words)).words).toBe("(đã ẩn tên 3)");
  const plain = folderOf({ "a.md": "một đảng viên" });
  expect((await replacementFor(plain, "một đảng viên")).words).toBe("một đảng viên");
});
