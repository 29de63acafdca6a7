import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { doAgain } from '@/features/shortway/actions';
import * as acts from '@/features/shortway/acts';
import { messages } from '@/features/shortway/messages';
import { answeredSo } from '@/features/shortway/queries/desk';
import { whyNot } from '@/lib/act';
import { reasonIn } from '@/lib/reason';
import { shortPage } from '../short-page';

export default shortPage(async ({ locale, no, call, asked, t, crumb, cancel, form }) => {
  const said = await answeredSo(call, { no });
  return (
    <Act
      crumb={crumb}
      title={t.room.desk.short_again.act}
      lead={t.again.lead}
      blocked={reasonIn(messages, 'short_again', whyNot(acts.doAgain, asked), locale)}
    >
      {said?.words && <Facts items={[{ key: 'said', term: t.again.said, value: said.words }]} />}
      <KeptForm
        action={doAgain}
        fields={[
          {
            kind: 'radio',
            name: 'to',
            label: t.again.to,
            options: (['short', 'scoping'] as const).map((value) => ({ value, label: t.again.options[value] })),
          },
          { kind: 'textarea', name: 'reason', label: t.again.reason, rows: 3 },
        ]}
        submitLabel={t.again.submit}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
