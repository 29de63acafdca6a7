import type { Messages } from '@/lib/words';
import type { Legwork, Stop } from './rules';

interface Words {
  on: string;
  today: (day: string) => string;
  lead: string;
  stops: Record<Stop['name'], (when: string, snow: string) => string>;
  unknown: { next: string; day: string };
  legwork: Record<Legwork, string>;
  legworkLead: string;
  idle: string;
  idleLead: string;
  stuck: string;
  stuckLead: string;
  back: string;
}

export const messages: Messages<Words> = {
  zh: {
    on: '让日子往前走',
    today: (day) => `演示里今天是${day}。`,
    lead: '到期的事会一件一件照常办。所有人的日子一起走，只能往前。',
    stops: {
      round_end: (when) => `到这一轮截止：${when}`,
      notice_end: (when) => `到公示期满：${when}`,
      four_weeks: (when) => `到完工四周后：${when}`,
      first_snow: (when, snow) => `到第一场雪（${snow}）的第二天：${when}`,
      ninety_days: (when) => `到完工九十天后：${when}`,
      day: (when) => `过一天：${when}`,
    },
    unknown: { next: '走到下一个日子：截止、期满、回访', day: '过一天' },
    legwork: {
      doors: '请楼门长把没问到的门敲一遍',
      doors_agree: '请楼门长再走一遍，没同意的也谈成同意',
      answers: '请楼门长上门问答复行不行，都说行',
      calls: '请热线把这一波电话打完',
    },
    legworkLead: '跑腿的事不必您一户一户办。他们照平常的办法登记，说的话是编的。',
    idle: '没有要跑的了',
    idleLead: '该敲的门都敲过了，该打的电话也都打过了；要么是这件事眼下还没有门要敲、没有电话要打。',
    stuck: '日子没有走到',
    stuckLead: '有一件到期的事还没办完，日子停在它那里。请等一等再走；总不动，请看看后台的任务是不是还开着。',
    back: '回到刚才那一页',
  },
  en: {
    on: 'Let time go on',
    today: (day) => `In the demonstration today is ${day}.`,
    lead: 'What falls due is done as always, one thing after another. It is one time for everybody, and it only goes forward.',
    stops: {
      round_end: (when) => `To the end of the round: ${when}`,
      notice_end: (when) => `To the end of the notice: ${when}`,
      four_weeks: (when) => `To four weeks after completion: ${when}`,
      first_snow: (when, snow) => `To the day after the first snow (${snow}): ${when}`,
      ninety_days: (when) => `To ninety days after completion: ${when}`,
      day: (when) => `One day on: ${when}`,
    },
    unknown: { next: 'To the next day that matters: an end, a callback', day: 'One day on' },
    legwork: {
      doors: 'Have the captains ask at every door not asked yet',
      doors_agree: 'Have the captains go round again until everybody agrees',
      answers: 'Have the captains ask whether the answers will do; all say yes',
      calls: 'Have the hotline make all calls of this wave',
    },
    legworkLead:
      'You need not go to every household yourself. They write it down as they always do; what is said is invented.',
    idle: 'Nothing is left to do there',
    idleLead:
      'Every door has been asked and every call made; or there is no door to ask at, and nobody to call, in this matter yet.',
    stuck: 'Time has not come that far',
    stuckLead:
      'Something that fell due has not been done, and time stands still there. Wait a little and go on; if it does not move, see whether the worker runs.',
    back: 'Back to where you were',
  },
};
