import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { namePlace } from '@/features/places/actions';
import * as acts from '@/features/places/acts';
import { nameFields } from '@/features/places/components/fields';
import { PlacesDrawn } from '@/features/places/components/places';
import { messages } from '@/features/places/messages';
import { placesIn, stateOfPlace } from '@/features/works/rules/places';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { reasonIn } from '@/lib/reason';
import { placesPage } from './places-page';

export default placesPage(({ locale, community, no, position, found, t, form }) => {
  const { places, asked, doors, site } = found;
  const { of, built, open } = placesIn(asked.facts.milestone);
  const reason = reasonIn(messages, 'place_name', whyNot(acts.namePlace, asked), locale);
  const back = to.desk(locale, community, 'works', no, 'milestones', position);
  return (
    <>
      <PageTitle
        crumb={
          <a href={back}>
            <Written>{asked.facts.title}</Written>
          </a>
        }
        title={t.desk.title}
        lead={t.desk.lead}
      />
      <p>
        <strong>{t.room.part.note(of, built, open)}</strong>
      </p>
      <PlacesDrawn id="places" site={site} places={places} locale={locale} />
      {places.length === 0 && <p>{t.desk.none}</p>}
      <ol className="entries">
        {places.map((one) => (
          <li key={one.id} value={one.position}>
            <a
              className="tap"
              href={to.desk(locale, community, 'works', no, 'milestones', position, 'places', one.position)}
            >
              <Written>{one.name}</Written>
            </a>
            <p className="crumb">{t.states[stateOfPlace(one)]}</p>
          </li>
        ))}
      </ol>
      <Section title={t.desk.add} id="add">
        {reason ? (
          <Notice kind="warn">
            <p>{reason}</p>
          </Notice>
        ) : (
          <KeptForm action={namePlace} fields={nameFields(locale, doors)} submitLabel={t.desk.submit} {...form} />
        )}
      </Section>
    </>
  );
});
