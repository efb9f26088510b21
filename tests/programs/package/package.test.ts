import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { commandNames } from "../../../scripts/cli/commands.ts";
import { now, readSite } from "../../built-site.ts";
import { article, temporaryFolder, writeFiles } from "../../content.ts";
import { exampleContent } from "../../example-content.ts";
import { freePort } from "../../running.ts";
import { paragraph, wordFile, run as words } from "../../values/importing/word-file.ts";
import {
  inOffice,
  installCreator,
  installIn,
  newer,
  packed,
  packedCreator,
  startInOffice,
} from "./office-package.ts";

/** The package that offices install: what is in it, and that it does what the sources do. */

let archive: string;
let office: string;

const day = now.slice(0, 10);

beforeAll(() => {
  archive = packed();
  // What `npx --package ban-tin.tgz ban-tin init` has.
  const first = temporaryFolder();
  installIn(first, archive);
  office = join(temporaryFolder(), "trang tin");
  writeFileSync(join(first, "don-vi.txt"), "Đảng bộ mẫu Sông Xanh\n  Chi bộ mẫu số 1\n");
  const answers = { name: "Bản tin mẫu", owner: "Đảng bộ mẫu Sông Xanh", responsible: "Tên Mẫu" };
  const options = Object.entries({ ...answers, units: "don-vi.txt", package: archive, now: day });
  const args = options.flatMap(([name, value]) => [`--${name}`, value]);
  const made = inOffice(first, ["init", office, "--yes", ...args]);
  expect(made).toMatchObject({ status: 0, stderr: "" });
  installIn(office, archive);
});

it("is started by npm create ban-tin, which is init", async () => {
  const place = temporaryFolder();
  installIn(place, archive);
  const creator = installCreator(place, await packedCreator());
  const create = (...args: string[]) =>
    spawnSync(process.execPath, [creator, ...args], { cwd: place, encoding: "utf8" });
  const answers = ["--name", "Bản tin mẫu", "--owner", "Chi bộ mẫu", "--responsible", "Tên Mẫu"];
  const made = create("trang", "--yes", "--package", archive, "--now", day, ...answers);
  expect([made.status, made.stderr]).toEqual([0, ""]);
  expect(made.stdout).toContain("Đã tạo trang tin “Bản tin mẫu”");
  expect(readFileSync(join(place, "trang/content/site.yaml"), "utf8")).toContain("Chi bộ mẫu");
  expect(create().stderr).toContain("Còn thiếu tên thư mục");
});

it("has no test, no sample, no bench and no source that Node would not run", () => {
  const files = execFileSync("tar", ["-tzf", archive], { encoding: "utf8" }).trim().split("\n");
  const isStrange = (path: string) =>
    /\/(?:tests?|bench|trials|node_modules)\//u.test(path) ||
    (/\.ts$/u.test(path) && !path.endsWith(".d.ts")) ||
    (path.startsWith("package/dist/content/") && !path.endsWith("/norms.yaml"));
  expect(files.filter(isStrange)).toEqual([]);
  expect(files).toContain("package/dist/THIRD-PARTY.txt");
});

