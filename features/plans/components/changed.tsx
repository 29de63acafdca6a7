import { WordDiff } from '@/components/data/word-diff';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { deskPlans } from '../queries';
import type { Clause } from '../rules';

type Desk = NonNullable<Awaited<ReturnType<typeof deskPlans>>>;

const textOf = (clauses: readonly Clause[] | undefined, no: number) =>
  clauses?.find((one) => one.no === no)?.text ?? '';

/** A clause of the draft word by word against the version before. */
export function Changed({ desk, no, locale }: { desk: Desk; no: number; locale: Locale }) {
  const { draft, published } = desk;
  return (
    <>
      <h3>{pick(messages, locale).board.clause(no)}</h3>
      <WordDiff before={textOf(published?.clauses, no)} after={textOf(draft?.clauses, no)} locale={locale} />
    </>
  );
}
