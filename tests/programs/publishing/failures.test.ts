import { once } from "node:events";
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Refused } from "../../../scripts/cli/refused.ts";
import { openLocalTarget } from "../../../scripts/publishing/local-target.ts";
import { manifestFile, manifestOf, manifestText } from "../../../scripts/publishing/manifest.ts";
import {
  publishRelease,
  type Ready,
  rollBack,
} from "../../../scripts/publishing/publish-release.ts";
import { releaseFile } from "../../../scripts/publishing/release.ts";
import { releaseTexts } from "../../../scripts/publishing/release-files.ts";
import type { Target } from "../../../scripts/publishing/target.ts";
import { nowhere } from "../../../scripts/trials/publishing-office.ts";
import { dayAt } from "../../../src/day.ts";
import { folderOf } from "../../content.ts";
import { liveIn } from "./office.ts";

/**
 * What a publish says of the live release when the target stops doing what it is told: a lost
 * connection, a file that cannot be deleted.
 */

const lost = async (): Promise<never> => {
  throw new Refused("Mất kết nối.");
};

/** Returns a release of one page, as a build would have made it. */
function releaseOf(text: string, origin: string, warn: Ready["warn"] = () => {}): Ready {
  const site = folderOf({ "index.html": text });
  const program = { name: "ban-tin", version: "0", code: "x", node: "v24" };
  const about = { program, today: dayAt("2024-06-30")! };
  const { facts, texts, manifest } = releaseTexts(manifestOf(site), about, undefined);
  const added = folderOf({
    [releaseFile]: texts.get(releaseFile)!,
    [manifestFile]: manifestText(manifest),
  });
  return { site, added, manifest, facts, origin, isAncestor: async () => undefined, warn };
}

/** Changes a target, which is told whether the link has been swapped already. */
type Breaking = (target: Target, swaps: () => number) => Partial<Target>;

/** Publishes one release, then another to a target that is partly broken. */
async function publishTwice(breaking: Breaking, host: Host = { origin: nowhere }) {
  const written = join(folderOf({}), "đích");
  const publish = async (text: string, change: Breaking) => {
    await using target = await openLocalTarget(written);
    let count = 0;
    const pointTo = async (id: string) => {
      await target.pointTo(id);
      count += 1;
    };
    const counted = { ...target, pointTo };
    const ready = releaseOf(text, host.origin);
    return await publishRelease(ready, { ...counted, ...change(counted, () => count) }, written);
  };
  const { id: old } = await publish("cũ", () => ({}));
  host.serve?.(join(written, "releases", old));
  const said = await publish("mới", breaking).then(
    ({ kind }) => kind as string,
    (error: Error) => error.message,
  );
  return { old, said, live: liveIn(written), releases: readdirSync(join(written, "releases")) };
}

type Host = { readonly origin: string; readonly serve?: (folder: string) => void };

