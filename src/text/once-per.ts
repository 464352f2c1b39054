/**
 * Makes something of an object once, however often it is asked for; it goes with the object. To be made where a file is
 * loaded: whoever makes it anew remembers nothing.
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
