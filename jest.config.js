import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');
const mocks = '<rootDir>/orglet/web/jest';

/** `lightning/*` modules that sfdx-lwc-jest has no stub for. */
const ownStubs = Object.fromEntries(
  readdirSync(fileURLToPath(new URL('orglet/web/jest/lightning', import.meta.url))).map((file) => {
    const name = file.replace(/\.js$/, '');
    return [`^lightning/${name}$`, `${mocks}/lightning/${file}`];
  }),
);

/** Bundles that are a stylesheet and nothing else, which others import: sfdx-lwc-jest looks for scripts and templates. */
const app = fileURLToPath(new URL('force-app', import.meta.url));
const stylesheets = Object.fromEntries(
  readdirSync(app)
    .map((domain) => join(app, domain, 'lwc'))
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => readdirSync(dir).map((name) => ({ name, file: join(dir, name, `${name}.css`) })))
    .filter(({ file }) => existsSync(file) && !existsSync(file.replace(/css$/, 'html')))
    .map(({ name, file }) => [`^c/${name}$`, file]),
);

export default {
  ...jestConfig,
  // Accessibility checks take long on a busy machine; one that is cut off fails those after it as well.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/force-app/**/lwc/**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: [
    '<rootDir>/.localdevserver',
    '<rootDir>/.orglet',
    '<rootDir>/orglet/dist',
    '<rootDir>/scripts/.*/node_modules',
  ],
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
    ...ownStubs,
    ...stylesheets,
    '^@salesforce/community/basePath$': `${mocks}/salesforce/basePath.js`,
    '^@salesforce/site/activeLanguages$': `${mocks}/salesforce/activeLanguages.js`,
    '^@salesforce/user/isGuest$': `${mocks}/salesforce/isGuest.js`,
  },
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/orglet/web/jest/setup.js'],
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**', '!**/*.d.ts'],
  coverageDirectory: '<rootDir>/coverage/jest',
};
