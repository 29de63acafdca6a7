import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { PictureList } from '@/features/pictures/components/picture-list';
import { PictureUpload } from '@/features/pictures/components/picture-upload';
import { picturesOf } from '@/features/pictures/queries';
import { MOST_PICTURES } from '@/features/pictures/rules';
import { buildPlace, checkPlace, missPlace, settlePlace } from '@/features/places/actions';
import * as acts from '@/features/places/acts';
import { buildFields, missFields, settleFields } from '@/features/places/components/fields';
import { doorsSaid, PlacesDrawn } from '@/features/places/components/places';
import { placeShown } from '@/features/places/input';
import { messages } from '@/features/places/messages';
import { stateOfPlace, unheard } from '@/features/works/rules/places';
import { whyNot } from '@/lib/act';
import { inWords } from '@/lib/forms';
import { showing } from '@/lib/shown';
import { formatDate } from '@/lib/words';
import { placePage } from '../places-page';

export default placePage(async ({ locale, community, found, place, asked, t, list, call, form, search }) => {
  const { today, doors, site } = found;
  const pictures = (await picturesOf(call, { subject: 'place', id: place.id })) ?? [];
  const of = (ids: readonly number[]) =>
    doorsSaid(
      doors.filter(({ id }) => ids.includes(id)),
      locale,
    );
  const build = whyNot(acts.buildPlace, asked);
  const mayBuild = build === null || build.code === 'picture_missing';
  const check = whyNot(acts.checkPlace, asked);
  const silent = unheard(place);
  return (
    <>
      <PageTitle
        crumb={<a href={list}>{t.desk.title}</a>}
        title={place.name}
        state={{ text: t.states[stateOfPlace(place)] }}
      />
      <p>{t.desk.at(String(place.x / 1000), String(place.y / 1000))}</p>
      <PlacesDrawn id="place" site={site} places={[place]} locale={locale} />
      <p>{place.beside.length > 0 ? t.board.beside(of(place.beside)) : t.board.nobody}</p>
      {place.missingUntil && <p>{t.board.gap(place.name, place.missingWhy, formatDate(place.missingUntil, locale))}</p>}
      <Section title={t.desk.pictures} id="pictures">
        <PictureList pictures={pictures} locale={locale} />
        {mayBuild && pictures.length < MOST_PICTURES && (
          <PictureUpload
            subject="place"
            subjectId={place.id}
            refusal={search.picture}
            locale={locale}
            community={community}
          />
        )}
      </Section>
      {mayBuild && (
        <Section title={t.desk.build} id="build">
          {build ? (
            <p>{inWords(build, locale, messages).message}</p>
          ) : (
            <KeptForm
              id="build-form"
              action={buildPlace}
              fields={buildFields(locale, today, place)}
              submitLabel={t.desk.submitBuild}
              {...form}
            />
          )}
        </Section>
      )}
      {place.builtOn && !place.checked && (
        <Section title={t.desk.check} id="check">
          <p>{t.desk.checkLead}</p>
          {check ? (
            <p>{inWords(check, locale, messages).message}</p>
          ) : (
            <KeptForm
              id="check-form"
              action={checkPlace}
              submitLabel={t.desk.submitCheck}
              {...form}
              about={{ ...form.about, shown: showing(placeShown(place)) }}
            />
          )}
        </Section>
      )}
      {whyNot(acts.missPlace, asked) === null && (
        <Section title={t.desk.miss} id="miss">
          <KeptForm
            id="miss-form"
            action={missPlace}
            fields={missFields(locale, today, place)}
            submitLabel={t.desk.submitMiss}
            ghost
            {...form}
          />
        </Section>
      )}
      {place.checked && (
        <Section title={t.desk.words} id="words">
          {place.said.length === 0 && <p>{t.desk.noWords}</p>}
          <ul className="entries">
            {place.said.map((one) => {
              const word = place.words.find(({ id }) => id === one.id);
              const settles = word && whyNot(acts.settlePlace, { ...asked, facts: { ...asked.facts, word } }) === null;
              return (
                <li key={one.id}>
                  <strong>{t.desk.home(one.home.building, one.home.entrance, one.home.door)}</strong> ·{' '}
                  {one.outcome === 'accepted' ? t.desk.yes : t.desk.no}
                  {one.recorded && t.desk.recorded}
                  {one.reason && (
                    <p>
                      <Written>{one.reason}</Written>
                    </p>
                  )}
                  {one.mendOn && <p>{t.desk.mended(one.mendNote, formatDate(one.mendOn, locale))}</p>}
                  {settles && (
                    <KeptForm
                      id={`settle-${one.id}`}
                      action={settlePlace}
                      fields={settleFields(locale, today)}
                      submitLabel={t.desk.submitSettle}
                      ghost
                      {...form}
                      about={{ ...form.about, word: one.id }}
                    />
                  )}
                </li>
              );
            })}
          </ul>
          {silent.length > 0 && <p>{t.desk.unheard(of(silent))}</p>}
        </Section>
      )}
    </>
  );
});
