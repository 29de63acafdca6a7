import { z } from 'zod';
import { choice, id, optionalLine, optionalText } from '@/lib/input';
import { SUBJECTS } from './rules';

/** Already re-encoded (`lib/pictures`); bytes as base64. */
const size = z.object({
  data: z.base64('invalid').max(600_000),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

/** A picture sent with something else. */
export const pictureInput = z.object({ small: size, large: size });

export const addPictureInput = z.object({
  subject: choice(SUBJECTS),
  /** The row's id: a draft has no number yet. */
  subjectId: id,
  caption: optionalLine(80),
  ...pictureInput.partial().shape,
  /** Instead of a picture: a PDF that was looked through (`lib/pdf`), as it came; of 12 MB. */
  pdf: z
    .base64('invalid')
    .max(16 * 1024 * 1024)
    .optional(),
});

export const lookInput = z
  .object({
    picture: id,
    verdict: choice(['board', 'refused']),
    reason: optionalText(200),
    /** How it stood when the form was made: the same words over another decision are another act. */
    stood: choice(['waits', 'board', 'refused']).optional(),
  })
  .refine((value) => value.verdict === 'board' || value.reason !== '', { path: ['reason'], message: 'required' });

export const removeInput = z.object({ picture: id });
