import { type Award, exactCount, formsWith } from "../award.ts";
import { type Day, daysBetween, partialDayText, shortDay, yearOf } from "../day.ts";
import { documentRelations } from "../document.ts";
import { bodyOf, knownBody } from "../event.ts";
import type { Head } from "../front-matter/head.ts";
import { normProblems } from "../norms.ts";
import type { PeopleIndex } from "../people.ts";
import { isError, type Problem, problem, type YamlPath } from "../problems/problem.ts";
import type { Reference } from "../reference.ts";
import {
  documentKinds,
  isBareNumber,
  isDocumentNumber,
  kindNamed,
  kindsOfNumber,
} from "../text/document-number.ts";
import { bareName, isPost } from "../text/form-of-address.ts";
import { peopleIn } from "../text/person-name.ts";
import { typedItems } from "../text/typed-list.ts";
import { nameKey, saysSame } from "../text/vietnamese.ts";
import { addressFault, faultyAddresses, otherAddress } from "../text/web-address.ts";
import { existsOn, timeOf, type Unit } from "../unit.ts";
import { presentHeirs, type UnitIndex } from "../unit-index.ts";
import { unknownUnit } from "../unknown-unit.ts";
import type { YamlTree } from "../yaml/yaml.ts";
import { ordinalIn, termIn } from "./event-ordinal.ts";
import { awardPeopleProblems, peopleProblems } from "./people-problems.ts";
import { slugProblems } from "./slug-problems.ts";
import { unwrittenAlt } from "./unwritten-alt.ts";

/**
 * Finds what is wrong with a front matter although each field by itself is as the schema wants it.
 * Looks at the fields that are right, so that a fault in one of them hides nothing in the others.
 *
 * @param awards the awards made from those in the front matter, in the same order
 */
export function headProblems(
  head: YamlTree,
  value: Partial<Head>,
  awards: readonly Award[],
  reference: Reference,
): Problem[] {
  return [
    ...unitProblems(head, value, reference.units),
    ...mentionProblems(head, value, reference.units),
    ...eventProblems(head, value),
    ...peopleProblems(head, value, reference.people),
    ...awardPeopleProblems(head, value, reference.people),
    ...captionProblems(head, value),
    ...awardProblems(head, value, awards, reference),
    ...nameProblems(head, value),
    ...joinedProblems(head, value, reference.units),
    ...documentProblems(head, value),
    ...correctionProblems(head, value),
    ...leadProblems(head, value),
    ...approvalProblems(head, value),
    ...addressProblems(head, value),
    ...titleProblems(head, value, reference.people),
    ...twoNamesProblems(head, value, reference.people),
  ];
}

function unitProblems(
  head: YamlTree,
  { unit: written, date }: Partial<Head>,
  units: UnitIndex,
): Problem[] {
  if (written === undefined) return [];
  const place = head.placeOf(["unit"]);
  const unit = units.find(written, date);
  if (unit === undefined) return [unknownUnit(written, { key: "unit", place, day: date }, units)];
  if (unit.outside) return [problem("unit-outside-article", place, { value: unit.name })];
  if (date === undefined || existsOn(unit, date)) return [];
  return [
    problem("unit-not-valid", place, {
      value: unit.name,
      time: timeOf(unit),
      successors: unit.successors.join(", "),
      now: nowCalled(unit, units),
    }),
  ];
}

/** Returns the names of the units that an ended one has become; empty for one that goes on. */
function nowCalled(unit: Unit, { byId }: UnitIndex): string {
  const heirs = presentHeirs(unit, byId, ({ validTo }) => validTo !== undefined);
  return heirs.map(({ name }) => name).join(", ");
}

