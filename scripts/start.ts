import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { followContent } from "../.eleventy.ts";
import { editorFolder } from "../src/front-matter/editor-api.ts";
import { tellKeeper } from "./cli/kept.ts";
import { todayFrom } from "./cli/option.ts";
import type { Options } from "./cli/options.ts";
import { countText, reportText } from "./cli/report.ts";
import { explain, paintFor, run } from "./cli/terminal.ts";
import { editorServer } from "./editor/server.ts";
import { buildPages, type Rest } from "./preview/build-pages.ts";
import { outputFiles } from "./preview/output-files.ts";
import { problemServer } from "./preview/preview-problems.ts";
import { newQueue } from "./preview/queue.ts";
import { servePreview } from "./preview/server.ts";
import type { Built } from "./site/write-site.ts";

/** Cards and the search index are made when nothing has been saved for this long. */
const restAfterMs = 1_500;

await run("start", async (options) => {
  const output = join(options.cache, "xem-thu");
  // Writers want to see what is not public yet.
  const shown = { ...options, drafts: true, output };
  const overlay = problemServer(shown);
  const editor = editorServer(shown);
  const inTurn = newQueue();
  let builds = 0;
  let later = new AbortController();
  const build = async () => {
    builds += 1;
    later = new AbortController();
    const { signal } = later;
    let built: Built | undefined;
    try {
      const { rest, ...made } = await buildPages(
        { ...shown, today: todayFrom(options.now) },
        overlay.showFirst,
      );
      built = made.built;
      report(built, options, builds === 1);
      if (rest) addLater(rest, signal);
    } catch (error) {
      // A later build may succeed, but without a first one there is nothing to show.
      if (builds === 1) throw error;
      process.stderr.write(`${explain(error, options.lang)}\n`);
    } finally {
      overlay.tell(built);
      editor.tell(built);
    }
  };
  // Nobody who looks at an article wants to wait for cards and the search index. Saving meanwhile
  // begins them anew.
  const addLater = async (rest: Rest, signal: AbortSignal) => {
    try {
      await setTimeout(restAfterMs, undefined, { signal });
      const add = await rest.make(signal);
      await inTurn(async () => (signal.aborted ? undefined : add()));
    } catch (error) {
      if (!signal.aborted) process.stderr.write(`${explain(error, options.lang)}\n`);
    }
  };
  const rebuild = () => {
    later.abort();
    return inTurn(build);
  };
  // Pages of last time are served while the first build is under way.
  const server = await servePreview(options.port, [
    editor.handler,
    ...overlay.handlers,
    outputFiles(output),
  ]);
  tellKeeper({ port: Number(new URL(server.url).port || 80) });
  process.stdout.write(
    `${portText(server.url, options.port)}Xem thử tại ${server.url}\nSoạn bài bằng biểu mẫu tại ${new URL(editorFolder, server.url)}\n`,
  );
  await followContent(shown, rebuild).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return 0;
});

/** Warns that the wanted port was taken: an open page may belong to another preview. */
function portText(url: string, wanted: number): string {
  return Number(new URL(url).port || 80) === wanted
    ? ""
    : `Cổng ${wanted} đang có chương trình khác dùng, có lẽ là một trang xem thử khác.\n`;
}

function report(built: Built, options: Options<"start">, isFirst: boolean): void {
  const { problems, articles } = built;
  process.stderr.write(reportText(problems, { ...options, paint: paintFor(process.stderr) }));
  if (built.kind === "faulty") {
    const then = isFirst
      ? "Sửa xong và lưu lại, trang sẽ hiện ra."
      : "Trang vẫn hiện bản trước đó.";
    process.stderr.write(`Nội dung có ${countText(problems, options.lang)}. ${then}\n`);
  } else {
    const time = new Date().toLocaleTimeString("vi");
    process.stdout.write(`${time}: ${articles} bài, ${built.pages} trang.\n`);
  }
}
