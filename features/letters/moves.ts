import { letter } from '@/db/schema/letters';
import type { Database } from '@/lib/gate';

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
