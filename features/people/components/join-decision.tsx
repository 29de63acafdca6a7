import { KeptForm } from '@/components/form/kept-form';
import { ActionLink, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Undoes } from '@/components/page/undoes';
import { refuseJoin } from '@/features/people/actions';
import { Joins } from '@/features/people/components/joins';
import { messages } from '@/features/people/messages';
import type { JoinView } from '@/features/people/queries/joins';
import type { Locale } from '@/lib/edition';

type Props = { join: JoinView | undefined; community: string; locale: Locale; back: string };

/** One who says they live here, with what is known of them: confirmed, or refused with the reason. */
export function JoinDecision({ join, community, locale, back }: Props) {
  const { joins: t } = messages[locale];
  if (!join)
    return (
      <>
        <PageTitle title={t.title} lead={t.gone} />
        <ActionLink href={back}>{t.title}</ActionLink>
      </>
    );
  return (
    <>
      <PageTitle crumb={<a href={back}>{t.title}</a>} title={join.name ?? t.title} lead={t.lead} />
      <Joins joins={[join]} community={community} locale={locale} back={back} />
      <Section id="refusal" title={t.refuseTitle}>
        <Undoes losses={{ claims: 1 }} locale={locale} />
        <KeptForm
          id="refuse"
          action={refuseJoin}
          fields={[{ kind: 'textarea', name: 'reason', label: t.reason, hint: t.reasonHint }]}
          community={community}
          back={back}
          locale={locale}
          about={{ request: join.id }}
          submitLabel={t.refuse}
          ghost
          cancel={{ href: back, label: t.title }}
        />
      </Section>
    </>
  );
}
