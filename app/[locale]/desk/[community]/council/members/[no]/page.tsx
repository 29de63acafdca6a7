import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { endMember, offerResource, withdrawResource } from '@/features/council/actions';
import { messages } from '@/features/council/messages';
import { deskMember } from '@/features/council/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** An organisation: whom to ring, what it has to give, and leaving. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskMember(call, { no });
  if (!one) return null;
  const { desk: t, lists } = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'council')}>{t.title}</a>}
        title={one.name}
        lead={one.left ? t.left : [one.contactName, one.contactPhone].filter(Boolean).join(' ')}
      />
      <Section title={lists.resources} id="resources">
        <ul className="entries">
          {one.resources
            .filter(({ withdrawn }) => !withdrawn)
            .map((resource) => (
              <li key={resource.no}>
                <h3>
                  <Written>{resource.title}</Written>
                </h3>
                <p>
                  <Written>{resource.words}</Written>
                </p>
                <KeptForm
                  {...form}
                  id={`withdraw-${resource.no}`}
                  action={withdrawResource}
                  about={{ resource: resource.no }}
                  fields={[{ kind: 'text', name: 'reason', label: t.reason }]}
                  submitLabel={t.withdraw}
                  ghost
                />
              </li>
            ))}
        </ul>
      </Section>
      {!one.left && (
        <>
          <Section title={t.offer} id="offer">
            <KeptForm
              {...form}
              id="offer-form"
              action={offerResource}
              about={{ member: no }}
              fields={[
                { kind: 'text', name: 'title', label: t.offerTitle },
                { kind: 'textarea', name: 'words', label: t.offerWords, rows: 2 },
              ]}
              submitLabel={t.offerSubmit}
            />
          </Section>
          <Section title={t.leave} id="leave">
            <KeptForm
              {...form}
              id="leave-form"
              action={endMember}
              about={{ member: no }}
              fields={[{ kind: 'textarea', name: 'reason', label: t.reason, rows: 2 }]}
              submitLabel={t.leaveSubmit}
              danger
            />
          </Section>
        </>
      )}
    </>
  );
});
