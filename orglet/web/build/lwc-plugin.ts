import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { transformSync } from '@lwc/compiler';
import tsBlankSpace from 'ts-blank-space';
import type { Plugin } from 'vite';
import { extractStyle, SCOPED_STYLE, SCOPED_STYLE_CODE } from './extract-styles.js';
import { hotReplacement, modulesOfFile } from './hot-replacement.js';
import { clientDir, packageDir } from './paths.js';
import type { Project } from './project.js';
import type { SalesforceModules } from './salesforce-modules.js';
import { FORM_ASSOCIATED, nativeEngine, SITE_API_VERSION, withShortNames } from './native-engine.js';
import { shrinkStyles } from './shrink-styles.js';
import type { TransformCache } from './transform-cache.js';

/** Which of the two bundles is built; they resolve `lightning/*` and shadow DOM differently. */
export type Target = 'storefront' | 'admin';

export interface LwcPluginOptions {
  project: Project;
  target: Target;
  salesforce: SalesforceModules;
  cache: TransformCache;
  /** Modules made from metadata, by specifier `virtual:…`; an `.html` one is a template. */
  virtual: (specifier: string) => string | undefined;
  /** Told about each file that is read. */
  onInput?: (file: string) => void;
  /** Texts of stylesheets that are left out of the scripts, by module; filled by the build of a site. */
  styles?: Map<string, string>;
}

/** Bundle that a file belongs to. */
interface Owner {
  namespace: string;
  name: string;
  apiVersion?: number;
  /** Not allowed to create components that are known at run time only. */
  isStatic?: boolean;
}

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/js-dynamic-components.html */
const DYNAMIC = 'lightning__dynamicComponent';
/** Suffix that keeps Vite's own HTML and CSS handling away from LWC's templates and stylesheets. */
const MODULE_SUFFIX = '.lwc.js';
const SALESFORCE = '\0salesforce:';
const VIRTUAL = '\0virtual:';
const EMPTY_TEMPLATE = '\0empty-template';
const EMPTY_STYLE = '\0empty-style';
/** Marks a stylesheet that a script imports: it stays in the scripts. */
const IN_SCRIPT = '.in-script';
/** Icons come from a sprite, because the templates of all icons are 10,000 modules. */
const REPLACED_BASE_MODULES = new Set(['primitiveIcon']);

/** The file with the engine's code, below `node_modules`. */
const ENGINE = join('@lwc', 'engine-dom', 'dist', 'index.js');

