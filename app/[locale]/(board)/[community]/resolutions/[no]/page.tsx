import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { messages as page } from '@/components/page/messages';
import { Contents, OnePage, Section, Sheet } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Seal } from '@/components/seal/seal';
import { Clauses, Cost } from '@/features/plans/components/plan-text';
import { noticeDays } from '@/features/signoff/components/last-day';
import { Proof } from '@/features/signoff/components/proof';
import { ResolutionBody } from '@/features/signoff/components/resolution-text';
import { messages } from '@/features/signoff/messages';
import { boardResolutionByNo } from '@/features/signoff/queries/resolution';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const made = await boardResolutionByNo(slug, { no });
  if (!made) return null;
  const w = pick(messages, locale);
  const t = w.resolution;
  return (
    <OnePage hint={page[locale].onePage}>
      <PageTitle
        crumb={
          <a href={to.proposal(locale, slug, made.proposal)}>
            <Written>{made.title}</Written>
          </a>
        }
        title={t.title(made.no, made.title)}
        state={{ tone: 'jade', text: t.signedAt(formatDate(made.signedAt, locale)) }}
      />
      <Contents
        label={words(locale).contents}
        items={[
          { id: 'groups', title: t.groups },
          { id: 'objections', title: t.objections },
          { id: 'gates', title: t.gates },
          { id: 'notice', title: t.notice },
          { id: 'signers', title: t.signers },
          { id: 'proof', title: t.proof },
        ]}
      />
      <Sheet seal={<Seal lines={t.seal} label={t.sealLabel} />}>
        <h2>{t.lead(made.version)}</h2>
        <p>
          <Written>{made.plan.summary}</Written>
        </p>
        <Clauses clauses={made.plan.clauses} locale={locale} />
        <Cost cost={made.plan.cost} note={made.plan.costNote} locale={locale} />
      </Sheet>
      <ResolutionBody text={made.text} locale={locale} />
      <div className="print-row">
        <Section title={t.notice} id="notice">
          <p>
            {w.notice.days(noticeDays(made.notice.from, made.notice.to, locale))}{' '}
            {w.notice.opposition(made.notice.opposition)}
          </p>
        </Section>
        <Section title={t.signers} id="signers">
          <ul>
            {made.signatures.map((one) => (
              <li key={one.role}>{w.signature.signed(w.roles[one.role], formatDate(one.at, locale))}</li>
            ))}
          </ul>
        </Section>
        <Section title={t.proof} id="proof" brief={t.check.brief}>
          <Proof made={made} locale={locale} slug={slug} />
        </Section>
      </div>
    </OnePage>
  );
});
