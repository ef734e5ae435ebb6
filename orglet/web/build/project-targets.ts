import { join } from 'node:path';
import { ADMIN_ENTRY, adminModules } from './admin/admin-entry.js';
import { readAdminMetadata } from './admin/metadata.js';
import { type Project, readProject } from './project.js';
import { SalesforceModules } from './salesforce-modules.js';
import { layoutModule, SITE_ENTRY, siteModules, usedLayouts, usedViews, viewModule } from './site-entry.js';
import { readSite, type Site } from './site.js';
import type { TargetBuild } from './target.js';

export type TargetName = TargetBuild['target'];

/** What a target of a project is built from; read anew, so that a process of its own can build it. */
export function projectTarget(root: string, cache: string, target: TargetName): TargetBuild {
  const project = readProject(root);
  const salesforce = new SalesforceModules(project);
  if (target === 'admin') return adminBuild(project, salesforce, cache);
  const [dir] = project.siteDirs;
  if (dir === undefined) throw new Error(`The project ${root} has no site.`);
  return siteBuild(project, salesforce, readSite(dir), cache);
}

export function siteBuild(project: Project, salesforce: SalesforceModules, site: Site, cache: string): TargetBuild {
  const pages = usedViews(site).map(viewModule);
  return {
    target: 'storefront',
    project,
    salesforce,
    entry: SITE_ENTRY,
    modules: [...pages, ...usedLayouts(site).map(layoutModule)],
    pages,
    outDir: join(cache, 'site'),
    virtual: siteModules(project, site),
    inputs: site.files,
  };
}

export function adminBuild(project: Project, salesforce: SalesforceModules, cache: string): TargetBuild {
  const metadata = readAdminMetadata(project);
  return {
    target: 'admin',
    project,
    salesforce,
    entry: ADMIN_ENTRY,
    modules: [],
    pages: [],
    outDir: join(cache, 'admin'),
    virtual: adminModules(project, metadata),
    inputs: metadata.files,
  };
}
