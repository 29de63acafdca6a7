import { z } from 'zod';
import { hung } from '@/lib/hung';
import { id, line, optionalText, orNothing } from '@/lib/input';

/** As much as a form carries. */
export const MOST_DRAWN = 18_000;
/** Of a file, in bytes: what a compound takes that was drawn house by house, with room for how programs write it. */
export const MOST_FILE = 1_000_000;

/**
 * `shapes`: in lines or as GeoJSON; `file`: the same in a file, which goes before it. `rowVersion`: the draft's version the
 * writer saw; left out when there is none yet.
 */
export const drawInput = z.object({
  compound: id,
  shapes: optionalText(MOST_DRAWN),
  file: optionalText(MOST_FILE),
  source: hung(line(120)),
  rowVersion: orNothing(id),
});

export const publishInput = z.object({ compound: id, rowVersion: id });
