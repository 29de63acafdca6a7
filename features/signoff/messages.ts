import { proofs } from '@/features/opinions/messages';
import type { DeskWords, Step } from '@/lib/desk';
import type { Titled } from '@/lib/letters';
import { overtaken } from '@/lib/messages';
import { formatDate, plural } from '@/lib/words';

type Details = Record<string, string | number>;

interface PutInWords {
  version: (version: number) => string;
  until: (moment: string) => string;
  words: (text: string) => string;
  sentence: (households: number, reached: number, tookSide: number, agreeing: number) => string;
  conditions: (n: number) => string;
  gateStates: Record<string, string>;
}

/** What was shown of the standing of the groups, of a notice or of an opposition: see `input.ts`. */
const seen = (name: string, text: string, t: PutInWords): string => {
  if (name === 'version') return t.version(Number(text));
  if (name === 'until') return t.until(text);
  if (name === 'words') return t.words(text);
  const [first, ...rest] = text.split(' ') as [string, ...string[]];
  if (name.startsWith('gate_')) return `${t.gateStates[first] ?? first} · ${rest.join(' ')}`;
  const [reached, tookSide, agreeing, met] = rest.map(Number);
  const said = t.sentence(Number(first), reached ?? 0, tookSide ?? 0, agreeing ?? 0);
  return [rest.slice(4).join(' '), said, met && t.conditions(met)].filter(Boolean).join(' · ');
};

