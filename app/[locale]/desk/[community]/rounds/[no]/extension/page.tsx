import { Facts } from '@/components/data/facts';
import { Field } from '@/components/form/field';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Act } from '@/features/proposals/components/act';
import { extendRound } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { extendInput } from '@/features/rounds/input';
import { checkExtension, closeOf, lastDayOf, latestClose, MOST_EXTENSION_DAYS } from '@/features/rounds/rules/window';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { addDays } from '@/lib/calendar';
import { keptOf } from '@/lib/kept';
import { formatWeekday } from '@/lib/words';
import { roundPage } from '../round-page';

export default roundPage(async ({ locale, community, no, path, round, asked, t, crumb, why, search, form }) => {
  const { extensions } = asked.facts;
  const wanted = search.closesOn ?? (await keptOf('form'))?.closesOn;
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
      blocked={why(whyNot(acts.extendRound, asked))}
    >
      {given.success && may?.ok ? (
        <>
          <Facts
            items={[
              { key: 'now', term: t.desk.closesNow, value: midnight(now) },
              { key: 'then', term: t.desk.closesThen, value: midnight(given.data) },
            ]}
          />
          <KeptForm
            action={extendRound}
            fields={[
              {
                kind: 'checkbox',
                name: 'confirmed',
                label: t.desk.extendTick(formatWeekday(given.data, locale)),
              },
            ]}
            {...form}
            about={{ ...form.about, closesOn: given.data }}
            submitLabel={t.desk.extend}
            cancel={{ href: path, label: t.desk.otherDay }}
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
              kind: 'date',
              name: 'closesOn',
              label: t.desk.closesOn,
              min: addDays(now, 1),
              max: latest,
              defaultValue: wanted,
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
});
