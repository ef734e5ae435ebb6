export function processIdentity(pid?: number): string | null;
export function isRunning(note: { pid?: unknown; identity?: unknown }): boolean;
export function endsWithThis(): string[];
