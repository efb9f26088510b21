import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canEditHead } from "../../../src/front-matter/edit-head.ts";
import type { Kept } from "../../../src/front-matter/field-conflict.ts";
import { mergeArticle } from "../../../src/front-matter/merge-article.ts";

/* Two people changed one article: what each of them did is in the result, or is to be chosen. */

const head = `title: Bài thử
date: 2024-03-05
author: Người Thử
unit: khoi-thu
tags: [Một, Hai]
# khen thưởng của bài
awards:
  # một
  - form: Giấy khen # tại hội nghị
    status: đã trao
    count: 3
  - form: Bằng khen
    status: đề xuất
    count: 1
`;

const paragraphs = ["Đoạn một.", "Đoạn hai.", "Đoạn ba."];

function text(front = head, body: readonly string[] = paragraphs): string {
  return `---\n${front}---\n\n${body.join("\n\n")}\n`;
}

type Row = readonly [
  name: string,
  mine: string,
  theirs: string,
  expected: {
    readonly ids?: readonly string[];
    readonly has?: readonly string[];
    readonly text?: string;
  },
];

const with_ = (from: string, to: string) => text().replace(from, to);

const rows: readonly Row[] = [
  [
    "two fields",
    with_("Bài thử", "Bài của tôi"),
    with_("2024-03-05", "2024-03-06"),
    { text: with_("Bài thử", "Bài của tôi").replace("03-05", "03-06") },
  ],
  [
    "one field in two ways",
    with_("Bài thử", "Bài của tôi"),
    with_("Bài thử", "Bài của họ"),
    { ids: ["title"], text: with_("Bài thử", "Bài của tôi") },
  ],
  [
    "one field in one way",
    with_("Bài thử", "Bài mới").replace("Đoạn một", "Mở đầu"),
    with_("Bài thử", "Bài mới").replace("Đoạn ba", "Kết"),
    { text: with_("Bài thử", "Bài mới").replace("Đoạn một", "Mở đầu").replace("Đoạn ba", "Kết") },
  ],
  [
    "topics, one each",
    with_("[Một, Hai]", "[Một, Hai, Ba]"),
    with_("[Một, Hai]", "[Hai, Bốn]"),
    { has: ["tags: [Hai, Ba, Bốn]"] },
  ],
  [
    "the same topic",
    with_("[Một, Hai]", "[Một, Hai, Ba]"),
    with_("[Một, Hai]", "[Ba, Một, Hai]"),
    { has: ["tags: [Một, Hai, Ba]"] },
  ],
  [
    "awards, one each",
    with_("count: 3", "count: 4"),
    with_("count: 1\n", "count: 1\n  # ba\n  - form: Cờ\n    status: đã trao\n"),
    {
      text: with_("count: 3", "count: 4").replace(
        "count: 1\n",
        "count: 1\n  # ba\n  - form: Cờ\n    status: đã trao\n",
      ),
    },
  ],
  [
    "an award more on both sides",
    with_("count: 1\n", "count: 1\n  - form: Cờ\n    to: tôi\n"),
    with_("count: 1\n", "count: 1\n  - form: Cờ\n    to: họ\n"),
    { has: ["count: 1\n  - form: Cờ\n    to: tôi\n  - form: Cờ\n    to: họ\n---"] },
  ],
  [
    "one award in two ways",
    with_("count: 3", "count: 4"),
    with_("count: 3", "count: 5"),
    { ids: ["awards"] },
  ],
  [
    "an award that one changed and the other took out",
    with_("count: 3", "count: 4"),
    with_("  # một\n  - form: Giấy khen # tại hội nghị\n    status: đã trao\n    count: 3\n", ""),
    { ids: ["awards"] },
  ],
  [
    "new fields in their places",
    with_("tags:", "summary: Của tôi\ntags:"),
    with_("tags:", "place: Nhà thử\ntags:"),
    { has: ["summary: Của tôi\n", "place: Nhà thử\n"] },
  ],
  [
    "a new field in two ways",
    with_("tags:", "summary: Của tôi\ntags:"),
    with_("tags:", "summary: Của họ\ntags:"),
    { ids: ["summary"] },
  ],
  [
    "a field that one took out and the other changed",
    with_("tags: [Một, Hai]\n", ""),
    with_("[Một, Hai]", "[Một]"),
    { ids: ["tags"] },
  ],
  [
    "a comment each",
    with_("# khen thưởng của bài", "# khen thưởng của bài\n# tôi ghi"),
    with_("# khen thưởng của bài", "# khen thưởng của bài\n# họ ghi"),
    { has: ["# khen thưởng của bài\n# tôi ghi\n# họ ghi\nawards:"] },
  ],
  [
    "paragraphs beside each other",
    with_("Đoạn một.", "Đoạn đầu."),
    with_("Đoạn hai.", "Đoạn giữa."),
    { text: text(head, ["Đoạn đầu.", "Đoạn giữa.", "Đoạn ba."]) },
  ],
  [
    "one paragraph in two ways",
    with_("Đoạn hai.", "Của tôi."),
    with_("Đoạn hai.", "Của họ."),
    { ids: ["body-1"], text: with_("Đoạn hai.", "Của tôi.") },
  ],
  [
    "a paragraph more at one place",
    with_("Đoạn hai.", "Đoạn hai.\n\nTôi thêm."),
    with_("Đoạn hai.", "Đoạn hai.\n\nHọ thêm."),
    { ids: ["body-1"] },
  ],
  [
    "a paragraph more at the ends",
    with_("Đoạn một.", "Tôi thêm.\n\nĐoạn một."),
    with_("Đoạn ba.", "Đoạn ba.\n\nHọ thêm."),
    { text: text(head, ["Tôi thêm.", ...paragraphs, "Họ thêm."]) },
  ],
  [
    "one list, against another text",
    text(head, ["- một của tôi\n- hai\n- ba"]),
    text(head, ["- một\n- hai\n- ba của họ"]),
    { ids: ["body-1"] },
  ],
  [
    "a text that is no article",
    "chỉ có chữ\n",
    with_("Bài thử", "Bài của họ"),
    { ids: ["all"], text: "chỉ có chữ\n" },
  ],
  [
    "a front matter that is broken",
    with_("title: Bài thử", "title: [Bài thử"),
    with_("Bài thử", "Bài của họ"),
    { ids: ["all"] },
  ],
  [
    "line ends of another system",
    with_("Bài thử", "Bài của tôi").replaceAll("\n", "\r\n"),
    with_("Đoạn ba", "Kết"),
    { text: with_("Bài thử", "Bài của tôi").replace("Đoạn ba", "Kết") },
  ],
];

