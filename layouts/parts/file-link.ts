import { type Attachment, attachmentFacts } from "../../src/attachments/attachment.ts";
import { type Html, html } from "./html.ts";

/** A link to a file, with what readers should know of it before they fetch it. */
export function fileLink(attachment: Attachment): Html {
  return html`<a href="${attachment.url}" type="application/pdf">Toàn văn (${attachmentFacts(attachment)})</a>`;
}
