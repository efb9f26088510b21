import { addressesMessages } from "./messages/addresses.ts";
import { attachmentMessages } from "./messages/attachments.ts";
import { awardsMessages } from "./messages/awards.ts";
import { bodyMessages } from "./messages/body.ts";
import { bulletinsMessages } from "./messages/bulletins.ts";
import { charactersMessages } from "./messages/characters.ts";
import { documentMessages } from "./messages/documents.ts";
import { figuresMessages } from "./messages/figures.ts";
import { filesMessages } from "./messages/files.ts";
import { frontMatterMessages } from "./messages/front-matter.ts";
import { linksMessages } from "./messages/links.ts";
import { lookMessages } from "./messages/look.ts";
import type { Message } from "./messages/message.ts";
import { peopleMessages } from "./messages/people.ts";
import { picturesMessages } from "./messages/pictures.ts";
import { portalMessages } from "./messages/portal.ts";
import { remarksMessages } from "./messages/remarks.ts";
import { siteMessages } from "./messages/site.ts";
import { unitsMessages } from "./messages/units.ts";
import { valuesMessages } from "./messages/values.ts";
import { yamlMessages } from "./messages/yaml.ts";

/** Every message the program has for an author, in Vietnamese and in English. */
const entries = {
  ...filesMessages,
  ...charactersMessages,
  ...frontMatterMessages,
  ...yamlMessages,
  ...valuesMessages,
  ...awardsMessages,
  ...figuresMessages,
  ...documentMessages,
  ...bodyMessages,
  ...picturesMessages,
  ...attachmentMessages,
  ...linksMessages,
  ...remarksMessages,
  ...siteMessages,
  ...lookMessages,
  ...addressesMessages,
  ...unitsMessages,
  ...peopleMessages,
  ...bulletinsMessages,
  ...portalMessages,
} as const;

export type MessageCode = keyof typeof entries;

export const messages: Readonly<Record<MessageCode, Message>> = entries;
