import type { DeskWords, Step } from '@/lib/desk';
import { overtaken } from '@/lib/messages';
import { plural } from '@/lib/words';
import type { CallbackView } from './rules';

type Details = Record<string, string | number>;

const wave = (name: string | number | undefined) =>
  ({ four_weeks: '四周', ninety_days: '九十天', first_snow: '头场雪后' })[String(name)] ?? '';

const zh = {
  letters: {
    callback_followed: ({ title, answer }: { title: string; answer: string }) =>
      `回访时您家说“${title}”还没办好。回您的话：${answer}。还是不行，照样打公示栏首页的电话。`,
  },
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    doors: { callbacks: '回访' },
    record: { callback: '回访' },
    desk: {
      callbacks: { act: '打回访电话', task: '回访电话，等您来打', count: (n) => `${n}个电话` },
      wave: { act: '收这一次回访', task: '这一次回访都打过了，等您点“这一次问完了”' },
      snow: { act: '写下哪天下的雪', task: '下雪了就写下日子，抽头一场雪后的回访' },
      unsolved: { act: '回没办好的', task: '回访里有人家说没办好，等您回话', count: (n) => `${n}户` },
      unsolvedUntold: {
        act: '回没办好的',
        task: '说没办好、又不愿让社区知道是谁家的，等您回话',
        count: (n) => `${n}户`,
      },
    } satisfies Record<string, DeskWords>,
    steps: {
      callbacks_drawn: (d) => `抽出${wave(d.wave)}回访的${d.households}户`,
      wave_closed: (d) => `${wave(d.wave)}回访打完了`,
    } satisfies Record<string, Step>,
    part: {
      name: '回访',
      note: (open: number) => (open === 0 ? '没有要打的电话' : `还有${open}个电话没打`),
      waits: '等头一场雪：下过雪的第二天起，热线抽雪后的回访',
    },
  },
  waves: { four_weeks: '完工四周后', ninety_days: '完工九十天后', first_snow: '头一场雪后' },
  board: {
    title: '回访',
    lead: '完工以后由热线打电话问：打通没有，办成没有，满意不满意。提这件事的、定相关方的、报节点和核对节点的人都不打这个电话。答了多少、没答上多少，一起写。',
    rule: (share: number, least: number) =>
      `打给谁是定好的：每一方里提过异议、反映过这件事的人家都打；这些人家不到这一方的${share}分之一（或者不到${least}户）的，再抽签补足。抽签用的种子是决议的指纹、完工的日子和第几次，谁也挑不了。`,
    seed: '抽签的种子',
    running: (wave: string) => `${wave}：正在问，问完了再写数。`,
    closed: (wave: string, day: string) => `${wave} · ${day}问完`,
    asked: (name: string, households: number, asked: number) => `${name}：${households}户里打给${asked}户。`,
    line: ({ answered, silent, content, agrees }: CallbackView): string => {
      const said =
        content !== null
          ? `${answered}户作答，${content === answered ? '都满意' : `${content}户满意，${answered - content}户不满意`}`
          : answered === 0
            ? '没有人作答'
            : `${answered}户作答，${agrees === null ? '户数少，怎么说的不写' : agrees ? '满意的够数（几户满意不写，免得猜出是谁家）' : '满意的不够数（几户满意不写，免得猜出是谁家）'}`;
      return `${said}；${silent}户没有答上。`;
    },
  },
  list: {
    title: '回访',
    lead: '完工的提案，三次回访都过了，才算验证。办这件事的人不打这个电话。',
    none: '完工的提案，现在没有要回访的。',
    cases: (n: number) => `等回访的诉求${n}件，在这里`,
    open: (wave: string, left: number, of: number) => `${wave}：${of}户里还有${left}户没打`,
    closed: (wave: string) => `${wave}：问完了`,
    due: (wave: string, day: string) => `${wave}：${day}起`,
    snow: (wave: string) => `${wave}：等雪`,
  },
  desk: {
    title: (title: string) => `${title} · 回访`,
    drawLead: '提过异议、反映过的人家都打；其余的，用公布的种子抽，谁都能重抽一遍核对。',
    snowOn: '哪天下的雪',
    snowed: (day: string) => `头一场雪：${day}`,
    draw: (wave: string) => `抽“${wave}”`,
    notYet: (day: string) => `${day}起才能抽。`,
    seed: (seed: string) => `种子：${seed}`,
    next: (door: string) => `打下一家：${door}`,
    calls: '要打的',
    door: '门牌',
    group: '相关方',
    why: '为什么打',
    drawn: '抽中',
    objector: '提过异议',
    caseNo: (no: number) => `第${no}号诉求`,
    said: '结果',
    open: '还没打',
    reached: '打通了',
    notReached: '没打通',
    close: '这一次问完了',
    closeLead: '每户都打过才能收。有一方不够数，这件事就重开。',
    callTitle: (door: string) => `打给${door}`,
    callLead: '三样分开问：打通没有，办成没有，满意不满意。一样答不上，不影响另一样。',
    people: '电话',
    nobody: '没有登记电话：请社区派人上门问，问到的记在这里。',
    reachedLabel: '打通了吗',
    yes: '是',
    no: '没有',
    resolvedLabel: '办成了吗',
    notAsked: '没答',
    satisfactionLabel: '满意吗',
    satisfactionWhen: '（打通了要选）',
    satisfaction: { satisfied: '满意', fairly_satisfied: '基本满意', dissatisfied: '不满意' },
    words: '他怎么说（不写姓名电话）',
    mayTell: '没办好的，愿意让社区知道是他家说的吗',
    mayTellHint: '愿意，社区知道是哪一户，好上门去办；不愿意，由热线回他话，社区不知道是谁。没问就空着，当不愿意。',
    note: '念给他听，确认记下',
    back: '回到名单',
    unsolvedTitle: '回访里说没办好的',
    unsolvedLead:
      '这一方够数不够数是一回事，这一户没办好是另一回事。每一户都要有句回话：打算怎么办，或者为什么办不了。回话写成信给他家，只写这一次。',
    unsolvedNone: '都回过话了。',
    unsolvedMore: (n: number) => `还有${n}户，回完这些接着来。`,
    theyAreUntold: '这几户不愿让社区知道是谁家：回话里别写门牌。',
    noWords: '没有说别的。',
    answer: '怎么回他',
    answerHint: '例：扶手周五前换好，换好了请您再看一眼',
    follow: '回话，写信给他家',
    state: { verifying: '正在回访', completed: '已完工，等第一次', verified: '验证过了', reopened: '重开了' } as Record<
      string,
      string
    >,
  },
  who: '由热线来打。',
  refusals: {
    nobody_to_call: '没有要打的电话。',
    overtaken: (details: Details): string => overtaken.zh(details),
    nothing_to_follow: '没有要回话的：这一户没说没办好。',
    followed_already: '这一户已经回过话了。',
    nothing_to_close: '眼下没有打完了等收的一次。',
    not_at_this_step: '提案现在这一步，不能这么办。',
    not_completed: '还没有完工。',
    not_due: (details: Details) => `还没到日子，${details.on}起。`,
    drawn_already: '这一次已经抽过了。',
    wave_closed: '这一次已经问完了。',
    wave_of_before: '这是上一次完工的回访，已经作罢。又修好了的，重新抽、重新问。',
    handler_calls: '办这件事的人不打这个电话，请另一位来。',
    builder_calls: '这处办理的节点是您报的，或者是您核对的。自己做的活不由自己去问，请另一位来。',
    calls_open: (details: Details) => `还有${details.count}户没打。`,
  },
};

