import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Refused } from "../cli/refused.ts";

/** A shell on another machine, which is told one command after the other. */
export type RemoteShell = {
  /** Runs a command of `sh`; its input is empty. Rejects when the connection breaks. */
  readonly run: (command: string) => Promise<ShellAnswer>;
  readonly close: () => Promise<void>;
};

export type ShellAnswer = {
  readonly status: number;
  readonly stdout: string;
  /** The last lines of what went to standard error since the connection was made. */
  readonly complaints: () => string;
};

/**
 * Returns the command that connects: what RSYNC_RSH says, as for rsync itself, otherwise `ssh`.
 * Its words are split as rsync splits them. Keys, ports and other names of a machine belong into
 * ~/.ssh/config.
 */
export function sshCommand({ RSYNC_RSH: told }: NodeJS.ProcessEnv = process.env): string[] {
  const words = (told ?? "").match(/(?:[^\s"']|"[^"]*"|'[^']*')+/gu) ?? ["ssh"];
  const split = words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/gu, "$1$2"));
  // When the network is cut, the other end must not hold its lock for ever, nor this one wait.
  return [...split, "-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"];
}

/** Puts a text into single quotes, in which a shell changes nothing. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * Connects to a machine. There is one connection for all commands, so that a password is asked for
 * once, and so that whatever was begun ends with this program.
 */
export function openShell(login: string): RemoteShell {
  const [program, ...args] = sshCommand();
  // Every login shell understands this; what follows is read by `sh` itself.
  const child = spawn(program!, [...args, "-T", login, "exec sh"], { stdio: "pipe" });
  const marker = `ban-tin-${randomUUID()}`;
  let printed = "";
  let complaints = "";
  let look = () => {};
  let hasAnswered = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    look();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = `${complaints}${text}`.slice(-2_000);
  });
  // Writing to a connection that is broken fails here; `ended` tells of it.
  child.stdin.on("error", () => {});
  const ended = endOf(child, program!).then(() => {
    // Whether the last command was done there, nobody knows; but the first changes no release.
    const what = hasAnswered
      ? `Kết nối ssh tới “${login}” bị ngắt.`
      : `Không kết nối được tới “${login}” qua ssh; trang ở đó chưa thay đổi gì.`;
    throw new Refused(`${what}\n${complaints.trim()}`.trim());
  });
  ended.catch(() => {});
  return {
    async run(command) {
      const answer = new Promise<ShellAnswer>((resolve) => {
        look = () => {
          const at = printed.indexOf(`\n${marker} `);
          const end = printed.indexOf("\n", at + 1);
          if (at < 0 || end < 0) return;
          const status = Number(printed.slice(at + marker.length + 2, end));
          const stdout = printed.slice(0, at);
          printed = printed.slice(end + 1);
          hasAnswered = true;
          resolve({ status, stdout, complaints: () => complaints.trim() });
        };
      });
      child.stdin.write(`{\n${command}\n} </dev/null; printf '\\n%s %d\\n' ${marker} $?\n`);
      return Promise.race([answer, ended]);
    },
    async close() {
      child.stdin.end();
      await ended.catch(() => {});
    },
  };
}

function endOf(child: ChildProcess, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("close", () => resolve());
    child.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? missingHere(program) : error);
    });
  });
}

/** Says that a program is not on this machine. */
export function missingHere(program: string): Refused {
  return new Refused(
    `Máy này chưa có ${program}, mà đăng lên máy khác thì cần ssh và rsync. Xin cài, ví dụ trên Debian hay Ubuntu: sudo apt-get install openssh-client rsync`,
  );
}
