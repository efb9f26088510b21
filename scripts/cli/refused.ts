/**
 * A command may not do what it was asked, though the command line can be understood; the message is
 * for the person who asked.
 */
export class Refused extends Error {
  override readonly name = "Refused";
}
