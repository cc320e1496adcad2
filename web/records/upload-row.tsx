import { IconButton } from '../kit/button.tsx'
import { bytesWords } from '../kit/bytes.ts'
import { Progress } from '../kit/progress.tsx'
import { Failed } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { dropUpload, retryUpload, type Upload } from './uploads.ts'

const w = words.records

export function UploadRow({ upload: { key, name, file, sent, state, error } }: { upload: Upload }) {
  return (
    <li className="upload">
      <div className="grow stack tight">
        <p className="file-name">{name}</p>
        {state === 'sending' && <Progress label={w.sending(bytesWords(sent), bytesWords(file.size))} done={sent} of={file.size} />}
        {state === 'waiting' && <p className="soft small">{w.toSend}</p>}
        {state === 'known' && <p className="soft small">{w.known}</p>}
        {state === 'failed' && <Failed error={error} retry={() => retryUpload(key)} />}
      </div>
      <IconButton
        icon="close"
        label={`${state === 'known' ? words.kit.close : words.kit.cancel}: ${name}`}
        onClick={() => dropUpload(key)}
      />
    </li>
  )
}
