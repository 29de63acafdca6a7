import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import { OwnConditions } from '@/features/conditions/components/together';
import { myConditions } from '@/features/conditions/queries/own';
import { headingsOf } from '@/features/objections/components/heading';
import { KeptOfOwn, keyOf, OwnObjection } from '@/features/objections/components/own-objection';
import { messages } from '@/features/objections/messages';
import { myObjections } from '@/features/objections/queries/raised';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, search }) => {
  const all = await myObjections(person, {});
  const conditions = await myConditions(person, {});
  const { done, at } = search;
  const t = pick(messages, locale);
  const heading = headingsOf(all, locale);
  const said = done === undefined ? undefined : all.find((one) => keyOf(one) === at);
  return (
    <>
      <PageTitle
        title={t.mine.title}
        lead={all.length > 0 && t.mine.lead}
        receipt={said && done && <KeptOfOwn one={said} heading={heading(said)} locale={locale} kept={done} />}
      />
      {all.length === 0 && <Empty text={t.mine.none} />}
      {all.map((one) => {
        const list = conditions.find(
          ({ community, proposal }) => community === one.community && proposal === one.proposal,
        );
        const of = list?.mine.find(
          ({ objection, household }) => objection === one.objection && household === one.household,
        );
        return (
          <OwnObjection key={keyOf(one)} one={one} heading={heading(one)} locale={locale} isSaid={one === said}>
            {list && of && (
              <OwnConditions
                own={{ listed: list, nos: of.nos, community: list.community, proposal: list.proposal }}
                locale={locale}
              />
            )}
          </OwnObjection>
        );
      })}
    </>
  );
});
