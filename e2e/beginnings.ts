import fs from 'node:fs';

/** A community a journey begins in, and the numbers of those who are there. */
export interface Beginning {
  slug: string;
  phones: Record<string, string>;
}

export type Begun = Record<
  | 'consulting'
  | 'signedOnce'
  | 'built'
  | 'completed'
  | 'asked'
  | 'joining'
  | 'noticed'
  | 'small'
  | 'places'
  | 'placesPlain'
  | 'outside'
  | 'outsidePlain'
  | 'met'
  | 'metPlain'
  | 'pictured'
  | 'picturedPlain'
  | 'comparing'
  | 'compared'
  | 'comparedPlain'
  | 'roofs'
  | 'roofsPlain'
  | 'racks'
  | 'racksPlain'
  | 'leaving'
  | 'leavingPlain',
  Beginning
>;

/** What `prepare.ts` left. */
export const begun = (): Begun => JSON.parse(fs.readFileSync(process.env.TONGXIN_BEGUN ?? '', 'utf8')) as Begun;
