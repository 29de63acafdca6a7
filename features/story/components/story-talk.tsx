import { Timeline } from '@/components/data/timeline';
import { Written } from '@/components/data/written';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { CommentList } from '@/features/proposals/components/comment-list';
import { messages as proposalMessages } from '@/features/proposals/messages';
import { mayComment, maySupport } from '@/features/proposals/rules';
import { messages, newsOf } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';

type Part = { story: Story; locale: Locale; slug: string };

/** What one can do about it now: links to where one signs in. */
function StoryActs({ story, locale, slug }: Part) {
  const t = pick(messages, locale).talk;
  const { state, no } = story;
  const act = (name: string) => to.act(locale, slug, 'proposals', no, name);
  if (!mayComment(state)) return null;
  return (
    <>
      <Actions>
        <ActionLink ghost href={act('comment')}>
          {t.comment}
        </ActionLink>
        {maySupport(state) && (
          <ActionLink ghost href={act('support')}>
            {t.support}
          </ActionLink>
        )}
        {story.due?.kind === 'reopen_over' && (
          <ActionLink ghost href={to.act(locale, slug, 'proposals', 'new')}>
            {pick(messages, locale).front.propose}
          </ActionLink>
        )}
        {story.appealable && (
          <ActionLink ghost href={act('appeal')}>
            {t.appeal}
          </ActionLink>
        )}
      </Actions>
      <p className="crumb">{t.sign}</p>
    </>
  );
}

export function StoryTalk(part: Part) {
  const { story, locale, slug } = part;
  const t = pick(messages, locale).talk;
  if (story.comments.length === 0 && !mayComment(story.state)) return null;
  return (
    <Section title={t.title} id="comments" brief={t.count(story.comments.length)}>
      {story.comments.length > 0 ? <CommentList comments={story.comments} locale={locale} /> : <p>{t.none}</p>}
      {story.olderComments !== null && (
        <p>
          <a className="tap" href={to.commentsAfter(locale, slug, story.no, story.olderComments)}>
            {t.older}
          </a>
        </p>
      )}
      <StoryActs {...part} />
    </Section>
  );
}

/** Every step, folded: the record of who did what and why. */
export function StoryHistory({ story, locale, slug }: Part) {
  const t = pick(messages, locale);
  const roles = pick(proposalMessages, locale).roles as Record<string, string>;
  const steps = story.events.flatMap((event) => {
    const title = newsOf(event, locale);
    return title ? [{ ...event, title }] : [];
  });
  const items = steps.map((step, index) => ({
    key: String(index),
    mark: String(index + 1),
    title: step.title,
    when: [formatMoment(step.at, locale), roles[step.role]].filter(Boolean).join(' · '),
    done: true,
    children: step.reason ? (
      <p>
        <Written>{step.reason}</Written>
      </p>
    ) : undefined,
  }));
  if (items.length === 0) return null;
  return (
    <details className="story-history" id="history">
      <summary>{t.history}</summary>
      <Timeline items={items} />
      <p>
        <a className="tap" href={to.record(locale, slug)}>
          {t.record}
        </a>
      </p>
    </details>
  );
}
