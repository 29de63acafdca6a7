import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { tellOutcome } from '@/features/playbooks/actions';
import { messages } from '@/features/playbooks/messages';
import { ownAdoption } from '@/features/playbooks/queries/desk';
import { ADOPTION_OUTCOMES } from '@/features/playbooks/rules';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/in-words';
import { formatDate, pick } from '@/lib/words';

export default actPage(['adoption'], async ({ locale, community, adoption: id, call, form }) => {
  const found = await ownAdoption(call, { id });
  if (!found) return null;
  const { row, one, block } = found;
  const t = pick(messages, locale);
  const items = [
    { key: 'place', term: t.adopt.place, value: row.place },
    { key: 'changed', term: t.adopt.changed, value: row.changed },
    ...(row.outcome ? [{ key: 'outcome', term: t.outcome.outcomes[row.outcome], value: row.outcomeReason }] : []),
  ];
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'playbooks', 'offered', one.id)}>{one.name}</a>}
        title={t.outcome.title}
        lead={t.outcome.lead(one.name, formatDate(row.askOn, locale))}
      />
      <Facts items={items} />
      {block ? (
        <Notice kind="warn">
          <p>{inWords(block, locale, messages).message}</p>
        </Notice>
      ) : (
        <KeptForm
          {...form}
          action={tellOutcome}
          about={{ adoption: id }}
          fields={[
            {
              kind: 'radio',
              name: 'outcome',
              label: t.outcome.outcome,
              options: ADOPTION_OUTCOMES.map((value) => ({ value, label: t.outcome.outcomes[value] })),
            },
            { kind: 'textarea', name: 'reason', label: t.outcome.reason, hint: t.outcome.reasonHint, rows: 3 },
          ]}
          submitLabel={t.outcome.submit}
        />
      )}
    </>
  );
});
