import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { sql as statement } from 'drizzle-orm';
import { constraintOf } from '@/db/client';
import { recordCase } from '@/features/cases/commands';
import { wordShown } from '@/features/opinions/input';
import { revokeGrant } from '@/features/people/commands/grant';
import { closeRound } from '@/features/rounds/commands/close';
import { hangingShown } from '@/features/signoff/input';
import { standingOf } from '@/features/signoff/moves';
import type { Database } from '@/lib/gate';
import { append } from '@/lib/ledger';
import { ok, type Result, refuse } from '@/lib/result';
import { showing } from '@/lib/shown';
import { decideGates } from './agreeing';
import { type Consultation, done, makeConsultation } from './consultation';
import { closeAll, makeCommunity, sql, usualSettings } from './fixture';
import { caught, type Ran, races, together, ungated } from './races';
import { verifyRecord } from './record';
import {
  correctOpinion,
  giveOpinion,
  giveVerdict,
  opposeNotice,
  recordOpinion,
  signResolution,
  textShown,
} from './shown';

after(closeAll);

const proposal = 1;
const codeOf = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const among = (outcome: Result<unknown>, ...codes: string[]) =>
  codes.includes(codeOf(outcome)) ? [] : [`answered ${codeOf(outcome)}`];
const unless = (holds: boolean, why: string) => (holds ? [] : [why]);

/** Asks again while the clock is not there yet. */
async function whenDue<T>(early: string, act: () => Promise<Result<T>>): Promise<Result<T>> {
  for (;;) {
    const outcome = await act();
    if (outcome.ok || outcome.refusal.code !== early) return outcome;
  }
}

/** How long before a deadline to start, in milliseconds, so that it falls into the middle of what races. */
function aim() {
  let lead = 20;
  return {
    lead: () => Math.round(lead),
    late: () => {
      lead += 1 + Math.random() * 6;
    },
    early: () => {
      lead = Math.max(0, lead - 1 - Math.random() * 6);
    },
  };
}

async function leafOf(communityId: number, act: string, subject: string): Promise<number[]> {
  const rows = await sql<{ seq: string }>(
    'select seq from ledger_leaf where community_id = $1 and act = $2 and subject = $3 order by seq',
    [communityId, act, subject],
  );
  return rows.map((row) => Number(row.seq));
}

// Opinion against closing. The real clock: only it can pass a deadline while somebody speaks.

async function makeRounds() {
  const here = await makeConsultation();
  await here.firstRound('2022-03-12');
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  here.at(undefined);
  const homes = here.households('14');
  const voters = await Promise.all(
    homes.slice(0, 3).map(async (household) => ({ household, person: await here.resident(household) })),
  );
  let no = 1;
  /** Another round of building 14, which ends so many milliseconds from now. */
  const open = async (milliseconds: number): Promise<number> => {
    no += 1;
    await sql(
      `with opened as (
         insert into round (community_id, no, proposal_id, k, plan_version, opens_at, closes_at, opened_by)
         select $1, $2, $3, $2, 1, t, t + $4::int * interval '1 ms', $5
           from date_trunc('milliseconds', clock_timestamp()) t
         returning id)
       insert into electorate (community_id, round_id, household_id, group_id, asked)
       select $1, id, unnest($6::int[]), $7, true from opened`,
      [here.communityId, no, here.proposalId, milliseconds, here.worker, homes, here.above],
    );
    return no;
  };
  return { ...here, voters, open, homes: homes.length };
}

type Rounds = Awaited<ReturnType<typeof makeRounds>>;

