import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { writeCare } from '@/features/visits/actions';
import { careFields } from '@/features/visits/components/fields';
import { homePages } from '@/features/visits/components/home-pages';

/** What is nobody's business but of whoever helps: asked first, then written down apart. */
export default homePages(async ({ locale, home, t, crumb, form }) => (
  <Act crumb={crumb} title={t.one.care} lead={t.act.careLead}>
    <KeptForm {...form} action={writeCare} fields={careFields(home, locale)} submitLabel={t.act.careSubmit} />
  </Act>
));
