import { atDesk } from '@/lib/desk';
import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { standings } from './acts';
import { board } from './board';
import { mergerFacts } from './facts';
import { letters } from './letters';
import { messages } from './messages';
import { personal } from './personal';

export const room = {
  name: 'mergers',
  letters,
  board,
  desk: atDesk(mergerFacts, standings, { said: messages, places: { merger: 130, separation: 150 } }),
  personal,
  steps: inBoth(messages, (t) => t.room.steps),
  stepsElsewhere: ['merged', 'joined', 'separated'],
} satisfies Room;