async function wrongTally(here: Rounds, no: number, said: Result<unknown>[]): Promise<string[]> {
  const [row] = await sql<{ supports: number; of: number; stored: number; late: number; closed: boolean }>(
    `select c.supports, c.supports + c.conditional + c.opposes + c.no_view + c.refused + c.not_home + c.not_tried as of,
       (select count(*)::int from opinion o where o.community_id = r.community_id and o.round_id = r.id) as stored,
       (select count(*)::int from opinion o where o.community_id = r.community_id and o.round_id = r.id
         and o.received_at >= r.closes_at) as late, r.state = 'closed' and r.closed_at >= r.closes_at as closed
     from round r join round_cell c on c.community_id = r.community_id and c.round_id = r.id
     where r.community_id = $1 and r.no = $2`,
    [here.communityId, no],
  );
  const accepted = said.filter((one) => one.ok).length;
  const subject = `round/${no}`;
  const words = await leafOf(here.communityId, 'opinion.give', subject);
  const [close = 0, ...twice] = await leafOf(here.communityId, 'round.close', subject);
  return [
    ...said.flatMap((one) => among(one, 'ok', 'round_closed')),
    ...unless(row?.stored === accepted, `${accepted} accepted, ${row?.stored} in the table`),
    ...unless(row?.supports === row?.stored, `${row?.stored} in the table, ${row?.supports} in the tally`),
    ...unless(row?.of === here.homes, `the cells hold ${row?.of} households`),
    ...unless(row?.late === 0, `${row?.late} received after the close`),
    ...unless(row?.closed === true, 'closed before its time'),
    ...unless(words.length === accepted && twice.length === 0, 'the record tells something else'),
    ...unless(
      words.every((seq) => seq < close),
      'spoken after the count',
    ),
  ];
}

const tellings = ['all counted', 'some counted', 'none counted'] as const;

const atClosing = (here: Rounds, close: (no: number) => Promise<Result<unknown>>) => {
  const target = aim();
  return async (): Promise<Ran<(typeof tellings)[number]>> => {
    const no = await here.open(target.lead());
    const speak = ({ household, person }: Rounds['voters'][number]) =>
      giveOpinion(here.by(person), { round: no, household, stance: 'support' });
    const [closed, ...said] = await together(
      () => whenDue('round_running', () => close(no)),
      ...here.voters.map((voter) => () => speak(voter)),
    );
    const accepted = said.filter((one) => one.ok).length;
    if (accepted === 0) target.late();
    else if (accepted === said.length) target.early();
    const order = accepted === 0 ? tellings[2] : accepted === said.length ? tellings[0] : tellings[1];
    return { order, wrong: [...among(closed, 'ok'), ...(await wrongTally(here, no, said))] };
  };
};

test('opinion against closing: in the tally or refused, never after the count', async () => {
  const here = await makeRounds();
  await races<(typeof tellings)[number]>(
    [tellings[0], tellings[2]],
    atClosing(here, (no) => closeRound(here.bySystem('round.close'), { round: no })),
  );
  await verifyRecord(here.communityId);
});

test('control: a closing that counts before it holds the round is caught', async () => {
  const here = await makeRounds();
  const closeCarelessly = (no: number) =>
    ungated(here.communityId, async (db) => {
      const mine = statement`community_id = ${here.communityId} and no = ${no}`;
      const found = await db.execute<{ id: number; n: number; over: boolean }>(
        statement`select id, closes_at <= moment() as over, (select count(*)::int from opinion o
          where o.community_id = round.community_id and o.round_id = round.id) as n from round where ${mine}`,
      );
      const { id = 0, n = 0, over = false } = found.rows[0] ?? {};
      if (!over) return refuse('round_running');
      await db.execute(statement`update round set state = 'closed', closed_at = moment() where ${mine}`);
      await db.execute(statement`insert into round_cell values
        (${here.communityId}, ${id}, ${here.above}, ${n}, 0, 0, 0, 0, 0, ${here.homes - n}, '[]')`);
      const leaf = { subject: `round/${no}`, content: {} };
      await append(db, here.communityId, { act: 'round.close', leaf, personId: null, now: new Date() });
      return ok(no);
    });
  await caught(atClosing(here, closeCarelessly));
});

// Withdrawal of consent against the last signature.

