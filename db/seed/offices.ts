import { randomUUID } from 'node:crypto';
import { answerProfile, proposeProfile } from '@/features/figures/commands/profiles';
import { PROFILES } from '@/features/figures/rules';
import { giveOffice, openDistrict } from '@/features/offices/commands';
import { assessmentMonthOf, startOfDay } from '@/lib/calendar';
import { cast } from './cast';
import { must, type Stage } from './stage';

export const district = 'fengtai';
export const place = { districtZh: '北京市丰台区', districtEn: 'Fengtai, Beijing' };

/** The second who works for the district: what one drafts the other approves. */
export const colleague = { identity: 'district-2', name: '沈岚', phone: '13900000208' };
/** Works for the street the story lies in. */
const clerk = { identity: 'street', name: '韩梅', phone: '13900000210' };

export const personOf = async ({ owner }: Stage, phone: string): Promise<number> =>
  (await owner.query<{ id: number }>('select id from person where phone = $1', [phone])).rows[0]?.id ?? 0;

/** The offices above communities; their people have no part in any of them. */
export async function openOffices(stage: Stage): Promise<void> {
  must('district', await openDistrict(null, { slug: district, nameZh: place.districtZh, nameEn: place.districtEn }));
  const own = cast.find(({ identity }) => identity === 'district') ?? colleague;
  for (const { name, phone } of [own, colleague])
    must('office', await giveOffice(null, { district, office: 'organisation', name, phone }));
  await sayHowToCount(stage, own);
  const street = { office: 'street-office', street: '云岗街道', name: clerk.name, phone: clerk.phone };
  must('office', await giveOffice(null, { district, ...street }));
  for (const { identity, phone } of [colleague, clerk])
    await stage.owner.query('update person set demonstration = $1 where phone = $2', [identity, phone]);
}

/** The district takes up a working formula that was printed: one proposes it, the other agrees. */
async function sayHowToCount(stage: Stage, own: { phone: string }): Promise<void> {
  const { name, fairlyTenths, weights } = PROFILES.beijing_district_2025;
  const [first, second] = [await personOf(stage, own.phone), await personOf(stage, colleague.phone)];
  const month = assessmentMonthOf(startOfDay(stage.day('2021-12-19')));
  const reason = '编的：本区照着一个区印出来的工作算法定的，权重是演示用的。';
  const said = { district, name, month, ...weights, fairlyTenths, reason, submission: randomUUID() };
  const { profile } = must('profile', await proposeProfile(first, said));
  must('profile', await answerProfile(second, { district, profile, agreed: 'yes' }));
}
