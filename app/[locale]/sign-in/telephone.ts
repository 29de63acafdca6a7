import * as to from '@/lib/addresses';
import { communities, communityNamed } from '@/lib/site';

/** Whom one can ring instead: the community one was on the way to, or the only one there is. */
export async function telephoneFor(back: string): Promise<string | undefined> {
  const slug = to.communityIn(back);
  if (slug) return (await communityNamed(slug))?.telephone || undefined;
  const all = await communities(2);
  return all.length === 1 ? all[0]?.telephone || undefined : undefined;
}
