import type { Article } from "./article.ts";
import type { Day } from "./day.ts";
import type { Picture } from "./picture.ts";
import type { Register } from "./register.ts";
import type { Settings } from "./settings.ts";
import type { Unit } from "./unit.ts";

/** All that the pages are made from. Every list of articles runs from the oldest to the newest. */
export type Site = {
  readonly settings: Settings;
  readonly articles: readonly Article[];
  /** In alphabetical order. */
  readonly tags: readonly Group[];
  /** In order of given names. */
  readonly authors: readonly Group[];
  /** Every unit of units.yaml, in alphabetical order. */
  readonly units: readonly UnitEntry[];
  readonly unitById: ReadonlyMap<string, UnitEntry>;
  /** Oldest first; only years, months and days that have an article. */
  readonly years: readonly YearEntry[];
  readonly register: Register;
  /** By the path of the file in content. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly articleByPath: ReadonlyMap<string, Article>;
  readonly assets: Assets;
};

/** Articles that share a tag or an author. Spellings that fold alike are one group. */
export type Group = {
  readonly slug: string;
  /** The commonest spelling. */
  readonly name: string;
  readonly articles: readonly Article[];
};

export type UnitEntry = {
  readonly unit: Unit;
  /** From the top of the tree down to the parent. */
  readonly ancestors: readonly Unit[];
  readonly children: readonly Unit[];
  readonly articles: readonly Article[];
};

export type YearEntry = {
  readonly year: number;
  readonly articles: readonly Article[];
  readonly months: readonly MonthEntry[];
};
export type MonthEntry = {
  readonly month: string;
  readonly articles: readonly Article[];
  readonly days: readonly DayEntry[];
};
export type DayEntry = { readonly day: Day; readonly articles: readonly Article[] };

/** Files that every page needs; the name holds a hash of the content, so that a browser may keep them for ever. */
export type Assets = {
  /** Address and text of the one stylesheet. */
  readonly stylesheet: { readonly url: string; readonly text: string };
  /** Addresses of the fonts that the first screen needs. */
  readonly preload: readonly string[];
};
