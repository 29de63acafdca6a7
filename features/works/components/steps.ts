import type { DeskStep } from '@/features/proposals/components/desk-steps';
import * as acts from '@/features/works/acts';
import { messages } from '@/features/works/messages';
import type { DeskWork } from '@/features/works/queries/desk';
import { type Asked, type DeskAct, whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import type { Refusal } from '@/lib/result';
import { pick } from '@/lib/words';

type WorkWord = keyof typeof messages.zh.why;

/** Why an act on a site is not possible, in words; null when it is. */
export function workReason(word: WorkWord, refusal: Refusal | null, locale: Locale): string | null {
  if (refusal === null) return null;
  if (refusal.code === 'not_allowed') return pick(messages, locale).why[word];
  return inWords(refusal, locale, messages).message;
}

/** The acts on a site that have an address of their own, by their words. */
export const SITE_ACTS = {
  milestones: acts.planMilestone,
  delegates: acts.nameDelegate,
  completion: acts.completeWorks,
  mending: acts.mends,
  breach: acts.breakWorks,
} satisfies Partial<Record<WorkWord, DeskAct<acts.OfSite, string>>>;
export type SiteWord = keyof typeof SITE_ACTS;

export const siteReason = (word: SiteWord, asked: Asked<acts.OfSite>, locale: Locale): string | null =>
  workReason(word, whyNot(SITE_ACTS[word], asked), locale);

export function siteSteps({ asked, completedAt }: DeskWork, slug: string, locale: Locale): DeskStep[] {
  const t = pick(messages, locale);
  return (Object.keys(SITE_ACTS) as SiteWord[]).map((word) => {
    const href = to.desk(locale, slug, ...SITE_ACTS[word].desk.path(asked.facts));
    const label = t.acts[word];
    if (word === 'completion' && completedAt) return { href, label, state: 'done' };
    const reason = siteReason(word, asked, locale);
    return reason ? { href, label, state: 'not_yet', reason } : { href, label, state: 'ready' };
  });
}

/** Why a milestone cannot be reported or checked by whoever asks, in words; and whether they may add a picture. */
export function milestoneReasons({ asked }: Pick<DeskWork, 'asked'>, position: number, locale: Locale) {
  const milestone = asked.facts.works.milestones.find((one) => one.position === position);
  if (!milestone) return undefined;
  const of = { ...asked, facts: { ...asked.facts, milestone } };
  return {
    report: workReason('report', whyNot(acts.reportMilestone, of), locale),
    check: workReason('check', whyNot(acts.checkMilestone, of), locale),
    back: workReason('check', whyNot(acts.returnMilestone, of), locale),
    upload: !milestone.checked && whyNot(acts.planMilestone, asked) === null,
  };
}
