import { lossesSaid } from './undoing';

type Details = Record<string, string | number>;
/** A sentence, or one that needs the refusal's numbers. */
export type Sentence = string | ((details: Details) => string);

/** In words; nothing for what only a machine compares. */
type Put = (name: string, text: string) => string;

/** What was seen of something, or stands now, by its names in a refusal `overtaken`: a line each, as `put` words it. */
const lines = (details: Details, when: 'was' | 'now', put: Put): string =>
  Object.entries(details)
    .flatMap(([name, text]) => (name.startsWith(`${when}_`) ? [put(name.slice(when.length + 1), String(text))] : []))
    .filter((line) => line !== '')
    .join('\n');

const asItIs: Put = (_, text) => text;

/** Somebody says yes to what does not stand any more: both are told. */
export const overtaken = {
  zh: (details: Details, put = asItIs) =>
    `您打开以后，这里改过了。您看的是：\n${lines(details, 'was', put)}\n现在是：\n${lines(details, 'now', put)}\n看过以后还是这么定，就再交一次。`,
  en: (details: Details, put = asItIs) =>
    `This changed after you opened it. What you saw:\n${lines(details, 'was', put)}\nWhat stands now:\n${lines(details, 'now', put)}\nIf you still mean it, send it again.`,
};

const zh = {
  signInAgain: '换回来：重新登录',
  leftOut: '…（后面还有）',
  openAnew: (who: string) => (who ? `以 ${who} 的身份重新打开` : '重新打开这一页'),
  refusals: {
    invalid: '请照下面写的改。',
    unreadable: '里面有存不下的字符，已经拿掉了。请看看写的对不对，再交一次。',
    not_found: '没有找到。可能已经被撤下，或者地址不对。',
    not_allowed: '这一步现在不由您来做。',
    key_reused: '这张表刚才交过一次，那次的内容不一样。要按现在写的算，再交一次就行。',
    undoes: (details) => `还没有办。办了就是：${lossesSaid(details, 'zh').join('；')}。真要这样办，再按一次。`,
    take_back_over: ({ hours }) => `过了${hours}小时，不能收回了。`,
    names_a_person: '这里写的人人看得到：像是写了人名称呼或者号码，请改成“有人”“一户”。',
    names_a_door: '这里写的人人看得到：像是写了门牌，请只写到楼。',
    nothing_changed: '和现在的一样，什么也没有动。',
    overtaken: (details) => overtaken.zh(details),
    stale: '您打开这页以后，别人改过它。请看看现在的内容；还要照您写的改，再交一次就行。',
    foreign_origin: '这次提交不是从本站的页面来的，没有收。请从本站的页面再交一次。',
    signed_out: '您登录的时间到了。写的内容已替您留着，请重新登录。',
    other_person: ({ now }) =>
      `这张表是用别人的身份打开的，现在登录的是${now}。什么也没有办。要用原来的身份，请重新登录，写的会替您留一个小时；要用现在的身份，请重新打开这一页。`,
    too_fast: ({ seconds }) => `交得太快了，这一次没有存上。过 ${seconds} 秒再交。`,
    busy: '这会儿人多，没有存上。请过一分钟再交一次。',
    picture_kind: '这个文件不是 JPEG、PNG 或 WebP 照片。',
    picture_heic:
      '这是手机的 HEIC（高效）照片，这里收不了。苹果手机：设置、相机、格式，选“兼容性最佳”，再拍一张；华为、小米等：相机设置里关掉“高效图片”。已经拍好的，打开它截一张屏，选截屏的那张就行。',
    picture_broken: '这张照片打不开，可能没有存完整。',
    picture_too_big: '照片太大了，请选12兆以内的。',
    file_too_large: ({ kilobytes, most }) =>
      `文件有${kilobytes} kB，最多${most} kB。别的软件加的说明、用不着的小数位去掉，离得远的不画，就小了。`,
    file_unreadable: '这个文件不是UTF-8的文本，读不了。请另存为UTF-8再传。',
    pictures_busy: '这会儿传照片的人多，这张没有收下。过半分钟再传一次。',
    pictures_one_by_one: '您有几张照片正在传，这张没有收下。等前面的传完再传。',
    unknown: '没有存上。请再试一次；还不行，请告诉社工。',
  } satisfies Record<string, Sentence>,
  fields: {
    required: '请填写这一项',
    reason_to_undo: '动到别人已经做的，请写明为什么',
    too_long: (details) => `太长了：最多 ${details.max} 个字，现在有 ${details.count} 个，请删短一点`,
    invalid: '这里写的认不出来，请改一下',
    unreadable: '这里有存不下的字符，已经拿掉了',
    date: '请写成 2022-03-05 这样的日期',
    day_and_time: '请写成 2022-03-05 19:30 这样的日期和时间',
    no_such_day: '日历上没有这一天',
    day_missing: '请填写日期',
    choose_one: '请选一项',
    number: '请写一个数',
    numbers: '请写号，几个用顿号隔开：1、4',
    phone: '请写 11 位手机号',
    name_letters: '请写姓名，不要用看不见的字符',
    name_private:
      '里面有一个字是旧字库自造的，别的手机上显示不出来。请换输入法写这个字；打不出来就先写同音字，到居委会请社工改',
    not_future: '不能晚于今天',
    not_past: '不能早于今天',
    confirm: '请先看清楚，再打勾',
  } as Record<string, Sentence>,
};

