import { and, eq, gt, sql } from 'drizzle-orm';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { accountEvent } from '@/db/schema/account';
import { env } from './env';
import { accountCommand, atOnce } from './gate';
import { sha256 } from './ledger';
import { ok, type Result, refuse } from './result';

/** At most `most` of one kind by one subject in a window of this many seconds. */
export interface Limit {
  kind: string;
  subject: string;
  most: number;
  seconds: number;
  /** Where more come over all than usual: so many instead. */
  pressed?: number;
  /** It refuses nobody; beyond it the others hold as `pressed`. */
  presses?: true;
}

/**
 * Counts at once, before anybody looks: what is refused later is counted all the same. One statement for all, in the
 * order given, so that the same kinds are always locked one after another.
 */
const count = atOnce(async (db, attempts: readonly { key: string; seconds: number }[]) => {
  const { rows } = await db.execute<{ key: string; count: number; over: number }>(sql`
    with one as materialized (select moment() as now),
      given as (select key, to_timestamp(floor(extract(epoch from now) / seconds) * seconds) as start, seconds, now, no
        from one, jsonb_to_recordset(${JSON.stringify(attempts.map((each, no) => ({ ...each, no })))}::jsonb)
          as x(key text, seconds int, no int)),
      counted as (insert into attempt (key, window_start, count) select key, start, 1 from given order by no
        on conflict (key, window_start) do update set count = attempt.count + 1 returning key, count)
    select c.key, c.count, greatest(1, ceil(extract(epoch from g.start - g.now) + g.seconds))::int as over
      from counted c join given g using (key)`);
  return rows;
});

/**
 * Counts one attempt against every limit, then says whether all of them hold: `too_many` with the `seconds` after which
 * to come again. The counters lie in PostgreSQL, so they hold over all instances; subjects are stored as hashes.
 */
export async function withinLimits(limits: readonly Limit[]): Promise<Result<undefined, 'too_many'>> {
  const attempts = limits.map(({ kind, subject, seconds }) => ({
    key: `${kind}:${sha256(subject).toString('base64url')}`,
    seconds,
  }));
  const counted = await count(attempts);
  const of = (key: string) => limits[attempts.findIndex((one) => one.key === key)];
  const pressed = counted.some(({ key, count: times }) => of(key)?.presses && times > (of(key)?.most ?? 0));
  const broken = counted.filter(({ key, count: times }) => {
    const limit = of(key);
    return !limit?.presses && times > ((pressed && limit?.pressed) || (limit?.most ?? 0));
  });
  return broken.length > 0 ? refuse('too_many', { seconds: Math.max(...broken.map((one) => one.over)) }) : ok();
}

/** What is counted as one address: IPv4 as it is, also written as IPv6; of IPv6 its first 64 bits, a line of its own. */
export function networkOf(address: string): string {
  const bare = address.replace(/^\[|\](:\d+)?$/g, '').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  if (!ipaddr.isValid(bare)) return bare || 'unknown';
  const one = ipaddr.process(bare);
  return one.kind() === 'ipv4' ? one.toString() : `${ipaddr.IPv6.networkAddressFromCIDR(`${one}/64`)}/64`;
}

/** What one holder of many networks may have of them: of IPv6 the first 48 bits, of IPv4 the first 24. */
export function widerThan(network: string): string {
  const [bare = ''] = network.split('/');
  if (!ipaddr.isValid(bare)) return network;
  return ipaddr.parse(bare).kind() === 'ipv4'
    ? `${ipaddr.IPv4.networkAddressFromCIDR(`${bare}/24`)}/24`
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${bare}/48`)}/48`;
}

/**
 * The same for forms somebody sends, of whatever kind: so many a minute of one person, and of one address, behind which
 * a whole compound may sit. `TONGXIN_POSTS` sets both, as `60/600`.
 */
export async function withinPosts(from: {
  person: number | null;
  address: string;
}): Promise<Result<undefined, 'too_fast'>> {
  const { ofPerson, ofAddress } = env.posts;
  const minute = { seconds: 60 };
  const held = await withinLimits([
    ...(from.person === null ? [] : [{ kind: 'post-person', subject: String(from.person), most: ofPerson, ...minute }]),
    { kind: 'post-address', subject: from.address, most: ofAddress, ...minute },
  ]);
  return held.ok ? held : refuse('too_fast', held.refusal.details);
}

/** Numbers to dial that one person may look up in an hour, all pages together. */
const CONTACTS_AN_HOUR = 60;

/**
 * Before a page shows somebody's number to whoever works here: counted, and kept with whose number it was, so that a
 * list of people cannot be read off page by page. Refuses `too_many` with the `seconds` to wait.
 */
export const readContact = accountCommand({
  act: 'contact.read',
  input: z.object({ community: z.string().max(80), about: z.string().max(80) }),
  allow: (personId) => personId !== null,
  run: async ({ db, now, personId, input }) => {
    const read = and(
      eq(accountEvent.personId, personId ?? 0),
      eq(accountEvent.kind, 'contact.read'),
      gt(accountEvent.at, new Date(now.getTime() - 3_600_000)),
    );
    const [done] = await db
      .select({ times: sql<number>`count(*)::int`, first: sql<Date | null>`min(${accountEvent.at})` })
      .from(accountEvent)
      .where(read);
    if (done?.first && done.times >= CONTACTS_AN_HOUR) {
      const seconds = Math.ceil((new Date(done.first).getTime() + 3_600_000 - now.getTime()) / 1000);
      return refuse('too_many', { seconds: Math.max(1, seconds) });
    }
    return { ok: true, value: null, event: { personId, detail: input } };
  },
});
