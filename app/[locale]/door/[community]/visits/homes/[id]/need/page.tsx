import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { noteNeed } from '@/features/visits/actions';
import { homePages } from '@/features/visits/components/home-pages';

/** Something the household needs, in its words. */
export default homePages(async ({ t, crumb, form }) => (
  <Act crumb={crumb} title={t.one.need}>
    <KeptForm
      {...form}
      action={noteNeed}
      fields={[{ kind: 'textarea', name: 'wording', label: t.act.wording, hint: t.act.wordingHint, rows: 3 }]}
      submitLabel={t.act.needSubmit}
    />
  </Act>
));
