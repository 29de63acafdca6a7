import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportOfMe, personByPhone } from '@/features/account/queries';
import { askExport } from '@/features/exports/commands';
import { messages } from '@/features/exports/messages';
import { fileOf } from '@/features/exports/queries/file';
import { oneExport } from '@/features/exports/queries/page';
import { closePool } from '@/lib/gate';
import { inWords } from '@/lib/in-words';
import { numberFrom } from '@/lib/page';
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

const SHEETS = `export cases FILE --community SLUG --purpose TEXT [--personal] [--asked QUERY]
export figures FILE --community SLUG --purpose TEXT
export cases|figures FILE --community SLUG --no N

Writes an xlsx or CSV file, as the ending of FILE says. --asked chooses as the address of the desk's list does:
'tab=overdue', 'state=handling&building=3'. --personal adds who complained, their numbers and words: each of them finds it among
what they reported. With more than 50 of them somebody else has to agree at the desk first: exit 1 and the number of the export, which
--no writes once it is released, within a day. The purpose stands in the record.`;

type What = 'cases' | 'figures';

/** The number of the export: one there is, or a new one. */
async function askedFor(call: { by: { import: true }; community: string }, what: What, args: readonly string[]) {
  const personal = args.includes('--personal');
  const rest = args.filter((arg) => arg !== '--personal');
  const file = /\.csv$/i.test(args[0] ?? '') ? 'csv' : 'xlsx';
  const { no, purpose, asked = '' } = options(rest.slice(1), ['community'], ['no', 'purpose', 'asked']);
  if (no !== undefined) {
    const known = numberFrom(no);
    if (known === undefined) throw new UsageError('--no is a whole number from 1');
    return known;
  }
  if (purpose === undefined) throw new UsageError('missing --purpose');
  const done = await askExport(call, { what, file, purpose, asked, ...(personal && { personal: 'yes' }) });
  if (done.ok) return done.value.export;
  throw new Refused([inWords(done.refusal, 'en', messages).message]);
}

const exportSheet =
  (what: What) =>
  (args: string[]): Promise<number> =>
    verb(SHEETS, args, async () => {
      const [path = ''] = args;
      if (!/\.(xlsx|csv)$/i.test(path)) throw new UsageError('which file? FILE ends in .xlsx or .csv');
      const named = args.slice(1).filter((arg) => arg !== '--personal');
      const { community } = options(named, ['community'], ['no', 'purpose', 'asked']);
      const call = { by: { import: true as const }, community };
      try {
        const no = await askedFor(call, what, args);
        const one = await oneExport(call, { no });
        if (!one) throw new Refused([`there is no export ${no} in ${community}`]);
        if (one.waits) throw new Refused([`export ${no} waits for somebody else to agree at the desk`], { export: no });
        const file = await fileOf(call, no, 'zh');
        if (!file || one.what !== what) throw new Refused([`export ${no} cannot be taken`]);
        await pipeline(Readable.fromWeb(file.stream as never), createWriteStream(path));
        return { export: no, rows: file.rows, file: path };
      } finally {
        await closePool();
      }
    });

export const exportCases = exportSheet('cases');
export const exportFigures = exportSheet('figures');
