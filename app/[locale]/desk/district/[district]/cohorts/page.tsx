import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { stateOf } from '@/features/cohorts/components/cohort';
import { messages } from '@/features/cohorts/messages';
import { cohortsAtDesk } from '@/features/cohorts/queries/desk';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default mePage(async ({ locale, person, params }) => {
  const district = params.district ?? '';
  const all = await cohortsAtDesk(person, { district });
  if (!all) return null;
  const t = pick(messages, locale).cohorts;
  return (
    <>
      <PageTitle title={t.title} />
      {all.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {all.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.office(locale, district, 'cohorts', one.no)}>
              {one.name}
            </a>
            <p className="crumb">
              {t.line(one.places, formatDate(one.from, locale), formatDate(one.to, locale))} · {t.states[stateOf(one)]}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
});
