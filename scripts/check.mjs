// `npm run check`: the rules of the house a compiler does not know. Prints every offending file; exit 1 when there is one.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFiles } from './test-files.mjs';

const code = /\.(ts|tsx|mjs|js)$/;
const product = /^(app|cli|components|db|features|lib|server)\//;
const isTest = (file) => /\.test\.tsx?$/.test(file);
/** The feature a file belongs to; `rooms` for their list. */
const featureOf = (file) => /^features\/([^/.]+)(\/|\.ts$|$)/.exec(file)?.[1];
const closed =
  /^features\/[^/]+\/((room|board|letters|asks|personal|rules|policy|facts|acts|input|moves|queries|commands|actions|jobs|messages|sheet)\.ts|(commands|queries|rules|moves)\/[a-z-]+\.ts|components\/[a-z0-9-]+\.tsx?|([a-z0-9-]+|(commands|queries|rules|components)\/[a-z0-9-]+)\.test\.tsx?)$/;
const vague = /(^|\/)(utils?|helpers?|[a-z-]*manager|[a-z-]*service|index)\.(ts|tsx|mjs|js)$/;

/** Rules and moves in several files are rules and moves like any. */
const ruled = (file) => file.replace(/^(features\/[^/]+\/(?:rules|moves))\/[a-z-]+/, '$1');

/**
 * What each room may not import. db/seed lives through the story by the real commands and db/scale multiplies what that
 * made, so they may import anything.
 */
