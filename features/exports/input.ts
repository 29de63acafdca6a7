import { z } from 'zod';
import { choice, id, optionalText, orNothing, text } from '@/lib/input';
import { EXPORTED, FILES } from './rules';

export const askExportInput = z.object({
  what: choice(EXPORTED),
  file: choice(FILES),
  purpose: text(400),
  /** What of them, as it stands in the address of the desk's list. */
  asked: optionalText(4000),
  personal: orNothing(choice(['yes', 'on'])),
});

export const decideExportInput = z.object({ export: id });
export const refuseExportInput = z.object({ export: id, reason: text(400) });
