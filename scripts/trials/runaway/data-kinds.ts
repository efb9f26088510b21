/* Runaway data files, and many files. */

import {
  article,
  award,
  base,
  data,
  filled,
  type Kind,
  many,
  one,
  required,
  site,
  units,
  word,
} from "./making.ts";

const unit = (at: number, more = "") => `- id: u${at}\n  name: Đơn vị ${word(at)}\n${more}`;

export const ofData: Readonly<Record<string, Kind>> = {
  "units: many": data("units.yaml", (at) => unit(at), units),
  "units: a chain": data(
    "units.yaml",
    (at) => unit(at, at === 0 ? "" : `  parent: u${at - 1}\n`),
    units,
  ),
  "units: a circle": data("units.yaml", (at) => unit(at, `  parent: u${at + 1}\n`), units),
  "units: unknown parents": data("units.yaml", (at) => unit(at, `  parent: x${word(at)}\n`), units),
  "units: one id": data("units.yaml", () => unit(0), units),
  "units: one name": data("units.yaml", (at) => `- id: u${at}\n  name: a\n`, units),
  "units: aliases": data("units.yaml", (at) => `Tên ${word(at)}, `, `${units}  aliases: [`),
  "units: aliases of many": data(
    "units.yaml",
    (at) => unit(at, `  aliases: [A ${at}, B ${at}]\n`),
    units,
  ),
  "units: successors": data("units.yaml", (at) => `x${word(at)}, `, `${units}  successors: [`),
  "units: names in time": data(
    "units.yaml",
    (at) => `    - { value: Tên ${at}, from: ${1900 + (at % 200)}-0${1 + (at % 9)}-01 }\n`,
    "- id: a\n  name:\n    - value: Tên\n",
  ),
  "units: renamed one after the other": data(
    "units.yaml",
    (at) => unit(at, `  parent: [{}, { value: u0, from: ${1900 + (at % 200)}-01-01 }]\n`),
    units,
  ),
  "units: a chain of heirs": data(
    "units.yaml",
    (at) => unit(at, `  valid_to: 2020-01-01\n  successors: u${at + 1}\n`),
    units,
  ),
  "units: changes": data(
    "units.yaml",
    (at) =>
      `    - { kind: sáp nhập, date: ${1900 + (at % 200)}, from: khoi-thu, article: a${at}.md }\n`,
    "- id: a\n  name: A\n  changes:\n",
  ),
  "units: one heir of many": data(
    "units.yaml",
    (at) => unit(at, "  changes: [{ kind: kết thúc, date: 2020-01-01, into: khoi-thu }]\n"),
    units,
  ),
  "units: wrong ids": data("units.yaml", (at) => `- id: U ${at}\n  name: a\n`, units),
  "units: unknown keys": data("units.yaml", (at) => `  k${word(at)}: a\n`, units),
  "units: a long id": data("units.yaml", one("a-"), "- name: a\n  id: "),
  "units: a long name": data("units.yaml", one("a "), "- id: a\n  name: "),
  "units: letters": data("units.yaml", one("a")),
  "units: line ends": data("units.yaml", one("\n")),
  "units: many, and awards by unknown ones": (bytes) => ({
    ...article(
      `${required}awards:\n${filled(bytes - 300, (at) => award("    count: 1\n").replace("khoi-thu", `khoi-${word(at)}`))}`,
    ),
    "units.yaml": units + filled(bytes - 300, (at) => unit(at)),
  }),
  "units: many, and files of unknown ones": (bytes) => ({
    ...many((at) => [
      `b${at}.md`,
      `---\n${required.replace("khoi-thu", `khoi-${word(at)}`)}---\n\na\n`,
    ])(bytes / 2),
    "units.yaml": units + filled(bytes / 2 - 300, (at) => unit(at)),
  }),
  "abbreviations: many": data("abbreviations.yaml", (at) => `- { short: A${word(at)}, long: a }\n`),
  "abbreviations: of unknown units": data(
    "abbreviations.yaml",
    (at) => `- { short: A, long: a, scope: x${word(at)} }\n`,
  ),
  "abbreviations: of one short form": data(
    "abbreviations.yaml",
    one("- { short: A, long: a }\n"),
    "",
    "A B\n".repeat(1000),
  ),
  "abbreviations: a long one": data("abbreviations.yaml", one("A"), "- long: a\n  short: "),
  "abbreviations: scopes": data(
    "abbreviations.yaml",
    (at) => `x${at}, `,
    "- { short: A, long: a, scope: [",
  ),
  "norms: many": data(
    "norms.yaml",
    (at) => `- { number: "${at}", valid_from: 2020, levels: [] }\n`,
  ),
  "norms: steps": data(
    "norms.yaml",
    (at) => `${at + 1}, `,
    '- { number: "1", valid_from: 2020, badge_steps: [',
  ),
  "norms: levels": data(
    "norms.yaml",
    (at) => `      - { kinds: k${at}, forms: Cờ }\n`,
    "- number: a\n  valid_from: 2020\n  levels:\n",
  ),
  "norms: many, and awards": (bytes) => ({
    ...article(`${required}awards:\n${filled(bytes - 300, (at) => award("    count: 1\n", at))}`),
    "norms.yaml": filled(bytes, (at) => `- { number: "${at}", valid_from: 2025, levels: [] }\n`),
  }),
  "site: unknown keys": data("site.yaml", (at) => `k${word(at)}: a\n`, site),
  "site: a long name": data("site.yaml", one("a "), site.replace(/^name.*\n/u, "name: ")),
  "site: a long address": data("site.yaml", one("a."), "url: https://"),
  "site: letters": data("site.yaml", one("a")),
  "site: brackets": data("site.yaml", one("[")),
};

