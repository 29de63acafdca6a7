import { markConditions } from '@/features/conditions/commands';
import { drawPlan } from '@/features/plans/commands/drawing';
import { redesign } from '@/features/rounds/commands/redesign';
import { drawSite, publishSite } from '@/features/siteplan/commands';
import { answerAll, askBack, drawAll } from './answers';
import { draft, hold, judge, open, publish, type Round } from './middle';
import { objected } from './objection-texts';
import { drawn as drawings, site } from './site-texts';
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

/** What the plan is drawn over: paced out and drawn by one, walked through by another. */
async function measure(stage: Stage, troupe: Troupe): Promise<void> {
  const { rows } = await stage.owner.query<{ id: number }>(
    'select k.id from compound k join community c on c.id = k.community_id where c.slug = $1',
    [troupe.slug],
  );
  const compound = rows[0]?.id;
  await stage.at('2022-02-23 15:00');
  await troupe.act('social-worker', drawSite, { compound, shapes: site, source: '社工步量，演示编的' });
  await stage.at('2022-02-24 10:00');
  await troupe.act('party-secretary', publishSite, { compound });
}

/** What was asked for in the first round, as the article's second version answers it: costs and words are invented. */
async function setBeside(troupe: Troupe, proposal: number): Promise<void> {
  await troupe.act('social-worker', markConditions, {
    proposal,
    rowVersion: 0,
    conditions: [
      { no: 1, text: '离窗10米', cost: '11000', objections: '1' },
      { no: 2, text: '不动这6棵树', cost: '0', objections: '2' },
      { no: 3, text: '不绕远', cost: '0', objections: '3' },
    ],
    clashes: [
      { position: 1, nos: '1、2、3', why: '窗和树中间只有一条直路，两样都避开就要拐弯，多走十来步。（演示编的）' },
    ],
  });
}

const roundabout = { no: 3, reason: '为了离窗远一些、不动树，中间要拐一个弯，多走十来步。（演示编的）' };
const stillNear = {
  no: 1,
  reason: '这一稿先拐弯、让树，下口没有动，离最近的窗还是两米多。下一稿再挪下口。（演示编的）',
};

/** What a version makes of them: the second still ends before the windows, as it is drawn; from the third the path keeps away. */
const followingOf = (version: number) =>
  version === 1
    ? {}
    : version === 2
      ? { marked: 1, follows: ['2'], unmet: [stillNear, roundabout] }
      : { marked: 1, follows: ['1', '2'], unmet: [roundabout] };

/**
 * The rounds, until everybody agrees; or as far as the middle of round `until`, for a story that visitors carry on. `after`: what
 * else happens before the next one.
 */
export async function consult(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  { until, after = {} }: { until?: number; after?: Record<number, () => Promise<void>> } = {},
): Promise<void> {
  await measure(stage, troupe);
  let before: Awaited<ReturnType<typeof drawAll>> = [];
  for (const chapter of chapters) {
    const { version } = chapter;
    await stage.at(chapter.drafted);
    await draft(troupe, proposal, version);
    await troupe.act('social-worker', drawPlan, { proposal, shapes: drawings[version - 1] ?? '' });
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
    await publish(troupe, proposal, followingOf(version));
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
    if (chapter.k === 1) await setBeside(troupe, proposal);
    if (chapter.redesigned) {
      await stage.at(chapter.redesigned);
      await troupe.act('governance-secretary', redesign, { proposal, reason: chapter.summary });
    }
    await after[chapter.k]?.();
  }
  await answerAll(troupe, proposal, before);
  await stage.at(chapters.at(-1)?.askedBack ?? '');
  await askBack(stage, troupe, proposal, before);
}
