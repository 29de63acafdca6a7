import { addDemand, addMember, claimDemand, offerResource } from '@/features/council/commands/lists';
import {
  endProject,
  explainReview,
  reportStep,
  reviewProject,
  startProject,
} from '@/features/council/commands/projects';
import { planProgramme } from '@/features/programmes/commands/plan';
import { attend, recordSignUp } from '@/features/programmes/commands/sign-up';
import { callHelp, joinHelp, thankHelpers } from '@/features/skills/commands/help';
import { offerSkill } from '@/features/skills/commands/offers';
import { noteNeed } from '@/features/visits/commands/need';
import { recordVisit } from '@/features/visits/commands/visit';
import { homeOf } from './council';
import * as year from './good-year-texts';
import { doorOf } from './programmes';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

type Project = (typeof year.first)[number];

/** The story's year beside the ramp: what organisations brought, what was lacking, what came of it. All invented. */
export interface GoodYear {
  members: number[];
  demands: Map<string, number>;
  projects: { of: Project; no: number }[];
}

async function list(troupe: Troupe, of: GoodYear, lacking: (typeof year)['winter']): Promise<void> {
  for (const { title, source, claims = [] } of lacking) {
    const { demand } = await troupe.act('social-worker', addDemand, { title, source });
    of.demands.set(title, demand);
    for (const [member, brings] of claims)
      await troupe.act('social-worker', claimDemand, { demand, member: of.members[member], brings });
  }
}

async function putUp(
  stage: Stage,
  troupe: Troupe,
  things: readonly (readonly [string, string, string, string, number, string, number])[],
): Promise<number[]> {
  const first: number[] = [];
  for (const [kind, title, place, at, places, recurrence, times] of things) {
    const startsAt = `${stage.day(at.slice(0, 10))}${at.slice(10)}`;
    const input = { kind, title, place, startsAt, minutes: 120, places, recurrence, times };
    first.push((await troupe.act('social-worker', planProgramme, input)).occasions[0] ?? 0);
  }
  return first;
}

/** Households that come to a date, two of each. */
async function sign(troupe: Troupe, occasion: number, doors: readonly number[]): Promise<number[]> {
  const ids: number[] = [];
  for (const at of doors) {
    const input = { occasion, ...doorOf('14', at), heads: 2, channel: 'door' };
    ids.push((await troupe.act('captain-14', recordSignUp, input)).signUp);
  }
  return ids;
}

async function visited(stage: Stage, troupe: Troupe, on: string, said: string, wanted: string): Promise<number> {
  const household = await homeOf(stage, troupe, 'resident-15');
  const visit = { household, purpose: 'comfort', outcome: 'met', place: 'home', met: '老两口' };
  await troupe.act('captain-15', recordVisit, { ...visit, on: `${stage.day(on)}T10:00`, said });
  return (await troupe.act('captain-15', noteNeed, { household, wording: wanted })).need;
}

/** A need from a visit, on the list without whose it is. */
async function listNeed(troupe: Troupe, of: GoodYear, need: number, title: string): Promise<void> {
  const { demand } = await troupe.act('social-worker', addDemand, { title, source: 'visit', need });
  of.demands.set(title, demand);
}

async function start(stage: Stage, troupe: Troupe, of: GoodYear, projects: readonly Project[]): Promise<void> {
  for (const one of projects) {
    const [lead, ...partners] = one.members.map((at) => of.members[at]);
    const input = {
      title: one.title,
      demands: one.needs.map((title) => of.demands.get(title)),
      lead,
      partners,
      steps: one.steps.map(([name, day]) => `${name} ${stage.day(day)}`).join('\n'),
    };
    of.projects.push({ of: one, no: (await troupe.act('social-worker', startProject, input)).project });
  }
}

/** What those who lacked it said at the council's meeting of a half-year, the how-manieth of each project; why, where it was not all done. */
async function review(stage: Stage, troupe: Troupe, projects: GoodYear['projects'], half: number): Promise<void> {
  for (const { of, no } of projects) {
    const [verdict, words, why] = of.reviews[half] ?? [];
    if (!verdict) continue;
    await troupe.act('party-secretary', reviewProject, { project: no, verdict, words });
    if (!why) continue;
    const { rows } = await stage.owner.query<{ id: number }>(
      `select v.id from council_review v join council_project p on p.community_id = v.community_id and p.id = v.project_id
         join community c on c.id = v.community_id where c.slug = $1 and p.no = $2 order by v.id desc limit 1`,
      [troupe.slug, no],
    );
    await troupe.act('social-worker', explainReview, { review: rows[0]?.id, why });
  }
}

/** Steps done from a day until another. */
async function report(
  stage: Stage,
  troupe: Troupe,
  { projects }: GoodYear,
  from: string,
  until: string,
): Promise<void> {
  for (const { of, no } of projects)
    for (const [at, [, day]] of of.steps.entries())
      if (at < of.done && day >= from && day < until)
        await troupe.act('social-worker', reportStep, { project: no, position: at + 1, doneOn: stage.day(day) });
}

