import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { joinFirst } from '@/features/people/components/join-first';
import { makeSignUp } from '@/features/programmes/actions';
import { Stands } from '@/features/programmes/components/dates';
import { wantedFields } from '@/features/programmes/components/fields';
import { OwnPlaceShown } from '@/features/programmes/components/own-place';
import { occasionShown } from '@/features/programmes/input';
import { messages, whenOf } from '@/features/programmes/messages';
import { myOccasion } from '@/features/programmes/queries/mine';
import * as to from '@/lib/addresses';
import { showing } from '@/lib/shown';
import { communityNamed } from '@/lib/site';
import { pick } from '@/lib/words';

/** A date for whoever is signed in: a place for their household, the one it has, and how it was. */
export default actPage(['no'], async ({ locale, community, no, call, form, search }) => {
  const one = await myOccasion(call, { no });
  if (!one) return null;
  const { act: t, ...rest } = pick(messages, locale);
  const first = one.homes.length === 0 ? await joinFirst({ call, community, locale }) : undefined;
  const begun = new Date(one.startsAt) <= one.now;
  const over = new Date(one.endsAt) <= one.now;
  const open = !begun && one.cancelledAt === null;
  const telephone = (await communityNamed(community))?.telephone;
  return (
    <>
      <PageTitle
        crumb={<a href={to.programmes(locale, community, one.programme)}>{rest.kinds[one.kind]}</a>}
        title={one.title}
      />
      <Facts
        items={[
          { key: 'when', term: t.when, value: whenOf(one, locale) },
          { key: 'where', term: t.where, value: one.place },
          ...(one.bring ? [{ key: 'bring', term: t.bring, value: one.bring }] : []),
        ]}
      />
      {one.words && (
        <p>
          <Written>{one.words}</Written>
        </p>
      )}
      <Stands one={one} locale={locale} />
      {begun && one.cancelledAt === null && (
        <Notice>
          <p>{over ? t.over : t.begun}</p>
        </Notice>
      )}
      {first}
      {one.homes.map((home) => {
        const place = home.place;
        if (!place && !open) return null;
        return (
          <Section
            key={home.household}
            title={t.home(home.building, home.entrance, home.door)}
            id={`home-${home.household}`}
          >
            {place && (
              <OwnPlaceShown place={place} occasion={one} begun={begun} signed={search.done === 'signed'} form={form} />
            )}
            {!place && (
              <>
                {!one.free.includes(true) && <p>{t.full}</p>}
                <KeptForm
                  {...form}
                  id={`sign-${home.household}`}
                  action={makeSignUp}
                  about={{ occasion: no, household: home.household, shown: showing(occasionShown(one)) }}
                  fields={wantedFields(one, locale)}
                  submitLabel={one.free.includes(true) ? t.submit : t.queue}
                />
              </>
            )}
          </Section>
        );
      })}
      <p className="front-links">
        {telephone && open && <Ring className="tap" number={telephone} says={t.call(telephone)} />}
        <a className="tap" href={to.programmes(locale, community)}>
          {t.calendar}
        </a>
      </p>
    </>
  );
});
