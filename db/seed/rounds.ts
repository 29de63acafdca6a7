import { giveOpinion } from '@/features/opinions/commands/give';
import { noteRecheck } from '@/features/opinions/commands/recheck';
import { recordOpinion } from '@/features/opinions/commands/record';
import { noteVisit } from '@/features/opinions/commands/visit';
import type { Cell } from './cast';
import { cellOf, ownPlace } from './cast';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';
import { sides } from './troupe';

/** Why they oppose and on what condition they would agree, in each round; words are invented. */
const voices: Record<Building, { condition: string; ground: string; words: string }[]> = {
  '14': [
    { condition: '路要能推婴儿车，也别绕远', ground: 'cost', words: '钱该先修楼顶漏水。' },
    { condition: '台阶别太陡', ground: 'cost', words: '花得有点多。' },
    { condition: '下台阶要有扶的', ground: 'safety', words: '老人下台阶没有扶的。' },
    { condition: '栏杆一直装到最下面一级', ground: 'safety', words: '最下面几级也要扶。' },
  ],
  '15': [
    { condition: '不砍树就行', ground: 'privacy', words: '路正对窗户，离得太近。' },
    { condition: '下口再往北挪挪', ground: 'noise', words: '夜里脚步声吵。' },
    { condition: '临坡要有栏杆', ground: 'safety', words: '没栏杆，孩子容易摔下来。' },
    { condition: '栏杆一直装到最下面一级', ground: 'safety', words: '最下面几级也要扶。' },
  ],
};

const captainOf = (building: Building) => (building === '14' ? 'captain-14' : 'captain-15');

/** Which doors are asked, and what each is known to have said before, so that nobody is asked for nothing. */
export interface Asking {
  round: number;
  /** From 0. */
  k: number;
  version: number;
  /** Buildings whose earlier words are stale for this version: everybody there is asked again. */
  anew: readonly Building[];
  /** Only these places of each building; for a round that is still open. */
  until?: number;
  /** The way from one door to the next. */
  walk: () => void;
}

/** Captains go from door to door and write down what each household says; nobody home is written down too. */
export async function goRound(troupe: Troupe, asking: Asking): Promise<void> {
  for (const building of sides) {
    const homes = troupe.homes[building];
    const anew = asking.anew.includes(building);
    for (const [place, household] of homes.entries()) {
      if (asking.until !== undefined && place % 10 >= asking.until) continue;
      const cell = cellOf(building, asking.k, place);
      const before: Cell | null = asking.k > 0 ? cellOf(building, asking.k - 1, place) : null;
      if (!anew && before === cell && ['support', 'support_if', 'oppose', 'no_view'].includes(cell)) continue;
      asking.walk();
      await sayAt(troupe, { building, household, own: place === ownPlace[building] }, cell, asking);
    }
  }
}

interface Door {
  building: Building;
  household: number;
  /** One of the two residents with a telephone of their own. */
  own: boolean;
}

async function sayAt(troupe: Troupe, { building, household, own }: Door, cell: Cell, asking: Asking): Promise<void> {
  const by = captainOf(building);
  if (cell === 'not_tried') return;
  if (cell === 'refused' || cell === 'not_home') {
    await troupe.act(by, noteVisit, { round: asking.round, household, outcome: cell });
    return;
  }
  const voice = voices[building][asking.k];
  const said = {
    round: asking.round,
    version: asking.version,
    stance: cell,
    ...(cell === 'support_if' ? { condition: voice?.condition, words: voice?.condition } : {}),
    ...(cell === 'oppose' ? { ground: voice?.ground, words: voice?.words } : {}),
  };
  if (own) await troupe.act(`resident-${building}`, giveOpinion, said);
  else {
    await troupe.act(by, recordOpinion, {
      ...said,
      household,
      channel: 'door',
      proof: 'read_back',
      witnessName: '同楼邻居',
    });
  }
}

/** What visitors of `/demo` find still to be asked again. */
const LEFT_OPEN = 4;

/**
 * The social worker asks again those that were drawn after the count. In the first round three households say they were
 * put down wrongly; all are asked anew in the second.
 */
export async function lookAgain(stage: Stage, troupe: Troupe, round: number): Promise<void> {
  const { rows } = await stage.owner.query<{ id: number; k: number }>(
    `select x.id, r.k from recheck x
     join opinion o on o.community_id = x.community_id and o.id = x.opinion_id
     join round r on r.community_id = o.community_id and r.id = o.round_id
     join community c on c.id = x.community_id
     where c.slug = $1 and r.no = $2 order by x.id`,
    [troupe.slug, round],
  );
  const asked = troupe.slug === 'demo' ? rows.slice(0, -LEFT_OPEN) : rows;
  for (const [index, { id, k }] of asked.entries()) {
    stage.later(5);
    const different = k === 1 && [1, 4, 7].includes(index);
    const outcome = different ? 'different' : index % 7 === 6 ? 'not_reached' : 'same';
    const note = different ? '说当时是家里老人答的，不是这个意思。' : '';
    await troupe.act('social-worker', noteRecheck, { recheck: id, outcome, note });
  }
}
