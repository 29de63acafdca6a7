import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions } from '@/components/page/section';
import { messages as cases } from '@/features/cases/messages';
import { Day } from '@/features/orders/components/day';
import { Did } from '@/features/orders/components/did';
import { messages } from '@/features/orders/messages';
import { deskDay } from '@/features/orders/queries/day';
import { isTickedStep, type TickedStep, tickedForm } from '@/features/orders/queries/ticked';
import { asking, filterFrom, numbersFrom } from '@/features/orders/rules/filter';
import { messages as topics } from '@/features/topics/messages';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, search }) => {
  const filter = filterFrom(search);
  const day = await deskDay(call, filter);
  if (!day) return null;
  const did = isTickedStep(search.done ?? '') ? (search.done as TickedStep) : null;
  const numbers = did && numbersFrom(search.left);
  const left = did && numbers ? await tickedForm(call, { step: did, numbers }) : undefined;
  const [t, words] = [pick(messages, locale), pick(cases, locale)];
  return (
    <>
      <Day
        day={day}
        filter={filter}
        slug={community}
        locale={locale}
        kinds={words.kinds}
        ticked={search.ticked === 'all'}
        receipt={did && <Did step={did} count={numberFrom(search.count ?? '') ?? 0} left={left} locale={locale} />}
      />
      <Actions>
        {day.reads && (
          <ActionLink href={to.desk(locale, community, 'cases', 'new')}>{words.record.deskTitle}</ActionLink>
        )}
        {day.reads && (
          <ActionLink href={to.desk(locale, community, 'topics')} ghost>
            {pick(topics, locale).list.title}
          </ActionLink>
        )}
        {day.reads && (
          <ActionLink href={to.desk(locale, community, 'cases', 'lists')} ghost>
            {t.day.lists}
          </ActionLink>
        )}
        {day.reads && (
          <ActionLink href={`${to.desk(locale, community, 'exports', 'new')}${asking(filter, {})}`} ghost>
            {t.day.exportAll}
          </ActionLink>
        )}
        <ActionLink href={to.desk(locale, community, 'cases', 'calendar')} ghost>
          {t.day.feed}
        </ActionLink>
      </Actions>
    </>
  );
});
