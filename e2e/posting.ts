import type { APIResponse, Page } from '@playwright/test';

interface Control {
  name: string;
  kind: 'words' | 'number' | 'date' | 'choice' | 'tick' | 'file';
  /** What it may be sent as. */
  offered: string[];
  required: boolean;
}

/** A form as a script without a browser sees it. */
export interface Form {
  action: string;
  get: boolean;
  /** What goes with it unseen, and the button. */
  hidden: [string, string][];
  controls: Control[];
}

/** What stands on a page that answers a post. */
export interface Answer {
  headings: number;
  /** What it says is wrong, if it says so. */
  said: string;
  code: string;
  lines: number;
  /** Lines that lead to no field, and fields that are not marked or told. */
  faults: string[];
  /** Fields with a fault that are said to be optional. */
  optional: string[];
  /** Everything that can be read out of fields, and words given back without a form. */
  kept: string[];
  hidden: Record<string, string>;
  pwned: number;
}

/** The forms of a page's own part. The page gives the parser only: nothing is displayed. */
export const formsOf = (page: Page, html: string): Promise<Form[]> =>
  page.evaluate((text) => {
    const found = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('main form')];
    const kinds: Record<string, Control['kind']> = {
      radio: 'choice',
      'select-one': 'choice',
      checkbox: 'tick',
      file: 'file',
      date: 'date',
      'datetime-local': 'date',
      tel: 'number',
    };
    return found.map((one) => {
      const form = one as HTMLFormElement;
      const controls = new Map<string, Control>();
      for (const field of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
        const kind = field.inputMode ? 'number' : (kinds[field.type] ?? 'words');
        const options = field instanceof HTMLSelectElement ? [...field.options].map(({ value }) => value) : [];
        const before = controls.get(field.name);
        controls.set(field.name, {
          name: field.name,
          kind,
          offered: [...(before?.offered ?? []), ...(field.type === 'radio' ? [field.value] : options.filter(Boolean))],
          required: field.required || (before?.required ?? false),
        });
      }
      const unseen = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
      const button = form.querySelector<HTMLButtonElement>('button[type=submit][name]');
      const main = form.querySelector('button[type=submit]:not([name])');
      return {
        action: form.getAttribute('action') ?? '',
        get: form.method === 'get',
        hidden: [...unseen, ...(button && !main ? [button] : [])].map(({ name, value }): [string, string] => [
          name,
          value,
        ]),
        controls: [...controls.values()],
      };
    });
  }, html);

export const readAnswer = (page: Page, html: string): Promise<Answer> =>
  page.evaluate((text) => {
    const doc = new DOMParser().parseFromString(text, 'text/html');
    const told = doc.querySelector('main :is(.error-summary, .untaken, .notice-warn, .notice-danger)');
    const form = doc.querySelector('main form:has(.error-summary)');
    const fault = (line: Element) => {
      const link = line.querySelector('a')?.getAttribute('href') ?? '';
      const field = link.startsWith('#') ? doc.getElementById(link.slice(1)) : null;
      if (!field) return 'leads to no field';
      if (field.getAttribute('aria-invalid') !== 'true') return 'its field is not marked';
      const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
      const isTold = described.some((id) => doc.getElementById(id)?.classList.contains('field-error'));
      return isTold ? '' : 'is not told at its field';
    };
    const lines = [
      ...doc.querySelectorAll('main form :is(.error-summary li, .notice-warn p:not(.notice-title), .notice-danger p)'),
    ];
    const fields = [
      ...doc.querySelectorAll<HTMLInputElement>(
        'main :is(input:not([type=hidden], [type=radio]), input:checked, textarea)',
      ),
    ];
    return {
      headings: doc.querySelectorAll('h1').length,
      said: told?.textContent?.trim() ?? '',
      code: told?.getAttribute('data-code') ?? '',
      lines: lines.length,
      faults: lines
        .map((line) => [line.textContent, fault(line)])
        .filter(([, what]) => what)
        .map((two) => two.join(': ')),
      optional: [...doc.querySelectorAll('main .field:has([aria-invalid=true]) .field-label')]
        .map((label) => label.textContent ?? '')
        .filter((label) => label.includes('可以不填')),
      kept: [
        ...fields.map((field) => (field.localName === 'textarea' ? field.value : (field.getAttribute('value') ?? ''))),
        ...[...doc.querySelectorAll('main option[selected]')].map((one) => (one as HTMLOptionElement).value),
        ...[...doc.querySelectorAll('.untaken blockquote')].map((one) => one.textContent ?? ''),
      ],
      hidden: Object.fromEntries(
        [...(form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])].map(({ name, value }) => [
          name,
          value,
        ]),
      ),
      pwned: doc.querySelectorAll('[data-pwned]').length,
    };
  }, html);

export type Sent = Record<string, string | File>;

/** Sends a form as a browser without scripts does. Redirections are not followed. */
export async function sendForm(page: Page, path: string, form: Form, values: Sent): Promise<APIResponse> {
  const address = new URL(form.action || path, page.url());
  const all = [...form.hidden, ...Object.entries(values)] as const;
  if (form.get) {
    for (const [name, value] of all) address.searchParams.set(name, String(value));
    return page.request.get(address.href);
  }
  const data = new FormData();
  for (const [name, value] of all) data.set(name, value);
  const encoded = new Response(data);
  const type = encoded.headers.get('content-type') ?? '';
  return page.request.post(address.href, {
    data: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': type, origin: address.origin, referer: new URL(path, address).href },
    maxRedirects: 0,
  });
}
