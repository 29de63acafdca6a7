import { messages as stewards } from '@/features/stewards/messages';
import type { LedgerTurn } from '@/features/stewards/queries/ledger';
import { hoursOf } from '@/features/stewards/rules';
import { messages as visits } from '@/features/visits/messages';
import type { LedgerVisit } from '@/features/visits/queries/ledger';
import { clockIn } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatWeekday, pick } from '@/lib/words';
import { messages } from '../messages';
import type { TurnColumn, VisitColumn } from '../rules';

/** A visit as it stands in its line of the month. */
export function visitCells(one: LedgerVisit, at: number, locale: Locale): Record<VisitColumn, string | number> {
  const [t, v] = [pick(messages, locale), pick(visits, locale)];
  const [day = '', time = ''] = clockIn(new Date(one.at)).split('T');
  return {
    number: at + 1,
    day,
    time,
    building: one.building,
    purpose: v.purposes[one.purpose],
    place: v.places[one.place],
    outcome: v.outcomes[one.outcome],
    visitor: one.visitor,
    recorder: one.recorder,
    done: one.done ? t.yes : '',
    follows: one.follows ? t.yes : '',
    round: one.round ?? '',
  };
}

const standing = ({ minutes, name }: LedgerTurn) => (minutes !== null ? 'served' : name === null ? 'vacant' : 'ahead');

/** A turn of the rota likewise. */
export function turnCells(one: LedgerTurn, at: number, locale: Locale): Record<TurnColumn, string | number> {
  const [t, s] = [pick(messages, locale), pick(stewards, locale)];
  return {
    number: at + 1,
    day: formatWeekday(one.day, locale),
    part: s.parts[one.part],
    name: one.name ?? '',
    kind: s.kinds[one.kind],
    planned: one.planned,
    stoodIn: one.stoodIn ? t.yes : '',
    standing: t.turns.standing[standing(one)],
    hours: one.minutes === null ? '' : hoursOf(one.minutes),
  };
}
