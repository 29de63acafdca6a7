import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { declareAgreement } from '@/features/signoff/actions';
import { StandingList } from '@/features/signoff/components/standing';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../signoff';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, desk, w, title, blocked, crumb, hidden } = await begin(params, 'agreement');
  if (!desk) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <>
      <Act crumb={crumb} title={title} lead={w.agreement.lead} blocked={blocked}>
        <ActionForm
          action={declareAgreement}
          fields={[]}
          submitLabel={w.agreement.submit}
          hidden={hidden()}
          locale={locale}
        />
      </Act>
      <Section title={w.standing.title} id="standing">
        <StandingList standing={desk.standing} locale={locale} />
      </Section>
    </>
  );
}
