import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm';
import { letter } from '@/db/schema/letters';
import type { Scope } from '@/lib/gate';
import type { LetterSort } from '@/lib/letters';
import { NEWS_DAYS, newsUntil } from './rules';

type Here = Pick<Scope, 'db' | 'communityId' | 'now'>;

interface Written<D> {
  to: { household: number } | { person: number };
  /** The public number of what it is about. */
  no: number;
  detail: D;
  /** When what it asks for closes, where it asks for something. */
  until?: Date;
}

/** Letters of one sort, to households and persons: what needs them, or what was recorded in their name. */
export async function writeLetters<D extends object>(
  { db, communityId, now }: Here,
  sort: LetterSort<D>,
  letters: readonly Written<D>[],
): Promise<void> {
  const rows = letters.map(({ to, no, detail, until }) => ({
    communityId,
    kind: sort.kind,
    householdId: 'household' in to ? to.household : null,
    personId: 'person' in to ? to.person : null,
    aboutKind: typeof sort.about === 'string' ? sort.about : sort.about(detail),
    aboutNo: no,
    detail: { ...detail },
    until: newsUntil(now, until),
    at: now,
  }));
  for (let first = 0; first < rows.length; first += 500) await db.insert(letter).values(rows.slice(first, first + 500));
}

/**
 * What letters of a sort about `no` ask for, and may still be done, closes at another moment: `until`. `household`: to
 * this one alone; `wording`: about this objection, where one proposal has several.
 */
export async function askUntil<D>(
  { db, communityId, now }: Here,
  sort: LetterSort<D>,
  no: number,
  until: Date,
  { household, wording }: { household?: number; wording?: string } = {},
): Promise<void> {
  await db
    .update(letter)
    .set({ until: sql`least(${until.toISOString()}::timestamptz, ${letter.at} + make_interval(days => ${NEWS_DAYS}))` })
    .where(
      and(
        ...[eq(letter.communityId, communityId), eq(letter.kind, sort.kind), eq(letter.aboutNo, no)],
        gt(letter.until, now),
        household === undefined ? undefined : eq(letter.householdId, household),
        wording === undefined ? undefined : sql`${letter.detail}->>'wording' = ${wording}`,
      ),
    );
}

/** What was written before now about any of these is no longer news: the matter has come to its end. */
export async function endNews({ db, communityId, now }: Here, ...ended: { about: string; numbers: number[] }[]) {
  await db
    .update(letter)
    .set({ until: now })
    .where(
      and(
        ...[eq(letter.communityId, communityId), lt(letter.at, now), gt(letter.until, now)],
        or(...ended.map(({ about, numbers }) => and(eq(letter.aboutKind, about), inArray(letter.aboutNo, numbers)))),
      ),
    );
}
