import { ActionForm } from '@/components/form/action-form';
import { Missing } from '@/components/page/missing';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { postNotice } from '@/features/signoff/actions';
import { noticeDays } from '@/features/signoff/components/last-day';
import { GateList } from '@/features/signoff/components/resolution-text';
import { StandingList } from '@/features/signoff/components/standing';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from '../signoff';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, desk, w, title, blocked, crumb, hidden } = await begin(params, 'notice');
  if (!desk) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  return (
    <>
      <Act crumb={crumb} title={title} lead={w.notice.lead} blocked={blocked}>
        <ActionForm action={postNotice} fields={[]} submitLabel={w.notice.submit} hidden={hidden()} locale={locale} />
      </Act>
      {desk.notice && (
        <p>
          <a href={to.notice(locale, community, no)}>
            {w.notice.days(noticeDays(desk.notice.from, desk.notice.to, locale))}
          </a>
        </p>
      )}
      <Section title={w.notice.gates} id="gates">
        <GateList gates={desk.gates} locale={locale} />
      </Section>
      <Section title={w.standing.title} id="standing">
        <StandingList standing={desk.standing} locale={locale} />
      </Section>
    </>
  );
}
