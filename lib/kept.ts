import { cache } from 'react';
import { currentPerson } from './auth';
import { pathAsked } from './done';
import { keptDraft } from './drafts';

/** What whoever asks had typed on the page being made when their session had run out. */
export const keptHere = cache(async () => {
  const [person, path] = [await currentPerson(), pathAsked()];
  return person !== null && path ? keptDraft(person, path) : undefined;
});

/** The same, of one form of the page: its hidden field `form` says which one it was. */
export async function keptOf(form: string): Promise<Record<string, string> | undefined> {
  const values = await keptHere();
  return values?.form === form ? values : undefined;
}
