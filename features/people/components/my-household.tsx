import { ActionForm } from '@/components/form/action-form';
import { Section } from '@/components/page/section';
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
  kept: Record<string, string> | undefined;
}

/** The claim of a household in one community. */
function JoinForm({ place, name, locale, kept: any }: FormProps) {
  const t = messages[locale].household;
  const kept = any?.community === place.slug ? any : undefined;
  return (
    <ActionForm
      id={`form-${place.slug}`}
      action={askToJoin}
      fields={[
        {
          ...{ kind: 'text', name: 'name', label: t.name, required: true, autoComplete: 'name', maxLength: 40 },
          defaultValue: kept?.name ?? name ?? undefined,
        },
        {
          ...{ kind: 'select', name: 'building', label: t.building, required: true, options: place.buildings },
          defaultValue: kept?.building,
        },
        {
          ...{ kind: 'text', name: 'entrance', label: t.entrance, hint: t.entranceHint, required: true, maxLength: 20 },
          defaultValue: kept?.entrance,
        },
        {
          ...{ kind: 'text', name: 'door', label: t.door, hint: t.doorHint, required: true, maxLength: 20 },
          defaultValue: kept?.door,
        },
        { kind: 'text', name: 'note', label: t.note, maxLength: 200, defaultValue: kept?.note },
      ]}
      hidden={{ community: place.slug, locale, submission: crypto.randomUUID() }}
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
  kept?: Record<string, string>;
}

/** Where I live, what is being checked, the form of the community asked for, and the way to the others'. */
export function MyHousehold({ mine, locale, place, kept }: Props) {
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
            <JoinForm place={place} name={mine.name} locale={locale} kept={kept} />
          ) : (
            <p>{t.noRegister(named(place))}</p>
          )}
        </Section>
      )}
      {others.length > 0 && (
        <Section title={place ? t.elsewhere : t.where}>
          <ul>
            {others.map((one) => (
              <li key={one.slug}>
                <a href={`${to.me(locale, 'household')}?in=${encodeURIComponent(one.slug)}#join-${one.slug}`}>
                  {title(one)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mine.communities.length === 0 && <p>{t.noCommunity}</p>}
    </>
  );
}
