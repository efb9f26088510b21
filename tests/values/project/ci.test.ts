import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { commandNames } from "../../../scripts/cli/commands.ts";

/** The schema of the CI files; it has only the keys that are checked here. */
const permissions = z.record(z.string(), z.enum(["read", "write", "none"]));
const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflow = z.object({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: permissions.optional(),
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      steps: z.array(step),
    }),
  ),
});
const stepsOf = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(step) })).optional(),
  runs: z.object({ steps: z.array(step) }).optional(),
});
const packageFile = z.object({ scripts: z.record(z.string(), z.string()).optional() });

const folder = ".github/workflows";
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(`${folder}/${name}`, "utf8");
  return { name, text, value: workflow.parse(parse(text)) };
});
const npmScripts =
  packageFile.parse(JSON.parse(readFileSync("package.json", "utf8"))).scripts ?? {};

/** The rule of GitLab for jobs that check a merge request. */
const isProposal = '$CI_PIPELINE_SOURCE == "merge_request_event"';

/** Splits a shell text into its single commands. */
function commandsOf(shell: string): string[] {
  return shell
    .split(/\n|&&|\|\||;/u)
    .map((command) => command.trim())
    .filter((command) => command !== "" && !command.startsWith("#"));
}

/** Returns what a command of CI lacks; undefined when it can be run here. */
function missingOf(command: string): string | undefined {
  const words = command.split(/\s+/u);
  const [program = "", ...rest] = words;
  const [first, second] = rest.filter((word) => !word.startsWith("-"));
  if (program === "npm" && first === "ci") return undefined;
  if (program === "npm" && first !== undefined) {
    const script = first === "run" ? second : first;
    return script !== undefined && script in npmScripts ? undefined : `npm script ${script}`;
  }
  if (program === "node" && first !== undefined) {
    return existsSync(first) ? undefined : `file ${first}`;
  }
  return `a known kind of command: ${command}`;
}

const gitlab = z
  .record(z.string(), z.unknown())
  .parse(parse(readFileSync(".gitlab-ci.yml", "utf8")));
const gitlabCache = z.object({ key: z.string(), policy: z.string().optional() });
const gitlabJob = z.object({
  script: z.array(z.string()),
  stage: z.string().optional(),
  needs: z.array(z.unknown()).optional(),
  rules: z.array(z.unknown()).default([]),
  cache: gitlabCache.optional(),
});
const gitlabJobs = Object.entries(gitlab).flatMap(([name, job]) => {
  const found = gitlabJob.safeParse(job);
  return found.success ? [{ name, ...found.data }] : [];
});
const gitlabCommands = gitlabJobs.flatMap(({ script }) => script);

const commands = [
  ...workflows.flatMap(({ name, value }) =>
    Object.values(value.jobs).flatMap(({ steps }) =>
      steps.flatMap(({ run }) => commandsOf(run ?? "").map((command) => ({ name, command }))),
    ),
  ),
  ...gitlabCommands.flatMap(commandsOf).map((command) => ({ name: ".gitlab-ci.yml", command })),
  ...commandsOf(readFileSync(".ci/run", "utf8"))
    .filter((command) => /^(?:npm|node)\s/u.test(command))
    .map((command) => ({ name: ".ci/run", command })),
];

