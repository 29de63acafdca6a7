import type { ReactNode } from 'react';
import { SheetGone, SheetProblems } from '@/components/data/sheet';
import { type Act, pagesOf } from '@/components/page/act-page';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { keptSheet } from '@/lib/sheet/kept';
import type { problemWords } from '@/lib/sheet/messages';

interface Tried<No extends string, Code extends string> {
  numbers: readonly No[];
  sheet: Parameters<typeof problemWords<Code>>[1] & { name: string };
  says: Record<Locale, Record<Code, (detail: string) => string>>;
  may: (call: Act<never>['call']) => Promise<unknown>;
  /** What else is wrong with rows that can be read. */
  also?: (call: Act<never>['call'], of: { hash: string; locale: Locale }) => Promise<{ row: number; text: string }[]>;
}

type Kept = NonNullable<Awaited<ReturnType<typeof keptSheet>>>;

/** The pages of a sheet that was sent in to be tried: what is wrong with it, or what each shows of one that can be read. */
export const triedSheet = <No extends string, Code extends string>({
  numbers,
  sheet,
  says,
  may,
  also,
}: Tried<No, Code>) =>
  pagesOf<No, { kept: Kept; sheet: string; back: string } | { instead: ReactNode }>(
    numbers,
    async ({ locale, community, call, person, params }) => {
      const hash = params.sheet ?? '';
      if (!/^[0-9a-f]{64}$/.test(hash) || !(await may(call))) return null;
      const back = to.desk(locale, community, sheet.name);
      const kept = await keptSheet({ personId: person, community, sheet: sheet.name, hash });
      if (!kept) return { instead: <SheetGone back={back} locale={locale} /> };
      if (kept.problems.length === 0) return { kept, sheet: hash, back };
      const more = (await also?.(call, { hash, locale })) ?? [];
      return {
        instead: (
          <SheetProblems kept={kept} sheet={sheet} says={says[locale]} also={more} back={back} locale={locale} />
        ),
      };
    },
  );
