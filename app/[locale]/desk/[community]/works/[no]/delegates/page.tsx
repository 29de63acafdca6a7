import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { nameDelegate } from '@/features/works/actions';
import { candidateOptions } from '@/features/works/components/fields';
import { delegateChoices } from '@/features/works/queries/desk';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { sitePage } from '../site-page';

export default sitePage(async ({ locale, community, no, call, work, t, crumb, why, form }) => {
  const choices = (await delegateChoices(call, { no })) ?? [];
  return (
    <Act crumb={crumb} title={t.desk.delegatesTitle} lead={t.desk.delegatesLead} blocked={why('delegates')}>
      {work.groups.map((group) => {
        const named = work.acceptances.find((one) => one.group === group.id);
        const own = choices.filter((one) => one.group === group.position);
        const now = own.find((one) => one.household === named?.household);
        return (
          <Section key={group.id} title={placeIn(group.name, locale)} id={`group-${group.position}`}>
            {named && <p>{t.desk.named(now ? `${now.building}-${now.entrance}-${now.door}` : t.desk.somebody)}</p>}
            {named && !now?.joined && (
              <a className="tap" href={to.door(locale, community, 'works', no, 'households', named.household)}>
                {t.desk.atDoor}
              </a>
            )}
            {own.length === 0 ? (
              <p>{t.desk.nobodyToName}</p>
            ) : (
              <KeptForm
                id={`delegate-${group.position}`}
                action={nameDelegate}
                fields={[
                  {
                    kind: 'select',
                    name: 'household',
                    label: t.desk.household(placeIn(group.name, locale)),
                    options: candidateOptions(own, locale),
                  },
                ]}
                {...form}
                about={{ ...form.about, group: group.position }}
                submitLabel={t.desk.name_}
              />
            )}
          </Section>
        );
      })}
    </Act>
  );
});
