import { Sealed } from '@/components/data/sealed';
import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/cohorts/messages';
import { sealedCohort } from '@/features/cohorts/queries/sealed';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, params, no }) => {
  const district = params.district ?? '';
  const found = await sealedCohort({ district, no });
  if (!found) return null;
  const t = pick(messages, locale).sealed;
  return (
    <>
      <PageTitle
        crumb={<a href={to.cohortOfDistrict(locale, district, no)}>{found.name}</a>}
        title={t.title}
        lead={t.lead}
      />
      {found.basisHash && <Sealed title={t.basis} text={found.basis} hash={found.basisHash} />}
      <Sealed title={t.baseline} text={found.baseline} hash={found.baselineHash} />
      <p>{t.communities}</p>
      <ul className="entries">
        {found.names.map(({ id, slug, zh, en }) => (
          <li key={id}>
            {id}{' '}
            <a className="tap" href={to.figures(locale, slug)}>
              {locale === 'zh' ? zh : en}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
});
