import { KeptForm } from '@/components/form/kept-form';
import { draftAlternative } from '@/features/alternatives/actions';
import * as acts from '@/features/alternatives/acts';
import { draftFields } from '@/features/alternatives/components/fields';
import { letterOf } from '@/features/alternatives/rules';
import { Act } from '@/features/proposals/components/act';
import { scopingChoices } from '@/features/scoping/queries';
import { whyNot } from '@/lib/act';
import { alternativePage } from '../comparison-page';

export default alternativePage(async ({ locale, no, call, old, asked, sites, t, crumb, cancel, why, form }) => (
  <Act
    crumb={crumb}
    title={`${t.draft.edit} · ${t.letter(letterOf(old.position))}`}
    lead={t.draft.lead}
    blocked={why('alternatives', whyNot(acts.draftAlternative, asked))}
  >
    <KeptForm
      action={draftAlternative}
      fields={draftFields(locale, (await scopingChoices(call, { no }))?.doors ?? [], sites, old)}
      submitLabel={t.draft.submit}
      {...form}
      about={{ ...form.about, position: old.position, rowVersion: old.rowVersion }}
      cancel={cancel}
    />
  </Act>
));
