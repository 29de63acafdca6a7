import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { startWorks } from '@/features/works/actions';
import * as acts from '@/features/works/acts';
import { startFields } from '@/features/works/components/fields';
import { workReason } from '@/features/works/components/steps';
import { messages } from '@/features/works/messages';
import { worksStart } from '@/features/works/queries/desk';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const start = await worksStart(call, { no });
  if (!start) return null;
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'proposals', no);
  const { facts } = start.asked;
  return (
    <>
      <Act
        crumb={{ href: back, label: facts.title }}
        title={t.desk.startTitle}
        lead={t.desk.startLead}
        blocked={workReason('start', whyNot(acts.startWorks, start.asked), locale)}
      >
        {start.promised.length > 0 && (
          <>
            <p>{t.one.commitments}</p>
            <ul>
              {start.promised.map((one) => (
                <li key={one.no}>
                  {one.answer} · {placeIn(one.group, locale)} · {t.one.fromObjection(one.no)}
                </li>
              ))}
            </ul>
          </>
        )}
        <KeptForm
          action={startWorks}
          fields={startFields(locale, facts.planCost)}
          {...form}
          about={{ proposal: no }}
          submitLabel={t.desk.start}
        />
      </Act>
      {facts.works && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'works', facts.works.no)}>
            {t.acts.site(facts.works.no)}
          </ActionLink>
        </Actions>
      )}
    </>
  );
});
