import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { differenceOf } from 'c/formModel';
import type { FormDefinition } from 'c/formRules';
import { fillLabel } from 'c/storeFormat';
import { labels } from './labels';

/** Shows what becomes different, and for whom, before a form is published. Closes with true when it may be. */
export default class FormPublishDialog extends LightningModal {
  /** What shoppers are asked now; null before the first version. */
  @api former: FormDefinition | null = null;
  /** What they would be asked. */
  @api definition: FormDefinition = { questions: [] };
  /** How many saved it to go on later. */
  @api begun = 0;
  /** How many may still change what they sent. */
  @api editable = 0;

  labels = labels;

  get isFirst(): boolean {
    return !this.former;
  }

  get differences() {
    if (!this.former) return [];
    const { added, demanded, removed, changed } = differenceOf(this.former, this.definition);
    return [
      { key: 'added', title: labels.pubAdded, names: added },
      { key: 'demanded', title: labels.pubDemanded, names: demanded },
      { key: 'changed', title: labels.pubChanged, names: changed },
      { key: 'removed', title: labels.pubRemoved, names: removed },
    ]
      .filter(({ names }) => names.length)
      .map((row) => ({ ...row, text: row.names.join(' · ') }));
  }

  get isSame(): boolean {
    return !this.isFirst && !this.differences.length;
  }

  get people(): string[] {
    if (this.isFirst) return [];
    const told = [
      this.begun ? fillLabel(labels.pubOpen, this.begun) : '',
      this.editable ? fillLabel(labels.pubEditable, this.editable) : '',
    ];
    return [...told.filter(Boolean), labels.pubPage];
  }

  handleCancel(): void {
    this.close(false);
  }

  handlePublish(): void {
    this.close(true);
  }
}
