import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import type { Day } from "../../../src/day.ts";
import { Random } from "../../../src/work/random.ts";
import { exampleContent } from "../../example-content.ts";
import { pdfFile } from "../../pdf-file.ts";

/*
 * A made-up office whose content changes in every way that content can. It holds plain values, from
 * which its files are written; an edit changes the values.
 */

/** What the one PDF says, one after the other: as long as before, then hardly anything. */
const pdfTexts = ["Kế hoạch thứ nhất của Khối Thử", "Kế hoạch thứ nhất của Khối Mẫu", "1"];
const pdfPath = "2023/ke-hoach.pdf";

export type Office = {
  readonly articles: Map<string, Draft>;
  /** Path of a picture file → number of the drawing in it. */
  readonly pictures: Map<string, number>;
  /** Path of a PDF → what is written in it. */
  readonly pdfs: Map<string, string>;
  units: {
    readonly short: string;
    readonly name: string;
    readonly parent: boolean;
    readonly more: boolean;
    /** From when chi-bo-mot has another name; empty when it keeps its own. */
    readonly renamedFrom: string;
    /** When khoi-cu, which once was above chi-bo-mot, went into khoi-thu; empty when it goes on. */
    readonly mergedOn: string;
    /** Decision, article and note of that change, as a line of YAML; empty without a change. */
    readonly change: string;
  };
  site: {
    readonly name: string;
    readonly url: string;
    readonly phone: string;
    readonly editor: boolean;
    /** The look, as lines of YAML. */
    readonly look: string;
    /** The files of logos, of which the look names one or none. */
    readonly logos: ReadonlyMap<string, string | Buffer>;
  };
  /** The post of the one person in people.yaml, and whether there are two. */
  people: { readonly post: string; readonly two: boolean };
  abbreviations: number;
  norms: boolean;
  /** The name of the one series in figures.yaml; undefined where there is no such file. */
  series: string | undefined;
  /** What an editor wants of the bulletin of a month; undefined while there is no file. */
  bulletin?: { readonly month: string; readonly title: string; readonly leavesOut: boolean };
  /** What its own code says; 0 while it has none. */
  layouts: number;
  /** Whether its list of units is that of other sites too, beside the content folder. */
  sharesUnits: boolean;
  today: Day;
  drafts: boolean;
  code: "a" | "b";
};

type Draft = {
  title: string;
  date: Day;
  author: string;
  unit: string;
  tags: readonly string[];
  summary?: string | undefined;
  awards: readonly string[];
  documents: readonly string[];
  figures: readonly string[];
  event?: string | undefined;
  people: readonly string[];
  mentions: readonly string[];
  corrections: readonly string[];
  aliases: readonly string[];
  withdrawn?: string | undefined;
  leadUntil?: string | undefined;
  draft: boolean;
  /** A line of the front matter that is an error. */
  fault?: string | undefined;
  image?:
    | {
        readonly src: string;
        readonly alt: string;
        readonly caption: string;
        readonly crop?: string;
      }
    | undefined;
  /** Pictures that stand together in the text, and what is written below them. */
  gallery?: { readonly pictures: readonly string[]; readonly caption: string } | undefined;
  /** Paths of the articles that the text links to. */
  links: readonly string[];
  body: string;
};

