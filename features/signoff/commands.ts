import { and, asc, eq, inArray } from 'drizzle-orm';
import { ledgerHead } from '@/db/schema/ledger';
import { household, person } from '@/db/schema/people';
import { groupHousehold } from '@/db/schema/scoping';
import { notice, noticeOpposition, resolution, signature } from '@/db/schema/signoff';
import { writeLetters } from '@/features/letters/moves';
import { checkRecording } from '@/features/opinions/rules';
import { keepPicture, pictureHash } from '@/features/pictures/moves';
import { lockProposal, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { type Kind, mayMove, mayMoveAs, openGates } from '@/features/proposals/rules';
import { termActive as isTermActive } from '@/features/terms/moves';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import type { LetterSort, Titled } from '@/lib/letters';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import { answerInput, opposeInput, proposalInput, recordOppositionInput, returnInput, signInput } from './input';
import { letters } from './letters';
import {
  asOpposition,
  checkStanding,
  gatesOf,
  noticeOf,
  oppositionOf,
  signaturesOf,
  standingOf,
  textToSign,
  thresholdsOf,
} from './moves';
import {
  mayAnswerOpposition,
  mayDeclare,
  mayOppose,
  mayPostNotice,
  mayRecordOpposition,
  mayReturn,
  maySign,
} from './policy';
import { checkNotice, checkOpposing, checkSignature, declaredNames, noticeEnds, rolesMissing } from './rules';

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);

async function proposalOf({ db, communityId, now }: Scope, input: { proposal: number }) {
  const row = await lockProposal(db, communityId, input.proposal);
  return row && { row, termActive: await isTermActive(db, communityId, now) };
}

async function noticed(scope: Scope, input: { proposal: number }) {
  const found = await proposalOf(scope, input);
  return found && { ...found, posted: await noticeOf(scope.db, found.row) };
}

const householdsOf = (db: Database, row: ProposalRow) =>
  db
    .select({ householdId: groupHousehold.householdId })
    .from(groupHousehold)
    .where(and(eq(groupHousehold.communityId, row.communityId), eq(groupHousehold.proposalId, row.id)))
    .orderBy(asc(groupHousehold.householdId));

async function tellAll(
  here: Pick<Scope, 'db' | 'communityId' | 'now'>,
  row: ProposalRow,
  sort: LetterSort<Titled>,
  about: { no: number; until?: Date },
) {
  const all = await householdsOf(here.db, row);
  await writeLetters(
    here,
    sort,
    all.map(({ householdId }) => ({ to: { household: householdId }, detail: { title: row.title }, ...about })),
  );
}

/** Row 10: the latest closed round on the newest plan, and every group through its own gate. */
export const declareAgreement = command({
  act: 'agreement.declare',
  input: proposalInput,
  subject: proposalOf,
  allow: mayDeclare,
  run: async ({ db, community, now, actor, input, subject: { row } }) => {
    if (row.state !== 'consulting') return refuse('wrong_state', { state: row.state });
    const standing = await standingOf(db, row, thresholdsOf(row, community));
    const may = checkStanding(standing);
    if (!may.ok) return may;
    const { version, round, groups } = standing;
    const detail: Record<string, number> = { round: round?.no ?? 0, version: version ?? 0 };
    for (const group of groups) {
      for (const [name, key] of declaredNames(group.position)) detail[key] = group[name];
      detail[`group_${group.position}_silent`] = group.silent.length;
    }
    await recordStep(db, row, {
      kind: 'agreed',
      to: 'agreed',
      role: roleOf(actor),
      personId: personOf(actor),
      detail,
      now,
    });
    return {
      ok: true,
      value: {
        proposal: input.proposal,
        version: version ?? 0,
        neverReached: groups.reduce((sum, group) => sum + group.silent.length, 0),
      },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          to: 'agreed',
          version,
          round: round?.no ?? 0,
          groups: groups.map(({ position, households, reached, tookSide, agreeing, conditionsMet, silent }) => ({
            ...{ position, households, reached, tookSide, agreeing, conditionsMet },
            neverReached: silent,
          })),
        },
      },
      changed: ['proposals'],
    };
  },
});