/** Finds units that nobody knows, among those that an article names besides its own. */
function mentionProblems(
  head: YamlTree,
  { event, mentions = [], date }: Partial<Head>,
  units: UnitIndex,
): Problem[] {
  const named: readonly (readonly [string, YamlPath])[] = [
    ...(event?.unit === undefined ? [] : [[event.unit, ["event", "unit"]] as const]),
    ...mentions.map((unit, index) => [unit, ["mentions", index]] as const),
  ];
  const atOf = (path: YamlPath) => {
    const isEvent = path[0] === "event";
    const key = isEvent ? "unit" : "mentions";
    return { key, place: head.placeOf(path), day: date, hasBody: isEvent && !event?.body };
  };
  const areJoined = (written: string) =>
    head.writtenAt(["mentions"]) === written && joinedItems("mentions", written, units).length > 0;
  return named.flatMap(([written, path]) =>
    units.find(written, date) === undefined && !(path[0] === "mentions" && areJoined(written))
      ? unknownUnit(written, atOf(path), units)
      : [],
  );
}

function eventProblems(head: YamlTree, value: Partial<Head>): Problem[] {
  return [
    ...eventDayProblems(head, value),
    ...eventOrdinalProblems(head, value),
    ...eventNameProblems(head, value),
  ];
}

/** In days: a course may go on for months, a meeting of more than a year is a mistyped year. */
const longestEvent = 366;

function eventDayProblems(head: YamlTree, { event, date }: Partial<Head>): Problem[] {
  const { to } = event ?? {};
  const from = event?.date ?? date;
  if (to === undefined || from === undefined) return [];
  if (to >= from) {
    if (daysBetween(from, to) <= longestEvent) return [];
    const args = { from: shortDay(from), to: shortDay(to) };
    return [problem("event-too-long", head.placeOf(["event", "to"]), args)];
  }
  const isAssumed = event?.date === undefined;
  const args = {
    to: shortDay(to),
    from: isAssumed ? "" : shortDay(from),
    suggestion: isAssumed ? shortDay(from) : "",
  };
  return [problem("ends-before-start", head.placeOf(["event", "to"]), args)];
}

function captionProblems(head: YamlTree, { images = [] }: Partial<Head>): Problem[] {
  return images.flatMap(({ src, alt, caption }, index) => {
    const place = () => head.placeOf(["images", index, "alt"]);
    if (alt === unwrittenAlt) return problem("alt-unwritten", place(), { value: src });
    return caption !== undefined && saysSame(alt, caption)
      ? problem("alt-is-caption", place(), { value: alt })
      : [];
  });
}

function awardProblems(
  head: YamlTree,
  { awards: written = [], date }: Partial<Head>,
  awards: readonly Award[],
  { units, norms }: Reference,
): Problem[] {
  return written.flatMap((award, index) => {
    const { by, proposed_by: proposer, count, recipients = [], decision, revocation } = award;
    const path = ["awards", index];
    const found: Problem[] = [];
    const day = decision?.date ?? date;
    const giver = units.find(by, day);
    const placeOfGiver = head.placeOf([...path, "by"]);
    if (giver === undefined) {
      const at = { key: "by", place: placeOfGiver, day, hasBody: award.body === undefined };
      found.push(unknownUnit(by, at, units));
    }
    if (giver !== undefined && day !== undefined && !existsOn(giver, day)) {
      const args = { value: giver.name, day: shortDay(day), time: timeOf(giver) };
      const now = nowCalled(giver, units);
      found.push(problem("award-giver-absent", placeOfGiver, { ...args, now }));
    }
    if (proposer !== undefined && units.find(proposer, day) === undefined) {
      const place = head.placeOf([...path, "proposed_by"]);
      found.push(unknownUnit(proposer, { key: "proposed_by", place, day }, units));
    }
    if (revocation !== undefined && award.status !== "thu hồi") {
      const place = head.placeOf([...path, "revocation"]);
      found.push(problem("award-revocation-misplaced", place, { value: award.status }));
    }
    for (const [key, forms] of Object.entries(formsWith)) {
      const value = award[key as keyof typeof formsWith];
      if (value !== undefined && !forms.includes(award.form)) {
        const args = { key, form: award.form, forms: forms.join(", ") };
        found.push(problem("award-key-of-another-form", head.placeOf([...path, key]), args));
      }
    }
    if (count === undefined && recipients.length === 0)
      found.push(problem("award-no-count", head.placeOf(path)));
    const names = recipients.map(nameKey);
    // Words in brackets stand for people whose names were taken out.
    const twice = names.findIndex((name, at) => !name.startsWith("(") && names.indexOf(name) < at);
    if (twice !== -1) {
      const place = head.placeOf([...path, "recipients", twice]);
      found.push(problem("recipient-twice", place, { value: recipients[twice]! }));
    }
    const number = count === undefined ? undefined : exactCount({ count });
    if (number !== undefined && recipients.length > 0 && number !== recipients.length) {
      found.push(
        problem("award-count-differs", head.placeOf([...path, "count"]), {
          count: String(number),
          names: String(recipients.length),
        }),
      );
    }
    found.push(...stateProblems(head, path, award));
    found.push(...unquotedProblems(head, [...path, "decision", "number"], decision?.number));
    found.push(...unquotedProblems(head, [...path, "revocation", "number"], revocation?.number));
    if (date === undefined) return found;
    found.push(...timeProblems(head, path, award, date));
    const place = head.placeOf([...path, "form"]);
    return [...found, ...normProblems(awards[index]!, giver, date, norms, place)];
  });
}

