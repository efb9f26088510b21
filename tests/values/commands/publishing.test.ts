import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDestination } from "../../../scripts/cli/destination.ts";
import { WrongUse } from "../../../scripts/cli/option.ts";
import { comparedText } from "../../../scripts/publishing/comparison.ts";
import {
  changesBetween,
  differencesIn,
  inOrder,
  manifestFile,
  manifestOf,
  manifestText,
  readManifest,
} from "../../../scripts/publishing/manifest.ts";
import { otherProgramText } from "../../../scripts/publishing/other-program.ts";
import {
  goesBackwards,
  isReleaseId,
  type ProgramFacts,
  type ReleaseFacts,
  readRelease,
  releaseId,
  releaseText,
} from "../../../scripts/publishing/release.ts";
import { quoted, sshCommand } from "../../../scripts/publishing/remote-shell.ts";
import { causeTexts, sampleOf, servedAddress } from "../../../scripts/publishing/served.ts";
import type { Day } from "../../../src/day.ts";
import { articleUrl, isArticleUrl, outputPath, urlOfOutput } from "../../../src/urls.ts";
import { folderOf } from "../../content.ts";

/** The parts of publishing that need neither a target nor a server. */

describe("--to", () => {
  const remote = (login: string, folder: string, rsyncLogin = login) => ({
    kind: "remote",
    login,
    rsyncLogin,
    folder,
  });
  const local = (folder: string) => ({ kind: "local", folder });

  it.each([
    ["/var/www/ban-tin", local("/var/www/ban-tin")],
    ["trang tin", local("trang tin")],
    ["./a:b", local("./a:b")],
    ["~/www", local(`${homedir()}/www`)],
    ["~", local(homedir())],
    ["./~", local("./~")],
    ["/a/b:c", local("/a/b:c")],
    ["C:\\inetpub\\ban-tin", local("C:\\inetpub\\ban-tin")],
    ["may-chu:/var/www", remote("may-chu", "/var/www")],
    ["ban-tin@may.example:trang/đích", remote("ban-tin@may.example", "trang/đích")],
    ["may:~/trang", remote("may", "trang")],
    ["a@[::1]:/x", remote("a@::1", "/x", "a@[::1]")],
    ["[fe80::1%eth0]:/x", remote("fe80::1%eth0", "/x", "[fe80::1%eth0]")],
    ["may:/a b/'c' $HOME", remote("may", "/a b/'c' $HOME")],
  ])("%s", (written, wanted) => {
    expect(readDestination(written, "to")).toEqual({ written, ...wanted });
  });

  it.each([
    ["", "cần tên một thư mục"],
    ["-oProxyCommand=x:/y", "không hợp lệ"],
    ["a@-host:/y", "không hợp lệ"],
    ["may chu:/y", "không hợp lệ"],
    ["may:", "sau dấu hai chấm"],
    ["may:~", "sau dấu hai chấm"],
    ["may:~root/x", "sau dấu hai chấm"],
    ["may:/x\ny", "ký tự điều khiển"],
    ["SSH://a@[::1]:22/x", "ví dụ a@[::1]:/x;"],
    ["ssh://a@may/x y", "ví dụ a@may:/x y;"],
    ["ssh://a@may:2222/x", "ví dụ a@may:/x;"],
    ["rsync://may/x", "ví dụ may:/x;"],
    ["sftp://may", "ví dụ may:/var/www/ban-tin;"],
    ["may::trang/x", "ví dụ may:/var/www/ban-tin;"],
    ["~root/x", "ghi đủ đường dẫn"],
    ...(process.platform === "win32" ? [] : [["\\\\may\\x", "ghi đủ đường dẫn"]]),
    ["a@may::trang", "ví dụ a@may:/var/www/ban-tin;"],
  ])("%j is refused", (written, says) => {
    expect(() => readDestination(written, "to")).toThrow(WrongUse);
    expect(() => readDestination(written, "to")).toThrow(says);
  });
});

describe("the command of ssh", () => {
  const alive = ["-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"];
  it.each([
    [undefined, ["ssh"]],
    ["ssh -F '/a b/c' -i \"d e\"", ["ssh", "-F", "/a b/c", "-i", "d e"]],
  ])("%s", (RSYNC_RSH, words) => {
    expect(sshCommand({ RSYNC_RSH })).toEqual([...words, ...alive]);
  });

  it("gets every text as one word", () => {
    expect(quoted("a'b $(c) `d` \\")).toBe("'a'\\''b $(c) `d` \\'");
  });
});

