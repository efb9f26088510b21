/** Memoizes a function: makes a value for each key the first time that it is asked for. */
export function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return keptIn(new Map<Key, Value>(), make);
}

/** Like `once`, but drops a value when nothing refers to its key any more. */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return keptIn(new WeakMap<Key, Value>(), make);
}

/** Makes one value the first time that it is asked for, and keeps it. */
export function lazily<Value extends NonNullable<unknown>>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

/** Makes an object whose fields are made one by one, each when it is first asked for. */
export function lazyFields<Fields extends object>(
  makers: {
    readonly [Key in keyof Fields]: () => Fields[Key];
  },
): Fields {
  const fields = {} as Fields;
  for (const [key, make] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(fields, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(fields, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return fields;
}

/**
 * Like `once`, but keeps only the `size` values last asked for (an LRU cache): for large values
 * that are wanted a few times in a row.
 */
export function lately<Key, Value>(size: number, make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.delete(key);
    known.set(key, value);
    if (known.size > size) known.delete(known.keys().next().value!);
    return value;
  };
}

/** In UTF-16 units. */
const longestName = 200;
const mostNames = 2_048;

/**
 * Like `once` for names, which are few and recur in thousands of articles. Longer texts are not
 * kept, and all is forgotten when there is too much of it.
 */
export function onceForName<Value>(make: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  const of = keptIn(known, make);
  return (name) => {
    if (name.length > longestName) return make(name);
    if (known.size === mostNames) known.clear();
    return of(name);
  };
}

function keptIn<Key, Value>(
  known: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  make: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
