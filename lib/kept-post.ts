import { sql } from 'drizzle-orm';
import { currentAnswer } from './answer';
import { atOnce } from './gate';
import { sha256 } from './ledger';
import { MARK, markOf } from './mark';
import { meaningOf } from './segments';

/** Letters of one form, forms of one browser, and forms of all browsers at one time. */
const MOST_LETTERS = 64 * 1024;
const MOST_OF_ONE = 40;
const MOST_OF_ALL = 5_000;
/** Forms given to one person, that they have neither sent nor seen a day old. */
const MOST_OF_PERSON = 100;

const still = sql`at > moment() - interval '1 hour'`;

const keep = atOnce((db, { browser, path, values }: { browser: string; path: string; values: string }) =>
  db.execute(sql`
    with gone as (delete from kept_post where not (${still})),
      held as (select count(*) as every, count(*) filter (where browser = ${sha256(browser)} and path <> ${path}) as own
        from kept_post where ${still})
    insert into kept_post (browser, path, values) select ${sha256(browser)}, ${path}, ${values}::jsonb from held
      where every < ${MOST_OF_ALL} and own < ${MOST_OF_ONE}
    on conflict (browser, path) do update set values = excluded.values, at = moment()`),
);

/** Whether a form can stand at this address: a page of this build, in a room of the site. */
export const isOfRoom = (path: string): boolean =>
  /^\/[\w/.-]{1,300}$/.test(path) &&
  meaningOf(path.replace(/^\/en(?=\/)/, '').split('/')[1] ?? '') === 'room' &&
  (currentAnswer()?.isPage?.(path) ?? true);

/**
 * Keeps what was posted at this address while nobody was signed in, or somebody else: for an hour, for whoever signs in
 * in the browser that holds this random key and whose form it was, as its `mark` says; of a form without one, for whoever
 * signs in next. Nothing else says whose it is: a token of a session that is over may be anybody's by now. False when
 * there is too much of it.
 */
export async function keepPost(
  browser: string,
  path: string,
  values: Record<string, string>,
  mark = '',
): Promise<boolean> {
  const written = JSON.stringify({ ...values, [MARK]: mark });
  if (!isOfRoom(path) || written.length > MOST_LETTERS) return false;
  return (await keep({ browser, path, values: written })).rowCount === 1;
}

/**
 * Gives what a browser's key kept of their forms within the last hour to the person who has signed in there. Of more than a
 * person has room for the oldest goes.
 */
export const takeKept = atOnce((db, { browser, personId }: { browser: string; personId: number }) =>
  db.execute(sql`
    with taken as (delete from kept_post where browser = ${sha256(browser)}
        and values->>${MARK} in ('', ${markOf(personId)}) returning path, values, at),
      fresh as (select path, values from taken where ${still}),
      gone as (delete from draft where person_id = ${personId} and path in (
        select path from draft where person_id = ${personId} and path not in (select path from fresh)
          order by at desc offset greatest(0, ${MOST_OF_PERSON} - (select count(*) from fresh))))
    insert into draft (person_id, path, values, at)
      select ${personId}, path, values - ${MARK}::text, moment() from fresh
    on conflict (person_id, path) do update set values = excluded.values, at = excluded.at`),
);

/** It is done, or to be forgotten. */
export const dropKept = atOnce((db, { browser, path }: { browser: string; path: string }) =>
  db.execute(sql`delete from kept_post where browser = ${sha256(browser)} and path = ${path}`),
);
