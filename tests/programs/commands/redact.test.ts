import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { article, base, folderOf, temporaryFolder } from "../../content.ts";
import { run } from "../../running.ts";

const picture = await sharp({
  create: { width: 600, height: 400, channels: 3, background: "#fff" },
})
  .jpeg()
  .toBuffer();

const told = `tags: [Trần Văn Hai]
summary: "Ông TRẦN VĂN HAI nhận giải."
images: [{ src: tran-van-hai.jpg, alt: Một người cầm bằng, caption: Ông Trần Văn Hai }]
people: [{ id: tran-van-hai }]
awards: [{ form: Giấy khen, status: đã trao, by: khoi-thu, to: đảng viên, recipients: [Trần Văn Hai] }]`;

function officeWith(more: string): string {
  return folderOf({
    ...base,
    "people.yaml":
      "- { id: tran-van-hai, name: Trần Văn Hai, aliases: [Hai Trần, Hai], posts: [{ post: Ủy viên }] }\n",
    "addresses.txt": "/2024/03/05/ong-tran-van-hai/ 2024/ong-tran-van-hai/index.md\n",
    "2024/ong-tran-van-hai/index.md": article(
      told,
      `Ông ${"Trần Văn Hai".normalize("NFD")} nói, **Trần** Văn\nHai kể. ${more}`,
    ),
    "2024/ong-tran-van-hai/tran-van-hai.jpg": picture,
    "b.md": article("", "Xem [bài](2024/ong-tran-van-hai/index.md)."),
    "nhap.md": article(
      "draft: true",
      "Tr&#7847;n&nbsp;Văn Hai nói; ông Hai kể. <!-- Trần Văn Hai -->",
    ),
  });
}

const options = (content: string) => [
  ...["--content", content, "--cache", join(content, ".cache"), "--now", "2024-06-30"],
];

it("npm run redact takes a name out of texts, data and file names, and proves it", async () => {
  const content = officeWith("");
  const listed = await run("redact", ["Trần Văn Hai", ...options(content)]);
  expect(listed.status).toBe(0);
  expect(listed.stdout).toContain("people.yaml:1:");
  expect(listed.stdout).toContain("ong-tran-van-hai/tran-van-hai.jpg: tên tệp hoặc thư mục");
  expect(listed.stdout).toContain("Chưa thay chỗ nào.");
  expect(listed.stdout).toMatch(
    /những tên khác của người này.*:\n {2}npm run redact -- "Hai Trần"\n {2}“Hai”: sửa tay\n/u,
  );

  expect(listed.stdout).toMatch(/cách gọi tắt.*\n.*nhap\.md:9: .*ông Hai kể/u);

  const git = (...args: string[]) =>
    execFileSync("git", [
      "-C",
      content,
      "-c",
      "user.name=A",
      "-c",
      "user.email=a@thu.example",
      ...args,
    ]);
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "A", "--date", "2024-03-05T12:00:00+0700");
  const done = await run("redact", ["Trần Văn Hai", "--yes", ...options(content)]);
  expect(done.stdout + done.stderr).toContain(
    "không tệp nào của trang còn tên ấy, kể cả không dấu",
  );
  expect(done.stdout).toContain("lịch sử git: 1 commit");
  expect(done.stdout).toContain("TRẦN VĂN HAI==>(đã ẩn tên)\n");
  expect(done.stdout).toContain("tran-van-hai==>da-an-ten\n");
  expect(readFileSync(join(content, "nhap.md"), "utf8")).toContain(
    "(đã ẩn tên) nói; ông Hai kể. <!-- (đã ẩn tên) -->",
  );
  expect(done.status).toBe(0);
  const text = readFileSync(join(content, "2024/ong-da-an-ten/index.md"), "utf8");
  expect(text).toContain("recipients: [(đã ẩn tên)]");
  expect(text).toContain("src: da-an-ten.jpg");
  expect(text).toContain("Ông (đã ẩn tên) nói, **(đã ẩn tên)** kể.");
  expect(existsSync(join(content, "2024/ong-da-an-ten/da-an-ten.jpg"))).toBe(true);
  expect(readFileSync(join(content, "addresses.txt"), "utf8")).toBe("");
  expect((await run("redact", ["Trần Văn Hai", ...options(content)])).stdout).toContain(
    "không có tên",
  );
});

it("npm run redact leaves no name in the cache, even when no proof can be built", async () => {
  const own = "author: Lê Thị Kín Đáo\n";
  const other = own.replace("Đáo", "Đao");
  const byAuthor = (author: string, body?: string) =>
    article("", body).replace("author: Người Thử\n", author);
  const content = folderOf({ ...base, "a.md": byAuthor(own), "b.md": byAuthor(other) });
  const output = join(temporaryFolder(), "_site");
  const built = await run("build", [...options(content), "--output", output]);
  expect(built.stderr).toContain("Kín Đáo");
  expect(built.status).toBe(0);
  writeFileSync(join(content, "b.md"), byAuthor(other, "Xem [bài](khong-co.md)."));
  const done = await run("redact", ["Lê Thị Kín Đáo", "--yes", ...options(content)]);
  expect(done.status).toBe(1);
  const cache = join(content, ".cache");
  const naming = readdirSync(cache, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes("Kín Đáo"),
  );
  expect(naming.map(({ name }) => name)).toEqual([]);
});

it("npm run redact leaves those whose names are only alike, and refuses half a name", async () => {
  const content = officeWith("Ông Trần Văn Hải cũng nói.");
  const done = await run("redact", ["Trần Văn Hai", "--yes", ...options(content)]);
  expect(done.stdout).toContain("có thể là người khác");
  expect(done.stdout).toContain("có tên không dấu giống vậy");
  expect(done.status).toBe(0);
  const text = readFileSync(join(content, "2024/ong-tran-van-hai/index.md"), "utf8");
  expect(text).toContain("Ông Trần Văn Hải cũng nói.");
  expect(text).not.toContain("Trần Văn Hai");
  expect((await run("redact", ["Hai", ...options(content)])).status).toBe(2);
});
