/** The package has no types of its own; this is the part that src/pictures/heic.ts uses. */
declare module "heic-decode" {
  type Decoded = { readonly width: number; readonly height: number; readonly data: ArrayBuffer };
  type Image = {
    readonly width: number;
    readonly height: number;
    readonly decode: () => Promise<Decoded>;
  };
  const decode: {
    readonly all: (from: {
      readonly buffer: Uint8Array;
    }) => Promise<readonly Image[] & { readonly dispose: () => void }>;
  };
  export default decode;
}
