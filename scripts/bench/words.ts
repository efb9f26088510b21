/*
 * The words of made-up articles. Units and people are plainly invented, and nothing here is taken
 * from an article: the sentences only have the length, the vocabulary and the marks of real ones.
 */

const places = ["Sông", "Đồi", "Bãi", "Hồ", "Suối", "Đồng", "Rừng", "Vườn", "Bến", "Gò"];
const colours = ["Xanh", "Vàng", "Tím", "Bạc", "Nắng", "Gió", "Mây", "Trăng", "Sao", "Sương"];

/** A hundred places that are on no map. */
export const placeNames: readonly string[] = places.flatMap((place) =>
  colours.map((colour) => `${place} ${colour}`),
);

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng"];
const middleNames = ["Thị", "Văn"];
const givenNames = ["Mẫu", "Thử", "Ví", "Dụ", "Nháp"];

/** Sixty authors whose given names say that there is no such person. */
export const authorNames: readonly string[] = families.flatMap((family) =>
  middleNames.flatMap((middle) => givenNames.map((given) => `${family} ${middle} ${given}`)),
);

/** Six hundred office holders who are called after places that are on no map. */
export const officialNames: readonly string[] = families.flatMap((family) =>
  placeNames.map((place) => `${family} ${place}`),
);

/** Forty topics. */
export const tagNames: readonly string[] = [
  "Hội nghị",
  "Khen thưởng",
  "Xây dựng Đảng",
  "Kiểm tra và giám sát",
  "Kết nạp đảng viên",
  "Học tập và làm theo Bác",
  "Chuyển đổi số",
  "Cải cách hành chính",
  "Dân vận",
  "Tuyên giáo",
  "Tổ chức cán bộ",
  "Sinh hoạt chi bộ",
  "Đại hội",
  "Công đoàn",
  "Thanh niên",
  "Phụ nữ",
  "Cựu chiến binh",
  "Nông thôn mới",
  "Đền ơn đáp nghĩa",
  "An sinh xã hội",
  "Phòng chống dịch",
  "Phòng chống thiên tai",
  "Văn hóa và thể thao",
  "Giáo dục",
  "Y tế",
  "Môi trường",
  "Tiết kiệm",
  "Phòng chống tham nhũng",
  "Quốc phòng và an ninh",
  "Lịch sử Đảng",
  "Gương điển hình",
  "Về nguồn",
  "Hiến máu",
  "Tập huấn",
  "Giao ban báo chí",
  "Tiếp xúc cử tri",
  "Đối thoại",
  "Thi đua",
  "Số liệu",
  "Văn bản mới",
];

export const events: readonly string[] = [
  "Hội nghị sơ kết sáu tháng",
  "Hội nghị tổng kết năm",
  "Sinh hoạt chuyên đề quý",
  "Lễ trao Huy hiệu Đảng",
  "Lớp bồi dưỡng đảng viên mới",
  "Buổi đối thoại với đoàn viên",
  "Hội nghị học tập nghị quyết",
  "Buổi kiểm tra công tác năm",
  "Lễ kết nạp đảng viên",
  "Hội thi tìm hiểu Điều lệ",
  "Ngày hội hiến máu",
  "Buổi ra quân vệ sinh môi trường",
];

export const openings: readonly string[] = [
  "Sáng nay, BTV Đảng ủy tổ chức buổi làm việc với các chi bộ trực thuộc để nhìn lại công việc đã qua và bàn việc sắp tới.",
  "Hơn bảy mươi đại biểu có mặt từ sớm; nhiều chi bộ ở xa gửi báo cáo trước để dành thời gian cho thảo luận.",
  "Cuộc họp diễn ra trong một buổi, tài liệu được gửi qua thư điện tử nên hội trường hầu như không còn giấy in.",
  "Đây là lần thứ hai trong năm BCH họp mở rộng đến bí thư các chi bộ cơ sở.",
  "Buổi lễ gọn, đúng giờ, có mặt đủ đại diện công đoàn, đoàn thanh niên và hội phụ nữ.",
];

