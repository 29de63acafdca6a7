import { createHash } from 'node:crypto';
import { addEntry } from '@/features/orders/commands/lists';
import { createCommunity } from '@/features/people/commands/community';
import { giveGrant } from '@/features/people/commands/grant';
import { askToJoin, confirmJoin } from '@/features/people/commands/join';
import { importRegister } from '@/features/people/commands/register';
import { openTerm } from '@/features/people/commands/term';
import { register } from '@/features/people/sheet';
import { readSheetFile } from '@/lib/sheet/file';
import { cast } from './cast';
import { registerCsv } from './register';
import { must, type Stage } from './stage';
import { gather, type Troupe } from './troupe';

/** Invented like everything here: no exchange begins with noughts. */
const telephone = '010-0000-1415';

export interface Founding {
  slug: string;
  nameZh: string;
  nameEn: string;
  noteZh?: string;
  noteEn?: string;
  /** `cohort`: as the community calls it. */
  term: { cohort: string; from: string; to: string };
}

const place = {
  districtZh: '北京市丰台区',
  districtEn: 'Fengtai, Beijing',
  streetZh: '云岗街道',
  streetEn: 'Yungang',
};

const nobody = (what: string): never => {
  throw new Error(`the demonstration misses ${what}`);
};
const named = (identity: string) => cast.find((part) => part.identity === identity) ?? nobody(identity);

/** Demonstration identities exist only here: the people come from the commands, their names from the owner. */
async function markIdentities(stage: Stage): Promise<void> {
  for (const { identity, name, phone } of cast) {
    await stage.owner.query(
      `insert into person (name, phone, demonstration) values ($1, $2, $3)
       on conflict (phone) do update set demonstration = excluded.demonstration`,
      [name, phone, identity],
    );
  }
}

/** What people there call these places. */
const PLACES = ['3号门', '14号楼前坡道', '小广场'];

/** A community from nothing: the register, the first secretary, everybody's role, a term, two residents joined. */
export async function found(stage: Stage, founding: Founding): Promise<Troupe> {
  const { slug, term, ...names } = founding;
  must('community', await createCommunity(null, { slug, ...names, place, compound: '', telephone, invented: true }));
  const setup = { by: { import: true } as const, community: slug };
  const file = Buffer.from(registerCsv(), 'utf8');
  const { rows, problems } = register.read(await readSheetFile(file));
  if (problems.length > 0) throw new Error(`register: ${JSON.stringify(problems.slice(0, 5))}`);
  const hash = createHash('sha256').update(file).digest('hex');
  must('register', await importRegister(setup, { hash, rows }));
  await markIdentities(stage);
  const troupe = await gather(stage.owner, slug);

  const give = async (identity: string, by: 'setup' | 'party-secretary', ...entrances: number[]) => {
    const { phone, name, role } = named(identity);
    const input = { phone, name, role, entrances };
    if (by === 'setup') must(`grant ${identity}`, await giveGrant(setup, input));
    else await troupe.act(by, giveGrant, input);
  };
  for (const identity of ['party-secretary', 'district', 'auditor', 'hotline']) await give(identity, 'setup');
  for (const identity of ['social-worker', 'property']) await give(identity, 'party-secretary');
  for (const place of PLACES) await troupe.act('social-worker', addEntry, { list: 'place', name: place });
  const { phone, name } = named('governance-secretary');
  await troupe.act('party-secretary', openTerm, {
    phone,
    name,
    cohort: term.cohort,
    post: '区里派驻',
    from: stage.day(term.from),
    to: stage.day(term.to),
  });
  for (const part of cast.filter((one) => one.role === 'captain')) {
    for (const entrance of await entrancesOf(stage, slug, part.building ?? '')) {
      await give(part.identity, 'party-secretary', entrance);
    }
  }
  for (const part of cast.filter((one) => !one.role)) {
    const asked = await troupe.act(part.identity, askToJoin, {
      name: part.name,
      building: part.building,
      entrance: 1,
      door: part.door,
    });
    await troupe.act('social-worker', confirmJoin, asked);
  }
  return troupe;
}

async function entrancesOf(stage: Stage, slug: string, building: string): Promise<number[]> {
  const { rows } = await stage.owner.query<{ id: number }>(
    `select e.id from entrance e
     join building b on b.community_id = e.community_id and b.id = e.building_id
     join community c on c.id = e.community_id
     where c.slug = $1 and b.name = $2 order by e.no`,
    [slug, building],
  );
  return rows.map((row) => row.id);
}
