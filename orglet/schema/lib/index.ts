/** Registers the part of the standard library that speaks of metadata. */
import './custom-records.js';
import './describe-field.js';
import './describe-object.js';
import './describe-tabs.js';
import './label.js';
import './schema.js';

export { setDescribeAccess, type DescribeAccess, type FieldAccess, type ObjectAccess } from './access.js';
export { setProfileReader, setSettingReader, type SettingReader } from './custom-records.js';
