import { endOffice, giveOffice, openDistrict } from '@/features/offices/commands';
import { messages } from '@/features/offices/messages';
import { closePool } from '@/lib/gate';
import { inWords } from '@/lib/in-words';
import type { Result } from '@/lib/result';
import { options, Refused, verb } from './table';

const OPEN = `district open --slug SLUG --name-zh NAME --name-en NAME

Gives a district an address of its own: /district/SLUG for everybody, /desk/district/SLUG for its offices. Communities lie in it by
the Chinese name they were created with.`;

const GIVE = `office give --district SLUG --office OFFICE --phone PHONE --name NAME [--street NAME] [--until YYYY-MM-DD]

OFFICE: organisation (chooses communities and sends people), hotline-centre, street-office (of --street, by its Chinese name).`;

const END = `office end --district SLUG --office OFFICE --phone PHONE

It ends at once.`;

const done = (help: string, args: string[], act: () => Promise<Result<unknown>>): Promise<number> =>
  verb(help, args, async () => {
    try {
      const answer = await act();
      if (answer.ok) return answer.value;
      const { message, fieldErrors } = inWords(answer.refusal, 'en', messages);
      throw new Refused([message, ...Object.entries(fieldErrors ?? {}).map(([name, said]) => `${name}: ${said}`)]);
    } finally {
      await closePool();
    }
  });

export const districtOpen = (args: string[]): Promise<number> =>
  done(OPEN, args, async () => {
    const given = options(args, ['slug', 'name-zh', 'name-en'], []);
    return openDistrict(null, { slug: given.slug, nameZh: given['name-zh'], nameEn: given['name-en'] });
  });

export const officeGive = (args: string[]): Promise<number> =>
  done(GIVE, args, async () =>
    giveOffice(null, options(args, ['district', 'office', 'phone', 'name'], ['street', 'until'])),
  );

export const officeEnd = (args: string[]): Promise<number> =>
  done(END, args, async () => endOffice(null, options(args, ['district', 'office', 'phone'], [])));
