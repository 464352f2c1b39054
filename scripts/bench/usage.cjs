// Loaded before a measured program (`--require`): writes what the process used to file descriptor 3 at its end, what
// it started and waited for included.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** Milliseconds: what Linux counts the time of ended children in. */
const TICK = 10;

// Threads load this too: they are counted with their process.
if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpu = (userCPUTime + systemCPUTime) / 1000 + timeOfChildren();
    writeSync(3, JSON.stringify({ cpu, peak: peakOfProgram() ?? maxRSS * 1024 }));
  });

/** Bytes. On Linux `maxRSS` counts what the process was before it became Node, a copy of its parent. */
function peakOfProgram() {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(ofLinux('status'));
  return found === null ? null : Number(found[1]) * 1024;
}

/** Milliseconds, user and system, of processes that have ended; 0 where there is no /proc to tell. */
function timeOfChildren() {
  // Behind the name, which may hold anything, `cutime` and `cstime` are the 16th and 17th field of the line.
  const fields = ofLinux('stat').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * TICK;
}

function ofLinux(name) {
  try {
    return readFileSync(`/proc/self/${name}`, 'utf8');
  } catch {
    return '';
  }
}
