export { Random } from "../../src/work/random.ts";
