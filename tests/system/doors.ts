import fs from 'node:fs';
import { filesBelow } from '../../scripts/test-files.mjs';
import type { Subjects } from './acts-subjects';
import { type Browsers, type Cells, columnOf, stranger, type Who } from './everybody';

/** The verbs of the machine doors, from their files; every other verb is refused. */
const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const answered = (file: string) =>
  new Set(
    [...fs.readFileSync(file, 'utf8').matchAll(/export (?:async function|const) ([A-Z]+)\b/g)].map(([, verb]) => verb),
  );

/**
 * Each machine door by everybody: `GET /api/me/export` for whoever is signed in, the picture nobody has looked at for
 * whom docs/permissions.md says, a register for whoever may import it. Returns what is wrong.
 */
export async function tryDoors({
  everybody,
  browsers,
  subjects,
  may,
}: {
  everybody: Who[];
  browsers: Browsers;
  subjects: Subjects;
  may: Map<string, Cells>;
}): Promise<string[]> {
  const found: string[] = [];
  const picture = may.get('pictures.maySeePicture somebody else sent it');
  /** A sheet for whoever may import it; whoever is signed out is led to sign in. */
  const sheet = (act: string) => (who: Who, visits: boolean) =>
    visits || may.get(`${act} `)?.[columnOf(who, subjects.home)] === 'staff' ? [303] : [404];
  const expected: Record<string, (who: Who, visits: boolean) => number[]> = {
    '/api/health': () => [200],
    '/api/clock': () => [303],
    '/api/edition': () => [303],
    '/api/me/export': (_, visits) => (visits ? [303] : [200]),
    '/api/pictures/[id]/[size]': (who, visits) =>
      !visits && (picture?.[columnOf(who, subjects.home)] === 'yes' || who.identity === subjects.picture.identity)
        ? [200]
        : [404],
    '/api/pictures': () => [303],
    '/api/register': sheet('register.import'),
    '/api/captains': sheet('grant.import'),
    '/api/orders': sheet('orders.import'),
    '/api/blanks': sheet('blank.put'),
    // Whoever says no community is told so; what is posted comes from anywhere.
    '/api/open311/v2/[resource]': () => [400],
    '/api/open311/v2/[resource]/[id]': () => [404],
    '/api/figures/[community]/[month]': (who, visits) =>
      visits ? [303] : may.get('figures.mayReadFigures ')?.[columnOf(who, subjects.home)] === 'yes' ? [200] : [404],
    '/api/diagnosis/[community]/[month]': (who, visits) =>
      visits ? [303] : may.get('diagnosis.mayReadDiagnosis ')?.[columnOf(who, subjects.home)] === 'yes' ? [200] : [404],
    '/api/visits/[community]/[month]': (who, visits) =>
      visits ? [303] : may.get('visits.mayReadVisits ')?.[columnOf(who, subjects.home)] === 'yes' ? [200] : [404],
    // Only whoever asked for it takes it.
    '/api/exports/[community]/[no]': (_, visits) => (visits ? [303] : [404]),
    // Nobody knows the secret of somebody else's.
    '/api/calendar/[community]/[secret]': () => [404],
  };
  for (const file of filesBelow('.', 'app/api').filter((one) => one.endsWith('/route.ts'))) {
    const door = file.replace(/^app/, '').replace('/route.ts', '');
    const wanted = expected[door];
    if (!wanted) found.push(`${door} is tried by nobody`);
    const verbs = answered(file);
    const address = door
      .replace('[id]', String(subjects.picture.id))
      .replace('[size]', 'small')
      .replace('[community]', 'zhuguang')
      .replace('[no]', '1')
      .replace('[secret]', 'guessed')
      .replace('[month]', '2022-03.xlsx')
      .replace('[resource]', 'requests.xml');
    for (const who of [...everybody, stranger])
      for (const verb of VERBS) {
        const { status } = await browsers.of(who.identity).knock(verb, address, { community: 'zhuguang' });
        const right = verbs.has(verb) ? (wanted?.(who, who === stranger) ?? []) : [405];
        if (!right.includes(status)) found.push(`${verb} ${door} by ${who.identity}: ${status}, not ${right}`);
      }
  }
  return found;
}
