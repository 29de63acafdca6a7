import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { actPage } from '@/components/page/act-page';
import { TooOften } from '@/components/page/too-often';
import { noteCallback } from '@/features/callbacks/actions';
import { callReason, whyCalled } from '@/features/callbacks/components/words';
import { messages } from '@/features/callbacks/messages';
import { deskCallback } from '@/features/callbacks/queries';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { readContact } from '@/lib/attempts';
import { missing } from '@/lib/missing';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';

export default actPage(['no', 'callback'], async ({ locale, community, no, callback, call, form }) => {
  const one = await deskCallback(call, { no, callback });
  if (!one) return null;
  const t = pick(messages, locale);
  if (one.people.some(({ phone }) => phone)) {
    const read = await readContact(call.by.person, { community, about: `callback/${callback}` });
    if (!read.ok) {
      const seconds = Number(read.refusal.details?.seconds ?? 60);
      missing(429, seconds);
      return <TooOften seconds={seconds} locale={locale} />;
    }
  }
  const { desk } = t;
  const yesNo = [
    { value: 'yes', label: desk.yes },
    { value: 'no', label: desk.no },
  ];
  const known = (value: boolean | null | undefined) => (value == null ? {} : { defaultValue: value ? 'yes' : 'no' });
  const satisfactions = (['satisfied', 'fairly_satisfied', 'dissatisfied'] as const).map((value) => ({
    value,
    label: desk.satisfaction[value],
  }));
  const said = one.said?.satisfaction;
  const fields: FieldsOf<typeof noteCallback> = [
    { kind: 'radio', name: 'reached', label: desk.reachedLabel, options: yesNo, ...known(one.reached) },
    {
      kind: 'radio',
      name: 'resolved',
      label: desk.resolvedLabel,
      options: [...yesNo, { value: '', label: desk.notAsked }],
      ...known(one.said?.resolved),
    },
    {
      kind: 'radio',
      name: 'satisfaction',
      label: desk.satisfactionLabel,
      when: desk.satisfactionWhen,
      options: satisfactions,
      ...(said && { defaultValue: said }),
    },
    {
      kind: 'textarea',
      name: 'words',
      label: desk.words,
      rows: 4,
      defaultValue: one.said?.words ?? '',
    },
    {
      kind: 'radio',
      name: 'mayTell',
      label: desk.mayTell,
      hint: desk.mayTellHint,
      options: yesNo,
      ...known(one.said?.mayTell || null),
    },
  ];
  const back = to.desk(locale, community, 'callbacks', no);
  return (
    <Act
      crumb={{ href: back, label: desk.title(one.title) }}
      title={desk.callTitle(one.door)}
      lead={desk.callLead}
      blocked={callReason(one.block, locale)}
    >
      <Facts
        items={[
          {
            key: 'people',
            term: desk.people,
            value:
              one.people.length === 0
                ? desk.nobody
                : one.people.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join(' · '),
          },
          { key: 'group', term: desk.group, value: placeIn(one.group ?? '', locale) },
          { key: 'why', term: desk.why, value: whyCalled(one, locale) },
        ]}
      />
      <KeptForm
        action={noteCallback}
        fields={fields}
        {...form}
        about={{ callback }}
        submitLabel={desk.note}
        cancel={{ href: back, label: desk.back }}
      />
    </Act>
  );
});
