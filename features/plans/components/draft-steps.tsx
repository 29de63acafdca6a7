import * as acts from '@/features/plans/acts';
import { planReason } from '@/features/plans/components/steps';
import { messages } from '@/features/plans/messages';
import type { deskPlans } from '@/features/plans/queries/desk';
import { uncitedClauses } from '@/features/plans/rules';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
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
export function DraftSteps({ desk, slug, locale }: { desk: Desk; slug: string; locale: Locale }) {
  const t = pick(messages, locale).desk;
  const { draft, published, proposal, asked } = desk;
  if (!draft) return null;
  const judged = desk.groups.flatMap((group) => group.judged ?? []);
  const all = judged.length === desk.groups.length && judged.length > 0;
  const confirmed = all && judged.every((one) => one.confirmedBy !== null);
  const [judging, confirming] = [whyNot(acts.judgeMateriality, asked), whyNot(acts.confirmMateriality, asked)];
  const publishing = whyNot(acts.publishPlan, asked);
  const uncited = published ? uncitedClauses(published.clauses, draft.clauses, desk.changes) : [];
  const unanswered = desk.objections.filter((one) => one.state === 'raised' || one.state === 'acknowledged').length;
  const explained = desk.changed.length > 0 && uncited.length === 0;
  const of = (...rest: (string | number)[]) => to.desk(locale, slug, 'proposals', proposal.no, ...rest);
  const step = (name: string, label: string, done: boolean, note: string, mine: boolean): Step => ({
    name,
    label,
    done,
    note,
    href: mine ? of('plans', draft.version, name) : null,
  });
  const sides = all
    ? confirmed
      ? t.confirmed
      : confirming === null
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
            whyNot(acts.citeChanges, asked) === null,
          ),
          step(
            'materiality',
            t.toMateriality,
            confirmed && explained,
            sides,
            judging === null && confirming?.code !== 'second_person',
          ),
        ]
      : []),
    step(
      'publication',
      t.toPublication,
      false,
      planReason('publication', publishing, locale) ?? t.ready,
      publishing === null,
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
