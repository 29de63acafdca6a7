import { proposalInput } from '@/features/proposals/input';
import { hung } from '@/lib/hung';
import { choice, day, id, line, orNothing, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';

/** `instead`: the place of the one that was refused or is late, and that this one stands for from now on. */
export const askInput = proposalInput.extend({
  organisation: line(60),
  asked: hung(text(400)),
  askedOn: day,
  due: day,
  instead: orNothing(id),
});

const one = proposalInput.extend({ consent: id, shown: shownInput });

export const answerInput = one.extend({
  outcome: choice(['given', 'refused']),
  answer: hung(text(600)),
  answeredOn: day,
});

export const dropInput = one.extend({ reason: hung(text(300)) });

interface Asked {
  organisation: string;
  asked: string;
  askedOn: string;
  answer: string;
}

/** What was asked of whom, as it is shown to whoever writes down the answer. */
export const consentShown = ({ organisation, asked, askedOn, answer }: Asked): Shown => ({
  organisation,
  asked,
  askedOn,
  answer: answer || null,
});
