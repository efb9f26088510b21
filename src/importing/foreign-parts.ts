/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { proseLength, textLength } from "./element-text.ts";
import { squeezed } from "./html-tree.ts";

/** Names of parts that are within an article on a page, and are none of it, by kind. */
const kinds = [
  // Who wrote it and when, which is read from elsewhere.
  /(?:(?:post|entry|article|content|node|item)-?)?meta|post-?metadata|entry-utility|byline\w*|dateline|(?:last-)?(?:published?|updated|modified)-?date\S*|(?:post|entry|article)-?date|kicker|(?:article|post|entry)-?categor\w+|reading-?time|author-?(?:box|bio|info|card|section|description)|(?:post|article|news)-author|about-?author|abh|saboxplugin-wrap|vcard/,
  // Other articles.
  /(?:art-)?related\w*|recommend\w*|recirc\w*|teasers?|news-?teaser|inline-teaser|next-?(?:story|post|article)|nav-(?:next|previous|links)|(?:post|article)-?nav\w*|navigation|read-?(?:more|next|also)|more-?(?:news|stories|articles|about)|explore|popular|trending|most-?(?:read|viewed)|interesting-articles|rec-posts|empfehlungen|lnk-?rel|lee-tambien|saiba-mais|leia-\w+|wp-embedded-content|bounce|jp-relatedposts|yarpp\w*/,
  /(?:bai|tin)-?(?:viet-?)?(?:lien-?quan|khac|cung\w*|noi-?bat|moi|cu-hon|doc-nhieu|xem-nhieu)|lien-?quan|xem-?(?:them|nhieu)|doc-?(?:them|nhieu|tiep)|co-the-ban-quan-tam/,
  // What readers may do.
  /share(?!d(?:-|$))\w*|sharing|sharedaddy|shariff|social\w*|chia-?se|mang-xa-hoi|comments?|comment-?list|kommentar\w*|binh-?luan|y-kien-ban-doc|disqus|(?:post-)?ratings?|(?:news|article|post)-rate|danh-gia-(?:bai|sao)|new-?review|newsletter\w*|news-letter\S*|subscri\w*|dang-ky(?:-nhan)?-tin|(?:article|post|page)-(?:actions|tools)|menu-print|print-recipe|recipe-jump-button|recipe-card-buttons|letters-cta|cta\d?|login|signup|reward|donat\w*|spenden?|steady-kasten|app-section\S*/,
  // What is sold.
  /promo\w*|advert\w*|ads-?by-?google|quang-?cao|sponsor\w*|outbrain|taboola|it-ad(?:-\S+)?|affiliate\S*|disclosure|editorial-disclosure|disclaimer|aawp-disclaimer|buy-?box\S*|paid-?box\S*|link-?box\S*|code-block-\d+|subvert|offer-content|card-feature|trust-badge\S*|job-holder|wishlist-alert/,
  // What the whole site says.
  /tags|tag-?list|tagcloud|tu-?khoa|breadcrumbs?|(?:recipe-?)?copyrights?|licen[cs]e(?:-?info)?|ban-quyen|cookies?|cookie-?\w*|consent\w*|privacy-embed\S*|pagination|pager|sidebar|modal|pop-?up|banner|footer|screen-reader-text|sr-only|visually-?hidden|hidden/,
].map(({ source }) => source);

const foreign = new RegExp(
  `(?:^|[\\s_-])(?:${kinds.join("|")})(?:$|[\\s_-])|(?:^|\\s)(?:widget|ads?|nav|menu|aside|paywall|gate)(?:$|\\s)`,
  "iu",
);

const never =
  "script,style,template,link,meta,nav,footer,form,button,select,dialog,label[for],[hidden],amp-ad,amp-embed,amp-analytics,amp-auto-ads,amp-sticky-ad,amp-consent,amp-social-share,amp-sidebar,amp-pixel";
/** What a page keeps for its scripts to show. */
const unseen = "[style*='display:none' i],[style*='display: none' i]";

