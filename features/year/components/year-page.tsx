import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { Empty, Notice } from '@/components/page/notice';
import { Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Year } from '../queries';
import type { BuildingYear } from '../rules';
import { YearCircle } from './year-circle';

interface Props {
  of: Year;
  slug: string;
  locale: Locale;
}

const keptWord = (kept: boolean | null) => (kept === null ? 'open' : kept ? 'yes' : 'no');

/** What a building was promised where it bore something. */
function Returns({ shares, locale }: { shares: BuildingYear['shares']; locale: Locale }) {
  const t = pick(messages, locale);
  const promised = shares.flatMap(({ title, promises }) => promises.map((one) => ({ title, ...one })));
  if (promised.length === 0) return t.nothing;
  return (
    <ul>
      {promised.map(({ title, text, kept }) => (
        <li key={`${title} ${text}`}>
          {t.promise(title, text)} <span className="tone-soft">{t.kept[keptWord(kept)]}</span>
        </li>
      ))}
    </ul>
  );
}

const WAYS = ['short', 'homes', 'other', 'signed_elsewhen'] as const;

/** What was finished and is in no ring: how many, why, and which. */
function AbsentOnes({ of: { absent }, slug, locale }: Props) {
  const t = pick(messages, locale);
  if (absent.length === 0) return null;
  return (
    <Section title={t.absent.title} id="absent">
      <p>{t.absent.count(absent.length)}</p>
      <ul>
        {WAYS.map((way) => {
          const count = absent.filter((one) => one.way === way).length;
          return count > 0 && <li key={way}>{t.absent.why[way](count)}</li>;
        })}
      </ul>
      <details>
        <summary className="tap">{t.absent.all}</summary>
        <ul className="entries">
          {absent.map(({ no, title }) => (
            <li key={no}>
              <a className="tap" href={to.proposal(locale, slug, no)}>
                {t.matter(title, no)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

/** Over all decisions of a year who benefited and who bore, by building: first whoever only ever bears. */
export function YearPage({ of, slug, locale }: Props) {
  const t = pick(messages, locale);
  const { year, years, decisions, buildings, brought, absent } = of;
  const bearing = buildings.filter(({ onlyBears }) => onlyBears);
  return (
    <>
      <PageTitle title={t.title(year)} lead={t.lead} />
      {years.length > 1 && (
        <nav aria-label={t.years} className="no-print">
          <ul className="ways">
            {years.map((one) => (
              <li key={one}>
                <a
                  className="tap"
                  href={to.yearCircle(locale, slug, one)}
                  aria-current={one === year ? 'page' : undefined}
                >
                  {t.yearOf(one)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Contents
        label={words(locale).contents}
        items={[
          { id: 'matters', title: t.matters, here: decisions.length > 0 },
          { id: 'brought', title: t.brought, here: decisions.length > 0 && brought.length > 0 },
          { id: 'absent', title: t.absent.title, here: absent.length > 0 },
        ].filter(({ here }) => here)}
      />
      {decisions.length === 0 && <Empty text={t.none} />}
      {decisions.length > 0 && (
        <>
          {bearing.length === 0 && <p>{t.fair}</p>}
          {bearing.map(({ name, bears }) => (
            <Notice key={name} kind="warn">
              <p>{t.onlyBears(t.building(name), bears)}</p>
            </Notice>
          ))}
          <YearCircle of={of} locale={locale} />
          <DataTable
            caption={t.table}
            columns={[
              { key: 'building', label: t.columns.building },
              { key: 'benefits', label: t.columns.benefits, numeric: true },
              { key: 'bears', label: t.columns.bears, numeric: true },
              { key: 'return', label: t.columns.return },
            ]}
            rows={buildings.map(({ name, benefits, bears, shares }) => ({
              key: name,
              cells: {
                building: t.building(name),
                benefits,
                bears,
                return: bears > 0 ? <Returns shares={shares} locale={locale} /> : '—',
              },
            }))}
          />
          <Section title={t.matters} id="matters">
            <ul className="entries">
              {decisions.map(({ no, title, sides }) => (
                <li key={no}>
                  <a className="tap" href={to.proposal(locale, slug, no)}>
                    {t.matter(title, no)}
                  </a>
                  <ul>
                    {sides.map((side) => (
                      <li key={side.name}>
                        {t.side(placeIn(side.name, locale), t.effects[side.effect], side.households)}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </Section>
          {brought.length > 0 && (
            <Section title={t.brought} id="brought" brief={words(locale).inAll(brought.length)}>
              <p>
                {t.broughtLead}{' '}
                <a className="tap" href={to.council(locale, slug)}>
                  {t.council}
                </a>
              </p>
              <ul className="entries">
                {brought.map(({ member, things }) => (
                  <li key={member}>
                    <strong>
                      <Written>{member}</Written>
                    </strong>
                    <ul>
                      {things.map(({ brings, title }) => (
                        <li key={`${brings} ${title}`}>
                          <Written>{t.brings(brings, title)}</Written>
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
      <AbsentOnes of={of} slug={slug} locale={locale} />
    </>
  );
}
