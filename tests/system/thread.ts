import { Worker } from 'node:worker_threads';

/** A thread of a TypeScript file beside this one: it learns to read that before it is asked to. */
export function threadOf(name: string, workerData: unknown): Worker {
  const file = new URL(name, import.meta.url).href;
  const begin = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file)}); })`;
  return new Worker(begin, { eval: true, workerData });
}
