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

/** Where I live, what is being checked, and a form for each community one could live in. */
export function MyHousehold({ mine, locale, kept }: { mine: Mine; locale: Locale; kept?: Record<string, string> }) {
  const { household: t, home } = messages[locale];
  const named = (one: Named) => (locale === 'zh' ? one.nameZh : one.nameEn);
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
      {mine.places
        .filter((place) => place.buildings.length > 0)
        .map((place) => (
          <Section key={place.slug} title={t.form(named(place))} id={`join-${place.slug}`}>
            <ActionForm
              id={`form-${place.slug}`}
              action={askToJoin}
              fields={[
                {
                  kind: 'text',
                  name: 'name',
                  label: t.name,
                  required: true,
                  autoComplete: 'name',
                  maxLength: 40,
                  defaultValue: mine.name ?? kept?.name,
                },
                {
                  kind: 'select',
                  name: 'building',
                  label: t.building,
                  required: true,
                  options: place.buildings,
                  defaultValue: kept?.building,
                },
                {
                  kind: 'number',
                  name: 'entrance',
                  label: t.entrance,
                  required: true,
                  maxLength: 2,
                  defaultValue: kept?.entrance,
                },
                {
                  kind: 'text',
                  name: 'door',
                  label: t.door,
                  hint: t.doorHint,
                  required: true,
                  maxLength: 20,
                  defaultValue: kept?.door,
                },
                { kind: 'text', name: 'note', label: t.note, maxLength: 200, defaultValue: kept?.note },
              ]}
              hidden={{ community: place.slug, locale, submission: crypto.randomUUID() }}
              locale={locale}
              submitLabel={t.submit}
            />
          </Section>
        ))}
    </>
  );
}
