import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { articleDataset } from "../../../src/data/article-row.ts";
import { awardDataset } from "../../../src/data/award-row.ts";
import { csvText } from "../../../src/data/csv.ts";
import { documentDataset } from "../../../src/data/document-row.ts";
import type { DataRow, Dataset } from "../../../src/data/open-data.ts";
import { madeSite } from "../../checking.ts";
import { base, type Files, temporaryFolder, writeFiles } from "../../content.ts";
import { asCells, faultsBySchema, readCsv } from "../../data-reading.ts";
import { pdfFile } from "../../pdf-file.ts";

const picture = await sharp({
  create: { width: 600, height: 400, channels: 3, background: "#fff" },
})
  .png()
  .toBuffer();

/** The columns of a unit of which nothing has changed. */
const unchanged = {
  offshoot_ids: [],
  outside: false,
  history_from: [],
  history_names: [],
  history_short_names: [],
  history_kinds: [],
  history_parent_ids: [],
  history_document_codes: [],
  change_dates: [],
  change_kinds: [],
  change_into_ids: [],
  change_from_ids: [],
  change_decision_numbers: [],
  change_decision_dates: [],
  change_article_urls: [],
  change_notes: [],
};

const content: Files = {
  ...base,
  "units.yaml": `${base["units.yaml"]}- id: chi-bo-xa
  name: [{ value: Tổ đảng Xa }, { value: Chi bộ Xa, from: 2020-02 }]
  parent: [{ value: khoi-thu }, { from: 2021 }]
  changes:
    - kind: đổi tên
      date: 2020-02-01
      decision: { number: "7-QĐ/ĐUK", date: 2020-01-15 }
      article: 2022/hop/index.md
      note: Sau đại hội.
    - { kind: sáp nhập, date: 2022-01-01, from: [chi-bo-cu] }
- { id: chi-bo-cu, name: Chi bộ Cũ, valid_from: 2001-05-06 }
- { id: bao-thu, name: Báo Thử, outside: true }
`,
  "people.yaml": `- id: le-thu
  name: Lê Thử
  aliases: [Thử Lê]
  posts:
    - { post: Phó Bí thư, body: Ban Thường vụ, unit: khoi-thu, from: 2020-05, to: 2022 }
    - { post: Bí thư, from: 2023 }
`,
  "2022/hop/index.md": `---
title: 'Họp "bàn tròn", xong sớm 🎉; hẹn lại'
date: 2022-01-14
author: [Lê Thử, { name: Đỗ Mẫu, role: ảnh }]
unit: khoi-thu
tags: [Hội nghị, Đảng viên]
summary: "=HYPERLINK(1), không phải công thức."
source: { name: Báo Thử, url: "https://bao.example/bai" }
images: [{ src: hoi-truong.png, alt: "Hội trường", credit: "Đỗ Mẫu" }]
place: Việt Trì
mentions: [chi-bo-mot, khoi-thu]
event:
  name: Hội nghị Ban Chấp hành
  kind: hội nghị
  body: BCH Khối Thử
  unit: chi-bo-mot
  ordinal: 11
  term: XIX
  place: Hội trường A
  date: 2022-01-13
  to: 2022-01-14
  agenda: [Kiểm điểm, Bàn việc]
people:
  - { name: Trần Văn Thử, post: [Bí thư, Ủy viên; phụ trách khối], role: chủ trì }
  - le-thu
  - Lý Thị Mẫu
awards:
  - form: Giấy khen
    status: đã trao
    by: khoi-thu
    body: Ban Thường vụ
    to: đảng viên
    recipients: [Người Giữ, Người Mất, le-thu]
    presented_by: [Thử Lê, le-thu, Ai Đó]
    count: 3
    for: hoàn thành xuất sắc
    years: 2017-2021
    consecutive: 5
    decision: { number: "25-QĐ/ĐUK", date: 2022-01-10 }
    doubt: "Chưa rõ nguồn."
  - { form: Huy hiệu Đảng, step: 30, status: đề xuất, by: khoi-thu, to: đảng viên, count: 3 }
documents:
  - { number: "21-KL/TW", issuer: Trung ương, date: 2021-10-25, relation: quán triệt }
  - { title: Kế hoạch năm, url: "https://van-ban.example/ke-hoach", file: Kế hoạch năm.pdf, implements: "21-KL/TW" }
figures:
  - { name: Hoàn thành tốt, value: 98.2, unit: "%", year: 2021, of: tổ chức cơ sở đảng, cumulative: true }
  - { name: Tăng giảm đảng viên, value: -1625 }
  - { name: Hội viên mới, value: 30-35, kind: chỉ tiêu, period: quý I/2022, of: 1662 người, part_of: hội viên, about: chi-bo-mot }
corrections:
  - { date: 2022-01-20, wrong: "12 tổ chức", right: "11 tổ chức", kind: đính chính }
---

Nội dung.
`,
  "2022/hop/hoi-truong.png": picture,
  "2022/hop/Kế hoạch năm.pdf": pdfFile(),
  "thu-hoi.md": `---
title: "@thu hồi"
date: 2023-01-05
author: Lê Thử
unit: chi-bo-mot
awards:
  - form: Giấy khen
    status: thu hồi
    by: khoi-thu
    to: đảng viên
    recipients: [Người Mất]
    count: 1
    decision: { number: "25-QĐ/ĐUK", date: 2022-01-10 }
    revocation: { date: 2023-01-04 }
---

Đoạn đầu.
`,
  "nhap.md": `---
title: Nháp
date: 2023-02-01
author: Lê Thử
unit: khoi-thu
figures: [{ name: Nháp, value: khoảng 91, unit: "%", part: hơn 600, of: 662 }]
draft: true
---

Nội dung.
`,
};

