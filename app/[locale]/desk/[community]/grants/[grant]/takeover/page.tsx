import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { leftIn } from '@/features/rooms';
import { takeOver } from '@/features/terms/actions';
import { messages } from '@/features/terms/messages';
import { takeOverPage } from '@/features/terms/queries/handover';
import * as to from '@/lib/addresses';
import { formatDate, formatList, pick } from '@/lib/words';

export default actPage(['grant'], async ({ locale, community, grant, call, form }) => {
  const page = await takeOverPage(call, { grant });
  if (!page) return null;
  const { take: t, ...words } = pick(messages, locale);
  const kinds = leftIn(locale);
  const named = (one: (typeof page.open)[number]) => words.receiver(kinds[one.kind] ?? one.kind, one.title);
  const mine = page.open.filter(({ may }) => may);
  const until = page.to ? formatDate(page.to, locale) : t.until;
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'inherited')}>{words.inherited.title}</a>}
        title={t.title}
        lead={t.lead(page.name ?? words.somebody, until)}
      />
      {page.open.length === 0 && <p>{t.nothing}</p>}
      <ul className="entries">
        {page.open.map((one) => (
          <li key={one.item}>
            {named(one)}
            <p className="crumb">
              {one.by.length === 0
                ? t.nobody
                : t.by(
                    formatList(
                      one.by.map((name) => name ?? words.somebody),
                      locale,
                    ),
                  )}
            </p>
          </li>
        ))}
      </ul>
      {page.open.length > 0 && mine.length === 0 && <p>{t.mine}</p>}
      {mine.length > 0 && (
        <KeptForm
          {...form}
          action={takeOver}
          about={{ grant }}
          fields={[
            {
              kind: 'checkboxes',
              name: 'items',
              label: t.items,
              options: mine.map((one) => ({ value: one.item, label: named(one) })),
            },
          ]}
          submitLabel={t.submit}
        />
      )}
    </>
  );
});
