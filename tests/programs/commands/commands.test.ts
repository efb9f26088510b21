import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type BuildOptions, build as buildSite } from "../../../scripts/build.ts";
import type { Day } from "../../../src/day.ts";
import { OutputRefused } from "../../../src/output/staging.ts";
import { article, base, type Files, folderOf, writeFiles } from "../../content.ts";
import { exampleContent } from "../../example-content.ts";
import { run, runProgram, startPreview } from "../../running.ts";

/** The commands as people and CI call them: arguments in, exit code, text and files out. */

const good: Files = { ...base, "a.md": article("tags: [Một]"), "b.md": article("draft: true") };
const bad: Files = { ...good, "c.md": article("tgas: [Hai]") };

describe("build", () => {
  it("writes the site and says what it did", async () => {
    const { folder, run } = workshop(good);
    const { status, stdout, stderr } = await run("build", "--now", "2024-06-30");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^Đã dựng .*_site: 1 bài, \d+ trang, 0 ảnh \(0 ảnh mới\), 0 cảnh báo, trong [\d,]+ giây\.\nVẽ \d+ trang \(\d+ trang mới\); ghi \d+ tệp, xóa 0 tệp\.\nChưa đăng: 1 bài nháp, 0 bài đề ngày sau hôm nay\.\n$/u,
    );
    expect(existsSync(join(folder, "_site/2024/03/05/a/index.html"))).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual([".cache", "_site", "content"]);
  });

  it("leaves the old site as it is while the content has errors, and names them all", async () => {
    const { folder, run } = workshop(good);
    expect((await run("build")).status).toBe(0);
    const before = snapshot(join(folder, "_site"));
    writeFiles(join(folder, "content"), bad);
    const { status, stderr } = await run("build");
    expect(status).toBe(1);
    expect(stderr).toContain(
      "content/c.md:6:1: lỗi: Không có khóa “tgas”. [unknown-key]\n    6 │ tgas: [Hai]\n      │ ^^^^\n    Có phải bạn muốn viết “tags”?",
    );
    expect(stderr).toContain("Trang đang có vẫn được giữ nguyên.");
    expect(snapshot(join(folder, "_site"))).toEqual(before);
    expect(readdirSync(folder).toSorted()).toEqual([".cache", "_site", "content"]);
  });

  it("of a part leaves the site alone, and says that it is a part", async () => {
    const { folder, run, runOnly } = workshop(good);
    await run("build", "--now", "2024-06-30");
    const before = snapshot(join(folder, "_site"));
    const args = ["--content", join(folder, "content"), "--now", "2024-06-30"];
    const part = await runOnly("build", ...args, "--shard", "1/2");
    expect([part.status, part.stdout]).toEqual([
      0,
      expect.stringContaining(`chỉ là phần 1 trong 2 phần của trang. Đủ các phần thì gộp lại`),
    ]);
    expect(part.stdout).toContain(`npm run join -- ${join(folder, "phan")}`);
    expect(existsSync(join(folder, "phan/1/manifest.txt"))).toBe(false);
    expect(existsSync(join(folder, "phan/1.manifest.txt"))).toBe(true);
    expect(snapshot(join(folder, "_site"))).toEqual(before);
  });

  it("is not stopped by a draft with errors, which it tells as warnings", async () => {
    const unfinished = '---\ntitle: "Chưa xong"\ndate: 2024-03-05\ndraft: true\n---\n\nBài.\n';
    const { folder, run } = workshop(good);
    expect((await run("build", "--now", "2024-06-30")).status).toBe(0);
    const before = snapshot(join(folder, "_site"));
    writeFiles(join(folder, "content"), { "chua-xong.md": unfinished });
    const built = await run("build", "--now", "2024-06-30");
    expect(built.status).toBe(0);
    expect(built.stderr).toContain("content/chua-xong.md:2:1: cảnh báo (bài nháp): ");
    expect(built.stderr).not.toContain("lỗi:");
    expect(built.stdout).toContain("Chưa đăng: 2 bài nháp,");
    expect(snapshot(join(folder, "_site"))).toEqual(before);

    const { status, stdout } = await run("check", "--format", "json");
    expect(status).toBe(0);
    const told: { code: string; severity: string; inDraft?: boolean }[] = JSON.parse(stdout);
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(["missing-key"]));
    expect(told.every(({ severity, inDraft }) => severity === "warning" && inDraft)).toBe(true);
    expect((await run("check", "--drafts")).status).toBe(1);

    // With drafts shown, all but this one are.
    const shown = await run("build", "--now", "2024-06-30", "--drafts");
    expect([shown.status, shown.stderr]).toEqual([
      0,
      expect.stringContaining("content/chua-xong.md:2:1: cảnh báo (bài nháp): "),
    ]);
    expect(shown.stdout).toContain("Chưa đăng: 1 bài nháp,");
    expect(existsSync(join(folder, "_site/2024/03/05/chua-xong"))).toBe(false);

    writeFiles(join(folder, "content"), {
      "chua-xong.md": `${unfinished}\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> kia\n`,
    });
    expect((await run("build", "--now", "2024-06-30")).status).toBe(1);
  });

  it("leaves the old site as it is when a picture turns out to be damaged far inside", async () => {
    const { folder, run, build } = workshop(good);
    await build();
    const before = snapshot(join(folder, "_site"));
    const pixels = { width: 600, height: 400, channels: 3 as const };
    const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
    const whole = await sharp({ create: { ...pixels, background: "#fff", noise } })
      .jpeg()
      .toBuffer();
    writeFiles(join(folder, "content"), {
      "c.md": article("images: [{ src: c.jpg, alt: Hội trường }]"),
      "c.jpg": whole.subarray(0, whole.length / 2),
      "d.md": article("images: [{ src: d.jpg, alt: Hội trường }]"),
      "d.jpg": whole,
    });
    const { status, stderr } = await run("build");
    expect(status).toBe(1);
    expect(stderr).toContain("content/c.jpg:1:1: lỗi:");
    expect(stderr).toContain("[picture-broken]");
    expect(stderr).toContain("Trang đang có vẫn được giữ nguyên.");
    expect(snapshot(join(folder, "_site"))).toEqual(before);
    expect(readdirSync(folder).toSorted()).toEqual([".cache", "_site", "content"]);
  });

  it("drops the pages of an article that is gone", async () => {
    const { folder, build } = workshop({ ...good, "x.md": article() });
    await build();
    rmSync(join(folder, "content/x.md"));
    expect((await build()).kind).not.toBe("faulty");
    expect(existsSync(join(folder, "_site/2024/03/05/x"))).toBe(false);
  });

  it("takes the day from --now, then from SOURCE_DATE_EPOCH; a day begins in Viet Nam", async () => {
    const { folder, run, runWith } = workshop(good);
    const published = () => existsSync(join(folder, "_site/2024/03/05/a/index.html"));
    for (const [expected, ...args] of [
      [false, "--now", "2024-03-04"],
      [true, "--now", "2024-03-05"],
      [false, "--now", "2024-03-04T16:59:59Z"],
      [true, "--now", "2024-03-04T17:00:00Z"],
    ] as const) {
      expect((await run("build", ...args)).status).toBe(0);
      expect(published()).toBe(expected);
    }
    await runWith({ SOURCE_DATE_EPOCH: "1709571599" }, "build");
    expect(published()).toBe(false);
    await runWith({ SOURCE_DATE_EPOCH: "1709571600" }, "build");
    expect(published()).toBe(true);
  });

  it("says what it did and why, and of one page whether it was drawn", async () => {
    const { folder, run } = workshop(good);
    await run("build", "--now", "2024-06-30");
    const nothing = await run("build", "--now", "2024-06-30", "--why", "/");
    expect(nothing.stdout).toContain("Không có tệp nào thay đổi.");
    expect(nothing.stdout).toContain("/: không vẽ lại");
    writeFiles(join(folder, "content"), { "a.md": article("", "Một câu khác.") });
    rmSync(join(folder, "_site/404.html"));
    const profile = join(folder, "profile.json");
    const changed = await run(
      "build",
      "--now",
      "2024-06-30",
      "--why",
      "/404.html",
      "--profile",
      profile,
    );
    expect(changed.stdout).toMatch(
      /Vẽ \d+ trang \(\d+ trang có nội dung thay đổi, 1 trang có tệp bị mất hoặc bị sửa tay\); ghi \d+ tệp, xóa \d+ tệp\./u,
    );
    expect(changed.stdout).toContain("/404.html: tệp của trang đã mất");
    expect((await run("build", "--why", "/khong-co/")).stdout).toContain(
      "không có trang nào ở địa chỉ này",
    );
    const { wall, phases, reasons } = JSON.parse(readFileSync(profile, "utf8"));
    expect(wall).toBeGreaterThan(0);
    expect(Object.keys(phases)).toContain("draw");
    expect(reasons).toMatchObject({ damaged: 1, new: 0 });
  });

  it("finishes what a build that was killed had begun to move", async () => {
    const { folder, build } = workshop(good);
    await build();
    const site = join(folder, "_site");
    const before = snapshot(site);
    // Such a kill leaves some files in place, some not yet, and the write-ahead log of all moves.
    mkdirSync(`${site}.ban-tin-new/chu-de`, { recursive: true });
    renameSync(join(site, "index.html"), `${site}.ban-tin-new/index.html`);
    renameSync(join(site, "chu-de/index.html"), `${site}.ban-tin-new/chu-de/index.html`);
    writeFiles(site, { "cu/index.html": "old" });
    writeFileSync(
      `${site}.ban-tin-moves`,
      JSON.stringify({
        moved: ["404.html", "index.html", "chu-de/index.html"],
        removed: ["cu/index.html"],
      }),
    );
    // The moves are finished even when nothing new can be built.
    writeFiles(join(folder, "content"), { "b.md": "no front matter" });
    expect((await build()).kind).toBe("faulty");
    expect(snapshot(site)).toEqual(before);
    rmSync(join(folder, "content/b.md"));
    expect((await build()).kind).not.toBe("faulty");
    expect(snapshot(site)).toEqual(before);
    expect(readdirSync(folder).toSorted()).toEqual([".cache", "_site", "content"]);
  });

  it("drops what a build that was killed had not begun to move", async () => {
    const { folder, build } = workshop(good);
    await build();
    const before = snapshot(join(folder, "_site"));
    writeFiles(folder, { "_site.ban-tin-new/index.html": "half" });
    expect((await build()).kind).not.toBe("faulty");
    expect(snapshot(join(folder, "_site"))).toEqual(before);
    expect(readdirSync(folder).toSorted()).toEqual([".cache", "_site", "content"]);
  });

  it("refuses an output folder that is not its own", async () => {
    const { folder, build, run } = workshop({ ...good, "2024/x.md": article() });
    mkdirSync(join(folder, "photos"));
    writeFileSync(join(folder, "photos/holiday.jpg"), "x");
    writeFileSync(join(folder, "file"), "x");
    mkdirSync(join(folder, "project/.git"), { recursive: true });
    for (const output of ["photos", "content"]) {
      const { status, stderr } = await run("build", "--output", join(folder, output));
      expect(status, output).toBe(2);
      expect(stderr).toContain("Không ghi vào");
    }
    const others = [".", "content/2024", "file", "project"].map((name) => join(folder, name));
    for (const output of [...others, "/", process.cwd()])
      await expect(build({ output }), output).rejects.toThrow(OutputRefused);
    expect(readdirSync(join(folder, "photos"))).toEqual(["holiday.jpg"]);
  });

  it("does not start while another build is writing, and is not held up by one that died", async () => {
    const { folder, run } = workshop(good);
    writeFileSync(join(folder, "_site.ban-tin-lock"), String(process.pid));
    const { status, stderr } = await run("build");
    expect(status).toBe(2);
    expect(stderr).toContain("Một lệnh build khác");
    writeFileSync(join(folder, "_site.ban-tin-lock"), "999999999");
    expect((await run("build")).status).toBe(0);
  });

  it("says nothing of how far it has come where there is no terminal", async () => {
    const { run } = workshop(good);
    expect((await run("build")).stderr).toBe("");
  });

  it("takes a day or a moment for --now, and nothing that has to be guessed", async () => {
    const { run } = workshop(good);
    for (const now of ["10:00", "2024", "2024-W05", "+012345-01-01", "1/3/2024", "2024-13-01"]) {
      expect((await run("build", "--now", now)).status, now).toBe(2);
    }
    expect((await run("build", "--now", "2024-06-30T08:00:00+07:00")).status).toBe(0);
  });
});

