import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { DEMAND_SOURCES } from '@/db/words/council';
import { addDemand } from '@/features/council/actions';
import { MOST_TITLE } from '@/features/council/input';
import { messages } from '@/features/council/messages';
import { deskCouncil } from '@/features/council/queries/desk';
import { Act } from '@/features/proposals/components/act';
import { messages as visits } from '@/features/visits/messages';
import { unlistedNeeds } from '@/features/visits/queries/need';
import * as to from '@/lib/addresses';
import { cut } from '@/lib/text';
import { pick } from '@/lib/words';

/** A need for the list; from a need of a household or from a case, where it says so. */
export default actPage([], async ({ locale, community, call, form, search }) => {
  if (!(await deskCouncil(call, {}))) return null;
  const { desk: t, sources } = pick(messages, locale);
  const { home, need: needWords } = pick(visits, locale);
  const needs = (await unlistedNeeds(call, {})) ?? [];
  const { need = '', case: of = '', source = 'resident' } = search;
  return (
    <Act crumb={{ href: to.desk(locale, community, 'council'), label: t.title }} title={t.newDemand}>
      <KeptForm
        {...form}
        action={addDemand}
        fields={[
          {
            kind: 'text',
            name: 'title',
            label: t.demandTitle,
            hint: t.demandHint,
            defaultValue: cut(needs.find(({ id }) => String(id) === need)?.wording ?? '', MOST_TITLE),
          },
          { kind: 'textarea', name: 'words', label: t.demandWords, rows: 3 },
          {
            kind: 'radio',
            name: 'source',
            label: t.source,
            options: DEMAND_SOURCES.map((value) => ({ value, label: sources[value] })),
            defaultValue: need ? 'visit' : of ? 'case' : source,
          },
          ...(needs.length > 0
            ? [
                {
                  kind: 'select' as const,
                  name: 'need' as const,
                  label: t.need,
                  hint: t.needHint,
                  defaultValue: need,
                  options: needs.map((one) => ({
                    value: String(one.id),
                    label: `${one.wording || needWords.title} · ${home(one)}`,
                  })),
                },
              ]
            : []),
          { kind: 'text', name: 'case', label: t.case, hint: t.caseHint, defaultValue: of },
        ]}
        submitLabel={t.demandSubmit}
      />
    </Act>
  );
});
