import type { Copy, Town } from './town';

type Value = string | number | boolean | null;

/** Rows a story does not bring, for COPY: table, columns, and the values of each row. */
export interface Extra {
  table: string;
  columns: string[];
  rows: Iterable<Value[]>;
}

/** Hands out numbers of rows, table by table. */
export type Next = (table: string) => number;

export interface World {
  towns: readonly Town[];
  /** Copies of the finished story, and how many households a town has. */
  copies: readonly Copy[];
  households: number;
  /** So many cases has the town whose pages are measured: what a community of many years has. */
  cases: number;
  buildings: number;
  entrances: number;
  /** First household and entrance of a town. */
  firstOf: (town: Town, table: 'household' | 'entrance' | 'building') => number;
  /** The shift of a copy's rows: its proposal, its notice. */
  numberOf: (copy: Copy, table: string) => number;
  next: Next;
  /** The next public number of a town. */
  no: (town: Town, table: string) => number;
  /** Households that somebody lives in already, and entrances that have a captain. */
  lived: ReadonlySet<number>;
  led: ReadonlySet<number>;
  staffOf: (town: Town, role: string) => number;
  people: readonly { id: number; name: string; role: string }[];
}

const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString();
const kinds = ['停车', '电梯', '漏水', '噪音', '路灯', '绿化', '垃圾', '门禁', '暖气', '宠物'];
const states = [
  'submitted',
  'scoping',
  'declined',
  'shelved',
  'withdrawn',
  'submitted',
  'scoping',
  'draft',
  'draft',
  'draft',
];
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const uuid = (a: number, b: number) =>
  `${a.toString(16).padStart(8, '0')}-0000-4000-8000-${b.toString(16).padStart(12, '0')}`;

function* over<T>(list: Iterable<T>, each: (one: T) => Iterable<Value[]>): Generator<Value[]> {
  for (const one of list) yield* each(one);
}
const times = (n: number) => Array.from({ length: n }, (_, at) => at);

let phone = 15_000_000_000;
const nextPhone = () => String((phone += 1));

function people({ towns, households, people: known }: World): Extra {
  return {
    table: 'person',
    columns: ['id', 'name', 'phone', 'created_at'],
    rows: over(towns, function* (town) {
      if (!town.old)
        for (const { id, name } of known) {
          const own = town.staff.get(id);
          if (own !== undefined) yield [own, name, nextPhone(), day(0)];
        }
      for (const n of times(22)) yield [town.captains + n, `${surnames[n % 30]}楼长`, nextPhone(), day(0)];
      for (const n of times(households))
        yield [town.residents + n, `${surnames[n % 30]}住户${n}`, nextPhone(), day(n % 300)];
    }),
  };
}

function homes({ towns, households, firstOf, lived, next, staffOf }: World): Extra {
  return {
    table: 'residency',
    columns: ['community_id', 'id', 'household_id', 'person_id', 'confirmed_by', 'from_at'],
    rows: over(towns, function* (town) {
      for (const n of times(households)) {
        const household = firstOf(town, 'household') + n;
        const worker = staffOf(town, 'social-worker');
        if (!lived.has(household))
          yield [town.id, next('residency'), household, town.residents + n, worker, day(n % 300)];
      }
    }),
  };
}

function duties({ towns, entrances, firstOf, led, next, staffOf, people: known }: World): Extra {
  return {
    table: 'grants',
    columns: ['community_id', 'id', 'person_id', 'role', 'entrance_id', 'from_at', 'given_by'],
    rows: over(towns, function* (town) {
      const by = staffOf(town, 'party-secretary');
      if (!town.old)
        for (const { id, role } of known) {
          const own = town.staff.get(id);
          if (own !== undefined) yield [town.id, next('grants'), own, role, null, day(0), by];
        }
      for (const n of times(entrances)) {
        const entrance = firstOf(town, 'entrance') + n;
        if (!led.has(entrance))
          yield [town.id, next('grants'), town.captains + (n % 22), 'captain', entrance, day(0), by];
      }
    }),
  };
}

