import { randomUUID } from 'node:crypto';
import { closeComparison } from '@/features/alternatives/commands/close';
import { endComparison } from '@/features/alternatives/commands/end';
import { noteAtDoor } from '@/features/alternatives/commands/say';
import { approveCohort, draftCohort, publishCohort } from '@/features/cohorts/commands/cohorts';
import { addCandidate, extendTerm, sendCandidate } from '@/features/cohorts/commands/terms';
import { weighCommunities } from '@/features/cohorts/commands/weigh';
import { addCrack, notePresence, publishDiagnosis, reportCrack } from '@/features/diagnosis/commands/promise';
import { drawPlaybook, reviewPlaybook } from '@/features/playbooks/commands/keep';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft } from '@/features/proposals/commands/draft';
import { listUnits, openRepair } from '@/features/repairs/commands/list';
import { takeOver } from '@/features/terms/commands';
import { noteNeed } from '@/features/visits/commands/need';
import { makeAsking } from './asking';
import { makeBuilding } from './building';
import { makeComparison } from './choosing';
import { done } from './consultation';
import { makeDistrict } from './district';
import { at, makeCommunity, newPhone, sql } from './fixture';
import { chooseAlternative, submitProposal } from './shown';

/** A list of conditions that hangs, and a version that follows two of them. */
export async function makeMarked() {
  const here = await makeAsking();
  done(await here.mark());
  await here.redrawn();
  done(await here.publish({ follows: ['1', '2'], unmet_4: '中间只有一条直路' }));
  return here;
}

/** A community two of whose homes are on a list of what is to be repaired; the words of one were taken away. */
export async function makeListed() {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const worker = here.by(await here.staff('social-worker'));
  const author = here.by(await here.resident(here.household('14', 0)));
  const words = { title: '屋顶漏水', place: '14号楼顶层', problem: '下雨就漏', ask: '修屋顶' };
  const { draft } = done(await saveDraft(author, { kind: 'repair_fund', ...words }));
  const { proposal } = done(await submitProposal(author, { draft }));
  done(await acceptProposal(worker, { proposal }));
  done(await openRepair(worker, { proposal, what: '重做两层防水', warranty: '60' }));
  const line = (index: number) => {
    const { building, entranceNo, door } = here.home(here.household('14', index));
    return `${building}-${entranceNo}-${door} 主卧顶漏`;
  };
  done(await listUnits(worker, { proposal, doors: `${line(0)}\n${line(1)}` }));
  done(await noteNeed(worker, { household: here.household('14', 0), wording: '搬开阳台上的箱子' }));
  const takenAway = `update repair_step set note = '' where community_id = $1 and household_id = $2`;
  await sql(takenAway, [here.communityId, here.household('14', 1)]);
  return here;
}

/** Alternatives that were asked about twice: set aside, asked about again, counted, and one of them chosen. */
export async function makeCompared() {
  const here = await makeComparison();
  const { proposal } = here;
  await here.opened();
  done(await here.record('7', 0, [[1, 'cannot']]));
  const tried = { proposal, household: here.household('7', 1), outcome: 'not_home' };
  done(await noteAtDoor(here.by(here.captains['7'] ?? 0), tried));
  done(await endComparison(here.by(here.governance), { proposal, reason: '再找地方' }));
  await here.drafted();
  done(await here.open('2022-03-20'));
  done(await here.record('9', 0, [[2, 'can']], 2));
  await sql(
    `insert into alternative_disowned (community_id, word_id, residency_id, at)
     select $1, w.id, r.id, moment() from alternative_word w, residency r
      where w.community_id = $1 and r.community_id = $1 order by w.id desc limit 1`,
    [here.communityId],
  );
  here.at('2022-03-21T00:30');
  done(await closeComparison(here.bySystem('comparison.close'), { proposal }));
  const chosen = { proposal, alternative: 1, reason: '只有这里接得上电' };
  done(await chooseAlternative(here.by(here.governance), chosen));
  return here;
}

