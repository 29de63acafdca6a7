import type { ReactNode } from 'react';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { OfficeWaiting } from '../queries/waiting';

interface Props {
  waiting: readonly OfficeWaiting[];
  /** What else waits, said by the room it belongs to; nothing: nothing does. */
  children?: ReactNode;
  district: string;
  locale: Locale;
}

/** What waits for an office over the district, each leading to where it is done. */
export function OfficeWaits(props: Props) {
  const { waiting, district, children, locale } = props;
  const { waits: t } = pick(messages, locale);
  return (
    <Section title={t.title} id="waits">
      {waiting.length === 0 && !children && <p>{t.none}</p>}
      {children}
      <ul className="entries">
        {waiting.map(({ no, name, task, places }) => (
          <li key={`${task}-${no}`}>
            <a
              className="tap"
              href={
                task === 'agree' ? to.office(locale, district, 'profiles') : to.office(locale, district, 'cohorts', no)
              }
            >
              {t.tasks[task](name)}
            </a>
            {task === 'send' && <p className="crumb">{t.places(places)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
