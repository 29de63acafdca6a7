import { z } from 'zod';
import { UNIT_STATUSES } from '@/db/words/people';
import { ROLES } from '@/lib/actor';
import { choice, day, id, line, list, optionalLine, optionalText, orNothing, personName, text } from '@/lib/input';
import { officeTelephone, phoneInput } from '@/lib/phone';
import { type Shown, shownInput, shownOfEach } from '@/lib/shown';
import { entranceNo } from './rules';

const owner = z.object({
  name: line(60),
  phone: z
    .string()
    .regex(/^1[3-9]\d{9}$/)
    .nullable(),
});

const registerRowInput = z.object({
  row: z.number().int().positive(),
  compound: optionalLine(60),
  building: line(20),
  entrance: z.number().int().min(1).max(99),
  door: line(20),
  area: z.number().int().positive().max(1_000_000_000),
  owners: z.array(owner).max(20),
  status: z.enum(UNIT_STATUSES),
  household: z.boolean(),
});

/** SHA-256 of the file, in hexadecimal. */
const fileHash = z.string().regex(/^[0-9a-f]{64}$/, 'invalid');

export const importRegisterInput = z.object({
  hash: fileHash,
  /** Doors that look alike are different ones. */
  apart: z.literal('on').optional(),
  rows: z
    .array(registerRowInput.refine(({ status, owners }) => (status === 'gone') === (owners.length === 0), 'invalid'))
    .min(1)
    .max(50_000),
});

export const importCaptainsInput = z.object({
  hash: fileHash,
  /** Names that look like somebody else's are their own. */
  alike: z.literal('on').optional(),
  rows: z
    .array(
      registerRowInput
        .pick({ row: true, compound: true, building: true, entrance: true })
        .extend({ name: personName(40), phone: phoneInput }),
    )
    .min(1)
    .max(5_000),
});

export const setTelephoneInput = z.object({ slug: line(40), telephone: officeTelephone });

export const createCommunityInput = z.object({
  slug: line(40),
  nameZh: line(60),
  nameEn: line(60),
  place: z
    .object({ districtZh: line(60), districtEn: line(60), streetZh: line(60), streetEn: line(60) })
    .nullable()
    .default(null),
  noteZh: optionalLine(120),
  noteEn: optionalLine(120),
  compound: optionalLine(60),
  telephone: officeTelephone,
  invented: z.boolean().default(false),
});

/** `1`, `一单元`, `第1单元`, or `１` as a Chinese keyboard writes it. */
const entrance = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  line(20).transform((value, context) => {
    const no = entranceNo(value);
    if (no === null) context.addIssue({ code: 'custom', message: 'entrance_no' });
    return no ?? 0;
  }),
);

export const joinInput = z.object({
  name: personName(40),
  /** `14`; `二区/14` where several compounds have a building 14. */
  building: line(81),
  entrance,
  door: line(20),
  note: optionalText(200),
});

export const confirmJoinInput = z.object({ request: id, shown: shownInput });
export const confirmJoinsInput = z.object({ requests: list(id), seen: shownOfEach });
export const refuseJoinInput = z.object({ request: id, reason: text(200) });

/** Of somebody registered as living somewhere. */
export const residentInput = z.object({ resident: id, reason: text(200) });

export const giveGrantInput = z.object({
  phone: phoneInput,
  name: personName(40),
  /** Whoever gives it has been told that the name looks like another's. */
  alike: z.literal('seen').optional().catch(undefined),
  role: choice(ROLES),
  /** Of a captain; boxes of a form. */
  entrances: list(id).default([]),
  /** Last day; absent: until revoked. */
  until: orNothing(day),
});

export const revokeGrantInput = z.object({ grant: id, reason: text(200) });

export const openTermInput = z.object({
  phone: phoneInput,
  name: personName(40),
  cohort: line(40),
  post: optionalLine(80),
  from: day,
  to: day,
});

interface Request {
  name: string | null;
  building: string;
  entrance: number;
  door: string;
  note: string;
}

/** What is shown of somebody who says where they live to whoever confirms it. */
export const requestShown = ({ name, building, entrance: no, door, note }: Request): Shown => ({
  name,
  home: `${building}-${no}-${door}`,
  note: note || null,
});
