import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { outputPath } from "../../../src/urls.ts";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf, temporaryFolder, writeFiles } from "../../content.ts";
import { startApache, startNginx } from "./servers.ts";

/** Where real hosts lead those who kept an address of the past. */

const aliases = {
  "a.md": "[/tin/a/, /tin/Hội(1).html, /?p=1, /xem.aspx, /v1.0/a/, /Tin/A/, /?cat=2&p=1, /?7]",
  "b.md": '[/?p=12, /xem.aspx?id=5, "/bai?so-1=ộ", "/?x=1&x=2", /?a=b%2Bc]',
};

const a = "/2024/03/05/a/";
const b = "/2024/03/05/b/";

/** What is asked for, and where it leads; undefined for a page of the site itself. */
const asked: readonly (readonly [string, string | undefined])[] = [
  ["/?p=1", a],
  ["/?p=1&fbclid=x", a],
  ["/?utm_source=a&p=1", a],
  ["/?p=12", b],
  ["/?P=12", b],
  ["/?p=1&cat=2&x", a],
  ["/?7", a],
  ["/?7&fbclid=x", a],
  ["/?x=1&x=2", b],
  ["/?a=b%2Bc", b],
  ["/xem.aspx", a],
  ["/xem.aspx?fbclid=x", a],
  ["/xem.aspx?id=6", a],
  ["/xem.aspx?fbclid=x&id=5", b],
  ["/bai?so-1=%E1%BB%99", b],
  ["/bai/?so-1=%e1%bb%99&x=y", b],
  ["/v1.0/a", a],
  ["/v1.0/a/", a],
  ["/Tin/A/", a],
  ["/", undefined],
  ["/?p=123", undefined],
  ["/?p=0&fbclid=x", undefined],
  ["/?page=1", undefined],
  ["/?xp=1", undefined],
  ["/2024/03/05/a/?p=0", undefined],
];

describe.each([
  ["nginx", (root: string, site: string) => startNginx(root, "", site)],
  ["Apache", startApache],
])("%s", (_, start) => {
  it.each(["", "/ban-tin"])("leads on from old addresses below “%s”", async (basePath) => {
    const settings = base["site.yaml"].replace("thu.example", `thu.example${basePath}`);
    const content = folderOf({
      ...base,
      "site.yaml": settings,
      "a.md": article(`aliases: ${aliases["a.md"]}`),
      "b.md": article(`aliases: ${aliases["b.md"]}`),
    });
    const { site } = await madeSite(content);
    const root = temporaryFolder();
    // Apache gives up the rights of root before it serves.
    chmodSync(root, 0o755);
    const files = [...site.pages()].map((page) => [outputPath(page.url), site.draw(page)] as const);
    writeFiles(join(root, basePath), Object.fromEntries(files));
    const { port, stop } = await start(root, join(root, basePath));
    onTestFinished(stop);
    const answers = await Promise.all(
      asked.map(async ([url]) => {
        const address = `http://127.0.0.1:${port}${basePath}${url}`;
        const { status, headers } = await fetch(address, { redirect: "manual" });
        const to = headers.get("location");
        return [url, status === 200 ? undefined : `${status} ${to && new URL(to).pathname}`];
      }),
    );
    expect(answers).toEqual(asked.map(([url, to]) => [url, to && `301 ${basePath}${to}`] as const));
    const gone = await fetch(`http://127.0.0.1:${port}${basePath}/khong-co/?p=0`);
    expect(gone.status).toBe(404);
  });
});