/** Agreed to by the skin of its teeth: one household of building 15 that changes its mind undoes it. */
async function makeSigning() {
  const here = await makeConsultation();
  await here.firstRound('2022-03-12');
  here.at('2022-03-12T18:00');
  const record = async (building: '14' | '15', index: number, oppose = false) =>
    done(
      await recordOpinion(here.by(here.worker), {
        round: 1,
        household: here.household(building, index),
        ...(oppose ? { stance: 'oppose', ground: 'noise' } : { stance: 'support' }),
        proof: 'read_back',
        witnessName: '邻居',
      }),
    );
  for (let index = 0; index < 8; index += 1) await record('14', index);
  for (let index = 0; index < 6; index += 1) await record('15', index, index > 3);
  here.at('2022-03-13');
  done(await closeRound(here.bySystem('round.close'), { round: 1 }));
  await decideGates(here);
  here.at('2022-03-14');
  const read = { hash: '' };
  /** Takes whatever hangs down and puts the notice up anew, as after agreement; it ran out yesterday. Returns its id. */
  const hang = async (): Promise<number> => {
    await sql(`update notice set state = 'returned' where community_id = $1`, [here.communityId]);
    await sql(`update proposal set state = 'noticed' where community_id = $1`, [here.communityId]);
    const [row] = await sql<{ id: number }>(
      `insert into notice (community_id, proposal_id, plan_version, from_at, to_at, posted_by)
       values ($1, $2, 1, '2022-03-06', '2022-03-13', $3) returning id`,
      [here.communityId, here.proposalId, here.secretary],
    );
    read.hash = await textShown(here.by(here.secretary), proposal);
    return row?.id ?? 0;
  };
  const flat = here.household('15', 0);
  return { ...here, hang, read, flat, doubter: await here.resident(flat) };
}

type Signing = Awaited<ReturnType<typeof makeSigning>>;

/** Both have read the text before: nothing is between them and the lock. */
const sign = (here: Signing, person: number) => signResolution(here.by(person), { proposal, hash: here.read.hash });

const readAndSign = async (here: Signing, person: number) => {
  here.read.hash = await textShown(here.by(person), proposal);
  return sign(here, person);
};

const standing = (here: Signing, db: Database) =>
  standingOf(db, { communityId: here.communityId, id: here.proposalId }, usualSettings);

/** What the rows say of the resolution drawn up under a notice. */
async function drawnUnder(here: Signing, noticeId: number) {
  const [row] = await sql<{
    state: string;
    notice: string;
    drawn: number;
    signatures: number;
    people: number;
    roles: number;
    hashes: number;
    act: string | null;
    complete: string | null;
  }>(
    `select p.state, n.state as notice, count(distinct r.id)::int as drawn, count(s.role)::int as signatures,
       count(distinct s.signer_id)::int as people, count(distinct s.role)::int as roles,
       count(distinct s.hash)::int as hashes, min(l.act) as act, min(c.content::json->>'complete') as complete
     from notice n join proposal p on p.community_id = n.community_id and p.id = n.proposal_id
     left join resolution r on r.community_id = n.community_id and r.notice_id = n.id
     left join signature s on s.community_id = r.community_id and s.resolution_id = r.id and s.hash = r.hash
     left join ledger_leaf l on l.community_id = r.community_id and l.seq = r.leaf_seq
     left join ledger_content c on c.community_id = l.community_id and c.seq = l.seq
     where n.community_id = $1 and n.id = $2 group by p.state, n.state`,
    [here.communityId, noticeId],
  );
  if (!row) throw new Error('no notice');
  return row;
}

/** A resolution in force has one signature of each of two people, and the leaf of the last of them; any other has none. */
async function wrongSignatures(here: Signing, noticeId: number, signatures: number): Promise<string[]> {
  const { state, notice, ...found } = await drawnUnder(here, noticeId);
  const whole = signatures === 2;
  const wanted = {
    drawn: 1,
    signatures,
    people: signatures,
    roles: signatures,
    hashes: 1,
    act: whole ? 'resolution.sign' : null,
    complete: whole ? 'true' : null,
  };
  return [
    ...unless(state === (whole ? 'signed_off' : 'noticed'), `the proposal is ${state}`),
    ...unless(notice === (whole ? 'signed' : 'running'), `the notice is ${notice}`),
    ...unless(isDeepStrictEqual(found, wanted), `${JSON.stringify(found)} under the notice`),
  ];
}

const changes = ['withdrawn first', 'signed first'] as const;

