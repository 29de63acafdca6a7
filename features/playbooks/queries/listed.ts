import { type SQL, sql } from 'drizzle-orm';
import type { PlaybookEffect, PlaybookStep } from '@/db/words/playbooks';
import type { Kind } from '@/db/words/proposals';
import type { Day } from '@/lib/calendar';
import type { Scope } from '@/lib/gate';
import { rows } from '@/lib/rows';
import type { AdoptionOutcome, ReviewVerdict, Tally } from '../rules';

export interface Listed {
  id: number;
  no: number;
  /** Whose it is. */
  slug: string;
  nameZh: string;
  nameEn: string;
  name: string;
  indications: string;
  kind: Kind;
  place: string;
  retired: boolean;
  reviewOn: string;
  tally: Tally;
}

const tally = sql`(select json_build_object('adopted', count(*), 'failed', count(*) filter (where a.outcome = 'failed'),
    'partly', count(*) filter (where a.outcome = 'partly'), 'helped', count(*) filter (where a.outcome = 'helped'),
    'open', count(*) filter (where a.outcome is null))
  from playbook_adoption a where a.origin_id = b.community_id and a.playbook_id = b.id)`;

const current = sql`playbook b join community c on c.id = b.community_id
  join playbook_version v on v.community_id = b.community_id and v.playbook_id = b.id and v.version = b.version`;

interface Sought {
  where: SQL;
  limit: number;
}

/** Those for which this holds, whosever they are, the newest first. */
export const listed = ({ db }: Pick<Scope, 'db'>, { where, limit }: Sought): Promise<Listed[]> =>
  rows<Listed>(
    { db },
    sql`select json_build_object('id', b.id, 'no', b.no, 'slug', c.slug, 'nameZh', c.name_zh, 'nameEn', c.name_en,
        'name', v.name, 'indications', v.indications, 'kind', b.kind, 'place', b.place,
        'retired', b.retired_at is not null, 'reviewOn', b.review_on, 'tally', ${tally}) as view
      from ${current} where ${where} order by b.id desc limit ${limit}`,
  );

export interface Version {
  version: number;
  change: string;
  role: string;
  at: string;
}

export interface Adopted {
  id: number;
  slug: string;
  nameZh: string;
  nameEn: string;
  place: string;
  changed: string;
  version: number;
  at: string;
  askOn: string;
  outcome: AdoptionOutcome | null;
  reason: string;
}

export interface One extends Listed {
  contraindications: string;
  steps: PlaybookStep[];
  people: number;
  days: number;
  money: number;
  version: number;
  proposal: { no: number; title: string };
  effect: PlaybookEffect;
  role: string;
  drawnAt: string;
  /** The day it is read on. */
  today: Day;
  retiredAt: string | null;
  retiredReason: string;
  versions: Version[];
  reviews: { version: number; verdict: ReviewVerdict; reason: string; at: string }[];
  adoptions: Adopted[];
}

const adoptions = sql`(select coalesce(json_agg(json_build_object('id', a.id, 'slug', y.slug, 'nameZh', y.name_zh,
    'nameEn', y.name_en, 'place', a.place, 'changed', a.changed, 'version', a.version, 'at', a.at, 'askOn', a.ask_on,
    'outcome', a.outcome, 'reason', a.outcome_reason) order by
      case a.outcome when 'failed' then 0 when 'partly' then 1 when 'helped' then 2 else 3 end, a.id), '[]')
  from (select * from playbook_adoption a where a.origin_id = b.community_id and a.playbook_id = b.id
    order by case a.outcome when 'failed' then 0 when 'partly' then 1 when 'helped' then 2 else 3 end, a.id limit 100) a
  join community y on y.id = a.community_id)`;

/** One with all that belongs to it, whosever it is. */
export async function oneOf({ db }: Pick<Scope, 'db'>, where: SQL): Promise<One | undefined> {
  const [one] = await rows<One>(
    { db },
    sql`select json_build_object('id', b.id, 'no', b.no, 'slug', c.slug, 'nameZh', c.name_zh, 'nameEn', c.name_en,
        'name', v.name, 'indications', v.indications, 'contraindications', v.contraindications, 'steps', v.steps,
        'people', v.people, 'days', v.days, 'money', v.money, 'version', b.version, 'kind', b.kind, 'place', b.place,
        'proposal', json_build_object('no', b.proposal_no, 'title', b.proposal_title), 'effect', b.effect,
        'role', b.author_role, 'drawnAt', b.drawn_at, 'reviewOn', b.review_on, 'today', (moment() at time zone 'Asia/Shanghai')::date, 'retired', b.retired_at is not null,
        'retiredAt', b.retired_at, 'retiredReason', b.retired_reason, 'tally', ${tally},
        'versions', (select json_agg(json_build_object('version', x.version, 'change', x.change, 'role', x.author_role,
            'at', x.at) order by x.version desc) from playbook_version x
          where x.community_id = b.community_id and x.playbook_id = b.id),
        'reviews', (select coalesce(json_agg(json_build_object('version', r.version, 'verdict', r.verdict,
            'reason', r.reason, 'at', r.at) order by r.id desc), '[]') from playbook_review r
          where r.community_id = b.community_id and r.playbook_id = b.id),
        'adoptions', ${adoptions}) as view
      from ${current} where ${where}`,
  );
  return one;
}
