import type { ReactNode } from 'react';
import { Frame, type NavLink } from '@/components/page/frame';
import { Invented } from '@/components/page/invented';
import { messages } from '@/components/page/messages';
import { Missing } from '@/components/page/missing';
import { Untaken } from '@/components/page/untaken';
import { community as communityAddress, leaflet } from '@/lib/addresses';
import { type Edition, isBig, type Locale, localeOf } from '@/lib/edition';
import { missing } from '@/lib/missing';

export interface RoomCommunity {
  slug: string;
  nameZh: string;
  nameEn: string;
  invented: boolean;
  telephone?: string;
  /** A demonstration that has run out. */
  over?: boolean;
}

/** The foot of the pages behind a sign-in: what is kept, and what the words of the field mean. */
export function FootInside({ locale }: { locale: Locale }) {
  const t = messages[locale];
  return (
    <>
      <p>{t.footIn}</p>
      <p>
        <a href={`${leaflet(locale, 'how')}#words`}>{t.terms}</a>
      </p>
    </>
  );
}

interface RoomProps {
  edition: Edition;
  community: RoomCommunity | undefined;
  nav: readonly NavLink[];
  narrow?: boolean;
  /** Behind a sign-in: nobody is asked to sign in. */
  inside?: boolean;
  /** Of a demonstration: what day it is there, and how to go on. */
  clock?: ReactNode;
  /** Where residents come, who are told whom to turn to. */
  residents?: boolean;
  children: ReactNode;
}

/** A room of one community: its name on the bar, its ways, and a clear word where there is no such community. */
export function Room({ edition, community, nav, narrow, inside, residents, clock, children }: RoomProps) {
  const locale = localeOf(edition);
  const t = messages[locale];
  if (!community) {
    missing();
    return (
      <Frame edition={edition} nameHref={locale === 'en' ? '/en' : '/'} nav={[]} call={{}}>
        {inside && <Untaken locale={locale} />}
        <Missing locale={locale} />
      </Frame>
    );
  }
  return (
    <Frame
      edition={edition}
      name={locale === 'en' ? community.nameEn : community.nameZh}
      nameHref={communityAddress(locale, community.slug)}
      nav={nav}
      invented={
        community.invented ? (
          <Invented
            text={t.invented}
            why={t.real}
            folded={isBig(edition) ? t.inventedFolded : undefined}
            over={community.over ? t.over : undefined}
          >
            {clock}
          </Invented>
        ) : undefined
      }
      footer={inside ? <FootInside locale={locale} /> : <p>{t.foot}</p>}
      call={{ telephones: [{ telephone: community.telephone ?? '' }], slug: community.slug, offices: !residents }}
      narrow={narrow}
    >
      {inside && <Untaken locale={locale} />}
      {children}
    </Frame>
  );
}
