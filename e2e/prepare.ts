// Lives the communities in which the journeys from agreement to the callbacks begin, by the real commands and long ago,
// and writes down who is there. To run before the worker: what fell due meanwhile has been done here.
import fs from 'node:fs';
import { pictured as drawing } from '@/db/seed/drawing';
import { havingSeen } from '@/db/seed/shown';
import { recordCase } from '@/features/cases/commands';
import { nameDepicted } from '@/features/depicted/commands';
import { callMeeting } from '@/features/meetings/commands/call';
import { correctMinutes } from '@/features/meetings/commands/correct';
import { tick } from '@/features/meetings/commands/door';
import { openMinutes, writeMinute } from '@/features/meetings/commands/minutes';
import { askToJoin } from '@/features/people/commands/join';
import { addPicture } from '@/features/pictures/commands';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft } from '@/features/proposals/commands/draft';
import { completeWorks } from '@/features/works/commands/complete';
import { addDays, type Day, shanghaiDate } from '@/lib/calendar';
import { all, makeCounted, makeNoticed } from '@/tests/agreeing';
import { makeAccepted, makeBuilt } from '@/tests/building';
import { makeComparison } from '@/tests/choosing';
import { done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { fair } from '@/tests/programmes';
import { listed } from '@/tests/roofs';
import { declareAgreement, postNotice, sayWord, startRepairs, submitProposal } from '@/tests/shown';
import { makeSmall } from '@/tests/small';
import type { Beginning, Begun } from './beginnings';

type Here = Awaited<ReturnType<typeof makeConsultation>>;
type Place = Pick<Here, 'slug' | 'communityId'>;

/** Who is there, by what journeys call them. */
async function peopled(here: Place, people: Record<string, number>): Promise<Beginning> {
  // Whoever governs in the journeys does so today.
  await sql('update term set to_day = $2 where community_id = $1', [here.communityId, '2099-12-31']);
  await sql(`delete from graphile_worker._private_jobs where payload->>'community' in ($1, $2)`, [
    here.slug,
    String(here.communityId),
  ]);
  const rows = await sql<{ id: number; phone: string }>('select id, phone from person where id = any ($1)', [
    Object.values(people),
  ]);
  const phoneOf = (id: number) => rows.find((row) => row.id === id)?.phone ?? '';
  return {
    slug: here.slug,
    phones: Object.fromEntries(Object.entries(people).map(([name, id]) => [name, phoneOf(id)])),
  };
}

const written = ({ secretary, governance, worker, author, ...here }: Here, people: Record<string, number>) =>
  peopled(here, { secretary, governance, worker, author, ...people });

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
  const { property, captainBelow: captain } = here;
  return written(here, { above: here.person('14', 0), below: here.person('15', 0), property, captain });
}

async function completed(): Promise<Beginning> {
  const here = await makeAccepted();
  done(await completeWorks(here.by(here.worker), { works: 1 }));
  return written(here, { hotline: here.hotline });
}

/** A notice hangs. */
async function noticed(): Promise<Beginning> {
  const here = await makeCounted({ '14': all(10), '15': all(7) });
  await here.gates();
  done(await declareAgreement(here.by(here.governance), { proposal: 1 }));
  here.at(undefined);
  done(await postNotice(here.by(here.secretary), { proposal: 1 }));
  return written(here, {});
}

/** Small things: of number 1 the days are over, and it waits to be done; number 2 hangs. */
async function small(): Promise<Beginning> {
  const here = await makeSmall();
  await here.hung();
  here.at(undefined);
  await here.hung();
  return peopled(here, { property: here.property });
}

/** Two places for a shed are asked about, or were: then the first home of building 7 cannot live with the one at its wall. */
async function compared(counted: boolean): Promise<Beginning> {
  const here = await makeComparison();
  const { worker, governance, proposal } = here;
  await here.drafted();
  const [below, next] = [await here.resident(here.household('7', 0)), await here.resident(here.household('7', 1))];
  if (!counted) {
    here.at(undefined);
    done(await here.open(addDays(shanghaiDate(new Date()), 9)));
    return peopled(here, { below, next });
  }
  done(await here.open());
  const answers = [{ position: 1, answer: 'cannot', ground: 'privacy', words: '棚顶正对我家窗，屋里要黑了' }];
  done(await sayWord(here.by(below), { proposal, answers }));
  await here.recordAll('9', [10, [[2, 'can']], 2], [2, [[2, 'cannot']]]);
  done(await here.close());
  here.at(undefined);
  return peopled(here, { below, worker, governance });
}

/** Two roofs of a list are to be looked at. */
async function roofs(): Promise<Beginning> {
  const here = await listed(2);
  await here.decide();
  done(await startRepairs(here.by(here.secretary), { proposal: here.proposal }));
  const captain = await here.captain(here.entrance('14', 1));
  here.at(undefined);
  const { author, property, worker } = here;
  return peopled(here, { author, property, worker, captain });
}

