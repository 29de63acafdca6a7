import { Pager } from '@/components/data/pager';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { recordDepicted } from '@/features/depicted/actions';
import { messages } from '@/features/depicted/messages';
import { doorDepicted } from '@/features/depicted/queries';
import { Quiet } from '@/features/opinions/components/quiet';
import { messages as doors } from '@/features/opinions/messages';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { formatDate, pick } from '@/lib/words';

/** What homes that are not on the web say of pictures with them on it. */
export default actPage([], async ({ locale, community, call, form, search, path }) => {
  const found = await doorDepicted(call, { after: numberFrom(search.after ?? '') ?? null });
  if (!found) return null;
  const { door: t, ...rest } = pick(messages, locale);
  return (
    <Act
      crumb={{ href: to.door(locale, community), label: pick(doors, locale).door.title }}
      title={t.title}
      lead={t.lead}
    >
      {found.page.length === 0 && <Empty text={t.none} />}
      {found.page.map((one) => (
        <section key={one.id}>
          <h2>{rest.home(one)}</h2>
          <p>
            {[
              `${one.title}，${formatDate(one.on, locale)}`,
              one.people,
              one.answer ? rest.answers[one.answer] : rest.desk.waiting,
            ].join(' · ')}
          </p>
          {one.quiet ? (
            <Quiet locale={locale} />
          ) : (
            <KeptForm
              {...form}
              id={`record-${one.id}`}
              action={recordDepicted}
              about={{ depicted: one.id }}
              fields={[
                {
                  kind: 'radio',
                  name: 'answer',
                  label: t.answer,
                  options: (['yes', 'no'] as const).map((value) => ({ value, label: rest.answers[value] })),
                },
                { kind: 'text', name: 'witness', label: t.witness, when: t.witnessWhen },
              ]}
              submitLabel={t.submit}
              ghost
            />
          )}
        </section>
      ))}
      <Pager locale={locale} {...(found.next !== null && { next: `${path}?after=${found.next}` })} />
    </Act>
  );
});
