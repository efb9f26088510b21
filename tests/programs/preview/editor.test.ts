import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { editorServer } from "../../../scripts/editor/server.ts";
import { type PreviewServer, servePreview } from "../../../scripts/preview/server.ts";
import { tokenHeader } from "../../../src/front-matter/editor-api.ts";
import { assetUrl } from "../../../src/urls.ts";
import { article, base, temporaryFolder, writeFiles } from "../../content.ts";
import { freePort } from "../../running.ts";

/** The server of the form editor without a site: no build has made one yet. */

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#0b4f8a" d="M0 0h40v20H0z"/></svg>`;

const png = sharp({ create: { width: 240, height: 120, channels: 3, background: "#0b4f8a" } });

const servers: PreviewServer[] = [];

afterAll(() => Promise.all(servers.map((server) => server.close())));

async function serverWith(name: string, bytes: string | Uint8Array): Promise<PreviewServer> {
  const content = temporaryFolder();
  writeFiles(content, {
    ...base,
    "site.yaml": `${base["site.yaml"]}accent: "#0b4f8a"\nlogo: ${name}\n`,
    [name]: bytes,
    "bai.md": article(),
  });
  const options = { content, cache: temporaryFolder(), now: undefined };
  const server = await servePreview(await freePort(), [editorServer(options).handler]);
  servers.push(server);
  return server;
}

it.each([
  ["logo.svg", logo],
  ["logo.png", await png.png().toBuffer()],
])(
  "serves all that the page of a draft is drawn with, with the %s of its office",
  async (name, bytes) => {
    const server = await serverWith(name, bytes);
    const at = (path: string) => new URL(path, server.url);
    const form = await (await fetch(at("/_soan/"))).text();
    const [, token = ""] = /name="?khoa"? content="([^"]+)"/u.exec(form) ?? [];
    const opened = await fetch(at("/_soan/bai?path=bai.md"), { headers: { [tokenHeader]: token } });
    const { page } = (await opened.json()) as { page: string };
    const found = Array.from(page.matchAll(/(?:href|src)="([^"]+)"/gu), ([, url]) => url!);
    const files = [...new Set(found)].filter((url) => url.startsWith(assetUrl("")));
    expect(
      files.filter((url) => url.includes("/logo.") && url.endsWith(name.slice(-4))),
    ).toHaveLength(1);
    expect(files.length).toBeGreaterThan(3);
    const answers = await Promise.all(files.map((url) => fetch(at(url))));
    expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
    const sheets = await Promise.all(answers.map((answer) => answer.text()));
    expect(sheets.join("")).toContain(".logo{");
  },
);