/** Lines of a page that are for its readers, and no part of the article. */
const furniture =
  /^[-–—\s]*(?:advertisement|anzeige|reklama|pubblicità|publicidade|werbung|publicidad|publicité|teilen|share(?: this)?|drucken|drukuj|print|rezept drucken|kommentieren|kommentare?(?: schreiben)?|comments?|leave a comment|hinterlasse einen kommentar|suche|zur startseite|nach oben|inhaltsverzeichnis|news teilen|schon gelesen\?|temas relacionados|dowiedz się więcej|in trang|in bài(?: viết)?|chia sẻ|gửi (?:email|bình luận)|bình luận|quảng cáo|lên đầu trang|bản in|cỡ chữ|zurück(?: zur .{1,20})?|(?:zum )?newsletter(?: anmelden| abonnieren)?|über den autor|về tác giả|(?:next|previous) post|(?:quay|trở) (?:lại|về)(?: (?:trang chủ|trang trước|đầu trang|danh sách))?|đăng ký nhận (?:bản )?tin)\s*[-–—:!.→]*$/iu;

/** Lines that only introduce other articles. */
const others =
  /^[[(>»→\s]*(?:(?:mời )?(?:bạn )?(?:xem|đọc) (?:thêm|tiếp)|(?:các )?(?:tin|bài)(?: viết| tức)? (?:liên quan|cùng chuyên mục|khác|nổi bật|nên đọc|đọc nhiều|mới nhất|cũ hơn|mới hơn)|(?:có thể )?bạn (?:có thể |sẽ )?quan tâm|read more|read also|see also|explore further|related(?: articles| posts| stories)?|more (?:on|from)|(?:lesen sie )?auch (?:interessant|lesen)|lesen sie auch|mehr zum thema|mehr themen|weitere artikel|ähnliche (?:beiträge|artikel|themen)|das könnte (?:dich|sie|euch) auch|zum weiterlesen|lire aussi|à lire aussi|lea también|lee también|lea más|lea:|(?:te|le) puede interesar|puedes ver|leia (?:também|mais)|saiba mais|zobacz (?:także|też)|czytaj (?:też|także|więcej|również)|dowiedz się więcej|leggi anche|más sobre|mehr zu(?:m thema)?|weitere (?:beiträge|themen|nachrichten|informationen)|weiterführende links?|empfohlene (?:beiträge|artikel)|lesen sie (?:hier|mehr)|könnte dich auch|das thema könnte)/iu;

/**
 * Takes away what is within the text of a saved page and is none of it: other articles, buttons,
 * comments, advertisements.
 *
 * @param url the address of the page
 * @returns how many pieces that were
 */
export function leaveOutForeign(root: Element, url?: string): number {
  const whole = textLength(root);
  for (const one of [...root.querySelectorAll(never)])
    if (!hasTitle(one) && textLength(one) < whole / 2) one.remove();
  let unshown = 0;
  for (const one of [...root.querySelectorAll(unseen)]) {
    const length = textLength(one);
    if (!root.contains(one) || hasTitle(one) || length >= whole / 2) continue;
    if (length > 0) unshown += 1;
    one.remove();
  }
  return (
    unshown +
    leaveOutNamed(root, whole) +
    leaveOutLines(root) +
    leaveOutLinks(root, whole, url) +
    leaveOutLastHeadings(root)
  );
}

/** True when an element has the title of the article; titles of others are links. */
function hasTitle(element: Element): boolean {
  return [...element.querySelectorAll("h1")].some(
    (title) => title.querySelector("a") === null && title.closest("a") === null,
  );
}

function leaveOutNamed(root: Element, whole: number): number {
  let dropped = 0;
  for (const one of [...root.querySelectorAll("*")]) {
    if (!isForeign(one) || !root.contains(one)) continue;
    const length = textLength(one);
    if (hasTitle(one) || length >= whole / 2) continue;
    if (length > 0) dropped += 1;
    one.remove();
  }
  return dropped;
}

/** Names as `tinLienQuan` are several words; `no-share` says what is not there. */
function isForeign(element: Element): boolean {
  // Elements of a site's own have a name with a hyphen.
  const own = element.tagName.includes("-") ? element.tagName.toLowerCase() : "";
  const names = `${element.getAttribute("class") ?? ""} ${placeName(element)} ${own}`
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, "-")
    .replaceAll(/(?<=^|\s)(?:no|non|has|with|without)-\S+/gu, " ");
  return foreign.test(names);
}

/** Returns the id of an element, unless it is made of the words of a heading. */
function placeName({ id, tagName }: Element): string {
  const isOfWords = /^(?:H[1-6]|SPAN)$/u.test(tagName) || id.split(/[-_]/u).length > 3;
  return isOfWords ? "" : id;
}

function leaveOutLines(root: Element): number {
  let dropped = 0;
  for (const one of [...root.querySelectorAll("p,div,span,a,li,h2,h3,h4,h5,h6,strong")]) {
    const words =
      one.firstElementChild === null || one.children.length < 3 ? squeezed(one.textContent) : "";
    const isLine =
      furniture.test(words) ||
      (words.length <= 60 && others.test(words) && /[:?]$/u.test(words)) ||
      (words.length <= 40 && others.test(words) && /^H[2-6]$/u.test(one.tagName));
    if (words === "" || !isLine || !root.contains(one) || one.querySelector("img") !== null)
      continue;
    const gone = furniture.test(words) ? furnitureAt(one, words, root) : one;
    if (gone === undefined) continue;
    gone.remove();
    dropped += 1;
  }
  return dropped;
}

const inline = /^(?:A|B|EM|FONT|I|MARK|SMALL|SPAN|STRONG|SUB|SUP|U)$/u;

/**
 * Returns what goes together with an element whose words are furniture: its list, its line, or
 * itself. Undefined where the same words belong to the article: in a sentence, a table, among other
 * items of a list, or above the text that they are the heading of.
 */
function furnitureAt(one: Element, words: string, root: Element): Element | undefined {
  const heading = one.querySelector("h2,h3,h4,h5,h6");
  if (heading !== null) return hasTextBelow(heading, root) ? undefined : one;
  let top = one;
  for (let at: Element | null = one; at !== null && at !== root; at = at.parentElement) {
    if (squeezed(at.textContent) !== words) break;
    top = at;
    if (/^(?:TD|TH|DT|DD)$/u.test(at.tagName)) return undefined;
    if (/^H[2-6]$/u.test(at.tagName)) return hasTextBelow(at, root) ? undefined : one;
    if (at.tagName !== "LI") continue;
    const list = at.parentElement!;
    const isWhole = [...list.children].every(isFurniture);
    return isWhole && list !== root && list.querySelector("img") === null ? list : undefined;
  }
  if (!inline.test(top.tagName)) return one;
  if (!isWholeLine(top)) return undefined;
  const block = one.closest("p,div");
  const isAll = block !== null && block !== root && root.contains(block) && isFurniture(block);
  return isAll && block.querySelector("img") === null ? block : one;
}

/** True when the text around an inline element, up to the next block, is furniture too. */
function isWholeLine(one: Element): boolean {
  let top = one;
  while (top.parentElement !== null && inline.test(top.parentElement.tagName))
    top = top.parentElement;
  for (const step of ["previousSibling", "nextSibling"] as const)
    for (let at = top[step]; at !== null && !isBlock(at); at = at[step])
      if (!isFurniture(at)) return false;
  return isFurniture(top);
}

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && node.nodeName !== "BR" && !inline.test(node.nodeName);
}

