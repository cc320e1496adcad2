/** A bucket that originals lie in, on Amazon S3 or anything that speaks as it does. */
export type S3Config = {
  /** The service, as `https://s3.eu-central-1.amazonaws.com`. */
  url: string
  bucket: string
  region: string
  /** What the names of all our objects begin with: empty, or ending in `/`. */
  prefix: string
  keyId: string
  secret: string
  /** Of credentials that end by themselves. */
  sessionToken?: string
  /** The bucket in the path, as most services take it, or in the name of the host. */
  style: 'path' | 'host'
}
