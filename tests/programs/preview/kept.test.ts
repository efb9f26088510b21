import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultText, pauseAfter } from "../../../scripts/cli/kept.ts";
import { article, base, folderOf } from "../../content.ts";
import { childOf, run, startPreview } from "../../running.ts";

describe("npm start", () => {
  it("comes back at the same port when its server ends by a fault", async () => {
    const content = folderOf({ ...base, "a.md": article() });
    const preview = await startPreview([
      ...["--content", content, "--cache", folderOf({}), "--now", "2024-06-30"],
    ]);
    try {
      await preview.says(/trang\./u);
      for (const words of [/đang tự chạy lại/u, /1 giây nữa sẽ tự chạy lại/u]) {
        process.kill(childOf(preview.pid), "SIGKILL");
        await preview.says(words);
        const [, url] = await preview.says(/Xem thử tại (\S+)/u);
        expect(new URL(url!).origin).toBe(preview.origin);
        expect((await fetch(`${preview.origin}/2024/03/05/a/`)).status).toBe(200);
      }
    } finally {
      await preview.stop();
    }
    await expect(fetch(preview.origin)).rejects.toThrow();
  });

  it("ends when it cannot begin", async () => {
    const folder = folderOf({});
    const ran = await run("start", ["--content", join(folder, "none"), "--cache", folder]);
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining("none") });
  });

  it.each([
    [1, null, 0, "Trang xem thử dừng vì lỗi (mã 1) và đang"],
    [null, "SIGKILL", 0, "Trang xem thử bị dừng đột ngột (SIGKILL) và đang"],
    [null, "SIGSEGV", 4, "Trang xem thử lại bị dừng đột ngột (SIGSEGV), 4 giây nữa"],
  ] as const)("says how it ended: %s, %s", (code, signal, seconds, says) => {
    expect(faultText(code, signal, seconds)).toContain(says);
  });

  it("waits longer from fault to fault", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(pauseAfter)).toEqual([0, 1, 2, 4, 8, 16, 30, 30]);
  });
});
