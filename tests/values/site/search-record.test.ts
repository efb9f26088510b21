import { expect, it } from "vitest";
import type { Article } from "../../../src/article.ts";
import { noAssets } from "../../../src/assets/assets.ts";
import { searchParts } from "../../../src/search/search.ts";
import { searchRecord } from "../../../src/search/search-record.ts";
import { indexSite, type Site } from "../../../src/site.ts";
import { loadFolder } from "../../checking.ts";
import { article, base, folderOf } from "../../content.ts";

/* What a search finds of an article besides its text. */

const told = `place: Việt Trì
event:
  name: Họp BTV
  unit: chi-bo-ba
  term: XIX
  ordinal: 2
  place: Hội trường lớn
  agenda: [Bàn việc kết nạp]
people: [{ name: Trần Khách, post: Giám đốc, role: báo cáo }]
mentions: [chi-bo-hai]
documents: [{ number: "21-KL/TW", title: Về xây dựng Đảng }]
figures: [{ name: Hội viên mới, value: 3, about: chi-bo-bon }]
awards:
  - { form: Giấy khen, status: đã trao, by: khoi-thu, to: cá nhân, recipients: [chi-mot], presented_by: [anh-hai] }`;

const people = `- { id: chi-mot, name: Lê Thị Một, posts: [{ post: Ủy viên }] }
- { id: anh-hai, name: Trần Văn Hai, posts: [{ post: Bí thư }] }
`;

async function siteWith(units: string, peopleText = people): Promise<Site> {
  const folder = folderOf({
    ...base,
    "units.yaml": `${base["units.yaml"]}${units}`,
    "people.yaml": peopleText,
    "a.md": article(told),
  });
  const content = await loadFolder(folder);
  expect(content.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return indexSite({
    settings: content.settings!,
    units: content.units,
    people: content.people,
    series: content.series,
    articles: content.published,
    pictures: new Map(),
    assets: noAssets,
    today: content.today,
  }).site;
}

const units = `- { id: chi-bo-hai, name: Chi bộ Mùa Xuân }
- { id: chi-bo-ba, name: Chi bộ Mùa Hạ }
- { id: chi-bo-bon, name: Chi bộ Mùa Thu }
`;

it("holds every fact of the front matter", async () => {
  const site = await siteWith(units);
  const { text } = searchRecord(site.articles[0]!, site);
  for (const fact of [
    "Việt Trì",
    "Họp BTV",
    "Ban Thường vụ",
    "Hội trường lớn",
    "Bàn việc kết nạp",
    "Trần Khách, Giám đốc, báo cáo",
    "Chi bộ Mùa Xuân",
    "Chi bộ Mùa Hạ",
    "Hội viên mới, Chi bộ Mùa Thu",
    "21-KL/TW",
    "cá nhân, Lê Thị Một",
    "Trần Văn Hai",
  ])
    expect(text.facts).toContain(fact);
});

/** Returns an article that is another one in some fields. */
function changed(one: Article, fields: Partial<Article>): Article {
  const own = Object.entries(fields).map(([field, value]) => [field, { value, enumerable: true }]);
  return Object.create(one, Object.fromEntries(own));
}

/** The directory has names too, and is made anew with them. */
const hashOf = (site: Site) =>
  searchParts(site).flatMap(({ directory, hash }) => (directory === undefined ? [hash] : []));

it("is cut into parts that are small, newest first, however many articles a day has", async () => {
  const site = await siteWith(units);
  const [first] = site.articles;
  const sizes = [0, 1, 128, 129, 4_096, 4_097, 40_000].map((count) => {
    const articles = Array.from({ length: count }, (_, at) =>
      changed(first!, { url: `/bai-${at}/` }),
    );
    const parts = searchParts({ ...site, articles }).filter(
      ({ directory }) => directory === undefined,
    );
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
    expect(parts.every(({ size, files }) => size <= files * 8 && size <= 4_096)).toBe(true);
    expect(parts.flatMap(({ articles }) => articles.toReversed()).map(({ url }) => url)).toEqual(
      articles.toReversed().map(({ url }) => url),
    );
    return parts.length;
  });
  expect(sizes).toEqual([0, 1, 1, 1, 1, 2, 10]);
});

it("has another folder when articles have other numbers, and the same when one is corrected", async () => {
  const site = await siteWith(units);
  const [first] = site.articles;
  const folders = (...changes: readonly Partial<Article>[]) => {
    const articles = changes.map((change, at) =>
      changed(first!, { url: `/bai-${at}/`, ...change }),
    );
    const [part] = searchParts({ ...site, articles });
    return part!;
  };
  const before = folders({}, {});
  const corrected = folders({}, { hash: "another" });
  expect(corrected.name).toBe(before.name);
  expect(corrected.hash).not.toBe(before.hash);
  expect(folders({ url: "/truoc/" }, {}, {}).name).not.toBe(before.name);
});

it.each(["Lê Thị Một", "Trần Văn Hai"])(
  "is made anew when %s is called otherwise",
  async (name) => {
    const renamed = await siteWith(units, people.replace(name, "Lý Mai"));
    expect(hashOf(renamed)).not.toEqual(hashOf(await siteWith(units)));
  },
);

it.each(["Mùa Xuân", "Mùa Hạ", "Mùa Thu"])(
  "is made anew when Chi bộ %s is renamed",
  async (name) => {
    const renamed = await siteWith(units.replace(name, "Mùa Đông"));
    expect(hashOf(renamed)).not.toEqual(hashOf(await siteWith(units)));
  },
);
