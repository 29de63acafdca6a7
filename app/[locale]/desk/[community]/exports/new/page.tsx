import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { actPage } from '@/components/page/act-page';
import { askExport } from '@/features/exports/actions';
import { messages } from '@/features/exports/messages';
import { exportable } from '@/features/exports/queries/page';
import { FILES, MOST_ALONE } from '@/features/exports/rules';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form, search, every }) => {
  const what = search.what === 'figures' ? 'figures' : 'cases';
  const filter = Object.entries(search).filter(([name, value]) => name !== 'what' && name !== 'after' && value);
  const ticked = every('cases').join(',');
  const asked = new URLSearchParams({ ...Object.fromEntries(filter), ...(ticked && { cases: ticked }) }).toString();
  const found = await exportable(call, { what, asked });
  if (!found) return null;
  const t = pick(messages, locale);
  const fields: FieldsOf<typeof askExport> = [
    { kind: 'textarea', name: 'purpose', label: t.ask.purpose, hint: t.ask.purposeHint, rows: 2 },
    {
      kind: 'radio',
      name: 'file',
      label: t.ask.file,
      options: FILES.map((value) => ({ value, label: t.ask.files[value] })),
      defaultValue: 'xlsx',
    },
    ...(what === 'cases' && found.mayPersonal
      ? [
          {
            kind: 'checkbox' as const,
            name: 'personal' as const,
            label: t.ask.personal,
            hint: t.ask.personalHint(MOST_ALONE),
          },
        ]
      : []),
  ];
  return (
    <Act
      crumb={{ href: `${to.desk(locale, community, what)}${asked ? `?${asked}` : ''}`, label: t.what[what] }}
      title={t.ask.title[what]}
      lead={search.cases ? t.ask.ticked(found.rows) : t.ask.rows(found.rows)}
      blocked={found.rows === 0 ? inWords({ code: 'nothing_to_export' }, locale, messages).message : null}
    >
      <KeptForm {...form} action={askExport} about={{ what, asked }} fields={fields} submitLabel={t.ask.submit} />
    </Act>
  );
});
