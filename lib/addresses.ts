import type { Locale } from '@/lib/edition';
import type { LeafletName } from '@/lib/segments';

/** Every address of the product, as it stands in a link. Chinese has no prefix, English has `/en`. */
export type Segment = string | number;

function at(locale: Locale, ...segments: Segment[]): string {
  const path = segments.map((segment) => encodeURIComponent(segment)).join('/');
  if (locale === 'en') return path ? `/en/${path}` : '/en';
  return `/${path}`;
}

export const home = (locale: Locale) => at(locale);

export const leaflet = (locale: Locale, name: LeafletName) => at(locale, name);

export const community = (locale: Locale, slug: string) => at(locale, slug);

export const proposals = (locale: Locale, slug: string) => at(locale, slug, 'proposals');
export const proposalsAfter = (locale: Locale, slug: string, cursor: string) =>
  at(locale, slug, 'proposals', 'after', cursor);
export const proposal = (locale: Locale, slug: string, no: number) => at(locale, slug, 'proposals', no);

/** The numbers of a proposal's concentric circle. */
export const circle = (locale: Locale, slug: string, no: number) => at(locale, slug, 'proposals', no, 'circle');

/** 您说 → 我们改 / 改不了: every objection exactly once. */
export const objections = (locale: Locale, slug: string, no: number) => at(locale, slug, 'proposals', no, 'objections');

/** The public notice of an agreed plan, as it hangs on the wall. */
export const notice = (locale: Locale, slug: string, no: number) => at(locale, slug, 'proposals', no, 'notice');

/** The same, to be read from two metres: by the door of a building. */
export const noticePoster = (locale: Locale, slug: string, no: number) =>
  at(locale, slug, 'proposals', no, 'notice', 'poster');
/** Of a small thing that goes the short way. */
export const shortPoster = (locale: Locale, slug: string, no: number) =>
  at(locale, slug, 'proposals', no, 'short', 'poster');
/** Alternatives, each with what its groups say. */
export const alternatives = (locale: Locale, slug: string, no: number) =>
  at(locale, slug, 'proposals', no, 'alternatives');
export const alternativesPoster = (locale: Locale, slug: string, no: number) =>
  at(locale, slug, 'proposals', no, 'alternatives', 'poster');
export const roundPoster = (locale: Locale, slug: string, no: number) => at(locale, slug, 'rounds', no, 'poster');

/** Older comments of a proposal. */
export const commentsAfter = (locale: Locale, slug: string, no: number, cursor: number) =>
  at(locale, slug, 'proposals', no, 'comments', 'after', cursor);

export const plan = (locale: Locale, slug: string, no: number, version: number) =>
  at(locale, slug, 'proposals', no, 'plans', version);
/** Two versions beside each other, word by word: `/zhuguang/proposals/1/plans/1/2`. */
export const planComparison = (locale: Locale, slug: string, no: number, from: number, to: number) =>
  at(locale, slug, 'proposals', no, 'plans', from, to);

export const rounds = (locale: Locale, slug: string) => at(locale, slug, 'rounds');
export const roundsAfter = (locale: Locale, slug: string, cursor: number) =>
  at(locale, slug, 'rounds', 'after', cursor);
export const round = (locale: Locale, slug: string, no: number) => at(locale, slug, 'rounds', no);

export const resolutionsAfter = (locale: Locale, slug: string, cursor: string) =>
  at(locale, slug, 'resolutions', 'after', cursor);
export const resolution = (locale: Locale, slug: string, no: number) => at(locale, slug, 'resolutions', no);

export const worksList = (locale: Locale, slug: string) => at(locale, slug, 'works');
export const worksAfter = (locale: Locale, slug: string, cursor: number) => at(locale, slug, 'works', 'after', cursor);
export const works = (locale: Locale, slug: string, no: number) => at(locale, slug, 'works', no);

