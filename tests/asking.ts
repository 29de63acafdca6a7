import { markConditions } from '@/features/conditions/commands';
import { drawObjection } from '@/features/objections/commands/draw';
import { draftPlan } from '@/features/plans/commands/draft';
import { all, makeCounted } from './agreeing';
import { done } from './consultation';
import { approveWording, citeChanges, confirmMateriality, judgeMateriality, publishPlan } from './shown';

const proposal = 1;

/**
 * Three objections: of two in building 15, of one there, of one in 14; the words of the last nobody has looked at. `mark`: as the form
 * of a list of three conditions posts it.
 */
export async function makeAsking() {
  const here = await makeCounted({
    '14': [...all(10), ...all(2, 'support_if')],
    '15': [...all(4, 'oppose'), ...all(2, 'support_if')],
  });
  const draw = (opinions: number[], ground: string, wording: string) =>
    drawObjection(here.by(here.worker), { proposal, opinions, ground, weight: 'harm', wording });
  const { opinion } = here;
  done(await draw([opinion('15', 0), opinion('15', 1)], 'noise', '离窗太近'));
  done(await draw([opinion('15', 4)], 'trees', '不能砍树'));
  done(await draw([opinion('14', 10)], 'access', '不要绕远'));
  for (const [objection, building, index] of [
    [1, '15', 0],
    [2, '15', 4],
  ] as const)
    done(await approveWording(here.by(here.person(building, index)), { proposal, objection }));
  const rows = {
    proposal,
    rowVersion: 0,
    text_1: '离窗12米',
    objections_1: '1',
    cost_1: '3,000.50',
    text_2: '不动这6棵树',
    objections_2: '2',
    cost_2: '0',
    text_3: '',
    cost_3: '',
    text_4: '不绕远',
    cost_4: '0',
    objections_4: '1、2',
    nos_2: '1、2、4',
    why_2: '中间只有一条直路',
    budget: '',
  };
  const mark = (more: object = {}, by = here.worker) => markConditions(here.by(by), { ...rows, ...more });
  /** Another version is drafted, cites and is judged: it waits to be published. */
  const redrawn = async () => {
    await here.sql(
      `update objection set state = 'answered', answer_kind = 'not_possible', answered_at = moment()
      where community_id = $1 and merged_into is null`,
      [here.communityId],
    );
    done(
      await draftPlan(here.by(here.worker), {
        proposal,
        title: '二稿',
        summary: '绕开窗',
        cost: '0',
        clauses: '1. 路离窗十二米\n2. 路宽一米二\n3. 不砍树',
      }),
    );
    done(await citeChanges(here.by(here.worker), { proposal, note_1: '挪开了', technical_1: '避开窗' }));
    const judgements = [1, 2].map((group) => ({ group, material: true, reason: '离窗远了' }));
    done(await judgeMateriality(here.by(here.worker), { proposal, judgements }));
    done(await confirmMateriality(here.by(here.secretary), { proposal }));
  };
  const publish = (more: object) => publishPlan(here.by(here.governance), { proposal, marked: 1, ...more });
  return { ...here, draw, mark, redrawn, publish };
}
