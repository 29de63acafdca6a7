import { randomInt, randomUUID } from 'node:crypto';
import pg from 'pg';
import { witnessed } from '@/features/rooms';
import { env } from '@/lib/env';
import { problems, problemsOfDatabase } from '@/lib/fitness';
import { phoneInput } from '@/lib/phone';
import { saysBroken, verifyRecords } from '@/lib/records';
import { USUAL_CODES } from '@/lib/sign-in';
import { inWords } from '@/lib/sms/message';
import { smsDriver } from '@/lib/sms/send';
import { problemsOfSms } from '@/lib/sms/settings';
import { verifyWords } from '@/lib/told';
import { options, Refused, UsageError, verb } from './table';

const HELP = `doctor [--send NUMBER]

Says what is wrong with the settings, the database and the public records of this installation, one line each: secrets,
fsync, full_page_writes and synchronous_commit, the version, the first leaf that does not verify, and whatever was said or
signed that is not what the record holds, or is missing though nobody's data were deleted. Asks the gateway of text
messages whether it would send codes, without sending any. Exit 0: nothing.
--send: tries the text messages alone, and hands the gateway one real one, with a code that opens nothing.`;

/** Somebody who asks for codes without end costs money, and others on their network the way in. */
async function floodOfCodes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ count: number }>(
    `select count from attempt where key like 'code-all:%' and window_start > moment() - interval '1 hour' and count > $1`,
    [USUAL_CODES],
  );
  return rows.map(({ count }) => `${count} codes were asked for within an hour: somebody may be flooding the sign-in`);
}

/** A demonstration has a role `seed` and may run on a throw-away database; its records must hold all the same. */
async function ofDatabase(): Promise<string[]> {
  const client = new pg.Client({ connectionString: env.databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const unfit = await problemsOfDatabase(client);
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query(`select 1 where to_regclass('public.ledger_head') is not null`);
    const records = rows.length > 0 ? await verifyRecords(client) : [];
    const words = rows.length > 0 ? await verifyWords(client, witnessed) : [];
    const flood = rows.length > 0 ? await floodOfCodes(client) : [];
    const told = unfit.filter((line) => !env.demonstration || !line.includes('demonstrations'));
    return [
      ...told,
      ...records.flatMap(saysBroken),
      ...words,
      ...flood,
      ...(rows.length > 0 ? [] : ['the database has not been migrated']),
    ];
  } catch (error) {
    return [`the database does not answer: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await client.end().catch(() => {});
  }
}

/** Asks the gateway where the settings are whole; a demonstration means the file it writes. */
async function ofSms(): Promise<string[]> {
  const meant = env.demonstration ? { SMS_DRIVER: env.sms.driver, TONGXIN_SMS_FILE_IS_MEANT: 'yes' } : {};
  const lines = problemsOfSms({ ...process.env, ...meant });
  return lines.length > 0 ? lines : smsDriver().problems();
}

/** One real message; answers the gateway's receipt. */
async function send(number: string): Promise<string> {
  const phone = phoneInput.safeParse(number);
  if (!phone.success) throw new UsageError('--send takes a mobile number of 11 digits');
  const lines = await ofSms();
  if (lines.length > 0) throw new Refused(lines);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const outcome = await smsDriver().send({
    id: randomUUID(),
    to: phone.data,
    kind: 'code',
    values: { code },
    until: new Date(Date.now() + 600_000),
    text: `验证码 ${code}。这是一条试发的短信，不用理会。`,
  });
  if (!outcome.taken) throw new Refused([`the message was not sent: ${inWords(outcome)}`]);
  return outcome.receipt;
}

export async function doctor(args: string[]): Promise<number> {
  return verb(HELP, args, async () => {
    const { send: number } = options(args, [], ['send']);
    if (number !== undefined) return { problems: [], sent: await send(number) };
    const lines = [...new Set([...(env.demonstration ? [] : problems(process.env)), ...(await ofSms())])];
    if (process.env.DATABASE_URL) lines.push(...(await ofDatabase()));
    else lines.push('DATABASE_URL is not set');
    if (lines.length > 0) throw new Refused(lines);
    return { problems: [], mode: env.demonstration ? 'demonstration' : 'production' };
  });
}
