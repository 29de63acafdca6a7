import type { DeskWords, Step } from '@/lib/desk';
import { overtaken } from '@/lib/messages';
import { kilobytesIn } from '@/lib/quantity';
import { plural } from '@/lib/words';

type Details = Record<string, string | number>;

const zh = {
  room: {
    record: { outside: '墙外的同意' },
    desk: {
      outside: {
        act: '问墙外的单位',
        why: {
          not_allowed: '墙外的单位由社工或书记去问。',
          not_at_this_step: '受理以后、签批以前，才去问墙外的单位。',
        },
      },
      outside_answer: {
        act: '记墙外单位的答复',
        task: '墙外的单位还没答复，催一催；答复了，请记下来',
        count: (n) => `${n}家没答复`,
        why: { not_allowed: '答复由社工或书记来记。', not_at_this_step: '受理以后、签批以前，才有这一步。' },
      },
      outside_refused: {
        act: '墙外单位不同意的，想办法',
        task: '墙外的单位不同意，等您想办法：换个问法、改方案，或者写明不用问了',
        count: (n) => `${n}家不同意`,
        why: { not_allowed: '由社工或书记来办。', not_at_this_step: '受理以后、签批以前，才有这一步。' },
      },
    } satisfies Record<string, DeskWords>,
    steps: {
      outside_asked: (d) => `问了墙外的${d.organisation ?? '单位'}`,
      outside_answered: (d): string =>
        `${d.organisation ?? '墙外的单位'}${d.outcome === 'given' ? '同意了' : '不同意'}`,
      outside_dropped: (d) => `不用再问${d.organisation ?? '墙外的单位'}了`,
    } satisfies Record<string, Step>,
    part: {
      name: '墙外的同意',
      note: (given: number, waiting: number, refused: number) =>
        [given > 0 && `${given}家同意`, waiting > 0 && `等${waiting}家答复`, refused > 0 && `${refused}家不同意`]
          .filter(Boolean)
          .join('，') || '都不用问了',
      waits: (who: string, day: string) => `等${who}答复，约好${day}以前`,
    },
  },
  states: { waiting: '等答复', given: '同意', refused: '不同意', replaced: '后来又问过', dropped: '不用问了' },
  desk: {
    title: '墙外的同意',
    lead: '路要接到墙外，树归园林，门开在别的小区：这些要墙外的单位点头。问了谁、问的什么、答复是什么，都写在这里，公示栏上也看得到。有一家没答复或者不同意，就还不能签批。',
    none: '还没有问过墙外的单位。这件事只在院墙里，就不用问。',
    ask: '问一家单位',
    organisation: '哪家单位',
    organisationHint: '比如：区园林绿化局、隔壁云岗小区业委会、街道城管科。写单位，不写人名。',
    asked: '问的什么',
    askedHint: '写一件能答“同意”或“不同意”的事。比如：西侧绿地里开一条三米宽的路，接到您们的停车场。',
    askedOn: '哪天问的',
    due: '约好哪天以前答复',
    submit: '记下，等答复',
    by: (asked: string, due: string) => `${asked}问的，约好${due}以前答复`,
    on: (day: string) => `${day}答复`,
    open: '打开',
    answer: '记他们的答复',
    answerAnew: '改记答复',
    outcome: '答复',
    outcomes: { given: '同意', refused: '不同意' },
    words: '答复的原话，凭什么',
    wordsHint: '文号、会议、信函上怎么写的。同意有条件，把条件写全。写单位，不写人名电话。',
    answeredOn: '哪天答复的',
    submitAnswer: '记下答复',
    again: '再问一次',
    againLead: '换个问法，或者约个新日子。原来的留着，大家看得到。',
    submitAgain: '再问',
    drop: '不用问了',
    dropLead: '方案绕开了，或者本来就不归他们管。由没有去问的那位书记来定，理由大家看得到。',
    reason: '为什么不用问了',
    submitDrop: '不用问了',
    lateNow: '约好的日子过了，还没有答复。',
    lateCan: '可以：打电话催；在下面另约日子再问一次；改方案绕开；请街道出面。',
    refusedCan: '可以：照他们说的改方案，再问一次；请街道出面协调；方案绕开以后，写明不用问了。',
    papers: '来往的文件',
    papersLead:
      '批文、回函、会议记录：一份PDF，或者一页拍一张。记录里留着每份的指纹；别人看过、没有写到人的，才上公示栏。',
    noPapers: '这件事还没有要批文的手续，也没有问过墙外的单位。',
    paper: (n: number) => `文件${n}`,
    pdf: (n: number, kilobytes: number) => `文件${n}（PDF，${kilobytesIn(kilobytes)}）`,
  },
  board: {
    title: '墙外的同意',
    brief: (waiting: number, refused: number) =>
      [waiting > 0 && `等${waiting}家答复`, refused > 0 && `${refused}家不同意`].filter(Boolean).join('，') ||
      '都答复了',
    lead: '这件事要墙外的单位点头。有一家没答复或者不同意，决议就还不能签。',
    caption: '问了谁，答复是什么',
    who: '单位',
    asked: '问的什么',
    answer: '答复',
    due: (day: string) => `约好${day}以前`,
    late: '过了约好的日子',
    refusedNext: '社区在想办法：改方案、再问一次，或者请街道出面。',
  },
  refusals: {
    overtaken: (details: Details): string => overtaken.zh(details),
    not_at_this_step: '现在不在这一步。',
    somebody_signed: '决议已经有人签了，墙外的事要先退回来再改。',
    too_many_consents: ({ most }: Details) => `一件事最多问${most}家。`,
    consent_over: '这一条已经另问过，或者不用问了。',
    consent_given: '他们已经同意了。',
    second_person: '去问的人不能自己说不用问了，请另一位书记来定。',
    asked_in_the_future: '问的日子不能在今天以后。',
    due_before_asked: '约好答复的日子不能早于问的日子。',
    answered_in_the_future: '答复的日子不能在今天以后。',
    answered_before_asked: '答复的日子不能早于问的日子。',
    no_consent_waiting: '没有在等的答复。',
    no_consent_refused: '没有不同意的。',
  },
};

