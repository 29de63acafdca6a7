import type { DeskStep } from '@/features/proposals/components/desk-steps';
import { messages } from '@/features/works/messages';
import { mayCheck, mayPlan, mayReport, type WorkAct } from '@/features/works/policy';
import type { DeskWork } from '@/features/works/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

type Site = Pick<DeskWork, 'no' | 'blocks' | 'lacking' | 'completedAt' | 'state'>;

/** Why an act on a site is not possible, in words; null when it is. */
export function workReason(act: WorkAct, site: Pick<Site, 'blocks' | 'lacking'>, locale: Locale): string | null {
  const code = site.blocks[act];
  if (code === null) return null;
  const t = pick(messages, locale);
  if (code === 'not_allowed') return t.why[act];
  const { groups, commitments } = site.lacking;
  if (code === 'not_accepted')
    return t.refusals.not_accepted({ groups: groups.length, commitments: commitments.length });
  const word = (t.refusals as Record<string, unknown>)[code];
  return typeof word === 'string' ? word : code;
}

/** Every act on a building site that has an address of its own. */
export function siteSteps(site: Site, slug: string, locale: Locale): DeskStep[] {
  const t = pick(messages, locale);
  const addresses = {
    milestones: 'milestones',
    delegates: 'delegates',
    completion: 'completion',
    breach: 'break',
  } as const;
  return (Object.keys(addresses) as (keyof typeof addresses)[]).map((act) => {
    const href = to.desk(locale, slug, 'works', site.no, addresses[act]);
    const label = t.acts[act];
    if (act === 'completion' && site.completedAt) return { href, label, state: 'done' };
    const reason = workReason(act, site, locale);
    return reason ? { href, label, state: 'not_yet', reason } : { href, label, state: 'ready' };
  });
}

/** Why a milestone cannot be reported or checked by whoever asks, in words; and whether they may add a picture. */
export function milestoneReasons(
  site: Pick<DeskWork, 'who' | 'state'>,
  one: DeskWork['milestones'][number],
  locale: Locale,
): { report: string | null; check: string | null; upload: boolean } {
  const t = pick(messages, locale);
  const at = site.state === 'building';
  const settled = one.checked ? t.refusals.already_checked : at ? null : t.refusals.wrong_state;
  const check = () => {
    if (!one.reported) return t.refusals.not_reported;
    if (!mayCheck(site.who)) return t.why.check;
    return one.mine ? t.refusals.second_person : null;
  };
  const report = () => {
    if (!mayReport(site.who)) return t.why.report;
    return one.pictureCount === 0 ? t.refusals.picture_missing : null;
  };
  return {
    report: settled ?? report(),
    check: settled ?? check(),
    upload: at && !one.checked && mayPlan(site.who) !== null,
  };
}
