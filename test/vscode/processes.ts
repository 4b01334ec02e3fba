import { execFileSync } from 'node:child_process';

/** The language servers that run below a process. */
export function serversBelow(ancestor: number): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const processes = lines.map(line => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), parent: Number(parent), command };
  });
  const below = (pid: number): typeof processes =>
    processes.filter(one => one.parent === pid).flatMap(one => [one, ...below(one.pid)]);
  return below(ancestor)
    .filter(({ command }) => /nianbao[^ ]*[\\/]dist[\\/]server\.js/.test(command))
    .map(({ pid }) => pid);
}

/** Kills them, as a crash would, and says how many there were. */
export function killServers(ancestor: number): number {
  const servers = serversBelow(ancestor);
  for (const pid of servers) process.kill(pid, 'SIGKILL');
  return servers.length;
}
