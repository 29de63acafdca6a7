/**
 * Whether a change of one subject reaches what shows another. Names are a tree, from the community down: a change of
 * `c/works/1` is one of `c/works` too, and a change of `c` one of everything in it.
 */
export const reaches = (changed, shown) =>
  `${changed}/`.startsWith(`${shown}/`) || `${shown}/`.startsWith(`${changed}/`);

/** `c/works/1`, `c/works`, `c`. */
function upwards(subject) {
  const names = [subject];
  for (let end = subject.lastIndexOf('/'); end >= 0; end = subject.lastIndexOf('/', end - 1))
    names.push(subject.slice(0, end));
  return names;
}

/** Who shows what: finds the keys a change reaches without asking each. */
export function subjectIndex() {
  const showing = new Map();
  const within = new Map();
  const put = (map, name, key) => map.get(name)?.add(key) ?? map.set(name, new Set([key]));
  const drop = (map, name, key) => {
    const keys = map.get(name);
    keys?.delete(key);
    if (keys?.size === 0) map.delete(name);
  };
  const each = (act) => (key, subjects) => {
    for (const subject of subjects) {
      act(showing, subject, key);
      for (const name of upwards(subject)) act(within, name, key);
    }
  };
  return {
    add: each(put),
    remove: each(drop),
    /** The keys that show anything these changes reach. */
    reachedBy: (changed) =>
      new Set(
        changed.flatMap((one) => [
          ...(within.get(one) ?? []),
          ...upwards(one).flatMap((name) => [...(showing.get(name) ?? [])]),
        ]),
      ),
    get size() {
      return within.size;
    },
  };
}
