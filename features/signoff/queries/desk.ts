import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { proposal } from '@/db/schema/proposals';
import { noticeOpposition, resolution } from '@/db/schema/signoff';
import { factColumn, readFacts } from '@/lib/facts';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { signoffFacts } from '../facts';
import { countedFacts, countedOf, textToSign } from '../moves';
import { mayReadSignoff } from '../policy';
import { isChanged, requiredRoles, type SignerRole } from '../rules';
import { planText } from './plan';

/** What hangs, or hung, and was not taken down: what was said against it, and who has signed. */
async function hungOf({ db, communityId }: Scope, noticeId: number) {
  const opposition = await db
    .select()
    .from(noticeOpposition)
    .where(
      and(
        eq(noticeOpposition.communityId, communityId),
        eq(noticeOpposition.noticeId, noticeId),
        isNull(noticeOpposition.replacedAt),
      ),
    )
    .orderBy(asc(noticeOpposition.id));
  const [drawn] = await db
    .select({
      hash: resolution.hash,
      given: sql<{ role: SignerRole; at: string }[]>`coalesce((select json_agg(json_build_object('role', s.role,
          'at', s.at) order by s.at) from signature s
        where s.community_id = ${communityId} and s.resolution_id = ${resolution.id}), '[]')`,
    })
    .from(resolution)
    .where(and(eq(resolution.communityId, communityId), eq(resolution.noticeId, noticeId)));
  return { opposition, drawn };
}

/** Everything the desk's addresses from agreement to signature show, with what their acts are asked about. */
export const deskSignoff = query({
  name: 'signoff.desk',
  allow: (who) => mayReadSignoff(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who, now } = scope;
    const [found] = await db
      .select({ row: proposal, facts: factColumn(signoffFacts) })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(proposal.state, 'draft')));
    if (!found) return undefined;
    const { row } = found;
    const facts = readFacts(signoffFacts, found.facts);
    const standing = await countedOf(scope, row);
    const { opposition = [], drawn } = facts.notice ? await hungOf(scope, facts.notice.id) : {};
    const text = row.state === 'noticed' ? await textToSign(db, row, standing, facts) : null;
    const changed = text !== null && facts.notice !== null && isChanged(facts.notice, standing, drawn, text);
    return {
      standing,
      opposition: opposition.map(({ id, words, answer, upheld, at, channel, proof }) => ({
        id,
        words,
        answer,
        upheld,
        at,
        proof,
        recorded: channel === 'self' ? null : channel,
      })),
      text: text && { content: text.content, hash: text.hash.toString('hex') },
      plan: text && (await planText(scope, row.id, standing.version ?? 0)),
      /** As they are put, also where the board does not have the words yet. */
      wordings: new Map(standing.known.map((one) => [one.row.no, one.row.wording])),
      required: requiredRoles(facts.termActive),
      signatures: (drawn?.given ?? []).map(({ role, at }) => ({ role, at: new Date(at) })),
      asked: { facts: { ...facts, ...countedFacts(standing), changed }, who, now },
    };
  },
});
export type DeskSignoff = NonNullable<Awaited<ReturnType<typeof deskSignoff>>>;
