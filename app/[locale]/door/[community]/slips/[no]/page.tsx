import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Sheet } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { doorOf, timeOf } from '@/features/programmes/components/guests';
import { messages, whenOf } from '@/features/programmes/messages';
import { slip } from '@/features/programmes/queries/desk';
import * as to from '@/lib/addresses';
import { communityNamed } from '@/lib/site';
import { pick } from '@/lib/words';

/** A place on paper, for whoever has no phone. */
export default actPage(['no'], async ({ locale, community, no, call }) => {
  const one = await slip(call, { no });
  if (!one) return null;
  const t = pick(messages, locale);
  const telephone = (await communityNamed(community))?.telephone;
  const at = timeOf(one, one);
  const waits = one.state === 'waiting';
  return (
    <>
      <PageTitle title={t.slip.title} />
      <Sheet>
        <h2>
          <Written>{one.title}</Written>
        </h2>
        <p className="slip-no">{waits ? t.slip.waiting : t.slip.no(one.ticket)}</p>
        {waits && at && (
          <p>
            <strong>{t.act.wantsAt(at)}</strong>
          </p>
        )}
        {waits && <p>{t.slip.waitingText}</p>}
        <p>
          <strong>{whenOf(one, locale)}</strong>
        </p>
        {!waits && at && <p>{t.act.hasAt(at)}</p>}
        <p>
          <Written>{one.place}</Written>
        </p>
        <p>{`${doorOf(one, locale)} · ${t.slip.heads(one.heads)}`}</p>
        <p>{t.slip.keep}</p>
        {telephone && <p>{t.slip.telephone(telephone)}</p>}
      </Sheet>
      <p className="no-print">{t.slip.print}</p>
      <p className="no-print">
        <a className="tap" href={to.door(locale, community, 'programmes', one.occasion)}>
          {t.slip.back}
        </a>
      </p>
    </>
  );
});