describe("a manifest", () => {
  const sum = fc.stringMatching(/^[0-9a-f]{64}$/u);
  const path = fc
    .stringMatching(/^[a-zđ0-9][\w ./-]{0,20}$/u)
    .filter((one) => !/[./]$|\/\.|\.\.|\/\//u.test(one));

  it("is read as it was written, in order of bytes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, sum), { minLength: 1 }), (entries) => {
        const manifest = inOrder(new Map(entries));
        expect([...readManifest(manifestText(manifest))!]).toEqual([...manifest]);
      }),
    );
    expect([
      ...inOrder([
        ["ï", "1"],
        ["z", "2"],
        ["_", "3"],
      ]).keys(),
    ]).toEqual(["_", "z", "ï"]);
  });

  it.each([
    "",
    "x",
    `${"0".repeat(64)} a\n`,
    `${"0".repeat(64)}  ../a\n`,
    `${"0".repeat(64)}  /a\n`,
    `${"0".repeat(64)}  a`,
    `${"0".repeat(64)}  a\u001b[2J\n`,
    `${"0".repeat(64)}  a\u202e\n`,
  ])("%j is none", (text) => {
    expect(readManifest(text)).toBeUndefined();
  });

  it("names what was changed, what is gone and what does not belong", () => {
    const folder = folderOf({ "a.html": "a", "b/c.html": "c", "d.css": "d" });
    const text = manifestText(manifestOf(folder));
    expect(text).toContain(
      "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.html",
    );
    expect(differencesIn(folder, text)).toEqual([manifestFile]);
    writeFileSync(join(folder, manifestFile), text);
    expect(differencesIn(folder, text)).toEqual([]);
    writeFileSync(join(folder, "a.html"), "b");
    mkdirSync(join(folder, "e"));
    writeFileSync(join(folder, "e/f"), "");
    expect(differencesIn(folder, text)).toEqual(["a.html", "e/f"]);
    expect(
      changesBetween(
        new Map([
          ["a", "1"],
          ["b", "1"],
        ]),
        new Map([
          ["b", "2"],
          ["c", "1"],
        ]),
      ),
    ).toEqual(["a", "b", "c"]);
  });
});

describe("a release", () => {
  const noon = Date.UTC(2024, 0, 31, 5);
  it.each([
    [undefined, "1a2b3c4d5e6f", "20240131-120000-1a2b3c4d"],
    [undefined, undefined, "20240131-120000"],
    // The clock of the machine that published last may be fast.
    ["20240131-120000-ffffffff", "1a2b3c4d5e6f", "20240131-120001-1a2b3c4d"],
    ["20241231-235959", "1a2b3c4d5e6f", "20250101-000000-1a2b3c4d"],
    ["20231231-235959", "1a2b3c4d5e6f", "20240131-120000-1a2b3c4d"],
  ])("after %s of commit %s is called %s", (live, commit, id) => {
    expect(releaseId(noon, commit, live)).toBe(id);
    expect(isReleaseId(id)).toBe(true);
  });

  it.each(["20240131-999999", "20241331-000000", "20240131-120000-x", "x"])(
    "is not called %s",
    (name) => {
      expect(isReleaseId(name)).toBe(false);
    },
  );

  const facts = (commit?: string, hour = 0, today = "2024-01-31"): ReleaseFacts => ({
    format: 1,
    program: { name: "ban-tin", version: "0.1.0", code: "x", node: "v24" },
    ...(commit && {
      content: {
        commit: commit.repeat(40),
        committed: new Date(noon + hour * 3_600_000).toISOString(),
        changed: false,
      },
    }),
    today: today as Day,
    files: 1,
  });

  it("says of itself what can be read again", () => {
    expect(readRelease(releaseText(facts("a")))).toEqual(facts("a"));
    expect(readRelease(releaseText(facts()))).toEqual(facts());
    for (const text of [undefined, "", "{}", "[]", '{"format":2}'])
      expect(readRelease(text)).toBeUndefined();
  });

  it.each([
    ["commit", "a; rm -rf ~"],
    ["commit", "\u001b[2J"],
    ["version", "0.1.0\n$ sudo x"],
    ["node", "v24 `x`"],
    ["name", ""],
  ])("is not believed by verify when its %s is %j", (key, value) => {
    const { program, ...others } = facts("a");
    const forged = JSON.stringify({ ...others, program: { ...program, [key]: value } });
    expect(readRelease(forged)).toBeUndefined();
  });

  /** The history: a ← b ← c, and a ← e on another branch; d is unknown. */
  const isAncestor = async (one: string, other: string) => {
    const before = { a: "", b: "a", c: "ab", e: "a" } as Readonly<Record<string, string>>;
    const [first, second] = [one[0]!, other[0]!];
    return first in before ? before[second]?.includes(first) : undefined;
  };
  it.each([
    ["the same again", facts("b"), facts("b"), undefined],
    ["a descendant", facts("c"), facts("b"), undefined],
    ["a descendant whose clock was slow", facts("c", 1), facts("b", 2), undefined],
    ["an ancestor", facts("a"), facts("b"), "older"],
    ["an ancestor whose clock was fast", facts("a", 2), facts("b", 1), "older"],
    ["an unknown commit that is later", facts("d", 2), facts("b", 1), undefined],
    ["an unknown commit that is earlier", facts("d", 1), facts("b", 2), "older"],
    ["another branch that is later", facts("e", 2), facts("b", 1), "diverged"],
    ["another branch that is earlier", facts("e", 1), facts("c", 2), "diverged"],
    ["an earlier day", facts("b", 0, "2024-01-30"), facts("b"), "older"],
    ["a later day", facts("b", 0, "2024-02-01"), facts("b"), undefined],
    ["a descendant of an earlier day", facts("c", 0, "2024-01-30"), facts("b"), "older"],
    ["content that is in no repository", facts(), facts("b"), undefined],
  ])("goes backwards or not: %s", async (_, next, live, wanted) => {
    expect(await goesBackwards(next, live, isAncestor)).toBe(wanted);
  });
});

