import type { Column, ColumnType } from "../../src/data/open-data.ts";
import { formatNumber } from "../../src/text/vietnamese.ts";
import { dataUrl } from "../../src/urls.ts";
import type { Chrome } from "./chrome.ts";
import { frame } from "./frame.ts";
import { type Html, html } from "./html.ts";
import { scrolling } from "./table.ts";

/**
 * All that the page of the open data shows. Only counts in it change from one article to the next.
 */
export type DataProps = {
  readonly chrome: Chrome;
  readonly terms: string;
  /** Addresses of the catalogue and of its schema. */
  readonly catalogue: string;
  readonly catalogueSchema: string;
  /** Titles of the datasets that have a file for each year. */
  readonly yearly: readonly string[];
  /** Newest first; with a cell for each dataset above. */
  readonly years: readonly {
    readonly year: number;
    readonly cells: readonly (TableLinks | undefined)[];
  }[];
  /** The datasets that are one file. */
  readonly whole: readonly { readonly title: string; readonly links: TableLinks | undefined }[];
  readonly datasets: readonly DatasetProps[];
};

/** The addresses of one table in both formats, and how many rows it has. */
export type TableLinks = { readonly rows: number; readonly csv: string; readonly json: string };

type DatasetProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly schema: string;
  readonly columns: readonly Column[];
};

export function dataView(props: DataProps): Html {
  const { chrome, terms, datasets } = props;
  return frame({
    chrome,
    url: dataUrl,
    title: "Dữ liệu mở",
    description: `${titlesOf(datasets)} trên ${chrome.name}, dạng bảng CSV và JSON.`,
    way: [],
    main: html`<header class="page-head"><h1>Dữ liệu mở</h1>
      <p class="intro">Những gì trang này đăng, xếp thành bảng để mở bằng bảng tính hoặc để chương trình máy tính đọc. ${terms}</p></header>
      <section class="part" aria-labelledby="tai-ve"><h2 id="tai-ve">Tải về</h2>
      <p class="note">CSV mở được bằng Excel và các bảng tính khác; JSON dành cho chương trình. Số đứng trước hai chữ ấy là số dòng của tệp.</p>
      ${files(props)}
      </section>
      <section class="part" aria-labelledby="cac-cot"><h2 id="cac-cot">Các cột</h2>
      <div class="register">${datasets.map(columnsPart)}</div>
      </section>
      <div class="register">
      <section class="part" aria-labelledby="cach-viet"><h2 id="cach-viet">Cách viết trong tệp</h2>
      ${conventions}
      </section>
      <section class="part" aria-labelledby="excel"><h2 id="excel">Mở bằng Excel</h2>
      ${excel}
      </section>
      </div>`,
  });
}

