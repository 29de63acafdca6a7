import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { AddCandidate, Candidates } from '@/features/cohorts/components/people';
import { messages } from '@/features/cohorts/messages';
import { candidates } from '@/features/cohorts/queries/candidates';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, params, search }) => {
  const district = params.district ?? '';
  const found = await candidates(person, { district, after: numberFrom(search.after ?? '') ?? 0 });
  if (!found) return null;
  const { candidates: t, district: words } = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Candidates all={found.page} today={found.today} locale={locale} />
      {found.next !== undefined && (
        <p>
          <a className="tap" rel="next" href={`${to.office(locale, district, 'candidates')}?after=${found.next}`}>
            {words.more}
          </a>
        </p>
      )}
      <AddCandidate district={district} locale={locale} />
    </>
  );
});
