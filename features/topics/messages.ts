import { plural } from '@/lib/words';
import type { Reasons } from './rules/reasons';

/** Why a topic is listed; `latest` in words. */
interface Why extends Omit<Reasons, 'latest'> {
  latest: string | null;
}

const zh = {
  room: {
    record: { topic: '常说的事' },
  },
  list: {
    title: '大家常说的事',
    cases: '诉求',
    lead: '最近一年的诉求，说同一件事的放在一起。说的人多、最近还在说、好几个楼门都说、还没答复的，排在前面。',
    asOf: (moment: string, n: number) => `按${moment}的${n}件诉求算的。`,
    notYet: (n: number) => `最近一年有${n}件诉求，要在夜里算。还没有算过，明天早上来看。`,
    none: '最近一年，还没有两件诉求说的是同一件事。',
    why: ({ size, recent, buildings, entrances, unanswered, latest }: Why) =>
      [
        `${size}件诉求`,
        recent > 0 && `最近30天${recent}件`,
        buildings > 1 && `来自${buildings}栋楼`,
        entrances > 1 && `${entrances}个楼门`,
        unanswered > 0 && `${unanswered}件还没答复`,
        latest && `最近一件是${latest}`,
      ]
        .filter(Boolean)
        .join('，')
        .concat('。'),
    all: (n: number) => `另外${n}件`,
    propose: '拿这些提一件提案',
    in: (no: number, title: string) => `提案第${no}号“${title}”`,
    put: '已经归到：',
    gathered: '已经有提案的',
    gatheredLead: '这些事的每一件诉求都归到了提案里。',
    unnamed: '说不出共同的词',
  },
  propose: {
    title: '拿几件诉求提一件提案',
    lead: '提案以您的职务提出，要上公示栏：请写成大家的话，不写人名、电话和门牌。诉求同时归到这件提案。',
    cases: '盼着办的诉求',
    casesHint: '不是一回事的，把勾去掉。',
    against: '怕受影响的诉求',
    againstHint: '这几件说的是反过来的话。谁的话都不少，一起归进来。',
    case: (no: number, title: string, place: string) => `第${no}号　${title}（${place}）`,
    more: (n: number) => `只列出最近的；更早的还有${n}件，提了以后可以一件一件归进来。`,
    kind: '是哪一类',
    name: '一句话说是什么事',
    place: '在哪儿',
    problem: '现在是什么样',
    problemHint: '下面是公示栏上已经有的话，请改成完整的一段。',
    problemBegun: (n: number, titles: string) => `最近一年有${n}件诉求说到这件事：${titles}`,
    ask: '希望怎么办',
    submit: '提出，并把诉求归进来',
    back: '回到大家常说的事',
    notYours: '提案由社工或者书记来提。',
  },
  refusals: {
    no_such_case: ({ no }: Record<string, string | number>) => `没有第${no}号诉求，或者您看不到它。`,
    on_both_sides: ({ no }: Record<string, string | number>) => `第${no}号诉求两边都勾了，请只留一边。`,
    too_many: '一次最多归100件。',
    unknown: '没有存上，请再按一次。',
    not_allowed: '提案由社工或者书记来提。',
  },
};

const en: typeof zh = {
  room: {
    record: { topic: 'Topics' },
  },
  list: {
    title: 'What people keep saying',
    cases: 'Cases',
    lead: 'Cases of the last year that say the same stand together. First what many say, and lately, at several entrances, and without an answer.',
    asOf: (moment, n) => `Worked out on ${moment} from ${n} ${plural(n, 'case', 'cases')}.`,
    notYet: (n) =>
      `There are ${n} cases of the last year, too many for while you wait: it is done at night. It has not been done yet; come back in the morning.`,
    none: 'In the last year no two cases say the same.',
    why: ({ size, recent, buildings, entrances, unanswered, latest }) =>
      [
        `${size} cases`,
        recent > 0 && `${recent} in the last 30 days`,
        buildings > 1 && `from ${buildings} buildings`,
        entrances > 1 && `${entrances} entrances`,
        unanswered > 0 && `${unanswered} not answered yet`,
        latest && `the latest on ${latest}`,
      ]
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    all: (n) => `${n} more`,
    propose: 'Make a proposal of these',
    in: (no, title) => `proposal ${no}, “${title}”`,
    put: 'Already with:',
    gathered: 'With a proposal already',
    gatheredLead: 'Every case of these is with a proposal.',
    unnamed: 'No word in common',
  },
  propose: {
    title: 'Make a proposal of several cases',
    lead: 'It is brought in your office and hangs on the board: write it for everybody, without names, telephone numbers or doors. The cases are put with it in the same step.',
    cases: 'Cases of whoever wants it',
    casesHint: 'Untick what is about something else.',
    against: 'Cases of whoever fears it',
    againstHint: 'These say the opposite. They belong here too: nobody’s word is left out.',
    case: (no, title, place) => `${no}  ${title} (${place})`,
    more: (n) => `Only the latest are listed; ${n} earlier ones can be put with it afterwards, one by one.`,
    kind: 'Of what kind',
    name: 'What it is about, in one sentence',
    place: 'Where',
    problem: 'How it is now',
    problemHint: 'What hangs on the board already stands below: make it one text.',
    problemBegun: (n, titles) => `In the last year ${n} ${plural(n, 'case speaks', 'cases speak')} of this: ${titles}`,
    ask: 'What is wanted',
    submit: 'Bring it, with the cases',
    back: 'Back to what people keep saying',
    notYours: 'A social worker or a secretary brings proposals.',
  },
  refusals: {
    no_such_case: ({ no }) => `There is no case ${no}, or none you can see.`,
    on_both_sides: ({ no }) => `Case ${no} is ticked on both sides; leave one.`,
    too_many: 'At most 100 at a time.',
    unknown: 'It was not kept. Please press again.',
    not_allowed: 'A social worker or a secretary brings proposals.',
  },
};

export const messages = { zh, en };
