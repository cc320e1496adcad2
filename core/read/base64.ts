/** The bytes of base64 text (white space and the URL alphabet allowed); undefined when it is none. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const tight = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/')
  if (tight === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(tight)) return undefined
  try {
    const binary = atob(tight)
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
    return bytes
  } catch {
    return undefined
  }
}

/** The usual ending of a file of this media type. */
export function extensionOf(mediaType: string | undefined): string {
  const plain = (mediaType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return EXTENSIONS.get(plain) ?? 'bin'
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'application/pdf': 'pdf',
    'text/plain': 'txt',
    'text/html': 'html',
    'text/rtf': 'rtf',
    'application/rtf': 'rtf',
    'text/xml': 'xml',
    'application/xml': 'xml',
    'application/hl7-sda+xml': 'xml',
    'application/fhir+json': 'json',
    'application/json': 'json',
    'image/jpeg': 'jpg',
    'image/jpg': 'jpg',
    'image/png': 'png',
    'image/tiff': 'tif',
    'image/gif': 'gif',
    'image/heic': 'heic',
    'application/dicom': 'dcm',
    'application/zip': 'zip',
    'application/msword': 'doc',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  } satisfies Record<string, string>),
)