/** December: nine organisations sit down, say what they have, and hear what is lacking. */
export async function councilMeets(stage: Stage, troupe: Troupe): Promise<GoodYear> {
  await stage.at('2021-12-08 15:00');
  const of: GoodYear = { members: [], demands: new Map(), projects: [] };
  for (const [name, resources] of year.members) {
    const { member } = await troupe.act('social-worker', addMember, { name });
    of.members.push(member);
    for (const title of resources) await troupe.act('social-worker', offerResource, { member, title });
  }
  await list(troupe, of, year.winter);
  await putUp(stage, troupe, year.programmes.winter);
  return of;
}

/** February: five projects, a comfort visit in the cold, and what is on in spring. */
export async function springBegins(stage: Stage, troupe: Troupe, of: GoodYear): Promise<void> {
  await stage.at('2022-02-23 11:00');
  await start(stage, troupe, of, year.first);
  const need = await visited(stage, troupe, '2022-02-20', '天冷没下楼，报纸好些天没看了。', '有人隔几天捎份报纸上来');
  await listNeed(troupe, of, need, '有人隔几天把报纸捎上楼');
  await list(troupe, of, year.spring);
  const [stools = 0, zongzi = 0] = await putUp(stage, troupe, year.programmes.spring);
  await sign(troupe, stools, [2, 5, 9]);
  await sign(troupe, zongzi, [1, 2, 8, 12]);
}

/** June: what was done, what was said of it, five more projects, and who can weld. */
export async function firstReview(stage: Stage, troupe: Troupe, of: GoodYear): Promise<void> {
  await stage.at('2022-06-23 17:30');
  const { rows } = await stage.owner.query<{ id: number }>(
    `select s.id from sign_up s join occasion o on o.community_id = s.community_id and o.id = s.occasion_id
       join community c on c.id = s.community_id where c.slug = $1 and o.starts_at < $2 and s.came is null order by s.id`,
    [troupe.slug, `${stage.day('2022-06-23')}T00:00:00+08:00`],
  );
  for (const [at, { id }] of rows.entries())
    await troupe.act('social-worker', attend, { signUp: id, came: at % 5 === 4 ? 'no' : 'yes' });
  await report(stage, troupe, of, '2022-02-23', '2022-06-23');
  await review(stage, troupe, of.projects, 0);
  const need = await visited(stage, troupe, '2022-06-20', '屋里闷，中午不敢开火。', '大热天有人送一顿午饭');
  await listNeed(troupe, of, need, '大热天给老人捎一顿午饭');
  await list(troupe, of, year.summer);
  await start(stage, troupe, of, year.second);
  await putUp(stage, troupe, year.programmes.summer);
  await skilled(stage, troupe);
}

/** What two neighbours can do, and helpers wanted for the racks; in either community of the demonstration. */
export async function skilled(stage: Stage, troupe: Troupe, on = '2022-07-02'): Promise<void> {
  const [above, below] = [await homeOf(stage, troupe, 'resident-14'), await homeOf(stage, troupe, 'resident-15')];
  await troupe.act('resident-14', offerSkill, {
    household: above,
    what: '改裤脚、换拉链',
    times: '周三下午',
    whom: '谁都行',
  });
  await troupe.act('resident-15', offerSkill, {
    household: below,
    what: '电焊，焊过三十年',
    times: '周末',
    whom: '院里公用的先来',
  });
  const wanted = { title: '晾衣竿要会焊的两位', words: '四根立杆，焊条和面罩有', place: '14号楼南边空地' };
  const { call } = await troupe.act('social-worker', callHelp, { ...wanted, day: stage.day(on), people: 2 });
  await troupe.act('resident-15', joinHelp, { call, household: below, name: '十五号楼的老焊工' });
}

/** July: thanks, by name to whoever wants to be named. */
export async function thanked(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-07-18 19:20');
  await troupe.act('social-worker', thankHelpers, { call: 1, thanks: '四根晾衣竿焊得结实，被子有地方晒了' });
}

/** December: a visit before the snow, and what was said of ten projects. */
export async function secondReview(stage: Stage, troupe: Troupe, of: GoodYear): Promise<void> {
  await stage.at('2022-12-01 10:00');
  const need = await visited(stage, troupe, '2022-11-29', '要下雪了，怕下坡。', '雪天有人捎菜');
  await listNeed(troupe, of, need, '雪天给下不了坡的捎菜');
  await report(stage, troupe, of, '2022-06-23', '2022-12-01');
  await review(stage, troupe, of.projects.slice(0, year.first.length), 1);
  await review(stage, troupe, of.projects.slice(year.first.length), 0);
  for (const { of: one, no } of of.projects)
    await troupe.act('social-worker', endProject, { project: no, reason: one.unfinished ?? '' });
}
