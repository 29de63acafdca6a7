import type { Locale } from './edition';
import type { Messages } from './words';

/** What is done where a letter leads, to name its link by. */
export type Way =
  | 'speak'
  | 'judge'
  | 'wording'
  | 'result'
  | 'accept'
  | 'proposal'
  | 'round'
  | 'works'
  | 'resolution'
  | 'household'
  | 'look';

/** What most letters have to say beyond their kind. */
export interface Titled {
  /** Of the proposal, or of what was handed over. */
  title: string;
}
export interface Worded {
  /** Of an objection. */
  wording: string;
}

/** Where a letter leads to: the community it was written in, and the number of what it is about. */
export interface Place {
  locale: Locale;
  community: string;
  no: number;
}

/** One kind of letter. `D` is the detail its words take, kept with the letter as JSON. */
export interface LetterSort<D = never> {
  kind: string;
  /** What it is about, as the record calls it: `proposal`, `round`; the letter keeps its number. */
  about: string | ((detail: D) => string);
  way: Way;
  /** The address it leads to. */
  leads: (place: Place & { detail: D }) => string;
  words: Messages<(detail: D) => string>;
}

type Words = Record<string, (detail: never) => string>;
/** A word that takes nothing goes with an empty detail. */
type DetailOf<Say> = Say extends () => string
  ? Record<string, never>
  : Say extends (detail: infer D) => string
    ? D
    : never;
type Told<W extends Words> = { [K in keyof W]: Pick<LetterSort<DetailOf<W[K]>>, 'about' | 'way' | 'leads'> };

/** What somebody wrote brings its own full stop into the sentence around it. */
const once = (text: string): string => text.replace(/([。！？；])。+/gu, '$1').replace(/(?<!\.)\.\.(?!\.)/g, '.');

const said =
  (words: Words[string] | undefined) =>
  (detail: never): string =>
    once(words?.(detail) ?? '');

/** The letters a capability writes, by kind: each has words in its `messages.letters`, each of those words its place. */
export const lettersOf = <W extends Words>(messages: Messages<{ letters: W }>, told: Told<W>) =>
  Object.fromEntries(
    Object.entries(told).map(([kind, sort]) => [
      kind,
      { kind, ...sort, words: { zh: said(messages.zh.letters[kind]), en: said(messages.en.letters[kind]) } },
    ]),
  ) as { [K in keyof W]: LetterSort<DetailOf<W[K]>> };
