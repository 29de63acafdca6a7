import { DataTable } from '@/components/data/table';
import type { PeriodTold, PlaybookEffect } from '@/db/words/playbooks';
import { changeOf, points } from '@/features/figures/rules/cohort';
import { USUAL } from '@/features/figures/rules/profiles';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { percent } from '@/lib/quantity';
import { formatDays, pick } from '@/lib/words';
import { messages } from '../messages';

const counted = ({ fairly, ...one }: PeriodTold) => ({ ...one, fairlySatisfied: fairly });

/** What the board told of the whole community before and after, with what that can and cannot say. */
function Figures({ figures, locale }: { figures: NonNullable<PlaybookEffect['figures']>; locale: Locale }) {
  const t = pick(messages, locale).one;
  const { before, after } = figures;
  if (!before && !after) return <p>{t.figuresNone}</p>;
  const row = (key: keyof typeof figures) => {
    const one = figures[key];
    const pct = one && percent(BigInt(one.resolved), BigInt(one.effective));
    return {
      key,
      cells: {
        period: t.periods[key](one && formatDays(one.from, one.to, locale)),
        effective: one?.effective ?? '—',
        resolved: one ? `${one.resolved}/${one.effective}${pct === null ? '' : ` = ${pct}%`}` : '—',
        satisfied: one?.satisfied ?? '—',
        fairly: one?.fairly ?? '—',
      },
    };
  };
  const change =
    before && after ? points(changeOf({ before: counted(before), after: counted(after) }, 'resolution', USUAL)) : null;
  return (
    <>
      <DataTable
        caption={t.figures}
        columns={[
          { key: 'period', label: t.period },
          { key: 'effective', label: t.effective, numeric: true },
          { key: 'resolved', label: t.resolved, numeric: true },
          { key: 'satisfied', label: t.satisfied, numeric: true },
          { key: 'fairly', label: t.fairly, numeric: true },
        ]}
        rows={[row('before'), row('after')]}
      />
      <p>
        {change !== null && <strong>{t.resolvedChange(change)}</strong>} {t.figuresLead}
      </p>
    </>
  );
}

/** What it came to where it was drawn: cases, rounds, each side before and after, callbacks. */
export function Effect({ effect, locale }: { effect: PlaybookEffect; locale: Locale }) {
  const t = pick(messages, locale).one;
  const { cases, rounds, versions, groups, calledBack, figures } = effect;
  return (
    <>
      <p>
        {t.cases(cases)} {t.course(rounds, versions)}{' '}
        {calledBack ? t.calledBack(calledBack.content, calledBack.answered) : t.notCalled}
      </p>
      {groups.length > 0 && (
        <DataTable
          caption={t.effect}
          headed
          columns={[
            { key: 'name', label: t.before },
            { key: 'households', label: t.households, numeric: true },
            { key: 'first', label: t.first, numeric: true },
            { key: 'last', label: t.last, numeric: true },
          ]}
          rows={groups.map((one) => ({
            key: one.name,
            cells: {
              name: `${placeIn(one.name, locale)} · ${t.effects[one.effect]}`,
              households: one.households,
              first: one.first ?? t.untold,
              last: one.last ?? t.untold,
            },
          }))}
        />
      )}
      {figures && <Figures figures={figures} locale={locale} />}
    </>
  );
}
