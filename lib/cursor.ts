/**
 * A page of a list, newest first, of rows read up to and with its cursor, two more than fit. The cursor is the key of the
 * last row of the page before; undefined where no page ends with it or nothing follows, so that there are no more
 * addresses of pages than rows.
 */
export function pageAfter<R>(
  rows: readonly R[],
  after: number | null,
  { size, key }: { size: number; key: (row: R) => number | null },
): { page: R[]; next: number | null } | undefined {
  const [first] = rows;
  if (after !== null && (!first || key(first) !== after || rows.length < 2)) return undefined;
  const following = after === null ? rows : rows.slice(1);
  const page = following.slice(0, size);
  const last = page.at(-1);
  return { page, next: following.length > size && last ? key(last) : null };
}
