import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calledByPost } from "../../../layouts/official.ts";
import type { Article } from "../../../src/article.ts";
import { type CalendarEvent, calendarText, folded } from "../../../src/data/ical.ts";
import { addDays, type Day } from "../../../src/day.ts";
import type { OfficialEvent } from "../../../src/event.ts";
import { indexPeople, meantPerson } from "../../../src/people.ts";
import { isHeldOn, isSamePost, type Official, type Post } from "../../../src/person.ts";
import { buildSessions, placeOfEvent } from "../../../src/registers/sessions.ts";
import { nameKey } from "../../../src/text/vietnamese.ts";
import { madeSite } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/** What is one session, and where its page is. */

type Told = Partial<OfficialEvent> & { readonly on?: string; readonly of?: string };

function told({ on = "2024-03-05", of = "khoi", ...event }: Told, path = "a.md"): Article {
  const whole: OfficialEvent = { name: "Hội nghị", agenda: [], ...event };
  return { path, date: on as Day, unit: of, event: whole, people: [] } as unknown as Article;
}

function addressOf(event: Told): string {
  const article = told(event);
  return placeOfEvent(article.event!, article).address;
}

describe("the address of a session", () => {
  it.each<readonly [Told, string]>([
    [{ body: "Ban Chấp hành", term: "XIX", ordinal: 11 }, "khoi/ban-chap-hanh-xix/11"],
    [{ body: "ban chấp hành", term: "XIX", ordinal: 11 }, "khoi/ban-chap-hanh-xix/11"],
    [
      { name: "Hội nghị Ban Chấp hành Đảng bộ", term: "XIX", ordinal: 11 },
      "khoi/ban-chap-hanh-xix/11",
    ],
    [{ name: "Họp BTV", term: "2025-2030", ordinal: 2 }, "khoi/ban-thuong-vu-2025-2030/2"],
    [
      { name: "Hội nghị UBKT Đảng ủy", unit: "chi-bo", term: "II", ordinal: 1 },
      "chi-bo/uy-ban-kiem-tra-ii/1",
    ],
    // A congress is numbered through all terms.
    [{ name: "Đại hội đại biểu Đảng bộ Khối", ordinal: 20 }, "khoi/dai-hoi/20"],
    [{ body: "Đại hội", ordinal: 20, term: "2025-2030" }, "khoi/dai-hoi/20"],
    // Without its term nobody knows which ninth session it is.
    [{ body: "Ban Chấp hành", ordinal: 9 }, "khoi/2024-03-05-hoi-nghi"],
    [{ body: "Ban Chấp hành", term: "XIX" }, "khoi/2024-03-05-hoi-nghi"],
    [
      { name: "Hội nghị về Ban Chấp hành", term: "XIX", ordinal: 9 },
      "khoi/2024-03-05-hoi-nghi-ve-ban-chap-hanh",
    ],
    [{ name: "Đại hội thể thao", ordinal: 3 }, "khoi/2024-03-05-dai-hoi-the-thao"],
    [{ name: "Lễ trao", date: "2024-03-01" as Day }, "khoi/2024-03-01-le-trao"],
    [{ name: "日本" }, "khoi/2024-03-05-su-kien"],
    [{ body: "日本", term: "XIX", ordinal: 1 }, "khoi/xix/1"],
    [{ body: "3 bên", term: "XIX", ordinal: 1 }, "khoi/ban-3-ben-xix/1"],
  ])("of %j is %s", (event, address) => {
    expect(addressOf(event)).toBe(address);
  });

  it("is short enough for a folder, and still its own", () => {
    const long = (end: string) => addressOf({ name: `${"Hội nghị rất dài ".repeat(50)}${end}` });
    expect(long("một").length).toBeLessThan(150);
    expect(long("một")).not.toBe(long("hai"));
  });

  const step = fc.constantFrom("a", "b 2", "Ban XIX", "2024-03-05 a", "trang", "Đại hội", "");
  const event = fc.record({
    name: step.map((text) => text || "x"),
    body: fc.option(step, { nil: undefined }),
    term: fc.constantFrom(undefined, "XIX", "2020-2025"),
    ordinal: fc.constantFrom(undefined, 1, 2),
    date: fc.constantFrom(undefined, "2024-03-05", "2024-03-06"),
    unit: fc.constantFrom(undefined, "khoi", "trang"),
  });

  it("is that of no committee and no other session, and depends on no other article", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const articles = events.map((one, at) => told(one as Told, `${at}.md`));
        const { sessions, committees, byArticle, byUnit } = buildSessions(articles).register;
        const addresses = [
          ...sessions.map(({ address }) => address),
          ...committees.map(({ address }) => address),
          ...byUnit.keys(),
        ];
        expect(new Set(addresses).size).toBe(addresses.length);
        for (const article of articles) {
          const { sessions: alone } = buildSessions([article]).register;
          expect(byArticle.get(article.path)!.address).toBe(alone[0]!.address);
        }
        const numbered = committees.flatMap((one) => [...one.numbered, ...one.others]);
        expect(new Set(numbered)).toEqual(new Set(sessions.filter((one) => one.committee)));
      }),
    );
  });
});

