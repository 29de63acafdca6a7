import { DataTable } from '@/components/data/table';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { byEntrance } from '@/features/visits/components/team-doors';
import { messages } from '@/features/visits/messages';
import { teamDoors } from '@/features/visits/queries/team';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

/** The doors somebody of the team looks after, on paper with room to write, a sheet for each entrance. */
export default actPage([], async ({ locale, community, call }) => {
  const page = await teamDoors(call, {});
  if (!page) return null;
  const t = pick(messages, locale);
  const { columns } = t.sheet;
  const blank = (wide: number) => '\u3000'.repeat(wide);
  const entrances = byEntrance(page.homes, locale);
  return (
    <>
      <div className="no-print">
        <PageTitle title={t.sheet.title} lead={t.sheet.hint} />
      </div>
      {entrances.length === 0 && <Empty text={t.team.none} />}
      {entrances.map(({ id, name, homes }) => (
        <div key={id} className="a4 door-sheet">
          <h2>{`${t.sheet.title} · ${name} · ${formatDate(page.today, locale)}`}</h2>
          <p>{t.sheet.lead}</p>
          <DataTable
            caption={name}
            headed
            columns={(['door', 'why', 'when', 'said', 'follows'] as const).map((key) => ({ key, label: columns[key] }))}
            rows={homes.map((one) => ({
              key: String(one.household),
              cells: {
                door: one.door,
                why: one.quiet
                  ? t.list.quiet
                  : one.asked
                    ? t.team.plannedLead(formatDate(one.asked.day, locale), t.purposes[one.asked.purpose])
                    : '',
                when: blank(5),
                said: blank(9),
                follows: blank(6),
              },
            }))}
          />
        </div>
      ))}
      <p className="crumb no-print also">
        <a className="tap" href={to.act(locale, community, 'visits')}>
          {t.team.back}
        </a>
      </p>
    </>
  );
});
