import { DataTable } from '@/components/data/table';
import { Field } from '@/components/form/field';
import { Hidden } from '@/components/form/hidden';
import { SubmitButton } from '@/components/form/submit';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages } from '@/features/people/messages';
import type { registerPage } from '@/features/people/queries';
import type { Locale } from '@/lib/edition';
import { formatMoment } from '@/lib/words';

type Page = NonNullable<Awaited<ReturnType<typeof registerPage>>>;

/** A plain upload: the sheet is larger than an action's body may be. */
function Upload({ community, locale }: { community: string; locale: Locale }) {
  const t = messages[locale].register;
  return (
    <form className="form" method="post" action="/api/register" encType="multipart/form-data">
      <Hidden fields={{ community, locale }} />
      <Field
        form="sheet"
        locale={locale}
        spec={{
          kind: 'file',
          name: 'file',
          label: t.file,
          hint: t.fileHint,
          required: true,
          accept: '.xlsx,.csv,text/csv',
        }}
      />
      <div className="actions">
        <SubmitButton locale={locale}>{t.send}</SubmitButton>
      </div>
    </form>
  );
}

export function Register({ page, community, locale }: { page: Page; community: string; locale: Locale }) {
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
      {page.mayImport && <Upload community={community} locale={locale} />}
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