/** Whoever asked to be of a household: sixty who are, five who wait. */
function joins({ towns, households, firstOf, next, staffOf }: World): Extra {
  return {
    table: 'join_request',
    columns: ['community_id', 'id', 'household_id', 'person_id', 'state', 'decided_by', 'decided_at', 'requested_at'],
    rows: over(towns, function* (town) {
      for (const n of times(65)) {
        const done = n < 60;
        const by = done ? staffOf(town, 'social-worker') : null;
        const home = (n * 31) % households;
        const [household, person] = [firstOf(town, 'household') + home, town.residents + home];
        const state = done ? 'confirmed' : 'requested';
        yield [town.id, next('join_request'), household, person, state, by, done ? day(n + 1) : null, day(n)];
      }
    }),
  };
}

/** So many cases have the others. */
const FEW_CASES = 1_000;
/** One of so many is still open. */
const OPEN_EACH = 50;

/** Cases of the hotline: a thousand a town, and far more in one; most of them are over. */
function cases({ towns, firstOf, next, no, households, buildings, cases: most }: World): Extra[] {
  const casesOf = ({ slug }: Town) => (slug === 'zhuguang' ? most : Math.min(most, FEW_CASES));
  const made: [number, number][] = [];
  return [
    {
      table: 'cases',
      columns: [
        ...['community_id', 'id', 'no', 'kind', 'source', 'external_no', 'title', 'category', 'place', 'household_id'],
        ...['building_id', 'happened_at', 'received_at', 'posted_at', 'state', 'due_at', 'replied_at'],
      ],
      rows: over(towns, function* (town) {
        for (const n of times(casesOf(town))) {
          const [id, kind] = [next('cases'), kinds[n % 10] ?? ''];
          made.push([town.id, id]);
          const household = firstOf(town, 'household') + ((n * 13) % households);
          const titled = `${kind}的事，第${n}件`;
          const place = `${(n % buildings) + 1}号楼`;
          const building = firstOf(town, 'building') + (n % buildings);
          const row = [town.id, id, no(town, 'cases'), 'complaint', '12345', `${town.slug}-${n}`, titled];
          const [came, isOver] = [day(n % 700), n % OPEN_EACH !== 0];
          const stands = isOver ? ['archived', null, day((n % 700) + 3)] : ['received', day((n % 700) + 1), null];
          yield [...row, `${kind}/其他/其他`, place, household, building, came, came, came, ...stands];
        }
      }),
    },
    {
      table: 'case_content',
      columns: ['community_id', 'case_id', 'words', 'complainant', 'phone'],
      rows: over(made, function* ([community, id]) {
        yield [community, id, `来电人反映第${id}件，希望尽快处理。`, '某住户', '13800000000'];
      }),
    },
  ];
}

/** Forty proposals a town that have not come far, with two events each. */
function proposals({ towns, households, firstOf, next, no, staffOf }: World): Extra[] {
  const made: [Town, number, string][] = [];
  return [
    {
      table: 'proposal',
      columns: [
        ...['community_id', 'id', 'no', 'kind', 'state', 'title', 'place', 'problem', 'ask', 'author_id'],
        ...['author_household_id', 'created_at', 'submitted_at', 'state_at', 'last_event_at'],
      ],
      rows: over(towns, function* (town) {
        for (const n of times(40)) {
          const state = states[n % 10] ?? 'draft';
          const [id, drafted] = [next('proposal'), state === 'draft'];
          made.push([town, id, state]);
          const at = (n * 41 + 7) % households;
          const [author, home] = [town.residents + at, firstOf(town, 'household') + at];
          const words = [`${kinds[n % 10]}怎么办，第${n}回`, `${(n % 22) + 1}号楼`, '说了几年，没有下文', '请大家商量'];
          const when = [day(n), drafted ? null : day(n), day(n + 1), day(n + 1)];
          yield [town.id, id, drafted ? null : no(town, 'proposal'), 'other', state, ...words, author, home, ...when];
        }
      }),
    },
    {
      table: 'proposal_event',
      columns: ['community_id', 'id', 'proposal_id', 'kind', 'from_state', 'to_state', 'role', 'person_id', 'at'],
      rows: over(made, function* ([town, id, state]) {
        if (state === 'draft') return;
        const worker = staffOf(town, 'social-worker');
        const at = day(id % 700);
        yield [town.id, next('proposal_event'), id, 'submitted', 'draft', 'submitted', 'resident', town.residents, at];
        if (state !== 'submitted')
          yield [town.id, next('proposal_event'), id, state, 'submitted', state, 'social-worker', worker, at];
      }),
    },
  ];
}

