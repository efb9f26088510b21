import type {
  Sendable,
  SendFile,
  SendKind,
  SentArticle,
} from "../../src/front-matter/sending-api.ts";

/* What is sent, and what became of it, in words. */

export const kindWords: Readonly<Record<SendKind, string>> = {
  new: "bài mới",
  changed: "bài sửa",
  deleted: "bài xóa",
  moved: "bài đổi chỗ",
};

/** Returns what will be sent: "1 bài mới, 3 ảnh, 2,1 MB". */
export function countWords(
  articles: readonly Pick<Sendable, "kind" | "files">[],
  sharedBytes: readonly number[] = [],
): string {
  const kinds = (Object.keys(kindWords) as SendKind[]).map((kind) => {
    const count = articles.filter((one) => one.kind === kind).length;
    return count > 0 ? [`${count} ${kindWords[kind]}`] : [];
  });
  const files = articles.flatMap((one) => one.files);
  const bytes = [...files.map((file) => file.bytes), ...sharedBytes].reduce((a, b) => a + b, 0);
  const shared = sharedBytes.length > 0 ? [`${sharedBytes.length} tệp dùng chung`] : [];
  return [...kinds.flat(), ...fileWords(files), ...shared, bytesInWords(bytes)].join(", ");
}

/** Returns the pictures and PDFs that go along: "2 ảnh", "1 ảnh xóa". */
export function fileWords(files: readonly Pick<SendFile, "kind" | "change">[]): string[] {
  const names = { picture: "ảnh", pdf: "PDF", other: "tệp khác" } as const;
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((kind) => {
    const own = files.filter((file) => file.kind === kind);
    const gone = own.filter(({ change }) => change === "deleted").length;
    const put = own.length - gone;
    return [
      ...(put > 0 ? [`${put} ${names[kind]}`] : []),
      ...(gone > 0 ? [`${gone} ${names[kind]} xóa`] : []),
    ];
  });
}

export function bytesInWords(bytes: number): string {
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1).replace(".", ",").replace(/,0$/u, "")} MB`;
  return `${Math.max(1, Math.ceil(bytes / 1e3))} kB`;
}

/** Returns the state of a sent article, short enough for a list; empty for nothing to say. */
export function stateWords({ state, remarks }: Pick<SentArticle, "state" | "remarks">): string {
  if (state === "waiting") return "đã gửi, đang chờ duyệt";
  if (state === "published") return "đã đăng";
  if (state === "returned") return "được trả lại";
  const words = (remarks.at(-1)?.words ?? "").replaceAll(/\s+/gu, " ").trim();
  const letters = [...words];
  return `có góp ý: ${letters.length > 60 ? `${letters.slice(0, 58).join("").trimEnd()}…` : words}`;
}
