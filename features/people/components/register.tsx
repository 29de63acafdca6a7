import { DataTable } from '@/components/data/table';
import { Field } from '@/components/form/field';
import { Hidden } from '@/components/form/hidden';
import { SubmitButton } from '@/components/form/submit';
import { Whose } from '@/components/form/whose';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { messages } from '@/features/people/messages';
import type { registerPage } from '@/features/people/queries/register';
import type { Locale } from '@/lib/edition';
import { formatMoment } from '@/lib/words';

type Page = NonNullable<Awaited<ReturnType<typeof registerPage>>>;

/** A plain upload: the sheet is larger than an action's body may be. */
function Upload({ community, locale, problem }: { community: string; locale: Locale; problem?: string }) {
  const t = messages[locale].register;
  return (
    <form className="form" method="post" action="/api/register" encType="multipart/form-data">
      {problem && (
        <Notice kind="danger">
          <p>
            <a href="#sheet-file">{problem}</a>
          </p>
        </Notice>
      )}
      <Hidden fields={{ community, locale }} />
      <Field
        form="sheet"
        locale={locale}
        error={problem}
        spec={{
          kind: 'file',
          name: 'file',
          label: t.file,
          hint: t.fileHint,
          required: true,
          accept: '.xlsx,.xls,.csv,.txt,text/csv',
        }}
      />
      <Whose community={community} locale={locale} />
      <div className="actions">
        <SubmitButton locale={locale}>{t.send}</SubmitButton>
      </div>
    </form>
  );
}

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
      {page.mayImport && <Upload {...{ community, locale, problem }} />}
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