function files({ yearly, years, whole, catalogue, catalogueSchema }: DataProps): Html {
  return html`<div class="files">${
    years.length > 0 &&
    scrolling(
      "Tệp theo năm",
      html`<table class="figures">
      <caption class="unseen">Tệp theo năm</caption>
      <thead><tr><th scope="col">Năm</th>${yearly.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
      <tbody>${years.map(
        ({ year, cells }) =>
          html`<tr><th scope="row">${year}</th>${cells.map((links, at) => html`<td data-label="${yearly[at]}">${links ? tableLinks(links, `${yearly[at]} năm ${year}`) : "–"}</td>`)}</tr>`,
      )}</tbody>
      </table>`,
    )
  }
  ${whole.map(
    ({ title, links }) =>
      links && html`<p><b>${title}</b>, mọi năm trong một tệp: ${tableLinks(links, title)}</p>`,
  )}
  <p>Danh mục mọi tệp và mọi cột, dành cho chương trình: <a href="${catalogue}" type="application/json">JSON<span class="unseen">: danh mục</span></a> <a href="${catalogueSchema}" type="application/json">JSON Schema<span class="unseen">: danh mục</span></a></p>
  </div>`;
}

/** Links to a table. To anyone who hears the page, "CSV" alone does not say of what. */
function tableLinks({ rows, csv, json }: TableLinks, what: string): Html {
  const unseen = html`<span class="unseen">: ${what}</span>`;
  return html`<span class="count">${formatNumber(rows)}</span> <a href="${csv}" type="text/csv">CSV${unseen}</a> <a href="${json}" type="application/json">JSON${unseen}</a>`;
}

function columnsPart({ id, title, description, schema, columns }: DatasetProps): Html {
  return html`<section class="dataset" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>
    <p>${description}</p>
    <details><summary>${columns.length} cột và ý nghĩa<span class="unseen">: ${title}</span></summary>
    ${scrolling(
      `Các cột: ${title}`,
      html`<table>
      <thead><tr><th scope="col">Cột</th><th scope="col">Ý nghĩa</th></tr></thead>
      <tbody>${columns.map(
        ({ key, type, nullable, values, meaning }) => html`<tr>
        <th scope="row"><code>${key}</code><small>${typeNames[type]}${nullable && ", có thể trống"}</small></th>
        <td>${meaning}${values.length > 0 && html`<small>Một trong: ${values.join(", ")}</small>`}</td>
        </tr>`,
      )}</tbody>
      </table>`,
    )}
    <p><a href="${schema}" type="application/json">JSON Schema<span class="unseen">: ${title}</span></a></p>
    </details>
    </section>`;
}

/** Names datasets in one line: "Bài viết, khen thưởng và đơn vị". */
function titlesOf(datasets: readonly DatasetProps[]): string {
  const titles = datasets.map(({ title }, at) => (at === 0 ? title : lower(title)));
  return `${titles.slice(0, -1).join(", ")} và ${titles.at(-1)}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const conventions = html`<div class="prose">
<ul>
<li>Cột trong CSV và khóa trong JSON có tên như nhau.</li>
<li>Ngày viết theo thứ tự năm, tháng, ngày: 2022-01-14.</li>
<li>Số có dấu chấm trước phần thập phân và không có dấu ngăn hàng nghìn: 98.2; 1625.</li>
<li>Đúng là <code>true</code>, sai là <code>false</code>.</li>
<li>Điều chưa biết là ô trống trong CSV, <code>null</code> trong JSON; không bao giờ là số 0.</li>
<li>Danh sách trong CSV nằm gọn trong một ô, các mục ngăn cách bằng dấu chấm phẩy. Dấu chấm phẩy có sẵn trong một mục được đổi thành dấu phẩy; JSON giữ nguyên.</li>
<li>Những danh sách có phần đầu tên cột giống nhau đi song song: mục thứ hai của <code>person_names</code>, <code>person_posts</code> và <code>person_roles</code> nói về cùng một người.</li>
<li>Trong CSV, chữ bắt đầu bằng =, +, - hoặc @ ở đầu ô hay sau dấu chấm phẩy có thêm dấu nháy đơn (') ở trước, để bảng tính không coi là công thức.</li>
</ul>
</div>`;

const excel = html`<div class="prose">
<p>Tệp CSV viết bằng UTF-8, có dấu BOM ở đầu, nên khi nhấp đúp để mở bằng Excel, tiếng Việt hiện đúng. Trên máy đặt theo quy ước Việt Nam, Excel có thể dồn cả dòng vào một ô hoặc đọc sai số có phần thập phân. Khi đó xin làm như sau:</p>
<ol>
<li>Mở một sổ trống, vào thẻ Dữ liệu (Data), chọn Từ Văn bản/CSV (From Text/CSV), rồi chọn tệp.</li>
<li>Ở ô nguồn gốc tệp (File Origin), chọn 65001: Unicode (UTF-8); ở ô dấu tách (Delimiter), chọn dấu phẩy.</li>
<li>Nếu số vẫn sai, bấm Chuyển đổi dữ liệu (Transform Data), bấm chuột phải vào đầu cột, chọn Đổi kiểu (Change Type), Dùng bản địa (Using Locale), rồi chọn số thập phân (Decimal Number) và tiếng Anh, Hoa Kỳ (English, United States).</li>
</ol>
</div>`;

const typeNames: Readonly<Record<ColumnType, string>> = {
  text: "chữ",
  date: "ngày",
  url: "địa chỉ",
  integer: "số nguyên",
  number: "số",
  boolean: "đúng/sai",
  list: "danh sách",
};
