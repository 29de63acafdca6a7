import type { DeskWords } from '@/lib/desk';
import type { Titled } from '@/lib/letters';
import type { Asked } from '@/lib/room';
import { formatDate, formatMoment, roundMark } from '@/lib/words';
import type { Progress, STANCES } from './rules';

type Stance = (typeof STANCES)[number];

/** What was said, or stands now, in a refusal `overtaken`; empty for nothing. */
const stood = (details: Record<string, string | number>, when: 'was' | 'now', stances: Record<Stance, string>) =>
  [stances[details[`${when}_stance`] as Stance], details[`${when}_condition`], details[`${when}_words`]]
    .filter(Boolean)
    .join('\n');

/** Why something written down for a household is not proved. */
export const proofs = {
  zh: {
    proof_missing: '这样听到的意见，要有对得上的凭证：电话里签不了字，写在纸上要签字。',
    photo_missing: '当面签字、写在纸上的，要附上签字的照片。没拍照，可以念给他听、请旁人作证。',
    message_missing: '短信回复的，请写上短信怎么说的，或者几点收到的。',
    witness_missing: '念给他听，要有旁人作证。请选一位，或写名字。',
    witness_is_recorder: '作证的人不能是您自己。',
    wants_no_visits: '这一户请勿上门。打电话问、收纸条都可以；改主意由这一户自己说。',
  },
  en: {
    proof_missing: 'The proof has to fit: nobody signs over the telephone, and paper is signed.',
    photo_missing: 'A signature needs its picture. Without one, read it back before a witness.',
    message_missing: 'Write what the text message says, or when it came.',
    witness_missing: 'Reading back needs a witness. Choose one, or write a name.',
    witness_is_recorder: 'You cannot be your own witness.',
    wants_no_visits:
      'This household wants no visits. Ask on the telephone or by paper; it alone says when that changes.',
  },
};

const spoken = {
  zh: '请写明凭什么记的：念给他听，或者短信。',
  en: 'Say how it is proved: read back, or by message.',
};
/** The same where nothing is signed. */
export const spokenProofs = {
  zh: { ...proofs.zh, proof_missing: spoken.zh, photo_missing: spoken.zh },
  en: { ...proofs.en, proof_missing: spoken.en, photo_missing: spoken.en },
};

