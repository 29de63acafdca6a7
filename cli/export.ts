import { exportOfMe, personByPhone } from '@/features/account/queries';
import { closePool } from '@/lib/gate';
import { normalPhone } from '@/lib/phone';
import { options, Refused, UsageError, verb } from './table';

const HELP = `export person --phone PHONE

Prints everything kept about the person of this phone, for somebody who asks for it at the office
(Personal Information Protection Law art. 45). Exit 1 when nobody has this phone.`;

export async function exportPerson(args: string[]): Promise<number> {
  return verb(HELP, args, async () => {
    const phone = normalPhone(options(args, ['phone'], []).phone);
    if (!phone) throw new UsageError('--phone is an 11-digit mobile number');
    try {
      const personId = await personByPhone(phone);
      if (personId === null) throw new Refused(['nobody has this phone']);
      return await exportOfMe(personId, undefined);
    } finally {
      await closePool();
    }
  });
}
