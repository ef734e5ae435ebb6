/** Templates and stylesheets that a component imports by name. */
declare module '*.html' {
  const template: (...args: any[]) => any;
  export default template;
}

declare module '*.css' {
  const stylesheets: unknown[];
  export default stylesheets;
}
