import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Act } from '@/features/proposals/components/act';
import { openGates } from '@/features/proposals/rules/gates';
import { openRepair } from '@/features/repairs/actions';
import * as acts from '@/features/repairs/acts';
import { UnitList } from '@/features/repairs/components/units';
import { messages } from '@/features/repairs/messages';
import { unitsIn } from '@/features/repairs/rules';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { reasonIn } from '@/lib/reason';
import { repairPage } from './repair-page';

export default repairPage(({ locale, community, no, found, asked, t, list, path, up, form }) => {
  const { repair, kind, gates } = asked.facts;
  if (!repair)
    return (
      <Act
        crumb={up}
        title={t.room.desk.repair.act}
        lead={t.open.lead}
        blocked={reasonIn(messages, 'repair', whyNot(acts.openRepair, asked), locale)}
      >
        <KeptForm
          action={openRepair}
          fields={[
            { kind: 'textarea', name: 'what', label: t.open.what, hint: t.open.whatHint, rows: 3 },
            {
              kind: 'number',
              name: 'warranty',
              label: t.open.warranty,
              hint: t.open.warrantyHint,
              defaultValue: '60',
              min: '1',
              max: '120',
            },
          ]}
          submitLabel={t.open.submit}
          {...form}
          cancel={up}
        />
      </Act>
    );
  const { confirmed, refused } = repair.counts;
  const way = (word: string) => to.desk(locale, community, 'proposals', no, 'repair', word);
  const ways = [
    { key: 'units', label: t.desk.add, may: whyNot(acts.listUnits, asked) === null },
    { key: 'batches', label: t.desk.plan, may: whyNot(acts.planBatch, asked) === null },
    { key: 'start', label: t.room.desk.repair_start.act, may: whyNot(acts.startRepairs, asked) === null },
    {
      key: 'work',
      label: t.desk.work,
      may:
        acts.lookAtUnits.by(asked.who, { ...asked.facts, units: [], to: 'looked' }) !== null &&
        asked.facts.state !== 'scoping',
    },
    { key: 'completion', label: t.room.desk.repair_completion.act, may: whyNot(acts.completeRepairs, asked) === null },
  ].filter(({ may }) => may);
  return (
    <>
      <PageTitle crumb={<a href={up.href}>{up.label}</a>} title={t.desk.title} lead={t.desk.lead} />
      <Facts
        items={[
          { key: 'what', term: t.desk.what, value: repair.what },
          { key: 'warranty', term: t.desk.warranty, value: t.desk.months(repair.warranty) },
          { key: 'gates', term: t.desk.gates, value: t.desk.gatesOpen(openGates(kind, gates).length) },
          { key: 'counts', term: t.desk.counts, value: t.room.part.note(unitsIn(repair.counts), confirmed, refused) },
        ]}
      />
      {repair.batches.length > 1 && <p className="crumb">{t.board.twice}</p>}
      {ways.length > 0 && (
        <Actions>
          {ways.map(({ key, label }, at) => (
            <ActionLink key={key} href={way(key)} ghost={at > 0}>
              {label}
            </ActionLink>
          ))}
        </Actions>
      )}
      <UnitList found={found} list={list} path={path} locale={locale} />
    </>
  );
});
