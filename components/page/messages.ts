const zh = {
  me: '我的',
  desk: '工作台',
  today: '今天',
  board: '公示栏',
  joins: '入户登记',
  door: '入户',
  data: '我的资料',
  sessions: '设备',
  theirObjections: '各家的异议',
  communities: '社区',
  missingTitle: '没有找到这一页',
  missingText: '可能地址写错了，也可能这一页已经撤下，或者不是给您看的。',
  missingWay: '回到公示栏',
  tooOftenTitle: '看得太快了',
  tooOftenText: (minutes: number) =>
    `一小时里能看的联系电话是有数的，您看过哪些都记着。请过 ${minutes} 分钟再看；确实要用，请找社区书记。`,
  brokenTitle: '出了点问题',
  brokenText: '这一页没能打开。请过一会儿再试；还不行，请把下面的编号告诉社工。',
  brokenWay: '回到首页',
  foot: '公示栏上的内容谁都可以看。要说话、要办事，请先登录。',
  footIn: '公示栏上的内容谁都可以看。您在这里说的、办的，都有记录。',
  onePage: '要贴出来：用浏览器的“打印”，正好一张A4纸；长辈版字大，要两张。',
  invented: '这里的人和数都是为了演示编的。',
  real: {
    ask: '哪些是真的？',
    text: '楼号、方案的要点和 23 级台阶出自 2022 年 11 月 24 日《北京日报》的报道。',
  },
  over: '这场演示的第二轮已经到期，没有人接着办。管服务器的人用 npm start -- --again 可以从头再来。',
};

const en: typeof zh = {
  me: 'Me',
  desk: 'Desk',
  today: 'Today',
  board: 'Board',
  joins: 'Joining',
  door: 'Doors',
  data: 'My data',
  sessions: 'Devices',
  theirObjections: 'Objections',
  communities: 'Communities',
  missingTitle: 'This page was not found',
  missingText: 'The address may be wrong, the page may have been taken down, or it is not yours to see.',
  missingWay: 'Back to the notice board',
  tooOftenTitle: 'Too many at once',
  tooOftenText: (minutes) =>
    `There is a limit to the telephone numbers one sees in an hour, and those seen are kept. Look again in ${minutes} min; if it cannot wait, ask the Party secretary.`,
  brokenTitle: 'Something went wrong',
  brokenText:
    'This page could not be opened. Try again in a while; if it keeps failing, tell a social worker the number below.',
  brokenWay: 'Back to the start',
  foot: 'Anybody may read the notice board. To speak or act, please sign in.',
  footIn: 'Anybody may read the notice board. What you say and do here is recorded.',
  onePage: 'To put it on a wall: print this page, it fits one sheet of A4; two in large print.',
  invented: 'The people and counts here are invented for demonstration.',
  real: {
    ask: 'What is real?',
    text: 'Building numbers, the main points of the plan and the 23 steps are from a report in Beijing Daily, 24 November 2022.',
  },
  over: 'The second round of this demonstration has run out and nobody went on. Whoever holds the server can start again with npm start -- --again.',
};

export const messages = { zh, en };