const titles = ["Họp chi bộ", "Ra quân trồng cây", "Học nghị quyết", "Trao giấy khen", "Tiếp dân"];
const tags = ["Tuổi trẻ", "tuổi trẻ", "Khen thưởng", "Học tập", "Đường làng"];
const authors = ["Người Thử", "Lê Thử Hai", "Ban Thử"];
const awards = [
  "{ form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: 2, presented_by: [Lê Cán Bộ, Trần Mẫu] }",
  '{ form: Giấy khen, status: đã trao, by: khoi-thu, to: đảng viên, count: 1, recipients: [Trần Mẫu], decision: { number: "12-QĐ/ĐU", date: 2024-01-05 } }',
  '{ form: Giấy khen, status: thu hồi, by: khoi-thu, to: đảng viên, count: 1, recipients: [Trần Mẫu], decision: { number: "12-QĐ/ĐU", date: 2024-01-05 } }',
  "{ form: Bằng khen, status: đề xuất, by: chi-bo-mot, to: chi bộ, count: 3 }",
  "{ form: Bằng khen, status: đã trao, by: uy-ban, to: chi bộ, recipients: [Chi bộ Một, Chi bộ Đầu] }",
  "{ form: Giấy khen, status: đã trao, by: khoi-cu, to: đảng bộ, recipients: [Đảng bộ Khối Cũ] }",
  "{ form: Giấy khen, status: đã trao, by: khoi-thu, proposed_by: chi-bo-mot, to: tập thể, recipients: [Chi bộ Một, Chi bộ Hai], years: 2023 }",
  "{ form: Giải, name: Hội thi Kể chuyện, rank: Nhì, status: đã trao, by: chi-bo-mot, to: đội, count: khoảng 5, occasion: đợt 3/2 }",
  "{ form: Huy hiệu Đảng, status: đã trao, by: khoi-thu, to: đảng viên, count: không rõ, step: 30-75, years: 2021-2022, early: true }",
];
const documents = [
  '{ number: "21-KL/TW", title: Về xây dựng Đảng }',
  '{ number: "21-KL/TW", title: Về xây dựng Đảng, date: 2021-10-25, issuer: khoi-thu }',
  '{ number: "21 - KL/T.Ư", date: 2016, relation: ôn lại }',
  '{ number: "12-QĐ/ĐU", kind: Quyết định, replaces: "21-KL/TW năm 2016" }',
  '{ number: "3", kind: Nghị quyết, issuer: Khối, date: 2022, amends: 21-KL/TW }',
  '{ title: Kế hoạch năm, implements: ["21-KL/TW", "05-CT/TW"], url: "https://van-ban.example/" }',
  '{ number: "05-CT/TW", title: Học tập và làm theo, relation: quán triệt }',
];
const figures = [
  "{ name: Hội viên mới, value: 40, unit: người, year: 2021 }",
  "{ name: Hội viên mới, value: 52, unit: người, year: 2022 }",
  "{ name: hội viên mới, value: 45-50, unit: người, year: 2022, about: chi-bo-mot }",
  "{ name: Hội viên mới, value: khoảng 50, unit: người, year: 2022, kind: chỉ tiêu }",
  "{ name: Chi bộ họp đủ, value: 98.2, unit: '%', period: quý I/2023, of: 662 chi bộ }",
  "{ name: Chi bộ họp đủ, value: 97, unit: '%', period: quý II/2023 }",
  "{ name: Kết nạp hội viên, value: 51, unit: người, year: 2022 }",
];
const events = [
  "{ name: Hội nghị Ban Chấp hành, ordinal: 1, term: XIX, date: 2024-01-05, place: Hội trường }",
  "{ name: Hội nghị Ban Chấp hành, ordinal: 2, term: XIX, place: Nhà văn hóa }",
  "{ name: Kỳ họp thứ ba, body: BCH, unit: khoi-thu, ordinal: 3, term: XIX, agenda: [Bàn việc] }",
  "{ name: Hội nghị Ban Chấp hành, term: XIX }",
  "{ name: Đại hội Đảng bộ, ordinal: 9, date: 2024-07-01, to: 2024-07-03 }",
  "{ name: Lễ kết nạp, kind: lễ }",
];
const named = [
  "{ name: Lê Cán Bộ, role: chủ trì }",
  "le-can-bo",
  "{ name: Trần Khách, post: Khách }",
];
const bodies = [
  "Cả chi bộ nghe và góp ý.",
  "Đường mới dài hai cây số.\n\n## Phần hai\n\nBCH họp[^1] và ghi đủ ý kiến.\n\n[^1]: Theo biên bản.",
  "| Việc | Số |\n| --- | --: |\n| Cây trồng | 120 |\n\nHết bảng.",
  "Một câu *nghiêng*, một câu **đậm**.\n\n- một\n- hai",
  "Học Kết luận 21-KL/TW, Nghị quyết số 3 và Chỉ thị 05.",
  "Quyết định 12-QĐ/ĐU thay cho 21-KL/TW năm 2016[^1].\n\n[^1]: Xem 21-KL/TW năm 2021.",
];
const days = ["2023-05-02", "2023-12-31", "2024-01-01", "2024-01-20", "2024-02-10", "2024-03-05"];

function newDraft(random: Random, number: number): Draft {
  return {
    title: `${random.pick(titles)} ${random.once(3) ? "" : number}`.trim(),
    date: random.pick(days) as Day,
    author: random.pick(authors),
    unit: random.pick(["khoi-thu", "chi-bo-mot", "khoi-cu"]),
    tags: random.pickSome(tags, random.whole(0, 3)),
    awards: random.pickSome(awards.slice(0, 2), random.once(3) ? 1 : 0),
    documents: random.pickSome(documents, random.once(3) ? 1 : 0),
    figures: random.pickSome(figures, random.once(2) ? random.whole(1, 3) : 0),
    ...(random.once(3) ? { event: random.pick(events) } : {}),
    people: random.pickSome(named, random.once(3) ? 1 : 0),
    mentions: random.once(6) ? ["khoi-thu"] : [],
    corrections: [],
    aliases: [],
    draft: random.once(12),
    links: [],
    body: random.pick(bodies),
  };
}

/** Returns what makes an article of khoi-thu public on a day, and empties its lists. */
function plainly(date: string): Partial<Draft> {
  const empty = { awards: [], documents: [], figures: [], people: [], mentions: [] };
  return { ...empty, event: undefined, draft: false, unit: "khoi-thu", date: date as Day };
}

