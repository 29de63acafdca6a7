import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { messages } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface Said {
  id: number;
  stance: 'for' | 'against' | 'question' | 'neutral';
  building: string | null;
  at: Date;
  words: string | null;
  hiddenReason: string | null;
}

/** What neighbours say of a proposal: from which building, never who. A hidden one says why. */
export function CommentList({ comments, locale }: { comments: readonly Said[]; locale: Locale }) {
  const t = pick(messages, locale);
  if (comments.length === 0) return <Empty text={t.desk.noComments} />;
  return (
    <ul className="entries">
      {comments.map((one) => (
        <li key={one.id} id={`comment-${one.id}`}>
          <p>
            <strong>{t.stances[one.stance]}</strong>{' '}
            <span className="tone-soft">
              {one.building !== null && `${t.desk.building(one.building)} · `}
              {formatDate(one.at, locale)}
            </span>
          </p>
          {one.hiddenReason !== null ? (
            <p className="tone-soft">{t.desk.hidden(one.hiddenReason)}</p>
          ) : (
            <p>
              <Written>{one.words ?? t.desk.erased}</Written>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
