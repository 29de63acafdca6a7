import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/skills/messages';
import type { boardSkills } from '@/features/skills/queries/board';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatList, pick } from '@/lib/words';
import { Calls } from './calls';

interface Props {
  page: NonNullable<Awaited<ReturnType<typeof boardSkills>>>;
  /** Not the first page of what neighbours can do. */
  further?: boolean;
  telephone: string;
  slug: string;
  locale: Locale;
}

/** Where help is wanted, what neighbours can do, and who was thanked. */
export function SkillBoard({ page, further, telephone, slug, locale }: Props) {
  const t = pick(messages, locale).board;
  const some = (of: readonly string[]) => (of.length > 0 ? formatList(of.slice(0, 3), locale) : undefined);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {!further && (
        <Section title={t.wanted} id="wanted">
          {page.open.length === 0 ? <p>{t.noneWanted}</p> : <Calls calls={page.open} slug={slug} locale={locale} />}
        </Section>
      )}
      <Section title={t.offered} id="offered" brief={some(page.offered.map(({ what }) => what))}>
        {page.offered.length === 0 && <Empty text={t.none} />}
        <ul className="entries">
          {page.offered.map((one) => (
            <li key={one.no}>
              <h3>
                <Written>{one.what}</Written>
              </h3>
              <p className="tone-soft">
                <Written>
                  {[t.no(one.no), one.times && t.times(one.times), one.whom && t.whom(one.whom)]
                    .filter(Boolean)
                    .join(' · ')}
                </Written>
              </p>
            </li>
          ))}
        </ul>
        <Pager locale={locale} {...(page.next !== null && { next: to.skills(locale, slug, 'after', page.next) })} />
        {telephone && page.offered.length > 0 && (
          <p>
            <Ring className="tap" number={telephone} says={t.call(telephone)} />
          </p>
        )}
        <Actions>
          <ActionLink ghost href={to.me(locale, 'skills')}>
            {t.offer}
          </ActionLink>
        </Actions>
      </Section>
      {page.thanked.length > 0 && (
        <Section title={t.thanks} id="thanks" brief={some(page.thanked.map(({ title }) => title))}>
          <Calls calls={page.thanked} slug={slug} locale={locale} />
        </Section>
      )}
    </>
  );
}