const first = "https://thu.example/2022/01/14/hop/";
const second = "https://thu.example/2023/01/05/thu-hoi/";

/** Returns the columns that may be empty, each as null or no items. New columns are among them. */
function emptyColumns({ row }: Dataset): DataRow {
  return Object.fromEntries(
    Object.entries(row.shape).flatMap(([name, column]) =>
      [null, []].filter((empty) => column.safeParse(empty).success).map((empty) => [name, empty]),
    ),
  );
}

/** The columns of an article that says no more than it must. */
const bareArticle = {
  ...emptyColumns(articleDataset),
  author_roles: [""],
  has_lead: false,
  award_lines: 0,
  figure_lines: 0,
  draft: false,
};

/** The columns of an award that says no more than it must. */
const bareAward = {
  ...emptyColumns(awardDataset),
  given: 0,
  proposed: 0,
  revoked: 0,
  draft: false,
  is_count_exact: true,
  to_group: "person",
  posthumous: false,
  early: false,
};

/** The columns of a document of which only the name is known. */
const bareDocument = { ...emptyColumns(documentDataset), draft: false };

const khoiThu = { unit_id: "khoi-thu", unit_name: "Đảng ủy Khối Thử" };

const figure = {
  ...khoiThu,
  value_unit: null,
  figure_year: null,
  of: null,
  cumulative: null,
  value_to: null,
  bound: null,
  kind: "kết quả",
  period: null,
  period_from: null,
  period_to: null,
  of_count: null,
  part: null,
  part_of: null,
  about_id: "khoi-thu",
  about_name: "Đảng ủy Khối Thử",
  draft: false,
};

