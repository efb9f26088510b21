import type { Message } from "./message.ts";

/** Messages about units. */
export const unitsMessages = {
  "unit-not-valid": {
    severity: "warning",
    vi: [
      "Vào ngày đăng bài, đơn vị “{value}” không hoạt động ({time})⟦; nay là {now}⟧.",
      "Kiểm tra lại unit và date⟦; đơn vị kế tục: {successors}⟧.",
    ],
    en: [
      "On the article's date the unit “{value}” did not exist ({time})⟦; it is now {now}⟧.",
      "Check unit and date⟦; successors: {successors}⟧.",
    ],
  },
  "bad-unit-id": {
    severity: "error",
    vi: [
      "Mã đơn vị “{value}” có ký tự không dùng được trong địa chỉ.",
      "Viết chữ thường không dấu, nối bằng gạch ngang: {fixed}",
    ],
    en: [
      "The unit id “{value}” holds characters that cannot stand in an address.",
      "Write lower-case ASCII with hyphens: {fixed}",
    ],
  },
  "unit-id-twice": {
    severity: "error",
    vi: ["Mã “{value}” đã dùng cho một đơn vị ở trên.", "Mỗi đơn vị cần một id riêng."],
    en: ["The unit id “{value}” appears twice.", "Give each unit an id of its own."],
  },
  "unit-name-twice": {
    severity: "warning",
    vi: [
      "Tên “{value}” của đơn vị {unit} cũng là tên của đơn vị {other} (dòng {line}).",
      "Nếu ghi nhầm thì xóa tên này ở một đơn vị. Nếu đúng là hai đơn vị cùng tên thì trong bài viết gọi bằng id.",
    ],
    en: [
      "The name “{value}” of the unit {unit} also belongs to the unit {other} (line {line}).",
      "Delete it at one of them if it is a mistake. If both have this name, call them by their ids in articles.",
    ],
  },
  "unit-circle": {
    severity: "error",
    vi: [
      "Lần theo các dòng parent thì đơn vị “{value}” là cấp trên của chính mình.",
      "Kiểm tra lại parent: ghi đúng đơn vị cấp trên trực tiếp.",
    ],
    en: [
      "The unit “{value}” stands below itself.",
      "Correct parent so that the tree has no circle.",
    ],
  },
  "unit-too-deep": {
    severity: "error",
    vi: [
      "Lần theo các dòng parent thì trên đơn vị “{value}” có từ {most} cấp trở lên.",
      "Kiểm tra lại parent: ghi đúng đơn vị cấp trên trực tiếp.",
    ],
    en: [
      "There are {most} or more levels above the unit “{value}”.",
      "Check parent: it is the unit directly above.",
    ],
  },
  "unit-outside-article": {
    severity: "error",
    vi: [
      "“{value}” là cơ quan, tổ chức ngoài hệ thống tổ chức đảng, nên bài không thể thuộc về nơi này.",
      "Ghi ở unit đơn vị được bài nói đến; “{value}” chỉ dùng ở by của awards.",
    ],
    en: [
      "“{value}” is outside the Party organisation, so no article can be of it.",
      "Name in unit the unit that the article is about; “{value}” belongs only in by of awards.",
    ],
  },
  "unit-outside-tree": {
    severity: "error",
    vi: [
      "“{value}” đứng ngoài hệ thống tổ chức đảng (outside: true) nên không có cấp trên, cũng không có đơn vị trực thuộc.",
      "Xóa dòng parent này, hoặc xóa outside nếu đó là tổ chức đảng.",
    ],
    en: [
      "“{value}” is outside the Party organisation (outside: true), so nothing is above or below it.",
      "Delete this parent, or outside if it is a Party organisation.",
    ],
  },
  "dated-first": {
    severity: "error",
    vi: [
      "Giá trị đầu tiên của {key} có from: {value}, nên không rõ trước đó là gì.",
      "Bỏ from ở giá trị đầu tiên: giá trị này có từ khi đơn vị thành lập. Ngày thành lập ghi ở valid_from.",
    ],
    en: [
      "The first value of {key} has from: {value}, so nothing is known of the time before.",
      "Leave out from: the first value holds since the unit began. That day goes into valid_from.",
    ],
  },
  "dated-later": {
    severity: "error",
    vi: [
      "Giá trị thứ hai trở đi của {key} phải có from⟦; “{value}” chưa có⟧.",
      "Ghi thêm from: ngày bắt đầu có giá trị này, ví dụ from: 2025-07-01.",
    ],
    en: [
      "Each value of {key} but the first needs from⟦; “{value}” has none⟧.",
      "Add from, the day from which it holds, for example from: 2025-07-01.",
    ],
  },
  "dated-several": {
    severity: "error",
    vi: [
      "“{key}” ghi nhiều giá trị cùng lúc: {value}. Mỗi lúc đơn vị chỉ có một giá trị.",
      "Chỉ ghi {key}: {fixed}. Nếu trước sau khác nhau thì ghi theo thứ tự thời gian, kèm ngày bắt đầu: {suggestion}",
    ],
    en: [
      "“{key}” has several values at once: {value}. At any time a unit has one.",
      "Write {key}: {fixed} only. If it has changed, write the values in order of time, each with its day: {suggestion}",
    ],
  },
  "dated-order": {
    severity: "error",
    vi: [
      "Các giá trị của {key} không theo thứ tự thời gian: from: {value} đứng sau from: {before}.",
      "Xếp từ cũ đến mới, mỗi ngày chỉ một giá trị.",
    ],
    en: [
      "The values of {key} are not in order: from: {value} comes after from: {before}.",
      "Put them from the oldest to the newest, one for each day.",
    ],
  },
  "dated-outside": {
    severity: "error",
    vi: [
      "{key} có giá trị từ {value}, nhưng đơn vị “{unit}” chỉ hoạt động trong thời gian {time}.",
      "Sửa lại from, hoặc sửa valid_from, valid_to của đơn vị.",
    ],
    en: [
      "{key} has a value from {value} on, but the unit “{unit}” existed only {time}.",
      "Correct from, or valid_from and valid_to of the unit.",
    ],
  },
  "unit-ends-first": {
    severity: "error",
    vi: [
      "Đơn vị “{value}” kết thúc ({to}) trước khi thành lập ({from}).",
      "Kiểm tra lại valid_from và valid_to.",
    ],
    en: [
      "The unit “{value}” ends ({to}) before it begins ({from}).",
      "Check valid_from and valid_to.",
    ],
  },
  "unit-parent-absent": {
    severity: "warning",
    vi: [
      "Có thời gian “{value}” trực thuộc “{parent}” trong khi “{parent}” chưa thành lập hoặc đã kết thúc hoạt động ({time}).",
      "Ghi ở parent lần lượt các đơn vị cấp trên, mỗi đơn vị kèm from; hoặc kiểm tra lại valid_from, valid_to của hai đơn vị.",
    ],
    en: [
      "At some time “{value}” is under “{parent}” although that unit did not exist ({time}).",
      "List the parents with their dates, or check valid_from and valid_to of both units.",
    ],
  },
  "unit-heir-circle": {
    severity: "error",
    vi: [
      "Lần theo các đơn vị kế tục thì “{value}” lại kế tục chính mình, qua “{other}”.",
      "Kiểm tra lại successors, into và from: đơn vị kế tục phải là đơn vị có sau.",
    ],
    en: [
      "By their successors the unit “{value}” succeeds itself, through “{other}”.",
      "Correct successors, or into and from, so that there is no circle.",
    ],
  },
  "unit-heir-absent": {
    severity: "warning",
    vi: [
      "Khi “{value}” kết thúc ({to}), đơn vị kế tục “{other}” không hoạt động ({time}).",
      "Kiểm tra lại ngày kết thúc của đơn vị cũ và ngày thành lập của đơn vị mới.",
    ],
    en: [
      "When “{value}” ended ({to}), its successor “{other}” did not exist ({time}).",
      "Check when the one ended and when the other began.",
    ],
  },
  "change-unproved": {
    severity: "warning",
    vi: [
      "Có sự kiện “{kind}” ({date}) nhưng thiếu {key} đi kèm.",
      "Ghi thêm ở {key} điều mới có từ ngày đó, hoặc sửa lại kind, date của sự kiện.",
    ],
    en: [
      "The change “{kind}” ({date}) is borne out by nothing: {key} is missing.",
      "Add to {key} what is new from that day on, or correct kind and date of the change.",
    ],
  },
  "change-disagrees": {
    severity: "error",
    vi: [
      "Sự kiện “{kind}” ({date}) không khớp với {key}: {value}.",
      "Sửa chỗ sai; hoặc xóa {key}, vì sự kiện đã cho biết điều ấy.",
    ],
    en: [
      "The change “{kind}” ({date}) contradicts {key}: {value}.",
      "Only one of them is right: correct it, or delete {key}, which follows from the change.",
    ],
  },
  "change-both-ways": {
    severity: "error",
    vi: [
      "Sự kiện “{kind}” ({date}) có cả into và from, nên đơn vị này vừa kết thúc vừa mới thành lập.",
      "Ở đơn vị cũ chỉ ghi into (mã của đơn vị mới); ở đơn vị mới chỉ ghi from (mã của các đơn vị cũ).",
    ],
    en: [
      "The change “{kind}” ({date}) has both into and from, so the unit ends and begins by it.",
      "Write only into (the new unit) at an old unit, and only from (the old ones) at the new one.",
    ],
  },
  "unit-ends-twice": {
    severity: "error",
    vi: [
      "Đơn vị “{value}” đã kết thúc hoạt động ({to}), nhưng theo sự kiện “{kind}” ({date}) lại kết thúc lần nữa.",
      "Giữ một sự kiện kết thúc, hoặc sửa lại ngày cho khớp.",
    ],
    en: [
      "The unit “{value}” had ended ({to}), but ends again by the change “{kind}” ({date}).",
      "Keep one of the changes that end it, or make the dates agree.",
    ],
  },
  "units-path": {
    severity: "error",
    vi: [
      "“{value}” không thể là danh mục đơn vị dùng chung.",
      "Ghi đường dẫn từ thư mục nội dung đến một tệp units.yaml ở ngoài thư mục ấy nhưng trong cùng kho git, ví dụ ../../units.yaml. Chưa có kho git thì chạy git init ở thư mục chung trước.",
    ],
    en: [
      "“{value}” cannot be a shared list of units.",
      "Give the path from the content folder to a units.yaml outside it in the same git repository, such as ../../units.yaml. Where there is no repository yet, run git init in the folder of all sites first.",
    ],
  },
  "units-twice": {
    severity: "error",
    vi: [
      "Trang dùng chung danh mục đơn vị {value}, nhưng trong thư mục nội dung cũng có units.yaml.",
      "Giữ một: bỏ dòng units này, hoặc xóa units.yaml trong thư mục nội dung.",
    ],
    en: [
      "The site shares the list of units {value}, but has a units.yaml of its own too.",
      "Keep one: take this line units out, or delete units.yaml from the content folder.",
    ],
  },
  "change-article-missing": {
    severity: "error",
    vi: [
      "Sự kiện dẫn đến bài “{value}”, nhưng không có bài này.",
      "Ghi đường dẫn của tệp bài trong content, ví dụ 2025/ra-mat-dang-bo/index.md.",
      "Có phải bạn muốn viết “{suggestion}”?",
    ],
    en: [
      "The change names the article “{value}”, which does not exist.",
      "Write the path of the article's file in content, such as 2025/ra-mat-dang-bo/index.md.",
      "Did you mean “{suggestion}”?",
    ],
  },
  "award-giver-absent": {
    severity: "warning",
    vi: [
      "Ngày {day}, đơn vị tặng “{value}” không hoạt động ({time})⟦; nay là {now}⟧.",
      "Kiểm tra lại by và ngày của quyết định.",
    ],
    en: [
      "On {day} the giver “{value}” did not exist ({time})⟦; it is now {now}⟧.",
      "Check by and the date of the decision.",
    ],
  },
} as const satisfies Record<string, Message>;
