/**
 * Groups items that have a key in common, also by way of others (a disjoint-set forest). Linear in
 * the number of keys; groups and their items are in the order of the items.
 */
export function connected<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => Iterable<string>,
): Item[][] {
  const parents = items.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root]!;
    // Every step that was taken is shorter next time.
    for (let next = at; next !== root; ) {
      const above = parents[next]!;
      parents[next] = root;
      next = above;
    }
    return root;
  };
  const first = new Map<string, number>();
  for (const [at, item] of items.entries()) {
    for (const key of keysOf(item)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, at);
      else {
        const [a, b] = [rootOf(known), rootOf(at)];
        parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  return [...Map.groupBy(items.keys(), rootOf).values()].map((own) => own.map((at) => items[at]!));
}
