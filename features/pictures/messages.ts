import type { DeskWords } from '@/lib/desk';
import { kilobytesIn } from '@/lib/quantity';
import { plural } from '@/lib/words';

const zh = {
  /** What its room shows elsewhere: doors, the record, the desk's day. */
  room: {
    record: { picture: '照片' },
    duties: {
      plan: '方案的图，等您看过再上公示栏',
      site: '工地的照片，等您看过再上公示栏',
      case: '诉求的照片，等您看过再上公示栏',
      papers: '扫描的文件，等您看过再上公示栏',
      occasions: '活动的照片，上面的人都同意了，等您看过再上公示栏',
    },
    count: (n: number) => `${n}张`,
    desk: {
      pictures: { act: '看照片', task: '照片等您看过再上公示栏', count: (n) => `${n}张` },
    } satisfies Record<string, DeskWords>,
    part: {
      name: '照片',
      note: (waiting: number) => (waiting === 0 ? '都看过了' : `${waiting}张等着看`),
    },
  },
  upload: {
    file: '选一张照片',
    hint: 'JPEG、PNG 或 WebP，不超过12兆。拍照时的地点信息会去掉。',
    paper: '选一份PDF，或者一页的照片',
    paperHint: 'PDF、JPEG、PNG 或 WebP，不超过12兆。PDF原样存着，网站不打开它；带脚本、附件或密码的不收。',
    pdf: (kilobytes: number) => `存下这份PDF（${kilobytesIn(kilobytes)}）`,
    hash: '指纹（SHA-256）：',
    caption: '照片说的是什么',
    remove: '不要这张了',
    removeOf: (caption: string) => `不要“${caption}”这张了`,
    submit: '传上去',
    full: '已经到了最多的张数，不能再添。',
    have: (n: number) => `已有${n}张`,
    none: '还没有照片。',
    waiting: '等另一个人（社工、治理书记或社区党总支书记）看过就上公示栏',
    onBoard: '在公示栏上',
    withVersion: '看过了，随这一稿一起登出来',
    refused: (reason: string) => `没有上公示栏：${reason}`,
    alt: '照片',
    failed: '照片没有传上',
    backToForm: '回到刚才的页面，写的说明还在',
  },
  look: {
    title: '看照片',
    lead: '看有没有人脸、车牌、门牌。自己传的照片请别人看。',
    paper: '存下来打开看：有没有写到谁、哪一户、电话、证件号。',
    none: '没有照片。',
    verdict: '怎么定',
    toBoard: '可以上公示栏',
    refuse: '不上公示栏',
    reason: '为什么不上',
    reasonWhen: '（不上，或者别人定了不上、您要改成上，都要写）',
    submit: '定下来',
    own: '这是您自己传的，请另一位社工、治理书记或社区党总支书记来看。',
    notYours: '照片由社工、治理书记或社区党总支书记来看。',
    toLook: (n: number) => (n === 0 ? '看照片' : `看照片（${n}张还没有人看）`),
  },
  refusals: {
    no_pictures: '没有等着看的照片。',
    picture_missing: '请先选一张照片或者一份文件。',
    pdf_not_here: '这里收照片，不收PDF。请把它拍下来，一页一张。',
    pdf_runs:
      '这份PDF里除了纸面上的东西，还带着脚本、附件、要填了发出去的表，或者会去打开别的文件。请打开它，选“打印”，打印机选“另存为PDF”，再传那一份；或者打印出来，一页拍一张。',
    pdf_locked: '这份PDF加了密。请打开它，选“打印”，打印机选“另存为PDF”，再传那一份；或者打印出来，一页拍一张。',
    pdf_broken:
      '这份PDF没法从头看到尾。请打开它，选“打印”，打印机选“另存为PDF”，再传那一份；或者打印出来，一页拍一张。',
    already_looked: '这张照片已经有人看过了，不能再拿掉。要拿掉，请告诉社工。',
    refused_before: ({ by, why }: Record<string, string | number>) =>
      `${by}看过，定了不上公示栏：${why}。要改成上，写一句为什么。`,
    proof_stays: '签名和当面作证的照片不能拿掉。',
    pictures_full: '已经到了最多的张数，不能再添。',
    case_over: '这件事已经归档，或者并到别的里了，不再添照片。',
    not_held: '活动办过了才有照片；取消了的没有。',
    not_everybody_yes: ({ count }: Record<string, string | number>): string =>
      `照片上还有${count}户没有说同意，不能上公示栏。`,
    not_posted: '这条诉求还没有上公示栏。先看过文字，再看照片。',
    plan_published: '这一稿已经公布，图也不能再添了。要添就另出一稿。',
    caption_missing: '请写一句这张图画的是什么。',
    caption_too_long: '太长了，最多80个字。您写的还在下面，删短一点再传。',
    second_person: '这是您自己传的，请另一位社工、治理书记或社区党总支书记来看。',
    never_on_board: '签名和当面作证的照片从不上公示栏。',
    not_allowed: '这里的照片不由您来添。',
    foreign_origin: '这次提交不是从本站的页面来的，没有收。',
    other_person: '这一页是用别人的身份打开的，照片没有传上。要用现在的身份传，看清楚再传一次。',
    unknown: '没有传上，请再试一次。',
  },
};

