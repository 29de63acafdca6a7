import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Act } from '@/features/proposals/components/act';
import { signResolution } from '@/features/signoff/actions';
import { ResolutionBody } from '@/features/signoff/components/resolution-text';
import { StandingList } from '@/features/signoff/components/standing';
import type { ResolutionText } from '@/features/signoff/queries/resolution';
import * as to from '@/lib/addresses';
import { canonical } from '@/lib/ledger';
import { formatList, formatMoment } from '@/lib/words';
import { signoffPage } from '../signoff';

export default signoffPage('signature')(({ locale, community, no, desk, w, title, blocked, drawing, crumb, form }) => {
  const t = w.signature;
  const { text, standing } = desk;
  const version = standing.version ?? 0;
  const names = desk.required.map((role) => w.roles[role]);
  return (
    <>
      <Act crumb={crumb} title={title} lead={`${t.lead} ${t.needed(formatList(names, locale))}`} blocked={blocked}>
        <KeptForm
          action={signResolution}
          submitLabel={t.submit}
          {...form}
          about={{ ...form.about, hash: text?.hash ?? '' }}
          danger
        />
      </Act>
      <ul>
        {desk.signatures.map((one) => (
          <li key={one.role}>{t.signed(w.roles[one.role], formatMoment(one.at, locale))}</li>
        ))}
        {desk.signatures.length === 0 && <li>{t.none}</li>}
      </ul>
      {text && (
        <Section title={t.what} id="what">
          <p>
            <a href={to.plan(locale, community, no, version)}>{t.plan(version)}</a>
          </p>
          <ResolutionBody text={text.content as unknown as ResolutionText} locale={locale} />
          <p>
            {t.hash}
            <br />
            <code className="hash">{text.hash}</code>
          </p>
          <details>
            <summary className="tap">{t.text}</summary>
            <pre className="canonical">{canonical(text.content)}</pre>
          </details>
        </Section>
      )}
      <Section title={w.standing.title} id="standing">
        <StandingList standing={standing} drawing={drawing} locale={locale} />
      </Section>
    </>
  );
});