const zh = {
  letters: {
    opinion_recorded: ({ title }: Titled) =>
      `有人替您家记下了对“${title}”的意见。请看看记得对不对：您家的人72小时内可以自己改，改了以您自己说的为准。`,
    recheck_different: ({ title }: Titled) => `复核时，您家对“${title}”说的和原先记的不一样。请看看现在记的对不对。`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    asks: {
      give: {
        text: ({ title, k = 1 }: Asked): string => `${title} · 第${roundMark(k, 'zh')}轮，您家还没说`,
        note: (moment: string): string => `${moment}前都能说`,
      },
    },
    doors: { opinions: '我家的意见' },
    record: { opinion: '意见', visit: '入户', recheck: '复核' },
    desk: {
      rechecks: { act: '抽查回访', task: '抽查回访，等您再问一遍', count: (n) => `${n}件` },
    } satisfies Record<string, DeskWords>,
  },
  stances: { support: '同意', support_if: '有条件同意', oppose: '反对', no_view: '不表态' },
  doors: {
    support: '同意',
    support_if: '有条件',
    oppose: '反对',
    no_view: '不表态',
    refused: '不愿说',
    not_home: '没人',
    not_tried: '未访',
  },
  grounds: {
    noise: '吵',
    privacy: '挨着窗户，不自在',
    safety: '不安全',
    trees: '伤树',
    cost: '花钱',
    access: '进出不便',
    parking: '停车',
    other: '别的',
  },
  channels: { self: '自己说的', door: '上门听的', paper: '纸上写的', phone: '电话里说的', meeting: '议事会上说的' },
  proofs: {
    signature_photo: '当面签字（拍照）',
    sms_reply: '本人短信回复',
    read_back: '念给他听，旁人作证',
    attendance: '在签到表上',
  },
  round: (k: string) => `第${k}轮`,
  home: (building: string, entrance: number, door: string) => `${building}号楼${entrance}单元${door}`,
  entrance: (building: string, entrance: number) => `${building}号楼${entrance}单元`,
  form: {
    seen: (version: number) => `看过方案第${version}稿后`,
    condition: '什么条件',
    conditionHint: '（选了“有条件同意”要写）',
    ground: '为什么反对',
    groundHint: '（选了“反对”要选）',
    words: '想说的话',
    wordsHint: '怎么说就怎么写。不贴公示栏；要变成异议时会再问您怎么写。',
    wordsAgain: '上回说的话在上面，不会跟过来：这回怎么说，就在这里怎么写。不贴公示栏；要变成异议时会再问您怎么写。',
    household: '替哪一家说',
  },
  act: {
    title: '说说您家的意见',
    plan: (version: number, title: string) => `方案第${version}稿：${title}`,
    until: (when: string) => `这一轮到${when}为止。`,
    standing: (stance: string) => `您家上一轮说的是“${stance}”，现在仍然算数。想改，直接在下面重说。`,
    said: '您家说过的',
    counts: '现在算数的是这一条',
    recorded: (channel: string, by: string | null) => `${channel}，${by ?? '别人'}代录`,
    not: '后来换了，这一条不算数，留着作记录',
    disowned: '不算：说的人后来查明不是这一户的',
    own: '您家自己说的',
    theirs: '这一家自己说的',
    correct: '代录的不对？在下面用自己的话重说一遍，以您说的为准。',
    write: '去写我家的意见',
    give: '就这么说',
    again: '改成这样',
    none: '这一轮没有问到您家。',
    back: '看这一轮',
    why: (ground: string) => `因为：${ground}`,
    fullPlan: '看这一稿全文，改了什么、为什么',
    compare: (from: number, to: number) => `第${from}稿和第${to}稿，逐字对照`,
    answers: '您说 → 我们改／改不了：异议和答复',
    savedTitle: '记下了，谢谢您',
    savedSaid: (stance: string, words: string) => (words ? `您说的是：${stance}，“${words}”` : `您说的是：${stance}`),
    savedNext: (when: string) =>
      `${when}以前都可以改，以最后说的为准。一轮听完就清点，公示栏上只写各方有几户同意、几户反对，不写是谁家。`,
    savedLate: '已经换成您自己说的。公示栏上只写各方有几户，不写是谁家。',
    savedAll: '看您家说过的全部意见',
    savedObjection:
      '您说的不会数完就算：这一轮听完，社工把它写成一条异议，先问您是不是这个意思，再答复，再问您这样行不行。走到哪一步，写在',
    savedObjections: '我家的异议',
  },
  door: {
    title: '入户',
    quiet: '请勿上门',
    quietWhy: '这一户请勿上门。电话里、纸条上说的照样能记。',
    alsoVisit: '也记一次走访',
    lead: '选一轮、选一个门，就可以敲门了。',
    none: '现在没有要入户的协商轮。',
    coverage: ({ knocked, households }: Progress) => `${households}户里找过、答过${knocked}户`,
    progress: ({ households, knocked, met, heard }: Progress) =>
      `${households}户：找过、答过${knocked}户，见着人${met}户，听到意见${heard}户`,
    progressWhy: '不用敲就自己说了的，还有前面一轮说过仍然算数的，也算听到意见；公示栏上写的“听到”就是这个数。',
    doors: (n: number) => `这个单元的${n}个门`,
    stands: '照楼的样子排：高层在上。',
    floor: (n: number) => (n < 0 ? `地下${-n}层` : `${n}层`),
    noFloor: '看不出楼层的门',
    answerToo: '有答复要问',
    toRound: (title: string, k: string) => `也要问：${title}（第${k}轮）`,
    noted: (outcome: string) => `敲门：${outcome}`,
    until: (when: string) => `到${when}为止`,
    notOpen: (when: string) => `${when}开始`,
    sheet: '打印入户表',
    sheetTitle: '入户表',
    sheetLead: '请先把方案念一遍，再记他的话。没人在家也记一笔。',
    columns: { door: '门牌', stance: '意见', words: '原话', sign: '签字' },
    heard: '已听过',
    carried: '沿用前面一轮说的',
    his: '他的原话',
    channel: '怎么听到的',
    proof: '怎么证明是他说的',
    photo: '签字的照片',
    photoWhen: '（当面签字、写在纸上的，要有）',
    photoHint: '只拍签了字的那一页。不上公示栏，只有他家、楼门长和社工看得到。',
    message: '短信怎么说的，或者几点收到的',
    messageWhen: '（短信回复要写）',
    witnessWhen: '（念给他听要有）',
    seePhoto: '看签字的照片',
    sms: (text: string) => `短信：${text}`,
    witness: '谁作证',
    witnessHint: '念给他听时要有旁人在场；不能是您自己。',
    witnessOther: '名单上没有，写名字',
    record: '记下这一户说的',
    notHome: '没人在家',
    refused: '不愿说',
    quick: '没听到意见，也记一笔',
    outcome: '怎么回事',
    note: '记一笔',
    saved: (door: string, state: string) => `记下了：${door}，${state}`,
    backTo: (door: string) => `记错了，回${door}再看看`,
    next: (door: string) => `下一户：${door}`,
    matter: (title: string, version: number) => `${title}，方案第${version}稿`,
    changes: '这一稿改了',
    answersFirst: '他家提过的，先问答复行不行',
    others: '这家还有要问的',
    ask: (door: string) => `${door}怎么说？`,
    supportsNow: (next: string | null) => (next ? `同意，记下，去${next}` : '同意，记下'),
    supportsHow: (proof: string) => `照上一家的办法：${proof}。`,
    hereToo: (witness: string) => `${witness}在这家门前也听见了`,
    firstToday: '今天的第一家：选好怎么证明，下一家就记着；谁作证，一家一家问。',
    atMeeting: '他家在议事会上说的',
    atMeetingWhy: '他家在签到表上，签到就是凭证，不用再选。在会上没有说的，不要替他写。',
    atMeetingSubmit: '照会上说的记下',
    more: '有条件、反对、不表态，或者还有话要记',
    recordNext: (next: string) => `记下，去${next}`,
    saidAt: '什么时候说的',
    saidAtHint: '晚上补录纸上的，写他说的时间；不写就是现在。',
    toTry: '下一户，没敲过门的在前',
    notTried: '没敲过',
    tried: (n: number, when: string) => `敲过${n}回没人，上回${when}`,
    sheetBoxes: { home: '没人', refused: '不愿说', signed: '签字', read: '念给他听', by: '旁人' },
    sheetWhen: '几点',
    ownWord: '他家自己说过了，以他家自己的话为准；您记的会留着，不算数。',
    plan: '念给他听的方案',
  },
  rechecks: {
    title: '抽查回访',
    lead: '从代录的意见里抽出来的，由没有记过、也没有作过证的人再问一遍。问没问完，都不拦着写小结、答异议、公布下一稿；问下来不一样的，请那一家自己再说一次。',
    none: '还没有抽出要回访的意见。',
    recorded: (stance: string) => `记的是“${stance}”`,
    outcome: '问下来',
    outcomes: { same: '一样', different: '不一样', not_reached: '没找到人' },
    note: '说明',
    submit: '记下',
  },
  refusals: {
    not_allowed: '您只能替自己家，或自己管的单元来说。',
    overtaken: (details: Record<string, string | number>): string => {
      const seen = stood(details, 'was', zh.stances) || '您家还没有说过';
      const now = stood(details, 'now', zh.stances) || '您家说过的都不算了';
      return `您打开以后，您家的意见变了。您看的是：\n${seen}\n现在是：\n${now}\n还是照您写的算，就再交一次。`;
    },
    not_yet_open: '这一轮还没开始。',
    not_at_the_meeting: '这一户不在议事会的签到表上，不能记成会上说的。先在会场签到，或者照怎么听到的记。',
    round_closed: '这一轮已经结束了。',
    other_version: (details: Record<string, string | number>) =>
      `您看的不是这一轮的方案。这一轮说的是第${details.version}稿，请刷新后看过再说。`,
    spoken_meanwhile: '刚才您家有人也说了。请刷新看看，再决定要不要改。',
    speak_for_yourself: '这是您自己家，请自己说，不用代录。',
    ...proofs.zh,
    recorded_meanwhile: ({ own, by = '', at, stance }: Record<string, string | number>) => {
      const when = formatMoment(String(at), 'zh');
      const what = zh.stances[stance as Stance];
      return own
        ? `这家刚刚自己说过“${what}”（${when}），以他家自己说的为准。您这一份还要记下来，就再点一次。`
        : `这家刚刚由${by}记过“${what}”（${when}），要改吗？要改成您这一份，就再点一次。`;
    },
    nothing_to_correct: '这一轮还没有记过您家的意见。',
    correction_over: '代录后的72小时已过，这一轮的意见改不了了。',
    signed_already: '这件事已经签批了。',
    second_person: '这一条是您记的或作证的，请别人来问。',
    already_checked: '这一条已经问过了。',
    said_later: '这个时间还没到，请改成他说的时间',
    said_earlier: '这一轮那时还没开始，请改成他说的时间',
    condition_missing: '请写明什么条件',
    nothing_changed: '和您家现在算数的话一个字没差，没有再记一条。要改，改了再交。',
    condition_idle: '写了条件，就选“有条件同意”；不是条件的，请写到“想说的话”里',
    ground_missing: '请选一条反对的理由',
    round_running: '这一轮还没结束。',
    round_void: ({ state, reason, again }: Record<string, string | number>) => {
      const why = reason ? `理由是：“${reason}”。` : '';
      if (state === 'shelved') {
        const day = again ? `${formatDate(String(again), 'zh')}再看要不要接着办；` : '';
        return `这件提案先放一放了，这一轮没问完就停了，现在不用再说。${why}${day}接着办的话，会重新来问。`;
      }
      if (state === 'taken_back') return `这一轮开错了，收回了，现在不用说。${why}要问的时候，会重新来问。`;
      if (state === 'withdrawn') return `这件提案收回了，这一轮没问完就停了，不再问了。${why}`;
      return '相关方改了，这一轮没问完就停了。核对好以后，会重新来问。写在提案页上。';
    },
  },
};

