import { Written } from '@/components/data/written';
import { messages as proposals } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { deskPlans } from '../queries/desk';

type Desk = NonNullable<Awaited<ReturnType<typeof deskPlans>>>;

/** For each group what was judged and why, by whom and when, and who confirmed it. */
export function Judgements({ desk, locale }: { desk: Desk; locale: Locale }) {
  const t = pick(messages, locale).desk;
  const roles = pick(proposals, locale).roles as Record<string, string>;
  const day = (at: string | null) => (at === null ? '' : formatDate(new Date(at), locale));
  return (
    <ul className="entries">
      {desk.groups.map(({ id, name, judged }) => (
        <li key={id}>
          <strong>{placeIn(name, locale)}</strong> · {judged ? (judged.material ? t.yes : t.no) : t.toJudge}
          {judged && (
            <>
              <p>
                <Written>{judged.reason}</Written>
              </p>
              <p className="tone-soft">
                {t.judgedBy(roles[judged.judgeRole ?? ''] ?? '', judged.judge ?? '', day(judged.judgedAt))}
                {judged.confirmedAt && ` · ${t.confirmedBy(judged.confirmer ?? '', day(judged.confirmedAt))}`}
              </p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
