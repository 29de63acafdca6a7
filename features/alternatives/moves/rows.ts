/** In the database all households of a community are few enough for one statement of this many rows. */
export const AT_ONCE = 1000;

export async function inserted<R>(rows: readonly R[], insert: (some: R[]) => Promise<unknown>) {
  for (let first = 0; first < rows.length; first += AT_ONCE) await insert(rows.slice(first, first + AT_ONCE));
}
