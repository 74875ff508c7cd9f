import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './tool.ts'

export type Certificate = {
  /** PEM files */
  keyFile: string
  certificateFile: string
  key: string
  certificate: string
}

/**
 * A self-signed certificate, made by openssl, good for two days.
 *
 * @param names what it is for: localhost and 127.0.0.1 unless told
 */
export async function makeCertificate(
  directory: string,
  name: string,
  names = 'DNS:localhost,IP:127.0.0.1',
): Promise<Certificate> {
  const keyFile = join(directory, `${name}.key`)
  const certificateFile = join(directory, `${name}.crt`)
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', keyFile, '-out', certificateFile, '-days', '2', '-subj', `/CN=${name}`],
    ...['-addext', `subjectAltName=${names}`],
  ])
  return {
    keyFile,
    certificateFile,
    key: await readFile(keyFile, 'utf8'),
    certificate: await readFile(certificateFile, 'utf8'),
  }
}