export const cases = (locale: Locale, slug: string) => at(locale, slug, 'cases');
export const casesAfter = (locale: Locale, slug: string, cursor: number) => at(locale, slug, 'cases', 'after', cursor);
export const caseAddress = (locale: Locale, slug: string, no: number) => at(locale, slug, 'cases', no);

/** Older promises that somebody else keeps now. */
export const keepersAfter = (locale: Locale, slug: string, cursor: number) =>
  at(locale, slug, 'keepers', 'after', cursor);

/** 长效药方 of the district, as they hang on every board; one hangs on that of whoever drew it. */
/** The playbooks of all communities; one of them by its number in the library. */
export const library = (locale: Locale, id?: number) =>
  id === undefined ? at(locale, 'playbooks') : at(locale, 'playbooks', id);
export const libraryAfter = (locale: Locale, cursor: number) => at(locale, 'playbooks', 'after', cursor);
export const playbooks = (locale: Locale, slug: string) => at(locale, slug, 'playbooks');
export const playbooksAfter = (locale: Locale, slug: string, cursor: number) =>
  at(locale, slug, 'playbooks', 'after', cursor);
export const playbooksOfKind = (locale: Locale, slug: string, kind: number) =>
  at(locale, slug, 'playbooks', 'kinds', kind);
export const playbook = (locale: Locale, slug: string, no: number) => at(locale, slug, 'playbooks', no);

/** 同心圆 over all decisions of a year; of the latest there is, without one. */
export const yearCircle = (locale: Locale, slug: string, year?: number) =>
  year === undefined ? at(locale, slug, 'circle') : at(locale, slug, 'circle', year);
/** What is on: `programmes('zh', 'zhuguang', 'months', '2022-03')`, one of it by its number. */
export const council = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, slug, 'council', ...rest);
export const skills = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, slug, 'skills', ...rest);
export const programmes = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, slug, 'programmes', ...rest);
/** 议事会: `meetings('zh', 'zhuguang', 3, 'minutes')`. */
export const meetings = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, slug, 'meetings', ...rest);
/** All that is on, for calendars. */
export const programmeFeed = (slug: string) => at('zh', slug, 'programmes', 'calendar.ics');

export const figures = (locale: Locale, slug: string) => at(locale, slug, 'figures');
export const record = (locale: Locale, slug: string) => at(locale, slug, 'record');
export const recordEntry = (locale: Locale, slug: string, no: number) => at(locale, slug, 'record', no);
/** Time limits of somebody's, for their calendar. */
export const calendar = (slug: string, secret: string) => at('zh', 'api', 'calendar', slug, `${secret}.ics`);
/** The monthly report as a sheet. */
export const reportSheet = (slug: string, month: string) => at('zh', 'api', 'figures', slug, `${month}.xlsx`);
/** A month of visits as a sheet. */
export const visitsSheet = (slug: string, month: string) => at('zh', 'api', 'visits', slug, `${month}.xlsx`);
/** A month of matters to crack as a sheet. */
export const diagnosisSheet = (slug: string, month: string) => at('zh', 'api', 'diagnosis', slug, `${month}.xlsx`);
/** A sheet to take out. */
export const exported = (locale: Locale, slug: string, no: number) =>
  `/api/exports/${encodeURIComponent(slug)}/${no}${locale === 'en' ? '?lang=en' : ''}`;

/** Where programs ask and bring. */
export const open311 = () => at('zh', 'api', 'open311', 'v2');
export const feed = (slug: string) => at('zh', slug, 'feed.atom');

/** What hangs on the board, to have it read aloud: the board itself runs nothing. */
export const aloud = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, 'aloud', slug, ...rest);

/** One resident act: act('zh', 'zhuguang', 'rounds', 3, 'opinion'). */
export const act = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, 'act', slug, ...rest);

/** What one resident sees: me('zh'), me('zh', 'receipts', 12). */
export const me = (locale: Locale, ...rest: Segment[]) => at(locale, 'me', ...rest);

