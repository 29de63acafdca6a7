import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { THINGS } from '@/db/words/terms';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { endThing, keepThing } from '../actions';
import { messages } from '../messages';
import type { ThingView } from '../queries/things';

interface Props {
  kept: readonly ThingView[];
  community: string;
  locale: Locale;
}

/** What is kept, with whom and where; of one's own, the word that it is kept no longer. */
export function Things({ kept, community, locale }: Props) {
  const { things: t, somebody } = pick(messages, locale);
  if (kept.length === 0) return <Empty text={t.none} />;
  return (
    <ul className="entries">
      {kept.map((one) => (
        <li key={one.no}>
          <b>
            <Written>{one.title}</Written>
          </b>{' '}
          <span className="tone-soft">{t.kinds[one.kind]}</span>
          <p>
            <Written>{one.place}</Written>
          </p>
          <p className="crumb">{t.with(one.keeper ?? somebody, formatDate(one.since, locale))}</p>
          {one.mine && (
            <details>
              <summary>{t.end}</summary>
              <KeptForm
                id={`end-${one.no}`}
                action={endThing}
                community={community}
                about={{ thing: one.no }}
                fields={[{ kind: 'textarea', name: 'ending', label: t.ending, rows: 2 }]}
                submitLabel={t.endSubmit}
                locale={locale}
                ghost
              />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

export function KeepThing({ community, locale }: Omit<Props, 'kept'>) {
  const t = pick(messages, locale).things;
  return (
    <Section title={t.add} id="add">
      <KeptForm
        id="keep"
        action={keepThing}
        community={community}
        fields={[
          {
            kind: 'radio',
            name: 'kind',
            label: t.kind,
            options: THINGS.map((value) => ({ value, label: t.kinds[value] })),
          },
          { kind: 'text', name: 'title', label: t.name, hint: t.nameHint },
          { kind: 'text', name: 'place', label: t.place, hint: t.placeHint },
        ]}
        submitLabel={t.submit}
        locale={locale}
      />
    </Section>
  );
}
