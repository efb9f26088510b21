/**
 * What an import of a published site writes where the old site had no text for a picture. An
 * article that readers had yesterday must not vanish for it; the check asks for each such text.
 */
export const unwrittenAlt = "Ảnh chưa có lời tả";
