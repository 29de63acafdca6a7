import { messages as alternatives } from '@/features/alternatives/messages';
import { letterOf } from '@/features/alternatives/rules';
import { nextOf } from '@/features/proposals/components/next';
import { messages as proposals } from '@/features/proposals/messages';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import type { Locale } from '@/lib/edition';
import { groupOf, placeIn } from '@/lib/place-name';
import { heardOf } from '@/lib/telling';
import { formatDate, pick } from '@/lib/words';

interface Part {
  key: string;
  title: string;
  says: string[];
}

/** The story in sentences, as one tells it to somebody who cannot read it: nothing but what hangs on the board. */
export function storyAloud(story: Story, locale: Locale): Part[] {
  const t = pick(messages, locale);
  const p = pick(proposals, locale);
  const plan = story.plans.at(-1);
  const round = story.rounds.at(-1);
  const nameOf = (id: number) => groupOf(story.groups, id, locale);
  const due =
    story.due && ('day' in story.due ? t.due[story.due.kind](formatDate(story.due.day, locale)) : t.due.counting);
  const ends = locale === 'zh' ? '。' : '.';
  const sentence = (...said: (string | null | false | undefined)[]) => {
    const text = said.filter(Boolean).join(locale === 'zh' ? '，' : ', ');
    return /[。！？.!?]$/.test(text) ? text : `${text}${ends}`;
  };
  const parts: Part[] = [
    { key: 'matter', title: t.aloud.matter, says: [story.problem, story.ask] },
    {
      key: 'sides',
      title: t.aloud.sides,
      says: story.groups.map((one) => sentence(placeIn(one.name, locale), t.sides[one.effect], one.why)),
    },
    {
      key: 'plan',
      title: t.aloud.plan,
      says: plan ? [sentence(t.rounds.draft(plan.version, plan.title)), plan.summary] : [],
    },
    {
      key: 'alternatives',
      title: pick(alternatives, locale).board.title,
      says: (story.comparison?.alternatives ?? []).flatMap((one) => [
        sentence(pick(alternatives, locale).named(letterOf(one.position), one.title)),
        one.summary,
        ...one.groups.map((group) => sentence(placeIn(group.name, locale), t.sides[group.effect], group.why)),
      ]),
    },
    { key: 'changes', title: t.aloud.changes, says: round ? round.changes.map((one) => sentence(one.note)) : [] },
    {
      key: 'heard',
      title: t.aloud.heard,
      says: round
        ? round.groups.map((one) => sentence(t.rounds.openGroup(nameOf(one.id), one.households, heardOf(one.arcs))))
        : [],
    },
    {
      key: 'next',
      title: t.aloud.next,
      says: [sentence(p.states[story.state], due), nextOf(story.state, story.appeal, locale)],
    },
  ];
  return parts
    .map((part) => ({ ...part, says: [...new Set(part.says.filter((one) => one.trim() !== ''))] }))
    .filter(({ says }) => says.length > 0);
}
