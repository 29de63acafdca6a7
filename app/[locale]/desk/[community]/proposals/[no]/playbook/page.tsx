import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { drawPlaybook } from '@/features/playbooks/actions';
import { Effect } from '@/features/playbooks/components/effect';
import { saidFields } from '@/features/playbooks/components/fields';
import { messages } from '@/features/playbooks/messages';
import { playbookBegun } from '@/features/playbooks/queries/desk';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { reasonIn } from '@/lib/reason';
import { pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const found = await playbookBegun(call, { no });
  if (!found) return null;
  const { course, effect, block, nextReview } = found;
  const t = pick(messages, locale);
  const begun = {
    name: course.title,
    indications: course.problem,
    contraindications: '',
    steps: t.draw.begun.steps(course),
    people: Math.max(1, course.people),
    days: Math.max(1, course.days ?? 1),
    money: course.budget ?? 0,
  };
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'proposals', no), label: course.title }}
      title={t.draw.title}
      lead={t.draw.lead}
      blocked={reasonIn(messages, 'playbook', block, locale)}
    >
      <Effect effect={effect} locale={locale} />
      <KeptForm
        {...form}
        action={drawPlaybook}
        about={{ proposal: no }}
        fields={[
          ...saidFields(locale, begun),
          { kind: 'date', name: 'next', label: t.draw.next, hint: t.draw.nextHint, defaultValue: nextReview },
        ]}
        submitLabel={t.draw.submit}
      />
    </Act>
  );
});
