/**
 * A picture as the pages use it: made once from a file in content, in several widths and formats.
 */
export type Picture = {
  readonly width: number;
  readonly height: number;
  /** In pixels, narrow to wide; every width exists in every format. */
  readonly widths: readonly number[];
  /** The first part of every variant's address: `/anh/1f3c…/`. */
  readonly base: string;
};

export const pictureFormats = ["avif", "jpg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** Returns the address of one variant of a picture. */
export function pictureUrl(picture: Picture, width: number, format: PictureFormat): string {
  return `${picture.base}${width}.${format}`;
}
