/** Runs one verb as the command line does: what it says, and the code it would end with. */
export async function run(verb: (args: string[]) => Promise<number>, ...args: string[]) {
  const said = { stdout: '', stderr: '' };
  const hearing = (['stdout', 'stderr'] as const).map((stream) => {
    const { write } = process[stream];
    process[stream].write = ((part: unknown, ...more: unknown[]) => {
      // Words are the verb's; bytes are what this test process reports.
      if (typeof part !== 'string') return Reflect.apply(write, process[stream], [part, ...more]);
      said[stream] += part;
      return true;
    }) as typeof write;
    return () => {
      process[stream].write = write;
    };
  });
  try {
    const status = await verb(args);
    return { status, ...said, json: () => JSON.parse(said.stdout) };
  } finally {
    for (const end of hearing) end();
  }
}
