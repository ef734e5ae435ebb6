// `npm run build`: writes the JavaScript of the Lightning components beside their TypeScript, and the generated types under types/generated.
import { ensureComponentTools } from './lib/component-tools.mjs';
import { fail, requireNode, root, step } from './lib/setup.mjs';

requireNode();
try {
  const { compileComponents, generateTypes } = await ensureComponentTools();
  const types = await generateTypes(root);
  const compiled = compileComponents(root);
  step(
    `Components: ${compiled.written} of ${compiled.total} scripts written; types of ${types.methods} Apex methods in types/generated.`,
  );
} catch (error) {
  fail(error.message, 1);
}
