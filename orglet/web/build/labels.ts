import type { Project } from './project.js';
import { list, readMetadata } from './xml.js';

/** Texts of the project's custom labels by API name, in the language they were written in. */
export function readLabels(project: Project): Map<string, string> {
  const labels = new Map<string, string>();
  for (const file of project.files.get('labels') ?? []) {
    for (const label of list(readMetadata(file).labels)) labels.set(label.fullName, String(label.value ?? ''));
  }
  return labels;
}
