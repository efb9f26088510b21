import type { GitError } from "../../src/cache/git.ts";

/*
 * Why git could not do something with the office's server. Git says it in English sentences that
 * changed little in fifteen years; the table knows them.
 */

export type FailureCode =
  | "no-git"
  | "no-repository"
  | "not-owner"
  | "no-server"
  | "empty-server"
  | "detached"
  | "unfinished"
  | "other-hashes"
  | "unrelated"
  | "shallow"
  | "locked"
  | "damaged"
  | "disk-full"
  | "not-writable"
  | "changed-meanwhile"
  | "name-missing"
  | "offline"
  | "unreachable"
  | "timeout"
  | "hung-up"
  | "certificate"
  | "not-signed-in"
  | "not-allowed"
  | "not-found"
  | "moved"
  | "ssh-key"
  | "host-key"
  | "too-large"
  | "behind"
  | "edited-there"
  | "rejected"
  | "server-fault"
  | "stopped"
  | "unknown";

/** Git could not do what it should. `failureWords` says it to the writer. */
export class GitFailed extends Error {
  readonly code: FailureCode;
  /** What the server itself said, a line each; empty when it said nothing. */
  readonly said: readonly string[];

  constructor(code: FailureCode, said: readonly string[] = [], cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.said = said;
  }
}

/** What git prints → why it failed. The first row that matches holds. */
const rows: readonly (readonly [RegExp, FailureCode])[] = [
  [/no space left on device|disk quota exceeded|not enough space/iu, "disk-full"],
  [/dubious ownership|unsafe repository/iu, "not-owner"],
  [/must be run in a work tree|not a git repository/iu, "no-repository"],
  [
    /non-fast-forward|fetch first|stale info|\(needs force\)|failed to update ref|reference already exists|incorrect old value|is at [\da-f]+ but expected/iu,
    "behind",
  ],
  [/unable to create '[^']*\.lock': file exists|another git process seems/iu, "locked"],
  [/cannot lock ref|unable to lock|failed to lock/iu, "locked"],
  [
    /read-only file system|insufficient permission|unable to (?:write|create) .*permission/iu,
    "not-writable",
  ],
  [
    /unable to (?:create|write).*permission denied|could not open .*permission denied/iu,
    "not-writable",
  ],
  [
    /short read while indexing|file changed (?:while|before)|unable to (?:index|stat) file/iu,
    "changed-meanwhile",
  ],
  [/open\("[^"]*"\): (?:no such file|permission denied)/iu, "changed-meanwhile"],
  [
    /please tell me who you are|empty ident name|unable to auto-detect email|no (?:email|name) was given/iu,
    "name-missing",
  ],
  [/remote host identification has changed|host key verification failed/iu, "host-key"],
  [
    /permission denied \([^)]*(?:publickey|password|keyboard)|no such identity|load key/iu,
    "ssh-key",
  ],
  [
    /could not resolve (?:host|proxy)|name or service not known|temporary failure in name resolution|nodename nor servname|no address associated|network is unreachable|network is down/iu,
    "offline",
  ],
  [/timed out|timeout was reached|operation too slow|less than \d+ bytes\/sec/iu, "timeout"],
  [
    /connection refused|failed to connect|couldn't connect|no route to host|connection reset by peer.*connect/iu,
    "unreachable",
  ],
  [
    /ssl certificate|certificate (?:verify|has expired|verification)|self[- ]signed|ssl_error|unable to get local issuer|ssl: no alternative/iu,
    "certificate",
  ],
  [
    /returned error: 413|entity too large|pack exceeds maximum|larger than .*maximum|exceeds .* file size limit/iu,
    "too-large",
  ],
  [
    /pre-receive hook declined|update hook declined|hook declined|protected branch|\[remote rejected\]|gh\d{3}:|not allowed to (?:push|force push)/iu,
    "rejected",
  ],
  [
    /authentication failed|could not read (?:username|password)|terminal prompts disabled|returned error: 401|invalid (?:username|credentials)|http basic: access denied|logon failed/iu,
    "not-signed-in",
  ],
  [
    /returned error: 403|permission to .* denied|write access to repository not granted|denied to|access denied/iu,
    "not-allowed",
  ],
  [/couldn't find remote ref|remote branch .* not found/iu, "empty-server"],
  [
    /repository (?:has )?moved|returned error: 30[1278]|unable to update url base from redirection/iu,
    "moved",
  ],
  [
    /repository .*not found|repository not found|returned error: 404|does not appear to be a git repository|project you were looking for could not be found|does not exist/iu,
    "not-found",
  ],
  [
    /shallow update not allowed|shallow file has changed|attempt to fetch\/clone from a shallow/iu,
    "shallow",
  ],
  [
    /object file .* is empty|loose object .* corrupt|bad (?:object|tree|index)|index file (?:corrupt|smaller)|unable to read (?:tree|sha1)|fatal: missing (?:tree|blob)|invalid sha1 pointer/iu,
    "damaged",
  ],
  [
    /returned error: 5\d\d|internal server error|unpacker error|remote unpack failed/iu,
    "server-fault",
  ],
  [
    /hung up|early eof|unexpected disconnect|rpc failed|connection (?:was )?(?:reset|closed|aborted)|broken pipe|empty reply|sideband|could not read from remote repository|curl \d+/iu,
    "hung-up",
  ],
];

/** Returns why git failed, by what it printed. */
export function failureIn(printed: string): FailureCode {
  return rows.find(([pattern]) => pattern.test(printed))?.[1] ?? "unknown";
}

/** Turns what running git threw into a `GitFailed`. */
export function gitFailed(error: unknown): GitFailed {
  if (error instanceof GitFailed) return error;
  const { code, name, stdout, stderr } = error as GitError;
  if (name === "AbortError") {
    const isLate = ((error as Error).cause as Error | undefined)?.name === "TimeoutError";
    return new GitFailed(isLate ? "timeout" : "stopped", [], error);
  }
  if (code === "ENOENT") return new GitFailed("no-git", [], error);
  if (code === "ENOSPC" || code === "EDQUOT") return new GitFailed("disk-full", [], error);
  if (code === "EACCES" || code === "EROFS" || code === "EPERM")
    return new GitFailed("not-writable", [], error);
  const printed = `${stderr?.toString("utf8") ?? ""}\n${stdout?.toString("utf8") ?? ""}`;
  return new GitFailed(failureIn(printed), saidBy(printed), error);
}

/** Returns what the server said in what git printed, without addresses that hold a password. */
function saidBy(printed: string): string[] {
  const lines = printed.split(/[\r\n]+/u).flatMap((line) => {
    const [, said = ""] = /^remote:\s?(.*)$/u.exec(line) ?? [];
    return said.replaceAll(/\s+/gu, " ").trim() || [];
  });
  const reasons = [...printed.matchAll(/\[remote rejected\][^\n(]*\(([^\n]*)\)/gu)];
  return [...new Set([...lines, ...reasons.map(([, reason]) => reason!)])]
    .map(withoutPassword)
    .slice(0, 12);
}

/** Returns a text without the names and passwords that addresses in it may hold. */
export function withoutPassword(text: string): string {
  return text.replaceAll(/(?<scheme>[a-z][a-z\d+.-]*:\/\/)[^\s/@]*@/giu, "$<scheme>");
}
