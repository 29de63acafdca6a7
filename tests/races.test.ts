/**
 * Two people at the same moment, on real PostgreSQL: each race is run a hundred times with a few milliseconds' head
 * start for one or the other, and what must hold is read from the rows afterwards. `TONGXIN_RACES=1000` runs more.
 *
 * That the checks can fail is tried in the last test, which races two writers who take no lock.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordCase } from '@/features/cases/commands';
import { giveVerdict } from '@/features/objections/commands';
import { giveOpinion, recordOpinion } from '@/features/opinions/commands';
import { revokeGrant } from '@/features/people/commands';
import { closeRound } from '@/features/rounds/commands';
import { opposeNotice, signResolution } from '@/features/signoff/commands';
import type { Result } from '@/lib/result';
import { all, makeNoticed } from './agreeing';
import { code, done, makeConsultation } from './consultation';
import { at, closeAll, makeCommunity, sql } from './fixture';
import { verifyRecord } from './record';

after(closeAll);

const RACES = Number(process.env.TONGXIN_RACES ?? 100);
const few = [
  { name: '14', entrances: 1, doorsPerEntrance: 3 },
  { name: '15', entrances: 1, doorsPerEntrance: 3 },
];

/** Starts all at the same moment, each after its own head start in milliseconds. */
const together = <T>(...starts: [number, () => Promise<T>][]): Promise<T[]> =>
  Promise.all(starts.map(([ms, start]) => sleep(ms).then(start)));

/** 0 to 3 ms for one of two, turn and turn about, so that now the one and now the other comes first. */
const heads = (run: number): [number, number] => (run % 2 ? [run % 4, 0] : [0, run % 4]);

const outcome = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

/** How often each outcome was seen. */
function seenIn(t: { diagnostic: (words: string) => void }) {
  const seen = new Map<string, number>();
  return {
    note: (...what: string[]) => seen.set(what.join(' + '), (seen.get(what.join(' + ')) ?? 0) + 1),
    /** Both orders must have been seen, or nothing was raced. */
    both: (one: (what: string) => boolean) => {
      t.diagnostic([...seen].map(([what, times]) => `${what}: ${times}`).join('; '));
      const of = (test: (what: string) => boolean) =>
        [...seen].filter(([what]) => test(what)).reduce((sum, [, times]) => sum + times, 0);
      assert.ok(of(one) > 0 && of((what) => !one(what)) > 0, 'only one order was seen');
    },
  };
}

/** The place in the record of the first leaf of an act, from 1. */
async function leafOf(communityId: number, act: string): Promise<number> {
  const [row] = await sql<{ seq: string }>(
    'select min(seq) as seq from ledger_leaf where community_id = $1 and act = $2',
    [communityId, act],
  );
  return Number(row?.seq ?? Number.NaN);
}

test(`${RACES} times: opinions against the closing of their round`, async (t) => {
  const seen = seenIn(t);
  for (let run = 0; run < RACES; run++) {
    const here = await makeConsultation(few);
    await here.firstRound();
    const homes = [...here.households('14'), ...here.households('15')];
    const people = await Promise.all(homes.map((home) => here.resident(home)));
    at(undefined);
    await sql(`update round set closes_at = clock_timestamp() + interval '12 milliseconds' where community_id = $1`, [
      here.communityId,
    ]);
    const closing = async () => {
      for (;;) {
        const closed = await closeRound(here.bySystem('round.close'), { round: 1 });
        if (outcome(closed) !== 'round_open') return closed;
      }
    };
    const given = (index: number) => () =>
      giveOpinion(here.by(people[index] ?? 0), { round: 1, stance: 'support', words: '' });
    const [closed, ...said] = await together<Result<unknown>>(
      [10, closing],
      ...people.map((_, index): [number, () => Promise<Result<unknown>>] => [4 * index, given(index)]),
    );
    done(closed as Result<unknown>);
    const [row] = await sql<{ stored: number; late: number; counted: number; cells: number }>(
      `select (select count(*)::int from opinion where community_id = $1) as stored,
         (select count(*)::int from opinion o join round r on r.community_id = o.community_id and r.id = o.round_id
           where o.community_id = $1 and o.received_at >= r.closes_at) as late,
         sum(supports)::int as counted,
         sum(supports + conditional + opposes + no_view + refused + not_home + not_tried)::int as cells
       from round_cell where community_id = $1`,
      [here.communityId],
    );
    const taken = said.filter((one) => one.ok).length;
    assert.deepEqual(row, { stored: taken, late: 0, counted: taken, cells: homes.length }, said.map(outcome).join());
    for (const one of said) seen.note(outcome(one));
  }
  seen.both((what) => what === 'ok');
});

