import { type Change, Changes, Timeline, type TimelineItem } from '@/components/data/timeline';
import { Written } from '@/components/data/written';
import { ActionLink, Actions, Story as Beside, Section } from '@/components/page/section';
import { messages as proposalMessages } from '@/features/proposals/messages';
import { StoryCircle } from '@/features/story/components/story-circle';
import { messages } from '@/features/story/messages';
import type { Story } from '@/features/story/queries';
import { lastDayOf } from '@/features/story/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { groupOf } from '@/lib/place-name';
import { heardOf } from '@/lib/telling';
import { formatDate, formatDays, pick, roundMark } from '@/lib/words';

type Part = { story: Story; locale: Locale; slug: string };
type Round = Story['rounds'][number];
type Objection = Story['objections'][number];

/** Several objections answered by one change agree only when every one of them is settled. */
function status(objections: readonly Objection[], locale: Locale): Change['status'] {
  if (objections.length === 0) return undefined;
  const t = pick(messages, locale).rounds.states;
  const worst = objections.find((one) => one.state !== 'settled') ?? objections[0];
  return { text: t[worst?.state ?? ''] ?? '', agreed: worst?.state === 'settled' };
}

function changesOf(changes: Round['changes'], story: Story, locale: Locale): Change[] {
  const t = pick(messages, locale).rounds;
  const gates = pick(proposalMessages, locale).gates;
  return changes.map((change, index) => ({
    key: `${change.clause}-${index}`,
    text: change.note,
    note: [
      ...change.objections.map((one) => {
        const group = groupOf(story.groups, one.group, locale);
        return t.answers(one.no, one.wording ?? t.grounds[one.ground] ?? one.ground, group, one.raisers);
      }),
      ...(change.gate ? [t.gate(gates[change.gate] ?? change.gate)] : []),
      ...(change.technical ? [t.technical(change.technical)] : []),
    ].join(locale === 'zh' ? '；' : '; '),
    status: status(change.objections, locale),
  }));
}

function roundItem(round: Round, { story, locale, slug }: Part): TimelineItem {
  const t = pick(messages, locale).rounds;
  const lastDay = lastDayOf(round.closesAt);
  const households = round.groups.reduce((sum, group) => sum + group.households, 0);
  const heard = round.groups.reduce((sum, group) => sum + heardOf(group.arcs), 0);
  const asked = round.groups.reduce<number | null>(
    (sum, group) => (sum === null || group.asked === null ? null : sum + group.asked),
    0,
  );
  const days = formatDays(round.opensAt, `${lastDay}T00:00:00+08:00`, locale);
  return {
    key: String(round.no),
    id: `round-${round.k}`,
    mark: roundMark(round.k, locale),
    done: round.phase === 'closed',
    title: t.item(round.k, round.version, round.title),
    when: (
      <>
        {round.phase === 'open' ? t.open(formatDate(lastDay, locale)) : days}
        {' · '}
        <a href={to.round(locale, slug, round.no)}>{t.reached(heard, households)}</a>
      </>
    ),
    children: (
      <>
        {round.summary && (
          <p>
            <Written>{round.summary}</Written>
          </p>
        )}
        {round.phase === 'counting' && <p>{t.counting}</p>}
        {(asked === null || asked < households) && <p className="crumb">{t.asked(asked)}</p>}
        {round.changes.length > 0 && <Changes items={changesOf(round.changes, story, locale)} />}
        {round.phase === 'open' && (
          <>
            <ul className="story-open">
              {round.groups.map((group) => (
                <li key={group.id}>
                  {t.openGroup(groupOf(story.groups, group.id, locale), group.households, heardOf(group.arcs))}
                </li>
              ))}
            </ul>
            <p className="crumb">{t.openWhy}</p>
            <Actions>
              <ActionLink href={to.act(locale, slug, 'rounds', round.no, 'opinion')}>{t.say}</ActionLink>
            </Actions>
          </>
        )}
      </>
    ),
  };
}

/** A plan that is published but was not yet taken round the doors. */
function nextItem({ story, locale }: Part): TimelineItem[] {
  const t = pick(messages, locale).rounds;
  const held = story.rounds.at(-1);
  const plan = story.plans.at(-1);
  if (!['consulting', 'redesign'].includes(story.state)) return [];
  const k = (held?.k ?? 0) + 1;
  const ahead = plan && plan.version > (held?.version ?? 0) ? plan : undefined;
  const text = ahead ? t.next : story.state === 'redesign' ? t.redrawing : held ? undefined : t.preparing;
  if (!text) return [];
  return [
    {
      key: 'next',
      mark: roundMark(k, locale),
      title: ahead ? t.draft(ahead.version, ahead.title) : t.nth(k),
      children: <p>{text}</p>,
    },
  ];
}

/** Round by round with the circle beside it. */
export function StoryRounds(part: Part) {
  const { story, locale, slug } = part;
  const t = pick(messages, locale).rounds;
  const items = [...story.rounds.map((round) => roundItem(round, part)), ...nextItem(part)];
  if (items.length === 0) return null;
  const latest = story.plans.at(-1);
  const links = (
    <ul className="story-links">
      {story.objections.length > 0 && (
        <li>
          <a className="tap" href={to.objections(locale, slug, story.no)}>
            {t.sheet(story.objections.length)}
          </a>
        </li>
      )}
      {latest && latest.version > 1 && (
        <li>
          <a className="tap" href={to.planComparison(locale, slug, story.no, latest.version - 1, latest.version)}>
            {t.compare(latest.version - 1, latest.version)}
          </a>
        </li>
      )}
      {latest && (
        <li className="versions">
          {[...story.plans].reverse().map(({ version }) => (
            <a key={version} className="tap" href={to.plan(locale, slug, story.no, version)}>
              {version === latest.version ? t.read(version) : t.version(version)}
            </a>
          ))}
        </li>
      )}
    </ul>
  );
  const timeline = (
    <>
      <Timeline items={items} />
      {links}
    </>
  );
  const last = story.rounds.at(-1);
  const sum = (of: (group: Round['groups'][number]) => number) =>
    last?.groups.reduce((all, one) => all + of(one), 0) ?? 0;
  const reached = t.reached(
    sum((one) => heardOf(one.arcs)),
    sum((one) => one.households),
  );
  const brief = last ? `${t.nth(last.k)} · ${reached}` : t.preparing;
  return (
    <Section title={t.title} id="rounds" brief={brief}>
      {story.rounds.length > 0 ? <Beside aside={<StoryCircle {...part} />}>{timeline}</Beside> : timeline}
    </Section>
  );
}
