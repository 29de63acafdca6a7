import { expect, type Page, test } from '@playwright/test';
import pg from 'pg';
import { crawl, kindOf } from './crawl';
import { corpus } from './hostile-corpus';
import { become } from './people';
import { type Answer, type Form, formsOf, readAnswer, type Sent, sendForm } from './posting';

test.describe.configure({ mode: 'parallel' });

/** Where each begins to look, and how many different forms to write or choose in are found at least. */
const personas: Record<string, { starts: string[]; forms: number }> = {
  'resident-14': {
    starts: [
      ...['/me', '/act/demo/cases/new', '/act/demo/proposals/new', '/act/demo/rounds/2/opinion'],
      ...['/act/demo/proposals/1/comment', '/act/demo/proposals/1/support', '/act/demo/proposals/1/withdrawal'],
    ],
    forms: 7,
  },
  'resident-15': { starts: ['/me', '/act/demo/rounds/2/opinion', '/act/demo/proposals/1/support'], forms: 7 },
  'captain-14': { starts: ['/door/demo', '/door/zhuguang', '/me'], forms: 6 },
  'captain-15': { starts: ['/door/demo', '/me'], forms: 6 },
  'social-worker': { starts: ['/desk/demo', '/desk/zhuguang', '/desk/demo/proposals/1/plans'], forms: 20 },
  'party-secretary': { starts: ['/desk/demo', '/desk/zhuguang', '/desk/demo/grants/new'], forms: 15 },
  'governance-secretary': { starts: ['/desk/demo', '/desk/zhuguang'], forms: 13 },
  hotline: { starts: ['/desk/demo', '/desk/zhuguang'], forms: 5 },
  property: { starts: ['/desk/demo', '/desk/zhuguang'], forms: 3 },
  district: { starts: ['/desk/demo'], forms: 4 },
  auditor: { starts: ['/desk/demo', '/desk/demo/figures'], forms: 2 },
};

interface Found {
  path: string;
  form: Form;
  about: string;
}

/** Every kind of form there is for whoever is signed in. */
async function everyForm(page: Page, starts: string[]): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const { path, html } of await crawl(page, starts, (one) => one.replace(/\d+/g, 'n')))
    for (const form of await formsOf(page, html)) {
      const names = form.controls.map(({ name }) => name.replace(/\d+(-\d+)*/g, 'n'));
      const unseen = form.hidden.map(([name]) => name).filter((name) => !name.startsWith('$ACTION'));
      const key = `${kindOf(path)} ${[...new Set([...names, ...unseen])]}`;
      // What is looked for stands in the address, and is lost with nobody.
      if (!form.get && !found.has(key)) found.set(key, { path, form, about: `${path} (${names.slice(0, 4)})` });
    }
  return [...found.values()];
}

const isWords = ({ kind }: { kind: string }) => kind === 'words';
const words = (at: number) => `照实写的第${at + 1}句`;

/** What somebody who means it could have filled in. */
const ordinary = ({ controls }: Form): Sent =>
  Object.fromEntries(
    controls
      .filter(({ kind }) => kind !== 'file')
      .map(({ name, kind, offered }, at) => {
        const value = {
          words: words(at),
          number: '1',
          date: '2027-03-01',
          choice: offered[0] ?? '',
          tick: 'on',
          file: '',
        };
        return [name, value[kind]];
      }),
  );

/** Values no field offers and no calendar has. */
const absurd = [
  { number: '-5', date: '2026-13-45', choice: 'not-offered', box: 'not-offered' },
  { number: '99999999999999999999', date: '99999-12-31', choice: '__proto__', box: '99999999999' },
  { number: '1e9', date: '昨天', choice: '-1', box: '-1' },
];

/** The form with each of its choices, dates and numbers out of range; undefined when it has none. */
function outOfRange(form: Form, n: number): Sent | undefined {
  const { number, date, choice, box } = absurd[n] ?? { number: '', date: '', choice: '', box: '' };
  const bad = form.controls.filter(
    ({ kind, name }) => ['number', 'date', 'choice'].includes(kind) || name.includes('.'),
  );
  if (bad.length === 0) return undefined;
  const values = ordinary(form);
  for (const { name, kind } of bad) {
    if (kind === 'tick') {
      delete values[name];
      values[`${name.split('.')[0]}.${box}`] = 'on';
    } else values[name] = { number, date, choice }[kind as 'number'];
  }
  return values;
}

