#!/usr/bin/env node
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/*
 * Runs a command by its name. This one file is JavaScript, because a Node that cannot run
 * TypeScript refuses the others before it reads a line of them, with a message that helps nobody.
 */

if (process.features.typescript) {
  // Compiling our modules takes half a second of every command. What Node keeps of that lies among
  // packages, where only those write who could change the code itself, and is compared with the
  // file and the version of Node before it is used. Threads know the folder by the variable.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
    new URL("../node_modules/.cache/ban-tin", import.meta.url),
  );
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
  const { launch } = await import("./cli/launch.ts");
  const command = launch(process.argv.slice(2));
  if (command !== undefined) {
    const file = new URL(`${command}.ts`, import.meta.url);
    const { isPreview, runKept } = await import("./cli/kept.ts");
    const args = process.argv.slice(3);
    if (command === "start" && isPreview(args))
      process.exitCode = await runKept(fileURLToPath(file), args);
    else {
      // The command finds the arguments as if it had been called by its file.
      process.argv.splice(1, 2, fileURLToPath(file));
      await import(file.href);
    }
  }
} else {
  const version = process.versions.node;
  const name = process.argv[2] ?? "";
  const isCommand = /^[a-z]+$/u.test(name) && existsSync(new URL(`${name}.ts`, import.meta.url));
  const call = `npm run ${isCommand ? name : "build"}`;
  console.error(
    `Bản tin cần Node 24 trở lên, nhưng máy đang dùng Node ${version}. Xin chạy npm ci để tải Node 24 về, rồi gọi lệnh bằng ${call}; nếu vẫn thấy dòng này thì cài Node 24 từ https://nodejs.org.`,
  );
  console.error(
    `Bản tin needs Node 24 or later, and this is Node ${version}. Run npm ci, which brings it, and call the command by ${call}; if this line comes again, install Node 24 from https://nodejs.org.`,
  );
  process.exitCode = 2;
}
