/** Components of the page host itself, resolved by the build. */
declare module 'shell/*' {
  const component: any;
  export default component;
}

declare module 'orglet/*' {
  const component: any;
  export default component;
}
