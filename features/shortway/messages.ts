import { spokenProofs } from '@/features/opinions/messages';
import type { DeskWords, Step } from '@/lib/desk';
import type { Titled } from '@/lib/letters';
import { overtaken } from '@/lib/messages';
import { formatMoney } from '@/lib/quantity';
import type { Asked } from '@/lib/room';
import { formatUntil } from '@/lib/words';

type Details = Record<string, string | number>;

/** What was shown of a small thing: money in yuan. */
const seen = (name: string, text: string) => (name === 'cost' ? formatMoney(Number(text)) : text);

const zh = {
  letters: {
    short_confirmed: ({ title }: Titled) => `您提的“${title}”按小事快办，在公示栏上贴三天，没有人家说出道理就办。`,
    short_turned: ({ title }: Titled) => `有一户对“${title}”说出了道理，转为大家一起商量着办。写过的、支持过的都还在。`,
    short_objection_recorded: ({ title }: Titled) =>
      `有人替您家记下了对“${title}”的道理，它已转为大家一起商量。记得不对，请到提案页上说。`,
    short_done: ({ title }: Titled) => `您提的“${title}”办好了。去看看，好不好说一声，只问这一次。`,
  },
  room: {
    asks: {
      answer: {
        text: ({ title }: Asked): string => `${title}：办好了，行不行`,
        note: (moment: string): string => `${moment}前问这一次`,
      },
    },
    record: { short: '小事快办' },
    desk: {
      short: {
        act: '按小事快办',
        why: {
          not_allowed: '由社工提议。',
          not_at_this_step: '刚提出来的提案，才能按小事快办。',
          not_looked_at: '先要有人看过、上了公示栏，才能按小事快办。',
        },
      },
      second_short: {
        act: '看是不是小事',
        task: '有人提议按小事快办，等第二个人看',
        why: { not_allowed: '由另一位社工或书记来看。', not_at_this_step: '只有刚提出来的提案有这一步。' },
      },
      short_done: {
        act: '小事办好了，拍照报上来',
        task: '贴满三天没有人家反对，等您去办',
        why: { not_allowed: '由社工或物业来办。', not_at_this_step: '正按小事快办的提案才有这一步。' },
      },
      short_answer: {
        act: '问一次好不好',
        task: '小事办好了，等您问一次',
        why: { not_allowed: '由提的人家自己说，或者热线专员去问。', not_at_this_step: '刚办好的小事才问。' },
      },
      short_again: {
        act: '再办一次，还是大家商量',
        task: '小事没办好，等您定怎么办',
        why: {
          not_allowed: '由治理书记来定；没有任期的时候由社区党总支书记定。',
          not_at_this_step: '说了不好的小事才有这一步。',
        },
      },
    } satisfies Record<string, DeskWords>,
    steps: {
      short_proposed: () => '提议按小事快办',
      short_refused: () => '不按小事快办',
      short_confirmed: () => '第二个人看过，按小事快办，贴三天',
      short_turned: () => '有一户说出了道理，转为大家一起商量',
      short_done: () => '办好了，拍了照片',
      short_good: () => '问过了：好',
      short_not_good: () => '问过了：不好，要再办',
      short_tried: () => '打过电话，没有联系上，还要再打',
      short_not_reached: () => '问到期满，一直没有联系上',
      short_again_short: () => '再办一次',
      short_again_scoping: () => '改为大家一起商量',
    } satisfies Record<string, Step>,
    part: {
      name: '小事快办',
      hangs: (moment: string) => `贴到${moment}`,
      done: '办好了',
      waits: (moment: string) => `贴到${moment}，有没有人家说出道理`,
      proposed: '等第二个人看',
      doing: '等着办',
    },
  },
  limit: {
    title: '小事最多花多少',
    lead: '谁家也不受影响、不动大家共有的、花钱不多的小事，可以不走全程：社工提议，第二个人同意，贴三天就办。多少钱以内算小事，由社区党总支书记来定；写0就是不用这个办法。',
    now: (yuan: string) => `现在是${yuan}元。`,
    unset: '现在还没有定，所以还不能这样办。',
    label: '多少钱以内（元）',
    submit: '就这么定',
    notYours: '这由社区党总支书记来定。',
    link: '小事最多花多少',
  },
  propose: {
    lead: (yuan: string) =>
      `晾衣架、一盏灯、一条长椅：谁家也不受影响，不动大家共有的，花钱不超过${yuan}元。第二个人同意以后贴三天；有一户说出道理，就转为大家一起商量，什么也不丢。`,
    what: '办什么，办在哪儿',
    whatHint: '公示栏和单元门口的纸上就这么写。请别写谁家。',
    who: '谁来办',
    cost: '花多少钱（元）',
    harmless: '为什么谁家也不受影响、也不动共有的',
    harmlessHint: '比如：装在原来的墙钩上，不占路，不挡窗，晚上不响。',
    places: '旁边是哪几个单元',
    placesHint: '贴纸贴在这几个单元门口。',
    entrance: (building: string, no: number) => `${building}号楼${no}单元`,
    building: (building: string) => `${building}号楼`,
    more: '别的楼',
    submit: '提议按小事快办',
    full: '不是小事？',
    accept: '走全程：受理',
  },
  confirm: {
    lead: '您是第二个人：看看它是不是真的谁家也不影响。同意以后马上上公示栏，贴三天。',
    submit: '是小事，贴三天就办',
    refuseTitle: '不是小事',
    refuseLead: '写明为什么，它还等着受理，走全程。提议的人也可以自己收回。',
    reason: '为什么，大家都看得到',
    refuse: '不按小事快办',
  },
  facts: {
    what: '办什么',
    who: '谁来办',
    cost: '花多少钱',
    costOf: (cost: string, most: string | null) => (most ? `${cost}元（小事：${most}元以内）` : `${cost}元`),
    harmless: '为什么不影响谁',
    places: '贴在哪些单元门口',
    hangs: '贴到',
    done: '哪天办好的',
    note: '说明',
  },
  board: {
    title: '小事快办',
    hangs: (moment: string) => `贴到${moment}。哪一户有道理不该这么办，现在就说：说了就转为大家一起商量。`,
    over: '贴满三天，没有人家说出不该办的道理，等着办。',
    done: (day: string) => `${day}办好了。`,
    object: '我家有道理，先别办',
    poster: '打印贴在单元门口的纸',
    until: (date: string) => `贴到${date}`,
    ask: (date: string) => `${date}以前问一次好不好`,
  },
  poster: {
    kind: '小事快办 · 三天',
    until: (moment: string) => `到${moment}`,
    ways: ['扫码看是怎么回事', '不该这么办，扫码说，或者告诉楼门长、社工', '有一户说出道理，就改为大家一起商量'],
  },
  object: {
    title: '先别办，我家有道理',
    lead: (moment: string) =>
      `到${moment}以前，一户说出道理就够了：它不再快办，改为大家一起商量。公示栏上不写是谁家，也不写您的话；社工和书记看得到。`,
    words: '为什么不该这么办',
    hint: '比如：架子正对我家窗，被子会挡光。',
    submit: '先别办，大家商量',
    done: '记下了。它现在改为大家一起商量。',
  },
  answer: {
    title: '办得好不好',
    lead: '只问这一次。说不好，书记会定再办还是大家商量。',
    label: '好不好',
    options: { good: '好，办成了', not_good: '不好', not_reached: '打过电话，没有联系上（两个星期以内还要再打）' },
    words: '哪里不好',
    wordsWhen: '（说好的不用写）',
    submit: '就这么说',
    notYours: '提这件事的人家来说；社区也会问一次。',
  },
  finish: {
    lead: '办好了，拍一张照片。照片要另一个人看过没有人脸、门牌，才上公示栏。',
    doneOn: '哪天办好的',
    note: '要说明的',
    photo: '办好的样子',
    submit: '办好了',
  },
  again: {
    lead: '提的人家说不好。',
    said: '他家说的',
    to: '怎么办',
    options: { short: '再办一次', scoping: '不是小事：大家一起商量' },
    reason: '理由，大家都看得到',
    submit: '就这么定',
  },
  turnedBoard: {
    title: '原来按小事快办提的',
    says: (hung: string, stopped: string) =>
      `${hung}贴上公示栏，${stopped}有一户说出了不该这么办的道理，就停下，改为大家一起商量。`,
    stays: '原来的照片和支持的人家都留着，在这一页下面。那一户的话不贴公示栏，社工和书记看得到，要算进受影响的一方。',
  },
  turned: '有一户说出的道理',
  turnedLead: '它从小事快办转过来。摸底的时候，请把这一户算在受影响的一方里。公示栏上没有这些话。',
  door: {
    title: '小事快办：上门听到的道理',
    heading: '正在贴的小事',
    lead: '人家在门口说不该这么办，照他的话记下来，念给他听，确认了再存。一户就够：它马上改为大家一起商量。',
    over: '现在没有在贴，或者三天已经过了。',
    submit: '念给他听，确认记下',
    saved: '记下了。它现在改为大家一起商量，他家会收到信。',
  },
  refusals: {
    overtaken: (details: Details): string => overtaken.zh(details, seen),
    not_at_this_step: '提案现在不在这一步。',
    not_looked_at: '这件还没有人看过，没上公示栏。请先去看一看。',
    kind_touches_rights: '这一类事动到大家共有的，法律上另有手续，不能按小事快办。请受理，走全程。',
    short_proposed: '已经有人提议按小事快办，等第二个人看。',
    short_not_proposed: '没有人提议按小事快办。',
    limit_unset: '社区还没有定小事最多花多少钱。请社区党总支书记先定。',
    too_dear: ({ most }: Details) => `超过了小事的限额${formatMoney(Number(most ?? 0))}元，请走全程。`,
    too_many_places: '旁边的单元太多，不像小事。最多12个单元；再多，请走全程。',
    second_person: '这一步要由另一个人来办：一个人不能又提又定，办的人也不能自己说好。',
    short_over: '三天已经过了，不能再这样拦下。办好以后有毛病，谁都可以说。',
    still_hangs: ({ until }: Details) => `还在公示栏上贴着，${formatUntil(new Date(until ?? 0), 'zh')}以后才能办。`,
    done_too_early: '那天还在公示栏上贴着，不能办。',
    not_pictured: '请拍一张办好的照片。',
    not_short: '这件不是按小事快办的。',
    speak_for_yourself: '这是您自己家，请在自己的页面上说。',
    ...spokenProofs.zh,
  },
};

