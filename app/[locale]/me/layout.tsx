import type { ReactNode } from 'react';
import { Frame } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import { FootInside } from '@/components/page/room';
import { Untaken } from '@/components/page/untaken';
import { SignedIn } from '@/features/account/components/signed-in';
import { whoAmI } from '@/features/account/queries';
import { ClockOf } from '@/features/clock/components/clock';
import { CARRIED_ON } from '@/features/clock/rules';
import * as to from '@/lib/addresses';
import { currentPerson } from '@/lib/auth';
import { localeOf } from '@/lib/edition';
import { editionFrom } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Layout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const edition = editionFrom((await props.params).locale);
  const locale = localeOf(edition);
  const t = messages[locale];
  const person = await currentPerson();
  const who = person === null ? undefined : await whoAmI(person, CARRIED_ON);
  const places = who?.places ?? [];
  const nav = [
    { href: to.me(locale), label: t.me },
    ...places.map((one) => ({
      href: to.community(locale, one.slug),
      label: places.length === 1 ? t.board : t.boardOf(one[locale]),
    })),
  ];
  return (
    <Frame
      edition={edition}
      nameHref={to.home(locale)}
      nav={nav}
      footer={<FootInside locale={locale} />}
      invented={
        <aside className="invented">
          {who && <ClockOf slug={CARRIED_ON} locale={locale} waitsFor={who.waitsFor} />}
        </aside>
      }
      call={{
        telephones: places.map((one) => ({
          telephone: one.telephone,
          ...(places.length > 1 && { name: one[locale] }),
        })),
        slug: places[0]?.slug,
        ...(places.length > 1 && { choose: `${to.me(locale)}#homes` }),
      }}
      narrow
    >
      {person !== null && <SignedIn who={who} locale={locale} />}
      <Untaken locale={locale} />
      {props.children}
    </Frame>
  );
}
