import type { Office } from '@/lib/office';

const zh = {
  offices: {
    organisation: '区委组织部',
    'street-office': '街道',
    'hotline-centre': '市民热线中心',
  } satisfies Record<Office, string>,
  refusals: {
    bad_slug: '地址要3到40个字：a-z、0-9 和 -，以字母开头。',
    reserved_slug: '这个地址留作别用，请换一个。',
    slug_taken: '这个地址是另一个区的。',
    no_such_district: '没有这个区。先用 district open 建。',
    no_such_street: '街道办要写明本区的哪条街道，别的机构不写街道。',
    until_past: '最后一天已经过去了。',
    name_other: '这个号码登记的是另一个名字：请核对号码和姓名，什么也没有记',
    already_held: '他已经有这个授权了。',
    not_held: '他没有这个授权。',
  },
};

const en: typeof zh = {
  offices: {
    organisation: 'District organisation department',
    'street-office': 'Street office',
    'hotline-centre': 'Hotline centre',
  },
  refusals: {
    bad_slug: 'An address has 3 to 40 of a-z, 0-9 and -, and begins with a letter.',
    reserved_slug: 'That address is kept for something else.',
    slug_taken: 'That address is another district’s.',
    no_such_district: 'There is no such district: open it first.',
    no_such_street: 'A street office names a street of the district; no other office does.',
    until_past: 'The last day is past.',
    name_other: 'This number is kept under another name: check both; nothing was done',
    already_held: 'They hold this office already.',
    not_held: 'They do not hold this office.',
  },
};

export const messages = { zh, en };
