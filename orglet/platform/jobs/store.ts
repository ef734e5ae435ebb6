import { platformHost } from '../host.js';
import type { Snapshot } from '../snapshot.js';
import type { Job } from './types.js';

/**
 * The queue of a served org. It lies in the org's database and is written in the transaction that enqueues, so a job
 * exists exactly when its transaction committed, and a killed process finds its jobs again.
 */
export function createJobTables(): void {
  platformHost().db.exec(`
    CREATE TABLE IF NOT EXISTS orglet_job (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, due INTEGER NOT NULL, job TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS orglet_job_due ON orglet_job (due, seq);
    CREATE TABLE IF NOT EXISTS orglet_job_part (job_id TEXT NOT NULL, part INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (job_id, part));
    CREATE TABLE IF NOT EXISTS orglet_event (seq INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL, state TEXT NOT NULL, retries INTEGER NOT NULL DEFAULT 0, error TEXT);
    CREATE TABLE IF NOT EXISTS orglet_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `);
}

export function saveJob(job: Job): void {
  const { db } = platformHost();
  db.prepare(
    `INSERT INTO orglet_job (id, seq, due, job) VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM orglet_job), ?, ?)
     ON CONFLICT (id) DO UPDATE SET due = excluded.due, job = excluded.job`,
  ).run([job.id, job.due, JSON.stringify(job)]);
}

/** The job that should run now, oldest due time first, or null. */
export function nextDueJob(now: number): Job | null {
  const [row] = platformHost()
    .db.prepare('SELECT job FROM orglet_job WHERE due <= ? ORDER BY due, seq LIMIT 1')
    .all([now]);
  return row ? (JSON.parse(row[0] as string) as Job) : null;
}

export function findJob(id: string): Job | null {
  const [row] = platformHost().db.prepare('SELECT job FROM orglet_job WHERE id = ?').all([id]);
  return row ? (JSON.parse(row[0] as string) as Job) : null;
}

export function deleteJob(id: string): void {
  const { db } = platformHost();
  db.prepare('DELETE FROM orglet_job WHERE id = ?').run([id]);
  db.prepare('DELETE FROM orglet_job_part WHERE job_id = ?').run([id]);
}

/**
 * Whether a queueable with this duplicate signature waits.
 * @param running Id of the job that runs: it has left the queue
 */
export function hasSignature(signature: string, running: string | null): boolean {
  const rows = platformHost()
    .db.prepare("SELECT 1 FROM orglet_job WHERE json_extract(job, '$.signature') = ? AND id IS NOT ?")
    .all([signature, running]);
  return rows.length > 0;
}

export function saveParts(jobId: string, parts: Snapshot[]): void {
  const insert = platformHost().db.prepare('INSERT INTO orglet_job_part (job_id, part, state) VALUES (?, ?, ?)');
  parts.forEach((part, index) => insert.run([jobId, index, JSON.stringify(part)]));
}

export function loadPart(jobId: string, part: number): Snapshot {
  const [row] = platformHost()
    .db.prepare('SELECT state FROM orglet_job_part WHERE job_id = ? AND part = ?')
    .all([jobId, part]);
  if (!row) throw new Error(`Part ${part} of batch job ${jobId} is missing`);
  return JSON.parse(row[0] as string) as Snapshot;
}
