import fileEmpty from '@salesforce/label/c.Forms_Page_File_Empty';
import fileLarge from '@salesforce/label/c.Forms_Page_File_Large';
import fileType from '@salesforce/label/c.Forms_Page_File_Type';

export const labels = {
  fileEmpty,
  fileLarge,
  fileType,
};
