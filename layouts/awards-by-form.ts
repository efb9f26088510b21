import { type AwardForm, awardForms } from "../src/award.ts";
import { type Page, page } from "../src/page.ts";
import { tallyOf } from "../src/registers/award-tally.ts";
import type { RegisterEntry } from "../src/registers/awards.ts";
import type { Site } from "../src/site.ts";
import { awardFormUrl } from "../src/urls.ts";
import { ledgerPages, wayToAwards } from "./awards.ts";
import { giversOf, recipientsOf, yearsOf } from "./ledger/answers.ts";
import { ledgerRows } from "./ledger/ledger.ts";
import { namedIn } from "./ledger/named.ts";
import { newestPart, type RegisterProps, registerView } from "./ledger/register-view.ts";
import { yearNeighbours } from "./parts/neighbours.ts";
import { sharedOf } from "./parts/shared.ts";

/** The awards of each form: all years at a glance, and who received them in each year. */
export function* awardsByFormPages(site: Site): Generator<Page> {
  const shared = sharedOf(site);
  const rowOf = ledgerRows(shared);
  for (const form of awardForms) {
    const entries = site.register.byForm.get(form);
    if (entries === undefined) continue;
    const url = awardFormUrl(form);
    const name = nameOf(form);
    const title = form === name ? `Khen thưởng: ${form}` : name;
    const urlOf = (year: number) => awardFormUrl(form, year);
    const years = yearsWithAny(entries);
    const props: RegisterProps = {
      chrome: shared.chrome,
      url,
      title,
      way: wayToAwards,
      here: name,
      heading: title,
      description:
        form === name
          ? `Mọi lượt khen thưởng theo hình thức ${form}.`
          : "Những lượt mà bài viết không nói rõ hình thức.",
      sum: tallyOf(entries),
      answers: { years: yearsOf(entries, urlOf), givers: giversOf(entries, site) },
      recipients: recipientsOf(entries),
      form,
      parts: [newestPart(entries, rowOf)],
      more: years.map(({ year }) => ({ name: `năm ${year}`, url: urlOf(year) })).reverse(),
    };
    yield page("awards-by-form", url, props, registerView);
    for (const [index, { year, told, merit }] of years.entries()) {
      const heading = `${name} năm ${year}`;
      yield* ledgerPages(told, {
        url: urlOf(year),
        heading,
        here: `Năm ${year}`,
        way: [...wayToAwards, { name, url }],
        description: `Các lượt ${lower(name)} được đưa tin trong năm ${year}.`,
        site,
        form,
        newest: () => ({
          ...(told.length > 0 ? { sum: tallyOf(told) } : {}),
          named: namedIn(told, shared),
          ...yearNeighbours(years, index, urlOf),
          ...(merit.length > 0 ? { late: { year, named: namedIn(merit, shared) } } : {}),
        }),
      });
    }
  }
}

/** Returns what a form is called in headings, where "Khen thưởng" alone would mean all of them. */
function nameOf(form: AwardForm): string {
  return form === "Khen thưởng" ? "Khen thưởng chưa rõ hình thức" : form;
}

function lower(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** Awards of one year: told of in it, and told of in other years for merit in it. */
type FormYear = {
  readonly year: number;
  readonly told: readonly RegisterEntry[];
  readonly merit: readonly RegisterEntry[];
};

function yearsWithAny(entries: readonly RegisterEntry[]): FormYear[] {
  const told = Map.groupBy(entries, ({ year }) => year);
  const merit = Map.groupBy(
    entries.filter(({ award, year }) => award.years !== undefined && award.years.to !== year),
    ({ award }) => award.years!.to,
  );
  return [...new Set([...told.keys(), ...merit.keys()])]
    .sort((a, b) => a - b)
    .map((year) => ({ year, told: told.get(year) ?? [], merit: merit.get(year) ?? [] }));
}
