// `node scripts/plain.mjs server/serve.ts`: runs a TypeScript file of the server as one plain file, made when it is first
// asked for and whenever something in it has changed. A loader of TypeScript would cost each start seconds and 70 MB.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const entries = ['server/serve.ts', 'server/picture-worker.ts'];

const hashOf = (files) =>
  files
    .reduce(
      (hash, file) =>
        hash
          .update(file)
          .update('\0')
          .update(fs.readFileSync(path.join(checkout, file))),
      createHash('sha256'),
    )
    .digest('hex');

/** Whether a plain file is made of these very sources: its first line names them, and their hash. */
function isCurrent(target) {
  try {
    const [head] = fs.readFileSync(target, 'utf8').split('\n', 1);
    const { files, hash } = JSON.parse(head.slice(3));
    return hashOf(files) === hash;
  } catch {
    return false;
  }
}

/** The plain file of `entry` in the folder of a build, made anew where it is not there or not the same. */
export async function plainFile(entry, build) {
  const target = path.join(build, 'plain', `${path.basename(entry, '.ts')}.mjs`);
  if (isCurrent(target)) return target;
  const esbuild = await import('esbuild');
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [entry],
    absWorkingDir: checkout,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    metafile: true,
    write: false,
  });
  const files = Object.keys(metafile.inputs);
  const half = `${target}.${process.pid}`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(half, `// ${JSON.stringify({ hash: hashOf(files), files })}\n${outputFiles[0].text}`);
  fs.renameSync(half, target);
  await esbuild.stop();
  return target;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const build = path.resolve(checkout, process.env.TONGXIN_DIST ?? '.next');
  await import(pathToFileURL(await plainFile(process.argv[2], build)).href);
}
