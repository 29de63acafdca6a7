import { defineConfig } from '@playwright/test';

/** `npm test` gives BASE_URL and CHROMIUM_PATH. As root Chromium has no sandbox; it never speaks to the network. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Words left lying by those who sign out would stand in the forms of the others: every form is tried when they are done.
  projects: [
    { name: 'journeys', testIgnore: /forms\.spec/ },
    { name: 'forms', testMatch: /forms\.spec/, dependencies: ['journeys'] },
  ],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