const forbidden = [
  [/^app\//, /^(cli|server|tests|bench)\//],
  [/^cli\//, /^(app|tests|bench)\//],
  [/^server\//, /^(app|cli|features|components|tests|bench)\//],
  [/^features\//, /^(app|cli|server|tests|bench)\//],
  [/^components\//, /^(app|cli|features|db|server|tests|bench)\//],
  [/^lib\//, /^(app|cli|features|server|tests|bench)\//],
  [/^db\/words\//, /^(?!db\/words\/)/],
  [/^db\/(?!seed\/|scale\/)/, /^(app|cli|features|components|lib|server|tests|bench)\//],
];
const pureImports = {
  rules:
    /^(features\/[^/]+\/rules|db\/words\/\w+|lib\/(actor|result|quantity|calendar|working-days|segments|text|telling|undoing|lookalike)|node:crypto)$/,
  policy: /^(features\/[^/]+\/(rules|policy)|db\/words\/\w+|lib\/(actor|result|quantity|calendar))$/,
  facts: /^(features\/[^/]+\/(rules|facts)|db\/words\/\w+|lib\/(facts|result)|drizzle-orm)$/,
  acts: /^(features\/[^/]+\/(rules|policy|facts|acts)|db\/words\/\w+|lib\/(act|actor|result|quantity|calendar|working-days|undoing))$/,
  // What a room says of itself is read by pages, by migrations and by tests: it pulls nothing along.
  room: /^(features\/[^/]+\/(board|letters|asks|personal|sheet|rules|policy|facts|acts|messages)|db\/(words\/\w+|against)|lib\/(room|desk|facts|actor|words|edition|result|quantity|calendar)|drizzle-orm)$/,
  board: /^(features\/[^/]+\/(rules|acts)|db\/words\/\w+|lib\/(room|board-view|telling))$/,
  // Its command is loaded by whoever imports, not by whoever reads.
  sheet:
    /^(features\/[^/]+\/(rules|commands(\/[a-z-]+)?)|db\/words\/\w+|lib\/(names|phone|result|quantity|calendar|text|sheet\/(cell|declare|moment|shape)))$/,
  letters: /^(features\/[^/]+\/(letters|messages|rules)|lib\/(letters|addresses))$/,
  asks: /^(features\/[^/]+\/(facts|rules|messages)|lib\/(room|addresses|edition|words)|drizzle-orm)$/,
  personal: /^(features\/[^/]+\/rules|db\/words\/\w+|lib\/(room|personal)|drizzle-orm)$/,
  moves:
    /^(features\/[^/]+\/(rules|policy|facts|letters|moves)|db\/words\/\w+|lib\/(actor|facts|result|quantity|calendar|working-days|ledger|letters|lookalike|names|numbers|phone|gate|telling)|db\/(schema\/[^/]+|handovers)|drizzle-orm(\/.*)?|node:crypto)$/,
};
/** The list of rooms: between the rooms that hold something, which it names, and those that only read others. */
const listed = 'features/rooms';
/** Moves are made in whoever calls' transaction: from the gate they take types. */
const makesGate = /\bimport\s+(?!type\b)[^;]*?from\s*['"]@\/lib\/gate['"]/;
/** Who may not read through queries: what a command loads, it loads by moves. */
const writers = /^features\/[^/]+\/(commands|moves)(\/[a-z-]+)?\.ts$/;
const impure =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bprocess\.|\brandom(UUID|Bytes|Int)\b|\bfetch\(|\bconsole\./;

/** A file of a feature, but for its messages. */
const LONGEST = 300;

const words = [
  [/\.tsx?$/, product, /dangerouslySetInnerHTML/, 'dangerouslySetInnerHTML'],
  [/\.tsx$/, product, /\sstyle=\{/, 'an inline style, which the policy of the page refuses'],
  [/\.tsx?$/, /^(app|components|features|lib)\//, /\bconsole\.(log|debug)\b/, 'console output'],
  [
    /\.tsx$/,
    /^(app|features)\//,
    /(?<!<Written|=)>\s*\{(?!(t|d|w|board|desk)\.)[\w.?]+\.(words|wording|problem|ask|place|reason|answer|summary|condition|note|caption)(?: (?:\?\?|\|\|) [\w.]+)?\}\s*<\//,
    'what somebody wrote outside of <Written>',
  ],
  [
    /\.tsx?$/,
    /^(app|cli|components|features)\//,
    /\bparse(Int|Float)\(|\bz\.coerce\b|type="number"/,
    'a reader of numbers of its own: count(), id, yuan of lib/input.ts; lib/quantity.ts',
  ],
  [
    /\.ts$/,
    /^features\/[^/]+\/(input|sheet)\.ts$/,
    /\bNumber\(|\.(trim|normalize)\(|\bz\.string\((?!\)\s*\.regex)/,
    'a reader of its own: lib/input.ts and what it is made of',
  ],
  [
    /\.tsx?$/,
    /^app\/\[locale\]\/(?!\(board\))/,
    /\bnotFound\(/,
    'notFound(), whose 404 is empty without scripts: missing() and <Missing/>',
  ],
  [
    /\.tsx?$/,
    /^(?!lib\/process-wide\.ts$)/,
    /\bglobalThis\b|\bSymbol\.for\(/,
    'something of the whole process: processWide() in lib/process-wide.ts',
  ],
  [
    code,
    /^(?!scripts\/check\.mjs$|tests\/architecture\.test\.ts$)/,
    /\.\.\.\{ /,
    'an object that is written down only to be spread: its fields stand by themselves',
  ],
  [
    /\.tsx$/,
    product,
    /\buseEffect\(\(\) => (?!\{|\(\) =>)/,
    'an effect that answers with something, which React calls when the page goes: braces',
  ],
  [
    /\.tsx?$/,
    product,
    /^(?!\s*'use client')[\s\S]*\bimport \{[^}]*\buse(?:ActionState|Effect|Reducer|Ref|State|SyncExternalStore|FormStatus)\b[^}]*\} from 'react(?:-dom)?'/,
    "a hook of the browser where pages are made: a file of its own that begins with 'use client'",
  ],
  [
    /\.spec\.ts$/,
    /^e2e\//,
    /\.(click|press)\([^;\n]*\);\s*(?:\S.*)?(?:\blook\(page|\bfits\(page|\bpage\.url\(\))/,
    'a look at a page right after a click, which does not wait for it: follow(), or expect what is there',
  ],
  [
    code,
    /^(?!node_modules)/,
    new RegExp(['@ts-', 'ignore|biome-', 'ignore|\\bTO', 'DO\\b|\\bFIX', 'ME\\b'].join('')),
    'a note that hides something',
  ],
];
const machinePath = new RegExp(
  `(?<![\\w.:/-])/(${['work/(main|shared)', 'home/\\w+', 'Users/\\w+', 'root'].join('|')})/`,
);

const uncommented = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
/** What a module imports; SQL has a `from` too. */
const imports = /(?:^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm;

/** The file or package an import names, without its ending: `features/rounds/rules`, `next/headers`. */
function target(file, name) {
  const plain = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), name)
      : name;
  return plain.replace(code, '');
}

function cyclesAmong(edges) {
  const found = [];
  const done = new Set();
  const walk = (node, trail) => {
    const at = trail.indexOf(node);
    if (at >= 0) return void found.push([...trail.slice(at), node].join(' → '));
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of edges.keys()) walk(node, []);
  return found;
}

/** Every violation below `root`, one line each, beginning with the file. */
export function violations(root) {
  const found = [];
  const bad = (file, why) => found.push(`${file}: ${why}`);
  const all = projectFiles(root);
  const graph = new Map();
  const between = new Map();
  for (const file of all) {
    if (fs.statSync(path.join(root, file)).isDirectory()) continue;
    if (/\.(png|webp|jpe?g|woff2?|ico|xlsx|pdf)$/.test(file) || file === 'package-lock.json') continue;
    const raw = fs.readFileSync(path.join(root, file), 'utf8');
    if (machinePath.test(raw)) bad(file, `names a path of one machine (${machinePath.exec(raw)[0]})`);
    if (!code.test(file)) continue;
    const text = uncommented(raw);
    for (const [ending, room, word, what] of words) {
      const where = what.startsWith('a note') ? raw : text;
      if (ending.test(file) && room.test(file) && word.test(where)) bad(file, `holds ${what}`);
    }
    if (/\/.*\.mjs$/.test(file) && !file.startsWith('scripts/'))
      bad(file, 'what has to run before anything is installed stands in scripts; anything else is TypeScript');
    if (!product.test(file)) continue;
    if (vague.test(file)) bad(file, 'a name that says nothing: utils, helpers, manager, service, index');
    const own = featureOf(file);
    if (own && file !== `${listed}.ts` && !closed.test(file)) bad(file, 'no name for a file of a feature');
    if (/(^|\/)messages\.ts$/.test(file) && /(:|=>|\[|,)\s*(''|""|``)\s*[,}\]\n]/.test(text))
      bad(file, 'an empty message');
    if (own && !isTest(file) && path.posix.basename(file) !== 'messages.ts') {
      const lines = raw.split('\n').length - 1;
      if (lines > LONGEST) bad(file, `is ${lines} lines long: at most ${LONGEST}`);
    }
    const named = [...text.matchAll(imports)].map((match) => target(file, match[1]));
    if (isTest(file)) continue;
    graph.set(file.replace(code, ''), { file, named });
    const kind = /^features\/[^/]+\/(\w+)\.ts$/.exec(ruled(file))?.[1] ?? '';
    if (kind in pureImports) {
      if (kind !== 'moves' && impure.test(text)) bad(file, `is not pure: ${impure.exec(text)[0]}`);
      for (const name of named)
        if (!pureImports[kind].test(ruled(name))) bad(file, `${kind}.ts may not import ${name}`);
      if (kind === 'moves' && makesGate.test(text)) bad(file, 'moves.ts may import only types from lib/gate');
    }
    for (const name of named) {
      for (const [room, not] of forbidden)
        if (room.test(file) && not.test(name)) bad(file, `imports ${name}, against the direction`);
      if (/^(db\/client|lib\/database)$/.test(name) && !/^(lib|db)\//.test(file))
        bad(file, `imports ${name}: only lib may`);
      if (/^features\/[^/]+\/room$/.test(name) && file !== `${listed}.ts`)
        bad(file, `imports ${name}: rooms are read as ${listed}.ts lists them`);
      if (file === `${listed}.ts` && /^features\//.test(name) && !/\/room$/.test(name))
        bad(file, `imports ${name}: of a room only its room.ts`);
      const other = featureOf(name);
      if (writers.test(file) && /^features\/[^/]+\/queries(\/[a-z-]+)?$/.test(name))
        bad(file, `imports ${name}: what commands load is a move`);
      if (!own || !other || own === other) continue;
      if (/\/(commands(\/[a-z-]+)?|actions)$/.test(name))
        bad(file, `imports ${name}: a consequence elsewhere is a job`);
      if (!between.has(own)) between.set(own, new Set());
      between.get(own).add(other);
    }
  }
  for (const cycle of cyclesAmong(between)) bad('features', `import each other: ${cycle}`);
  for (const layer of ['lib', 'db', 'components']) {
    const inside = (name) => name.startsWith(`${layer}/`) && graph.has(name);
    const edges = [...graph].filter(([name]) => inside(name)).map(([name, { named }]) => [name, named.filter(inside)]);
    for (const cycle of cyclesAmong(new Map(edges))) bad(layer, `imports itself: ${cycle}`);
  }
  for (const older of all
    .filter((file) => /^db\/migrations\/meta\/\d+_snapshot\.json$/.test(file))
    .sort()
    .slice(0, -1))
    bad(older, 'only the newest snapshot is kept: npm run migration removes the others');

  // A page of the board is kept for everybody: nothing below it may be an action or know a session.
  const session = (name) => name === 'next/headers' || name === 'lib/auth' || /^features\/[^/]+\/actions$/.test(name);
  for (const [start, { file }] of graph) {
    if (!/^app\/\[locale\]\/\(board\)\//.test(file)) continue;
    const seen = new Set();
    const walk = (at, trail) => {
      if (seen.has(at)) return;
      seen.add(at);
      const node = graph.get(at) ?? graph.get(`${at}/index`);
      for (const name of node?.named ?? []) {
        if (session(name))
          bad(file, `a board page reaches ${name}${trail.length > 0 ? ` through ${trail.join(' → ')}` : ''}`);
        else if (/^(features|components)\//.test(name)) walk(name, [...trail, name]);
      }
    };
    walk(start, []);
  }
  return [...new Set(found)].sort();
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = path.resolve(process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
  const found = violations(root);
  for (const line of found) process.stderr.write(`${line}\n`);
  process.stdout.write(found.length === 0 ? 'check: the house is in order\n' : `check: ${found.length} violations\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
