import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLocalTarget } from "../../../scripts/publishing/local-target.ts";
import { rollBack } from "../../../scripts/publishing/publish-release.ts";
import { laterAddress } from "../../../scripts/starting/later-address.ts";
import { nowhere } from "../../../scripts/trials/publishing-office.ts";
import { article, base, type Files } from "../../content.ts";
import { pdfFile } from "../../pdf-file.ts";
import { run, runProgram } from "../../running.ts";
import { faultsOf, liveIn, newOffice, type Office } from "./office.ts";

/** Publishing into a folder of this machine: what is there before and after. */

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
const page = (text: string) => ({ "a.md": article("", text) });
const articleOf = ({ target }: Office, release = "current") =>
  readFileSync(join(target, release, "2024/03/05/a/index.html"), "utf8");

describe("publish", () => {
  it("makes releases that sha256sum can check, and links what has not changed", async () => {
    const office = newOffice();
    const first = office.commit();
    const published = await office.publish();
    expect(published).toMatchObject({ kind: "published", files: { linked: 0, gone: 0 } });
    const id = liveIn(office.target);
    expect(id).toMatch(new RegExp(`^\\d{8}-\\d{6}-${first.slice(0, 8)}$`, "u"));
    expect(faultsOf(office.target)).toEqual([]);
    const current = join(office.target, "current");
    const facts = JSON.parse(readFileSync(join(current, "release.json"), "utf8"));
    expect(facts).toMatchObject({
      content: { commit: first, changed: false },
      today: "2024-06-30",
    });
    expect(JSON.stringify(facts)).not.toContain(office.folder);
    const bill = JSON.parse(readFileSync(join(current, "sbom.json"), "utf8"));
    expect(bill.metadata.component.name).toBe("ban-tin");
    expect(bill.components.map(({ name }: { name: string }) => name)).toContain("markdown-it");
    expect(bill.components.map(({ name }: { name: string }) => name)).not.toContain("vitest");

    expect(await office.publish()).toMatchObject({ kind: "unchanged", id });
    office.commit(page("Chữ mới."));
    const next = await office.publish();
    expect(next).toMatchObject({ kind: "published" });
    const { ino } = statSync(join(office.target, "releases", id, "robots.txt"));
    expect(statSync(join(current, "robots.txt")).ino).toBe(ino);
    expect(articleOf(office)).toContain("Chữ mới.");
    expect(faultsOf(office.target)).toEqual([]);
    const check = ["-c", "--quiet", "manifest.txt"];
    expect(await runProgram("sha256sum", check, { cwd: current })).toMatchObject({ status: 0 });
  });

  it("keeps five releases and goes back to any of them", async () => {
    const office = newOffice();
    const ids: string[] = [];
    for (let number = 1; number <= 6; number += 1) {
      office.commit(page(`Lần ${number}.`));
      await office.publish();
      ids.push(liveIn(office.target));
    }
    const releases = () => readdirSync(join(office.target, "releases")).sort();
    expect(releases()).toEqual(ids.slice(1));
    const back = async (steps: number) => {
      await using target = await openLocalTarget(office.target);
      return await rollBack(target, office.target, steps);
    };
    await back(1);
    expect(liveIn(office.target)).toBe(ids[4]);
    const asked = await run("publish", ["--to", office.target, "--rollback", "2"]);
    expect([asked.status, asked.stderr]).toEqual([0, ""]);
    expect(asked.stdout).toBe(`Đã trở lại bản ${ids[2]} ở ${office.target}.\n`);
    expect(articleOf(office)).toContain("Lần 3.");
    await expect(back(2)).rejects.toThrow("chỉ còn 1 bản cũ hơn");
    appendFileSync(join(office.target, "releases", ids[1]!, "robots.txt"), "#");
    await expect(back(1)).rejects.toThrow("đã hỏng:\n  robots.txt (bị sửa");
    expect(liveIn(office.target)).toBe(ids[2]);
    // Releases that were taken back are gone with the next one, so that no rollback leads to them.
    office.commit(page("Lần 7."));
    await office.publish();
    expect(releases()).toEqual([ids[1], ids[2], liveIn(office.target)]);
  });

  it("gives no damage of the live release to the next, and repairs it", async () => {
    const office = newOffice();
    await office.publish();
    const live = join(office.target, "current");
    appendFileSync(join(live, "robots.txt"), "hỏng");
    rmSync(join(live, "404.html"));
    writeFileSync(join(live, "la.html"), "lạ");
    expect(await office.publish()).toMatchObject({ kind: "published" });
    expect(faultsOf(office.target)).toEqual([]);
    expect(existsSync(join(live, "la.html"))).toBe(false);
  });

  it("publishes files that anyone may read, whatever the builder's rights are", async () => {
    const office = newOffice();
    await office.publish();
    chmodSync(join(office.folder, "_site/404.html"), 0o600);
    rmSync(office.target, { recursive: true });
    await office.publish();
    expect(lstatSync(join(office.target, "current/404.html")).mode & 0o777).toBe(0o644);
  });

  it("removes what a publish that was cut off has left", async () => {
    const office = newOffice();
    await office.publish();
    office.commit(page("Chữ mới."));
    mkdirSync(join(office.target, "releases/.part-x/y"), { recursive: true });
    symlinkSync("releases/x", join(office.target, "current.new"));
    writeFileSync(join(office.target, ".ban-tin-lock"), "999999999");
    writeFileSync(join(office.target, ".ban-tin-lock-999999999-0123abcd-1"), "999999999");
    await office.publish();
    expect(faultsOf(office.target)).toEqual([]);
  });

  it("works outside of git", async () => {
    const office = newOffice();
    rmSync(join(office.folder, ".git"), { recursive: true });
    await office.publish();
    expect(liveIn(office.target)).toMatch(/^\d{8}-\d{6}$/u);
    await expect(office.publish({ today: "2024-06-29" })).rejects.toThrow("mới hơn bản định đăng");
  });

  it("says when something of the content is in no commit", async () => {
    const office = newOffice();
    office.write(page("Chưa commit."));
    const said: string[] = [];
    const publish = () => office.publish({}, (text) => void said.push(text));
    expect(await publish()).toMatchObject({ facts: { content: { changed: true } } });
    expect(said.splice(0)).toEqual([expect.stringContaining("có sửa đổi chưa commit")]);
    office.commit();
    expect(await publish()).toMatchObject({ facts: { content: { changed: false } } });
    expect(said).toEqual([]);
  });

  it("says when the site has the address that init gave it", async () => {
    const office = newOffice();
    office.commit({
      "site.yaml": base["site.yaml"].replace(/^url: .*$/mu, `url: ${laterAddress}`),
    });
    const said: string[] = [];
    await office.publish({}, (text) => void said.push(text));
    expect(said).toEqual([expect.stringContaining(`url ở site.yaml vẫn là ${laterAddress}`)]);
  });

  it.each<[string, Files]>([
    ["c.md", { "c.md": article("", "Git bỏ qua.") }],
    ["logo.svg", { "site.yaml": `${base["site.yaml"]}logo: logo.svg\n`, "logo.svg": drawing }],
    ["qd.pdf", { "a.md": article("documents: [{ title: A, file: qd.pdf }]"), "qd.pdf": pdfFile() }],
  ])("says when git ignores what is published: %s", async (ignored, files) => {
    const office = newOffice();
    writeFileSync(join(office.folder, ".gitignore"), `content/${ignored}\n`);
    office.git("add", ".gitignore");
    office.write(files);
    office.commit();
    expect(await office.publish()).toMatchObject({ facts: { content: { changed: true } } });
  });
});

