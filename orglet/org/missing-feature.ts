/** The org lacks what the project needs to be installed; the message says what to switch on, and where. */
export class MissingFeatureError extends Error {}