const en: typeof zh = {
  signInAgain: 'Change back: sign in again',
  leftOut: '… (and more)',
  openAnew: (who) => (who ? `Open it anew in the name of ${who}` : 'Open this page anew'),
  refusals: {
    invalid: 'See below what to change.',
    unreadable:
      'It held characters that cannot be kept; they were taken out. See whether it still says what you mean, and send it again.',
    not_found: 'Not found. It may have been taken down, or the address is wrong.',
    not_allowed: 'This step is not yours to take now.',
    key_reused: 'This form was sent before with other content. If what it says now is meant, send it once more.',
    undoes: (details) =>
      `Not done yet. It would mean: ${lossesSaid(details, 'en').join('; ')}. If that is meant, press once more.`,
    take_back_over: ({ hours }) => `${hours} hours have passed since; it can no longer be taken back.`,
    names_a_person: 'Everybody reads this, and it seems to name a person or a number: say “somebody” or “a household”.',
    names_a_door: 'Everybody reads this, and it seems to name a door: go no further than the building.',
    nothing_changed: 'It is the same as now; nothing was done.',
    overtaken: (details) => overtaken.en(details),
    stale: 'Somebody changed this after you opened it. Look at what it says now; to change it your way, send it again.',
    foreign_origin: 'This did not come from a page of this site, so it was not taken. Please send it from the site.',
    signed_out: 'Your session has ended. What you wrote is kept; please sign in again.',
    other_person: ({ now }) =>
      `This form was opened in somebody else's name; signed in now is ${now}. Nothing was done. To send it in that name, sign in again: it is kept for an hour. To use yours, open this page anew.`,
    too_fast: ({ seconds }) => `Too fast: this one was not saved. Send it again in ${seconds} s.`,
    busy: 'Too many people at once; it was not saved. Try again in a minute.',
    picture_kind: 'This file is no JPEG, PNG or WebP picture.',
    picture_heic:
      'This is a HEIC picture, as newer telephones write them, and cannot be taken. On an iPhone choose Settings, Camera, Formats, Most Compatible and take it again; on others turn off “high efficiency” in the camera’s settings. Of one you have already, take a screenshot and choose that.',
    picture_broken: 'This picture cannot be opened; perhaps it was not saved whole.',
    picture_too_big: 'The picture is too large: at most 12 MB.',
    file_too_large: ({ kilobytes, most }) =>
      `The file has ${kilobytes} kB, and at most ${most} kB are taken. Leave out what programs add, decimals nobody needs, and what is far away.`,
    file_unreadable: 'This file is no text in UTF-8. Save it as UTF-8 and send it again.',
    pictures_busy: 'Many pictures are being sent just now, so this one was not taken. Try again in half a minute.',
    pictures_one_by_one:
      'Several of your pictures are still on their way, so this one was not taken. Send it after them.',
    unknown: 'It was not saved. Please try again; if it keeps failing, tell a social worker.',
  },
  fields: {
    required: 'Please fill this in',
    reason_to_undo: 'It undoes what others did: say why',
    too_long: (details) => `Too long: at most ${details.max} characters, now ${details.count}; please shorten it`,
    invalid: 'This cannot be understood; please change it',
    unreadable: 'There were characters that cannot be kept; they were taken out',
    date: 'Write a date like 2022-03-05',
    day_and_time: 'Write a date and a time like 2022-03-05 19:30',
    no_such_day: 'The calendar has no such day',
    day_missing: 'Choose a day',
    choose_one: 'Choose one',
    number: 'Write a number',
    numbers: 'Write numbers, with commas between: 1, 4',
    phone: 'Write an 11-digit mobile number',
    name_letters: 'Write a name, without invisible characters',
    name_private:
      'One character is known to an old font alone and will not show elsewhere. Write it with another keyboard; if none has it, write one of the same sound and ask a social worker to correct it',
    not_future: 'Not later than today',
    not_past: 'Not earlier than today',
    confirm: 'Read it, then tick it',
  },
};

export const messages = { zh, en };

/** What any act may be refused with; its words stand here. */
export type SharedCode = keyof typeof zh.refusals;
