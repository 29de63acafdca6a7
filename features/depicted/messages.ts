import type { DepictedAnswer } from '@/db/words/pictures';
import { proofs } from '@/features/opinions/messages';
import type { Asked } from '@/lib/room';
import { plural } from '@/lib/words';

interface Home {
  building: string;
  entrance: number;
  door: string;
}

const zh = {
  letters: {
    depicted_asked: ({ title, people }: { title: string; people: string }): string =>
      `“${title}”的一张照片上有您家的人（${people}）。贴不贴出去您家说了算：打开看看，说行或者不行；不说就不贴。`,
    depicted_recorded: ({ title, answer }: { title: string; answer: DepictedAnswer }) =>
      `“${title}”的照片，门口替您家记下的是：${answer === 'yes' ? '可以贴' : '不贴'}。不是这么说的，打开改过来。`,
  },
  room: {
    asks: {
      answer: {
        text: ({ title }: Asked): string => `${title}的照片上有您家的人，能不能挂`,
        note: (day: string): string => `${day}问的；您家说行才挂`,
      },
    },
    mine: '有我家人的照片',
    record: { depicted: '照片上的人同意不同意' },
  },
  home: ({ building, entrance, door }: Home) => `${building}号楼${entrance}单元${door}`,
  answers: { yes: '可以贴', no: '不贴' } satisfies Record<DepictedAnswer, string>,
  desk: {
    title: '活动的照片',
    lead: '照片上有谁家的人，先一家一家记下来，他们会收到信；都说了可以，再由没传这张照片的人看过，才上公示栏。没有人的照片，看过就上。',
    link: '活动的照片',
    notHeld: '活动办过了，照片才传得上来。',
    none: '还没有照片。',
    named: '照片上的人',
    nobody: '没有记下谁。照片上要是有认得出的人，先记下来，再看。',
    waiting: '还没有说',
    missing: (n: number) => `还有${n}户没有说可以，先不贴。`,
    name: '照片上还有谁家的人',
    building: '几号楼',
    entrance: '几单元',
    door: '门牌',
    people: '家里的谁',
    peopleHint: '让那一家知道说的是谁，比如“奶奶和孙女”。只有那一家和社区看得到。',
    submit: '记下来，请他们说',
    drop: '记错了，划掉',
    hangs: '这张正贴着。有人说上面有他，先改成不上公示栏，再记下他家。',
  },
  me: {
    title: '有我家人的照片',
    lead: '活动上拍的照片，贴不贴出去，照片上的人说了算。都说可以、社区再看过一遍才贴；您家什么时候说不，当时就拿下来。',
    none: '没有要问您家的照片。',
    who: (people: string) => `照片上有：${people}`,
    say: '贴出去行不行',
    yes: '可以贴',
    no: '不贴',
    back: '还是不贴，马上拿下来',
    stands: { yes: '您家说了：可以贴', no: '您家说了：不贴', none: '您家还没有说，没说就不贴' },
    hanging: '正贴在公示栏上',
    notHanging: '没有贴',
  },
  door: {
    title: '照片上的人，替他们记一句',
    lead: '不上网的人家，当面问：活动照片上有您家的人，贴出去行不行。说行，念给他听，旁边要有一位听见的；说不行，什么都不用，马上拿下来。',
    link: '问照片贴不贴',
    none: '您这几个单元，没有要问的。',
    answer: '他家怎么说',
    witness: '谁在旁边听见的',
    witnessWhen: '（说“可以贴”才要）',
    submit: '记下来',
  },
  board: { title: '办过的，照片', lead: '照片上的人都说了可以。' },
  refusals: {
    wants_no_visits: proofs.zh.wants_no_visits,
    hangs_already: '这张照片正贴着。先把它改成不上公示栏，再记上面的人。',
    named_already: '这一家已经记过了。',
    answered_already: '这一家已经说过了，不能划掉。',
    said_already: '已经这么说过了。',
    no_is_theirs: '这一家有人自己说了不贴，要由他自己改过来。',
    witness_missing: '说可以贴，请写上谁在旁边听见的。',
    no_such_building: '户册上没有这栋楼，请再看一遍。',
    which_compound: ({ compounds }: Record<string, string | number>): string =>
      `好几个小区都有这栋楼（${compounds}），请连小区名一起写。`,
    no_such_door: '没有这个门牌，请再看一遍。',
  },
};