/** The household goes back on its word while `last` gives the second signature. */
const atSigning = (here: Signing, last: () => Promise<Result<unknown>>) => {
  const say = (more: object) => ({ round: 1, household: here.flat, ...more });
  return async (n: number): Promise<Ran<(typeof changes)[number]>> => {
    await here.hang();
    if (!(await ungated(here.communityId, (db) => standing(here, db))).agreed)
      done(await correctOpinion(here.by(here.doubter), say({ stance: 'support' })));
    done(await readAndSign(here, here.governance));
    const against = n % 2 ? say({ stance: 'oppose', ground: 'noise' }) : say({ stance: 'no_view' });
    const [withdrawn, signed] = await together(() => correctOpinion(here.by(here.doubter), against), last);
    const { agreed } = await ungated(here.communityId, (db) => standing(here, db));
    const [now] = await sql<{ state: string }>('select state from proposal where community_id = $1', [
      here.communityId,
    ]);
    const force = now?.state === 'signed_off';
    return {
      order: withdrawn.ok ? changes[0] : changes[1],
      wrong: [
        ...unless(withdrawn.ok !== signed.ok, `withdrawal ${codeOf(withdrawn)}, signature ${codeOf(signed)}`),
        ...among(withdrawn, 'ok', 'signed_already'),
        ...among(signed, 'ok', 'consent_withdrawn'),
        ...unless(signed.ok === force, `signed: ${signed.ok}, in force: ${force}`),
        ...unless(agreed !== withdrawn.ok, 'the withdrawal is not what stands'),
        ...unless(agreed || !force, 'signed over a withdrawal'),
      ],
    };
  };
};

test('consent withdrawn against the last signature: never signed over a withdrawal', async () => {
  const here = await makeSigning();
  await races(
    changes,
    atSigning(here, () => sign(here, here.secretary)),
  );
  await verifyRecord(here.communityId);
});

test('control: a signature that reads consent before it holds the proposal is caught', async () => {
  const here = await makeSigning();
  const signCarelessly = () =>
    ungated(here.communityId, async (db) => {
      const { agreed } = await standing(here, db);
      if (!agreed) return refuse('consent_withdrawn');
      const mine = statement`community_id = ${here.communityId} and no = ${proposal}`;
      await db.execute(statement`select 1 from proposal where ${mine} for update`);
      await db.execute(statement`update proposal set state = 'signed_off' where ${mine}`);
      return ok(proposal);
    });
  await caught(atSigning(here, signCarelessly));
});

test('a confirmation taken back against the last signature: never signed over it', async () => {
  const here = await makeSigning();
  await sql(
    `with o as (insert into objection (community_id, no, proposal_id, group_id, round_id, ground, weight, wording, state,
         answer_kind, answer, answered_at, drawn_by)
       select $1, 1, $2, $3, id, 'noise', 'inconvenience', '夜里吵', 'settled', 'not_possible', '只能从这儿走',
         '2022-03-13', $4 from round where community_id = $1 returning id)
     insert into objection_raiser (community_id, objection_id, household_id, opinion_id, verdict)
     select $1, o.id, $5, p.id, 'settled' from o, opinion p where p.community_id = $1 and p.household_id = $5`,
    [here.communityId, here.proposalId, here.below, here.worker, here.flat],
  );
  const judge = (verdict: string) =>
    giveVerdict(here.by(here.doubter), { proposal, objection: 1, household: here.flat, verdict, words: '还是吵' });
  await races(['taken back first', 'signed first'], async () => {
    const noticeId = await here.hang();
    const [stands] = await sql<{ verdict: string }>('select verdict from objection_raiser where community_id = $1', [
      here.communityId,
    ]);
    if (stands?.verdict !== 'settled') done(await judge('settled'));
    done(await readAndSign(here, here.governance));
    const before = (await here.leaves()).length;
    const [back, signed] = await together(
      () => judge('maintained'),
      () => sign(here, here.secretary),
    );
    const since = (await here.leaves()).slice(before).map((leaf) => leaf.act);
    const [row] = await sql<{ verdict: string; text: string | null }>(
      `select (select verdict from objection_raiser where community_id = $1) as verdict,
         (select canonical::text from resolution where community_id = $1 and notice_id = $2 and signed_at is not null) as text`,
      [here.communityId, noticeId],
    );
    const both = ['resolution.sign', 'objection.verdict'];
    return {
      order: signed.ok ? 'signed first' : 'taken back first',
      wrong: [
        ...unless(back.ok || signed.ok, 'neither'),
        ...among(signed, 'ok', 'text_changed', 'consent_withdrawn'),
        ...unless(row?.verdict === (back.ok ? 'maintained' : 'settled'), `${row?.verdict} is what stands`),
        ...unless(((row?.text ?? null) !== null) === signed.ok, 'in force without the last signature'),
        ...unless(!row?.text?.includes('maintained'), 'signed over it'),
        ...unless(!(back.ok && signed.ok) || isDeepStrictEqual(since, both), `in the record: ${since.join(', ')}`),
        ...(await wrongSignatures(here, noticeId, signed.ok ? 2 : 1)),
      ],
    };
  });
  await verifyRecord(here.communityId);
});

