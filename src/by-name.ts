/**
 * Things that each name some people, or nobody, found by what they may have in common: only those
 * without names and those with one of the names asked for can fit. Comparing each with each would
 * take hours where a decision has a line for every one of thousands.
 */
export type ByName<Item> = {
  /** Adds an item, or the names that it has got since it was added. */
  readonly add: (item: Item, names: ReadonlySet<string>) => void;
  /**
   * Returns lists that together hold every item that may fit, each list in order. An item that no
   * longer has the name may be among them, and one may be in several.
   */
  readonly listsFor: (names: ReadonlySet<string>) => readonly (readonly Item[])[];
};

type Ordered = { readonly order: number };

/** Makes an empty index of items that know their order. */
export function newByName<Item extends Ordered>(): ByName<Item> {
  const all: Item[] = [];
  const nameless: Item[] = [];
  const named = new Map<string, Item[]>();
  return {
    add(item, names) {
      insert(all, item);
      if (names.size === 0) insert(nameless, item);
      for (const name of names) {
        const list = named.get(name);
        if (list) insert(list, item);
        else named.set(name, [item]);
      }
    },
    listsFor(names) {
      if (names.size === 0) return [all];
      return [nameless, ...[...names].flatMap((name) => [named.get(name) ?? []])];
    },
  };
}

/** Finds the first item of several ordered lists that fits. */
export function firstOf<Item extends Ordered>(
  lists: readonly (readonly Item[])[],
  fits: (item: Item) => boolean,
): Item | undefined {
  return extreme(
    lists.map((list) => list.find(fits)),
    (a, b) => a.order < b.order,
  );
}

/**
 * Finds the last item of several ordered lists that fits, going back in each as long as items are
 * near enough.
 */
export function lastOf<Item extends Ordered>(
  lists: readonly (readonly Item[])[],
  isNear: (item: Item) => boolean,
  fits: (item: Item) => boolean,
): Item | undefined {
  const lastIn = (list: readonly Item[]) => {
    const last = list.findLast((item) => !isNear(item) || fits(item));
    return last !== undefined && isNear(last) ? last : undefined;
  };
  return extreme(lists.map(lastIn), (a, b) => a.order > b.order);
}

function extreme<Item>(
  items: readonly (Item | undefined)[],
  isBefore: (one: Item, other: Item) => boolean,
): Item | undefined {
  return items.reduce(
    (best, item) =>
      item !== undefined && (best === undefined || isBefore(item, best)) ? item : best,
    undefined,
  );
}

/** Puts an item into its place of a list, once; mostly that is the end. */
function insert<Item extends Ordered>(list: Item[], item: Item): void {
  const before = list.findLastIndex(({ order }) => order <= item.order);
  if (list[before] !== item) list.splice(before + 1, 0, item);
}
