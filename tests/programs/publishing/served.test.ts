import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  inOrder,
  manifestFile,
  manifestText,
  readManifest,
  sha256OfText,
} from "../../../scripts/publishing/manifest.ts";
import { fetchServedText } from "../../../scripts/publishing/served.ts";
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

const verify = ({ folder }: Office, url: string, ...more: string[]) =>
  run("verify", ["--url", url, "--content", join(folder, "content"), ...more]);

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
    // What changes nothing of the content is no later state of it.
    office.commit();
    const proved = await verify(office, url);
    expect([proved.stderr, proved.status]).toEqual(["", 0]);
    expect(proved.stdout).toMatch(/Đã kiểm chứng: danh sách \d+ tệp khớp hoàn toàn/u);
  });
});

it("the code of an office is that of the commit", async () => {
  const office = newOffice();
  const code = (text: string) => ({
    "../layouts/lich.js": `export default () => [{ url: "/lich.txt", text: "${text}" }];\n`,
  });
  office.write(code("Thứ Hai"));
  office.git("add", "layouts");
  office.commit();
  const url = await serve(() => startPython(join(office.target, "current")));
  const places = ["--content", join(office.folder, "content"), "--now", "2024-06-30"];
  const publish = () => run("publish", ["--to", office.target, "--url", url, ...places]);
  expect(await publish()).toMatchObject({ status: 0, stderr: "" });
  // What is only on this machine is not what the commit builds.
  office.write(code("Thứ Ba"));
  const proved = await verify(office, url);
  expect([proved.stderr, proved.status]).toEqual(["", 0]);
  expect((await publish()).stderr).toContain("commit");
  expect(await (await fetch(`${url}/lich.txt`)).text()).toBe("Thứ Ba");
  expect((await verify(office, url)).status).toBe(1);
});

it("a host that leads on from old addresses serves the release", async () => {
  const office = newOffice();
  office.commit({ "a.md": article("aliases: [/tin/a/, /tin/hội.html]") });
  await office.publish();
  const url = await serve(() => startNginx(join(office.target, "current")));
  const from = await fetch(`${url}/tin/a/`, { redirect: "manual" });
  expect(from.status).toBe(301);
  const proved = await verify(office, url);
  expect([proved.stderr, proved.status]).toEqual(["", 0]);
  // The files of old addresses are new here, so that they are among those that are compared.
  office.commit({ "b.md": article("aliases: [/tin/a/]"), "a.md": article() });
  expect(await office.publish({ url })).toMatchObject({ kind: "published" });
});

it("a page that was open before a publish finds its stylesheet after it", async () => {
  const office = newOffice();
  await office.publish();
  const url = await serve(() => startNginx(join(office.target, "current")));
  // What the next release has no more.
  const old = "giao-dien/kieu.0123abcd.css";
  const picture = "anh/cu.jpg";
  writeFileSync(join(office.target, "current", old), "p{}");
  mkdirSync(join(office.target, "current/anh"), { recursive: true });
  writeFileSync(join(office.target, "current", picture), "x");
  office.commit({ "a.md": article("tags: [Ảnh]", "Chữ mới.") });
  await office.publish({ url });
  const answer = await fetch(`${url}/${old}`);
  expect([answer.status, await answer.text()]).toEqual([200, "p{}"]);
  expect(answer.headers.get("cache-control")).toContain("immutable");
  for (const gone of ["giao-dien/khong-co.css", picture])
    expect((await fetch(`${url}/${gone}`)).status).toBe(404);
  // A topic may have the name of a folder of such files.
  const topic = await fetch(`${url}/chu-de/anh/`);
  expect([topic.status, topic.headers.get("cache-control")]).toEqual([200, "public, max-age=300"]);
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

  it("says what somebody with access to the server has changed", async () => {
    const office = newOffice();
    const first = office.commit();
    office.commit(page("Chữ mới."));
    await office.publish();
    const url = await serve(() => startNginx(join(office.target, "current")));
    const at = (path: string) => join(office.target, "current", path);
    /** Writes a file that may be a link to that of another release. */
    const forge = (path: string, text: string) => {
      rmSync(at(path), { force: true });
      writeFileSync(at(path), text);
    };
    forge("2024/03/05/a/index.html", "giả");
    const facts = readFileSync(at("release.json"), "utf8").replace(
      /"version": "[^"]+"/u,
      '"version": "9"',
    );
    forge("release.json", facts);
    const claimed = new Map(readManifest(readFileSync(at(manifestFile), "utf8")))
      .set("release.json", sha256OfText(facts))
      .set("la.html", sha256OfText(""));
    forge(manifestFile, manifestText(inOrder(claimed)));
    // Whoever wrote the commit may have named it there too.
    office.git("checkout", "--quiet", first);
    const wrong = await verify(office, url);
    expect(wrong.status).toBe(1);
    expect(wrong.stdout.split("\n").slice(1, -1)).toEqual([
      "  la.html: không phải do commit này dựng ra",
      "  release.json: không phải do commit này dựng ra",
      `  ${url}/2024/03/05/a/: nội dung khác`,
      expect.stringContaining("CDN"),
    ]);
    expect(wrong.stderr).toContain("không thấy trong lịch sử của HEAD");
    const other = await verify(office, url, "--commit", first, "--sample", "1");
    expect([other.status, other.stdout, other.stderr]).toEqual([
      1,
      expect.stringContaining("  2024/03/05/a/index.html: không phải do commit này dựng ra\n"),
      "",
    ]);
    expect(other.stdout).toContain(`commit ${first.slice(0, 8)}, ngày`);
  });

  it("needs the program and the history that the site was made with", async () => {
    const office = newOffice();
    office.commit(page("Chỉ kho này có."));
    await office.publish();
    const url = await serve(() => startPython(join(office.target, "current")));
    const elsewhere = newOffice();
    const unknown = await verify(elsewhere, url);
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining("git fetch")]);
    // Somebody may have put an old release back.
    office.commit(page("Mới hơn trang."));
    const old = await verify(office, url, "--sample", "1");
    expect([old.status, old.stderr]).toEqual([0, expect.stringContaining("có 1 commit sửa")]);
  });
});

describe("an address", () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ["never ends", (response) => void Readable.from(forever()).pipe(response)],
    [
      "unpacks to a lot",
      (response) =>
        void response
          .setHeader("Content-Encoding", "gzip")
          .end(gzipSync(Buffer.alloc(16 * 2 ** 20))),
    ],
  ])("that %s is given up", async (_, send) => {
    const server = createServer((_request, response) => send(response)).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const answer = { kind: "none", why: "dài quá 2 MB" };
    expect(await fetchServedText(`http://127.0.0.1:${port}/`, 2 ** 21)).toEqual(answer);
  });
});

function* forever() {
  for (;;) yield Buffer.alloc(2 ** 16);
}
