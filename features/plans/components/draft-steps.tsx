import { messages } from '@/features/plans/messages';
import type { deskPlans } from '@/features/plans/queries';
import { uncitedClauses } from '@/features/plans/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import { pick } from '@/lib/words';

type Desk = NonNullable<Awaited<ReturnType<typeof deskPlans>>>;

interface Step {
  name: string;
  label: string;
  done: boolean;
  note: string;
  /** Where whoever reads it can do it now; null when it is not theirs, or not yet time. */
  href: string | null;
}

/** What a draft needs before it is published: what is done bears a tick, and only who may do the rest has a link to it. */
export function DraftSteps({
  desk,
  person,
  slug,
  locale,
}: {
  desk: Desk;
  person: number;
  slug: string;
  locale: Locale;
}) {
  const t = pick(messages, locale).desk;
  const { draft, published, may, proposal } = desk;
  if (!draft) return null;
  const judged = desk.groups.flatMap((group) => group.judged ?? []);
  const all = judged.length === desk.groups.length && judged.length > 0;
  const confirmed = all && judged.every((one) => one.confirmedBy !== null);
  const own = judged.some((one) => one.judgedBy === person);
  const uncited = published ? uncitedClauses(published.clauses, draft.clauses, desk.changes) : [];
  const unanswered = desk.objections.filter((one) => one.state === 'raised' || one.state === 'acknowledged').length;
  const explained = desk.changed.length > 0 && uncited.length === 0;
  const of = (...rest: (string | number)[]) => to.desk(locale, slug, 'proposals', proposal.no, ...rest);
  const step = (name: string, label: string, done: boolean, note: string, mine: boolean): Step => ({
    ...{ name, label, done, note, href: mine ? of('plans', draft.version, name) : null },
  });
  const sides = all
    ? confirmed
      ? t.confirmed
      : may.judge && !own
        ? t.yours
        : t.waiting
    : explained
      ? t.toJudge
      : t.changesFirst;
  const steps = [
    ...(published
      ? [
          {
            ...step('answers', t.toAnswers, unanswered === 0, t.unanswered(unanswered), false),
            href: unanswered > 0 ? of('objections') : null,
          },
          step(
            'changes',
            t.toChanges,
            explained,
            desk.changed.length === 0 ? t.noChanges : t.uncited(uncited.join(locale === 'zh' ? '、' : ', ')),
            may.write && desk.changed.length > 0,
          ),
          step('materiality', t.toMateriality, confirmed && explained, sides, may.judge && explained && !(all && own)),
        ]
      : []),
    step(
      'publication',
      t.toPublication,
      false,
      desk.blocked ? inWords(desk.blocked, locale, messages).message : may.publish ? t.ready : t.publisher,
      desk.blocked === null && may.publish,
    ),
  ];
  return (
    <ul className="ways">
      {steps.map(({ name, label, done, note, href }) => (
        <li key={name}>
          {href ? (
            <a className="tap" href={href}>
              {label}
            </a>
          ) : (
            <span className="tap">{label}</span>
          )}{' '}
          {done ? <span className="tone-jade">✓ {t.stepDone}</span> : <span className="tone-soft">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
