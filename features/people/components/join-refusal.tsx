import { KeptForm } from '@/components/form/kept-form';
import { PageTitle } from '@/components/page/title';
import { refuseJoin } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import type { JoinView } from '@/features/people/queries/joins';
import type { Locale } from '@/lib/edition';

type Props = { join: JoinView; community: string; locale: Locale; back: string };

export function JoinRefusal({ join, community, locale, back }: Props) {
  const { joins: t, home } = messages[locale];
  return (
    <>
      <PageTitle title={t.refuseTitle} lead={`${join.name ?? ''} · ${home(join.building, join.entrance, join.door)}`} />
      <KeptForm
        action={refuseJoin}
        fields={[
          {
            kind: 'textarea',
            name: 'reason',
            label: t.reason,
            hint: t.reasonHint,
          },
        ]}
        community={community}
        back={back}
        about={{ request: join.id }}
        locale={locale}
        submitLabel={t.refuse}
        cancel={{ href: back, label: t.title }}
      />
    </>
  );
}
