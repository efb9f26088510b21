/**
 * What was found, what to write instead and, where there is a likely word, the hint that offers it.
 * `{name}` is filled in from the problem's args; a part in ⟦⟧ is left out when one of its args is
 * missing or empty. Written for authors of articles, not for
 * programmers.
 */
export type Words = readonly [message: string, hint: string, hintWithSuggestion?: string];

export type Message = {
  readonly severity: "error" | "warning";
  readonly vi: Words;
  readonly en: Words;
};
