import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { article } from "../../content.ts";
import { run } from "../../running.ts";
import { faultsOf, liveIn, newOffice, type Office } from "./office.ts";
import { type Server, startNginx, startPython } from "./servers.ts";

/** What readers get of a published site, from real hosts on the link. */

const page = (text: string) => ({ "a.md": article("", text) });

async function serve(start: () => Promise<Server>): Promise<string> {
  const { port, stop } = await start();
  onTestFinished(stop);
  return `http://127.0.0.1:${port}`;
}

describe.each([
  ["nginx", ({ target }: Office) => startNginx(join(target, "current"))],
  ["python3 -m http.server", ({ target }: Office) => startPython(join(target, "current"))],
])("with %s", (_, start) => {
  it("a publish compares what readers get, and a live site is proved", async () => {
    const office = newOffice();
    await office.publish();
    const url = await serve(() => start(office));
    office.commit(page("Chữ mới."));
    const published = await office.publish({ url });
    expect(published).toMatchObject({ comparison: { kind: "same", addresses: 20 } });
    const live = await fetch(`${url}/2024/03/05/a/`);
    expect(await live.text()).toContain("Chữ mới.");

    const options = ["--url", url, "--content", join(office.folder, "content")];
    const proved = await run("verify", options);
    expect([proved.stderr, proved.status]).toEqual(["", 0]);
    expect(proved.stdout).toMatch(/Đã kiểm chứng: danh sách \d+ tệp khớp hoàn toàn/u);
    // Somebody with access to the server changes a page.
    const forged = join(office.target, "current/2024/03/05/a/index.html");
    renameSync(forged, `${forged}.old`);
    writeFileSync(forged, "giả");
    const wrong = await run("verify", options);
    expect([wrong.status, wrong.stdout]).toEqual([
      1,
      expect.stringContaining(`  ${url}/2024/03/05/a/: nội dung khác\n`),
    ]);
    const other = await run("verify", [...options, "--commit", "HEAD^", "--sample", "1"]);
    expect([other.status, other.stdout]).toEqual([
      1,
      expect.stringContaining("  2024/03/05/a/index.html: không phải do commit này dựng ra\n"),
    ]);
  });
});

describe("publish", () => {
  it("goes back by itself when readers do not get the new release", async () => {
    const office = newOffice();
    await office.publish();
    const live = liveIn(office.target);
    // A host that keeps pages in its memory, whatever is asked of it.
    const url = await serve(() =>
      startNginx(
        join(office.target, "current"),
        "open_file_cache max=9999 inactive=1d; open_file_cache_valid 1d; open_file_cache_min_uses 1;",
      ),
    );
    await fetch(`${url}/`);
    office.commit(page("Chữ mới."));
    const publishing = office.publish({ url });
    await expect(publishing).rejects.toThrow(`Đã tự trở lại bản ${live}.`);
    await expect(publishing).rejects.toThrow(`${url}/manifest.txt: nội dung khác`);
    expect(liveIn(office.target)).toBe(live);
    expect(faultsOf(office.target)).toEqual([]);
  });

  it("keeps the release when the address serves something else, and says so", async () => {
    const office = newOffice();
    const url = await serve(() => startPython(office.folder));
    expect(await office.publish({ url })).toMatchObject({
      comparison: { kind: "impossible", why: expect.stringContaining("404") },
    });
    office.commit(page("Chữ mới."));
    expect(await office.publish()).toMatchObject({
      kind: "published",
      comparison: { kind: "impossible", why: expect.stringContaining("không kết nối được") },
    });
  });
});

describe("verify", () => {
  it.each([
    [["--url", "http://127.0.0.1:9"], "Không đọc được release.json"],
    [["--url", "ban-tin.example"], "--url cần địa chỉ của trang"],
  ])("says what is wrong with %j", async (args, says) => {
    const ran = await run("verify", args);
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  it("needs the program and the history that the site was made with", async () => {
    const office = newOffice();
    office.commit(page("Chỉ kho này có."));
    await office.publish();
    const url = await serve(() => startPython(join(office.target, "current")));
    const elsewhere = newOffice();
    const content = ["--url", url, "--content", join(elsewhere.folder, "content")];
    const unknown = await run("verify", content);
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining("git fetch")]);
  });
});
