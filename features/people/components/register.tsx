import { DataTable } from '@/components/data/table';
import { SheetUpload } from '@/components/form/sheet-upload';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages } from '@/features/people/messages';
import type { registerPage } from '@/features/people/queries/register';
import type { Locale } from '@/lib/edition';
import { formatMoment } from '@/lib/words';

type Page = NonNullable<Awaited<ReturnType<typeof registerPage>>>;

interface RegisterProps {
  page: Page;
  community: string;
  locale: Locale;
  /** Why a sheet was not read. */
  problem?: string;
}

export function Register({ page, community, locale, problem }: RegisterProps) {
  const t = messages[locale].register;
  return (
    <>
      {page.buildings.length === 0 ? (
        <Empty text={t.none} />
      ) : (
        <DataTable
          caption={t.caption}
          columns={[
            { key: 'name', label: t.building },
            { key: 'entrances', label: t.entrances, numeric: true },
            { key: 'units', label: t.units, numeric: true },
            { key: 'households', label: t.households, numeric: true },
            { key: 'joined', label: t.joined, numeric: true },
          ]}
          rows={page.buildings.map((one) => ({ key: one.name, cells: { ...one } }))}
        />
      )}
      {page.mayImport && (
        <SheetUpload
          action="/api/register"
          words={t}
          send={t.send}
          community={community}
          locale={locale}
          problem={problem}
        />
      )}
      {page.imports.length > 0 && (
        <Section title={t.imports}>
          <ul>
            {page.imports.map((one) => (
              <li key={one.at.toISOString()}>
                {t.imported(one.rows, formatMoment(one.at, locale), one.by ?? t.byServer)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