describe("a session that several articles tell of", () => {
  const ninth = { body: "Ban Chấp hành", term: "XIX", ordinal: 9 };

  it("is as the newest article has it, and keeps what that leaves out", () => {
    const { register, findings } = buildSessions([
      told({ ...ninth, date: "2024-03-01" as Day, to: "2024-03-02" as Day, agenda: ["Một"] }, "a"),
      told({ ...ninth, name: "Hội nghị lần thứ chín", place: "Hội trường", on: "2024-03-09" }, "b"),
    ]);
    expect(findings).toEqual([]);
    expect(register.sessions).toHaveLength(1);
    expect(register.sessions[0]).toMatchObject({
      name: "Hội nghị lần thứ chín",
      from: "2024-03-01",
      to: "2024-03-02",
      isDayStated: true,
      place: "Hội trường",
      agenda: ["Một"],
    });
  });

  it("keeps its fuller name and agenda when a later article recalls it in few words", () => {
    const full = { name: "Hội nghị Ban Chấp hành sơ kết công tác", agenda: ["Một", "Hai"] };
    const { sessions } = buildSessions([
      told({ ...ninth, ...full }, "a"),
      told({ ...ninth, name: "Hội nghị BCH", agenda: ["Hai"], on: "2024-05-01" }, "b"),
    ]).register;
    expect(sessions).toMatchObject([full]);
  });

  it.each<readonly [string, Told, Told, readonly string[]]>([
    [
      "two days",
      { date: "2024-03-01" as Day },
      { date: "2024-03-02" as Day },
      ["event-date-differs"],
    ],
    [
      "a day within the days known",
      { date: "2024-03-01" as Day, to: "2024-03-03" as Day },
      { date: "2024-03-02" as Day },
      [],
    ],
    [
      "days around the day known",
      { date: "2024-03-02" as Day },
      { date: "2024-03-01" as Day, to: "2024-03-03" as Day },
      [],
    ],
    ["two places", { place: "Hội trường A" }, { place: "Sân" }, ["event-place-differs"]],
    ["a place spelt otherwise", { place: "Hội trường A" }, { place: "hội trường a, tầng 2" }, []],
    ["no day and a day", {}, { date: "2024-02-01" as Day }, []],
  ])("with %s", (_, one, other, codes) => {
    const { findings } = buildSessions([
      told({ ...ninth, ...one }, "a.md"),
      told({ ...ninth, ...other }, "b.md"),
    ]);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    for (const { path, other } of findings) expect([path, other?.path]).toEqual(["b.md", "a.md"]);
  });
});

