/** The fields of a form fit in this; what is longer is its file. */
const MOST_WORDS = 64 * 1024;

const boundaryOf = (type: string) => /;\s*boundary="?([^";,]+)"?/i.exec(type)?.[1];

/** The body of a request to its end, keeping only its first and last bytes. */
async function ends(body: ReadableStream<Uint8Array>): Promise<{ head: Buffer; tail: Buffer; whole: boolean }> {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let length = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (head.length < MOST_WORDS) head = Buffer.concat([head, chunk]).subarray(0, MOST_WORDS);
    tail = chunk.length >= MOST_WORDS ? Buffer.from(chunk.subarray(-MOST_WORDS)) : Buffer.concat([tail, chunk]);
    if (tail.length > MOST_WORDS) tail = tail.subarray(-MOST_WORDS);
  }
  return { head, tail, whole: length <= head.length };
}

/**
 * The words of a form posted with one file, which is thrown away as it arrives: for an upload there is no room for.
 * It is read to its end, or a browser that is still sending would never see the answer. What cannot be read is empty.
 */
export async function wordsWithoutFile(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = boundaryOf(type);
  if (!request.body || !boundary) return new FormData();
  const { head, tail, whole } = await ends(request.body);
  const line = `--${boundary}`;
  let body = head;
  if (!whole) {
    // Parts that lie whole in what was kept: before the file, and after it.
    const before = wholeParts(head, line);
    const next = tail.indexOf(`\r\n${line}`);
    const after = next < 0 ? Buffer.from(`${line}--\r\n`) : tail.subarray(next + 2);
    body = Buffer.concat([before, after]);
  }
  return formOf(body, type);
}

const formOf = (body: Buffer, type: string): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => new FormData());

/** The parts of a form that have come whole before its first file. */
function wholeParts(head: Buffer, line: string): Buffer {
  const file = head.indexOf('; filename="');
  return head.subarray(0, Math.max(0, head.lastIndexOf(line, file < 0 ? undefined : file)));
}

/** The words of a form of which no more than its beginning is there: those that came before its file. */
export function wordsBefore(head: Buffer, type: string): Promise<FormData> {
  const line = `--${boundaryOf(type) ?? ''}`;
  return formOf(Buffer.concat([wholeParts(head, line), Buffer.from(`${line}--\r\n`)]), type);
}
