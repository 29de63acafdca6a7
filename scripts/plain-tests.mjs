// The test files as plain ones, made once for all: a loader of TypeScript would cost each of their processes a second.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkout } from './binaries.mjs';

/** What a source says about itself stays true in the plain file, and parts of Next are found without Next's loader. */
const asInTheSource = {
  name: 'as-in-the-source',
  setup(build) {
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path: part }) => ({ path: `${part}.js`, external: true }));
    build.onResolve({ filter: /^next-auth(\/|$)/ }, ({ path: part }) => ({
      path: fileURLToPath(import.meta.resolve(part)),
    }));
    build.onLoad({ filter: /\.(?:tsx?|mjs)$/ }, async ({ path: file }) => {
      const text = await fs.promises.readFile(file, 'utf8');
      const said = { url: pathToFileURL(file).href, dirname: path.dirname(file), filename: file };
      const contents = text.replace(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, what) =>
        JSON.stringify(said[what]),
      );
      const [, ending] = /\.(tsx?|mjs)$/.exec(file);
      return { contents, loader: ending === 'mjs' ? 'js' : ending };
    });
  },
};

const source = (file) => path.join(checkout, file);
/** Whoever imports by a name that is worked out needs the loader after all. */
const needsLoader = (file) => /\bimport\((?!')/.test(fs.readFileSync(source(file), 'utf8'));
const withLoader = (file) => `import 'tsx';\nawait import(${JSON.stringify(pathToFileURL(source(file)).href)});\n`;

/**
 * Makes them in `folder`, which may lie anywhere; one module is one module there too, however many files ask for it.
 * @param {string[]} files relative to the checkout
 * @returns {Promise<string[]>} the plain files, in the same order
 */
export async function plainTests(files, folder) {
  const esbuild = await import('esbuild');
  const plain = (file) => path.join(folder, file.replace(/\.tsx?$/, '.mjs'));
  fs.mkdirSync(folder, { recursive: true });
  fs.symlinkSync(source('node_modules'), path.join(folder, 'node_modules'));
  await esbuild.build({
    entryPoints: files.filter((file) => !needsLoader(file)),
    absWorkingDir: checkout,
    outdir: folder,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'silent',
    plugins: [asInTheSource],
  });
  await esbuild.stop();
  for (const file of files.filter(needsLoader)) {
    fs.mkdirSync(path.dirname(plain(file)), { recursive: true });
    fs.writeFileSync(plain(file), withLoader(file));
  }
  return files.map(plain);
}
