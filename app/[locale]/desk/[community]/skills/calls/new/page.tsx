import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import { callHelp } from '@/features/skills/actions';
import { messages } from '@/features/skills/messages';
import { newCall } from '@/features/skills/queries/desk';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

/** Helpers wanted: for a work, for a date, or for itself. */
export default actPage([], async ({ locale, community, call, form, search }) => {
  const page = await newCall(call, {});
  if (!page) return null;
  const { desk: t } = pick(messages, locale);
  const { works = '', occasion = '' } = search;
  const none = { value: '', label: t.ofNothing };
  return (
    <Act crumb={{ href: to.desk(locale, community, 'skills'), label: t.title }} title={t.new}>
      <KeptForm
        {...form}
        action={callHelp}
        fields={[
          { kind: 'text', name: 'title', label: t.callTitle, hint: t.callTitleHint },
          { kind: 'textarea', name: 'words', label: t.callWords, rows: 2 },
          { kind: 'text', name: 'place', label: t.place },
          { kind: 'date', name: 'day', label: t.day, min: page.today },
          { kind: 'text', inputMode: 'numeric', name: 'people', label: t.people, defaultValue: '2' },
          {
            kind: 'select',
            name: 'works',
            label: t.works,
            options: [none, ...page.works.map(({ no, title }) => ({ value: String(no), label: title }))],
            defaultValue: works,
          },
          {
            kind: 'select',
            name: 'occasion',
            label: t.occasion,
            options: [
              none,
              ...page.occasions.map(({ no, title, startsAt }) => ({
                value: String(no),
                label: `${formatMoment(startsAt, locale)} ${title}`,
              })),
            ],
            defaultValue: occasion,
          },
        ]}
        submitLabel={t.callSubmit}
      />
    </Act>
  );
});
