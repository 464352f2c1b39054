// Preloaded into a program under test: at its exit, writes what it loaded to the file in LOAD_TRACE.
const fs = require('node:fs');

const read = new Set();
const paths = new Map();
// Path → places in the file that were read from.
const places = {};

const { readFileSync, openSync, readSync } = fs;
fs.readFileSync = (path, ...rest) => {
  read.add(String(path));
  return readFileSync(path, ...rest);
};
fs.openSync = (path, ...rest) => {
  read.add(String(path));
  const file = openSync(path, ...rest);
  paths.set(file, String(path));
  return file;
};
fs.readSync = (file, buffer, offset, length, position) => {
  const path = paths.get(file);
  if (typeof position === 'number') places[path] = [...(places[path] ?? []), position];
  return readSync(file, buffer, offset, length, position);
};
process.on('exit', () => {
  fs.writeFileSync(
    process.env.LOAD_TRACE,
    JSON.stringify({
      required: Object.keys(require.cache),
      read: [...read],
      places,
      streams: process.moduleLoadList.includes('NativeModule stream'),
    }),
  );
});
