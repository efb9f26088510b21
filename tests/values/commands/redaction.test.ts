import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import {
  namesInContent,
  namesInOutput,
  redactContent,
} from "../../../scripts/writing/redaction.ts";
import { nameFinder } from "../../../src/text/name-places.ts";
import { folderOf } from "../../content.ts";

const find = nameFinder("Trần Đức Hai");

it("a name is found in every kind of built file, packed or not", async () => {
  const output = folderOf({
    "a.html": "<p>Trần <b>Đức</b> Hai</p>",
    "b/index.html": "<p>Trần Đức Hải</p>",
    "can-bo/tran-duc-hai/index.html": "<p></p>",
    "muc-luc/1.pf_fragment": gzipSync("Trần Ḓức Hai nói"),
    "sach.epub": zipSync({ "a.xhtml": strToU8("TRẦN ĐỨC HAI") }),
    ".htaccess": "Redirect /tran-duc-hai/",
    "trong.html": "<p>Trần, Đức và Hai</p>",
  });
  const found = await namesInOutput(output, find);
  expect(found.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
    ".htaccess bare",
    "a.html exact",
    "b/index.html other",
    "can-bo/tran-duc-hai/index.html bare",
    "muc-luc/1.pf_fragment exact",
    "sach.epub exact",
  ]);
});

it("a name is listed with its line, and file names without one", async () => {
  const content = folderOf({
    "2024/tran-duc-hai/index.md": "---\ntitle: A\n---\nÔng Trần Đức\nHai nói.\nHết.",
  });
  expect(await namesInContent(content, find)).toEqual([
    {
      path: "2024/tran-duc-hai/index.md",
      line: undefined,
      excerpt: "2024/tran-duc-hai/index.md",
      kind: "bare",
    },
    {
      path: "2024/tran-duc-hai/index.md",
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
  await redactContent(content, find, "(đã ẩn tên)", new Set(["exact", "bare"]));
  expect(readdirSync(content).toSorted()).toEqual(["a.md", "addresses.txt", "da-an-ten.jpg"]);
  const text = readFileSync(join(content, "a.md"), "utf8");
  expect(text).toBe("![A](da-an-ten.jpg)\nsrc: da-an-ten.jpg");
  expect(readFileSync(join(content, "addresses.txt"), "utf8")).toBe("/a/ a.md\n");
});
