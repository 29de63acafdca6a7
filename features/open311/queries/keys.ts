import { and, eq, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { apiKey } from '@/db/schema/keys';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { mayGiveKey, maySeeKeys, mayWithdrawKey } from '../policy';
import { externalNo } from '../rules';

interface KeyRow {
  no: number;
  name: string;
  purpose: string;
  givenBy: string | null;
  givenAt: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  withdrawnWhy: string;
  brought: number;
  usedAt: string | null;
}

/** The keys given here, the newest first: who has them, what for, what came by them, and when last. */
export const keysPage = query({
  name: 'keys.page',
  allow: (who, _: Record<never, never>) => maySeeKeys(who),
  read: async ({ db, communityId, who }) => {
    const found = await rows<KeyRow>(
      { db },
      sql`select json_build_object('no', k.no, 'name', k.name, 'purpose', k.purpose, 'givenBy', g.name, 'givenAt', k.given_at,
          'withdrawnBy', w.name, 'withdrawnAt', k.withdrawn_at, 'withdrawnWhy', k.withdrawn_why, 'brought', used.brought,
          'usedAt', greatest(used.at, said.at)) as view
        from api_key k left join person g on g.id = k.given_by left join person w on w.id = k.withdrawn_by
          cross join lateral (select count(*)::int as brought, max(c.received_at) as at from cases c
            where c.community_id = k.community_id and c.key_id = k.id) used
          cross join lateral (select max(e.at) as at from cases c join case_event e on e.community_id = c.community_id
              and e.case_id = c.id and e.role = 'machine'
            where c.community_id = k.community_id and c.key_id = k.id) said
        where k.community_id = ${communityId} order by k.given_at desc, k.id desc limit 200`,
    );
    const moment = (text: string | null) => (text === null ? null : new Date(text));
    return {
      keys: found.map((one) => ({
        ...one,
        givenAt: new Date(one.givenAt),
        withdrawnAt: moment(one.withdrawnAt),
        usedAt: moment(one.usedAt),
      })),
      mayGive: mayGiveKey(who) !== null,
      mayWithdraw: mayWithdrawKey(who) !== null,
    };
  },
});
export type KeysPage = NonNullable<Awaited<ReturnType<typeof keysPage>>>;
export type KeyView = KeysPage['keys'][number];

/** The key somebody comes with: undefined where it opens nothing. */
export const keyInUse = query({
  name: 'key.in_use',
  allow: (who, _: Record<never, never>) => who.kind === 'machine',
  read: async ({ db, communityId, who }) => {
    const [found] = await db
      .select({ no: apiKey.no })
      .from(apiKey)
      .where(and(eq(apiKey.communityId, communityId), eq(apiKey.id, who.kind === 'machine' ? who.keyId : 0)));
    return found;
  },
});

/** Which case became of what a program calls so: of its own alone. */
export const broughtAs = query({
  name: 'key.brought',
  allow: (who, _: { keyNo: number; said: string }) => who.kind === 'machine',
  read: async ({ db, communityId, who }, { keyNo, said }) => {
    const [found] = await db
      .select({ no: cases.no })
      .from(cases)
      .where(
        and(
          ...[eq(cases.communityId, communityId), eq(cases.source, 'open311')],
          ...[eq(cases.externalNo, externalNo(keyNo, said)), eq(cases.keyId, who.kind === 'machine' ? who.keyId : 0)],
        ),
      );
    return found;
  },
});
