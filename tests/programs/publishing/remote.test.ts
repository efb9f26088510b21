import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { ensureServer } from "../../../scripts/browser.ts";
import { article } from "../../content.ts";
import { run } from "../../running.ts";
import { until } from "../../waiting.ts";
import { faultsOf, liveIn, newOffice } from "./office.ts";
import { type Server, startSsh } from "./servers.ts";

/** Publishing to another machine, which is this one behind ssh. */

let ssh: Server & { readonly command: string };
beforeAll(async () => {
  ensureServer("rsync");
  ssh = await startSsh();
  vi.stubEnv("RSYNC_RSH", ssh.command);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await ssh.stop();
});

describe("publish by ssh and rsync", () => {
  it("does as on this machine, in a folder of any name", async () => {
    const office = newOffice();
    const target = join(office.folder, "đích 'của' $HOME \"x\"");
    const to = `may-chu:${target}`;
    expect(await office.publish({ to })).toMatchObject({ files: { linked: 0 } });
    const first = liveIn(target);
    expect(faultsOf(target)).toEqual([]);
    expect(await office.publish({ to })).toMatchObject({ kind: "unchanged" });

    appendFileSync(join(target, "current/robots.txt"), "hỏng");
    office.commit({ "a.md": article("", "Chữ mới.") });
    await office.publish({ to });
    const [old, live] = [join(target, "releases", first), join(target, "current")];
    expect(faultsOf(target)).toEqual([]);
    expect(statSync(join(old, "404.html")).ino).toBe(statSync(join(live, "404.html")).ino);
    expect(readFileSync(join(live, "2024/03/05/a/index.html"), "utf8")).toContain("Chữ mới.");
    expect(statSync(join(live, "404.html")).mode & 0o777).toBe(0o644);

    const damaged = await run("publish", ["--to", to, "--rollback"]);
    expect([damaged.status, damaged.stderr]).toEqual([
      2,
      expect.stringContaining("  robots.txt (bị sửa hoặc thiếu)\n"),
    ]);
    const robots = readFileSync(join(live, "robots.txt"));
    writeFileSync(join(old, "robots.txt"), robots);
    expect(await run("publish", ["--to", to, "--rollback"])).toMatchObject({ status: 0 });
    expect(liveIn(target)).toBe(first);
  });

  it("lets one publish at a time, whichever way each comes", async () => {
    const office = newOffice();
    const to = `may-chu:${office.target}`;
    await office.publish({ to });
    const lock = join(office.target, ".ban-tin-lock");
    // A client that is killed holds nothing: its shell on the other side ends.
    const [program, ...args] = ssh.command.split(" ");
    const holding = `cd "${office.target}" && echo $$ >.ban-tin-lock && echo held && exec cat`;
    const client = spawn(program!, [...args, "may-chu", holding], { stdio: "pipe" });
    await once(client.stdout, "data");
    await expect(office.publish({ to })).rejects.toThrow("publish khác đang đăng");
    client.kill("SIGKILL");
    await until(() => office.publish({ to }));
    // A program on that machine itself holds the same lock.
    writeFileSync(lock, String(process.pid));
    await expect(office.publish({ to })).rejects.toThrow("publish khác đang đăng");
    writeFileSync(lock, "999999999");
    await office.publish({ to });
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    ["may-chu:/proc/ban-tin", {}, "Không mở được thư mục “may-chu:/proc/ban-tin”."],
    ["may-chu:/x", { RSYNC_RSH: "khong-co-ssh" }, "Máy này chưa có khong-co-ssh"],
    ["may-chu:/x", { RSYNC_RSH: "false" }, "Không kết nối được tới “may-chu” qua ssh"],
  ])("says what is wrong with %s %j", async (to, env, says) => {
    const all = { ...process.env, ...env };
    const ran = await run("publish", ["--to", to, "--rollback"], { env: all });
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  it("removes what it has uploaded when that cannot be finished", async () => {
    const office = newOffice();
    await office.publish({ to: `may-chu:${office.target}` });
    const live = liveIn(office.target);
    office.commit({ "a.md": article("", "Chữ mới.") });
    const to = `may-chu:${office.target}`;
    // rsync connects by itself; the second connection of a publish fails here.
    const counting = join(office.folder, "ssh-once");
    writeFileSync(
      counting,
      `#!/bin/sh\nif [ -e "${counting}.used" ]; then echo mất mạng >&2; exit 255; fi\n: >"${counting}.used"\nexec ${ssh.command} "$@"\n`,
      { mode: 0o755 },
    );
    vi.stubEnv("RSYNC_RSH", counting);
    onTestFinished(() => void vi.stubEnv("RSYNC_RSH", ssh.command));
    await expect(office.publish({ to })).rejects.toThrow(
      /mất mạng\n.*Trang đang chạy vẫn được giữ nguyên\./su,
    );
    expect(liveIn(office.target)).toBe(live);
    expect(readdirSync(join(office.target, "releases"))).toEqual([live]);
  });
});
