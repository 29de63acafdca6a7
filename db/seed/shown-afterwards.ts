import { putBlank } from '@/features/blanks/commands';
import { answerDepicted, nameDepicted, recordDepicted } from '@/features/depicted/commands';
import { fillBlank } from '@/features/exports/commands/blank';
import { addPicture, lookAtPicture } from '@/features/pictures/commands';
import { readBlankApart } from '@/lib/sheet/apart';
import { survey } from './blank-sheets';
import { ownPlace } from './cast';
import { pictured } from './drawing';
import { doorOf } from './programmes';
import { must, type Stage } from './stage';
import type { Troupe } from './troupe';

/** Two chairs, two who sit and two who cut, drawn from behind: shapes only, and nobody's face. */
const haircut = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600">
  <rect width="800" height="600" fill="#FBF8F1"/><rect y="430" width="800" height="170" fill="#D8CDB8"/>
  <rect x="80" y="70" width="250" height="170" fill="#E7ECDD" stroke="#4F4838" stroke-width="4"/>
  <rect x="470" y="70" width="250" height="170" fill="#E7ECDD" stroke="#4F4838" stroke-width="4"/>
  ${[200, 600]
    .map(
      (x) => `<rect x="${x - 60}" y="400" width="120" height="110" rx="10" fill="#B8A98C"/>
  <circle cx="${x}" cy="290" r="38" fill="#8F8A80"/><path d="M${x - 75} 430Q${x} 300 ${x + 75} 430Z" fill="#FFFFFF" stroke="#4F4838" stroke-width="3"/>
  <circle cx="${x + 105}" cy="215" r="34" fill="#1E1B16"/><path d="M${x + 60} 430Q${x + 105} 220 ${x + 150} 430Z" fill="#6F8F6A"/>
  <path d="M${x + 80} 300L${x + 35} 275M${x + 35} 262L${x + 20} 280" stroke="#92270F" stroke-width="6"/>`,
    )
    .join('')}
</svg>`;

/** A picture of the haircut of July, drawn: one home on it says yes itself, the other at its door, and somebody else looks. */
export async function pictureOfJuly(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-07-18 19:25');
  const { rows } = await stage.owner.query<{ id: number }>(
    `select o.id from occasion o join programme p on p.community_id = o.community_id and p.id = o.programme_id
       join community c on c.id = o.community_id where c.slug = $1 and p.title like '理发%' order by o.starts_at limit 1`,
    [troupe.slug],
  );
  const { picture } = await troupe.act('social-worker', addPicture, {
    subject: 'occasion',
    subjectId: rows[0]?.id ?? 0,
    caption: '两位师傅给老邻居理发（画的，人和事都是虚构的）',
    ...(await pictured(haircut)),
  });
  const on = (at: number, people: string) =>
    troupe.act('social-worker', nameDepicted, { picture, ...doorOf('14', at), people });
  const own = await on(ownPlace['14'], '左边坐着的');
  const other = await on(2, '右边坐着的');
  await troupe.act('resident-14', answerDepicted, { depicted: own.depicted, answer: 'yes' });
  await troupe.act('captain-14', recordDepicted, { depicted: other.depicted, answer: 'yes', witness: '对门的老邻居' });
  await troupe.act('governance-secretary', lookAtPicture, { picture, verdict: 'board' });
}

/** A sheet an office sent, filled in for the homes of one entrance: invented, and with nobody's name in it. */
export async function sheetOfJuly(stage: Stage, troupe: Troupe): Promise<void> {
  await stage.at('2022-07-18 19:40');
  const bytes = survey((sheet) => sheet.replace('附件1：住房情况摸排表', '附件2：夏季走访摸排表（虚构）'));
  const { blank } = await troupe.act('social-worker', putBlank, {
    name: '附件2：夏季走访摸排表（虚构）.xlsx',
    file: bytes.toString('base64'),
    layout: must('a blank sheet', await readBlankApart(bytes)),
  });
  const { rows } = await stage.owner.query<{ id: number }>(
    `select e.id from entrance e join community c on c.id = e.community_id where c.slug = $1 and e.building_id = $2
      order by e.no limit 1`,
    [troupe.slug, troupe.buildingIds['14']],
  );
  await troupe.act('social-worker', fillBlank, {
    blank,
    of: 'homes',
    asked: `building=${troupe.buildingIds['14']}&entrance=${rows[0]?.id ?? 0}`,
    purpose: '街道夏季走访摸排（演示，虚构）',
    column1: 'number',
    column2: 'building',
    column3: 'entrance',
    column4: 'door',
    column8: 'today',
  });
}
