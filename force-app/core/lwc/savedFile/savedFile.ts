/** Hands a file to the browser, which keeps it. @param content in base64, as Apex sends files */
export function saveFile(name: string, kind: string, content: string): void {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: kind }));
  link.download = name.replace(/[^\w.-]/g, '-');
  link.click();
  // The browser has begun to read it by the next task.
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
