import type { Drawn } from './answers';

/** What was objected in each of the four rounds. Words and answers are invented; what was changed is the article's. */
export const objected: readonly Drawn[][] = [
  [
    {
      building: '15',
      stance: ['oppose'],
      ground: 'privacy',
      weight: 'harm',
      wording: '路正对窗户，离窗太近',
      answer: { kind: 'adopted', clause: 2, answer: '路线在中间拐一个弯，不再正对窗户。' },
    },
    {
      building: '15',
      stance: ['support_if'],
      ground: 'trees',
      weight: 'harm',
      wording: '不能砍树',
      answer: { kind: 'adopted', clause: 3, answer: '6棵树都留下，路绕着走。' },
    },
    {
      building: '14',
      stance: ['support_if'],
      ground: 'access',
      weight: 'inconvenience',
      wording: '路要能推婴儿车，也别绕远',
      answer: { kind: 'not_possible', answer: '落差3米，做坡道要绕出40多米，两楼之间放不下。推车还走正道。' },
    },
    {
      building: '14',
      stance: ['oppose'],
      ground: 'cost',
      weight: 'inconvenience',
      wording: '钱该先修楼顶漏水',
      answer: { kind: 'not_possible', answer: '楼顶漏水另走维修资金，已经立项，不占修路的钱。' },
    },
  ],
  [
    {
      building: '15',
      stance: ['oppose', 'support_if'],
      ground: 'noise',
      weight: 'harm',
      wording: '夜里脚步声吵',
      answer: { kind: 'adopted', clause: 4, answer: '下口向北移12米，离开窗下。' },
    },
    {
      building: '14',
      stance: ['support_if'],
      ground: 'safety',
      weight: 'inconvenience',
      wording: '台阶别太陡',
      answer: { kind: 'adopted', clause: 5, answer: '改成23级，每级矮一些。' },
    },
    {
      building: '14',
      stance: ['oppose'],
      ground: 'cost',
      weight: 'inconvenience',
      wording: '花得有点多',
      answer: { kind: 'not_possible', answer: '三家报价里取了最低的，明细贴在公示栏。' },
    },
  ],
  [
    {
      building: '14',
      stance: ['support_if'],
      ground: 'safety',
      weight: 'harm',
      wording: '老人下台阶没有扶的',
      answer: { kind: 'adopted', clause: 6, answer: '临坡一侧加装扶手护栏。' },
    },
    {
      building: '15',
      stance: ['oppose', 'support_if'],
      ground: 'safety',
      weight: 'harm',
      wording: '没栏杆，孩子容易摔下来',
      answer: { kind: 'adopted', clause: 6, answer: '临坡一侧加装扶手护栏。' },
    },
  ],
  [
    {
      building: '14',
      stance: ['support_if'],
      ground: 'safety',
      weight: 'inconvenience',
      wording: '栏杆一直装到最下面一级',
      answer: {
        kind: 'adopted_another_way',
        clause: 6,
        answer: '第6条写的就是从上口到下口全程，条文不用再改；放线那天请提的人家一起看着，定到最下面一级。',
      },
    },
    {
      building: '15',
      stance: ['support_if'],
      ground: 'safety',
      weight: 'inconvenience',
      wording: '栏杆一直装到最下面一级',
      answer: {
        kind: 'adopted_another_way',
        clause: 6,
        answer: '第6条写的就是从上口到下口全程，条文不用再改；放线那天请提的人家一起看着，定到最下面一级。',
      },
    },
  ],
];
