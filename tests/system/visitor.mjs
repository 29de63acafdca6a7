import http from 'node:http';

const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
const plain = (text) => text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (name) => entities[name]);
const attribute = (tag, name) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
};

/** The hidden fields of the page's first form that holds `marker`. */
export function hiddenFields(html, marker) {
  const form = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((one) => one.includes(marker));
  if (!form) throw new Error(`no form with ${marker}`);
  const fields = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g))
    fields[attribute(tag, 'name')] = attribute(tag, 'value') ?? '';
  return fields;
}

/**
 * A browser without scripts, for measurements: keeps its cookies, follows nothing.
 * @param {{ port: number, host?: string }} where `host` is what it says it visits
 */
export function visitor({ port, host = `127.0.0.1:${port}`, agent = new http.Agent({ keepAlive: true }) }) {
  const cookies = new Map();

  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = (method, path, { headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const held = cookie();
      const request = http.request(
        { host: '127.0.0.1', port, method, path, agent, headers: { host, ...(held && { cookie: held }), ...headers } },
        (response) => {
          const parts = [];
          response.on('data', (part) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) {
              const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
              if (name) cookies.set(name, value);
            }
            resolve({
              status: response.statusCode,
              location: response.headers.location,
              headers: response.headers,
              body: Buffer.concat(parts).toString('utf8'),
            });
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  const get = (path, headers) => ask('GET', path, { headers });
  const send = (path, fields, headers = {}) => {
    const data = new FormData();
    for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields)) data.set(name, value);
    const encoded = new Response(data);
    return encoded.arrayBuffer().then((body) =>
      ask('POST', path, {
        headers: { 'content-type': encoded.headers.get('content-type'), origin: `http://${host}`, ...headers },
        body: Buffer.from(body),
      }),
    );
  };
  const post = (path, fields) => send(path, fields);
  /** Any verb; what is posted is a form. */
  const knock = (verb, path, fields) =>
    verb === 'POST' ? send(path, fields) : ask(verb, path, { headers: { origin: `http://${host}` } });
  /** Becomes a demonstration identity by its button. */
  const become = async (identity) => {
    const fields = hiddenFields((await get('/sign-in?back=/me')).body, `data-identity="${identity}"`);
    const answer = await post('/sign-in?back=/me', { ...fields, identity });
    if (answer.status !== 303) throw new Error(`sign-in as ${identity}: ${answer.status}`);
  };
  return { get, post, send, knock, become, cookie, end: () => agent.destroy() };
}
