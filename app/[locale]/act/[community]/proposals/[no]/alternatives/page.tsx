import { KeptForm } from '@/components/form/kept-form';
import { words } from '@/components/messages';
import { actPage } from '@/components/page/act-page';
import { Done, Notice } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { sayWord } from '@/features/alternatives/actions';
import { AlternativeText } from '@/features/alternatives/components/alternative';
import { wordFields } from '@/features/alternatives/components/fields';
import { AlternativeOnSite } from '@/features/alternatives/components/on-site';
import { WordsSoFar } from '@/features/alternatives/components/words-so-far';
import { messages } from '@/features/alternatives/messages';
import { ownComparison } from '@/features/alternatives/queries/own';
import { letterOf } from '@/features/alternatives/rules';
import { messages as opinions } from '@/features/opinions/messages';
import { joinFirst } from '@/features/people/components/join-first';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { formatUntil, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, search, form }) => {
  const found = await ownComparison(call, { no });
  if (!found) return null;
  const t = pick(messages, locale);
  const own = found.homes.find(({ current }) => current?.own)?.stands;
  const said = own?.answers.map(({ position, answer }) => `${letterOf(position)} ${t.answers[answer]}`).join(' · ');
  const first = found.homes.length === 0 ? await joinFirst({ call, community, locale }) : undefined;
  const homes = found.homes.map(({ building, entrance, door }) => ({
    building,
    entrance,
    door,
    name: pick(opinions, locale).home(building, entrance, door),
  }));
  return (
    <>
      <PageTitle
        crumb={<a href={to.alternatives(locale, community, no)}>{found.title}</a>}
        title={t.say.title}
        lead={t.say.lead}
        next={found.closesAt ? t.say.until(formatUntil(found.closesAt, locale)) : undefined}
        receipt={
          search.done === 'said' && (
            <Done title={t.say.saved}>
              {said && <p>{t.say.savedSaid(said)}</p>}
              <p>
                {found.closesAt && t.say.savedNext(formatUntil(found.closesAt, locale))}{' '}
                <a href={to.me(locale)}>{t.say.toMe}</a>
              </p>
            </Done>
          )
        }
      />
      {first}
      <Contents
        label={words(locale).contents}
        items={[
          ...found.alternatives.map((one) => ({
            id: `alternative-${one.position}`,
            title: t.named(letterOf(one.position), one.title),
          })),
          ...homes.map(({ name }, at) => ({ id: `home-${found.homes[at]?.household}`, title: name })),
        ]}
      />
      {found.alternatives.map((one) => (
        <Section
          key={one.id}
          title={t.named(letterOf(one.position), one.title)}
          id={`alternative-${one.position}`}
          brief={one.summary}
        >
          <AlternativeText one={one} drawings={found.drawings.filter(({ of }) => of === one.id)} locale={locale} />
          <AlternativeOnSite one={one} drawn={found.drawn} homes={homes} locale={locale} />
        </Section>
      ))}
      {found.homes.map((home) => (
        <Section
          key={home.household}
          title={pick(opinions, locale).home(home.building, home.entrance, home.door)}
          id={`home-${home.household}`}
        >
          {home.concerned.length === 0 && <p>{t.say.notYours}</p>}
          <WordsSoFar said={home.said} concerned={home.concerned} locale={locale} />
          {home.concerned.some(({ standing }) => standing) && !home.current && <p>{t.say.carried}</p>}
          {home.concerned.length > 0 && home.blocked && (
            <Notice kind="warn">
              <p>{inWords(home.blocked, locale, messages).message}</p>
            </Notice>
          )}
          {home.concerned.length > 0 && !home.blocked && (
            <KeptForm
              key={home.current?.id ?? 0}
              id={`form-${home.household}`}
              action={sayWord}
              fields={wordFields(locale, home.concerned, home.stands)}
              {...form}
              about={{ proposal: no, household: home.household, shown: home.shown }}
              submitLabel={home.current ? t.say.again : t.say.submit}
            />
          )}
        </Section>
      ))}
    </>
  );
});
