import { createHash, randomBytes } from 'node:crypto';

/** Said with every answer. */
export const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Said besides where the site's address is `https:`: from then on a browser asks no other way. */
export const onlySecure = { 'strict-transport-security': 'max-age=31536000' };

const policy = (...rules: string[]) =>
  [`default-src 'none'`, ...rules, `base-uri 'none'`, `frame-ancestors 'none'`].join('; ');

/** For what is no page: pictures, files of the build, JSON. */
export const plainPolicy = policy(`form-action 'none'`);

/** The notice board: nothing runs. */
export const boardPolicy = policy(
  `style-src 'self'`,
  `img-src 'self'`,
  `font-src 'self'`,
  `form-action 'self'`,
  `object-src 'none'`,
);

/** A page that brings its own style, known by its hash: nothing else runs or loads; forms it may have, or not. */
export const policyOf = (style: string, forms: 'forms' | 'no forms' = 'no forms'): string =>
  policy(
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    `img-src 'self'`,
    `form-action ${forms === 'forms' ? "'self'" : "'none'"}`,
  );

/** A page made for one person: its own scripts, and those they load. Next takes the nonce from here. */
export function roomPolicy(): string {
  const nonce = randomBytes(16).toString('base64');
  return policy(
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `object-src 'none'`,
  );
}
