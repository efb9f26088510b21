import { describe, expect, it } from "vitest";
import { firstFault } from "./exactness.ts";

/**
 * What a page key easily forgets. A row is a name and the steps that follow each other; after each
 * step the output must be that of a build from nothing. Chance decides which article a step
 * changes; `incremental-sequences.test.ts` tries many.
 */
const rows: readonly (readonly [what: string, steps: readonly string[]])[] = [
  [
    "the commonest spelling of a tag",
    Array.from({ length: 3 }, () => "all articles but one spell a tag otherwise"),
  ],
  // What is recalled of lists must not be taken for what follows from texts.
  ["texts, and nothing else", Array.from({ length: 4 }, () => "a text is edited")],
  [
    "the name of a unit",
    ["a unit is renamed", "the full name of a unit is changed", "a unit is added or taken out"],
  ],
  [
    "units through time",
    [
      "a unit is renamed from a day on",
      "a unit is renamed from a day on",
      "a unit ends with heirs",
      "awards are changed",
      "a change of a unit is told of",
      "a change of a unit is told of",
      "time moves",
    ],
  ],
  [
    "what an article leads to",
    [
      "a link to another article is made",
      "an article that another leads to is moved",
      "an article that another leads to is moved",
      "links are taken out",
    ],
  ],
  [
    "pictures and their words",
    [
      "a picture is put into an article",
      "a picture that an article shows is replaced",
      "a picture that an article shows is replaced",
      "a caption is edited",
    ],
  ],
  [
    "cuts and galleries",
    [
      "a picture is put into an article",
      "a picture is cut, cut otherwise, or whole again",
      "a picture is cut, cut otherwise, or whole again",
      "a gallery comes, is put in another order, or goes",
      "a gallery comes, is put in another order, or goes",
      "a picture is replaced by another of the same name",
    ],
  ],
  [
    "a draft with errors",
    [
      "a draft gets an error, or loses it",
      "a faulty draft is edited",
      "drafts are shown, or no more",
      "a faulty draft is edited",
      "a draft gets an error, or loses it",
    ],
  ],
  [
    "a list of units that sites share",
    [
      "the list of units is shared, or is no more",
      "a unit is renamed",
      "the full name of a unit is changed",
      "the list of units is shared, or is no more",
    ],
  ],
  [
    "the code of an office",
    [
      "the office's own code comes, changes or goes",
      "an article is added",
      "the office's own code comes, changes or goes",
      "an article is added",
      "the office's own code comes, changes or goes",
    ],
  ],
  [
    "a PDF that an article attaches",
    [
      ...Array.from(
        { length: 4 },
        () => "a PDF that an article attaches comes, is replaced or goes",
      ),
      "a PDF that an article attaches comes, is replaced or goes",
      "the site moves",
    ],
  ],
  [
    "an award told twice, and withdrawn",
    [
      "an award of an older article is told again, withdrawn or no more told",
      "an award of an older article is told again, withdrawn or no more told",
      "an award of an older article is told again, withdrawn or no more told",
      "awards are changed",
    ],
  ],
  [
    "another unit that articles tell of",
    [
      "articles tell of another unit",
      "a unit is renamed before articles tell of it",
      "a unit is renamed before articles tell of it",
    ],
  ],
  [
    "an award that two articles of a bulletin tell in part",
    [
      "two articles of a month tell of one award",
      "a unit is renamed before the decision that it proposed",
    ],
  ],
  [
    "the names of units that are given awards, give or propose them",
    [
      "units are given awards",
      "the full name of a unit is changed",
      "a unit is added or taken out",
      "a unit is renamed",
      "the full name of a unit is changed",
      "units are given awards",
    ],
  ],
  [
    "figures and their series",
    [
      "a second point of a series comes or goes",
      "a second point of a series comes or goes",
      "a series is registered, renamed or taken out",
      "a series is registered, renamed or taken out",
      "figures are changed",
      "a series is registered, renamed or taken out",
    ],
  ],
  [
    "the post of an office holder",
    [
      "a post in people.yaml is changed",
      "a post in people.yaml is changed",
      "an office holder is added to people.yaml, or taken out",
      "the people of an article are changed",
    ],
  ],
  [
    "office holders who are given awards and hand them over",
    [
      "office holders are given an award and hand it over",
      "an office holder is added to people.yaml, or taken out",
      "an office holder is added to people.yaml, or taken out",
    ],
  ],
  [
    "sessions and their neighbours",
    [
      "a session gets a neighbour",
      "a session gets a neighbour",
      "the event of an article is changed",
      "the full name of a unit is changed",
      "time moves",
    ],
  ],
  [
    "the articles of one session, which point to each other",
    [
      "a session gets a neighbour",
      "the event of an article is changed",
      "a title is edited",
      "an article is deleted",
    ],
  ],
  ["the units that an article mentions", ["mentions are changed", "a unit is renamed"]],
  ["neighbours and related articles", ["an article is deleted", "documents are changed"]],
  [
    "a document that an older text names",
    [
      "a document that a text names becomes known",
      "another document of the same number becomes known",
      "the title of a document is completed",
      "documents are changed",
    ],
  ],
  [
    "the decision of an award",
    [
      "another document has the number of a decision",
      "another document has the number of a decision",
      "another document has the number of a decision",
      "documents are changed",
    ],
  ],
  [
    "the search index, its names and the words of titles",
    [
      "a title is edited",
      "an article is added",
      "a tag is spelled otherwise",
      "the title of a document is completed",
      "a unit is renamed",
      "an office holder is added to people.yaml, or taken out",
      "a date is moved",
      "a draft is published, or an article made a draft",
      "an article is withdrawn, or comes back",
      "an abbreviation is changed",
      "a caption is edited",
    ],
  ],
  ["what is on every page", ["the site is renamed", "the site moves"]],
  [
    "the look, with cards, icons and covers",
    [...Array.from({ length: 5 }, () => "the look is changed"), "the site is renamed"],
  ],
  [
    "bulletins of months",
    [
      "the file of a bulletin comes, changes or goes",
      "an article of a month that is over is edited",
      "the file of a bulletin comes, changes or goes",
      "a picture is put into an article",
      "an article is added that comes out later",
      "time moves",
      "the code is changed",
    ],
  ],
  ["the day", ["an article is added that comes out later", "time moves", "time moves"]],
  ["corrections", ["a correction is added", "a correction is added"]],
  [
    "addresses of the past",
    [
      ...Array.from({ length: 4 }, () => "an article gets an old address, or loses it"),
      "an article that another leads to is moved",
      "the site moves",
    ],
  ],
  [
    "articles that are withdrawn, and their titles",
    [
      ...Array.from({ length: 3 }, () => "an article is withdrawn, or comes back"),
      "a link to another article is made",
      "an article is withdrawn, or comes back",
      "an article gets an old address, or loses it",
      "a title is edited",
      "an article is withdrawn, or comes back",
    ],
  ],
  [
    "an article that leads the home page until a day, and that day gone by",
    [
      "an article leads the home page for a while, or no more",
      "the month after begins",
      "time moves",
    ],
  ],
  ["the program", ["the code is changed", "the code is changed"]],
  ["the cache", ["a file of the cache becomes rubbish", "the cache is deleted"]],
  ["the output", ["a file of the site is edited by hand", "the site is deleted"]],
  [
    "builds that are killed while they write or keep",
    [
      "a build is killed while it writes",
      "a build is killed while it keeps something",
      "a build is killed while it keeps something",
    ],
  ],
  [
    "builds that are killed while they move files into the site",
    Array.from({ length: 3 }, () => "a build is killed while it moves files into the site"),
  ],
];

describe.concurrent("a build of what changed comes to the same as one from nothing", () => {
  it.each(rows)("with %s", async (_what, names) => {
    const steps = names.map((name, at) => ({ name, seed: at + 1 }));
    expect(await firstFault(names.length, steps)).toBeUndefined();
  });
});