const expected: Readonly<Record<string, readonly DataRow[]>> = {
  "bai-viet/2022": [
    {
      ...bareArticle,
      ...khoiThu,
      url: first,
      title: 'Họp "bàn tròn", xong sớm 🎉; hẹn lại',
      date: "2022-01-14",
      authors: ["Lê Thử", "Đỗ Mẫu"],
      author_roles: ["", "ảnh"],
      tags: ["Hội nghị", "Đảng viên"],
      summary: "=HYPERLINK(1), không phải công thức.",
      has_lead: true,
      source_name: "Báo Thử",
      source_url: "https://bao.example/bai",
      event_name: "Hội nghị Ban Chấp hành",
      event_ordinal: 11,
      event_term: "XIX",
      event_place: "Hội trường A",
      event_date: "2022-01-13",
      event_url: "https://thu.example/hoi-nghi/chi-bo-mot/ban-chap-hanh-khoi-thu-xix/11/",
      event_kind: "hội nghị",
      event_body: "Ban Chấp hành Khối Thử",
      event_unit_id: "chi-bo-mot",
      event_to: "2022-01-14",
      event_agenda: ["Kiểm điểm", "Bàn việc"],
      place: "Việt Trì",
      mention_ids: ["chi-bo-mot", "khoi-thu"],
      person_names: ["Trần Văn Thử", "Lê Thử", "Lý Thị Mẫu"],
      person_posts: ["Bí thư, Ủy viên; phụ trách khối", "Phó Bí thư", ""],
      person_roles: ["chủ trì", "", ""],
      person_ids: ["", "le-thu", ""],
      document_numbers: ["21-KL/TW", ""],
      document_titles: ["", "Kế hoạch năm"],
      document_issuers: ["Trung ương", ""],
      document_dates: ["2021-10-25", ""],
      document_relations: ["quán triệt", ""],
      document_urls: ["", "https://van-ban.example/ke-hoach"],
      document_file_urls: ["", "https://thu.example/tep/HASH/ke-hoach-nam.pdf"],
      image_urls: ["https://thu.example/anh/HASH/600.jpg"],
      image_alts: ["Hội trường"],
      image_captions: [""],
      image_credits: ["Đỗ Mẫu"],
      correction_dates: ["2022-01-20"],
      correction_kinds: ["đính chính"],
      correction_wrong: ["12 tổ chức"],
      correction_right: ["11 tổ chức"],
      award_lines: 2,
      figure_lines: 3,
    },
  ],
  "bai-viet/2023": [
    {
      ...bareArticle,
      url: second,
      title: "@thu hồi",
      date: "2023-01-05",
      unit_id: "chi-bo-mot",
      unit_name: "Chi bộ Một",
      authors: ["Lê Thử"],
      summary: "Đoạn đầu.",
      award_lines: 1,
    },
    {
      ...bareArticle,
      ...khoiThu,
      url: "https://thu.example/2023/02/01/nhap/",
      title: "Nháp",
      date: "2023-02-01",
      authors: ["Lê Thử"],
      summary: "Nội dung.",
      figure_lines: 1,
      draft: true,
    },
  ],
  // First told in 2022, so the award stays in that year, whatever a later article adds.
  "khen-thuong/2022": [
    {
      ...bareAward,
      year: 2022,
      article_url: second,
      article_date: "2023-01-05",
      earlier_urls: [first],
      form: "Giấy khen",
      status: "đã trao",
      standing: "given",
      given: 2,
      revoked: 1,
      giver_id: "khoi-thu",
      giver_name: "Đảng ủy Khối Thử",
      body: "Ban Thường vụ",
      to: "đảng viên",
      count: 3,
      count_text: "3",
      recipients: ["Người Giữ", "Lê Thử"],
      recipient_person_ids: ["", "le-thu"],
      presented_by: ["Thử Lê", "Lê Thử", "Ai Đó"],
      presenter_ids: ["le-thu", "le-thu", ""],
      revoked_recipients: ["Người Mất"],
      for: "hoàn thành xuất sắc",
      year_from: 2017,
      year_to: 2021,
      consecutive: 5,
      decision_number: "25-QĐ/ĐUK",
      decision_date: "2022-01-10",
      revocation_date: "2023-01-04",
      revocation_numbers: [""],
      revocation_dates: ["2023-01-04"],
      revocation_counts: ["1"],
      doubt: "Chưa rõ nguồn.",
    },
    {
      ...bareAward,
      year: 2022,
      article_url: first,
      article_date: "2022-01-14",
      form: "Huy hiệu Đảng",
      step: 30,
      status: "đề xuất",
      standing: "proposed",
      proposed: 3,
      giver_id: "khoi-thu",
      giver_name: "Đảng ủy Khối Thử",
      to: "đảng viên",
      count: 3,
      count_text: "3",
    },
  ],
  "so-lieu/2022": [
    {
      ...figure,
      article_url: first,
      article_date: "2022-01-14",
      name: "Hoàn thành tốt",
      value: 98.2,
      value_unit: "%",
      figure_year: 2021,
      of: "tổ chức cơ sở đảng",
      cumulative: true,
      value_text: "98,2",
      value_from: 98.2,
      period: "2021",
      period_from: "2021-01",
      period_to: "2021-12",
      series_id: "hoan-thanh-tot",
    },
    {
      ...figure,
      article_url: first,
      article_date: "2022-01-14",
      name: "Tăng giảm đảng viên",
      value: -1625,
      value_text: "−1.625",
      value_from: -1625,
      series_id: "tang-giam-dang-vien",
    },
    {
      ...figure,
      article_url: first,
      article_date: "2022-01-14",
      name: "Hội viên mới",
      value: null,
      value_text: "30–35",
      value_from: 30,
      value_to: 35,
      kind: "chỉ tiêu",
      period: "quý I/2022",
      period_from: "2022-01",
      period_to: "2022-03",
      figure_year: 2022,
      of: "1.662 người",
      of_count: 1662,
      part_of: "hội viên",
      about_id: "chi-bo-mot",
      about_name: "Chi bộ Một",
      series_id: "hoi-vien-moi",
    },
  ],
  "so-lieu/2023": [
    {
      ...figure,
      article_url: "https://thu.example/2023/02/01/nhap/",
      article_date: "2023-02-01",
      name: "Nháp",
      value: null,
      value_unit: "%",
      value_text: "khoảng 91",
      value_from: 91,
      bound: "khoảng",
      of: "662",
      of_count: 662,
      part: "hơn 600",
      series_id: "nhap",
      draft: true,
    },
  ],
  "van-ban": [
    {
      ...bareDocument,
      url: "https://thu.example/van-ban/21-kl-tw/",
      number: "21-KL/TW",
      kind: "Kết luận",
      issuer: "Trung ương",
      date: "2021-10-25",
      article_urls: [first],
      relations: ["quán triệt"],
    },
    {
      ...bareDocument,
      url: "https://thu.example/van-ban/ke-hoach-nam/",
      kind: "Kế hoạch",
      title: "Kế hoạch năm",
      source_url: "https://van-ban.example/ke-hoach",
      file_url: "https://thu.example/tep/HASH/ke-hoach-nam.pdf",
      implements: ["https://thu.example/van-ban/21-kl-tw/"],
      article_urls: [first],
      relations: [""],
    },
    {
      ...bareDocument,
      url: "https://thu.example/van-ban/25-qd-duk/",
      number: "25-QĐ/ĐUK",
      kind: "Quyết định",
      issuer: "Đảng ủy Khối Thử",
      issuer_id: "khoi-thu",
      issuer_name: "Đảng ủy Khối Thử",
      date: "2022-01-10",
      article_urls: [first, second],
      relations: ["", ""],
    },
    // A unit changed by it, and units.yaml names the article that tells of that.
    {
      ...bareDocument,
      url: "https://thu.example/van-ban/7-qd-duk/",
      number: "7-QĐ/ĐUK",
      kind: "Quyết định",
      date: "2020-01-15",
      article_urls: [first],
      relations: [""],
    },
  ],
  "hoi-nghi/2022": [
    {
      url: "https://thu.example/hoi-nghi/chi-bo-mot/ban-chap-hanh-khoi-thu-xix/11/",
      year: 2022,
      unit_id: "chi-bo-mot",
      unit_name: "Chi bộ Một",
      name: "Hội nghị Ban Chấp hành",
      kind: "hội nghị",
      body: "Ban Chấp hành Khối Thử",
      term: "XIX",
      ordinal: 11,
      date: "2022-01-13",
      date_to: "2022-01-14",
      is_date_stated: true,
      place: "Hội trường A",
      agenda: ["Kiểm điểm", "Bàn việc"],
      person_names: ["Trần Văn Thử", "Lê Thử", "Lý Thị Mẫu"],
      person_ids: ["", "le-thu", ""],
      person_roles: ["chủ trì", "", ""],
      article_urls: [first],
      draft: false,
    },
  ],
  "can-bo": [
    {
      id: "le-thu",
      url: "https://thu.example/can-bo/le-thu/",
      name: "Lê Thử",
      aliases: ["Thử Lê"],
      post: "Phó Bí thư",
      body: "Ban Thường vụ",
      unit_id: "khoi-thu",
      unit_name: "Đảng ủy Khối Thử",
      valid_from: "2020-05",
      valid_to: "2022",
    },
    {
      id: "le-thu",
      url: "https://thu.example/can-bo/le-thu/",
      name: "Lê Thử",
      aliases: ["Thử Lê"],
      post: "Bí thư",
      body: null,
      unit_id: null,
      unit_name: null,
      valid_from: "2023",
      valid_to: null,
    },
  ],
  "don-vi": [
    {
      id: "bao-thu",
      url: "https://thu.example/don-vi/bao-thu/",
      name: "Báo Thử",
      short_name: null,
      aliases: [],
      kind: null,
      parent_id: null,
      parent_name: null,
      document_code: null,
      valid_from: null,
      valid_to: null,
      successor_ids: [],
      ...unchanged,
      outside: true,
    },
    {
      id: "chi-bo-cu",
      url: "https://thu.example/don-vi/chi-bo-cu/",
      name: "Chi bộ Cũ",
      short_name: null,
      aliases: [],
      kind: null,
      parent_id: null,
      parent_name: null,
      document_code: null,
      valid_from: "2001-05-06",
      valid_to: "2021-12-31",
      successor_ids: ["chi-bo-xa"],
      ...unchanged,
    },
    {
      id: "chi-bo-mot",
      url: "https://thu.example/don-vi/chi-bo-mot/",
      name: "Chi bộ Một",
      short_name: null,
      aliases: [],
      kind: "chi bộ",
      parent_id: "khoi-thu",
      parent_name: "Đảng ủy Khối Thử",
      document_code: null,
      valid_from: "2010",
      valid_to: "2023-06",
      successor_ids: ["khoi-thu"],
      ...unchanged,
    },
    {
      id: "chi-bo-xa",
      url: "https://thu.example/don-vi/chi-bo-xa/",
      name: "Chi bộ Xa",
      short_name: null,
      aliases: [],
      kind: null,
      parent_id: null,
      parent_name: null,
      document_code: null,
      valid_from: null,
      valid_to: null,
      successor_ids: [],
      ...unchanged,
      history_from: ["", "2020-02", "2021"],
      history_names: ["Tổ đảng Xa", "Chi bộ Xa", "Chi bộ Xa"],
      history_short_names: ["", "", ""],
      history_kinds: ["", "", ""],
      history_parent_ids: ["khoi-thu", "khoi-thu", ""],
      history_document_codes: ["", "", ""],
      change_dates: ["2020-02-01", "2022-01-01"],
      change_kinds: ["đổi tên", "sáp nhập"],
      change_into_ids: ["", ""],
      change_from_ids: ["", "chi-bo-cu"],
      change_decision_numbers: ["7-QĐ/ĐUK", ""],
      change_decision_dates: ["2020-01-15", ""],
      change_article_urls: ["https://thu.example/2022/01/14/hop/", ""],
      change_notes: ["Sau đại hội.", ""],
    },
    {
      id: "khoi-thu",
      url: "https://thu.example/don-vi/khoi-thu/",
      name: "Đảng ủy Khối Thử",
      short_name: null,
      aliases: ["Khối Thử"],
      kind: "đảng bộ khối",
      parent_id: null,
      parent_name: null,
      document_code: null,
      valid_from: null,
      valid_to: null,
      successor_ids: [],
      ...unchanged,
    },
  ],
};