test(`${RACES} times: a confirmation taken back, or an opposition, against the last signature`, async (t) => {
  const seen = seenIn(t);
  for (let run = 0; run < RACES; run++) {
    const here = await makeNoticed({ '14': all(3), '15': all(3) }, few);
    const home = here.household('15', 0);
    await sql(
      `with o as (insert into objection (community_id, no, proposal_id, group_id, round_id, ground, weight, wording, state,
           answer_kind, answer, answered_at, drawn_by)
         select $1, 1, $2, $3, id, 'noise', 'inconvenience', '夜里吵', 'settled', 'not_possible', '只能从这儿走',
           '2022-03-14', $4 from round where community_id = $1 returning id)
       insert into objection_raiser (community_id, objection_id, household_id, opinion_id, verdict)
       select $1, o.id, $5, p.id, 'settled' from o, opinion p where p.community_id = $1 and p.household_id = $5`,
      [here.communityId, here.proposalId, here.below, here.worker, home],
    );
    done(await signResolution(here.by(here.secretary), { proposal: 1 }));
    const backOut = () =>
      giveVerdict(here.by(here.person('15', 0)), {
        ...{ proposal: 1, objection: 1, household: home, verdict: 'maintained', words: '还是吵' },
      });
    const [one, two] = heads(run);
    const [signed, back] = await together<Result<unknown>>(
      [one, () => signResolution(here.by(here.governance), { proposal: 1 })],
      [two, backOut],
    );
    assert.ok(signed && back);
    const [row] = await sql<{ text: string | null; state: string; verdict: string }>(
      `select (select canonical::text from resolution where community_id = $1 and signed_at is not null) as text,
         (select state from proposal where community_id = $1 and id = $2) as state,
         (select verdict from objection_raiser where community_id = $1) as verdict`,
      [here.communityId, here.proposalId],
    );
    assert.equal(row?.verdict, back.ok ? 'maintained' : 'settled');
    assert.equal(row?.state, signed.ok ? 'signed_off' : 'noticed', outcome(signed));
    assert.equal(row?.text !== null, signed.ok);
    if (signed.ok) assert.ok(row?.text?.includes('settled') && !row.text.includes('maintained'), 'signed over it');
    else assert.ok(back.ok && ['text_changed', 'consent_withdrawn'].includes(outcome(signed)), outcome(signed));
    if (signed.ok && back.ok) {
      const last = (await here.leaves()).findLast((leaf) => leaf.act === 'resolution.sign');
      const taken = await leafOf(here.communityId, 'objection.verdict');
      assert.ok(Number(last?.seq) < taken, 'taken back before it was signed');
    }
    seen.note(outcome(signed), outcome(back));
  }
  seen.both((what) => what.startsWith('ok'));
});

