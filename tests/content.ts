import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** Files of a content folder by path; a `Link` becomes a symbolic link. */
export type Files = Readonly<Record<string, string | Uint8Array | Link>>;
export type Link = { readonly linkTo: string };

/** The smallest content folder that is in order, but for articles. */
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

/** An article that is in order; \`more\` adds lines to its front matter. */
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

/** Writes files into a new folder, which is gone when the test is over, and answers its path. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "ban-tin-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** A new folder that is gone when all tests of the file are over. */
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
