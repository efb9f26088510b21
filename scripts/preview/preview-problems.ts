import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { previewFolder as folder, previewTags } from "../../layouts/parts/policy.ts";
import { browserScript } from "../../src/assets/browser-script.ts";
import { codeHash } from "../../src/cache/code-hash.ts";
import { inProject } from "../../src/cache/project.ts";
import { isError, type Problem } from "../../src/problems/problem.ts";
import { countText, detailsOf } from "../cli/report.ts";
import type { MadeSite } from "../site/make-site.ts";
import type { Built } from "../site/write-site.ts";
import { addressOf } from "./address.ts";
import { contentType } from "./content-type.ts";
import { firstPages } from "./preview-first.ts";
import { type Handler, send } from "./visit.ts";

type Folders = { readonly content: string; readonly output: string };

function hasSite({ output }: Folders): boolean {
  return existsSync(join(output, "index.html"));
}

/**
 * Tells the browser after each build what is wrong with the content and whether its page is old.
 *
 * @param options `output` is where the preview's pages are written
 */
export function problemServer(options: Folders): {
  /** Shows the pages that are open in a browser before all pages are written. */
  readonly showFirst: (site: MadeSite) => Promise<void>;
  /** Is to be called when a build has ended, with its result; undefined when the build threw. */
  readonly tell: (built: Built | undefined) => void;
  readonly handlers: readonly Handler[];
} {
  const first = firstPages(options.output);
  let files = filesOf();
  let state: ReturnType<typeof stateOf> | undefined;
  let hadSite = hasSite(options);
  /** Functions that wake the requests that wait for news, each with the address of its page. */
  const waiting = new Map<() => void, string>();
  const wake = () => {
    for (const go of waiting.keys()) go();
    waiting.clear();
  };
  const ownFiles: Handler = async ({ address: { path, query }, response }) => {
    if (!path.startsWith(folder)) return false;
    const file = (await files.all).get(path.slice(folder.length));
    if (file !== undefined) return send(response, 200, file.type, file.text);
    if (path !== `${folder}problems.json`) return false;
    const page = addressOf(query.get("page") ?? "/")?.path ?? "/";
    const [build, version] = ["build", "version"].map((name) => Number(query.get(name)));
    const isOld = () => first.versionOf(page) !== version;
    const hasNews = () =>
      first.has(page) ? isOld() : state !== undefined && (state.build !== build || isOld());
    first.add(page);
    // The response waits for news (long polling), so that it arrives at the moment of saving.
    while (!hasNews() && !response.closed)
      await new Promise<void>((go) => {
        waiting.set(go, page);
        response.on("close", () => {
          waiting.delete(go);
          go();
        });
      });
    const told = { ...state, version: first.versionOf(page) };
    return send(response, 200, contentType(path), JSON.stringify(told));
  };
  const noSite: Handler = ({ address, response }) => {
    if (!address.isFolder || hasSite(options)) return false;
    return send(response, 200, contentType(".html"), waitingPage(state !== undefined));
  };
  return {
    async showFirst(site) {
      const open = new Set(waiting.values());
      first.begin(site, open);
      wake();
      // Leaves time for the requests of browsers that reload now, which the build would block.
      if ([...open].some(first.has)) await setTimeout(100);
    },
    tell(built) {
      const { problems = [] } = built ?? {};
      const hasWritten = built?.kind === "written" && built.written + built.removed > 0;
      const isNew = files.hash !== filesHash();
      if (isNew) files = filesOf();
      first.end(isNew || !hadSite || hasWritten);
      hadSite = hasSite(options);
      state = stateOf((state?.build ?? Date.now()) + 1, problems, options);
      wake();
    },
    handlers: [ownFiles, first.handler, noSite],
  };
}

/** Returns the `State` of browser/preview/preview.ts, without its version. */
function stateOf(build: number, problems: readonly Problem[], options: Folders) {
  const { content } = options;
  const isOld = problems.some(isError);
  const count = countText(problems, "vi");
  const older = hasSite(options)
    ? " Trang đang hiện là bản trước khi có lỗi."
    : " Sửa xong và lưu lại, trang sẽ hiện ra.";
  const then = isOld ? older : "";
  return {
    build,
    isOld,
    summary: `Nội dung có ${count}.${then}`,
    problems: detailsOf(problems.toSorted(errorsFirst), { content, lang: "vi" }).map(
      ({ path, line, column, severity, ...report }) => ({
        ...report,
        severity,
        name: severity === "error" ? "Lỗi" : "Cảnh báo",
        place: `${path}, dòng ${line}, cột ${column}`,
      }),
    ),
  };
}

function errorsFirst(a: Problem, b: Problem): number {
  return Number(isError(b)) - Number(isError(a));
}

const style = inProject("browser/preview/preview.css");

function filesHash(): string {
  return codeHash([inProject("browser/preview")]);
}

/** Returns the files of the panel over a page, and a hash of what they are made from. */
function filesOf(): { hash: string; all: Promise<ReadonlyMap<string, File>> } {
  const all = Promise.all([
    browserScript(inProject("browser/preview/preview.ts")),
    readFile(style, "utf8"),
  ]).then(
    ([script, css]) =>
      new Map([
        ["preview.js", { type: contentType(".js"), text: script }],
        ["preview.css", { type: contentType(".css"), text: css }],
      ]),
  );
  // A failure is reported to the request that asks for one of the files.
  all.catch(() => {});
  return { hash: filesHash(), all };
}

type File = { readonly type: string; readonly text: string };

/** Returns the page that is shown in place of every other until there is a site. */
function waitingPage(isBuilt: boolean): string {
  const [title, text] = isBuilt
    ? [
        "Chưa dựng được trang",
        "Nội dung đang có lỗi, xem danh sách ở cuối cửa sổ này. Sửa xong và lưu lại, trang sẽ tự hiện ra.",
      ]
    : ["Đang dựng trang", "Lần đầu có thể mất một lúc. Dựng xong, trang sẽ tự hiện ra."];
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${previewTags}
<body class="preview-waiting">
<h1>${title}</h1>
<p>${text}</p>
`;
}
