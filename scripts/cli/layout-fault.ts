import type { LayoutFault, LayoutFaultKind } from "../../src/layout-fault.ts";
import type { Language } from "../../src/problems/problem.ts";

type Words = Readonly<Record<LayoutFaultKind, (detail: string) => string>>;

const words: Readonly<Record<Language, Words>> = {
  vi: {
    outside: (name) =>
      `không được nhập “${name}”. Mã trong layouts chỉ nhập được tệp trong chính thư mục layouts và “ban-tin/layouts”.`,
    broken: (why) => `không chạy được tệp này: ${why}`,
    "no-function": () =>
      "tệp này phải có export default là một hàm. Mã dùng chung thì đặt trong thư mục con, ví dụ layouts/parts.",
    "no-pages": (found) =>
      `hàm phải trả về danh sách trang, nhưng lại trả về ${found}. Nếu định thay một phần của trang có sẵn thì tên tệp phải là article-foot hoặc home-block.`,
    "bad-page": (what) =>
      `trang thiếu hoặc sai mục “${what}”. Mỗi trang cần url, title, description và main.`,
    "bad-address": (url) =>
      `địa chỉ “${url}” không dùng được. Trang thì viết như /lich-truc/, tệp thì viết như /lich-truc.ics: chữ thường không dấu, chữ số và gạch nối.`,
    taken: (url) => `địa chỉ “${url}” đã là của trang khác. Xin chọn địa chỉ khác.`,
    "not-html": (found) =>
      `cần HTML do html\`…\` tạo ra, nhưng lại là ${found}. Chuỗi chữ thường sẽ hiện nguyên dấu ngoặc nhọn.`,
    unquoted: (attribute) =>
      `thuộc tính ${attribute} phải có dấu ngoặc kép quanh giá trị: ${attribute}"\${…}".`,
    forbidden: (found) =>
      `không dùng được “${found}” trong html\`…\`: trình duyệt không chạy mã và kiểu chữ viết thẳng trong trang.`,
    threw: (why) => `mã này gặp lỗi khi dựng trang: ${why}`,
  },
  en: {
    outside: (name) =>
      `“${name}” may not be imported. Code in layouts may import only files of that folder and “ban-tin/layouts”.`,
    broken: (why) => `this file cannot be loaded: ${why}`,
    "no-function": () =>
      "this file must export a function by default. Code for several files belongs into a folder below, such as layouts/parts.",
    "no-pages": (found) =>
      `the function must return a list of pages, and returned ${found}. To replace a view, the file must be called article-foot or home-block.`,
    "bad-page": (what) =>
      `a page lacks “${what}”, or it is no text. Each page needs url, title, description and main.`,
    "bad-address": (url) =>
      `“${url}” can be no address. Write a page like /lich-truc/ and a file like /lich-truc.ics: lower-case letters, digits and hyphens.`,
    taken: (url) => `the address “${url}” is that of another page. Choose another.`,
    "not-html": (found) =>
      `HTML made by html\`…\` is wanted, and this is ${found}. Of a plain text readers would see the angle brackets.`,
    unquoted: (attribute) =>
      `the attribute ${attribute} needs quotation marks around its value: ${attribute}"\${…}".`,
    forbidden: (found) =>
      `“${found}” cannot be in html\`…\`: browsers run no script and no style that is written into a page.`,
    threw: (why) => `this code failed while it made a page: ${why}`,
  },
};

/** Says what is wrong with the code of an office, and where. */
export function layoutFaultText({ kind, detail, place }: LayoutFault, lang: Language): string {
  return `${place}: ${words[lang][kind](detail)}`;
}
