import type { Message } from "./message.ts";

/** Messages about a portal: portal.yaml, and the open data of the sites that it names. */
export const portalMessages = {
  "portal-site-id": {
    severity: "error",
    vi: [
      "Mã trang “{value}” không dùng được.",
      "Chỉ dùng chữ thường không dấu, chữ số và dấu gạch ngang, tối đa 40 chữ, ví dụ id: dang-uy-khoi.",
    ],
    en: [
      "“{value}” cannot be the id of a site.",
      "Use small letters without marks, digits and hyphens, 40 at most: id: dang-uy-khoi.",
    ],
  },
  "portal-no-site": {
    severity: "error",
    vi: [
      "Cổng chưa có trang nào trong sites.",
      "Thêm ít nhất một trang: - { name: Đảng ủy mẫu, id: mau, url: https://mau.example }",
    ],
    en: [
      "The portal has no site in sites.",
      "Add one at least: - { name: Đảng ủy mẫu, id: mau, url: https://mau.example }",
    ],
  },
  "portal-site-twice": {
    severity: "error",
    vi: ["“{value}” có ở hai trang trong sites.", "Xóa một trong hai, hoặc sửa cho đúng trang."],
    en: ["Two sites in sites have “{value}”.", "Delete one of them, or name the right site."],
  },
  "portal-site-nowhere": {
    severity: "error",
    vi: [
      "Trang “{name}” chưa có nơi để đọc dữ liệu.",
      "Ghi url: địa chỉ của trang, hoặc data: thư mục du-lieu đã dựng của trang ấy.",
    ],
    en: [
      "There is nowhere to read the data of “{name}” from.",
      "Add url: the address of the site, or data: the folder du-lieu of that site as built.",
    ],
  },
  "portal-data-path": {
    severity: "error",
    vi: [
      "“{value}” không phải là đường dẫn tính từ thư mục của cổng.",
      "Ghi đường dẫn tương đối, ngăn bằng dấu /, ví dụ data: ../so-a/_site/du-lieu",
    ],
    en: [
      "“{value}” is not a path from the folder of the portal.",
      "Write a relative path with slashes: data: ../so-a/_site/du-lieu",
    ],
  },
  "portal-data-missing": {
    severity: "error",
    vi: [
      "Chưa lần nào đọc được dữ liệu của “{name}”⟦: {why}⟧.",
      "Nếu trang có url: chạy npm run portal -- --fetch. Nếu có data: xem thư mục ấy đã có danh-muc.json chưa.",
    ],
    en: [
      "The data of “{name}” was never read⟦: {why}⟧.",
      "With a url: run npm run portal -- --fetch. With data: see that danh-muc.json is in that folder.",
    ],
  },
  "portal-copy-old": {
    severity: "warning",
    vi: [
      "Không đọc lại được dữ liệu của “{name}”: {why}.",
      "Cổng dùng bản đã đọc ngày {since}. Xin hỏi người quản trị trang ấy.",
    ],
    en: [
      "The data of “{name}” could not be read again: {why}.",
      "The portal uses what was read on {since}. Ask who runs that site.",
    ],
  },
  "portal-data-unreadable": {
    severity: "error",
    vi: [
      "Không đọc được tệp “{file}” của “{site}”: thiếu tệp, quá lớn, hoặc không đúng dạng.",
      "Xin báo người quản trị trang ấy dựng và đăng lại trang bằng bản chương trình mới.",
    ],
    en: [
      "The file “{file}” of “{site}” cannot be read: it is missing, too large, or of another form.",
      "Ask who runs that site to build and publish it again with a newer program.",
    ],
  },
  "portal-data-other-site": {
    severity: "error",
    vi: [
      "Dữ liệu của “{site}” tự khai là của địa chỉ “{value}”.",
      "Sửa url của trang trong portal.yaml cho khớp; đang ghi {wanted}.",
    ],
    en: [
      "The data of “{site}” says that it is of “{value}”.",
      "Make url of the site in portal.yaml agree with it; it is {wanted} now.",
    ],
  },
  "portal-data-column": {
    severity: "error",
    vi: [
      "Bộ dữ liệu {dataset} của “{site}”: cột {column} phải thuộc kiểu {wanted}⟦, trang ấy khai là {found}⟧.",
      "Trang ấy dùng bản chương trình khác quá xa. Xin nâng cấp trang ấy hoặc cổng.",
    ],
    en: [
      "Dataset {dataset} of “{site}”: the column {column} must be of the type {wanted}⟦, and is declared as {found}⟧.",
      "That site is of a version too far from this one. Upgrade it, or the portal.",
    ],
  },
  "portal-data-cell": {
    severity: "error",
    vi: [
      "Bộ dữ liệu {dataset} của “{site}”, dòng {row}, cột {column}: cần {wanted}⟦, thấy {found}⟧.",
      "Cả bộ dữ liệu này chưa dùng được. Xin báo người quản trị trang ấy.",
    ],
    en: [
      "Dataset {dataset} of “{site}”, row {row}, column {column}: {wanted} is wanted⟦, {found} was found⟧.",
      "The whole dataset is refused. Ask who runs that site.",
    ],
  },
  "portal-data-link": {
    severity: "warning",
    vi: [
      "Bộ dữ liệu {dataset} của “{site}”, dòng {row}, cột {column}: “{value}” không nằm trong trang ấy.",
      "Dòng này bị bỏ ra. Liên kết phải bắt đầu bằng {base}/.",
    ],
    en: [
      "Dataset {dataset} of “{site}”, row {row}, column {column}: “{value}” is not in that site.",
      "The row is left out. A link must begin with {base}/.",
    ],
  },
  "portal-data-character": {
    severity: "warning",
    vi: [
      "Dữ liệu của “{site}”⟦ ({dataset}, dòng {row})⟧, cột {column} có ký tự không nhìn thấy hoặc quá dài ({code}): {value}",
      "Phần này bị bỏ ra. Xin báo người quản trị trang ấy.",
    ],
    en: [
      "The data of “{site}”⟦ ({dataset}, row {row})⟧ has in {column} what nobody sees, or too much of it ({code}): {value}",
      "It is left out. Ask who runs that site.",
    ],
  },
  "portal-data-sum": {
    severity: "warning",
    vi: [
      "Bộ dữ liệu {dataset} của “{site}”, dòng {row}: số đã khen, đề xuất và thu hồi cộng lại không bằng số lượng.",
      "Dòng này bị bỏ ra. Xin báo người quản trị trang ấy.",
    ],
    en: [
      "Dataset {dataset} of “{site}”, row {row}: given, proposed and revoked do not add up to the count.",
      "The row is left out. Ask who runs that site.",
    ],
  },
} as const satisfies Readonly<Record<string, Message>>;
