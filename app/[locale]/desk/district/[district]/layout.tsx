import type { ReactNode } from 'react';
import { Frame } from '@/components/page/frame';
import { Missing } from '@/components/page/missing';
import { FootInside } from '@/components/page/room';
import { Untaken } from '@/components/page/untaken';
import { messages } from '@/features/cohorts/messages';
import { officesHeld } from '@/features/cohorts/queries/desk';
import { messages as figures } from '@/features/figures/messages';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { localeOf } from '@/lib/edition';
import { missing } from '@/lib/missing';
import { editionFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Layout(props: {
  children: ReactNode;
  params: Promise<{ locale: string; district: string }>;
}) {
  const { locale: segment, district } = await props.params;
  const edition = editionFrom(segment);
  const locale = localeOf(edition);
  const person = await requirePerson(locale, to.office(locale, district));
  const held = await officesHeld(person, { district });
  const t = pick(messages, locale).district;
  if (!held) missing();
  const chooses = held?.chooses;
  const ways = [
    { href: to.office(locale, district), label: t.overview, alone: true as const },
    ...(held?.answers ? [{ href: to.office(locale, district, 'raised'), label: t.raised }] : []),
    ...(chooses ? [{ href: to.office(locale, district, 'choosing'), label: t.choosing }] : []),
    ...(held?.whole ? [{ href: to.office(locale, district, 'cohorts'), label: t.cohorts }] : []),
    ...(chooses ? [{ href: to.office(locale, district, 'candidates'), label: t.candidates }] : []),
    ...(held?.whole
      ? [{ href: to.office(locale, district, 'profiles'), label: pick(figures, locale).profile.door }]
      : []),
    { href: to.district(locale, district), label: t.board },
  ];
  return (
    <Frame
      edition={edition}
      name={locale === 'zh' ? held?.nameZh : held?.nameEn}
      nameHref={held ? to.office(locale, district) : to.home(locale)}
      nav={[...(held ? ways : []), { href: to.me(locale), label: t.me }]}
      footer={<FootInside locale={locale} />}
      call={{ offices: true }}
    >
      <Untaken locale={locale} />
      {held ? props.children : <Missing locale={locale} />}
    </Frame>
  );
}
