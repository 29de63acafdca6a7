import { Sides } from '@/components/data/facts';
import { Pictures } from '@/components/data/pictures';
import { WordDiff } from '@/components/data/word-diff';
import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { InOneDrawing } from '@/features/plans/components/in-one-drawing';
import { Reasons } from '@/features/plans/components/reasons';
import { messages } from '@/features/plans/messages';
import { boardComparison } from '@/features/plans/queries/published';
import { Drawing } from '@/features/siteplan/components/drawing';
import * as address from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage(['no', 'version', 'to'], async ({ locale, community: slug, no, version: from, to }) => {
  const page = await boardComparison(slug, { no, from, to });
  if (!page) return null;
  const t = pick(messages, locale);
  const both = t.board.siteBoth(page.before.version, page.after.version);
  const versions = [
    { ...page.before, side: t.board.before },
    { ...page.after, side: t.board.after },
  ];
  return (
    <>
      <PageTitle
        crumb={
          <a href={address.proposal(locale, slug, page.proposal.no)}>
            <Written>{page.proposal.title}</Written>
          </a>
        }
        title={t.board.compare(page.before.version, page.after.version)}
        lead={t.board.struck}
      />
      {page.drawn && page.drawnBefore && (
        <Section title={both} id="site" brief={t.board.stays}>
          <Drawing
            id="site-plan"
            title={both}
            site={page.drawn.site}
            plan={page.drawn.shapes}
            before={page.drawnBefore.shapes}
            changed={page.clauses
              .filter(({ before, after }) => before !== after)
              .map((one) => ({
                clause: one.no,
                href: `#clause-${one.no}`,
                notes: one.changes.map(({ note }) => note),
              }))}
            locale={locale}
          />
        </Section>
      )}
      {page.drawings.length > 0 && (
        <Section title={t.board.drawings} id="drawings">
          <InOneDrawing page={page} locale={locale} />
          <Sides
            items={versions.map((version) => ({
              key: String(version.version),
              title: `${version.side} · ${t.version(version.version)}`,
              children: (
                <Pictures
                  items={page.drawings
                    .filter((drawing) => drawing.planId === version.id)
                    .map(({ id, caption, width, height }) => ({
                      ...{
                        key: String(id),
                        src: address.picture(id, 'small'),
                        large: address.picture(id, 'large'),
                        alt: caption,
                        caption,
                        width,
                        height,
                      },
                    }))}
                />
              ),
            }))}
          />
        </Section>
      )}
      {page.clauses.map((one) => (
        <Section key={one.no} title={t.board.clause(one.no)} id={`clause-${one.no}`}>
          <WordDiff before={one.before} after={one.after} locale={locale} />
          {one.before === one.after && <p className="crumb">{t.board.same}</p>}
          {one.changes.map((change) => (
            <Reasons key={`${change.version}-${change.note}`} change={change} locale={locale} />
          ))}
        </Section>
      ))}
      <Section title={t.board.others} id="versions">
        <ul className="no-print">
          {versions.map((version) => (
            <li key={version.version}>
              <a className="tap" href={address.plan(locale, slug, page.proposal.no, version.version)}>
                {t.version(version.version)} · {version.title}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
});
