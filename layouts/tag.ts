import { awardForms } from "../src/award.ts";
import type { Page, PageGroup } from "../src/page.ts";
import type { Group, Site } from "../src/site.ts";
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
import { html } from "./parts/html.ts";
import {
  areCards,
  type Listing,
  listingPages,
  listingView,
  shownAsCards,
} from "./parts/listing.ts";
import { LIST_SIZE, urlsOfList } from "./parts/paging.ts";
import { type Link, sharedOf } from "./parts/shared.ts";
import { sourcesOf } from "./parts/sources.ts";

/** One topic: its articles, newest first. */
export function tagPages(site: Site): PageGroup[] {
  return site.tags.map((tag) => ({
    name: tag.slug,
    texts: shownAsCards(tag),
    sources: () => [
      tag.name,
      registerOf(tag.name, site),
      sourcesOf(site).ofList(tag.articles, areCards(tag)),
    ],
    urls: () => urlsOfList(tagUrl(tag.slug), tag.articles.length, LIST_SIZE),
    pages: () => pagesOf(tag, site),
  }));
}

function pagesOf({ slug, name, articles }: Group, site: Site): Page[] {
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
    sharedOf(site),
    { total: articles.length, ...registerOf(name, site) },
    tagView,
  );
}

/** Finds the register that a topic has its name of: a form of awards, figures, sessions. */
function registerOf(name: string, site: Site): { register?: Link } {
  const { sections } = sharedOf(site).chrome;
  const key = fold(name);
  const section = sections.find(
    (one) => Object.hasOwn(registers, one.url) && fold(one.name) === key,
  );
  if (section) return { register: { name: registers[section.url]!, url: section.url } };
  const form = awardForms.find((one) => fold(one) === key);
  if (form === undefined || !site.register.byForm.has(form)) return {};
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
