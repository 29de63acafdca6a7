import http from 'node:http';

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (name) => entities[name] ?? name);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** The hidden fields of the page's first form that holds `marker`. */
export function hiddenFields(html: string, marker: string): Record<string, string> {
  const form = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((one) => one.includes(marker));
  if (!form) throw new Error(`no form with ${marker}`);
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g))
    fields[attribute(tag, 'name') ?? ''] = attribute(tag, 'value') ?? '';
  return fields;
}

export interface Said {
  status: number;
  location: string | undefined;
  headers: http.IncomingHttpHeaders;
  body: string;
}

export type Field = string | File;
export type Fields = Record<string, Field> | [name: string, value: Field][];

/** One request to a server on this machine, as it stands. */
function send(port: number, options: http.RequestOptions, body?: string | Buffer): Promise<Said> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        const { location } = headers;
        resolve({ status: statusCode, location, headers, body: Buffer.concat(parts).toString('utf8') });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

export type Visitor = ReturnType<typeof visitor>;

/**
 * A browser without scripts, for measurements: keeps its cookies, follows nothing.
 *
 * @param host what it says it visits
 * @param agent `false`: a connection for each request
 */
export function visitor({
  port,
  host = `127.0.0.1:${port}`,
  agent = new http.Agent({ keepAlive: true }),
  found = '',
}: {
  port: number;
  host?: string;
  agent?: http.Agent | false;
  /** Cookies of somebody else's. */
  found?: string;
}) {
  const cookies = new Map(found.split('; ').flatMap((one) => (one ? [one.split('=', 2) as [string, string]] : [])));
  /** What says in their forms whose they are. */
  let mark = '';

  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (
    method: string,
    path: string,
    { headers = {}, body }: { headers?: http.OutgoingHttpHeaders; body?: Buffer } = {},
  ): Promise<Said> => {
    const held = cookie();
    const all = { host, ...(held && { cookie: held }), ...headers };
    const said = await send(port, { method, path, agent, headers: all }, body);
    for (const line of said.headers['set-cookie'] ?? []) {
      const [, name, value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) cookies.set(name, value);
    }
    return said;
  };

  const get = (path: string, headers?: http.OutgoingHttpHeaders) => ask('GET', path, { headers });
  const submit = async (path: string, fields: Fields, headers: http.OutgoingHttpHeaders = {}) => {
    const data = new FormData();
    for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields)) data.set(name, value);
    const encoded = new Response(data);
    const type = encoded.headers.get('content-type') ?? '';
    return ask('POST', path, {
      headers: { 'content-type': type, origin: `http://${host}`, ...headers },
      body: Buffer.from(await encoded.arrayBuffer()),
    });
  };
  const post = (path: string, fields: Fields) => submit(path, fields);
  /** The same fields as somebody's own form has them. */
  const own = (fields: Record<string, Field>) => ({ ...fields, $who: mark });
  /** Any verb; what is posted is a form. */
  const knock = (verb: string, path: string, fields: Record<string, Field>) =>
    verb === 'POST' ? submit(path, own(fields)) : ask(verb, path, { headers: { origin: `http://${host}` } });
  /** Becomes a demonstration identity by its button, or by that of another where not all of them have one. */
  const become = async (identity: string, listed = identity) => {
    const fields = hiddenFields((await get('/sign-in?back=/me')).body, `data-identity="${listed}"`);
    const answer = await post('/sign-in?back=/me', { ...fields, identity });
    if (answer.status !== 303) throw new Error(`sign-in as ${identity}: ${answer.status}`);
    mark = hiddenFields((await get('/me/data')).body, 'id="new-phone"').$who ?? '';
  };
  const end = () => {
    if (agent) agent.destroy();
  };
  return { get, post, submit, own, knock, become, cookie, end };
}
