/** A data file that cannot be used; the message says what to do about it. */
export class DataFileError extends Error {
  readonly kind: 'damaged' | 'in use' | 'closed to us';

  constructor(kind: DataFileError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
