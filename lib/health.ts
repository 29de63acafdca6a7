import { sql } from 'drizzle-orm';
import { openQuery } from './query';

const moment = openQuery({ name: 'health.moment', read: ({ db }) => db.execute(sql`select moment()`) });

/** Whether the database tells the time within three seconds. */
export async function databaseAnswers(): Promise<boolean> {
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), 3_000);
  });
  const asked = moment(undefined).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, patience]).finally(() => clearTimeout(late));
}
