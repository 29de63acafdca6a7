// `node scripts/run.mjs FILE …`: runs a TypeScript file of the project, once what it needs is installed.
import { pathToFileURL } from 'node:url';
import { installMissing } from './install.mjs';

installMissing((line) => process.stdout.write(`${line}\n`));
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(process.argv[2] ?? '').href);
