import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { article, base, temporaryFolder, writeFiles } from "../../content.ts";
import { freePort } from "../../running.ts";

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
  expect([status, stdout]).toEqual([0, expect.stringMatching(/\n {2}build +Dựng trang tin/u)]);
});

it("lists the commands in English too", () => {
  expect(launch(["--help", "--lang", "en"]).stdout).toMatch(/\n {2}build +Builds the site/u);
});

it("says its version", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(launch(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

it("hands the options to the command", () => {
  expect(launch(["check", "--help"]).stdout).toMatch(/^Kiểm tra nội dung/u);
  expect(launch(["check", "--contents", "x"])).toEqual({
    status: 2,
    stdout: "",
    stderr: "Không hiểu tùy chọn: --contents. Có phải --content?\nXem các tùy chọn bằng --help.\n",
  });
});

it("ends after help and wrong use of the preview, and waits for no file", () => {
  expect(launch(["start", "--help"])).toMatchObject({ status: 0, stderr: "" });
  const wrong = launch(["start", "--prot", "8080"]);
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining("Có phải --port?")]);
});

it("ends the preview when it is ended itself", async () => {
  const folder = temporaryFolder();
  writeFiles(join(folder, "content"), { ...base, "a.md": article() });
  const options = ["--content", join(folder, "content"), "--cache", join(folder, "cache")];
  const port = String(await freePort());
  const args = [resolve("scripts/ban-tin.js"), "start", ...options, "--port", port];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await expect.poll(() => printed).toMatch(/Xem thử tại http/u);
  child.kill("SIGTERM");
  // The preview has the same pipe, which closes only when it has ended too.
  await once(child, "close");
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
