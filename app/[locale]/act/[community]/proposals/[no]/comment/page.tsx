import { KeptForm } from '@/components/form/kept-form';
import { addComment } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { COMMENT_STANCES } from '@/features/proposals/input';
import { whyNot } from '@/lib/act';
import { ownPage } from '../own-page';

export default ownPage(({ locale, part, first, t, crumb, cancel, said, form }) => {
  const options = COMMENT_STANCES.map((value) => ({ value, label: t.stances[value] }));
  const why = whyNot(acts.addComment, part.asked);
  return (
    <Act
      crumb={crumb}
      title={t.own.commentTitle}
      lead={t.own.commentLead}
      first={why?.code === 'not_allowed' ? first : undefined}
      blocked={ownReason('comment', why, locale)}
    >
      {part.lives && said}
      <KeptForm
        action={addComment}
        fields={[
          { kind: 'radio', name: 'stance', label: t.own.stance, options },
          { kind: 'textarea', name: 'words', label: t.own.words, rows: 5 },
        ]}
        submitLabel={t.own.commentButton}
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