const en: typeof zh = {
  letters: {
    opinion_recorded: ({ title }) =>
      `Somebody wrote down your household’s opinion on “${title}”. Please look whether it is right: within 72 hours anybody of your household may correct it, and your own word counts.`,
    recheck_different: ({ title }) =>
      `A second look at what your household said of “${title}” found something else. Please look what stands now.`,
  },
  room: {
    asks: {
      give: {
        text: ({ title, k = 1 }) => `${title} · round ${roundMark(k, 'en')}: your household has not answered`,
        note: (moment) => `Open until ${moment}`,
      },
    },
    doors: { opinions: 'My opinions' },
    record: { opinion: 'Opinion', visit: 'Visit', recheck: 'Re-check' },
    desk: {
      rechecks: { act: 'Take second looks', task: 'Second looks for you to take', count: (n) => `${n}` },
    },
  },
  stances: { support: 'Agree', support_if: 'Agree, on a condition', oppose: 'Against', no_view: 'No view' },
  doors: {
    support: 'agrees',
    support_if: 'condition',
    oppose: 'against',
    no_view: 'no view',
    refused: 'won’t say',
    not_home: 'not home',
    not_tried: 'not yet',
  },
  grounds: {
    noise: 'Noise',
    privacy: 'Too close to windows',
    safety: 'Not safe',
    trees: 'Harms trees',
    cost: 'Costs too much',
    access: 'In the way',
    parking: 'Parking',
    other: 'Something else',
  },
  channels: {
    self: 'said themselves',
    door: 'heard at the door',
    paper: 'written on paper',
    phone: 'by telephone',
    meeting: 'said at the meeting',
  },
  proofs: {
    signature_photo: 'Signed there and then (photo)',
    sms_reply: 'Their own text message',
    read_back: 'Read back to them before a witness',
    attendance: 'On the list of those who were there',
  },
  round: (k) => `Round ${k}`,
  home: (building, entrance, door) => `Building ${building}, entrance ${entrance}, ${door}`,
  entrance: (building, entrance) => `Building ${building}, entrance ${entrance}`,
  form: {
    seen: (version) => `Having seen version ${version} of the plan`,
    condition: 'On what condition',
    conditionHint: ' (when you agree on a condition)',
    ground: 'Why against',
    groundHint: ' (when you are against it)',
    words: 'In your own words',
    wordsHint:
      'Write it as you would say it. It is not put on the board; for an objection you are asked about the wording.',
    wordsAgain:
      'What you said before stands above and does not come along: write here what you say now. It is not hung on the board; before it becomes an objection you are asked how to put it.',
    household: 'For which household',
  },
  act: {
    title: 'What your household says',
    plan: (version, title) => `Plan, version ${version}: ${title}`,
    until: (when) => `This round lasts until ${when}.`,
    standing: (stance) =>
      `In an earlier round your household said “${stance}”, and that still stands. To change it, say it again below.`,
    said: 'What your household has said',
    counts: 'This one counts now',
    recorded: (channel, by) => `${channel}, written down by ${by ?? 'somebody else'}`,
    not: 'Replaced: it does not count and is kept as it was',
    disowned: 'does not count: whoever said it turned out not to live here',
    own: 'In your own words',
    theirs: 'said by the household itself',
    correct: 'Written down wrongly? Say it again below in your own words: yours is what counts.',
    write: 'Write what my household says',
    give: 'That is what we say',
    again: 'Change it to this',
    none: 'Your household is not asked in this round.',
    back: 'See this round',
    why: (ground) => `Because: ${ground}`,
    fullPlan: 'This version in full: what changed, and why',
    compare: (from, to) => `Versions ${from} and ${to}, word by word`,
    answers: 'You said → we changed it, or cannot: objections and answers',
    savedTitle: 'It is written down, thank you',
    savedSaid: (stance, words) => (words ? `You said: ${stance}, “${words}”` : `You said: ${stance}`),
    savedNext: (when) =>
      `Until ${when} you can change it; what you say last counts. Then the round is counted: the board says how many households of each side agree or are against, never which.`,
    savedLate: 'Your own words stand now. The board says how many households of each side, never which.',
    savedAll: 'Everything your household has said',
    savedObjection:
      'It is not only counted: once the round is over a social worker makes an objection of it, asks you whether that is what you mean, answers it, and asks you whether the answer will do. How far it is stands under',
    savedObjections: 'our objections',
  },
  door: {
    title: 'Door to door',
    quiet: 'No visits, please',
    quietWhy: 'This household wants no visits. What it says on the telephone or on paper can be written down.',
    alsoVisit: 'Write down a visit too',
    lead: 'Choose a round and an entrance, then knock.',
    none: 'There is no round to go from door to door for at the moment.',
    coverage: ({ knocked, households }) => `${knocked} of ${households} doors knocked at`,
    progress: ({ households, knocked, met, heard }) =>
      `${households} households: ${knocked} knocked at, ${met} met, ${heard} heard`,
    progressWhy:
      'Who has spoken without a knock, or said something in an earlier round that still stands, counts as heard; “reached” on the board is the number heard.',
    doors: (n) => `The ${n} doors of this entrance`,
    stands: 'As the house stands, high floors on top.',
    floor: (n) => (n < 0 ? `Basement ${-n}` : `Floor ${n}`),
    noFloor: 'Doors without a floor',
    answerToo: 'an answer too',
    toRound: (title, k) => `To ask as well: ${title} (round ${k})`,
    noted: (outcome) => `Knocked: ${outcome}`,
    until: (when) => `until ${when}`,
    notOpen: (when) => `starts ${when}`,
    sheet: 'Print the door-to-door sheet',
    sheetTitle: 'Door-to-door sheet',
    sheetLead: 'Read the plan aloud first, then write their words. Nobody home is written down too.',
    columns: { door: 'Door', stance: 'Opinion', words: 'In their words', sign: 'Signature' },
    heard: 'heard',
    carried: 'stands from an earlier round',
    his: 'In their own words',
    channel: 'How you heard it',
    proof: 'How we know they said it',
    photo: 'Picture of the signature',
    photoWhen: ' (when it was signed)',
    photoHint:
      'Only the page that was signed. Never on the board: seen by the household, its captain and the social worker.',
    message: 'What the text message says, or when it came',
    messageWhen: ' (for a text message)',
    witnessWhen: ' (when it is read back)',
    seePhoto: 'See the signature',
    sms: (text) => `Message: ${text}`,
    witness: 'Who was there',
    witnessHint: 'Reading back needs a witness, and it cannot be you.',
    witnessOther: 'Not in the list: write the name',
    record: 'Write down what this home says',
    notHome: 'Nobody home',
    refused: 'Would rather not say',
    quick: 'No opinion heard? Write that down too',
    outcome: 'What happened',
    note: 'Write it down',
    saved: (door, state) => `Written down: ${door}, ${state}`,
    backTo: (door) => `Not right? Back to ${door}`,
    next: (door) => `Next door: ${door}`,
    matter: (title, version) => `${title}: plan, version ${version}`,
    changes: 'What this version changes',
    answersFirst: 'What they objected to: ask first whether the answer will do',
    others: 'This household is asked about more',
    ask: (door) => `What does ${door} say?`,
    supportsNow: (next) => (next ? `Agrees: write it down, on to ${next}` : 'Agrees: write it down'),
    supportsHow: (proof) => `As at the last door: ${proof}.`,
    hereToo: (witness) => `${witness} heard it at this door, too`,
    firstToday:
      'The first door today: say how it is proved; the next doors remember it. Who was there is asked at each.',
    atMeeting: 'What they said at the meeting',
    atMeetingWhy:
      'They are on the list of those who were there, and that is the proof. Write down nothing for a household that said nothing.',
    atMeetingSubmit: 'Write down what was said there',
    more: 'A condition, against, no view, or more to write down',
    recordNext: (next) => `Write it down, on to ${next}`,
    saidAt: 'When it was said',
    saidAtHint: 'For paper typed later: when they said it. Left blank it is now.',
    toTry: 'Next doors, those not knocked at first',
    notTried: 'not knocked at yet',
    tried: (n, when) => `nobody home ${n === 1 ? 'once' : `${n} times`}, last on ${when}`,
    sheetBoxes: { home: 'not home', refused: 'won’t say', signed: 'signed', read: 'read back', by: 'before' },
    sheetWhen: 'Time',
    ownWord:
      'They have spoken for themselves and that is what counts; what you write down is kept, but does not count.',
    plan: 'The plan to read to them',
  },
  rechecks: {
    title: 'Second looks',
    lead: 'Drawn from what was written down for others; asked again by somebody who neither wrote nor witnessed it. It holds nothing up: a round is summed up, objections are answered and the next version is published whether or not all have been asked. A household that says something else is asked to speak for itself.',
    none: 'Nothing has been drawn yet.',
    recorded: (stance) => `Written down: “${stance}”`,
    outcome: 'Asked again',
    outcomes: { same: 'The same', different: 'Different', not_reached: 'Nobody reached' },
    note: 'Note',
    submit: 'Write it down',
  },
  refusals: {
    not_allowed: 'You can speak for your own household, or for the entrance you look after.',
    overtaken: (details) => {
      const seen = stood(details, 'was', en.stances) || 'your household had not spoken';
      const now = stood(details, 'now', en.stances) || 'nothing stands for your household';
      return `What your household says has changed since you opened this. What you saw:\n${seen}\nWhat stands now:\n${now}\nIf yours is to count, send it again.`;
    },
    not_yet_open: 'This round has not started.',
    not_at_the_meeting:
      'This household is on no list of a meeting about it. Tick it on the list first, or say how else it was heard.',
    round_closed: 'This round is over.',
    other_version: (details) =>
      `This round is about version ${details.version} of the plan. Reload the page and read it before you speak.`,
    spoken_meanwhile: 'Somebody of your household has just spoken. Reload the page, then decide.',
    speak_for_yourself: 'This is your own home: speak for it yourself.',
    ...proofs.en,
    recorded_meanwhile: ({ own, by = '', at, stance }) => {
      const when = formatMoment(String(at), 'en');
      const what = en.stances[stance as Stance];
      return own
        ? `This household has just said “${what}” for itself (${when}), and that is what counts. To write yours down all the same, press the button again.`
        : `${by} has just written down “${what}” for this household (${when}). To change it to yours, press the button again.`;
    },
    nothing_to_correct: 'Nothing has been written down for your household in this round.',
    correction_over: 'The 72 hours after it was written down are over; this round can no longer be changed.',
    signed_already: 'This has already been signed.',
    second_person: 'You wrote or witnessed this one; somebody else has to ask.',
    already_checked: 'This one has been asked already.',
    said_later: 'This time is still to come',
    said_earlier: 'The round had not begun then',
    condition_missing: 'Say on what condition',
    nothing_changed: 'It is word for word what counts for your household now; nothing more was kept.',
    condition_idle: 'With a condition, choose “Agree, on a condition”; what is no condition goes into your words below',
    ground_missing: 'Choose a reason',
    round_running: 'This round is not over yet.',
    round_void: ({ state, reason, again }) => {
      const why = reason ? ` The reason given: “${reason}”.` : '';
      if (state === 'shelved') {
        const day = again ? ` It is looked at again on ${formatDate(String(again), 'en')}.` : '';
        return `The proposal was put aside, and this round was stopped.${why}${day} If it goes on, you are asked anew.`;
      }
      if (state === 'taken_back')
        return `This round was opened by mistake and taken back; there is nothing to say now.${why} You are asked anew when the time comes.`;
      if (state === 'withdrawn')
        return `The proposal was taken back, and this round was stopped; nobody is asked.${why}`;
      return 'The groups changed, and this round was stopped. You are asked anew once they are settled; its page says how it goes on.';
    },
  },
};

export const messages = { zh, en };
