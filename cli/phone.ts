import { releasePhone as release } from '@/features/account/commands';
import { closePool } from '@/lib/gate';
import { options, Refused, UsageError, verb } from './table';

const HELP = `phone release --phone PHONE

For a number that now belongs to somebody else, or a telephone that was lost: nobody signs in by it as the person it
belonged to, and every session of theirs ends. Whoever has the number next begins as a new person. Exit 1 when nobody has
this number.`;

export async function releasePhone(args: string[]): Promise<number> {
  return verb(HELP, args, async () => {
    try {
      const done = await release(null, options(args, ['phone'], []));
      if (done.ok) return done.value;
      if (done.refusal.code === 'invalid') throw new UsageError('--phone is an 11-digit mobile number');
      throw new Refused(['nobody has this phone']);
    } finally {
      await closePool();
    }
  });
}
