/**
 * Pairs the texts of a list with those of before by their longest common subsequence; between its
 * members one text takes the place of another.
 *
 * @returns for each new text the index of the old one, or undefined; and the indexes of the old
 * ones that are gone, in order
 */
export function aligned(
  before: readonly string[],
  after: readonly string[],
): { pairs: readonly (number | undefined)[]; gone: readonly number[] } {
  // An equal text is worth more than any number of others that are exchanged.
  const worth = (old: number, now: number) =>
    before[old] === after[now] ? before.length + after.length : 1;
  // The highest sum of worths from each pair of places on. The table is quadratic, but lists in
  // articles are short.
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
