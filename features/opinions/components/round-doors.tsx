import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/forms';
import { formatUntil, pick, roundMark } from '@/lib/words';
import { messages } from '../messages';
import type { doorRound } from '../queries/door';
import { progressOf } from '../rules';
import { Coverage, Doors } from './doors';
import { Saved } from './saved';

type Round = NonNullable<Awaited<ReturnType<typeof doorRound>>>;

/** One round at the doors of somebody's entrances: how far it has come, and every door; whom we owe a question about an answer too. */
export function RoundDoors(props: {
  round: Round;
  toAsk: readonly number[];
  slug: string;
  locale: Locale;
  saved?: string;
}) {
  const { round, toAsk, slug, locale, saved } = props;
  const kept = round.doors.find((one) => String(one.household) === saved);
  const t = pick(messages, locale);
  const entrances = [...new Map(round.doors.map((one) => [one.entranceId, one])).values()];
  return (
    <>
      <PageTitle
        crumb={<a href={to.door(locale, slug)}>{`${t.door.title} · ${t.round(roundMark(round.k, locale))}`}</a>}
        title={t.door.matter(round.title, round.version)}
        next={`${t.door.coverage(progressOf(round.doors))} · ${t.door.until(formatUntil(round.closesAt, locale))}`}
      />
      {kept && <Saved door={kept} slug={slug} round={round.no} locale={locale} />}
      <Coverage progress={progressOf(round.doors)} locale={locale} />
      <p className="crumb">{t.door.progressWhy}</p>
      {round.silent && (
        <Notice kind="warn">
          <p>{inWords(round.silent, locale, messages).message}</p>
        </Notice>
      )}
      <Contents
        unfolded
        label={words(locale).contents}
        items={entrances.map((one) => ({
          id: `entrance-${one.entranceId}`,
          title: t.entrance(one.building, one.entrance),
        }))}
      />
      {entrances.map((entrance) => {
        const doors = round.doors.filter((one) => one.entranceId === entrance.entranceId);
        return (
          <Section
            key={entrance.entranceId}
            id={`entrance-${entrance.entranceId}`}
            title={t.entrance(entrance.building, entrance.entrance)}
          >
            {entrances.length > 1 && <Coverage progress={progressOf(doors)} locale={locale} />}
            <Doors doors={doors} toAsk={toAsk} slug={slug} round={round.no} locale={locale} />
            <p className="no-print">
              <a className="tap" href={to.door(locale, slug, 'rounds', round.no, 'sheet', entrance.entranceId)}>
                {t.door.sheet}
              </a>
            </p>
          </Section>
        );
      })}
    </>
  );
}
