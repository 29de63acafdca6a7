import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { startProject } from '@/features/council/actions';
import { MOST_TITLE } from '@/features/council/input';
import { messages } from '@/features/council/messages';
import { newProject } from '@/features/council/queries/desk';
import { Act } from '@/features/proposals/components/act';
import { unlistedNeeds } from '@/features/visits/queries/need';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { cut } from '@/lib/text';
import { pick } from '@/lib/words';

/** A project of what stands on the list, or of what a household needs and no list has. */
export default actPage([], async ({ locale, community, call, form, search }) => {
  const page = await newProject(call, {});
  if (!page) return null;
  const { desk: t, board } = pick(messages, locale);
  const need = numberFrom(search.need ?? '');
  const needs = need === undefined ? [] : await unlistedNeeds(call, {});
  const members = page.members.map(({ no, name }) => ({ value: String(no), label: name }));
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'council'), label: t.title }}
      title={t.newProject}
      blocked={page.demands.length === 0 && need === undefined ? board.noneWaiting : null}
    >
      {need !== undefined && <p>{t.forNeed}</p>}
      <KeptForm
        {...form}
        action={startProject}
        {...(need !== undefined && { about: { need } })}
        fields={[
          {
            kind: 'text',
            name: 'title',
            label: t.startTitle,
            hint: t.demandHint,
            defaultValue: cut(needs?.find(({ id }) => id === need)?.wording ?? '', MOST_TITLE),
          },
          ...(page.demands.length > 0
            ? [
                {
                  kind: 'checkboxes' as const,
                  name: 'demands' as const,
                  label: t.demands,
                  options: page.demands.map(({ no, title }) => ({ value: String(no), label: title })),
                },
              ]
            : []),
          { kind: 'select', name: 'lead', label: t.lead_, options: members },
          { kind: 'checkboxes', name: 'partners', label: t.partners, options: members },
          { kind: 'textarea', name: 'steps', label: t.steps, hint: t.stepsHint, rows: 4 },
        ]}
        submitLabel={t.startSubmit}
      />
    </Act>
  );
});
