import { lookAtTables } from '@/db/migrate';
import { createCommunity, setTelephone } from '@/features/people/commands/community';
import { giveGrant } from '@/features/people/commands/grant';
import { messages } from '@/features/people/messages';
import { env } from '@/lib/env';
import { closePool } from '@/lib/gate';
import { inWords } from '@/lib/in-words';
import type { Refusal } from '@/lib/result';
import { options, Refused, UsageError, verb } from './table';

const CREATE = `community create --slug SLUG --name-zh NAME --name-en NAME [--district-zh NAME --district-en NAME
  --street-zh NAME --street-en NAME] [--telephone NUMBER]

Makes a community: its address, its names, the usual thresholds (two in three heard, two in three agreeing) and periods
(7 days), the street it lies in, the telephone people may call, and the head of its public record. SLUG: 3 to 40 of a-z, 0-9 and -.`;

const GIVE = `grant give --community SLUG --phone PHONE --name NAME --role ROLE [--until YYYY-MM-DD]

Gives a role for the whole community: the first Party secretary, who gives the others on the desk.
ROLE: party-secretary, social-worker, hotline, property, auditor, district, governance-secretary.`;

const says = (refusal: Refusal): Refused => {
  const { message, fieldErrors } = inWords(refusal, 'en', messages);
  return new Refused([message, ...Object.entries(fieldErrors ?? {}).map(([name, said]) => `${name}: ${said}`)]);
};

const TELEPHONE = `community telephone --slug SLUG --telephone NUMBER

Says which number people may call; it stands on the pages at the foot of every other. An empty NUMBER takes it away.`;

export async function communityTelephone(args: string[]): Promise<number> {
  return verb(TELEPHONE, args, async () => {
    try {
      const done = await setTelephone(null, options(args, ['slug', 'telephone'], []));
      if (!done.ok) throw says(done.refusal);
      return done.value;
    } finally {
      await closePool();
    }
  });
}

export async function communityCreate(args: string[]): Promise<number> {
  return verb(CREATE, args, async () => {
    const where = ['district-zh', 'district-en', 'street-zh', 'street-en'] as const;
    const given = options(args, ['slug', 'name-zh', 'name-en'], [...where, 'telephone']);
    const missing = where.filter((name) => given[name] === undefined);
    if (missing.length % where.length > 0)
      throw new UsageError(`missing ${missing.map((name) => `--${name}`).join(', ')}`);
    try {
      const done = await createCommunity(null, {
        slug: given.slug,
        nameZh: given['name-zh'],
        nameEn: given['name-en'],
        telephone: given.telephone,
        place:
          missing.length > 0
            ? null
            : {
                districtZh: given['district-zh'],
                districtEn: given['district-en'],
                streetZh: given['street-zh'],
                streetEn: given['street-en'],
              },
      });
      if (!done.ok) throw says(done.refusal);
      await lookAtTables(env.databaseUrl);
      return done.value;
    } finally {
      await closePool();
    }
  });
}

export async function grantGive(args: string[]): Promise<number> {
  return verb(GIVE, args, async () => {
    const { community, ...given } = options(args, ['community', 'phone', 'name', 'role'], ['until']);
    try {
      const done = await giveGrant({ by: { import: true }, community }, given);
      if (!done.ok) throw says(done.refusal);
      return done.value;
    } finally {
      await closePool();
    }
  });
}
