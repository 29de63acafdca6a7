import { Section } from '@/components/page/section';
import { messages } from '@/features/desk/messages';
import type { DeskLife } from '@/features/desk/queries';
import { versionsOf } from '@/features/plans/rules';
import { openGates } from '@/features/proposals/rules';
import type { RoundFact } from '@/features/rounds/facts';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment, formatUntil, pick, roundMark } from '@/lib/words';
import type { PartName } from '../policy';

interface Part {
  key: string;
  name: string;
  /** Null: there is nothing to open yet. */
  href: string | null;
  note: string;
}

function roundNote(one: RoundFact, { facts, now }: Pick<DeskLife, 'facts' | 'now'>, locale: Locale): string {
  const t = pick(messages, locale).page;
  if (one.state === 'closed') return t.closed(formatDate(one.closedAt ?? one.closesAt, locale), one.summary !== '');
  if (now < one.opensAt) return t.planned(formatMoment(one.opensAt, locale));
  if (now >= one.closesAt) return t.counting;
  const of = facts.heard.reduce((sum, group) => sum + group.households, 0);
  const heard = facts.heard.reduce((sum, group) => sum + group.reached, 0);
  return t.open(formatUntil(one.closesAt, locale), of - heard, of);
}

function partsOf(life: DeskLife, slug: string, locale: Locale): Part[] {
  const { facts } = life;
  const t = pick(messages, locale).page;
  const at = (...path: (string | number)[]) => to.desk(locale, slug, 'proposals', facts.no, ...path);
  const { published, draft } = versionsOf(facts.plans);
  const open = openGates(facts.kind, facts.gates).length;
  const plan = [published && t.published(published.version, published.title), draft && t.draft(draft.version)];
  const unanswered = facts.objections.filter((one) => one.state === 'raised' || one.state === 'acknowledged');
  const noted = facts.state === 'agreed' || facts.notice !== null;
  const { works } = facts;
  const built = ['completed', 'verifying', 'verified', 'reopened'].includes(facts.state);
  const roundPart = ({ no, k }: { no: number; k: number }, note: string): Part => ({
    ...{ key: `round-${no}`, name: t.round(roundMark(k, locale)), note },
    href: to.desk(locale, slug, 'rounds', no),
  });
  const rows: Record<PartName, Part[]> = {
    plans: [
      {
        key: 'plans',
        name: t.plans,
        href: at('plans'),
        note: plan.filter(Boolean).join(locale === 'zh' ? '；' : '; ') || t.noPlan,
      },
    ],
    rounds: [
      ...(facts.stopped ? [roundPart(facts.stopped, t.stopped(formatDate(facts.stopped.at, locale)))] : []),
      ...facts.rounds.map((one) => roundPart(one, roundNote(one, life, locale))),
      ...(facts.rounds.length > 0 || facts.stopped
        ? []
        : [{ key: 'rounds', name: t.rounds, href: null, note: t.noRound }]),
    ],
    objections: [
      {
        ...{ key: 'objections', name: t.objections, href: at('objections') },
        note: t.objectionsOf(facts.objections.length, unanswered.length, facts.undrawn.count),
      },
    ],
    gates: [{ key: 'gates', name: t.gates, href: at('gates'), note: t.gatesOf(facts.gates.length, open) }],
    notice: [
      {
        ...{ key: 'notice', name: t.noticePart, href: noted ? at('notice') : null },
        note: facts.notice ? t.noticeOf(formatUntil(facts.notice.to, locale)) : t.noNotice,
      },
    ],
    works: works
      ? [
          {
            ...{ key: 'works', name: t.works, href: to.desk(locale, slug, 'works', works.no) },
            note: t.worksOf(works.milestones.filter((one) => one.checked).length, works.milestones.length),
          },
        ]
      : [],
    callbacks: built
      ? [
          {
            ...{ key: 'callbacks', name: t.callbacks, href: to.desk(locale, slug, 'callbacks', facts.no) },
            note: t.callbacksOf(facts.callbacks.open),
          },
        ]
      : [],
    pictures: [{ key: 'pictures', name: t.pictures, href: at('pictures'), note: t.picturesOf(facts.pictures.length) }],
    comments: [{ key: 'comments', name: t.comments, href: at('comments'), note: t.commentsOf(facts.comments) }],
  };
  return life.parts.flatMap((part) => rows[part]);
}

/** The parts of a proposal this person may read, each a link with how far it is. */
export function Parts({ life, slug, locale }: { life: DeskLife; slug: string; locale: Locale }) {
  return (
    <Section title={pick(messages, locale).page.parts} id="parts">
      <ul className="ways">
        {partsOf(life, slug, locale).map(({ key, name, href, note }) => (
          <li key={key}>
            {href ? (
              <a className="tap" href={href}>
                {name}
              </a>
            ) : (
              name
            )}{' '}
            <span className="tone-soft">{note}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