/** True for a node that says nothing, or nothing but furniture. */
function isFurniture(node: Node): boolean {
  if (node.nodeType === 8) return true;
  const words = squeezed(node.textContent);
  if (!/[\p{L}\p{N}]/u.test(words) || furniture.test(words)) return true;
  return node.nodeType === 1 && [...node.childNodes].every(isFurniture);
}

/** True when prose follows a heading before the next one of its rank. */
function hasTextBelow(heading: Element, root: Element): boolean {
  let at: Node = heading;
  while (at !== root) {
    const next: Node | null = at.nextSibling;
    if (next === null) {
      if (at.parentNode === null) return false;
      at = at.parentNode;
      continue;
    }
    at = next;
    if (isFurniture(at)) continue;
    if (at.nodeType !== 1) return true;
    const element = at as Element;
    if (/^H[1-6]$/u.test(element.tagName)) return element.tagName > heading.tagName;
    if (proseLength(element) > 0) return true;
  }
  return false;
}

const linkHolders = "ul,ol,div,section,article,aside,blockquote,p,h2,h3,h4,h5,h6";

function leaveOutLinks(root: Element, whole: number, url: string | undefined): number {
  let dropped = 0;
  for (const one of [...root.querySelectorAll(linkHolders)]) {
    if (!root.contains(one) || !(isOnlyLinks(one, whole) || isOtherTitle(one, url))) continue;
    const before = one.previousElementSibling;
    if (before !== null && /^H[2-6]$/u.test(before.tagName)) before.remove();
    one.remove();
    dropped += 1;
  }
  return dropped;
}

