// Preloaded into a program under test: at its exit, writes what it loaded to the file in LOAD_TRACE.
const fs = require('node:fs');

const read = [];
const { readFileSync } = fs;
fs.readFileSync = (path, ...rest) => {
  read.push(String(path));
  return readFileSync(path, ...rest);
};
process.on('exit', () => {
  fs.writeFileSync(process.env.LOAD_TRACE, JSON.stringify({ required: Object.keys(require.cache), read }));
});
