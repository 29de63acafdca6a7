import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/siteplan/messages';
import { deskSites } from '@/features/siteplan/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const sites = await deskSites(call, {});
  if (!sites) return null;
  const { desk: t } = pick(messages, locale);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {sites.length === 0 && <Empty text={t.none} />}
      <ul className="entries">
        {sites.map(({ id, name, draft, published }) => (
          <li key={id}>
            <a className="tap" href={to.desk(locale, community, 'site', id)}>
              {name || t.title}
            </a>{' '}
            <span className="tone-soft">
              {[draft, published].flatMap((one) => (one ? [t.version(one.version, one.state)] : [])).join(' · ') ||
                t.none}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
});
