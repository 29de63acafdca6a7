import { deflateSync } from 'node:zlib';

/** A PDF of one empty page and these objects besides, from number 4 on. `catalog`: what its root says too. */
export function pdfOf({ more = [], catalog = '' }: { more?: (string | Buffer)[]; catalog?: string } = {}): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ...more,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [at, one] of objects.entries()) {
    places.push(length());
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(one), Buffer.from('\nendobj\n'));
  }
  const start = length();
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A stream with these keys. */
export const streamOf = (keys: string, data: string | Buffer): Buffer => {
  const bytes = Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<< ${keys} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
};

/** Objects packed into a stream, from number 40 on. */
export function packOf(objects: readonly string[], keys = '/Type /ObjStm'): Buffer {
  const offsets = objects.map((_, at) => objects.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0));
  const head = offsets.map((offset, at) => `${40 + at} ${offset}`).join(' ');
  const data = deflateSync(Buffer.from(`${head} ${objects.join(' ')}`));
  return streamOf(`${keys} /N ${objects.length} /First ${head.length + 1} /Filter /FlateDecode`, data);
}
