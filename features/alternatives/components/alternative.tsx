import { Pictures } from '@/components/data/pictures';
import { Written } from '@/components/data/written';
import { Clauses, Cost } from '@/features/plans/components/plan-text';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

interface Text {
  id: number;
  title: string;
  summary: string;
  cost: number;
  costNote: string;
  clauses: readonly { no: number; text: string }[];
}

export interface Drawing {
  id: number;
  caption: string;
  width: number;
  height: number;
}

/** What an alternative is: its drawing, what is done, what it costs, and its clauses. */
export function AlternativeText({
  one,
  drawings,
  locale,
}: {
  one: Text;
  drawings: readonly Drawing[];
  locale: Locale;
}) {
  return (
    <>
      {drawings.length > 0 && (
        <Pictures
          items={drawings.map(({ id, caption, width, height }) => ({
            key: String(id),
            src: to.picture(id, 'small'),
            large: to.picture(id, 'large'),
            alt: caption || one.title,
            caption,
            width,
            height,
          }))}
        />
      )}
      <p>
        <Written>{one.summary}</Written>
      </p>
      <Cost cost={one.cost} note={one.costNote} locale={locale} />
      <Clauses clauses={one.clauses} locale={locale} />
    </>
  );
}
