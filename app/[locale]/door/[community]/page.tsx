import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as alternatives } from '@/features/alternatives/messages';
import { doorComparisons } from '@/features/alternatives/queries/door';
import { messages as cases } from '@/features/cases/messages';
import { messages as depicted } from '@/features/depicted/messages';
import { WaitsAtDoor } from '@/features/desk/components/at-door';
import { waitsAtDoor } from '@/features/desk/queries/door';
import { messages as meetings } from '@/features/meetings/messages';
import { doorMeetings } from '@/features/meetings/queries/door';
import { Coverage } from '@/features/opinions/components/doors';
import { messages } from '@/features/opinions/messages';
import { doorRounds } from '@/features/opinions/queries/door';
import { messages as programmes } from '@/features/programmes/messages';
import { messages as shortway } from '@/features/shortway/messages';
import { doorShorts } from '@/features/shortway/queries/own';
import { lastDay } from '@/features/signoff/components/last-day';
import { messages as signoff } from '@/features/signoff/messages';
import { doorNotices } from '@/features/signoff/queries/door';
import { OnDutyToday } from '@/features/stewards/components/own-turns';
import { messages as stewards } from '@/features/stewards/messages';
import { myService } from '@/features/stewards/queries/mine';
import { messages as visits } from '@/features/visits/messages';
import * as to from '@/lib/addresses';
import { formatMoment, formatUntil, pick, roundMark } from '@/lib/words';

export default actPage([], async ({ locale, community, call, person }) => {
  const rows = await doorRounds(call, {});
  const notices = rows && (await doorNotices(call, {}));
  if (!rows) return null;
  const compared = (await doorComparisons(call, {})) ?? [];
  const shorts = (await doorShorts(call, {})) ?? [];
  const { waiting = [] } = (await waitsAtDoor(call, {})) ?? {};
  const met = (await doorMeetings(call, {}))?.meetings ?? [];
  const service = (await myService(person, { community })).find((one) => one.to === null);
  const t = pick(messages, locale);
  const s = pick(signoff, locale).door;
  const rounds = [...new Map(rows.map((row) => [row.round, row])).values()];
  return (
    <>
      <PageTitle title={t.door.title} lead={t.door.lead} />
      {service && <OnDutyToday turns={service.turns} locale={locale} />}
      <WaitsAtDoor waiting={waiting} slug={community} locale={locale} />
      <Actions>
        <ActionLink ghost href={to.door(locale, community, 'cases', 'new')}>
          {pick(cases, locale).record.doorTitle}
        </ActionLink>
        <ActionLink ghost href={to.door(locale, community, 'visits')}>
          {pick(visits, locale).list.title}
        </ActionLink>
        <ActionLink ghost href={to.door(locale, community, 'pictures')}>
          {pick(depicted, locale).door.link}
        </ActionLink>
        {service && (
          <ActionLink ghost href={to.me(locale, 'service')}>
            {pick(stewards, locale).me.turns}
          </ActionLink>
        )}
        {met.length > 0 && (
          <ActionLink ghost href={to.door(locale, community, 'meetings')}>
            {pick(meetings, locale).door.title}
          </ActionLink>
        )}
        <ActionLink ghost href={to.door(locale, community, 'programmes')}>
          {pick(programmes, locale).door.title}
        </ActionLink>
      </Actions>
      {notices && notices.length > 0 && (
        <section>
          <h2>{s.notices}</h2>
          <ul className="entries">
            {notices.map((one) => (
              <li key={one.no}>
                <a className="tap" href={to.door(locale, community, 'notices', one.no ?? 0)}>
                  <Written>{one.title}</Written>
                </a>
                <p>{s.until(lastDay(one.to, locale))}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {compared.length > 0 && (
        <section>
          <h2>{pick(alternatives, locale).door.heading}</h2>
          <ul className="entries">
            {compared.map((one) => (
              <li key={one.no}>
                <a className="tap" href={to.door(locale, community, 'alternatives', one.no)}>
                  <Written>{one.title}</Written>
                </a>
                <p>{pick(alternatives, locale).say.until(formatUntil(one.until, locale))}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shorts.length > 0 && (
        <section>
          <h2>{pick(shortway, locale).door.heading}</h2>
          <ul className="entries">
            {shorts.map((one) => (
              <li key={one.no}>
                <a className="tap" href={to.door(locale, community, 'short', one.no)}>
                  <Written>{one.title}</Written>
                </a>
                <p>{pick(shortway, locale).board.until(formatUntil(one.until, locale))}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rounds.length === 0 && <Empty text={t.door.none} />}
      {rounds.map((round) => (
        <section key={round.round}>
          <h2>
            <a href={to.door(locale, community, 'rounds', round.round)}>
              {t.door.matter(round.title, round.version)} · {t.round(roundMark(round.k, locale))}
            </a>
          </h2>
          <p className="crumb">
            {round.open
              ? t.door.until(formatUntil(round.closesAt, locale))
              : t.door.notOpen(formatMoment(round.opensAt, locale))}
          </p>
          <ul className="entries">
            {rows
              .filter((row) => row.round === round.round)
              .map((row) => (
                <li key={row.entranceId}>
                  <a
                    className="tap"
                    href={to.door(locale, community, 'rounds', row.round, 'entrances', row.entranceId)}
                  >
                    {t.entrance(row.building, row.entrance)}
                  </a>
                  <Coverage progress={row} locale={locale} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
});
