import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { nameDelegate } from '@/features/works/actions';
import { candidateOptions } from '@/features/works/components/fields';
import { delegateChoices } from '@/features/works/queries/desk';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, call, work, t, crumb, why, initial, hidden } = await begin(params, 'delegates');
  if (!work) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const choices = (await delegateChoices(call, { no })) ?? [];
  return (
    <Act crumb={crumb} title={t.desk.delegatesTitle} lead={t.desk.delegatesLead} blocked={why('delegates')}>
      {work.groups.map((group) => {
        const named = work.acceptances.find((one) => one.group === group.id);
        const own = choices.filter((one) => one.group === group.position);
        const now = own.find((one) => one.household === named?.household);
        return (
          <Section key={group.id} title={group.name} id={`group-${group.position}`}>
            {named && <p>{t.desk.named(now ? `${now.building}-${now.entrance}-${now.door}` : t.desk.somebody)}</p>}
            {own.length === 0 ? (
              <p>{t.desk.nobodyToName}</p>
            ) : (
              <ActionForm
                id={`delegate-${group.position}`}
                action={nameDelegate}
                fields={[
                  {
                    kind: 'select',
                    name: 'household',
                    label: t.desk.household(group.name),
                    required: true,
                    options: candidateOptions(own, locale),
                  },
                ]}
                hidden={{ ...hidden(), group: String(group.position) }}
                initial={initial.values?.group === String(group.position) ? initial : {}}
                submitLabel={t.desk.name_}
                locale={locale}
              />
            )}
          </Section>
        );
      })}
    </Act>
  );
}