const en: typeof zh = {
  room: {
    record: { picture: 'Picture' },
    duties: {
      plan: 'Drawings of a plan for you to look at before the board shows them',
      site: 'Pictures of a site for you to look at before the board shows them',
      case: 'Pictures of a case for you to look at before the board shows them',
      papers: 'Scanned papers for you to look at before the board shows them',
      occasions: 'Pictures of an occasion, agreed to by all on them, for you to look at before the board shows them',
    },
    count: (n) => `${n} ${plural(n, 'picture', 'pictures')}`,
    desk: {
      pictures: {
        act: 'Look at pictures',
        task: 'Pictures for you to look at before the board shows them',
        count: (n) => `${n} ${plural(n, 'picture', 'pictures')}`,
      },
    },
    part: {
      name: 'Pictures',
      note: (waiting) => (waiting === 0 ? 'all looked at' : `${waiting} to look at`),
    },
  },
  upload: {
    file: 'Choose a picture',
    hint: 'JPEG, PNG or WebP, at most 12 MB. Where it was taken is removed.',
    paper: 'Choose a PDF, or a picture of one page',
    paperHint:
      'PDF, JPEG, PNG or WebP, at most 12 MB. A PDF is kept as it is and never opened by this site; one with scripts, files within or a password is not taken.',
    pdf: (kilobytes) => `Save this PDF (${kilobytesIn(kilobytes)})`,
    hash: 'Fingerprint (SHA-256):',
    caption: 'What it shows',
    remove: 'Take this one away',
    removeOf: (caption) => `Take “${caption}” away`,
    submit: 'Send it',
    full: 'There are as many as there can be.',
    have: (n) => `${n} so far`,
    none: 'No pictures yet.',
    waiting: 'goes on the board when somebody else (a social worker, the governance or the Party secretary) has looked',
    onBoard: 'on the board',
    withVersion: 'looked at; goes on the board with its version',
    refused: (reason) => `not on the board: ${reason}`,
    alt: 'picture',
    failed: 'The picture was not taken',
    backToForm: 'Back to the form; what you wrote is still there',
  },
  look: {
    title: 'Look at pictures',
    lead: 'Look for faces, number plates and door numbers. Somebody else looks at your own.',
    paper: 'Save it and read it: whether it names anybody, a home, a number or a document of somebody.',
    none: 'No pictures.',
    verdict: 'The decision',
    toBoard: 'May go on the board',
    refuse: 'Not on the board',
    reason: 'Why not',
    reasonWhen: ' (when it is not for the board, or somebody else refused it before)',
    submit: 'Decide',
    own: 'You sent this one yourself; another social worker, the governance or the Party secretary has to look.',
    notYours: 'A social worker, the governance or the Party secretary looks at pictures.',
    toLook: (n) => (n === 0 ? 'Look at pictures' : `Look at pictures (${n} nobody has seen)`),
  },
  refusals: {
    no_pictures: 'No picture to look at.',
    picture_missing: 'Choose a picture or a file first.',
    pdf_not_here: 'Pictures are taken here, and no PDF. Photograph it, one page at a time.',
    pdf_runs:
      'Besides what is on its pages this PDF carries a script, a file, a form that is sent, or opens another file. Open it, choose Print, then “Save as PDF”, and send that one; or print it and photograph each page.',
    pdf_locked:
      'This PDF is locked. Open it, choose Print, then “Save as PDF”, and send that one; or print it and photograph each page.',
    pdf_broken:
      'This PDF cannot be looked through from beginning to end. Open it, choose Print, then “Save as PDF”, and send that one; or print it and photograph each page.',
    already_looked: 'Somebody has looked at this picture already. To have it taken away, tell a social worker.',
    refused_before: ({ by, why }) => `${by} looked at it and refused it: ${why}. To hang it all the same, say why.`,
    proof_stays: 'A picture that proves what a household said stays.',
    pictures_full: 'There are as many as there can be.',
    case_over: 'This case is archived, or goes on with another, and takes no more pictures.',
    not_held: 'Pictures are of what has been held, and was not cancelled.',
    not_everybody_yes: ({ count = 0 }) =>
      `${count} ${plural(Number(count), 'household', 'households')} on it have not said yes: it cannot go on the board.`,
    not_posted: 'This case does not hang on the board yet. First its words are looked at, then its pictures.',
    plan_published: 'This version is published and takes no more drawings; draft another one.',
    caption_missing: 'Say in a sentence what the drawing shows.',
    caption_too_long:
      'That is too long: 80 characters at most. Your words are still below; shorten them and send again.',
    second_person:
      'You sent this one yourself; another social worker, the governance or the Party secretary has to look.',
    never_on_board: 'Pictures of signatures and read-backs never go on the board.',
    not_allowed: 'Pictures here are not yours to add.',
    foreign_origin: 'This did not come from a page of this site, so it was not taken.',
    other_person:
      "This page was opened in somebody else's name, so the picture was not sent. To send it in yours, look again and send it once more.",
    unknown: 'It was not sent; please try again.',
  },
};

export const messages = { zh, en };
