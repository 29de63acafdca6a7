import { KeptForm } from '@/components/form/kept-form';
import type { FieldFor, FieldsOf } from '@/components/form/spec';
import { PageTitle } from '@/components/page/title';
import { giveGrant, openTerm, revokeGrant } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import type { GrantView, grantsPage } from '@/features/people/queries/grants';
import { givenHere } from '@/features/people/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';

type Entrances = NonNullable<Awaited<ReturnType<typeof grantsPage>>>['entrances'];
type Common = { community: string; locale: Locale };

const whom = (locale: Locale): FieldFor<'name' | 'phone'>[] => {
  const { grants: t } = messages[locale];
  return [
    { kind: 'text', name: 'name', label: t.name },
    { kind: 'tel', name: 'phone', label: t.phone },
  ];
};

export function GiveGrant({ entrances, community, locale }: Common & { entrances: Entrances }) {
  const { grants: t, roles, entrance, building } = messages[locale];
  const fields: FieldsOf<typeof giveGrant> = [
    ...whom(locale),
    {
      kind: 'radio',
      name: 'role',
      label: t.role,
      options: givenHere.map((role) => ({ value: role, label: roles[role] ?? role })),
    },
    {
      kind: 'checkboxes',
      name: 'entrances',
      label: t.entranceField,
      options: entrances.map((one) => ({
        value: String(one.id),
        label: entrance(one.building, one.no),
        under: building(one.building),
      })),
    },
    { kind: 'date', name: 'until', label: t.untilField, hint: t.untilHint },
  ];
  return (
    <KeptForm
      id="grant"
      action={giveGrant}
      fields={fields}
      community={community}
      locale={locale}
      submitLabel={t.submit}
      cancel={{ href: to.desk(locale, community, 'grants'), label: t.title }}
    />
  );
}

export function OpenTerm({ community, locale }: Common) {
  const { grants: t } = messages[locale];
  const fields: FieldsOf<typeof openTerm> = [
    ...whom(locale),
    { kind: 'text', name: 'cohort', label: t.cohort },
    { kind: 'text', name: 'post', label: t.post },
    { kind: 'date', name: 'from', label: t.from },
    { kind: 'date', name: 'to', label: t.to },
  ];
  return (
    <KeptForm
      id="term"
      action={openTerm}
      fields={fields}
      community={community}
      locale={locale}
      submitLabel={t.termSubmit}
    />
  );
}

export function Revocation({ grant, community, locale }: Common & { grant: GrantView }) {
  const { grants: t, roles } = messages[locale];
  return (
    <>
      <PageTitle title={t.revokeTitle} lead={t.revokeLead(grant.name ?? '', roles[grant.role] ?? grant.role)} />
      <KeptForm
        action={revokeGrant}
        fields={[
          {
            kind: 'textarea',
            name: 'reason',
            label: t.reason,
          },
        ]}
        community={community}
        about={{ grant: grant.id }}
        locale={locale}
        submitLabel={t.revoke}
        danger
        cancel={{ href: to.desk(locale, community, 'grants'), label: t.title }}
      />
    </>
  );
}
