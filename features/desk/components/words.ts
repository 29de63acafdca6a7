import { messages as callbacks } from '@/features/callbacks/messages';
import { messages } from '@/features/desk/messages';
import { mergerReason } from '@/features/mergers/components/steps';
import { messages as objections } from '@/features/objections/messages';
import { messages as opinions } from '@/features/opinions/messages';
import { messages as plans } from '@/features/plans/messages';
import { deskReason } from '@/features/proposals/components/steps';
import { messages as proposals } from '@/features/proposals/messages';
import { messages as rounds } from '@/features/rounds/messages';
import { scopingReason } from '@/features/scoping/components/steps';
import { messages as signoff } from '@/features/signoff/messages';
import { messages as works } from '@/features/works/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import { formatList, pick } from '@/lib/words';
import type { LifeFacts } from '../facts';
import type { DeskStanding } from '../queries';

interface Place {
  slug: string;
  locale: Locale;
}

/** The address of the page where it is done. */
export function addressOf(
  one: { path: readonly (string | number)[]; door?: boolean },
  { slug, locale }: Place,
): string {
  const at = one.door ? to.door : to.desk;
  const [last, ...before] = [...one.path].reverse();
  const [page, place] = String(last).split('#');
  const address = at(locale, slug, ...before.reverse(), page ?? '');
  return place ? `${address}#${place}` : address;
}

/** The office's name in a sentence. */
export const officesOf = (by: readonly string[], locale: Locale): string => {
  const names: Record<string, string> = pick(proposals, locale).roles;
  return formatList(
    by.map((role) => names[role] ?? role),
    locale,
    'disjunction',
  );
};

export function labelOf(act: string, facts: Pick<LifeFacts, 'state' | 'shelvingProposed'>, locale: Locale): string {
  const t = pick(messages, locale);
  if (act === 'shelving' && facts.shelvingProposed) return t.secondShelving;
  return act === 'groups' && (facts.state === 'consulting' || facts.state === 'redesign')
    ? t.regroup
    : (t.acts[act] ?? act);
}

/** How many, where there is more than the thing itself; a round and a shelving count nothing. */
export function countOf(act: string, count: number | undefined, locale: Locale): string {
  const always: readonly string[] = ['drawing', 'verdicts', 'callbacks', 'rechecks', 'pictures', 'delegates'];
  return count && (count > 1 || always.includes(act)) ? pick(messages, locale).count(act, count) : '';
}

const WORDS: Record<string, Parameters<typeof inWords>[2]> = {
  ...{ draft: plans, changes: plans, judging: plans, judged: plans, publication: plans },
  ...{ opening: rounds, round: rounds, extension: rounds, closure: rounds, summary: rounds, redesign: rounds },
  ...{ rechecks: opinions, drawing: objections, acknowledge: objections, answer: objections, verdicts: objections },
  ...{ agreement: signoff, notice: signoff, opposition: signoff, signature: signoff, return: signoff },
  ...{ start: works, milestones: works, report: works, check: works, delegates: works, completion: works },
  ...{ breach: works, callbacks },
};

/** Why an act is not possible for whoever asks, in words. */
export function reasonOf({ act, block, by }: Pick<DeskStanding, 'act' | 'block' | 'by'>, locale: Locale): string {
  if (!block) return '';
  const t = pick(messages, locale);
  if (block.code === 'not_allowed' && by.length > 0) return t.page.whose(officesOf(by, locale), t.acts[act] ?? act);
  switch (act) {
    case 'acceptance':
    case 'decline':
    case 'appeal':
    case 'shelving':
    case 'shelf':
    case 'resumption':
      return deskReason(act, block, locale) ?? '';
    case 'merger':
    case 'separation':
      return mergerReason(act, block, locale) ?? '';
    case 'groups':
    case 'confirmation':
    case 'consultation':
    case 'gates':
      return scopingReason(act, block, locale) ?? '';
  }
  if (block.code === 'not_at_this_step') {
    const words: Record<string, string> = pick(proposals, locale).states;
    const named = String(block.details?.states ?? '').split(',');
    const states = formatList(
      named.map((state) => words[state] ?? state),
      locale,
    );
    return inWords({ code: block.code, details: { states } }, locale, messages).message;
  }
  const own: Record<string, unknown> = t.refusals;
  return inWords(block, locale, block.code in own ? messages : WORDS[act]).message;
}
