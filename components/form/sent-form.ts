/** What was last sent from one form of this tab, kept beside the page until it is known to have been done. */
export interface SentForm {
  /** Whose it was. */
  mark: string;
  /** What the form looked like: another form of the same name does not take it over. */
  shape: string;
  /** When, in milliseconds; also the name of this sending. */
  at: number;
  /** An answer has come that led on from here. */
  done: boolean;
  /** Everything posted by the name of its field, unseen fields too: the submission id belongs to these words. */
  values: Record<string, string>;
}

const DAY = 86_400_000;

interface Opened extends Pick<SentForm, 'mark' | 'shape' | 'at'> {
  /** The sending that left this entry of the history, and when one came to it. */
  entry?: number;
  since?: number;
}

/**
 * Whether a form begins with what was sent from it before: words that may not have arrived always do; words that were
 * taken only where one has come back to the very entry of the history they were sent from.
 */
export function takesUp(sent: SentForm | undefined, { mark, shape, at, entry, since = 0 }: Opened): boolean {
  if (!sent || sent.mark !== mark || sent.shape !== shape || at - sent.at > DAY) return false;
  return !sent.done || (sent.at === entry && since > sent.at);
}

const keyOf = (form: string) => `sent ${location.pathname} ${form}`;

/** A browser may refuse to keep anything; forms work all the same. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export const lastSent = (form: string): SentForm | undefined =>
  quietly(() => JSON.parse(sessionStorage.getItem(keyOf(form)) ?? 'null') ?? undefined);

let cameBack = 0;
if (typeof window !== 'undefined')
  window.addEventListener('popstate', () => {
    cameBack = Date.now();
  });

/** The sending this entry of the history was left by, and when this page was come to by loading it or going back. */
export const entryOf = (form: string): Pick<Opened, 'entry' | 'since'> => ({
  entry: quietly(() => history.state?.sent?.[form]),
  since: Math.max(performance.timeOrigin, cameBack),
});

export function keepSent(form: string, sent: SentForm): void {
  quietly(() => sessionStorage.setItem(keyOf(form), JSON.stringify(sent)));
  quietly(() => history.replaceState({ ...history.state, sent: { ...history.state?.sent, [form]: sent.at } }, ''));
}

export const forgetSent = (form: string): void => {
  quietly(() => sessionStorage.removeItem(keyOf(form)));
};
