import { WordDiff } from '@/components/data/word-diff';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { deskPlans } from '../queries/desk';
import type { Clause } from '../rules';

type Desk = NonNullable<Awaited<ReturnType<typeof deskPlans>>>;

const textOf = (clauses: readonly Clause[] | undefined, no: number) =>
  clauses?.find((one) => one.no === no)?.text ?? '';

interface ChangedProps {
  desk: Desk;
  no: number;
  locale: Locale;
  /** Right below the title of the page, or below a heading of its own. */
  heading?: 'h2' | 'h3';
}

/** A clause of the draft word by word against the version before. */
export function Changed({ desk, no, locale, heading: Heading = 'h3' }: ChangedProps) {
  const { draft, published } = desk;
  return (
    <>
      <Heading>{pick(messages, locale).board.clause(no)}</Heading>
      <WordDiff before={textOf(published?.clauses, no)} after={textOf(draft?.clauses, no)} locale={locale} />
    </>
  );
}
