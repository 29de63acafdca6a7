import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { AtDoor } from '../queries/door';

/** Where each kind is done, below the doors. */
const pathOf = ({ kind, no }: AtDoor) =>
  kind === 'rounds' || kind === 'alternatives' ? [kind, no] : [kind === 'answers' ? 'objections' : kind];

/** What waits for whoever goes round, each leading to where it is done. */
export function WaitsAtDoor(props: { waiting: readonly AtDoor[]; slug: string; locale: Locale }) {
  const { waiting, slug, locale } = props;
  const { door: t } = pick(messages, locale);
  return (
    <Section title={t.title} id="waits">
      {waiting.length === 0 && <p>{t.none}</p>}
      <ul className="entries">
        {waiting.map((one) => (
          <li key={`${one.kind}-${one.no}`}>
            <a className="tap" href={to.door(locale, slug, ...pathOf(one))}>
              {t.kinds[one.kind](one.count, one.title)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
