import type { Page } from "../src/page.ts";
import { tallyOf } from "../src/registers/award-tally.ts";
import type { Site } from "../src/site.ts";
import { awardMeritUrl } from "../src/urls.ts";
import { ledgerPages } from "./awards.ts";
import { formSums, giversOf, recipientsOf } from "./ledger/answers.ts";
import { yearNeighbours } from "./parts/neighbours.ts";

/** The awards for merit in each year, whenever they were told of. */
export function awardsByMeritPages(site: Site): Page[] {
  const years = site.register.meritYears;
  return years.flatMap(({ year, entries }, index) =>
    ledgerPages(entries, {
      url: awardMeritUrl(year),
      heading: `Khen thưởng thành tích năm ${year}`,
      here: `Thành tích năm ${year}`,
      description: `Các lượt khen thưởng vì thành tích năm ${year}, hoặc của giai đoạn kết thúc năm ${year}, dù được đưa tin năm nào.`,
      site,
      by: "year",
      newest: () => ({
        sum: tallyOf(entries),
        answers: { formSums: formSums(entries), givers: giversOf(entries, site) },
        recipients: recipientsOf(entries),
        ...yearNeighbours(years, index, awardMeritUrl),
      }),
    }),
  );
}
