import { inASentence, settingsOfRunning } from './running';

/** `npm run -s tongxin -- <verb> …`: JSON on stdout, messages on stderr; exit 0 done, 1 refused, 2 usage. */
export type Verb = (args: string[]) => Promise<number>;

const verbs: Record<string, { says: string; load: () => Promise<Verb> }> = {
  'import register': {
    says: 'FILE --community SLUG [--dry-run]: the register of buildings, units and owners, from xlsx or CSV',
    load: async () => (await import('./register')).importRegister,
  },
  'import cases': {
    says: 'FILE --community SLUG [--dry-run]: the work orders of the 12345 hotline, from xlsx or CSV',
    load: async () => (await import('./orders')).importOrders,
  },
  'import captains': {
    says: 'FILE --community SLUG: who is captain of which entrance, from xlsx or CSV',
    load: async () => (await import('./register')).importCaptains,
  },
  'community create': {
    says: '--slug SLUG --name-zh NAME --name-en NAME …: a new community',
    load: async () => (await import('./community')).communityCreate,
  },
  'community telephone': {
    says: '--slug SLUG --telephone NUMBER: the number people may call',
    load: async () => (await import('./community')).communityTelephone,
  },
  'district open': {
    says: '--slug SLUG --name-zh NAME --name-en NAME: a district with an address and offices of its own',
    load: async () => (await import('./offices')).districtOpen,
  },
  'office give': {
    says: '--district SLUG --office OFFICE --phone PHONE --name NAME: an office above communities',
    load: async () => (await import('./offices')).officeGive,
  },
  'office end': {
    says: '--district SLUG --office OFFICE --phone PHONE: it ends at once',
    load: async () => (await import('./offices')).officeEnd,
  },
  'grant give': {
    says: '--community SLUG --phone PHONE --name NAME --role ROLE: the first secretary of a community',
    load: async () => (await import('./community')).grantGive,
  },
  'export person': {
    says: '--phone PHONE: everything kept about one person',
    load: async () => (await import('./export')).exportPerson,
  },
  'export cases': {
    says: 'FILE --community SLUG --purpose TEXT [--personal]: cases as xlsx or CSV, with a purpose that stands in the record',
    load: async () => (await import('./export')).exportCases,
  },
  'export figures': {
    says: 'FILE --community SLUG --purpose TEXT: published figures as xlsx or CSV',
    load: async () => (await import('./export')).exportFigures,
  },
  'phone release': {
    says: '--phone PHONE: a number that was passed on signs in as its last holder no more',
    load: async () => (await import('./phone')).releasePhone,
  },
  tally: { says: "an owners' vote by area and by heads", load: async () => (await import('./tally')).tally },
  rates: { says: 'the three rates from callbacks', load: async () => (await import('./rates')).rates },
  cohort: {
    says: 'FILE: what changed in the communities a cohort was sent to, beside the others',
    load: async () => (await import('./cohort')).cohort,
  },
  topics: {
    says: 'FILE: which complaints of a CSV id,time,text are one matter, largest first',
    load: async () => (await import('./topics')).topics,
  },
  similar: {
    says: 'FILE --of ID | --all [--most 10]: the complaints of a CSV id,time,text nearest to one, or to each',
    load: async () => (await import('./topics')).similar,
  },
  work: { says: 'does queued jobs until stopped', load: async () => (await import('./work')).work },
  backup: {
    says: 'DIR: a copy of the whole installation, made while it is in use',
    load: async () => (await import('./backup')).makeBackup,
  },
  restore: {
    says: 'DIR: puts a backup into an empty database, and verifies it',
    load: async () => (await import('./backup')).restoreBackup,
  },
  bench: {
    says: 'how fast the board is beside a bare handler, and whether a read after a write is ever stale',
    load: async () => (await import('./bench')).bench,
  },
  doctor: { says: 'what is wrong with this installation', load: async () => (await import('./doctor')).doctor },
};

const usage = () =>
  [
    'npm run -s tongxin -- <verb> [--help]',
    '',
    ...Object.entries(verbs).map(([name, { says }]) => `  ${name}  ${says}`),
  ]
    .map((line) => `${line}\n`)
    .join('');

async function main([first = '', second = '', ...rest]: string[]): Promise<number> {
  const two = verbs[`${first} ${second}`];
  const found = two ?? verbs[first];
  if (found) return (await found.load())(two ? rest : [second, ...rest].filter((arg, at) => at > 0 || arg !== ''));
  const asked = first === '--help' || first === 'help';
  (asked ? process.stdout : process.stderr).write(usage());
  return asked ? 0 : 2;
}

try {
  Object.assign(process.env, settingsOfRunning(process.env));
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${inASentence(error)}\n`);
  process.exitCode = 1;
}
