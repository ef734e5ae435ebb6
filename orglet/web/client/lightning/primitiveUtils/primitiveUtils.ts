/** Sets an attribute of a component's element to a property's value; takes it away when there is none. */
export function reflectAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}
