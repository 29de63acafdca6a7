import { Meter } from '@/components/data/meter';
import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { Section } from '@/components/page/section';
import { messages as proposals } from '@/features/proposals/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';
import type { boardFigures } from '../queries';

interface Props {
  figures: NonNullable<Awaited<ReturnType<typeof boardFigures>>>;
  slug: string;
  locale: Locale;
}

/** So many kinds are named of which nothing was proposed. */
const SHOWN = 5;

/** What most of a quarter's cases are about, what was proposed about it, and how far that has come. */
export function Proposed({ figures, slug, locale }: Props) {
  const t = pick(messages, locale).volume;
  const { states } = pick(proposals, locale);
  const [share] = figures.shares;
  if (!share) return null;
  const open = figures.shares.filter(({ since }) => since !== null).slice(0, SHOWN);
  const most = Math.max(1, ...figures.proposed.map(({ cases }) => cases));
  return (
    <Section title={t.proposed.title} id="proposed" brief={words(locale).inAll(figures.proposed.length)}>
      <p>{t.proposed.lead(share.quarter)}</p>
      <DataTable
        caption={t.proposed.title}
        headed
        columns={[
          { key: 'proposal', label: t.proposed.proposal },
          { key: 'cases', label: t.proposed.cases },
          { key: 'state', label: t.proposed.state },
        ]}
        rows={figures.proposed.map(({ no, title, state, cases }) => ({
          key: String(no),
          cells: {
            proposal: (
              <a className="tap" href={to.proposal(locale, slug, no)}>
                <Written>{title}</Written>
              </a>
            ),
            cases: (
              <>
                <b>{t.cases(cases)}</b> <Meter value={cases} max={most} label={formatNumber(cases, locale)} />
              </>
            ),
            state: states[state],
          },
        }))}
        empty={t.proposed.none}
      />
      {open.length > 0 && (
        <>
          <DataTable
            caption={t.proposed.open}
            columns={[
              { key: 'kind', label: t.proposed.kind },
              { key: 'cases', label: t.proposed.cases, numeric: true },
              { key: 'since', label: t.proposed.since },
            ]}
            rows={open.map(({ name, cases, since }) => ({
              key: name,
              cells: {
                kind: <Written>{name}</Written>,
                cases: t.cases(cases ?? 0),
                since: t.proposed.from(since ?? ''),
              },
            }))}
          />
          <p>
            {t.proposed.openLead}{' '}
            <a className="tap" href={to.act(locale, slug, 'proposals', 'new')}>
              {t.proposed.propose}
            </a>
          </p>
        </>
      )}
    </Section>
  );
}
