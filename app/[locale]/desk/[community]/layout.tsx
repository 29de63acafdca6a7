import type { ReactNode } from 'react';
import { withFold } from '@/components/page/frame';
import { messages } from '@/components/page/messages';
import { Room } from '@/components/page/room';
import { ClockAt } from '@/features/clock/components/clock';
import { Over } from '@/features/desk/components/over';
import { deskRooms } from '@/features/desk/queries';
import { leftBehind } from '@/features/terms/queries/left-behind';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { localeOf } from '@/lib/edition';
import { missing } from '@/lib/missing';
import { editionFrom } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Layout(props: {
  children: ReactNode;
  params: Promise<{ locale: string; community: string }>;
}) {
  const { locale: segment, community: slug } = await props.params;
  const edition = editionFrom(segment);
  const locale = localeOf(edition);
  const person = await requirePerson(locale, to.desk(locale, slug));
  const call = { by: { person }, community: slug };
  const found = await deskRooms(call, {});
  const doors = found?.doors ?? [];
  const t = messages[locale];
  const over = found?.over && { ...found.over, community: found.community };
  const left = over && (await leftBehind(call, {}));
  if (over) missing();
  const nav = [
    ...(doors.length > 0 ? [{ href: to.desk(locale, slug), label: t.today, alone: true as const }] : []),
    ...withFold(doors.map(({ path, label }) => ({ href: to.desk(locale, slug, path), label: label[locale] }))),
    { href: to.community(locale, slug), label: t.board },
    { href: to.me(locale), label: t.me },
  ];
  return (
    <Room
      inside
      clock={found && <ClockAt slug={slug} locale={locale} now={found.now} />}
      edition={edition}
      community={found?.community}
      nav={nav}
    >
      {over ? <Over over={over} left={left ?? undefined} community={over.community} locale={locale} /> : props.children}
    </Room>
  );
}
