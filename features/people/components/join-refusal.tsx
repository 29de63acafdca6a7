import { ActionForm } from '@/components/form/action-form';
import { PageTitle } from '@/components/page/title';
import { refuseJoin } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import type { JoinView } from '@/features/people/queries/joins';
import type { Locale } from '@/lib/edition';

type Props = { join: JoinView; community: string; locale: Locale; back: string; kept?: Record<string, string> };

export function JoinRefusal({ join, community, locale, back, kept }: Props) {
  const { joins: t, home } = messages[locale];
  return (
    <>
      <PageTitle title={t.refuseTitle} lead={`${join.name ?? ''} · ${home(join.building, join.entrance, join.door)}`} />
      <ActionForm
        action={refuseJoin}
        fields={[
          {
            kind: 'textarea',
            name: 'reason',
            label: t.reason,
            hint: t.reasonHint,
            required: true,
            maxLength: 200,
            defaultValue: kept?.reason,
          },
        ]}
        hidden={{ community, locale, back, request: String(join.id), submission: crypto.randomUUID() }}
        locale={locale}
        submitLabel={t.refuse}
        cancel={{ href: back, label: t.title }}
      />
    </>
  );
}