const en: typeof zh = {
  letters: {
    depicted_asked: ({ title, people }) =>
      `Somebody of your home (${people}) is on a picture of “${title}”. Whether it hangs is yours to say: look at it and say yes or no. Without a word from you it does not hang.`,
    depicted_recorded: ({ title, answer }) =>
      `Of the picture of “${title}” this was written down for your home at the door: ${answer === 'yes' ? 'it may hang' : 'it may not hang'}. If you said otherwise, change it.`,
  },
  room: {
    asks: {
      answer: {
        text: ({ title }) => `Somebody of your home is on a picture of ${title}: may it hang?`,
        note: (day) => `Asked on ${day}; it hangs only if your home says yes`,
      },
    },
    mine: 'Pictures with us on them',
    record: { depicted: 'Consent of those on a picture' },
  },
  home: ({ building, entrance, door }) => `building ${building}, entrance ${entrance}, ${door}`,
  answers: { yes: 'may hang', no: 'may not hang' },
  desk: {
    title: 'Pictures of what was held',
    lead: 'First write down, home by home, who is on a picture; they have a letter. When all have said yes, somebody who did not send it looks, and it goes on the board. With nobody on it, the look is enough.',
    link: 'Pictures of it',
    notHeld: 'Pictures can be added once it has been held.',
    none: 'No pictures yet.',
    named: 'Who is on it',
    nobody: 'Nobody is written down. If anybody on it can be recognised, write them down before it is looked at.',
    waiting: 'has not said',
    missing: (n) => `${n} ${plural(n, 'household has', 'households have')} not said yes: it does not hang.`,
    name: 'Who else is on it',
    building: 'Building',
    entrance: 'Entrance',
    door: 'Door',
    people: 'Who of them',
    peopleHint:
      'So that they know who is meant, such as “grandmother and granddaughter”. Only they and the office see it.',
    submit: 'Write down, and ask them',
    drop: 'A mistake: strike it',
    hangs:
      'This one hangs. If somebody says that they are on it, first take it off the board, then write down their home.',
  },
  me: {
    title: 'Pictures with us on them',
    lead: 'Whether a picture of an occasion hangs is for those on it to say. It hangs when all have said yes and the office has looked; when you say no, it comes down at once.',
    none: 'There is no picture to ask you about.',
    who: (people) => `On it: ${people}`,
    say: 'May it hang?',
    yes: 'It may hang',
    no: 'It may not hang',
    back: 'No after all: take it down now',
    stands: {
      yes: 'You said: it may hang',
      no: 'You said: it may not hang',
      none: 'You have not said; it does not hang',
    },
    hanging: 'hangs on the board',
    notHanging: 'does not hang',
  },
  door: {
    title: 'Those on a picture: write down what they say',
    lead: 'Of homes that are not on the web, ask in person: you are on a picture, may it hang? A yes is read back to them with somebody beside who hears it; a no needs nothing, and takes it down at once.',
    link: 'Ask about pictures',
    none: 'Nothing to ask at your entrances.',
    answer: 'What they say',
    witness: 'Who heard it',
    witnessWhen: ' (for a yes)',
    submit: 'Write it down',
  },
  board: { title: 'Held: pictures', lead: 'Everybody on them has said yes.' },
  refusals: {
    wants_no_visits: proofs.en.wants_no_visits,
    hangs_already: 'This picture hangs. Take it off the board first, then write down who is on it.',
    named_already: 'This home is written down already.',
    answered_already: 'This home has answered and cannot be struck.',
    said_already: 'That is what was said already.',
    no_is_theirs: 'Somebody of this home said no themselves; they alone change it.',
    witness_missing: 'For a yes, say who heard it.',
    no_such_building: 'The register has no such building; please look again.',
    which_compound: ({ compounds = '' }) =>
      `Several compounds have this building (${compounds}); write the compound as well.`,
    no_such_door: 'There is no such door; please look again.',
  },
};

export const messages = { zh, en };