/** Each prepares a target, or the office; the publish after it is refused with these words. */
const refused: readonly [string, (office: Office) => void | Promise<void>, string][] = [
  [
    "a folder with other things",
    ({ target }) => {
      mkdirSync(target);
      writeFileSync(join(target, "index.html"), "cũ");
    },
    "ở đó đã có “index.html”",
  ],
  [
    "a real folder named current",
    ({ target }) => void mkdirSync(join(target, "current"), { recursive: true }),
    "“current” ở đó là thư mục hay tệp thật",
  ],
  [
    "a link of somebody else",
    ({ target }) => {
      mkdirSync(target);
      symlinkSync("/srv/trang", join(target, "current"));
    },
    "liên kết “current” ở đó dẫn tới “/srv/trang”",
  ],
  [
    "source code",
    ({ target }) => {
      mkdirSync(target);
      writeFileSync(join(target, "package.json"), "{}");
    },
    "chứa mã nguồn",
  ],
  [
    "a target that is being published to",
    ({ target }) => {
      mkdirSync(target);
      writeFileSync(join(target, ".ban-tin-lock"), String(process.ppid));
    },
    "Một lệnh publish khác đang đăng vào",
  ],
  [
    "an ancestor of the live commit",
    async (office) => {
      office.commit(page("Chữ mới."));
      await office.publish();
      office.git("checkout", "--quiet", "HEAD^");
    },
    "mới hơn bản định đăng",
  ],
  [
    "a later commit of a branch without the live one",
    async (office) => {
      office.git("branch", "other");
      const live = office.commit({}, 8);
      await office.publish();
      office.git("checkout", "--quiet", "other");
      office.commit(page("Nhánh khác."), 9);
      const publishing = office.publish();
      await expect(publishing).rejects.toThrow(`git merge ${live.slice(0, 8)}`);
    },
    "ở hai nhánh đã tách nhau",
  ],
  [
    "the day before that of the live release",
    async (office) => void (await office.publish({ today: "2024-07-01" })),
    "--rollback",
  ],
];

describe("publish refuses", () => {
  it.each(refused)("%s", async (_, prepare, says) => {
    const office = newOffice();
    await prepare(office);
    await expect(office.publish()).rejects.toThrow(says);
  });

  it.each([
    ["the content", "content", "chứa nội dung hoặc mã nguồn"],
    ["a folder that holds the content", ".", "chứa nội dung hoặc mã nguồn"],
    ["the output", "_site", "lệnh build ghi vào đó"],
    ["a folder in the output", "_site/x", "lệnh build ghi vào đó"],
  ])("%s as a target", async (_, to, says) => {
    const office = newOffice();
    await expect(office.publish({ to: join(office.folder, to) })).rejects.toThrow(says);
  });

  it("content with errors, with exit code 1", async () => {
    const office = newOffice();
    office.write({ "c.md": article("tgas: [Một]") });
    const options = ["--content", join(office.folder, "content"), "--url", nowhere];
    const places = ["--output", join(office.folder, "_site"), "--cache", join(office.folder, "c")];
    const ran = await run("publish", ["--to", office.target, ...options, ...places]);
    expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining("[unknown-key]")]);
    expect(ran.stderr).toContain("Không đăng vì nội dung có 1 lỗi.");
    expect(existsSync(office.target)).toBe(false);
  });
});
