import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { newAnswer, whileAnswering } from '@/lib/answer';
import type { Edition } from '@/lib/edition';
import { Frame, type FrameProps } from './frame';
import { Invented } from './invented';
import { Contents, Section } from './section';
import { PageTitle } from './title';

/** As somebody sees it who has asked for this size of print. */
function seen(element: ReactElement, size: 'big' | 'standard', url = '/demo/rounds/2'): string {
  const headers = { cookie: size === 'big' ? 'a=b; edition=big' : 'edition=bigger' };
  const answer = newAnswer(new ServerResponse({ method: 'GET', url, headers } as never), 'test');
  return whileAnswering(answer, () => renderToStaticMarkup(element));
}

const title = (asked?: string) => (
  <PageTitle title="修一条小路" crumb="提案第1号" state={{ text: '正在问' }} lead="坡又陡又滑" asked={asked} />
);
const order = (html: string, words: string[]) => [...words].sort((a, b) => html.indexOf(a) - html.indexOf(b));

test('in large print what is asked comes before how it stands; in standard print, and where nothing is asked, as ever', () => {
  const words = ['提案第1号', '<h1>', '正在问', '坡又陡又滑', '我家来说'];
  assert.deepEqual(order(seen(title('我家来说'), 'standard'), words), words);
  assert.deepEqual(order(seen(title('我家来说'), 'big'), words), [
    '<h1>',
    '我家来说',
    '正在问',
    '坡又陡又滑',
    '提案第1号',
  ]);
  const told = words.slice(0, 4);
  assert.deepEqual(order(seen(title(), 'big'), told), told);
});

test('a part that is said in a sentence is folded in large print alone, without its sentence in none', () => {
  const part = (brief?: string) => (
    <Section title="各方怎么说" id="cells" brief={brief}>
      <p>一户一户</p>
    </Section>
  );
  assert.match(
    seen(part('96户里听到94户'), 'big'),
    /<details class="fold" id="cells"><summary><h2>各方怎么说<\/h2><small>96户/,
  );
  for (const html of [seen(part('96户里听到94户'), 'standard'), seen(part(), 'big'), seen(part(''), 'big')])
    assert.equal(html, '<section id="cells"><h2>各方怎么说</h2><p>一户一户</p></section>');
});

test('what stands on a page is listed where it is not folded', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
  const contents = (unfolded?: boolean) => <Contents label="这一页有" items={items} unfolded={unfolded} />;
  assert.match(seen(contents(), 'standard'), /<nav class="contents"/);
  assert.equal(seen(contents(), 'big'), '');
  assert.match(seen(contents(true), 'big'), /<a href="#c">c<\/a>/);
});

const ways = (call: FrameProps['call'], edition: Edition) => {
  const html = seen(
    <Frame edition={edition} nameHref="/" nav={[]} call={call}>
      <h1>一页</h1>
    </Frame>,
    edition.endsWith('big') ? 'big' : 'standard',
  );
  const [inReach = '', foot = ''] = [/<p class="call.*?<\/p>/.exec(html)?.[0], /<footer.*/.exec(html)?.[0]];
  const leads = (part: string) => [...part.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
  return { inReach: leads(inReach), rings: leads(foot).filter((href) => href.startsWith('tel:')) };
};

test('in large print the telephone and the captain are in reach on every page, at the foot the telephone otherwise', () => {
  const here = { telephones: [{ telephone: '010-8836 1415' }], slug: 'demo' };
  assert.deepEqual(ways(here, 'zh-big'), { inReach: ['tel:01088361415', '/act/demo/invitation'], rings: [] });
  assert.deepEqual(ways(here, 'zh'), { inReach: [], rings: ['tel:01088361415'] });
  assert.deepEqual(ways({}, 'en-big'), { inReach: ['/en/help#telephones', '/en/help#visit'], rings: [] });
  assert.deepEqual(ways({}, 'en'), { inReach: [], rings: [] });
  const offices = { ...here, offices: true };
  for (const edition of ['zh', 'zh-big'] as const)
    assert.deepEqual(ways(offices, edition), { inReach: [], rings: ['tel:01088361415'] });
});

test('whoever has to do with several communities finds each telephone by the name of its community, never the first for all', () => {
  const telephones = [
    { name: '朱光', telephone: '010-8836 1415' },
    { name: '前门', telephone: '' },
    { name: '东四', telephone: '010-6400 0000' },
  ];
  const call = { telephones, choose: '/me#homes' };
  const rings = ['tel:01088361415', 'tel:01064000000'];
  const large = seen(
    <Frame edition="zh-big" nameHref="/" nav={[]} call={call}>
      <h1>一页</h1>
    </Frame>,
    'big',
  );
  const listed = /<ul id="numbers".*?<\/ul>/.exec(large)?.[0] ?? '';
  assert.deepEqual(
    [...listed.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
    rings,
  );
  assert.match(
    listed,
    /朱光 <span class="digits">010-8836 1415<\/span>.*东四 <span class="digits">010-6400 0000<\/span>/,
  );
  // In reach are two ways, however many communities there are: more would take too much of a telephone.
  assert.deepEqual(ways(call, 'zh-big'), { inReach: ['#numbers', '/me#homes'], rings: [] });
  assert.deepEqual(
    ways({ ...call, telephones: telephones.slice(0, 1) }, 'zh-big').inReach,
    ['#numbers', '/me#homes'],
    'nor a name beside a number',
  );
  assert.deepEqual(ways(call, 'zh'), { inReach: [], rings });
  const html = seen(
    <Frame edition="zh" nameHref="/" nav={[]} call={call}>
      <h1>一页</h1>
    </Frame>,
    'standard',
  );
  assert.match(
    html,
    /朱光：打电话 <span class="digits">010-8836 1415<\/span>.*东四：打电话 <span class="digits">010-6400 0000<\/span>/,
  );
});

test('that it is a demonstration takes one line in large print, with all the rest on asking', () => {
  const notice = (folded?: { text: string; ask: string }) =>
    renderToStaticMarkup(
      <Invented text="这里的人和数都是编的。" why={{ ask: '哪些是真的？', text: '楼号' }} folded={folded}>
        <form className="clock" />
      </Invented>,
    );
  assert.match(
    notice({ text: '演示', ask: '看看' }),
    /<\/summary>.*编的.*楼号.*<form class="clock"><\/form><\/details><\/aside>$/,
  );
  assert.match(notice(), /编的.*<\/summary><p>楼号<\/p><\/details><form class="clock"><\/form><\/aside>$/);
});
