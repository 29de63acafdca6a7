import type { Stance } from '@/db/words/opinions';
import { ok, type Result, refuse } from '@/lib/result';

/** What one opinion brings to the drawing of an objection. `current`: nothing later of its household replaced it. */
export type Drawable = {
  id: number;
  household: number;
  group: number;
  round: number;
  stance: Stance;
  ground: string | null;
  current: boolean;
};

/** Against it, or for it on a condition only: what an objection is drawn from. */
export const isObjecting = (stance: Stance | undefined): boolean => stance === 'oppose' || stance === 'support_if';

/** Of what households stand on, the words that object and that no objection was drawn from. */
export const undrawnOf = <T extends { id: number; stance: Stance }>(words: readonly T[], drawn: ReadonlySet<number>) =>
  words.filter((one) => isObjecting(one.stance) && !drawn.has(one.id));

/**
 * May these opinions become one objection? All of one group and one round, each still what its household says, each
 * against it or for it on a condition, and whoever is against it gave this ground.
 *
 * @param drawn opinions that stand in an objection of this ground already
 */
export function checkDraw(
  opinions: readonly Drawable[],
  ground: string,
  drawn: readonly number[],
): Result<
  { group: number; round: number },
  'invalid' | 'two_groups' | 'two_rounds' | 'opinion_replaced' | 'nothing_objected' | 'other_ground' | 'already_drawn'
> {
  const [first] = opinions;
  if (!first) return refuse('invalid', undefined, { opinions: 'choose_one' });
  if (opinions.some((one) => one.group !== first.group)) return refuse('two_groups');
  if (opinions.some((one) => one.round !== first.round)) return refuse('two_rounds');
  if (opinions.some((one) => !one.current)) return refuse('opinion_replaced');
  if (opinions.some((one) => !isObjecting(one.stance))) return refuse('nothing_objected');
  if (opinions.some((one) => one.stance === 'oppose' && one.ground !== ground)) return refuse('other_ground');
  if (opinions.some((one) => drawn.includes(one.id))) return refuse('already_drawn');
  return ok({ group: first.group, round: first.round });
}

/** The same words, however they are spaced and punctuated, and the ids of those who said them. */
export type Bundle = { ids: number[]; words: string };

const plain = (words: string) => words.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '');
const EMPTY_WORDS = new Set('的了吧吗呢啊就也');

/** What words are made of: Chinese characters that mean something, and other words whole. */
const partsOf = (words: string) =>
  new Set(
    (words.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? []).filter(
      (part) => !EMPTY_WORDS.has(part),
    ),
  );

/** Whether two sentences look like one meaning: half of what they are made of is in both. Only ever a suggestion. */
export function looksAlike(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  const both = [...one].filter((part) => other.has(part)).length;
  return both > 0 && both * 4 >= one.size + other.size;
}

/** Equal words in one bundle, the most frequent first; bundles that look like one meaning beside each other. */
export function suggestions(said: readonly { id: number; words: string }[]): Bundle[][] {
  const bundles = new Map<string, Bundle>();
  for (const { id, words } of said) {
    const bundle = bundles.get(plain(words));
    if (bundle) bundle.ids.push(id);
    else bundles.set(plain(words), { ids: [id], words });
  }
  const groups: Bundle[][] = [];
  for (const bundle of [...bundles.values()].sort((a, b) => b.ids.length - a.ids.length)) {
    const like = groups.find(([first]) => first && looksAlike(first.words, bundle.words));
    if (like) like.push(bundle);
    else groups.push([bundle]);
  }
  return groups;
}