/** True for a list of links to other pages; links to files are what an article hands out. */
function isOnlyLinks(element: Element, whole: number): boolean {
  const links = [...element.querySelectorAll("a[href]")];
  if (links.length === 0 || element.querySelector("img,table") !== null) return false;
  const length = textLength(element);
  if (length >= whole / 3) return false;
  const addresses = links.map((link) => link.getAttribute("href") ?? "");
  if (addresses.some(isFile) || addresses.every((address) => address.startsWith("#"))) return false;
  const linked = links.reduce((sum, link) => sum + textLength(link), 0);
  const words = squeezed(element.textContent);
  const isIntroduced = others.test(words);
  if (/^(?:P|H[2-6]|BLOCKQUOTE)$/u.test(element.tagName))
    return isIntroduced && linked > 0.4 * length;
  if (element.tagName === "ASIDE" && linked > 0.3 * length) return true;
  return (links.length >= 3 && linked > 0.75 * length) || (isIntroduced && linked > 0.5 * length);
}

const handedOut =
  /văn bản|toàn văn|tài liệu|tải (?:về|xuống)|phụ lục|biểu mẫu|tại đây|download|pdf|@|https?:|www\./iu;

/** True for a block of nothing but linked titles of other articles of the site. */
function isOtherTitle(element: Element, url: string | undefined): boolean {
  const links = [...element.querySelectorAll("a[href]")];
  if (links.length === 0 || element.querySelector("img,table,h1") !== null) return false;
  if (/^H\d$/u.test(element.tagName) || element.closest("li,td,th") !== null) return false;
  const words = squeezed(element.textContent);
  if (handedOut.test(words) || words.length > 160 * links.length) return false;
  const linked = links.reduce((sum, link) => sum + textLength(link), 0);
  return linked > 0.85 * words.length && links.every((link) => isTitleOfSite(link, url));
}

function isTitleOfSite(link: Element, url: string | undefined): boolean {
  const address = link.getAttribute("href") ?? "";
  const isElsewhere = !address.startsWith("#") && !isFile(address);
  return textLength(link) >= 25 && isElsewhere && isOfSite(address, url);
}

function isFile(address: string): boolean {
  return /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png)(?:$|[?#])/iu.test(address);
}

function isOfSite(address: string, url: string | undefined): boolean {
  if (!/^(?:[a-z]+:|\/\/)/iu.test(address)) return true;
  if (url === undefined || !URL.canParse(address, url) || !URL.canParse(url)) return false;
  return new URL(address, url).host === new URL(url).host;
}

/** Takes away headings at the end that have nothing under them. */
function leaveOutLastHeadings(root: Element): number {
  let dropped = 0;
  for (const one of [...root.querySelectorAll("h2,h3,h4,h5,h6,p")].toReversed()) {
    const words = squeezed(one.textContent);
    if (words === "" && one.querySelector("img,table,iframe") === null) continue;
    const isHeading =
      one.tagName === "P"
        ? words.length <= 60 && others.test(words)
        : words.length <= 100 && !/[.!…"”]$/u.test(words);
    if (!isHeading || !isLast(one, root)) break;
    one.remove();
    dropped += 1;
  }
  return dropped;
}

function isLast(element: Element, root: Element): boolean {
  for (let at: Element = element; at !== root; at = at.parentElement!)
    for (let next = at.nextSibling; next !== null; next = next.nextSibling) {
      if (squeezed(next.textContent) !== "") return false;
      const holder = next.nodeType === 1 ? (next as Element) : undefined;
      if (holder?.matches("img,iframe,video") || holder?.querySelector("img,iframe,video"))
        return false;
    }
  return true;
}
