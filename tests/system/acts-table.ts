// What each server action is tried on by tests/system/acts.ts: forms that are filled in properly, in the finished story,
// where the state refuses most of what the policy allows.

import type { Client, QueryResultRow } from 'pg';

interface Home {
  id: number;
  entrance: number;
}

type Numbers = Record<'comment' | 'round' | 'opinion' | 'building' | 'callback' | 'milestone', number> & {
  gate: string;
};

export type Subjects = Awaited<ReturnType<typeof subjectsOf>>;

/** The ids of the story's rows that forms name. What the story lacks is put in, as the owner of the database. */
export async function subjectsOf(db: Client) {
  const one = async <T extends QueryResultRow = { id: number }>(text: string, values: unknown[] = []): Promise<T> => {
    const [row] = (await db.query<T>(text, values)).rows;
    if (!row) throw new Error(`the story has no such row: ${text}`);
    return row;
  };
  const { id: c } = await one(`select id from community where slug = 'zhuguang'`);
  const of = <T extends QueryResultRow = { id: number }>(text: string) => one<T>(text, [c]);
  const homeOf = (identity: string) =>
    one<Home>(
      `select h.id, h.entrance_id as entrance from residency r
         join person p on p.id = r.person_id join household h on h.community_id = r.community_id and h.id = r.household_id
        where r.community_id = $1 and p.demonstration = $2`,
      [c, identity],
    );
  const home = await homeOf('resident-15');
  const authors = await homeOf('resident-14');
  const { id: person } = await one(`select id from person where demonstration = 'resident-15'`);
  const spare = await one(`insert into person (name) values ('备用') returning id`);
  const grant = await one(
    `insert into grants (community_id, person_id, role) values ($1, $2, 'auditor') returning id`,
    [c, spare.id],
  );
  const request = await one(
    `insert into join_request (community_id, person_id, household_id) values ($1, $2, $3) returning id`,
    [c, spare.id, home.id],
  );
  const resident = await one(
    `insert into residency (community_id, person_id, household_id) values ($1, $2, $3) returning id`,
    [c, spare.id, authors.id],
  );
  const invitation = await one(
    `insert into invitation (community_id, household_id, person_id, at) values ($1, $2, $3, moment()) returning id`,
    [c, home.id, person],
  );
  const draft = await one(
    `insert into proposal (community_id, kind, title, place, problem, author_id, author_household_id, state)
     values ($1, 'other', '草稿', '', '', $2, $3, 'draft') returning id`,
    [c, person, home.id],
  );
  const opposition = await one(
    `insert into notice_opposition (community_id, notice_id, household_id, person_id, words, at, answer)
     select $1, max(id), $2, $3, '不同意', moment(), '已答复' from notice where community_id = $1 returning id`,
    [c, home.id, person],
  );
  const recheck = await of<{ id: number; household: number; entrance: number }>(
    `select r.id, h.id as household, h.entrance_id as entrance from recheck r
       join opinion o on o.community_id = r.community_id and o.id = r.opinion_id
       join household h on h.community_id = o.community_id and h.id = o.household_id
      where r.community_id = $1 order by r.id limit 1`,
  );
  const raised = await of<{ no: number; household: number; entrance: number }>(
    `select o.no, h.id as household, h.entrance_id as entrance from objection_raiser r
       join objection o on o.community_id = r.community_id and o.id = r.objection_id and o.merged_into is null
       join household h on h.community_id = r.community_id and h.id = r.household_id
       join residency v on v.community_id = h.community_id and v.household_id = h.id
       join person p on p.id = v.person_id and p.demonstration = 'resident-15'
      where r.community_id = $1 order by o.no limit 1`,
  );
  const delegates = await db.query<{ identity: string }>(
    `select p.demonstration as identity from acceptance a
       join residency r on r.community_id = a.community_id and r.household_id = a.household_id
       join person p on p.id = r.person_id where a.community_id = $1 and p.demonstration is not null`,
    [c],
  );
  const order = await one<{
    id: number;
    no: number;
    agency: number;
    outside: number;
    tier: number;
    ground: number;
    entry: number;
  }>(
    `with at as (select (select id from agency where community_id = $1 and role = 'social-worker') as agency,
         (select min(id) from agency where community_id = $1 and role is null) as outside,
         (select min(id) from case_tier where community_id = $1) as tier,
         (select min(id) from handing_ground where community_id = $1) as ground,
         (select max(id) from handing_ground where community_id = $1) as entry),
       made as (insert into cases (community_id, no, kind, source, title, place, household_id, happened_at, state, agency_id,
           tier_id, due_at)
         select $1, (select max(no) + 1 from cases where community_id = $1), 'complaint', 'walk_in', '电梯停了', '大堂', $2, moment(),
           'dispatched', agency, tier, moment() + interval '2 hours' from at returning id, no),
       step as (insert into case_event (community_id, case_id, step, role, agency_id, tier_id)
         select $1, made.id, 'dispatch', 'hotline', agency, tier from made, at)
     select * from made, at`,
    [c, home.id],
  );
  const key = await one<{ no: number }>(
    `insert into api_key (community_id, no, name, purpose, hash)
     select $1, coalesce(max(no), 0) + 1, '试', '试', '\\x01' from api_key where community_id = $1 returning no`,
    [c],
  );
  const taken = await one<{ no: number }>(
    `insert into data_export (community_id, no, what, file, purpose, personal, rows, role, asked_by)
     select $1, coalesce(max(no), 0) + 1, 'cases', 'csv', '试', true, 51, 'hotline', $2 from data_export
       where community_id = $1 returning no`,
    [c, spare.id],
  );
  const promise = await of(`select min(id) as id from commitment where community_id = $1`);
  const picture = await of<{ id: number; identity: string }>(
    `select x.id, p.demonstration as identity from picture x join person p on p.id = x.uploaded_by
      where x.community_id = $1 order by x.id limit 1`,
  );
  await db.query('update picture set on_board = false where community_id = $1 and id = $2', [c, picture.id]);
  const numbers = await of<Numbers>(
    `select (select max(id) from comment where community_id = $1) as comment,
       (select max(no) from round where community_id = $1) as round,
       (select min(id) from opinion where community_id = $1) as opinion,
       (select min(key) from legal_gate where community_id = $1) as gate,
       (select min(id) from building where community_id = $1) as building,
       (select min(id) from callback where community_id = $1) as callback,
       (select min(position) from milestone where community_id = $1) as milestone`,
  );
  const letter = await one(
    `insert into letter (community_id, person_id, kind, about_kind, about_no, detail, until)
       values ($1, $2, 'grant_given', 'grant', 1, '{"role": "captain", "at": null}', moment() + interval '1 day') returning id`,
    [c, person],
  );
  const session = await one(
    `insert into session (person_id, expires_at) values ($1, moment() + interval '1 day') returning id`,
    [person],
  );
  return {
    ...{
      order,
      key,
      taken,
      person,
      home,
      authors,
      grant,
      request,
      resident,
      draft,
      opposition,
      recheck,
      raised,
      promise,
      picture,
      invitation,
      letter,
      session,
    },
    ...numbers,
    delegates: delegates.rows.map((row) => row.identity),
    authorsHome: authors,
  };
}

