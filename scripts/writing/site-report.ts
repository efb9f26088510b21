import { shown } from "./given.ts";
import type { SiteImport } from "./site-import.ts";
import type { LeftBehind } from "./site-plan.ts";

/* What an import of a whole site says at its end. */

/** At most this many addresses or titles are named; the others are counted. */
const mostNamed = 20;

/** Names of WordPress's own kinds of things, for readers who know them from its menus. */
const typeNames: Readonly<Record<string, string>> = {
  post: "bài viết",
  page: "trang",
  attachment: "tệp đính kèm",
  nav_menu_item: "mục trình đơn",
  revision: "bản lưu cũ",
  wp_block: "khối dùng chung",
  custom_css: "kiểu chữ",
  customize_changeset: "thiết đặt giao diện",
  wp_global_styles: "kiểu trang",
  wp_navigation: "trình đơn",
  wp_template: "khuôn trang",
  wp_template_part: "khuôn phần trang",
};

const statusNames: Readonly<Record<string, string>> = {
  publish: "đã đăng",
  future: "hẹn giờ đăng",
  pending: "chờ duyệt",
  draft: "nháp",
  private: "riêng tư",
  trash: "trong thùng rác",
  "auto-draft": "nháp tự lưu",
  inherit: "bản phụ",
};

const leftNames: Readonly<Record<Exclude<LeftBehind, "other-type">, string>> = {
  private: "bài riêng tư",
  password: "bài có mật khẩu",
  trash: "bài trong thùng rác hoặc bản tự lưu",
};

/** Sums up an import of a site: what came, what did not, and what is left to be done. */
export function siteText({ site, plan, results }: SiteImport): string {
  const wanted = plan.posts.filter((one) => one.kind !== "left" || one.why !== "other-type");
  const known = plan.posts.filter(({ kind }) => kind === "known");
  const sum = (of: (result: SiteImport["results"][number]) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const count = (is: (result: SiteImport["results"][number]) => boolean) =>
    results.filter(is).length;
  const live = count(({ isPublished }) => isPublished);
  const dead = new Set(results.flatMap(({ deadLinks }) => deadLinks));
  const lines = [
    ...known
      .slice(0, mostNamed)
      .map(
        ({ post, ...one }) =>
          `Bỏ qua “${short(post.title)}”: đã có ${shown((one as { path: string }).path)}.`,
      ),
    ...more(known.length),
    row("Bài trong tệp xuất", wanted.length),
    ...statusRows(wanted.map(({ post }) => post.status)),
    row("Nhập thêm", results.length),
    ...(live > 0 ? [row("  đăng luôn", live)] : []),
    row("  để nháp", results.length - live),
    row("Đã có từ trước, bỏ qua", known.length),
    ...(["private", "password", "trash"] as const).flatMap((why) => {
      const left = plan.posts.filter((one) => one.kind === "left" && one.why === why).length;
      return left === 0 ? [] : [row(`Không nhập: ${leftNames[why]}`, left)];
    }),
    row(
      "Chưa rõ đơn vị",
      count(({ hasUnit }) => !hasUnit),
    ),
    row(
      "Chưa rõ người viết",
      count(({ hasAuthor }) => !hasAuthor),
    ),
    row(
      "Không có chữ nào",
      count(({ hasText }) => !hasText),
    ),
    row(
      "Không có ảnh",
      count(({ pictures }) => pictures === 0),
    ),
    row(
      "Ảnh lấy được",
      sum(({ pictures }) => pictures),
    ),
    row(
      "Ảnh chưa có lời tả",
      sum(({ picturesWithoutAlt }) => picturesWithoutAlt),
    ),
    row(
      "Ảnh chưa lấy được",
      sum(({ missingPictures }) => missingPictures),
    ),
    row(
      "Chỗ chưa lấy được (kể cả ảnh)",
      sum(({ leftOut }) => leftOut),
    ),
    row(
      "Bài có chỗ chưa lấy được",
      count(({ leftOut }) => leftOut > 0),
    ),
    row(
      "Liên kết nối sang bài đã nhập",
      sum(({ ownLinks }) => ownLinks.length),
    ),
    row("Liên kết còn trỏ về trang cũ", dead.size),
    ...(site.sticky > 0 ? [row("Bài ghim ở đầu trang cũ, không giữ ghim", site.sticky)] : []),
    ...(site.comments > 0 ? [row("Ý kiến bạn đọc, không nhập", site.comments)] : []),
    ...typeRows(
      plan.posts.flatMap((one) =>
        one.kind === "left" && one.why === "other-type" ? [one.post.type] : [],
      ),
    ),
  ];
  return [...lines, ...deadLines([...dead]), ...hints(plan, results)].join("\n");
}

function row(name: string, number: number): string {
  return `${name}: ${number.toLocaleString("vi-VN")}`;
}

function more(all: number): string[] {
  return all > mostNamed
    ? [`… và ${(all - mostNamed).toLocaleString("vi-VN")} bài khác đã có.`]
    : [];
}

function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

function statusRows(statuses: readonly string[]): string[] {
  return counted(statuses).map(([status, number]) =>
    row(`  ${statusNames[status] ?? status} (${status})`, number),
  );
}

/** Names every kind of thing that was not asked for, because one of them may be articles. */
function typeRows(types: readonly string[]): string[] {
  if (types.length === 0) return [];
  const names = counted(types).map(([type, number]) => {
    const name = typeNames[type];
    return `  ${name === undefined ? type : `${name} (${type})`}: ${number.toLocaleString("vi-VN")}`;
  });
  return [
    `Bỏ qua ${types.length.toLocaleString("vi-VN")} mục không phải bài viết. Loại nào là bài thì nhập bằng --type TÊN_LOẠI:`,
    ...names,
  ];
}

function deadLines(addresses: readonly string[]): string[] {
  if (addresses.length === 0) return [];
  const rest = addresses.length - mostNamed;
  return [
    "Những liên kết này sẽ hỏng khi trang cũ không còn:",
    ...addresses.slice(0, mostNamed).map((address) => `  ${short(address)}`),
    ...(rest > 0 ? [`  … và ${rest.toLocaleString("vi-VN")} địa chỉ khác`] : []),
  ];
}

function hints(plan: SiteImport["plan"], results: SiteImport["results"]): string[] {
  const missing = results.some(({ missingPictures }) => missingPictures > 0);
  const hidden = plan.posts.some(
    (one) => one.kind === "left" && (one.why === "private" || one.why === "password"),
  );
  const unfinished = results.filter(({ isComplete }) => !isComplete).length;
  return [
    ...(unfinished > 0
      ? [
          `${unfinished.toLocaleString("vi-VN")} bài nháp còn thiếu tiêu đề, ngày, người viết hoặc đơn vị. Chưa ghi đủ, hoặc chưa đưa chúng ra khỏi thư mục nội dung, thì chưa dựng được trang; npm run check chỉ từng chỗ.`,
        ]
      : []),
    ...(missing
      ? [
          "Ảnh không nằm trong tệp xuất của WordPress. Chép thư mục wp-content/uploads của trang cũ về máy, xóa những bài vừa nhập rồi nhập lại với --uploads THƯ_MỤC.",
        ]
      : []),
    ...(hidden
      ? [
          "Bài riêng tư và bài có mật khẩu không được nhập, vì kho bài có thể ai cũng xem được. Bài nào cần đăng thì đổi thành công khai ở trang cũ, xuất rồi nhập lại.",
        ]
      : []),
    "So chữ và bảng của mọi bài với tệp xuất: thêm --compare vào chính lệnh này.",
  ];
}

const longest = 120;

function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
