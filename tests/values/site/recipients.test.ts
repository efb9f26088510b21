import { expect, it } from "vitest";
import { recipientGroupOf } from "../../../src/registers/recipients.ts";

it.each([
  ["đảng viên", "person"],
  ["Đảng viên mới", "person"],
  ["cá nhân", "person"],
  ["đồng chí", "person"],
  ["đôi vận động viên", "person"],
  ["đoàn viên", "person"],
  ["tác giả sáng kiến", "person"],
  ["bạn đọc", "person"],
  ["bí thư chi bộ", "person"],
  ["học sinh, sinh viên", "person"],
  ["tổ chức cơ sở đảng", "organisation"],
  ["các chi bộ", "organisation"],
  ["đảng bộ cơ sở", "organisation"],
  ["đoàn thể thao", "organisation"],
  ["nhóm tác giả", "organisation"],
  ["hộ gia đình", "organisation"],
  ["tập thể lao động", "organisation"],
  ["đảng uỷ xã", "organisation"],
  ["ban đọc sách", "organisation"],
  ["ý tưởng", "work"],
  ["tác phẩm báo chí", "work"],
  ["bài dự thi", "work"],
  ["tập thể, cá nhân", "other"],
  ["tập thể và cá nhân", "other"],
  ["khác", "other"],
  ["", "other"],
])("“%s” is a recipient of the group %s", (to, group) => {
  expect(recipientGroupOf(to)).toBe(group);
});