test('opposition at the end of the notice against the last signature: never signed over it', async () => {
  const here = await makeSigning();
  here.at(undefined);
  await sql(`update term set to_day = '2999-01-01' where community_id = $1`, [here.communityId]);
  const target = aim();
  await races(['opposed first', 'too late'], async () => {
    const noticeId = await here.hang();
    done(await readAndSign(here, here.governance));
    const [hangs] = await sql<{ to: Date }>(
      `update notice set to_at = date_trunc('milliseconds', clock_timestamp()) + $3::int * interval '1 ms'
        where community_id = $1 and id = $2 returning to_at as to`,
      [here.communityId, noticeId, target.lead()],
    );
    const shown = showing(hangingShown({ version: 1, to: hangs?.to ?? new Date(0) }));
    const [opposed, signed] = await together(
      () =>
        opposeNotice(here.by(here.doubter), {
          proposal,
          household: here.flat,
          words: '我改主意了',
          shown,
        }),
      () => whenDue('notice_running', () => sign(here, here.secretary)),
    );
    if (opposed.ok) target.early();
    else target.late();
    const [late] = await sql<{ n: number; late: number }>(
      `select count(*)::int as n, count(*) filter (where o.at >= n.to_at)::int as late from notice_opposition o
         join notice n on n.community_id = o.community_id and n.id = o.notice_id where n.community_id = $1 and n.id = $2`,
      [here.communityId, noticeId],
    );
    return {
      order: opposed.ok ? 'opposed first' : 'too late',
      wrong: [
        ...unless(opposed.ok !== signed.ok, `opposition ${codeOf(opposed)}, signature ${codeOf(signed)}`),
        ...among(opposed, 'ok', 'notice_over', 'not_at_this_step'),
        ...among(signed, 'ok', 'opposition_unanswered'),
        ...unless(late?.n === (opposed.ok ? 1 : 0) && late.late === 0, 'the opposition is not in its time'),
        ...(await wrongSignatures(here, noticeId, signed.ok ? 2 : 1)),
      ],
    };
  });
  await verifyRecord(here.communityId);
});

// Two signatures.

const sides = ['one', 'other'] as const;

/** Two signatures at once of which one must be refused as `code`. */
async function onlyOne(here: Signing, people: [number, number], code: string): Promise<void> {
  await races(sides, async () => {
    const noticeId = await here.hang();
    const [one, other] = await together(
      () => sign(here, people[0]),
      () => sign(here, people[1]),
    );
    return {
      order: one.ok ? 'one' : 'other',
      wrong: [
        ...unless(one.ok !== other.ok, `${codeOf(one)} and ${codeOf(other)}`),
        ...among(one, 'ok', code),
        ...among(other, 'ok', code),
        ...(await wrongSignatures(here, noticeId, 1)),
      ],
    };
  });
  await verifyRecord(here.communityId);
}

test('one person signs in both roles at once: one signature', async () => {
  const here = await makeSigning();
  const both = await here.staff('party-secretary');
  await here.grant(both, 'governance-secretary');
  await onlyOne(here, [both, both], 'person_has_signed');
});

test('two people sign for the same role at once: one signature', async () => {
  const here = await makeSigning();
  await onlyOne(here, [here.secretary, await here.staff('party-secretary')], 'role_has_signed');
});