/** Twenty comments and forty households of support for each story. */
function voices({ copies, households, firstOf, numberOf, next }: World): Extra[] {
  const made: [number, number][] = [];
  return [
    {
      table: 'comment',
      columns: ['community_id', 'id', 'proposal_id', 'person_id', 'household_id', 'stance', 'at'],
      rows: over(copies, function* (copy) {
        const { town } = copy;
        for (const n of times(20)) {
          const [id, home] = [next('comment'), (copy.turn + n * 17) % households];
          made.push([town.id, id]);
          const who = [town.residents + home, firstOf(town, 'household') + home];
          yield [town.id, id, numberOf(copy, 'proposal'), ...who, n % 3 ? 'for' : 'against', day(n * 9)];
        }
      }),
    },
    {
      table: 'comment_content',
      columns: ['community_id', 'comment_id', 'words'],
      rows: over(made, function* ([community, id]) {
        yield [community, id, `说的是第${id}句：这条路修好以前，雪天谁都不敢走。`];
      }),
    },
    {
      table: 'support',
      columns: ['community_id', 'id', 'proposal_id', 'household_id', 'person_id', 'at'],
      rows: over(copies, function* (copy) {
        const { town } = copy;
        for (const n of times(40)) {
          const home = (copy.turn + 1000 + n * 7) % households;
          const who = [firstOf(town, 'household') + home, town.residents + home];
          yield [town.id, next('support'), numberOf(copy, 'proposal'), ...who, day(n)];
        }
      }),
    },
    {
      table: 'notice_opposition',
      columns: ['community_id', 'id', 'notice_id', 'household_id', 'person_id', 'words', 'answer', 'upheld', 'at'],
      rows: over(copies, function* (copy) {
        const { town } = copy;
        for (const n of times(3)) {
          const home = (copy.turn + n) % households;
          const who = [firstOf(town, 'household') + home, town.residents + home];
          const said = ['台阶太窄', '按规范做到一米二', false, day(n)];
          yield [town.id, next('notice_opposition'), numberOf(copy, 'notice'), ...who, ...said];
        }
      }),
    },
  ];
}

/** Everybody has signed in once, has a code they used, and some have half a form lying about. */
function accounts({ towns, households, next }: World): Extra[] {
  const everybody = (each: (person: number, n: number) => Value[] | undefined) =>
    over(towns, function* (town) {
      for (const n of times(households)) {
        const row = each(town.residents + n, n);
        if (row) yield row;
      }
    });
  const number = (person: number) => String(13_000_000_000 + person);
  return [
    {
      table: 'session',
      columns: ['id', 'person_id', 'created_at', 'expires_at'],
      rows: everybody((person, n) => [uuid(person, 1), person, day(n % 700), day(1400)]),
    },
    {
      table: 'account_event',
      columns: ['id', 'person_id', 'kind', 'at'],
      rows: over([0, 1], (k) =>
        everybody((person, n) => [next('account_event'), person, k ? 'session.begin' : 'code.used', day(n % 700)]),
      ),
    },
    {
      table: 'sign_in_code',
      columns: ['id', 'phone', 'hash', 'expires_at', 'used_at', 'created_at'],
      rows: everybody((person, n) => [
        uuid(person, 2),
        number(person),
        '\\\\x00',
        day(n % 700),
        day(n % 700),
        day(n % 700),
      ]),
    },
    {
      table: 'attempt',
      columns: ['key', 'window_start', 'count'],
      rows: everybody((person, n) => (n % 2 ? [`code:${uuid(person, 3)}`, day(n % 700), 1] : undefined)),
    },
    {
      table: 'draft',
      columns: ['person_id', 'path', 'values', 'at'],
      rows: everybody((person, n) => (n % 20 ? undefined : [person, '/me', '{"words":"写了一半"}', day(n % 700)])),
    },
  ];
}

/** What the copies of the stories do not bring. */
export const extrasOf = (world: World): Extra[] => [
  people(world),
  homes(world),
  duties(world),
  joins(world),
  ...cases(world),
  ...proposals(world),
  ...voices(world),
  ...accounts(world),
];

export const lineOf = (row: readonly Value[]): string =>
  row
    .map((value) => (value === null ? '\\N' : value === true ? 't' : value === false ? 'f' : String(value)))
    .join('\t');