it("depends on few packages, and has the others in it", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(15);
  const bill = JSON.parse(
    readFileSync(join(office, "node_modules/ban-tin/dist/sbom.json"), "utf8"),
  );
  const names = bill.components.map(({ name }: { readonly name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(["@11ty/eleventy", "zod", "sharp", "mammoth"]));
  expect(names).not.toContain("vitest");
});

it("has bundles that load, and export what the packages do", () => {
  const { "ban-tin": own } = JSON.parse(readFileSync("package.json", "utf8"));
  const vendor = join(office, "node_modules/ban-tin/dist/vendor");
  const bundles = own.bundled.flatMap((name: string) => {
    const path = join(vendor, name, "lib/bundle/index.mjs");
    const imported = name === "csv-parse" ? `${name}/sync` : name;
    return existsSync(path) ? [[imported, pathToFileURL(path).href]] : [];
  });
  expect(bundles.length).toBeGreaterThan(5);
  // In a process of its own, which has nothing that a test brings along.
  const script = `for (const [name, url] of ${JSON.stringify(bundles)}) {
    const [theirs, ours] = [await import(name), await import(url)];
    const missing = Object.keys(theirs).filter((key) => key !== "module.exports" && !(key in ours));
    if (missing.length > 0) console.log(name, missing);
  }`;
  const args = ["--input-type=module", "--eval", script];
  expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toBe("");
});

it("explains every command", () => {
  expect(inOffice(office, ["--help"])).toMatchObject({ status: 0, stderr: "" });
  for (const name of commandNames)
    expect(inOffice(office, [name, "--help"])).toMatchObject({ status: 0, stderr: "" });
});

it("makes an office that passes its check, builds, and takes articles", () => {
  expect(inOffice(office, ["check", "--now", day])).toMatchObject({
    status: 0,
    stdout: "Đã kiểm tra 1 bài: không có lỗi.\n",
  });
  expect(inOffice(office, ["build", "--now", day])).toMatchObject({ status: 0 });
  const page = readFileSync(join(office, "_site/index.html"), "utf8");
  expect(page).toContain("Bản tin mẫu ra mắt");
  const args = ["--unit", "chi-bo-mau-so-1", "--author", "Tên Mẫu", "--date", "1/6/2026", "--yes"];
  expect(inOffice(office, ["new", "Họp thường kỳ", ...args])).toMatchObject({ status: 0 });
  expect(existsSync(join(office, "content/2026/hop-thuong-ky/index.md"))).toBe(true);
});

it("builds a portal over the site that it built", () => {
  const portal = `name: Cổng mẫu
description: Tin của các cơ quan mẫu
url: https://cong.example
owner: Đảng bộ mẫu Sông Xanh
responsible: Tên Mẫu
sites: [{ id: song-xanh, name: Bản tin mẫu, data: ../../_site/du-lieu }]
`;
  writeFiles(office, { "cong/content/portal.yaml": portal });
  expect(inOffice(office, ["portal", "--content", "cong/content", "--now", day])).toMatchObject({
    status: 0,
    stderr: "",
  });
  const home = readFileSync(join(office, "cong/_site/index.html"), "utf8");
  expect(home).toContain("Bản tin mẫu ra mắt");
});

it("serves the preview and the form editor", async () => {
  const port = String(await freePort());
  const child = startInOffice(office, ["start", "--port", port, "--now", day]);
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  try {
    await expect.poll(() => printed).toMatch(/Xem thử tại http/u);
    for (const path of ["/", "/_soan/", "/_soan/soan.js", "/_soan/soan.css"])
      expect((await fetch(`http://localhost:${port}${path}`)).status, path).toBe(200);
  } finally {
    child.kill("SIGTERM");
    await once(child, "close");
  }
});

it("builds byte for byte what the sources build", () => {
  const other = temporaryFolder();
  cpSync(exampleContent, join(other, "content"), { recursive: true });
  installIn(other, archive);
  expect(inOffice(other, ["build", "--now", now])).toMatchObject({ status: 0 });
  const expected = readSite(inject("builtSite"));
  const { directory, files } = readSite(join(other, "_site"));
  expect(files).toEqual(expected.files);
  const isOther = (file: string) =>
    !readFileSync(join(directory, file)).equals(readFileSync(join(expected.directory, file)));
  expect(files.filter(isOther)).toEqual([]);
});

it("has one module for the code of an office", () => {
  const script = `console.log(Object.keys(await import("ban-tin/layouts")).join());
    for (const name of ["page", "layouts/home", "scripts/build"])
      await import(\`ban-tin/\${name}\`).catch(({ code }) => console.log(code));`;
  const args = ["--input-type=module", "--eval", script];
  const printed = execFileSync(process.execPath, args, { cwd: office, encoding: "utf8" });
  expect(printed).toBe(`html\n${"ERR_PACKAGE_PATH_NOT_EXPORTED\n".repeat(3)}`);
});

describe("the code of an office", () => {
  it("has types, makes a page and replaces a view", () => {
    writeFiles(office, {
      "layouts/lich-truc.ts": `import { html, type OwnPages } from "ban-tin/layouts";
const pages: OwnPages = ({ name }) => [
  { url: "/lich-truc/", title: "Lịch trực", description: name, main: html\`<p>\${"<b>"}</p>\` },
];
export default pages;
`,
      "layouts/article-foot.ts": `import { html, type ArticleFoot } from "ban-tin/layouts";
const foot: ArticleFoot = ({ address, unit }) => html\`<p>\${unit.name}: \${address}</p>\`;
export default foot;
`,
    });
    const compiler = resolve("node_modules/typescript/bin/tsc");
    expect(execFileSync(process.execPath, [compiler], { cwd: office, encoding: "utf8" })).toBe("");
    expect(inOffice(office, ["build", "--now", day])).toMatchObject({ status: 0 });
    const page = (path: string) => readFileSync(join(office, "_site", path), "utf8");
    expect(page("lich-truc/index.html")).toContain("<p>&lt;b&gt;</p>");
    expect(page("2026/06/30/ra-mat-trang-tin/index.html")).toContain(
      "<p>Đảng bộ mẫu Sông Xanh: https://ban-tin.example/2026/06/30/ra-mat-trang-tin/</p>",
    );
  });

  it("that does not fit the types is found by an editor", () => {
    const path = join(office, "layouts/sai.ts");
    writeFileSync(
      path,
      'import type { OwnPages } from "ban-tin/layouts";\nconst a: OwnPages = 7;\nexport default a;\n',
    );
    const compiler = resolve("node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler], { cwd: office, encoding: "utf8" });
    rmSync(path);
    expect(stdout).toMatch(/^layouts\/sai\.ts\(2,7\): error/u);
  });
});

describe("an upgrade", () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@a.example", ...args], {
      cwd: office,
      encoding: "utf8",
    });

  /** A program `npm` that only puts the archive in its place, or fails as without a network. */
  const withNpm = (script: string) => {
    const bin = temporaryFolder();
    writeFileSync(join(bin, "npm"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return { PATH: `${bin}${delimiter}${process.env.PATH}` };
  };

  it("is refused before everything is committed", () => {
    const { status, stderr } = inOffice(office, ["upgrade", archive]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("không phải kho git")]);
    git("init", "--quiet");
    const again = inOffice(office, ["upgrade", archive]);
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("chưa commit")]);
  });

  it("to the version that is there changes nothing", () => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "A");
    const { status, stdout } = inOffice(office, ["upgrade", archive, "--now", day]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("đang dùng đúng bản này")]);
    expect(git("status", "--porcelain")).toBe("");
  });

  it("that fails leaves the version that was there", () => {
    const args = ["upgrade", newer(archive), "--now", day];
    const { status, stderr } = inOffice(office, args, withNpm("exit 1"));
    expect([status, stderr]).toEqual([2, expect.stringContaining("vẫn giữ bản cũ")]);
    expect(git("status", "--porcelain")).toBe("");
  });

  const unpack = `set -e
    archive=$(sed -n 's/.*"file:\\(goi[^"]*\\)".*/\\1/p' package.json)
    rm -rf node_modules/ban-tin && mkdir node_modules/ban-tin
    tar -xzf "$archive" -C node_modules/ban-tin --strip-components=1`;

  it("to a version that no registry has is refused before anything is built", () => {
    const { status, stdout, stderr } = inOffice(office, ["upgrade", "98.0.0"], withNpm("exit 0"));
    expect([status, stdout, stderr]).toEqual([
      2,
      "",
      expect.stringContaining("Kho gói không có bản “98.0.0” của ban-tin"),
    ]);
    expect(git("status", "--porcelain")).toBe("");
  });

  /** A program that is called as Chromium is, and takes a picture without looking. */
  const withBrowser = (script: string) => {
    const path = join(temporaryFolder(), "chromium");
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return { CHROME_PATH: path };
  };

  it("tells which pages change, shows them, and touches nothing else", () => {
    // An office has files of its own, and has changed some that init wrote.
    writeFiles(office, { "README.md": "# Của đơn vị\n", "ghi-chu.txt": "x" });
    git("add", "--all");
    git("commit", "--quiet", "--message", "Own");
    const takes = withBrowser(
      'for one; do case "$one" in --screenshot=*) printf PNG >"$(echo "$one" | cut -d= -f2-)";; esac; done',
    );
    const { status, stdout } = inOffice(office, ["upgrade", newer(archive), "--now", day], {
      ...withNpm(unpack),
      ...takes,
    });
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^Trang đổi lời: \d+\n {2}.*Trang đầu/mu),
    ]);
    expect(stdout).toMatch(
      /^Xem 6 trang trước và sau, cạnh nhau: \.cache\/nang-cap\/index\.html/mu,
    );
    const report = readFileSync(join(office, ".cache/nang-cap/index.html"), "utf8");
    const pictures = [...report.matchAll(/src="(?<name>[^"]+)"/gu)].map(
      ({ groups }) => groups!.name!,
    );
    expect(pictures).toHaveLength(12);
    for (const name of pictures)
      expect(existsSync(join(office, ".cache/nang-cap", name)), name).toBe(true);
    const changed = git("status", "--porcelain").trimEnd().split("\n");
    expect(changed.map((line) => line.slice(3)).sort()).toEqual([
      "docs/huong-dan.md",
      "goi/ban-tin-0.1.0.tgz",
      "goi/ban-tin-99.0.0.tgz",
      "package.json",
    ]);
    expect(readFileSync(join(office, "docs/huong-dan.md"), "utf8")).toBe("# Mới\n");
    // What it did can be committed as it is, and the site builds.
    git("add", "--all");
    git("commit", "--quiet", "--message", "B");
    expect(inOffice(office, ["--version"]).stdout).toBe("99.0.0\n");
    expect(inOffice(office, ["build", "--now", day])).toMatchObject({ status: 0 });
  });

  it("shows what it would mend in articles, and mends it only after a yes", () => {
    // Spelt otherwise in fewer articles, which is mended, but no error.
    const tagged = (title: string, tag: string) =>
      article(`tags: [${tag}]`).replace("Bài thử", title).replace("khoi-thu", "chi-bo-mau-so-1");
    writeFiles(office, {
      "content/2026/a.md": tagged("Một", "Học tập"),
      "content/2026/b.md": tagged("Hai", "Học tập"),
      "content/2026/c.md": tagged("Ba", "học tập"),
    });
    git("add", "--all");
    git("commit", "--quiet", "--message", "Articles");
    const path = join(office, "content/2026/c.md");
    const upgrade = (to: string, ...args: string[]) =>
      inOffice(office, ["upgrade", to, "--now", day, ...args], {
        ...withNpm(unpack),
        CHROME_PATH: join(office, "no-such-browser"),
      });
    const asked = upgrade(archive);
    expect([asked.status, asked.stdout]).toEqual([
      0,
      expect.stringContaining("-tags: [học tập]\n+tags: [Học tập]\n"),
    ]);
    expect(asked.stdout).toContain("+++ b/content/2026/c.md\n");
    expect(asked.stdout).toContain("Chưa sửa bài nào.");
    expect(asked.stdout).toContain("máy không có Chrome hay Chromium chạy được");
    expect(readFileSync(path, "utf8")).toContain("[học tập]");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Not mended");
    expect(upgrade(newer(archive), "--yes").status).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("[Học tập]");
  });

  it("says how to go back when the site has errors with the new version", () => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "C");
    const wrong =
      "printf x >content/hong.md && git add content && git -c user.name=A -c user.email=a@a.example commit -qm D";
    const npm = withNpm(`${unpack}\n${wrong}`);
    const { status, stdout, stderr } = inOffice(office, ["upgrade", archive, "--now", day], npm);
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining("thì git restore ., xóa goi/ban-tin-0.1.0.tgz rồi npm ci."),
    ]);
    expect(stderr).toContain("content/hong.md:1:1: lỗi:");
    rmSync(join(office, "content/hong.md"));
  });
});