/** Finds what cannot be, or have been, in the state that an award is in. */
function stateProblems(
  head: YamlTree,
  path: YamlPath,
  { status, presented_by, decision, revocation }: NonNullable<Head["awards"]>[number],
): Problem[] {
  const found: Problem[] = [];
  if (status === "đề xuất") {
    for (const [key, value] of Object.entries({ presented_by, decision }))
      if (value !== undefined)
        found.push(problem("award-proposed-done", head.placeOf([...path, key]), { key }));
  }
  const [given, taken] = [decision?.date, revocation?.date];
  if (given !== undefined && taken !== undefined && taken < given) {
    const args = { value: shortDay(taken), date: shortDay(given) };
    const place = head.placeOf([...path, "revocation", "date"]);
    found.push(problem("award-revocation-early", place, args));
  }
  return found;
}

/** Finds dates and years that had not come yet when the article was written. */
function timeProblems(
  head: YamlTree,
  path: YamlPath,
  { status, years, decision, revocation }: NonNullable<Head["awards"]>[number],
  date: Day,
): Problem[] {
  const found: Problem[] = [];
  // What is only proposed is sometimes dated ahead.
  if (status !== "đề xuất") {
    for (const [key, one] of Object.entries({ decision, revocation })) {
      const ahead = one && aheadOf(one, date);
      if (ahead === undefined) continue;
      const place = head.placeOf([...path, key, ahead.key]);
      const args = { ...ahead.args, date: shortDay(date) };
      found.push(problem("award-decision-late", place, args));
    }
  }
  const year = yearOf(date);
  if (years !== undefined && years.to > year) {
    const fixed = years.from < year ? `${years.from}-${year}` : String(year);
    const args = { value: String(years.to), year: String(year), fixed };
    found.push(problem("award-year-ahead", head.placeOf([...path, "years"]), args));
  }
  return found;
}

type WrittenDecision = { readonly number?: string | undefined; readonly date?: Day | undefined };

/** Returns what dates a decision after a day: its date, or the year in its number. */
function aheadOf(
  { number, date }: WrittenDecision,
  day: Day,
): { readonly key: string; readonly args: Readonly<Record<string, string>> } | undefined {
  if (date !== undefined)
    return date > day ? { key: "date", args: { day: shortDay(date), year: "" } } : undefined;
  const year = /\/\s*(\d{4})\s*\//u.exec(number ?? "")?.[1];
  return year !== undefined && Number(year) > yearOf(day)
    ? { key: "number", args: { day: "", year } }
    : undefined;
}

function eventOrdinalProblems(head: YamlTree, { event }: Partial<Head>): Problem[] {
  const named = event && ordinalIn(event.name);
  if (event?.ordinal === undefined || named === undefined || named === event.ordinal) return [];
  const args = { named: String(named), value: String(event.ordinal) };
  return [problem("event-ordinal-differs", head.placeOf(["event", "ordinal"]), args)];
}

