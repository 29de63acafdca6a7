import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const rooms = ['app', 'cli', 'components', 'db', 'features', 'lib', 'scripts', 'server', 'tests'];
const needsDatabase = (file) =>
  /(^|\/)(commands|queries|jobs)(\/[a-z-]+)?\.test\.tsx?$/.test(file) || /^(db|tests)\//.test(file);

/**
 * Every file below a folder, with `/` between its parts, relative to `root`.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(root, folder) {
  const start = path.join(root, folder);
  if (!fs.existsSync(start)) return [];
  return fs.readdirSync(start, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(root, name);
    return [name];
  });
}

/**
 * Every file of the project: what git knows or would take; without git all but what is made.
 * @param {string} root
 * @returns {string[]}
 */
export function projectFiles(root) {
  try {
    const args = ['-C', root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const named = execFileSync('git', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
    return [...new Set(named.split('\0'))].filter((file) => file && fs.existsSync(path.join(root, file)));
  } catch {
    const hidden = new Set(['node_modules', '.git', '.next', '.next-test', '.data', 'test-results']);
    return fs.readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
      if (hidden.has(entry.name)) return [];
      return entry.isDirectory() ? filesBelow(root, entry.name) : [entry.name];
    });
  }
}

/** Whole lives, races and copies take longest: begun first, they do not keep the last core busy alone. */
const isLong = (file) => file.startsWith('tests/');

/** The files of node:test, those that need PostgreSQL apart. `patterns`: parts of their names; none means all. */
export function testFiles(root, patterns) {
  const all = rooms
    .flatMap((room) => filesBelow(root, room))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
    .sort()
    .sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
  return { pure: all.filter((file) => !needsDatabase(file)), database: all.filter(needsDatabase) };
}