test('two people sign in their two roles at once: both, and exactly one puts it in force', async () => {
  const here = await makeSigning();
  await races(sides, async () => {
    const noticeId = await here.hang();
    const [one, other] = await together(
      () => sign(here, here.secretary),
      () => sign(here, here.governance),
    );
    const [first, second] = [done(one), done(other)];
    return {
      order: second.complete ? 'one' : 'other',
      wrong: [
        ...unless(first.complete !== second.complete, 'both or neither put it in force'),
        ...unless(first.resolution === second.resolution, 'two resolutions'),
        ...(await wrongSignatures(here, noticeId, 2)),
      ],
    };
  });
  await verifyRecord(here.communityId);
});

// Two captains at one household.

async function makeRound() {
  const here = await makeConsultation();
  await here.firstRound('2022-03-12');
  here.at('2022-03-05');
  const homes = here.households('14');
  const colleague = await here.outsider();
  await here.grant(colleague, 'captain', here.entrance('14', 1));
  return { ...here, homes, colleague };
}

async function chainOf(here: Consultation, household: number) {
  return sql<{ id: number; seq: number; prev: number | null; stance: string }>(
    `select id, seq, prev_seq as prev, stance from opinion where community_id = $1 and household_id = $2 order by seq`,
    [here.communityId, household],
  );
}

const linear = (chain: Awaited<ReturnType<typeof chainOf>>) =>
  unless(
    chain.every((one, index) => one.seq === index + 1 && one.prev === (index === 0 ? null : index)),
    `the chain is ${chain.map((one) => `${one.prev}→${one.seq}`).join(' ')}`,
  );

const written = (household: number, more: object) => ({
  round: 1,
  household,
  channel: 'door',
  proof: 'read_back',
  witnessName: '邻居',
  ...more,
});
const supports = { stance: 'support' };
const opposes = { stance: 'oppose', ground: 'noise' };

test('two captains record at one household what both saw: the second is told', async () => {
  const here = await makeRound();
  await races(sides, async (n) => {
    const household = here.homes[n % here.homes.length] ?? 0;
    const before = await chainOf(here, household);
    const seen = before.at(-1)?.id ?? 0;
    const [one, other] = await together(
      () => recordOpinion(here.by(here.captain), written(household, { ...supports, seen })),
      () => recordOpinion(here.by(here.colleague), written(household, { ...opposes, seen })),
    );
    const chain = await chainOf(here, household);
    const last = chain.at(-1);
    return {
      order: one.ok ? 'one' : 'other',
      wrong: [
        ...unless(one.ok !== other.ok, `${codeOf(one)} and ${codeOf(other)}`),
        ...among(one, 'ok', 'recorded_meanwhile'),
        ...among(other, 'ok', 'recorded_meanwhile'),
        ...unless(chain.length === before.length + 1, `${chain.length - before.length} more in the chain`),
        ...unless(last?.stance === (one.ok ? 'support' : 'oppose'), `${last?.stance} is what stands`),
        ...[one, other].flatMap((each) =>
          unless(
            each.ok || each.refusal.details?.opinion === last?.id,
            'whoever is late is not told what came meanwhile',
          ),
        ),
        ...linear(chain),
      ],
    };
  });
  await verifyRecord(here.communityId);
});

test('two captains record at one household, and whoever is told of the other insists: one chain, one after the other', async () => {
  const here = await makeRound();
  await races(sides, async (n) => {
    const household = here.homes[n % here.homes.length] ?? 0;
    const before = await chainOf(here, household);
    const seen = before.at(-1)?.id ?? 0;
    const insist = async (by: number, said: object) => {
      const first = await recordOpinion(here.by(by), written(household, { ...said, seen }));
      const told = first.ok ? undefined : first.refusal.details?.opinion;
      return told === undefined ? first : recordOpinion(here.by(by), written(household, { ...said, seen: told }));
    };
    const [one, other] = await together(
      () => insist(here.captain, supports),
      () => insist(here.colleague, opposes),
    );
    const chain = await chainOf(here, household);
    const ids = [done(one).opinion, done(other).opinion];
    const added = chain.slice(before.length).map((row) => row.id);
    return {
      order: added[0] === ids[0] ? 'one' : 'other',
      wrong: [
        ...unless(added.length === 2 && ids.every((id) => added.includes(id)), `${added.length} more in the chain`),
        ...linear(chain),
      ],
    };
  });
  await verifyRecord(here.communityId);
});

