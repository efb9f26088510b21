import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { Middleware } from "../.eleventy.ts";
import { previewFolder as folder, previewTags } from "../layouts/policy.ts";
import { browserScript } from "../src/browser-script.ts";
import { isError, type Problem } from "../src/problem.ts";
import { countText, detailsOf } from "../src/report.ts";
import { layouts } from "./compile.ts";

type Folders = { readonly content: string; readonly output: string };

function hasSite({ output }: Folders): boolean {
  return existsSync(join(output, "index.html"));
}

/**
 * Tells the browser what is wrong with the content, after each build anew.
 *
 * @param output where the preview's pages are written
 */
export function problemServer(options: Folders): {
  readonly tell: (problems: readonly Problem[]) => void;
  readonly middleware: Middleware;
} {
  const files = filesOf();
  let state = stateOf(0, [], options);
  let waiting: (() => void)[] = [];
  const answer = (response: ServerResponse, type: string, text: string) => {
    response.writeHead(200, {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": "no-store",
    });
    response.end(text);
  };
  return {
    tell(problems) {
      state = stateOf(state.build + 1, problems, options);
      const all = waiting;
      waiting = [];
      for (const go of all) go();
    },
    async middleware(request, response, next) {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
      if (!pathname.startsWith(folder)) {
        const isPage = pathname.endsWith("/") && !pathname.startsWith("/.11ty/");
        if (!isPage || hasSite(options)) return next();
        return answer(response, "text/html", waitingPage);
      }
      const file = (await files).get(pathname.slice(folder.length));
      if (file !== undefined) return answer(response, file.type, file.text);
      if (pathname !== `${folder}problems.json`) return next();
      // The answer waits for the next build, so that it is there in the moment of saving.
      const known = Number(searchParams.get("after") ?? -1);
      if (known === state.build)
        await new Promise<void>((go) => {
          waiting.push(go);
          request.on("close", go);
        });
      answer(response, "application/json", JSON.stringify(state));
    },
  };
}

/** See `State` in layouts/browser/preview.ts. */
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

async function filesOf(): Promise<ReadonlyMap<string, { type: string; text: string }>> {
  const [script, style] = await Promise.all([
    browserScript(join(layouts, "browser/preview.ts")),
    readFile(join(layouts, "preview.css"), "utf8"),
  ]);
  return new Map([
    ["preview.js", { type: "text/javascript", text: script }],
    ["preview.css", { type: "text/css", text: style }],
  ]);
}

/** In place of every page as long as there is none. */
const waitingPage = `<!doctype html>
<html lang="vi" data-waits>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chưa dựng được trang</title>
${previewTags}
<body class="preview-waiting">
<h1>Chưa dựng được trang</h1>
<p>Nội dung đang có lỗi, xem danh sách ở cuối cửa sổ này. Sửa xong và lưu lại, trang sẽ tự hiện ra.</p>
`;
