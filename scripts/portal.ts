import { mending } from "../src/cache/cache.ts";
import { clockAt, dayAt, shortDay } from "../src/day.ts";
import { openOutput } from "../src/output/output.ts";
import { isError, type Language } from "../src/problems/problem.ts";
import { formatNumber } from "../src/text/vietnamese.ts";
import { noProgress, type Progress } from "../src/work/progress.ts";
import { reportText } from "./cli/report.ts";
import { isCommand, paintFor, progressLine, run } from "./cli/terminal.ts";
import { type Fetched, fetchLimits, fetchSites } from "./gathering/fetch-sites.ts";
import { openPortal } from "./gathering/open-portal.ts";
import { asBuilt } from "./site/as-built.ts";
import { doneText, notBuiltText } from "./site/build-report.ts";
import { makePortal, type PortalOptions } from "./site/make-portal.ts";
import { type Built, writeSite } from "./site/write-site.ts";

export type BuildPortalOptions = PortalOptions & { readonly output: string };

/**
 * Builds a portal over several sites from what was fetched of them, and writes what has changed.
 * Asks no other machine. If any problem is an error, nothing is written and the present portal
 * stays. Throws `OutputRefused` when the output may not be written to.
 */
export function buildPortal(
  options: BuildPortalOptions,
  progress: Progress = noProgress,
): Promise<Built> {
  return mending(async () => {
    await using output = await openOutput(options);
    const made = await makePortal(options);
    if (made.kind === "faulty") return made;
    if (await output.isAsBuilt(made.origin.whole)) return asBuilt(output);
    // Awaited here: the output is given back at the end of this block.
    return await writeSite(output, made, undefined, progress);
  });
}

const say = {
  vi: {
    read: ({ site, files, changed }: Fetched) =>
      `${site.name}: ${changed === 0 ? "không có gì mới" : `${formatNumber(changed)} tệp mới`}, có ${formatNumber(files)} tệp.`,
    kept: ({ site, why }: Fetched, time: string, day: string) =>
      `${site.name}: chưa đọc lại được (${why}); vẫn dùng bản đọc lúc ${time} ngày ${day}.`,
    never: ({ site, why }: Fetched) => `${site.name}: không đọc được (${why}); chưa có bản nào.`,
    local:
      "Nếu các trang ấy nằm trong mạng nội bộ của cơ quan, xin thêm --allow-local: npm run portal -- --fetch --allow-local",
    none: "Không có trang nào phải đọc qua mạng.",
  },
  en: {
    read: ({ site, files, changed }: Fetched) =>
      `${site.name}: ${changed === 0 ? "nothing new" : `${changed} new files`}, ${files} files.`,
    kept: ({ site, why }: Fetched, time: string, day: string) =>
      `${site.name}: could not be read again (${why}); what was read at ${time} on ${day} stays.`,
    never: ({ site, why }: Fetched) => `${site.name}: cannot be read (${why}); there is no copy.`,
    local:
      "If those sites are inside your own network, add --allow-local: npm run portal -- --fetch --allow-local",
    none: "There is no site to fetch.",
  },
} as const;

function fetchedText(fetched: readonly Fetched[], lang: Language): string {
  const words = say[lang];
  const lines = fetched.map((one) =>
    one.why === undefined
      ? words.read(one)
      : one.readAt === undefined
        ? words.never(one)
        : words.kept(one, clockAt(one.readAt), shortDay(dayAt(one.readAt)!)),
  );
  if (lines.length === 0) lines.push(words.none);
  if (fetched.some(({ needsLocal }) => needsLocal)) lines.push(words.local);
  return lines.map((line) => `${line}\n`).join("");
}

if (isCommand(import.meta)) {
  await run("portal", async (options) => {
    const { lang, content, cache, now } = options;
    const printing = { ...options, paint: paintFor(process.stderr) };
    if (options.fetch) {
      const { settings, problems } = await openPortal(content);
      process.stderr.write(reportText(problems, printing));
      if (settings === undefined || problems.some(isError)) return 1;
      const fetched = await fetchSites(settings.sites, {
        ...fetchLimits,
        cache,
        now: new Date(now ?? Date.now()).toISOString(),
        allowLocal: options["allow-local"],
      });
      process.stdout.write(fetchedText(fetched, lang));
      return fetched.some(({ readAt }) => readAt === undefined) ? 1 : 0;
    }
    const started = performance.now();
    const { progress, end } = progressLine(lang);
    const built = await buildPortal(options, progress).finally(end);
    process.stderr.write(reportText(built.problems, printing));
    if (built.kind === "faulty") {
      process.stderr.write(notBuiltText(built, lang));
      return 1;
    }
    const { output } = options;
    const done = { lang, output, why: undefined, shard: undefined };
    process.stdout.write(doneText(built, done, performance.now() - started));
    return 0;
  });
}