it.each(rows)("merges %s", (_, mine, theirs, { ids = [], has = [], text: expected }) => {
  const merged = mergeArticle({ base: text(), mine, theirs });
  expect(merged.conflicts.map(({ id }) => id)).toEqual(ids);
  for (const part of has) expect(merged.text).toContain(part);
  if (expected !== undefined) expect(merged.text).toBe(expected);
});

it("merges lines of one paragraph that are apart from each other", () => {
  const list = (first: string, last: string) => text(head, [`- ${first}\n- hai\n- ${last}`]);
  const merged = mergeArticle({
    base: list("một", "ba"),
    mine: list("một của tôi", "ba"),
    theirs: list("một", "ba của họ"),
  });
  expect(merged).toEqual({ text: list("một của tôi", "ba của họ"), conflicts: [] });
});

it("asks about lines of one paragraph that are beside each other", () => {
  const list = (first: string, last: string) => text(head, [`- ${first}\n- ${last}`]);
  const merged = mergeArticle({
    base: list("một", "hai"),
    mine: list("một của tôi", "hai"),
    theirs: list("một", "hai của họ"),
  });
  expect(merged.conflicts.map(({ id }) => id)).toEqual(["body-1"]);
});

it("takes two articles that began apart for one with everything in conflict that differs", () => {
  const mine = text("title: A\ndate: 2024-03-05\ntags: [Một]\n", ["Của tôi."]);
  const theirs = text("title: B\ndate: 2024-03-05\ntags: [Hai]\n", ["Của họ."]);
  const merged = mergeArticle({ base: undefined, mine, theirs });
  expect(merged.conflicts.map(({ id }) => id)).toEqual(["title", "body-1"]);
  expect(merged.text).toContain("tags: [Một, Hai]\n");
});

describe("what is chosen", () => {
  const mine = with_("Bài thử", "Của tôi").replace("count: 3", "count: 4").replace("hai.", "tôi.");
  const theirs = with_("Bài thử", "Của họ").replace("count: 3", "count: 5").replace("hai.", "họ.");
  const chosen = (choices: Readonly<Record<string, Kept>>) =>
    mergeArticle({ base: text(), mine, theirs }, choices).text;

  it.each<[Readonly<Record<string, Kept>>, string]>([
    [{}, mine],
    [{ title: "mine", awards: "mine", "body-1": "mine" }, mine],
    [{ title: "theirs", awards: "theirs", "body-1": "theirs" }, theirs],
    [{ title: "theirs" }, mine.replace("Của tôi", "Của họ")],
    [{ title: "both" }, mine],
    [{ "body-1": "both" }, mine.replace("Đoạn tôi.", "Đoạn tôi.\n\nĐoạn họ.")],
  ])("by field is in the text: %j", (choices, expected) => {
    expect(chosen(choices)).toBe(expected);
  });

  it("of a list may be both", () => {
    expect(chosen({ awards: "both" })).toMatch(/count: 4[\s\S]*count: 5[\s\S]*count: 1/u);
  });
});

