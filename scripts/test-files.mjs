import fs from 'node:fs';
import path from 'node:path';

const rooms = ['app', 'cli', 'components', 'db', 'features', 'lib', 'scripts', 'tests'];
const needsDatabase = (file) => /(^|\/)(commands|queries|jobs)\.test\.tsx?$/.test(file) || /^(db|tests)\//.test(file);

/** Every file below a folder, with `/` between its parts, relative to `root`. */
export function filesBelow(root, folder) {
  const start = path.join(root, folder);
  if (!fs.existsSync(start)) return [];
  return fs.readdirSync(start, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(root, name);
    return [name];
  });
}

/** The files of node:test, those that need PostgreSQL apart. `patterns`: parts of their names; none means all. */
export function testFiles(root, patterns) {
  const all = rooms
    .flatMap((room) => filesBelow(root, room))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
    .sort();
  return { pure: all.filter((file) => !needsDatabase(file)), database: all.filter(needsDatabase) };
}
