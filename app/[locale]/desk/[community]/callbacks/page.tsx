import { Missing } from '@/components/page/missing';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { waveWords } from '@/features/callbacks/components/words';
import { messages } from '@/features/callbacks/messages';
import { deskCallbacks } from '@/features/callbacks/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const person = await requirePerson(locale, to.desk(locale, community, 'callbacks'));
  const all = await deskCallbacks({ by: { person }, community }, {});
  if (!all) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.list.title} lead={t.list.lead} />
      {all.length === 0 && <Empty text={t.list.none} />}
      <ul className="entries">
        {all.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.desk(locale, community, 'callbacks', one.no)}>
              {one.title}
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
}
