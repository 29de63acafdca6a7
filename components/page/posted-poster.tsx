import type { ReactNode } from 'react';
import { Poster } from '@/components/page/poster';
import { turnsAt } from '@/lib/board';
import { endOfDay, shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { env } from '@/lib/env';
import { communityNamed } from '@/lib/site';

interface PostedPosterProps {
  kind: string;
  title: string;
  until: string;
  ways: readonly string[];
  /** Where the whole of it stands. */
  path: string;
  slug: string;
  now: Date;
  locale: Locale;
  children: ReactNode;
}

/** A poster of a community, with its name, its telephone and the day it was printed on. */
export async function PostedPoster({ path, slug, now, locale, children, ...said }: PostedPosterProps) {
  const community = await communityNamed(slug);
  turnsAt(endOfDay(shanghaiDate(now)));
  return (
    <Poster
      {...said}
      what={children}
      telephone={community?.telephone ?? ''}
      address={`${env.url?.replace(/\/$/, '') ?? ''}${path}`}
      from={(locale === 'zh' ? community?.nameZh : community?.nameEn) ?? ''}
      day={now}
      locale={locale}
    />
  );
}
