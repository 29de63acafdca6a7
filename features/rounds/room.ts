import { sql } from 'drizzle-orm';
import { isDisowned } from '@/features/proposals/facts';
import { atDesk, type DeskRead, type Part } from '@/lib/desk';
import type { Known } from '@/lib/facts';
import type { Room } from '@/lib/room';
import { formatDate, formatMoment, formatUntil, inBoth, pick, roundMark } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { type HeardFacts, heardFacts, type RoundFact, type RoundFacts, roundFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';
import { mayReadRounds } from './policy';

type Read = DeskRead<RoundFacts & Known<typeof heardFacts>>;

const unheard = ({ heard }: HeardFacts) => heard.reduce((sum, group) => sum + group.households - group.reached, 0);

function noteOf(one: RoundFact, { facts, now, locale }: Read): string {
  const t = pick(messages, locale).room.part;
  if (one.state === 'closed') return t.closed(formatDate(one.closedAt ?? one.closesAt, locale), one.summary !== '');
  if (now < one.opensAt) return t.planned(formatMoment(one.opensAt, locale));
  if (now >= one.closesAt) return t.counting;
  const of = facts.heard.reduce((sum, group) => sum + group.households, 0);
  return t.open(formatUntil(one.closesAt, locale), unheard(facts), of);
}

/** One for each round; the one that was stopped says when. */
function partsOf(read: Read): Part[] {
  const {
    facts: { rounds, stopped },
    locale,
  } = read;
  const t = pick(messages, locale).room.part;
  const part = ({ no, k }: { no: number; k: number }, note: string) => ({
    key: `round-${no}`,
    name: t.round(roundMark(k, locale)),
    path: ['rounds', no],
    note,
  });
  const all = [
    ...(stopped ? [part(stopped, t.stopped(formatDate(stopped.at, locale)))] : []),
    ...rounds.map((one) => part(one, noteOf(one, read))),
  ];
  return all.length > 0 ? all : [{ key: 'rounds', name: t.name, path: null, note: t.none }];
}

function waits({ facts, now, locale }: Read) {
  const left = unheard(facts);
  return facts.rounds
    .filter((one) => left > 0 && one.state === 'open' && one.closesAt > now)
    .map(({ k, closesAt }) => ({
      key: 'households',
      text: pick(messages, locale).room.part.waits(left, roundMark(k, locale), formatUntil(closesAt, locale)),
    }));
}

export const room = {
  name: 'rounds',
  letters,
  board,
  desk: atDesk({ ...roundFacts, ...heardFacts }, standings, {
    said: messages,
    places: { closure: 320, summary: 330, opening: 460, redesign: 480, round: 520, extension: 530 },
    parts: [{ place: 20, may: mayReadRounds, of: partsOf }],
    waits,
  }),
  personal,
  appendOnly: ['electorate', 'round_cell'],
  doors: [{ path: 'rounds', label: inBoth(messages, (t) => t.room.doors.rounds), board: true }],
  record: inBoth(messages, (t) => t.room.record),
  steps: inBoth(messages, (t) => t.room.steps),
  left: [
    {
      kind: 'summary',
      place: 40,
      label: inBoth(messages, (t) => t.room.left.summary),
      rows: (
        community,
      ) => sql`select 'summary-' || x.id as item, x.no, p.title, x.opened_by as owner, null::int as entrance
    from round x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    where x.community_id = ${community} and p.state in ('consulting', 'redesign')
      and (x.state = 'open' or (x.state = 'closed' and x.summary = ''))`,
    },
    {
      kind: 'doors',
      place: 60,
      label: inBoth(messages, (t) => t.room.left.doors),
      rows: (
        community,
      ) => sql`select distinct 'doors-' || x.id || '-' || h.entrance_id as item, x.no, p.title, null::int as owner,
      h.entrance_id as entrance
    from round x join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
    join electorate e on e.community_id = x.community_id and e.round_id = x.id and e.asked
    join household h on h.community_id = e.community_id and h.id = e.household_id
    where x.community_id = ${community} and x.state = 'open' and not exists (select 1 from opinion o
      where o.community_id = x.community_id and o.round_id = x.id and o.household_id = h.id and not ${isDisowned(sql`o`)})`,
    },
  ],
} satisfies Room;
