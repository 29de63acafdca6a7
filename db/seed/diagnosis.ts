import { answerFromDistrict } from '@/features/diagnosis/commands/answer';
import {
  addCrack,
  notePresence,
  publishDiagnosis,
  raiseCrack,
  reportCrack,
} from '@/features/diagnosis/commands/promise';
import type { Command } from '@/lib/gate';
import { district } from './offices';
import { must, type Stage } from './stage';
import type { Troupe } from './troupe';

/** Invented, but for what the matters are: the path, the road through the green, roofs, charging sheds, drying racks. */
export async function diagnose(stage: Stage, troupe: Troupe): Promise<void> {
  const secretary = <T>(command: Command<T>, input: object) => troupe.act('governance-secretary', command, input);
  await stage.at('2022-02-23 09:00');
  await secretary(publishDiagnosis, {
    legacy: '2014年建成的时候，14号楼和15号楼之间没有留路；西边绿地里有一条断头路。',
    maintenance: '顶层漏雨的有七十多户，修一回漏一回；楼道里没有地方充电。',
    management: '报修没人接着跟，说过的话没有人记，问起来谁也说不清。',
    neighbours: '坡上的楼要路，坡下的楼怕吵，两边都有理，谁也不让。',
  });
  const matters = [
    {
      title: '14号楼和15号楼之间修一条正经路',
      cause: 'neighbours',
      owner: 'governance-secretary',
      dueOn: '2022-11-30',
      sign: '两栋楼都点头，路修好，一个冬天没人摔。',
    },
    {
      title: '西边绿地的断头路打通',
      cause: 'legacy',
      owner: 'party-secretary',
      dueOn: '2022-08-31',
      sign: '推着轮椅能从西门走到3号门。',
    },
    {
      title: '顶层漏雨的修好',
      cause: 'maintenance',
      owner: 'property',
      dueOn: '2022-09-30',
      sign: '下过两场大雨，没有一户再漏。',
    },
    {
      title: '建充电棚',
      cause: 'management',
      owner: 'property',
      dueOn: '2022-07-31',
      sign: '楼道里没有一辆电动车充电。',
    },
  ];
  for (const one of matters) {
    stage.later(5);
    await secretary(addCrack, { ...one, dueOn: stage.day(one.dueOn) });
  }
  await secretary(reportCrack, {
    crack: 2,
    state: 'stuck',
    words: '要动绿地里的两棵树，社区批不了。',
    loosener: '区园林绿化局',
  });
  await secretary(raiseCrack, {
    crack: 2,
    level: 'district',
    asks: '请园林绿化局来看一次，能不能只动草、不动树。',
    dueOn: stage.day('2022-03-20'),
  });
  await secretary(notePresence, { month: stage.day('2022-01-15').slice(0, 7), days: '15', doors: '212' });
}

/** In spring, when the homes on the list of two buildings had been asked; the article tells of some seventy in all. */
export async function tellOfRoofs(troupe: Troupe): Promise<void> {
  await troupe.act('governance-secretary', reportCrack, {
    crack: 3,
    state: 'under_way',
    words: '14号楼、15号楼名单上的24户修完了，一户一户问过，都说好。别的楼四十多户不在名单上，物业接着修。',
  });
}

/** In autumn, before it was due. */
export async function tellNoneLeaks(troupe: Troupe): Promise<void> {
  await troupe.act('governance-secretary', reportCrack, {
    crack: 3,
    state: 'done',
    words: '别的楼四十多户也修完了。下过两场大雨，没有一户再漏。',
  });
}

/** What was built in autumn, told when it stood; of the path, a winter has to tell. */
export async function tellWhatStands(troupe: Troupe): Promise<void> {
  const told = [
    { crack: 2, state: 'done', words: '路从边上绕过去，通了，一棵树没动。' },
    { crack: 4, state: 'done', words: '建好10个充电棚，楼道里的清走了。' },
    { crack: 1, state: 'under_way', words: '台阶修好了；一个冬天没人摔，才算办成。' },
  ];
  for (const one of told) await troupe.act('party-secretary', reportCrack, one);
}

/** What became of the path after a winter, told by the one who keeps it now. */
export async function finishMatters(troupe: Troupe): Promise<void> {
  const words = '23级台阶修好了，下过雪也没有人摔。';
  await troupe.act('party-secretary', reportCrack, { crack: 1, state: 'done', words });
}

/** What became of it by the end of the term. */
export async function answerAbove(stage: Stage, troupe: Troupe): Promise<void> {
  const { rows } = await stage.owner.query<{ person: number; community: number }>(
    `select p.id as person, c.id as community from person p, community c where p.demonstration = 'district' and c.slug = $1`,
    [troupe.slug],
  );
  const { person = 0, community = 0 } = rows[0] ?? {};
  const answer = '看过了：路边上绕，不动树，只占草地十来平方米，可以办。';
  must('answer', await answerFromDistrict(person, { district, community, crack: 2, answer }));
  await troupe.act('governance-secretary', reportCrack, {
    crack: 4,
    state: 'under_way',
    words: '立在哪儿还在一处一处问，没有建好。',
  });
  await troupe.act('governance-secretary', reportCrack, {
    crack: 1,
    state: 'under_way',
    words: '两栋楼都点了头，等着开工。',
  });
}

/** In the demonstration two matters wait above: for the street, and for the district. */
export async function raiseNow(stage: Stage, troupe: Troupe): Promise<void> {
  const secretary = <T>(command: Command<T>, input: object) => troupe.act('governance-secretary', command, input);
  await secretary(publishDiagnosis, {
    legacy: '坡上坡下两栋楼之间没有留路，楼后的绿地一直没有验收移交。',
    management: '楼道里的灯归谁修，物业和供电说不到一块儿。',
  });
  const matters = [
    {
      title: '楼道里的灯有人管',
      cause: 'management',
      level: 'street',
      stuck: '物业说归供电，供电说归物业，三回没谈拢。',
      loosener: '街道城管办',
      asks: '请街道把物业和供电叫到一起，定下来归谁修。',
      dueOn: '2022-04-05',
    },
    {
      title: '楼后绿地验收移交',
      cause: 'legacy',
      level: 'district',
      stuck: '建的那家公司已经注销，没有人来办移交。',
      loosener: '区住建委',
      asks: '请区里定一家来接，先把积水的地方修了。',
      dueOn: '2022-04-20',
    },
  ] as const;
  for (const { title, cause, level, stuck, loosener, asks, dueOn } of matters) {
    const promised = { title, cause, owner: 'governance-secretary', sign: '一个月里没有人再为这件事打电话。' };
    const { crack } = await secretary(addCrack, { ...promised, dueOn: stage.day('2022-09-30') });
    await secretary(reportCrack, { crack, state: 'stuck', words: stuck, loosener });
    await secretary(raiseCrack, { crack, level, asks, dueOn: stage.day(dueOn) });
  }
}
