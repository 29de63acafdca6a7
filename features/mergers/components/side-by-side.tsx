import { Written } from '@/components/data/written';
import { messages } from '@/features/mergers/messages';
import type { Candidate } from '@/features/mergers/queries';
import { messages as words } from '@/features/proposals/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  own: { no: number; title: string; place: string; problem: string };
  others: Candidate[];
  locale: Locale;
  slug: string;
}

/** What was brought, beside what it may be the same as. */
export function SideBySide({ own, others, locale, slug }: Props) {
  const t = pick(messages, locale);
  const { states, board } = pick(words, locale);
  return (
    <ul className="entries">
      <li>
        <h2>
          {t.this}: {own.title}
        </h2>
        <p>
          <Written>{own.place}</Written>
        </p>
        <p>
          <Written>{own.problem}</Written>
        </p>
      </li>
      {others.map((one) => (
        <li key={one.no}>
          <h3>
            <a className="tap" href={to.proposal(locale, slug, one.no)}>
              {board.no(one.no)} {one.title}
            </a>
          </h3>
          <p>
            {one.place} · {states[one.state]}
          </p>
          <p>
            <Written>{one.problem}</Written>
          </p>
        </li>
      ))}
    </ul>
  );
}
