import { describe, expect, it } from "vitest";
import { failureOf } from "../../../scripts/editor/sending-words.ts";
import { failureWords } from "../../../scripts/sending/failure-words.ts";
import {
  type FailureCode,
  failureIn,
  GitFailed,
  gitFailed,
  withoutPassword,
} from "../../../scripts/sending/git-failure.ts";

/** What git, ssh and the hosts print, as they print it. */
const rows: readonly (readonly [FailureCode, printed: string])[] = [
  ["no-repository", "fatal: not a git repository (or any of the parent directories): .git"],
  ["no-repository", "fatal: this operation must be run in a work tree"],
  ["not-owner", "fatal: detected dubious ownership in repository at '/bai'"],
  ["empty-server", "fatal: couldn't find remote ref refs/heads/main"],
  [
    "locked",
    "fatal: Unable to create '/bai/.git/index.lock': File exists.\n\nAnother git process seems to be running in this repository",
  ],
  [
    "locked",
    "error: cannot lock ref 'refs/remotes/origin/main': Unable to create '/bai': File exists.",
  ],
  ["disk-full", "fatal: write error: No space left on device"],
  ["disk-full", "error: unable to write file: Disk quota exceeded"],
  [
    "not-writable",
    "error: insufficient permission for adding an object to repository database .git/objects",
  ],
  ["not-writable", "fatal: Unable to create '/bai/.git/x.lock': Permission denied"],
  ["not-writable", "fatal: Unable to create '/bai/.git/x.lock': Read-only file system"],
  [
    "changed-meanwhile",
    "error: short read while indexing content/2024/a.jpg\nerror: unable to index file",
  ],
  ["changed-meanwhile", 'error: open("content/a.md"): No such file or directory'],
  ["name-missing", "*** Please tell me who you are.\nfatal: empty ident name (for <>) not allowed"],
  ["offline", "fatal: unable to access 'https://a.example/': Could not resolve host: a.example"],
  ["offline", "ssh: Could not resolve hostname a.example: Name or service not known"],
  ["offline", "ssh: Could not resolve hostname a.example: Temporary failure in name resolution"],
  ["offline", "ssh: Could not resolve hostname a: nodename nor servname provided, or not known"],
  ["offline", "ssh: connect to host 10.0.0.1 port 22: Network is unreachable"],
  [
    "unreachable",
    "fatal: unable to access 'http://127.0.0.1:1/': Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server",
  ],
  ["unreachable", "ssh: connect to host a.example port 22: Connection refused"],
  ["unreachable", "ssh: connect to host a.example port 22: No route to host"],
  ["timeout", "ssh: connect to host a.example port 22: Connection timed out"],
  [
    "timeout",
    "error: RPC failed; curl 28 Operation too slow. Less than 1 bytes/sec transferred the last 120 seconds",
  ],
  ["timeout", "fatal: unable to access 'https://a/': Failed to connect to a port 443: Timed out"],
  ["hung-up", "fatal: the remote end hung up unexpectedly"],
  [
    "hung-up",
    "error: RPC failed; curl 52 Empty reply from server\nsend-pack: unexpected disconnect while reading sideband packet",
  ],
  [
    "hung-up",
    "error: RPC failed; curl 56 Recv failure: Connection reset by peer\nfatal: early EOF",
  ],
  [
    "certificate",
    "fatal: unable to access 'https://a/': SSL certificate problem: certificate has expired",
  ],
  ["certificate", "server certificate verification failed. CAfile: none CRLfile: none"],
  [
    "not-signed-in",
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
  ],
  [
    "not-signed-in",
    "remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://gitlab.com/a/b.git/'",
  ],
  [
    "not-signed-in",
    "remote: Invalid username or password.\nfatal: Authentication failed for 'https://a/'",
  ],
  ["not-signed-in", "fatal: unable to access 'https://a/': The requested URL returned error: 401"],
  [
    "not-allowed",
    "remote: Permission to a/b.git denied to cay-but.\nfatal: unable to access 'https://github.com/a/b.git/': The requested URL returned error: 403",
  ],
  ["not-allowed", "ERROR: Permission to a/b.git denied to cay-but."],
  [
    "not-found",
    "remote: Repository not found.\nfatal: repository 'https://github.com/a/b.git/' not found",
  ],
  [
    "not-found",
    "fatal: '/srv/khong-co.git' does not appear to be a git repository\nfatal: Could not read from remote repository.",
  ],
  [
    "not-found",
    "remote: The project you were looking for could not be found or you don't have permission to view it.",
  ],
  [
    "moved",
    "remote: This repository moved. Please use the new location:\nremote:   https://github.com/a/c.git\nfatal: x",
  ],
  ["moved", "fatal: unable to access 'https://a/': The requested URL returned error: 301"],
  [
    "ssh-key",
    "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.",
  ],
  ["ssh-key", "git@a: Permission denied (publickey,password,keyboard-interactive)."],
  [
    "host-key",
    "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.",
  ],
  ["host-key", "Host key verification failed.\nfatal: Could not read from remote repository."],
  ["too-large", "error: RPC failed; HTTP 413 curl 22 The requested URL returned error: 413"],
  ["too-large", "remote: fatal: pack exceeds maximum allowed size (100.00 MiB)"],
  [
    "behind",
    "!\tabc:refs/heads/bai/x\t[rejected] (stale info)\nerror: failed to push some refs to 'x'",
  ],
  ["behind", "! [rejected] main -> main (fetch first)"],
  ["behind", "! [rejected] main -> main (non-fast-forward)"],
  [
    "behind",
    "remote: error: cannot lock ref 'refs/heads/bai/x': reference already exists\n!\tx\t[remote rejected] (failed to update ref)",
  ],
  ["behind", "remote: error: cannot lock ref 'refs/heads/main': is at 0a1b but expected 2c3d"],
  ["rejected", "! [remote rejected] main -> main (pre-receive hook declined)"],
  ["rejected", "remote: error: GH006: Protected branch update failed for refs/heads/main."],
  [
    "rejected",
    "remote: GitLab: You are not allowed to push code to protected branches on this project.",
  ],
  ["rejected", "! [remote rejected] main -> main (deny updating a hidden ref)"],
  ["shallow", "! [remote] x (shallow update not allowed)"],
  [
    "damaged",
    "error: object file .git/objects/00/1 is empty\nfatal: loose object 001 (stored in x) is corrupt",
  ],
  ["damaged", "fatal: index file corrupt"],
  ["server-fault", "fatal: unable to access 'https://a/': The requested URL returned error: 502"],
  ["server-fault", "error: remote unpack failed: index-pack abnormal exit"],
  ["unknown", "fatal: một điều chưa ai thấy"],
];

