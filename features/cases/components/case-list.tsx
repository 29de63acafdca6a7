import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { messages } from '@/features/cases/messages';
import type { CaseKind, Side } from '@/features/cases/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

export interface Listed {
  no: number;
  kind: CaseKind;
  title: string;
  place: string;
  building: string | null;
  happenedAt: Date;
  links: readonly { proposal: number; title: string; side: Side }[];
}

interface ListProps {
  cases: readonly Listed[];
  slug: string;
  locale: Locale;
  /** The desk's list leads to the desk. */
  desk?: boolean;
  /** Under a heading that already names the proposal. */
  plain?: boolean;
}

/** Cases one below the other: what it is about and where, never who. */
export function CaseList({ cases, slug, locale, desk, plain }: ListProps) {
  const t = pick(messages, locale);
  if (cases.length === 0) return <Empty text={t.list.none} />;
  return (
    <ul className="entries">
      {cases.map((one) => (
        <li key={one.no}>
          <a
            className="tap"
            href={desk ? to.desk(locale, slug, 'cases', one.no) : to.caseAddress(locale, slug, one.no)}
          >
            <Written>{one.title}</Written>
          </a>
          <p className="tone-soft">
            {[
              t.kinds[one.kind],
              one.building === null ? '' : t.one.building(one.building),
              placeIn(one.place, locale),
              formatDate(one.happenedAt, locale),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {!plain &&
            one.links.map((link) => (
              <p key={link.proposal}>
                <a className="tap" href={to.proposal(locale, slug, link.proposal)}>
                  <Written>{link.title}</Written>
                </a>{' '}
                <span className="tone-soft">{t.sides[link.side]}</span>
              </p>
            ))}
        </li>
      ))}
    </ul>
  );
}