describe("verify", () => {
  const program = (version: string, commit?: string): ProgramFacts => ({
    ...{ name: "ban-tin", code: "x", node: "v24" },
    ...{ version, commit },
  });
  const commit = "c".repeat(40);
  it.each<[string, ProgramFacts, ProgramFacts, boolean, string, string]>([
    ["another version", program("2", commit), program("1"), true, `checkout ${commit}`, "do chính"],
    ["an unknown commit", program("2", commit), program("1"), false, "do chính trang khai", "sửa"],
    ["no commit", program("2"), program("1"), false, "lấy đúng phiên bản", "do chính trang khai"],
    ["changed code", program("1", commit), program("1", commit), true, "chưa commit", "checkout"],
  ])("says that a site is of another program: %s", (_, theirs, ours, isKnown, says, not) => {
    const text = otherProgramText(theirs, ours, isKnown);
    expect(text).toContain(says);
    expect(text).not.toContain(not);
  });

  it("names the cause when a host alters what it serves", () => {
    const differences = [{ address: "https://a.example/", why: "nội dung khác" }];
    const text = comparedText({ kind: "different", differences }, "x", { kind: "only" });
    expect(text).toContain("CDN tự sửa trang");
    const missing = [{ address: "https://a.example/", why: "máy chủ trả lời 404" }];
    expect(causeTexts(missing)).toEqual([]);
  });
});

describe("what readers get", () => {
  it.each([
    ["https://a.example", "index.html", "https://a.example/"],
    ["https://a.example/tin/", "2024/index.html", "https://a.example/tin/2024/"],
    ["https://a.example/tin", "404.html", "https://a.example/tin/404.html"],
    ["https://a.example", "the/đ a.jpg", "https://a.example/the/%C4%91%20a.jpg"],
    ["https://a.example", "myindex.html", "https://a.example/myindex.html"],
  ])("%s %s", (origin, path, address) => {
    expect(servedAddress(origin, path)).toBe(address);
  });

  it("is at the address of its page, for every file of an output", () => {
    for (const url of ["/", "/2022/", "/404.html", "/anh/ab/1.avif"])
      expect(urlOfOutput(outputPath(url))).toBe(url);
    expect(isArticleUrl(articleUrl("2024-03-05" as Day, "a"))).toBe(true);
    expect(isArticleUrl("/2024/03/05/")).toBe(false);
  });

  it("is sampled by what matters, and never by what hosts keep to themselves", () => {
    const paths = [
      ...["_headers", ".htaccess", "index.html", "giao-dien/a.css", "robots.txt"],
      ...Array.from(
        { length: 100 },
        (_, at) => `2024/01/${String(10 + (at % 20))}/bai-${at}/index.html`,
      ),
    ];
    const before = inOrder(
      paths.filter((path) => path !== "robots.txt").map((path) => [path, "1"]),
    );
    const sample = sampleOf(inOrder(paths.map((path) => [path, "1"])), before, 7, 20);
    expect(new Set(sample).size).toBe(20);
    expect(sample).toEqual(
      expect.arrayContaining([
        "index.html",
        manifestFile,
        "giao-dien/a.css",
        "robots.txt",
        "2024/01/29/bai-99/index.html",
      ]),
    );
    expect(sample).not.toContain("_headers");
    expect(sample).not.toContain(".htaccess");
  });
});