describe("why git failed", () => {
  it.each(rows)("%s: %s", (code, printed) => {
    expect(failureIn(printed)).toBe(code);
  });
});

const codes = [...new Set(rows.map(([code]) => code))];
it.each(codes)("has words for a writer: %s", (code) => {
  const { what, todo } = failureWords(new GitFailed(code), "git.thu.example");
  for (const text of [what, todo]) {
    expect(text).toMatch(/^\p{Lu}.*\.$/u);
    expect(text).not.toMatch(/\{|\b(?:commit|push|branch|merge|fetch)\b(?! )/u);
  }
});

it("shows what the server itself said, without a password", () => {
  const stderr = Buffer.from(
    "remote: error: GH006: Protected branch update failed.\nremote: \nremote: See https://a:mat@git.example/x\n! [remote rejected] main -> main (protected branch hook declined)\n",
  );
  const failure = gitFailed(Object.assign(new Error("git"), { code: 1, stderr }));
  expect(failure.code).toBe("rejected");
  expect(failureWords(failure).what).toBe(
    "Máy chủ của cơ quan không nhận bài gửi. Máy chủ báo: “error: GH006: Protected branch update failed. See https://git.example/x protected branch hook declined”",
  );
});

it.each([
  ["https://a:b@git.example/x", "https://git.example/x"],
  ["https://ghp_123@github.com/x và ssh://git@h/y", "https://github.com/x và ssh://h/y"],
  ["git@github.com:a/b", "git@github.com:a/b"],
  ["https://git.example/@a/b", "https://git.example/@a/b"],
])("%s → %s", (text, expected) => {
  expect(withoutPassword(text)).toBe(expected);
});

it.each([
  ["ENOENT", "no-git"],
  ["ENOSPC", "disk-full"],
  ["EROFS", "not-writable"],
])("knows the fault %s of the machine", (code, expected) => {
  expect(gitFailed(Object.assign(new Error("spawn"), { code })).code).toBe(expected);
});

it("tells a stop by the writer from one by the clock", () => {
  const stopped = (name: string) =>
    Object.assign(new Error("x", { cause: Object.assign(new Error(""), { name }) }), {
      name: "AbortError",
    });
  expect(gitFailed(stopped("AbortError")).code).toBe("stopped");
  expect(gitFailed(stopped("TimeoutError")).code).toBe("timeout");
});

it("asks nobody to sign in where that is not possible", () => {
  const gone = new GitFailed("not-found");
  expect(failureOf(gone, "https://git.thu.example/a/b.git").asks).toBe("sign-in");
  for (const address of ["/mnt/chung/trang-tin.git", "git@git.thu.example:a/b.git", ""]) {
    const { asks, todo } = failureOf(gone, address);
    expect(asks).toBeUndefined();
    expect(todo).not.toContain("đăng nhập");
  }
});