/** Finds a body and a term that are not those in the event's name. */
function eventNameProblems(head: YamlTree, { event }: Partial<Head>): Problem[] {
  if (event === undefined) return [];
  const { name, body, term } = event;
  const differs = (key: "body" | "term", named: string | undefined, value: string | undefined) => {
    if (named === undefined || value === undefined || named === value) return [];
    return [problem("event-name-differs", head.placeOf(["event", key]), { key, named, value })];
  };
  const met = body === undefined ? undefined : knownBody(body);
  return [
    ...differs("body", bodyOf({ name }), met),
    ...differs("term", termIn(name, term ?? ""), term),
  ];
}

/**
 * Finds names that make no good address. Topics and authors have pages of their own, whose
 * addresses are made from their names.
 */
function nameProblems(head: YamlTree, { tags = [], author = [] }: Partial<Head>): Problem[] {
  return [
    ...tags.flatMap((tag, index) => {
      const place = () => head.placeOf(["tags", index]);
      const found = slugProblems(tag, place);
      return tag.includes(",")
        ? [...found, problem("tag-with-comma", place(), { value: tag })]
        : found;
    }),
    ...author.flatMap(({ name }, index) =>
      slugProblems(name, () => head.placeOf(["author", index])),
    ),
  ];
}

/** Finds names of people with a form of address or an office, which are no part of a name. */
function titleProblems(
  head: YamlTree,
  { author = [], people = [], awards = [] }: Partial<Head>,
  known: PeopleIndex,
): Problem[] {
  return namesIn({ author, people, awards }).flatMap(([name = "", path]) => {
    const { name: bare, title, post } = bareName(name);
    // An office tells recipients of one name apart.
    const fixed = path.includes("recipients") ? name.slice(title.length).trim() : bare;
    // "Ông" is a family name too. Names in one text have a message of their own.
    if (fixed === name || known.people.some((one) => one.name === name)) return [];
    if (typeof path.at(-1) === "number" && isJoined(head, path)) return [];
    if (path.at(-1) === "name" && isJoined(head, path.slice(0, -1))) return [];
    if (peopleIn(name).length > 0) return [];
    const more = [title, name.endsWith(fixed) ? "" : post].filter((one) => one !== "");
    const held = path[0] === "people" ? post : "";
    return problem("name-with-title", head.placeOf(path), {
      value: name,
      more: more.join("”, “"),
      fixed,
      post: held,
    });
  });
}

/** Returns the names of people in a front matter, with their places. */
function namesIn({
  author = [],
  people = [],
  awards = [],
}: Partial<Head>): readonly (readonly [name: string | undefined, path: YamlPath])[] {
  return [
    ...author.map(({ name }, at) => [name, ["author", at, "name"]] as const),
    ...people.map(({ name }, at) => [name, ["people", at, "name"]] as const),
    ...awards.flatMap(({ recipients = [], presented_by: presenters = [] }, index) => [
      ...recipients.map((name, at) => [name, ["awards", index, "recipients", at]] as const),
      ...presenters.map((name, at) => [name, ["awards", index, "presented_by", at]] as const),
    ]),
  ];
}

/** Finds several people in the place of one, who would count as one. */
function twoNamesProblems(head: YamlTree, value: Partial<Head>, known: PeopleIndex): Problem[] {
  return namesIn(value).flatMap(([name = "", path]) => {
    const names = peopleIn(name);
    if (names.length === 0 || known.find(name).length > 0) return [];
    const item = path.at(-1) === "name" ? path.slice(0, -1) : path;
    if (isJoined(head, item)) return [];
    const list = item.slice(0, -1);
    const isAlone = typeof head.writtenAt(list) === "string";
    const fixed = names.join("”, “");
    const suggestion = isAlone ? `${list.at(-1)}: [${names.join(", ")}]` : "";
    return problem("two-names", head.placeOf(path), { value: name, fixed, suggestion });
  });
}

