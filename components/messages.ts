import type { Locale } from '@/lib/edition';

const zh = {
  product: '同心议事',
  skip: '跳到正文',
  navigation: '主要栏目',
  leaflets: '这里怎么用',
  leaflet: { how: '怎么议事', help: '要人帮忙', privacy: '您的资料', accessibility: '人人能用' },
  elder: '长辈版',
  standard: '标准版',
  elderHint: '换成长辈版：字更大',
  standardHint: '换成标准版',
  otherLanguage: 'English',
  optional: '（可以不填）',
  choose: '请选择',
  errorPrefix: '需要改：',
  summary: (count: number) => (count > 0 ? `还有${count}处要改，改好再交` : '没有办成'),
  keptText: '您写的都还在。',
  signInAgain: '另开一页登录，登好了回这一页再交一次',
  seePresent: '另开一页看现在的内容，您写的留在这一页',
  seePresentHere: '看现在的内容',
  yourWords: '您刚才写的在这里，可以抄走：',
  fileGone: '选过的照片要再选一次。',
  sending: '正在送出…',
  done: '办好了，已经记下。',
  added: '新增：',
  removed: '删去：',
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
  leaflets: 'About this site',
  leaflet: { how: 'How it works', help: 'Help', privacy: 'Privacy', accessibility: 'Accessibility' },
  elder: 'Large print',
  standard: 'Standard print',
  elderHint: 'Change to large print',
  standardHint: 'Change to standard print',
  otherLanguage: '中文',
  optional: ' (optional)',
  choose: 'Please choose',
  errorPrefix: 'To change: ',
  summary: (count: number) =>
    count > 1 ? `${count} things need changing` : count === 1 ? 'One thing needs changing' : 'This could not be done',
  keptText: 'Everything you wrote is still here.',
  signInAgain: 'Sign in on another page, then come back here and send it again',
  seePresent: 'See on another page what it says now; what you wrote stays on this one',
  seePresentHere: 'See what it says now',
  yourWords: 'What you wrote is here, to copy:',
  fileGone: 'A picture has to be chosen again.',
  sending: 'Sending…',
  done: 'Done, and on record.',
  added: 'Added: ',
  removed: 'Removed: ',
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
