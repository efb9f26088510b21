import { existsSync } from "node:fs";
import type { Language } from "../../src/problems/problem.ts";
import { differences } from "../publishing/manifest.ts";
import type { FoundPart } from "./part.ts";

/** How many names of files or numbers of parts are told. */
const mostTold = 5;

const words = {
  vi: {
    none: (folder: string) =>
      `Không thấy phần nào trong “${folder}”. Mỗi phần là một thư mục do lệnh build --shard K/N ghi ra, kèm hai tệp có đuôi .part.json và .manifest.txt bên cạnh; xin chép đủ cả ba.`,
    unreadable: (file: string) =>
      `Không đọc được “${file}”: tệp này không phải do lệnh build --shard ghi ra, hoặc đã bị sửa. Xin dựng lại phần ấy.`,
    of: (name: string, of: number, other: string, usual: number) =>
      `“${name}” là phần của trang chia ${of}, còn “${other}” là phần của trang chia ${usual}. Xin dựng lại với cùng một số phần.`,
    missing: (numbers: string, of: number) =>
      `Thiếu phần ${numbers} trong ${of} phần. Xin dựng phần còn thiếu, hoặc chép phần ấy vào đây.`,
    twice: (number: number, names: string) =>
      `Phần ${number} có nhiều lần: ${names}. Xin chỉ giữ một.`,
    code: (name: string, other: string) =>
      `“${name}” và “${other}” không do cùng một bản của chương trình và của Node.js dựng ra. Xin dựng mọi phần bằng cùng một bản của cả hai.`,
    content: (name: string, other: string) =>
      `“${name}” dựng từ nội dung khác với “${other}”. Xin dựng mọi phần từ cùng một commit.`,
    today: (name: string, day: string, other: string, usual: string) =>
      `“${name}” coi hôm nay là ${day}, còn “${other}” coi là ${usual}. Xin dựng mọi phần với cùng một --now.`,
    drafts: (name: string, other: string) =>
      `“${name}” và “${other}” không cùng có --drafts. Xin dựng mọi phần với cùng tùy chọn.`,
    manifest: (name: string) =>
      `Thiếu danh sách tệp của “${name}”, hoặc danh sách đã bị sửa: ${name}.manifest.txt. Xin chép lại cả phần ấy.`,
    files: (name: string, files: string) =>
      `“${name}” không như lúc dựng xong: ${files}. Xin chép lại cả phần ấy.`,
    shared: (file: string, name: string, other: string) =>
      `Tệp ${file} có ở cả “${name}” và “${other}”. Xin dựng lại mọi phần bằng cùng một phiên bản.`,
    more: (count: number) => ` và ${count} tệp khác`,
  },
  en: {
    none: (folder: string) =>
      `There is no part in “${folder}”. A part is a folder that build --shard K/N writes, with two files beside it that end in .part.json and .manifest.txt; copy all three.`,
    unreadable: (file: string) =>
      `“${file}” cannot be read: build --shard did not write it, or somebody changed it. Build that part anew.`,
    of: (name: string, of: number, other: string, usual: number) =>
      `“${name}” is one of ${of} parts, “${other}” is one of ${usual}. Build all with one number of parts.`,
    missing: (numbers: string, of: number) =>
      `Missing of ${of} parts: ${numbers}. Build what is missing, or copy it to this folder.`,
    twice: (number: number, names: string) =>
      `Part ${number} is there more than once: ${names}. Keep one.`,
    code: (name: string, other: string) =>
      `“${name}” and “${other}” were not built by the same version of the program and of Node.js. Build all parts with one version of both.`,
    content: (name: string, other: string) =>
      `“${name}” was built from other content than “${other}”. Build all parts from one commit.`,
    today: (name: string, day: string, other: string, usual: string) =>
      `“${name}” takes ${day} for today, “${other}” takes ${usual}. Build all parts with one --now.`,
    drafts: (name: string, other: string) =>
      `Only one of “${name}” and “${other}” was built with --drafts. Build all parts with the same options.`,
    manifest: (name: string) =>
      `The list of files of “${name}” is missing or was changed: ${name}.manifest.txt. Copy the whole part again.`,
    files: (name: string, files: string) =>
      `“${name}” is not as it was built: ${files}. Copy the whole part again.`,
    shared: (file: string, name: string, other: string) =>
      `The file ${file} is in “${name}” and in “${other}”. Build all parts anew with one version.`,
    more: (count: number) => ` and ${count} other files`,
  },
} as const;

/**
 * Finds why parts are not the parts of one site, in words; nothing when they are. Every file is
 * read and compared with the manifest of its part.
 */
export function partFaults(
  folder: string,
  parts: readonly FoundPart[],
  unreadable: readonly string[],
  lang: Language,
): string[] {
  const say = words[lang];
  const faults: string[] = unreadable.map(say.unreadable);
  const [first] = parts;
  if (first === undefined) return faults.length > 0 ? faults : [say.none(folder)];
  faults.push(...parts.flatMap((part) => differentMaking(part, first, lang)));
  const same = parts.filter(({ shard }) => shard.of === first.shard.of);
  const byNumber = Map.groupBy(same, ({ shard }) => shard.number);
  const numbers = Array.from({ length: first.shard.of }, (_, at) => at + 1);
  const missing = numbers.filter((number) => !byNumber.has(number));
  if (missing.length > 0) {
    const told = missing.slice(0, mostTold).join(", ");
    faults.push(say.missing(missing.length > mostTold ? `${told}…` : told, first.shard.of));
  }
  for (const [number, some] of byNumber)
    if (some.length > 1)
      faults.push(say.twice(number, some.map(({ name }) => `“${name}”`).join(", ")));
  faults.push(...parts.flatMap((part) => differentFiles(part, lang)));
  // A part that is there twice has every file twice, which has been told.
  return faults.length > 0 ? faults : sharedFiles(parts, lang);
}

function differentMaking(part: FoundPart, first: FoundPart, lang: Language): string[] {
  const say = words[lang];
  const [a, b] = [part.name, first.name];
  const faults: string[] = [];
  if (part.shard.of !== first.shard.of) faults.push(say.of(a, part.shard.of, b, first.shard.of));
  if (part.origin.code !== first.origin.code) faults.push(say.code(a, b));
  if (part.origin.content !== first.origin.content) faults.push(say.content(a, b));
  if (part.today !== first.today) faults.push(say.today(a, part.today, b, first.today));
  if (part.drafts !== first.drafts) faults.push(say.drafts(a, b));
  return faults;
}

function differentFiles({ name, folder, manifest }: FoundPart, lang: Language): string[] {
  const say = words[lang];
  if (manifest === undefined) return [say.manifest(name)];
  const isThere = existsSync(folder);
  const found = isThere ? differences(folder, manifest) : [...manifest.keys()];
  if (found.length === 0) return [];
  const rest = found.length - mostTold;
  const told = found.slice(0, mostTold).join(", ");
  return [say.files(name, rest > 0 ? `${told}${say.more(rest)}` : told)];
}

function sharedFiles(parts: readonly FoundPart[], lang: Language): string[] {
  const owners = new Map<string, string>();
  for (const { name, manifest } of parts) {
    for (const path of manifest!.keys()) {
      const other = owners.get(path);
      if (other !== undefined) return [words[lang].shared(path, name, other)];
      owners.set(path, name);
    }
  }
  return [];
}
