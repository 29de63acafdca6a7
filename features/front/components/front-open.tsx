import { DayStrip } from '@/components/data/day-strip';
import { Explained } from '@/components/data/explained';
import { Meter } from '@/components/data/meter';
import { Written } from '@/components/data/written';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages as alternatives } from '@/features/alternatives/messages';
import type { FrontProposal } from '@/features/front/queries/front';
import type { Home } from '@/features/front/queries/home';
import { messages as shortway } from '@/features/shortway/messages';
import { messages } from '@/features/story/messages';
import { lastDayOf } from '@/features/story/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { groupOf } from '@/lib/place-name';
import { heardOf } from '@/lib/telling';
import { formatDate, formatUntil, pick } from '@/lib/words';

type Part = { items: readonly FrontProposal[]; home: Home; now: Date; locale: Locale; slug: string };

/** How many of each group were heard so far. */
function Reached({ talked, locale }: { talked: Home['talked'][number] | undefined; locale: Locale }) {
  const open = talked?.rounds.at(-1);
  if (!talked || open?.phase !== 'open') return null;
  const t = pick(messages, locale).rounds;
  return (
    <ul className="front-reached">
      {open.groups.map((group) => {
        const name = groupOf(talked.groups, group.id, locale);
        const heard = heardOf(group.arcs);
        const say = t.openGroup(name, group.households, heard);
        return (
          <li key={group.id}>
            {say}
            <Meter value={heard} max={group.households} label={say} />
          </li>
        );
      })}
    </ul>
  );
}

/** Open rounds and notices: what one can still say something to, and until when. */
export function FrontOpen({ items, home, now, locale, slug }: Part) {
  const t = pick(messages, locale).front;
  const open = items.filter((one) => one.round || one.notice || one.short || one.comparison);
  return (
    <Section title={t.open} id="open">
      {open.length === 0 && <p>{t.openNone}</p>}
      <ul className="front-open">
        {open.map((one) => (
          <li key={one.no}>
            <h3>
              <a href={to.proposal(locale, slug, one.no)}>
                <Written>{one.title}</Written>
              </a>
            </h3>
            {one.round && (
              <>
                <p>{t.round(one.round.k, one.round.version, formatDate(lastDayOf(one.round.closesAt), locale))}</p>
                <DayStrip last={lastDayOf(one.round.closesAt)} now={now} locale={locale} />
                <Actions>
                  <ActionLink href={to.act(locale, slug, 'rounds', one.round.no, 'opinion')}>{t.say}</ActionLink>
                  <a className="tap" href={to.plan(locale, slug, one.no, one.round.version)}>
                    {t.readPlan(one.round.version)}
                  </a>
                </Actions>
                <Reached talked={home.talked.find(({ no }) => no === one.no)} locale={locale} />
              </>
            )}
            {one.notice && (
              <>
                <p>
                  <Explained locale={locale}>{t.notice(formatDate(lastDayOf(one.notice.to), locale))}</Explained>
                </p>
                <DayStrip last={lastDayOf(one.notice.to)} now={now} locale={locale} />
                <Actions>
                  <ActionLink ghost href={to.act(locale, slug, 'notices', one.no, 'opposition')}>
                    {t.oppose}
                  </ActionLink>
                </Actions>
              </>
            )}
            {one.comparison && (
              <>
                <p>{pick(alternatives, locale).say.until(formatUntil(one.comparison.to, locale))}</p>
                <DayStrip last={lastDayOf(one.comparison.to)} now={now} locale={locale} />
                <Actions>
                  <ActionLink href={to.act(locale, slug, 'proposals', one.no, 'alternatives')}>
                    {pick(alternatives, locale).board.say}
                  </ActionLink>
                  <a className="tap" href={to.alternatives(locale, slug, one.no)}>
                    {pick(alternatives, locale).say.read}
                  </a>
                </Actions>
              </>
            )}
            {one.short && (
              <>
                <p>{pick(shortway, locale).board.hangs(formatUntil(one.short.to, locale))}</p>
                <DayStrip last={lastDayOf(one.short.to)} now={now} locale={locale} />
                <Actions>
                  <ActionLink ghost href={to.act(locale, slug, 'proposals', one.no, 'short')}>
                    {pick(shortway, locale).board.object}
                  </ActionLink>
                </Actions>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