test('behind the lock of the household stands the chain itself: two who hold nothing', async () => {
  const here = await makeRound();
  const writeCarelessly = (household: number) =>
    ungated(here.communityId, async (db) => {
      const found = await db.execute<{ last: number | null; round: number }>(
        statement`select (select max(seq) from opinion o where o.community_id = r.community_id and o.round_id = r.id
          and o.household_id = ${household}) as last, r.id as round from round r where r.community_id = ${here.communityId}`,
      );
      const { last = null, round = 0 } = found.rows[0] ?? {};
      await db.execute(statement`select pg_sleep(0.002)`);
      await db.execute(statement`insert into opinion (community_id, round_id, plan_version, household_id, seq, prev_seq,
          stance, own, channel, captured_at, received_at)
        values (${here.communityId}, ${round}, 1, ${household}, ${(last ?? 0) + 1}, ${last}, 'support', false, 'door',
          moment(), moment())`);
    }).then(
      () => 'written',
      (error: unknown) => constraintOf(error) ?? String(error),
    );
  await races<string>(['refused'], async (n) => {
    const household = here.homes[n % here.homes.length] ?? 0;
    const outcomes = await together(
      () => writeCarelessly(household),
      () => writeCarelessly(household),
    );
    const refusals = outcomes.filter((one) => one !== 'written');
    const fine = refusals.length < 2 && refusals.every((one) => /^opinion_(linear|.*_seq_unique)$/.test(one));
    return {
      order: refusals.length > 0 ? 'refused' : 'one after the other',
      wrong: [...unless(fine, outcomes.join(' and ')), ...linear(await chainOf(here, household))],
    };
  });
});

// Dismissal against an act. The real clock: a dismissal bites from the moment it is made.

async function makeOffice() {
  const here = await makeCommunity({ buildings: [] });
  here.at(undefined);
  const secretary = await here.staff('party-secretary');
  return { ...here, secretary, clerk: await here.outsider() };
}

type Office = Awaited<ReturnType<typeof makeOffice>>;

const fall = { kind: 'complaint', source: 'walk_in', title: '土坡路滑', words: '我妈今年摔了三回', place: '14号楼前' };

const atDismissal = (here: Office, act: () => Promise<Result<{ no: number }>>) => async () => {
  const grant = await here.grant(here.clerk, 'social-worker');
  const [revoked, acted] = await together(() => revokeGrant(here.by(here.secretary), { grant, reason: '调走了' }), act);
  const [dismissal = 0] = await leafOf(here.communityId, 'grant.revoke', `grant/${grant}`);
  const deeds = acted.ok ? await leafOf(here.communityId, 'case.record', `cases/${acted.value.no}`) : [];
  const again = await recordCase(here.by(here.clerk), fall);
  return {
    order: acted.ok ? ('acted first' as const) : ('dismissed first' as const),
    wrong: [
      ...among(revoked, 'ok'),
      ...among(acted, 'ok', 'not_allowed'),
      ...unless(codeOf(again) === 'not_allowed', 'still in office'),
      ...unless(deeds.length === (acted.ok ? 1 : 0), 'the record tells something else'),
      ...unless(
        deeds.every((seq) => seq < dismissal),
        'acted after the dismissal',
      ),
    ],
  };
};

test('dismissal against an act: nobody acts after it', async () => {
  const here = await makeOffice();
  await races(
    ['acted first', 'dismissed first'],
    atDismissal(here, () => recordCase(here.by(here.clerk), fall)),
  );
  await verifyRecord(here.communityId);
});

