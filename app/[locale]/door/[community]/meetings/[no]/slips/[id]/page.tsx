import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Sheet } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/meetings/messages';
import { meetingSlip } from '@/features/meetings/queries/door';
import { whenOf } from '@/features/programmes/messages';
import * as to from '@/lib/addresses';
import { communityNamed } from '@/lib/site';
import { pick } from '@/lib/words';

/** That a household was there, on paper, with what it can do about the minutes. */
export default actPage(['no', 'id'], async ({ locale, community, no, id: household, call }) => {
  const one = await meetingSlip(call, { no, household });
  if (!one) return null;
  const t = pick(messages, locale);
  const telephone = (await communityNamed(community))?.telephone;
  return (
    <>
      <PageTitle title={t.slip.title} />
      <Sheet>
        <h2>
          <Written>{one.title}</Written>
        </h2>
        <p>
          <strong>{t.slip.there(t.home(one.home))}</strong>
        </p>
        <p>{`${whenOf(one, locale)} · ${one.place}`}</p>
        <p>{t.slip.agenda}</p>
        <ul>
          {one.agenda.map((item) => (
            <li key={item.proposal}>
              <Written>{item.title}</Written>
            </li>
          ))}
        </ul>
        <p>{t.slip.correct}</p>
        {telephone && <p>{t.slip.telephone(telephone)}</p>}
      </Sheet>
      <p className="no-print">{t.slip.print}</p>
      <p className="no-print">
        <a className="tap" href={to.door(locale, community, 'meetings', no)}>
          {t.slip.back}
        </a>
      </p>
    </>
  );
});
