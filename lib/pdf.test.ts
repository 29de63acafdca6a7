import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { computing, yardstick } from '@/tests/pace';
import { packOf, pdfOf, streamOf } from '@/tests/pdf';
import { faultOfPdf, isPdf } from './pdf';

const all = (files: Record<string, Buffer>, fault: string | null) => {
  for (const [name, file] of Object.entries(files)) assert.equal(faultOfPdf(file), fault, name);
};

const js = '<< /S /JavaScript /JS (app.alert(1)) >>';
const image = (bytes: Buffer) =>
  streamOf('/Type /XObject /Subtype /Image /Width 9 /Height 9 /Filter /DCTDecode', bytes);

test('what is a paper and nothing else is taken', () => {
  const updated = Buffer.concat([
    pdfOf(),
    Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\nxref\n3 1\n0000000500 00000 n \n'),
    Buffer.from('trailer\n<< /Size 4 /Root 1 0 R /Prev 200 >>\nstartxref\n600\n%%EOF\r\n\0\0'),
  ]);
  all(
    {
      plain: pdfOf(),
      scanned: pdfOf({ more: [image(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(400_000)]))] }),
      packed: pdfOf({ more: [packOf(['<< /Type /Font /Subtype /Type1 >>', '[1 2 3]', '(words)', '<00ff>'])] }),
      'length said elsewhere': pdfOf({
        more: [Buffer.from('<< /Length 5 0 R >>\nstream\nBT (words) Tj ET\nendstream'), '16'],
      }),
      'length said wrongly': pdfOf({ more: [Buffer.from('<< /Length 3 >>\nstream\nBT (words) Tj ET\nendstream')] }),
      'opens at a page': pdfOf({ catalog: '/OpenAction [3 0 R /Fit]' }),
      'opens at a page by a reference': pdfOf({
        catalog: '/OpenAction 4 0 R',
        more: ['<< /S /GoTo /D [3 0 R /Fit] >>'],
      }),
      'a link to an address': pdfOf({ more: ['<< /Type /Annot /A << /S /URI /URI (https://example.org) >> >>'] }),
      'written on later': updated,
      'outlines have a first': pdfOf({ more: ['<< /Type /Outlines /First 5 0 R /Last 5 0 R >>', '<< /Title (a) >>'] }),
    },
    null,
  );
});