describe("commands of CI", () => {
  it.each(commands)("$name: $command", ({ command }) => {
    expect(missingOf(command)).toBeUndefined();
  });

  it("are there at all", () => {
    expect(new Set(commands.map(({ name }) => name))).toEqual(
      new Set(["check.yml", "publish.yml", ".gitlab-ci.yml", ".ci/run"]),
    );
  });

  it("of npm are files that exist", () => {
    const files = Object.values(npmScripts)
      .flatMap(commandsOf)
      .flatMap(
        (command) => /^node\s+(?:--\S+\s+)*(?<file>[^\s-]\S*)/u.exec(command)?.groups?.file ?? [],
      );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe.each(workflows)("$name", ({ text, value }) => {
  it("pins every action to a commit and says which version that is", () => {
    const uses = text.split("\n").filter((line) => /^\s*(?:-\s+)?uses:/u.test(line));
    const pinned = /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u;
    expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
  });

  it("may only read, except where it deploys", () => {
    expect(value.permissions).toEqual({ contents: "read" });
    for (const [name, job] of Object.entries(value.jobs)) {
      if (name === "deploy") {
        expect(job.permissions).toEqual({ pages: "write", "id-token": "write" });
        expect(job.steps.filter(({ run }) => run !== undefined)).toEqual([]);
      } else expect(job.permissions).toBeUndefined();
    }
  });

  it("never runs a stranger's change with our rights", () => {
    expect(text).not.toContain("pull_request_target");
    expect(text).not.toContain("secrets.");
    for (const { steps } of Object.values(value.jobs)) {
      for (const { uses, with: inputs } of steps) {
        if (uses?.startsWith("actions/checkout@"))
          expect(inputs?.["persist-credentials"]).toBe(false);
      }
    }
  });

  it("puts no text from outside into a shell command", () => {
    const runs = Object.values(value.jobs).flatMap(({ steps }) =>
      steps.map(({ run }) => run ?? ""),
    );
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
  });
});

/** A job that checks a proposed change. `commands` have no options; `waits` is for another job. */
type Proposal = { readonly commands: readonly string[]; readonly waits: boolean };

const onGitHub = Object.values(workflows.find(({ name }) => name === "check.yml")!.value.jobs).map(
  ({ needs, steps }): Proposal => ({
    commands: steps.flatMap(({ run }) => withoutOptions(run ?? "")),
    waits: needs !== undefined,
  }),
);
const onGitLab = gitlabJobs
  .filter(({ rules }) => JSON.stringify(rules) === JSON.stringify([{ if: isProposal }]))
  .map(
    ({ needs, stage, script }): Proposal => ({
      commands: script.flatMap(withoutOptions),
      waits: needs !== undefined || stage !== undefined,
    }),
  );

function withoutOptions(shell: string): string[] {
  return commandsOf(shell).map((command) => command.replace(/ --?[a-z].*$/u, ""));
}

describe.each([
  ["GitHub", onGitHub],
  ["GitLab", onGitLab],
])("what is proposed on %s", (_, jobs) => {
  it("is tested as a whole by the one command", () => {
    expect(jobs.filter(({ commands }) => commands.includes("npm test")).length).toBe(1);
  });

  it("has types, lint and fast tests told of by a job that does nothing else", () => {
    const quick = ["npm ci", "npm run check:code", "npm run test:fast"];
    expect(jobs.map(({ commands }) => commands)).toContainEqual(quick);
  });

  it("lets no job wait for another", () => {
    expect(jobs.length).toBe(2);
    expect(jobs.filter(({ waits }) => waits)).toEqual([]);
  });
});

describe("what a new office gets", () => {
  const starter = "scripts/starting/files";
  const github = ["kiem-tra", "dang", "dang-nhieu-may", "cong"];
  const actions = ["check", "build", "build-part", "join", "portal"];
  const files = [
    ...github.map((name) => `github/${name}.yml`),
    ...actions.map((name) => `actions/${name}/action.yml`),
    ...["gitlab-ci.yml", "gitlab-ci-nhieu-may.yml", "gitlab-ci-cong.yml"],
  ].map((name) => ({ name, text: readFileSync(`${starter}/${name}`, "utf8") }));
  const usesIn = (text: string) =>
    text.split("\n").flatMap((line) => /^\s*-?\s*uses: (.+)$/u.exec(line)?.[1] ?? []);

  it.each(files)(
    "$name uses the actions that we use, or ours as the package has them",
    ({ text }) => {
      // We build on one runner, and join nothing.
      const joining = "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0";
      const known = new Set([...workflows.flatMap((own) => usesIn(own.text)), joining]);
      const others = usesIn(text).filter((one) => !known.has(one));
      const place = "./node_modules/ban-tin/dist/";
      expect(others.filter((one) => !one.startsWith(place))).toEqual([]);
      const missing = others.filter((one) => !existsSync(`${one.replace(place, "")}/action.yml`));
      expect(missing).toEqual([]);
    },
  );

  it.each(files)("$name runs commands that an office has", ({ text }) => {
    const runs = text.split("\n").flatMap((line) => {
      const [, command] = /^\s*-?\s*(?:run: )?(npm .+)$/u.exec(line) ?? [];
      return command ?? [];
    });
    const names = runs.map((command) => /^npm (?:run )?(?:--silent )?(\S+)/u.exec(command)?.[1]);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name !== "ci" && !commandNames.includes(name as never))).toEqual(
      [],
    );
    expect(text).not.toContain("npm test");
  });

  it.each(["check", "build"])("%s works on the folder that it is told", (name) => {
    const { runs } = stepsOf.parse(
      parse(readFileSync(`${starter}/actions/${name}/action.yml`, "utf8")),
    );
    const steps = runs?.steps ?? [];
    const folder = `\${{ inputs.site && format('{0}/', inputs.site) }}`;
    const commands = steps.filter(({ run }) => run !== undefined);
    expect(commands.filter(({ run }) => !run?.includes(` --content "\${FOLDER}content"`))).toEqual(
      [],
    );
    expect(commands.map(({ env }) => env)).toEqual(commands.map(() => ({ FOLDER: folder })));
    const paths = steps.flatMap(({ with: inputs }) => String(inputs?.path ?? "").split("\n"));
    expect(new Set(paths)).toEqual(new Set(["", `${folder}.cache`, `${folder}_site`]));
  });

  it("may only read on GitHub, except where it deploys", () => {
    for (const name of github) {
      const value = workflow.parse(parse(readFileSync(`${starter}/github/${name}.yml`, "utf8")));
      expect(value.permissions).toEqual({ contents: "read" });
      const allowed = Object.entries(value.jobs).filter(([, job]) => job.permissions);
      expect(allowed.map(([job]) => job)).toEqual(name === "kiem-tra" ? [] : ["deploy"]);
    }
  });

  it("puts no text from outside into a shell command", () => {
    const steps = files
      .filter(({ name }) => !name.startsWith("gitlab"))
      .flatMap(({ text }) => {
        const { jobs = {}, runs } = stepsOf.parse(parse(text));
        return [...(runs ? [runs] : []), ...Object.values(jobs)].flatMap((job) => job.steps);
      });
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });
});

describe("the cache of what is published", () => {
  it("on GitLab is none that a merge request writes", () => {
    const { cache: usual } = z.object({ cache: gitlabCache }).parse(gitlab.default);
    const keysOf = (jobs: typeof gitlabJobs) => jobs.map(({ cache = usual }) => cache.key);
    const isProposed = ({ rules }: (typeof gitlabJobs)[number]) =>
      JSON.stringify(rules) === JSON.stringify([{ if: isProposal }]);
    const proposed = new Set(keysOf(gitlabJobs.filter(isProposed)));
    const published = keysOf(gitlabJobs.filter((job) => !isProposed(job)));
    expect([proposed.size, published.length]).toEqual([1, 1]);
    expect(published.filter((key) => proposed.has(key))).toEqual([]);
  });

  it("on GitHub belongs to main, because no pull request starts that workflow", () => {
    // A cache that a pull request writes can be read by the same pull request only.
    const publishing = workflows.filter(({ value }) => "deploy" in value.jobs);
    const starts = publishing.flatMap(({ value: { on } }) =>
      typeof on === "object" && !Array.isArray(on) ? Object.keys(on) : on,
    );
    expect(starts).toEqual(["push", "schedule", "workflow_dispatch"]);
  });
});

describe("the same action", () => {
  it("has the same pin everywhere", () => {
    const pins = new Map<string, Set<string>>();
    for (const { value } of workflows) {
      for (const { steps } of Object.values(value.jobs)) {
        for (const { uses } of steps) {
          const [action, pin] = uses?.split("@") ?? [];
          if (action && pin) pins.set(action, (pins.get(action) ?? new Set()).add(pin));
        }
      }
    }
    expect([...pins].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});
