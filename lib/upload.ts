/** The fields of a form fit in this; what is longer is its file. */
const MOST_WORDS = 64 * 1024;

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
  const boundary = /;\s*boundary="?([^";,]+)"?/i.exec(type)?.[1];
  if (!request.body || !boundary) return new FormData();
  const { head, tail, whole } = await ends(request.body);
  const line = `--${boundary}`;
  let body = head;
  if (!whole) {
    // Parts that lie whole in what was kept: before the file, and after it.
    const file = head.indexOf('; filename="');
    const before = head.subarray(0, head.lastIndexOf(line, file < 0 ? undefined : file));
    const next = tail.indexOf(`\r\n${line}`);
    const after = next < 0 ? Buffer.from(`${line}--\r\n`) : tail.subarray(next + 2);
    body = Buffer.concat([before, after]);
  }
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
}