const blocks: Readonly<Record<string, readonly string[]>> = {
  title: ["title: Họp\n", 'title: "Họp"   # chú\n', "title: >\n  Họp\n  lần ba\n"],
  date: ["date: 5/3/2024\n", "# ngày\ndate: 2024-03-05 # thứ ba\n"],
  author: [
    "author: A Bê\n",
    "author: [A Bê, Cê]\n",
    "author:\n- A Bê\n- { name: Cê, role: tin }\n",
  ],
  tags: ["tags: [a, b]\n", "tags: [b, c]\n", "tags:\n  - a # một\n  # hai\n  - b\n", "tags: []\n"],
  awards: [
    "awards:\n  # một\n  - form: Cờ\n    count: 3 # ba\n  # hai\n  - { form: Cờ, to: ai }\n  # cuối\n",
    "awards:\n  - form: Cờ\n    count: 4\n  - { form: Cờ, to: ai }\n",
    "awards:\n  - { form: Cờ, to: ai }\n  - form: Giải\n",
    "awards: [{ form: Cờ, count: 2 }, { form: Giải }]\n",
  ],
};
const paragraph = fc.constantFrom(
  "Một.",
  "Hai.",
  "Ba.\ndòng hai\ndòng ba",
  "Ba.\ndòng khác\ndòng ba",
  "- a\n- b",
  "```\nx\n\ny\n```",
);
const anArticle = fc
  .record({
    head: fc.record(
      Object.fromEntries(
        Object.entries(blocks).map(([key, texts]) => [key, fc.constantFrom(...texts)]),
      ),
      { requiredKeys: ["title"] },
    ),
    body: fc.array(paragraph, { maxLength: 5 }),
    gap: fc.constantFrom("\n\n", "\n\n\n", "\n \n"),
    end: fc.constantFrom("\n", "", "\n\n"),
    lineEnd: fc.constantFrom("\n", "\n", "\n", "\r\n"),
  })
  .map(({ head: keys, body, gap, end, lineEnd }) => {
    const whole = `---\n${Object.values(keys).join("")}---\n\n${body.join(gap)}${end}`;
    return whole.replaceAll("\n", lineEnd);
  });
const aText = fc.oneof(
  { weight: 9, arbitrary: anArticle },
  { weight: 1, arbitrary: fc.constantFrom("", "chữ\n", "---\ntitle: [\n---\n", "\u0000") },
);
const runs = { numRuns: 150 };

describe("any three texts", () => {
  it("that differ on one side alone, or alike on both, make the text of that side", () => {
    fc.assert(
      fc.property(aText, aText, (base, other) => {
        for (const [mine, theirs] of [
          [base, other],
          [other, base],
          [other, other],
        ] as const)
          expect(mergeArticle({ base, mine, theirs })).toEqual({ text: other, conflicts: [] });
      }),
      runs,
    );
  });

  it("are in conflict in the same fields, whoever of the two is called mine", () => {
    fc.assert(
      fc.property(aText, aText, aText, (base, mine, theirs) => {
        const ids = (a: string, b: string) =>
          mergeArticle({ base, mine: a, theirs: b })
            .conflicts.map(({ id }) => id)
            .toSorted();
        expect(ids(mine, theirs)).toEqual(ids(theirs, mine));
      }),
      runs,
    );
  });

  it("lose no line that somebody wrote, and can be read", () => {
    fc.assert(
      fc.property(anArticle, anArticle, anArticle, (base, mine, theirs) => {
        const { text: merged, conflicts } = mergeArticle({ base, mine, theirs });
        const all = `${merged}\n${conflicts.flatMap((one) => [one.mine, one.theirs]).join("\n")}`;
        const isShort = (line: string) => /^(?:tags|awards|author): \[/u.test(line);
        const lines = (one: string) => one.split(/\r?\n/u).filter((line) => line.trim() !== "");
        const known = new Set(lines(all).map((line) => line.trimEnd()));
        const before = new Set(lines(base));
        for (const line of [...lines(mine), ...lines(theirs)]) {
          // A list between brackets is one line of all its items, which another test looks at.
          if (!before.has(line) && !isShort(line)) expect(known).toContain(line.trimEnd());
        }
        expect(canEditHead(merged.replaceAll("\r\n", "\n"))).toBe(true);
      }),
      runs,
    );
  });
});

it("loses no item of a list between brackets", () => {
  const item = fc.array(fc.constantFrom(..."abcdef"), { minLength: 1, maxLength: 4 });
  const unique = item.map((items) => [...new Set(items)]);
  fc.assert(
    fc.property(unique, unique, unique, (base, mine, theirs) => {
      const of = (items: readonly string[]) => text(`title: Họp\ntags: [${items.join(", ")}]\n`);
      const merged = mergeArticle({ base: of(base), mine: of(mine), theirs: of(theirs) });
      const [, list = ""] = /^tags: \[(.*)\]$/mu.exec(merged.text) ?? [];
      const now = new Set(list.split(", "));
      if (merged.conflicts.length > 0) return;
      for (const one of [...mine, ...theirs]) if (!base.includes(one)) expect(now).toContain(one);
      for (const one of base)
        if (mine.includes(one) && theirs.includes(one)) expect(now).toContain(one);
    }),
    runs,
  );
});
