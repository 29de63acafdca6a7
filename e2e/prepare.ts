// Lives the communities in which the journeys from agreement to the callbacks begin, by the real commands and long ago,
// and writes down who is there. To run before the worker: what fell due meanwhile has been done here.
import fs from 'node:fs';
import { recordCase } from '@/features/cases/commands';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft } from '@/features/proposals/commands/draft';
import { completeWorks } from '@/features/works/commands/complete';
import { makeNoticed } from '@/tests/agreeing';
import { makeAccepted, makeBuilt } from '@/tests/building';
import { done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { submitProposal } from '@/tests/shown';
import type { Beginning, Begun } from './beginnings';

type Here = Awaited<ReturnType<typeof makeConsultation>>;

async function written(here: Here, people: Record<string, number>): Promise<Beginning> {
  // Whoever governs in the journeys does so today.
  await sql('update term set to_day = $2 where community_id = $1', [here.communityId, '2099-12-31']);
  await sql(`delete from graphile_worker._private_jobs where payload->>'community' in ($1, $2)`, [
    here.slug,
    String(here.communityId),
  ]);
  const { secretary, governance, worker, author } = here;
  const everybody = { secretary, governance, worker, author, ...people };
  const rows = await sql<{ id: number; phone: string }>('select id, phone from person where id = any ($1)', [
    Object.values(everybody),
  ]);
  const phoneOf = (id: number) => rows.find((row) => row.id === id)?.phone ?? '';
  return {
    slug: here.slug,
    phones: Object.fromEntries(Object.entries(everybody).map(([name, id]) => [name, phoneOf(id)])),
    households: { '14': here.household('14', 0), '15': here.household('15', 0) },
  };
}

async function consulting(): Promise<Beginning> {
  const here = await makeConsultation();
  return written(here, { district: await here.staff('district') });
}

/** The notice is over, and one person holds both offices that sign. */
async function signedOnce(): Promise<Beginning> {
  const here = await makeNoticed();
  await here.grant(here.governance, 'party-secretary');
  return written(here, {});
}

async function built(): Promise<Beginning> {
  const here = await makeBuilt();
  return written(here, { above: here.person('14', 0), below: here.person('15', 0) });
}

async function completed(): Promise<Beginning> {
  const here = await makeAccepted();
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  return written(here, { hotline: here.hotline });
}

/** Numbers 2 and 3 were brought and nobody has looked; 4 is being scoped. */
async function asked(): Promise<Beginning> {
  const here = await makeConsultation();
  for (const title of ['添两盏路灯', '挪一挪晾衣架', '修一修车棚']) {
    const about = { kind: 'other', title, place: '14号楼前', problem: '夜里看不清', ask: '请来看看' };
    const { draft } = done(await saveDraft(here.by(here.author), about));
    done(await submitProposal(here.by(here.author), { draft }));
  }
  done(await acceptProposal(here.by(here.worker), { proposal: 4 }));
  return written(here, { district: await here.staff('district') });
}

/** A resident of the demonstration has reported something that nobody has taken in hand yet. */
async function reported(): Promise<void> {
  const [by] = await sql<{ id: number; household: number }>(
    `select p.id, r.household_id as household from person p join residency r on r.person_id = p.id
       join community c on c.id = r.community_id and c.slug = 'demo'
      where p.demonstration = 'resident-14' and r.to_at is null`,
  );
  const about = { kind: 'help', source: 'web', title: '晾衣架松了', words: '一晾被子就晃。', place: '14号楼后面' };
  done(await recordCase({ by: { person: by?.id ?? 0 }, community: 'demo' }, { ...about, household: by?.household }));
}

await reported();

/** Somebody under an identity no other journey takes: whose data is deleted. */
await sql(`insert into person (name, demonstration) values ('来看看的人', 'passer-by') on conflict do nothing`);

const begun: Begun = {
  consulting: await consulting(),
  signedOnce: await signedOnce(),
  built: await built(),
  completed: await completed(),
  asked: await asked(),
};
fs.writeFileSync(process.argv[2] ?? '', JSON.stringify(begun));
await closeAll();