/** Row 14: 公示, once everything the law asks for is decided and the groups still agree. */
export const postNotice = command({
  act: 'notice.post',
  input: proposalInput,
  subject: proposalOf,
  allow: mayPostNotice,
  run: async ({ db, community, communityId, now, actor, input, subject: { row } }) => {
    if (row.state !== 'agreed') return refuse('wrong_state', { state: row.state });
    const open = openGates(row.kind as Kind, await gatesOf(db, row));
    if (open.length > 0) return refuse('gates_open', { count: open.length });
    const standing = await standingOf(db, row, thresholdsOf(row, community));
    const may = checkStanding(standing);
    if (!may.ok) return may;
    const days = Math.max(7, (row.rule ?? community.settings).noticeDays);
    const to = noticeEnds(now, days);
    await db.insert(notice).values({
      communityId,
      proposalId: row.id,
      planVersion: standing.version ?? 0,
      from: now,
      to,
      postedBy: personOf(actor) ?? 0,
    });
    await recordStep(db, row, {
      kind: 'noticed',
      to: 'noticed',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { version: standing.version ?? 0, days },
      now,
    });
    await tellAll({ db, communityId, now }, row, letters.notice_posted, { no: input.proposal, until: to });
    return {
      ok: true,
      value: { proposal: input.proposal, version: standing.version ?? 0, until: to.toISOString() },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { to: 'noticed', version: standing.version, from: now.toISOString(), until: to.toISOString() },
      },
      changed: ['proposals'],
    };
  },
});

/** A household says, while the notice runs, that it is against it; also one that agreed before and changed its mind. */
export const opposeNotice = command({
  act: 'notice.oppose',
  input: opposeInput,
  subject: async (scope, input) => {
    const found = await noticed(scope, input);
    return found?.posted && { ...found, posted: found.posted, householdId: input.household ?? null };
  },
  allow: mayOppose,
  run: async ({ db, communityId, now, actor, input, subject: { row, posted } }) => {
    const householdId = actor.as === 'resident' ? actor.householdId : null;
    if (householdId === null) return refuse('not_allowed');
    const before = await oppositionOf(db, posted);
    const open = before.filter((one) => one.householdId === householdId && one.answer === null);
    const waiting = open.filter((one) => one.recorderId === null).length;
    const may = checkOpposing({ ...posted, running: posted.state === 'running' }, waiting, now);
    if (!may.ok) return may;
    // The household's own word stands in the place of what was written down for it.
    for (const recorded of open) {
      await db
        .update(noticeOpposition)
        .set({ replacedAt: now })
        .where(and(eq(noticeOpposition.communityId, communityId), eq(noticeOpposition.id, recorded.id)));
    }
    const [said] = await db
      .insert(noticeOpposition)
      .values({
        communityId,
        noticeId: posted.id,
        householdId,
        personId: personOf(actor),
        words: input.words,
        at: now,
      })
      .returning({ id: noticeOpposition.id });
    await recordStep(db, row, {
      kind: 'notice_opposed',
      role: roleOf(actor),
      personId: personOf(actor),
      now,
    });
    return {
      ok: true,
      value: { proposal: input.proposal, opposition: said?.id ?? 0 },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { opposition: said?.id ?? 0, household: householdId, words: input.words },
      },
      changed: ['proposals'],
    };
  },
});

/**
 * What a household says at its door against a plan on notice, read back to it before a witness, as opinions are. The
 * household gets a letter; its own word replaces it, and is never replaced by what somebody writes down.
 */
export const recordOpposition = command({
  act: 'notice.record_opposition',
  input: recordOppositionInput,
  subject: async (scope, input) => {
    const found = await noticed(scope, input);
    const [home] = await scope.db
      .select({ householdId: household.id, entranceId: household.entranceId })
      .from(household)
      .where(and(eq(household.communityId, scope.communityId), eq(household.id, input.household)));
    return found?.posted && home && { ...found, ...home, posted: found.posted };
  },
  allow: mayRecordOpposition,
  run: async ({ db, communityId, now, who, actor, input, subject }) => {
    const { row, posted, householdId, entranceId } = subject;
    const recorder = personOf(actor) ?? 0;
    const ids = [recorder, ...(input.witness === undefined ? [] : [input.witness])];
    const named = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids));
    if (input.witness !== undefined && !named.some((one) => one.id === input.witness))
      return refuse('invalid', undefined, { witness: 'choose_one' });
    const homes = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
    const { channel, proof, words } = input;
    const recording = checkRecording({
      ...{ recorder, household: householdId, entrance: entranceId, channel, proof },
      recorderHousehold: homes.includes(householdId) ? householdId : (homes[0] ?? null),
      grants: [{ role: actor.as === 'captain' ? 'captain' : 'social-worker', entrance: entranceId }],
      witness: input.witness ?? (input.witnessName || null),
      photo: input.photo !== undefined,
      message: input.message,
      recorderName: named.find((one) => one.id === recorder)?.name ?? '',
    });
    if (!recording.ok) return recording;
    const before = await oppositionOf(db, posted);
    const waiting = before.filter((one) => one.householdId === householdId && one.answer === null).length;
    const may = checkOpposing({ ...posted, running: posted.state === 'running' }, waiting, now);
    if (!may.ok) return may;
    const [said] = await db
      .insert(noticeOpposition)
      .values({
        ...{ communityId, noticeId: posted.id, householdId, words, channel, proof, at: now },
        ...{ recorderId: recorder, witnessId: input.witness ?? null, witness: input.witnessName },
        message: input.message,
      })
      .returning({ id: noticeOpposition.id });
    const opposition = said?.id ?? 0;
    if (input.photo) {
      const of = { communityId, subject: 'opposition' as const, subjectId: opposition };
      await keepPicture(db, of, input.photo, { by: recorder, now });
    }
    await recordStep(db, row, { kind: 'notice_opposed', role: roleOf(actor), personId: recorder, now });
    await writeLetters({ db, communityId, now }, letters.opposition_recorded, [
      { to: { household: householdId }, no: input.proposal, detail: { title: row.title } },
    ]);
    return {
      ok: true,
      value: { proposal: input.proposal, opposition, entrance: entranceId },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          ...{ opposition, household: householdId, words, channel, proof },
          witness: input.witness ?? input.witnessName,
          message: input.message,
          photo: pictureHash(input.photo),
        },
      },
      changed: ['proposals'],
    };
  },
});