export interface Try {
  /** What the line of docs/permissions.md tries the act on. */
  on?: string;
  /** The form. */
  values: Record<string, string>;
  /** The household it is about, otherwise that of resident-15. */
  home?: Home;
  /** The demonstration identities it is for, where rows decide and not roles. */
  only?: string[];
  open?: 'everybody' | 'signed in';
  /** Also for those who live nowhere yet. */
  homeless?: boolean;
  /** The refusal that keeps the try from being carried out. */
  stops?: string;
  /** An action that takes the form alone. */
  bare?: boolean;
}

/** By the name of the action. */
export function triesOf(s: Subjects): Record<string, Try> {
  const p = { proposal: '1' };
  const c = { case: String(s.order.no) };
  const reason = '说明白的理由';
  const h = String(s.home.id);
  const term = 'between terms';
  const round = { round: String(s.round) };
  const objection = { ...p, objection: String(s.raised.no) };
  const raiser = { ...objection, household: String(s.raised.household) };
  const said = { ...round, household: h, stance: 'support' };
  const shown = '{"wording":"以前的写法"}';
  const later = '2031-06-01';
  const written = { proof: 'read_back', witnessName: '对门王阿姨', seen: '0' };
  const sign = (values = {}) => ({ ...p, ...values });
  return {
    recordCase: {
      on: 'of the household',
      values: {
        kind: 'complaint',
        source: 'walk_in',
        title: '灯不亮',
        words: '楼道灯不亮',
        place: '楼道',
        household: h,
      },
    },
    postCase: { values: { case: '1', title: '灯不亮', place: '楼道' } },
    takeDownCase: { values: { case: '1', reason: '写到人了' } },
    signCase: { on: 'with the social workers', values: c },
    contactCase: { on: 'with the social workers', values: { ...c, reached: 'yes' } },
    handleCase: { on: 'with the social workers', values: c },
    assignCase: { on: 'with the social workers', values: { cases: c.case, handler: String(s.person) } },
    assistCase: { on: 'with the social workers', values: { ...c, agency: String(s.order.outside), reason } },
    lookCase: { on: 'with the social workers', values: c },
    superviseCase: { on: 'against the property service', values: { ...c, reason } },
    extendCase: { on: 'with the social workers', values: { ...c, until: '2031-06-01T09:00', reason } },
    whistleCase: { on: 'with the social workers', values: { ...c, agency: String(s.order.outside), reason } },
    arriveCase: { on: 'with the social workers', values: c },
    escalateCase: { on: 'with the social workers', values: { ...c, reason } },
    settleCase: { on: 'against the property service', values: { ...c, reason } },
    objectCase: { on: 'with the social workers', values: { ...c, reason } },
    dismissObjection: { on: 'against the property service', values: { ...c, reason } },
    nudgeCase: { on: 'of the household', values: c },
    joinCase: { on: 'the household', values: { ...c, household: h } },
    dispatchCase: {
      on: 'against the property service',
      values: { ...c, agency: String(s.order.agency), tier: String(s.order.tier) },
    },
    dispatchCases: {
      on: 'against the property service',
      values: { cases: c.case, agency: String(s.order.agency), tier: String(s.order.tier) },
    },
    handOnCase: {
      on: 'against the property service',
      values: {
        ...c,
        agency: String(s.order.outside),
        tier: String(s.order.tier),
        ground: String(s.order.ground),
        reason,
      },
    },
    mergeCase: { on: 'against the property service', values: { ...c, into: '1', reason } },
    splitCase: { on: 'against the property service', values: { ...c, reason } },
    replyCase: { on: 'with the social workers', values: { ...c, words: '换了灯' } },
    reworkCase: { on: 'of the household', values: { ...c, reason } },
    closeCase: { on: 'against the property service', values: c },
    archiveCase: { on: 'against the property service', values: c },
    callCase: { on: 'against the property service', values: { ...c, outcome: 'not_reached' } },
    askScope: { on: 'against the property service', values: { ...c, scope: 'excluded', reason } },
    decideScope: { on: 'against the property service', values: { ...c, request: '1', agreed: 'yes' } },
    addEntry: { values: { list: 'ground', name: '再一条', beyond: 'no' } },
    renameEntry: { values: { list: 'ground', entry: String(s.order.entry), name: '另一个名字' } },
    retireEntry: { values: { list: 'ground', entry: String(s.order.entry) } },
    renewFeed: { values: {} },
    askExport: { on: 'cases', values: { what: 'cases', file: 'csv', purpose: '报街道', asked: 'tab=all' } },
    approveExport: { values: { export: String(s.taken.no) } },
    refuseExport: { values: { export: String(s.taken.no), reason } },
    giveKey: { values: { name: '一网统管', purpose: '转诉求' } },
    withdrawKey: { values: { key: String(s.key.no), reason } },
    linkCase: { values: { ...p, case: '1', side: 'for' } },
    unlinkCase: { values: { ...p, case: '1', reason } },
    decideOpposite: {
      values: { matter: '过路', 'asks.1': 'on', 'bears.2': 'on', verdict: 'confirmed', reason },
    },
    proposeTopic: {
      values: { 'cases.1': 'on', kind: 'other', title: '路滑', place: '土坡', problem: '老人摔倒', ask: '修路' },
    },
    saveDraft: {
      on: 'for the household',
      values: { kind: 'other', title: '试一试', household: h, provenance: '在楼门口说的，念给她听过' },
    },
    discardDraft: { only: ['resident-15'], values: { draft: String(s.draft.id) } },
    submitProposal: { only: [], values: { draft: String(s.draft.id), shown } },
    giveSupport: { on: 'for their own home', values: p },
    takeBackSupport: { on: 'for their own home', values: p },
    addComment: { on: 'for their own home', values: sign({ stance: 'for', words: '好' }) },
    hideComment: { values: { comment: String(s.comment), reason } },
    showComment: { values: { comment: String(s.comment), reason } },
    lookAtProposal: { values: sign({ problem: '坡上滑', ask: '修路' }) },
    chooseLooking: { values: { first: 'no' } },
    acceptProposal: { on: term, values: p },
    declineProposal: { values: sign({ reason, askInstead: '街道' }) },
    takeBackDecline: { values: sign({ reason }) },
    appeal: { on: 'of the household', home: s.authorsHome, values: sign({ reason }) },
    decideAppeal: { values: sign({ reason, outcome: 'dismissed' }) },
    proposeShelving: { on: term, values: sign({ reason, lookAgainOn: later }) },
    confirmShelving: { values: { ...p, shown } },
    refuseShelving: { values: { ...p, reason: '还是接着办' } },
    reopenShelved: { values: sign({ reason }) },
    withdrawProposal: { on: 'of the household', home: s.authorsHome, values: sign({ reason }) },
    reopenProposal: { values: sign({ reason }) },
    resumeProposal: { on: term, values: sign({ reason, to: 'building', responsible: '某人', dueOn: later }) },
    lookAtPicture: { values: { picture: String(s.picture.id), verdict: 'board' } },
    removePicture: { only: [s.picture.identity], values: { picture: String(s.picture.id) } },
    recordOpposition: { on: 'the household', values: sign({ household: h, words: '不同意', shown, ...written }) },
    declareAgreement: { on: term, values: { ...p, shown } },
    postNotice: { values: { ...p, shown } },
    opposeNotice: { on: 'for their own home', values: sign({ words: '不同意', shown }) },
    answerOpposition: {
      on: term,
      values: sign({ opposition: String(s.opposition.id), answer: '答复', outcome: 'not_upheld', shown }),
    },
    returnResolution: { values: sign({ reason }) },
    signResolution: { on: term, values: { ...p, hash: 'a'.repeat(64) } },
    giveOpinion: { on: 'a household of the round', values: { ...said, shown } },
    correctOpinion: { on: 'a household of the round', values: { ...said, shown } },
    recordOpinion: { on: 'a household of the round', values: { ...said, ...written } },
    makeInvitation: { on: 'a household of the round', values: { household: h, words: '晚上在家' } },
    takeBackInvitation: { on: 'a household of the round', values: { invitation: String(s.invitation.id) } },
    keepInvitation: { on: 'a household of the round', values: { invitation: String(s.invitation.id) } },
    noteVisit: { on: 'a household of the round', values: { ...round, household: h, outcome: 'not_home' } },
    noteRecheck: {
      on: 'a household of the round',
      home: { id: s.recheck.household, entrance: s.recheck.entrance },
      values: { recheck: String(s.recheck.id), outcome: 'not_reached' },
    },
    startWorks: {
      on: term,
      values: sign({ contractor: '施工队', budget: '100', budgetReason: '省下来了', permits: '齐了' }),
    },
    planMilestone: { values: { works: '1', name: '再看一看', plannedOn: later } },
    reportMilestone: { values: { works: '1', milestone: String(s.milestone), actualOn: '2022-11-01' } },
    checkMilestone: { values: { works: '1', milestone: String(s.milestone), shown } },
    returnMilestone: { values: { works: '1', milestone: String(s.milestone), reason, shown } },
    mendCommitment: { values: { works: '1', commitment: String(s.promise.id), note: '修好了' } },
    nameDelegate: { values: { works: '1', group: '1', household: h } },
    decideCommitment: {
      only: s.delegates,
      values: { works: '1', commitment: String(s.promise.id), outcome: 'accepted', shown },
    },
    recordAcceptance: {
      on: 'a delegate at the entrance',
      values: { works: '1', household: h, outcome: 'accepted', proof: 'read_back', witnessName: '对门王阿姨', shown },
    },
    giveAcceptance: { only: s.delegates, values: { works: '1', outcome: 'accepted', shown } },
    completeWorks: { values: { works: '1' } },
    breakWorks: { values: { works: '1', reason } },
    drawWave: { values: sign({ wave: 'four_weeks' }) },
    noteCallback: { values: { callback: String(s.callback), reached: 'no' } },
    closeWave: { values: sign({ wave: 'four_weeks' }) },
    recordFigures: {
      values: {
        from: '2021-01-01',
        to: '2021-01-31',
        profile: 'beijing_district_2025',
        effective: '1',
        contacted: '1',
        resolved: '1',
        satisfied: '1',
        fairlySatisfied: '0',
        looked: '2021-01-01 2021-01-31 beijing_district_2025 1 1 1 1 0',
      },
    },
    arrangeReport: { values: { column1: 'unit', column2: 'volume' } },
    deriveFigures: { values: { month: '2020-01' } },
    correctFigures: {
      values: {
        ...{
          from: '2021-02-01',
          to: '2021-02-28',
          profile: 'beijing_district_2025',
          effective: '1',
          corrects: '1',
          reason,
        },
        looked: '2021-02-01 2021-02-28 beijing_district_2025 1 - - - -',
      },
    },
    handOver: { on: 'auditor', values: { grant: String(s.grant.id), reason } },
    revokeGrant: { on: 'auditor', values: { grant: String(s.grant.id), reason } },
    giveGrant: { on: 'auditor', values: { phone: '13912345678', name: '某人', role: 'auditor' } },
    openTerm: {
      on: 'somebody else’s',
      values: { phone: '13912345679', name: '某某', cohort: '二', from: '2031-01-01', to: '2031-12-31' },
    },
    askToJoin: { homeless: true, values: { name: '某人', building: '15', entrance: '1', door: '101' } },
    confirmJoin: { on: 'to the entrance', values: { request: String(s.request.id), shown } },
    confirmJoins: {
      only: ['social-worker', 'captain-15'],
      values: { 'requests[]': String(s.request.id), seen: JSON.stringify({ [s.request.id]: shown }) },
    },
    refuseJoin: { on: 'to the entrance', values: { request: String(s.request.id), reason } },
    takeBackJoin: { on: 'let in by somebody else', values: { resident: String(s.resident.id), reason } },
    endResidency: { on: 'let in by somebody else', values: { resident: String(s.resident.id), reason } },
    importRegister: { values: {} },
    importOrders: { values: {} },
    startConsultation: { values: { ...p, shown } },
    nameGroups: {
      values: sign({ name_1: '一方', effect_1: 'neutral', why_1: '近', 'places_1[]': `building:${s.building}`, shown }),
    },
    confirmGroups: { values: { ...p, shown } },
    decideGate: { values: sign({ gate: s.gate, outcome: 'not_applicable', evidence: '不涉及' }) },
    mergeProposal: { values: sign({ into: '1', reason }) },
    separateProposal: { values: sign({ reason }) },
    drawObjection: {
      on: term,
      values: sign({ 'opinions[]': String(s.opinion), ground: 'noise', weight: 'harm', wording: '夜里吵' }),
    },
    mergeObjections: { on: term, values: { ...objection, into: String(s.raised.no) } },
    splitObjection: {
      on: term,
      values: { ...objection, 'households[]': String(s.raised.household), weight: 'harm', wording: '吵' },
    },
    rewordObjection: { on: term, values: { ...objection, weight: 'harm', wording: '换一句话', shown } },
    acknowledgeObjection: { on: term, values: { ...objection, shown } },
    answerObjection: { on: term, values: { ...objection, kind: 'not_possible', answer: '办不到', shown } },
    approveWording: { on: 'a household that raised it', values: { ...raiser, shown } },
    disputeWording: { on: 'a household that raised it', values: { ...raiser, shown, words: '不是这个意思' } },
    giveVerdict: { on: 'a household that raised it', values: { ...raiser, shown, verdict: 'settled' } },
    takeBackVerdict: { on: 'a household that raised it', values: { ...raiser, reason } },
    noteTry: { on: 'a household that raised it', values: raiser },
    reopenObjection: { on: term, values: { ...objection, reason } },
    escalateObjection: { on: term, values: { ...objection, reason, shown } },
    draftPlan: { values: sign({ title: '再一稿', summary: '试', cost: '0', clauses: '一条' }) },
    citeChanges: { values: sign({ note_1: '改', technical_1: '技术', rowVersion: '1' }) },
    judgeMateriality: { values: sign({ material_1: 'no', reason_1: '没有变', rowVersion: '1' }) },
    confirmMateriality: { values: { ...p, rowVersion: '1' } },
    publishPlan: { on: term, values: { ...p, rowVersion: '1' } },
    openRound: { on: term, values: sign({ closesOn: later, shown }) },
    extendRound: { on: term, values: { ...round, closesOn: later } },
    takeBackExtension: { on: term, values: { ...round, closesOn: later } },
    takeBackOpening: { on: term, values: { ...round, reason } },
    closeRound: { values: round },
    summariseRound: { on: term, values: { ...round, summary: '小结' } },
    redesign: { on: term, values: sign({ reason }) },
    readLetter: { only: ['resident-15'], values: { letter: String(s.letter.id) } },
    readAllLetters: { open: 'signed in', values: { upto: '1' } },
    endSession: { open: 'signed in', values: { session: String(s.session.id) } },
    askOwnCode: { open: 'signed in', values: {} },
    confirmErasure: { open: 'signed in', values: { code: '000000', understood: 'on' } },
    keepData: { open: 'signed in', values: {} },
    askCode: { open: 'everybody', values: { phone: '13900009999' } },
    proveCode: { open: 'everybody', values: { code: '000000' } },
    askNewPhone: { open: 'signed in', values: { phone: '13900008888' } },
    changePhone: { open: 'signed in', values: { code: '000000' } },
    signOut: { open: 'everybody', bare: true, values: {} },
    enterAs: { open: 'everybody', bare: true, values: { identity: 'auditor' } },
  };
}
