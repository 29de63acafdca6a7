import { KeptForm } from '@/components/form/kept-form';
import { reviewPlaybook } from '@/features/playbooks/actions';
import { Effect } from '@/features/playbooks/components/effect';
import { REVIEW_VERDICTS } from '@/features/playbooks/rules';
import { Act } from '@/features/proposals/components/act';
import { playbookPage } from '../playbook-page';

export default playbookPage(({ locale, one, nextReview, t, crumb, blocked, form }) => (
  <Act crumb={crumb} title={t.review.title} lead={t.review.lead} blocked={blocked}>
    <p>{t.tally(one.tally)}</p>
    <Effect effect={one.effect} locale={locale} />
    <KeptForm
      {...form}
      action={reviewPlaybook}
      fields={[
        {
          kind: 'radio',
          name: 'verdict',
          label: t.review.verdict,
          options: REVIEW_VERDICTS.map((value) => ({ value, label: t.review.verdicts[value] })),
        },
        { kind: 'textarea', name: 'reason', label: t.review.reason, rows: 3 },
        { kind: 'date', name: 'next', label: t.review.next, defaultValue: nextReview },
      ]}
      submitLabel={t.review.submit}
    />
  </Act>
));
