import { awardForms } from "../src/award.ts";
import type { Page, PageGroup } from "../src/page.ts";
import type { Site } from "../src/site.ts";
import { fold, formatNumber } from "../src/text/vietnamese.ts";
import {
  awardFormUrl,
  awardsUrl,
  documentsUrl,
  figuresUrl,
  officialsUrl,
  sessionsUrl,
  tagsUrl,
  tagUrl,
} from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { html } from "./parts/html.ts";
import { type Listing, listingPages, listingView, shownAsCards } from "./parts/listing.ts";
import { type Link, sharedOf } from "./parts/shared.ts";

/** One topic: its articles, newest first. */
export function tagPages(site: Site): PageGroup[] {
  return [{ name: "", texts: shownAsCards(site.tags), pages: () => pagesOf(site) }];
}

function pagesOf(site: Site): Page[] {
  const shared = sharedOf(site);
  return site.tags.flatMap(({ slug, name, articles }) => {
    const url = tagUrl(slug);
    return listingPages(
      {
        kind: "tag",
        url,
        title: `Chủ đề: ${name}`,
        heading: name,
        description: `Các bài về chủ đề ${name}.`,
        way: [{ name: "Chủ đề", url: tagsUrl }],
        here: name,
        feed: { name: `Chủ đề: ${name}`, of: url },
        mayBeCards: true,
        articles,
      },
      shared,
      { total: articles.length, ...registerOf(name, site, shared.chrome) },
      tagView,
    );
  });
}

/** Finds the register that a topic has its name of: a form of awards, figures, sessions. */
function registerOf(name: string, { register }: Site, { sections }: Chrome): { register?: Link } {
  const key = fold(name);
  const section = sections.find(
    (one) => Object.hasOwn(registers, one.url) && fold(one.name) === key,
  );
  if (section) return { register: { name: registers[section.url]!, url: section.url } };
  const form = awardForms.find((one) => fold(one) === key);
  if (form === undefined || !register.byForm.has(form)) return {};
  return { register: { name: `mọi lượt ${form} trong sổ khen thưởng`, url: awardFormUrl(form) } };
}

/** What the registers are called in a sentence. */
const registers: Readonly<Record<string, string>> = {
  [awardsUrl]: "sổ khen thưởng",
  [figuresUrl]: "số liệu qua các kỳ",
  [documentsUrl]: "danh mục văn bản",
  [sessionsUrl]: "danh mục hội nghị",
  [officialsUrl]: "danh sách cán bộ",
};

type Extra = { readonly total?: number; readonly register?: Link };

function tagView(props: Listing & Extra) {
  const { total, register } = props;
  return listingView(props, {
    intro:
      total !== undefined &&
      html`<p class="intro">${formatNumber(total)} bài trong chủ đề này.${register && html` Xem thêm <a href="${register.url}">${register.name}</a>.`}</p>`,
  });
}
