import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { finished } from "../../../layouts/parts/finished.ts";
import { explain } from "../../../scripts/cli/terminal.ts";
import { writeTexts } from "../../../scripts/site/write-texts.ts";
import { inProject } from "../../../src/cache/project.ts";
import { shortHash } from "../../../src/cache/short-hash.ts";
import type { DrawnText, TextFile } from "../../../src/output/text-files.ts";
import { temporaryFolder } from "../../content.ts";
import { runProgram } from "../../running.ts";

const surroundings = { basePath: "/ban-tin", isPreview: false };

/** Has texts written in lots of a hundred. */
async function write(folder: string, texts: readonly DrawnText[]) {
  const files: TextFile[] = [];
  let most = 0;
  const update = {
    folder,
    *texts() {
      for (let at = 0; at < texts.length; at += 100) {
        // As when a view has taken long, and other work has a turn.
        yield [];
        most = Math.max(most, at - files.length);
        yield texts.slice(at, at + 100);
      }
    },
    accept: (some: readonly TextFile[]) => void files.push(...some),
  };
  await writeTexts(update, { pages: () => [], surroundings });
  return { files, most };
}

/** Returns texts of pages: some that a build left, some that are there anyhow, and new ones. */
function textsOf(count: number, site: string): DrawnText[] {
  return Array.from({ length: count }, (_, at) => {
    const path = `tin/${at % 7}/${at}/index.html`;
    const text = `<main><a href="/tin/">Khóa XIX, bài số ${at}</a></main>`;
    const bytes = Buffer.from(finished(text, surroundings));
    const key = `key ${at}`;
    const left = { key: "old", size: bytes.length, mtimeMs: 5 };
    if (at % 5 === 0) return { path, key, text, known: { ...left, sum: shortHash(bytes) } };
    if (at % 5 === 1) return { path, key, text, known: { ...left, sum: "other" } };
    if (at % 5 > 3) return { path, key, text };
    const found = join(site, `${at}.html`);
    writeFileSync(found, at % 5 === 2 ? bytes : bytes.subarray(1));
    return { path, key, text, found };
  });
}

describe.each([90, 1_000, 1_001, 2_500])("of %d texts", (count) => {
  it("those are written that are not there, and all are told of in order", async () => {
    const [folder, site] = [temporaryFolder(), temporaryFolder()];
    const texts = textsOf(count, site);
    const { files, most } = await write(folder, texts);
    const wanted = texts.map(({ text }) => finished(text, surroundings));
    expect(files).toEqual(
      texts.map(({ path, key }, at) => ({
        ...{ path, key, sum: shortHash(wanted[at]!), size: Buffer.byteLength(wanted[at]!) },
        ...{
          isNew: at % 5 !== 0 && at % 5 !== 2,
          mtimeMs: files[at]!.isNew ? 0 : expect.any(Number),
        },
      })),
    );
    const written = texts.flatMap(({ path }, at) => (files[at]!.isNew ? [[path, wanted[at]]] : []));
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const found = names.filter((name) => name.endsWith(".html"));
    expect(new Map(found.map((name) => [name, readFileSync(join(folder, name), "utf8")]))).toEqual(
      new Map(written as [string, string][]),
    );
    expect(most).toBeLessThanOrEqual(200);
  });

  it("one that cannot be written ends the build as people expect", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "tin"), "");
    const place = { path: "tin/muc/index.html", key: "", text: "" };
    const texts = Array.from({ length: count }, (_, at) => ({ ...place, path: `${at}.html` }));
    const error = await write(folder, [...texts.slice(1), place]).catch((error: unknown) => error);
    expect(explain(error, "vi")).toBe(`“${join(folder, "tin/muc")}” không phải là thư mục.`);
  });
});

it("many texts are written where no thread may be started", async () => {
  const folder = temporaryFolder();
  const program = `
    const { writeTexts } = await import(${JSON.stringify(pathToFileURL(inProject("scripts/site/write-texts.ts")))});
    const texts = Array.from({ length: 2_000 }, (_, at) => ({ path: at + ".html", key: "", text: "Bài " + at }));
    let count = 0;
    await writeTexts(
      { folder: ${JSON.stringify(folder)}, texts: () => [texts.slice(0, 1_500), texts.slice(1_500)], accept: (some) => void (count += some.length) },
      { surroundings: { basePath: "", isPreview: false } },
    );
    console.log(count);`;
  const rights = ["--permission", "--allow-fs-read=*", "--allow-fs-write=*"];
  const ran = await runProgram(process.execPath, [...rights, "--input-type=module", "-e", program]);
  expect(ran).toMatchObject({ status: 0, stdout: "2000\n" });
  expect(readFileSync(join(folder, "1999.html"), "utf8")).toBe("Bài 1999");
});
