import type { Message } from "./message.ts";

/** Messages about addresses that readers may have kept. */
export const addressesMessages = {
  "bad-alias": {
    severity: "error",
    vi: [
      "“{value}” không phải một địa chỉ cũ viết đúng cách.",
      "Chép phần sau tên trang, bắt đầu bằng dấu /, ví dụ /tin-tuc/hop-chi-bo.html hoặc /?p=123. Bỏ dấu cách, dấu # và phần sau dấu #; dài không quá 900 ký tự.",
    ],
    en: [
      "“{value}” is not an old address in its right form.",
      "Copy what follows the name of the site, from its slash on, such as /tin-tuc/hop-chi-bo.html or /?p=123. Leave out spaces, # and what follows it; at most 900 characters.",
    ],
  },
  "alias-taken": {
    severity: "error",
    vi: [
      "Địa chỉ cũ “{value}” đang là địa chỉ của một trang hoặc tệp khác trên trang tin.",
      "Xóa dòng này: mỗi địa chỉ chỉ dẫn đến một nơi.",
    ],
    en: [
      "The old address “{value}” is that of another page or file of the site.",
      "Delete the line: an address leads to one place only.",
    ],
  },
  "alias-twice": {
    severity: "error",
    vi: [
      "Địa chỉ cũ “{value}” đã ghi ở bài {other}.",
      "Xem trước đây địa chỉ ấy là của bài nào, rồi xóa dòng này ở bài kia.",
    ],
    en: [
      "The article {other} has the old address “{value}” too.",
      "See which article was there, and delete the line in the other one.",
    ],
  },
  "address-moved": {
    severity: "error",
    vi: [
      "Bài này đã đăng ở địa chỉ {value}, nay ở {url}, nên liên kết mà bạn đọc đã giữ sẽ không còn mở được.",
      'Trả lại ngày và tên thư mục như trước, hoặc thêm "{value}" vào aliases; bài chưa có khóa ấy thì ghi: aliases: ["{value}"]',
    ],
    en: [
      "This article was published at {value} and is now at {url}, so links that readers kept would break.",
      'Put its day and the name of its folder back, or add "{value}" to its aliases; where it has none, write: aliases: ["{value}"]',
    ],
  },
  "address-hidden": {
    severity: "error",
    vi: [
      "Bài này đã đăng ở địa chỉ {value}, nay là bài nháp hoặc chưa đến ngày nên địa chỉ ấy sẽ mất.",
      "Đăng lại bài; nếu phải gỡ thì bỏ draft và ghi withdrawn: địa chỉ còn đó với lời báo rút bài.",
    ],
    en: [
      "This article was published at {value}, and is a draft or of a later day now, so that the address would vanish.",
      "Publish it again; if it must go, write withdrawn in place of draft: the address stays, with a notice.",
    ],
  },
  "address-taken": {
    severity: "error",
    vi: [
      "Bài này có địa chỉ {value}, mà địa chỉ ấy đã đăng cho bài {other}.",
      "Đổi tên thư mục của bài này, để ai giữ liên kết cũ không mở nhầm bài.",
    ],
    en: [
      "This article has the address {value}, at which {other} was published.",
      "Rename its folder, so that nobody who kept the link gets another article.",
    ],
  },
  "address-gone": {
    severity: "error",
    vi: [
      "Địa chỉ {value} đã đăng, nay sẽ mất vì không còn tệp {file}.",
      'Lấy lại tệp bằng git rồi ghi withdrawn vào phần đầu bài. Nếu bài đã chuyển sang tệp khác thì thêm "{value}" vào aliases của tệp ấy; chưa có khóa ấy thì ghi: aliases: ["{value}"]',
      'Nếu bài nay là {suggestion} thì thêm "{value}" vào aliases của tệp ấy; chưa có khóa ấy thì ghi: aliases: ["{value}"]. Nếu rút bài thì lấy lại tệp bằng git rồi ghi withdrawn.',
    ],
    en: [
      "The address {value} was published, and would vanish, because the file {file} is gone.",
      'Bring the file back with git and write withdrawn into its front matter. If the article is in another file now, add "{value}" to the aliases there; where there are none, write: aliases: ["{value}"]',
      'If the article is {suggestion} now, add "{value}" to the aliases there; where there are none, write: aliases: ["{value}"]. If it must go, bring the file back with git and write withdrawn.',
    ],
  },
  "address-of-thing-gone": {
    severity: "error",
    vi: [
      "Địa chỉ {value} đã đăng, nay sẽ mất vì mã của nó không còn trong {name}.",
      "Giữ lại mã ấy trong {name}; đơn vị đã kết thúc thì ghi valid_to, người thôi giữ chức thì ghi to.",
    ],
    en: [
      "The address {value} was published, and would vanish, because {name} no longer has its id.",
      "Keep the id in {name}; a unit that has ended gets valid_to, a post that has ended gets to.",
    ],
  },
  "address-of-list-gone": {
    severity: "warning",
    vi: [
      "Địa chỉ {value} đã đăng, nay sẽ mất vì danh sách ấy không còn bài nào, hoặc không còn bài nào ghi văn bản, hội nghị ấy như trước.",
      'Nếu chỉ đổi cách gọi thì trả lại tên, số, ngày như trước, hoặc thêm "{value}" vào aliases của một bài về việc ấy. Nếu đúng ý thì chạy npm run addresses để bỏ dòng này.',
    ],
    en: [
      "The address {value} was published, and would vanish, because no article is in that list now, or tells of that document or session as before.",
      'If only a name has changed, put the name, number or day back, or add "{value}" to the aliases of an article about it. If it is meant so, run npm run addresses, which drops the line.',
    ],
  },
  "withdrawn-before-article": {
    severity: "error",
    vi: [
      "Ngày rút bài {value} trước ngày của bài ({date}).",
      "Kiểm tra lại ngày và năm ở withdrawn.date.",
    ],
    en: [
      "The article is withdrawn on {value}, before its own day ({date}).",
      "Check the day and the year of withdrawn.date.",
    ],
  },
  "withdrawn-in-future": {
    severity: "error",
    vi: [
      "Ngày rút bài {value} chưa đến, mà bài ghi withdrawn là rút ngay.",
      "Ghi ngày rút thật ở withdrawn.date. Nếu đến ngày ấy mới rút thì bỏ withdrawn, đến ngày đó hãy ghi.",
    ],
    en: [
      "The day of withdrawal {value} is still to come, but withdrawn takes the article off at once.",
      "Write the day on which it is withdrawn. If that day is to come, delete withdrawn, and write it on that day.",
    ],
  },
  "withdrawn-for-itself": {
    severity: "error",
    vi: [
      "Bài đã rút ghi chính nó là bài thay thế.",
      "Ghi đường dẫn đến bài khác ở replaced_by, hoặc bỏ replaced_by nếu không có bài thay thế.",
    ],
    en: [
      "The withdrawn article is said to be replaced by itself.",
      "Write the path of another article in replaced_by, or delete it if there is none.",
    ],
  },
  "withdrawn-for-hidden": {
    severity: "warning",
    vi: [
      "Bài thay thế {file} đã rút hoặc còn là bài nháp, nên lời báo rút bài không dẫn đến bài nào.",
      "Ghi bài khác ở replaced_by, hoặc bỏ replaced_by nếu không có bài thay thế.",
    ],
    en: [
      "The replacement {file} is withdrawn or a draft, so that the notice leads to no article.",
      "Write the path of another article in replaced_by, or delete it if there is none.",
    ],
  },
  "withdrawn-for-address": {
    severity: "error",
    vi: [
      "“{value}” không phải là tệp của một bài, nên không ghi được ở replaced_by.",
      "Ghi đường dẫn đến tệp .md của bài thay thế. Bài thay thế ở trang khác thì bỏ replaced_by và nêu ở reason.",
    ],
    en: [
      "“{value}” is not the file of an article, so it cannot be in replaced_by.",
      "Write the path of an article's .md file. If the replacement is on another site, delete replaced_by and name it in reason.",
    ],
  },
  "withdrawn-draft": {
    severity: "error",
    vi: [
      "Bài vừa ghi draft vừa ghi withdrawn, nên địa chỉ của bài không có lời báo rút bài.",
      "Bài đã từng đăng thì bỏ draft. Bài chưa từng đăng thì bỏ withdrawn.",
    ],
    en: [
      "The article is a draft and withdrawn, so that its address has no notice.",
      "If it was published, delete draft. If it never was, delete withdrawn.",
    ],
  },
  "bad-address-line": {
    severity: "error",
    vi: [
      "Dòng “{value}” không phải một địa chỉ và tệp của nó.",
      "Xóa dòng này rồi chạy npm run addresses; đừng sửa tệp này bằng tay.",
    ],
    en: [
      "The line “{value}” is not an address and its file.",
      "Delete it and run npm run addresses; do not edit this file by hand.",
    ],
  },
} as const satisfies Record<string, Message>;
