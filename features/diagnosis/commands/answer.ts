import { and, eq } from 'drizzle-orm';
import { crackRaise } from '@/db/schema/diagnosis';
import { community } from '@/db/schema/people';
import type { Level } from '@/db/words/diagnosis';
import { checkWritten } from '@/lib/hung';
import type { Office, OfficeScope } from '@/lib/office';
import { officeCommand } from '@/lib/office';
import { refuse } from '@/lib/result';
import { answerInput } from '../input';
import { lockCrack } from '../moves';

/** The answer of those who were asked hangs beside what was asked; nobody else answers for them. */
async function answered(
  level: Level,
  { db, now, personId, communities }: OfficeScope,
  { community: communityId, crack, answer }: { community: number; crack: number; answer: string },
) {
  if (!communities.includes(communityId)) return refuse('not_found');
  const found = await lockCrack({ db, communityId }, { crack });
  if (!found) return refuse('not_found');
  const free = checkWritten({ answer });
  if (!free.ok) return free;
  const { raise, row } = found;
  if (raise?.level !== level) return refuse('not_raised');
  const [place] = await db.select({ slug: community.slug }).from(community).where(eq(community.id, communityId));
  await db
    .update(crackRaise)
    .set({ answer, answeredBy: personId, answeredAt: now })
    .where(and(eq(crackRaise.communityId, communityId), eq(crackRaise.id, raise.id)));
  const leaf = { subject: `crack/${row.no}`, content: { level, answer } };
  return {
    ok: true,
    value: { crack: row.no },
    told: [{ communityId, slug: place?.slug ?? '', leaf }],
    detail: { community: communityId, crack: row.no },
  } as const;
}

const by = <const A extends string>(act: A, office: Office, level: Level) =>
  officeCommand({
    act,
    offices: [office],
    input: answerInput,
    run: async ({ input, ...scope }) => {
      const done = await answered(level, scope, input);
      return done.ok ? { ...done, told: [...done.told] } : done;
    },
  });

/** 街道的答复. */
export const answerFromStreet = by('crack.answer_street', 'street-office', 'street');
/** 区里的答复. */
export const answerFromDistrict = by('crack.answer_district', 'organisation', 'district');