/** Where staff decide: desk('zh', 'zhuguang', 'rounds', 7, 'closure'). */
export const desk = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, 'desk', slug, ...rest);

/** 先诊断再治理 as it hangs on the board; matters that are over, older than the one of this number. */
export const diagnosis = (locale: Locale, slug: string) => at(locale, slug, 'diagnosis');
export const mattersAfter = (locale: Locale, slug: string, cursor: number) =>
  at(locale, slug, 'diagnosis', 'after', cursor);

/** What anybody may know of a district, and where its offices work: `/desk/district/fengtai/cohorts`. */
export const district = (locale: Locale, slug: string) => at(locale, 'district', slug);
export const cohortOfDistrict = (locale: Locale, slug: string, no: number) =>
  at(locale, 'district', slug, 'cohorts', no);
export const sealedCohort = (locale: Locale, slug: string, no: number) =>
  at(locale, 'district', slug, 'cohorts', no, 'sealed');
export const callbacksOfCohort = (slug: string, no: number) =>
  at('zh', 'district', slug, 'cohorts', no, 'callbacks.csv');
export const office = (locale: Locale, slug: string, ...rest: Segment[]) =>
  at(locale, 'desk', 'district', slug, ...rest);

/** A building captain's round. */
export const door = (locale: Locale, slug: string, ...rest: Segment[]) => at(locale, 'door', slug, ...rest);

/** `back` is the address one came from, with its prefix. */
export const signIn = (locale: Locale, back?: string) =>
  back ? `${at(locale, 'sign-in')}?back=${encodeURIComponent(back)}` : at(locale, 'sign-in');

/** Where whoever has asked for their data to be deleted may come back until that day, `YYYY-MM-DD`. */
export const signInUntil = (locale: Locale, day: string) => `${at(locale, 'sign-in')}?until=${day}`;

/** Where the code is typed; `waits` while it has not left yet. */
export const signInCode = (locale: Locale, back: string, waits = false) =>
  `${at(locale, 'sign-in', 'code')}?back=${encodeURIComponent(back)}${waits ? '&waits=yes' : ''}`;

/** What a telephone rings. */
export const ring = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`;

/** The community an address of a room behind a sign-in lies in: `/act/zhuguang/cases/new`. */
export const communityIn = (address: string): string | undefined =>
  /^(?:\/en)?\/(?:act|desk|door|aloud)\/([a-z0-9-]+)(?=[/?#]|$)/.exec(address)?.[1];

/** The bytes of a picture, the same in every edition. */
export const picture = (id: number, size: 'small' | 'large') => `/api/pictures/${id}/${size}`;

/**
 * The same page in the other language: inLocale('/zhuguang', 'en') = '/en/zhuguang'. What would name another site then,
 * as `/en//host` does without its language, is the front page.
 */
export function inLocale(address: string, locale: Locale): string {
  const bare = address.replace(/^\/en(?=[/?#]|$)/, '') || '/';
  const path = bare.startsWith('/') ? bare : `/${bare}`;
  if (!isLocalAddress(path)) return home(locale);
  return locale === 'zh' ? path : path === '/' ? '/en' : `/en${path}`;
}

/**
 * An address of this site and nowhere else: refuses `//host`, `/\\host`, `/.//host` and whatever else a browser reads as
 * one, schemes, control characters and what no browser sends unencoded.
 */
export const isLocalAddress = (value: unknown): value is string => leadsHere(value) && value.length <= 2000;

/** The page a button stood on: `named` by its form, else by the Referer. */
export function cameFrom(request: Request, named: unknown): string {
  if (isLocalAddress(named)) return named;
  const referer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return isLocalAddress(pathname + search) ? pathname + search : '/';
}

/** The same, however long. */
export function leadsHere(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\/[!-~]*$/.test(value) || value.includes('\\')) return false;
  const here = 'http://here.invalid';
  if (!URL.canParse(value, here)) return false;
  const { origin, pathname } = new URL(value, here);
  return origin === here && !pathname.startsWith('//');
}