export const sentences: readonly string[] = [
  "Báo cáo cho biết phần lớn chỉ tiêu của nghị quyết đầu năm đã đạt, một số việc xong trước hạn gần hai tháng.",
  "Các chi bộ giữ đều nền nếp sinh hoạt hằng tháng, có nơi chuyển buổi họp sang chiều thứ sáu để đảng viên đi công tác xa kịp về dự.",
  "Việc nhận hồ sơ qua mạng giúp người dân bớt được ít nhất một lần đi lại, cán bộ cũng đỡ phải nhập số liệu hai lần.",
  "Nhiều ý kiến đề nghị rút ngắn phần đọc báo cáo, dành thời gian cho những việc còn vướng ở cơ sở.",
  "UBKT đã hoàn thành các cuộc kiểm tra theo chương trình và đề nghị ba nơi bổ sung hồ sơ trước cuối quý.",
  "Ở những nơi đảng viên lớn tuổi chiếm đa số, chi ủy cử người đến tận nhà đọc tài liệu và ghi lại ý kiến góp ý.",
  "Đoàn thanh niên nhận phần việc số hóa sổ sách cũ, mỗi tuần hai buổi tối, dự kiến xong trong vòng bốn tháng.",
  "Quỹ tiết kiệm của chi bộ góp được một khoản nhỏ, đủ sửa mái nhà cho hai gia đình trước mùa mưa.",
  "Tổ công tác đi từng xóm, ghi lại những điều bà con chưa hài lòng rồi trả lời bằng văn bản trong vòng mười ngày.",
  "Một số chỉ tiêu chưa đạt vì nhân sự thay đổi giữa năm; cấp ủy nhận trách nhiệm và giao lại thời hạn cụ thể.",
  "Phong trào trồng cây đầu xuân năm nay phủ thêm một đoạn bờ kè dài gần hai cây số.",
  "Các đại biểu xem lại từng mục của quy chế làm việc, thống nhất bỏ những quy định đã trùng với văn bản cấp trên.",
  "Nhờ chia nhỏ chuyên đề, buổi học nào cũng có người phát biểu, không còn cảnh một người nói từ đầu đến cuối.",
  "Việc đánh giá cuối năm dựa vào kết quả công việc từng quý, có ý kiến của tập thể nơi đảng viên làm việc.",
  "HĐND và UBND cùng cấp cam kết trả lời các kiến nghị còn tồn từ kỳ trước trước ngày ba mươi tháng này.",
  "Chi bộ mời hai cựu chiến binh kể chuyện giữ làng; nhiều bạn trẻ nán lại hỏi thêm sau khi buổi họp kết thúc.",
  "Câu lạc bộ thể thao của cơ quan mở thêm sân bóng bàn, chi phí do đoàn viên tự đóng góp.",
  "Bản đồ số về các địa chỉ đỏ trong vùng đã có hơn bốn mươi điểm, mỗi điểm kèm ảnh và một đoạn giới thiệu ngắn.",
  "Cấp ủy yêu cầu mỗi chi bộ chọn một việc khó để làm dứt điểm, không nêu khẩu hiệu chung chung.",
  "Những điểm còn khác ý kiến được ghi đầy đủ vào biên bản và chuyển tới bộ phận tham mưu nghiên cứu tiếp.",
  "Số đảng viên mới tăng chủ yếu ở khu vực trường học và trạm y tế, nơi công tác tạo nguồn được chuẩn bị từ hai năm trước.",
  "Phần mềm quản lý văn bản chạy ổn định hơn sau khi đổi máy chủ, thời gian chờ giảm còn một phần ba.",
  "Các tổ tự quản giữ được lịch tuần tra ban đêm, cả quý không để xảy ra vụ việc nào đáng tiếc.",
  "Bếp ăn dịp cao điểm mùa vụ phục vụ hơn hai trăm suất mỗi ngày, nguyên liệu do hội phụ nữ vận động.",
];

export const closings: readonly string[] = [
  "Phát biểu kết thúc, người chủ trì đề nghị các chi bộ gửi kế hoạch chi tiết trước ngày mười lăm tháng sau.",
  "Biên bản được đọc lại và thông qua ngay tại chỗ; toàn văn sẽ gửi tới các chi bộ trong tuần.",
  "Buổi họp kết thúc sớm hơn dự kiến ba mươi phút; các tổ tiếp tục trao đổi trong giờ nghỉ.",
  "Cấp ủy hẹn quay lại sau ba tháng để xem việc nào đã xong, việc nào còn phải làm.",
];

export const headings: readonly string[] = [
  "Những việc đã làm",
  "Điều còn vướng",
  "Ý kiến ở cơ sở",
  "Việc của quý tới",
  "Cách làm mới",
];

export const reasons: readonly string[] = [
  "hoàn thành xuất sắc nhiệm vụ",
  "có thành tích trong phong trào thi đua",
  "có sáng kiến trong cải cách hành chính",
  "làm tốt công tác dân vận",
];

export const figureNames: readonly (readonly [name: string, unit: string])[] = [
  ["Đảng viên mới được kết nạp", "đảng viên"],
  ["Tổ chức đảng được kiểm tra", "tổ chức"],
  ["Hồ sơ giải quyết đúng hạn", "%"],
  ["Buổi sinh hoạt chuyên đề", "buổi"],
  ["Gia đình được giúp đỡ", "gia đình"],
];
