/**
 * Something odd in an archive that still can be read: teaching material.
 *
 * Paths and names are as the archive has them.
 */
export type ArchiveFinding =
  // index.json without the oci-layout file that says it is a layout; or another version in it
  | { kind: 'layout-missing' }
  | { kind: 'layout-version'; version: string }
  // OCI layout and docker-archive in one: docker save since 25
  | { kind: 'both-forms' }
  // a list of images that is empty
  | { kind: 'names-nothing' }
  | { kind: 'no-name'; path: string }
  // named by digest and not there (`digest` is the first of `count`); named by path and not there
  | { kind: 'blob-missing'; digest: string; count: number }
  | { kind: 'file-missing'; path: string; by: string }
  | { kind: 'size-mismatch'; digest: string; want: number; got: number }
  | { kind: 'not-json'; path: string }
  // layers and diffIDs pair by position, so a different count pairs them wrongly
  | { kind: 'diff-count'; layers: number; diffIds: number }
  // legacy forms
  | { kind: 'layer-links'; count: number; path: string }
  | { kind: 'repositories' }
  // blobs that no image here names
  | { kind: 'unnamed-blobs'; count: number; bytes: number }
  | { kind: 'duplicate-path'; path: string }
  | { kind: 'unsafe-path'; path: string }
