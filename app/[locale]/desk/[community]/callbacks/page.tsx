import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { waveWords } from '@/features/callbacks/components/words';
import { messages } from '@/features/callbacks/messages';
import { deskCallbacks } from '@/features/callbacks/queries';
import { waitingCalls } from '@/features/evaluations/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const all = await deskCallbacks(call, {});
  if (!all) return null;
  const waiting = await waitingCalls(call, {});
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.list.title} lead={t.list.lead} />
      {all.length === 0 && <Empty text={t.list.none} />}
      {waiting !== undefined && waiting > 0 && (
        <p>
          <a className="tap" href={`${to.desk(locale, community, 'cases')}?tab=callback`}>
            {t.list.cases(waiting)}
          </a>
        </p>
      )}
      <ul className="entries">
        {all.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.desk(locale, community, 'callbacks', one.no)}>
              <Written>{one.title}</Written>
            </a>
            {one.waves.map((wave) => (
              <p key={wave.wave} className="crumb">
                {waveWords(wave, locale)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
});
