import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { type BuildOptions, build } from "../../../scripts/build.ts";
import { type JoinOptions, joinParts } from "../../../scripts/join.ts";
import { manifestOf } from "../../../scripts/publishing/manifest.ts";
import type { Day } from "../../../src/day.ts";
import { article, base, temporaryFolder, writeFiles } from "../../content.ts";
import { pdfFile } from "../../pdf-file.ts";
import { run, runProgram } from "../../running.ts";

/** A site in parts, each built with a cache of its own, as on machines of their own. */

const today = "2024-06-30" as Day;
const pictures = 7;
const folder = temporaryFolder();
const content = join(folder, "content");
const whole = join(folder, "_site");
const parts = join(folder, "phan");
const newPictures: number[] = [];

const building = (name: string): BuildOptions => ({
  content,
  output: join(folder, name),
  cache: join(folder, `cache-${name.replace("/", "-")}`),
  drafts: false,
  today,
});
const buildPart = (number: number, of = 3, more: Partial<BuildOptions> = {}) =>
  build({ ...building(`phan/${number}`), shard: { number, of }, ...more });
const joining = (more: Partial<JoinOptions> = {}): JoinOptions => ({
  parts,
  output: join(folder, "gop"),
  cache: join(folder, "cache-gop"),
  lang: "vi",
  ...more,
});

beforeAll(async () => {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 30 };
  writeFiles(content, base);
  for (let at = 1; at <= pictures; at += 1) {
    const size = { width: 330 + at, height: 200, channels: 3 as const };
    const picture = await sharp({ create: { ...size, background: "#fff", noise } })
      .jpeg()
      .toBuffer();
    const month = at < 4 ? "03" : "04";
    writeFiles(content, {
      [`bai-${at}/index.md`]: article(
        `images: [{ src: anh.jpg, alt: Hội trường }]\ntags: [Chủ đề ${at}]`,
      ).replace("2024-03-05", `2024-${month}-0${at}`),
      [`bai-${at}/anh.jpg`]: picture,
    });
  }
  writeFiles(content, {
    "ke-hoach/index.md": article(
      'documents: [{ title: "Kế hoạch thử", file: ke-hoach.pdf }]\ntags: [Kế hoạch]',
    ),
    "ke-hoach/ke-hoach.pdf": pdfFile({ lines: ["Kế hoạch kiểm tra của chi bộ mẫu"] }),
  });
  expect((await build(building("_site"))).kind).toBe("written");
  for (const number of [1, 2, 3]) {
    const built = await buildPart(number);
    newPictures.push(built.kind === "faulty" ? Number.NaN : built.newPictures);
  }
});

describe("a site in parts", () => {
  it("has every picture encoded once, by the part that serves it", () => {
    expect(newPictures.reduce((sum, count) => sum + count, 0)).toBe(pictures);
    expect(Math.max(...newPictures)).toBeLessThan(pictures);
  });

  it("is joined to what one build writes, byte for byte, and a build of it has nothing to do", async () => {
    const joined = await joinParts(joining());
    expect(joined).toMatchObject({ kind: "joined", parts: 3, removed: 0 });
    expect(manifestOf(join(folder, "gop"))).toEqual(manifestOf(whole));
    const { output, cache } = joining();
    const again = await build({ ...building("gop"), output, cache });
    expect(again).toMatchObject({ kind: "unchanged", articles: pictures + 1, pictures });
    expect(await joinParts(joining())).toMatchObject({ written: 0, removed: 0 });
  });

  it("is written down beside each part, and the same part built again stays as it is", async () => {
    const facts = readFileSync(join(parts, "2.part.json"), "utf8");
    expect(readFileSync(join(parts, "2.manifest.txt"), "utf8")).toContain("  ");
    expect(await buildPart(2)).toMatchObject({ kind: "unchanged" });
    expect(readFileSync(join(parts, "2.part.json"), "utf8")).toBe(facts);
    // What was written down is lost, and the part is not.
    rmSync(join(parts, "2.part.json"));
    expect(await buildPart(2)).toMatchObject({ kind: "unchanged" });
    expect(readFileSync(join(parts, "2.part.json"), "utf8")).toBe(facts);
  });
});

