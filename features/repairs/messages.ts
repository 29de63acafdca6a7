import { spokenProofs } from '@/features/opinions/messages';
import type { DeskWords, Step } from '@/lib/desk';
import type { Titled } from '@/lib/letters';
import { overtaken } from '@/lib/messages';
import type { Asked } from '@/lib/room';
import { plural } from '@/lib/words';

type Details = Record<string, string | number>;

interface PutInWords {
  warranty: (months: number) => string;
  units: (n: number) => string;
  loose: (n: number) => string;
}

/** The list as it was shown: its numbers in words, and of who is on it nothing. */
const seen =
  ({ warranty, units, loose }: PutInWords) =>
  (name: string, text: string) => {
    const put = { warranty, units, loose }[name];
    if (put) return put(Number(text));
    return name === 'homes' ? '' : text;
  };

const zh = {
  letters: {
    repair_listed: ({ title }: Titled) => `您家排进了“${title}”的名单。哪一批、修得怎样，随时可以看。`,
    repair_done: ({ title }: Titled) => `“${title}”：您家的修好了。看一看，好不好请说一声，说了才算修完。`,
    repair_recorded: ({ title }: Titled) =>
      `有人替您家记下了“${title}”修得好不好。记得不对，请自己再说一遍，按您自己说的算。`,
    repair_dropped: ({ title, reason }: Titled & { reason: string }) =>
      `您家从“${title}”的名单上拿下来了。${reason}。还要修，请跟社工说。`,
  },
  room: {
    asks: {
      judge: {
        text: ({ title }: Asked): string => `${title}：您家修好了，去看看，说好不好`,
        note: (day: string): string => `${day}修的；您说了才算修完，不好接着修`,
      },
    },
    record: { repair: '一户一户修' },
    left: { repair: '一户一户修的和保修' },
    desk: {
      repair: {
        act: '一户一户修：列名单',
        why: {
          not_allowed: '名单由社工来列。',
          not_at_this_step: '受理以后、开始商量以前，才能改成一户一户修。',
        },
      },
      repair_start: {
        act: '一户一户修：开工',
        task: '名单和分批都好了，等第二个人看过开工',
        why: { not_allowed: '由一位书记来定。', not_at_this_step: '名单列好、还没开工的才有这一步。' },
      },
      repair_completion: {
        act: '一户一户修：都问过了',
        task: '每一户都问过了，等您宣布修完',
        why: { not_allowed: '由社工或书记来宣布。', not_at_this_step: '正在修的才有这一步。' },
      },
    } satisfies Record<string, DeskWords>,
    steps: {
      repair_opened: () => '改为一户一户修，开始列名单',
      repair_listed: () => '名单上添了住户',
      repair_batch: (d) => `排了第${d.batch}批`,
      repair_started: () => '第二个人看过，开工',
      repair_completed: () => '每一户都问过了',
      repair_all_good: () => '每一户都说好',
    } satisfies Record<string, Step>,
    part: {
      name: '一户一户修',
      note: (all: number, good: number, refused: number) =>
        [`${all}户`, `${good}户说好`, refused > 0 && `${refused}户说不好`].filter(Boolean).join('，'),
    },
  },
  beside: {
    title: '一户一户修的',
    lead: '修一户、问一户，没有节点：哪一批修到哪儿，在它自己的页上。',
    listing: '在列名单',
    started: (day: string) => `${day}开工`,
  },
  states: {
    reported: '排上了',
    looked: '看过了',
    repaired: '修好了，等这家说',
    confirmed: '这家说好，在保修',
    refused: '这家说不好',
    dropped: '拿下名单了',
  },
  sources: { case: '诉求里来的', door: '上门记的' },
  open: {
    lead: '像屋顶漏水：一件事，很多户，一户一户修，谁也不受影响。先列名单、分批；依法须办的手续都办了，第二个人看过，才开工。',
    what: '在每一户办什么',
    whatHint: '公示栏上就这么写。比如：顶层屋面铲掉旧防水，重做两层，试水两天。',
    warranty: '保修多少个月',
    warrantyHint: '从这一户说好的那天算起。屋面防水一般不少于60个月。',
    submit: '开始列名单',
  },
  desk: {
    title: '一户一户修',
    lead: '每户：排上 → 看过 → 修好 → 这家自己说好 → 在保修。公示栏上只有批次和总数，没有哪一户。',
    what: '办什么',
    warranty: '保修',
    months: (n: number) => `${n}个月`,
    counts: '到哪儿了',
    gates: '依法须办的手续',
    gatesOpen: (n: number) => (n === 0 ? '都有了着落' : `还有${n}样没有定`),
    none: '名单上还没有人家。',
    loose: '还没有排批次的',
    batch: (no: number, contractor: string) => `第${no}批 · ${contractor}`,
    days: (from: string, to: string) => `${from}到${to}`,
    home: (building: string, entrance: number, door: string) => `${building}号楼${entrance}单元${door}`,
    again: (n: number) => `又漏过${n}次`,
    by: (day: string) => `${day}以前改好`,
    until: (day: string) => `保修到${day}`,
    add: '往名单上添',
    plan: '排一批',
    work: '报看过、修好',
    drop: '从名单上拿下',
    dropLead: '这家会收到信，信里有您写的原因。再写进名单，就又排上了。',
    dropWhy: '为什么，这家会看到',
    listed: (n: number) => `名单上${n}户`,
    left: (shown: number, all: number) => `先列${shown}户，一共${all}户；报完这些，再列后面的。`,
  },
  list: {
    title: '往名单上添',
    lead: '从归到这件提案的诉求里勾；或者一行一户地写，从表格里粘过来也行。已经在名单上的不会重复。',
    cases: '诉求里的人家',
    case: (no: number, title: string, home: string) => `第${no}号　${title}（${home}）`,
    doors: '一行一户',
    doorsHint: '楼-单元-门，空一格，哪儿漏。比如：14-1-1801 主卧顶漏',
    submit: '添上',
  },
  batch: {
    title: '排一批',
    lead: '勾上这一批的人家。还没修好的，可以挪到后一批。',
    contractor: '谁来修',
    from: '从哪天',
    to: '到哪天',
    units: '哪几户',
    submit: '就这一批',
  },
  start: {
    lead: '开工以前：依法须办的手续都定了，每户排了批次。您是第二个人，请看一遍名单。',
    submit: '看过了，开工',
  },
  work: {
    title: '报看过、修好',
    lookLead: '看过了：为什么漏、怎么修。一天看了几户，一起报。',
    doneLead: '修好了：这几户会收到信，请他们自己说好不好。',
    units: '哪几户',
    day: '哪天',
    cause: '怎么回事',
    note: '做了什么',
    look: '看过了',
    done: '修好了',
    noneToLook: '没有等着看的。',
    noneToDo: '没有等着修的。',
  },
  completion: {
    lead: '每一户都问过了：说好的在保修，说不好的写明了哪天改好。还有说不好的，改好、这家说好了，才算全办成。',
    submit: '宣布都问过了',
  },
  own: {
    title: '我家修得怎样',
    lead: '只有您家、上门的楼门长、社工、书记和物业看得到。公示栏上只有批次和总数。',
    none: '您家不在这份名单上。您家也漏，请报一件诉求。',
    steps: '一步一步',
    step: {
      reported: '排上了',
      looked: '看过了',
      repaired: '修好了',
      confirmed: '说好',
      refused: '说不好',
      leaks_again: '又漏了',
      dropped: '拿下名单',
    },
    judge: '修得好不好',
    outcome: '好不好',
    outcomes: { confirmed: '好，不漏了', refused: '不好' },
    note: '哪里不好',
    noteWhen: '（说好的不用写）',
    repairOn: '您看哪天以前改好',
    repairOnHint: '说不好的才填。',
    submit: '就这么说',
    again: '又漏了',
    againLead: (day: string) => `保修到${day}。又漏了说一声，只重开您家这一户。`,
    againNote: '哪儿又漏了',
    againSubmit: '又漏了，请来看',
    over: '过了保修。还漏，请报一件新的诉求。',
    report: '报一件诉求',
    link: '我家修得怎样',
    recorded: '（上门记的）',
    correct: '上门记的不对？自己再说一遍，按您自己说的算。',
    asRepaired: (what: string) => `修的：${what}`,
    holds: {
      reported: '现在在物业手里：先来看，再修；修好了请您家说好不好。',
      looked: '现在在物业手里：看过了，等修；修好了请您家说好不好。',
      refused: '现在在物业手里：照您家说的改，改好了再请您家说。',
    },
    drop: '我家不修了',
    dropWhy: '为什么',
    dropSubmit: '从名单上拿下',
    dropped: '您家不在名单上了。还要修，请跟社工说。',
  },
  door: {
    title: '问修得好不好',
    heading: '修好了，等人家说好不好的',
    lead: '照人家说的记，念给他听，确认了再存。是您自己修的，请别人去问。',
    none: '没有等着问的人家。',
    submit: '念给他听，确认记下',
    count: (n: number) => `${n}户等着问`,
  },
  board: {
    title: '一户一户修',
    caption: '批次',
    batch: '哪一批',
    no: (no: number) => `第${no}批`,
    contractor: '谁来修',
    days: '哪几天',
    repaired: '修好了',
    of: (n: number, all: number) => `${all}户里修好${n}户`,
    few: '不到10户，不写数',
    good: '这些人家说',
    goodOf: (n: number, all: number) => `问完时${all}户里${n}户说好`,
    goodKept: '都问过了',
    waits: '还没有问完',
    sum: (n: number, all: number) => `写了数的几批，合起来${all}户里修好${n}户。`,
    twice:
      '一户又漏了，排到后面的批里再修一回；已经问完的那一批，写出来的数不再改。所以同一户可能在两批里各算一次，各批合起来会比名单上的户数多。',
    warranty: (months: number) => `从人家自己说好的那天起，保修${months}个月。又漏了，只重开那一户。`,
    own: '看我家修得怎样',
  },
  refusals: {
    overtaken: (details: Details): string =>
      overtaken.zh(
        details,
        seen({
          warranty: (months) => `保修${months}个月`,
          units: (n) => `名单上${n}户`,
          loose: (n) => (n === 0 ? '' : `还有${n}户没有排进批次`),
        }),
      ),
    not_at_this_step: '现在不在这一步。',
    kind_not_by_household: '这一类事不是一户一户修的。',
    repair_opened: '已经在列名单了。',
    no_repair: '还没有改成一户一户修。',
    not_begun: '名单还没有由第二个人看过、开工。先开工，再报。',
    nobody_listed: '先列名单、排一批。',
    gates_open: ({ count }: Details) => `依法须办的手续还有${count}样没有定。`,
    second_person: '这一步要由另一个人来办：列名单的人不能自己开工，修的人不能自己去问。',
    own_home_listed: '您自己家也在名单上，请另一位书记来看。',
    unit_settled: '已经修好，或者说过好了，不用拿下。',
    last_home: '名单上就这一户了。不修，请撤下整件事。',
    which_home: ({ line, said }: Details) =>
      `第${line}行“${said}”：不止一个小区有这个门，请写明小区，像“二区/14-1-1801”。都没有添。`,
    unit_elsewhere: '勾的几户里，有的现在不在这一步。请重新打开这页看看。',
    not_repaired_yet: '还没有修好，现在不用说。',
    speak_for_yourself: '这是您自己家，请在自己的页面上说。',
    not_confirmed: '您家还没有说好，不算在保修。',
    warranty_over: '过了保修。还漏，请报一件新的诉求。',
    not_all_asked: ({ count }: Details) => `还有${count}户没有说。`,
    too_many_lines: ({ most, count }: Details) => `一次最多${most}行，您写了${count}行。分几次添。`,
    no_such_door: ({ line, said }: Details) =>
      `第${line}行“${said}”：没有这个门，或者写得认不出来。都没有添，改了再交。`,
    nobody_new: '写的几户都已经在名单上，或者诉求里没有写是哪一户。',
    list_full: ({ most }: Details) => `一份名单最多${most}户。`,
    too_many: '一次最多200户。',
    ends_before: '结束的日子不能早于开始的日子。',
    ...spokenProofs.zh,
  },
};

