// The yardstick of the bench: node:http and pg, one statement a request, no framework; `/row` keeps one row durably. Runs in
// a process of its own.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const statement = `select no, title, place, state from proposal p join community c on c.id = p.community_id
  where c.slug = 'zhuguang' and no is not null order by no desc limit 30`;
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

await pool.query('create schema if not exists bench; create table if not exists bench.line (words text)');

const server = http.createServer(async ({ url }, response) => {
  if (url === '/row') {
    await pool.query('insert into bench.line values ($1)', ['测量用的话']);
    response.end('ok');
    return;
  }
  const { rows } = await pool.query<{ no: number; title: string; place: string }>(statement);
  const items = rows.map(
    (row) => `<li><a href="/zhuguang/proposals/${row.no}">${escaped(row.title)}</a> ${escaped(row.place)}</li>`,
  );
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="zh-CN"><title>提案</title><ul>${items.join('')}</ul></html>`);
});
server.listen(0, '127.0.0.1', () => process.send?.({ ready: true, port: (server.address() as AddressInfo).port }));