const en: typeof zh = {
  letters: {
    short_confirmed: ({ title }) =>
      `Your “${title}” goes the short way: three days on the board, and unless a household gives a reason against it, it is done.`,
    short_turned: ({ title }) =>
      `A household gave a reason against “${title}”: now everybody it concerns talks it over. Nothing written and no support is lost.`,
    short_objection_recorded: ({ title }) =>
      `Somebody wrote down your household’s reason against “${title}”; it is talked over now. If it is not right, say so on its page.`,
    short_done: ({ title }) => `Your “${title}” is done. Have a look and say whether it is good; you are asked once.`,
  },
  room: {
    asks: {
      answer: {
        text: ({ title }) => `${title}: it is done, is it good?`,
        note: (moment) => `Asked once, until ${moment}`,
      },
    },
    record: { short: 'Short way' },
    desk: {
      short: {
        act: 'Do it the short way',
        why: {
          not_allowed: 'A social worker proposes it.',
          not_at_this_step: 'Only what was just submitted can go the short way.',
          not_looked_at: 'Somebody has to look at it first, so that it hangs on the board.',
        },
      },
      second_short: {
        act: 'Is it a small thing?',
        task: 'Proposed for the short way, waiting for a second person',
        why: {
          not_allowed: 'Another social worker or a secretary looks at it.',
          not_at_this_step: 'Only what was just submitted has this step.',
        },
      },
      short_done: {
        act: 'Small thing done: report it with a picture',
        task: 'Three days are over and nobody objected: waiting to be done',
        why: {
          not_allowed: 'A social worker or the property service does it.',
          not_at_this_step: 'Only what goes the short way has this step.',
        },
      },
      short_answer: {
        act: 'Ask once whether it is good',
        task: 'Small thing done, to be asked about once',
        why: {
          not_allowed: 'The household that asked for it says so, or the hotline asks.',
          not_at_this_step: 'Only a small thing just done is asked about.',
        },
      },
      short_again: {
        act: 'Do it again, or talk it over',
        task: 'A small thing was not done well: how to go on',
        why: {
          not_allowed: 'The governance secretary decides; between terms the Party secretary.',
          not_at_this_step: 'Only a small thing that was said not to be good has this step.',
        },
      },
    },
    steps: {
      short_proposed: () => 'proposed for the short way',
      short_refused: () => 'not the short way',
      short_confirmed: () => 'confirmed by a second person: the short way, three days on the board',
      short_turned: () => 'a household gave a reason: everybody talks it over',
      short_done: () => 'done, with a picture',
      short_good: () => 'asked about: good',
      short_not_good: () => 'asked about: not good, to be done again',
      short_tried: () => 'rang, reached nobody; they are rung again',
      short_not_reached: () => 'nobody was reached until the time was over',
      short_again_short: () => 'done again',
      short_again_scoping: () => 'now talked over by everybody',
    },
    part: {
      name: 'Short way',
      hangs: (moment) => `hangs to ${moment}`,
      done: 'done',
      waits: (moment) => `hangs to ${moment}, for a reason against it`,
      proposed: 'waits for a second person',
      doing: 'to be done',
    },
  },
  limit: {
    title: 'What a small thing may cost',
    lead: 'What burdens nobody, touches nothing held in common and costs little need not go the whole way: a social worker proposes it, a second person agrees, it hangs for three days and is done. How much is little, the community’s Party secretary says; 0 means that nothing goes this way.',
    now: (yuan) => `At present ${yuan} yuan.`,
    unset: 'Nobody has said yet, so nothing can go this way.',
    label: 'At most (yuan)',
    submit: 'Say so',
    notYours: 'The community’s Party secretary says this.',
    link: 'What a small thing may cost',
  },
  propose: {
    lead: (yuan) =>
      `A drying rack, a lamp, a bench: it burdens nobody, touches nothing held in common and costs no more than ${yuan} yuan. Once a second person agrees it hangs for three days; one household’s reason turns it into the full way, and nothing is lost.`,
    what: 'What is done, and where',
    whatHint: 'It stands like this on the board and on the sheet at the doors. Name no household.',
    who: 'Who does it',
    cost: 'What it costs (yuan)',
    harmless: 'Why nobody bears anything, and nothing in common is touched',
    harmlessHint: 'For example: on the old hooks, off the path, before no window, silent at night.',
    places: 'Which entrances are beside it',
    placesHint: 'The sheet hangs at these entrances.',
    entrance: (building, no) => `Building ${building}, entrance ${no}`,
    building: (building) => `Building ${building}`,
    more: 'Other buildings',
    submit: 'Propose the short way',
    full: 'Not a small thing?',
    accept: 'The full way: accept it',
  },
  confirm: {
    lead: 'You are the second person: see whether it truly burdens nobody. Once you agree it hangs on the board for three days.',
    submit: 'It is small: hang it for three days',
    refuseTitle: 'It is not small',
    refuseLead: 'Say why; it waits to be accepted for the full way. Whoever proposed it may take it back too.',
    reason: 'Why, for everybody to read',
    refuse: 'Not the short way',
  },
  facts: {
    what: 'What is done',
    who: 'Who does it',
    cost: 'What it costs',
    costOf: (cost, most) => (most ? `${cost} yuan (small things: up to ${most})` : `${cost} yuan`),
    harmless: 'Why it burdens nobody',
    places: 'Hangs at these entrances',
    hangs: 'Hangs until',
    done: 'Done on',
    note: 'Note',
  },
  board: {
    title: 'The short way',
    hangs: (moment) =>
      `Hangs to ${moment}. A household with a reason against it says so now: then everybody talks it over.`,
    over: 'It hung for three days and no household gave a reason against it: it is to be done.',
    done: (day) => `Done on ${day}.`,
    object: 'We have a reason against it',
    poster: 'Print the sheet for the doors',
    until: (date) => `hangs to ${date}`,
    ask: (date) => `asked about once by ${date}`,
  },
  poster: {
    kind: 'A small thing · three days',
    until: (moment) => `to ${moment}`,
    ways: [
      'Scan to see what it is',
      'If it should not be so: scan and say it, or tell your captain or a social worker',
      'One household’s reason is enough for everybody to talk it over',
    ],
  },
  object: {
    title: 'Not yet: we have a reason',
    lead: (moment) =>
      `Until ${moment} one household’s reason is enough: it no longer goes the short way, and everybody talks it over. The board tells neither who it was nor your words; the social worker and the secretaries read them.`,
    words: 'Why it should not be done like this',
    hint: 'For example: the rack stands before our window and takes the light.',
    submit: 'Not yet: talk it over',
    done: 'Written down. It is talked over now.',
  },
  answer: {
    title: 'Is it good?',
    lead: 'You are asked this once. If it is not good, the secretary decides whether it is done again or talked over.',
    label: 'Is it good?',
    options: {
      good: 'Good, it is done',
      not_good: 'Not good',
      not_reached: 'Rang, reached nobody (rung again within the fortnight)',
    },
    words: 'What is not good',
    wordsWhen: '(nothing needed if it is good)',
    submit: 'Say so',
    notYours: 'The household that asked for it says so; the community asks once too.',
  },
  finish: {
    lead: 'Once it is done, take a picture. Somebody else looks for faces and door numbers before it hangs on the board.',
    doneOn: 'Done on',
    note: 'Anything to add',
    photo: 'How it looks',
    submit: 'It is done',
  },
  again: {
    lead: 'The household that asked for it says that it is not good.',
    said: 'They said',
    to: 'How it goes on',
    options: { short: 'Do it again', scoping: 'Not a small thing: talk it over' },
    reason: 'Why, for everybody to read',
    submit: 'Decide so',
  },
  turnedBoard: {
    title: 'Proposed as a small thing at first',
    says: (hung, stopped) =>
      `It hung from ${hung} until a household gave a reason against it on ${stopped}. It was stopped, and everybody talks it over.`,
    stays:
      'Its pictures and supporters stay, further down this page. What the household said does not hang here; the social worker and the secretaries read it, and count that home among those who bear something.',
  },
  turned: 'The reason of one household',
  turnedLead:
    'It came from the short way. When the groups are named, this household belongs to those who bear it. None of these words hang on the board.',
  door: {
    title: 'A small thing: a reason heard at the door',
    heading: 'Small things that hang now',
    lead: 'When somebody says at the door that it should not be done like this, write it down in their words, read it back, and save it once they agree. One household is enough: it is talked over at once.',
    over: 'Nothing hangs now, or the three days are over.',
    submit: 'Read it back and save it',
    saved: 'Written down. It is talked over now; the household gets a letter.',
  },
  refusals: {
    overtaken: (details) => overtaken.en(details, seen),
    not_at_this_step: 'The proposal is not at this step now.',
    not_looked_at: 'Nobody has looked at it yet, and it does not hang. Look at it first.',
    kind_touches_rights:
      'Things of this kind touch what all owners share, and the law asks more. Accept it for the full way.',
    short_proposed: 'The short way is proposed already and waits for a second person.',
    short_not_proposed: 'Nobody has proposed the short way.',
    limit_unset: 'The community has not said what a small thing may cost. Ask its Party secretary.',
    too_dear: ({ most }) => `More than the ${formatMoney(Number(most ?? 0))} yuan of a small thing: go the full way.`,
    too_many_places: 'So many entrances are no small thing: at most 12; beyond that, go the full way.',
    second_person: 'Somebody else does this: nobody proposes and decides alone, or judges their own work.',
    short_over: 'The three days are over. If something is wrong once it is done, anybody may say so.',
    still_hangs: ({ until }) =>
      `It still hangs on the board; it may be done after ${formatUntil(new Date(until ?? 0), 'en')}.`,
    done_too_early: 'On that day it still hung on the board.',
    not_pictured: 'Take a picture of it as it is now.',
    not_short: 'This did not go the short way.',
    speak_for_yourself: 'This is your own home: speak for it on your own page.',
    ...spokenProofs.en,
  },
};

export const messages = { zh, en };
