/** A request that cannot be done; the message is for the writer. */
export class EditRefused extends Error {
  /** HTTP status of the response. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