/** Vite plugin that resolves and compiles Lightning Web Components in JavaScript or TypeScript. */
export function lwcPlugin(options: LwcPluginOptions): Plugin {
  const { project, target, salesforce } = options;
  const owners = new Map<string, Owner>();
  const lightningDirs = [
    join(clientDir, target, 'lightning'),
    join(clientDir, 'lightning'),
    join(packageDir('lightning-base-components'), 'src', 'lightning'),
  ];
  let dev = false;

  function bundleModule(dir: string, owner: Owner, main: string | undefined): string {
    owners.set(dir, owner);
    if (main?.endsWith('.html')) return EMPTY_STYLE;
    return main ?? `${join(dir, `${owner.name}.css`)}${MODULE_SUFFIX}`;
  }

  function resolveBundle(namespace: string, name: string): string | undefined {
    if (namespace === 'c' || namespace === project.namespace) {
      const bundle = project.bundles.get(name);
      return (
        bundle &&
        bundleModule(
          bundle.dir,
          {
            namespace: 'c',
            name,
            apiVersion: bundle.apiVersion ?? project.apiVersion,
            isStatic: !bundle.capabilities.includes(DYNAMIC),
          },
          bundle.main,
        )
      );
    }
    const dirs = namespace === 'lightning' ? lightningDirs : [join(clientDir, target, namespace)];
    for (const [index, base] of dirs.entries()) {
      if (index === 2 && REPLACED_BASE_MODULES.has(name)) continue;
      const dir = join(base, name);
      const main = [`${name}.ts`, `${name}.js`].map((file) => join(dir, file)).find((file) => existsSync(file));
      if (main || existsSync(join(dir, `${name}.css`))) return bundleModule(dir, { namespace, name }, main);
    }
    return undefined;
  }

  function resolveRelative(source: string, importer: string): string | undefined {
    // The compiler asks for `x.scoped.css?scoped=true`; the name says it already.
    const file = resolve(dirname(importer), source.replace(/[?].*$/, ''));
    if (/\.(html|css)$/.test(file)) {
      if (existsSync(file))
        return `${file}${options.styles && file.endsWith('.css') && !importer.endsWith('.html') ? IN_SCRIPT : ''}${MODULE_SUFFIX}`;
      return file.endsWith('.html') ? EMPTY_TEMPLATE : EMPTY_STYLE;
    }
    const candidates = [
      file,
      `${file}.ts`,
      `${file}.js`,
      file.replace(/\.js$/, '.ts'),
      join(file, 'index.ts'),
      join(file, 'index.js'),
    ];
    return candidates.find((candidate) => /\.[jt]s$/.test(candidate) && existsSync(candidate));
  }

  /** The bundle that a file lies in; a bundle may have folders. */
  function ownerOf(file: string): Owner | undefined {
    for (let dir = dirname(file); dir.length > 1; dir = dirname(dir)) {
      const owner = owners.get(dir);
      if (owner) return owner;
    }
    return undefined;
  }

  function compile(source: string, file: string, owner: Owner, scopedStyles: boolean): string {
    const variant = `${target}:${owner.namespace}/${owner.name}:${owner.apiVersion ?? ''}:${basename(file)}:${scopedStyles}:${dev}`;
    return options.cache.get(source, variant, () => {
      const script = file.endsWith('.ts')
        ? tsBlankSpace(source, (node) => {
            throw new Error(`${file}: TypeScript syntax that has no JavaScript form: ${node.getText?.() ?? ''}`);
          })
        : source;
      const { code } = transformSync(script, file.replace(/\.ts$/, '.js'), {
        name: owner.name,
        namespace: owner.namespace,
        apiVersion: owner.apiVersion,
        scopedStyles,
        enableDynamicComponents: true,
        enableLwcOn: true,
        experimentalDynamicDirective: owner.namespace === 'lightning',
        disableSyntheticShadowSupport: target === 'storefront',
        enableSyntheticElementInternals: owner.namespace === 'lightning',
        outputConfig: dev ? { sourcemap: 'inline' } : {},
      });
      if (target !== 'storefront' || dev || file.endsWith('.css')) return code;
      return shortened(code);
    });
  }

  /** A stylesheet without its text when a style sheet of the page can hold it, else a smaller one. */
  function compileStyle(source: string, file: string, owner: Owner, id: string): string {
    const code = compile(source, file, owner, file.endsWith('.scoped.css'));
    if (!options.styles || dev) return code;
    const template = file.replace(/(\.scoped)?\.css$/, '.html');
    const extracted =
      !id.includes(IN_SCRIPT) && existsSync(template)
        ? extractStyle(code, compile(readFileSync(template, 'utf8'), template, owner, false))
        : undefined;
    if (!extracted) return shrinkStyles(code);
    options.styles.set(id, extracted.css);
    return extracted.code;
  }

  /** Texts of labels in place of their modules, because each module that several pages share would become a file. */
  function inlineLabels(code: string): string {
    return code.replace(/^import (\w+) from ["'](@salesforce\/label\/[\w.]+)["'];$/gm, (statement, name, source) => {
      const module = salesforce.load(source);
      const text =
        module && 'code' in module ? /^export default ("[^\n]*");$/.exec(module.code.trim())?.[1] : undefined;
      return text === undefined ? statement : `const ${name} = ${text};`;
    });
  }

  /** Apex methods in place of their modules, so that a page brings those that it calls and not those of all other pages. */
  function inlineMethods(code: string): string {
    let runtime = '';
    const inlined = code.replace(
      /^import (\w+) from ["'](@salesforce\/apex\/[\w.]+)["'];$/gm,
      (statement, name, source) => {
        const module = salesforce.load(source);
        const parts =
          module && 'code' in module
            ? /^import \{ apexMethod \} from (".*"); export default (.*)$/.exec(module.code)
            : null;
        if (!parts) return statement;
        runtime = `import { apexMethod } from ${parts[1]};\n`;
        return `const ${name} = ${parts[2]}`;
      },
    );
    return runtime + inlined;
  }

  return {
    name: 'orglet-lwc',
    enforce: 'pre',
    configResolved(config) {
      dev = config.command === 'serve';
    },
    resolveId(source, importer) {
      if (source.startsWith('\0') || source.endsWith(MODULE_SUFFIX)) return source;
      if (source.startsWith('virtual:'))
        return options.virtual(source) === undefined
          ? undefined
          : `\0${source}${source.endsWith('.html') ? MODULE_SUFFIX : ''}`;
      if (source === 'lwc') return join(packageDir('@lwc/engine-dom'), 'dist', 'index.js');
      if (source.startsWith('@lwc/')) return join(packageDir(source), 'dist', 'index.js');
      if (source.startsWith('@salesforce/')) {
        const module = salesforce.load(source, importer);
        if (!module) return this.error(`${shownName(importer)}: there is no ${source}.`);
        return 'file' in module ? module.file : SALESFORCE + source;
      }
      if (importer?.startsWith(VIRTUAL) && source.startsWith('.')) {
        // A generated component `virtual:x.js` has its template at `virtual:x.html` and no stylesheet.
        if (source.endsWith('.css') || source.includes('.css?')) return EMPTY_STYLE;
        const specifier = `virtual:${join(dirname(importer.slice(VIRTUAL.length)), source)}`;
        return options.virtual(specifier) === undefined ? EMPTY_TEMPLATE : `\0${specifier}${MODULE_SUFFIX}`;
      }
      if (importer && source.startsWith('.')) return resolveRelative(source, importer.replace(MODULE_SUFFIX, ''));
      const bundle = /^([a-zA-Z]\w*)\/([a-z]\w*)$/.exec(source);
      if (!bundle) return undefined;
      const found = resolveBundle(bundle[1], bundle[2]);
      if (found === undefined && importer && ownerOf(importer.replace(MODULE_SUFFIX, '')))
        this.error(`${shownName(importer)}: there is no component or module ${source}.`);
      return found;
    },
    load(id) {
      if (id === EMPTY_TEMPLATE) return 'export default void 0;';
      if (id === EMPTY_STYLE) return 'export default void 0;';
      if (id === SCOPED_STYLE) return SCOPED_STYLE_CODE;
      if (id.startsWith(SALESFORCE)) {
        const module = salesforce.load(id.slice(SALESFORCE.length));
        return module && 'code' in module ? module.code : undefined;
      }
      if (id.startsWith(VIRTUAL)) {
        const specifier = id.slice(1).replace(MODULE_SUFFIX, '');
        const source = options.virtual(specifier);
        if (source === undefined) return undefined;
        if (!specifier.startsWith('virtual:component/')) return source;
        const name = basename(specifier).replace(/\.\w+$/, '');
        return compile(source, basename(specifier), { namespace: 'orglet', name }, false);
      }
      const file = sourceOf(id);
      // LWC's packages name source maps that they do not ship.
      if (dev && id.includes('/@lwc/')) return readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
      if (!dev && target === 'storefront' && file.endsWith(ENGINE))
        return withShortNames(nativeEngine(readFileSync(file, 'utf8')));
      const compiled = id.endsWith(MODULE_SUFFIX) || (/\.[jt]s$/.test(file) && ownerOf(file));
      if (!compiled && !(file.endsWith('.ts') && file.startsWith(clientDir))) return undefined;
      options.onInput?.(file);
      this.addWatchFile(file);
      const source = readFileSync(file, 'utf8');
      const owner = ownerOf(file);
      if (!owner) return tsBlankSpace(source);
      if (owner.isStatic && file.endsWith('.html') && /\slwc:is=/.test(source))
        this.error(`${file}: lwc:is needs the capability ${DYNAMIC} in ${owner.name}.js-meta.xml.`);
      const lacking = target === 'storefront' && beyondEngine(source, owner);
      if (lacking) this.error(`${file}: ${lacking}`);
      try {
        const code = file.endsWith('.css')
          ? compileStyle(source, file, owner, id)
          : compile(source, file, owner, false);
        if (dev) return { code: hotReplacement(code, file), moduleType: 'js' };
        const inlined = inlineLabels(code);
        return { code: target === 'storefront' ? inlineMethods(inlined) : inlined, moduleType: 'js' };
      } catch (error) {
        this.error(compileMessage(error, file));
      }
    },
    handleHotUpdate(context) {
      return modulesOfFile(context, MODULE_SUFFIX);
    },
  };
}

/**
 * A compiled module without what is never asked for on a site's pages: API versions, which native-engine.ts takes for new enough; the token of
 * LWC's older releases; a list of lists. Scope tokens are shorter: they are apart from each other all the same.
 */
function shortened(code: string): string {
  return code
    .replace(/,\n  apiVersion: \d+$/m, '')
    .replace(/^tmpl\.legacyStylesheetToken = .*$/m, '')
    .replace(/^(tmpl\.stylesheetToken = "lwc-\w{5})\w*";$/m, '$1";')
    .replace(/^if \(_implicit(?:Scoped)?Stylesheets\) \{\n.*\n\}$/gm, '')
    .replace(
      /^tmpl\.stylesheets = \[\];$/m,
      `tmpl.stylesheets = _implicitStylesheets
  ? _implicitScopedStylesheets ? [..._implicitStylesheets, ..._implicitScopedStylesheets] : _implicitStylesheets
  : _implicitScopedStylesheets || [];`,
    );
}

/** Why the engine of a site's pages cannot run a component (native-engine.ts); undefined for almost all. */
function beyondEngine(source: string, { name, apiVersion }: Owner): string | undefined {
  if (FORM_ASSOCIATED.test(source)) return `${name} takes part in forms, which components of a site cannot here.`;
  if (apiVersion !== undefined && apiVersion < SITE_API_VERSION)
    return `${name} has API version ${apiVersion}; components of a site need ${SITE_API_VERSION} or later here.`;
  return undefined;
}

/** The file that a module is made of, by the module's name. */
export function sourceOf(id: string): string {
  return id.replace(MODULE_SUFFIX, '').replace(IN_SCRIPT, '');
}

/** A module as people know it. */
function shownName(id: string | undefined): string {
  return (id ?? '').replace(MODULE_SUFFIX, '').replace(/^\0/, '');
}

/** The compiler's sentence after the place in the source. */
function compileMessage(error: unknown, file: string): string {
  const { message, location } = error as { message: string; location?: { line: number; column: number } };
  const text = message.replace(/^(?:SyntaxError: )?[^\s:]*: /, (prefix) =>
    prefix.includes(basename(file).replace(/\.ts$/, '.js')) ? '' : prefix,
  );
  return `${file}:${location ? `${location.line}:${location.column}:` : ''} ${text}`;
}
