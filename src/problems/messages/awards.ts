import type { Message } from "./message.ts";

/** Messages about awards. */
export const awardsMessages = {
  "award-no-count": {
    severity: "error",
    vi: [
      "Mục khen thưởng này không có số lượng.",
      "Thêm count: với số lượng (nguồn tin không nêu thì ghi count: không rõ), hoặc recipients: với tên người, tổ chức được khen.",
    ],
    en: [
      "This award has no count.",
      "Add count: with how many (count: không rõ if the source does not say), or recipients: with the names.",
    ],
  },
  "award-count-differs": {
    severity: "error",
    vi: [
      "count là {count} nhưng recipients có {names} tên.",
      "Sửa count, hoặc ghi mỗi tên thành một mục: recipients: [tên thứ nhất, tên thứ hai]",
    ],
    en: [
      "count is {count}, but recipients names {names}.",
      "Correct count, or write each name as an item: recipients: [first, second]",
    ],
  },
  "steps-listed": {
    severity: "error",
    vi: [
      "“{key}” chỉ nhận một mốc, hoặc từ mốc đầu đến mốc cuối, nhưng lại là “{value}”.",
      "Biết số lượng từng mốc thì ghi mỗi mốc thành một mục khen thưởng, có count riêng. Chỉ biết tổng số thì viết {fixed}",
    ],
    en: [
      "“{key}” takes one step, or the first to the last, but is “{value}”.",
      "If the number of each is known, make each step an award of its own with its count. If only the total is known, write {fixed}",
    ],
  },
  "recipient-twice": {
    severity: "error",
    vi: [
      "Tên “{value}” được ghi hai lần trong recipients nên bị đếm hai lần.",
      "Xóa một tên; nếu là hai người trùng tên thì ghi thêm để phân biệt, ví dụ tên đơn vị.",
    ],
    en: [
      "The name “{value}” stands twice in recipients, so it is counted twice.",
      "Delete one; if two people share the name, add a word to tell them apart, such as the unit.",
    ],
  },
  "award-decision-late": {
    severity: "warning",
    vi: [
      "Quyết định đề⟦ ngày {day}⟧⟦ năm {year}⟧, sau ngày của bài ({date}).",
      "Kiểm tra lại ngày quyết định và ngày của bài.",
    ],
    en: [
      "The decision is dated⟦ {day}⟧⟦ {year}⟧, after the article ({date}).",
      "Check the date of the decision and that of the article.",
    ],
  },
  "award-year-ahead": {
    severity: "warning",
    vi: [
      "Thành tích được ghi đến năm {value}, trong khi bài đề năm {year}.",
      "Kiểm tra lại years. Giai đoạn chưa hết thì ghi đến năm đã qua, ví dụ {fixed}.",
    ],
    en: [
      "The merit is dated up to {value}, but the article is of {year}.",
      "Check years. For a period that has not ended, write the years that have passed: {fixed}.",
    ],
  },
  "award-revocation-misplaced": {
    severity: "error",
    vi: [
      "“revocation” chỉ dùng khi status là thu hồi, nhưng ở đây status là “{value}”.",
      "Nếu là quyết định khen thưởng thì ghi ở decision; nếu là tin thu hồi thì viết mục riêng với status: thu hồi.",
    ],
    en: [
      "“revocation” belongs to awards with status: thu hồi; here status is “{value}”.",
      "A decision that gives an award goes into decision; a withdrawal is a line of its own with status: thu hồi.",
    ],
  },
  "award-key-of-another-form": {
    severity: "warning",
    vi: [
      "“{key}” chỉ dùng cho {forms}, trong khi hình thức ở đây là {form}.",
      "Xem lại form; nếu form đã đúng thì xóa dòng {key}.",
    ],
    en: [
      "“{key}” belongs to {forms}, but the form here is {form}.",
      "Check form; if it is right, delete the line {key}.",
    ],
  },
  "award-revocation-early": {
    severity: "error",
    vi: [
      "Quyết định thu hồi ghi ngày {value}, trước ngày của quyết định khen thưởng ({date}).",
      "Kiểm tra lại hai ngày: decision là quyết định khen thưởng, revocation là quyết định thu hồi.",
    ],
    en: [
      "The withdrawal is dated {value}, before the decision that gave the award ({date}).",
      "Check both dates: decision gave the award, revocation withdrew it.",
    ],
  },
  "award-proposed-done": {
    severity: "warning",
    vi: [
      "Mục này mới đề xuất khen thưởng, nhưng đã ghi “{key}”.",
      "Nếu đã có quyết định hoặc đã trao thì sửa status; nếu mới đề xuất thì xóa dòng này.",
    ],
    en: [
      "This award is only proposed, but has “{key}”.",
      "Correct status if it has been decided or handed over; otherwise delete this line.",
    ],
  },
  "award-total-near": {
    severity: "warning",
    vi: [
      "Bài nêu {value}, nhưng các mục khen thưởng cộng lại là {sum} ({parts}).",
      "Xem lại văn bản gốc rồi sửa số sai. Nếu hai số nói về hai việc khác nhau thì để nguyên.",
    ],
    en: [
      "The article says {value}, but its lines of awards make {sum} ({parts}).",
      "Correct the wrong number by the document. If the two numbers are about different things, leave them.",
    ],
  },
  "event-ordinal-differs": {
    severity: "warning",
    vi: [
      "Theo tên sự kiện thì đây là lần thứ {named}, nhưng ordinal ghi {value}.",
      "Xem số nào đúng rồi sửa cho thống nhất.",
    ],
    en: [
      "The name of the event says number {named}, but ordinal is {value}.",
      "See which is right and make them agree.",
    ],
  },
  "event-name-differs": {
    severity: "warning",
    vi: [
      "Theo tên sự kiện thì là “{named}”, nhưng {key} ghi “{value}”.",
      "Xem bên nào đúng rồi sửa cho thống nhất.",
    ],
    en: [
      "The name of the event says “{named}”, but {key} is “{value}”.",
      "See which is right and make them agree.",
    ],
  },
  "award-badge-step": {
    severity: "warning",
    vi: ["Theo {norm}, không có Huy hiệu {value} năm tuổi Đảng.", "Các mốc được tặng: {allowed}."],
    en: ["There is no badge for {value} years of membership by {norm}.", "Steps: {allowed}."],
  },
  "award-wrong-level": {
    severity: "warning",
    vi: [
      "Theo {norm}, {kind} không tặng “{form}”.",
      "Kiểm tra lại form và by. Cấp này tặng: {allowed}.",
    ],
    en: [
      "By {norm}, a {kind} does not give “{form}”.",
      "Check form and by. This level gives: {allowed}.",
    ],
  },
  "award-decision-differs": {
    severity: "warning",
    vi: [
      "Quyết định {number} ở đây ghi số lượng là {count}, còn ở {other} là {otherCount}.",
      "Kiểm tra lại số lượng ở hai bài; sổ khen thưởng dùng số của bài mới hơn.",
    ],
    en: [
      "Decision {number} has count {count} here, but {otherCount} in {other}.",
      "Check both articles; the register uses the newer one.",
    ],
  },
  "award-withdrawal-unknown": {
    severity: "warning",
    vi: [
      "Mục thu hồi này không khớp với lần khen thưởng nào đã đưa tin, nên không trừ vào số đã khen.",
      "Ghi form, rank, step, by, to và số quyết định (decision) đúng như ở bài đã đưa tin khen thưởng; đó phải là một bài khác, đăng trước bài này.",
    ],
    en: [
      "This withdrawal matches no award told before, so what counts as given is not reduced.",
      "Write form, rank, step, by, to and the number of the decision just as in the article on the award, which must be another one, of an earlier day.",
    ],
  },
  "award-withdrawal-again": {
    severity: "warning",
    vi: [
      "Theo {other}, quyết định này đã bị thu hồi {left}; mục này đang trừ thêm {count}.",
      "Nếu là cùng một lần thu hồi thì chỉ ghi ở một bài, hoặc ghi tên ở recipients của cả hai bài. Nếu là hai quyết định thu hồi khác nhau thì ghi số của mỗi quyết định ở revocation.",
    ],
    en: [
      "{other} tells of {left} withdrawn by this decision; this line takes off {count} more.",
      "If it is one withdrawal, keep it in one article, or name the recipients in both. If two decisions withdrew them, write the number of each in revocation.",
    ],
  },
  "award-same-decision": {
    severity: "warning",
    vi: [
      "Ở {other} cũng có quyết định {number} với cùng hình thức, cùng số lượng, nhưng cho “{to}”. Cả hai mục đang được cộng vào tổng số.",
      "Nếu là một lần khen thưởng, ghi to giống nhau ở hai bài.",
    ],
    en: [
      "{other} has decision {number} too, with the same form and count but for “{to}”. Both are counted.",
      "If it is one award, write the same to in both articles.",
    ],
  },
  "award-withdrawal-too-large": {
    severity: "warning",
    vi: [
      "Mục này thu hồi {count}, nhưng theo {other} thì chỉ còn {left}.",
      "Kiểm tra lại count ở hai bài; sổ khen thưởng chỉ trừ {left}.",
    ],
    en: [
      "{count} are withdrawn, but by {other} only {left} are left.",
      "Check count in both articles; the register takes off {left} only.",
    ],
  },
  "award-look-alike": {
    severity: "warning",
    vi: [
      "Mục khen thưởng này giống một mục ở {other}, nên đang được tính hai lần.",
      "Nếu là một lần khen thưởng, ghi cùng số quyết định (decision) ở cả hai bài, hoặc chỉ ghi ở một bài.",
    ],
    en: [
      "This award looks like one in {other}, and both are counted.",
      "If it is one award, write the same decision in both articles, or keep it in one of them.",
    ],
  },
} as const satisfies Record<string, Message>;
