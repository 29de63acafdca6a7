import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages as opinions } from '@/features/opinions/messages';
import { messages as people } from '@/features/people/messages';
import { messages as proposals } from '@/features/proposals/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, formatMoment, formatUntil, pick, roundMark } from '@/lib/words';
import { messages } from '../messages';
import type { MyToday } from '../queries';

/** What stands before everything else: whoever lives nowhere registers first; a claim says how far it has come. */
export function Standing({ today, locale }: { today: MyToday; locale: Locale }) {
  const t = pick(messages, locale).me;
  const { home } = pick(people, locale);
  const { claims, homes, roles } = today;
  if (claims.length === 0) {
    if (homes.length > 0 || roles.length > 0) return null;
    return (
      <Notice kind="warn" title={t.first}>
        <p>{t.firstWhy}</p>
        <Actions>
          <ActionLink href={to.me(locale, 'household')}>{t.firstGo}</ActionLink>
        </Actions>
      </Notice>
    );
  }
  return claims.map((one) => (
    <Notice key={`${one.community}-${one.at}`} kind="warn" title={t.claim[one.state]}>
      <p>{t.claimOf(one[locale], home(one.building, one.entrance, one.door))}</p>
      <p>{one.state === 'requested' ? t.claimWaits(formatDate(one.at, locale)) : t.claimRefused(one.reason ?? '')}</p>
      <a className="tap" href={to.me(locale, 'household')}>
        {t.household}
      </a>
    </Notice>
  ));
}

/** In which community, where somebody has to do with several. */
function placeIn({ homes }: MyToday, slug: string, locale: Locale): string | null {
  return homes.length > 1 ? (homes.find((one) => one.community === slug)?.[locale] ?? null) : null;
}

/** Drafts, and what this household has proposed, the last moved first. */
export function OwnProposals({ today, locale }: { today: MyToday; locale: Locale }) {
  const {
    me: t,
    brought: { waits },
  } = pick(messages, locale);
  const { states } = pick(proposals, locale);
  if (today.proposals.length === 0) return null;
  return (
    <Section title={t.proposals} id="proposals" brief={words(locale).inAll(today.proposals.length)}>
      <ul className="entries">
        {today.proposals.map((one) => (
          <li key={one.id}>
            {one.state === 'draft' || one.no === null ? (
              <>
                <a className="tap" href={to.act(locale, one.community, 'drafts', one.id)}>
                  {t.draft(one.title)}
                </a>
                <p>{t.draftNote(formatMoment(one.at, locale))}</p>
              </>
            ) : (
              <>
                <a
                  className="tap"
                  href={
                    one.waits
                      ? to.act(locale, one.community, 'proposals', one.no)
                      : to.proposal(locale, one.community, one.no)
                  }
                >
                  <Written>{one.title}</Written>
                </a>
                <p>
                  {[
                    placeIn(today, one.community, locale),
                    t.proposalNote(one.no, one.waits ? waits : states[one.state]),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What this household supports and what it said last, what may be changed first; everything is a tap away. */
export function Spoken({ today, locale }: { today: MyToday; locale: Locale }) {
  const t = pick(messages, locale).me;
  const { stances } = pick(opinions, locale);
  if (today.spoken.length === 0) return null;
  return (
    <Section title={t.said} id="said" brief={words(locale).inAll(today.spoken.length)}>
      <ul className="entries">
        {today.spoken.map((one) => (
          <li key={`${one.community}-${one.no}`}>
            <a className="tap" href={to.act(locale, one.community, 'proposals', one.no, 'said')}>
              <Written>{one.title}</Written>
            </a>
            <p>
              {[
                placeIn(today, one.community, locale),
                one.supports && t.supports,
                one.compared && t.compared,
                one.stance && t.word(stances[one.stance], roundMark(one.k ?? 0, locale)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {one.change && (
              <a
                className="tap"
                href={
                  one.change.round === null
                    ? to.act(locale, one.community, 'proposals', one.no, 'alternatives')
                    : to.act(locale, one.community, 'rounds', one.change.round, 'opinion')
                }
              >
                {t.change(formatUntil(one.change.until, locale))}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
