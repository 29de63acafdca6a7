/** Whether what goes to this address can be read on its way: anything but `https:`, unless it stays on this machine. */
export function inClear({ protocol, hostname }: URL): boolean {
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol !== 'https:' && !(protocol === 'http:' && here);
}