test('what runs, opens or carries something else is refused, however it is written and wherever it is put', () => {
  const escaped = '<< /S /#4aava#53cript /J#53 (app.alert(1)) >>';
  const hidden = Buffer.from(`9 0 obj\n${js}\nendobj\n`);
  all(
    {
      'a script when it opens': pdfOf({ catalog: `/OpenAction ${js}` }),
      'a script by its name': pdfOf({
        catalog: '/Names << /JavaScript 4 0 R >>',
        more: ['<< /Names [(a) 5 0 R] >>', js],
      }),
      'in other letters': pdfOf({ catalog: `/OpenAction ${escaped}` }),
      'in a pack': pdfOf({ catalog: '/OpenAction 40 0 R', more: [packOf([js])] }),
      'in a pack, in other letters': pdfOf({ catalog: '/OpenAction 40 0 R', more: [packOf([escaped])] }),
      'in a pack that does not say so': pdfOf({ catalog: '/OpenAction 40 0 R', more: [packOf([js], '/Type /Font')] }),
      'in a pack, within a word': pdfOf({ more: [packOf([`(${js})`])] }),
      'within a picture': pdfOf({ more: [image(hidden)] }),
      'within a word': pdfOf({ more: [`(${js.replaceAll(/[()]/g, '')})`] }),
      'in a comment': Buffer.concat([pdfOf(), Buffer.from(`% ${js}\n%%EOF\n`)]),
      'a program': pdfOf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
      'a file within': pdfOf({ catalog: '/Names << /EmbeddedFiles 4 0 R >>', more: ['<< /Names [] >>'] }),
      'a file within, unnamed': pdfOf({ more: ['<< /Type /Filespec /EF << /F 5 0 R >> >>', streamOf('', 'MZ')] }),
      'on turning a page': pdfOf({ more: ['<< /Type /Page /AA << /O << /S /URI /URI (https://x.example) >> >> >>'] }),
      'an address when it opens': pdfOf({ catalog: '/OpenAction << /S /URI /URI (https://x.example) >>' }),
      'an address after a page': pdfOf({
        catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (https://x.example) >> >>',
      }),
      'an address by a reference': pdfOf({
        catalog: '/OpenAction 4 0 R',
        more: ['<< /S /URI /URI (https://x.example) >>'],
      }),
      'a form that is sent': pdfOf({ more: ['<< /S /SubmitForm /F (https://x.example) >>'] }),
      'a form of its own': pdfOf({ catalog: '/AcroForm << /XFA 4 0 R >>', more: [streamOf('', '<xdp/>')] }),
      'another file': pdfOf({ more: [String.raw`<< /S /GoToR /F (\\\\host\\share) >>`] }),
      'a film': pdfOf({ more: ['<< /Type /Annot /Subtype /RichMedia >>'] }),
    },
    'pdf_runs',
  );
});

test('what cannot be looked through is refused', () => {
  const bomb = deflateSync(Buffer.alloc(30 * 1024 * 1024, 32), { level: 9 });
  const whole = pdfOf();
  all(
    {
      empty: Buffer.alloc(0),
      'no PDF': Buffer.from('<html><script>alert(1)</script></html>'),
      'something before it': Buffer.concat([Buffer.from('<!doctype html>\n'), whole]),
      'something after it': Buffer.concat([whole, Buffer.from('PK\x03\x04 and more')]),
      'something after it that ends as it should': Buffer.concat([
        whole,
        Buffer.from('<script>alert(1)</script>\n%%EOF\n'),
      ]),
      'half of it': whole.subarray(0, whole.length - 30),
      'no page': Buffer.from(whole.toString('latin1').replace('/Type /Page ', '/Type /None '), 'latin1'),
      'too deep': pdfOf({ more: ['['.repeat(100_000)] }),
      'a word without an end': pdfOf({ more: ['(((('] }),
      'a stream without an end': pdfOf({ more: ['<< /Length 9 >>\nstream\nabc'] }),
      'an object within a stream': pdfOf({ more: [image(Buffer.from('\n9 0 obj <</First 9>> stream x endstream'))] }),
      'an object within a word': pdfOf({ more: ['(\n9 0 obj <</First 9>> stream x endstream endobj)'] }),
      'an object within a comment': pdfOf({ more: ['% 9 0 obj <</First 9>> stream x\n null'] }),
      'packed in a way of its own': pdfOf({ more: [streamOf('/Type /ObjStm /N 1 /First 5 /Filter /LZWDecode', 'x')] }),
      'packed twice': pdfOf({
        more: [streamOf('/Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /FlateDecode]', deflateSync('x'))],
      }),
      'not packed as it says': pdfOf({ more: [streamOf('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', 'x')] }),
      'a pack that is a bomb': pdfOf({ more: [streamOf('/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode', bomb)] }),
      'a pack that begins nowhere': pdfOf({ more: [streamOf('/Type /ObjStm /N 1', '40 0 null')] }),
    },
    'pdf_broken',
  );
  assert.equal(
    faultOfPdf(Buffer.from(whole.toString('latin1').replace('/Root', '/Encrypt 9 0 R /Root'), 'latin1')),
    'pdf_locked',
  );
  assert.equal(isPdf(Buffer.from('%PDF-1.4')), true);
  assert.equal(isPdf(Buffer.from('%PDF-x')), false);
});

test('twelve megabytes of anything are looked through in a few breaths', async () => {
  const most = 12 * 1024 * 1024;
  const fill = (piece: string) => Buffer.from(piece.repeat(Math.floor(most / piece.length)));
  const one = await yardstick();
  for (const [name, file] of Object.entries({
    slashes: pdfOf({ more: [image(fill('/'))] }),
    spelt: pdfOf({ more: [Buffer.concat([Buffer.from('['), fill('/aa#20b '), Buffer.from(']')])] }),
    names: pdfOf({ more: [Buffer.concat([Buffer.from('['), fill('/aaaaa '), Buffer.from(']')])] }),
    streams: pdfOf({ more: [fill('stream\n')] }),
    numbers: Buffer.concat([Buffer.from('%PDF-1.7\n'), fill('1 0 '), Buffer.from('\n%%EOF')]),
    spaces: Buffer.concat([Buffer.from('%PDF-1.7\n1'), fill(' '), Buffer.from('\n%%EOF')]),
    escapes: pdfOf({ more: [Buffer.concat([Buffer.from('('), fill('\\('), Buffer.from(')')])] }),
  }))
    assert.ok((await computing(() => faultOfPdf(file))) < 150 * one, name);
});
