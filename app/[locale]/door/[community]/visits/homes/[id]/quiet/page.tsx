import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { askNoVisits, welcomeVisits } from '@/features/visits/actions';
import { homePages } from '@/features/visits/components/home-pages';

/** A household wants no visits, or wants them again: as it said. */
export default homePages(async ({ home, t, crumb, form }) => (
  <Act crumb={crumb} title={home.quiet ? t.one.welcomeGo : t.one.quietGo} lead={t.act.quietLead}>
    {home.quiet ? (
      <KeptForm {...form} action={welcomeVisits} submitLabel={t.act.welcomeSubmit} />
    ) : (
      <KeptForm {...form} action={askNoVisits} submitLabel={t.act.quietSubmit} />
    )}
  </Act>
));