const en: typeof zh = {
  room: {
    record: { outside: 'Consent beyond the wall' },
    desk: {
      outside: {
        act: 'Ask an organisation outside',
        why: {
          not_allowed: 'A social worker or a secretary asks outside.',
          not_at_this_step: 'Organisations outside are asked between acceptance and signature.',
        },
      },
      outside_answer: {
        act: 'Write down an answer from outside',
        task: 'An organisation outside has not answered: remind it, and write its answer down',
        count: (n) => `${n} not answered`,
        why: {
          not_allowed: 'A social worker or a secretary writes it down.',
          not_at_this_step: 'This is done between acceptance and signature.',
        },
      },
      outside_refused: {
        act: 'Go on after a refusal from outside',
        task: 'An organisation outside refused: ask otherwise, change the plan, or say why it is not needed',
        count: (n) => `${n} refused`,
        why: {
          not_allowed: 'A social worker or a secretary does this.',
          not_at_this_step: 'This is done between acceptance and signature.',
        },
      },
    },
    steps: {
      outside_asked: (d) => `${d.organisation ?? 'An organisation'} outside was asked`,
      outside_answered: (d) =>
        `${d.organisation ?? 'An organisation outside'} ${d.outcome === 'given' ? 'consented' : 'refused'}`,
      outside_dropped: (d) => `${d.organisation ?? 'An organisation outside'} need not be asked any more`,
    },
    part: {
      name: 'Consent beyond the wall',
      note: (given, waiting, refused) =>
        [given > 0 && `${given} given`, waiting > 0 && `${waiting} awaited`, refused > 0 && `${refused} refused`]
          .filter(Boolean)
          .join(', ') || 'none needed any more',
      waits: (who, day) => `An answer from ${who}, promised by ${day}`,
    },
  },
  states: {
    waiting: 'awaited',
    given: 'given',
    refused: 'refused',
    replaced: 'asked again since',
    dropped: 'not needed any more',
  },
  desk: {
    title: 'Consent beyond the wall',
    lead: 'A road that leads outside, trees that belong to the parks, a gate into another compound: organisations outside have to consent. Whom you asked, what, and what they answered stands here and on the board. While one has not answered, or has refused, nothing can be signed.',
    none: 'Nobody outside was asked. What stays within the wall needs no consent from outside.',
    ask: 'Ask an organisation',
    organisation: 'Which organisation',
    organisationHint:
      'For example the district’s parks office, the committee of the compound next door. No person’s name.',
    asked: 'What it was asked',
    askedHint:
      'Something that can be answered by yes or no, for example: a road of three metres through the western green.',
    askedOn: 'Asked on',
    due: 'To be answered by',
    submit: 'Write it down and wait',
    by: (asked, due) => `asked on ${asked}, to be answered by ${due}`,
    on: (day) => `answered on ${day}`,
    open: 'Open',
    answer: 'Write down their answer',
    answerAnew: 'Write the answer down anew',
    outcome: 'Answer',
    outcomes: { given: 'They consent', refused: 'They refuse' },
    words: 'What they answered, and where it stands',
    wordsHint:
      'Its number, the meeting, the letter. With all conditions; organisations, no person’s name or telephone.',
    answeredOn: 'Answered on',
    submitAnswer: 'Write the answer down',
    again: 'Ask again',
    againLead: 'Otherwise, or with another day. What was asked before stays and can be read.',
    submitAgain: 'Ask again',
    drop: 'Not needed any more',
    dropLead:
      'The plan goes round it, or it never was theirs to say. A secretary who did not ask decides; everybody reads why.',
    reason: 'Why it is not needed',
    submitDrop: 'Not needed any more',
    lateNow: 'The day they promised is over, and they have not answered.',
    lateCan:
      'You can remind them, agree on another day and ask again below, change the plan so that it goes round, or ask the subdistrict to speak for you.',
    refusedCan:
      'You can change the plan as they say and ask again, ask the subdistrict to mediate, or, once the plan goes round it, say that it is not needed.',
    papers: 'Papers',
    papersLead:
      'Permits, letters, minutes: a PDF, or one picture a page. The record keeps a fingerprint of each; on the board hang those somebody else has looked at.',
    noPapers: 'Nothing the law asks for and nobody outside: there are no papers.',
    paper: (n) => `Paper ${n}`,
    pdf: (n, kilobytes) => `Paper ${n} (PDF, ${kilobytesIn(kilobytes)})`,
  },
  board: {
    title: 'Consent beyond the wall',
    brief: (waiting, refused) =>
      [waiting > 0 && `${waiting} awaited`, refused > 0 && `${refused} refused`].filter(Boolean).join(', ') ||
      'all answered',
    lead: 'Organisations outside have to consent. While one has not answered, or has refused, the resolution cannot be signed.',
    caption: 'Who was asked, and what they answered',
    who: 'Organisation',
    asked: 'Asked',
    answer: 'Answer',
    due: (day) => `by ${day}`,
    late: 'the day is over',
    refusedNext: 'The community looks for a way: another plan, another question, or the subdistrict’s help.',
  },
  refusals: {
    overtaken: (details) => overtaken.en(details),
    not_at_this_step: 'This is not the time for it.',
    somebody_signed: 'Somebody has signed already. It has to be sent back before anything outside is changed.',
    too_many_consents: ({ most }) =>
      `At most ${most} ${plural(Number(most), 'organisation', 'organisations')} are asked.`,
    consent_over: 'It was asked again, or is not needed any more.',
    consent_given: 'They have consented.',
    second_person: 'Whoever asked cannot say that it is not needed: another secretary decides.',
    asked_in_the_future: 'The day it was asked cannot be after today.',
    due_before_asked: 'It cannot be due before it was asked.',
    answered_in_the_future: 'The day of the answer cannot be after today.',
    answered_before_asked: 'It cannot be answered before it was asked.',
    no_consent_waiting: 'No answer is awaited.',
    no_consent_refused: 'None was refused.',
  },
};

export const messages = { zh, en };