/** Finds several items in one text with commas between them, which would count as one. */
function joinedProblems(
  head: YamlTree,
  { event, awards = [], documents = [] }: Partial<Head>,
  units: UnitIndex,
): Problem[] {
  const paths: readonly YamlPath[] = [
    ...(event === undefined ? [] : [["event", "agenda"]]),
    ...["author", "people", "tags", "mentions"].map((key) => [key]),
    ...awards.flatMap((_, index) => [
      ["awards", index, "recipients"],
      ["awards", index, "presented_by"],
    ]),
    ...documents.flatMap((_, index) =>
      documentRelations.map((relation) => ["documents", index, relation]),
    ),
  ];
  return paths.flatMap((path) => {
    const written = head.writtenAt(path);
    const key = String(path.at(-1));
    const typed = typeof written === "string" ? listTyped(key, written) : [];
    if (typed.length > 0) {
      const fixed = typed.map((item) => `"${item.replaceAll('"', "”")}"`).join(", ");
      return problem("list-as-text", head.placeOf(path), { key, fixed });
    }
    const items = typeof written === "string" ? joinedItems(key, written, units) : [];
    if (items.length === 0) return [];
    const args = {
      key,
      value: String(written),
      fixed: items.join(", "),
      suggestion: items.some(isPost) ? `${key}: [${withPosts(key, items).join(", ")}]` : "",
    };
    return problem("names-joined", head.placeOf(path), args);
  });
}

/** Returns the items of a text that was typed as a list, a line or a bullet for each. */
function listTyped(key: string, written: string): readonly string[] {
  const typed = typedItems(written);
  // A point of an agenda may go on over several lines, a name may not.
  if (typed.length > 0 || key === "agenda") return typed;
  const lines = trimmed(written.split("\n"));
  return lines.length > 1 ? lines : [];
}

