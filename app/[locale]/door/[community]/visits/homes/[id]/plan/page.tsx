import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { dropVisit, planVisit } from '@/features/visits/actions';
import { planFields } from '@/features/visits/components/fields';
import { homePages } from '@/features/visits/components/home-pages';

/** Who goes there, and by which day; or not. */
export default homePages(async ({ locale, home, t, crumb, form }) => (
  <Act
    crumb={crumb}
    title={home.plan ? t.one.drop : t.one.plan}
    blocked={home.quiet && !home.plan ? t.refusals.asked_not_to : null}
  >
    {home.plan ? (
      <KeptForm
        {...form}
        action={dropVisit}
        fields={[{ kind: 'textarea', name: 'reason', label: t.act.dropReason, rows: 2 }]}
        submitLabel={t.act.dropSubmit}
      />
    ) : (
      <KeptForm {...form} action={planVisit} fields={planFields(home, locale)} submitLabel={t.act.planSubmit} />
    )}
  </Act>
));
