import { defineConfig } from '@playwright/test';

/** `npm test` gives BASE_URL and CHROMIUM_PATH. As root Chromium has no sandbox; it never speaks to the network. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  // A journey may take as long as it goes on; what is waited for longer than this does not come.
  timeout: 0,
  expect: { timeout: 60_000 },
  reporter: [['dot'], ['./reporter.ts']],
  // Words left lying by those who sign out would stand in the forms of the others: every form is tried when they are done.
  projects: [
    { name: 'journeys', testIgnore: /(forms|demonstration)\.spec/ },
    { name: 'forms', testMatch: /forms\.spec/, dependencies: ['journeys'] },
    { name: 'demonstration', testMatch: /demonstration\.spec/ },
  ],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
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