/** Starts a host that never notices a swap: it serves the folder that it is told. */
async function stubbornHost(): Promise<Host> {
  let folder = "";
  const server = createServer(({ url = "/" }, response) => {
    try {
      response.end(readFileSync(join(folder, url.replace(/\/$/u, "/index.html"))));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const serve = (one: string) => {
    folder = one;
  };
  return { origin: `http://127.0.0.1:${port}`, serve };
}

describe("a target that fails", () => {
  const afterSwap: Breaking = (target, swaps) => ({
    remove: (paths) => (swaps() > 0 ? lost() : target.remove(paths)),
  });

  it("to delete after the swap: the new release is live, and the publish has succeeded", async () => {
    const { old, said, live } = await publishTwice(afterSwap);
    expect(said).toBe("published");
    expect(live).not.toBe(old);
  });

  it("to delete after the swap back: the addresses that differ are told", async () => {
    const { old, said, live } = await publishTwice(afterSwap, await stubbornHost());
    expect(said).toContain(`Đã tự trở lại bản ${old}.`);
    expect(said).toContain("/manifest.txt: nội dung khác");
    expect(live).toBe(old);
  });

  it("to swap back: nothing is said to be as it was", async () => {
    const stuck: Breaking = (target, swaps) => ({
      pointTo: (id) => (swaps() > 0 ? lost() : target.pointTo(id)),
    });
    const { old, said, live } = await publishTwice(stuck, await stubbornHost());
    expect(said).toContain(`Không tự trở lại được bản ${old}`);
    expect(said).toContain("có thể bản này vẫn đang chạy");
    expect(said).toContain("/manifest.txt: nội dung khác");
    expect(said).toContain("Mất kết nối.");
    expect(live).not.toBe(old);
  });

  it("at the swap itself: nobody claims to know which release is live", async () => {
    const { said } = await publishTwice(() => ({ pointTo: lost }));
    expect(said).toMatch(/^Mất kết nối\.\nChưa rõ bản đang chạy là bản trước hay bản \d{8}-/u);
  });

  it.each<[string, Breaking]>([
    ["at the upload", () => ({ upload: lost })],
    ["to delete before the upload", () => ({ remove: lost })],
  ])("%s: the release before stays", async (_, breaking) => {
    const { old, said, live, releases } = await publishTwice(breaking);
    expect(said).toBe(`Mất kết nối.\n${oldIsLive}`);
    expect(live).toBe(old);
    expect(releases).toEqual([old]);
  });
});

const oldIsLive = "Trang đang chạy vẫn được giữ nguyên.";

/** Publishes one release after the other into a folder. */
async function publishAll(written: string, texts: readonly string[], warn?: Ready["warn"]) {
  for (const text of texts) {
    await using target = await openLocalTarget(written);
    await publishRelease(releaseOf(text, nowhere, warn), target, written);
  }
}

describe("a release that somebody has changed on the host", () => {
  const changes: readonly [string, (live: string) => void, string][] = [
    ["a page", (live) => appendFileSync(join(live, "index.html"), "x"), "  index.html (bị sửa"],
    ["a page that is gone", (live) => rmSync(join(live, "index.html")), "  index.html (bị sửa"],
    ["a page more", (live) => writeFileSync(join(live, "la.html"), "x"), "  la.html (thừa)"],
    ["its manifest", (live) => writeFileSync(join(live, manifestFile), "x"), "  manifest.txt (bị"],
  ];
  it.each(changes)("is told of: %s", async (_, change, says) => {
    const written = join(folderOf({}), "đích");
    const said: string[] = [];
    const warn = (text: string) => void said.push(text);
    await publishAll(written, ["cũ", "cũ", "mới"], warn);
    expect(said).toEqual([]);
    change(join(written, "current"));
    await publishAll(written, ["mới nữa"], warn);
    expect(said).toEqual([expect.stringContaining(says)]);
    expect(said[0]).toContain("có 1 tệp không còn như lúc đăng");
  });
});

it.each([
  [(folder: string) => join(folder, "tệp"), "không phải là thư mục"],
  [(folder: string) => join(folder, "tệp/x"), "không phải là thư mục"],
  [(folder: string) => join(folder, "đứt"), "không phải là thư mục"],
  [() => "/dev/null", "không phải là thư mục"],
])("a target that is no folder is refused: %s", async (path, says) => {
  const folder = folderOf({ tệp: "" });
  symlinkSync("không có", join(folder, "đứt"));
  const opening = openLocalTarget(path(folder));
  await expect(opening).rejects.toThrow(Refused);
  await expect(opening).rejects.toThrow(says);
});

it.runIf(process.platform === "linux")("a target that cannot be made is refused", async () => {
  for (const path of ["/proc/ban-tin/x", "/sys/ban-tin"])
    await expect(openLocalTarget(path)).rejects.toThrow(`“${path}”`);
});

describe("a rollback", () => {
  const back = async (written: string, steps: number) => {
    await using target = await openLocalTarget(written);
    return await rollBack(target, written, steps);
  };

  it("names a way past a damaged release", async () => {
    const written = join(folderOf({}), "đích");
    await publishAll(written, ["một", "hai", "ba", "bốn"]);
    const [first, second, third] = readdirSync(join(written, "releases")).sort();
    const damage = (id: string) => writeFileSync(join(written, "releases", id, "la"), "");
    damage(second!);
    await expect(back(written, 2)).rejects.toThrow(
      `đã hỏng:\n  la (thừa)\n${oldIsLive} Bản ${first} còn nguyên; trở lại bản ấy bằng --rollback 3`,
    );
    damage(first!);
    await expect(back(written, 2)).rejects.toThrow(`Bản ${third} còn nguyên`);
    damage(third!);
    await expect(back(written, 1)).rejects.toThrow("Không còn bản cũ nào nguyên vẹn");
  });

  it("needs a release before the live one", async () => {
    const written = join(folderOf({}), "đích");
    await publishAll(written, ["một"]);
    await expect(back(written, 1)).rejects.toThrow("không còn bản nào cũ hơn bản đang chạy");
  });
});
