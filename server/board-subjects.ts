/**
 * Whether a change of one subject reaches what shows another. Names are a tree, from the community down: a change of
 * `c/works/1` is one of `c/works` too, and a change of `c` one of everything in it.
 */
export const reaches = (changed: string, shown: string): boolean =>
  `${changed}/`.startsWith(`${shown}/`) || `${shown}/`.startsWith(`${changed}/`);

/** `c/works/1`, `c/works`, `c`; what begins with a slash is in no community. */
function upwards(subject: string): string[] {
  const names = [subject];
  for (let end = subject.lastIndexOf('/'); end > 0; end = subject.lastIndexOf('/', end - 1))
    names.push(subject.slice(0, end));
  return names;
}

type Index = Map<string, Set<string>>;

/** Who shows what: finds the keys a change reaches without asking each. */
export function subjectIndex() {
  const showing: Index = new Map();
  const within: Index = new Map();
  const put = (index: Index, name: string, key: string): void => {
    const keys = index.get(name);
    if (keys) keys.add(key);
    else index.set(name, new Set([key]));
  };
  const drop = (index: Index, name: string, key: string): void => {
    const keys = index.get(name);
    keys?.delete(key);
    if (keys?.size === 0) index.delete(name);
  };
  const each = (act: typeof put) => (key: string, subjects: readonly string[]) => {
    for (const subject of subjects) {
      act(showing, subject, key);
      for (const name of upwards(subject)) act(within, name, key);
    }
  };
  return {
    add: each(put),
    remove: each(drop),
    /** The keys that show anything these changes reach. */
    reachedBy: (changed: readonly string[]) =>
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
