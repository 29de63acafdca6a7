import { DataTable } from '@/components/data/table';
import { words as labels } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { PlannedList, Tasks } from '@/features/visits/components/lines';
import { messages } from '@/features/visits/messages';
import { deskVisits } from '@/features/visits/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** 最后一米: where people were met and where not yet, what is late, and what is needed. */
export default actPage([], async ({ locale, community, call }) => {
  const page = await deskVisits(call, {});
  if (!page) return null;
  const { desk: t, ...words } = pick(messages, locale);
  const here = { community, locale, today: page.today };
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Actions near>
        <ActionLink href={to.door(locale, community, 'visits')}>{t.go}</ActionLink>
        <ActionLink ghost href={to.desk(locale, community, 'visits', 'ledger')}>
          {t.ledger}
        </ActionLink>
      </Actions>
      <Contents
        unfolded
        label={labels(locale).contents}
        items={(['needs', 'late', 'metre'] as const).map((id) => ({ id, title: t[id] }))}
      />
      <Section title={t.needs} id="needs">
        {page.needs.length === 0 && <p>{t.needsNone}</p>}
        <Tasks tasks={page.needs} {...here} />
      </Section>
      <Section title={t.late} id="late">
        {page.late.length === 0 && <p>{t.lateNone}</p>}
        <PlannedList planned={page.late} {...here} />
      </Section>
      <Section title={t.metre} id="metre">
        <DataTable
          caption={t.metre}
          headed
          columns={[
            { key: 'entrance', label: t.columns.entrance },
            ...(['homes', 'met', 'unseen', 'never', 'quiet', 'rounds'] as const).map((key) => ({
              key,
              label: t.columns[key],
              numeric: true,
            })),
          ]}
          rows={page.metres.map((one) => ({
            key: String(one.entranceId),
            cells: {
              entrance: page.goes ? (
                <a className="tap" href={to.door(locale, community, 'visits', 'entrances', one.entranceId)}>
                  {words.entrance(one.building, one.entrance)}
                </a>
              ) : (
                words.entrance(one.building, one.entrance)
              ),
              homes: one.homes,
              met: one.met,
              unseen: one.unseen,
              never: one.homes - one.met - one.unseen,
              quiet: one.quiet,
              rounds: one.asked === 0 ? '' : `${one.heard}/${one.asked}`,
            },
          }))}
        />
      </Section>
    </>
  );
});