describe("the days of a session that several articles tell of", () => {
  const day = (text: string) => text as Day;
  const known: Told = { date: day("2024-03-01"), to: day("2024-03-03") };

  it.each<readonly [string, readonly Told[], string, string | undefined]>([
    [
      "the last day by an article without the first",
      [{ date: day("2024-03-01") }, { to: day("2024-03-03"), on: "2024-03-02" }],
      "2024-03-01",
      "2024-03-03",
    ],
    [
      "the first day after the last",
      [{ to: day("2024-03-03"), on: "2024-02-20" }, { date: day("2024-03-01") }],
      "2024-03-01",
      "2024-03-03",
    ],
    ["another last day", [known, { to: day("2024-03-04") }], "2024-03-01", "2024-03-04"],
    ["the first day alone", [known, { date: day("2024-03-01") }], "2024-03-01", "2024-03-03"],
    ["an earlier first day", [known, { date: day("2024-02-29") }], "2024-02-29", "2024-03-03"],
    ["a day after the last", [known, { date: day("2024-03-05") }], "2024-03-05", undefined],
    ["one day in all", [known, { ...known, to: day("2024-03-01") }], "2024-03-01", undefined],
    [
      "a last day before the first",
      [known, { to: day("2024-02-01"), on: "2024-01-31" }],
      "2024-03-01",
      "2024-03-03",
    ],
  ])("with %s", (_, events, from, to) => {
    const ninth = { body: "Ban Chấp hành", term: "XIX", ordinal: 9 };
    const articles = events.map((one, at) => told({ ...ninth, ...one }, `${at}.md`));
    const { sessions } = buildSessions(articles).register;
    expect(sessions.map((one) => [one.from, one.to])).toEqual([[from, to]]);
  });
});

describe("the page of a session", () => {
  const event = "event: { name: Họp BTV, ordinal: 2, term: XIX, unit: khoi-thu, date: 2024-01-10 }";
  const giving = (count: number) =>
    `awards:\n  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: chi bộ, count: ${count} }`;
  const told = (unit: string, date: string, more: string) =>
    article(`${event}\n${more}`).replace("khoi-thu", unit).replace("2024-03-05", date);

  async function pageOf(files: Readonly<Record<string, string>>): Promise<string> {
    const units = `${base["units.yaml"]}- { id: noi-khac, name: Đảng bộ Khác }\n`;
    const content = folderOf({ ...base, "units.yaml": units, ...files });
    const { site } = await madeSite(content);
    const url = "/hoi-nghi/khoi-thu/ban-thuong-vu-xix/2/";
    return [...site.pages()].find((page) => page.url === url)!.draw();
  }

  it.each([
    ["the unit that met, whenever", "khoi-thu", "2024-06-01", true],
    ["a unit below it, a fortnight later", "chi-bo-mot", "2024-01-24", true],
    ["a unit below it, after that", "chi-bo-mot", "2024-01-25", false],
    ["another unit, a fortnight later", "noi-khac", "2024-01-24", true],
    ["another unit, after that", "noi-khac", "2024-01-25", false],
  ])("has the awards of %s: %s %s %s", async (_, unit, date, isThere) => {
    const page = await pageOf({ "a.md": told(unit, date, giving(7)) });
    expect(page.includes("Giấy khen")).toBe(isThere);
    expect(page).toContain("Bài thử");
  });

  it("does not say again as a fact what its headline says", async () => {
    const page = await pageOf({ "a.md": told("khoi-thu", "2024-01-10", "") });
    const facts = [...page.matchAll(/<dt>(.*?)<\/dt>/gu)].map(([, term]) => term);
    expect(page).toMatch(/<h1>Họp BTV[^<]*<\/h1>\s*<p class="intro">.*10\/1\/2024/su);
    expect(facts).toEqual(["Cơ quan"]);
  });

  it("names people once, by their posts of the day, and says once who led", async () => {
    const chair = (post: string) =>
      `people:\n  - { name: Lê Cán Bộ, post: ${post}, role: "chủ trì, kết luận" }`;
    const page = await pageOf({
      "people.yaml": `- id: le-can-bo
  name: Lê Cán Bộ
  posts:
    - { post: Phó Bí thư Đảng ủy, to: 2024-02 }
    - { post: Bí thư Đảng ủy, from: 2024-03 }
`,
      "a.md": told("khoi-thu", "2024-05-01", chair("Bí thư Đảng ủy")),
      "b.md": told("khoi-thu", "2024-03-02", chair("[Tỉnh ủy viên, Bí thư Đảng ủy]")),
    });
    const shown = page.replaceAll(/<script.*?<\/script>|<[^>]+>/gsu, " ").replaceAll(/\s+/gu, " ");
    expect(shown).toContain("Chủ trì Lê Cán Bộ Tỉnh ủy viên, Phó Bí thư Đảng ủy kết luận");
  });

  it("takes the posts of somebody else from the article nearest to the session", async () => {
    const guest = (post: string) => `people: [{ name: Trần Khách, post: ${post} }]`;
    const page = await pageOf({
      "a.md": told("khoi-thu", "2024-01-12", guest("Phó Giám đốc")),
      "b.md": told("khoi-thu", "2024-05-01", guest("Giám đốc")),
    });
    expect(page).toContain("<span>Phó Giám đốc</span>");
    expect(page).not.toContain("<span>Giám đốc</span>");
  });
});