/** Works under way whose secretary has diagnosed the community, and leaves a promise somebody else has accepted. */
export async function makeDiagnosed() {
  const here = await makeBuilding();
  await sql('update objection set answered_by = $2 where community_id = $1', [here.communityId, here.governance]);
  const [secretary, other] = [here.by(here.governance), here.by(await here.staff('party-secretary'))];
  done(await publishDiagnosis(secretary, { neighbours: '上下两栋楼互不相让' }));
  const crack = { title: '土坡上修条路', cause: 'neighbours', owner: 'governance-secretary', sign: '一冬不摔人' };
  done(await addCrack(secretary, { ...crack, dueOn: '2022-10-31' }));
  done(await reportCrack(secretary, { crack: 1, state: 'under_way', words: '在修' }));
  done(await notePresence(secretary, { month: '2022-02', days: '20', doors: '60' }));
  const [held] = await sql<{ id: number }>('select id from grants where community_id = $1 and person_id = $2', [
    here.communityId,
    here.governance,
  ]);
  await sql('update grants set to_at = moment() where community_id = $1 and id = $2', [here.communityId, held?.id]);
  done(await takeOver(other, { grant: held?.id, items: [`promise-${here.commitment}`] }));
  return here;
}

/** A community with a verified proposal of which a playbook was drawn and looked at again. */
export async function makePlaybook() {
  const here = await makeCommunity();
  here.at('2022-11-22');
  const secretary = here.by(await here.staff('party-secretary'));
  await sql(
    `insert into proposal (community_id, no, kind, title, place, problem, author_id, state, submitted_at)
     values ($1, 1, 'path_green', '一条下坡的路', '14', '坡', $2, 'verified', moment())`,
    [here.communityId, await here.resident(here.household('14', 0))],
  );
  const said = { name: '上下两栋楼争一条路', indications: '坡上要近路', contraindications: '没有空地的不要用' };
  const dose = { steps: '先上门｜楼门长｜入户记录', people: '6', days: '300', money: '98,000.00' };
  done(await drawPlaybook(secretary, { proposal: 1, ...said, ...dose, next: '2023-11-22' }));
  here.at('2023-11-22');
  const review = { playbook: 1, verdict: 'doubtful', reason: '台阶冬天结冰', next: '2024-03-01' };
  done(await reviewPlaybook(secretary, review));
  return here;
}

/** A community for which a secretary was chosen, sent, and sent for longer. */
export async function makeChosen() {
  const here = await makeCommunity();
  at('2022-03-10');
  await here.staff('party-secretary');
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('organisation'), await of.office('organisation')];
  const counts = { households: 1000, volume: 30, repeats: 0, unresolved: 3, overdue: 0, opposites: 0, trend: 0 };
  await sql(
    `insert into selection_snapshot (community_id, day, counts, has_data, hash, at)
     values ($1, '2022-03-01', $2, true, '\\x01', moment())`,
    [here.communityId, JSON.stringify(counts)],
  );
  await sql(
    `insert into rate_period (community_id, from_day, to_day, profile, effective, contacted, resolved, satisfied,
       fairly_satisfied, recorded_at) values ($1, '2022-01-19', '2022-02-18', 'beijing_district_2025', 9, 9, 6, 5, 0, moment())`,
    [here.communityId],
  );
  const days = { from: '2022-04-01', to: '2022-12-31', beforeFrom: '2022-01-19', beforeTo: '2022-02-18' };
  const after = { afterFrom: '2022-06-19', afterTo: '2022-07-18', weights: '2,2,2,2,1,1' };
  const district = of.slug;
  const parts = { volume: 10, repeats: 0, unresolved: 0, overdue: 0, opposites: 0, trend: 0 };
  done(await weighCommunities(first, { district, many: 1, ...parts }));
  const draft = { district, name: '第一批', ...days, ...after, places: String(here.communityId) };
  done(await draftCohort(first, { ...draft, submission: randomUUID() }));
  const [row] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  const cohort = row?.id;
  done(await approveCohort(second, { district, cohort }));
  done(await publishCohort(second, { district, cohort }));
  const person = {
    name: '何志远',
    phone: newPhone(),
    homeUnit: '区审计局',
    post: '科长',
    skills: '财务',
    named: 'yes',
  };
  done(await addCandidate(first, { district, ...person }));
  const [known] = await sql<{ id: number }>('select id from candidate where district_id = $1', [of.id]);
  const sent = { district, cohort, community: here.communityId, candidate: known?.id, from: days.from, to: days.to };
  done(await sendCandidate(first, sent));
  const [term] = await sql<{ id: number }>('select term_id as id from posting where community_id = $1', [
    here.communityId,
  ]);
  const longer = { district, community: here.communityId, term: term?.id, to: '2023-01-31', reason: '事情没办完' };
  done(await extendTerm(first, longer));
  return here;
}
