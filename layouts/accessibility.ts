import { type Page, page } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { accessibilityUrl, archiveUrl, searchUrl, tagsUrl, unitsUrl } from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { mailLink, phoneLink } from "./parts/contact.ts";
import { facts } from "./parts/facts.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

/**
 * What the site does for readers with disabilities, where it still falls short, and whom to tell.
 */
export function accessibilityPages(site: Site): Page[] {
  return [accessibilityPage(sharedOf(site).chrome)];
}

export function accessibilityPage(chrome: Chrome): Page {
  return page("accessibility", accessibilityUrl, { chrome }, accessibilityView);
}

const title = "Tuyên bố về khả năng truy cập";

const done = [
  "Mỗi trang có một tiêu đề, các đề mục theo thứ tự và các vùng có tên, để phần mềm đọc màn hình đi thẳng tới chỗ cần.",
  "Mọi việc làm được bằng bàn phím; chỗ đang đứng luôn được khoanh rõ; lần bấm phím Tab đầu tiên mở lối đi thẳng tới nội dung chính.",
  "Chữ và nền có độ tương phản ít nhất 4,5:1, cả trên nền sáng và nền tối. Không điều gì chỉ được báo bằng màu.",
  "Chữ phóng to tới 200%, hay cả trang phóng to tới 400% (rộng 320 điểm ảnh), vẫn đọc được mà không phải kéo ngang trang. Cỡ chữ theo cài đặt của trình duyệt.",
  "Ảnh nào cũng phải có lời tả: bài thiếu lời tả ảnh thì không đăng được. Bảng có tiêu đề hàng và cột; biểu đồ nào cũng có bảng số liệu đi kèm.",
  "Chữ viết tắt thường gặp được giải thích ở lần đầu xuất hiện trong bài.",
  "Không có chữ chạy, hình nhấp nháy, âm thanh tự phát hay thời hạn thao tác.",
  "Trang nhẹ. Trừ việc tìm theo từ, mọi phần dùng được cả khi trình duyệt không chạy chương trình nào.",
  "Bài in ra giấy gọn: chỉ còn nội dung, nguồn, địa chỉ và ngày đăng.",
] as const;

function accessibilityView({ chrome }: { readonly chrome: Chrome }): Html {
  const { name, owner, contact } = chrome;
  return frame({
    chrome,
    url: accessibilityUrl,
    title,
    description: `Mức độ dễ truy cập của ${name} đối với người khuyết tật, những hạn chế đã biết và nơi tiếp nhận phản ánh.`,
    way: [],
    main: html`<header class="page-head"><h1>${title}</h1>
      <p class="intro">${name} mong ai cũng đọc được tin, kể cả người khiếm thị, người nghe kém, người khó dùng tay và người dùng máy cũ.</p></header>
      <div class="prose">
      <h2 id="chuan">Chuẩn hướng tới</h2>
      <p>Trang hướng tới mức AA của Hướng dẫn về khả năng truy cập nội dung web (WCAG) 2.1. Văn bản trong nước về việc này là Thông tư số <span class="whole">26/2020/TT-BTTTT</span> ngày 23/9/2020 của Bộ Thông tin và Truyền thông quy định việc áp dụng tiêu chuẩn, công nghệ hỗ trợ người khuyết tật tiếp cận, sử dụng sản phẩm, dịch vụ thông tin và truyền thông.</p>
      <p>Đây là tự đánh giá. Trang chưa được một tổ chức độc lập kiểm tra.</p>
      <h2 id="da-lam">Những việc đã làm</h2>
      <ul>${done.map((one) => html`<li>${one}</li>`)}</ul>
      <p>Phần mềm dựng trang kèm theo bộ kiểm tra tự động: từng loại trang được mở trong trình duyệt thật, ở màn hình điện thoại và máy tính, rồi soát bằng công cụ axe.</p>
      <h2 id="co-chu">Giữ cỡ chữ lớn</h2>
      <p>Nút “Aa” (cỡ chữ, tương phản) ở đầu trang đổi cỡ chữ và độ tương phản của riêng trang đang mở, vì trang tin không lưu gì trên máy của bạn đọc. Muốn mọi trang cùng có chữ lớn, xin dùng mức phóng to của trình duyệt, trình duyệt sẽ nhớ mức ấy cho trang tin này: trên máy tính, giữ phím Ctrl rồi bấm phím +; trên điện thoại, mở trình đơn của trình duyệt và chọn cỡ chữ hoặc mức phóng to.</p>
      <p>Máy đã bật chế độ tương phản cao thì trang tự theo.</p>
      <h2 id="han-che">Những hạn chế đã biết</h2>
      <ul>
      <li>Kiểm tra tự động chỉ tìm ra một phần lỗi. Chưa có đợt dùng thử nào với người khuyết tật.</li>
      <li>Lời tả ảnh do người viết bài soạn, nên có chỗ đầy đủ, có chỗ còn sơ sài.</li>
      <li>Bảng nhiều cột phải kéo ngang trên điện thoại.</li>
      ${!chrome.portalLinks && html`<li><a href="${searchUrl}">Trang tìm kiếm</a> cần trình duyệt chạy được JavaScript. Nếu không tìm được, xin dùng <a href="${archiveUrl}">lưu trữ</a>, <a href="${tagsUrl}">chủ đề</a> hoặc <a href="${unitsUrl}">đơn vị</a>.</li>`}
      <li>Bài viết chỉ có tiếng Việt, chưa có bản đọc thành tiếng và bản ngôn ngữ ký hiệu.</li>
      <li>Trang khác mà bài viết dẫn tới có thể không theo chuẩn này.</li>
      </ul>
      <h2 id="phan-anh">Phản ánh</h2>
      <p>Gặp chỗ không đọc được hoặc khó dùng, hay cần một bài ở dạng khác, xin báo cho ${owner}. Xin cho biết địa chỉ của trang, việc đang làm và thiết bị, phần mềm đang dùng.</p>
      ${facts([
        ["Thư điện tử", mailLink(contact)],
        ["Điện thoại", phoneLink(contact)],
        ["Địa chỉ", contact.address],
      ])}
      </div>`,
  });
}
