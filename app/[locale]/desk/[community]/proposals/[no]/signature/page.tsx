import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { Clauses, Cost } from '@/features/plans/components/plan-text';
import { Act } from '@/features/proposals/components/act';
import { signResolution } from '@/features/signoff/actions';
import { ResolutionBody } from '@/features/signoff/components/resolution-text';
import { StandingList } from '@/features/signoff/components/standing';
import type { ResolutionText } from '@/features/signoff/queries/resolution';
import { Drawing } from '@/features/siteplan/components/drawing';
import * as to from '@/lib/addresses';
import { canonical } from '@/lib/ledger';
import { formatList, formatMoment } from '@/lib/words';
import { signoffPage } from '../signoff';

export default signoffPage('signature')(({ locale, community, no, desk, w, title, blocked, drawing, crumb, form }) => {
  const t = w.signature;
  const { text, plan, standing } = desk;
  const version = standing.version ?? 0;
  const names = desk.required.map((role) => w.roles[role]);
  return (
    <>
      <Act
        crumb={crumb}
        title={title}
        lead={[t.lead, blocked === null && t.below, t.needed(formatList(names, locale))].filter(Boolean).join(' ')}
        blocked={blocked}
      />
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
          {plan && (
            <>
              <p>
                <Written>{plan.summary}</Written>
              </p>
              <Clauses clauses={plan.clauses} locale={locale} />
              {plan.over && (
                <Drawing
                  id="site-plan"
                  title={plan.title}
                  site={plan.over.site}
                  plan={plan.over.shapes}
                  locale={locale}
                />
              )}
              <Cost cost={plan.cost} note={plan.costNote} locale={locale} />
            </>
          )}
          <ResolutionBody text={text.content as unknown as ResolutionText} locale={locale} wordings={desk.wordings} />
          <Section title={w.resolution.notice} id="opposition">
            <p>{w.notice.opposition(desk.opposition.length)}</p>
            <ul className="entries">
              {desk.opposition.map((one) => (
                <li key={one.id}>
                  <blockquote>
                    <Written>{one.words}</Written>
                  </blockquote>
                  {one.answer && (
                    <p>
                      <Written>{one.answer}</Written>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Section>
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
      {blocked === null && (
        <KeptForm
          action={signResolution}
          submitLabel={t.submit}
          {...form}
          about={{ ...form.about, hash: text?.hash ?? '' }}
          danger
        />
      )}
    </>
  );
});
