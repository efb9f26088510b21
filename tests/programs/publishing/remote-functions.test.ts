import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  manifestFile,
  manifestOf,
  manifestText,
  sha256OfText,
} from "../../../scripts/publishing/manifest.ts";
import { checkedPaths, functions } from "../../../scripts/publishing/remote-target.ts";
import { lockFile } from "../../../scripts/publishing/target.ts";
import { folderOf } from "../../content.ts";

/** What another machine is told to do, in a shell of this one, where its programs may fail. */

/** Ends a program as the system does when memory runs out. */
const dies = "kill -9 $(exec sh -c 'echo $PPID')";
const gone = "999999999";

describe("check", () => {
  const files = { "a.html": "a", "b/c.html": "c", "d e.css": "d" };
  const differences = (change: (folder: string) => void, more = "") => {
    const folder = folderOf(files);
    const text = manifestText(manifestOf(folder));
    writeFileSync(join(folder, manifestFile), text);
    change(folder);
    const command = `${functions}\n${more}\ncheck . ${sha256OfText(text)}`;
    const { status, stdout } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
    // A target takes a status for a failure of its own.
    return status === 0 ? checkedPaths(stdout) : [`status ${status}`];
  };

  it.each<[string, (folder: string) => void, string[]]>([
    ["nothing", () => {}, []],
    ["a changed file", (folder) => writeFileSync(join(folder, "d e.css"), "x"), ["d e.css"]],
    ["a file that is gone", (folder) => rmSync(join(folder, "b/c.html")), ["b/c.html"]],
    ["a file too many", (folder) => writeFileSync(join(folder, "f"), ""), ["f"]],
    ["a link too many", (folder) => symlinkSync("a.html", join(folder, "f")), ["f"]],
    [
      "a link in place of a file",
      (folder) => {
        rmSync(join(folder, "a.html"));
        writeFileSync(join(folder, "x"), "a");
        symlinkSync("x", join(folder, "a.html"));
      },
      ["a.html", "x"],
    ],
    ["another manifest", (folder) => writeFileSync(join(folder, manifestFile), ""), [manifestFile]],
  ])("names %s", (_, change, wanted) => {
    expect(differences(change)).toEqual(wanted);
  });

  it.each([
    ["sha256sum -c", `sums() { if [ "$1" = -c ]; then ${dies}; else sha256sum "$@"; fi; }`],
    ["sort", `sort() { ${dies}; }`],
    ["uniq", `uniq() { ${dies}; }`],
    ["cut", `cut() { if [ "$1" = -c-64 ]; then command cut "$@"; else ${dies}; fi; }`],
    ["sed", `sed() { ${dies}; }`],
  ])("does not pass when %s dies", (_, more) => {
    expect(differences(() => {}, more)).not.toEqual([]);
  });
});

describe("begin", () => {
  /** Takes the lock of a folder, and returns the status and what then was in the file. */
  const begin = (folder: string, more = "") => {
    const command = `${functions}\nrsync() { :; }\n${more}\nbegin "$PWD"; s=$?; echo $s; cat ${lockFile}`;
    const { stdout } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
    const [status, holder] = stdout.split("\n");
    return { status: Number(status), holder };
  };
  const held = (holder: string) => folderOf({ [lockFile]: holder });

  it.each([
    ["a process that runs holds it", String(process.pid), "", 23],
    ["the one that held it is gone", gone, "", 0],
    ["flock has it", gone, "flock() { return 1; }", 23],
    ["flock cannot do it here", gone, "flock() { return 71; }", 0],
    [
      "flock cannot do it here, and the file is held",
      String(process.pid),
      "flock() { return 71; }",
      23,
    ],
  ])("when %s", (_, holder, more, status) => {
    const folder = held(holder);
    expect(begin(folder, more).status).toBe(status);
    expect(existsSync(join(folder, lockFile))).toBe(status === 23);
  });

  it("takes a lock that an earlier shell with the same number has left", () => {
    const folder = folderOf({});
    expect(begin(folder, `printf %s $$ >${lockFile}`).status).toBe(0);
  });

  it("gives a fresh lock back that it has moved away in place of a stale one", () => {
    const folder = held(gone);
    // Between the look and the move, another process takes the stale lock.
    const quick = `mv() { printf %s ${process.pid} >${lockFile}; command mv "$@"; }`;
    expect(begin(folder, quick)).toEqual({ status: 23, holder: String(process.pid) });
    expect(readFileSync(join(folder, lockFile), "utf8")).toBe(String(process.pid));
  });

  it("leaves nothing else behind", () => {
    const folder = held(String(process.pid));
    mkdirSync(join(folder, "releases"));
    begin(folder);
    expect(manifestOf(folder).size).toBe(1);
  });
});
