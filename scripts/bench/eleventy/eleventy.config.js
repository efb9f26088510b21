/*
 * The site as an expert in Eleventy would write it. Articles are templates, every list is a
 * collection made in one pass, and layouts are JavaScript, the fastest kind that Eleventy has.
 */

/** Articles on each page of a list. */
const size = 20;

function groups(items, keysOf) {
  const found = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(item);
    }
  }
  return found;
}

/** Returns the pages of some lists, with the newest articles first. */
function pagesOf(lists, urlOf, titleOf) {
  return [...lists].flatMap(([key, items]) => {
    const newest = items.toReversed();
    return Array.from({ length: Math.ceil(newest.length / size) }, (_, at) => ({
      url: at === 0 ? urlOf(key) : `${urlOf(key)}trang/${at + 1}/`,
      title: titleOf(key),
      items: newest.slice(at * size, (at + 1) * size),
      older: (at + 1) * size < newest.length ? `${urlOf(key)}trang/${at + 2}/` : undefined,
    }));
  });
}

export default function configure(config) {
  config.setInputDirectory("content");
  config.setIncludesDirectory("../_includes");
  config.setQuietMode(true);
  config.addPassthroughCopy({ "style.css": "style.css" });
  let kept;
  const lists = (api) => {
    kept ??= (() => {
      const articles = api.getFilteredByGlob("content/*/**/*.md");
      const by = (keysOf) => groups(articles, keysOf);
      const { units } = articles[0].data;
      const dated = (length) => by(({ data }) => [data.day.slice(0, length).replaceAll("-", "/")]);
      const tags = by(({ data }) => data.topics ?? []);
      const authors = by(({ data }) => data.authors);
      const ofUnits = by(({ data }) => [data.unit]);
      const names = articles[0].data.slugs;
      const feeds = [
        ["/", "Bản tin mẫu", articles.slice(-20)],
        ...[...tags].map(([tag, items]) => [`/chu-de/${names[tag]}/`, tag, items.slice(-10)]),
        ...[...ofUnits].map(([id, items]) => [`/don-vi/${id}/`, units[id], items.slice(-10)]),
      ].map(([url, title, items]) => ({ url, title, items: items.toReversed() }));
      return {
        articles,
        tags: [...tags.keys()].map((tag) => ({ name: tag, url: `/chu-de/${names[tag]}/` })),
        feeds,
        pages: [
          ...[4, 7, 10].flatMap((length) =>
            pagesOf(
              dated(length),
              (day) => `/${day}/`,
              (day) => day.split("/").reverse().join("/"),
            ),
          ),
          ...pagesOf(
            tags,
            (tag) => `/chu-de/${names[tag]}/`,
            (tag) => tag,
          ),
          ...pagesOf(
            new Map(Object.keys(units).map((id) => [id, ofUnits.get(id) ?? []])),
            (id) => `/don-vi/${id}/`,
            (id) => units[id],
          ),
          ...Object.keys(units)
            .filter((id) => !ofUnits.has(id))
            .map((id) => ({ url: `/don-vi/${id}/`, title: units[id], items: [] })),
          ...pagesOf(
            authors,
            (name) => `/tac-gia/${names[name]}/`,
            (name) => name,
          ),
        ],
      };
    })();
    return kept;
  };
  config.on("eleventy.before", () => {
    kept = undefined;
  });
  for (const name of ["articles", "tags", "feeds", "pages"])
    config.addCollection(name, (api) => lists(api)[name]);
}