describe("check", () => {
  it("finds nothing wrong with a site that is in order, and writes nothing but its cache", async () => {
    const { folder, run } = workshop(good);
    expect(await run("check")).toMatchObject({
      status: 0,
      stdout: "Đã kiểm tra 2 bài: không có lỗi.\n",
    });
    expect(readdirSync(folder).toSorted()).toEqual([".cache", "content"]);
  });

  it("prints problems for people, in Vietnamese or in English", async () => {
    const { run } = workshop(bad);
    const vi = await run("check");
    expect(vi.status).toBe(1);
    expect(vi.stdout).toContain("content/c.md:6:1: lỗi: Không có khóa “tgas”. [unknown-key]");
    expect(vi.stdout).toContain("Đã kiểm tra 3 bài: 1 lỗi.");
    const en = await run("check", "--lang", "en");
    expect(en.stdout).toContain("content/c.md:6:1: error: There is no key “tgas”. [unknown-key]");
    expect(en.stdout).toContain("Checked 3 articles: 1 error.");
  });

  it("prints an array of problems for machines", async () => {
    const { folder, run } = workshop(bad);
    const { status, stdout } = await run("check", "--format", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        code: "unknown-key",
        path: `${folder}/content/c.md`,
        line: 6,
        column: 1,
        severity: "error",
        message: "Không có khóa “tgas”.",
        hint: "Có phải bạn muốn viết “tags”?",
      },
    ]);
    const clean = workshop(good);
    expect(JSON.parse((await clean.run("check", "--format", "json")).stdout)).toEqual([]);
  });

  it("prints annotations for GitHub, with line breaks and commas escaped", async () => {
    const { folder, run } = workshop({ ...bad, "d, e.md": article("draft: maybe") });
    const { status, stdout } = await run("check", "--format", "github");
    expect(status).toBe(1);
    expect(stdout.split("\n")).toEqual([
      `::error file=${folder}/content/c.md,line=6,col=1,title=unknown-key::Không có khóa “tgas”.%0ACó phải bạn muốn viết “tags”?`,
      `::error file=${folder}/content/d%2C e.md,line=6,col=8,title=bad-yes-or-no::“draft” chỉ nhận true (có) hoặc false (không), nhưng lại là “maybe”.%0AViết draft: true hoặc draft: false`,
      "",
    ]);
  });

  it("lets warnings pass", async () => {
    const { run } = workshop({ ...good, "c.md": article("documents: [{ number: 21-KL/TW }]") });
    const { status, stdout } = await run("check");
    expect(status).toBe(0);
    expect(stdout).toContain("Đã kiểm tra 3 bài: 0 lỗi, 1 cảnh báo.");
  });

  it("finds just the problems that a build finds", async () => {
    const { run } = workshop({
      ...bad,
      "d.md": article("", "![x](y.jpg) [z](/khong-co/) [t](w.md)"),
    });
    const built = (await run("build")).stderr
      .split("\n")
      .filter((line) => line.includes(": lỗi: "));
    const checked = (await run("check")).stdout
      .split("\n")
      .filter((line) => line.includes(": lỗi: "));
    expect(checked).toEqual(built);
    expect(checked.length).toBe(3);
  });
});

