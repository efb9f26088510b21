/** The part of Eleventy that `.eleventy.ts` uses; the package brings no types. */
declare module "@11ty/eleventy" {
  export type UserConfig = {
    setQuietMode(quiet: boolean): void;
    setInputDirectory(directory: string): void;
    setOutputDirectory(directory: string): void;
    setTemplateFormats(formats: readonly string[]): void;
    addTemplate(name: string, template: object): void;
    addWatchTarget(path: string): void;
    setChokidarConfig(options: object): void;
    on(
      event: string,
      listener: (details: { readonly directories: { readonly output: string } }) => unknown,
    ): void;
  };

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly runMode?: "build" | "watch";
        readonly config: (config: UserConfig) => void;
      },
    );
    disableLogger(): void;
    init(): Promise<void>;
    write(): Promise<void>;
    /** Returns Eleventy's own handler of a changed file. */
    watch(): Promise<(path: string) => Promise<void>>;
    readonly watcher: {
      on(event: "unlink", listener: (path: string) => void): void;
      /** Follows another file too. */
      add(path: string): void;
    };
    /** Ends watching. */
    stopWatch(): Promise<void>;
  }
}
