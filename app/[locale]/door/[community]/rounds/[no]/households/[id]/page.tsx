import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { DoorObjection } from '@/features/objections/components/door-objection';
import { doorObjections } from '@/features/objections/queries/raised';
import { waitsForWord } from '@/features/objections/rules';
import { NextDoors, PlanToRead, WriteDown } from '@/features/opinions/components/at-the-door';
import { Coverage, Doors } from '@/features/opinions/components/doors';
import { Quiet } from '@/features/opinions/components/quiet';
import { RoundsToo } from '@/features/opinions/components/rounds-too';
import { SaidSoFar } from '@/features/opinions/components/said-so-far';
import { Saved } from '@/features/opinions/components/saved';
import { Visits } from '@/features/opinions/components/visits';
import { messages } from '@/features/opinions/messages';
import { doorHousehold } from '@/features/opinions/queries/household';
import { progressOf } from '@/features/opinions/rules';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { pick, roundMark } from '@/lib/words';

export default actPage(['no', 'id'], async ({ locale, community, no, id: household, call, search, form }) => {
  const page = await doorHousehold(call, { no, household });
  if (!page) return null;
  const raised = await doorObjections(call, { household });
  const waiting = raised?.filter(waitsForWord) ?? [];
  const t = pick(messages, locale);
  const { door, neighbours } = page;
  const entrance = to.door(locale, community, 'rounds', no, 'entrances', door.entranceId);
  const at = (round: number, home: number) => to.door(locale, community, 'rounds', round, 'households', home);
  const next = page.toTry[0] ? at(no, page.toTry[0].household) : entrance;
  const saved = neighbours.find((one) => String(one.household) === search.saved);
  return (
    <>
      <PageTitle
        crumb={
          <a href={entrance}>
            {t.entrance(door.building, door.entrance)} · {t.round(roundMark(page.k, locale))} ·{' '}
            {t.door.coverage(progressOf(neighbours))}
          </a>
        }
        title={`${door.door} · ${t.door.matter(page.title, page.version)}`}
        state={door.state === 'not_tried' ? undefined : { text: t.doors[door.state] }}
      />
      {saved && <Saved door={saved} slug={community} round={no} locale={locale} />}
      {door.carried && <p className="crumb">{t.door.carried}</p>}
      {door.quiet && <Quiet locale={locale} />}
      {page.blocked && (
        <Notice kind="warn">
          <p>{inWords(page.blocked, locale, messages).message}</p>
        </Notice>
      )}
      {waiting.length > 0 && (
        <Section title={t.door.answersFirst} id="answers">
          {waiting.map((one) => (
            <DoorObjection key={`${one.proposal}-${one.objection}`} one={one} community={community} locale={locale} />
          ))}
        </Section>
      )}
      {door.current?.own && <p>{t.door.ownWord}</p>}
      {!page.blocked && (
        <WriteDown
          page={page}
          locale={locale}
          form={form}
          next={`${next}?saved=${household}`}
          back={search.met === 'yes' && page.met ? to.door(locale, community, 'meetings', page.met.no) : undefined}
        />
      )}
      <PlanToRead page={page} locale={locale} />
      {door.said.length > 0 && <SaidSoFar door said={door.said} current={door.current?.seq ?? null} locale={locale} />}
      {door.visits.length > 0 && <Visits visits={door.visits} locale={locale} />}
      <p>
        <a className="tap" href={`${to.door(locale, community, 'visits', 'homes', household, 'record')}?round=${no}`}>
          {t.door.alsoVisit}
        </a>
      </p>
      {page.others.length > 0 && (
        <Section title={t.door.others} id="others">
          <RoundsToo rounds={page.others} slug={community} locale={locale} />
        </Section>
      )}
      <NextDoors page={page} locale={locale} slug={community} />
      <Section title={t.door.doors(neighbours.length)} id="doors">
        <Coverage progress={progressOf(neighbours)} locale={locale} />
        <Doors doors={neighbours} slug={community} round={no} locale={locale} here={household} />
      </Section>
    </>
  );
});
