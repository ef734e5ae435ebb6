/** Matchers that orglet/web/jest/setup.js adds. */
declare namespace jest {
  interface Matchers<R> {
    /** Resolves when axe finds nothing in the element. */
    toBeAccessible(): Promise<R>;
  }
}
