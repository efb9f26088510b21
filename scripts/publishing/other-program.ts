import { isPackage } from "../../src/cache/project.ts";
import type { ProgramFacts } from "./release.ts";

/**
 * Says that a site was made by another program than the one here, and how to get that one.
 *
 * @param isKnown true when the commit that the site names is in the history of the program here. A
 *   site that is doubted may name any commit, one with code of a stranger too
 */
export function otherProgramText(
  theirs: ProgramFacts,
  ours: ProgramFacts,
  isKnown: boolean,
): string {
  const [other, own] = [named(theirs), named(ours)];
  if (other === own)
    return `Trang đang chạy và ở đây cùng ghi là chương trình ${own}, nhưng mã khác nhau: mã chương trình ở đây, hoặc ở nơi đăng, đã sửa mà chưa commit (xem git status), nên dựng lại không chứng minh được gì.`;
  const doubt = `. Commit ấy do chính trang khai và không thấy trong lịch sử chương trình ở đây: trước khi chạy, xin git fetch rồi chắc rằng nó thuộc nhánh chính (git branch --all --contains ${theirs.commit})`;
  const way =
    isPackage || theirs.commit === undefined
      ? "Xin lấy đúng phiên bản ấy về rồi thử lại"
      : `Xin chuyển kho về bản ấy bằng git checkout ${theirs.commit}, chạy npm ci rồi thử lại${isKnown ? "" : doubt}`;
  return `Trang đang chạy do chương trình ${other} dựng, còn ở đây là ${own}, nên dựng lại không chứng minh được gì. ${way}.`;
}

function named({ version, node, commit }: ProgramFacts): string {
  return `${version} (Node ${node}${commit === undefined ? "" : `, commit ${commit}`})`;
}
