/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Places of other things: comments, other articles, the frame of the page. */
const other =
  /comment|related|sidebar|widget|copyright|footer|lien-quan|lienquan|tin-khac|teaser|newsletter/iu;
/** What content systems write about an article itself, as its tags, or about its whole frame. */
const noPlace =
  /(?:^|\s)(?:(?:tag|category|cat|postid|page-id)-\S+|comments?-\w+|\S*header-footer\S*|elementor\S*|widget blog)(?=$|\s)/giu;

/** Returns whether an element is where a page says something about others than its article. */
export function isElsewhere(element: Element): boolean {
  const article = element.closest("article,.hentry,.h-entry,.post");
  for (
    let at: Element | null = element;
    at !== null && at.tagName !== "BODY" && at.tagName !== "HTML";
    at = at.parentElement
  ) {
    const isWithin = article !== null && at !== article && article.contains(at);
    // An article may have a foot of its own, with its author in it.
    if (!isWithin && /^(?:FOOTER|NAV|ASIDE)$/u.test(at.tagName)) return true;
    const names = `${at.getAttribute("class") ?? ""} ${at.id}`.replaceAll(noPlace, " ");
    const isOwnFoot = isWithin && /foot/iu.test(names) && !/comment|related/iu.test(names);
    if (!isOwnFoot && other.test(names)) return true;
  }
  return false;
}
