/** Sends files of a form in parts, so that a line that breaks costs a part and not the file, and a file not the form. */
import { visitorKey } from 'c/visitorKey';
import sendPart from '@salesforce/apex/FormFileController.sendPart';
import startFile from '@salesforce/apex/FormFileController.startFile';
import type { Question } from 'c/formRules';
import { toStoreError } from 'c/storeErrors';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

/** Bytes of a part: a multiple of three, so that parts of base64 stand beside each other. */
const PART = 393_216;
const MEGABYTE = 1_048_576;
const MOST_MEGABYTES = 3;
/** Tries of a part before its file is given up. */
const TRIES = 3;

export interface Upload {
  storeCode: string;
  versionId: string;
  question: Question;
  /** Names the file, and opens it for whoever sent it. */
  token: string;
  file: File;
  progress(percent: number): void;
}

/** A name that nobody guesses. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Why the file cannot be sent, before anything is; blank for nothing. The server looks again. */
export function refusalOf(question: Question, file: File): string {
  const ending = file.name.split('.').pop()?.toLowerCase() ?? '';
  const types = (question.files?.types ?? []).map((type) => type.toLowerCase());
  const most = Math.min(question.files?.maxMegabytes ?? MOST_MEGABYTES, MOST_MEGABYTES);
  if (!types.includes(ending)) return labels.fileType;
  if (file.size > most * MEGABYTE) return fillLabel(labels.fileLarge, most);
  return file.size === 0 ? labels.fileEmpty : '';
}

async function base64Of(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

/** A part whose answer was lost may have arrived: sent again it counts once. */
async function insistently<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = toStoreError(error);
    if (tries <= 1 || !['UNEXPECTED', 'OFFLINE', 'BUSY'].includes(code)) throw error;
    return insistently(work, tries - 1);
  }
}

/** @returns why it could not be sent; blank when it is there */
export async function sendFile({ storeCode, versionId, question, token, file, progress }: Upload): Promise<string> {
  const refused = refusalOf(question, file);
  if (refused) return refused;
  const parts = Math.ceil(file.size / PART);
  const sendFrom = async (index: number): Promise<void> => {
    if (index === parts) return;
    const content = await base64Of(file.slice(index * PART, (index + 1) * PART));
    await insistently(() => sendPart({ storeCode, token, index, content }));
    progress(Math.floor(((index + 1) / parts) * 99));
    await sendFrom(index + 1);
  };
  try {
    await insistently(() =>
      startFile({
        storeCode,
        file: {
          versionId,
          question: question.key,
          token,
          name: file.name,
          size: file.size,
          parts,
          sender: visitorKey(),
        },
      }),
    );
    await sendFrom(0);
    return '';
  } catch (error) {
    return toStoreError(error).message;
  }
}
