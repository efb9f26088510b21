import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { article, base, temporaryFolder, writeFiles } from "../../content.ts";
import { run, startPreview } from "../../running.ts";

/** Two sites in one repository, which share a list of units. */

const folder = temporaryFolder();
const outside = temporaryFolder();
const site = `${base["site.yaml"]}units: ../../units.yaml\n`;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Thử", "-c", "user.email=thu@thu.example", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
const commit = () => {
  git("add", "-A");
  git("commit", "-q", "-m", "Nội dung");
};
const inRepository = (command: string, name: string, ...args: string[]) =>
  run(command, ["--content", `${name}/content`, "--now", "2024-06-30", ...args], { cwd: folder });

beforeAll(() => {
  writeFiles(folder, {
    ".gitignore": "_site\n.cache\n",
    "units.yaml": base["units.yaml"],
    "so-a/content/site.yaml": site.replace("Bản tin thử", "Bản tin A"),
    "so-a/content/a.md": article(),
    "so-b/content/site.yaml": site.replace("Bản tin thử", "Bản tin B"),
    "so-b/content/b.md": article(),
  });
  git("init", "-q");
  commit();
});

describe("several sites in one repository", () => {
  it("are built each beside its content, with its own cache", async () => {
    for (const name of ["so-a", "so-b"]) {
      const { status, stdout, stderr } = await inRepository("build", name);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toContain(`Đã dựng ${name}/_site: 1 bài`);
    }
    expect(readdirSync(folder).sort()).toEqual([
      ".git",
      ".gitignore",
      "so-a",
      "so-b",
      "units.yaml",
    ]);
    expect(readdirSync(join(folder, "so-b")).sort()).toEqual([".cache", "_site", "content"]);
    const home = (name: string) => readFileSync(join(folder, name, "_site/index.html"), "utf8");
    expect(home("so-a")).toContain("Bản tin A");
    expect(home("so-b")).toContain("Bản tin B");
    expect((await inRepository("build", "so-a")).stdout).toContain("Không có tệp nào thay đổi.");
  });

  it("are reviewed and committed with the list as it was and as it is", async () => {
    const units = `${base["units.yaml"]}- { id: chi-bo-hai, name: Chi bộ Hai, kind: chi bộ }\n`;
    writeFiles(folder, {
      "units.yaml": units,
      "so-a/content/moi.md": article().replace("khoi-thu", "chi-bo-hai"),
    });
    const review = await inRepository("review", "so-a", "--base", "HEAD");
    expect([review.status, review.stderr]).toEqual([0, ""]);
    expect(review.stdout).toContain("Chi bộ Hai");
    git("add", "-A");
    const hook = () => run("hook", ["--staged", "--content", "so-a/content"], { cwd: folder });
    expect(await hook()).toMatchObject({ status: 0, stderr: "" });
    // The list alone is staged, and breaks an article that is not.
    git("commit", "-q", "-m", "Thêm đơn vị");
    writeFiles(folder, { "units.yaml": base["units.yaml"] });
    git("add", "-A");
    const broken = await hook();
    expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining("chi-bo-hai")]);
    writeFiles(folder, { "units.yaml": units });
    git("reset", "-q", "--hard");
  });

  it("have problems of the list told at its own path", async () => {
    writeFiles(folder, {
      "units.yaml": base["units.yaml"].replace("kind: chi bộ", "knid: chi bộ"),
    });
    const { status, stdout } = await inRepository("check", "so-b");
    git("checkout", "-q", "units.yaml");
    expect(status).toBe(1);
    expect(stdout).toContain("units.yaml:7:3: lỗi: Không có khóa “knid”.");
    expect(stdout).not.toContain("so-b/content");
  });

  it("are mended with the list, told at its own path", async () => {
    const units = readFileSync(join(folder, "units.yaml"), "utf8");
    writeFiles(folder, { "units.yaml": units.replace("Đảng ủy Khối Thử", "Ðảng ủy Khối Thử") });
    const { status, stdout, stderr } = await inRepository("check", "so-b", "--fix");
    const mended = readFileSync(join(folder, "units.yaml"), "utf8");
    git("checkout", "-q", "units.yaml");
    expect([status, stderr]).toEqual([0, ""]);
    expect(mended).toBe(units);
    expect(stdout).toMatch(/^units\.yaml:\d+: sửa ký tự: “Ðảng” → “Đảng”$/mu);
  });

  it("are published as what is committed, the list included", async () => {
    const release = async () => {
      const ran = await inRepository(
        "publish",
        "so-a",
        "--to",
        join(outside, "mang-a"),
        "--url",
        "http://127.0.0.1:9",
      );
      expect(ran.status, ran.stderr).toBe(0);
      const facts = join(outside, "mang-a/current/release.json");
      return JSON.parse(readFileSync(facts, "utf8")).content.changed;
    };
    expect(await release()).toBe(false);
    writeFiles(folder, {
      "units.yaml": `${readFileSync(join(folder, "units.yaml"), "utf8")}# x\n`,
    });
    expect(await release()).toBe(true);
    git("checkout", "-q", "units.yaml");
  });

  it("are shown anew when the list is saved", async () => {
    const args = ["--content", join(folder, "so-b/content"), "--now", "2024-06-30"];
    const preview = await startPreview(args);
    try {
      await preview.says(/trang\./u);
      const page = async () => (await fetch(`${preview.origin}/don-vi/khoi-thu/`)).text();
      expect(await page()).toContain("Đảng ủy Khối Thử");
      const units = readFileSync(join(folder, "units.yaml"), "utf8");
      writeFiles(folder, { "units.yaml": units.replace("Đảng ủy Khối Thử", "Đảng ủy Khối Mới") });
      await expect.poll(page, { timeout: 60_000 }).toContain("Đảng ủy Khối Mới");
    } finally {
      await preview.stop();
    }
  });

  it("are shown anew in a preview that began with a list of its own", async () => {
    const content = join(folder, "so-c/content");
    writeFiles(content, { ...base, "c.md": article() });
    const preview = await startPreview(["--content", content, "--now", "2024-06-30"]);
    try {
      await preview.says(/trang\./u);
      const page = async () => (await fetch(`${preview.origin}/don-vi/khoi-thu/`)).text();
      const named = async (name: string) => {
        const units = base["units.yaml"].replace("Đảng ủy Khối Thử", name);
        writeFiles(folder, { "units.yaml": units });
        await expect.poll(page, { timeout: 60_000 }).toContain(name);
      };
      rmSync(join(content, "units.yaml"));
      writeFiles(content, { "site.yaml": site });
      await named("Đảng ủy Khối Chung");
      await named("Đảng ủy Khối Chung Hai");
    } finally {
      await preview.stop();
    }
  });
});
