import { Written } from '@/components/data/written';
import type { Home } from '@/features/front/queries/home';
import { Drawing } from '@/features/siteplan/components/drawing';
import { messages } from '@/features/story/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  where: NonNullable<Home['where']>;
  locale: Locale;
  slug: string;
}

/** Where on the site each matter is: a number on the plan, the matter beside it. */
export function HomeWhere({ where, locale, slug }: Props) {
  const t = pick(messages, locale).front;
  const marks = where.plans.flatMap(({ no, shapes, spots }) => {
    if (spots.length > 0) return spots.map((at) => ({ mark: String(no), at }));
    const { points } = shapes.find((one) => one.points.length > 0) ?? { points: [] };
    const at = points[Math.floor(points.length / 2)];
    return at ? [{ mark: String(no), at }] : [];
  });
  return (
    <>
      <Drawing
        id="where"
        title={t.where}
        site={where.site}
        plan={where.plans.flatMap(({ shapes }) => shapes)}
        marks={marks}
        locale={locale}
      />
      <ul className="entries">
        {where.plans.map(({ no, title }) => (
          <li key={no}>
            <b>{no}</b>{' '}
            <a className="tap" href={to.proposal(locale, slug, no)}>
              <Written>{title}</Written>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
