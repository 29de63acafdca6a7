import { KeptForm } from '@/components/form/kept-form';
import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { noteAtDoor, recordWord } from '@/features/alternatives/actions';
import { AlternativeText } from '@/features/alternatives/components/alternative';
import { byEntrance, HomeTiles } from '@/features/alternatives/components/doors';
import { wordFields } from '@/features/alternatives/components/fields';
import { AlternativeOnSite } from '@/features/alternatives/components/on-site';
import { WordsSoFar } from '@/features/alternatives/components/words-so-far';
import { messages } from '@/features/alternatives/messages';
import { doorComparison } from '@/features/alternatives/queries/door';
import { letterOf } from '@/features/alternatives/rules';
import { proofFields } from '@/features/opinions/components/fields';
import { Quiet } from '@/features/opinions/components/quiet';
import { messages as opinions } from '@/features/opinions/messages';
import * as to from '@/lib/addresses';
import { isRefusedHere } from '@/lib/aside';
import { inWords } from '@/lib/forms';
import { pick } from '@/lib/words';

export default actPage(['no', 'id'], async ({ locale, community, no, id: household, call, form, search }) => {
  const page = await doorComparison(call, { no, household });
  if (!page?.home) return null;
  const { home } = page;
  const t = pick(messages, locale);
  const o = pick(opinions, locale);
  const entrance = to.door(locale, community, 'alternatives', no, 'entrances', home.entranceId);
  const neighbours = byEntrance(page.homes).find(({ id }) => id === home.entranceId)?.homes ?? [];
  const next = neighbours.find((one) => one.state === 'not_tried' && !one.quiet && one.household !== household);
  const goes = next ? to.door(locale, community, 'alternatives', no, 'households', next.household) : entrance;
  return (
    <>
      <PageTitle
        crumb={<a href={entrance}>{o.entrance(home.building, home.entrance)}</a>}
        title={`${home.door} · ${page.title}`}
        lead={t.door.lead}
        state={home.state === 'not_tried' ? undefined : { text: t.doors[home.state] }}
      />
      <Contents
        label={words(locale).contents}
        items={[
          ...home.concerned.map((one) => ({
            id: `alternative-${one.position}`,
            title: t.named(letterOf(one.position), one.title),
          })),
          ...(home.blocked ? [] : [{ id: 'say', title: t.door.title }]),
          { id: 'doors', title: t.door.choose },
        ]}
      />
      {home.concerned.map((one) => (
        <Section
          key={one.id}
          title={t.named(letterOf(one.position), one.title)}
          id={`alternative-${one.position}`}
          brief={one.summary}
        >
          <AlternativeText one={one} drawings={page.drawings.filter(({ of }) => of === one.id)} locale={locale} />
          <AlternativeOnSite one={one} drawn={page.drawn} homes={[home]} locale={locale} />
        </Section>
      ))}
      {home.blocked ? (
        <Notice kind="warn">
          <p>{inWords(home.blocked, locale, messages).message}</p>
        </Notice>
      ) : (
        <Section title={t.door.title} id="say">
          {home.met && (
            <details className="entry" open={isRefusedHere('met') || search.met === 'yes'}>
              <summary className="tap">{o.door.atMeeting}</summary>
              <p>{o.door.atMeetingWhy}</p>
              <KeptForm
                {...form}
                id="met"
                action={recordWord}
                fields={wordFields(locale, home.concerned, null)}
                about={{ proposal: no, household, shown: home.shown, channel: 'meeting', proof: 'attendance' }}
                next={search.met === 'yes' ? to.door(locale, community, 'meetings', home.met.no) : goes}
                submitLabel={o.door.atMeetingSubmit}
              />
            </details>
          )}
          {home.quiet ? (
            <Quiet locale={locale} />
          ) : (
            <KeptForm
              {...form}
              id="visit"
              action={noteAtDoor}
              about={{ proposal: no, household }}
              next={goes}
              submitLabel={t.door.note}
              choose={{
                name: 'outcome',
                options: (['not_home', 'refused'] as const).map((value) => ({ value, label: t.door.outcomes[value] })),
              }}
            />
          )}
          <KeptForm
            {...form}
            action={recordWord}
            fields={[...wordFields(locale, home.concerned, null), ...proofFields(locale, [], { quiet: home.quiet })]}
            about={{ proposal: no, household, shown: home.shown }}
            next={goes}
            submitLabel={t.door.submit}
          />
        </Section>
      )}
      <WordsSoFar said={home.said} concerned={home.concerned} locale={locale} />
      <Section title={t.door.choose} id="doors">
        <HomeTiles homes={neighbours} no={no} slug={community} locale={locale} here={household} />
      </Section>
    </>
  );
});