describe("wrong use", () => {
  it.each([
    ["an option that is not known", ["--contents", "x"], "--contents"],
    ["a word too many", ["content"], "content"],
    ["an option without its value", ["--content"], "--content"],
    ["no such folder", ["--content", "/nowhere/at/all"], "/nowhere/at/all"],
    ["a folder that is a file", ["--content", "package.json"], "package.json"],
    ["a time that is none", ["--now", "hôm nay"], "hôm nay"],
    ["a language that we do not speak", ["--lang", "fr"], "fr"],
    ["a format that is not known", ["--format", "xml"], "xml"],
    ["an empty name", ["--cache", ""], "--cache"],
  ])("%s ends with 2 and a sentence that names it", async (_name, args, named) => {
    const { folder, runOnly } = workshop(good);
    const { status, stderr } = await runOnly("check", ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(readdirSync(folder)).toEqual(["content"]);
  });

  it.each(["build", "check", "start"])("%s --help explains itself", async (command) => {
    const { runOnly } = workshop(good);
    const { status, stdout } = await runOnly(command, "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("--content");
  });
});

it("npx eleventy builds the same site as npm run build", async () => {
  const folder = folderOf({});
  const parts = ["layouts", "src", "node_modules", ".eleventy.ts", "package.json"];
  // Pictures need not be made anew: the build for the other tests has put them into the cache.
  mkdirSync(".cache", { recursive: true });
  for (const name of [...parts, ".cache"]) symlinkSync(resolve(name), join(folder, name));
  symlinkSync(resolve(exampleContent), join(folder, "content"));
  const options = { cwd: folder, env: { ...process.env, SOURCE_DATE_EPOCH: "1780000000" } };
  const eleventy = await runProgram(
    process.execPath,
    ["node_modules/@11ty/eleventy/cmd.cjs", "--config=.eleventy.ts"],
    options,
  );
  expect(eleventy.status, eleventy.stderr).toBe(0);
  const byEleventy = snapshot(join(folder, "_site"));
  const build = await run("build", [], options);
  expect(build.status, build.stderr).toBe(0);
  expect(snapshot(join(folder, "_site"))).toEqual(byEleventy);
  expect(byEleventy.size).toBeGreaterThan(40);
});

it("the preview builds, serves, shows a change, and survives an error", async () => {
  const { folder } = workshop(good);
  const content = join(folder, "content");
  const preview = await startPreview([
    ...["--content", content, "--cache", join(folder, "cache"), "--now", "2024-06-30"],
  ]);
  try {
    const page = async () => (await fetch(`${preview.origin}/2024/03/05/a/`)).text();
    await preview.says(/trang\./u);
    expect(await page()).toContain("Nội dung bài thử.");
    writeFiles(content, { "a.md": article("tgas: [Một]", "Đã sửa.") });
    await preview.says(/Trang vẫn hiện bản trước đó\./u);
    expect(await page()).toContain("Nội dung bài thử.");
    writeFiles(content, { "a.md": article("tags: [Một]", "Đã sửa.") });
    await preview.says(/trang\./u);
    await expect.poll(page).toContain("Đã sửa.");
  } finally {
    await preview.stop();
  }
});

/** Makes a folder with content, and returns the commands that run on it. */
function workshop(files: Files) {
  const folder = folderOf({});
  writeFiles(join(folder, "content"), files);
  const own = [
    ...["--content", join(folder, "content")],
    ...["--output", join(folder, "_site")],
    ...["--cache", join(folder, ".cache")],
  ];
  return {
    folder,
    /** Builds in this process, for tests that are not about the command line. */
    build: (more: Partial<BuildOptions> = {}) =>
      buildSite({
        content: join(folder, "content"),
        output: join(folder, "_site"),
        cache: join(folder, ".cache"),
        drafts: false,
        today: "2024-06-30" as Day,
        ...more,
      }),
    runOnly: (command: string, ...args: string[]) => run(command, args),
    runWith: (environment: Record<string, string>, command: string) =>
      run(command, own, { env: { ...process.env, ...environment } }),
    run: (command: string, ...args: string[]) => run(command, [...own, ...args]),
  };
}

/** Returns path and SHA-256 checksum of every file. */
function snapshot(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}
