import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { closeWave, drawWave, noteCallback } from '@/features/callbacks/commands';
import { boardCallbacks } from '@/features/callbacks/queries';
import { boardCase, boardCases } from '@/features/cases/queries';
import { boardFigures } from '@/features/figures/queries';
import { boardFront } from '@/features/front/queries/front';
import { boardRecord } from '@/features/ledger/queries';
import { boardJoined } from '@/features/mergers/queries';
import { boardObjections } from '@/features/objections/queries/published';
import { boardComparison, boardPlan } from '@/features/plans/queries/published';
import { boardProposals } from '@/features/proposals/queries';
import { boardComments } from '@/features/proposals/queries/comments';
import { boardRound, boardRoundList } from '@/features/rounds/queries';
import { boardNotice } from '@/features/signoff/queries/notice';
import { boardResolutionByNo, boardResolutions } from '@/features/signoff/queries/resolution';
import { boardStory } from '@/features/story/queries';
import { boardNews } from '@/features/story/queries/news';
import { nameDelegate } from '@/features/works/commands/accept';
import { completeWorks } from '@/features/works/commands/complete';
import { reportMilestone } from '@/features/works/commands/report';
import { boardWork } from '@/features/works/queries/board';
import { boardWorksList } from '@/features/works/queries/list';
import { whileAnswering } from '@/lib/answer';
import { env } from '@/lib/env';
import type { Result } from '@/lib/result';
import { boardCache, type Made } from '@/server/board-cache';
import { someAnswer } from './answer';
import { makeBuilding, makeSigned, photograph } from './building';
import { done } from './consultation';
import { closeAll } from './fixture';
import { attempt } from './good-will';
import { begin, type Step } from './history';
import { answerObjection, checkMilestone, decideCommitment, giveAcceptance } from './shown';

after(closeAll);

const storyOf = async (slug: string, no: number) => ({
  ...(await boardStory(slug, { no })),
  joined: await boardJoined(slug, { no }),
});

/** Every kind of page of the board, by what follows the community in its address. */
const pages: Record<string, (slug: string) => Promise<unknown>> = {
  '': (slug) => boardFront(slug, {}),
  '/feed.atom': (slug) =>
    boardNews(slug, { kinds: ['submitted', 'accepted', 'agreed', 'round_opened', 'round_closed'] }),
  '/record': (slug) => boardRecord(slug, {}),
  '/figures': (slug) => boardFigures(slug, {}),
  '/cases': (slug) => boardCases(slug, { after: null }),
  '/cases/1': (slug) => boardCase(slug, { no: 1 }),
  '/proposals': (slug) => boardProposals(slug, { after: null }),
  '/proposals/1': (slug) => storyOf(slug, 1),
  '/proposals/2': (slug) => storyOf(slug, 2),
  '/proposals/1/comments/after/99': (slug) => boardComments(slug, { no: 1, after: 99 }),
  '/proposals/1/objections': (slug) => boardObjections(slug, { no: 1 }),
  '/proposals/1/notice': (slug) => boardNotice(slug, { no: 1 }),
  '/proposals/1/plans/1': (slug) => boardPlan(slug, { no: 1, version: 1 }),
  '/proposals/1/plans/1/2': (slug) => boardComparison(slug, { no: 1, from: 1, to: 2 }),
  '/rounds': (slug) => boardRoundList(slug, { after: null }),
  '/rounds/1': (slug) => boardRound(slug, { no: 1 }),
  '/rounds/2': (slug) => boardRound(slug, { no: 2 }),
  '/resolutions': (slug) => boardResolutions(slug, { after: null }),
  '/resolutions/1': (slug) => boardResolutionByNo(slug, { no: 1 }),
  '/works': (slug) => boardWorksList(slug, {}),
  '/works/1': async (slug) => [await boardWork(slug, { no: 1 }), await boardCallbacks(slug, { proposal: 1 })],
};

type Cache = ReturnType<typeof boardCache>;

interface Where {
  slug: string;
  now: () => Date;
}

/** What a visit shows, with what its reads say of it. What is missing is kept here like the rest. */
async function made(slug: string, read: (slug: string) => Promise<unknown>): Promise<Made> {
  const answer = someAnswer();
  const body = JSON.stringify(await whileAnswering(answer, () => read(slug))) ?? 'missing';
  const { turnsAt, shows } = answer;
  assert.ok(shows.size > 0 && Number.isFinite(turnsAt), 'every page of the board is read for it');
  return { status: 200, type: 'application/json', body, turnsAt, shows: [...shows] };
}

/** Visits every page anew and as the product would have kept it. Returns how many had been kept. */
async function visit(
  w: Where,
  keeping: (anew: () => Made) => Cache,
  told: string,
  stale: Set<string>,
): Promise<number> {
  let compared = 0;
  for (const [below, read] of Object.entries(pages)) {
    const anew = await made(w.slug, read);
    let kept = true;
    const cache = keeping(() => {
      kept = false;
      return anew;
    });
    const page = await cache.page('zh', `/${w.slug}${below}`);
    if (!kept) continue;
    compared += 1;
    if (String(await page.encoded('identity')) !== anew.body)
      stale.add(`${below || '/'} would be shown as it was before: ${told}`);
  }
  return compared;
}

const step: fc.Arbitrary<Step> = fc.record({
  move: fc.nat(9999),
  who: fc.nat(9),
  a: fc.nat(59),
  b: fc.nat(59),
  c: fc.nat(59),
});
const runs = Number(process.env.TONGXIN_HISTORIES ?? 5);
const seed = process.env.TONGXIN_SEED ? Number(process.env.TONGXIN_SEED) : Date.now() % 2 ** 31;

