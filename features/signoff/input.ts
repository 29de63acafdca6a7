import { z } from 'zod';
import { signedProof, withProof } from '@/features/opinions/input';
import type { Gate } from '@/features/proposals/rules/gates';
import { hung } from '@/lib/hung';
import { choice, id, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import type { NoticeFact } from './facts';
import type { GroupAgreement } from './rules';

/** To declare an agreement, and to post a notice. */
export const countedInput = z.object({ proposal: id, shown: shownInput });

/** Without `household`: the person's own. */
export const opposeInput = z.object({
  proposal: id,
  household: z.preprocess((value) => (value === '' ? undefined : value), id.optional()),
  words: text(1000),
  shown: shownInput,
});

/** Written down at the door for a household. `witness`: a person's id; or anybody, by `witnessName`. */
export const recordOppositionInput = withProof(
  z.object({
    proposal: id,
    household: id,
    words: text(1000),
    ...signedProof,
    shown: shownInput,
  }),
);

/** `opposition`: its id. */
export const answerInput = z.object({
  proposal: id,
  opposition: id,
  answer: hung(text(1000)),
  outcome: choice(['upheld', 'not_upheld']),
  shown: shownInput,
});

export const returnInput = z.object({ proposal: id, reason: hung(text(1000)) });

/** `hash`: of the text the signer read, 64 hexadecimal digits. */
export const signInput = z.object({ proposal: id, hash: z.string().regex(/^[0-9a-f]{64}$/, 'invalid') });

interface Counted {
  version: number | null;
  groups: readonly (GroupAgreement & { position: number; name: string })[];
}

/** How far the groups are, as it is shown to whoever declares that they agree. */
export const standingShown = ({ version, groups }: Counted): Shown => ({
  version: version === null ? null : String(version),
  ...Object.fromEntries(
    groups.map(({ position, name, households, reached, tookSide, agreeing, conditionsMet }) => [
      `group_${position}`,
      [households, reached, tookSide, agreeing, conditionsMet, name].join(' '),
    ]),
  ),
});

/** The same with the steps the law asks for, as they are shown to whoever posts the notice. */
export const postingShown = (standing: Counted, gates: readonly Gate[]): Shown => ({
  ...standingShown(standing),
  ...Object.fromEntries(gates.map(({ key, state, evidence }) => [`gate_${key}`, `${state} ${evidence}`])),
});

/** The notice a household is against: what hangs is never changed, only taken down. */
export const hangingShown = ({ version, to }: Pick<NoticeFact, 'version' | 'to'>): Shown => ({
  version: String(version),
  until: to.toISOString(),
});

/** What is shown of an opposition to whoever answers it. */
export const oppositionShown = ({ words }: { words: string }): Shown => ({ words });
