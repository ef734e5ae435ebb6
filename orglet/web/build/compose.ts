import type { LwcBundle, Project } from './project.js';

/** The two files of a component that is generated from page metadata. */
export interface GeneratedComponent {
  script: string;
  template: string;
}

/**
 * Writes a component's template and the getters behind its bindings.
 * Values are bound through getters, so that numbers, booleans and expressions keep their type.
 */
export class TemplateWriter {
  private readonly project: Project;
  private readonly getters: string[] = [];
  private readonly lines: string[] = [];
  private depth = 1;

  constructor(project: Project) {
    this.project = project;
  }

  open(tag: string, attributes: Record<string, string> = {}): void {
    this.lines.push(`${'  '.repeat(this.depth++)}<${tag}${attributeText(attributes)}>`);
  }

  close(tag: string): void {
    this.lines.push(`${'  '.repeat(--this.depth)}</${tag}>`);
  }

  raw(markup: string): void {
    this.lines.push('  '.repeat(this.depth) + markup);
  }

  /** Binds a value; returns the expression to write as the attribute's value. */
  bind(expression: string): string {
    const name = `value${this.getters.length}`;
    this.getters.push(`  get ${name}() { return ${expression}; }`);
    return `{${name}}`;
  }

  /**
   * Opens a custom component of the project with its design properties.
   * @param definition `namespace:name`
   * @param resolve turns a configured text into a JavaScript expression
   * @returns its tag, to close it with
   */
  openComponent(
    definition: string,
    target: string[],
    values: Record<string, unknown>,
    resolve: (text: string) => string,
    extra: Record<string, string> = {},
  ): string {
    const bundle = this.bundle(definition);
    const attributes = { ...extra };
    for (const [name, value] of Object.entries(configuredValues(bundle, target, values))) {
      attributes[attributeName(name)] = this.bind(typeof value === 'string' ? resolve(value) : JSON.stringify(value));
    }
    const tag = `c-${attributeName(bundle.name)}`;
    this.open(tag, attributes);
    return tag;
  }

  private bundle(definition: string): LwcBundle {
    const name = definition.slice(definition.indexOf(':') + 1);
    const bundle = this.project.bundles.get(name);
    if (!bundle) throw new Error(`A page places the component ${definition}, which the project does not have.`);
    return bundle;
  }

  /**
   * @param members more class members
   * @param light whether the component renders into the light DOM
   */
  component(imports: string, members: string, light: boolean): GeneratedComponent {
    const script = [
      `import { LightningElement, api } from 'lwc';`,
      imports,
      'export default class extends LightningElement {',
      light ? `  static renderMode = 'light';` : '',
      members,
      ...this.getters,
      '}',
    ];
    return {
      script: script.filter((line) => line !== '').join('\n'),
      template: [`<template${light ? ' lwc:render-mode="light"' : ''}>`, ...this.lines, '</template>'].join('\n'),
    };
  }
}

/** `recordId` → `record-id`. */
export function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Values of the properties that the component declares for the target, coerced to their declared type; others are passed as they are. */
export function configuredValues(
  bundle: LwcBundle,
  targets: string[],
  values: Record<string, unknown>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const declared = new Map(
    targets.flatMap((target) => bundle.properties.get(target) ?? []).map((property) => [property.name, property]),
  );
  for (const property of declared.values())
    if (property.default !== undefined) result[property.name] = property.default;
  Object.assign(result, values);
  delete result.dxpStyle;
  for (const [name, value] of Object.entries(result)) {
    if (typeof value !== 'string' || value.startsWith('{!')) continue;
    const type = declared.get(name)?.type;
    if (type === 'Boolean') result[name] = value === 'true';
    else if (type === 'Integer' && value !== '') result[name] = Number(value);
  }
  return result;
}

function attributeText(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value.startsWith('{') ? ` ${name}=${value}` : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
}

export function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
