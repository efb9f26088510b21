#!/usr/bin/env node
// `npm create ban-tin trang-tin` is `ban-tin init trang-tin`. The program finds its arguments as if
// it had been called itself.
process.argv.splice(2, 0, "init");
await import(new URL("dist/scripts/ban-tin.js", import.meta.resolve("ban-tin/package.json")).href);