function trimmed(items: readonly string[]): readonly string[] {
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

/** Returns people with the offices that follow each; only `people` has a place for these. */
function withPosts(key: string, items: readonly string[]): readonly string[] {
  const people: { readonly name: string; readonly posts: string[] }[] = [];
  for (const item of items) {
    if (isPost(item)) people.at(-1)?.posts.push(item);
    else people.push({ name: bareName(item).name, posts: [] });
  }
  return people.map(({ name, posts }) =>
    key === "people" && posts.length > 0 ? `{ name: ${name}, post: [${posts.join(", ")}] }` : name,
  );
}

/** Returns whether a text in place of a list may hold several items. */
function isJoined(head: YamlTree, path: YamlPath): boolean {
  const written = head.writtenAt(path.slice(0, -1));
  return typeof written === "string" && /[,;\n]|[•●▪◦‣]/u.test(written);
}

/** Returns the items that a text joins, as a list has them; none when it may be a single one. */
function joinedItems(key: string, written: string, units: UnitIndex): readonly string[] {
  const items = trimmed(written.split(/[,;]/u));
  if (key === "mentions") {
    const named = trimmed(written.split(/[,;]|\svà\s/u));
    const areUnits = named.length > 1 && named.every((one) => units.find(one) !== undefined);
    if (areUnits && units.find(written) === undefined) return named;
  }
  if (key === "agenda" || !/[,;]/u.test(written)) return [];
  // A tag with a comma has its own message.
  if (key === "tags" && written.includes(",")) return [];
  if (key === "mentions" && units.find(written) !== undefined) return [];
  if (!documentRelations.some((relation) => relation === key)) return items;
  // The title of a document may have commas; a number has none.
  return items.length > 1 && items.every(isDocumentNumber) ? items.map((item) => `"${item}"`) : [];
}

/** What an article does with a document that is still to come. */
const stillToCome = /dự thảo|lấy ý kiến|góp ý|sắp ban hành|sẽ ban hành/iu;

function documentProblems(head: YamlTree, { documents = [], date: day }: Partial<Head>): Problem[] {
  return documents.flatMap(({ number, kind, title, issuer, date, relation = "" }, index) => {
    const path = ["documents", index];
    const found = unquotedProblems(head, [...path, "number"], number);
    if (number === undefined && title === undefined)
      found.push(problem("document-empty", head.placeOf(path)));
    const missing = [
      kind === undefined && title === undefined && "loại văn bản",
      issuer === undefined && "cơ quan ban hành",
      date === undefined && "năm ban hành",
    ].filter((one) => one !== false);
    if (number !== undefined && isBareNumber(number) && missing.length > 0) {
      const args = { value: number, missing: missing.join(", ") };
      found.push(problem("document-number-bare", head.placeOf([...path, "number"]), args));
    }
    const kinds = number === undefined ? [] : kindsOfNumber(number);
    const named = kind === undefined ? "" : kindNamed(kind);
    // Of kinds that have no code of their own, nobody knows which number they have.
    if (kinds.length > 0 && documentKinds.includes(named) && !kinds.includes(named)) {
      const args = { value: named, number: number!, kinds: kinds.join(" / ") };
      found.push(problem("document-kind-differs", head.placeOf([...path, "kind"]), args));
    }
    if (date !== undefined && day !== undefined && date > day && !stillToCome.test(relation)) {
      const args = { date: partialDayText(date), day: shortDay(day) };
      found.push(problem("document-after-article", head.placeOf([...path, "date"]), args));
    }
    return found;
  });
}

/** Finds corrections from before the article, and those that correct nothing. */
function correctionProblems(head: YamlTree, { corrections = [], date: day }: Partial<Head>) {
  return corrections.flatMap(({ date, wrong, right }, index) => {
    const found: Problem[] = [];
    if (day !== undefined && date < day) {
      const args = { value: shortDay(date), date: shortDay(day) };
      found.push(problem("correction-early", head.placeOf(["corrections", index, "date"]), args));
    }
    if (wrong === right)
      found.push(
        problem("correction-same", head.placeOf(["corrections", index, "right"]), { value: right }),
      );
    return found;
  });
}

/** For how many days an article may lead the home page without a question. */
const LONG_LEAD = 31;

/** Finds a day to which an article leads the home page that is before its own, or far after it. */
function leadProblems(head: YamlTree, { lead_until: until, date }: Partial<Head>): Problem[] {
  if (until === undefined || date === undefined) return [];
  const place = head.placeOf(["lead_until"]);
  const value = shortDay(until);
  if (until < date) return [problem("lead-early", place, { value, date: shortDay(date) })];
  const days = daysBetween(date, until);
  return days > LONG_LEAD ? [problem("lead-long", place, { value, days: String(days) })] : [];
}

/** Finds an approval by the only one who wrote the article, who is no second pair of eyes. */
function approvalProblems(head: YamlTree, { approved_by: by, author }: Partial<Head>): Problem[] {
  if (by === undefined || author === undefined) return [];
  const isOwn = author.every(({ name }) => nameKey(name) === nameKey(by.name));
  return isOwn ? [problem("approval-own", head.placeOf(["approved_by"]), { value: by.name })] : [];
}

/** Finds addresses that hide where they lead, and names that are other addresses than their own. */
function addressProblems(
  head: YamlTree,
  { source, documents = [], ...rest }: Partial<Head>,
): Problem[] {
  const linked = [
    ...(source === undefined
      ? []
      : [{ at: ["source"], texts: { name: source.name }, url: source.url }]),
    ...documents.map(({ number, title, url }, index) => ({
      at: ["documents", index],
      texts: { number, title },
      url,
    })),
  ];
  return [
    ...linked.flatMap(({ at, texts, url }) => {
      if (url === undefined) return [];
      const fault = addressFault(url);
      const told =
        fault && problem(fault.code, head.placeOf([...at, "url"]), { ...fault.args, value: url });
      if (told && isError(told)) return [told];
      const ofTexts = Object.entries(texts).flatMap(([key, text]) => {
        const value = otherAddress(text ?? "", url);
        const place = head.placeOf([...at, key]);
        return value === undefined ? [] : [problem("link-text-other", place, { value, href: url })];
      });
      return told ? [told, ...ofTexts] : ofTexts;
    }),
    ...(["title", "summary"] as const).flatMap((key) =>
      faultyAddresses(rest[key] ?? "").map(({ code, args, value }) =>
        problem(code, head.placeOf([key]), { ...args, value }),
      ),
    ),
  ];
}

function unquotedProblems(head: YamlTree, path: YamlPath, number: string | undefined): Problem[] {
  if (number === undefined || !head.isPlain(path)) return [];
  return [problem("number-unquoted", head.placeOf(path), { value: number })];
}
