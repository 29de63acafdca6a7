import { z } from 'zod';
import { OFFICES } from '@/db/words/offices';
import { choice, day, line, optionalLine, orNothing, personName } from '@/lib/input';
import { phoneInput } from '@/lib/phone';

export const openDistrictInput = z.object({ slug: line(40), nameZh: line(60), nameEn: line(60) });

/** `street`: its Chinese name, for a street office. `until`: its last day. */
export const giveOfficeInput = z.object({
  district: line(40),
  street: optionalLine(60),
  office: choice(OFFICES),
  phone: phoneInput,
  name: personName(40),
  until: orNothing(day),
});

export const endOfficeInput = z.object({ district: line(40), office: choice(OFFICES), phone: phoneInput });
