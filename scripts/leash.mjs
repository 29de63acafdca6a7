// Loaded before a supervised process: it ends when the supervisor's end of the channel closes. Workers such a process
// forks inherit this file and have a channel of their own, which must go on holding them.
if (process.channel && process.env.TONGXIN_SUPERVISOR === String(process.ppid)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 15_000).unref();
  });
  process.channel.unref();
}
