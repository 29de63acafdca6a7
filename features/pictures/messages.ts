const zh = {
  upload: {
    file: '选一张照片',
    hint: 'JPEG、PNG 或 WebP，不超过12兆。拍照时的地点信息会去掉。',
    caption: '照片说的是什么',
    submit: '传上去',
    full: '已经有八张了，不能再添。',
    have: (n: number) => `已有${n}张`,
    none: '还没有照片。',
    waiting: '等社工看过就上公示栏',
    onBoard: '在公示栏上',
    refused: (reason: string) => `没有上公示栏：${reason}`,
    alt: '照片',
    failed: '照片没有传上',
  },
  refusals: {
    picture_missing: '请先选一张照片。',
    picture_kind: '这个文件不是 JPEG、PNG 或 WebP 照片。',
    picture_broken: '这张照片打不开，可能没有存完整。',
    picture_too_big: '照片太大了，请选12兆以内的。',
    pictures_full: '已经有八张了，不能再添。',
    second_person: '这是您自己传的，请别人来看。',
    never_on_board: '签名和当面作证的照片从不上公示栏。',
    not_allowed: '这里的照片不由您来添。',
    foreign_origin: '这次提交不是从本站的页面来的，没有收。',
    unknown: '没有传上，请再试一次。',
  },
};

const en: typeof zh = {
  upload: {
    file: 'Choose a picture',
    hint: 'JPEG, PNG or WebP, at most 12 MB. Where it was taken is removed.',
    caption: 'What it shows',
    submit: 'Send it',
    full: 'There are eight already.',
    have: (n) => `${n} so far`,
    none: 'No pictures yet.',
    waiting: 'goes on the board when a social worker has looked',
    onBoard: 'on the board',
    refused: (reason) => `not on the board: ${reason}`,
    alt: 'picture',
    failed: 'The picture was not taken',
  },
  refusals: {
    picture_missing: 'Choose a picture first.',
    picture_kind: 'This file is no JPEG, PNG or WebP picture.',
    picture_broken: 'This picture cannot be opened; perhaps it was not saved whole.',
    picture_too_big: 'The picture is too large: at most 12 MB.',
    pictures_full: 'There are eight already.',
    second_person: 'You sent this one yourself; somebody else has to look.',
    never_on_board: 'Pictures of signatures and read-backs never go on the board.',
    not_allowed: 'Pictures here are not yours to add.',
    foreign_origin: 'This did not come from a page of this site, so it was not taken.',
    unknown: 'It was not sent; please try again.',
  },
};

export const messages = { zh, en };
