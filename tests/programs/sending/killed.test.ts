import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { waitingConflicts } from "../../../scripts/sending/waiting.ts";
import { article, base } from "../../content.ts";
import { runProgram } from "../../running.ts";
import { type Desk, twoWriters } from "./two-writers.ts";

/** An update that is killed at any step loses nothing, and the next one ends right. */

const text = article("tags: [Một]", "Đoạn một.\n\nĐoạn hai.");
const paths = {
  taken: "content/2024/a/index.md",
  merged: "content/2024/b/index.md",
  waits: "content/2024/c/index.md",
  gone: "content/2024/d/index.md",
  own: "content/2024/e/index.md",
  fresh: "content/2024/f/index.md",
};
const titled = (title: string) => text.replace("Bài thử", title);

function office(): Desk {
  const { taken, merged, waits, gone, own, fresh } = paths;
  const { mine, theirs } = twoWriters({
    ...Object.fromEntries(Object.entries(base).map(([name, one]) => [`content/${name}`, one])),
    ...{ [taken]: text, [merged]: text, [waits]: text, [gone]: text, [own]: text },
  });
  theirs.put({
    [taken]: titled("Của họ"),
    [merged]: text.replace("Đoạn hai.", "Của họ."),
    [waits]: titled("Của họ"),
    [gone]: undefined,
    [fresh]: text,
  });
  theirs.publish();
  mine.put({
    // Beside each other: what is merged once more would be in conflict with itself.
    [merged]: text.replace("Đoạn một.", "Của tôi."),
    [waits]: titled("Của tôi"),
    [own]: titled("Của tôi"),
  });
  return mine;
}

const killAt = pathToFileURL(join(import.meta.dirname, "../exactness/kill-at.ts")).href;
const worker = join(import.meta.dirname, "updating-worker.ts");
/** More steps than an update has. */
const most = 30;

it.each(["rename", "writeFile"])("before each %s", async (step) => {
  let nth = 1;
  for (; nth < most; nth += 1) {
    const mine = office();
    const env = { ...process.env, KILL_AT: `${step} ${nth} ${mine.folder}` };
    const { signal } = await runProgram(
      process.execPath,
      ["--import", killAt, worker, mine.content],
      { env },
    );
    // What nobody else touched, and what has to be chosen, is the writer's at every moment.
    expect(mine.read(paths.own)).toBe(titled("Của tôi"));
    expect(mine.read(paths.waits)).toBe(titled("Của tôi"));
    await mine.update();
    expect({
      taken: mine.read(paths.taken),
      merged: mine.read(paths.merged),
      waits: mine.read(paths.waits),
      gone: mine.read(paths.gone),
      own: mine.read(paths.own),
      fresh: mine.read(paths.fresh),
    }).toEqual({
      taken: titled("Của họ"),
      merged: text.replace("Đoạn một.", "Của tôi.").replace("Đoạn hai.", "Của họ."),
      waits: titled("Của tôi"),
      gone: undefined,
      own: titled("Của tôi"),
      fresh: text,
    });
    const waiting = await waitingConflicts(await mine.open());
    expect(waiting.map(({ path }) => path)).toEqual([paths.waits]);
    expect(mine.git("rev-parse", "HEAD")).toBe(mine.git("rev-parse", "origin/main"));
    const changed = mine.git("diff", "--name-only", "HEAD").split("\n");
    expect(changed).toEqual([paths.merged, paths.waits, paths.own]);
    expect(mine.git("diff", "--cached", "--name-only")).toBe("");
    if (signal === null) break;
  }
  expect(nth).toBeGreaterThan(3);
  expect(nth).toBeLessThan(most);
});

it("and what somebody wrote meanwhile waits for a choice", async () => {
  const mine = office();
  // Killed before the first file is moved in: the steps before keep the plan and what waits.
  const env = { ...process.env, KILL_AT: `rename 1 ${mine.folder}/content` };
  await runProgram(process.execPath, ["--import", killAt, worker, mine.content], { env });
  mine.put({ [paths.taken]: titled("Viết sau khi tắt") });
  expect((await mine.update()).waiting).toEqual([]);
  expect(mine.read(paths.taken)).toBe(titled("Viết sau khi tắt"));
  const waiting = await waitingConflicts(await mine.open());
  expect(waiting.map(({ path }) => path)).toEqual([paths.taken, paths.waits]);
});
