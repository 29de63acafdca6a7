import { answerObjection } from '@/features/objections/commands/answer';
import { drawObjection } from '@/features/objections/commands/draw';
import { giveVerdict } from '@/features/objections/commands/verdict';
import { approveWording } from '@/features/objections/commands/wording';
import { ownPlace } from './cast';
import type { Stage } from './stage';
import type { Building, Troupe } from './troupe';

/** An objection as it is drawn from one building's opinions of one round, and how it is answered. Words are invented. */
export interface Drawn {
  building: Building;
  stance: ('oppose' | 'support_if')[];
  ground: string;
  weight: 'inconvenience' | 'harm' | 'red_line';
  wording: string;
  answer: { kind: string; clause?: number; answer: string };
}

const captainOf = (building: Building) => (building === '14' ? 'captain-14' : 'captain-15');

interface Held {
  id: number;
  household_id: number;
}

/** The opinions of a building that an objection is drawn from: the last word of each household in that round. */
async function opinionsOf(stage: Stage, troupe: Troupe, round: number, drawn: Drawn): Promise<Held[]> {
  const { rows } = await stage.owner.query<Held>(
    `select distinct on (o.household_id) o.id, o.household_id
     from opinion o
     join round r on r.community_id = o.community_id and r.id = o.round_id
     join community c on c.id = o.community_id
     join household h on h.community_id = o.community_id and h.id = o.household_id
     where c.slug = $1 and r.no = $2 and h.building_id = $3 and o.stance = any($4)
     order by o.household_id, o.seq desc`,
    [troupe.slug, round, troupe.buildingIds[drawn.building], drawn.stance],
  );
  return rows;
}

export interface Objecting {
  no: number;
  drawn: Drawn;
  households: number[];
}

/** What was objected in a round, put together by the social worker. */
export async function drawAll(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  round: number,
  all: readonly Drawn[],
): Promise<Objecting[]> {
  const found: Objecting[] = [];
  for (const drawn of all) {
    const held = await opinionsOf(stage, troupe, round, drawn);
    const { ground, weight, wording } = drawn;
    const { objection } = await troupe.act('social-worker', drawObjection, {
      proposal,
      opinions: held.map((one) => one.id),
      ground,
      weight,
      wording,
    });
    stage.later(5);
    const [first] = held;
    await troupe.act(captainOf(drawn.building), approveWording, {
      proposal,
      objection,
      household: first?.household_id,
      provenance: '念给她听，她说就是这个意思。',
    });
    found.push({ no: objection, drawn, households: held.map((one) => one.household_id) });
  }
  return found;
}

export async function answerAll(troupe: Troupe, proposal: number, all: readonly Objecting[]): Promise<void> {
  for (const { no, drawn } of all) {
    await troupe.act('social-worker', answerObjection, { proposal, objection: no, ...drawn.answer });
  }
}

/** Captains go back to every household that raised something and ask whether the answer will do. */
export async function askBack(
  stage: Stage,
  troupe: Troupe,
  proposal: number,
  all: readonly Objecting[],
): Promise<void> {
  for (const { no, drawn, households } of all) {
    for (const household of households) {
      stage.later(1);
      const said = { proposal, objection: no, household, verdict: 'settled', words: '这样行。' };
      if (household === troupe.homes[drawn.building][ownPlace[drawn.building]]) {
        await troupe.act(`resident-${drawn.building}`, giveVerdict, said);
      } else {
        const provenance = '上门当面问的，念给他听过。';
        await troupe.act(captainOf(drawn.building), giveVerdict, { ...said, provenance });
      }
    }
  }
}