/** What was typed or chosen and stands in no field, nor is given back where there is no field any more. */
function lost({ controls }: Form, values: Sent, { kept }: Answer): string[] {
  const given = controls.filter(({ name, kind, offered }) =>
    kind === 'choice' ? offered.includes(String(values[name])) : ['words', 'number', 'date'].includes(kind),
  );
  return given.map(({ name }) => String(values[name] ?? '')).filter((one) => one !== '' && !kept.includes(one));
}

/** Sends it and expects to be told clearly what is wrong, with every word still there. */
async function refused(page: Page, { path, form, about }: Found, values: Sent, what: string): Promise<Answer> {
  const where = `${about}, ${what}`;
  let response = await sendForm(page, path, form, values);
  // A form with a picture is answered by its own page.
  if (form.action.startsWith('/api/')) {
    expect(response.status(), where).toBe(303);
    response = await page.request.get(response.headers().location ?? '');
  }
  expect(response.status(), where).toBe(200);
  const answer = await readAnswer(page, await response.text());
  expect(answer.headings, where).toBe(1);
  expect(answer.pwned, where).toBe(0);
  expect(answer.said, where).not.toBe('');
  expect(answer.faults, where).toEqual([]);
  if (answer.code === 'invalid') expect(answer.lines, `${where}: no field is named`).toBeGreaterThan(0);
  expect(lost(form, values, answer), `${where}: lost`).toEqual([]);
  return answer;
}

/** Text is a sheet, if a poor one. */
const isForSheets = ({ action }: Form) =>
  ['/api/register', '/api/captains', '/api/orders', '/api/blanks'].includes(action);

const nothing = new File([], '');
const noPicture = new File(['这不是照片'], 'x.jpg', { type: 'image/jpeg' });
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = new File([Buffer.from(dot, 'base64')], 'dot.png', { type: 'image/png' });

/** Everything somebody may have sent by mistake or meaning harm with the `nth` form; none of it may be taken. */
function mistakes(form: Form, nth: number): [string, Sent][] {
  const { controls } = form;
  const tries: [string, Sent][] = [];
  if (controls.some(({ required }) => required)) {
    const unticked = controls.filter(({ kind }) => kind !== 'tick' && kind !== 'file');
    const blank = (those: typeof controls): Sent => Object.fromEntries(those.map(({ name }) => [name, '']));
    tries.push(['empty', blank(unticked)]);
    tries.push(['untouched', blank(unticked.filter(({ kind }) => kind !== 'choice'))]);
  }
  if (controls.some(isWords)) {
    const long = controls.filter(isWords).map(({ name }, at) => [name, words(at) + '长'.repeat(13_000)]);
    const files = controls.filter(({ kind }) => kind === 'file').map(({ name }) => [name, picture]);
    tries.push(['too long', { ...ordinary(form), ...Object.fromEntries([...long, ...files]) }]);
    const hostile = long.map(([name, text], at) => [
      name,
      `${corpus[(nth + at * 7) % corpus.length]}${at ? '' : text}`,
    ]);
    tries.push(['hostile and too long', { ...ordinary(form), ...Object.fromEntries([...hostile, ...files]) }]);
  }
  for (const n of absurd.keys()) {
    const values = outOfRange(form, n);
    if (values) tries.push([`out of range ${n + 1}`, values]);
  }
  for (const { name, required } of controls.filter(({ kind }) => kind === 'file')) {
    const wrong = isForSheets(form) ? picture : noPicture;
    tries.push(['a wrong file', { ...ordinary(form), [name]: wrong }]);
    if (required) tries.push(['an empty file', { ...ordinary(form), [name]: nothing }]);
  }
  const ticks = controls.filter(({ kind, name }) => kind === 'tick' && !name.includes('.'));
  if (ticks.length > 0 && ticks.length === controls.length)
    tries.push(['ticked otherwise', Object.fromEntries(ticks.map(({ name }) => [name, 'maybe']))]);
  return tries;
}

const signOut = async (page: Page) => {
  await page.goto('/me');
  await page.locator('form.signed-in button[type=submit]').click();
  await expect(page.locator('form.signed-in')).toHaveCount(0);
};

/** As many forms of one browser are kept within an hour, unless somebody signs in. */
const AT_ONCE = 40;

/** The first forms of all pages, then the second ones: a page keeps the words of one form. */
function rounds(found: Found[]): Found[][] {
  const turns: Found[][] = [];
  for (const one of found) {
    const free = turns.find((turn) => turn.length < AT_ONCE && turn.every(({ path }) => path !== one.path));
    if (free) free.push(one);
    else turns.push([one]);
  }
  return turns;
}

