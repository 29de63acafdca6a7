import type { Room } from '@/lib/room';
import { inBoth } from '@/lib/words';
import { board, office } from './board';
import { messages } from './messages';
import { personal } from './personal';

/** What was drafted, beside what its list says was: those written before lists said it are held by their fingerprint alone. */
const decided = `jsonb_build_object('name', c.name, 'from', c.from_day, 'to', c.to_day, 'beforeFrom', c.before_from,
  'beforeTo', c.before_to, 'afterFrom', c.after_from, 'afterTo', c.after_to, 'weights', c.weights::jsonb,
  'places', (select jsonb_agg(jsonb_build_object('community', p.community_id, 'reason', p.reason) order by p.community_id)
    from cohort_place p where p.cohort_id = c.id))`;
const sealOf = (cohort: string, column: string) =>
  `(select encode(x.${column}, 'hex') from ${cohort} x where x.${cohort === 'cohort' ? 'id' : 'cohort_id'} = r.cohort_id)`;

export const room = {
  name: 'cohorts',
  board,
  office,
  personal,
  appendOnly: [
    'weighing',
    'cohort',
    'cohort_place',
    'cohort_approval',
    'cohort_withdrawal',
    'cohort_publication',
    'term_change',
  ],
  sealed: [
    {
      table: 'cohort',
      unlike: `select c.id::text as id from cohort c where sha256(convert_to(c.basis, 'UTF8')) <> c.basis_hash
        or (c.basis::jsonb ? 'decided' and c.basis::jsonb -> 'decided' is distinct from ${decided}) order by c.id`,
    },
    {
      table: 'cohort_approval',
      unlike: `select a.cohort_id::text as id from cohort_approval a
        where sha256(convert_to(a.baseline, 'UTF8')) <> a.baseline_hash order by a.cohort_id`,
    },
  ],
  told: [
    {
      table: 'cohort_place',
      key: 'cohort_id',
      acts: ['cohort.approve'],
      row: `l.subject = 'cohort/' || r.cohort_id`,
      words: [
        ['r.reason', 'reason'],
        [sealOf('cohort', 'basis_hash'), 'basis'],
        [sealOf('cohort_approval', 'baseline_hash'), 'baseline'],
      ],
    },
  ],
  doors: [{ path: 'terms', label: inBoth(messages, (t) => t.room.door), board: true }],
  record: inBoth(messages, (t) => t.room.record),
} satisfies Room;
