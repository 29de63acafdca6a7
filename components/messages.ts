import type { Locale } from '@/lib/edition';

const zh = {
  product: '同心议事',
  skip: '跳到正文',
  navigation: '主要栏目',
  contents: '这一页有',
  leaflets: '这里怎么用',
  leaflet: { how: '怎么议事', help: '要人帮忙', privacy: '您的资料', accessibility: '人人能用' },
  elder: '长辈版',
  standard: '标准版',
  elderHint: '换成长辈版：字更大',
  standardHint: '换成标准版',
  otherLanguage: 'English',
  optional: '（可以不填）',
  choose: '请选择',
  room: { left: (n: number) => `还能写 ${n} 个字`, over: (n: number) => `多了 ${n} 个字，请删短一点` },
  errorPrefix: '需要改：',
  wrong: '有误：',
  summary: (count: number) => (count > 0 ? `还有${count}处要改，改好再交` : '没有办成'),
  secondStep: '还差一步：请再看一眼',
  sure: (act: string) => `确实要：${act}`,
  willUndo: '这一步会动到别人做的。办了就是：',
  keptText: '您写的都还在。',
  signInAgain: '去登录',
  inTheNameOf: (who: string) => `以 ${who} 的身份`,
  unsent: {
    offline: () => '这会儿没有网，没有送到。有了网，再送一次就行；刷新这一页，字也还在。',
    unanswered: () =>
      '网站没有回音，不知道送到了没有。过一会儿再送一次就行：要是已经收下，不会重复，会告诉您办好了。刷新这一页，字也还在。',
    outdated: () => '网站刚更新过，这一页是旧的，没有交上。请刷新这一页，您写的会在，再交一次。',
    failed: (number: string) =>
      `网站这边出了错，不是您做错了什么。过一会儿再送一次；还不行，把编号 ${number} 告诉社工。刷新这一页，字也还在。`,
    too_fast: (seconds: string) => `交得太快了，这一次没有存上。过 ${seconds} 秒再送一次；刷新这一页，字也还在。`,
    signed_out: () => '您登录的时间到了，照片和文件要登录以后才收。请重新登录，您写的会在；照片重新选，再交一次。',
    too_large: () => '发来的东西太大了，没有存上。照片一次最多12MB，请换小一点的再送一次。',
  },
  sendAgain: '再送一次',
  reload: '刷新这一页',
  notSentBefore: '这里是您上次写的，还没有办成。接着写，或者再交一次。',
  sentBefore: '这些您已经交过，已经记下了。不改再交，不会重复。',
  beginAnew: '不要这些，重新写',
  seePresent: '另开一页看现在的内容，您写的留在这一页',
  seePresentHere: '看现在的内容',
  yourWords: '您刚才写的在这里，可以抄走：',
  fileGone: '选过的照片要再选一次。',
  sending: '正在送出…',
  done: '办好了，已经记下。',
  added: '新增：',
  removed: '删去：',
  larger: '放大看',
  smaller: '缩回去',
  aloud: {
    read: '念给我听',
    stop: '不念了',
    failed: '这台手机没有念出来。',
    otherwise: '也可以用手机自带的朗读（设置里的“无障碍”），或者打电话请人念。',
  },
  open: '打开',
  close: '收起',
  previous: '上一页',
  next: '下一页',
  pages: '翻页',
  legend: '图例',
  or: '或',
};

const en: typeof zh = {
  product: 'Tongxin',
  skip: 'Skip to the text',
  navigation: 'Main sections',
  contents: 'On this page',
  leaflets: 'About this site',
  leaflet: { how: 'How it works', help: 'Help', privacy: 'Privacy', accessibility: 'Accessibility' },
  elder: 'Large print',
  standard: 'Standard print',
  elderHint: 'Change to large print',
  standardHint: 'Change to standard print',
  otherLanguage: '中文',
  optional: ' (optional)',
  choose: 'Please choose',
  room: {
    left: (n: number) => `Room for ${n} more`,
    over: (n: number) => `${n} characters too many; please shorten it`,
  },
  errorPrefix: 'To change: ',
  wrong: 'Not done: ',
  summary: (count: number) =>
    count > 1 ? `${count} things need changing` : count === 1 ? 'One thing needs changing' : 'This could not be done',
  secondStep: 'One more step: look again',
  sure: (act: string) => `Yes: ${act}`,
  willUndo: 'This undoes what others did. It means:',
  keptText: 'Everything you wrote is still here.',
  signInAgain: 'Sign in',
  inTheNameOf: (who: string) => `In the name of ${who}`,
  unsent: {
    offline: () =>
      'There is no network just now, so it was not sent. Send it again once there is; reloading this page keeps your words.',
    unanswered: () =>
      'The site did not answer, so nobody knows whether it arrived. Send it again in a moment: if it was taken already it will not be taken twice, and you will be told. Reloading this page keeps your words.',
    outdated: () =>
      'The site has just been updated and this page is an old one, so it was not sent. Reload the page; your words will be there, and send it again.',
    failed: (number: string) =>
      `Something went wrong on our side; you did nothing wrong. Send it again in a moment; if it keeps failing, tell a social worker the number ${number}. Reloading this page keeps your words.`,
    too_fast: (seconds: string) =>
      `Too fast: this one was not saved. Send it again in ${seconds} s. Reloading this page keeps your words.`,
    signed_out: () =>
      'Your session has ended, and pictures and files are taken from those who are signed in. Sign in again: your words will be there; choose the picture again and send it.',
    too_large: () =>
      'That was too large and was not saved: at most 12 MB of picture. Choose a smaller one and send it again.',
  },
  sendAgain: 'Send it again',
  reload: 'Reload this page',
  notSentBefore: 'This is what you wrote here before; it has not been done yet. Go on writing, or send it again.',
  sentBefore: 'You have sent this already, and it is on record. Sent again unchanged it is not taken twice.',
  beginAnew: 'Leave these, begin anew',
  seePresent: 'See on another page what it says now; what you wrote stays on this one',
  seePresentHere: 'See what it says now',
  yourWords: 'What you wrote is here, to copy:',
  fileGone: 'A picture has to be chosen again.',
  sending: 'Sending…',
  done: 'Done, and on record.',
  added: 'Added: ',
  removed: 'Removed: ',
  larger: 'Larger',
  smaller: 'Back to the page',
  aloud: {
    read: 'Read it to me',
    stop: 'Stop reading',
    failed: 'This telephone did not read it.',
    otherwise: 'Your telephone can read pages too (settings, accessibility), or ring us and have it read to you.',
  },
  open: 'Open',
  close: 'Close',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  legend: 'Key',
  or: ' or ',
};

const messages = { zh, en };

/** The generic words of the interface in one language. */
export function words(locale: Locale): typeof zh {
  return messages[locale];
}
