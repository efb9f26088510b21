import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder, madeSite } from "../../checking.ts";
import { article, base, type Files, folderOf } from "../../content.ts";

/** Two sites in one repository, with one list of units. */

const shared = { "site.yaml": `${base["site.yaml"]}units: ../../units.yaml\n` };

/** Makes a repository; `.git` is all that says where it ends. */
function repository(units: string, more: Files = {}): string {
  const folder = folderOf({
    "kho/units.yaml": units,
    "kho/so-a/content/site.yaml": shared["site.yaml"],
    "kho/so-a/content/a.md": article(),
    "kho/so-b/content/site.yaml": shared["site.yaml"],
    "kho/so-b/content/b.md": article(),
    ...more,
  });
  mkdirSync(join(folder, "kho/.git"));
  return join(folder, "kho");
}

async function found(content: string): Promise<string[]> {
  const { problems } = await checkFolder(content);
  return problems.map(({ path, line, column, code }) => `${path}:${line}:${column} ${code}`);
}

describe("a list of units that sites share", () => {
  it("names the units of each", async () => {
    const folder = repository(base["units.yaml"]);
    for (const name of ["so-a", "so-b"]) {
      const { site } = await madeSite(join(folder, name, "content"));
      const urls = [...site.pages()].map(({ url }) => url);
      expect(urls).toContain("/don-vi/khoi-thu/");
    }
  });

  it("has its problems told at its own place", async () => {
    const wrong = base["units.yaml"].replace("kind: chi bộ", "knid: chi bộ");
    const folder = repository(wrong);
    expect(await found(join(folder, "so-a/content"))).toEqual(["../../units.yaml:7:3 unknown-key"]);
  });

  it("does not blame the articles when it is broken or missing", async () => {
    const folder = repository("- id: [\n");
    const content = join(folder, "so-a/content");
    expect(await found(content)).toEqual(["../../units.yaml:1:7 yaml-bracket-open"]);
    rmSync(join(folder, "units.yaml"));
    expect(await found(content)).toEqual(["../../units.yaml:1:1 missing-file"]);
  });

  it("may name an article of another site", async () => {
    const changes = "  changes: [{ kind: thành lập, date: 2010, article: b.md }]\n";
    const folder = repository(
      `- { id: khoi-thu, name: Khối Thử }\n- id: moi\n  name: Mới\n${changes}`,
    );
    for (const name of ["so-a", "so-b"])
      expect(await found(join(folder, name, "content"))).toEqual([]);
  });

  it("lies in the repository, and behind no link", async () => {
    const outside = "units: ../../../units.yaml";
    const folder = repository(base["units.yaml"], {
      "units.yaml": base["units.yaml"],
      "kho/so-a/content/site.yaml": `${base["site.yaml"]}${outside}\n`,
    });
    expect(await found(join(folder, "so-a/content"))).toEqual(["site.yaml:6:8 units-path"]);
    rmSync(join(folder, "units.yaml"));
    symlinkSync("../units.yaml", join(folder, "units.yaml"));
    expect(await found(join(folder, "so-b/content"))).toEqual(["site.yaml:6:8 units-path"]);
  });

  it("is none where there is no repository", async () => {
    const folder = repository(base["units.yaml"]);
    rmSync(join(folder, ".git"), { recursive: true });
    expect(await found(join(folder, "so-a/content"))).toEqual(["site.yaml:6:8 units-path"]);
  });
});
