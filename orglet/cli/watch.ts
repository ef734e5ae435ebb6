import { watch as watchFiles } from 'node:fs';

/** Editors write a file in several steps; a run starts when nothing has changed for this many milliseconds. */
const QUIET = 150;
/** What tests depend on; editors' own files are not. */
const SOURCES = /\.(?:cls|trigger|xml|json|csv|resource)$|[\\/]staticresources[\\/]/;

/**
 * Runs `task` now and after each change of a source below the directories, one run at a time, until the process is
 * told to stop. Resolves to the last run's result.
 */
export async function watch(directories: string[], task: () => Promise<number>): Promise<number> {
  let changed = false;
  let wake: () => void = () => undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const onChange = (_event: string, name: string | null) => {
    if (name !== null && !SOURCES.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake();
    }, QUIET);
  };
  const stop = () => {
    stopped = true;
    wake();
  };
  const watchers = directories.map((directory) => watchFiles(directory, { recursive: true }, onChange));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    for (;;) {
      changed = false;
      const status = await task();
      process.stdout.write('Waiting for changes; stop with Ctrl-C\n');
      while (!changed && !stopped) await new Promise<void>((resolve) => (wake = resolve));
      if (stopped) return status;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
