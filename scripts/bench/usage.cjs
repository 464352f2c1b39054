// Loaded before a measured program (`--require`): writes what the process used to file descriptor 3 at its end.
const { readFileSync, writeSync } = require('node:fs');
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1000;
  writeSync(3, JSON.stringify({ cpu, peak: peakOfProgram() ?? maxRSS * 1024 }));
});

/** Bytes. On Linux `maxRSS` counts what the process was before it became Node, a copy of its parent. */
function peakOfProgram() {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return found === null ? null : Number(found[1]) * 1024;
  } catch {
    return null;
  }
}
