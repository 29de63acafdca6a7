import { KeptForm } from '@/components/form/kept-form';
import { Act } from '@/features/proposals/components/act';
import { recordVisit } from '@/features/visits/actions';
import { recordFields } from '@/features/visits/components/fields';
import { homePages } from '@/features/visits/components/home-pages';
import { clockIn } from '@/lib/calendar';
import { numberFrom } from '@/lib/page';

/** What was said on a visit, alone or together with the door of a round. */
export default homePages(async ({ locale, home, t, crumb, form: { about, ...form }, search }) => (
  <Act crumb={crumb} title={t.one.record} lead={home.quiet ? t.one.quiet : undefined}>
    <KeptForm
      {...form}
      action={recordVisit}
      about={{ ...about, round: numberFrom(search.round ?? '') ?? undefined }}
      fields={recordFields(home, clockIn(home.now), locale)}
      submitLabel={t.act.recordSubmit}
    />
  </Act>
));
