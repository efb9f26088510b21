import { nameKey } from "../text/vietnamese.ts";
import { once } from "../work/once.ts";

/*
 * Writers say "đảng viên", "đồng chí", "cán bộ" and "cá nhân" of the same kind of recipient. A
 * register that keeps each word apart answers nothing, so the words are put into a few groups and
 * shown inside them.
 */

/** The groups of recipients, in the order in which pages show them. */
export const recipientGroups = ["organisation", "person", "work", "other"] as const;
export type RecipientGroup = (typeof recipientGroups)[number];

export const groupNames: Readonly<Record<RecipientGroup, string>> = {
  organisation: "Tập thể, tổ chức",
  person: "Cá nhân",
  work: "Tác phẩm, sản phẩm",
  other: "Chưa phân loại",
};

/** The words that such a recipient begins with; the longest that fits decides. */
const words: Readonly<Record<Exclude<RecipientGroup, "other">, string>> = {
  organisation:
    "tập thể, tổ chức, chi bộ, đảng bộ, đảng ủy, chi ủy, cấp ủy, ban, phòng, văn phòng, sở, cơ quan, đơn vị, tổ, đội, nhóm, câu lạc bộ, xã, phường, thị trấn, thôn, bản, làng, ấp, xóm, khu, khu phố, huyện, quận, thị xã, thành phố, tỉnh, cụm, khối, trường, lớp, công ty, tổng công ty, tập đoàn, doanh nghiệp, hợp tác xã, trung tâm, viện, bệnh viện, trạm, chi đoàn, đoàn, chi hội, hội, liên đoàn, công đoàn, đoàn thể, ủy ban, mặt trận, trung đoàn, tiểu đoàn, đại đội, lữ đoàn, sư đoàn, đồn, công an, hộ, hộ gia đình, gia đình, dòng họ, nhà máy, xí nghiệp, phân xưởng, báo, tòa soạn, đài, nông trường",
  person:
    "cá nhân, đảng viên, đồng chí, cán bộ, công chức, viên chức, quần chúng, hội viên, đoàn viên, thanh niên, công nhân, người, nông dân, giáo viên, giảng viên, nhà giáo, học sinh, sinh viên, học viên, nhà báo, phóng viên, biên tập viên, cộng tác viên, bí thư, phó bí thư, chi ủy viên, cấp ủy viên, ủy viên, đại biểu, chủ tịch, trưởng, giám đốc, thí sinh, vận động viên, cổ động viên, trọng tài, huấn luyện viên, tác giả, đồng tác giả, báo cáo viên, tuyên truyền viên, tình nguyện viên, chiến sĩ, sĩ quan, quân nhân, cựu chiến binh, thương binh, bệnh binh, thân nhân, bác sĩ, y sĩ, điều dưỡng, kỹ sư, nhà khoa học, nghệ nhân, nghệ sĩ, diễn viên, doanh nhân, lao động, nhân viên, chuyên viên, thư ký, văn thư, kế toán, bạn đọc, già làng, trưởng thôn, nữ, nam, mẹ, ông, bà, phụ nữ, thiếu nhi, em, cháu",
  work: "tác phẩm, công trình, đề tài, sáng kiến, giải pháp, ý tưởng, dự án, mô hình, sản phẩm, bài, bài viết, bài dự thi, tham luận, tiết mục, vở, ca khúc, bức ảnh, ảnh, phim, video, phóng sự, loạt bài, cuốn sách, sách, tủ sách, gian hàng, gian trưng bày, món, tranh, trang, website, phần mềm",
};

const groupOfWord = new Map(
  Object.entries(words).flatMap(([group, list]) =>
    list.split(", ").map((word) => [nameKey(word), group as RecipientGroup] as const),
  ),
);

/** Words before the one that decides: "các chi bộ", "đôi vận động viên". */
const countingWords = new Set(["các", "những", "toàn thể", "đôi", "cặp"].map(nameKey));
const mostSyllables = 3;

/** Returns the group that a word for recipients belongs to; words of several groups have none. */
export const recipientGroupOf = once((to: string): RecipientGroup => {
  const groups = recipientGroupsIn(to);
  const [group] = groups;
  return groups.size === 1 ? group! : "other";
});

/** Returns the groups of all recipients that a text lists. */
export function recipientGroupsIn(text: string): ReadonlySet<RecipientGroup> {
  return new Set(
    text
      .split(/[,;/&]|\s(?:và|hoặc|cùng)\s/iu)
      .flatMap((part) => groupOfPart(nameKey(part).split(" ")) ?? []),
  );
}

function groupOfPart(syllables: readonly string[]): RecipientGroup | undefined {
  for (let size = mostSyllables; size > 0; size -= 1) {
    const head = syllables.slice(0, size).join(" ");
    const group = groupOfWord.get(head);
    if (group !== undefined) return group;
    if (countingWords.has(head)) return groupOfPart(syllables.slice(size));
  }
  return undefined;
}
