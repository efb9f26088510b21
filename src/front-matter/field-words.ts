/** What those who fill in a field read about it. */
export type FieldWords = {
  readonly label: string;
  readonly help?: string;
  /** What one item of a list is called. */
  readonly one?: string;
};

/** The words of each field, by the way to it: `awards.decision.number`. */
export const fieldWords: Readonly<Record<string, FieldWords>> = {
  title: { label: "Tiêu đề" },
  date: { label: "Ngày", help: "Ngày của bài, cũng là ngày trong địa chỉ trang. Ví dụ 31/1/2024." },
  author: { label: "Người viết", one: "người viết" },
  "author.name": { label: "Họ tên hoặc bút danh" },
  "author.role": { label: "Phần việc" },
  unit: { label: "Đơn vị", help: "Đơn vị mà bài viết về, chọn từ danh mục đơn vị." },
  place: {
    label: "Nơi viết bài",
    help: "Địa danh đầu dòng tin, ví dụ: Việt Trì. Nơi diễn ra sự kiện ghi ở mục Sự kiện.",
  },
  tags: { label: "Chủ đề", help: "Bài cùng chủ đề nằm chung một trang.", one: "chủ đề" },
  summary: {
    label: "Tóm tắt",
    help: "Một hai câu, in đậm dưới tiêu đề. Bỏ trống thì lấy đoạn đầu của bài.",
  },
  source: { label: "Nguồn", help: "Nơi lấy tin, khi bài đăng lại." },
  "source.name": { label: "Tên nguồn" },
  "source.url": { label: "Địa chỉ bài gốc" },
  images: {
    label: "Ảnh",
    help: "Ảnh nằm cùng thư mục với bài. Ảnh đầu tiên là ảnh bìa; các ảnh chưa đặt vào bài hiện thành bộ ảnh ở dưới bài, theo thứ tự này.",
    one: "ảnh",
  },
  "images.src": { label: "Tệp ảnh" },
  "images.alt": {
    label: "Lời tả",
    help: "Tả điều mắt thấy trong ảnh, dành cho người không nhìn được ảnh.",
  },
  "images.caption": { label: "Lời dưới ảnh", help: "Nói đây là việc gì: ai, ở đâu, khi nào." },
  "images.credit": { label: "Người chụp" },
  "images.crop": {
    label: "Khung cắt",
    help: "Bốn tỷ lệ: cách trái, cách trên, rộng, cao, như 10% 5% 80% 60%. Bỏ trống thì lấy cả ảnh; tệp ảnh không bị đổi.",
  },
  "images.focus": {
    label: "Điểm chính",
    help: "Chỗ có người, luôn được giữ khi ảnh phải thu vào khung nhỏ: cách trái, cách trên của cả ảnh, như 30% 40%.",
  },
  event: { label: "Sự kiện", help: "Hội nghị hay buổi lễ mà bài viết về." },
  "event.name": { label: "Tên" },
  "event.kind": { label: "Loại" },
  "event.body": {
    label: "Cơ quan họp",
    help: "Ví dụ: Ban Chấp hành, Ban Thường vụ, Ủy ban Kiểm tra, Đại hội.",
  },
  "event.unit": { label: "Đơn vị họp", help: "Bỏ trống nếu là đơn vị của bài." },
  "event.ordinal": { label: "Lần thứ" },
  "event.term": {
    label: "Khóa hoặc nhiệm kỳ",
    help: "Chữ số La Mã như XIX, hoặc các năm như 2025-2030.",
  },
  "event.place": { label: "Nơi tổ chức" },
  "event.date": { label: "Ngày tổ chức", help: "Ngày đầu, nếu diễn ra nhiều ngày." },
  "event.to": { label: "Ngày cuối", help: "Bỏ trống nếu chỉ diễn ra một ngày." },
  "event.agenda": { label: "Nội dung chương trình", one: "nội dung" },
  people: {
    label: "Nhân sự",
    help: "Người giữ chức vụ được nhắc trong bài. Đảng viên không giữ chức vụ thì chỉ nêu số lượng.",
    one: "người",
  },
  "people.name": { label: "Họ tên" },
  "people.id": {
    label: "Mã cán bộ",
    help: "Mã trong people.yaml, chỉ cần khi có hai cán bộ trùng tên.",
  },
  "people.post": {
    label: "Chức vụ",
    help: "Bỏ trống thì lấy chức vụ trong people.yaml vào ngày của bài.",
    one: "chức vụ",
  },
  "people.role": { label: "Việc trong bài", help: "Ví dụ: chủ trì, phát biểu." },
  mentions: {
    label: "Đơn vị được nhắc đến",
    help: "Những đơn vị khác mà bài nói đến.",
    one: "đơn vị",
  },
  awards: {
    label: "Khen thưởng",
    help: "Mỗi hình thức cho mỗi loại đối tượng là một mục. Mới đề xuất thì chưa tính là đã khen.",
    one: "khen thưởng",
  },
  "awards.form": { label: "Hình thức" },
  "awards.name": {
    label: "Tên riêng",
    help: "Khi có tên riêng. Ví dụ: Cờ thi đua của Chính phủ, Chiến sĩ thi đua cơ sở.",
  },
  "awards.rank": { label: "Hạng hoặc giải" },
  "awards.status": { label: "Tình trạng" },
  "awards.by": { label: "Đơn vị tặng" },
  "awards.body": { label: "Cơ quan quyết định", help: "Ví dụ: Ban Thường vụ Đảng ủy." },
  "awards.proposed_by": { label: "Đơn vị đề nghị", help: "Đơn vị đã đề nghị khen thưởng." },
  "awards.presented_by": {
    label: "Người trao",
    help: "Những người trao khen thưởng tại buổi lễ.",
    one: "người trao",
  },
  "awards.to": { label: "Đối tượng", help: "Ví dụ: tổ chức cơ sở đảng, chi bộ, đảng viên." },
  "awards.recipients": {
    label: "Tên người, đơn vị được tặng",
    help: "Chỉ nêu tên đảng viên khi người ấy đồng ý.",
    one: "tên",
  },
  "awards.count": {
    label: "Số lượng",
    help: "Ví dụ 11. Nguồn nói ước chừng thì ghi khoảng 30 hoặc 30-35; nguồn không nói thì ghi không rõ.",
  },
  "awards.for": { label: "Thành tích" },
  "awards.years": { label: "Năm hoặc giai đoạn", help: "Ví dụ 2021 hoặc 2017-2021." },
  "awards.consecutive": { label: "Số năm liền" },
  "awards.step": {
    label: "Mức huy hiệu",
    help: "Số năm tuổi Đảng của Huy hiệu Đảng: 30, 40, 45… Nhiều mức chung một số lượng thì ghi 30-75.",
  },
  "awards.occasion": { label: "Dịp trao", help: "Ví dụ: đợt 3/2, đợt 7/11." },
  "awards.posthumous": { label: "Truy tặng" },
  "awards.early": { label: "Tặng sớm", help: "Huy hiệu Đảng tặng trước khi đủ năm tuổi Đảng." },
  "awards.decision": { label: "Quyết định" },
  "awards.decision.number": { label: "Số quyết định" },
  "awards.decision.date": { label: "Ngày quyết định" },
  "awards.revocation": {
    label: "Quyết định thu hồi",
    help: "Chỉ ghi khi tình trạng là thu hồi. Ô Quyết định ở trên vẫn là quyết định khen thưởng.",
  },
  "awards.revocation.number": { label: "Số quyết định thu hồi" },
  "awards.revocation.date": { label: "Ngày quyết định thu hồi" },
  "awards.doubt": {
    label: "Chỗ chưa rõ",
    help: "Điều mà nguồn tin không nói rõ. Bạn đọc sẽ thấy lời này; xin đừng đoán.",
  },
  documents: { label: "Văn bản", help: "Văn bản mà bài nhắc đến.", one: "văn bản" },
  "documents.number": {
    label: "Số văn bản",
    help: "Ví dụ 21-KL/TW. Chỉ biết con số như 02 thì ghi thêm loại, cơ quan và năm ban hành.",
  },
  "documents.kind": { label: "Loại văn bản", help: "Ví dụ: Nghị quyết, Chỉ thị, Kế hoạch." },
  "documents.title": { label: "Tên văn bản" },
  "documents.issuer": { label: "Cơ quan ban hành" },
  "documents.date": {
    label: "Ngày ban hành",
    help: "Ví dụ 14/1/2022; chỉ biết tháng hoặc năm thì ghi 1/2022 hoặc 2022.",
  },
  "documents.relation": {
    label: "Quan hệ với bài",
    help: "Ví dụ: quán triệt, triển khai, sơ kết.",
  },
  "documents.url": { label: "Địa chỉ văn bản trên mạng" },
  "documents.file": {
    label: "Tệp văn bản (PDF)",
    help: "Tên tệp PDF đặt cạnh bài, ví dụ quyet-dinh-48.pdf; người đọc tải về được.",
  },
  "documents.amends": {
    label: "Sửa đổi, bổ sung văn bản",
    help: "Số của văn bản được sửa đổi, bổ sung.",
    one: "văn bản",
  },
  "documents.replaces": {
    label: "Thay thế văn bản",
    help: "Số của văn bản hết hiệu lực vì văn bản này.",
    one: "văn bản",
  },
  "documents.implements": {
    label: "Thực hiện văn bản",
    help: "Số của văn bản cấp trên mà văn bản này thực hiện.",
    one: "văn bản",
  },
  figures: { label: "Số liệu", one: "số liệu" },
  "figures.name": {
    label: "Tên số liệu",
    help: "Ghi giống các bài trước, để số liệu qua các kỳ nằm chung một dãy.",
  },
  "figures.value": {
    label: "Giá trị",
    help: "Chỉ ghi con số; 98,2 % thì giá trị là 98,2. Nguồn nói ước chừng thì ghi theo: khoảng 1600, trên 98,2, 30-35.",
  },
  "figures.unit": { label: "Đơn vị tính", help: "Ví dụ: %, đảng viên." },
  "figures.kind": { label: "Loại", help: "Để trống nghĩa là kết quả." },
  "figures.year": { label: "Năm" },
  "figures.period": {
    label: "Kỳ",
    help: "Khi không phải cả năm: quý I/2022, tháng 3/2022, 6 tháng đầu năm 2022, 2020-2025. Đã ghi Kỳ thì để trống Năm.",
  },
  "figures.of": {
    label: "Tính trên",
    help: "Ví dụ: tổ chức cơ sở đảng, 662, hoặc 662 tổ chức cơ sở đảng.",
  },
  "figures.part": { label: "Số lượng tương ứng", help: "Tỷ lệ % ấy là bao nhiêu, ví dụ 604." },
  "figures.part_of": {
    label: "Nhóm chia phần",
    help: "Các số liệu cùng tên nhóm cộng lại thành tất cả, ví dụ: xếp loại chi bộ.",
  },
  "figures.about": {
    label: "Của đơn vị",
    help: "Khi số liệu là của đơn vị khác, không phải đơn vị của bài.",
  },
  "figures.cumulative": {
    label: "Gồm cả mức cao hơn",
    help: "Nguồn tin không nói rõ thì để trống.",
  },
  corrections: {
    label: "Đính chính",
    help: "Đính chính, cải chính, bổ sung sau khi đăng.",
    one: "đính chính",
  },
  "corrections.date": { label: "Ngày" },
  "corrections.wrong": { label: "Đã viết" },
  "corrections.right": { label: "Nay đọc là" },
  "corrections.kind": { label: "Loại" },
  withdrawn: {
    label: "Rút bài",
    help: "Địa chỉ của bài vẫn mở được nhưng chỉ còn lời báo rút; chữ và ảnh không còn ở đâu trên trang.",
  },
  "withdrawn.date": { label: "Ngày rút" },
  "withdrawn.reason": { label: "Lý do", help: "Bạn đọc sẽ thấy lời này." },
  "withdrawn.replaced_by": {
    label: "Bài thay thế",
    help: "Tệp của bài thay thế, ví dụ ../hop-chi-bo-thang-4/index.md.",
  },
  approved_by: {
    label: "Duyệt bài",
    help: "Người đã đọc và đồng ý cho đăng. Bài chưa ai duyệt thì bỏ trống.",
  },
  "approved_by.name": { label: "Người duyệt" },
  "approved_by.post": { label: "Chức vụ" },
  "approved_by.date": { label: "Ngày duyệt" },
  aliases: {
    label: "Địa chỉ cũ",
    help: "Địa chỉ trước đây của bài, kể cả ở trang cũ. Ví dụ: /tin-tuc/hop-chi-bo.html, /?p=123.",
    one: "địa chỉ cũ",
  },
  lead_until: {
    label: "Tin chính đến hết ngày",
    help: "Bài đứng đầu trang chủ đến hết ngày này. Bỏ trống thì bài mới nhất có ảnh đứng đầu.",
  },
  draft: { label: "Bài nháp", help: "Bài nháp thì chưa đăng." },
};
