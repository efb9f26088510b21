/**
 * Finds out which texts of a list are those of before: as many as can be without crossing, and between
 * them one in place of another.
 *
 * @returns for each new text the old one, or undefined; and the old ones that are gone, in order
 */
export function aligned(
  before: readonly string[],
  after: readonly string[],
): { pairs: readonly (number | undefined)[]; gone: readonly number[] } {
  // A text that is the same is worth more than any number of others that are exchanged.
  const worth = (old: number, now: number) =>
    before[old] === after[now] ? before.length + after.length : 1;
  // The most that comes together from each place on; lists in articles are short.
  const most = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const together = (old: number, now: number) => worth(old, now) + most[old + 1]![now + 1]!;
  for (let old = before.length - 1; old >= 0; old -= 1)
    for (let now = after.length - 1; now >= 0; now -= 1)
      most[old]![now] = Math.max(together(old, now), most[old + 1]![now]!, most[old]![now + 1]!);
  const pairs: (number | undefined)[] = [];
  const gone: number[] = [];
  let [old, now] = [0, 0];
  while (old < before.length || now < after.length) {
    const isLeft = old < before.length && now < after.length;
    if (isLeft && most[old]![now] === together(old, now)) {
      pairs.push(old);
      [old, now] = [old + 1, now + 1];
    } else if (old < before.length && most[old]![now] === most[old + 1]![now]) {
      gone.push(old);
      old += 1;
    } else {
      pairs.push(undefined);
      now += 1;
    }
  }
  return { pairs, gone };
}