/** Visits the whole board after each thing that happens, and says which pages a cache would have shown as they were. */
async function watch(t: TestContext) {
  const ear = new pg.Client({ connectionString: env.databaseUrl });
  await ear.connect();
  t.after(() => ear.end());
  let heard: string[] = [];
  ear.on('notification', ({ payload }) => heard.push(...(payload ?? '').split(' ')));
  await ear.query('listen board');
  const stale = new Set<string>();
  let compared = 0;
  return {
    stale,
    compared: () => compared,
    board: async (w: Where) => {
      let render: (() => Made) | undefined;
      const cache = boardCache({
        render: async () => render?.() ?? assert.fail('nobody asked'),
        clock: () => w.now().getTime(),
      });
      const keeping = (anew: () => Made) => {
        render = anew;
        return cache;
      };
      cache.hear(true);
      heard = [];
      await visit(w, keeping, 'the beginning', stale);
      return async (told: string) => {
        await ear.query('select 1');
        cache.takeDown(heard);
        heard = [];
        compared += await visit(w, keeping, told, stale);
      };
    },
  };
}

test(`no page of the board outlives a change, in ${runs} random histories (TONGXIN_SEED=${seed})`, async (t) => {
  const watched = await watch(t);
  const history = fc.tuple(fc.boolean(), fc.array(step, { minLength: 60, maxLength: 75, size: 'max' }));
  const property = fc.asyncProperty(history, async ([termActive, tried]) => {
    const w = await begin(termActive);
    const look = await watched.board({ slug: w.slug, now: () => new Date(`${w.today()}T09:00:00+08:00`) });
    for (const one of tried) await look((await attempt(w, one)).name);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  t.diagnostic(`${watched.compared()} kept pages compared with what a new visit shows`);
  assert.deepEqual([...watched.stale], []);
  assert.ok(watched.compared() > 1000, `only ${watched.compared()} pages were kept`);
});

test('nor what happens at the site and after it', async (t) => {
  const watched = await watch(t);
  const here = await makeBuilding();
  let today = '2022-04-10';
  const travel = (day: string) => {
    today = day;
    here.at(day);
  };
  travel(today);
  const look = await watched.board({ slug: here.slug, now: () => new Date(`${today}T09:00:00+08:00`) });
  const by = (person: number) => here.by(person);
  const four = 'four_weeks';
  const happened: [string, () => Promise<Result<unknown>>][] = [
    ['a picture', () => photograph(here, here.milestoneId)],
    [
      'a report',
      () => reportMilestone(by(here.property), { works: 1, milestone: 1, actualOn: '2022-04-10', actual: '23' }),
    ],
    ['a check', () => checkMilestone(by(here.worker), { works: 1, milestone: 1 })],
    ['a delegate', () => nameDelegate(by(here.worker), { works: 1, group: 1, household: here.household('14', 0) })],
    ['another', () => nameDelegate(by(here.worker), { works: 1, group: 2, household: here.household('15', 0) })],
    [
      'a promise kept',
      () => decideCommitment(by(here.person('15', 0)), { works: 1, commitment: here.commitment, outcome: 'accepted' }),
    ],
    ['accepted above', () => giveAcceptance(by(here.person('14', 0)), { works: 1, outcome: 'accepted' })],
    ['accepted below', () => giveAcceptance(by(here.person('15', 0)), { works: 1, outcome: 'accepted' })],
    ['completed', () => completeWorks(by(here.worker), { works: 1 })],
    [
      'four weeks later',
      () => {
        travel('2022-05-10');
        return drawWave(here.bySystem('callbacks_draw'), { proposal: 1, wave: four });
      },
    ],
  ];
  for (const [told, act] of happened) {
    done(await act());
    await look(told);
  }
  const calls = await here.sql<{ id: number }>('select id from callback where community_id = $1', [here.communityId]);
  for (const { id } of calls) {
    const answer = { callback: id, reached: 'yes', resolved: 'yes', satisfaction: 'satisfied' };
    done(await noteCallback(by(here.hotline), answer));
    await look('a call');
  }
  done(await closeWave(by(here.hotline), { proposal: 1, wave: four }));
  await look('the wave closed');
  assert.deepEqual([...watched.stale], []);
});

test('nor the order of the first page, when an older proposal is moved by an answer', async (t) => {
  const watched = await watch(t);
  const here = await makeSigned();
  await here.sql(`update proposal set state = 'consulting' where community_id = $1`, [here.communityId]);
  await here.sql(
    `insert into proposal (community_id, no, kind, state, title, place, problem, ask, author_id, last_event_at)
     select community_id, 2, kind, 'submitted', '修车棚', place, problem, ask, author_id, last_event_at + interval '1 hour'
       from proposal where community_id = $1`,
    [here.communityId],
  );
  const first = async () => (await boardFront(here.slug, {}))?.proposals[0]?.no;
  const look = await watched.board({ slug: here.slug, now: () => new Date('2022-03-22T09:00:00+08:00') });
  assert.equal(await first(), 2);
  here.at('2022-03-22');
  const answer = { proposal: 1, objection: 1, kind: 'not_possible', answer: '移不了' };
  done(await answerObjection(here.by(here.worker), answer));
  await look('an answer');
  assert.equal(await first(), 1);
  assert.deepEqual([...watched.stale], []);
});
