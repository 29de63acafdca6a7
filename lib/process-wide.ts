/**
 * What there is one of in the process, under this name; `make` is asked the first time. Next loads a module once for each
 * of its bundles, and the server around it once more: a variable of the module would be there several times.
 */
export function processWide<T>(name: string, make: () => T): T {
  const known = globalThis as { [key: symbol]: unknown };
  return (known[Symbol.for(`tongxin.${name}`)] ??= make()) as T;
}
