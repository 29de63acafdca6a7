import { Written } from '@/components/data/written';
import { StateBadge } from '@/components/page/title';
import { messages as proposals } from '@/features/proposals/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Listed } from '../queries/listed';

interface Props {
  playbooks: readonly Listed[];
  locale: Locale;
}

export const communityOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }, locale: Locale): string =>
  locale === 'zh' ? nameZh : nameEn;

function Entries({ playbooks, locale, href }: Props & { href: (one: Listed) => string }) {
  const t = pick(messages, locale);
  const { kinds } = pick(proposals, locale);
  return (
    <ul className="entries">
      {playbooks.map((one) => (
        <li key={one.id}>
          <h2>
            <a href={href(one)}>{one.name}</a>
          </h2>
          {one.retired && (
            <p>
              <StateBadge tone="seal">{t.list.retired}</StateBadge>
            </p>
          )}
          <Written>{one.indications}</Written>
          <p className="crumb">{`${kinds[one.kind]} · ${t.list.from(communityOf(one, locale), one.place)}`}</p>
          <p>{t.tally(one.tally)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Each with what it is for, whose it is, and what became of it elsewhere. `whole`: in the library of all communities. */
export const PlaybookList = ({ whole, ...props }: Props & { whole?: boolean }) => (
  <Entries
    {...props}
    href={({ id, slug, no }) => (whole ? to.library(props.locale, id) : to.playbook(props.locale, slug, no))}
  />
);

/** The same where something can be done with them: one's own is kept, another's is taken up. */
export const DeskPlaybookList = ({ slug, ...props }: Props & { slug: string }) => (
  <Entries
    {...props}
    href={(one) =>
      one.slug === slug
        ? to.desk(props.locale, slug, 'playbooks', one.no)
        : to.desk(props.locale, slug, 'playbooks', 'offered', one.id)
    }
  />
);
