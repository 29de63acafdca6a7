import type { ReactNode } from 'react';
import { words } from '@/components/messages';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Contents, Section } from '@/components/page/section';
import type { FrontProposal } from '@/features/front/queries/front';
import type { Home } from '@/features/front/queries/home';
import { messages } from '@/features/story/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { inStage, Lines, Opposing, opposing } from './front-lists';
import { FrontOpen } from './front-open';
import { HomeAsked, HomeMonth, HomeWhom } from './home-after';
import { HomeCircles } from './home-circles';
import { HomeWhere } from './home-where';
import { HomePromises, HomeWorks } from './home-works';

interface Props {
  items: readonly FrontProposal[];
  home: Home;
  telephone: string;
  /** What is on this week; null: nothing. */
  week: ReactNode;
  now: Date;
  locale: Locale;
  slug: string;
}

/** Two parts beside each other where there is room; one alone takes all of it. */
function Pair({ left, right }: { left: ReactNode; right: ReactNode }) {
  if (!left || !right) return left || right;
  return (
    <div className="beside">
      <div>{left}</div>
      <div>{right}</div>
    </div>
  );
}

/** What is open first, then what is talked over, built and done, each beside what belongs to it; what is not there leaves no hole. */
export function Front({ items, home, telephone, week, now, locale, slug }: Props) {
  const t = pick(messages, locale).front;
  const { contents, inAll } = words(locale);
  const place = { locale, slug };
  const propose = (
    <>
      <p>{t.which}</p>
      <Actions>
        <ActionLink ghost href={to.act(locale, slug, 'cases', 'new')}>
          {t.report}
        </ActionLink>
        <ActionLink ghost href={to.act(locale, slug, 'proposals', 'new')}>
          {t.propose}
        </ActionLink>
      </Actions>
    </>
  );
  const whom = (
    <Section title={t.whom} id="whom" brief={telephone}>
      <HomeWhom home={home} telephone={telephone} {...place} />
    </Section>
  );
  if (items.length === 0) {
    const empty = (
      <Empty text={t.none}>
        <p>{t.noneText}</p>
        {propose}
      </Empty>
    );
    return (
      <>
        <Pair left={empty} right={week} />
        {whom}
      </>
    );
  }
  const talked = [...inStage(items, 'discussed', home.talked), ...inStage(items, 'decided', home.talked)];
  const building = inStage(items, 'building', home.built);
  const done = inStage(items, 'done', home.asked);
  const apart = opposing(items);
  const opposed = apart.length > 0 && <Opposing items={apart} {...place} />;
  const parts = [
    home.talked.length + talked.length > 0 && { id: 'discussed', title: t.discussed },
    home.built.length + building.length > 0 && { id: 'building', title: t.building },
    home.promises.length > 0 && { id: 'promises', title: t.promises },
    home.asked.length + done.length > 0 && { id: 'done', title: t.done },
    home.where && { id: 'where', title: t.where },
    { id: 'whom', title: t.whom },
  ];
  return (
    <>
      <div className="front-contents">
        <Contents label={contents} items={parts.filter((one) => !!one)} />
      </div>
      <Pair
        left={
          <>
            {/* Who comes because of a poster looks for what is open; who brings something new finds the way below it. */}
            <FrontOpen items={items} home={home} now={now} {...place} />
            {propose}
          </>
        }
        right={week || whom}
      />
      {home.talked.length + talked.length > 0 && (
        <Section title={t.discussed} id="discussed" brief={inAll(home.talked.length + talked.length)}>
          <HomeCircles talked={home.talked} {...place} />
          <Lines items={talked} {...place} />
        </Section>
      )}
      <Pair
        left={
          home.built.length + building.length > 0 && (
            <Section title={t.building} id="building" brief={inAll(home.built.length + building.length)}>
              <HomeWorks home={home} {...place} />
              <Lines items={building} {...place} />
            </Section>
          )
        }
        right={
          home.promises.length > 0 && (
            <Section title={t.promises} id="promises" brief={inAll(home.promises.length)}>
              <HomePromises home={home} {...place} />
            </Section>
          )
        }
      />
      <Pair
        left={
          home.asked.length + done.length > 0 && (
            <Section title={t.done} id="done" brief={inAll(home.asked.length + done.length)}>
              <HomeAsked home={home} {...place} />
              <Lines items={done} {...place} />
            </Section>
          )
        }
        right={
          home.month.length > 0 && (
            <Section title={t.month(home.month.at(-1)?.month ?? '')} id="month" brief={t.allFigures}>
              <HomeMonth home={home} {...place} />
            </Section>
          )
        }
      />
      <Pair
        left={
          home.where && (
            <Section title={t.where} id="where" brief={inAll(home.where.plans.length)}>
              <HomeWhere where={home.where} {...place} />
            </Section>
          )
        }
        right={
          (opposed || week) && (
            <>
              {opposed}
              {week && whom}
            </>
          )
        }
      />
      <p className="front-links">
        <a className="tap" href={to.proposals(locale, slug)}>
          {t.all}
        </a>
        <a className="tap" href={to.feed(slug)}>
          {t.feed}
        </a>
      </p>
    </>
  );
}
