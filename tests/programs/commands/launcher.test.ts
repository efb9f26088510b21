import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { expect, it } from "vitest";

/** The launcher, which npm calls and which is the same from any folder. */

const launch = (args: readonly string[], nodeOptions: readonly string[] = []) => {
  const all = [...nodeOptions, resolve("scripts/ban-tin.js"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    encoding: "utf8",
    cwd: tmpdir(),
  });
  return { status, stdout, stderr };
};

it.each([[[]], [["--help"]], [["-h", "--lang", "vi"]]])("%j lists the commands", (args) => {
  const { status, stdout } = launch(args);
  expect([status, stdout]).toEqual([0, expect.stringContaining("\n  build    Dựng trang tin")]);
});

it("lists the commands in English too", () => {
  expect(launch(["--help", "--lang", "en"]).stdout).toContain("\n  build    Builds the site");
});

it("hands the options to the command", () => {
  expect(launch(["check", "--help"]).stdout).toMatch(/^Kiểm tra nội dung/u);
  expect(launch(["check", "--contents", "x"])).toEqual({
    status: 2,
    stdout: "",
    stderr: "Không hiểu tùy chọn: --contents. Có phải --content?\nXem các tùy chọn bằng --help.\n",
  });
});

it.each([
  ["biuld", "Không có lệnh “biuld”. Có phải build?\nXem các lệnh bằng --help.\n"],
  ["--drafts", "Không có lệnh “--drafts”.\nXem các lệnh bằng --help.\n"],
  ["../scripts/schema", "Không có lệnh “../scripts/schema”.\nXem các lệnh bằng --help.\n"],
])("says that there is no command %s", (word, stderr) => {
  expect(launch([word])).toEqual({ status: 2, stdout: "", stderr });
});

it("says in a sentence what a Node that runs no TypeScript lacks", () => {
  const { status, stdout, stderr } = launch(["check"], ["--no-experimental-strip-types"]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^Bản tin cần Node 24 .* npm run check;.*\nBản tin needs Node 24 .*\n$/u);
});
