import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
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

export default {
  ...jestConfig,
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
    '^@salesforce/community/basePath$': `${mocks}/salesforce/basePath.js`,
  },
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/orglet/web/jest/setup.js'],
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**', '!**/*.d.ts'],
  coverageDirectory: '<rootDir>/coverage/jest',
};
