import { readSealed, writeSealed } from "./sealed-file.ts";

/** Values that a build need not work out, because an earlier one did from the same sources. */
export type Recalled = {
  /**
   * Returns the value that was made under a name, or makes it. It must be plain data, and follow
   * from the sources alone.
   */
  readonly recall: <Value>(name: string, make: () => Value) => Value;
  /** Keeps the values that were asked for, for the next build. */
  readonly save: () => Promise<void>;
};

/**
 * Opens what is recalled of some sources.
 *
 * @param path the file in the cache
 * @param sources a hash of all that the values follow from, the code included
 */
export function recalledFrom(path: string, sources: string): Recalled {
  const last = readSealed(path) as Kept | undefined;
  const known = new Map(last?.sources === sources ? last.values : []);
  const asked = new Map<string, unknown>();
  let isNew = false;
  return {
    recall<Value>(name: string, make: () => Value): Value {
      const isKnown = known.has(name);
      const value = isKnown ? (known.get(name) as Value) : make();
      asked.set(name, value);
      isNew ||= !isKnown;
      return value;
    },
    async save() {
      if (!isNew) return;
      isNew = false;
      await writeSealed(path, { sources, values: [...asked] } satisfies Kept);
    },
  };
}

type Kept = {
  readonly sources: string;
  readonly values: readonly (readonly [name: string, value: unknown])[];
};

/** Recalls nothing: makes every value when it is asked for. */
export const nothingRecalled: Recalled = {
  recall: (_, make) => make(),
  save: async () => {},
};
