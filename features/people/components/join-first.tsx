import { Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { messages } from '@/features/people/messages';
import { type MyPlace, myPlace } from '@/features/people/queries/place';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { Call } from '@/lib/gate';
import { formatDate } from '@/lib/words';

type Claim = NonNullable<MyPlace['claim']>;

interface Page {
  call: Call;
  community: string;
  locale: Locale;
}

/** What comes first for whoever lives in no household of the community; undefined where they live in one. */
export async function joinFirst({ call, community, locale }: Page) {
  const place = await myPlace(call, {});
  return place && !place.lives ? <JoinFirst claim={place.claim} slug={community} locale={locale} /> : undefined;
}

/** What somebody without a household is told where a household speaks: register first, it is being checked, or why not. */
function JoinFirst({ claim, slug, locale }: { claim: Claim | null; slug: string; locale: Locale }) {
  const { household: t, home } = messages[locale];
  const href = `${to.me(locale, 'household')}?in=${encodeURIComponent(slug)}#join-${slug}`;
  const where = claim && home(claim.building, claim.entrance, claim.door);
  const [title, why, go] =
    claim === null || where === null
      ? [t.first, t.firstWhy, t.firstGo]
      : claim.state === 'refused'
        ? [t.refusedTitle, t.refusedWhy(where, claim.reason ?? ''), t.refusedGo]
        : [t.checking, t.checkingWhy(where, formatDate(claim.at, locale)), t.checkingGo];
  const waiting = claim?.state === 'requested';
  return (
    <Notice kind="warn" title={title}>
      <p>{why}</p>
      <Actions>
        <ActionLink href={waiting ? to.me(locale, 'household') : href} ghost={waiting}>
          {go}
        </ActionLink>
      </Actions>
    </Notice>
  );
}