async function sendBack(
  scope: Pick<Scope, 'db' | 'now'> & { actor: Actor },
  row: ProposalRow,
  posted: { communityId: number; id: number } | undefined,
  reason: string,
) {
  const { db, now, actor } = scope;
  if (posted) {
    await db
      .update(notice)
      .set({ state: 'returned' })
      .where(and(eq(notice.communityId, posted.communityId), eq(notice.id, posted.id)));
  }
  await recordStep(db, row, {
    kind: 'returned',
    to: 'redesign',
    role: roleOf(actor),
    personId: personOf(actor),
    reason,
    now,
  });
}

/** Every opposition is answered. One that is upheld takes the plan back to the drawing board. */
export const answerOpposition = command({
  act: 'notice.answer',
  input: answerInput,
  subject: async (scope, input) => {
    const found = await noticed(scope, input);
    const said =
      found?.posted && (await oppositionOf(scope.db, found.posted)).find((one) => one.id === input.opposition);
    return said && { ...found, posted: found.posted, said };
  },
  allow: mayAnswerOpposition,
  run: async (scope) => {
    const { db, communityId, now, actor, input, subject } = scope;
    const { row, posted, said, termActive } = subject;
    if (row.state !== 'noticed') return refuse('wrong_state', { state: row.state });
    if (said.answer !== null) return refuse('already_answered');
    const upheld = input.outcome === 'upheld';
    await db
      .update(noticeOpposition)
      .set({ answer: input.answer, upheld, answeredBy: personOf(actor), answeredAt: now })
      .where(and(eq(noticeOpposition.communityId, communityId), eq(noticeOpposition.id, said.id)));
    await writeLetters(scope, letters.opposition_answered, [
      { to: { household: said.householdId }, no: input.proposal, detail: { title: row.title } },
    ]);
    const back = upheld && actor.as === 'staff' && actor.role !== 'captain' && mayReturnAs(actor.role, row, termActive);
    if (back) await sendBack(scope, row, posted, input.answer);
    else {
      await recordStep(db, row, {
        kind: 'opposition_answered',
        role: roleOf(actor),
        personId: personOf(actor),
        detail: { outcome: input.outcome },
        now,
      });
    }
    return {
      ok: true,
      value: { proposal: input.proposal, opposition: said.id, upheld, returned: back },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { opposition: said.id, answer: input.answer, upheld, ...(back ? { to: 'redesign' } : {}) },
      },
      changed: ['proposals'],
    };
  },
});

const mayReturnAs = (role: Parameters<typeof mayMoveAs>[0] | 'auditor', row: ProposalRow, termActive: boolean) =>
  role !== 'auditor' && mayMoveAs(role, row.state, 'redesign', termActive);

