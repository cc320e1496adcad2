import * as node from 'node:fs/promises'

/** Makes the names in a folder durable: a file that was synced is only found after a power cut when its folder was synced too. */
export async function syncFolder(path: string, files: Pick<typeof node, 'open'> = node): Promise<void> {
  const folder = await files.open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
