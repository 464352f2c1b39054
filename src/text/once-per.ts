/**
 * A function that works something out once for each object, and remembers it as long as the object exists. To be
 * called where a file is loaded: a function that is made anew remembers nothing.
 */
export function oncePer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