export function newOffice(seed: number): Office {
  const random = new Random(seed);
  const office: Office = {
    articles: new Map(),
    pictures: new Map([["2023/anh.png", 1]]),
    pdfs: new Map(),
    units: {
      short: "Khối",
      name: "Chi bộ Một",
      parent: true,
      more: false,
      renamedFrom: "",
      mergedOn: "",
      change: "",
    },
    site: {
      name: "Bản tin thử",
      url: "https://thu.example",
      phone: "0123",
      editor: false,
      look: "",
      logos: new Map(),
    },
    people: { post: "Bí thư", two: false },
    abbreviations: 1,
    norms: false,
    series: undefined,
    layouts: 0,
    sharesUnits: false,
    today: "2024-06-30" as Day,
    drafts: false,
    code: "a",
  };
  const count = random.whole(6, 24);
  for (let number = 1; number <= count; number += 1)
    office.articles.set(`${2022 + (number % 3)}/bai-${number}.md`, newDraft(random, number));
  return office;
}

export type Edit = (office: Office, random: Random) => void;

function onSome(
  change: (draft: Draft, random: Random, office: Office, path: string) => void,
): Edit {
  return (office, random) => {
    const path = random.pick([...office.articles.keys()]);
    change(office.articles.get(path)!, random, office, path);
  };
}

