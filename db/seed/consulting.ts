import { redesign } from '@/features/rounds/commands/redesign';
import { answerAll, askBack, drawAll } from './answers';
import { draw, legend, planRow } from './drawing';
import { draft, hold, judge, open, publish, type Round } from './middle';
import { objected } from './objection-texts';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

interface Chapter extends Round {
  drafted: string;
  published: string;
  drawn: string;
  askedBack: string;
  redesigned?: string;
}

const chapters: Chapter[] = [
  {
    k: 1,
    version: 1,
    anew: ['14', '15'],
    drafted: '2022-02-25 14:00',
    published: '2022-03-01 10:00',
    opens: '2022-03-05',
    closes: '2022-03-14',
    summarised: '2022-03-16 10:00',
    drawn: '2022-03-17 10:00',
    redesigned: '2022-03-18 10:00',
    askedBack: '2022-04-07 18:30',
    summary: '15号楼46户反对，集中在两点：路正对窗户、怕砍树。14号楼多数盼着修。',
  },
  {
    k: 2,
    version: 2,
    anew: ['14', '15'],
    drafted: '2022-03-22 14:00',
    published: '2022-03-29 10:00',
    opens: '2022-04-02',
    closes: '2022-04-15',
    summarised: '2022-04-18 10:00',
    drawn: '2022-04-19 10:00',
    redesigned: '2022-04-20 10:00',
    askedBack: '2022-05-12 18:30',
    summary: '树保住了，弯也拐了，15号楼松了口；剩下的担心是夜里的脚步声。',
  },
  {
    k: 3,
    version: 3,
    anew: ['15'],
    drafted: '2022-04-26 14:00',
    published: '2022-05-05 10:00',
    opens: '2022-05-09',
    closes: '2022-05-18',
    summarised: '2022-05-20 10:00',
    drawn: '2022-05-23 10:00',
    redesigned: '2022-05-24 10:00',
    askedBack: '2022-06-16 18:30',
    summary: '下口挪远以后，两栋楼多数都同意了；老人和孩子要有扶的。',
  },
  {
    k: 4,
    version: 4,
    anew: [],
    drafted: '2022-05-30 14:00',
    published: '2022-06-09 10:00',
    opens: '2022-06-13',
    closes: '2022-06-22',
    summarised: '2022-06-23 10:00',
    drawn: '2022-06-23 14:00',
    askedBack: '2022-06-23 16:00',
    summary: '没有人反对了。还有10户提了条件，都已写进方案。',
  },
];

const material: Record<number, { group: number; material: boolean; reason: string }[]> = {
  2: [
    { group: 1, material: true, reason: '路线拐了弯，走法变了。' },
    { group: 2, material: true, reason: '路离窗户、离树的位置都变了。' },
  ],
  3: [
    { group: 1, material: false, reason: '上口不变，多走十来步。' },
    { group: 2, material: true, reason: '下口从窗前移开12米。' },
  ],
  4: [
    { group: 1, material: false, reason: '只添护栏，路线不变。' },
    { group: 2, material: false, reason: '只添护栏，路线不变。' },
  ],
};

const notes: Record<number, Record<number, string>> = {
  2: { 2: '中间拐一个弯', 3: '路径避开现有6棵树' },
  3: { 4: '下口北移十多米', 5: '台阶改成23级，每级矮一些' },
  4: { 6: '临坡一侧加装扶手护栏' },
};

/** The rounds, until everybody agrees; or as far as the middle of round `until`, for a story that visitors carry on. */
export async function consult(stage: Stage, troupe: Troupe, proposal: number, until?: number): Promise<void> {
  let before: Awaited<ReturnType<typeof drawAll>> = [];
  for (const chapter of chapters) {
    const { version } = chapter;
    await stage.at(chapter.drafted);
    await draft(troupe, proposal, version);
    await answerAll(troupe, proposal, before);
    if (version > 1) {
      const changes = Object.entries(notes[version] ?? {}).map(([clause, note]) => ({
        clause: Number(clause),
        note,
        objections: before.filter((one) => one.drawn.answer.clause === Number(clause)).map((one) => one.no),
      }));
      await judge(stage, troupe, proposal, changes, material[version] ?? []);
    }
    await stage.at(chapter.published);
    const subjectId = await planRow(stage.owner, troupe.slug, proposal, version);
    const caption = `第${version}稿示意图：上方14号楼，下方15号楼。${legend(version)}（演示编的）`;
    await draw(troupe, 'social-worker', { subject: 'plan', subjectId }, { version, caption });
    await publish(troupe, proposal);
    if (chapter.k === until) {
      await open(stage, troupe, proposal, chapter, 6);
      return;
    }
    const earlier = before;
    const round = await hold(stage, troupe, proposal, chapter, async () => {
      const asked = chapters[chapter.k - 2]?.askedBack;
      if (asked && earlier.length > 0) {
        await stage.at(asked);
        await askBack(stage, troupe, proposal, earlier);
      }
    });
    await stage.at(chapter.drawn);
    before = await drawAll(stage, troupe, proposal, round, objected[chapter.k - 1] ?? []);
    if (chapter.redesigned) {
      await stage.at(chapter.redesigned);
      await troupe.act('governance-secretary', redesign, { proposal, reason: chapter.summary });
    }
  }
  await answerAll(troupe, proposal, before);
  await stage.at(chapters.at(-1)?.askedBack ?? '');
  await askBack(stage, troupe, proposal, before);
}
