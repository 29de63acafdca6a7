import fs from 'node:fs';

/** A community a journey begins in: the numbers of those who are there, and the first household of each building. */
export interface Beginning {
  slug: string;
  phones: Record<string, string>;
  households: Record<'14' | '15', number>;
}

export type Begun = Record<'consulting' | 'signedOnce' | 'built' | 'completed' | 'asked', Beginning>;

/** What `prepare.ts` left. */
export const begun = (): Begun => JSON.parse(fs.readFileSync(process.env.TONGXIN_BEGUN ?? '', 'utf8')) as Begun;
