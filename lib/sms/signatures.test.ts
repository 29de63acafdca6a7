import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acs3 } from './aliyun';
import { tc3 } from './tencent';
import { signature } from './webhook';

test('Alibaba Cloud’s own example of V3 (RunInstances, fixed values) has the signature it publishes', () => {
  const { query, headers } = acs3({
    host: 'ecs.cn-shanghai.aliyuncs.com',
    action: 'RunInstances',
    version: '2014-05-26',
    query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
    at: new Date('2023-10-26T10:22:32Z'),
    nonce: '3156853299f313e23d1673dc12e1703d',
    keyId: 'YourAccessKeyId',
    keySecret: 'YourAccessKeySecret',
  });
  assert.equal(query, 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai');
  assert.equal(headers['x-acs-date'], '2023-10-26T10:22:32Z');
  assert.equal(
    headers.authorization,
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  );
});

test('what RFC 3986 reserves is written in hexadecimal, capital letters, in the query of Alibaba Cloud', () => {
  const { query } = acs3({
    host: 'h',
    action: 'a',
    version: 'v',
    at: new Date(0),
    nonce: 'n',
    keyId: 'i',
    keySecret: 's',
    query: { b: "珠 !'()*~-_.", a: '{"code":"000123"}' },
  });
  assert.equal(query, 'a=%7B%22code%22%3A%22000123%22%7D&b=%E7%8F%A0%20%21%27%28%29%2A~-_.');
});

test('Tencent Cloud’s own example of v3 (DescribeInstances) has the signature it publishes', () => {
  const authorization = tc3({
    service: 'cvm',
    headers: { 'Content-Type': 'application/json; charset=utf-8', Host: 'cvm.tencentcloudapi.com' },
    body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    at: new Date(1_551_113_065_000),
    keyId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
    keySecret: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
  });
  assert.equal(
    authorization,
    'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  );
});

test('the example of Standard Webhooks has the signature it publishes, with the prefix of its secret and without', () => {
  const given = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', seconds: 1_614_265_330, body: '{"test": 2432232314}' };
  for (const secret of ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])
    assert.equal(signature({ ...given, secret }), 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
