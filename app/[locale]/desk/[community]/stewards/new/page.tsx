import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { STEWARD_KINDS } from '@/db/words/stewards';
import { nameSteward } from '@/features/stewards/actions';
import { entranceField } from '@/features/stewards/components/fields';
import { messages } from '@/features/stewards/messages';
import { newSteward } from '@/features/stewards/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const found = await newSteward(call, {});
  if (!found) return null;
  const { desk: t, kinds } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, community, 'stewards')}>{t.title}</a>} title={t.add} />
      <KeptForm
        {...form}
        action={nameSteward}
        fields={[
          { kind: 'tel', name: 'phone', label: t.phone, hint: t.phoneHint },
          {
            kind: 'radio',
            name: 'kind',
            label: t.kind,
            hint: t.kindHint,
            options: STEWARD_KINDS.map((value) => ({ value, label: kinds[value] })),
          },
          entranceField(found.entrances, [], locale),
        ]}
        submitLabel={t.submit}
      />
    </>
  );
});