const zh = {
  letters: {
    notice_posted: ({ title }: Titled) => `“${title}”谈拢的方案在公示，不同意的现在可以提。`,
    opposition_recorded: ({ title }: Titled) =>
      `有人在门口替您家记下了对“${title}”公示的反对。记得不对，请自己再说一遍，以您说的为准。`,
    opposition_answered: ({ title }: Titled) => `公示时您对“${title}”提的反对，有答复了。`,
    resolution_signed: ({ title }: Titled) => `“${title}”签批了，决议谁都能看。`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    doors: { resolutions: '决议' },
    record: { agreement: '同意', notice: '公示', resolution: '决议' },
    desk: {
      agreement: { act: '宣布谈拢' },
      decide: { act: '看谈没谈拢', task: '一轮问完了，等您看谈没谈拢' },
      decide_undrawn: {
        act: '看谈没谈拢',
        task: '一轮问完了，还有人家的话没归成异议：社工或者您先归成异议、答复，再看谈没谈拢',
      },
      opposition: { act: '答复公示期的反对', task: '公示期的反对，等您答复' },
      signature: { act: '签批', task: '公示期满，等您签批' },
      notice: { act: '张贴公示', task: '谈拢了，等您张贴公示' },
      return: { act: '退回重改' },
    } satisfies Record<string, DeskWords>,
    steps: {
      agreed: () => '宣布各方谈拢',
      noticed: (d) => `张贴公示，方案第${d.version}稿`,
      notice_opposed: () => '公示期提了反对',
      opposition_answered: () => '答复了公示期的反对',
      returned: () => '退回重改',
      signed: () => '签批了',
      signed_off: (d) => `签批完成，决议第${d.resolution}号生效`,
    } satisfies Record<string, Step>,
    part: {
      name: '公示',
      note: (moment: string) => `到${moment}`,
      none: '还没有张贴',
      waits: (moment: string) => `公示期：到${moment}，期满才签批`,
    },
    left: { opposition: '公示期间的反对，还没答' },
  },
  acts: {
    agreement: '宣布谈拢',
    notice: '张贴公示',
    opposition: '答复公示期的反对',
    signature: '签批',
    return: '退回重改',
  },
  roles: { 'party-secretary': '社区党总支书记', 'governance-secretary': '治理书记' },
  effects: { benefits: '得益', bears: '受影响', neutral: '影响不大' },
  gateStates: { open: '还没办', satisfied: '已办好', not_applicable: '不涉及' },
  standing: {
    title: '各方谈到哪一步',
    lead: (reachN: number, reachD: number, agreeN: number, agreeD: number) =>
      `每一方各自过：${reachD}户里至少听到${reachN}户；表了态的，${agreeD}户里至少${agreeN}户同意；每条异议都有答复；受影响的一方没有坚持的异议。没有合在一起的百分数。`,
    round: (k: string, version: number) => `按第${k}轮、方案第${version}稿算。`,
    sentence: (households: number, reached: number, tookSide: number, agreeing: number) =>
      `${households}户里听到${reached}户，表了态的${tookSide}户里${agreeing}户同意`,
    agreed: (households: number, reached: number) => `${households}户里听到${reached}户，过了自己这一关`,
    conditions: (n: number) => `其中${n}户说了“有条件同意”，条件写进了这一稿，或者他们说行了`,
    undrawn: (n: number) => `还有${n}户的话没归纳成异议`,
    unmet: (n: number) => `${n}户的条件还没着落，跟不同意的一起算`,
    silent: (n: number) => (n === 0 ? '没有一户没听到' : `${n}户一直没听到`),
    passes: '过了',
    missing: {
      reach: (have: number, need: number, of: number) =>
        `还差${need - have}户没听到（${of}户要${need}户，现在${have}户）`,
      agree: (have: number, need: number, of: number) => `表态的${of}户里要${need}户同意，现在${have}户`,
      unanswered: (n: number) => `还有${n}条异议没有答复`,
      maintained: (n: number) => `还有${n}条坚持的异议，没有写明报上去`,
    },
  },
  agreement: {
    lead: '各方都过了，由治理书记宣布。各方的数字和一直没听到的户数，一起记下来。',
    submit: '宣布谈拢了',
  },
  notice: {
    title: '公示',
    head: (no: number, version: number) => `提案第${no}号 · 方案第${version}稿`,
    lead: '手续都办了，各方都谈拢了，就张贴公示。张贴当天不算，至少七整天。',
    submit: '张贴公示',
    until: (date: string) => `公示到${date}二十四点`,
    days: (days: string) => `公示期：${days}`,
    what: '要办的事',
    clauses: '方案',
    gates: '依法须办的手续',
    how: '不同意的，公示期内随时可以说：在网上“公示反对”一页写，或者告诉楼门长、社工。每一条都会答复；说得在理，就退回去改。',
    oppose: '我不同意，我要说',
    poster: {
      kind: '公示',
      ways: ['同意，不用做什么。', '不同意，公示期里都可以说：扫码写，或者告诉楼门长、社工。', '每一条反对都会答复。'],
    },
    over: '公示期满了。',
    opposition: (n: number | null) => (n === null ? '有几户提了反对' : n === 0 ? '没有人提反对' : `${n}户提了反对`),
    posted: (slug: string) => `张贴：${slug}`,
  },
  oppose: {
    title: '对公示的方案说不同意',
    lead: (date: string) => `公示到${date}二十四点。原来同意、现在改了主意的，也在这里说。`,
    words: '为什么不同意',
    hint: '写清楚哪一条不行、对您家有什么影响。书记和社工看得到是哪一户，公示栏上不登。',
    submit: '交给书记',
    own: '您家说过的',
    waiting: '还没有答复。签批以前一定答复。',
    upheld: '说得在理，方案退回去改',
    notUpheld: '没有采纳，理由如下',
    back: '回公示',
    recorded: '在门口替您家记的。不对的话，请自己再说一遍，以您说的为准。',
  },
  door: {
    notices: '正在公示',
    until: (date: string) => `公示到${date}二十四点`,
    title: '上门听到的反对',
    lead: '人家在门口说不同意公示的方案，照他的话记下来，念给他听，有旁人在场，确认了再存。他会收到信，自己再说的，以他自己说的为准。',
    choose: '哪个单元',
    entrance: (building: string, no: number) => `${building}号楼${no}单元`,
    household: '哪一家',
    words: '他说的，一字一句',
    submit: '记下这一户说的',
    over: '现在没有在公示，或者公示期已经过了。',
    none: '没有归您敲的门。',
    saved: '记下的，书记和社工会一条一条答复。',
    how: (channel: string, proof: string) => `代录：${channel}，${proof}`,
  },
  opposition: {
    lead: '每一条都要答复，答复以前不能签批。说得在理的，方案退回去改。',
    none: '没有人提反对。',
    answer: '答复',
    outcome: '怎么看',
    outcomes: { upheld: '说得在理，退回去改', not_upheld: '不采纳' },
    submit: '答复这一户',
    said: (date: string) => `${date}说的`,
  },
  signature: {
    lead: '签的就是下面这些字，一个字不差。签了不能改；要改，先退回。',
    below: '按钮在最下面，看完再签。',
    what: '签的是什么',
    hash: '这份文字的指纹（SHA-256）',
    text: '全文（机器可核对）',
    signed: (role: string, date: string) => `${role}，${date}签`,
    needed: (roles: string) => `要${roles}签`,
    none: '还没有人签。',
    submit: '我看过全文，签批',
    objections: '异议和答复',
    gates: '手续',
    plan: (version: number) => `方案第${version}稿`,
  },
  return: { lead: '退回以后要改方案，再听一轮，再公示。理由会公开。', reason: '理由', submit: '退回重改' },
  resolution: {
    list: '决议',
    listLead: '各方谈拢、公示期满、两位书记签批以后，才是决议。',
    none: '还没有决议。',
    no: (no: number) => `决议第${no}号`,
    title: (no: number, title: string) => `决议第${no}号：${title}`,
    lead: (version: number) => `照方案第${version}稿办。`,
    signedAt: (date: string) => `${date}生效`,
    seal: ['决议', '生效'] as [string, string],
    sealLabel: '已签批，决议生效',
    plan: '办什么',
    groups: '各方',
    objections: '异议和答复',
    noObjections: '没有人提出异议。',
    minority: '坚持的异议',
    minorityLead: '没有谈拢的，原话和理由都印在这里。',
    gates: '依法须办的手续',
    notice: '公示',
    signers: '签批',
    proof: '怎么核对',
    check: {
      brief: '改动一个字，指纹就不一样。',
      text: '下面这串指纹是现在由全文算出来的，和当时签的一样。改动一个字，指纹就不一样。',
      otherText: '现在由全文算出来的指纹是下面这串，和当时签的不一样：请告诉社区，也告诉街道。',
      canonical: '全文（机器可核对）',
      entry: (no: number) =>
        `签批那一刻，公开记录添了第${no}条。那一条里写着上面这串指纹，还写着是谁的岗位、第几稿；再从那一条整个算一次，就是它自己的指纹。所以两串不一样，却出自同一份全文：`,
      otherEntry: (no: number) =>
        `签批那一刻，公开记录添了第${no}条，里面写着上面这串指纹。那一条另有自己的指纹，是连同一串不公开的数算的，这一页推不出来；由管服务器的人核验整本记录。`,
      content: '记录里写的（第二步）',
      input: '算那一条指纹用的（第三步）',
      how: '自己核对：全文算 SHA-256，得第一串；第二步的字前面加 16 个零字节，算 SHA-256，得第三步里的 content；第三步的字前面加 1 个零字节，算 SHA-256，得第二串。',
      tomorrow: '签批那一刻也记进了公开记录。记录每天零点往外贴一次，明天起就能在那里对上。',
      leaf: (no: number) => `看公开记录第${no}条`,
    },
    proposal: '从头到尾看这件事',
    after: '更早的决议',
  },
  who: {
    agreement: '谈拢由治理书记来宣布；没有任期的时候由社区党总支书记来。',
    notice: '公示由治理书记或者社区党总支书记来贴。',
    opposition: '反对由书记和社工来答复。',
    signature: '签批的是社区党总支书记和治理书记。',
    return: '退回由要签批的书记来定。',
  },
  when: {
    agreement: '要在商量的时候，一轮听完以后才能宣布。',
    notice: '谈拢了才能公示。',
    opposition: '现在没有在公示。',
    signature: '公示过了才能签批。',
    return: '谈拢以后、签批以前才能退回。',
  },
  /** The same, where it was done already. */
  done: { notice: '已经公示了。', signature: '都签过了，决议已经生效。' },
  refusals: {
    nobody_opposed: '没有等答复的反对。',
    overtaken: (details: Details): string =>
      overtaken.zh(details, (name, text) =>
        seen(name, text, {
          ...zh.standing,
          gateStates: zh.gateStates,
          version: (version) => `方案第${version}稿`,
          until: (moment) => zh.notice.until(formatDate(new Date(Date.parse(moment) - 1), 'zh')),
          words: (said) => `“${said}”`,
        }),
      ),
    not_at_this_step: '现在还没到这一步，或者已经过了这一步。',
    not_counted: '这一轮还没问完。',
    no_round: '还没有听过一轮，或者还没有发布方案。',
    round_running: '这一轮还没听完。',
    plan_not_asked: '最新一稿还没有拿去听过一轮。',
    no_groups: '还没有写明相关方。',
    words_undrawn: ({ count }: Details) => `还有${count}户的话没归纳成异议，也就还没答复。先归纳、答复，再看谈没谈拢。`,
    not_summarised: '这一轮还没写小结。先写小结，再宣布。',
    not_agreed: '还有一方没过，下面写着差什么。',
    gates_open: '依法须办的手续还没办齐。',
    outside_waiting: ({ count }: Details) => `墙外还有${count}家单位没有答复，等他们答复了才能签。`,
    outside_refused: ({ count }: Details) => `墙外有${count}家单位不同意。改方案再问，或者写明不用问了，才能签。`,
    notice_over: '现在没有在公示，或者公示期已经过了。',
    notice_running: '公示期还没满。',
    ...proofs.zh,
    proof_missing: '请写明凭什么记的：念给他听、短信、签字。',
    speak_for_yourself: '这是您自己家，请自己去说。',
    already_opposed: '您家说的还没答复，答复以后可以再说。',
    already_answered: '这一条已经答复过了。',
    opposition_unanswered: '公示期的反对还没有都答复。',
    opposition_upheld: '有一条反对说得在理，要先退回去改。',
    consent_withdrawn: '有人家改了主意，有一方不再过数了。请看各方谈到哪一步。',
    text_changed: ({ was, hash }: Details): string =>
      hash === undefined
        ? '要签的文字变了：已经有人签过的，先退回。'
        : `要签的文字变了。您看的那份，指纹是${was}；现在这份是${hash}，全文在下面。看过现在的全文，再签。`,
    role_does_not_sign: '这个身份不签批。',
    role_has_signed: '这个身份已经签过了。',
    person_has_signed: '您已经签过了，一个人不签两次。',
    proposer_alone: '提这件事的人不能一个人签。',
    not_allowed: '这一步现在不由您来做。',
  } satisfies Record<string, string | ((details: Details) => string)>,
};

