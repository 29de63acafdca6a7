import { Circle } from '@/components/circle/circle';
import type { CircleRound } from '@/components/circle/geometry';
import { CircleTable } from '@/components/circle/table';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { groupOf, placeIn } from '@/lib/place-name';
import { heardOf } from '@/lib/telling';
import { formatList, pick, roundMark } from '@/lib/words';

export const AGREED = ['agreed', 'noticed', 'signed_off', 'building', 'completed', 'verifying', 'verified'];

/** What of a proposal the circle is drawn from. */
type Drawn = {
  groups: readonly { id: number; name: string; households: number | null }[];
  rounds: readonly (Pick<Story['rounds'][number], 'k' | 'phase'> & {
    groups: readonly Pick<Story['rounds'][number]['groups'][number], 'id' | 'households' | 'arcs'>[];
  })[];
};

/** Groups and rounds as the circle draws them; rounds not begun are left out. */
export function drawn(story: Drawn, locale: Locale) {
  const t = pick(messages, locale);
  const held = story.rounds.filter((round) => round.phase !== 'planned' && round.phase !== 'void');
  const sizes = new Map(held.flatMap((round) => round.groups.map((group) => [group.id, group.households] as const)));
  const groups = story.groups
    .map((group) => ({
      key: String(group.id),
      name: placeIn(group.name, locale),
      households: sizes.get(group.id) ?? group.households ?? 0,
    }))
    .filter((group) => group.households > 0);
  const rounds: CircleRound[] = held.map((round) => ({
    label: t.rounds.nth(round.k),
    mark: roundMark(round.k, locale),
    groups: round.groups.map((group) => ({ key: String(group.id), arcs: group.arcs })),
  }));
  return { groups, rounds, last: held.at(-1) };
}

/** "15号楼：84户里听到81户，74户同意，7户有条件": the last ring in words, a sentence for each group. */
export function circleSentences(story: Drawn, locale: Locale): string[] {
  const t = pick(messages, locale).circle;
  const { last } = drawn(story, locale);
  return (last?.groups ?? []).map((group) => {
    const name = groupOf(story.groups, group.id, locale);
    const parts = group.arcs
      .filter((arc) => arc.count > 0 && arc.kinds.every((kind) => kind in t.cell))
      .map((arc) => t.part(arc.count, arc.kinds.map((kind) => t.cell[kind]).join(t.or)));
    return t.sentence(name, group.households, heardOf(group.arcs), parts);
  });
}

const circleSentence = (story: Drawn, locale: Locale): string =>
  pick(messages, locale).circle.join(circleSentences(story, locale));

export function StoryCircle({ story, locale, slug }: { story: Story; locale: Locale; slug?: string }) {
  const t = pick(messages, locale).circle;
  const { groups, rounds, last } = drawn(story, locale);
  if (!last || groups.length === 0) return null;
  return (
    <Circle
      rounds={rounds}
      groups={groups}
      locale={locale}
      title={t.title(
        formatList(
          groups.map((group) => group.name),
          locale,
        ),
      )}
      description={`${t.description(rounds.length)} ${circleSentence(story, locale)}`}
      kindNames={t.kinds}
      centre={{ word: t.centre, note: pick(messages, locale).rounds.nth(last.k) }}
      agreed={AGREED.includes(story.state)}
      sentence={circleSentence(story, locale)}
      hint={t.hint(rounds.length)}
      table={slug ? { href: to.circle(locale, slug, story.no), label: t.table } : undefined}
    />
  );
}

export function StoryTable({ story, locale }: { story: Story; locale: Locale }) {
  const t = pick(messages, locale).circle;
  const { groups, rounds } = drawn(story, locale);
  if (rounds.length === 0) return <p>{t.none}</p>;
  const captioned = groups.map((group) => ({ ...group, caption: t.caption(group.name, group.households) }));
  return <CircleTable rounds={rounds} groups={captioned} kindNames={t.kinds} heads={t.heads} locale={locale} />;
}
