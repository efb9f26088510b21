import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf } from "../preview/address.ts";
import { outputFiles } from "../preview/output-files.ts";
import { servePreview } from "../preview/server.ts";
import type { Handler } from "../preview/visit.ts";

/** One page as a picture, before and after. */
export type PagePictures = {
  readonly path: string;
  /** The names of the files. */
  readonly before: string;
  readonly after: string;
};

/** A browser that hangs is given up after this long. */
const limitMs = 60_000;
/** The first screen of a desktop computer and what follows, in pixels. */
const size = { width: 1280, height: 1600 } as const;

/**
 * Takes pictures of pages of two outputs into a folder. A page of which the browser makes none is
 * left out.
 *
 * @param browser path of Chrome or Chromium
 */
export async function takePictures(
  browser: string,
  outputs: { readonly before: string; readonly after: string },
  paths: readonly string[],
  folder: string,
): Promise<PagePictures[]> {
  const shots = async (output: string, name: string) => {
    const basePath = await basePathOf(output);
    const server = await servePreview(0, [belowBasePath(outputFiles(output), basePath)]);
    try {
      const taken: boolean[] = [];
      for (const [at, path] of paths.entries()) {
        const address = `${basePath}/${path}`.replace(/index\.html$/u, "");
        const url = new URL(address, server.url).href;
        taken.push(await takePicture(browser, url, join(folder, `${at + 1}-${name}.png`)));
      }
      return taken;
    } finally {
      await server.close();
    }
  };
  const before = await shots(outputs.before, "truoc");
  const after = await shots(outputs.after, "sau");
  return paths.flatMap((path, at) =>
    before[at] && after[at]
      ? [{ path, before: `${at + 1}-truoc.png`, after: `${at + 1}-sau.png` }]
      : [],
  );
}

/** Returns the path that a site is built for, as its robots file names it. */
async function basePathOf(output: string): Promise<string> {
  const robots = await readFile(join(output, "robots.txt"), "utf8");
  const sitemap = /^Sitemap: (?<address>\S+)$/mu.exec(robots)?.groups?.address;
  return sitemap === undefined ? "" : new URL(".", sitemap).pathname.replace(/\/$/u, "");
}

/** Serves a folder below a path, as the host of the site does. */
function belowBasePath(handler: Handler, basePath: string): Handler {
  return async (visit) => {
    const { path } = visit.address;
    const address = path.startsWith(basePath) ? addressOf(path.slice(basePath.length)) : undefined;
    return address === undefined ? false : handler({ ...visit, address });
  };
}

async function takePicture(browser: string, url: string, file: string): Promise<boolean> {
  // A browser that is open already has the profile of its user.
  const profile = await mkdtemp(join(tmpdir(), "ban-tin-chup-"));
  const args = [
    ...["--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-quic"],
    ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    // On a busy machine the picture would be taken before those of the page are decoded.
    ...["--virtual-time-budget=5000", "--run-all-compositor-stages-before-draw"],
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...[`--user-data-dir=${profile}`, `--window-size=${size.width},${size.height}`],
    ...[`--screenshot=${file}`, url],
  ];
  try {
    const child = spawn(browser, args, { stdio: "ignore", timeout: limitMs });
    await new Promise((end) => child.on("error", end).on("exit", end));
    return await stat(file).then(
      ({ size }) => size > 0,
      () => false,
    );
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