const short = (more: string) => `---\n${required}${more}---\n\na\n`;
const known = (at: number, more: string) =>
  `awards:\n${award(`    count: 1\n${more}`)}`.concat(at < 0 ? "" : "");

export const ofFiles: Readonly<Record<string, Kind>> = {
  "files: empty": many((at) => [`a${at}.md`, " ".repeat(100)]),
  "files: of one address": many((at) => [`f${at}/a.md`, short("")]),
  "files: of tags alike": many((at) => [
    `a${at}.md`,
    short(`tags: [${at % 2 ? "Chủ đề" : "chủ đề"}]\n`),
  ]),
  "files: of tags": many((at) => [`a${at}.md`, short(`tags: [t${at}]\n`)]),
  "files: of awards alike": many((at) => [`a${at}.md`, short(known(at, ""))]),
  "files: of awards of one decision": many((at) => [
    `a${at}.md`,
    short(known(at, '    decision: { number: "1-QĐ/ĐUK" }\n')),
  ]),
  "files: of awards of one decision and several names": many((at) => [
    `a${at}.md`,
    short(known(at, `    recipients: N${at}\n    decision: { number: "1-QĐ/ĐUK" }\n`)),
  ]),
  "files: of awards withdrawn": many((at) => [
    `a${at}.md`,
    short(
      known(at, '    decision: { number: "1-QĐ/ĐUK" }\n').replace(
        "đã trao",
        at ? "thu hồi" : "đã trao",
      ),
    ),
  ]),
  "files: of two long awards": (bytes) => {
    const text = (date: string) =>
      `---\n${required.replace("2024-03-05", date)}awards:\n${filled(bytes - 400, (at) => award(`    count: 1\n    decision: { number: "1-QĐ/ĐUK" }\n`, at % 3))}---\n\na\n`;
    return { ...base, "a.md": text("2024-03-05"), "b.md": text("2024-03-06") };
  },
  "files: in deep folders": (bytes) => {
    const files: Record<string, string> = { ...base };
    for (let at = 1; at <= Math.min(1_000, bytes / 1_000); at += 1)
      files[`${"a/".repeat(at)}b.md`] = short("");
    return files;
  },
  "files: of long names": many((at) => [`${word(at)}${"a".repeat(200)}.md`, short("")]),
  "files: of wrong endings": many((at) => [`a${at}.md.txt`, "a".repeat(200)]),
  "files: of no use": many((at) => [`a${at}.docx`, "a".repeat(200)]),
  "files: of broken pictures": (bytes) => ({
    ...many((at) => [`a${at}.jpg`, "a".repeat(500)])(bytes),
    ...article(
      `${required}images: [${filled(bytes / 50, (at) => `{ src: a${at}.jpg, alt: a },`)}]\n`,
    ),
  }),
  "files: that link to one another": many((at) => [
    `a${at}.md`,
    short("").concat(`[b](a${at + 1}.md)\n`),
  ]),
  "files: that link to missing pages": many((at) => [
    `a${at}.md`,
    short("").concat(`[b](/b${at}/)\n`),
  ]),
};