const en: typeof zh = {
  letters: {
    repair_listed: ({ title }) =>
      `Your home is on the list of “${title}”. See at any time in which batch, and how far it is.`,
    repair_done: ({ title }) =>
      `“${title}”: yours is repaired. Have a look and say whether it is good; only then is it finished.`,
    repair_recorded: ({ title }) =>
      `Somebody wrote down for your home whether “${title}” was done well. If it is not right, say it yourself: your own word counts.`,
    repair_dropped: ({ title, reason }) =>
      `Your home is off the list of “${title}”. ${reason}. If it is still to be repaired, tell a social worker.`,
  },
  room: {
    asks: {
      judge: {
        text: ({ title }) => `${title}: repaired in your home, have a look and say`,
        note: (day) => `Repaired on ${day}; it is done once you have said so, else it is put right`,
      },
    },
    record: { repair: 'Home by home' },
    left: { repair: 'Home by home, under way or under warranty' },
    desk: {
      repair: {
        act: 'Home by home: make the list',
        why: {
          not_allowed: 'A social worker makes the list.',
          not_at_this_step: 'Once it is accepted and before the talking starts.',
        },
      },
      repair_start: {
        act: 'Home by home: begin',
        task: 'List and batches are ready, waiting for a second person to begin',
        why: {
          not_allowed: 'A secretary decides.',
          not_at_this_step: 'Only a list nobody works on yet has this step.',
        },
      },
      repair_completion: {
        act: 'Home by home: all were asked',
        task: 'Every household was asked: say that it is over',
        why: {
          not_allowed: 'A social worker or a secretary says so.',
          not_at_this_step: 'Only what is being repaired has this step.',
        },
      },
    },
    steps: {
      repair_opened: () => 'done home by home: a list is made',
      repair_listed: () => 'households came onto the list',
      repair_batch: (d) => `batch ${d.batch} planned`,
      repair_started: () => 'seen by a second person: begun',
      repair_completed: () => 'every household was asked',
      repair_all_good: () => 'every household says that it is good',
    },
    part: {
      name: 'Home by home',
      note: (all, good, refused) =>
        [`${all} ${plural(all, 'home', 'homes')}`, `${good} good`, refused > 0 && `${refused} not good`]
          .filter(Boolean)
          .join(', '),
    },
  },
  beside: {
    title: 'Home by home',
    lead: 'Repaired and asked one home after the other, without milestones: how far each batch is stands on its own page.',
    listing: 'the list is being made',
    started: (day) => `started ${day}`,
  },
  states: {
    reported: 'on the list',
    looked: 'looked at',
    repaired: 'repaired, their word is awaited',
    confirmed: 'good by their word, under warranty',
    refused: 'not good by their word',
    dropped: 'off the list',
  },
  sources: { case: 'from a case', door: 'written down at the door' },
  open: {
    lead: 'Like leaking roofs: one matter, many homes, repaired one by one, and nobody bears it. First the list and its batches; work begins when everything the law asks is decided and a second person has looked.',
    what: 'What is done in each home',
    whatHint:
      'It stands like this on the board. For example: old roofing taken off, two layers laid anew, tested with water for two days.',
    warranty: 'Months of warranty',
    warrantyHint: 'From the day on which the household says that it is good. Of roofing usually 60 and more.',
    submit: 'Begin the list',
  },
  desk: {
    title: 'Home by home',
    lead: 'Each home: listed → looked at → repaired → good by their own word → under warranty. The board has batches and sums, no home.',
    what: 'What is done',
    warranty: 'Warranty',
    months: (n) => `${n} ${plural(n, 'month', 'months')}`,
    counts: 'How far',
    gates: 'What the law asks',
    gatesOpen: (n) => (n === 0 ? 'all decided' : `${n} not decided yet`),
    none: 'No home is on the list yet.',
    loose: 'In no batch yet',
    batch: (no, contractor) => `Batch ${no} · ${contractor}`,
    days: (from, to) => `${from} to ${to}`,
    home: (building, entrance, door) => `Building ${building}, entrance ${entrance}, ${door}`,
    again: (n) => `leaked again ${n} ${plural(n, 'time', 'times')}`,
    by: (day) => `to be put right by ${day}`,
    until: (day) => `warranty to ${day}`,
    add: 'Add homes',
    plan: 'Plan a batch',
    work: 'Report looked at, repaired',
    drop: 'Off the list',
    dropLead: 'The household has a letter with your reason. Written onto the list again, it is back.',
    dropWhy: 'Why; they read it',
    listed: (n) => `${n} ${plural(n, 'home', 'homes')} on the list`,
    left: (shown, all) => `The first ${shown} of ${all}; the others come once these are reported.`,
  },
  list: {
    title: 'Add homes',
    lead: 'Tick those of cases of this proposal, or write one home a line; pasted from a sheet is fine. Nobody comes onto it twice.',
    cases: 'Homes of cases',
    case: (no, title, home) => `${no}  ${title} (${home})`,
    doors: 'One home a line',
    doorsHint: 'Building-entrance-door, a space, where it leaks. For example: 14-1-1801 bedroom ceiling',
    submit: 'Add them',
  },
  batch: {
    title: 'Plan a batch',
    lead: 'Tick the homes of this batch. What is not repaired yet may move to a later one.',
    contractor: 'Who repairs',
    from: 'From',
    to: 'To',
    units: 'Which homes',
    submit: 'Plan it',
  },
  start: {
    lead: 'Before the work: all that the law asks is decided, homes are in batches. You are the second person; look through the list.',
    submit: 'I have looked: begin',
  },
  work: {
    title: 'Report looked at, repaired',
    lookLead: 'Looked at: why it leaks, what is to be done. Several of one day go together.',
    doneLead: 'Repaired: these homes get a letter and say themselves whether it is good.',
    units: 'Which homes',
    day: 'On which day',
    cause: 'What was found',
    note: 'What was done',
    look: 'Looked at',
    done: 'Repaired',
    noneToLook: 'None waits to be looked at.',
    noneToDo: 'None waits to be repaired.',
  },
  completion: {
    lead: 'Every household was asked: what is good is under warranty, what is not says by when it is put right. It is wholly done once those say that it is good.',
    submit: 'Say that all were asked',
  },
  own: {
    title: 'How far our home is',
    lead: 'Only your home, the captain, social workers, secretaries and the property service see this. The board has batches and sums.',
    none: 'Your home is not on this list. If yours leaks too, report a case.',
    steps: 'Step by step',
    step: {
      reported: 'on the list',
      looked: 'looked at',
      repaired: 'repaired',
      confirmed: 'good',
      refused: 'not good',
      leaks_again: 'leaks again',
      dropped: 'off the list',
    },
    judge: 'Is it good?',
    outcome: 'Is it good?',
    outcomes: { confirmed: 'Good, it is dry', refused: 'Not good' },
    note: 'What is not good',
    noteWhen: '(nothing needed if it is)',
    repairOn: 'By when it should be put right',
    repairOnHint: 'Only where it is not good.',
    submit: 'Say so',
    again: 'It leaks again',
    againLead: (day) => `Warranty to ${day}. If it leaks again, say so: only your home is opened again.`,
    againNote: 'Where it leaks',
    againSubmit: 'It leaks again, please come',
    over: 'The warranty is over. If it leaks, report a new case.',
    report: 'Report a case',
    link: 'How far our home is',
    recorded: '(written down at the door)',
    correct: 'Not as you said it? Say it yourself: your own word counts.',
    asRepaired: (what) => `Done: ${what}`,
    holds: {
      reported:
        'It is with the property service, who look at it first and then repair it; then you are asked whether it is good.',
      looked:
        'It is with the property service, looked at and waiting to be repaired; then you are asked whether it is good.',
      refused: 'It is with the property service, to be put right as you said; then you are asked again.',
    },
    drop: 'Our home is not to be repaired',
    dropWhy: 'Why',
    dropSubmit: 'Off the list',
    dropped: 'Your home is off the list. If it is still to be repaired, tell a social worker.',
  },
  door: {
    title: 'Ask whether it is good',
    heading: 'Repaired, waiting for their word',
    lead: 'Write down what they say, read it back, save it once they agree. If you repaired it, somebody else asks.',
    none: 'No home waits to be asked.',
    submit: 'Read it back and save it',
    count: (n) => `${n} ${plural(n, 'home waits', 'homes wait')} to be asked`,
  },
  board: {
    title: 'Home by home',
    caption: 'Batches',
    batch: 'Batch',
    no: (no) => `Batch ${no}`,
    contractor: 'Who repairs',
    days: 'Days',
    repaired: 'Repaired',
    of: (n, all) => `${n} of ${all} homes`,
    few: 'fewer than ten: no number',
    good: 'What they say',
    goodOf: (n, all) => `${n} of ${all} said good when all were asked`,
    goodKept: 'all were asked',
    waits: 'not all asked yet',
    sum: (n, all) => `In the batches with numbers together, ${n} of ${all} homes are repaired.`,
    twice:
      'A home that leaks again is repaired anew in a later batch, and what was told of a batch once all were asked is not changed. So one home may be counted in two batches, and the batches together may come to more than the homes on the list.',
    warranty: (months) =>
      `Under warranty for ${months} months from the day on which the home says that it is good. If it leaks again, only that home is opened again.`,
    own: 'See how far our home is',
  },
  refusals: {
    overtaken: (details) =>
      overtaken.en(
        details,
        seen({
          warranty: (months) => `${months} months of warranty`,
          units: (n) => `${n} ${plural(n, 'home', 'homes')} on the list`,
          loose: (n) => (n === 0 ? '' : `${n} ${plural(n, 'home', 'homes')} in no batch yet`),
        }),
      ),
    not_at_this_step: 'It is not at this step now.',
    kind_not_by_household: 'Things of this kind are not done home by home.',
    repair_opened: 'The list is being made already.',
    no_repair: 'It is not done home by home.',
    not_begun: 'No second person has seen the list and begun the work. That comes first.',
    nobody_listed: 'First make the list and plan a batch.',
    gates_open: ({ count }) => `${count} of what the law asks ${plural(Number(count), 'is', 'are')} not decided yet.`,
    second_person: 'Somebody else does this: nobody lists and begins alone, or asks about their own work.',
    own_home_listed: 'Your own home is on the list: another secretary sees it.',
    unit_settled: 'It is repaired, or good already; it stays on the list.',
    last_home: 'It is the last home on the list. If nothing is repaired, end the whole matter.',
    which_home: ({ line, said }) =>
      `Line ${line}, “${said}”: several compounds have this door. Say in which, such as “Second/14-1-1801”. Nothing was added.`,
    unit_elsewhere: 'Some of the homes you ticked are at another step now. Open the page again.',
    not_repaired_yet: 'It is not repaired yet.',
    speak_for_yourself: 'This is your own home: speak for it on your own page.',
    not_confirmed: 'Your home has not said yet that it is good, so there is no warranty.',
    warranty_over: 'The warranty is over. If it leaks, report a new case.',
    not_all_asked: ({ count }) => `${count} ${plural(Number(count), 'home has', 'homes have')} not been asked.`,
    too_many_lines: ({ most, count }) => `At most ${most} lines at once, you wrote ${count}. Add them in parts.`,
    no_such_door: ({ line, said }) =>
      `Line ${line}, “${said}”: there is no such door, or it cannot be read. Nothing was added; correct it and send it again.`,
    nobody_new: 'All of these are on the list already, or the cases name no home.',
    list_full: ({ most }) => `A list holds at most ${most} homes.`,
    too_many: 'At most 200 at once.',
    ends_before: 'It cannot end before it begins.',
    ...spokenProofs.en,
  },
};

export const messages = { zh, en };