test('control: an act that reads its grant without holding it is caught', async () => {
  const here = await makeOffice();
  let no = 0;
  const actCarelessly = () =>
    ungated(here.communityId, async (db) => {
      const { rowCount } = await db.execute(statement`select 1 from grants where community_id = ${here.communityId}
        and person_id = ${here.clerk} and (to_at is null or to_at > moment())`);
      if (!rowCount) return refuse('not_allowed');
      for (let waited = 0; waited < 300; waited += 1) {
        const { rowCount: over } =
          await db.execute(statement`select pg_sleep(0.01) from grants where person_id = ${here.clerk}
          and community_id = ${here.communityId} having count(*) filter (where to_at is null) = 0`);
        if (over) break;
      }
      no += 1;
      const leaf = { subject: `cases/${no}`, content: {} };
      await append(db, here.communityId, { act: 'case.record', leaf, personId: here.clerk, now: new Date() });
      return ok({ no });
    });
  await caught(atDismissal(here, actCarelessly));
});

// Sent twice.

async function makeSpeaker() {
  const here = await makeRound();
  const flat = here.homes[0] ?? 0;
  return { ...here, flat, person: await here.resident(flat) };
}

type Speaker = Awaited<ReturnType<typeof makeSpeaker>>;

/** The same form twice at once, with the key `key` gives for each; in what order the answers came. */
/** One form, and what stood when its page was made. Without a key it is another form each time, which has seen what stands. */
const sentTwice = (here: Speaker, key: (n: number) => string | undefined) => async (n: number) => {
  const before = await chainOf(here, here.flat);
  const words = `第${n}次`;
  const [stood] = await sql<{ words: string; condition: string | null }>(
    'select words, condition from opinion_content where community_id = $1 and opinion_id = $2',
    [here.communityId, before.at(-1)?.id],
  );
  const current = before.at(-1);
  const shown = JSON.stringify(wordShown(current && stood ? { stance: current.stance, ...stood } : null));
  const form = { round: 1, household: here.flat, ...supports, words, ...(key(n) !== undefined && { shown }) };
  const answers: number[] = [];
  const send = async (place: number) => {
    const other = key(n) === undefined && { words: `${words}，第${place}张` };
    const answer = await giveOpinion(here.by(here.person, key(n)), { ...form, ...other });
    answers.push(place);
    return answer;
  };
  const [one, other] = await together(
    () => send(0),
    () => send(1),
  );
  const chain = await chainOf(here, here.flat);
  return {
    order: answers[0] === 0 ? sides[0] : sides[1],
    wrong: [
      ...unless(isDeepStrictEqual(done(one), done(other)), 'two answers'),
      ...unless(chain.length === before.length + 1, `written ${chain.length - before.length} times`),
      ...unless(chain.at(-1)?.id === done(one).opinion, 'the answer is not what was written'),
      ...linear(chain),
    ],
  };
};

test('the same form sent twice at once: written once, answered alike', async () => {
  const here = await makeSpeaker();
  await races(
    sides,
    sentTwice(here, (n) => `twice-${n}`),
  );
  await verifyRecord(here.communityId);
});

test('control: without a key each press is another form, and both are written', async () => {
  const here = await makeSpeaker();
  await caught(sentTwice(here, () => undefined));
});

test('two forms under one key at once: the second is refused and leaves nothing', async () => {
  const here = await makeSpeaker();
  await races(sides, async (n) => {
    const key = randomUUID();
    const words = `第${n}回`;
    const before = await chainOf(here, here.flat);
    const send = (more: object) => giveOpinion(here.by(here.person, key), { round: 1, household: here.flat, ...more });
    const [one, other] = await together(
      () => send({ ...supports, words }),
      () => send({ ...opposes, words }),
    );
    const chain = await chainOf(here, here.flat);
    return {
      order: one.ok ? 'one' : 'other',
      wrong: [
        ...unless(one.ok !== other.ok, `${codeOf(one)} and ${codeOf(other)}`),
        ...among(one, 'ok', 'key_reused'),
        ...among(other, 'ok', 'key_reused'),
        ...unless(chain.length === before.length + 1, `written ${chain.length - before.length} times`),
        ...unless(chain.at(-1)?.stance === (one.ok ? 'support' : 'oppose'), 'the refused one is what stands'),
        ...linear(chain),
      ],
    };
  });
  await verifyRecord(here.communityId);
});
