import { KeptForm } from '@/components/form/kept-form';
import { acknowledgeObjection, mergeObjections } from '@/features/objections/actions';
import { reasonField } from '@/features/objections/components/fields';
import { AnswerText, groundName, ObjectionState } from '@/features/objections/components/sheet';
import { messages } from '@/features/objections/messages';
import type { DeskObjection } from '@/features/objections/queries/desk';
import { suggestions } from '@/features/objections/rules/draw';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatMoment, pick } from '@/lib/words';

interface EntryProps {
  one: DeskObjection;
  /** All of the proposal, to merge with. */
  others: readonly DeskObjection[];
  locale: Locale;
  mayAct: boolean;
  /** The address of an act on it. */
  at: (act: string) => string;
  form: { community: string; locale: Locale; about: { proposal: number } };
}

/** One objection at the desk: what it says, where it stands, and what can be done. */
export function DeskObjectionEntry({ one, others, locale, mayAct, at, form }: EntryProps) {
  const t = pick(messages, locale);
  const { settled, maintained, withdrawn, silent } = one.verdicts;
  const alike = others.filter(
    (other) => other.no !== one.no && other.groupId === one.groupId && other.ground === one.ground && !other.answer,
  );
  const own = { ...form, about: { ...form.about, objection: one.no } };
  return (
    <li id={`objection-${one.no}`}>
      <h3>
        {t.sheet.no(one.no)} · {placeIn(one.group, locale)} · {groundName(one.ground, locale)} · {t.weights[one.weight]}
      </h3>
      <p>
        {one.wording}
        {!one.approved && ` (${t.sheet.unapproved})`}
      </p>
      {one.disputes.map((words) => (
        <blockquote key={words}>{t.desk.disputed(words)}</blockquote>
      ))}
      <p>
        {t.desk.raisers(one.raisers)} · {t.desk.tally(settled, maintained, withdrawn, silent)}
      </p>
      {one.answer && <AnswerText answer={{ ...one.answer, clauseText: null }} locale={locale} />}
      {one.maintainedWords.map((words) => (
        <blockquote key={words}>{words}</blockquote>
      ))}
      <p>
        <ObjectionState state={one.state} locale={locale} />
        {one.state === 'raised' && ` ${t.desk.acknowledgeBy(formatMoment(one.acknowledgeBy, locale))}`}
        {one.escalated && ` ${t.sheet.escalated}`}
      </p>
      <div className="actions">
        <a className="tap" href={at('answer')}>
          {one.answer ? t.desk.again : t.desk.answer}
        </a>
        {mayAct && !one.answer && (
          <a className="tap" href={at('wording')}>
            {t.desk.reword}
          </a>
        )}
        {mayAct && !one.answer && suggestions(one.said).flat().length > 1 && (
          <a className="tap" href={at('split')}>
            {t.desk.split}
          </a>
        )}
        {one.answer && (
          <a className="tap" href={at('reopening')}>
            {t.desk.reopen}
          </a>
        )}
        {one.state === 'maintained' && !one.escalated && (
          <a className="tap" href={at('escalation')}>
            {t.desk.escalate}
          </a>
        )}
      </div>
      {mayAct && one.state === 'raised' && (
        <KeptForm
          id={`a${one.no}`}
          action={acknowledgeObjection}
          submitLabel={t.desk.acknowledge}
          {...own}
          about={{ ...own.about, shown: one.shown.wording }}
        />
      )}
      {mayAct && !one.answer && alike.length > 0 && (
        <KeptForm
          id={`m${one.no}`}
          action={mergeObjections}
          fields={[
            {
              kind: 'select',
              name: 'into',
              label: t.desk.merge,
              options: alike.map((other) => ({
                value: String(other.no),
                label: `${t.desk.mergeInto(other.no)} ${other.wording}`,
              })),
            },
            ...(one.approved ? [reasonField(locale)] : []),
          ]}
          submitLabel={t.desk.mergeButton}
          {...own}
        />
      )}
    </li>
  );
}
