import { readDay, startOfDay } from '@/lib/calendar';
import { type Cell, plain } from './cell';

const FORMS = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(?:(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|[AP]M) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?[AP]M)?)?$/i,
  /^(\d{4})(\d{2})(\d{2})(?: ?(\d{2}):?(\d{2}):?(\d{2})?)?$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号] ?(?:(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)? ?(\d{1,2})(?:[:点时](?: ?(\d{1,2})分?)?(?:[:分] ?(\d{1,2})秒?)?)?(半)?)?$/,
];
/** Of another program, with its zone. */
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const AFTERNOON = /下午|傍晚|晚|PM/i;
const BEFORE_NOON = /凌晨|上午|AM/i;
const NOON = /中午/;
const DAY_MS = 86_400_000;
/** Days before 1 January 1970 in a spreadsheet's count, and where counts of this century lie. */
const EPOCH = 25_569;
const PLAUSIBLE = { from: 30_000, to: 80_000 };

function hourOf(said: number, text: string): number {
  if (AFTERNOON.test(text) && said < 12) return said + 12;
  if (NOON.test(text) && said < 3) return said + 12;
  return BEFORE_NOON.test(text) && said === 12 ? 0 : said;
}

/**
 * The moment a cell names, on the clock in Shanghai: a date of the spreadsheet or its bare count of days (45292.5), `20240101`,
 * `2024-1-1 15:03`, `2024/1/1 3:03 PM`, `2024年1月1日 下午3点半`. Without a time its day begins. Null when it names none, or one that does not exist.
 */
export function readMoment({ text, kind }: Cell): Date | null {
  const said = plain(text);
  const count = kind === 'date' || !/^\d{5}(?:\.\d+)?$/.test(said) ? Number.NaN : Number(said);
  if (count >= PLAUSIBLE.from && count < PLAUSIBLE.to) {
    const clock = new Date(Math.round((count - EPOCH) * 86_400) * 1000);
    return new Date(startOfDay(clock.toISOString().slice(0, 10)).getTime() + (clock.getTime() % DAY_MS));
  }
  if (ZONED.test(said)) {
    const moment = new Date(said);
    return Number.isNaN(moment.getTime()) || 'code' in readDay(said.slice(0, 10)) ? null : moment;
  }
  const match = FORMS.map((form) => form.exec(said)).find((found) => found !== null);
  if (!match) return null;
  const [, year, month = '', day = '', hour = '0', minute, second = '0', half] = match;
  const [hours, minutes, seconds] = [hourOf(Number(hour), said), half ? 30 : Number(minute ?? 0), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  try {
    const begins = startOfDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    return new Date(begins.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000);
  } catch {
    return null;
  }
}
