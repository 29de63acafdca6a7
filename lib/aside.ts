import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { FormState } from './form-state';

const responses = Symbol.for('tongxin.response');
const aside = Symbol.for('tongxin.aside');

/** A post that was not taken: why, and the words a person had typed. */
export interface Aside {
  refusal: NonNullable<FormState['refusal']>;
  words: string[];
}

type Answer = ServerResponse & { [aside]?: Aside };

const answer = () => (globalThis as { [responses]?: AsyncLocalStorage<Answer> })[responses]?.getStore();

/**
 * Lays a refused post aside for the page that answers it. Without scripts that page is made anew, and where things have
 * moved on it no longer has the form that would show the refusal and give the text back. Like `missing()` it works
 * through the answer `server/serve.mjs` keeps at hand.
 */
export function layAside(post: Aside): void {
  const store = answer();
  if (store) store[aside] = post;
}

/** What was laid aside while this answer is being made. */
export const laidAside = (): Aside | undefined => answer()?.[aside];
