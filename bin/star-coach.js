#!/usr/bin/env node
const { join } = require('node:path');
const { start } = require('../dist/start.cjs');

const folder = join(__dirname, '../dist');
start(process, { folder, contentDir: join(folder, 'content'), require });
