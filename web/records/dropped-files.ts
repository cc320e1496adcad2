export type NamedFile = { file: File; name: string }

/** Files that were chosen; of a folder with their place in it. */
export const chosenFiles = (files: FileList | null): NamedFile[] =>
  [...(files ?? [])].filter(isNoClutter).map((file) => ({ file, name: file.webkitRelativePath || file.name }))

/** Files that were dropped, also those in folders, with their place in them. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  // All entries must be taken before the first wait: the browser empties the list after the event.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const found = await Promise.all(entries.map((entry) => filesIn(entry)))
  return found.flat().filter(({ file }) => isNoClutter(file))
}

async function filesIn(entry: FileSystemEntry): Promise<NamedFile[]> {
  const name = entry.fullPath.replace(/^\//, '')
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ file, name }]
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const reader = entry.createReader()
  const children: FileSystemEntry[] = []
  // A reader gives a hundred at most at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    children.push(...some)
  }
  return (await Promise.all(children.map((child) => filesIn(child)))).flat()
}

/** Files that computers put into folders for themselves. */
const isNoClutter = ({ name }: File) => name !== '.DS_Store' && name !== 'Thumbs.db' && name !== 'desktop.ini'
