import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { OwnObjection } from '@/features/objections/components/own-objection';
import { messages } from '@/features/objections/messages';
import { myObjections } from '@/features/objections/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { localeFrom, type P } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

type Props = P & { searchParams: Promise<{ done?: string; at?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const locale = localeFrom((await params).locale);
  const person = await requirePerson(locale, to.me(locale, 'objections'));
  const all = await myObjections(person, {});
  const { done, at } = await searchParams;
  const t = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.mine.title} lead={t.mine.lead} />
      {all.length === 0 && <Empty text={t.mine.none} />}
      {all.map((one) => {
        const key = `${one.community}-${one.proposal}-${one.objection}-${one.household}`;
        return <OwnObjection key={key} one={one} locale={locale} kept={key === at ? done : undefined} />;
      })}
    </>
  );
}
