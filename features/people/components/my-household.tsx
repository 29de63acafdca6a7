import { KeptForm } from '@/components/form/kept-form';
import { OnDemand, Section } from '@/components/page/section';
import { askToJoin } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import type { myHouseholds, PlaceToJoin } from '@/features/people/queries/place';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate } from '@/lib/words';

type Mine = Awaited<ReturnType<typeof myHouseholds>>;
type Named = { nameZh: string; nameEn: string };

interface FormProps {
  place: PlaceToJoin;
  name: string | null;
  locale: Locale;
}

/** The claim of a household in one community. */
function JoinForm({ place, name, locale }: FormProps) {
  const t = messages[locale].household;
  return (
    <KeptForm
      id={`form-${place.slug}`}
      action={askToJoin}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t.name,
          autoComplete: 'name',
          defaultValue: name ?? undefined,
        },
        {
          kind: 'select',
          name: 'building',
          label: t.building,
          options: place.buildings,
        },
        {
          kind: 'text',
          name: 'entrance',
          label: t.entrance,
          hint: t.entranceHint,
        },
        {
          kind: 'text',
          name: 'door',
          label: t.door,
          hint: t.doorHint,
        },
        { kind: 'text', name: 'note', label: t.note },
      ]}
      community={place.slug}
      locale={locale}
      submitLabel={t.submit}
    />
  );
}

interface Props {
  mine: Mine;
  locale: Locale;
  /** The community whose form is asked for. */
  place?: PlaceToJoin;
}

/** Where I live, what is being checked, the form of the community asked for, and the way to the others'. */
export function MyHousehold({ mine, locale, place }: Props) {
  const { household: t, home } = messages[locale];
  const named = (one: Named) => (locale === 'zh' ? one.nameZh : one.nameEn);
  const settled = new Set(
    [...mine.homes, ...mine.requests.filter((one) => one.state === 'requested')].map((one) => one.slug),
  );
  const others = mine.communities.filter((one) => one.slug !== place?.slug);
  const title = (one: Named & { slug: string }) => (settled.has(one.slug) ? t.other : t.form)(named(one));
  return (
    <>
      <Section title={t.homes}>
        {mine.homes.length === 0 && <p>{t.none}</p>}
        <ul>
          {mine.homes.map((one) => (
            <li key={`${one.slug}-${one.building}-${one.entrance}-${one.door}`}>
              <a href={to.community(locale, one.slug)}>{named(one)}</a> {home(one.building, one.entrance, one.door)}
            </li>
          ))}
        </ul>
      </Section>
      {mine.requests.length > 0 && (
        <Section title={t.requests}>
          <ul>
            {mine.requests.map((one) => (
              <li key={one.at.toISOString()}>
                {named(one)} {home(one.building, one.entrance, one.door)}
                {locale === 'zh' ? '：' : ': '}
                {one.state === 'refused' ? t.refused(one.reason ?? '') : t.requested(formatDate(one.at, locale))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {place && (
        <Section title={title(place)} id={`join-${place.slug}`}>
          {place.buildings.length > 0 ? (
            <JoinForm place={place} name={mine.name} locale={locale} />
          ) : (
            <p>{t.noRegister(named(place))}</p>
          )}
        </Section>
      )}
      {others.length > 0 && (
        <Section title={place ? t.elsewhere : t.where}>
          <OnDemand count={place || mine.homes.length > 0 ? others.length : 0} label={t.communities(others.length)}>
            <ul>
              {others.map((one) => (
                <li key={one.slug}>
                  <a href={`${to.me(locale, 'household')}?in=${encodeURIComponent(one.slug)}#join-${one.slug}`}>
                    {title(one)}
                  </a>
                </li>
              ))}
            </ul>
          </OnDemand>
        </Section>
      )}
      {mine.communities.length === 0 && <p>{t.noCommunity}</p>}
    </>
  );
}
