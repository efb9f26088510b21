import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type BuiltSite, now, readBuiltSite, readSite } from "../../built-site.ts";
import { temporaryFolder } from "../../content.ts";
import { exampleContent } from "../../example-content.ts";
import { run } from "../../running.ts";
import { deadLinksOfOtherFiles, deadLinksOfPages, readPage } from "./page-reading.ts";

const folder = temporaryFolder();
let site: BuiltSite;

/** Builds the example for a project's page, which shares its host with other projects. */
beforeAll(async () => {
  const content = join(folder, "content");
  cpSync(exampleContent, content, { recursive: true });
  const settings = readFileSync(join(content, "site.yaml"), "utf8");
  writeFileSync(
    join(content, "site.yaml"),
    settings.replace(/^url:.*$/mu, "url: https://nhom.example/ban-tin/"),
  );
  const directory = join(folder, "_site");
  const args = ["--content", content, "--output", directory, "--cache", ".cache", "--now", now];
  expect(await run("build", args)).toMatchObject({ status: 0, stderr: "" });
  site = readBuiltSite(directory, inject("builtSite"));
});

describe("a site in a folder of a host", () => {
  it("has the same files as one at the root", () => {
    expect([site.host, site.basePath]).toEqual(["https://nhom.example", "/ban-tin"]);
    expect(site.files).toEqual(readSite(inject("builtSite")).files);
  });

  it("has no link that leads out of its folder or nowhere", () => {
    const readings = site.pages.map(readPage);
    expect(deadLinksOfPages(site, readings)).toEqual([]);
    expect(deadLinksOfOtherFiles(site, readings)).toEqual([]);
    const foreign = readings.filter(
      ({ page, canonical }) => canonical !== `https://nhom.example/ban-tin${page.url}`,
    );
    expect(foreign.map(({ page }) => page.url)).toEqual([]);
  });
});
