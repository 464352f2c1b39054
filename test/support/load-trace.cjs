// Preloaded into a program under test: at its exit, writes what it loaded to the file in LOAD_TRACE.
const fs = require('node:fs');

const read = new Set();
for (const name of ['readFileSync', 'openSync']) {
  const plain = fs[name];
  fs[name] = (path, ...rest) => {
    read.add(String(path));
    return plain(path, ...rest);
  };
}
process.on('exit', () => {
  fs.writeFileSync(
    process.env.LOAD_TRACE,
    JSON.stringify({ required: Object.keys(require.cache), read: [...read] }),
  );
});
