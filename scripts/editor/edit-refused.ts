/** Something cannot be done that was asked for; the message is for whoever writes. */
export class EditRefused extends Error {
  /** Of the answer, as HTTP counts them. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
