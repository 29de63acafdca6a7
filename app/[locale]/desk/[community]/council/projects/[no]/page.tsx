import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { endProject, explainReview, reportStep, reviewProject } from '@/features/council/actions';
import { ProjectBody } from '@/features/council/components/project';
import { reviewFields } from '@/features/council/components/review-fields';
import { messages } from '@/features/council/messages';
import { deskProject } from '@/features/council/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** A project, with what can be written down of its steps, its end and its review. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskProject(call, { no });
  if (!one) return null;
  const { desk: t } = pick(messages, locale);
  const about = { project: no };
  return (
    <>
      <PageTitle crumb={<a href={to.desk(locale, community, 'council')}>{t.title}</a>} title={one.title} />
      <ProjectBody
        project={one}
        locale={locale}
        atStep={(position) => (
          <KeptForm
            {...form}
            id={`step-${position}`}
            action={reportStep}
            about={{ ...about, position }}
            fields={[
              { kind: 'date', name: 'doneOn', label: t.doneOn, max: one.today, defaultValue: one.today },
              { kind: 'text', name: 'note', label: t.note },
            ]}
            submitLabel={t.report}
            ghost
          />
        )}
        atReview={({ id }) => (
          <KeptForm
            {...form}
            id={`why-${id}`}
            action={explainReview}
            about={{ review: id }}
            fields={[{ kind: 'textarea', name: 'why', label: t.explain, rows: 2 }]}
            submitLabel={t.explainSubmit}
          />
        )}
      />
      {one.reviews[0]?.half !== one.half && (
        <Section title={t.review} id="review">
          <KeptForm
            {...form}
            id="review-form"
            action={reviewProject}
            about={about}
            fields={reviewFields(locale)}
            submitLabel={t.review}
            ghost
          />
        </Section>
      )}
      {one.endedAt === null && (
        <Section title={t.end} id="end">
          <KeptForm
            {...form}
            id="end-form"
            action={endProject}
            about={about}
            fields={[{ kind: 'textarea', name: 'reason', label: t.reason, hint: t.endHint, rows: 2 }]}
            submitLabel={t.endSubmit}
            ghost
          />
        </Section>
      )}
    </>
  );
});
