import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** Files of a content folder by path; a `Link` becomes a symbolic link. */
export type Files = Readonly<Record<string, string | Uint8Array | Link>>;
export type Link = { readonly linkTo: string };

/** The smallest content folder without an error, except that it has no article. */
export const base = {
  "site.yaml": `name: Bản tin thử
description: Trang dùng để kiểm thử
url: https://thu.example
owner: Cơ quan thử
responsible: Người thử
`,
  "units.yaml": `- id: khoi-thu
  name: Đảng ủy Khối Thử
  aliases: [Khối Thử]
  kind: đảng bộ khối
- id: chi-bo-mot
  name: Chi bộ Một
  kind: chi bộ
  parent: khoi-thu
  valid_from: 2010
  valid_to: 2023-06
  successors: [khoi-thu]
`,
} as const;

/** Returns an article without an error; `more` adds lines to its front matter. */
export function article(more = "", body = "Nội dung bài thử."): string {
  return `---
title: Bài thử
date: 2024-03-05
author: Người Thử
unit: khoi-thu
${more}${more === "" ? "" : "\n"}---

${body}
`;
}

/** Writes files into a new folder, which is deleted when the test is over, and returns its path. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** Makes a folder that is deleted when all tests of the file are over, and returns its path. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  temporary.push(folder);
  return folder;
}

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof content === "string" || content instanceof Uint8Array)
      writeFileSync(target, content);
    else symlinkSync(content.linkTo, target);
  }
}