let files: ReadonlyMap<string, string>;
let published: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = await filesOf(content, true);
  published = await filesOf(content, false);
});

describe("the open data of a small site", () => {
  it("is these tables, in both formats, and no other", () => {
    const tables = [...files.keys()].filter((url) =>
      /(?:\d{4}|van-ban|don-vi|can-bo)\.(?:json|csv)$/u.test(url),
    );
    const wanted = Object.keys(expected).flatMap((name) => [`${name}.csv`, `${name}.json`]);
    expect(tables.toSorted()).toEqual(wanted.map((name) => `/du-lieu/${name}`).toSorted());
  });

  it.each(Object.entries(expected))("%s has every fact, once", (name, rows) => {
    const text = files.get(`/du-lieu/${name}.json`)!;
    const read = JSON.parse(text.replaceAll(/\/(anh|tep)\/[0-9a-f]+\//gu, "/$1/HASH/"));
    expect(read).toEqual(rows);
  });

  it.each(Object.keys(expected))("%s says the same in CSV as in JSON", (name) => {
    const rows = JSON.parse(files.get(`/du-lieu/${name}.json`)!) as DataRow[];
    const csv = files.get(`/du-lieu/${name}.csv`)!;
    expect(csv.startsWith("\uFEFF")).toBe(true);
    const read = readCsv(csv);
    expect(read.columns).toEqual(Object.keys(rows[0]!));
    expect(read.rows).toEqual(rows.map(asCells));
  });

  it.each(Object.keys(expected))("%s fits its schema, which knows its address", (name) => {
    const url = `/du-lieu/${name.replace(/\/.*/u, "")}.schema.json`;
    const schema = JSON.parse(files.get(url)!);
    expect(schema.$id).toBe(`https://thu.example${url}`);
    const rows = JSON.parse(files.get(`/du-lieu/${name}.json`)!) as DataRow[];
    expect(faultsBySchema(schema, rows)).toEqual([]);
    const [{ draft: _draft, id: _id, ...rest } = {}] = rows;
    expect(faultsBySchema(schema, [rest]).length).toBe(1);
    expect(faultsBySchema(schema, [{ ...rows[0], more: 1 }]).length).toBe(1);
  });

  it("adds up to the register", () => {
    const rows = JSON.parse(files.get("/du-lieu/khen-thuong/2022.json")!) as DataRow[];
    const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0);
    const register = files.get("/khen-thuong/")!.replaceAll(/<[^>]*>/gu, " ");
    const [, ...counts] =
      /Tất cả: đã khen\s+(\d+)\s*, đề xuất\s+(\d+)\s*, thu hồi\s+(\d+)/u.exec(register) ?? [];
    expect(counts.map(Number)).toEqual([sum("given"), sum("proposed"), sum("revoked")]);
  });

  it("is described on its page: every column, and what it means", () => {
    const page = files.get("/du-lieu/")!;
    for (const name of ["bai-viet", "khen-thuong", "so-lieu", "van-ban", "don-vi"]) {
      const { items } = JSON.parse(files.get(`/du-lieu/${name}.schema.json`)!);
      for (const [key, { description }] of Object.entries<{ description?: string }>(
        items.properties,
      )) {
        expect(page).toContain(`<code>${key}</code>`);
        expect(description, key).toMatch(/^\p{Lu}.*[.…]$/u);
        expect(page).toContain(description);
      }
    }
  });

  it("leaves out drafts until they are asked for", () => {
    expect([...published.values()].join("")).not.toContain("Nháp");
    expect(published.has("/du-lieu/so-lieu/2023.json")).toBe(false);
  });

  it("of one year stays as it is when another year gets an article", async () => {
    const extra = {
      "moi.md": `---\ntitle: Mới\ndate: 2024-02-01\nauthor: A\nunit: khoi-thu\n---\n\nMới.\n`,
    };
    const after = await filesOf({ ...content, ...extra }, false);
    const changed = [...after]
      .filter(([url, text]) => url.startsWith("/du-lieu/") && published.get(url) !== text)
      .map(([url]) => url);
    expect(changed.toSorted()).toEqual([
      "/du-lieu/",
      "/du-lieu/bai-viet/2024.csv",
      "/du-lieu/bai-viet/2024.json",
      "/du-lieu/danh-muc.json",
    ]);
  });

  it("is whole without a single article", async () => {
    const empty = await filesOf(base, false);
    const catalogue = JSON.parse(empty.get("/du-lieu/danh-muc.json")!);
    const schema = JSON.parse(empty.get("/du-lieu/danh-muc.schema.json")!);
    expect(faultsBySchema(schema, catalogue)).toEqual([]);
    expect(empty.get("/du-lieu/")).not.toContain('<th scope="col">Năm</th>');
    const bare = await filesOf({ ...base, "units.yaml": "[]\n" }, false);
    expect(JSON.parse(bare.get("/du-lieu/don-vi.json")!)).toEqual([]);
    expect(readCsv(bare.get("/du-lieu/don-vi.csv")!).rows).toEqual([]);
  });
});

describe("a cell of a CSV file", () => {
  it.each([
    ["a text", "Đảng viên", "Đảng viên"],
    ["a comma, a quotation mark, a line end", 'Hai, "ba"\r\nbốn\nnăm', 'Hai, "ba"\r\nbốn\nnăm'],
    ["a line feed alone", "Tên\n=1+1", "Tên\n=1+1"],
    ["a carriage return alone", "a\rb", "a\rb"],
    ["an emoji and a letter in two parts", "🎉 e\u0302", "🎉 e\u0302"],
    ["a formula", "=1+1", "'=1+1"],
    ["a plus, as of a telephone", "+84 123", "'+84 123"],
    ["a minus", "-2+3", "'-2+3"],
    ["an at sign", "@SUM(1)", "'@SUM(1)"],
    ["a tab", "\t=1", "'\t=1"],
    ["a formula in full width", "\uFF1D1+1", "'\uFF1D1+1"],
    ["a formula behind a semicolon", "Tin;=1+1; @x", "Tin;'=1+1; '@x"],
    ["a formula at the head of a list", ["=1", "hai"], "'=1; hai"],
    ["a formula at the end of a list", ["một", "=1"], "một; '=1"],
    ["an item that looks like two", ["một; hai", "ba"], "một, hai; ba"],
    ["an item that is not known", ["", "ba"], "; ba"],
    ["an empty list", [], ""],
    ["a number below nought", -5.5, "-5.5"],
    ["nought", 0, "0"],
    ["yes", true, "true"],
    ["no", false, "false"],
    ["what is not known", null, ""],
    ["what is known to be empty", "", ""],
  ] as const)("with %s", (_what, value, cell) => {
    const text = csvText(["a", "b"], [{ a: value, b: "kế" }]);
    expect(text.startsWith("\uFEFFa,b\r\n")).toBe(true);
    expect(readCsv(text).rows).toEqual([{ a: cell, b: "kế" }]);
  });
});

const cache = temporaryFolder();

/** Returns the text of every page and file that a content folder makes, by address. */
async function filesOf(files: Files, drafts: boolean): Promise<ReadonlyMap<string, string>> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const { site, problems } = await madeSite(folder, { cache, drafts });
  expect(problems).toEqual([]);
  return new Map([...site.pages()].map((page) => [page.url, page.draw()]));
}