/** Everything that can happen to content, the day and the code. */
export const edits: Readonly<Record<string, Edit>> = {
  "an article is added": (office, random) => {
    const number = random.whole(100, 999);
    office.articles.set(`2024/moi-${number}.md`, newDraft(random, number));
  },
  "an article is added that comes out later": (office, random) => {
    const number = random.whole(100, 999);
    const date = random.pick(["2024-07-01", "2024-07-15", "2025-01-01"]) as Day;
    office.articles.set(`2024/sau-${number}.md`, { ...newDraft(random, number), date });
  },
  "an article is deleted": onSome((_draft, _random, office, path) => {
    if (office.articles.size > 2) office.articles.delete(path);
  }),
  "an article is renamed": onSome((draft, random, office, path) => {
    office.articles.delete(path);
    office.articles.set(`2023/ten-${random.whole(1, 99)}.md`, draft);
  }),
  "a text is edited": onSome((draft, random) => {
    draft.body = `${random.pick(bodies)}\n\nThêm câu số ${random.whole(1, 99)}.`;
  }),
  "a title is edited": onSome((draft, random) => {
    draft.title = `${random.pick(titles)} ${random.whole(1, 9)}`;
  }),
  "a summary comes or goes": onSome((draft, random) => {
    draft.summary = random.once(2) ? undefined : `Tóm tắt số ${random.whole(1, 9)}.`;
  }),
  "a date is moved": onSome((draft, random) => {
    draft.date = random.pick([...days, "2022-09-09", "2024-07-01"]) as Day;
  }),
  "tags are changed": onSome((draft, random) => {
    draft.tags = random.pickSome(tags, random.whole(0, 3));
  }),
  "a tag is spelled otherwise": onSome((draft, random) => {
    draft.tags = [random.pick(["Tuổi trẻ", "tuổi trẻ", "Tuổi Trẻ"])];
  }),
  // The first article changes without being touched when all others agree on another spelling.
  "all articles but one spell a tag otherwise": (office) => {
    const [first, ...others] = office.articles.values();
    first!.tags = ["tuổi trẻ"];
    // As the oldest article it shows nothing of the others.
    first!.date = "2022-09-09" as Day;
    first!.draft = false;
    const spelling = others[0]?.tags[0] === "Tuổi trẻ" ? "Tuổi Trẻ" : "Tuổi trẻ";
    for (const draft of others) draft.tags = [spelling];
  },
  "the unit of an article is changed": onSome((draft) => {
    draft.unit = draft.unit === "khoi-thu" ? "chi-bo-mot" : "khoi-thu";
  }),
  "the author is changed": onSome((draft, random) => {
    draft.author = random.pick(authors);
  }),
  "awards are changed": onSome((draft, random) => {
    draft.awards = random.pickSome(awards, random.whole(0, 2));
  }),
  "the event of an article is changed": onSome((draft, random) => {
    draft.event = random.pick([undefined, ...events]);
  }),
  "a session gets a neighbour": (office) => {
    const [one, two] = office.articles.values();
    for (const draft of [one!, two!]) draft.draft = false;
    // The first one changes without being touched.
    one!.unit = "khoi-thu";
    two!.unit = "khoi-thu";
    one!.event = events[0];
    two!.event = two!.event === events[1] ? events[2] : events[1];
  },
  "the people of an article are changed": onSome((draft, random) => {
    draft.people = random.pickSome(named, random.whole(0, 2));
  }),
  "a post in people.yaml is changed": (office) => {
    const [draft] = office.articles.values();
    draft!.draft = false;
    draft!.people = ["le-can-bo"];
    office.people = { ...office.people, post: office.people.post === "Bí thư" ? "Phó" : "Bí thư" };
  },
  "an office holder is added to people.yaml, or taken out": (office) => {
    office.people = { ...office.people, two: !office.people.two };
  },
  "office holders are given an award and hand it over": (office) => {
    const [draft] = office.articles.values();
    Object.assign(draft!, plainly("2023-05-02"), { body: bodies[0]! });
    draft!.awards = [
      "{ form: Giấy khen, status: đã trao, by: khoi-thu, to: cá nhân, recipients: [le-can-bo], presented_by: [Trần Mẫu] }",
    ];
  },
  "mentions are changed": onSome((draft, random) => {
    draft.mentions = random.pickSome(["khoi-thu", "chi-bo-mot"], random.whole(0, 2));
  }),
  // Its recipients are units, and one of them gives and proposes elsewhere.
  "units are given awards": (office) => {
    const [draft] = office.articles.values();
    draft!.draft = false;
    draft!.date = (draft!.date === "2023-05-02" ? "2024-01-20" : "2023-05-02") as Day;
    draft!.awards = awards.slice(-3);
  },
  // Each in its own article, so that no page changes for two reasons.
  "articles tell of another unit": (office) => {
    const proposed =
      "{ form: Bằng khen, status: đề xuất, by: khoi-thu, proposed_by: chi-bo-mot, to: chi bộ, count: 1 }";
    const ways: readonly Partial<Draft>[] = [
      { figures: [figures[2]!] },
      { awards: [proposed] },
      { event: "{ name: Họp bất thường, unit: chi-bo-mot }" },
      { mentions: ["chi-bo-mot"] },
    ];
    const drafts = [...office.articles.values()];
    for (const [at, way] of ways.entries())
      Object.assign(drafts[at]!, plainly("2024-03-05"), { body: bodies[0]! }, way);
  },
  "a unit is renamed before articles tell of it": (office) => {
    const renamedFrom = office.units.renamedFrom === "2023-09-01" ? "2024-07-01" : "2023-09-01";
    office.units = { ...office.units, renamedFrom };
  },
  // The one article has the day of the decision, the other the unit that proposed: the bulletin
  // shows both in one line, though the name of the unit on that day is in neither.
  "two articles of a month tell of one award": (office) => {
    const [first, second] = office.articles.values();
    const award = "form: Giấy khen, status: đã trao, by: khoi-thu, to: đảng viên, count: 1";
    Object.assign(first!, plainly("2024-01-05"), {
      awards: [`{ ${award}, decision: { number: "7-QĐ/ĐU", date: 2023-12-20 } }`],
    });
    Object.assign(second!, plainly("2024-01-20"), {
      awards: [`{ ${award}, proposed_by: chi-bo-mot, decision: { number: "7-QĐ/ĐU" } }`],
    });
    office.units = { ...office.units, renamedFrom: "2024-01-02" };
  },
  "a unit is renamed before the decision that it proposed": (office) => {
    office.units = { ...office.units, renamedFrom: "2023-12-01" };
  },
  // The address of the decision changes, without a word changed in the article of the award. The
  // other article is of another unit, so that it is not among the related ones.
  "another document has the number of a decision": (office) => {
    const [first, second, third, ...others] = office.articles.values();
    for (const draft of others) Object.assign(draft, { awards: [], documents: [] });
    Object.assign(first!, plainly("2024-03-05"), {
      body: bodies[0]!,
      awards: [
        '{ form: Giấy khen, status: đã trao, by: khoi-thu, to: đảng viên, count: 1, decision: { number: "12-QĐ/ĐU" } }',
      ],
    });
    const isAlone = third!.documents.length === 0;
    Object.assign(second!, plainly("2024-01-20"), {
      documents: ['{ number: "12-QĐ/ĐU", date: 2023-02-01 }'],
    });
    Object.assign(third!, plainly("2024-01-21"), {
      unit: "khoi-cu",
      tags: [],
      documents: isAlone ? ['{ number: "12-QĐ/ĐU", date: 2016 }'] : [],
    });
  },
  // The older article, and the bulletin of its month, change without being touched.
  "an award of an older article is told again, withdrawn or no more told": (office) => {
    const [first, second] = office.articles.values();
    for (const draft of [first!, second!]) draft.draft = false;
    first!.date = "2024-01-20" as Day;
    first!.awards = [awards[1]!];
    second!.date = "2024-03-05" as Day;
    const ways = [[awards[1]!], [awards[2]!], []];
    const now = ways.findIndex(([award]) => award === second!.awards[0]);
    second!.awards = ways[(now + 1) % ways.length]!;
  },
  "documents are changed": onSome((draft, random) => {
    draft.documents = random.pickSome(documents, random.whole(0, 2));
  }),
  "figures are changed": onSome((draft, random) => {
    draft.figures = random.pickSome(figures, random.whole(0, 3));
  }),
  // An article changes without being touched when its figure is no longer the only one of a series.
  "a second point of a series comes or goes": (office) => {
    const [first, second, ...others] = office.articles.values();
    const isAlone = second!.figures.length === 0;
    for (const draft of others) draft.figures = [];
    for (const draft of [first!, second!]) draft.draft = false;
    first!.figures = [figures[4]!];
    second!.figures = isAlone ? [figures[5]!] : [];
    first!.date = "2023-05-02" as Day;
    second!.date = "2024-01-20" as Day;
  },
  "a series is registered, renamed or taken out": (office) => {
    const names = [undefined, "Hội viên mới", "Kết nạp hội viên", "Hội viên được kết nạp"];
    office.series = names[(names.indexOf(office.series) + 1) % names.length];
  },
  // An old article names a document that none lists, until one does; then another of its number.
  "a document that a text names becomes known": (office) => {
    const [first, second, third] = [...office.articles.values()].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    );
    for (const draft of office.articles.values()) draft.documents = [];
    for (const draft of [first!, second!]) draft.draft = false;
    first!.body = "Học Kết luận 21-KL/TW.";
    second!.documents = ['{ number: "21-KL/TW" }'];
    if (third) third.documents = [];
  },
  "another document of the same number becomes known": (office) => {
    const [first, second, third] = [...office.articles.values()].sort((a, b) =>
      a.date < b.date ? -1 : 1,
    );
    for (const draft of [first!, second!]) draft.draft = false;
    second!.documents = ['{ number: "21-KL/TW", date: 2021-10-25, title: Về xây dựng Đảng }'];
    if (third) third.documents = ['{ number: "21-KL/TW", date: 2016 }'];
  },
  "the title of a document is completed": onSome((draft, random) => {
    draft.documents = [
      `{ number: "21-KL/TW", title: Về việc số ${random.whole(1, 9)}, date: 2021 }`,
    ];
  }),
  "a draft is published, or an article made a draft": onSome((draft) => {
    draft.draft = !draft.draft;
  }),
  "a correction is added": onSome((draft, random) => {
    const right = `Đúng ra là ${random.whole(1, 99)}.`;
    draft.corrections = [
      ...draft.corrections,
      `{ date: 2024-04-0${random.whole(1, 9)}, right: ${right}, kind: bổ sung }`,
    ];
  }),
  // No article is of a later day.
  "an article leads the home page for a while, or no more": onSome((draft, random) => {
    const until = random.pick(["2024-07-01", "2024-08-01"]);
    draft.leadUntil = draft.leadUntil === undefined ? until : undefined;
  }),
  "an article is withdrawn, or comes back": (office, random) => {
    const entries = [...office.articles].filter(([, { draft }]) => !draft);
    if (entries.length === 0) return;
    const [path, draft] = random.pick(entries);
    const other = entries.find(([one]) => one !== path);
    const reason = `Sai ${random.whole(1, 9)}`;
    const more = other
      ? `, replaced_by: ${"../".repeat(path.split("/").length - 1)}${other[0]}`
      : "";
    draft.withdrawn = draft.withdrawn
      ? undefined
      : `{ date: 2024-04-0${random.whole(1, 9)}, reason: ${reason}${more} }`;
  },
  "an article gets an old address, or loses it": (office, random) => {
    const all = [...office.articles.values()];
    const alias = random.pick(["/tin/cu.html", "/?p=7", "/cu/bai/"]);
    const owner = all.find(({ aliases }) => aliases.includes(alias));
    if (owner) owner.aliases = owner.aliases.filter((one) => one !== alias);
    else {
      const draft = random.pick(all);
      draft.draft = false;
      draft.aliases = [...draft.aliases, alias];
    }
  },
  "a picture is put into an article": onSome((draft, random, office) => {
    const [path] = random.pickSome([...office.pictures.keys()], 1);
    if (path === undefined) return;
    draft.image = { src: path, alt: `Ảnh ${random.whole(1, 9)}`, caption: "Quang cảnh buổi họp" };
  }),
  "a caption is edited": onSome((draft, random) => {
    if (draft.image) draft.image = { ...draft.image, caption: `Chú thích ${random.whole(1, 99)}` };
  }),
  "a picture is cut, cut otherwise, or whole again": onSome((draft, random, office) => {
    const [src] = office.pictures.keys();
    if (src === undefined) return;
    const crop = random.pick(["0% 0% 50% 50%", "25% 10% 75% 90%"]);
    const image = { src, alt: "Cả phòng họp", caption: "Quang cảnh buổi họp" };
    draft.image = draft.image?.crop === undefined ? { ...image, crop } : image;
  }),
  "a gallery comes, is put in another order, or goes": (office, random) => {
    const [draft] = office.articles.values();
    draft!.draft = false;
    draft!.date = "2024-03-05" as Day;
    if (draft!.gallery && random.once(3)) draft!.gallery = undefined;
    else {
      const paths = ["2023/anh.png", "2024/anh-1.png", "2024/anh-2.png"];
      for (const [at, path] of paths.entries())
        if (!office.pictures.has(path)) office.pictures.set(path, at + 1);
      const pictures = draft!.gallery ? draft!.gallery.pictures.toReversed() : paths;
      draft!.gallery = { pictures, caption: random.pick(["", "Quang cảnh buổi họp."]) };
    }
  },
  "a draft gets an error, or loses it": (office) => {
    const faulty = [...office.articles.values()].find(({ fault }) => fault !== undefined);
    const draft = faulty ?? office.articles.values().next().value!;
    draft.draft = true;
    draft.fault = faulty ? undefined : "tgas: [Gõ nhầm]";
  },
  "a faulty draft is edited": (office, random) => {
    const [draft] = office.articles.values();
    Object.assign(draft!, { draft: true, fault: "tgas: [Gõ nhầm]" });
    draft!.title = `${random.pick(titles)} ${random.whole(1, 9)}`;
  },
  "the list of units is shared, or is no more": (office) => {
    office.sharesUnits = !office.sharesUnits;
  },
  "the office's own code comes, changes or goes": (office) => {
    office.layouts = (office.layouts + 1) % 3;
  },
  "a picture is replaced by another of the same name": (office, random) => {
    for (const path of office.pictures.keys()) office.pictures.set(path, random.whole(1, 3));
  },
  "a picture that an article shows is replaced": (office) => {
    const [draft] = office.articles.values();
    const path = "2023/anh.png";
    draft!.draft = false;
    draft!.date = "2024-03-05" as Day;
    draft!.image = { src: path, alt: "Cả phòng họp", caption: "Quang cảnh buổi họp" };
    office.pictures.set(path, ((office.pictures.get(path) ?? 0) % 3) + 1);
  },
  "a picture is added": (office, random) => {
    office.pictures.set(`2024/anh-${random.whole(1, 3)}.png`, random.whole(1, 3));
  },
  "a picture is deleted": (office, random) => {
    const [path] = random.pickSome([...office.pictures.keys()], 1);
    if (path !== undefined) office.pictures.delete(path);
  },
  "a PDF that an article attaches comes, is replaced or goes": (office) => {
    const [draft] = office.articles.values();
    const before = office.pdfs.get(pdfPath);
    draft!.draft = false;
    draft!.date = "2024-03-05" as Day;
    if (before === pdfTexts.at(-1)) {
      office.pdfs.delete(pdfPath);
      for (const one of office.articles.values())
        one.documents = one.documents.filter((document) => !document.includes(pdfPath));
    } else {
      office.pdfs.set(pdfPath, pdfTexts[before === undefined ? 0 : pdfTexts.indexOf(before) + 1]!);
      draft!.documents = [`{ title: Kế hoạch kèm tệp, file: ${pdfPath} }`];
    }
  },
  "a link to another article is made": onSome((draft, random, office) => {
    draft.links = [random.pick([...office.articles.keys()])];
  }),
  "an article that another leads to is moved": (office) => {
    const paths = [...office.articles.keys()];
    const [from, to] = [office.articles.get(paths[0]!)!, office.articles.get(paths.at(-1)!)!];
    from.links = [paths.at(-1)!];
    for (const draft of [from, to]) draft.draft = false;
    from.date = "2024-03-05" as Day;
    to.date = (to.date === "2023-05-02" ? "2023-12-31" : "2023-05-02") as Day;
  },
  "links are taken out": (office) => {
    for (const draft of office.articles.values()) draft.links = [];
  },
  "a unit is renamed": (office, random) => {
    office.units = { ...office.units, short: random.pick(["Khối", "Khối Thử", "K."]) };
  },
  "the full name of a unit is changed": (office) => {
    const name = office.units.name === "Chi bộ Một" ? "Chi bộ số Một" : "Chi bộ Một";
    office.units = { ...office.units, name };
  },
  "the tree of units is changed": (office) => {
    office.units = { ...office.units, parent: !office.units.parent };
  },
  "a unit is added or taken out": (office) => {
    office.units = { ...office.units, more: !office.units.more };
  },
  "a unit is renamed from a day on": (office, random) => {
    const days = ["", "2023-09-01", "2024-02-01", "2024-07-01"];
    office.units = { ...office.units, renamedFrom: random.pick(days) };
  },
  "a unit ends with heirs": (office, random) => {
    const days = ["", "2023-06-01", "2024-01-01", "2024-07-02"];
    office.units = { ...office.units, mergedOn: random.pick(days) };
  },
  "a change of a unit is told of": (office, random) => {
    const [path] = office.articles.keys();
    const changes = ["", "decision: 5-QĐ/ĐU", `article: ${path}`, "note: Theo đề án."];
    office.units = { ...office.units, mergedOn: "2024-01-01", change: random.pick(changes) };
  },
  "the site is renamed": (office, random) => {
    office.site = { ...office.site, name: random.pick(["Bản tin thử", "Trang thử", "Tin thử"]) };
  },
  "the site moves": (office, random) => {
    const url = random.pick([
      "https://thu.example",
      "https://thu.example/tin",
      "https://hai.example",
    ]);
    office.site = { ...office.site, url };
  },
  "the phone number is changed": (office, random) => {
    office.site = { ...office.site, phone: String(random.whole(1000, 9999)) };
  },
  "the look is changed": (office, random) => {
    const [name, logo] = random.pick([
      ["logo.svg", logoSvg("#0b4f8a")],
      ["logo.svg", logoSvg("#196536")],
      ["logo.png", new Resvg(logoSvg("#5b2a86")).render().asPng()],
    ] as const);
    const lines = [
      `logo: ${name}`,
      `accent: "${random.pick(["#0b4f8a", "#5b2a86"])}"`,
      `menu: ${random.pick(["[Chủ đề, Đơn vị]", "[Đơn vị, { name: Tìm, url: /tim-kiem/ }]"])}`,
      `footer: { lines: [Giấy phép số ${random.whole(1, 9)}] }`,
      `home: ${random.pick(["[Đơn vị]", "[Lưu trữ, Chủ đề, Mới trong các sổ]"])}`,
    ].filter(() => random.whole(0, 2) > 0);
    const logos = new Map(lines[0]?.startsWith("logo") ? [[name, logo]] : []);
    office.site = { ...office.site, look: lines.map((line) => `${line}\n`).join(""), logos };
  },
  "the editor in the browser is turned on or off": (office) => {
    office.site = { ...office.site, editor: !office.site.editor };
  },
  "an abbreviation is changed": (office, random) => {
    office.abbreviations = random.whole(0, 3);
  },
  "norms come or go": (office) => {
    office.norms = !office.norms;
  },
  "the file of a bulletin comes, changes or goes": (office, random) => {
    if (office.bulletin !== undefined && random.once(4)) delete office.bulletin;
    else {
      const month = random.pick(days).slice(0, 7);
      office.bulletin = { month, title: `Số ${random.whole(1, 9)}`, leavesOut: random.once(2) };
    }
  },
  // Whose booklet changes, and no other.
  "an article of a month that is over is edited": (office, random) => {
    const [draft] = office.articles.values();
    draft!.draft = false;
    draft!.date = "2024-01-20" as Day;
    draft!.body = `${random.pick(bodies)}\n\nSửa lần ${random.whole(1, 99)}.`;
  },
  "the month after begins": (office) => {
    office.today = "2024-08-02" as Day;
  },
  "time moves": (office, random) => {
    const to = ["2024-06-30", "2024-07-01", "2024-07-02", "2024-08-01", "2025-01-01", "2024-01-20"];
    office.today = random.pick(to) as Day;
  },
  "drafts are shown, or no more": (office) => {
    office.drafts = !office.drafts;
  },
  "the code is changed": (office) => {
    office.code = office.code === "a" ? "b" : "a";
  },
};

