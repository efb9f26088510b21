import { type Day, yearOf } from "../../src/day.ts";
import { articleText } from "../../src/front-matter/head-text.ts";
import { slugOf } from "../../src/text/vietnamese.ts";
import { yamlText } from "../../src/text/yaml-text.ts";
import { commandNames } from "../cli/commands.ts";
import type { PackageOrigin } from "./package-origin.ts";
import { type ListedUnit, unitsText } from "./unit-list.ts";

/** What there is to know of an office that begins. */
export type NewOffice = {
  readonly name: string;
  readonly owner: string;
  readonly responsible: string;
  readonly url: string;
  readonly units: readonly ListedUnit[];
  readonly today: Day;
  readonly origin: PackageOrigin;
};

/** A file of an office: its text, or a file of ours that is copied as it is. */
export type StarterFile = {
  /** With forward slashes, from the folder of the office. */
  readonly path: string;
  readonly isProgram?: boolean;
  /** Only for a site that begins: later it would be another article, or a lost one back again. */
  readonly isFirst?: boolean;
} & (
  | { readonly text: string }
  /** From the folder of the project; absolute for the archive of the program. */
  | { readonly copyOf: string }
);

const ours = "scripts/starting/files";

/** Files that belong to the program; an upgrade brings those of the new version. */
export const programFiles: readonly StarterFile[] = [
  { path: "docs/huong-dan.md", copyOf: "docs/huong-dan.md" },
  { path: "docs/front-matter.schema.json", copyOf: "docs/front-matter.schema.json" },
  { path: "docs/may-chu/nginx.conf", copyOf: "docs/may-chu/nginx.conf" },
];

/** The file that makes a folder a site. */
export const settingsPath = "content/site.yaml";

/** Lists the files of a new office. */
export function starterFiles(office: NewOffice): StarterFile[] {
  const { archive } = office.origin;
  const year = yearOf(office.today);
  return [
    { path: "package.json", text: packageText(office) },
    ...(archive ? [{ path: archive.name, copyOf: archive.path }] : []),
    { path: "README.md", copyOf: `${ours}/readme.md` },
    { path: ".gitignore", copyOf: `${ours}/gitignore` },
    { path: ".npmrc", copyOf: `${ours}/npmrc` },
    { path: ".nvmrc", text: "24\n" },
    { path: ".github/workflows/kiem-tra.yml", copyOf: `${ours}/github/kiem-tra.yml` },
    { path: ".github/workflows/dang.yml", copyOf: `${ours}/github/dang.yml` },
    { path: ".gitlab-ci.yml", copyOf: `${ours}/gitlab-ci.yml` },
    { path: ".editorconfig", copyOf: ".editorconfig" },
    { path: "tsconfig.json", copyOf: `${ours}/tsconfig.json` },
    ...[".vscode/settings.json", ".vscode/extensions.json", ".vscode/bai-viet.code-snippets"].map(
      (path) => ({ path, copyOf: path }),
    ),
    { path: ".githooks/pre-commit", copyOf: ".githooks/pre-commit", isProgram: true },
    ...programFiles,
    { path: settingsPath, text: siteText(office) },
    { path: "content/units.yaml", text: unitsText(office.units) },
    { path: "content/norms.yaml", copyOf: "content/norms.yaml" },
    {
      path: `content/${year}/ra-mat-trang-tin/index.md`,
      text: firstArticle(office),
      isFirst: true,
    },
  ];
}

function packageText({ name, origin }: NewOffice): string {
  const scripts = commandNames
    .filter((command) => command !== "init")
    .map((command) => [command, `ban-tin ${command}`]);
  const value = {
    name: slugOf(name) || "trang-tin",
    version: "1.0.0",
    private: true,
    type: "module",
    scripts: Object.fromEntries(scripts),
    dependencies: { "ban-tin": origin.version },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function siteText({ name, owner, responsible, url }: NewOffice): string {
  return `# Thông tin chung của trang. Các mục khác: xem docs/huong-dan.md, phần 7.

${yamlText({ name, description: `Tin tức của ${owner}` })}
# Địa chỉ công khai của trang, không có dấu gạch chéo ở cuối.
${yamlText({ url })}
# Cơ quan chủ quản và người chịu trách nhiệm nội dung.
${yamlText({ owner, responsible })}
# Cách liên hệ, in ở chân mỗi trang. Mục nào có thì bỏ dấu # ở đầu dòng, và ở dòng contact.
# contact:
#   address: "Số nhà, đường, xã hoặc phường"
#   phone: "Số điện thoại"
#   email: bantin@example.vn

# Diện mạo: biểu trưng, màu nhấn, các mục ở đầu trang; xem hướng dẫn, phần 7. Mục nào cần thì bỏ dấu # ở đầu dòng.
# logo: logo.svg
# accent: "#0b4f8a"
# menu: [Khen thưởng, Số liệu, Văn bản, Hội nghị, Cán bộ, Đơn vị, Chủ đề, Lưu trữ]

# Trang soạn bài trong trình duyệt, ở địa chỉ /admin/. Bỏ dấu # ở ba dòng dưới để bật; xem hướng dẫn, phần 7.
# web_editor:
#   backend: github
#   repo: ten-co-quan/ten-kho
`;
}

function firstArticle({ name, owner, responsible, units, today }: NewOffice): string {
  return articleText(
    {
      title: `${name} ra mắt`,
      date: today,
      author: responsible,
      unit: units[0]!.id,
      tags: ["Thông báo"],
    },
    `Từ hôm nay, tin tức của ${owner} có tại ${name}.

Trang đăng tin hoạt động, khen thưởng và số liệu. Bài cũ có ở trang lưu trữ, theo ngày và theo chủ đề.`,
  );
}
