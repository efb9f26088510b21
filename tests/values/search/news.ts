/*
 * Made-up articles of the kind that Party offices write, to measure a search with. Many say nearly
 * the same, as real ones do: what tells them apart is a place, a name, a number or one word.
 */

/** Key, title and text of each article, oldest first. */
export const news: readonly (readonly [key: string, title: string, text: string])[] = [
  [
    "họp-quý-1",
    "Chi bộ thôn Đông Mẫu sinh hoạt thường kỳ quý I",
    "Chi bộ thôn Đông Mẫu họp, đánh giá công tác quý I và bàn nhiệm vụ quý II. Đồng chí Nguyễn Văn Mẫu, Bí thư chi bộ, chủ trì.",
  ],
  [
    "họp-quý-2",
    "Chi bộ thôn Đông Mẫu sinh hoạt thường kỳ quý II",
    "Chi bộ thôn Đông Mẫu họp, đánh giá công tác quý II và bàn nhiệm vụ quý III. Đảng viên góp ý về thu gom rác thải.",
  ],
  [
    "kết-luận-21",
    "Quán triệt Kết luận số 21-KL/TW",
    "Đảng ủy xã Tân Mẫu tổ chức hội nghị quán triệt Kết luận số 21-KL/TW về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị.",
  ],
  [
    "chỉ-thị-05",
    "Sơ kết ba năm thực hiện Chỉ thị 05-CT/TW",
    "Việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh theo Chỉ thị 05-CT/TW đã đi vào nền nếp.",
  ],
  [
    "nghị-quyết-18",
    "Học tập Nghị quyết số 18-NQ/TW",
    "Lớp học nghe phổ biến Nghị quyết số 18-NQ/TW về sắp xếp tổ chức bộ máy tinh gọn, hoạt động hiệu lực, hiệu quả.",
  ],
  [
    "quyết-định-48",
    "Công bố Quyết định 48-QĐ/ĐUM",
    "Đảng ủy xã Tân Mẫu công bố Quyết định số 48-QĐ/ĐUM về thành lập tổ công tác chuyển đổi số.",
  ],
  [
    "kết-nạp-hoa",
    "Kết nạp đảng viên mới ở Trường Tiểu học Hoa Mẫu",
    "Lễ kết nạp đảng viên cho hai cô giáo trẻ được tổ chức trang trọng, đúng nghi thức. Chi bộ nhà trường nay có 24 đảng viên.",
  ],
  [
    "kết-nạp-xưởng",
    "Kết nạp ba công nhân xưởng may vào Đảng",
    "Ba công nhân xưởng may Bình Mẫu được kết nạp vào Đảng. Đây là lứa đảng viên đầu tiên của doanh nghiệp tư nhân này.",
  ],
  [
    "kết-nạp-lão",
    "Lễ kết nạp đảng viên tại Chi bộ thôn Đoài Mẫu",
    "Hai thanh niên ưu tú của thôn Đoài Mẫu tuyên thệ trước cờ Đảng.",
  ],
  [
    "huy-hiệu-3-2",
    "Trao Huy hiệu Đảng đợt 3/2",
    "Mười hai đảng viên lão thành được nhận Huy hiệu 50 năm tuổi Đảng và 40 năm tuổi Đảng trong đợt 3/2.",
  ],
  [
    "huy-hiệu-19-5",
    "Trao Huy hiệu Đảng đợt 19/5",
    "Bảy đảng viên được nhận Huy hiệu 30 năm tuổi Đảng, nhân kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh.",
  ],
  [
    "huy-hiệu-60",
    "Cụ Trần Thị Thử nhận Huy hiệu 60 năm tuổi Đảng",
    "Lãnh đạo Đảng ủy đến tận nhà trao Huy hiệu 60 năm tuổi Đảng cho cụ Trần Thị Thử, 83 tuổi.",
  ],
  [
    "đường-hoa",
    "Đường hoa của hội viên phụ nữ thôn Đoài Mẫu",
    "Con đường hoa dài 800 mét do hội viên phụ nữ trồng và chăm sóc, làm đẹp lối vào thôn.",
  ],
  [
    "đường-bê-tông",
    "Hiến đất mở đường bê tông",
    "Đảng viên thôn Bắc Mẫu hiến 1.625 mét vuông đất để mở rộng đường bê tông liên thôn.",
  ],
  [
    "đường-dây-nóng",
    "Công khai đường dây nóng tiếp nhận phản ánh",
    "Văn phòng Đảng ủy công khai số máy của đường dây nóng để nhân dân phản ánh, kiến nghị.",
  ],
  [
    "hàng-dương",
    "Trồng hàng dương chắn cát ven biển",
    "Đoàn viên trồng hai nghìn cây dương chắn cát ở bãi biển Mẫu Hải.",
  ],
  [
    "mặt-dương",
    "Nuôi dưỡng tinh thần tự phê bình",
    "Phê bình và tự phê bình nuôi dưỡng sức chiến đấu của chi bộ. Người đứng đầu phải nêu gương.",
  ],
  [
    "giấy-khen",
    "Khen thưởng 11 tổ chức cơ sở đảng",
    "Mười một tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ được tặng Giấy khen. Tỷ lệ hoàn thành tốt nhiệm vụ đạt 98,2 %.",
  ],
  [
    "bằng-khen",
    "Đề nghị tặng Bằng khen cho ba tập thể",
    "Hội đồng thi đua họp, đề nghị cấp trên tặng Bằng khen cho ba tập thể có thành tích trong năm năm liền.",
  ],
  [
    "thi-đua",
    "Phát động thi đua chào mừng đại hội",
    "Các chi bộ đăng ký công trình, phần việc chào mừng đại hội đảng bộ nhiệm kỳ mới.",
  ],
  [
    "đại-hội-đông",
    "Đại hội Chi bộ thôn Đông Mẫu nhiệm kỳ 2025–2027",
    "Đại hội bầu chi ủy gồm ba đồng chí; đồng chí Nguyễn Văn Mẫu tái cử Bí thư chi bộ.",
  ],
  [
    "đại-hội-trường",
    "Đại hội Chi bộ Trường Tiểu học Hoa Mẫu",
    "Đại hội bầu cô Lê Thị Hòa giữ chức Bí thư chi bộ. Chi ủy mới đặt mục tiêu kết nạp bốn đảng viên.",
  ],
  [
    "đại-hội-xã",
    "Chuẩn bị đại hội Đảng bộ xã Tân Mẫu",
    "Tiểu ban văn kiện và tiểu ban nhân sự báo cáo tiến độ chuẩn bị đại hội Đảng bộ xã Tân Mẫu.",
  ],
  [
    "kiểm-tra",
    "Ủy ban Kiểm tra kết luận kiểm tra thu nộp đảng phí",
    "Ủy ban Kiểm tra Đảng ủy kiểm tra việc thu, nộp, quản lý đảng phí tại bốn chi bộ; không phát hiện sai phạm.",
  ],
  [
    "giám-sát",
    "Giám sát chuyên đề về nêu gương",
    "Đoàn giám sát làm việc với Chi ủy thôn Nam Mẫu về trách nhiệm nêu gương của cán bộ, đảng viên.",
  ],
  [
    "kỷ-luật",
    "Thi hành kỷ luật khiển trách một đảng viên",
    "Chi bộ thôn Nam Mẫu thi hành kỷ luật bằng hình thức khiển trách đối với một đảng viên vi phạm nồng độ cồn.",
  ],
  [
    "dân-vận",
    "Mô hình dân vận khéo ở thôn Bắc Mẫu",
    "Mô hình “Nhà sạch, vườn mẫu” giúp hai mươi hộ cải tạo vườn tạp. Tổ dân vận đến từng nhà vận động.",
  ],
  [
    "tiếp-dân",
    "Bí thư Đảng ủy tiếp dân định kỳ tháng 6",
    "Có chín lượt người đến; các ý kiến chủ yếu về đất đai, nước sạch.",
  ],
  [
    "đối-thoại",
    "Đối thoại với thanh niên về khởi nghiệp",
    "Thanh niên hỏi về vốn vay, mặt bằng và thủ tục; Bí thư Đảng ủy trả lời trực tiếp 15 câu hỏi.",
  ],
  [
    "chuyển-đổi-số",
    "Ra mắt tổ công nghệ số cộng đồng",
    "Tổ công nghệ số giúp người dân cài đặt ứng dụng, nộp hồ sơ trực tuyến. Chuyển đổi số bắt đầu từ những việc nhỏ.",
  ],
  [
    "sổ-tay",
    "Dùng Sổ tay đảng viên điện tử",
    "Chín mươi phần trăm đảng viên đã đăng nhập Sổ tay đảng viên điện tử để đọc tài liệu sinh hoạt chi bộ.",
  ],
  [
    "không-giấy",
    "Phòng họp không giấy tờ",
    "Đảng ủy thử nghiệm phòng họp không giấy tờ, tiết kiệm 12 triệu đồng tiền in mỗi năm.",
  ],
  [
    "nông-thôn-mới",
    "Xã Tân Mẫu đạt chuẩn nông thôn mới nâng cao",
    "Xã Tân Mẫu hoàn thành 19 tiêu chí; thu nhập bình quân đạt 62,5 triệu đồng một người.",
  ],
  [
    "giảm-nghèo",
    "Đảng viên nhận đỡ đầu hộ nghèo",
    "Mỗi đảng viên khá giả giúp một hộ nghèo về giống, vốn, ngày công. Tỷ lệ hộ nghèo còn 1,4 %.",
  ],
  [
    "nhà-tình-nghĩa",
    "Bàn giao nhà đại đoàn kết cho gia đình chính sách",
    "Căn nhà rộng 60 mét vuông được bàn giao cho gia đình bà Phạm Thị Ví Dụ, vợ liệt sĩ.",
  ],
  [
    "thăm-mẹ",
    "Thăm, tặng quà người có công dịp 27/7",
    "Đoàn đã thăm 45 gia đình thương binh, liệt sĩ nhân Ngày Thương binh – Liệt sĩ 27/7.",
  ],
  [
    "bão",
    "Đảng viên dầm mưa gia cố đê trước bão số 3",
    "Bốn mươi đảng viên và dân quân đắp bao cát, gia cố hai đoạn đê xung yếu trước khi bão số 3 đổ bộ.",
  ],
  [
    "hòa-giải",
    "Tổ hòa giải giữ yên xóm làng",
    "Tổ hoà giải thôn Tây Mẫu hòa giải thành 14 vụ việc, không vụ nào phải chuyển lên trên.",
  ],
  [
    "ủy-viên",
    "Bồi dưỡng nghiệp vụ cho chi uỷ viên",
    "Gần một trăm chi uỷ viên dự lớp bồi dưỡng nghiệp vụ công tác đảng; nội dung gồm ghi biên bản, ra nghị quyết.",
  ],
  [
    "thuỷ-lợi",
    "Ra quân làm thuỷ lợi nội đồng",
    "Cán bộ, đảng viên nạo vét 3 km kênh thuỷ lợi nội đồng, khơi thông dòng chảy.",
  ],
  [
    "khoẻ",
    "Ngày hội đi bộ vì sức khoẻ người cao tuổi",
    "Hơn 300 cụ tham gia đi bộ quanh hồ Mẫu Giang.",
  ],
  [
    "lịch-sử",
    "Ra mắt cuốn Lịch sử Đảng bộ xã 1930–2020",
    "Cuốn sách dày 312 trang, ghi lại chặng đường chín mươi năm của Đảng bộ.",
  ],
  [
    "lý-luận",
    "Khai giảng lớp trung cấp lý luận chính trị",
    "Lớp trung cấp lý luận chính trị khoá 7 có 65 học viên, học trong 18 tháng.",
  ],
  [
    "báo-cáo-viên",
    "Hội nghị báo cáo viên tháng 10",
    "Báo cáo viên nghe thông tin thời sự và định hướng tuyên truyền tháng 10.",
  ],
  [
    "dư-luận",
    "Nắm bắt dư luận xã hội về giá điện, giá nước",
    "Cộng tác viên dư luận xã hội phản ánh tâm trạng người dân trước giá điện, giá nước tăng.",
  ],
  [
    "sáp-nhập",
    "Sáp nhập hai chi bộ thôn sau khi nhập thôn",
    "Sau khi nhập thôn, hai chi bộ được sáp nhập; chi bộ mới mang tên Chi bộ thôn Hợp Mẫu.",
  ],
  [
    "bàn-giao-bí-thư",
    "Công bố quyết định về công tác cán bộ",
    "Đồng chí Hoàng Văn Tỉ Dụ được điều động, chỉ định giữ chức Phó Bí thư Đảng ủy xã Tân Mẫu.",
  ],
  [
    "quy-hoạch",
    "Rà soát quy hoạch cán bộ giai đoạn tới",
    "Hội nghị bỏ phiếu giới thiệu bổ sung quy hoạch chức danh cấp ủy viên.",
  ],
  [
    "luân-chuyển",
    "Luân chuyển cán bộ trẻ về cơ sở",
    "Bốn cán bộ trẻ được luân chuyển về thôn khó khăn nhất để rèn luyện.",
  ],
  [
    "đảng-phí",
    "Thu đảng phí qua chuyển khoản",
    "Đảng phí được nộp qua tài khoản; kế toán đối chiếu trước ngày 5 hằng tháng.",
  ],
  [
    "chi-bộ-bốn-tốt",
    "Nhân rộng mô hình chi bộ bốn tốt",
    "Chi bộ bốn tốt, đảng bộ cơ sở bốn tốt: hoàn thành tốt nhiệm vụ, sinh hoạt tốt, đoàn kết tốt, cán bộ tốt.",
  ],
  [
    "tết-trồng-cây",
    "Tết trồng cây đời đời nhớ ơn Bác",
    "Sáng mùng sáu, cán bộ và nhân dân trồng 500 cây lát, cây sưa ven đê.",
  ],
  [
    "hiến-máu",
    "Hiến máu tình nguyện thu 210 đơn vị máu",
    "Hơn hai trăm đảng viên, đoàn viên hiến máu; có người hiến lần thứ 25.",
  ],
  [
    "khuyến-học",
    "Quỹ khuyến học trao 120 suất quà",
    "Quỹ khuyến học trao quà cho học sinh giỏi, học sinh nghèo vượt khó trước năm học mới.",
  ],
  [
    "an-toàn",
    "Ký cam kết bảo đảm an toàn giao thông",
    "Cán bộ, đảng viên ký cam kết đã uống rượu, bia thì không lái xe.",
  ],
  [
    "cháy",
    "Diễn tập phòng cháy, chữa cháy khu chợ",
    "Tình huống giả định: cháy tại gian hàng vải; lực lượng tại chỗ dập lửa trong 12 phút.",
  ],
  [
    "quốc-phòng",
    "Giao quân đủ chỉ tiêu, bảo đảm chất lượng",
    "Mười sáu thanh niên lên đường nhập ngũ, trong đó có hai đảng viên.",
  ],
  [
    "môi-trường",
    "Ngày thứ Bảy xanh: dọn rác bờ kênh",
    "Đảng viên cùng nhân dân dọn 4 tấn rác dọc bờ kênh, trồng lại cỏ.",
  ],
  [
    "văn-nghệ",
    "Hội diễn văn nghệ mừng Đảng, mừng Xuân",
    "Mười tiết mục ca ngợi Đảng, quê hương; giải nhất thuộc về đội văn nghệ thôn Tây Mẫu.",
  ],
  [
    "tổng-kết",
    "Tổng kết công tác xây dựng Đảng năm 2024",
    "Năm 2024 toàn đảng bộ kết nạp 144 đảng viên; 90 % chi bộ hoàn thành tốt nhiệm vụ; 31 cá nhân được biểu dương.",
  ],
];
