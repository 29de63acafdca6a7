import { words } from '@/components/messages';
import { Contents } from '@/components/page/section';
import { messages as alternatives } from '@/features/alternatives/messages';
import { messages as beyond } from '@/features/beyond/messages';
import { messages as callbacks } from '@/features/callbacks/messages';
import { messages as conditions } from '@/features/conditions/messages';
import { mayComment } from '@/features/proposals/rules';
import { messages as repairs } from '@/features/repairs/messages';
import { messages as shortway } from '@/features/shortway/messages';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** The parts of the story that are there. */
export function StoryContents({ story, locale }: { story: Story; locale: Locale }) {
  const t = pick(messages, locale);
  const items = [
    story.comparison && { id: 'alternatives', title: pick(alternatives, locale).board.title },
    story.repair && { id: 'repair', title: pick(repairs, locale).board.title },
    story.short && { id: 'short', title: pick(shortway, locale).board.title },
    story.turned && { id: 'short-before', title: pick(shortway, locale).turnedBoard.title },
    story.rounds.length > 0 && { id: 'rounds', title: t.rounds.title },
    story.conditions && { id: 'conditions', title: pick(conditions, locale).board.title },
    story.standings.length > 0 && { id: 'agreement', title: t.agreement.title },
    story.gates.length > 0 && { id: 'gates', title: t.gates.title },
    story.outside.length > 0 && { id: 'outside', title: pick(beyond, locale).board.title },
    story.decision && { id: 'notice', title: t.notice.title },
    story.decision?.resolution && { id: 'resolution', title: t.resolution.title },
    story.works && { id: 'works', title: t.works.title },
    story.pictures.length > 0 && { id: 'pictures', title: t.pictures.title },
    story.waves.length > 0 && { id: 'callbacks', title: pick(callbacks, locale).board.title },
    (story.comments.length > 0 || mayComment(story.state)) && { id: 'comments', title: t.talk.title },
  ];
  return <Contents label={words(locale).contents} items={items.filter((one) => !!one)} />;
}
