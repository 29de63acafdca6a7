import { importOrders } from '@/features/exchange/commands';
import { orders } from '@/features/exchange/sheet';
import { importRegister } from '@/features/people/commands/register';
import { register } from '@/features/people/sheet';
import { addDays, type Day } from '@/lib/calendar';
import { digest } from '@/lib/ledger';
import { readSheetFile } from '@/lib/sheet/file';
import complaints from './complaints.json';
import { centre } from './district';
import { asCsv } from './orders';
import { must, type Stage } from './stage';
import { type Matter, matters } from './year';

/** How many of the district's communities have a register and orders of their own, so that there is something to choose by. */
const WEIGHED = 14;
const heading = [
  ...['工单编号', '工单类型', '一级分类', '二级分类', '三级分类', '主要内容', '工单状态', '来电人', '主办单位'],
  ...['创建时间', '办结时间', '回复内容', '小区点位'],
];
const kinds = Object.keys(matters) as Matter[];
const callers = ['刘女士', '王先生', '保密', '赵女士', '陈先生'];
const two = (n: number): string => String(n).padStart(2, '0');

/** So many doors behind so many entrances of a small compound; owners are invented. */
function doorsOf(entrances: number): string {
  const lines = Array.from({ length: entrances }, (_, entrance) =>
    Array.from({ length: 6 }, (_, floor) =>
      [1, 2].map((door) => {
        const [house, room] = [1 + Math.floor(entrance / 4), `${floor + 1}0${door}`];
        const at = 1 + (entrance % 4);
        return [`${house}号楼`, String(at), room, '68.50', `业主${house}-${at}-${room}`, '已交付'];
      }),
    ).flat(),
  ).flat();
  return asCsv([['楼栋', '单元', '房号', '面积', '业主', '状态'], ...lines]);
}

/** Orders of the last half year: what is complained of differs from place to place, and so does what is left lying. */
function ordersOf(nth: number, today: Day): string {
  const many = 14 + ((nth * 11) % 23);
  const lines = Array.from({ length: many }, (_, at) => {
    const came = addDays(today, -3 - Math.floor((at * (150 - 4 * nth)) / many));
    const matter = kinds[(nth % 3 === 0 ? at % 2 : at + nth) % kinds.length] ?? 'lights';
    const text = complaints[matter][Math.floor(at / 2) % complaints[matter].length] ?? '';
    const [category, reply] = matters[matter];
    const left = at % (2 + (nth % 4)) === 0;
    return [
      ...[`编-${nth}-${String(at + 1).padStart(4, '0')}`, at % 3 === 0 ? '求助' : '投诉', ...category.split('/'), text],
      ...[left ? '办理中' : '回复完成', callers[(at + nth) % callers.length] ?? '', '居委会'],
      ...[`${came} ${two(8 + (at % 10))}:${two((at * 13) % 60)}`, left ? '' : `${addDays(came, 2)} 17:00`],
      ...[left ? '' : reply, `${1 + (at % 3)}号楼${1 + (at % 4)}单元`],
    ];
  });
  return asCsv([heading, ...lines]);
}

/** Some communities of the district, those somebody was sent to and others, with what people there complained of lately. */
export async function weigh(stage: Stage): Promise<void> {
  const { rows } = await stage.owner.query<{ slug: string }>(
    `select slug from community where slug like 'ft-%' order by (id * 7919) % 65, id limit $1`,
    [WEIGHED],
  );
  const { rows: people } = await stage.owner.query<{ id: number }>('select id from person where phone = $1', [
    centre.phone,
  ]);
  const today = stage.day('2022-04-04');
  for (const [nth, { slug }] of rows.entries()) {
    const homes = Buffer.from(`\uFEFF${doorsOf(4 + ((nth * 5) % 9))}`, 'utf8');
    const read = register.read(await readSheetFile(homes));
    const setup = { by: { import: true } as const, community: slug };
    must(`register ${slug}`, await importRegister(setup, { hash: digest(homes), rows: read.rows }));
    const file = Buffer.from(`\uFEFF${ordersOf(nth, today)}`, 'utf8');
    const found = orders.read(await readSheetFile(file));
    const call = { by: { person: people[0]?.id ?? 0 }, community: slug };
    must(`orders ${slug}`, await importOrders(call, { hash: digest(file), rows: found.rows }));
  }
}
