/** What an answer says, in XML and JSON alike: lists of things, and things of words. */
export type Said = string | number | boolean | null | readonly Said[] | { readonly [name: string]: Said };

/** What one of these is called within its list. */
const ONE: Readonly<Record<string, string>> = {
  attributes: 'attribute',
  endpoints: 'endpoint',
  errors: 'error',
  formats: 'format',
  service_request_updates: 'request_update',
  service_requests: 'request',
  services: 'service',
  values: 'value',
};

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Characters XML cannot hold, also as a reference. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const isList = (said: Said): said is readonly Said[] => Array.isArray(said);

function element(name: string, said: Said): string {
  if (said === null) return `<${name}/>`;
  if (isList(said)) return `<${name}>${said.map((one) => element(ONE[name] ?? 'item', one)).join('')}</${name}>`;
  if (typeof said === 'object')
    return `<${name}>${Object.entries(said)
      .map(([of, one]) => element(of, one))
      .join('')}</${name}>`;
  const text = String(said)
    .replace(UNSEEN, '')
    .replace(/[&<>]/g, (letter) => ESCAPED[letter] ?? '')
    // A reader of XML would make a line feed of it.
    .replaceAll('\r', '&#13;');
  return `<${name}>${text}</${name}>`;
}

export const FORMATS = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' } as const;
export type Format = keyof typeof FORMATS;

/** `root` is the name of all of it in XML. */
export const bodyOf = (format: Format, root: string, said: Said): string =>
  format === 'json' ? JSON.stringify(said) : `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, said)}\n`;