const enWave = (name: string | number | undefined) =>
  ({ four_weeks: 'four weeks', ninety_days: 'ninety days', first_snow: 'the first snow' })[String(name)] ?? '';

const en: typeof zh = {
  letters: {
    callback_followed: ({ title, answer }) =>
      `When you were called, your household said that “${title}” is not right yet. The answer: ${answer}. If it still is not, ring the number on the board’s first page.`,
  },
  room: {
    doors: { callbacks: 'Callbacks' },
    record: { callback: 'Callback' },
    desk: {
      callbacks: {
        act: 'Make the callbacks',
        task: 'Callbacks for you to make',
        count: (n) => `${n} ${plural(n, 'call', 'calls')}`,
      },
      wave: { act: 'Close the wave of callbacks', task: 'Everybody in a wave has been called: close it' },
      snow: {
        act: 'Write down the day it snowed',
        task: 'When it snows, write down the day and draw the callbacks after the first snow',
      },
      unsolved: {
        act: 'Answer those who say it is not solved',
        task: 'Households said in a callback that it is not solved, and wait for your answer',
        count: (n) => `${n} ${plural(n, 'household', 'households')}`,
      },
      unsolvedUntold: {
        act: 'Answer those who say it is not solved',
        task: 'Households that do not want the office to know who they are say it is not solved, and wait for your answer',
        count: (n) => `${n} ${plural(n, 'household', 'households')}`,
      },
    },
    steps: {
      callbacks_drawn: (d) => `Drew ${d.households} households for the callbacks after ${enWave(d.wave)}`,
      wave_closed: (d) => `Callbacks after ${enWave(d.wave)} are done`,
    },
    part: {
      name: 'Callbacks',
      note: (open) => (open === 0 ? 'no calls to make' : `${open} ${plural(open, 'call', 'calls')} to make`),
      waits: 'The first snow: from the day after it, the hotline draws the callbacks that follow it',
    },
  },
  waves: { four_weeks: 'Four weeks after', ninety_days: 'Ninety days after', first_snow: 'After the first snow' },
  board: {
    title: 'Callbacks',
    lead: 'After completion the hotline calls households: reached, resolved, content. Whoever brought the matter, named its groups, or reported or checked a milestone does not call. How many gave no answer stands beside the answers.',
    rule: (share, least) =>
      `Who is called is settled beforehand: in each group everybody who objected or complained; where these are fewer than one in ${share}, or fewer than ${least}, more are drawn by lot. The seed of the draw is the fingerprint of the resolution, the day of completion and the wave: nobody can choose it.`,
    seed: 'Seed of the draw',
    running: (wave) => `${wave}: people are being asked; numbers follow when it is over.`,
    closed: (wave, day) => `${wave} · over on ${day}`,
    asked: (name, households, asked) => `${name}: ${asked} of ${households} households called.`,
    line: ({ answered, silent, content, agrees }) => {
      const said =
        content !== null
          ? `${answered} answered, ${content === answered ? 'all of them content' : `${content} content and ${answered - content} not`}`
          : answered === 0
            ? 'Nobody answered'
            : `${answered} answered; ${agrees === null ? 'too few to say how' : agrees ? 'enough are content, too few to say how many' : 'not enough are content, too few to say how many'}`;
      return `${said}; ${silent} gave no answer.`;
    },
  },
  list: {
    title: 'Callbacks',
    lead: 'A completed proposal is verified after all three waves. Whoever handled it does not call.',
    none: 'No finished proposal is to be called about now.',
    cases: (n) => `Cases to be called back: ${n}, over here`,
    open: (wave, left, of) => `${wave}: ${left} of ${of} households still to call`,
    closed: (wave) => `${wave}: over`,
    due: (wave, day) => `${wave}: from ${day}`,
    snow: (wave) => `${wave}: waiting for snow`,
  },
  desk: {
    title: (title) => `${title} · callbacks`,
    drawLead:
      'Everybody who objected or complained is called; the rest is drawn from a published seed, so anybody can draw again and compare.',
    snowOn: 'Day of the first snow',
    snowed: (day) => `First snow: ${day}`,
    draw: (wave) => `Draw “${wave}”`,
    notYet: (day) => `Can be drawn from ${day}.`,
    seed: (seed) => `Seed: ${seed}`,
    next: (door) => `Call the next one: ${door}`,
    calls: 'To call',
    door: 'Door',
    group: 'Group',
    why: 'Why',
    drawn: 'drawn',
    objector: 'objected',
    caseNo: (no) => `case ${no}`,
    said: 'Outcome',
    open: 'not called yet',
    reached: 'reached',
    notReached: 'not reached',
    close: 'This wave is over',
    closeLead: 'It can be closed when every household has been called. One group below its floor reopens the matter.',
    callTitle: (door) => `Call ${door}`,
    callLead: 'Three separate questions: reached, resolved, content. One may be open without the other.',
    people: 'Telephone',
    nobody: 'No number is registered: have somebody of the community ask at the door, and note here what they heard.',
    reachedLabel: 'Reached?',
    yes: 'yes',
    no: 'no',
    resolvedLabel: 'Resolved?',
    notAsked: 'no answer',
    satisfactionLabel: 'Content?',
    satisfactionWhen: ' (when they were reached)',
    satisfaction: { satisfied: 'content', fairly_satisfied: 'fairly content', dissatisfied: 'not content' },
    words: 'In their words (no names or numbers)',
    mayTell: 'If it is not solved: may the office know that it was them?',
    mayTellHint:
      'Yes: the office learns which home it is and can come. No: the hotline answers, and the office does not learn who. Left open, it means no.',
    note: 'Read it back and note it',
    back: 'Back to the list',
    unsolvedTitle: 'Not solved, they say',
    unsolvedLead:
      'Whether a group reaches its floor is one thing; that it is not right for this household is another. Each is answered: what will be done, or why nothing can be. The answer goes to them as a letter, once.',
    unsolvedNone: 'All of them have been answered.',
    unsolvedMore: (n) => `${n} more; they follow when these are answered.`,
    theyAreUntold: 'These do not want the office to know who they are: no door in the answer.',
    noWords: 'They said nothing else.',
    answer: 'The answer',
    answerHint: 'For example: the rail will be replaced by Friday; please look at it again then',
    follow: 'Answer by letter',
    state: {
      verifying: 'being verified',
      completed: 'completed, before the first wave',
      verified: 'verified',
      reopened: 'reopened',
    },
  },
  who: 'The hotline calls.',
  refusals: {
    nobody_to_call: 'No call to make.',
    overtaken: (details) => overtaken.en(details),
    nothing_to_follow: 'Nothing to answer: this household did not say that it is not solved.',
    followed_already: 'This household has been answered already.',
    nothing_to_close: 'No wave in which everybody was called waits to be closed now.',
    not_at_this_step: 'This cannot be done at this step of the proposal.',
    not_completed: 'It is not completed yet.',
    not_due: (details) => `It is not due before ${details.on}.`,
    drawn_already: 'This wave has been drawn already.',
    wave_closed: 'This wave is over.',
    wave_of_before: 'These calls were about an earlier completion. What was mended since is asked about anew.',
    handler_calls: 'Whoever handled this does not call about it; ask somebody else.',
    builder_calls: 'You reported or checked a milestone of this: nobody asks about their own work. Ask somebody else.',
    calls_open: (details) =>
      `${details.count} ${plural(Number(details.count), 'household has', 'households have')} not been called yet.`,
  },
};

export const messages = { zh, en };
