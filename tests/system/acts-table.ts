// What each server action is tried on by tests/system/acts.ts: forms that are filled in properly, in the finished story,
// where the state refuses most of what the policy allows.

import type { District, Home, Subjects } from './acts-subjects';

/** What an office of the district does: whoever holds it, in whatever community they live. */
function ofDistrict({ cohort, candidate, community, term, story }: District) {
  const only = ['district', 'district-2'];
  const days = { from: '2030-01-01', to: '2030-06-30' };
  const months = { beforeFrom: '2029-01-01', beforeTo: '2029-06-30', afterFrom: '2030-01-01', afterTo: '2030-06-30' };
  const [ofCohort, ofTerm] = [
    { district: 'fengtai', cohort: String(cohort) },
    { district: 'fengtai', community: String(community), term: String(term), reason: '试' },
  ];
  const draft = { name: '试一批', ...days, ...months, weights: '2,2,2,2,1,1', places: String(community) };
  const submission = '00000000-0000-4000-8000-000000000001';
  const tenths = { response: '1', resolution: '5', satisfaction: '4', fairlyTenths: '9' };
  const profile = { district: 'fengtai', name: '试的口径', month: '2022-01', ...tenths, reason: '试' };
  const person = { name: '试派的人', phone: '13900009999', homeUnit: '区里', post: '', skills: '', named: 'no' };
  const answer = { district: 'fengtai', community: String(story), crack: '1', answer: '同意' };
  const sent = { community: String(community), candidate: String(candidate), ...days };
  const parts = { volume: '3', repeats: '2', unresolved: '2', overdue: '1', opposites: '1', trend: '1', many: '3' };
  return {
    weighCommunities: { only, values: { district: 'fengtai', ...parts } },
    draftCohort: {
      only,
      values: { district: 'fengtai', ...draft, [`reason_${community}`]: '试', submission, seen: 'on' },
    },
    approveCohort: { only, values: { ...ofCohort, seen: 'on' } },
    publishCohort: { only, values: ofCohort },
    withdrawCohort: { only, values: { ...ofCohort, reason: '试' } },
    proposeProfile: { only, values: { ...profile, submission } },
    answerProfile: { only, values: { district: 'fengtai', profile: '1', agreed: 'no', reason: '试' } },
    addCandidate: { only, values: { district: 'fengtai', ...person } },
    sendCandidate: { only, values: { ...ofCohort, ...sent } },
    extendTerm: { only, values: { ...ofTerm, to: '2030-12-31' } },
    recallTerm: { only, values: ofTerm },
    answerFromDistrict: { only, values: answer },
    answerFromStreet: { only: ['street'], values: answer },
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
  const o = { occasion: String(s.occasion.no) };
  const m = { meeting: String(s.meeting.no) };
  const su = { signUp: String(s.signedUp.id) };
  const st = { steward: String(s.steward.id) };
  const sh = { shift: String(s.shift.id) };
  const objection = { ...p, objection: String(s.raised.no) };
  const raiser = { ...objection, household: String(s.raised.household) };
  const said = { ...round, household: h, stance: 'support' };
  const shown = '{"wording":"以前的写法"}';
  const playbook = {
    name: '一条路',
    indications: '坡滑',
    contraindications: '没有地方',
    steps: '先上门｜楼门长',
    people: '3',
    days: '30',
    money: '0',
  };
  const later = '2031-06-01';
  const written = { proof: 'read_back', witnessName: '对门王阿姨', seen: '0' };
  const sign = (values = {}) => ({ ...p, ...values });
  const at = { milestone: String(s.word.milestone), place: '1' };
  const listed = { [`units.${s.unit.id}`]: 'on' };
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
    signCases: { on: 'with the social workers', values: { cases: c.case } },
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
    replyCases: { on: 'with the social workers', values: { cases: c.case, words: '{称呼}，换了灯' } },
    replyCase: { on: 'with the social workers', values: { ...c, words: '换了灯' } },
    reworkCase: { on: 'of the household', values: { ...c, reason } },
    closeCase: { on: 'against the property service', values: c },
    closeCases: { on: 'against the property service', values: { cases: c.case } },
    archiveCases: { on: 'against the property service', values: { cases: c.case } },
    archiveCase: { on: 'against the property service', values: c },
    callCase: { on: 'against the property service', values: { ...c, outcome: 'not_reached' } },
    askScope: { on: 'against the property service', values: { ...c, scope: 'excluded', reason } },
    decideScope: { on: 'against the property service', values: { ...c, request: '1', agreed: 'yes' } },
    addEntry: { values: { list: 'ground', name: '再一条', beyond: 'no' } },
    renameEntry: { values: { list: 'ground', entry: String(s.order.entry), name: '另一个名字' } },
    retireEntry: { values: { list: 'ground', entry: String(s.order.entry) } },
    renewFeed: { values: {} },
    askExport: { on: 'cases', values: { what: 'cases', file: 'csv', purpose: '报街道', asked: 'tab=all' } },
    fillBlank: {
      on: 'works',
      values: {
        blank: String(s.blank.no),
        of: 'works',
        asked: '',
        purpose: '报街道',
        column1: 'number',
        column2: 'title',
      },
    },
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
    draftAlternative: {
      values: sign({
        title: '靠北墙',
        summary: '一排',
        cost: '100',
        clauses: '不动树',
        name_1: '15号楼',
        effect_1: 'bears',
        why_1: '在窗下',
        'places_1[]': `building:${s.building}`,
      }),
    },
    openComparison: { values: sign({ closesOn: later, shown }) },
    extendComparison: { values: sign({ closesOn: later }) },
    closeComparison: { values: p },
    chooseAlternative: { on: term, values: sign({ alternative: '1', shown }) },
    endComparison: { on: term, values: sign({ reason }) },
    sayWord: { on: 'a household of the round', values: sign({ household: h, answer_1: 'can', shown }) },
    recordWord: {
      on: 'the household',
      values: sign({ household: h, answer_1: 'can', proof: 'read_back', witnessName: '对门王阿姨', shown }),
    },
    noteAtDoor: { on: 'the household', values: sign({ household: h, outcome: 'not_home' }) },
    openRepair: { values: sign({ what: '重做防水', warranty: '60' }) },
    listUnits: { values: sign({ doors: '14-1-101 主卧顶漏' }) },
    planBatch: { values: sign({ contractor: '防水公司', from: '2022-05-01', to: '2022-05-20', ...listed }) },
    startRepairs: { values: { ...p, shown } },
    lookAtUnits: { values: sign({ day: '2022-05-01', ...listed }) },
    finishUnits: { values: sign({ day: '2022-05-01', ...listed }) },
    judgeUnit: { on: 'a household of the round', values: { unit: String(s.unit.id), outcome: 'confirmed', shown } },
    recordUnit: {
      on: 'the household',
      values: { unit: String(s.unit.id), outcome: 'confirmed', proof: 'read_back', witnessName: '对门王阿姨', shown },
    },
    dropUnit: { on: 'a household of the round', values: { unit: String(s.unit.id), reason } },
    leaksAgain: { on: 'a household of the round', values: { unit: String(s.unit.id), note: '又漏了' } },
    completeRepairs: { values: { ...p, shown } },
    setLimit: { values: { limit: '5000' } },
    proposeShort: {
      values: sign({ what: '加一个架子', who: '物业', cost: '300', harmless: '不挡谁', 'places.1': 'on' }),
    },
    confirmShort: { values: { ...p, shown } },
    refuseShort: { values: sign({ reason, shown }) },
    objectShort: { on: 'for their own home', values: sign({ words: '挡光', shown }) },
    recordShortObjection: {
      on: 'the household',
      values: sign({ household: h, words: '挡光', shown, proof: 'read_back', witnessName: '对门王阿姨' }),
    },
    finishShort: { values: sign({ doneOn: '2022-11-01' }) },
    answerShort: { on: 'of the household', home: s.authorsHome, values: sign({ answer: 'good', shown }) },
    doAgain: { on: term, values: sign({ reason, to: 'short' }) },
    nameDepicted: {
      values: { picture: String(s.depicted.picture), building: '15', entrance: '1', door: '102', people: '奶奶' },
    },
    answerDepicted: {
      on: 'a household they lived in by then',
      values: { depicted: String(s.depicted.id), answer: 'yes' },
    },
    recordDepicted: {
      on: 'a household of the round',
      values: { depicted: String(s.depicted.id), answer: 'yes', witness: '对门王阿姨' },
    },
    dropDepicted: { values: { depicted: String(s.depicted.id) } },
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
    addMember: { values: { name: '某单位' } },
    endMember: { values: { member: String(s.council.member), reason } },
    offerResource: { values: { member: String(s.council.member), title: '会议室' } },
    withdrawResource: { values: { resource: String(s.council.resource), reason } },
    addDemand: { values: { title: '缺一间屋', source: 'resident' } },
    withdrawDemand: { values: { demand: String(s.council.demand), reason } },
    claimDemand: { values: { demand: String(s.council.demand), member: String(s.council.member), brings: '出屋子' } },
    startProject: {
      values: {
        title: '开一间屋',
        'demands.1': 'on',
        lead: String(s.council.member),
        steps: '找屋子 2031-06-01',
      },
    },
    reportStep: { values: { project: String(s.council.project), position: '1', doneOn: '2022-11-01' } },
    endProject: { values: { project: String(s.council.project), reason } },
    reviewProject: {
      on: 'for a need of the household',
      values: { project: String(s.council.project), verdict: 'done', words: '办成了' },
    },
    explainReview: { values: { review: String(s.council.review), why: '没有材料' } },
    planVisit: {
      on: 'a household of the round',
      values: { household: h, purpose: 'comfort', reason: 'asked', day: later },
    },
    dropVisit: { on: 'a household of the round', values: { household: h, reason } },
    recordVisit: {
      on: 'a household of the round',
      values: {
        household: h,
        purpose: 'comfort',
        outcome: 'not_home',
        on: '2031-06-01T09:00',
        place: 'home',
      },
    },
    writeCare: {
      on: 'a household of the round',
      values: { household: h, consent: 'said', agreed: '她本人', words: '腿不好' },
    },
    endCare: { on: 'of somebody else, with another', values: { note: String(s.care.id) } },
    noteNeed: { on: 'a household of the round', values: { household: h, wording: '换灯泡' } },
    giveNeed: { values: { need: String(s.need.id), owner: String(s.person), due: later } },
    answerNeed: { on: 'a household of the round', values: { need: String(s.need.id), words: '换了' } },
    judgeNeed: {
      on: 'a household of the round',
      values: { need: String(s.need.id), verdict: 'met', shown, proof: 'read_back', witnessName: '对门王阿姨' },
    },
    turnNeed: {
      values: { need: String(s.need.id), into: 'case', title: '灯不亮', place: '楼道', problem: '楼道灯不亮' },
    },
    askNoVisits: { on: 'a household of the round', values: { household: h } },
    welcomeVisits: { on: 'a household of the round', values: { household: h } },
    offerSkill: { on: 'a household of the round', values: { household: h, what: '电焊' } },
    takeBackSkill: { on: 'somebody else’s', values: { skill: String(s.skill.no) } },
    askSkill: { values: { skill: String(s.skill.no), words: '有一家的门轴要焊' } },
    callHelp: { values: { title: '要两位会焊的', place: '院里', day: later, people: '2' } },
    joinHelp: { on: 'a household of the round', values: { call: String(s.help.no), household: h, shown } },
    leaveHelp: { only: [], values: { helper: String(s.helper.id) } },
    nameHelper: { only: [], values: { helper: String(s.helper.id), name: '老周' } },
    thankHelpers: { values: { call: String(s.help.no), thanks: '焊得结实' } },
    cancelHelp: { values: { call: String(s.help.no), reason } },
    nameSteward: { values: { phone: '13912345670', kind: 'volunteer' } },
    assignAreas: { values: { ...st, shown } },
    endSteward: { values: { ...st, reason } },
    showName: { only: [], values: { ...st, name: '老刘' } },
    planShifts: { values: { ...st, day: later, part: 'morning' } },
    offerShift: { only: ['social-worker', 'party-secretary'], values: sh },
    takeShift: { only: ['resident-14', 'resident-15', 'captain-14', 'captain-15', 'property'], values: sh },
    giveShift: { values: { ...sh, ...st } },
    removeShift: { on: 'somebody else’s', values: { ...sh, reason } },
    keepShift: { only: ['social-worker', 'party-secretary'], values: sh },
    returnShift: { only: ['social-worker', 'party-secretary', 'resident-14'], values: sh },
    correctHours: { on: 'somebody else’s', values: { ...sh, minutes: '180', reason: '记错了' } },
    confirmShift: { on: 'somebody else’s', values: { ...sh, minutes: '180' } },
    planProgramme: {
      values: {
        kind: 'service',
        title: '磨刀',
        place: '南门',
        startsAt: '2031-06-01T09:00',
        minutes: '60',
        recurrence: 'once',
        places: '9',
      },
    },
    addDates: {
      values: { programme: '1', startsAt: '2031-07-01T09:00', minutes: '60', recurrence: 'once', places: '9' },
    },
    callMeeting: {
      values: {
        title: '怎么修',
        place: '二层',
        startsAt: '2031-06-01T19:00',
        minutes: '60',
        'proposals.1': 'on',
        [`entrances.${s.home.entrance}`]: 'on',
      },
    },
    moveMeeting: { values: { ...m, startsAt: '2031-06-02T19:00', reason, shown } },
    cancelMeeting: { values: { ...m, reason, shown } },
    tellComing: { on: 'a household of the round', values: { ...m, household: h, shown } },
    recordComing: { on: 'the household', values: { ...m, [`households.${h}`]: 'on', shown } },
    takeBackComing: { on: 'a household of the round', values: { ...m, household: h } },
    tick: { on: 'the household', values: { ...m, [`households.${h}`]: 'on' } },
    tellThere: { on: 'a household of the round', values: { ...m, household: h } },
    strike: { on: 'a household of the round', values: { ...m, household: h } },
    writeMinute: { values: { ...m, position: '1', version: '1', said: '说了', decided: '定了' } },
    openMinutes: { values: { ...m, shown } },
    keepPromise: { values: { ...m, position: '1', promise: '1', doneOn: '2022-11-01' } },
    correctMinutes: {
      on: 'a household they lived in by then',
      values: { ...m, household: h, position: '1', words: '漏了一句' },
    },
    answerCorrection: { values: { ...m, correction: '1', outcome: 'kept', answer: '听过录音了', shown } },
    moveOccasion: { values: { ...o, startsAt: '2031-06-02T09:00', reason, shown } },
    setPlaces: { values: { ...o, places: '12', shown } },
    cancelOccasion: { values: { ...o, reason, shown } },
    makeSignUp: { on: 'a household of the round', values: { ...o, household: h, heads: '1', shown } },
    bookForNeed: {
      on: 'a household of the round',
      values: { ...o, need: String(s.need.id), heads: '1', channel: 'door', shown },
    },
    recordSignUp: {
      on: 'a household of the round',
      values: { ...o, building: '15', entrance: '1', door: '101', heads: '1', channel: 'door', shown },
    },
    walkIn: { values: { ...o, heads: '1' } },
    takeBackPlace: { on: 'a household of the round', values: su },
    attend: { values: { ...su, came: 'yes' } },
    tellHow: { on: 'a household they lived in by then', values: { ...su, words: '热闹' } },
    noteVisit: { on: 'a household of the round', values: { ...round, household: h, outcome: 'not_home' } },
    noteRecheck: {
      on: 'a household of the round',
      home: { id: s.recheck.household, entrance: s.recheck.entrance },
      values: { recheck: String(s.recheck.id), outcome: 'not_reached' },
    },
    askOutside: { values: sign({ organisation: '园林局', asked: '开一条路', askedOn: '2022-01-01', due: later }) },
    answerOutside: {
      values: sign({ consent: '1', outcome: 'given', answer: '同意', answeredOn: '2022-01-02', shown }),
    },
    dropOutside: { values: sign({ consent: '1', reason, shown }) },
    startWorks: {
      on: term,
      values: sign({ contractor: '施工队', budget: '100', budgetReason: '省下来了', permits: '齐了' }),
    },
    planMilestone: { values: { works: '1', name: '再看一看', plannedOn: later } },
    reportMilestone: { values: { works: '1', milestone: String(s.milestone), actualOn: '2022-11-01' } },
    checkMilestone: { values: { works: '1', milestone: String(s.milestone), shown } },
    returnMilestone: { values: { works: '1', milestone: String(s.milestone), reason, shown } },
    namePlace: { values: { works: '1', milestone: at.milestone, name: '2号棚', spot: '1 1' } },
    buildPlace: { values: { works: '1', ...at, builtOn: '2022-11-01' } },
    checkPlace: { values: { works: '1', ...at, shown } },
    missPlace: { values: { works: '1', ...at, why: '管没迁', until: later } },
    judgePlace: {
      on: 'a household of the round',
      values: { works: '1', ...at, household: h, outcome: 'accepted', shown },
    },
    recordPlace: {
      on: 'the household',
      values: { works: '1', ...at, household: h, outcome: 'accepted', shown, ...written },
    },
    settlePlace: {
      values: { works: '1', ...at, word: String(s.word.id), answer: '挪开', mendOn: later },
    },
    drawSite: { values: { compound: '1', shapes: '树 T9: 1 1', source: '步量', rowVersion: '' } },
    publishSite: { values: { compound: '1', rowVersion: '1' } },
    publishDiagnosis: { values: { legacy: '坡太陡' } },
    addCrack: { values: { title: '坡', cause: 'legacy', owner: 'property', dueOn: '2027-11-01', sign: '不摔人' } },
    reportCrack: { values: { crack: '1', state: 'under_way', words: '在办' } },
    raiseCrack: { values: { crack: '1', level: 'district', asks: '批地', dueOn: '2027-11-01' } },
    notePresence: { values: { month: '2022-03', days: '3', doors: '20' } },
    drawPlaybook: { values: { ...p, ...playbook, next: '2031-01-01' } },
    revisePlaybook: { values: { playbook: '2', seen: '1', ...playbook, change: '改了一步' } },
    reviewPlaybook: { values: { playbook: '2', verdict: 'holds', reason, next: '2031-01-01' } },
    retirePlaybook: { values: { playbook: '2', reason } },
    adoptPlaybook: { values: { playbook: String(s.playbook), place: '北坡', changed: '不用栏杆' } },
    tellOutcome: { values: { adoption: String(s.adoption), outcome: 'failed', reason } },
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
    followCallback: {
      on: 'they let the office know',
      values: { callback: String(s.unsolved), words: '扶手周五前换好', shown },
    },
    closeWave: { values: sign({ wave: 'four_weeks' }) },
    recordFigures: {
      values: {
        from: '2021-01-01',
        to: '2021-01-31',
        effective: '1',
        contacted: '1',
        resolved: '1',
        satisfied: '1',
        fairlySatisfied: '0',
        looked: '2021-01-01 2021-01-31 beijing_district_2025 1 1 1 1 0',
      },
    },
    arrangeReport: { on: 'the monthly report', values: { sheet: 'report', column1: 'unit', column2: 'volume' } },
    deriveFigures: { values: { month: '2020-01' } },
    correctFigures: {
      values: {
        ...{
          from: '2021-02-01',
          to: '2021-02-28',
          effective: '1',
          corrects: '1',
          reason,
        },
        looked: '2021-02-01 2021-02-28 beijing_district_2025 1 - - - -',
      },
    },
    takeOver: {
      on: 'a social worker’s',
      values: { grant: String(s.grant.id), 'items.promise-1': 'on' },
    },
    keepThing: { values: { kind: 'key', title: '配电室钥匙', place: '值班室' } },
    endThing: { on: 'with them', values: { thing: '1', ending: '还给物业了' } },
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
    importCaptains: { values: {} },
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
    markConditions: {
      values: sign({
        rowVersion: '0',
        text_1: '离窗12米',
        objections_1: String(s.raised.no),
        cost_1: '0',
        text_2: '不动树',
        objections_2: String(s.raised.no),
        cost_2: '0',
      }),
    },
    approveWording: { on: 'a household that raised it', values: { ...raiser, shown } },
    disputeWording: { on: 'a household that raised it', values: { ...raiser, shown, words: '不是这个意思' } },
    giveVerdict: { on: 'a household that raised it', values: { ...raiser, shown, verdict: 'settled' } },
    takeBackVerdict: { on: 'a household that raised it', values: { ...raiser, reason } },
    noteTry: { on: 'a household that raised it', values: raiser },
    reopenObjection: { on: term, values: { ...objection, reason } },
    escalateObjection: { on: term, values: { ...objection, reason, shown } },
    draftPlan: { values: sign({ title: '再一稿', summary: '试', cost: '0', clauses: '一条' }) },
    drawPlan: { values: sign({ shapes: '', rowVersion: '1' }) },
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
    ...ofDistrict(s.district),
    askCode: { open: 'everybody', values: { phone: '13900009999' } },
    proveCode: { open: 'everybody', values: { code: '000000' } },
    askNewPhone: { open: 'signed in', values: { phone: '13900008888' } },
    changePhone: { open: 'signed in', values: { code: '000000' } },
    signOut: { open: 'everybody', bare: true, values: {} },
    enterAs: { open: 'everybody', bare: true, values: { identity: 'auditor' } },
  };
}
