import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OutputRefused, openStaging } from "../../../src/output/staging.ts";
import { folderOf, writeFiles } from "../../content.ts";

/** Makes a folder with content, yesterday's output, and files that are no business of a build. */
function workshop() {
  const folder = folderOf({
    "content/a.md": "x",
    "site/index.html": "yesterday",
    "site.old/letters.txt": "mine",
    "site.new/letters.txt": "mine",
  });
  const site = join(folder, "site");
  return { folder, site, open: () => openStaging(site, join(folder, "content")) };
}

describe("a new site", () => {
  it("takes the place of the old one, and leaves nothing else behind", async () => {
    const { folder, site, open } = workshop();
    const staging = await open();
    writeFiles(staging.directory, { "index.html": "today" });
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe("yesterday");
    await staging.publish({ moved: ["index.html"], removed: [] });
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe("today");
    expect(readdirSync(folder).toSorted()).toEqual(["content", "site", "site.new", "site.old"]);
  });

  it("that is given up leaves the old one", async () => {
    const { folder, site, open } = workshop();
    const staging = await open();
    writeFiles(staging.directory, { "index.html": "today" });
    await staging.discard();
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe("yesterday");
    expect(readdirSync(folder).toSorted()).toEqual(["content", "site", "site.new", "site.old"]);
  });

  it("is found clean by the next build, whenever the last was killed", async () => {
    const { folder, site, open } = workshop();
    const gone = 2 ** 22 + 1;
    const scraps = ["lock", "moves"].map((name) => `site.ban-tin-${name}-${gone}`);
    // Another build is waiting for its turn, and a stranger's file has nearly the same name.
    const others = [`site.ban-tin-lock-${process.ppid}`, `site.ban-tin-locks-${gone}`];
    for (const name of [...scraps, ...others]) writeFileSync(join(folder, name), "");
    const staging = await open();
    await staging.discard();
    const left = ["content", "site", "site.new", "site.old", ...others];
    expect(readdirSync(folder).toSorted()).toEqual(left.toSorted());
    expect(existsSync(site)).toBe(true);
  });

  it("is written by one build at a time", async () => {
    const { open } = workshop();
    const attempts = await Promise.allSettled([open(), open(), open()]);
    const [winner, ...others] = attempts.toSorted((a) => (a.status === "fulfilled" ? -1 : 1));
    expect(winner?.status).toBe("fulfilled");
    for (const other of others) {
      expect(other).toMatchObject({ reason: expect.any(OutputRefused) });
      expect(other).toMatchObject({ reason: { reason: "busy" } });
    }
    if (winner?.status === "fulfilled") await winner.value.discard();
    await (await open()).discard();
  });

  it.each([
    ["whose process is gone", "999999999"],
    ["that is empty", ""],
    ["that is rubbish", "not a number"],
  ])("is not held up by a lock %s", async (_name, text) => {
    const { folder, open } = workshop();
    const lock = join(folder, "site.ban-tin-lock");
    writeFileSync(lock, text);
    const staging = await open();
    expect(readFileSync(lock, "utf8")).toBe(String(process.pid));
    await staging.discard();
    expect(existsSync(lock)).toBe(false);
  });
});
