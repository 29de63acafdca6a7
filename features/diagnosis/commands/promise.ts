import { sql } from 'drizzle-orm';
import { crack, crackRaise, crackReport, diagnosis, presence } from '@/db/schema/diagnosis';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { canonical, sha256 } from '@/lib/ledger';
import { nextNumber } from '@/lib/numbers';
import { allWrong } from '@/lib/result';
import * as acts from '../acts';
import { isUnderWay } from '../facts';
import { addInput, presenceInput, publishInput, raiseInput, reportInput } from '../input';
import { basisOf, lockCrack } from '../moves';
import { checkAnswerDay, checkCauses, checkDue, checkMonth, checkReport } from '../rules';

const changed = ['diagnosis'];

/** 先诊断: what is wrong and where it comes from, with the counts it rests on, on the board. */
export const publishDiagnosis = command({
  act: acts.publishDiagnosis,
  input: publishInput,
  facts: async () => ({}),
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const wrong = allWrong([checkCauses(input), checkWritten(input)]);
    if (wrong) return { ok: false, refusal: wrong };
    const basis = canonical({ ...(await basisOf(scope)) });
    const hash = sha256(canonical(basis));
    const no = await nextNumber(db, communityId, 'diagnosis');
    const by = { authorId: personOf(actor) ?? 0, authorRole: roleOf(actor), at: now };
    await db.insert(diagnosis).values({ communityId, no, ...input, basis, hash, ...by });
    const content = { ...input, basis: hash.toString('hex') };
    return { ok: true, value: { diagnosis: no }, leaf: { subject: `diagnosis/${no}`, content }, changed };
  },
});

/** 集中破题. */
export const addCrack = command({
  act: acts.addCrack,
  input: addInput,
  facts: async ({ db, communityId: c }) => {
    await db.execute(sql`select pg_advisory_xact_lock(${c}::int, hashtext('crack'))`);
    const { rows } = await db.execute<{ diagnosed: boolean; open: number }>(sql`
      select exists (select from diagnosis d where d.community_id = ${c}) as diagnosed,
        (select count(*)::int from crack k where k.community_id = ${c} and ${isUnderWay(sql`k`)}) as open`);
    return rows[0];
  },
  run: async ({ db, communityId, now, actor, input }) => {
    const wrong = allWrong([checkDue(input.dueOn, now), checkWritten({ title: input.title, sign: input.sign })]);
    if (wrong) return { ok: false, refusal: wrong };
    const no = await nextNumber(db, communityId, 'crack');
    await db.insert(crack).values({ communityId, no, ...input, promisedBy: personOf(actor) ?? 0, at: now });
    return { ok: true, value: { crack: no }, leaf: { subject: `crack/${no}`, content: { ...input } }, changed };
  },
});

/** How it stands, in a sentence; of what is stuck, who could loosen it. */
export const reportCrack = command({
  act: acts.reportCrack,
  input: reportInput,
  facts: lockCrack,
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    const { state, words } = input;
    const loosener = state === 'stuck' ? input.loosener : '';
    const wrong = allWrong([checkReport(input), checkWritten({ words, loosener })]);
    if (wrong) return { ok: false, refusal: wrong };
    const said = { state, words, loosener };
    await db
      .insert(crackReport)
      .values({ communityId, crackId: row.id, ...said, saidBy: personOf(actor) ?? 0, at: now });
    return { ok: true, value: { crack: row.no }, leaf: { subject: `crack/${row.no}`, content: said }, changed };
  },
});

/** Raised to the street or the district; they answer by a day. */
export const raiseCrack = command({
  act: acts.raiseCrack,
  input: raiseInput,
  facts: lockCrack,
  races: { crack_raised_once: 'raised_already' },
  run: async ({ db, communityId, now, actor, input, facts: { row } }) => {
    const wrong = allWrong([checkAnswerDay(input.dueOn, now), checkWritten({ asks: input.asks })]);
    if (wrong) return { ok: false, refusal: wrong };
    const { level, asks, dueOn } = input;
    const said = { level, asks, dueOn };
    await db
      .insert(crackRaise)
      .values({ communityId, crackId: row.id, ...said, raisedBy: personOf(actor) ?? 0, at: now });
    return { ok: true, value: { crack: row.no }, leaf: { subject: `crack/${row.no}`, content: said }, changed };
  },
});

/** Days on site and doors visited in a month, as counts. */
export const notePresence = command({
  act: acts.notePresence,
  input: presenceInput,
  facts: async () => ({}),
  run: async ({ db, communityId, now, actor, input }) => {
    const may = checkMonth(input.month, input.days, now);
    if (!may.ok) return may;
    await db.insert(presence).values({ communityId, ...input, saidBy: personOf(actor) ?? 0, at: now });
    return { ok: true, value: { month: input.month }, leaf: { subject: 'presence', content: { ...input } }, changed };
  },
});