test(`${RACES} times: an opposition in the last moment of the notice against the signature`, async (t) => {
  const seen = seenIn(t);
  for (let run = 0; run < RACES; run++) {
    const here = await makeNoticed({ '14': all(3), '15': all(3) }, few);
    at(undefined);
    await sql(`update notice set to_at = clock_timestamp() + interval '10 milliseconds' where community_id = $1`, [
      here.communityId,
    ]);
    const signing = async () => {
      for (;;) {
        const signed = await signResolution(here.by(here.secretary), { proposal: 1 });
        if (outcome(signed) !== 'notice_running') return signed;
      }
    };
    const oppose = () => opposeNotice(here.by(here.person('15', 0)), { proposal: 1, words: '我不同意' });
    const [signed, opposed] = await together<Result<unknown>>([8, signing], [3 + (run % 12), oppose]);
    assert.ok(signed && opposed);
    const [row] = await sql<{ signatures: number; waiting: number }>(
      `select (select count(*)::int from signature where community_id = $1) as signatures,
         (select count(*)::int from notice_opposition where community_id = $1 and answer is null) as waiting`,
      [here.communityId],
    );
    const expected = { signatures: signed.ok ? 1 : 0, waiting: opposed.ok ? 1 : 0 };
    assert.deepEqual(row, expected, `${outcome(signed)}, ${outcome(opposed)}`);
    assert.ok(!(signed.ok && opposed.ok), 'signed over an opposition nobody answered');
    seen.note(outcome(signed), outcome(opposed));
  }
  seen.both((what) => what.startsWith('ok'));
});

test(`${RACES} times: two signatures at once, by two offices, by two of one office, by one person in both`, async (t) => {
  const seen = seenIn(t);
  for (let run = 0; run < RACES; run++) {
    const here = await makeNoticed({ '14': all(3), '15': all(3) }, few);
    const kind = ['offices', 'same', 'person'][run % 3];
    if (kind === 'person') await here.grant(here.secretary, 'governance-secretary');
    const other = { offices: here.governance, same: await here.staff('party-secretary'), person: here.secretary };
    const [one, two] = heads(run);
    const sign = (by: number) => () => signResolution(here.by(by), { proposal: 1 });
    const both = await together<Result<unknown>>(
      [one, sign(here.secretary)],
      [two, sign(other[kind as keyof typeof other])],
    );
    const taken = both.filter((each) => each.ok);
    assert.equal(taken.length, kind === 'offices' ? 2 : 1, both.map(outcome).join());
    const complete = taken.filter((each) => each.ok && (each.value as { complete: boolean }).complete).length;
    assert.equal(complete, kind === 'offices' ? 1 : 0, 'one signature completes, once');
    const [row] = await sql<{ drawn: number; signers: number; roles: number; hashes: number; state: string }>(
      `select (select count(*)::int from resolution where community_id = $1) as drawn,
         count(distinct s.signer_id)::int as signers, count(distinct s.role)::int as roles,
         count(distinct s.hash)::int as hashes,
         (select state from proposal where community_id = $1 and id = $2) as state
       from signature s where s.community_id = $1`,
      [here.communityId, here.proposalId],
    );
    const n = taken.length;
    const state = n === 2 ? 'signed_off' : 'noticed';
    assert.deepEqual(row, { drawn: 1, signers: n, roles: n, hashes: 1, state });
    seen.note(both[0]?.ok ? 'first' : 'second', both[1]?.ok ? 'and other' : 'alone');
  }
  seen.both((what) => what.startsWith('first + alone'));
});

test(`${RACES} times: two record for one household at once`, async (t) => {
  const here = await makeConsultation([
    { name: '14', entrances: 1, doorsPerEntrance: RACES },
    { ...few[1], name: '15', entrances: 1, doorsPerEntrance: 1 },
  ]);
  await here.firstRound();
  const second = await here.outsider();
  await here.grant(second, 'captain', here.entrance('14', 1));
  const seen = seenIn(t);
  for (const [run, household] of here.households('14').entries()) {
    const record = (by: number, stance: string) => () =>
      recordOpinion(here.by(by), {
        ...{ round: 1, household, stance, proof: 'read_back', witnessName: '对门', seen: 0 },
        ...(stance === 'oppose' && { ground: 'noise' }),
      });
    const [one, two] = heads(run);
    const both = await together<Result<unknown>>(
      [one, record(here.captain, 'support')],
      [two, record(second, 'oppose')],
    );
    const [first, other] = both;
    assert.deepEqual(both.map(outcome).sort(), ['ok', 'recorded_meanwhile']);
    const rows = await sql('select seq, prev_seq, stance from opinion where community_id = $1 and household_id = $2', [
      here.communityId,
      household,
    ]);
    assert.deepEqual(rows, [{ seq: 1, prev_seq: null, stance: first?.ok ? 'support' : 'oppose' }]);
    seen.note(first?.ok ? 'first' : 'second');
    if (other && !other.ok) assert.ok(other.refusal.details?.opinion, 'whoever is late is told what came meanwhile');
  }
  seen.both((what) => what === 'first');
});