function logoSvg(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="160"><path d="M0 0h200v160z" fill="${colour}"/></svg>`;
}

function namesOf({ name, renamedFrom }: Office["units"]): string {
  if (renamedFrom === "") return name;
  return `[{ value: ${name} }, { value: Chi bộ Đầu, from: ${renamedFrom} }]`;
}

function parentOf({ parent, mergedOn }: Office["units"]): string {
  if (!parent) return "";
  if (mergedOn === "") return ", parent: khoi-thu";
  return `, parent: [{ value: khoi-cu }, { value: khoi-thu, from: ${mergedOn} }]`;
}

function endOf({ units: { mergedOn, change }, articles }: Office): string {
  if (mergedOn === "") return "";
  const [, path = ""] = /^article: (.+)$/u.exec(change) ?? [];
  const isThere = path === "" || articles.has(path);
  const more = change !== "" && isThere ? `, ${change}` : "";
  return `, changes: [{ kind: sáp nhập, date: ${mergedOn}, into: khoi-thu${more} }]`;
}

/** Returns the files of the office by path. A picture is given by the number of its drawing. */
export function filesOf(office: Office): Map<string, string | number | Buffer> {
  const { units, site, abbreviations, pictures, pdfs, articles } = office;
  const files = new Map<string, string | number | Buffer>([
    [
      "site.yaml",
      `name: ${site.name}\ndescription: Trang dùng để kiểm thử\nurl: ${site.url}\nowner: Cơ quan thử\nresponsible: Người thử\ncontact: { phone: "${site.phone}" }\n${site.editor ? "web_editor: { backend: github, repo: don-vi/ban-tin }\n" : ""}${office.sharesUnits ? "units: ../units.yaml\n" : ""}${site.look}`,
    ],
    [
      office.sharesUnits ? "../units.yaml" : "units.yaml",
      `- { id: khoi-thu, name: Đảng ủy Khối Thử, short: ${units.short}, kind: đảng bộ khối }
- { id: khoi-cu, name: Đảng bộ Khối Cũ, kind: đảng bộ khối${endOf(office)} }
- { id: chi-bo-mot, name: ${namesOf(units)}, kind: chi bộ${parentOf(units)} }
- { id: uy-ban, name: Ủy ban Thử, outside: true }
${units.more ? "- { id: chi-bo-hai, name: Chi bộ Hai, kind: chi bộ, parent: khoi-thu }\n" : ""}`,
    ],
  ]);
  const { post, two } = office.people;
  files.set(
    "people.yaml",
    `- { id: le-can-bo, name: Lê Cán Bộ, posts: [{ post: ${post}, unit: khoi-thu, from: 2023-06 }] }
${two ? "- { id: tran-mau, name: Trần Mẫu, posts: [{ post: Ủy viên, unit: chi-bo-mot }] }\n" : ""}`,
  );
  if (abbreviations > 0)
    files.set("abbreviations.yaml", `- { short: BCH, long: Ban Chấp hành ${abbreviations} }\n`);
  if (office.series !== undefined)
    files.set(
      "figures.yaml",
      `- { id: hoi-vien, name: ${office.series}, aliases: [Hội viên], unit: người, better: tăng, sum: true }\n`,
    );
  if (office.norms)
    files.set("norms.yaml", readFileSync(join(exampleContent, "norms.yaml"), "utf8"));
  if (office.bulletin) {
    const { month } = office.bulletin;
    files.set(`bulletins/${month}.yaml`, bulletinText(office, office.bulletin));
  }
  if (office.layouts > 0) for (const [path, text] of layoutsOf(office)) files.set(path, text);
  for (const [path, logo] of site.logos) files.set(path, logo);
  for (const [path, drawing] of pictures) files.set(path, drawing);
  for (const [path, text] of pdfs) files.set(path, pdfFile({ lines: [text] }));
  for (const [path, draft] of articles) files.set(path, textOf(draft, path));
  return files;
}

/** Returns the code of the office: a page kind, a view, and a module that both import. */
function layoutsOf({ layouts }: Office): (readonly [path: string, text: string])[] {
  return [
    ["../layouts/parts/loi.ts", `export const word: string = "Lời số ${layouts}";\n`],
    [
      "../layouts/lich-truc.ts",
      `import { html, type OwnPages } from "ban-tin/layouts";
import { word } from './parts/loi.ts';
const pages: OwnPages = ({ articles }) => [
  { url: "/lich-truc/", title: "Lịch trực", description: "Lịch.", main: html\`<p>\${word}, \${articles.length} bài\` },
];
export default pages;
`,
    ],
    [
      "../layouts/article-foot.ts",
      `import { html, type ArticleFoot } from "ban-tin/layouts";
import { word } from './parts/loi.ts';
export default (({ usual }) => html\`\${usual}<p>\${word}\`) as ArticleFoot;
`,
    ],
  ];
}

