import { sql } from 'drizzle-orm';
import { correctableUntil, mayCorrect } from '@/features/opinions/rules';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { list } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { isNobodys } from '../facts';
import type { Said } from '../rules';

interface Row {
  no: number;
  title: string;
  /** The position of the one that was chosen. */
  chosen: number | null;
  ended: boolean;
  closesAt: string;
  alternatives: { position: number; title: string }[];
  words: {
    id: number;
    household: number;
    seq: number;
    own: boolean;
    disowned: boolean;
    channel: 'self' | 'door' | 'paper' | 'phone';
    proof: 'signature_photo' | 'sms_reply' | 'read_back' | null;
    photo: number | null;
    receivedAt: string;
    takes: number | null;
    answers: (Said & { position: number })[];
  }[];
}

const words = (own: readonly number[]) =>
  list(sql`select json_agg(json_build_object('id', w.id, 'household', w.household_id,
    'seq', w.seq, 'own', w.own, 'disowned', ${isNobodys()}, 'channel', w.channel, 'proof', w.proof,
    'receivedAt', w.received_at, 'photo', (select p2.id from picture p2 where p2.community_id = w.community_id
      and p2.subject = 'alternative_word' and p2.subject_id = w.id order by p2.id limit 1),
    'takes', (select a.position from alternative a where a.community_id = w.community_id and a.id = w.takes_id),
    'answers', ${list(sql`select json_agg(json_build_object('position', a.position, 'answer', x.answer, 'ground', x.ground,
        'words', coalesce(t.words ->> x.alternative_id::text, '')) order by a.position)
      from alternative_answer x join alternative a on a.community_id = x.community_id and a.id = x.alternative_id
        left join alternative_word_content t on t.community_id = x.community_id and t.word_id = x.word_id
      where x.community_id = w.community_id and x.word_id = w.id`)}) order by w.id)
  from alternative_word w where w.community_id = c.community_id and w.comparison_id = c.id
    and w.household_id = any (${sql.param([...own])}::int[])`);

/** What one's own households said of alternatives in this community, the newest comparison first (at most 20). */
export async function wordsIn(scope: Scope, { no }: { no?: number }) {
  const { communityId, who, now } = scope;
  const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
  const found = await rows<Row>(
    scope,
    sql`select json_build_object('no', p.no, 'title', p.title, 'ended', c.ended_at is not null, 'closesAt', c.closes_at,
          'chosen', (select a.position from alternative_choice x join alternative a on a.community_id = x.community_id
            and a.id = x.alternative_id where x.community_id = c.community_id and x.comparison_id = c.id),
          'alternatives', ${list(sql`select json_agg(json_build_object('position', a.position, 'title', a.title)
              order by a.position)
            from alternative a where a.community_id = c.community_id and a.comparison_id = c.id`)},
          'words', ${words(own)}) as view
        from comparison c join proposal p on p.community_id = c.community_id and p.id = c.proposal_id
        where c.community_id = ${communityId} and ${no === undefined ? sql`true` : sql`p.no = ${no}`}
          and exists (select from alternative_word w where w.community_id = c.community_id and w.comparison_id = c.id
            and w.household_id = any (${sql.param(own)}::int[]))
        order by c.id desc limit 20`,
  );
  return found.map(({ words: said, ...one }) => {
    const counting = new Set([...byHousehold(said).values()].map((chain) => currentOpinion(chain)?.id));
    return {
      ...one,
      said: said.map((word) => {
        const receivedAt = new Date(word.receivedAt);
        const counts = counting.has(word.id) && !one.ended;
        const open = counts && !word.own && one.chosen === null && mayCorrect(receivedAt, now);
        /** `correctUntil`: until when the household may correct what somebody else wrote down. */
        return {
          ...word,
          receivedAt,
          counts,
          correctUntil: open ? correctableUntil(receivedAt, new Date(one.closesAt)) : null,
        };
      }),
    };
  });
}

export const myWords = query({
  name: 'alternatives.mine',
  allow: (who) => who.kind === 'person' && who.households.length > 0,
  read: wordsIn,
});
export type MyWords = NonNullable<Awaited<ReturnType<typeof myWords>>>[number];
