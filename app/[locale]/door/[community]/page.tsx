import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as invited } from '@/features/invitations/messages';
import { invitations } from '@/features/invitations/queries';
import { Coverage } from '@/features/opinions/components/doors';
import { messages } from '@/features/opinions/messages';
import { doorRounds } from '@/features/opinions/queries/door';
import { lastDay } from '@/features/signoff/components/last-day';
import { messages as signoff } from '@/features/signoff/messages';
import { doorNotices } from '@/features/signoff/queries/door';
import { messages as works } from '@/features/works/messages';
import { doorDelegates } from '@/features/works/queries/door';
import * as to from '@/lib/addresses';
import { formatMoment, formatUntil, pick, roundMark } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const rows = await doorRounds(call, {});
  const notices = rows && (await doorNotices(call, {}));
  if (!rows) return null;
  const delegates = ((await doorDelegates(call, {})) ?? []).filter((one) => !one.spoken && one.outcome === null);
  const { waiting } = (await invitations(call, {})) ?? { waiting: [] };
  const t = pick(messages, locale);
  const s = pick(signoff, locale).door;
  const rounds = [...new Map(rows.map((row) => [row.round, row])).values()];
  return (
    <>
      <PageTitle title={t.door.title} lead={t.door.lead} />
      {waiting.length > 0 && (
        <Actions>
          <ActionLink href={to.door(locale, community, 'invitations')}>
            {pick(invited, locale).list.waiting(waiting.length)}
          </ActionLink>
        </Actions>
      )}
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
      {delegates.length > 0 && (
        <section>
          <h2>
            <a href={to.door(locale, community, 'works')}>{pick(works, locale).door.title}</a>
          </h2>
          <p>{pick(works, locale).door.lead}</p>
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
