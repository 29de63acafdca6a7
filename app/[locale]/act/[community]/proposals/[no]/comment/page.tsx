import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { addComment } from '@/features/proposals/actions';
import * as acts from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { COMMENT_STANCES } from '@/features/proposals/input';
import { whyNot } from '@/lib/act';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, part, first, t, crumb, cancel, hidden, initial } = await begin(params, 'comment');
  if (!part) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
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
      <ActionForm
        action={addComment}
        fields={[
          { kind: 'radio', name: 'stance', label: t.own.stance, required: true, options },
          { kind: 'textarea', name: 'words', label: t.own.words, required: true, rows: 5, maxLength: 1000 },
        ]}
        submitLabel={t.own.commentButton}
        {...{ locale, hidden, cancel, initial }}
      />
    </Act>
  );
}
