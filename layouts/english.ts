import { type Page, page } from "../src/page.ts";
import type { Settings } from "../src/settings.ts";
import type { Site } from "../src/site.ts";
import {
  accessibilityUrl,
  archiveUrl,
  awardsUrl,
  bulletinsUrl,
  correctionsUrl,
  dataUrl,
  documentsUrl,
  englishUrl,
  feedsUrl,
  figuresUrl,
  homeUrl,
  officialsUrl,
  searchUrl,
  sessionsUrl,
  tagsUrl,
  unitsUrl,
} from "../src/urls.ts";
import type { Chrome } from "./parts/chrome.ts";
import { mailLink, phoneLink } from "./parts/contact.ts";
import { facts } from "./parts/facts.ts";
import { frame, inEnglish } from "./parts/frame.ts";
import { type Html, html } from "./parts/html.ts";
import { sharedOf } from "./parts/shared.ts";

type Props = { readonly chrome: Chrome; readonly english: NonNullable<Settings["english"]> };

/** Who runs the site and how to reach them, for readers who know no Vietnamese. */
export function englishPages(site: Site): Page[] {
  const props: Props = { chrome: sharedOf(site).chrome, english: site.settings.english ?? {} };
  return [page("english", englishUrl, props, englishView)];
}

const sections = [
  ["News", "The newest articles", homeUrl],
  ["Topics", "Articles by subject", tagsUrl],
  ["Organisations", "Articles by Party organisation", unitsUrl],
  ["Awards", "Who was commended, by whom, in which year", awardsUrl],
  ["Documents", "Resolutions, directives and decisions that articles cite", documentsUrl],
  ["Meetings", "Congresses, conferences and ceremonies, with a calendar", sessionsUrl],
  ["Officials", "Office holders and their posts", officialsUrl],
  ["Figures", "Results and targets through time, with charts", figuresUrl],
  ["Bulletins", "Each month in one booklet, to print or for an e-reader", bulletinsUrl],
  ["Archive", "Articles by year, month and day", archiveUrl],
  ["Search", "Full text, with or without diacritics", searchUrl],
  ["Corrections", "What was wrong and has been put right", correctionsUrl],
  [
    "Open data",
    "Articles, awards, documents, meetings, officials, figures and organisations as files",
    dataUrl,
  ],
  ["Feeds", "Atom, RSS and JSON", feedsUrl],
  ["Accessibility", "The accessibility statement", accessibilityUrl],
] as const;

/*
 * Decrees are replaced in time, and those for state bodies bind a Party site by analogy only. So
 * the page says what this decree asked and when, which stays true, and claims no duty.
 */
function englishView({ chrome, english }: Props): Html {
  const { contact } = chrome;
  const own = (what: Parameters<typeof inEnglish>[1]) => inEnglish({ chrome, english }, what);
  return frame({
    chrome,
    english,
    url: englishUrl,
    title: "Information in English",
    description: `${english.name ?? chrome.name}: organisation, contacts and main sections.`,
    way: [],
    here: "English",
    main: html`<header class="page-head"><h1>${own("name")}</h1>
      <p class="intro">${own("description")}</p></header>
      <div class="prose">
      <p>This website publishes news of Party organisations in Viet Nam, the awards that they give and the figures that they report. Its articles are written in Vietnamese. This page gives the organisation and its contacts in English as well, as Decree No. <span class="whole">42/2022/NĐ-CP</span> of <span class="whole">24 June 2022</span> asked of the websites of state bodies.</p>
      <h2 id="contact">Organisation and contact</h2>
      ${facts([
        ["Organisation", own("owner")],
        ["Responsible for the content", own("responsible")],
        ["Address", own("address")],
        ["Telephone", phoneLink(contact)],
        ["E-mail", mailLink(contact)],
      ])}
      </div>
      <section class="part" aria-labelledby="sections"><h2 id="sections">Main sections, in Vietnamese</h2>
      <ul class="ways">${sections.map(
        ([title, what, url]) =>
          html`<li><a href="${url}" hreflang="vi"><b>${title}</b> <span>${what}</span></a></li>`,
      )}</ul></section>`,
  });
}