/** A key of a form that has been taken already, in each community and district. */
async function usedKeys(): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(
    `select c.slug, min(i.key) as key from idempotency i join community c on c.id = i.community_id group by c.slug
     union all select d.slug, min(p.submission::text) from rate_profile p join district d on d.id = p.district_id group by d.slug`,
  );
  await client.end();
  return Object.fromEntries(rows.map(({ slug, key }) => [slug, key]));
}

/** The form as somebody sends it whose number another form has used up already. */
const again = (form: Form, key: string): Form => ({
  ...form,
  hidden: form.hidden.map(([name, value]) => [name, name === 'submission' ? key : value]),
});

async function sentAgain(page: Page, one: Found, used: Record<string, string>): Promise<void> {
  const hidden = Object.fromEntries(one.form.hidden);
  if (hidden.submission === undefined) return;
  const key = used[hidden.community ?? hidden.district ?? ''] ?? '';
  const files: Sent = one.form.action === '/api/pictures' ? { picture } : {};
  const form = again(one.form, key);
  const answer = await refused(page, { ...one, form }, { ...ordinary(form), ...files }, 'sent again');
  if (form.action !== '') return;
  expect(['key_reused', 'invalid'], one.about).toContain(answer.code);
  if (answer.code === 'key_reused') expect(answer.hidden.submission ?? '', `${one.about}: the next try`).not.toBe(key);
}

/** Each of these was open when its writer signed out in another window. */
async function sentSignedOut(page: Page, persona: string, found: Found[]): Promise<void> {
  for (const turn of rounds(found)) {
    await signOut(page);
    for (const { path, form, about } of turn) {
      const response = await sendForm(page, path, form, ordinary(form));
      expect(response.status(), about).toBe(303);
      const isSignOut = form.controls.length === 0 && response.headers().location === '/';
      if (!isSignOut) expect(response.headers().location, about).toContain('/sign-in?');
    }
    await become(page, persona);
    for (const { path, form, about } of turn) {
      const answer = await readAnswer(page, await (await page.request.get(path)).text());
      expect(lost(form, ordinary(form), answer), `${about}: lost by signing out`).toEqual([]);
    }
  }
}

/** Each of these was open when somebody else signed in in another window. */
async function sentInAnotherName(page: Page, persona: string, found: Found[]): Promise<void> {
  await become(page, persona === 'auditor' ? 'district' : 'auditor');
  for (const { path, form, about } of found) {
    const hidden = Object.fromEntries(form.hidden);
    const isSignOut =
      form.controls.length === 0 && Object.keys(hidden).every((name) => /^(locale|\$ACTION.*)$/.test(name));
    if (isSignOut) continue;
    expect(hidden, `${about}: does not say whose it is`).toHaveProperty('$who');
    const response = await sendForm(page, path, form, ordinary(form));
    if (form.action === '/api/pictures') expect(response.headers().location, about).toContain('picture=other_person');
    else if (isForSheets(form)) expect([403, 404], about).toContain(response.status());
    else expect((await readAnswer(page, await response.text())).code, about).toBe('other_person');
  }
}

for (const [persona, { starts, forms }] of Object.entries(personas))
  test(`${persona}: every form says what is wrong and keeps what was typed, also a second time and signed out, and is taken from nobody else`, async ({
    page,
  }) => {
    await become(page, persona);
    // Whoever lives somewhere chooses first where else they do.
    const found = await everyForm(page, [...starts, '/me/household?in=demo']);
    const used = await usedKeys();
    const written = found.filter(({ form }) => form.controls.length > 0);
    for (const [nth, one] of written.entries()) {
      const tries = mistakes(one.form, nth);
      expect(tries, `${one.about}: is not tried`).not.toEqual([]);
      for (const [what, values] of tries) {
        const { optional } = await refused(page, one, values, what);
        if (what === 'untouched') expect(optional, `${one.about}: untouched, said to be optional`).toEqual([]);
      }
    }
    for (const one of found) await sentAgain(page, one, used);
    await sentSignedOut(
      page,
      persona,
      found.filter(({ form }) => !form.get),
    );
    await sentInAnotherName(
      page,
      persona,
      found.filter(({ form }) => !form.get),
    );
    expect(written.length, 'forms found').toBeGreaterThanOrEqual(forms);
  });
