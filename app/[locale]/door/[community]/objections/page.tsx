import { Fragment } from 'react';
import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { DoorObjection, RecordedVerdict } from '@/features/objections/components/door-objection';
import { messages } from '@/features/objections/messages';
import { doorObjections } from '@/features/objections/queries/raised';
import { JUDGED_IN, waitsForWord } from '@/features/objections/rules';
import { RoundsToo } from '@/features/opinions/components/rounds-too';
import { roundsToo } from '@/features/opinions/queries/household';
import { TAKE_BACK_HOURS } from '@/lib/undoing';
import { pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const found = await doorObjections(call, {});
  if (!found) return null;
  const t = pick(messages, locale);
  const waiting = found.filter(waitsForWord);
  const recorded = found.filter((one) => one.mine && JUDGED_IN.includes(one.proposalState));
  const too = (await roundsToo(call, { households: waiting.map((one) => one.household) })) ?? [];
  const homesOf = (of: typeof waiting) => new Set(of.map((one) => one.household)).size;
  const entrances = [...new Map(waiting.map((one) => [`e${one.building}-${one.entrance}`, one]))].map(
    ([key, first]) => {
      const held = waiting.filter((one) => one.building === first.building && one.entrance === first.entrance);
      return { key, held, doors: homesOf(held), name: t.door.entrance(first.building, first.entrance) };
    },
  );
  return (
    <>
      <PageTitle title={t.door.title} lead={t.door.lead} />
      {waiting.length === 0 && <Empty text={t.door.none} />}
      {waiting.length > 0 && <p>{t.door.toAsk(homesOf(waiting), waiting.length)}</p>}
      <Contents
        unfolded
        label={words(locale).contents}
        items={[
          ...entrances.map(({ key, name, held, doors }) => ({
            id: key,
            title: `${name} · ${t.door.toAsk(doors, held.length)}`,
          })),
          ...(recorded.length > 0 ? [{ id: 'recorded', title: t.door.recorded }] : []),
        ]}
      />
      {entrances.map(({ key, name, held }) => (
        <Section key={key} id={key} title={name}>
          {[...new Set(held.map((one) => one.household))].map((household) => (
            <Fragment key={household}>
              {held.map(
                (one) =>
                  one.household === household && (
                    <DoorObjection
                      key={`${one.proposal}-${one.objection}`}
                      one={one}
                      community={community}
                      locale={locale}
                    />
                  ),
              )}
              <RoundsToo rounds={too.filter((one) => one.household === household)} slug={community} locale={locale} />
            </Fragment>
          ))}
        </Section>
      ))}
      {recorded.length > 0 && (
        <Section id="recorded" title={t.door.recorded}>
          <p>{t.door.recordedLead(TAKE_BACK_HOURS)}</p>
          {recorded.map((one) => (
            <RecordedVerdict
              key={`${one.proposal}-${one.objection}-${one.household}`}
              one={one}
              community={community}
              locale={locale}
            />
          ))}
        </Section>
      )}
    </>
  );
});
