import type { DeskWords, Step } from '@/lib/desk';
import type { Titled } from '@/lib/letters';
import type { SourcesView } from '@/lib/telling';
import { plural } from '@/lib/words';

type Details = Record<string, string | number>;
type Looks = Omit<SourcesView, 'own' | 'recorded' | 'met'>;

const zh = {
  letters: {
    round_opened: ({ title }: Titled) => `“${title}”开始问大家了，请您家说一句。`,
    opening_taken_back: ({ title, reason }: Titled & { reason: string }) =>
      `“${title}”这一轮开错了，收回了，不用回话。理由：${reason}`,
    round_closed: ({ title }: Titled) => `“${title}”这一轮问完了，看看大家怎么说。`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    doors: { rounds: '协商' },
    record: { round: '协商轮' },
    desk: {
      closure: { act: '清点这一轮', task: '一轮到时间了，等您清点' },
      summary: { act: '写小结', task: '一轮问完了，等您写小结' },
      opening: { act: '开下一轮', task: '方案公布了，等您开一轮' },
      redesign: { act: '退回去改方案' },
      round: { act: '看问到多少', task: '正在问的一轮', due: (moment) => `问到${moment}` },
      extension: { act: '延长这一轮' },
    } satisfies Record<string, DeskWords>,
    steps: {
      round_opened: (d) => `开了第${d.k}轮，问方案第${d.version}稿，${d.asked}户`,
      round_extended: () => '延长了这一轮',
      extension_taken_back: () => '收回了延长',
      opening_taken_back: (d) => `收回了第${d.k}轮`,
      round_closed: (d) => `第${d.k ?? ''}轮问完，清点了`,
      round_summarised: (d) => `写了第${d.k}轮的小结`,
      redesign: () => '退回去改方案',
    } satisfies Record<string, Step>,
    part: {
      name: '协商轮',
      round: (k: string) => `第${k}轮`,
      open: (moment: string, left: number, of: number) => `正在问，到${moment}；${of}户里${left}户没听到`,
      planned: (moment: string) => `${moment}开始问`,
      counting: '时间到了，等清点',
      closed: (day: string, summary: boolean) => `${day}问完${summary ? '' : '，还没写小结'}`,
      stopped: (day: string) => `没问完，${day}停了`,
      none: '还没有问过',
      waits: (left: number, k: string, moment: string) => `各家各户：第${k}轮还有${left}户没听到，问到${moment}`,
    },
    left: { summary: '协商轮：没写完小结的', doors: '还没敲完的门' },
  },
  kinds: {
    supports: '同意',
    conditional: '有条件',
    opposes: '反对',
    noView: '不表态',
    reached: '听到',
    notReached: '没听到',
    refused: '不愿说',
    notHome: '没人',
    notTried: '未访',
  },
  or: '或',
  phases: { planned: '还没开始', open: '正在问', counting: '正在数', closed: '已结束', void: '已作废' },
  round: (k: string) => `第${k}轮`,
  about: (title: string, k: string) => `${title} · 第${k}轮`,
  list: {
    title: '协商轮',
    lead: '每一轮问一稿方案。正在问的只写听到没有；结束以后，再写各方怎么说。',
    none: '还没有开过协商轮。',
    newest: '回到最新',
  },
  one: {
    window: (from: string, to: string) => `${from}—${to}`,
    until: (when: string) => `到${when}为止，之后由时钟自动结束，当场清点。`,
    starts: (when: string) => `${when}开始。`,
    counting: '时间已到，正在清点。',
    closedAt: (when: string) => `${when}清点。`,
    plan: (version: number, title: string) => `方案第${version}稿：${title}`,
    asked: '这一轮问谁',
    poster: {
      kind: '征询意见',
      until: (when: string) => `到${when}为止`,
      asked: (groups: readonly string[]) => `问：${groups.join('、')}，一户说一份。`,
      ways: [
        '同意、有条件同意、反对、不表态，都请说一声。',
        '扫码说，或者等楼门长上门，当面说也一样算。',
        '没问到的，会一直写着没问到。',
      ],
    },
    askedOf: (asked: number | null, all: number) =>
      asked === all ? `${all}户都要问` : `${all}户中要问${asked ?? '几'}户；其余各户之前说的仍然算数`,
    result: '各方怎么说',
    progress: '问到哪儿了',
    reachedOf: (reached: number, all: number) => `${all}户里听到${reached}户`,
    households: '户数',
    group: '相关方',
    total: '合计',
    cell: (names: string, count: number) => `${names}${count}户`,
    sentence: (group: string, all: number, parts: string) => `${group}：${all}户中${parts}`,
    joined:
      '答了的不到10户，或者跟以前哪一轮比，新说、改口的不到10户，就只写听到几户、同意的够不够数：数一减，就看出是谁家怎么说的。够10户的，一栏不到3户也不单写，和旁边的合成一栏：先是“有条件”和“反对”合，还不够再加上“不表态”；不愿说、没人、未访里有一样不到3户的，三样合成“没听到”，总数照写。每一方都这样。',
    /** Where no numbers are told. */
    agrees: (agrees: boolean | null): string =>
      agrees === null
        ? '怎么说的、够不够数都不写，等谈拢时一起写。'
        : agrees
          ? '同意的够数；几户怎么说，不写。'
          : '听到的或同意的还不够数；几户怎么说，不写。',
    unreached: '没听到（不愿说、没人或未访）',
    openNote: '还在问的时候，只写听到没有，不写怎么说。',
    sources: {
      title: '谁说的，核对过没有',
      said: (own: number | null, recorded: number | null) =>
        own === null || recorded === null
          ? '这一轮有自己说的，有楼门长或社工记下的；有一样只有几户，不分开写。'
          : own === 0
            ? `这一轮的${recorded}户，都是楼门长或社工记下的。`
            : recorded === 0
              ? `这一轮的${own}户，都是自己说的。`
              : `这一轮自己说的${own}户，楼门长或社工记下的${recorded}户。`,
      met: (n: number): string => `替人家记下的里，${n}户是在议事会上说的，照签到表记，一户只算一次。`,
      looks: ({ drawn, asked, same, different, notReached }: Looks): string => {
        if (drawn === 0) return '替人家记下的，没有要抽查回访的。';
        const said = `替人家记下的里抽出${drawn}条，由别人再去问`;
        if (notReached === null) return `${said}，问完了再写结果。`;
        const left = notReached > 0 ? `，${notReached}条没找着人` : '';
        if (asked === null) return `${said}：问到的只有几条${left}。`;
        const result =
          same === null || different === null
            ? `问到${asked}条，一样和不一样的里有一样只有几条，不分开写`
            : different === 0
              ? `问到${asked}条，和记的都一样`
              : `问到${asked}条，${same}条和记的一样，${different}条不一样，请这几家自己再说一次`;
        return `${said}：${result}${left}。`;
      },
    },
    summary: '小结',
    noSummary: '书记还没有写小结。',
    speak: '说说您家的意见',
    plans: '看方案',
    back: '回到提案',
    circle: '同心圆',
    table: '看表格',
  },
  desk: {
    title: (k: string) => `第${k}轮`,
    groups: '各方问到多少',
    entrances: '各单元问到多少',
    entrance: '单元',
    asked: '要问',
    reached: '听到',
    tried: '找过、答过',
    untried: '一次也没敲过的门',
    doors: '门牌',
    allTried: '每个门都敲过了。',
    rechecks: '抽查回访',
    rechecksOf: (done: number, drawn: number) =>
      drawn > done ? `抽出${drawn}条，问过${done}条。没问完也不拦着往下走。` : `抽出${drawn}条，问过${done}条`,
    different: (n: number) => `其中${n}条不一样`,
    toExtension: '延长这一轮',
    toClosure: '清点',
    toSummary: '写小结',
    toRechecks: '抽查回访',
    openTitle: '开一轮协商',
    openLead: (version: number, title: string, all: number) => `问的是方案第${version}稿“${title}”，相关的共${all}户。`,
    opensOn: '哪天开始',
    opensHint: '空着就是现在。',
    closesOn: '问到哪天（含当天）',
    closesHint: (days: number) => `至少${days}天。只能延长，不能提前。`,
    open: '开始问',
    extendTitle: '延长这一轮',
    extendLead: (when: string) => `现在到${when}24点为止。`,
    extendLimit: (days: number, when: string) => `最多比最初定的日子晚${days}天，也就是到${when}。`,
    extendLook: '看看改成什么样',
    closesNow: '现在到哪天',
    closesThen: '改成到哪天',
    midnight: (when: string) => `${when}半夜为止`,
    extendTick: (when: string) => `改到${when}半夜为止`,
    extend: '延长',
    otherDay: '换一个日子',
    backTitle: '收回延长',
    backLead: (hours: number) => `延长错了，${hours}小时之内、原来的日子还没到，可以收回。办过的都留在记录里。`,
    backTick: (when: string) => `收回延长，还是到${when}半夜为止`,
    back: '收回延长',
    toBack: '延长错了？收回',
    openingTitle: '收回这一轮',
    openingLead: (hours: number) =>
      `开错了，${hours}小时之内、还没有人家说话，可以收回。收到通知的人家会看到理由；办过的都留在记录里。`,
    openingReason: '为什么收回',
    openingBack: '收回这一轮',
    toOpeningBack: '开错了？收回这一轮',
    closeTitle: '清点这一轮',
    closeLead: '到时间由时钟自动清点；钟慢了，在岗的人也可以点一下，数出来是一样的。',
    close: '清点',
    summaryTitle: '写小结',
    summaryLead: '一段话：大家说了什么，卡在哪儿，接下来怎么办。写完贴在公示栏，不再改。',
    summary: '小结',
    summarise: '贴出去',
    redesignTitle: '退回去改方案',
    redesignLead: '还有一方不够数，或还有异议没了结，就回去改方案，再问一轮。',
    reason: '为什么改，改哪儿',
    redesign: '退回去改',
  },
  refusals: {
    stale: '您打开这页以后，这一轮的最后一天改过。请重新打开这页，看看现在到哪天。',
    not_at_this_step: '提案现在这一步，不能这么办。',
    no_published_plan: '还没有公布方案。',
    opened_by: '开一轮由社工或治理书记来办。',
    no_households: '还没有定下相关的户。',
    window_in_the_past: '开始的日子已经过了。',
    window_too_short: (details: Details) => `一轮至少要${details.days}天。`,
    round_running: '这一轮还在进行。',
    round_closed: '这一轮已经结束了。',
    spoken_in: '已经有人家说话了，不能收回。',
    round_void: '这一轮没问完就停了：开错了收回、提案先放一放、收回了，或者相关方改了。理由在提案页上。',
    extension_shortens: '只能延长，不能提前。',
    extension_too_long: (details: Details) => `延长过头了：最多比最初定的日子晚${details.days}天。`,
    day_missing: '请填写日期',
    no_such_day: '没有这一天。请写成 2022-03-05 这样的日期。',
    not_extended: '这一轮没有延长过，没有要收回的。',
    earlier_close_over: '原来的日子已经过了，收不回了。',
    already_summarised: '小结已经贴出去了。',
    no_round_yet: '还没有问过一轮。',
    nothing_to_redesign: '各方都够数，异议也都了结了，不用退回去改。',
  },
};

