import lwcPlugin from '@lwc/eslint-plugin-lwc';
import lwcConfig from '@salesforce/eslint-config-lwc/recommended-ts.js';
import tseslint from 'typescript-eslint';

const lwc = Array.isArray(lwcConfig) ? lwcConfig : (lwcConfig.default ?? lwcConfig);

/** What Node has besides the language itself: no globals package lists it without what modules do not have. */
const NODE_GLOBALS = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Blob',
    'Buffer',
    'FormData',
    'Headers',
    'PerformanceObserver',
    'Request',
    'Response',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'WebSocket',
    'clearImmediate',
    'clearInterval',
    'clearTimeout',
    'console',
    'crypto',
    'fetch',
    'performance',
    'process',
    'queueMicrotask',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '.orglet/**',
      'coverage/**',
      'force-app/**/lwc/**/*.js',
      '**/*.d.ts',
      'types/**',
      'orglet/web/jest/**',
    ],
  },
  ...(Array.isArray(lwc) ? lwc : [lwc]).map((config) => ({
    ...config,
    files: ['force-app/**/lwc/**/*.ts', 'orglet/web/client/**/*.ts'],
    languageOptions: { ...config.languageOptions, parser: tseslint.parser },
    plugins: { ...config.plugins, '@lwc/lwc': lwcPlugin },
  })),
  {
    files: ['orglet/**/*.ts', 'e2e/**/*.ts', 'force-app/**/lwc/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-debugger': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
      '@typescript-eslint/no-non-null-asserted-optional-chain': 'error',
    },
  },
  // tsc knows undefined names and unused parameters of types better.
  {
    files: ['force-app/**/lwc/**/*.ts', 'orglet/web/client/**/*.ts'],
    rules: { 'no-undef': 'off', 'no-unused-vars': 'off' },
  },
  {
    // Prettier takes away the parentheses that the rule asks for.
    files: ['force-app/**/lwc/**/*.ts', 'orglet/web/client/**/*.ts'],
    rules: { 'no-confusing-arrow': 'off' },
  },
  {
    // Tests act as the browser and as the wire service.
    files: ['force-app/**/__tests__/**/*.ts'],
    rules: { '@lwc/lwc/prefer-custom-event': 'off', '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' },
  },
  {
    // Takes a product text apart: markup is read there, never written; `c-store-rich-text` builds it anew.
    files: ['force-app/catalog/lwc/productDetail/sections.ts'],
    rules: { '@lwc/lwc/no-inner-html': 'off' },
  },
  {
    // The page host is what components call the platform: it may use what they may not.
    files: ['orglet/web/client/**/*.ts'],
    rules: {
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-document-query': 'off',
      '@lwc/lwc/no-unknown-wire-adapters': 'off',
      'no-await-in-loop': 'off',
      'no-restricted-globals': 'off',
      'no-use-before-define': 'off',
      'no-void': 'off',
    },
  },
  {
    // Everything that Node runs as it is: a name that nothing defines is found before it runs.
    files: ['**/*.mjs', '*.js', 'e2e/**/*.js', 'bench/**/*.js'],
    languageOptions: { globals: NODE_GLOBALS },
    rules: {
      eqeqeq: 'error',
      'no-empty': 'error',
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // CommonJS, as Jest loads it, and its globals.
    files: ['jest.config.js', '**/*.cjs'],
    languageOptions: { globals: { ...NODE_GLOBALS, require: 'readonly', module: 'writable', __dirname: 'readonly' } },
  },
);
