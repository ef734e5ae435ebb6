// Prints the table of every suite that ran and the closing count.
import { printReport } from './lib/report.mjs';

process.exitCode = printReport() ? 1 : 0;
