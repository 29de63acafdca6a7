import { ActionForm } from '@/components/form/action-form';
import { Section } from '@/components/page/section';
import { askToJoin } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import type { myHouseholds } from '@/features/people/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate } from '@/lib/words';

type Mine = Awaited<ReturnType<typeof myHouseholds>>;
type Named = { nameZh: string; nameEn: string };

interface FormProps {
  place: Mine['places'][number];
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
  wanted?: string;
  kept?: Record<string, string>;
}

/**
 * Where I live, what is being checked, and the form: open for the community one came from, or the first one when
 * nothing is settled; the others, and a second household, are folded.
 */
export function MyHousehold({ mine, locale, wanted, kept }: Props) {
  const { household: t, home } = messages[locale];
  const named = (one: Named) => (locale === 'zh' ? one.nameZh : one.nameEn);
  const waiting = mine.requests.filter((one) => one.state === 'requested');
  const settled = new Set([...mine.homes, ...waiting].map((one) => one.slug));
  const places = mine.places.filter((place) => place.buildings.length > 0);
  const asked = places.find((place) => place.slug === wanted && !settled.has(place.slug));
  const first = asked ?? (settled.size === 0 && places.length === 1 ? places[0] : undefined);
  const others = places.filter((place) => place !== first);
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
      {first && (
        <Section title={t.form(named(first))} id={`join-${first.slug}`}>
          <JoinForm place={first} name={mine.name} locale={locale} kept={kept} />
        </Section>
      )}
      {others.map((place) => (
        <details key={place.slug} id={`join-${place.slug}`} open={kept?.community === place.slug}>
          <summary>{(settled.has(place.slug) ? t.other : t.elsewhere)(named(place))}</summary>
          <JoinForm place={place} name={mine.name} locale={locale} kept={kept} />
        </details>
      ))}
    </>
  );
}
