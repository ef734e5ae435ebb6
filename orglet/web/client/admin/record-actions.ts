import ConfirmDelete from 'shell/confirmDelete';
import RecordEditor from 'shell/recordEditor';
import { deleteRecord, objectInfo } from './data/ui-api.js';
import { errorText } from './data/errors.js';
import { toast } from './toast.js';

/** Opens the dialog for a new record; resolves to its Id, or null when it was cancelled. */
export async function newRecord(
  objectApiName: string,
  defaultValues: Record<string, unknown> | null = null,
): Promise<string | null> {
  const info = await objectInfo(objectApiName).get();
  const saved = await RecordEditor.open({ size: 'medium', label: `New ${info.label}`, objectApiName, defaultValues });
  if (!saved) return null;
  toast('success', `${info.label} was created.`);
  return saved.id;
}

/** Opens the dialog that changes a record; resolves to whether it was saved. */
export async function editRecord(objectApiName: string, recordId: string): Promise<boolean> {
  const info = await objectInfo(objectApiName).get();
  const saved = await RecordEditor.open({ size: 'medium', label: `Edit ${info.label}`, objectApiName, recordId });
  if (saved) toast('success', `${info.label} was saved.`);
  return Boolean(saved);
}

/** Deletes a record after asking; resolves to whether it is gone. */
export async function confirmAndDelete(objectApiName: string, recordId: string, recordName: string): Promise<boolean> {
  const info = await objectInfo(objectApiName).get();
  const confirmed = await ConfirmDelete.open({
    size: 'small',
    label: `Delete ${info.label}`,
    objectLabel: info.label,
    recordName,
  });
  if (!confirmed) return false;
  try {
    await deleteRecord(recordId);
  } catch (error) {
    toast('error', errorText(error));
    return false;
  }
  toast('success', `${info.label} “${recordName}” was deleted.`);
  return true;
}
