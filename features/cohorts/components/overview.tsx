import { DataTable } from '@/components/data/table';
import { messages as figures } from '@/features/figures/messages';
import { rates } from '@/features/figures/rules';
import { USUAL } from '@/features/figures/rules/profiles';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDays, pick } from '@/lib/words';
import { messages } from '../messages';
import type { DeskFigures, officeDesk } from '../queries/desk';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof officeDesk>>>;
  district: string;
  locale: Locale;
}

/** Both rates of what a board told last. */
function ratesOf({ last }: DeskFigures) {
  if (!last) return null;
  const { effective, resolved, satisfied, fairly } = last;
  const counts = { effective, contacted: null, resolved, satisfied, fairlySatisfied: fairly };
  return rates({ ...counts, responseOnly: 0, responseOnlyContacted: 0 }, last.profile ?? USUAL);
}

/** The communities of an office, with what their boards told last. */
export function Overview({ page: { page, next }, district, locale }: Props) {
  const { district: t, rates: named } = pick(messages, locale);
  const { derived } = pick(figures, locale);
  return (
    <>
      <DataTable
        caption={t.table}
        columns={[
          { key: 'community', label: t.community },
          { key: 'street', label: t.street },
          { key: 'period', label: t.period },
          { key: 'resolution', label: named.resolution, numeric: true },
          { key: 'satisfaction', label: named.satisfaction, numeric: true },
        ]}
        rows={page.map((one) => {
          const both = ratesOf(one);
          const said = (name: 'resolution' | 'satisfaction') => {
            const rate = both?.[name];
            return rate ? `${rate.n}/${rate.d} = ${rate.pct}%` : '';
          };
          return {
            key: one.slug,
            cells: {
              community: (
                <a className="tap" href={to.community(locale, one.slug)}>
                  {locale === 'zh' ? one.nameZh : one.nameEn}
                </a>
              ),
              street: locale === 'zh' ? one.streetZh : one.streetEn,
              period: one.last ? (
                <>
                  {formatDays(one.last.from, one.last.to, locale)}
                  {one.last.derived && (
                    <>
                      {' '}
                      <small>{derived}</small>
                    </>
                  )}
                </>
              ) : (
                t.none
              ),
              resolution: said('resolution'),
              satisfaction: said('satisfaction'),
            },
          };
        })}
      />
      {next !== undefined && (
        <p>
          <a className="tap" rel="next" href={`${to.office(locale, district)}?after=${next}`}>
            {t.more}
          </a>
        </p>
      )}
    </>
  );
}
