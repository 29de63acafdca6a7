import { sql } from 'drizzle-orm';

/** Of an occasion `o` with its programme `p`, what everybody who reads of it is told. */
export const toldOf = sql`'no', o.no, 'programme', p.no, 'kind', p.kind, 'title', p.title, 'place', p.place, 'bring', p.bring,
  'startsAt', o.starts_at, 'endsAt', o.ends_at, 'slotMinutes', o.slot_minutes, 'movedFrom', o.moved_from,
  'moveReason', o.move_reason, 'cancelledAt', o.cancelled_at, 'cancelReason', o.cancel_reason`;
