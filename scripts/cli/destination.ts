import { homedir } from "node:os";
import { WrongUse } from "./option.ts";

/** Where a site is published to. */
export type Destination = {
  /** As it was written, for messages. */
  readonly written: string;
} & (
  | { readonly kind: "local"; readonly folder: string }
  | {
      readonly kind: "remote";
      /** As ssh takes it: `user@host`, an IPv6 address without brackets. */
      readonly login: string;
      /** As rsync takes it before its colon: an IPv6 address in brackets. */
      readonly rsyncLogin: string;
      /** On that machine; a relative one begins at the home of that user. */
      readonly folder: string;
    }
);

/**
 * Reads `DIR` or `[user@]host:DIR`, as scp and rsync do: a slash before the first colon makes it a
 * folder. Throws `WrongUse`.
 */
export function readDestination(written: string, name: string): Destination {
  if (written === "") throw new WrongUse(`--${name} cần tên một thư mục.`);
  if (/\p{Cc}/u.test(written))
    throw new WrongUse(`--${name} có ký tự điều khiển; xin gõ lại “${visible(written)}”.`);
  expectNoAddress(written, name);
  const found = isDrive(written)
    ? undefined
    : /^(?<user>[^@/:]+@)?(?<host>\[[\p{ASCII_Hex_Digit}:.%\w]+\]|[^@/:[\]]+):(?<folder>.*)$/u.exec(
        written,
      )?.groups;
  if (found === undefined) return { kind: "local", written, folder: localFolder(written, name) };
  const { user = "", host = "", folder: typed = "" } = found;
  const login = `${user}${host.replace(/^\[|\]$/gu, "")}`;
  // ssh would take it for an option, which may name a program to run.
  if (login.startsWith("-") || host.startsWith("-") || /\s/u.test(login))
    throw new WrongUse(`--${name} có tên máy chủ không hợp lệ: “${login}”.`);
  // A session of ssh begins in the home folder.
  const folder = typed.replace(/^~\/+(?=.)/u, "");
  if (folder === "" || folder.startsWith("~"))
    throw new WrongUse(
      `--${name} cần một thư mục sau dấu hai chấm, ví dụ ${login}:/var/www/ban-tin; không nhận “${written}”.`,
    );
  return { kind: "remote", written, login, rsyncLogin: `${user}${host}`, folder };
}

/**
 * Returns a folder of this machine. A shell leaves `--to=~/www` as it is; taken word for word it
 * would make a folder named `~`.
 */
function localFolder(written: string, name: string): string {
  const isShare = written.startsWith("\\\\") && process.platform !== "win32";
  if (isShare || /^~[^/\\]/u.test(written))
    throw new WrongUse(
      `--${name} không nhận “${written}”; xin ghi đủ đường dẫn, ví dụ /var/www/ban-tin.`,
    );
  return written.replace(/^~(?=$|[/\\])/u, () => homedir());
}

/**
 * Throws `WrongUse` for an address of another kind, in which `ssh` would be taken for a host, and
 * for a module of an rsync server, which ssh does not reach.
 */
function expectNoAddress(written: string, name: string): void {
  const { login, folder } =
    /^(?:ssh|sftp|scp|rsync|ftps?|https?):\/\/(?<login>(?:[^@/]*@)?(?:\[[^\]/]*\]|[^:/]*))(?::\d*)?(?<folder>\/.*)?$/iu.exec(
      written,
    )?.groups ??
    /^(?<login>[^/:[\]]+)::/u.exec(written)?.groups ??
    {};
  if (login === undefined) return;
  throw new WrongUse(
    `--${name} cần dạng người_dùng@máy:thư_mục, ví dụ ${login}:${folder ?? "/var/www/ban-tin"}; không nhận “${written}”.`,
  );
}

/** Returns true for a folder on a drive of Windows; elsewhere `C:/` could be a host named C. */
function isDrive(written: string): boolean {
  return (
    /^[A-Za-z]:\\/u.test(written) || (process.platform === "win32" && /^[A-Za-z]:/u.test(written))
  );
}

function visible(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "�");
}