describe("the articles of one session", () => {
  const told = (date: string, kind = "") =>
    article(`event: { name: Hội nghị tổng kết, date: 2024-03-04${kind} }`).replace(
      "2024-03-05",
      date,
    );

  /** Returns the days under "Cùng …" on the page of an article, and the words of the list. */
  async function listOn(url: string, articles: readonly string[]) {
    const files = Object.fromEntries(articles.map((text, at) => [`bai-${at}.md`, text]));
    const { site } = await madeSite(folderOf({ ...base, ...files }));
    const page = [...site.pages()].find((one) => one.url === url)!.draw();
    const list = /<h2 id="cung-su-kien">(?<heading>.*?)<\/h2>(?<lines>.*?)<\/aside>/su.exec(page);
    return {
      heading: list?.groups?.heading,
      days: [...(list?.groups?.lines ?? "").matchAll(/datetime="([^"]+)"/gu)].map(([, day]) => day),
      more: /Và \d+ bài khác/u.exec(list?.[0] ?? "")?.[0],
    };
  }

  it("point to each other, the earlier as the later", async () => {
    const three = [told("2024-03-04"), told("2024-03-05"), told("2024-04-01")];
    expect(await listOn("/2024/03/05/bai-1/", three)).toEqual({
      heading: "Cùng hội nghị",
      days: ["2024-03-04", "2024-04-01"],
    });
  });

  it("are the nearest in time where there are many", async () => {
    const days = ["04", "05", "06", "07", "08", "09", "10", "11", "12"];
    const many = days.map((day) => told(`2024-03-${day}`, ", kind: lễ"));
    expect(await listOn("/2024/03/11/bai-7/", many)).toEqual({
      heading: "Cùng hội nghị",
      days: ["07", "08", "09", "10", "12"].map((day) => `2024-03-${day}`),
      more: "Và 3 bài khác",
    });
  });

  it("have no list where there is one alone", async () => {
    expect((await listOn("/2024/03/05/bai-0/", [told("2024-03-05")])).heading).toBeUndefined();
  });
});

