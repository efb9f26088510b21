/** Groups neighbours with the same key; everything stays in its order. */
export function runs<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): [Key, Item[]][] {
  const found: [Key, Item[]][] = [];
  for (const item of items) {
    const key = keyOf(item);
    const current = found.at(-1);
    if (current && current[0] === key) current[1].push(item);
    else found.push([key, [item]]);
  }
  return found;
}