/** Of number 1, a small thing, the days are over; whoever brought it is about to bring another. */
async function racks(): Promise<Beginning> {
  const here = await makeSmall();
  await here.hung();
  here.at(undefined);
  const { author, neighbour, worker, other, property } = here;
  return peopled(here, { author, neighbour, worker, other, property });
}

/** The governance secretary answers for a promise and the works, and is about to leave; somebody else was sent yesterday. */
async function leaving(): Promise<Beginning> {
  const here = await makeBuilt();
  await sql('update objection set answered_by = $2 where community_id = $1', [here.communityId, here.governance]);
  here.at(undefined);
  const next = await here.staff('governance-secretary');
  await sql(`update grants set from_at = now() - interval '1 day' where community_id = $1 and person_id = $2`, [
    ...[here.communityId, next],
  ]);
  return written(here, { next });
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

/** Six say that they live there; and nobody is captain of an entrance. */
async function joining(): Promise<Beginning> {
  const here = await makeConsultation();
  await sql(`delete from grants where community_id = $1 and role = 'captain'`, [here.communityId]);
  for (const [at, name] of ['沈一', '沈二', '沈三', '韩一', '韩二', '韩三'].entries()) {
    const { door } = here.home(here.household('14', at));
    const asked = { name, building: '14', entrance: '1', door, note: '' };
    done(await askToJoin(here.by(await here.outsider()), asked));
  }
  return written(here, { second: await here.staff('social-worker') });
}

/**
 * A round is under way. Number 1 of the meetings about it was long ago, and one correction of its minutes waits for an answer;
 * number 2 was last evening, and two households are on its list; number 3 is to come.
 */
async function met(): Promise<Beginning> {
  const here = await makeConsultation();
  const [worker, neighbour] = [here.by(here.worker), await here.resident(here.household('14', 1))];
  const households = [0, 1].map((n) => here.household('14', n));
  const days = (n: number) => addDays(shanghaiDate(new Date()), n);
  const call = async (day: Day) =>
    done(
      await callMeeting(worker, {
        title: `坡上的路，${day}`,
        place: '活动室',
        startsAt: `${day}T19:00`,
        minutes: '60',
        proposals: ['1'],
        entrances: [String(here.entrance('14', 1))],
      }),
    ).meeting;
  here.at(`${days(-12)}T09:00`);
  await here.firstRound(days(12));
  const long = await call(days(-11));
  here.at(`${days(-11)}T19:10`);
  done(await tick(worker, { meeting: long, households: households.map(String) }));
  here.at(`${days(-10)}T09:00`);
  const minute = { meeting: long, position: '1', version: '0', said: '有人怕滑，有人怕吵。', decided: '再量一次坡。' };
  done(await writeMinute(worker, minute));
  done(await havingSeen(openMinutes)(worker, { meeting: long }));
  const words = '漏了一句：灯也要亮到早上';
  done(await correctMinutes(here.by(neighbour), { meeting: long, household: households[1], position: '1', words }));
  here.at(`${days(-2)}T09:00`);
  const last = await call(days(-1));
  here.at(`${days(-1)}T19:10`);
  done(await tick(worker, { meeting: last, households: households.map(String) }));
  here.at(undefined);
  await call(days(3));
  return written(here, { captain: here.captain, neighbour });
}

/** An afternoon was held; of it hangs nothing yet, and one picture, with one home on it, was added. */
async function pictured(): Promise<Beginning> {
  const { here, worker, captain, occasion, people } = await fair({ kind: 'heritage', title: '剪窗花' });
  here.at(undefined);
  const [row] = await sql<{ id: number }>('select id from occasion where community_id = $1 and no = $2', [
    ...[here.communityId, occasion],
  ]);
  const drawn =
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60" fill="red"/></svg>';
  const of = { subject: 'occasion', subjectId: row?.id, caption: '剪好的窗花', ...(await drawing(drawn)) };
  const { picture } = done(await addPicture(here.by(worker), of));
  const named = { picture, building: '14', entrance: '1', door: '101', people: '奶奶' };
  done(await nameDepicted(here.by(worker), named));
  const second = await here.staff('party-secretary');
  return peopled(here, { worker, captain, second, one: people[0] ?? 0, two: people[1] ?? 0 });
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
  joining: await joining(),
  noticed: await noticed(),
  small: await small(),
  // A telephone gets one code a minute: with scripts and without, others do the same.
  places: await built(),
  placesPlain: await built(),
  outside: await asked(),
  outsidePlain: await asked(),
  met: await met(),
  metPlain: await met(),
  pictured: await pictured(),
  picturedPlain: await pictured(),
  comparing: await compared(false),
  compared: await compared(true),
  comparedPlain: await compared(true),
  roofs: await roofs(),
  roofsPlain: await roofs(),
  racks: await racks(),
  racksPlain: await racks(),
  leaving: await leaving(),
  leavingPlain: await leaving(),
};
fs.writeFileSync(process.argv[2] ?? '', JSON.stringify(begun));
await closeAll();