const households = (n: number) => `${n} ${plural(n, 'household', 'households')}`;

const en: typeof zh = {
  letters: {
    notice_posted: ({ title }) =>
      `The agreed plan of “${title}” is on public notice. Whoever is against it can say so now.`,
    opposition_recorded: ({ title }) =>
      `At your door somebody wrote down that you oppose the notice “${title}”. If that is not what you said, say it yourself: your own word counts.`,
    opposition_answered: ({ title }) => `What you said against “${title}” during the notice has an answer.`,
    resolution_signed: ({ title }) => `“${title}” has been signed. Anybody may read the resolution.`,
  },
  room: {
    doors: { resolutions: 'Resolutions' },
    record: { agreement: 'Agreement', notice: 'Notice', resolution: 'Resolution' },
    desk: {
      agreement: { act: 'Declare agreement' },
      decide: { act: 'See whether it is agreed', task: 'A round is over, for you to see whether it is agreed' },
      decide_undrawn: {
        act: 'See whether it is agreed',
        task: 'A round is over, and words said in it are no objections yet: a social worker or you draw and answer them, then see whether it is agreed',
      },
      opposition: { act: 'Answer opposition to the notice', task: 'Opposition to the notice, for you to answer' },
      signature: { act: 'Sign', task: 'A notice is over, for you to sign' },
      notice: { act: 'Post the notice', task: 'Agreed, for you to post the notice' },
      return: { act: 'Send it back' },
    },
    steps: {
      agreed: () => 'Declared that all groups agree',
      noticed: (d) => `Posted the notice of version ${d.version}`,
      notice_opposed: () => 'Opposed the notice',
      opposition_answered: () => 'Answered opposition to the notice',
      returned: () => 'Sent it back',
      signed: () => 'Signed',
      signed_off: (d) => `Signed; resolution ${d.resolution} is in force`,
    },
    part: {
      name: 'Public notice',
      note: (moment) => `until ${moment}`,
      none: 'not posted yet',
      waits: (moment) => `Public notice: until ${moment}; only then is it signed`,
    },
    left: { opposition: 'Opposition to a notice, not yet answered' },
  },
  acts: {
    agreement: 'Declare agreement',
    notice: 'Post the notice',
    opposition: 'Answer opposition',
    signature: 'Sign off',
    return: 'Send back',
  },
  roles: { 'party-secretary': 'community Party secretary', 'governance-secretary': 'governance secretary' },
  effects: { benefits: 'benefits', bears: 'bears the harm', neutral: 'little affected' },
  gateStates: { open: 'open', satisfied: 'done', not_applicable: 'does not apply' },
  standing: {
    title: 'How far each group is',
    lead: (reachN, reachD, agreeN, agreeD) =>
      `Each group by itself: at least ${reachN} of ${reachD} households reached; of those who took a side at least ${agreeN} of ${agreeD} agree; every objection answered; none maintained in a group that bears the harm. There is no overall percentage.`,
    round: (k, version) => `Read from round ${k}, plan version ${version}.`,
    sentence: (all, reached, tookSide, agreeing) =>
      `${reached} of ${households(all)} reached; of ${tookSide} who took a side ${agreeing} agree`,
    agreed: (all, reached) => `${reached} of ${households(all)} reached; through its own gate`,
    conditions: (n) => `${n} of them on a condition that this version takes up, or that they say is settled`,
    undrawn: (n) => `What ${n} ${plural(n, 'household', 'households')} said is not drawn into an objection`,
    unmet: (n) => `${n} on a condition not met, counted with those against it`,
    silent: (n) => (n === 0 ? 'nobody unheard' : `${households(n)} never heard`),
    passes: 'passes',
    missing: {
      reach: (have, need, of) => `${need - have} more to reach (${need} of ${of} needed, ${have} so far)`,
      agree: (have, need, of) => `${need} of the ${of} who took a side must agree, ${have} do`,
      unanswered: (n) => `${n} ${plural(n, 'objection', 'objections')} not answered`,
      maintained: (n) => `${n} maintained ${plural(n, 'objection', 'objections')} not written up`,
    },
  },
  agreement: {
    lead: 'When every group passes, the governance secretary declares it. The numbers, and how many were never heard, are recorded with it.',
    submit: 'Declare agreement',
  },
  notice: {
    title: 'Public notice',
    head: (no, version) => `Proposal ${no} · plan version ${version}`,
    lead: 'Once the legal steps are decided and all groups agree, the notice goes up, for at least seven whole days after that day.',
    submit: 'Post the notice',
    until: (date) => `On notice to the end of ${date}`,
    days: (days) => `On notice: ${days}`,
    what: 'What will be done',
    clauses: 'The plan',
    gates: 'Steps the law asks for',
    how: 'Whoever does not agree can say so until then: on the page “opposition”, to the captain of the entrance or to a social worker. Everything is answered; what is right sends the plan back.',
    oppose: 'I do not agree and want to say why',
    poster: {
      kind: 'Public notice',
      ways: [
        'If you agree there is nothing to do.',
        'If you do not, say so until then: photograph the code and write, or tell your captain or a social worker.',
        'Every opposition is answered.',
      ],
    },
    over: 'The notice is over.',
    opposition: (n) =>
      n === null ? 'A few households opposed it' : n === 0 ? 'Nobody opposed it' : `${households(n)} opposed it`,
    posted: (slug) => `Posted: ${slug}`,
  },
  oppose: {
    title: 'Say no to the plan on notice',
    lead: (date) => `On notice to the end of ${date}. If you agreed before and changed your mind, say it here too.`,
    words: 'Why you do not agree',
    hint: 'Say which clause and what it does to your household. The secretaries and the social worker see which household it is; the board does not.',
    submit: 'Hand it in',
    own: 'What your household said',
    waiting: 'No answer yet. It is answered before anybody signs.',
    upheld: 'You are right; the plan goes back',
    notUpheld: 'Not taken up, because',
    back: 'Back to the notice',
    recorded: 'Written down for you at your door. If it is wrong, say it yourself: your own word counts.',
  },
  door: {
    notices: 'On notice now',
    until: (date) => `on notice to the end of ${date}`,
    title: 'Opposition heard at the door',
    lead: 'When somebody says at the door that they oppose the plan on notice, write it down in their words, read it back with somebody present, and save it once they agree. They get a letter; what they say themselves counts before it.',
    choose: 'Which entrance',
    entrance: (building, no) => `Building ${building}, entrance ${no}`,
    household: 'Which household',
    words: 'What they said, word for word',
    submit: 'Write down what this home says',
    over: 'Nothing is on notice now, or the notice is over.',
    none: 'You have no doors here.',
    saved: 'What is written down is answered one by one.',
    how: (channel, proof) => `Written down: ${channel}, ${proof}`,
  },
  opposition: {
    lead: 'Each is answered before anybody signs. What is right sends the plan back.',
    none: 'Nobody opposed it.',
    answer: 'The answer',
    outcome: 'What of it',
    outcomes: { upheld: 'Right: the plan goes back', not_upheld: 'Not taken up' },
    submit: 'Answer this household',
    said: (date) => `said on ${date}`,
  },
  signature: {
    lead: 'You sign exactly what stands below. Signed, it cannot be changed; to change it, send it back first.',
    below: 'The button stands at the end: read it all, then sign.',
    what: 'What is signed',
    hash: 'Fingerprint of this text (SHA-256)',
    text: 'Full text (for machines)',
    signed: (role, date) => `${role}, signed ${date}`,
    needed: (roles) => `To be signed by the ${roles}`,
    none: 'Nobody has signed yet.',
    submit: 'I have read it and sign',
    objections: 'Objections and answers',
    gates: 'Legal steps',
    plan: (version) => `Plan version ${version}`,
  },
  return: {
    lead: 'The plan is changed, asked about again and put on notice again. The reason is public.',
    reason: 'Reason',
    submit: 'Send it back',
  },
  resolution: {
    list: 'Resolutions',
    listLead: 'A resolution is what all groups agreed to, hung on the wall, and two secretaries signed.',
    none: 'No resolution yet.',
    no: (no) => `Resolution ${no}`,
    title: (no, title) => `Resolution ${no}: ${title}`,
    lead: (version) => `Carry out plan version ${version}.`,
    signedAt: (date) => `in force since ${date}`,
    seal: ['IN', 'FORCE'],
    sealLabel: 'Signed; the resolution is in force',
    plan: 'What will be done',
    groups: 'The groups',
    objections: 'Objections and answers',
    noObjections: 'Nobody raised an objection.',
    minority: 'Minority report',
    minorityLead: 'Where no agreement was found: the objectors’ own words beside the reasons.',
    gates: 'Steps the law asks for',
    notice: 'Public notice',
    signers: 'Signed by',
    proof: 'How to check it',
    check: {
      brief: 'One changed character gives another fingerprint.',
      text: 'This fingerprint was worked out from the full text just now, and is the one that was signed. One changed character gives another one.',
      otherText:
        'The fingerprint worked out from the full text just now is not the one that was signed: tell the community, and the street.',
      canonical: 'Full text (for machines)',
      entry: (no) =>
        `At the moment of the signature the public record got entry ${no}. In it stand the fingerprint above, the office and the version; worked out over the whole entry, that gives its own fingerprint. So the two differ, and come from one text:`,
      otherEntry: (no) =>
        `At the moment of the signature the public record got entry ${no}, in which the fingerprint above stands. The entry has a fingerprint of its own, made with a number that is not public, so this page cannot work it out; whoever runs the server verifies the whole record.`,
      content: 'What the record says (second step)',
      input: 'What the entry’s fingerprint is made of (third step)',
      how: 'To check it yourself: SHA-256 of the full text is the first fingerprint; of 16 zero bytes and the words of the second step, “content” in the third; of one zero byte and the words of the third step, the second fingerprint.',
      tomorrow:
        'The moment it was signed it went into the public record, too. What is new in the record is put up at midnight: from tomorrow it can be compared there.',
      leaf: (no) => `Entry ${no} of the public record`,
    },
    proposal: 'The whole story',
    after: 'Earlier resolutions',
  },
  who: {
    agreement: 'The governance secretary declares it; between terms the community Party secretary.',
    notice: 'A secretary posts the notice.',
    opposition: 'The secretaries and the social worker answer.',
    signature: 'The community Party secretary and the governance secretary sign.',
    return: 'Whoever would have to sign sends it back.',
  },
  when: {
    agreement: 'Only during the consultation, after a round is counted.',
    notice: 'Only once it is agreed.',
    opposition: 'Nothing is on notice now.',
    signature: 'Only after the notice.',
    return: 'Only between agreement and signature.',
  },
  done: { notice: 'It has been put on notice.', signature: 'All have signed; the resolution is in force.' },
  refusals: {
    nobody_opposed: 'No opposition waits for an answer.',
    overtaken: (details) =>
      overtaken.en(details, (name, text) =>
        seen(name, text, {
          ...en.standing,
          gateStates: en.gateStates,
          version: (version) => `Version ${version} of the plan`,
          until: (moment) => en.notice.until(formatDate(new Date(Date.parse(moment) - 1), 'en')),
          words: (said) => `“${said}”`,
        }),
      ),
    not_at_this_step: 'It is not there yet, or already past this.',
    not_counted: 'The round is not over.',
    no_round: 'No round has been held, or no plan is published.',
    round_running: 'The round is still open.',
    plan_not_asked: 'The newest version has not been asked about yet.',
    no_groups: 'No groups are named yet.',
    words_undrawn: ({ count }) =>
      `What ${count} ${plural(Number(count), 'household', 'households')} said is not drawn into an objection yet, and so not answered. Draw and answer it, then see whether they agree.`,
    not_summarised: 'The round has no summary yet. Write it, then declare.',
    not_agreed: 'A group does not pass yet; below stands what is missing.',
    gates_open: 'The legal steps are not all decided.',
    outside_waiting: ({ count }) =>
      `${count} ${plural(Number(count), 'organisation', 'organisations')} outside ${plural(Number(count), 'has', 'have')} not answered yet. It can be signed once they have.`,
    outside_refused: ({ count }) =>
      `${count} ${plural(Number(count), 'organisation', 'organisations')} outside refused. Change the plan and ask again, or say why it is not needed; then it can be signed.`,
    notice_over: 'Nothing is on notice now, or the notice is over.',
    notice_running: 'The notice is not over yet.',
    ...proofs.en,
    proof_missing: 'Say how it is proved: read back, by message, signed.',
    speak_for_yourself: 'This is your own home: speak for it yourself.',
    already_opposed: 'What your household said is not answered yet; after that you can say more.',
    already_answered: 'It has been answered.',
    opposition_unanswered: 'Opposition to the notice is not all answered.',
    opposition_upheld: 'Opposition was right; send the plan back first.',
    consent_withdrawn: 'A household changed its mind and a group no longer passes. See how far each group is.',
    text_changed: ({ was, hash }) =>
      hash === undefined
        ? 'The text has changed: if somebody has signed already, send it back first.'
        : `The text has changed. The one you read has the fingerprint ${was}; this one, in full below, has ${hash}. Read it, then sign.`,
    role_does_not_sign: 'This role does not sign.',
    role_has_signed: 'This role has signed.',
    person_has_signed: 'You have signed; nobody signs twice.',
    proposer_alone: 'Whoever proposed it cannot sign alone.',
    not_allowed: 'This step is not yours to take now.',
  },
};

export const messages = { zh, en };
