import { Section } from '@/components/page/section';
import { messages } from '@/features/desk/messages';
import type { DeskLife } from '@/features/desk/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** The parts of a proposal this person may read, each a link with how far it is. */
export function Parts({ life, slug, locale }: { life: DeskLife; slug: string; locale: Locale }) {
  const { facts, now } = life;
  return (
    <Section title={pick(messages, locale).page.parts} id="parts">
      <ul className="ways">
        {life.parts
          .flatMap((part) => part.of({ facts, now, locale }))
          .map(({ key, name, path, note }) => (
            <li key={key}>
              {path ? (
                <a className="tap" href={to.desk(locale, slug, ...path)}>
                  {name}
                </a>
              ) : (
                name
              )}{' '}
              <span className="tone-soft">{note}</span>
            </li>
          ))}
      </ul>
    </Section>
  );
}
