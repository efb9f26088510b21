/** The address that `init` gives a site that has none yet. */
export const laterAddress = "https://ban-tin.example";
