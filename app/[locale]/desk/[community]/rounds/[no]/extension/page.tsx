import { Facts } from '@/components/data/facts';
import { ActionForm } from '@/components/form/action-form';
import { Field } from '@/components/form/field';
import { Missing } from '@/components/page/missing';
import { Notice } from '@/components/page/notice';
import { Act } from '@/features/proposals/components/act';
import { extendRound } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { extendInput } from '@/features/rounds/input';
import { checkExtension, closeOf, lastDayOf, latestClose, MOST_EXTENSION_DAYS } from '@/features/rounds/rules';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { addDays } from '@/lib/calendar';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { formatWeekday } from '@/lib/words';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

type Props = P<{ community: string; no: string }> & { searchParams: Promise<{ closesOn?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { locale, community, no, path, page, t, crumb, why, initial, hidden } = await begin(params, 'extension');
  if (!page?.round) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const { round, asked } = page;
  const { extensions } = asked.facts;
  const wanted = (await searchParams).closesOn ?? initial.values?.closesOn;
  const given = extendInput.shape.closesOn.safeParse(wanted);
  const may = given.success ? checkExtension(round, extensions, closeOf(given.data), asked.now) : null;
  const refusal = may && !may.ok ? may.refusal : { code: wanted === '' ? 'day_missing' : 'no_such_day' };
  const wrong = wanted === undefined ? undefined : (why(refusal) ?? undefined);
  const [now, latest] = [lastDayOf(round.closesAt), lastDayOf(latestClose(round, extensions))];
  const lead = [
    t.desk.extendLead(formatWeekday(now, locale)),
    t.desk.extendLimit(MOST_EXTENSION_DAYS, formatWeekday(latest, locale)),
  ];
  const midnight = (day: string) => t.desk.midnight(formatWeekday(day, locale));
  return (
    <Act
      crumb={crumb}
      title={t.desk.extendTitle}
      lead={lead.join(locale === 'zh' ? '' : ' ')}
      blocked={why(whyNot(acts.extendRound, page.asked))}
    >
      {given.success && may?.ok ? (
        <>
          <Facts
            items={[
              { key: 'now', term: t.desk.closesNow, value: midnight(now) },
              { key: 'then', term: t.desk.closesThen, value: midnight(given.data) },
            ]}
          />
          <ActionForm
            action={extendRound}
            fields={[
              {
                ...{ kind: 'checkbox', name: 'confirmed', required: true },
                label: t.desk.extendTick(formatWeekday(given.data, locale)),
              },
            ]}
            hidden={{ ...hidden, closesOn: given.data }}
            submitLabel={t.desk.extend}
            cancel={{ href: path, label: t.desk.otherDay }}
            locale={locale}
          />
        </>
      ) : (
        <form className="form" method="get">
          {wrong && (
            <Notice kind="warn">
              <p>
                <a href="#extension-closesOn">{wrong}</a>
              </p>
            </Notice>
          )}
          <Field
            form="extension"
            spec={{
              ...{ kind: 'date', name: 'closesOn', label: t.desk.closesOn, required: true },
              ...{ min: addDays(now, 1), max: latest, defaultValue: wanted },
            }}
            error={wrong}
            locale={locale}
          />
          <div className="actions">
            <button type="submit" className="btn">
              {t.desk.extendLook}
            </button>
          </div>
        </form>
      )}
      {acts.takeBackExtension.why(asked.facts, asked.now) === null && (
        <p>
          <a className="tap" href={to.desk(locale, community, 'rounds', no, 'extension', 'withdrawal')}>
            {t.desk.toBack}
          </a>
        </p>
      )}
    </Act>
  );
}
