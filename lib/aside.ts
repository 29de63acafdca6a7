import { currentAnswer } from './answer';
import { localeAsked, saysWhyNot } from './done';
import type { Aside } from './form-state';

/**
 * Lays a refused post aside for the page that answers it. Without scripts that page is made anew, and where things have
 * moved on it no longer has the form that would show the refusal and give the text back.
 */
export function layAside(post: Aside): void {
  const answer = currentAnswer();
  if (answer) answer.aside = post;
}

/** What was laid aside while this answer is being made. */
export const laidAside = (): Aside | undefined => currentAnswer()?.aside;

/** The language of a page that says what was wrong with a post; null for any other. To be asked once more is no error. */
export function refusedIn(): 'zh' | 'en' | null {
  const post = laidAside();
  const isRefused = post ? !post.asks : saysWhyNot();
  return isRefused ? localeAsked() : null;
}

/** What was posted was somebody else's: this page, made for whoever is signed in now, has no form to go on with. */
export const isOfAnother = (): boolean => laidAside()?.refusal.code === 'other_person';

/** Whether this page answers a post of that form that was not taken: then it may not be folded away. */
export const isRefusedHere = (form: string): boolean => laidAside()?.form === form;
