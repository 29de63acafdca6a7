import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { postNotice } from '@/features/signoff/actions';
import { noticeDays } from '@/features/signoff/components/last-day';
import { GateList } from '@/features/signoff/components/resolution-text';
import { StandingList } from '@/features/signoff/components/standing';
import { postingShown } from '@/features/signoff/input';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { signoffPage } from '../signoff';

export default signoffPage('notice')(({ locale, community, no, desk, w, title, blocked, drawing, crumb, form }) => {
  const { notice: hung, gates } = desk.asked.facts;
  return (
    <>
      <Act crumb={crumb} title={title} lead={w.notice.lead} blocked={blocked}>
        <KeptForm
          action={postNotice}
          submitLabel={w.notice.submit}
          {...form}
          about={{ ...form.about, shown: showing(postingShown(desk.standing, gates)) }}
        />
      </Act>
      {hung && (
        <p>
          <a href={to.notice(locale, community, no)}>{w.notice.days(noticeDays(hung.from, hung.to, locale))}</a>
        </p>
      )}
      <Section title={w.notice.gates} id="gates">
        <GateList gates={gates} locale={locale} />
      </Section>
      <Section title={w.standing.title} id="standing">
        <StandingList standing={desk.standing} drawing={drawing} locale={locale} />
      </Section>
    </>
  );
});
