import { randomUUID } from 'node:crypto';
import { draftCohort, withdrawCohort } from '@/features/cohorts/commands/cohorts';
import { addCandidate, sendCandidate } from '@/features/cohorts/commands/terms';
import { answerProfile, proposeProfile } from '@/features/figures/commands/profiles';
import type { Office } from '@/lib/office';
import { makeCommunity, makePerson, newPhone, sql } from './fixture';
import { value } from './office';

type Here = Pick<Awaited<ReturnType<typeof makeCommunity>>, 'communityId'>;

/** A cohort of a year, compared over one month before and one after. */
export const aDraft = {
  from: '2022-04-01',
  to: '2022-12-31',
  beforeFrom: '2022-01-19',
  beforeTo: '2022-02-18',
  afterFrom: '2022-06-19',
  afterTo: '2022-07-18',
  weights: '2,2,2,2,1,1',
  /** Said to be meant though no callbacks were told. */
  seen: 'on',
};

let made = 0;

/** A district of its own with one street, in which these communities lie, and people in its offices since 2000. */
export async function makeDistrict(communities: readonly Here[]) {
  made += 1;
  const slug = `d${process.pid}-${made}`;
  const [district] = await sql<{ id: number }>(
    'insert into district (slug, name_zh, name_en) values ($1, $2, $1) returning id',
    [slug, `试验区${slug}`],
  );
  const street = async (name: string) =>
    (
      await sql<{ id: number }>('insert into street (district_id, name_zh, name_en) values ($1, $2, $2) returning id', [
        district?.id,
        name,
      ])
    )[0]?.id ?? 0;
  const [streetId, otherStreetId] = [await street('一街'), await street('二街')];
  const lie = (of: readonly Here[], where: number) =>
    sql('update community set street_id = $1 where id = any ($2)', [where, of.map(({ communityId }) => communityId)]);
  await lie(communities, streetId);
  const office = async (name: Office, where: number | null = null, person?: number) => {
    const personId = person ?? (await makePerson('区里人'));
    await sql(
      `insert into office_grant (person_id, office, district_id, street_id, from_at) values ($1, $2, $3, $4, '2000-01-01')`,
      [personId, name, district?.id, where],
    );
    return personId;
  };
  return { slug, id: district?.id ?? 0, streetId, otherStreetId, lie, office };
}

/** Somebody new who is sent there in this cohort. */
export async function sendSomebody(
  by: number,
  where: { district: string; cohort: number; community: number; from?: string; to?: string },
) {
  const about = { name: '何志远', phone: newPhone(), homeUnit: '区审计局', post: '', skills: '', named: 'no' };
  const { candidate } = value(await addCandidate(by, { district: where.district, ...about }));
  return sendCandidate(by, { candidate, from: '2022-05-01', to: '2022-12-31', ...where, seen: 'on' });
}

/** A district that has said how it counts, and has taken a draft of a cohort back. */
export async function makeProfiled() {
  const here = await makeCommunity();
  here.at('2022-03-01');
  const of = await makeDistrict([here]);
  const [first, second] = [await of.office('hotline-centre'), await of.office('hotline-centre')];
  const { profile } = value(
    await proposeProfile(first, {
      district: of.slug,
      name: '新口径',
      month: '2022-04',
      response: '2',
      resolution: '4',
      satisfaction: '4',
      fairlyTenths: '8',
      reason: '试',
      submission: randomUUID(),
    }),
  );
  value(await answerProfile(second, { district: of.slug, profile, agreed: 'yes', reason: '' }));
  const drafter = await of.office('organisation');
  const draft = {
    district: of.slug,
    name: '第二批',
    ...aDraft,
    places: String(here.communityId),
    submission: randomUUID(),
  };
  value(await draftCohort(drafter, { ...draft, [`reason_${here.communityId}`]: '还没有数' }));
  const [row] = await sql<{ id: number }>('select id from cohort where district_id = $1', [of.id]);
  value(await withdrawCohort(drafter, { district: of.slug, cohort: row?.id, reason: '名单要重定' }));
  here.at(undefined);
  return here;
}
