import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { declareAgreement } from '@/features/signoff/actions';
import { StandingList } from '@/features/signoff/components/standing';
import { standingShown } from '@/features/signoff/input';
import { showing } from '@/lib/shown';
import { signoffPage } from '../signoff';

export default signoffPage('agreement')(({ locale, desk, w, title, blocked, drawing, crumb, form }) => {
  return (
    <>
      <Act crumb={crumb} title={title} lead={w.agreement.lead} blocked={blocked}>
        <KeptForm
          action={declareAgreement}
          submitLabel={w.agreement.submit}
          {...form}
          about={{ ...form.about, shown: showing(standingShown(desk.standing)) }}
        />
      </Act>
      <Section title={w.standing.title} id="standing">
        <StandingList standing={desk.standing} drawing={drawing} locale={locale} />
      </Section>
    </>
  );
});
