import type { FailureCode, GitFailed } from "./git-failure.ts";

/* What a writer is told when something could not be done with the office's server. */

/** What a writer is told of a failure. */
export type FailureWords = {
  /** What happened. */
  readonly what: string;
  /** What the writer can do. */
  readonly todo: string;
};

/**
 * Returns the words for a failure; none of them names git.
 *
 * @param host name of the server, if it is known
 */
export function failureWords(
  { code, said }: Pick<GitFailed, "code" | "said">,
  host = "",
): FailureWords {
  const server = host === "" ? "máy chủ của cơ quan" : `máy chủ ${host}`;
  const [what, todo] = words[code];
  const fill = (text: string) => text.replaceAll("{server}", server);
  const own = said.length > 0 && showsSaid.has(code) ? ` Máy chủ báo: “${said.join(" ")}”` : "";
  return { what: capital(fill(what)) + own, todo: fill(todo) };
}

/** The failures whose reason only the server knows. */
const showsSaid: ReadonlySet<FailureCode> = new Set([
  "rejected",
  "not-allowed",
  "not-found",
  "too-large",
  "server-fault",
  "moved",
  "unknown",
]);

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const askOffice = "Xin báo người phụ trách kỹ thuật của cơ quan, kèm dòng chữ này.";

const words: Readonly<Record<FailureCode, readonly [what: string, todo: string]>> = {
  "no-git": [
    "Máy này chưa cài chương trình git, mà việc gửi bài cần đến.",
    "Xin cài git từ git-scm.com (hoặc nhờ người phụ trách kỹ thuật), rồi chạy lại npm start.",
  ],
  "no-repository": [
    "Thư mục bài này không nối với máy chủ nào: nó chỉ là một thư mục trên máy.",
    "Xin nhờ người phụ trách kỹ thuật lấy thư mục bài từ máy chủ về máy này.",
  ],
  "not-owner": [
    "Thư mục bài thuộc về một tài khoản khác của máy này, nên git không đọc.",
    "Xin mở máy bằng tài khoản đã tạo thư mục, hoặc nhờ người phụ trách kỹ thuật cho phép (safe.directory).",
  ],
  "no-server": [
    "Thư mục bài này chưa được nối với máy chủ của cơ quan.",
    "Xin nhờ người phụ trách kỹ thuật nối giúp (git remote add origin …), rồi thử lại.",
  ],
  "empty-server": [
    "Trên {server} chưa có trang tin, hoặc không có phần mà thư mục này gửi tới.",
    "Xin nhờ người phụ trách kỹ thuật đưa trang tin lên máy chủ lần đầu.",
  ],
  detached: [
    "Thư mục bài đang mở một bản cũ của trang tin, không phải bản đang viết.",
    "Xin nhờ người phụ trách kỹ thuật trở lại bản chính (git switch main), rồi thử lại.",
  ],
  unfinished: [
    "Trong thư mục bài còn một việc ghép bản dở dang, do người dùng git để lại.",
    "Xin nhờ người ấy làm xong hoặc bỏ việc ấy, rồi thử lại.",
  ],
  "other-hashes": [
    "Kho lưu của thư mục bài thuộc loại SHA-256, mà chương trình này chỉ gửi được từ kho loại SHA-1.",
    "Xin nhờ người phụ trách kỹ thuật lập lại kho trên máy chủ theo loại SHA-1, rồi lấy thư mục bài về máy này.",
  ],
  unrelated: [
    "Thư mục bài này và trang tin trên {server} không có bản chung nào.",
    "Xin nhờ người phụ trách kỹ thuật lấy lại thư mục bài từ máy chủ; bài đang viết thì chép sang.",
  ],
  shallow: [
    "Thư mục bài chỉ có các bản gần đây của trang tin, nên {server} không nhận.",
    "Xin nhờ người phụ trách kỹ thuật chạy git fetch --unshallow, rồi thử lại.",
  ],
  locked: [
    "Một chương trình git khác đang làm việc trong thư mục bài, hoặc đã tắt giữa chừng và để lại tệp khóa.",
    "Xin đợi chương trình ấy xong rồi thử lại. Nếu khởi động lại máy mà vẫn thấy dòng này, xin báo người phụ trách kỹ thuật.",
  ],
  damaged: ["Kho lưu của thư mục bài bị hỏng một phần.", askOffice],
  "disk-full": [
    "Ổ đĩa đã đầy.",
    "Xin xóa bớt tệp không dùng cho trống chừng vài trăm MB, rồi thử lại.",
  ],
  "not-writable": [
    "Máy không cho ghi vào kho lưu của thư mục bài.",
    "Xin kiểm tra quyền ghi của thư mục bài, hoặc nhờ người phụ trách kỹ thuật.",
  ],
  "changed-meanwhile": [
    "Có tệp vừa đổi trong lúc đang đọc.",
    "Xin đợi chương trình kia lưu xong, rồi thử lại.",
  ],
  "name-missing": [
    "Máy này chưa biết tên người gửi.",
    "Xin ghi họ tên và địa chỉ thư điện tử, rồi gửi lại; chỉ phải ghi một lần.",
  ],
  offline: [
    "Không có mạng, hoặc máy không tìm thấy {server}.",
    "Xin kiểm tra mạng (mở thử một trang web khác), rồi thử lại.",
  ],
  unreachable: [
    "Không kết nối được với {server}: có thể máy chủ đang tắt, hoặc tường lửa chặn.",
    "Xin thử lại sau ít phút; nếu vẫn không được, xin báo người phụ trách kỹ thuật.",
  ],
  timeout: ["Mạng chậm quá, {server} không trả lời kịp.", "Xin thử lại khi mạng khá hơn."],
  "hung-up": [
    "Đường truyền tới {server} bị đứt giữa chừng.",
    "Xin thử lại; phần đã truyền dở không ảnh hưởng gì.",
  ],
  certificate: [
    "Chứng thư bảo mật của {server} không hợp lệ, nên không gửi để tránh bị nghe lén.",
    "Xin xem ngày giờ của máy có đúng không; nếu đúng, xin báo người phụ trách kỹ thuật.",
  ],
  "not-signed-in": [
    "{server} cần biết người gửi là ai.",
    "Xin ghi tên tài khoản và mã truy cập ở dưới, rồi bấm Đăng nhập.",
  ],
  "not-allowed": [
    "{server} không cho tài khoản này gửi bài.",
    "Xin đăng nhập bằng tài khoản khác, hoặc nhờ người phụ trách kỹ thuật cấp quyền gửi bài.",
  ],
  "not-found": [
    "{server} không có trang tin này, hoặc không cho tài khoản này thấy.",
    "Xin đăng nhập ở dưới rồi thử lại; nếu vẫn không được, xin báo người phụ trách kỹ thuật: có thể trang tin đã chuyển chỗ.",
  ],
  moved: [
    "Trang tin trên {server} đã chuyển sang địa chỉ khác.",
    "Xin nhờ người phụ trách kỹ thuật ghi địa chỉ mới (git remote set-url origin …).",
  ],
  "ssh-key": [
    "{server} không nhận khóa ssh của máy này.",
    "Xin nhờ người phụ trách kỹ thuật thêm khóa của máy này vào tài khoản, rồi thử lại.",
  ],
  "host-key": [
    "Máy này chưa biết, hoặc không nhận ra khóa của {server}, nên không gửi để tránh gửi nhầm chỗ.",
    "Xin nhờ người phụ trách kỹ thuật xác nhận khóa của máy chủ (ssh một lần bằng tay).",
  ],
  "too-large": [
    "{server} không nhận vì tệp lớn quá.",
    "Xin thu nhỏ ảnh hoặc tệp PDF của bài, rồi gửi lại.",
  ],
  behind: [
    "Trên {server} vừa có người sửa cùng chỗ này.",
    "Xin bấm “Cập nhật” để lấy bản mới về, rồi gửi lại.",
  ],
  "edited-there": [
    "Sau lần gửi trước, có người đã sửa bài này trên {server}, nên bản ở máy này không ghi đè lên.",
    "Xin trao đổi với người duyệt. Khi bài được đăng, bấm “Cập nhật” để lấy chỗ đã sửa về, rồi sửa tiếp.",
  ],
  rejected: [
    "{server} không nhận bài gửi.",
    "Xin làm theo lời máy chủ báo, hoặc gửi dòng này cho người phụ trách kỹ thuật.",
  ],
  "server-fault": ["{server} gặp lỗi khi nhận.", "Xin thử lại sau ít phút."],
  stopped: ["Đã dừng.", "Muốn gửi thì bấm lại."],
  unknown: ["Git báo một lỗi mà chương trình chưa biết.", askOffice],
};
