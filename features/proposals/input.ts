import { z } from 'zod';
import { COMMENT_STANCES } from '@/db/words/proposals';
import { pictureInput } from '@/features/pictures/input';
import { hung } from '@/lib/hung';
import { choice, day, id, line, optionalLine, optionalText, orNothing, text, version } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';
import type { ProposalFacts } from './facts';
import { KINDS } from './rules';

export { COMMENT_STANCES };

/** A draft may be half written; only the title must be there. `rowVersion` is the version its writer saw. */
export const draftInput = z.object({
  draft: orNothing(id),
  rowVersion: orNothing(version),
  kind: choice(KINDS),
  title: line(60),
  place: optionalLine(80),
  problem: optionalText(2000),
  ask: optionalText(400),
  /** On behalf of this household, with how it was said: "她在楼门口口述，念给她听过". */
  household: orNothing(id),
  provenance: optionalText(400),
});

export const draftIdInput = z.object({ draft: id });
export const submitInput = z.object({ draft: id, shown: shownInput });
export const proposalInput = z.object({ proposal: id });

export const speakInput = z.object({ proposal: id, household: orNothing(id) });
export const commentInput = speakInput.extend({ stance: choice(COMMENT_STANCES), words: text(1000) });
export const hideInput = z.object({ comment: id, reason: hung(text(400)) });
export const showInput = hideInput;

export const lookInput = z.object({ proposal: id, problem: text(2000), ask: optionalText(400) });
export const lookingInput = z.object({ first: choice(['yes', 'no']) });
export const declineInput = z.object({ proposal: id, reason: hung(text(1000)), askInstead: hung(line(200)) });
export const reasonInput = z.object({ proposal: id, reason: text(1000) });
/** Why an office does it: for everybody to read. */
export const officeReasonInput = z.object({ proposal: id, reason: hung(text(1000)) });
export const reopenInput = reasonInput.extend({ photo: pictureInput.optional() });
export const appealDecisionInput = officeReasonInput.extend({ outcome: choice(['upheld', 'dismissed']) });
export const confirmShelvingInput = z.object({ proposal: id, shown: shownInput });
export const shelvingInput = officeReasonInput.extend({ lookAgainOn: day });
export const resumeInput = officeReasonInput.extend({
  to: choice(['building', 'redesign']),
  /** Who sees to it, and until when. */
  responsible: hung(line(60)),
  dueOn: day,
});

interface Draft {
  kind: string;
  title: string;
  place: string;
  problem: string;
  ask: string;
}

/** What is shown of a draft to its writer before it hangs on the board. */
export const draftShown = ({ kind, title, place, problem, ask }: Draft): Shown => ({
  kind,
  title,
  place,
  problem,
  ask,
});

/** What is shown of a proposal to put one aside to whoever confirms it. */
export const shelvingShown = ({ shelvingProposed: proposed }: Pick<ProposalFacts, 'shelvingProposed'>): Shown => ({
  reason: proposed?.reason ?? null,
  day: proposed && String(proposed.detail.lookAgainOn ?? ''),
});
