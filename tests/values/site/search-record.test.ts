import { expect, it } from "vitest";
import { noAssets } from "../../../src/assets/assets.ts";
import { searchBundles } from "../../../src/search/search.ts";
import { searchRecord } from "../../../src/search/search-record.ts";
import { indexSite, type Site } from "../../../src/site.ts";
import { toIndexed } from "../../../src/text/search-text.ts";
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
figures: [{ name: Hội viên mới, value: 3, about: chi-bo-bon }]`;

async function siteWith(units: string): Promise<Site> {
  const folder = folderOf({
    ...base,
    "units.yaml": `${base["units.yaml"]}${units}`,
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
  const { content } = searchRecord(site.articles[0]!, site);
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
  ])
    expect(content).toContain(toIndexed(fact));
});

it.each(["Mùa Xuân", "Mùa Hạ", "Mùa Thu"])(
  "is made anew when Chi bộ %s is renamed",
  async (name) => {
    const hashOf = (site: Site) => searchBundles(site).map(({ hash }) => hash);
    const renamed = await siteWith(units.replace(name, "Mùa Đông"));
    expect(hashOf(renamed)).not.toEqual(hashOf(await siteWith(units)));
  },
);
