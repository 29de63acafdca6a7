import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { renewFeed } from '@/features/orders/actions';
import { messages } from '@/features/orders/messages';
import { myFeed } from '@/features/orders/queries/feed';
import { Act } from '@/features/proposals/components/act';
import * as to from '@/lib/addresses';
import { env } from '@/lib/env';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const feed = await myFeed(call, {});
  if (!feed) return null;
  const t = pick(messages, locale);
  return (
    <Act
      crumb={{ href: to.desk(locale, community, 'cases'), label: t.day.title }}
      title={t.feed.title}
      lead={t.feed.lead}
    >
      {feed.secret ? (
        <>
          <p>{t.feed.address}</p>
          <p className="hash">{`${env.url ?? ''}${to.calendar(community, feed.secret)}`}</p>
        </>
      ) : (
        <p>{t.feed.none}</p>
      )}
      <KeptForm
        {...form}
        action={renewFeed}
        submitLabel={feed.secret ? t.feed.renew : t.feed.make}
        ghost={feed.secret !== null}
      />
    </Act>
  );
});