const en: typeof zh = {
  letters: {
    round_opened: ({ title }) => `“${title}”: a round has begun. Please say what your household thinks.`,
    opening_taken_back: ({ title, reason }) =>
      `“${title}”: the round was opened by mistake and is taken back; there is nothing to answer. ${reason}`,
    round_closed: ({ title }) => `“${title}”: the round is over. See what people said.`,
  },
  room: {
    doors: { rounds: 'Rounds' },
    record: { round: 'Round' },
    desk: {
      closure: { act: 'Count the round', task: 'A round is over, for you to count' },
      summary: { act: 'Write the summary', task: 'A round is over, for you to sum up' },
      opening: { act: 'Open a round', task: 'A plan is published, for you to open a round' },
      redesign: { act: 'Back to the plan' },
      round: { act: 'See how many were reached', task: 'A round under way', due: (moment) => `open until ${moment}` },
      extension: { act: 'Extend the round' },
    },
    steps: {
      round_opened: (d) => `Opened round ${d.k} on version ${d.version}, asking ${d.asked} households`,
      round_extended: () => 'Extended the round',
      extension_taken_back: () => 'Took the extension back',
      opening_taken_back: (d) => `Took round ${d.k} back`,
      round_closed: (d) => `Counted round ${d.k ?? ''}`,
      round_summarised: (d) => `Summed up round ${d.k}`,
      redesign: () => 'Back to the plan',
    },
    part: {
      name: 'Rounds',
      round: (k) => `Round ${k}`,
      open: (moment, left, of) => `open until ${moment}; ${left} of ${of} households not reached`,
      planned: (moment) => `begins ${moment}`,
      counting: 'over, to be counted',
      closed: (day, summary) => `over on ${day}${summary ? '' : ', no summary yet'}`,
      stopped: (day) => `stopped on ${day} before it was over`,
      none: 'nobody has been asked yet',
      waits: (left, k, moment) => `Households: ${left} not reached in round ${k}, open until ${moment}`,
    },
    left: { summary: 'Round without its summary', doors: 'Doors still to be asked' },
  },
  kinds: {
    supports: 'agree',
    conditional: 'agree on a condition',
    opposes: 'against',
    noView: 'no view',
    reached: 'reached',
    notReached: 'not reached',
    refused: 'would not say',
    notHome: 'not home',
    notTried: 'not yet tried',
  },
  or: ' or ',
  phases: { planned: 'not begun', open: 'asking', counting: 'counting', closed: 'closed', void: 'void' },
  round: (k) => `Round ${k}`,
  about: (title, k) => `${title} · round ${k}`,
  list: {
    title: 'Rounds',
    lead: 'Each round asks about one version of a plan. While it asks, only who was reached; afterwards, what each side said.',
    none: 'There has been no round yet.',
    newest: 'Back to the newest',
  },
  one: {
    window: (from, to) => `${from} – ${to}`,
    until: (when) => `Until ${when}; then the clock closes it and it is counted at once.`,
    starts: (when) => `Starts ${when}.`,
    counting: 'Its time is over; it is being counted.',
    closedAt: (when) => `Counted ${when}.`,
    plan: (version, title) => `Plan, version ${version}: ${title}`,
    asked: 'Who is asked',
    poster: {
      kind: 'You are asked',
      until: (when) => `Until ${when}`,
      asked: (groups) => `Asked: ${groups.join(', ')}; one word from each household.`,
      ways: [
        'For it, for it on a condition, against it, no view: please say which.',
        'Photograph the code, or wait for your captain; what is said at the door counts the same.',
        'Who is not asked stays on the page as not asked.',
      ],
    },
    askedOf: (asked, all) =>
      asked === all
        ? `all ${all} households are asked`
        : `${asked ?? 'a few'} of ${all} households are asked; what the others said before still stands`,
    result: 'What each side says',
    progress: 'How far it has come',
    reachedOf: (reached, all) => `${reached} of ${all} households reached`,
    households: 'Households',
    group: 'Affected group',
    total: 'Total',
    cell: (names, count) => `${count} ${names}`,
    sentence: (group, all, parts) => `${group}: of ${all} households ${parts}`,
    joined:
      'Where fewer than 10 households answered, or fewer than 10 spoke anew since a round before, only how many were reached stands here, and whether enough agree: subtracting would show what whose household says. Otherwise a row of fewer than 3 is joined with its neighbours: first “on a condition” with “against”, then “no view” as well; where one of refused, not home and not tried is fewer than 3, the three are one row, not reached, and their sum stands. It is the same for every group.',
    agrees: (agrees) =>
      agrees === null
        ? 'What they say, and whether it is enough, is not told before all agree.'
        : agrees
          ? 'Enough agree; how many say what is not told.'
          : 'Not enough were reached or agree yet; how many say what is not told.',
    unreached: 'not reached (would not say, not home or not tried)',
    openNote: 'While it is asking, only reached or not reached is shown, never what was said.',
    sources: {
      title: 'Whose word it is, and whether it was checked',
      said: (own, recorded) =>
        own === null || recorded === null
          ? 'Some households spoke for themselves, others were written down by captains or social workers; one of the two is only a few, so they are not told apart.'
          : `${own} ${plural(own, 'household', 'households')} spoke for themselves, ${recorded} were written down by captains or social workers.`,
      met: (n) =>
        `Of those written down, ${n} ${plural(n, 'household', 'households')} spoke at a meeting and ${plural(n, 'stands', 'stand')} on its list; each is counted once.`,
      looks: ({ drawn, asked, same, different, notReached }) => {
        if (drawn === 0) return 'Nothing written down was to be asked again.';
        const said = `Of what was written down ${drawn} were drawn to be asked again by somebody else`;
        if (notReached === null) return `${said}; what came of it follows when all were asked.`;
        const left = notReached > 0 ? `; ${notReached} could not be reached` : '';
        if (asked === null) return `${said}: a few were asked${left}.`;
        const result =
          same === null || different === null
            ? `${asked} were asked; one outcome is only a few, so they are not told apart`
            : different === 0
              ? `${asked} were asked, and all said the same`
              : `${asked} were asked, ${same} said the same and ${different} something else and were invited to say it themselves`;
        return `${said}: ${result}${left}.`;
      },
    },
    summary: 'Summary',
    noSummary: 'The secretary has not written a summary yet.',
    speak: 'Say what your household thinks',
    plans: 'Read the plan',
    back: 'Back to the proposal',
    circle: 'The concentric circle',
    table: 'As a table',
  },
  desk: {
    title: (k) => `Round ${k}`,
    groups: 'Coverage by group',
    entrances: 'Coverage by entrance',
    entrance: 'Entrance',
    asked: 'To ask',
    reached: 'Reached',
    tried: 'Tried',
    untried: 'Doors nobody has knocked at',
    doors: 'Doors',
    allTried: 'Every door has been tried.',
    rechecks: 'Second looks',
    rechecksOf: (done, drawn) =>
      drawn > done ? `${done} of ${drawn} asked. It holds nothing up.` : `${done} of ${drawn} asked`,
    different: (n) => `${n} of them different`,
    toExtension: 'Extend this round',
    toClosure: 'Count',
    toSummary: 'Write the summary',
    toRechecks: 'Second looks',
    openTitle: 'Open a round',
    openLead: (version, title, all) => `It asks about version ${version} of the plan, “${title}”; ${all} households.`,
    opensOn: 'First day',
    opensHint: 'Leave empty to begin now.',
    closesOn: 'Last day (included)',
    closesHint: (days) => `At least ${days} days. It can be extended, never shortened.`,
    open: 'Begin asking',
    extendTitle: 'Extend this round',
    extendLead: (when) => `It lasts to the end of ${when}.`,
    extendLimit: (days, when) => `At most ${days} days beyond its first close: to the end of ${when}.`,
    extendLook: 'See what it would be',
    closesNow: 'Ends now',
    closesThen: 'Will end',
    midnight: (when) => `at the end of ${when}`,
    extendTick: (when) => `Change it to the end of ${when}`,
    extend: 'Extend',
    otherDay: 'Another day',
    backTitle: 'Take the extension back',
    backLead: (hours) =>
      `An extension made by mistake can be taken back within ${hours} hours, before the earlier close. Both stay on record.`,
    backTick: (when) => `Take it back: it ends at the end of ${when}, as before`,
    back: 'Take it back',
    toBack: 'Extended by mistake? Take it back',
    openingTitle: 'Take the round back',
    openingLead: (hours) =>
      `A round opened by mistake can be taken back within ${hours} hours, as long as no household has spoken. Whoever was written to sees why; everything stays on record.`,
    openingReason: 'Why it is taken back',
    openingBack: 'Take the round back',
    toOpeningBack: 'Opened by mistake? Take it back',
    closeTitle: 'Count this round',
    closeLead: 'The clock closes it; when the clock is late, anybody on duty can. The count is the same.',
    close: 'Count',
    summaryTitle: 'Write the summary',
    summaryLead: 'One paragraph: what people said, where it is stuck, what comes next. It goes on the board and stays.',
    summary: 'Summary',
    summarise: 'Post it',
    redesignTitle: 'Back to the drawing board',
    redesignLead: 'When a group falls short or an objection is open, the plan is changed and there is another round.',
    reason: 'Why, and what has to change',
    redesign: 'Send it back',
  },
  refusals: {
    stale: 'The last day of the round has changed since you opened this page. Please open it again.',
    not_at_this_step: 'This cannot be done at this step of the proposal.',
    no_published_plan: 'No plan has been published yet.',
    opened_by: 'A social worker or the governance secretary opens a round.',
    no_households: 'The households have not been fixed yet.',
    window_in_the_past: 'The first day is already over.',
    window_too_short: (details) => `A round lasts at least ${details.days} days.`,
    round_running: 'The round is still under way.',
    round_closed: 'The round is over.',
    spoken_in: 'A household has spoken in it; it can no longer be taken back.',
    round_void:
      'The round was stopped: it was opened by mistake, the proposal was put aside or taken back, or its groups changed. Its page says why.',
    extension_shortens: 'A round can only be made longer.',
    extension_too_long: (details) => `Too long: at most ${details.days} days beyond its first close.`,
    day_missing: 'Choose a day',
    no_such_day: 'There is no such day. Write a date like 2022-03-05.',
    not_extended: 'This round was not extended; there is nothing to take back.',
    earlier_close_over: 'The earlier close has passed; it can no longer be taken back.',
    already_summarised: 'The summary has been posted already.',
    no_round_yet: 'There has been no round yet.',
    nothing_to_redesign: 'Every group has enough and no objection is open; there is nothing to redesign.',
  },
};

export const messages = { zh, en };
