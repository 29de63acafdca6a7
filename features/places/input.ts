import { z } from 'zod';
import { spokenProof } from '@/features/opinions/input';
import { hung } from '@/lib/hung';
import { choice, day, id, line, list, optionalText, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';

const milestone = { works: id, milestone: id };
const place = { ...milestone, place: id };

/** `spot`: the name of a thing on the site plan or in the plan's drawing, or `12.5 30` in its metres. `beside`: entrances. */
export const nameInput = z.object({ ...milestone, name: hung(line(40)), spot: line(40), beside: list(id).default([]) });

export const buildInput = z.object({ ...place, builtOn: day, note: hung(optionalText(300)) });

export const checkInput = z.object({ ...place, shown: shownInput });

export const missInput = z.object({ ...place, why: hung(text(300)), until: day });

const word = {
  ...place,
  household: id,
  outcome: choice(['accepted', 'refused']),
  reason: optionalText(400),
  shown: shownInput,
};
export const judgeInput = z.object(word);
export const recordInput = z.object({ ...word, ...spokenProof });

export const settleInput = z.object({ ...place, word: id, answer: hung(text(300)), mendOn: day });

/** A place as whoever looks at it, or lives beside it, reads it. */
export const placeShown = ({ name, builtOn }: { name: string; builtOn: string | null }): Shown => ({ name, builtOn });
