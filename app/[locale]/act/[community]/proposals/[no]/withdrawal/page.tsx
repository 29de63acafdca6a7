import { KeptForm } from '@/components/form/kept-form';
import { Undoes } from '@/components/page/undoes';
import { withdrawProposal } from '@/features/proposals/actions';
import { withdraw } from '@/features/proposals/acts';
import { Act } from '@/features/proposals/components/act';
import { ownReason } from '@/features/proposals/components/steps';
import { whyNot } from '@/lib/act';
import { ownPage } from '../own-page';

export default ownPage(({ locale, part, t, crumb, cancel, form }) => {
  return (
    <Act
      crumb={crumb}
      title={t.own.withdrawalTitle}
      lead={part.otherSupport ? t.own.withdrawalShared : t.own.withdrawalLead}
      blocked={ownReason('withdrawal', whyNot(withdraw, part.asked), locale)}
    >
      <Undoes losses={withdraw.undoes?.(part.asked.facts, part.asked.now)} locale={locale} />
      <KeptForm
        action={withdrawProposal}
        fields={[{ kind: 'textarea', name: 'reason', label: t.own.reason, rows: 5 }]}
        submitLabel={t.own.withdrawalButton}
        danger
        {...form}
        cancel={cancel}
      />
    </Act>
  );
});