describe("what is no whole site", () => {
  const copy =
    (name: string, to = name) =>
    (at: string) => {
      for (const ending of ["", ".part.json", ".manifest.txt"])
        cpSync(join(parts, `${name}${ending}`), join(at, `${to}${ending}`), { recursive: true });
    };
  const without =
    (...names: string[]) =>
    (at: string) => {
      for (const name of names) rmSync(join(at, name), { recursive: true });
    };
  const someFile = () => [...manifestOf(join(parts, "2")).keys()][0]!;
  const inFacts = (from: RegExp, to: string) => (at: string) => {
    const path = join(at, "2.part.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  };
  const asBuilt = async (at: string, shard: { number: number; of: number }, day = today) => {
    await build({ ...building("khac"), output: join(at, "2"), shard, today: day });
  };

  it.each<[string, (at: string) => unknown, RegExp]>([
    [
      "a part that is missing",
      without("2", "2.part.json", "2.manifest.txt"),
      /^Thiếu phần 2 trong 3 phần\./u,
    ],
    ["a part twice", copy("2", "cu"), /^Phần 2 có nhiều lần: “2”, “cu”\./u],
    [
      "no part",
      (at) => without("1", "2", "3", ...["1", "2", "3"].map((n) => `${n}.part.json`))(at),
      /^Không thấy phần nào trong /u,
    ],
    [
      "a file that was changed",
      (at) => writeFileSync(join(at, "2", someFile()), "x"),
      /^“2” không như lúc dựng xong: \S+\. Xin chép lại/u,
    ],
    [
      "a file that got lost",
      (at) => rmSync(join(at, "2", someFile())),
      /^“2” không như lúc dựng xong: /u,
    ],
    [
      "a file too many",
      (at) => writeFileSync(join(at, "2/la.html"), "x"),
      /^“2” không như lúc dựng xong: la\.html\./u,
    ],
    ["a folder that got lost", without("2"), /^“2” không như lúc dựng xong: .* và \d+ tệp khác/u],
    [
      "a list of files that was changed",
      (at) => writeFileSync(join(at, "2.manifest.txt"), ""),
      /^Thiếu danh sách tệp của “2”/u,
    ],
    [
      "a description that nobody can read",
      (at) => writeFileSync(join(at, "2.part.json"), "{"),
      /^Không đọc được “2\.part\.json”/u,
    ],
    [
      "a part of four",
      (at) => asBuilt(at, { number: 2, of: 4 }),
      /^“2” là phần của trang chia 4, còn “1” là phần của trang chia 3\./u,
    ],
    [
      "a part of another day",
      (at) => asBuilt(at, { number: 2, of: 3 }, "2024-07-01" as Day),
      /^“2” coi hôm nay là 2024-07-01, còn “1” coi là 2024-06-30\./u,
    ],
    [
      "a part of another program",
      inFacts(/"code": "/u, '"code": "0'),
      /^“2” và “1” không do cùng một bản của chương trình và của Node\.js dựng ra/u,
    ],
    [
      "a part of other content",
      inFacts(/"content": "/u, '"content": "0'),
      /^“2” dựng từ nội dung khác với “1”/u,
    ],
    [
      "a part with drafts",
      inFacts(/"drafts": false/u, '"drafts": true'),
      /^“2” và “1” không cùng có --drafts/u,
    ],
  ])("is refused in words, and the last output stays: %s", async (_, change, words) => {
    const at = join(temporaryFolder(), "phan");
    cpSync(parts, at, { recursive: true });
    const output = join(at, "../trang");
    const cache = join(at, "../cache");
    await joinParts(joining({ parts: at, output, cache }));
    const before = manifestOf(output);
    await change(at);
    const joined = await joinParts(joining({ parts: at, output, cache }));
    expect(joined.kind).toBe("faulty");
    const faults = joined.kind === "faulty" ? joined.faults : [];
    expect(
      faults.some((one) => words.test(one)),
      faults.join("\n"),
    ).toBe(true);
    expect(manifestOf(output)).toEqual(before);
  });

  it("ends the command with 1, in both languages", async () => {
    const at = join(temporaryFolder(), "phan");
    cpSync(parts, at, { recursive: true });
    without("3.part.json")(at);
    const args = [at, "--output", join(at, "../trang"), "--cache", join(at, "../cache")];
    const vi = await run("join", args);
    expect([vi.status, vi.stderr]).toEqual([
      1,
      "Thiếu phần 3 trong 3 phần. Xin dựng phần còn thiếu, hoặc chép phần ấy vào đây.\nChưa gộp trang. Trang đang có vẫn được giữ nguyên.\n",
    ]);
    expect(existsSync(join(at, "../trang"))).toBe(false);
    const en = await run("join", [...args, "--lang", "en"]);
    expect(en.stderr).toContain("Missing of 3 parts: 3.");
  });
});

describe("the ready workflows", () => {
  const files = "scripts/starting/files";
  const steps = z.object({
    runs: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }),
  });
  const ofAction = (name: string) =>
    steps
      .parse(parse(readFileSync(`${files}/actions/${name}/action.yml`, "utf8")))
      .runs.steps.flatMap(({ run }) => run ?? []);
  const gitlab = z
    .object({
      dung: z.object({ script: z.array(z.string()) }),
      pages: z.object({ script: z.array(z.string()) }),
    })
    .parse(parse(readFileSync(`${files}/gitlab-ci-nhieu-may.yml`, "utf8")));
  const now = `${today}T01:02:03Z`;
  const onGitHub = (part: number) => ({ PART: String(part), PARTS: "2", NOW: now });
  const onGitLab = (part: number) => ({
    CI_NODE_INDEX: String(part),
    CI_NODE_TOTAL: "2",
    CI_PIPELINE_CREATED_AT: now,
  });

  /** Runs the commands in an office, where nothing has to be installed. */
  const inOffice = async (at: string, commands: readonly string[], env: NodeJS.ProcessEnv) => {
    const ours = commands.filter((command) => !command.startsWith("npm ci"));
    const program = ["-e", "-c", ours.join("\n")];
    const ran = await runProgram("bash", program, { cwd: at, env: { ...process.env, ...env } });
    expect(ran.status, ran.stderr).toBe(0);
  };

  it.each([
    ["GitHub", ofAction("build-part"), ofAction("join"), onGitHub, "_site"],
    ["GitLab", gitlab.dung.script, gitlab.pages.script, onGitLab, "public"],
  ])(
    "of %s make the same site on two runners and a third",
    async (_, built, joined, envOf, site) => {
      const office = (name: string) => {
        const at = join(temporaryFolder(), name);
        cpSync(content, join(at, "content"), { recursive: true });
        const program = join(process.cwd(), "scripts/ban-tin.js");
        const script = (command: string) => [command, `node "${program}" ${command}`];
        const scripts = Object.fromEntries(["build", "join"].map(script));
        writeFileSync(join(at, "package.json"), JSON.stringify({ private: true, scripts }));
        return at;
      };
      const last = office("gop");
      for (const part of [1, 2]) {
        const runner = office(`may-${part}`);
        await inOffice(runner, built, envOf(part));
        cpSync(join(runner, `phan-${part}.tar`), join(last, `phan-${part}.tar`));
      }
      await inOffice(last, joined, {});
      expect(manifestOf(join(last, site))).toEqual(manifestOf(whole));
    },
  );
});

it("a picture that is damaged far inside is told by a part whose book shows it", async () => {
  const broken = join(folder, "hong");
  cpSync(content, broken, { recursive: true });
  const path = join(broken, "bai-1/anh.jpg");
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length / 2));
  const kinds: string[] = [];
  for (const number of [1, 2, 3]) {
    const built = await build({
      ...building(`hong-${number}`),
      content: broken,
      shard: { number, of: 3 },
    });
    kinds.push(built.kind);
    if (built.kind !== "faulty") continue;
    const codes = built.problems.map(({ code, path }) => `${path} ${code}`);
    expect(codes).toContain("bai-1/anh.jpg picture-broken");
  }
  expect(kinds).toContain("faulty");
});
