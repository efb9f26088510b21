import { execFile } from "node:child_process";
import type { Destination } from "../cli/destination.ts";
import { Refused } from "../cli/refused.ts";
import { manifestFile, sha256OfText } from "./manifest.ts";
import { missingHere, openShell, quoted, type RemoteShell, sshCommand } from "./remote-shell.ts";
import {
  busyText,
  type LikeRelease,
  lockFile,
  nextLink,
  pathOf,
  type ReleaseFiles,
  releasesFolder,
  type Target,
  withoutLock,
} from "./target.ts";

type Remote = Extract<Destination, { kind: "remote" }>;

/**
 * Opens a folder of another machine, by ssh and rsync. Throws `Refused` when somebody else is
 * publishing to it, or when a program is missing at either end.
 */
export async function openRemoteTarget(destination: Remote): Promise<Target> {
  const shell = openShell(destination.login);
  try {
    const { status, complaints } = await shell.run(
      `${functions}\nbegin ${folderWord(destination)}`,
    );
    if (status !== 0) throw new Refused(beginFailure(status, destination, complaints()));
  } catch (error) {
    await shell.close();
    throw error;
  }
  return targetBehind(shell, destination);
}

function targetBehind(shell: RemoteShell, destination: Remote): Target {
  /** Runs a command that must succeed, and returns what it printed. */
  const run = async (command: string): Promise<string> => {
    const { status, stdout, complaints } = await shell.run(command);
    if (status !== 0) throw failure(destination, complaints());
    return stdout;
  };
  const send = (files: ReleaseFiles, into: string, like?: LikeRelease) =>
    sendFiles(destination, files, into, like);
  const link = async (id: string, name: string) => {
    await run(
      `rm -f ${nextLink} && ln -s ${quoted(pathOf(id))} ${nextLink} && replace ${nextLink} ${name}`,
    );
  };
  return {
    async list() {
      const printed = await run(
        `ls -1A; echo /; if [ -L current ]; then readlink current; fi; echo /; ls -1A ${releasesFolder} 2>/dev/null || :`,
      );
      const [names = "", link = "", releases = ""] = printed.split(/^\/$/mu);
      return {
        names: withoutLock(linesOf(names)),
        link: linesOf(link)[0],
        releases: linesOf(releases),
      };
    },
    async read(path) {
      const { status, stdout } = await shell.run(`cat ${quoted(`./${path}`)} 2>/dev/null`);
      return status === 0 ? stdout : undefined;
    },
    async upload(files, into, like) {
      await run(`mkdir -p ${releasesFolder}`);
      // Everything but what is new on the other side was linked there.
      return files.manifest.size + 1 - (await send(files, into, like));
    },
    async copyAnew(files, into) {
      await send(files, into);
    },
    async differences(folder, manifest) {
      const printed = await run(`check ${quoted(`./${folder}`)} ${sha256OfText(manifest)}`);
      return checkedPaths(printed);
    },
    rename: async (from, to) => {
      await run(`mv ${quoted(`./${from}`)} ${quoted(`./${to}`)}`);
    },
    pointTo: (id) => link(id, "current"),
    remember: (id) => link(id, "previous"),
    remove: async (paths) => {
      if (paths.length > 0)
        await run(`rm -rf ${paths.map((path) => quoted(`./${path}`)).join(" ")}`);
    },
    [Symbol.asyncDispose]: shell.close,
  };
}

/** No path in a release begins with a slash. */
const halfEnds = ["/sums", "/names"] as const;

/**
 * What the other side can do, in POSIX `sh`. The lock is the file that a program on that machine
 * takes too, by the same rules (src/output/lock.ts), and it is given back when the shell ends,
 * which it does when the connection does; `flock` keeps two from taking over what a killed one has
 * left. Its status is 1 when another holds the folder; any other failure, as on a file system that
 * cannot do it, leaves the matter to the file.
 *
 * A check prints what is not as the manifest says. Each half ends in a word that no path is,
 * because the status of a pipe is that of its last program, and one that dies prints nothing.
 */
