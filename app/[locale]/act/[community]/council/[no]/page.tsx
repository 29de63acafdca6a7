import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { reviewProject } from '@/features/council/actions';
import { reviewFields } from '@/features/council/components/review-fields';
import { messages } from '@/features/council/messages';
import { ownProject } from '@/features/council/queries/desk';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** A household whose need it was says how it went. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const project = await ownProject(call, { no });
  if (!project) return null;
  const { review: t } = pick(messages, locale);
  return (
    <Act
      crumb={{ href: to.council(locale, community, 'projects', no), label: project.title }}
      title={t.title}
      lead={t.lead}
      blocked={project.reviews[0]?.half === project.half ? t.done : null}
    >
      <KeptForm
        {...form}
        action={reviewProject}
        about={{ project: no }}
        fields={reviewFields(locale)}
        submitLabel={t.submit}
      />
    </Act>
  );
});
