import { plural } from '@/lib/words';
import type { Effect, Way } from './rules';

const zh = {
  title: (year: number | null) => (year === null ? '全年同心圆' : `${year}年同心圆`),
  lead: '一年里定下来的事，哪栋楼得了好处，哪栋楼受着影响，换回来什么。老是受影响的，排在最前面。',
  none: '没有签下来的决议，圆是空的。',
  absent: {
    title: '这一年办完、不在圆里的',
    count: (n: number) => `这一年办完的，还有${n}件不在圆里。`,
    why: {
      short: (n: number) => `小事快办的${n}件：不分谁受益、谁受影响，也不签决议，画不到哪栋楼上。`,
      homes: (n: number) => `一户一户修的${n}件：修谁家就是谁家受益，没有哪栋楼受影响，不签决议。`,
      other: (n: number) => `没有签决议就办完的${n}件：哪栋楼受益、受影响，没有签字的数可画。`,
      signed_elsewhen: (n: number) => `别的年签的${n}件：画在签的那一年。`,
    } satisfies Record<Way, (n: number) => string>,
    all: '是哪几件',
  },
  link: '全年同心圆：谁受益，谁受影响',
  years: '看哪一年',
  yearOf: (year: number) => `${year}年`,
  circle: {
    title: (year: number) => `${year}年每栋楼受益还是受影响`,
    description: '由外到内一圈是一件事，最近定的在最外面；一块是一栋楼，一样宽。',
    centre: '同心',
    kinds: { benefits: '受益', bears: '受影响', neutral: '影响不大', outside: '不相干' },
    hint: (shown: number, all: number) =>
      shown < all ? `画的是最近的${shown}件，下面的表里${all}件都有。` : '外圈是最近定的一件，一块一栋楼。',
  },
  building: (name: string) => (/^\d+$/.test(name) ? `${name}号楼` : name),
  sentence: (name: string, benefits: number, bears: number) => `${name}：${benefits}件受益，${bears}件受影响。`,
  onlyBears: (name: string, bears: number) => `${name}这一年受了${bears}件的影响，没有一件受益。下一件事，先想着他们。`,
  fair: '没有哪栋楼只受影响、不受益。',
  table: '每栋楼',
  columns: { building: '楼', benefits: '受益', bears: '受影响', return: '换回来的' },
  promise: (title: string, text: string) => `${title}：${text}`,
  kept: { yes: '做到了', no: '没做到', open: '还没验收' },
  nothing: '没有写下来',
  brought: '谁带来了什么',
  broughtLead: '周边的单位认领了大家的需要，这一年带来的：',
  council: '大党建的清单',
  brings: (brings: string, title: string) => `${brings}（为了：${title}）`,
  matters: '这一年定的事',
  matter: (title: string, no: number) => `提案第${no}号　${title}`,
  effects: { benefits: '受益', bears: '受影响', neutral: '影响不大' } satisfies Record<Effect, string>,
  side: (name: string, effect: string, households: number | null) =>
    households === null ? `${name}：${effect}` : `${name}，${households}户：${effect}`,
};

const en: typeof zh = {
  title: (year) => (year === null ? 'The year’s circle' : `The circle of ${year}`),
  lead: 'Of all that was decided in a year: which building benefited, which bore it, and what it got in return. Whoever only ever bears stands first.',
  none: 'No resolution was signed: the circle is empty.',
  absent: {
    title: 'Finished in this year, and not in the circle',
    count: (n) =>
      `${n} more ${plural(n, 'matter was', 'matters were')} finished in this year and ${plural(n, 'is', 'are')} not in the circle.`,
    why: {
      short: (n) =>
        `${n} done the short way: nobody is said to benefit or to bear, nothing is signed, so no building can be drawn.`,
      homes: (n) => `${n} repaired home by home: each home had its own done, no building bore it, nothing was signed.`,
      other: (n) => `${n} finished without a signed resolution: there is nothing signed to draw.`,
      signed_elsewhen: (n) => `${n} signed in another year: drawn in the year of the signature.`,
    },
    all: 'Which ones',
  },
  link: 'The year’s circle: who benefits, who bears',
  years: 'Years',
  yearOf: (year) => String(year),
  circle: {
    title: (year) => `Whether each building benefited or bore in ${year}`,
    description:
      'From the outside in, a ring is a decision, the latest outermost; a sector is a building, all as wide.',
    centre: 'Tongxin',
    kinds: { benefits: 'Benefits', bears: 'Bears', neutral: 'Little affected', outside: 'Not concerned' },
    hint: (shown, all) =>
      shown < all
        ? `Drawn are the latest ${shown}; all ${all} are in the table below.`
        : 'The outer ring is the latest decision; a sector is a building.',
  },
  building: (name) => (/^\d+$/.test(name) ? `Building ${name}` : name),
  sentence: (name, benefits, bears) => `${name}: benefited from ${benefits}, bore ${bears}.`,
  onlyBears: (name, bears) =>
    `${name} bore ${bears} ${plural(bears, 'decision', 'decisions')} this year and benefited from none. Think of them first next time.`,
  fair: 'No building only bore and never benefited.',
  table: 'Each building',
  columns: { building: 'Building', benefits: 'Benefited', bears: 'Bore', return: 'In return' },
  promise: (title, text) => `${title}: ${text}`,
  kept: { yes: 'kept', no: 'not kept', open: 'not yet accepted' },
  nothing: 'nothing written down',
  brought: 'Who brought what',
  broughtLead: 'Organisations of the area took on what people need, and brought this year:',
  council: 'All lists of the co-council',
  brings: (brings, title) => `${brings} (for: ${title})`,
  matters: 'What was decided this year',
  matter: (title, no) => `Proposal ${no}  ${title}`,
  effects: { benefits: 'benefits', bears: 'bears it', neutral: 'little affected' },
  side: (name, effect, households) =>
    households === null ? `${name}: ${effect}` : `${name}, ${households} households: ${effect}`,
};

export const messages = { zh, en };