export const functions = `
LC_ALL=C; export LC_ALL; unset CDPATH; umask 022
is_alive() { kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ] || ps -p "$1" >/dev/null 2>&1; }
has() { command -v "$1" >/dev/null 2>&1; }
sums() { if has sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
is_other() { [ -n "$1" ] && [ "$1" != $$ ] && is_alive "$1"; }
take() {
  ln $own ${lockFile} 2>/dev/null && return
  holder=$(cat ${lockFile} 2>/dev/null)
  if is_other "$holder"; then return 1; fi
  mv ${lockFile} $own-old 2>/dev/null
  taken=$(cat $own-old 2>/dev/null)
  if [ "$taken" != "$holder" ] && is_other "$taken"; then
    ln $own-old ${lockFile}
    return 1
  fi
  rm -f $own-old
  ln $own ${lockFile} 2>/dev/null
}
begin() {
  has rsync || return 21
  has sha256sum || has shasum || return 22
  mkdir -p "$1" && cd "$1" || return 20
  if has flock; then
    exec 9<.
    flock -n 9
    [ $? -ne 1 ] || return 23
  fi
  own=${lockFile}-$$
  printf %s $$ >$own || return 20
  take || { rm -f $own $own-old; return 23; }
  rm -f $own
  trap 'rm -f ${lockFile}' EXIT
  trap 'exit 1' HUP INT TERM PIPE
}
check() (
  cd "$1" || exit 1
  [ "$(sums <${manifestFile} | cut -c-64)" = "$2" ] || { echo ${manifestFile}; exit 0; }
  {
    cut -c67- ${manifestFile}
    sums -c ${manifestFile} 2>/dev/null | sed -n 's/: OK$//p'
    echo ${halfEnds[0]}
  } | sort | uniq -u
  {
    cut -c67- ${manifestFile}
    echo ${manifestFile}
    find . -type f | sed 's|^\\./||'
    find . ! -type d ! -type f
    echo ${halfEnds[1]}
  } | sort | uniq -u
)
replace() {
  mv -T -f "$1" "$2" 2>/dev/null || mv -h -f "$1" "$2" 2>/dev/null ||
    perl -e 'rename($ARGV[0], $ARGV[1]) or exit 1' "$1" "$2"
}
`.trim();

/** Returns the paths that a check has printed; the manifest too, if the check was cut off. */
export function checkedPaths(printed: string): string[] {
  const lines = linesOf(printed);
  const isWhole = halfEnds.every((end) => lines.includes(end));
  // What is neither file nor folder is printed with the folder that it was found in.
  const paths = lines
    .filter((line) => !line.startsWith("/"))
    .map((line) => line.replace(/^\.\//u, ""));
  return [...new Set([...paths, ...(isWhole ? [] : [manifestFile])])].sort();
}

/** Returns a folder as a word of the shell; one that begins with `-` would be an option. */
function folderWord({ folder }: Remote): string {
  return quoted(folder.startsWith("/") ? folder : `./${folder}`);
}

function beginFailure(status: number, { written, login }: Remote, complaints: string): string {
  switch (status) {
    case 21:
      return `Máy “${login}” chưa có rsync. Xin cài ở đó, ví dụ trên Debian hay Ubuntu: sudo apt-get install rsync`;
    case 22:
      return `Máy “${login}” chưa có sha256sum (gói coreutils) để kiểm tra bản vừa tải lên.`;
    case 23:
      return busyText(written);
    default:
      return `Không mở được thư mục “${written}”.\n${complaints}`.trim();
  }
}

/** Says that a command has failed. What readers get now, only the caller knows. */
function failure({ written, login }: Remote, complaints: string): Refused {
  if (/No space left|Disk quota exceeded/u.test(complaints))
    return new Refused(`Ổ đĩa của máy “${login}” đã đầy.`);
  return new Refused(`Không làm được ở “${written}”.\n${complaints}`.trim());
}

/**
 * Sends the files of a release, and returns how many had to be sent. Times are not sent: a fresh
 * checkout has new ones, and rsync links only what is the same in everything that it sends. So it
 * compares contents, which also keeps a damaged file from getting into the next release.
 */
function sendFiles(
  destination: Remote,
  { site, added }: ReleaseFiles,
  into: string,
  like: LikeRelease | undefined,
): Promise<number> {
  const args = [
    ...["--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--delete", "--stats"],
    // Against a file that `--link-dest` found, sending only what differs fails in rsync 3.2.7.
    ...["--whole-file", "--compress"],
    ...["--rsh", sshCommand().map(rshWord).join(" ")],
    // By itself an old rsync would hand the name of a folder to the shell there without quotes.
    ...["--rsync-path", `sh -c ${quoted('cd "$0" && exec rsync "$@"')} ${folderWord(destination)}`],
    ...(like === undefined ? [] : [`--link-dest=../${like.id}/`]),
    ...[`${site}/`, `${added}/`, `${destination.rsyncLogin}:${into}/`],
  ];
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: "C" };
    execFile("rsync", args, { env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error?.code === ("ENOENT" as unknown)) reject(missingHere("rsync"));
      else if (error) reject(failure(destination, stderr.trim()));
      else {
        const sent = /Number of regular files transferred: ([\d.,]+)/u.exec(stdout)?.[1] ?? "0";
        resolve(Number(sent.replaceAll(/[.,]/gu, "")));
      }
    });
  });
}

/** Quotes a word as rsync reads the command of `--rsh`, which knows no backslash. */
function rshWord(word: string): string {
  return /[\s"']/u.test(word) ? (word.includes('"') ? `'${word}'` : `"${word}"`) : word;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
