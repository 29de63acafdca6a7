import { Explained } from '@/components/data/explained';
import { Facts, Sides } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { nextOf } from '@/features/proposals/components/next';
import { toneOf } from '@/features/proposals/components/proposal-list';
import { messages as proposalMessages } from '@/features/proposals/messages';
import { tellsSupport } from '@/features/proposals/rules';
import { OpenAct } from '@/features/story/components/open-act';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import { isBigAsked } from '@/lib/done';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

type Part = { story: Story; locale: Locale };

/** What it is, how far it has come, what happens next, who does it and by when. */
export function StoryHead({ story, locale, slug }: Part & { slug: string }) {
  const t = pick(messages, locale);
  const p = pick(proposalMessages, locale);
  const cases = story.cases.reduce((sum, side) => sum + side.count, 0);
  const hang = story.cases.reduce((sum, side) => sum + side.titles.length, 0);
  const crumb = [
    t.no(story.no),
    story.building && `${t.by(story.building)}${story.onBehalf ? t.onBehalf : ''}`,
    story.supporters !== 0 && tellsSupport(story.state, story.supporters) && t.supporters(story.supporters),
    cases > 0 && t.gathered(cases, hang),
  ].filter(Boolean);
  const due =
    story.due && ('day' in story.due ? t.due[story.due.kind](formatDate(story.due.day, locale)) : t.due.counting);
  const over = story.due?.kind === 'reopen_over' || story.due?.kind === 'reopen_over_homes';
  const counted = story.state === 'consulting' && story.rounds.at(-1)?.phase === 'closed';
  const roles = p.roles as Record<string, string>;
  const way = isBigAsked() ? 'btn btn-ghost' : 'tap';
  return (
    <>
      <PageTitle
        title={story.title}
        crumb={crumb.join(' · ')}
        state={{
          tone: toneOf(story.state),
          text: `${p.states[story.state]} · ${p.board.since(formatDate(story.stateAt, locale))}`,
        }}
        next={
          <>
            {!over && (counted ? t.counted(roles[story.owner ?? ''] ?? '') : nextOf(story.state, story.appeal, locale))}
            {due && (
              <>
                {!over && ' '}
                <strong>{due}</strong>
              </>
            )}
          </>
        }
        lead={<Written>{story.problem}</Written>}
        asked={
          <>
            <OpenAct open={story.open} no={story.no} locale={locale} slug={slug} />
            <div className="actions also no-print">
              {story.reopenable && (
                <a className="btn btn-ghost" href={to.act(locale, slug, 'proposals', story.no, 'reopening')}>
                  {t.talk.reopen}
                </a>
              )}
              <a className={way} href={to.aloud(locale, slug, 'proposals', story.no)}>
                {t.aloud.read}
              </a>
              <a className={way} href={to.act(locale, slug, 'proposals', story.no, 'said')}>
                {t.said}
              </a>
            </div>
          </>
        }
      />
      {(story.overdue || story.stalled) && (
        <Notice kind="warn">
          <p>{story.overdue ? t.overdue : t.stalled}</p>
        </Notice>
      )}
      <StateReason story={story} locale={locale} />
    </>
  );
}

const REASONED = ['declined', 'shelved', 'reopened', 'redesign'];

/** Where it stopped or was sent back, the reason stands beside it. */
function StateReason({ story, locale }: Part) {
  const last = story.events.filter((event) => event.to === story.state && event.reason).at(-1);
  if (!last || !REASONED.includes(story.state)) return null;
  const t = pick(messages, locale);
  const roles = pick(proposalMessages, locale).roles as Record<string, string>;
  return (
    <Notice title={t.reason(roles[last.role] ?? last.role)}>
      <p>
        <Written>{last.reason}</Written>
      </p>
      {last.askInstead && <p>{t.askInstead(last.askInstead)}</p>}
    </Notice>
  );
}

/** The two sides beside each other: groups once they are confirmed, before that the cases that want it or fear it. */
export function StorySides({ story, locale }: Part) {
  const t = pick(messages, locale).sides;
  if (story.groups.length > 0) {
    return (
      <>
        <Sides
          level={2}
          items={story.groups.map((group) => ({
            key: String(group.id),
            title: [
              placeIn(group.name, locale),
              t[group.effect],
              group.households !== null && t.households(group.households),
            ]
              .filter(Boolean)
              .join(' · '),
            children: (
              <>
                <p>{group.why}</p>
                {group.cases !== null && <p className="crumb">{t.cases(group.cases)}</p>}
              </>
            ),
          }))}
        />
        {!story.confirmed && (
          <p className="crumb">
            <Explained locale={locale}>{t.unconfirmed}</Explained>
          </p>
        )}
      </>
    );
  }
  const sides = (['for', 'against', 'other'] as const).flatMap(
    (side) => story.cases.find((one) => one.side === side) ?? [],
  );
  if (sides.length === 0) return null;
  return (
    <Sides
      level={2}
      items={sides.map((side) => ({
        key: side.side,
        title: `${t[side.side]} · ${t.cases(side.count)}`,
        children: <p>{side.titles.slice(0, 4).join(locale === 'zh' ? '；' : '; ')}</p>,
      }))}
    />
  );
}

export function StoryFacts({ story, locale }: Part) {
  const t = pick(messages, locale);
  const items = [
    { key: 'place', term: t.place, value: story.place },
    { key: 'ask', term: t.ask, value: story.ask },
  ].filter((item) => item.value);
  return (
    <div className="story-facts">
      <Facts items={items} />
    </div>
  );
}