const fall = { kind: 'complaint', source: 'walk_in', title: '坡上滑', words: '摔了一跤', place: '坡' };

test(`${RACES} times: a dismissal against an act of the dismissed`, async (t) => {
  const seen = seenIn(t);
  const here = await makeCommunity({ buildings: [] });
  const secretary = await here.staff('party-secretary');
  for (let run = 0; run < RACES; run++) {
    const worker = await here.outsider();
    const grant = await here.grant(worker, 'social-worker');
    const [one, two] = heads(run);
    const [dismissed, acted] = await together<Result<unknown>>(
      [one, () => revokeGrant(here.by(secretary), { grant, reason: '调走了' })],
      [two, () => recordCase(here.by(worker), fall)],
    );
    assert.ok(dismissed && acted);
    done(dismissed);
    const [row] = await sql<{ act: string | null; over: string }>(
      `select max(seq) filter (where act = 'case.record') as act, max(seq) filter (where act = 'grant.revoke') as over
         from ledger_leaf where community_id = $1`,
      [here.communityId],
    );
    if (acted.ok) assert.ok(Number(row?.act) < Number(row?.over), 'acted after the dismissal');
    else assert.equal(outcome(acted), 'not_allowed');
    assert.equal(code(await recordCase(here.by(worker), fall)), 'not_allowed');
    seen.note(outcome(acted));
  }
  await verifyRecord(here.communityId);
  seen.both((what) => what === 'ok');
});

test(`${RACES} times: the same form sent twice, and two forms under one key`, async (t) => {
  const seen = seenIn(t);
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  for (let run = 0; run < RACES; run++) {
    const [one, two] = heads(run);
    const twice = await together(
      [one, () => recordCase(here.by(worker, `same-${run}`), fall)],
      [two, () => recordCase(here.by(worker, `same-${run}`), fall)],
    );
    assert.deepEqual(done(twice[0] as Result<unknown>), done(twice[1] as Result<unknown>));
    const other = await together(
      [one, () => recordCase(here.by(worker, `other-${run}`), fall)],
      [two, () => recordCase(here.by(worker, `other-${run}`), { ...fall, words: '别的' })],
    );
    assert.deepEqual(other.map(outcome).sort(), ['key_reused', 'ok']);
    seen.note(other[0]?.ok ? 'first' : 'second');
  }
  const [row] = await sql<{ n: number }>('select count(*)::int as n from cases where community_id = $1', [
    here.communityId,
  ]);
  assert.equal(row?.n, 2 * RACES);
  assert.equal(await verifyRecord(here.communityId), 2 * RACES);
  seen.both((what) => what === 'first');
});

test('writers who take no lock do go wrong: the races are real', async () => {
  const here = await makeCommunity({ buildings: [] });
  let wrong = 0;
  for (let run = 0; run < 100 && wrong === 0; run++) {
    const careless = async () => {
      const [row] = await sql<{ n: number }>('select count(*)::int as n from grants where community_id = $1', [
        here.communityId,
      ]);
      await here.grant(await here.outsider(), 'hotline');
      return row?.n ?? 0;
    };
    const [one, two] = heads(run);
    const [before, again] = await together([one, careless], [two, careless]);
    if (before === again) wrong += 1;
  }
  assert.ok(wrong > 0, 'two at once never saw the same number');
});
