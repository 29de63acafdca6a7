import { actPage } from '@/components/page/act-page';
import { ResidentOver } from '@/features/people/components/residents';
import { resident } from '@/features/people/queries/residents';
import type { Locale } from '@/lib/edition';

/** The page on which a registration is taken back or ended; `back` is the list one came from. */
export const residentPage = (act: 'takeBack' | 'end', back: (locale: Locale, community: string) => string) =>
  actPage(['resident'], async ({ locale, community, resident: no, call }) => {
    const found = await resident(call, { no });
    if (!found) return null;
    return (
      <ResidentOver resident={found} act={act} community={community} locale={locale} back={back(locale, community)} />
    );
  });
