import { createHash } from 'node:crypto';
import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { shanghaiDate } from '@/lib/calendar';
import { term } from './schema/people';
import { type ProposalState, picture, proposal, proposalEvent } from './schema/proposals';
import { letter } from './schema/works';

type Database = NodePgDatabase;
export type ProposalRow = typeof proposal.$inferSelect;

/** The proposal of this number, locked: every step of its life takes this lock first. */
export async function lockProposal(db: Database, communityId: number, no: number): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no)))
    .for('update');
  return row;
}

export async function lockProposalById(
  db: Database,
  communityId: number,
  id: number,
): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, id)))
    .for('update');
  return row;
}

/** Whether a governance secretary is in office on this day. */
export async function termActive(db: Database, communityId: number, now: Date): Promise<boolean> {
  const today = shanghaiDate(now);
  const found = await db
    .select({ id: term.id })
    .from(term)
    .where(and(eq(term.communityId, communityId), lte(term.from, today), gte(term.to, today), isNull(term.closedAt)));
  return found.length > 0;
}

interface Step {
  /** What happened: `submitted`, `round_opened`, `agreed` … */
  kind: string;
  /** The new state; absent when only an event is noted. */
  to?: ProposalState;
  /** In what capacity: a role, `resident`, `system`. */
  role: string;
  personId: number | null;
  reason?: string;
  detail?: Record<string, string | number>;
  now: Date;
}

/** Writes the event, and the new state if there is one. The caller has locked the row and asked the rules. */
export async function recordStep(db: Database, row: ProposalRow, step: Step): Promise<void> {
  const to = step.to ?? row.state;
  await db
    .update(proposal)
    .set({ state: to, lastEventAt: step.now, ...(step.to && step.to !== row.state ? { stateAt: step.now } : {}) })
    .where(and(eq(proposal.communityId, row.communityId), eq(proposal.id, row.id)));
  await db.insert(proposalEvent).values({
    communityId: row.communityId,
    proposalId: row.id,
    kind: step.kind,
    from: row.state,
    to,
    role: step.role,
    personId: step.personId,
    reason: step.reason ?? '',
    detail: step.detail ?? {},
    at: step.now,
  });
}

type Numbered = 'proposal' | 'cases' | 'round' | 'resolution' | 'works';

/** The next public number of a kind in a community; held until the transaction ends. */
export async function nextNumber(db: Database, communityId: number, kind: Numbered): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(${communityId}, hashtext(${kind}))`);
  const { rows } = await db.execute<{ next: number }>(
    sql`select coalesce(max(no), 0)::int + 1 as next from ${sql.identifier(kind)} where community_id = ${communityId}`,
  );
  return rows[0]?.next ?? 1;
}

/**
 * A letter to a household or a person: what needs them, or what was recorded in their name.
 * `kind` chooses the words, `subject` is the address it leads to (`/zhuguang/proposals/1`), `detail` goes into the words.
 */
export async function writeLetters(
  db: Database,
  communityId: number,
  letters: { householdId?: number; personId?: number; kind: string; subject: string; detail?: string; now: Date }[],
): Promise<void> {
  for (let first = 0; first < letters.length; first += 500) {
    await db
      .insert(letter)
      .values(letters.slice(first, first + 500).map(({ now, ...rest }) => ({ communityId, ...rest, at: now })));
  }
}

/** A picture in two sizes, already re-encoded; bytes as base64. */
export interface SentPicture {
  small: { data: string; width: number; height: number };
  large: { data: string; width: number; height: number };
}

/** Which picture it was, for the record, without the picture: SHA-256 of the larger size, in hexadecimal. */
export const pictureHash = (sent: SentPicture | undefined): string | null =>
  sent ? createHash('sha256').update(Buffer.from(sent.large.data, 'base64')).digest('hex') : null;

type PictureOwner = Pick<typeof picture.$inferInsert, 'communityId' | 'subject' | 'subjectId' | 'position' | 'caption'>;

/** Keeps a picture of something; nobody has looked at it yet. Returns its id. */
export async function keepPicture(
  db: Database,
  of: PictureOwner,
  { small, large }: SentPicture,
  sent: { by: number; now: Date },
): Promise<number> {
  const [saved] = await db
    .insert(picture)
    .values({
      ...of,
      small: Buffer.from(small.data, 'base64'),
      large: Buffer.from(large.data, 'base64'),
      smallWidth: small.width,
      smallHeight: small.height,
      width: large.width,
      height: large.height,
      uploadedBy: sent.by,
      uploadedAt: sent.now,
    })
    .returning({ id: picture.id });
  return saved?.id ?? 0;
}
