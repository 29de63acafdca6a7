import { expect, test } from '@playwright/test';
import { client, faultOf, listOf, value } from '../tests/open311-client';
import { look, lookAll } from './look';
import { become } from './people';

const ADDRESS = '/api/open311/v2';

test('a secretary gives a key, a program brings a case by it, and once it was looked at everybody may ask for it', async ({
  page,
  request,
}) => {
  await become(page, 'party-secretary', '/desk/zhuguang/keys');
  await lookAll(page, '/desk/zhuguang/keys');
  await page.getByRole('link', { name: '发一把钥匙' }).click();
  await page.locator('[name=name]').fill('一网统管');
  await page.locator('[name=purpose]').fill('把区里收到的诉求转进来');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(/\/keys\/\d+$/);
  await look(page);
  const secret = (await page.locator('.hash').first().textContent()) ?? '';
  expect(secret).toMatch(/^tx_[\w-]{43}$/);
  const address = page.url();

  const services = await (await request.get(`${ADDRESS}/services.json?jurisdiction_id=zhuguang`)).json();
  const form = {
    jurisdiction_id: 'zhuguang',
    service_code: services[0].service_code,
    description: '东门口的地砖翘起来了，绊了两个人',
    address_string: '东门',
    'attribute[external_id]': `e2e-${Date.now()}`,
  };
  const bare = { headers: { origin: 'https://platform.example' } };
  const refused = await request.post(`${ADDRESS}/requests.json`, { form, ...bare });
  expect(refused.status()).toBe(403);
  const sent = await request.post(`${ADDRESS}/requests.json`, { form: { ...form, api_key: secret }, ...bare });
  expect(sent.status(), await sent.text()).toBe(200);
  const [{ service_request_id: id }] = await sent.json();
  const one = `${ADDRESS}/requests/${id}.json?jurisdiction_id=zhuguang`;
  expect((await request.get(one)).status()).toBe(404);

  await page.context().clearCookies({ name: 'shown-once' });
  await page.goto(address);
  await expect(page.locator('main')).toContainText('1件');
  await expect(page.locator('.hash')).toHaveCount(0);
  const key = new URL(address).pathname;
  await lookAll(page, key);
  await lookAll(page, `${key}/withdrawal`);

  await become(page, 'social-worker', `/desk/zhuguang/cases/${id}/posting`);
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page).toHaveURL(new RegExp(`/cases/${id}$`));
  await expect(page.locator('main')).toContainText('别的平台转来的');
  const [told] = await (await request.get(one)).json();
  expect([told.status, told.address, told.lat]).toEqual(['open', '东门', null]);
  const xml = await (await request.get(`${ADDRESS}/requests.xml?jurisdiction_id=zhuguang`)).text();
  const names = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'text/xml');
    return [read.documentElement.nodeName, read.getElementsByTagName('parsererror').length];
  }, xml);
  expect(names).toEqual(['service_requests', 0]);

  // A program that knows the specification alone, over the network.
  const origin = new URL(page.url()).origin;
  const { ask, send } = client('zhuguang', {
    address: `${origin}${ADDRESS}/`,
    ask: (asked) => fetch(asked),
    isWell: (text) =>
      page.evaluate(
        (xml) => new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('parsererror').length === 0,
        text,
      ),
  });
  const resources = ['discovery', 'services', `services/${form.service_code}`, 'requests', `requests/${id}`];
  for (const name of [...resources, 'servicerequestupdates'])
    for (const format of ['xml', 'json'])
      expect((await ask(`${name}.${format}`)).status, `${name}.${format}`).toBe(200);
  const found = listOf(await ask('requests.xml', { service_request_id: id }), 'service_requests', 'request');
  expect(found.map((each) => value(each, 'service_request_id'))).toEqual([id]);
  for (const format of ['xml', 'json']) {
    const another = { ...form, api_key: secret, 'attribute[external_id]': `e2e-${format}-${Date.now()}` };
    expect((await send(`requests.${format}`, another)).status).toBe(200);
  }
  expect((await ask('requests/999999.json')).status).toBe(404);
  expect(faultOf(await send('requests.xml', form)).code).toBe('403');

  await page.goto(`${new URL(address).pathname}/withdrawal`);
  await look(page);
  await page.locator('[name=reason]').fill('试完了');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText('真要这样办，再按一次');
  await page.locator('main form.form button[type=submit]').last().click();
  await expect(page.locator('main')).toContainText('已经收回');
  const late = await request.post(`${ADDRESS}/requests.json`, { form: { ...form, api_key: secret }, ...bare });
  expect(late.status()).toBe(403);
});
