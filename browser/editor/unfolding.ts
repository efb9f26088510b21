/** Opens all that a part of the page is folded up in, so that it can be seen and have the focus. */
export function unfold(part: Element): void {
  for (let at = part.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
    at.open = true;
}
