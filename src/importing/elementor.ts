import { escapeHtml } from "../text/escape-html.ts";
import { leftOut, quoted } from "../text/left-out.ts";

/*
 * Elementor builds pages of widgets and keeps them as JSON beside a post. Most often the text of
 * the post is a copy of their words; where it is empty, the widgets are all there is.
 */

type Group = { readonly [key: string]: unknown };

/** Keys of settings that hold words for readers; `editor` and `html` hold HTML. */
const htmlKeys = /^(?:editor|html|content|description(?:_text)?|tab_content|testimonial_content)$/u;
const headingKeys = /^(?:title(?:_text)?|heading|tab_title)$/u;
const textKeys =
  /^(?:text|caption|sub_?title|alert_title|alert_description|blockquote_content|author_name|testimonial_name|testimonial_job|item_text)$/u;
const filmKeys = /^(?:youtube_url|vimeo_url|dailymotion_url|external_url|hosted_url)$/u;

/** Returns the words, pictures and films of the widgets as HTML; undefined for no such JSON. */
export function elementorHtml(json: string): string | undefined {
  try {
    const elements: unknown = JSON.parse(json);
    return Array.isArray(elements) ? elements.map(elementHtml).join("") : undefined;
  } catch {
    return undefined;
  }
}

function elementHtml(element: unknown): string {
  if (!isGroup(element)) return "";
  const inner = listOf(element.elements).map(elementHtml).join("");
  const widget = element.widgetType;
  if (typeof widget !== "string") return inner;
  const own = isGroup(element.settings) ? settingsHtml(element.settings) : "";
  const isDivider = /^(?:divider|spacer|menu-anchor)$/u.test(widget);
  const mark =
    own === "" && !isDivider ? `<p>${leftOut(`khối ${quoted(widget)} của Elementor`)}</p>` : "";
  return own + mark + inner;
}

function settingsHtml(settings: Group): string {
  const address = addressOf(settings.link);
  const linked = (text: string) =>
    address === undefined ? text : `<a href="${escapeHtml(address)}">${text}</a>`;
  const picture = addressOf(settings.image);
  const caption = settings.caption;
  const parts = Object.entries(settings).map(([key, value]) => {
    if (key === "image" && picture !== undefined) {
      const words = typeof caption === "string" ? `<figcaption>${caption}</figcaption>` : "";
      return `<figure><img src="${escapeHtml(picture)}" alt="">${words}</figure>`;
    }
    if (Array.isArray(value)) return listHtml(value);
    if (filmKeys.test(key)) {
      const film = addressOf(value);
      return film === undefined ? "" : `<iframe src="${escapeHtml(film)}"></iframe>`;
    }
    if (typeof value !== "string" || !/\p{L}/u.test(value)) return "";
    if (htmlKeys.test(key)) return `<div>${value}</div>`;
    if (headingKeys.test(key)) return `<h2>${linked(value)}</h2>`;
    const isCaption = key === "caption" && picture !== undefined;
    return textKeys.test(key) && !isCaption ? `<p>${linked(value)}</p>` : "";
  });
  return parts.join("");
}

/** Repeated parts: items of a list, tabs, pictures of a gallery. */
function listHtml(items: readonly unknown[]): string {
  return items
    .filter(isGroup)
    .map((item) => {
      const isPicture = typeof item.id === "number" && addressOf(item) !== undefined;
      return settingsHtml(isPicture ? { image: item } : item);
    })
    .join("");
}

function addressOf(value: unknown): string | undefined {
  const address = isGroup(value) ? value.url : value;
  return typeof address === "string" && /^(?:https?:)?\/\/?[^/\s]/iu.test(address)
    ? address
    : undefined;
}

function isGroup(value: unknown): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