it("imports a Word file and a saved page with the readers that are in it", () => {
  const body = paragraph(words("Chi bộ mẫu số 1 họp")) + paragraph(words("Ngày 5/3/2024, họp."));
  writeFileSync(join(office, "bai.docx"), wordFile(body));
  writeFileSync(
    join(office, "trang.html"),
    "<title>Hội thi</title><article><h1>Hội thi</h1><p>Ngày 6/3/2024, hội thi mở.</p></article>",
  );
  for (const file of ["bai.docx", "trang.html"]) {
    const { status, stdout } = inOffice(office, ["import", file, "--yes"]);
    expect([status, readFileSync(join(office, stdout.trim().split("\n").at(-1)!), "utf8")]).toEqual(
      [0, expect.stringMatching(/họp|Hội thi/u)],
    );
  }
});

it("starts a second time over nothing", () => {
  const text = readFileSync(join(office, "content/site.yaml"), "utf8");
  writeFileSync(join(office, "content/site.yaml"), text.replace("Bản tin mẫu", "Tên khác"));
  const before = readdirSync(office);
  const answers = ["--name", "A", "--owner", "B", "--responsible", "C", "--package", archive];
  const again = inOffice(office, ["init", ".", "--yes", "--now", day, ...answers]);
  expect(again.stdout).toContain("Đã có sẵn, giữ nguyên: content/site.yaml\n");
  expect(readFileSync(join(office, "content/site.yaml"), "utf8")).toContain("Tên khác");
  expect(readdirSync(office)).toEqual(before);
});
