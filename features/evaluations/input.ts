import { z } from 'zod';
import { SATISFACTIONS } from '@/db/words/callbacks';
import { choice, id, optionalText, orNothing, text } from '@/lib/input';
import { CALL_OUTCOMES, RESOLUTIONS, SCOPES } from './rules';

const yesNo = choice(['yes', 'no']);

export const callInput = z
  .object({
    case: id,
    outcome: choice(CALL_OUTCOMES),
    contacted: orNothing(yesNo),
    resolved: orNothing(choice(RESOLUTIONS)),
    satisfaction: orNothing(choice(SATISFACTIONS)),
    words: optionalText(600),
  })
  .superRefine((value, context) => {
    if (value.outcome === 'answered' && !value.contacted)
      context.addIssue({ code: 'custom', path: ['contacted'], message: 'choose_one' });
  });

export const askScopeInput = z.object({
  case: id,
  scope: choice(SCOPES),
  ground: orNothing(id),
  reason: text(400),
});

/** `request`: the one that was read. */
export const decideScopeInput = z.object({ case: id, request: id, agreed: yesNo, answer: optionalText(400) });
