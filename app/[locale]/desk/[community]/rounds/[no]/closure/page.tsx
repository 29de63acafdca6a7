import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { closeRound } from '@/features/rounds/actions';
import * as acts from '@/features/rounds/acts';
import { whyNot } from '@/lib/act';
import { roundPage } from '../round-page';

export default roundPage(({ asked, t, crumb, why, form }) => {
  return (
    <Act crumb={crumb} title={t.desk.closeTitle} lead={t.desk.closeLead} blocked={why(whyNot(acts.closeRound, asked))}>
      <KeptForm action={closeRound} {...form} submitLabel={t.desk.close} />
    </Act>
  );
});
