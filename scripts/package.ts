import { inProject } from "../src/cache/project.ts";
import { makePackage } from "./packaging/make-package.ts";

/* Makes `dist/`: what the package of offices has besides package.json and what is to be read. */
await makePackage(inProject("dist"));
