import { lookAtPicture } from '@/features/pictures/commands';
import { saveDraft, submitProposal } from '@/features/proposals/commands/draft';
import { confirmShort, proposeShort, setLimit } from '@/features/shortway/commands/decide';
import { answerShort, finishShort } from '@/features/shortway/commands/finish';
import { pictured } from './drawing';
import type { Stage } from './stage';
import type { Troupe } from './troupe';

/** Two racks at the end of a lawn, drawn with shapes only. */
const racks = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">
  <rect width="800" height="600" fill="#FBF8F1"/><rect y="380" width="800" height="220" fill="#E7ECDD"/>
  <rect width="220" height="400" fill="#D8CDB8" stroke="#4F4838" stroke-width="3"/>
  <g fill="none" stroke="#1E1B16" stroke-width="9"><path d="M320 470V250H520V470M320 290H520"/>
    <path d="M560 500V270H760V500M560 310H760"/></g>
  <rect x="350" y="292" width="90" height="130" fill="#B8A98C"/><rect x="590" y="312" width="120" height="140" fill="#C9D3BB"/>
</svg>`;

/** 小事快办, invented but for what the article tells: new drying racks. Proposed, confirmed, and for three days on the board. */
export async function hangRacks(stage: Stage, troupe: Troupe): Promise<number> {
  stage.later(60);
  await troupe.act('party-secretary', setLimit, { limit: '5000' });
  const { draft } = await troupe.act('resident-15', saveDraft, {
    kind: 'other',
    title: '15号楼东头添两个晾衣架',
    place: '15号楼东头的空地',
    problem: '没有地方晒被子，都拴绳子在树上，绳子低，晚上看不见，有人绊过。',
    ask: '装两个固定的晾衣架。',
  });
  const { proposal } = await troupe.act('resident-15', submitProposal, { draft });
  stage.later(45);
  const { rows } = await stage.owner.query<{ id: number }>(
    `select e.id from entrance e join community c on c.id = e.community_id where c.slug = $1 and e.building_id = $2
     order by e.no desc limit 2`,
    [troupe.slug, troupe.buildingIds['15']],
  );
  await troupe.act('social-worker', proposeShort, {
    proposal,
    what: '在15号楼东头的空地上装两个不锈钢晾衣架，拆掉树上的绳子。',
    who: '物业',
    cost: '1860',
    harmless: '空地在山墙边，没有窗；不占路，不动树，地面不用挖开。',
    places: rows.map(({ id }) => id),
  });
  stage.later(90);
  await troupe.act('governance-secretary', confirmShort, { proposal });
  return proposal;
}

/** Nobody had a reason against it: it is done, looked at, and whoever asked for it says that it is good. */
export async function putUpRacks(stage: Stage, troupe: Troupe, proposal: number): Promise<void> {
  stage.later(5);
  await troupe.act('property', finishShort, {
    proposal,
    doneOn: stage.day('2022-03-30'),
    note: '两个都装好了，绳子拆了。',
    photo: await pictured(racks),
  });
  const { rows } = await stage.owner.query<{ id: number }>(
    `select max(x.id) as id from picture x join community c on c.id = x.community_id
     where c.slug = $1 and x.subject = 'proposal'`,
    [troupe.slug],
  );
  await troupe.act('social-worker', lookAtPicture, { picture: rows[0]?.id ?? 0, verdict: 'board' });
  stage.later(20);
  await troupe.act('resident-15', answerShort, { proposal, answer: 'good' });
}
