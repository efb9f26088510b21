import { type Page, page } from "../src/page.ts";
import { tallyOf } from "../src/registers/award-tally.ts";
import { type Site, shortUnitName } from "../src/site.ts";
import { awardGiversUrl, awardGiverUrl } from "../src/urls.ts";
import { ledgerPages, wayToAwards } from "./awards.ts";
import { formSums, giversOf, recipientsOf, type Sum, sumTable } from "./ledger/answers.ts";
import { signsNote } from "./ledger/tally.ts";
import type { Chrome } from "./parts/chrome.ts";
import { frame } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = { readonly chrome: Chrome; readonly givers: readonly Sum[] };

const title = "Các cấp khen thưởng";

/** The units that gave awards: a list of all, and what each of them gave. */
export function* awardsByGiverPages(site: Site): Generator<Page> {
  const shared = sharedOf(site);
  const { entries, byGiver } = site.register;
  const props: Props = {
    chrome: shared.chrome,
    givers: giversOf(entries, site, Infinity).most,
  };
  yield page("awards-by-giver", awardGiversUrl, props, giversView);
  const way = [...wayToAwards, { name: title, url: awardGiversUrl }];
  for (const [id, own] of byGiver) {
    const unit = shared.unitLink(id);
    yield* ledgerPages(own, {
      url: awardGiverUrl(id),
      heading: `${unit.name} khen thưởng`,
      here: shortUnitName(id, site),
      way,
      description: `Những lượt khen thưởng do ${unit.name} tặng, và những đề xuất gửi tới đơn vị này.`,
      site,
      giver: unit.url,
      by: "year",
      newest: () => ({
        sum: tallyOf(own),
        unit,
        answers: { formSums: formSums(own) },
        recipients: recipientsOf(own),
      }),
    });
  }
}

function giversView({ chrome, givers }: Props): Html {
  return frame({
    chrome,
    url: awardGiversUrl,
    title,
    way: wayToAwards,
    here: title,
    description: "Các đơn vị đã khen thưởng, và số lượt của từng đơn vị.",
    main: html`<header class="page-head"><h1>${title}</h1></header>
      ${givers.length === 0 ? html`<p class="empty">Chưa có lượt khen thưởng nào.</p>` : html`${signsNote(givers)}<div class="answers">${sumTable("theo-don-vi", "Số lượt theo cấp khen thưởng", "Cấp khen thưởng", givers)}</div>`}`,
  });
}
