import { Overlay } from '@/components/data/overlay';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { boardComparison } from '../queries/published';

type Page = NonNullable<Awaited<ReturnType<typeof boardComparison>>>;

/** Where both versions have a drawing as large, of one place then: the two in one, with what was changed below. */
export function InOneDrawing({ page, locale }: { page: Page; locale: Locale }) {
  const t = pick(messages, locale);
  const of = (plan: number) => page.drawings.filter((one) => one.planId === plan);
  const pairs = of(page.before.id).flatMap((before, at) => {
    const after = of(page.after.id)[at];
    return after && after.width === before.width && after.height === before.height ? [{ before, after }] : [];
  });
  const changes = page.clauses.flatMap((one) => one.changes.map((change) => ({ no: one.no, note: change.note })));
  const drawn = ({ id }: { id: number }, version: number) => ({
    src: to.picture(id, 'large'),
    label: t.version(version),
  });
  return pairs.map(({ before, after }, at) => (
    <div key={after.id}>
      <Overlay
        id={`one-${after.id}`}
        before={drawn(before, page.before.version)}
        after={drawn(after, page.after.version)}
        width={after.width}
        height={after.height}
        says={{
          came: t.board.came(page.after.version),
          gone: t.board.gone(page.before.version),
          stays: t.board.stays,
          note: t.board.inOne(after.caption),
        }}
      />
      {at === 0 && changes.length > 0 && (
        <ol className="ways">
          {changes.map(({ no, note }) => (
            <li key={`${no}-${note}`}>
              <a href={`#clause-${no}`}>{t.board.clause(no)}</a> {note}
            </li>
          ))}
        </ol>
      )}
    </div>
  ));
}