describe("the list of sessions", () => {
  const told = "event: { name: Hội nghị, date: 2024-03-04 }";

  it.each([
    ["that are over", "2024-06-30", undefined],
    ["that are ahead", "2024-03-01", "Chưa có hội nghị nào đã diễn ra."],
  ])("with some %s", async (_, today, says) => {
    const content = folderOf({
      ...base,
      "a.md": article(told).replace("2024-03-05", "2024-03-01"),
    });
    const { site } = await madeSite(content, { today });
    const page = [...site.pages()].find(({ url }) => url === "/hoi-nghi/")!.draw();
    expect(/<p class="empty">([^<]*)/u.exec(page)?.[1]).toBe(says);
  });

  it.each([
    ["beside the list, on a phone below it", 8],
    ["at the end, where they are many", 9],
  ])("has the units %s", async (_, count) => {
    const ids = Array.from({ length: count }, (_, at) => `chi-bo-${at}`);
    const units = ids.map((id, at) => `- { id: ${id}, name: Chi bộ số ${at}, kind: chi bộ }\n`);
    const files = ids.map((id) => [`${id}.md`, article(told).replace("khoi-thu", id)]);
    const ahead = article(told.replace("2024-03-04", "2030-01-02")).replace("khoi-thu", ids[0]!);
    const { site } = await madeSite(
      folderOf({
        ...base,
        ...Object.fromEntries(files),
        "units.yaml": base["units.yaml"] + units.join(""),
        "sau.md": ahead,
      }),
    );
    const page = [...site.pages()].find(({ url }) => url === "/hoi-nghi/")!.draw();
    const headings = [...page.matchAll(/<h2 id="[^"]*">([^<]*)</gu)].map(([, text]) => text);
    expect(headings).toEqual(["Sắp diễn ra", "Đã diễn ra", "Theo đơn vị"]);
    // Beside the list is what is in one block with it.
    const block = page.slice(page.indexOf('class="list-and-facts"'));
    expect(block.includes('class="after"')).toBe(count === 8);
    expect(page.split("Chi bộ số 3")).toHaveLength(3);
  });
});

describe("an office holder", () => {
  const names = ["Trần Hòa", "Trần Hoà", "Trần Hoa", "trần  hòa", "Lê Hùng", "Lê Hưng", "tran-hoa"];
  const name = fc.constantFrom(...names);

  it("is found as by looking through all", () => {
    const person = fc.record({ name, aliases: fc.array(name, { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), name, (people, written) => {
        const officials = people.map(
          (one, at): Official => ({ id: `id-${at}`, posts: [], ...one }),
        );
        const isCalled = ({ name, aliases }: Official) =>
          [name, ...aliases].some((one) => nameKey(one) === nameKey(written));
        const index = indexPeople(officials);
        const naive = officials.filter(isCalled);
        expect(index.find(written)).toEqual(naive);
        expect(meantPerson(index, { name: written })).toBe(
          naive.length === 1 ? naive[0] : undefined,
        );
        for (const one of officials) expect(meantPerson(index, { id: one.id })).toBe(one);
      }),
    );
  });

  it.each([
    [{ from: "2020", to: "2022-06" }, "2022-06-30", true],
    [{ from: "2020", to: "2022-06" }, "2022-07-01", false],
    [{ from: "2020-05-15" }, "2020-05-14", false],
    [{ to: "2019" }, "2019-12-31", true],
    [{}, "1999-01-01", true],
  ])("with a post %j on %s: %s", (time, day, isHeld) => {
    expect(isHeldOn({ post: "Bí thư", ...time }, day as Day)).toBe(isHeld);
  });

  it.each<readonly [readonly Post[], string]>([
    [
      [
        { post: "B", from: "2020-09" },
        { post: "A", from: "2015", to: "2020-08" },
      ],
      "Trần Hòa, B",
    ],
    [[{ post: "A", from: "2015", to: "2020-08" }, { post: "B" }], "Trần Hòa, B"],
    [
      [
        { post: "B", from: "2020-09" },
        { post: "A", to: "2020-08" },
      ],
      "Trần Hòa, B",
    ],
    [
      [
        { post: "A", to: "2019" },
        { post: "B", to: "2024-02" },
      ],
      "Trần Hòa, nguyên B",
    ],
    [[{ post: "A" }, { post: "B" }], "Trần Hòa, A"],
    // A year and a month count as a whole.
    [[{ post: "B", to: "2024" }], "Trần Hòa, B"],
    [
      [
        { post: "B", from: "2024-04" },
        { post: "A", to: "2024-03" },
      ],
      "Trần Hòa, A",
    ],
    [[], "Trần Hòa"],
  ])("with the posts %j is called %s in March 2024", (posts, called) => {
    const official: Official = { id: "a", name: "Trần Hòa", aliases: [], posts };
    expect(calledByPost(official, "2024-03-05" as Day)).toBe(called);
  });

  it.each([
    ["Bí thư Đảng ủy Khối", "bí thư đảng uỷ khối", true],
    ["Bí thư", "Bí thư Chi bộ Hai", true],
    ["Phó Bí thư Đảng ủy", "Bí thư Đảng ủy", false],
    ["Phó Bí thư", "Phó Bí thư Thường trực", true],
  ])("%s and %s: %s", (one, other, isSame) => {
    expect(isSamePost(one, other)).toBe(isSame);
  });
});

describe("an office holder among awards", () => {
  const people = `- { id: le-trao, name: Lê Trao, posts: [{ post: Bí thư Đảng ủy, from: 2020, to: 2024-03 }] }
- { id: tran-mau, name: Trần Mẫu, posts: [{ post: Phó Bí thư, from: 2020 }] }
- { id: tran-mau-hai, name: Trần Mẫu, posts: [{ post: Ủy viên, from: 2020 }] }
`;
  const line = (more: string) =>
    `awards:\n  - { form: Giấy khen, status: đã trao, by: khoi-thu, ${more} }`;

  async function linksOf(more: string): Promise<(url: string) => string> {
    const content = folderOf({
      ...base,
      "people.yaml": people,
      "a.md": article(line(more)),
    });
    const { site } = await madeSite(content);
    const pages = new Map([...site.pages()].map((page) => [page.url, page]));
    return (url) => pages.get(url)!.draw().replaceAll(/\s+/gu, " ");
  }

  it("leads from the award to the page of who handed it over, and back", async () => {
    const page = await linksOf(
      "to: chi bộ, count: 3, presented_by: [Lê Trao, tran-mau-hai, Người Lạ]",
    );
    const link = '<a href="/can-bo/le-trao/">Lê Trao</a>';
    const others = ', <a href="/can-bo/tran-mau-hai/">Trần Mẫu</a>, Người Lạ';
    expect(page("/2024/03/05/a/")).toContain(`Người trao: ${link}${others}`);
    expect(page("/khen-thuong/2024/")).toContain(link);
    expect(page("/can-bo/le-trao/")).toMatch(
      /Đã trao<.*5\/3\/2024<\/span> <span><b>Giấy khen<\/b> của <a [^>]*>Đảng ủy Khối Thử<\/a> tặng 3 chi bộ\..*href="\/2024\/03\/05\/a\/"/u,
    );
    expect(page("/can-bo/tran-mau/")).not.toContain("Đã trao");
  });

  it("is listed under a unit among those in office, or below among those who have left", async () => {
    const held = (id: string, name: string, post: string) =>
      `- { id: ${id}, name: ${name}, posts: [${post}] }\n`;
    const { site } = await madeSite(
      folderOf({
        ...base,
        "people.yaml":
          held("an", "Lê An", "{ post: Bí thư, unit: khoi-thu, to: 2020 }") +
          held("binh", "Lê Bình", "{ post: Bí thư, unit: khoi-thu, from: 2021 }") +
          held(
            "chi",
            "Lê Chi",
            "{ post: Bí thư, unit: khoi-thu, to: 2020-05 }, { post: Phó Bí thư, unit: khoi-thu }",
          ),
        "a.md": article(),
      }),
    );
    for (const at of ["/can-bo/", "/don-vi/khoi-thu/"]) {
      const page = [...site.pages()].find(({ url }) => url === at)!.draw();
      const list = page.slice(page.indexOf("<h2"));
      const told = list.replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");
      expect(told).toMatch(
        /Lê Bình Bí thư.*Lê Chi Phó Bí thư nguyên Bí thư \(.*Đã thôi giữ chức vụ Lê An Bí thư/u,
      );
    }
  });

  it("stands under the units from the top down, with a way to the names", async () => {
    const { site } = await madeSite(
      folderOf({
        ...base,
        "units.yaml": `${base["units.yaml"]}
- { id: van-phong, name: Văn phòng, parent: khoi-thu }
- { id: ban-dan-van, name: Ban Dân vận, parent: khoi-thu }
`,
        "people.yaml": `- { id: an, name: Lê An, posts: [{ post: Bí thư, unit: chi-bo-mot }] }
- { id: binh, name: Lê Bình, posts: [{ post: Bí thư, unit: khoi-thu }] }
- { id: chi, name: Lê Chi, posts: [{ post: Trưởng ban, unit: ban-dan-van }] }
- { id: dung, name: Lê Dung, posts: [{ post: Chánh Văn phòng, unit: van-phong }] }
`,
        "a.md": article(),
      }),
    );
    const page = [...site.pages()].find(({ url }) => url === "/can-bo/")!.draw();
    expect([...page.matchAll(/<h2 id="([^"]*)"/gu)].map(([, id]) => id)).toEqual([
      "don-vi-khoi-thu",
      // Of one level, and in the order of units.yaml.
      "don-vi-van-phong",
      "don-vi-ban-dan-van",
      "don-vi-chi-bo-mot",
      "theo-ten",
    ]);
    expect(page).toContain('<a href="#theo-ten">Theo tên</a>');
  });

  it("comes in order of offices, as papers name them, then of given names", async () => {
    const offices = [
      ["An", "Phó Trưởng ban Tổ chức"],
      ["Bình", "Ủy viên Ban Chấp hành"],
      ["Chi", "Trưởng ban Tuyên giáo"],
      ["Dung", "Chủ nhiệm Ủy ban Kiểm tra"],
      ["Giang", "Ủy viên Ban Thường vụ"],
      ["Hà", "Phó Bí thư Đảng ủy"],
      ["Khánh", "Phó Bí thư Thường trực Đảng ủy"],
      ["Lan", "Bí thư Đảng ủy"],
      ["Mai", "Cán bộ thư viện"],
      ["Nga", "Phó Bí thư Đảng ủy"],
    ] as const;
    const people = offices.map(
      ([name, post], at) =>
        `- { id: id-${at}, name: Lê ${name}, posts: [{ post: ${post}, unit: khoi-thu }] }\n`,
    );
    const files = { ...base, "people.yaml": people.join(""), "a.md": article() };
    const { site } = await madeSite(folderOf(files));
    const page = [...site.pages()].find(({ url }) => url === "/don-vi/khoi-thu/")!.draw();
    const named = [...page.matchAll(/<b>Lê (\p{L}+)<\/b>/gu)].map(([, name]) => name);
    expect(named).toEqual([
      "Lan",
      "Khánh",
      "Hà",
      "Nga",
      "Giang",
      "Dung",
      "Chi",
      "Bình",
      "An",
      "Mai",
    ]);
  });

  it("is found by the letter of the given name where there are many", async () => {
    const held = (id: string, name: string) =>
      `- { id: ${id}, name: ${name}, posts: [{ post: Bí thư, unit: khoi-thu }] }\n`;
    const many = Array.from({ length: 60 }, (_, at) => held(`an-${at}`, "Lê Án")).join("");
    const left = held("at", "Hồ Ất").replace("unit: khoi-thu", "unit: khoi-thu, to: 2020");
    const names = held("duc", "Lê Đức") + held("anh", "Trần Ảnh") + held("dan", "Lê Dân");
    const files = {
      ...base,
      "people.yaml": names + many + held("on", "Hồ Ổn") + left + held("an", "Hồ Ận"),
      "a.md": article(),
    };
    const { site } = await madeSite(folderOf(files));
    const page = [...site.pages()].find(({ url }) => url === "/can-bo/")!.draw();
    const letters = [...page.matchAll(/<details[^>]*><summary><b>(.*?)<\/b>(.*?)<\/summary>/gu)];
    expect(letters.map(([, letter, rest]) => letter + rest!.replaceAll(/<[^>]+>/gu, ""))).toEqual([
      "A 61 người",
      "Án 60 người",
      "Ảnh 1 người",
      "Â 2 người",
      "D 1 người",
      "Đ 1 người",
      "Ô 1 người",
    ]);
    const ofA = page.slice(page.indexOf('id="ten-Â"'), page.indexOf('id="ten-D"'));
    expect(ofA).toMatch(/Hồ Ận.*Đã thôi giữ chức vụ.*Hồ Ất/su);
    expect(page).toContain('<a href="/don-vi/khoi-thu/#can-bo">');
  });

  it.each([
    "to: chi bộ, count: 3, presented_by: [Lê Trao]",
    "to: đảng viên, recipients: [le-trao]",
  ])("makes the page of the article anew: %s", async (more) => {
    const keyWith = async (people: string) => {
      const files = { ...base, "people.yaml": people, "a.md": article(line(more)) };
      const { site } = await madeSite(folderOf(files));
      return [...site.pages()].find(({ url }) => url === "/2024/03/05/a/")!.key();
    };
    expect(await keyWith(people)).not.toBe(await keyWith(people.replace("Lê Trao", "Lê Hai")));
  });

  it.each([
    ["by id", "to: đảng viên, recipients: [le-trao]", true],
    ["not by a name, which others have too", "to: đảng viên, recipients: [Lê Trao]", false],
  ])("is known among the recipients %s: %s", async (_, more, isKnown) => {
    const page = await linksOf(more);
    const told = page("/2024/03/05/a/");
    expect(told).toContain("Lê Trao");
    expect(/<a href="\/can-bo\/[a-z]/u.test(told)).toBe(isKnown);
    expect(page("/can-bo/le-trao/").includes("Được khen thưởng")).toBe(isKnown);
  });
});

describe("the calendar", () => {
  const letters = fc.string({ unit: "grapheme", maxLength: 400 });

  it("has no line of more than 75 octets, and none that cuts a letter", () => {
    fc.assert(
      fc.property(letters, (text) => {
        const line = `SUMMARY:${text.replaceAll(/[\r\n]/gu, "")}`;
        const parts = folded(line).split("\r\n");
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join("")).toBe(line);
      }),
    );
  });

  const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });

  it("is read back as it was meant", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 0, max: 40 }), (title, place, days) => {
        const from = "2024-02-20" as Day;
        const to = addDays(from, days);
        const one = { uid: "khoi/a@thu.example", told: from, from, to, title, place };
        const url = "https://thu.example/hoi-nghi/khoi/a/?b=1,2;3";
        const text = calendarText("Lịch", [{ ...one, url, description: `${title}\n${place}` }]);
        const calendar = new ICAL.Component(ICAL.parse(text) as never);
        const read = new ICAL.Event(calendar.getFirstSubcomponent("vevent")!);
        const plain = (written: string) =>
          written.replaceAll(/\r\n?/gu, "\n").replaceAll(/(?!\n)\p{Cc}/gu, " ");
        expect(read.summary).toBe(plain(title));
        expect(read.location).toBe(plain(place));
        expect(read.description).toBe(plain(`${title}\n${place}`));
        expect(read.component.getFirstPropertyValue("url")).toBe(url);
        expect([read.startDate.toString(), read.startDate.isDate]).toEqual([from, true]);
        expect(read.endDate.toString()).toBe(addDays(to, 1));
      }),
    );
  });

  it("is whole while nothing is ahead", () => {
    const calendar = new ICAL.Component(ICAL.parse(calendarText("Lịch", [])) as never);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(["vtimezone"]);
  });

  it("says each event to the day, and nothing of the clock", () => {
    const event: CalendarEvent = {
      uid: "khoi/dai-hoi/9@thu.example",
      told: "2024-03-01" as Day,
      from: "2024-02-28" as Day,
      to: "2024-02-29" as Day,
      title: "Đại hội; phiên 1, 2\\3",
      description: "- một\n- hai",
      url: "https://thu.example/hoi-nghi/khoi/dai-hoi/9/",
    };
    const text = calendarText("Lịch", [event]);
    expect(text).toContain(
      [
        "BEGIN:VEVENT",
        "UID:khoi/dai-hoi/9@thu.example",
        "DTSTAMP:20240229T170000Z",
        "DTSTART;VALUE=DATE:20240228",
        "DTEND;VALUE=DATE:20240301",
        "SUMMARY:Đại hội\\; phiên 1\\, 2\\\\3",
        "DESCRIPTION:- một\\n- hai",
        "URL:https://thu.example/hoi-nghi/khoi/dai-hoi/9/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "",
      ].join("\r\n"),
    );
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect(addDays("2024-02-29" as Day, 1)).toBe("2024-03-01");
  });
});
