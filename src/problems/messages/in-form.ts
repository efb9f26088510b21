import type { MessageCode } from "../messages.ts";

/** `suggested` takes the place of the hint where a message has a likely value. */
type FormWords = {
  readonly message?: string;
  readonly hint?: string;
  readonly suggested?: string;
};

/**
 * Other words for a writer who sees a form and no file; the part of a message that is not here
 * stays. `{key}` becomes the name of the field.
 */
export const inForm: Partial<Record<MessageCode, FormWords>> = {
  "missing-key": { message: "“{key}” chưa điền.", hint: "" },
  "missing-key-in": { message: "“{key}” chưa điền.", hint: "", suggested: "" },
  "empty-value": { message: "“{key}” chưa điền.", hint: "" },
  "unknown-key": { hint: "Bấm “Sửa cả tệp” để sửa hoặc xóa dòng này." },
  "forbidden-key": { hint: "Bấm “Sửa cả tệp” để xóa dòng này." },
  "comment-cuts-text": { hint: "Điền lại cả câu vào ô này." },
  "bad-value": { hint: "Xem phần 3 của hướng dẫn viết bài." },
  "pdf-elsewhere": {
    hint: "Chép tệp vào thư mục của bài rồi chỉ ghi tên tệp: {fixed}. Văn bản ở trang khác thì ghi ở ô Địa chỉ văn bản trên mạng.",
  },
  "pdf-unused": { hint: "Ghi tên tệp vào ô Tệp văn bản (PDF) của một văn bản, hoặc xóa tệp." },
  "date-span": {
    message: "“{value}” là nhiều ngày, trong khi ô này chỉ ghi một ngày.",
    hint: "Ở đây chỉ ghi một ngày. Sự kiện kéo dài nhiều ngày thì ở mục Sự kiện ghi ngày đầu và ngày cuối.",
    suggested: "Ghi ngày đầu {from} ở ô Ngày tổ chức, ngày cuối {to} ở ô Ngày cuối.",
  },
  "steps-listed": {
    hint: "Biết số lượng từng mốc thì thêm cho mỗi mốc một mục khen thưởng. Chỉ biết tổng số thì ghi {fixed}",
  },
  "award-key-of-another-form": {
    hint: "Xem lại hình thức; nếu hình thức đã đúng thì để trống ô này, và ô sẽ không hiện nữa.",
  },
  "bad-date": { hint: "Ghi ngày/tháng/năm, ví dụ 31/1/2024." },
  "impossible-date": { hint: "Kiểm tra lại ngày và tháng; ghi ngày trước, tháng sau." },
  "count-not-whole": {
    hint: "Ghi một số nguyên, ví dụ 11. Số có phần thập phân thì ghi ở mục Số liệu.",
  },
  "bad-year": {
    hint: "Ghi bốn chữ số, ví dụ 2021; kỳ dài hay ngắn hơn một năm thì ghi ở ô Kỳ.",
  },
  "bad-count": {
    hint: "Ghi số nguyên như 11 hoặc 0, hoặc khoảng 30, 30-35⟦, {word}⟧.",
  },
  "number-time": { hint: "Ghi một con số; giờ giấc ghi trong bài." },
  "number-not": {
    hint: "Chỉ ghi con số, ví dụ 98,2. Đơn vị tính ghi ở ô Đơn vị tính.",
    suggested: "Chỉ ghi con số: {suggestion}⟦; ghi “{measure}” ở ô Đơn vị tính⟧.",
  },
  "unknown-unit": {
    message: "Không có đơn vị “{value}” trong danh mục.",
    hint: "Chọn một đơn vị trong danh sách. Đơn vị mới thì nhờ người phụ trách thêm vào danh mục.",
  },
  "units-joined": {
    hint: "Chỉ chọn {fixed}⟦; đơn vị còn lại thêm vào mục Đơn vị được nhắc đến: {others}⟧.",
  },
  "withdrawn-for-address": {
    message: "“{value}” không phải là tệp của một bài.",
    hint: "Ghi đường dẫn đến tệp .md của bài thay thế. Bài ở trang khác thì để trống ô này và nêu ở ô Lý do.",
  },
  "withdrawn-for-hidden": {
    hint: "Ghi bài khác ở ô Bài thay thế, hoặc để trống.",
  },
  "withdrawn-draft": {
    message: "Bài vừa là bài nháp vừa đã rút, nên địa chỉ của bài không có lời báo rút bài.",
    hint: "Bài đã từng đăng thì bỏ chọn bài nháp. Bài chưa từng đăng thì bỏ mục rút bài.",
  },
  "unit-with-body": { hint: "Chọn đơn vị {unit}⟦; ghi {body} ở ô bên cạnh⟧." },
  "bad-document-number": {
    hint: "Ghi như 21-KL/TW hoặc 30/2020/NĐ-CP. Văn bản không có số thì để trống ô này và ghi tên văn bản.",
    suggested: "Chỉ ghi số ở ô này; ngày và loại văn bản ghi ở ô của nó, mỗi văn bản là một mục.",
  },
  "document-number-bare": {
    hint: "Ghi đủ số và ký hiệu như 02-NQ/ĐUM; nếu không biết thì ghi loại hoặc tên văn bản, cơ quan và năm ban hành.",
  },
  "document-after-article": {
    hint: "Kiểm tra lại ngày ban hành. Nếu văn bản chưa ban hành thì ở ô Quan hệ với bài ghi dự thảo, lấy ý kiến hoặc sắp ban hành.",
  },
  "document-relation-unknown": {
    message: "Chưa bài nào ghi văn bản {value} ở mục Văn bản, nên chưa có trang để dẫn đến.",
    hint: "Thêm văn bản ấy vào mục Văn bản của bài này, hoặc kiểm tra lại số.",
  },
  "document-empty": { hint: "Ghi số hoặc tên của văn bản." },
  "correction-early": { hint: "Ghi ngày sửa bài; không đổi ngày của bài." },
  "correction-same": { hint: "Ghi ở ô trên chữ đã đăng, ở ô dưới chữ đã sửa." },
  "lead-early": {
    hint: "Ghi ngày của bài hoặc một ngày sau đó; không giữ làm tin chính nữa thì để trống.",
  },
  "lead-long": {
    hint: "Kiểm tra lại tháng và năm; tin mới trong thời gian đó không lên đầu trang được.",
  },
  "approval-missing": {
    hint: "Duyệt rồi thì điền mục Duyệt bài. Chưa duyệt thì đánh dấu Bài nháp.",
  },
  "approval-own": { hint: "Nhờ người khác đọc lại, rồi ghi tên người ấy ở mục Duyệt bài." },
  "lead-twice": { hint: "Chỉ điền ngày ở một bài, hoặc ghi ở bài này một ngày trước {date}." },
  "correction-ahead": { hint: "Ghi ngày sửa bài." },
  "names-joined": {
    hint: "Ghi riêng từng mục. Nếu đúng là một mục thì để nguyên.",
    suggested: "Ghi riêng từng người; chức vụ ghi ở ô Chức vụ.",
  },
  "list-as-text": {
    message: "“{key}” đang là một đoạn chữ, nên chỉ được tính là một mục.",
    hint: "Ghi riêng từng mục: {fixed}",
  },
  "two-names": { suggested: "Ghi mỗi người thành một mục riêng: “{fixed}”." },
  "award-no-count": {
    hint: "Ghi số lượng (nguồn tin không nêu thì ghi không rõ), hoặc tên người, tổ chức được khen.",
  },
  "award-year-ahead": {
    hint: "Kiểm tra lại năm hoặc giai đoạn. Giai đoạn chưa hết thì ghi đến năm đã qua, ví dụ {fixed}.",
  },
  "award-revocation-misplaced": {
    message: "Quyết định thu hồi chỉ ghi khi tình trạng là thu hồi, nhưng ở đây là “{value}”.",
    hint: "Quyết định khen thưởng thì ghi ở mục Quyết định; tin thu hồi thì thêm một mục khen thưởng riêng.",
  },
  "event-ordinal-differs": {
    message: "Theo tên sự kiện thì đây là lần thứ {named}, nhưng ô Lần thứ ghi {value}.",
  },
  "event-name-differs": {
    message: "Theo tên sự kiện thì là “{named}”, nhưng ô {key} ghi “{value}”.",
  },
  "event-term-differs": {
    hint: "Nếu là một nhiệm kỳ thì ghi ô Khóa hoặc nhiệm kỳ giống nhau ở mọi bài.",
  },
  "event-too-long": { hint: "Kiểm tra lại năm của ngày tổ chức và ngày cuối." },
  "award-proposed-done": {
    message: "Mục này mới đề xuất khen thưởng, nhưng phần {key} đã điền.",
    hint: "Nếu đã có quyết định hoặc đã trao thì sửa tình trạng; nếu mới đề xuất thì để trống phần này.",
  },
  "award-revocation-early": { hint: "Kiểm tra lại ngày của hai quyết định." },
  "document-kind-differs": {
    message:
      "Theo ký hiệu thì văn bản số {number} thuộc loại {kinds}, nhưng ô {key} ghi “{value}”.",
    hint: "Kiểm tra lại loại và số của văn bản.",
  },
  "award-count-differs": {
    message: "Số lượng là {count} nhưng có {names} tên.",
    hint: "Sửa số lượng, hoặc ghi mỗi tên một dòng.",
  },
  "recipient-twice": { message: "Tên “{value}” được ghi hai lần nên bị đếm hai lần." },
  "award-wrong-level": { hint: "Kiểm tra lại hình thức và đơn vị tặng. Cấp này tặng: {allowed}." },
  "award-withdrawal-unknown": {
    hint: "Ghi hình thức, hạng, mức huy hiệu, đơn vị tặng, đối tượng và số quyết định đúng như ở bài đã đưa tin khen thưởng; đó phải là một bài khác, đăng trước bài này.",
  },
  "award-withdrawal-again": {
    hint: "Nếu là cùng một lần thu hồi thì chỉ ghi ở một bài, hoặc ghi tên người được tặng ở cả hai bài. Nếu là hai quyết định thu hồi thì ghi số của mỗi quyết định.",
  },
  "award-same-decision": {
    hint: "Nếu là một lần khen thưởng, ghi đối tượng giống nhau ở hai bài.",
  },
  "award-withdrawal-too-large": {
    hint: "Kiểm tra lại số lượng ở hai bài; sổ khen thưởng chỉ trừ {left}.",
  },
  "link-to-file": {
    hint: "Văn bản thì lưu thành PDF rồi thêm vào mục Văn bản ở dưới: bài tự có liên kết đến tệp. Tệp khác thì đặt ở nơi khác, ví dụ cổng thông tin của cơ quan, rồi viết địa chỉ đầy đủ https://…",
  },
  "empty-body": {
    message: "Bài chưa có nội dung.",
    hint: "Viết vào ô Nội dung, hoặc đánh dấu Bài nháp cho đến khi viết xong.",
  },
  "placeholder-left": {
    hint: "Viết nốt hoặc xóa chỗ này. Bài chưa xong thì đánh dấu Bài nháp.",
  },
  "title-number-alone": {
    message: "Số {value} ở tiêu đề không có ở chỗ nào khác trong bài.",
  },
  "summary-repeated": {
    message: "Đoạn đầu của bài nhắc lại tóm tắt, nên người đọc thấy hai lần một đoạn.",
    hint: "Xóa đoạn đầu trong bài, hoặc để trống ô Tóm tắt: khi đó đoạn đầu tự thành tóm tắt.",
  },
  "document-not-listed": {
    message: "Bài nhắc đến văn bản {value}, nhưng mục Văn bản chưa ghi.",
    hint: "Thêm văn bản này vào mục Văn bản ở dưới.",
    suggested: "Thêm văn bản này vào mục Văn bản ở dưới.",
  },
  "unit-not-valid": { hint: "Kiểm tra lại đơn vị và ngày⟦; đơn vị kế tục: {successors}⟧." },
  "unit-outside-article": {
    hint: "Chọn ở ô Đơn vị đơn vị được bài nói đến; “{value}” chỉ chọn ở mục Khen thưởng.",
  },
  "award-giver-absent": { hint: "Kiểm tra lại đơn vị tặng và ngày của quyết định." },
  "bad-term": {
    hint: "Ghi số khóa bằng chữ số La Mã như XIX, hoặc các năm của nhiệm kỳ như 2025-2030.",
  },
  "ends-before-start": {
    hint: "Kiểm tra lại hai ngày; ngày nào chưa biết thì để trống.",
    suggested: "Ghi ngày đầu ở ô Ngày tổ chức, hoặc sửa lại Ngày cuối.",
  },
  "person-no-name": {
    message: "Mục này chưa ghi là ai.",
    hint: "Điền họ tên, hoặc mã cán bộ nếu người ấy có trong danh sách cán bộ.",
  },
  "unknown-person": {
    message: "Không có cán bộ nào có mã “{value}” trong danh sách cán bộ.",
    hint: "Ghi đúng mã, hoặc ghi họ tên thay cho mã.",
  },
  "person-id-name": {
    message: "Mã “{id}” là của cán bộ “{name}”, còn ô họ tên lại ghi “{value}”.",
    hint: "Nếu nói đến “{name}” thì sửa họ tên. Nếu là người khác thì sửa mã, hoặc để trống ô mã. Nếu đó là tên gọi khác của cùng một người thì nhờ người phụ trách bổ sung danh sách cán bộ.",
  },
  "person-ambiguous": {
    message: "Có nhiều cán bộ tên “{value}” trong danh sách cán bộ.",
    hint: "Ghi một trong các mã này vào ô Mã cán bộ: {ids}.",
    suggested: "Ghi một trong các mã này thay cho tên: {suggestion}.",
  },
  "name-with-title": { hint: "Chỉ ghi họ tên: {fixed}⟦; ghi “{post}” ở ô Chức vụ⟧." },
  "person-look-alike": {
    message: "Tên “{value}” gần giống cán bộ “{other}” trong danh sách cán bộ.",
  },
  "person-post-differs": {
    message:
      "Bài ghi chức vụ “{value}”, còn theo danh sách cán bộ thì ngày {day} đồng chí {name} giữ chức vụ: {held}.",
    hint: "Sửa chức vụ trong bài. Nếu danh sách cán bộ còn thiếu thì nhờ người phụ trách bổ sung.",
  },
  "number-unquoted": { hint: "Không phải sửa gì; lần lưu sau khi sửa số này sẽ ghi cho đúng." },
  "bad-period": {
    hint: "Ghi như 2022, quý I/2022, tháng 3/2022, 6 tháng đầu năm 2022 hoặc 2020-2025.",
  },
  "figure-year-and-period": {
    message: "Số liệu này vừa có Năm ({value}) vừa có Kỳ.",
    hint: "Chỉ điền một ô: Năm khi là cả năm, Kỳ khi là kỳ khác.",
  },
  "figure-period-ahead": {
    hint: "Nếu là mức phải đạt thì chọn Loại là chỉ tiêu; nếu không thì xem lại năm.",
  },
  "figure-period-open": {
    hint: "Nếu là kết quả tính đến nay thì ghi đúng kỳ ấy, ví dụ 6 tháng đầu năm 2024. Nếu là mức phải đạt thì chọn Loại là chỉ tiêu.",
  },
  "figure-part-no-whole": {
    message: "Số liệu này có “{key}” nhưng chưa ghi tổng số.",
    hint: "Ghi tổng số ở ô Tính trên, ví dụ 662 tổ chức; không biết tổng số thì để trống ô này.",
  },
  "figure-part-alone": {
    message: "“{key}” chỉ dùng cho tỷ lệ phần trăm, còn số liệu này tính bằng “{value}”.",
    hint: "Nếu giá trị là tỷ lệ thì ghi % ở ô Đơn vị tính; nếu không thì để trống ô này.",
  },
  "figure-share-differs": { hint: "So lại ba con số với nguồn tin." },
  "figure-above-hundred": {
    hint: "Xem lại dấu phẩy thập phân. Nếu là mức tăng hay mức vượt kế hoạch thì ghi rõ ở tên số liệu.",
  },
  "figure-parts-differ": {
    hint: "So lại từng con số với nguồn tin. Mức nào gồm cả các mức cao hơn thì chọn có ở ô ấy.",
  },
  "figure-name-spelling": {
    message: "Dãy số liệu được theo dõi tên là “{series}”, không viết “{value}”.",
    hint: "Chọn “{series}” trong danh sách.",
  },
  "figure-name-near": {
    message: "“{value}” gần giống dãy số liệu “{series}” nhưng không thuộc dãy ấy.",
    hint: "Nếu là cùng một số liệu thì chọn “{series}”, kỳ ghi ở ô Năm hoặc Kỳ. Nếu là số liệu khác thì nhờ người phụ trách lập dãy riêng.",
  },
  "figure-unit-differs": {
    hint: "Sửa đơn vị tính, hoặc đặt tên khác cho số liệu; hai đơn vị tính không vẽ chung một biểu đồ được.",
  },
  "figure-differs": {
    hint: "So lại với nguồn tin. Nếu hai con số nói hai điều khác nhau thì đặt tên khác nhau, hoặc ghi rõ tính trên gì, của đơn vị nào.",
  },
  // What is added in the form is made ready at once; only what came otherwise is told of here.
  "picture-place": {
    hint: "Thêm lại ảnh từ máy ở mục Ảnh, rồi bỏ mục cũ: máy tự xóa thông tin ấy khi thêm.",
  },
  "picture-owner": {
    hint: "Thêm lại ảnh từ máy ở mục Ảnh, rồi bỏ mục cũ: máy tự xóa thông tin ấy khi thêm.",
  },
  "picture-film": {
    hint: "Thêm lại ảnh từ máy ở mục Ảnh, rồi bỏ mục cũ: máy tự bỏ đoạn phim khi thêm.",
  },
  "picture-heavy": {
    message: "Ảnh “{value}” nặng {size} MB nên gửi lâu, mở cũng lâu.",
    hint: "Cứ gửi cũng được. Muốn nhẹ hơn thì dùng ảnh nhỏ hơn; ảnh chụp kiểu .png thì lưu lại thành .jpg rồi thêm lại.",
  },
  "picture-wide": {
    hint: "Thêm lại ảnh từ máy ở mục Ảnh, rồi bỏ mục cũ: máy tự thu nhỏ khi thêm.",
  },
  "bad-alias": {
    hint: "Chép phần sau tên trang, bắt đầu bằng dấu /, ví dụ /tin-tuc/hop-chi-bo.html hoặc /?p=123; không có dấu cách, dấu #, dài không quá 900 ký tự.",
  },
  "alias-taken": { hint: "Xóa mục này: mỗi địa chỉ chỉ dẫn đến một nơi." },
  "alias-twice": {
    hint: "Xem trước đây địa chỉ ấy là của bài nào, rồi xóa mục này ở bài kia.",
  },
  "address-moved": {
    hint: "Trả lại ngày như trước, hoặc thêm {value} vào mục Địa chỉ cũ.",
  },
  "address-hidden": {
    hint: "Đăng lại bài; nếu phải gỡ thì bỏ chọn Bài nháp và điền mục Rút bài: địa chỉ còn đó với lời báo rút bài.",
  },
  "withdrawn-before-article": { hint: "Kiểm tra lại ngày và năm ở ô Ngày rút." },
  "withdrawn-in-future": {
    message: "Ngày rút bài {value} chưa đến, mà điền mục Rút bài là rút ngay.",
    hint: "Ghi ngày rút thật ở ô Ngày rút. Nếu đến ngày ấy mới rút thì để trống mục Rút bài, đến ngày đó hãy điền.",
  },
  "withdrawn-for-itself": {
    hint: "Ghi đường dẫn đến bài khác ở ô Bài thay thế, hoặc để trống ô ấy nếu không có bài thay thế.",
  },
};
