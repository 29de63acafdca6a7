import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as acts from '@/features/rounds/acts';
import { Cells, Progress } from '@/features/rounds/components/cells';
import { messages } from '@/features/rounds/messages';
import { deskRound } from '@/features/rounds/queries';
import { type Act, whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { formatNumber, formatUntil, pick, roundMark } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const page = await deskRound(call, { no, doors: true });
  if (!page?.round) return null;
  const t = pick(messages, locale);
  const { round, proposal, rechecks, asked } = page;
  const possible = (act: Act<typeof asked.facts, string>) => act.why(asked.facts, asked.now) === null;
  const untried = new Map<string, string[]>();
  for (const { building, entrance, door } of page.untried ?? []) {
    const name = `${building}-${entrance}`;
    untried.set(name, [...(untried.get(name) ?? []), door]);
  }
  const step = (name: string) => to.desk(locale, community, 'rounds', no, name);
  const n = (value: number) => formatNumber(value, locale);
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.desk(locale, community, 'proposals', proposal.no)}>
            <Written>{proposal.title}</Written>
          </a>
        }
        title={t.desk.title(roundMark(round.k, locale))}
        state={{ tone: 'soft', text: t.phases[round.phase] }}
        next={round.phase === 'open' && t.one.until(formatUntil(round.closesAt, locale))}
        lead={t.one.plan(round.version, round.planTitle)}
      />
      <Actions>
        {possible(acts.extendRound) && <ActionLink href={step('extension')}>{t.desk.toExtension}</ActionLink>}
        {whyNot(acts.takeBackExtension, asked) === null && (
          <ActionLink href={`${step('extension')}/withdrawal`} ghost>
            {t.desk.toBack}
          </ActionLink>
        )}
        {whyNot(acts.takeBackOpening, asked) === null && (
          <ActionLink href={step('withdrawal')} ghost>
            {t.desk.toOpeningBack}
          </ActionLink>
        )}
        {possible(acts.closeRound) && <ActionLink href={step('closure')}>{t.desk.toClosure}</ActionLink>}
        {possible(acts.summariseRound) && <ActionLink href={step('summary')}>{t.desk.toSummary}</ActionLink>}
        {rechecks.drawn > 0 && <ActionLink href={step('rechecks')}>{t.desk.toRechecks}</ActionLink>}
      </Actions>
      <Contents
        unfolded
        label={words(locale).contents}
        items={(['groups', 'entrances', 'untried', 'rechecks'] as const)
          .filter((id) => id !== 'untried' || page.untried)
          .map((id) => ({ id, title: t.desk[id] }))}
      />
      <Section title={t.desk.groups} id="groups">
        {round.phase === 'closed' ? (
          <Cells groups={round.groups} locale={locale} />
        ) : (
          <Progress groups={round.groups} locale={locale} />
        )}
      </Section>
      <Section title={t.desk.entrances} id="entrances">
        <DataTable
          caption={t.desk.entrances}
          headed
          columns={[
            { key: 'entrance', label: t.desk.entrance },
            { key: 'households', label: t.one.households, numeric: true },
            { key: 'asked', label: t.desk.asked, numeric: true },
            { key: 'tried', label: t.desk.tried, numeric: true },
            { key: 'reached', label: t.desk.reached, numeric: true },
          ]}
          rows={page.entrances.map((one) => ({
            key: String(one.entranceId),
            cells: {
              entrance: `${one.building}-${one.entrance}`,
              households: n(one.households),
              asked: n(one.asked),
              tried: n(one.knocked),
              reached: n(one.heard),
            },
          }))}
        />
      </Section>
      {page.untried && (
        <Section title={t.desk.untried} id="untried">
          {page.untried.length === 0 && <p>{t.desk.allTried}</p>}
          {page.untried.length > 0 && (
            <DataTable
              caption={t.desk.untried}
              headed
              columns={[
                { key: 'entrance', label: t.desk.entrance },
                { key: 'count', label: t.one.households, numeric: true },
                { key: 'doors', label: t.desk.doors },
              ]}
              rows={[...untried].map(([entrance, doors]) => ({
                key: entrance,
                cells: {
                  entrance,
                  count: n(doors.length),
                  doors: doors.join(locale === 'zh' ? '、' : ', '),
                },
              }))}
            />
          )}
        </Section>
      )}
      <Section title={t.desk.rechecks} id="rechecks">
        <p>{t.desk.rechecksOf(rechecks.done, rechecks.drawn)}</p>
        {rechecks.different > 0 && <p>{t.desk.different(rechecks.different)}</p>}
      </Section>
    </>
  );
});
