import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from './test-files.mjs';

const folders = ['app', 'components', 'db', 'features', 'lib', 'public'];

/** A hash of the files of these folders (tests aside) and of these single files. */
export function hashOf(root, below, single = []) {
  const hash = createHash('sha256');
  const files = below.flatMap((folder) => filesBelow(root, folder)).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of [...files, ...single].sort()) {
    const full = path.join(root, file);
    if (fs.existsSync(full)) hash.update(file).update('\0').update(fs.readFileSync(full)).update('\0');
  }
  return hash.digest('hex');
}

/** What a production build is made of. */
export const sourcesHash = (root) => {
  const single = fs
    .readdirSync(root)
    .filter((name) => /^(package(-lock)?|tsconfig)\.json$|\.(js|mjs|ts|tsx|css)$/.test(name));
  return hashOf(
    root,
    folders,
    single.filter((name) => name !== 'next-env.d.ts'),
  );
};
