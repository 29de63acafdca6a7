import { KeptForm } from '@/components/form/kept-form';
import { draftAlternative } from '@/features/alternatives/actions';
import * as acts from '@/features/alternatives/acts';
import { draftFields } from '@/features/alternatives/components/fields';
import { Act } from '@/features/proposals/components/act';
import { scopingChoices } from '@/features/scoping/queries';
import { whyNot } from '@/lib/act';
import { comparisonPage } from '../comparison-page';

export default comparisonPage(async ({ locale, no, call, asked, sites, t, crumb, cancel, why, form }) => (
  <Act
    crumb={crumb}
    title={t.draft.add}
    lead={t.draft.lead}
    blocked={why('alternatives', whyNot(acts.draftAlternative, asked))}
  >
    <KeptForm
      action={draftAlternative}
      fields={draftFields(locale, (await scopingChoices(call, { no }))?.doors ?? [], sites, undefined)}
      submitLabel={t.draft.submit}
      {...form}
      cancel={cancel}
    />
  </Act>
));
