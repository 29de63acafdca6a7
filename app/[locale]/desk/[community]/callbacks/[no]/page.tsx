import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { closeWave, drawWave } from '@/features/callbacks/actions';
import { callReason, waveWords, whyCalled } from '@/features/callbacks/components/words';
import { messages } from '@/features/callbacks/messages';
import { deskCallbacksOf } from '@/features/callbacks/queries';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const page = await deskCallbacksOf(call, { no });
  if (!page) return null;
  const t = pick(messages, locale);
  const blocked = callReason(page.block, locale);
  const snow = { kind: 'date', name: 'snowOn', label: t.desk.snowOn, needed: true } as const;
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.desk(locale, community, 'proposals', no)}>
            <Written>{page.title}</Written>
          </a>
        }
        title={t.desk.title(page.title)}
        state={{ text: t.desk.state[page.state] ?? page.state }}
        next={formatDate(page.completedAt, locale)}
        lead={t.desk.drawLead}
      />
      {blocked && (
        <Notice kind="warn">
          <p>{blocked}</p>
        </Notice>
      )}
      {page.waves.map((one) => {
        const own = page.calls.filter(({ wave }) => wave === one.wave);
        const next = page.block === null ? own.find(({ at }) => at === null) : undefined;
        const about = { proposal: no, wave: one.wave };
        return (
          <Section key={one.wave} title={t.waves[one.wave]} id={`wave-${one.wave}`}>
            <p>{waveWords(one, locale)}</p>
            {one.snowedOn && <p>{t.desk.snowed(formatDate(one.snowedOn, locale))}</p>}
            {one.drawn && <p className="crumb">{t.desk.seed(one.drawn.seed)}</p>}
            {one.drawable && page.block?.code !== 'not_allowed' && (
              <KeptForm
                id={one.wave}
                {...form}
                action={drawWave}
                fields={one.wave === 'first_snow' ? [snow] : []}
                about={about}
                submitLabel={t.desk.draw(t.waves[one.wave])}
              />
            )}
            {next && (
              <Actions>
                <ActionLink href={to.desk(locale, community, 'callbacks', no, next.id)}>
                  {t.desk.next(next.door)}
                </ActionLink>
              </Actions>
            )}
            {own.length > 0 && (
              <DataTable
                caption={t.desk.calls}
                columns={[
                  { key: 'door', label: t.desk.door },
                  { key: 'group', label: t.desk.group },
                  { key: 'why', label: t.desk.why },
                  { key: 'said', label: t.desk.said },
                ]}
                rows={own.map((row) => ({
                  key: String(row.id),
                  cells: {
                    door: <a href={to.desk(locale, community, 'callbacks', no, row.id)}>{row.door}</a>,
                    group: placeIn(row.group ?? '', locale),
                    why: whyCalled(row, locale),
                    said: row.at ? (row.reached ? t.desk.reached : t.desk.notReached) : t.desk.open,
                  },
                }))}
              />
            )}
            {one.drawn && !one.drawn.closedAt && one.drawn.open === 0 && page.block?.code !== 'not_allowed' && (
              <KeptForm id={one.wave} {...form} action={closeWave} about={about} submitLabel={t.desk.close}>
                <p>{t.desk.closeLead}</p>
              </KeptForm>
            )}
          </Section>
        );
      })}
    </>
  );
});