/** Returns a bulletin's file, which names only what is in its month: all else would be an error. */
function bulletinText(
  { articles, today }: Office,
  { month, title, leavesOut }: NonNullable<Office["bulletin"]>,
): string {
  const own = [...articles].filter(([, { date }]) => date.startsWith(month));
  const [first, ...others] = own.map(([path]) => path).reverse();
  const shown = own.findLast(([, { draft, date }]) => !draft && date <= today)?.[0];
  return [
    `title: ${title}\n`,
    `foreword: |\n  Thưa các đồng chí, BCH gửi [bài](${shown ? `../${shown}` : "/khen-thuong/"}).\n`,
    first === undefined ? "" : `order: [${first}]\n`,
    leavesOut && others.length > 0 ? `leave_out: [${others[0]}]\n` : "",
  ].join("");
}

function textOf(draft: Draft, path: string): string {
  const { title, date, author, unit, image, links, gallery } = draft;
  const up = "../".repeat(path.split("/").length - 1);
  const list = (key: string, items: readonly string[]) =>
    items.length === 0 ? "" : `${key}:\n${items.map((item) => `  - ${item}\n`).join("")}`;
  const head = [
    `title: ${title}\ndate: ${date}\nauthor: ${author}\nunit: ${unit}\n`,
    draft.tags.length > 0 ? `tags: [${draft.tags.join(", ")}]\n` : "",
    draft.summary === undefined ? "" : `summary: ${draft.summary}\n`,
    image
      ? `images:\n  - { src: ${up}${image.src}, alt: ${image.alt}, caption: ${image.caption}${image.crop ? `, crop: ${image.crop}` : ""} }\n`
      : "",
    list("awards", draft.awards),
    draft.event === undefined ? "" : `event: ${draft.event}\n`,
    list("people", draft.people),
    list("mentions", draft.mentions),
    list(
      "documents",
      draft.documents.map((one) => one.replace(pdfPath, up + pdfPath)),
    ),
    list("figures", draft.figures),
    list("corrections", draft.corrections),
    list("aliases", draft.aliases),
    draft.withdrawn === undefined ? "" : `withdrawn: ${draft.withdrawn}\n`,
    draft.leadUntil === undefined ? "" : `lead_until: ${draft.leadUntil}\n`,
    draft.draft ? "draft: true\n" : "",
    draft.fault === undefined ? "" : `${draft.fault}\n`,
  ];
  const more = links.map((to) => `\n\nXem thêm [bài khác](${up}${to}#phan-hai).`).join("");
  const shown = gallery?.pictures.map((path) => `![Cả phòng họp](${up}${path})\n`).join("") ?? "";
  const pictures = gallery ? `\n\n${shown}${gallery.caption}` : "";
  return `---\n${head.join("")}---\n\n${draft.body}${pictures}${more}\n`;
}
