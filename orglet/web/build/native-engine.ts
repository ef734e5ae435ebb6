import { minify } from 'terser';

/**
 * The engine of a site's pages: native shadow or light DOM, no form-associated components, of API versions that have all features. It asks as
 * it runs whether there is more; saying when the pages are built that there never is lets the build drop what is only for that.
 */
const NEVER_THERE: [question: RegExp, answer: string][] = [
  // Synthetic shadow and the ARIA polyfill.
  [/const \{ isSyntheticShadowDefined \} = renderer;/g, 'const isSyntheticShadowDefined = false;'],
  [/supportsCssEscape\(\) && isSyntheticShadowLoaded\(\)/g, 'false'],
  [/(?<!function )isGlobalAriaPolyfillLoaded\(\)/g, 'false'],
  [/renderer\.isSyntheticShadowDefined(?=\s*&&)/g, 'false'],
  [/[\w.]*\bshadowMode === 1 \/\* ShadowMode\.Synthetic \*\//gi, 'false'],
  // Profilers and reports of what an application does, which nobody listens to.
  [/^ *logOperation(?:Start|End)\(\d \/\*.*?\*\/, vm\);$/gm, ''],
  [/(?<!function )isReportingEnabled\(\)/g, 'false'],
  // Providers of context for wires: no module can declare one.
  [/AdapterToTokenMap\.get\(adapter\)/g, 'undefined'],
  [/^ {4}class WireContextSubscriptionEvent [^]*?^ {4}}$/gm, ''],
  [/^ {4}function registerContext(?:Consumer|Provider)\([^]*?^ {4}}$/gm, ''],
  [/^ {4}exports\$1\.registerContext(?:Consumer|Provider) = .*$/gm, ''],
  // Parts of wires that adapters of the Aura framework read.
  [/^ {4}defineProperty\(dataCallback, DeprecatedWired\w+, \{[^]*?^ {4}}\);$/gm, ''],
  // Older API versions than SITE_API_VERSION.
  [/return apiVersion >= minApiVersion\(apiVersionFeature\);/g, 'return true;'],
  // Form association.
  [/return ctorFormAssociated && apiFeatureEnabled;/g, 'return false;'],
  [/^ *(?:const|let) \{ (form\w+Callback) \} = vm\.def;$/gm, 'const $1 = undefined;'],
  [/^ *form\w+Callback = form\w+Callback \|\| superDef\.form\w+Callback;$/gm, ''],
  [/ formAssociatedCallback, formResetCallback, formDisabledCallback, formStateRestoreCallback,(?= render)/g, ''],
  [/^ *form(?:Associated|Disabled|Reset|StateRestore)Callback,$/gm, ''],
  [/^ *form(?:Associated|Disabled|Reset|StateRestore)Callback\(.*\) \{[^}]*\}$/gm, ''],
  [/Boolean\(UpgradableConstructor\.formAssociated\) !== isFormAssociated/g, 'false'],
  [/^ {4}attachInternals\(\) \{[^]*?^ {4}},$/gm, ''],
  [/^ {4}exports\$1\.attachInternals = .*$/gm, ''],
];

/** First API version whose components have every feature of the engine. */
export const SITE_API_VERSION = 66;

/** What components of a site cannot have, because its engine lacks it. */
export const FORM_ASSOCIATED = /\b(?:formAssociated|attachInternals)\b/;

/** Properties of records that the engine keeps to itself: no component, template or document has one of these names. */
const PRIVATE =
  'aChildren attachedEventListeners callbackWhenConfigIsReady cmpFields cmpProps cmpSlots cmpTemplate computeConfigAndUpdate copyDescriptorIntoShadowTarget getHook setHook callHook getReactiveHandler getReadOnlyHandler getReadOnlyProxy hasScopedStyles hasTokenInAttribute hasTokenInClass isDirty isScheduled listeners lockShadowTarget originalTarget reactiveObjectGraph readOnlyObjectGraph refVNodes renderRoot resetConfigWatcher shadowMode slotAssignments styleVNodes tplCache unwrapProxy valueIsObservable valueMutated valueObserved velements wiredConnecting wiredDisconnecting wrapDescriptor wrapValue'.split(
    ' ',
  );

/** The engine with short names for its private properties, which no minifier can tell from public ones. */
export async function withShortNames(engine: string): Promise<string> {
  const gone = PRIVATE.find((name) => !engine.includes(name));
  if (gone) throw new Error(`LWC's engine has no ${gone} any more; see native-engine.ts.`);
  const { code } = await minify(engine, {
    module: true,
    compress: false,
    mangle: { properties: { regex: new RegExp(`^(?:${PRIVATE.join('|')})$`), keep_quoted: true } },
    format: { preserve_annotations: true },
  });
  return code as string;
}

/** @throws Error when the engine no longer asks as it did */
export function nativeEngine(source: string): string {
  return NEVER_THERE.reduce((text, [question, answer]) => {
    const built = text.replace(question, answer);
    if (built === text) throw new Error(`LWC's engine does not ask ${question} any more; see native-engine.ts.`);
    return built;
  }, source);
}
