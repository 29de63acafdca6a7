import { DataTable } from '@/components/data/table';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as people } from '@/features/people/messages';
import { leftIn } from '@/features/rooms';
import { Inherited } from '@/features/terms/components/inherited';
import { messages } from '@/features/terms/messages';
import { inherited } from '@/features/terms/queries/handover';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const page = await inherited(call, {});
  if (!page) return null;
  const { inherited: t, somebody } = pick(messages, locale);
  const { roles, entrance } = pick(people, locale);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {page.things.length === 0 && <Empty text={t.none} />}
      <Inherited things={page.things} kinds={leftIn(locale)} community={community} locale={locale} />
      <Section title={t.who} id="who">
        <DataTable
          caption={t.who}
          headed
          columns={[
            { key: 'name', label: t.name },
            { key: 'role', label: t.role },
            { key: 'where', label: t.where },
          ]}
          rows={page.people.map((one) => ({
            key: String(one.id),
            cells: {
              name: one.name ?? somebody,
              role: roles[one.role] ?? one.role,
              where: one.building !== null && one.entrance !== null ? entrance(one.building, one.entrance) : t.all,
            },
          }))}
        />
      </Section>
    </>
  );
});