/** Row 16: whoever would have to sign sends it back, with the reason. */
export const returnResolution = command({
  act: 'resolution.return',
  input: returnInput,
  subject: noticed,
  allow: mayReturn,
  run: async (scope) => {
    const { input, subject } = scope;
    const { row, posted } = subject;
    if (row.state === 'consulting' || !mayMove(row.state, 'redesign') || !['agreed', 'noticed'].includes(row.state))
      return refuse('wrong_state', { state: row.state });
    await sendBack(scope, row, posted, input.reason);
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${input.proposal}`, content: { to: 'redesign', reason: input.reason } },
      changed: ['proposals'],
    };
  },
});

/** The proposal with its notice, the resolution somebody may have signed already, and who is in office. */
async function toSign(scope: Scope, input: { proposal: number }) {
  const { db, communityId } = scope;
  const found = await noticed(scope, input);
  if (!found) return undefined;
  const [drawn] = found.posted
    ? await db
        .select()
        .from(resolution)
        .where(and(eq(resolution.communityId, communityId), eq(resolution.noticeId, found.posted.id)))
        .for('update')
    : [];
  const given = drawn ? await signaturesOf(db, drawn) : [];
  return { ...found, drawn, given, signed: given.map((one) => one.role) };
}

/**
 * Row 15. The notice is over and nothing said against it was upheld; agreement is read again under the proposal's lock;
 * everybody signs the same text. The last signature puts the resolution in force.
 */
export const signResolution = command({
  act: 'resolution.sign',
  input: signInput,
  subject: toSign,
  allow: maySign,
  races: {
    signature_community_id_resolution_id_signer_id_unique: 'person_has_signed',
    signature_community_id_resolution_id_role_pk: 'role_has_signed',
  },
  run: async ({ db, community, communityId, now, actor, input, subject }) => {
    const { row, posted, drawn, given, termActive } = subject;
    if (row.state !== 'noticed' || !posted) return refuse('wrong_state', { state: row.state });
    const over = checkNotice(posted.to, (await oppositionOf(db, posted)).map(asOpposition), now);
    if (!over.ok) return over;
    const standing = await standingOf(db, row, thresholdsOf(row, community));
    const agreed = checkStanding(standing);
    if (!agreed.ok) return agreed.refusal.code === 'not_agreed' ? refuse('consent_withdrawn') : agreed;
    const open = openGates(row.kind as Kind, await gatesOf(db, row));
    if (open.length > 0) return refuse('gates_open', { count: open.length });
    if (standing.version !== posted.planVersion) return refuse('text_changed');
    const { content, hash } = await textToSign(db, row, standing);
    const hex = hash.toString('hex');
    const role = roleOf(actor);
    if (role !== 'party-secretary' && role !== 'governance-secretary') return refuse('not_allowed');
    if (drawn && !drawn.hash.equals(hash)) return refuse('text_changed');
    const signer = personOf(actor) ?? 0;
    const before = given.map((one) => ({ ...one, hash: one.hash.toString('hex') }));
    const may = checkSignature(
      before,
      { role, signer, hash: input.hash ?? hex },
      { hash: hex, termActive, proposer: row.authorId },
    );
    if (!may.ok) return may;
    const [own] = drawn
      ? [drawn]
      : await db
          .insert(resolution)
          .values({
            communityId,
            no: await nextNumber(db, communityId, 'resolution'),
            proposalId: row.id,
            noticeId: posted.id,
            planVersion: posted.planVersion,
            canonical: content,
            hash,
            createdAt: now,
          })
          .returning();
    if (!own) throw new Error('the resolution was not drawn up');
    await db.insert(signature).values({ communityId, resolutionId: own.id, role, signerId: signer, hash, at: now });
    const missing = rolesMissing([...before, { role, signer, hash: hex }], hex, termActive);
    const complete = missing.length === 0;
    await recordStep(db, row, {
      kind: complete ? 'signed_off' : 'signed',
      ...(complete ? { to: 'signed_off' as const } : {}),
      role,
      personId: signer,
      detail: { resolution: own.no, version: posted.planVersion },
      now,
    });
    if (complete) {
      await tellAll({ db, communityId, now }, row, letters.resolution_signed, { no: own.no });
      await db
        .update(notice)
        .set({ state: 'signed' })
        .where(and(eq(notice.communityId, communityId), eq(notice.id, posted.id)));
      // The gate appends this act's leaf next; holding the head until then makes its number certain.
      const [head] = await db.select().from(ledgerHead).where(eq(ledgerHead.communityId, communityId)).for('update');
      await db
        .update(resolution)
        .set({ signedAt: now, leafSeq: (head?.size ?? 0) + 1 })
        .where(and(eq(resolution.communityId, communityId), eq(resolution.id, own.id)));
    }
    return {
      ok: true,
      value: { proposal: input.proposal, resolution: own.no, hash: hex, complete, missing },
      leaf: {
        subject: `resolution/${own.no}`,
        content: { proposal: input.proposal, version: posted.planVersion, hash: hex, role, complete },
      },
      changed: [`proposal/${input.proposal}`, 'proposals', 'resolutions'],
    };
  },
});
