import { Missing } from '@/components/page/missing';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { DoorObjection } from '@/features/objections/components/door-objection';
import { messages } from '@/features/objections/messages';
import { doorObjections } from '@/features/objections/queries';
import { JUDGED_IN } from '@/features/objections/rules';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const path = to.door(locale, community, 'objections');
  const person = await requirePerson(locale, path);
  const found = await doorObjections({ by: { person }, community }, {});
  if (!found) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const waiting = found.filter((one) => one.verdict === null && JUDGED_IN.includes(one.proposalState));
  const homes = [...new Map(waiting.map((one) => [one.household, one])).values()];
  return (
    <>
      <PageTitle title={t.door.title} lead={t.door.lead} />
      {waiting.length === 0 && <Empty text={t.door.none} />}
      {waiting.length > 0 && <p>{t.door.toAsk(homes.length, waiting.length)}</p>}
      {homes.map((home) => (
        <Section key={home.household} title={t.mine.place(home.building, home.entrance, home.door)}>
          {waiting
            .filter((one) => one.household === home.household)
            .map((one) => (
              <DoorObjection
                key={`${one.proposal}-${one.objection}`}
                one={one}
                back={path}
                {...{ community, locale }}
              />
            ))}
        </Section>
      ))}
    </>
  );
}
