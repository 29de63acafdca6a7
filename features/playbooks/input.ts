import { z } from 'zod';
import { ADOPTION_OUTCOMES, REVIEW_VERDICTS } from '@/db/words/playbooks';
import { choice, count, day, id, line, text, version, yuan } from '@/lib/input';

const said = {
  name: line(60),
  indications: text(600),
  contraindications: text(600),
  /** One a line: what is done, by whom, what is written down. */
  steps: text(3000),
  people: count(1, 10_000),
  days: count(1, 10_000),
  money: yuan,
};

export const drawInput = z.object({ proposal: id, ...said, next: day });
export const reviseInput = z.object({ playbook: id, seen: version, ...said, change: text(400) });
export const reviewInput = z.object({ playbook: id, verdict: choice(REVIEW_VERDICTS), reason: text(400), next: day });
export const retireInput = z.object({ playbook: id, reason: text(400) });
/** `playbook`: the one number it has among those of all communities. */
export const adoptInput = z.object({ playbook: id, place: line(80), changed: text(600) });
export const outcomeInput = z.object({ adoption: id, outcome: choice(ADOPTION_OUTCOMES), reason: text(400) });
