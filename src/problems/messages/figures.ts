import type { Message } from "./message.ts";

/** Messages about figures and about content/figures.yaml. */
export const figuresMessages = {
  "figure-year-and-period": {
    severity: "error",
    vi: [
      "Số liệu này vừa có year: {value} vừa có period.",
      "Chỉ giữ một dòng: year cho cả năm, period cho kỳ khác.",
    ],
    en: [
      "This figure has both year: {value} and period.",
      "Keep one line: year for a whole year, period for anything else.",
    ],
  },
  "figure-period-ahead": {
    severity: "warning",
    vi: [
      "Kỳ của số liệu này ({value}) bắt đầu sau ngày của bài nên chưa thể có kết quả.",
      "Nếu là mức phải đạt thì thêm kind: chỉ tiêu; nếu không thì xem lại năm.",
    ],
    en: [
      "The period of this figure ({value}) begins after the day of the article, so there can be no result yet.",
      "Add kind: chỉ tiêu if it is a target; otherwise check the year.",
    ],
  },
  "figure-period-open": {
    severity: "warning",
    vi: [
      "Kỳ của số liệu này ({value}) chưa hết vào ngày của bài, nên chưa thể có kết quả cả kỳ.",
      "Nếu là kết quả tính đến nay thì ghi đúng kỳ ấy, ví dụ period: 6 tháng đầu năm 2024. Nếu là mức phải đạt thì thêm kind: chỉ tiêu.",
    ],
    en: [
      "The period of this figure ({value}) is not over on the day of the article, so there can be no result of all of it.",
      "For a result so far, write the period that it is of, such as period: 6 tháng đầu năm 2024. Add kind: chỉ tiêu if it is a target.",
    ],
  },
  "figure-part-no-whole": {
    severity: "warning",
    vi: [
      "Số liệu này có part nhưng of không cho biết tổng số.",
      "Ghi tổng số ở of, ví dụ of: 662 tổ chức, để người đọc thấy và máy so được tỷ lệ; không biết tổng số thì xóa part.",
    ],
    en: [
      "This figure has part, but of does not say how many there are in all.",
      "Write the total in of, such as of: 662 tổ chức, so that readers see it and the share can be compared; delete part if it is not known.",
    ],
  },
  "figure-part-alone": {
    severity: "warning",
    vi: [
      "part chỉ dùng cho tỷ lệ phần trăm, còn số liệu này tính bằng “{value}”.",
      'Nếu giá trị là tỷ lệ thì viết unit: "%"; nếu không thì xóa dòng part.',
    ],
    en: [
      "part is for percentages, but this figure is measured in “{value}”.",
      'Write unit: "%" if the value is a percentage; otherwise delete the line part.',
    ],
  },
  "figure-share-differs": {
    severity: "warning",
    vi: [
      "{part}/{whole} là {share}, không phải {value}.",
      "So lại ba con số value, part và of với nguồn tin.",
    ],
    en: [
      "{part} of {whole} is {share}, not {value}.",
      "Compare value, part and of with the source.",
    ],
  },
  "figure-above-whole": {
    severity: "warning",
    vi: ["Số thành phần ({value}) lớn hơn tổng số ({whole}).", "So lại hai con số với nguồn tin."],
    en: ["The part ({value}) is more than the whole ({whole}).", "Compare both with the source."],
  },
  "figure-above-hundred": {
    severity: "warning",
    vi: [
      "Tỷ lệ {value} lớn hơn 100%.",
      "Xem lại dấu chấm thập phân. Nếu là mức tăng hay mức vượt kế hoạch thì ghi rõ ở name hoặc of.",
    ],
    en: [
      "The percentage {value} is above 100%.",
      "Check the decimal point. If it is growth or a plan exceeded, say so in name or of.",
    ],
  },
  "figure-parts-differ": {
    severity: "warning",
    vi: [
      "Các phần của “{group}” cộng lại là {sum} ({parts}), không phải {whole}.",
      "So lại từng con số với nguồn tin. Mức nào gồm cả các mức cao hơn thì ghi cumulative: true.",
    ],
    en: [
      "The parts of “{group}” add up to {sum} ({parts}), not {whole}.",
      "Compare each with the source. Write cumulative: true for one that holds the grades above it.",
    ],
  },
  "figure-name-spelling": {
    severity: "warning",
    vi: [
      "figures.yaml viết “{series}”, không viết “{value}”.",
      "Viết “{series}”, hoặc thêm cách viết này vào aliases của dãy số liệu.",
    ],
    en: [
      "figures.yaml has “{series}”, not “{value}”.",
      "Write “{series}”, or add this spelling to the aliases of the series.",
    ],
  },
  "figure-name-near": {
    severity: "warning",
    vi: [
      "“{value}” gần giống dãy số liệu “{series}” trong figures.yaml nhưng không thuộc dãy ấy.",
      "Nếu là cùng một số liệu thì viết “{series}”, kỳ ghi ở year hoặc period. Nếu là số liệu khác thì lập dãy riêng trong figures.yaml.",
    ],
    en: [
      "“{value}” is near the series “{series}” of figures.yaml, but not part of it.",
      "If it is the same, write “{series}” and give the time in year or period. If it is another figure, give it a series of its own in figures.yaml.",
    ],
  },
  "figure-unit-differs": {
    severity: "warning",
    vi: [
      "Dãy số liệu “{series}” tính bằng “{unit}”, còn ở đây là “{value}”.",
      "Sửa unit, hoặc đặt tên khác cho số liệu; hai đơn vị tính không vẽ chung một biểu đồ được.",
    ],
    en: [
      "The series “{series}” is measured in “{unit}”, but here it is “{value}”.",
      "Correct unit, or give the figure another name; two units of measure cannot be in one chart.",
    ],
  },
  "figure-differs": {
    severity: "warning",
    vi: [
      "“{name}” ({period}) ở đây là {value}, nhưng ở {other} là {otherValue}.",
      "So lại với nguồn tin. Nếu hai con số nói hai điều khác nhau thì đặt tên khác nhau, hoặc ghi rõ about, of, cumulative.",
    ],
    en: [
      "“{name}” ({period}) is {value} here, but {otherValue} in {other}.",
      "Compare with the source. If they say different things, give them different names, or say about, of or cumulative.",
    ],
  },
  "bad-series-id": {
    severity: "error",
    vi: [
      "Mã dãy số liệu “{value}” không hợp lệ.",
      "Chỉ dùng chữ thường không dấu, chữ số và gạch ngang: {fixed}",
    ],
    en: [
      "The id “{value}” of a series is not valid.",
      "Use only lower-case letters without marks, digits and hyphens: {fixed}",
    ],
  },
  "series-id-twice": {
    severity: "error",
    vi: ["Mã “{value}” đã dùng cho một dãy số liệu ở trên.", "Mỗi dãy cần một mã riêng."],
    en: ["The id “{value}” belongs to a series above.", "Each series needs an id of its own."],
  },
  "series-name-twice": {
    severity: "error",
    vi: [
      "Tên “{value}” của dãy số liệu {id} cũng là tên của dãy {other} (dòng {line}).",
      "Mỗi tên chỉ thuộc một dãy, dù khác chữ hoa hay khác dấu. Xóa tên này ở một trong hai dãy.",
    ],
    en: [
      "The name “{value}” of the series {id} also belongs to the series {other} (line {line}).",
      "A name belongs to one series; case and marks make no difference. Delete it from one of the two.",
    ],
  },
} as const satisfies Record<string, Message>;
