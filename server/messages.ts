import type { Locale } from '../lib/edition';

/** What has happened: `failed` on our side, the others on the way here. */
export type Mishap = 'failed' | 'broken' | 'left' | 'foreign' | 'none' | 'verb' | 'old' | 'large' | 'often' | 'busy';

interface Words {
  lang: string;
  href: string;
  again: string;
  home: string;
  enter: string;
  /** Below the words of a form that came too soon. */
  yours: string;
  send: string;
  withoutFile: string;
  /** A form of an older page, kept. */
  oldKept: string;
  openAgain: string;
  number: string;
  /** The way to somebody who helps. */
  help: string;
  mishaps: Record<Mishap, { title: string; text: string }>;
}

export const messages: Record<Locale, Words> = {
  zh: {
    lang: 'zh-CN',
    href: '/',
    again: '再试一次',
    home: '回到首页',
    enter: '另开一页登录',
    yours: '您写的在这里，没有丢：',
    send: '再交一次',
    withoutFile: '照片和文件带不回来。请回到上一页，重新选了再交。',
    oldKept: '网站刚更新过，这一次没有办。您写的替您留着：打开新的这一页，字在里面，看一看，再交一次。',
    openAgain: '打开新的这一页',
    number: '如果还是不行，请把这个编号告诉社区工作者：',
    help: '打电话问，或者请楼门长上门',
    mishaps: {
      failed: {
        title: '这一页没能打开',
        text: '是我们这边出了问题，不是您做错了什么。您刚才提交的内容可能没有保存，请过一会儿再试一次。',
      },
      broken: {
        title: '发来的东西看不懂',
        text: '表没有发全，或者不是从本站的页面发来的，没有存上。请回到上一页，您写的字还在那里，再交一次。',
      },
      left: {
        title: '您登录的时间到了',
        text: '照片和文件要登录以后才收，这一次没有存上。请另开一页登录，再回到这一页的上一页：您写的字还在那里，照片重新选，再交一次。',
      },
      often: {
        title: '来得太快了',
        text: '一下子来得太多，这一次没有办。请过一会儿再来；刚才在交东西的，回到上一页，您写的字还在那里，再交一次。',
      },
      foreign: { title: '这次提交没有被接受', text: '它是从别的网站发来的。请在本站打开这一页，再填一次。' },
      none: { title: '没有这一页', text: '可能已经被撤下，或者地址不对。' },
      verb: { title: '这里不能这样打开', text: '请从页面上的链接和按钮走。' },
      old: {
        title: '您那一页是旧的',
        text: '网站刚更新过，没有存上。请回到上一页，把写的字抄下来，刷新那一页再交一次。',
      },
      busy: {
        title: '这会儿人多，没有来得及',
        text: '同时来的人太多，这一页没能及时做出来。请过半分钟再打开一次；刚才在交东西的，回到上一页，您写的字还在那里，再交一次，不会交成两份。',
      },
      large: {
        title: '发来的东西太大了',
        text: '照片一次最多12MB，文字最多十万字。请回到上一页，您写的还在那里；照片换小一点的，文字删短些，再发一次。',
      },
    },
  },
  en: {
    lang: 'en',
    href: '/en',
    again: 'Try again',
    home: 'Back to the start',
    enter: 'Sign in on another page',
    yours: 'Your words are here and not lost:',
    send: 'Send it again',
    withoutFile: 'Pictures and files cannot be brought back. Go back one page, choose them again and send it.',
    oldKept:
      'The site has just been updated, so nothing was done yet. What you wrote is kept: open the new page, where it stands in the form, look it over and send it again.',
    openAgain: 'Open the new page',
    number: 'If it keeps happening, tell the community worker this number:',
    help: 'Telephones, or ask the captain to come',
    mishaps: {
      failed: {
        title: 'This page could not be opened',
        text: 'Something went wrong on our side; you did nothing wrong. What you just sent may not have been saved. Please try again in a moment.',
      },
      broken: {
        title: 'This could not be read',
        text: 'The form did not arrive whole, or did not come from a page of this site, so it was not saved. Go back one page, where your words still are, and send it again.',
      },
      left: {
        title: 'Your session has ended',
        text: 'Pictures and files are taken from those who are signed in, so nothing was saved. Sign in on another page, then go back one page: your words still are there; choose the picture again and send it.',
      },
      often: {
        title: 'Too many at once',
        text: 'Too much came from you at once, so this was not done. Come again in a moment. If you were sending something, go back one page, where your words still are, and send it again.',
      },
      foreign: {
        title: 'This was not accepted',
        text: 'It was sent from another site. Please open this page here and fill it in again.',
      },
      none: { title: 'There is no such page', text: 'It may have been taken down, or the address is wrong.' },
      verb: { title: 'This cannot be opened like that', text: 'Please use the links and buttons of the pages.' },
      old: {
        title: 'That page was an old one',
        text: 'The site has just been updated, so it was not saved. Go back one page, copy your words, reload that page and send it again.',
      },
      busy: {
        title: 'Too many at once',
        text: 'So many came at once that this page was not ready in time. Open it again in half a minute. If you were sending something, go back one page, where your words still are, and send it again: it will not be there twice.',
      },
      large: {
        title: 'That was too large',
        text: 'At most 12 MB of picture and 100,000 letters at a time. Go back one page, where your words still are, choose a smaller picture or write less, and send it again.',
      },
    },
  },
};
