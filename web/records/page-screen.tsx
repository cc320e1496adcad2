import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { pageQuery, profileQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { dayWords } from '../kit/day.ts'
import { Icon } from '../kit/icon.tsx'
import { Loaded, ScreenHead, Working } from '../kit/states.tsx'
import { words } from '../words/words.ts'
import { kindWords } from './kind-words.ts'
import { MarkedText } from './marked-text.tsx'
import { PagePicture } from './page-picture.tsx'
import { placesOn, type Span } from './places.ts'
import './page-screen.css'

const w = words.page
/** What opens DICOM comes only when there is some. */
const ScanViewer = lazy(async () => ({ default: (await import('./scan/scan-viewer.tsx')).ScanViewer }))

/** One page of a document, as picture where there is one and as text, with the words marked that facts were read from. */
export function PageScreen() {
  const { person } = useParams({ from: '/p/$person/records/page' })
  const { document: id, page: number = 1, at } = useSearch({ from: '/p/$person/records/page' })
  const query = useQuery(pageQuery(person, id, number))
  const profile = useQuery({ ...profileQuery(person), retry: false })
  const [asText, setAsText] = useState<boolean>()
  const [start, end] = at?.split('-').map(Number) ?? []
  const wanted: Span | undefined = start !== undefined && end !== undefined ? { start, end } : undefined
  return (
    <Loaded query={query} working={w.working} title={words.records.title}>
      {({ document, page }) => {
        const known = profile.data ? placesOn(profile.data.profile, id, number) : []
        const isScan = document.format === 'dicom' && number === 1
        const text = asText ?? !(document.pictures || isScan)
        return (
          <>
            <div className="no-print">
              <Link to="/p/$person/records" params={{ person }} className="button plain back-link">
                <Icon name="back" size={20} />
                {w.all}
              </Link>
            </div>
            <ScreenHead
              title={document.file}
              lead={
                <>
                  {kindWords(document)}
                  {document.date && `, ${dayWords(document.date)}`}
                  {document.title && document.title !== document.file && ` · ${document.title}`}
                </>
              }
            >
              {(document.pictures || isScan) && (
                <Button aria-pressed={text} onClick={() => setAsText(!text)}>
                  {w.asText}
                </Button>
              )}
            </ScreenHead>
            {wanted && (
              <p className="quote page-quote">
                <q>{page.text.slice(wanted.start, wanted.end)}</q>
              </p>
            )}
            {!text && isScan ? (
              <Suspense fallback={<Working label={w.scan.working} />}>
                <ScanViewer key={id} person={person} document={document} />
              </Suspense>
            ) : text ? (
              <MarkedText text={page.text} known={known} wanted={wanted} />
            ) : (
              <PagePicture key={number} person={person} id={id} page={page} known={known} wanted={wanted} />
            )}
            {page.source === 'ocr' && <p className="soft small">{w.ocr}</p>}
            <Turn person={person} document={id} number={number} pages={document.pages} />
          </>
        )
      }}
    </Loaded>
  )
}

function Turn({ person, document, number, pages }: { person: string; document: string; number: number; pages: number }) {
  const navigate = useNavigate()
  if (pages < 2) return null
  const to = (page: number) =>
    void navigate({ to: '/p/$person/records/page', params: { person }, search: { document, page }, replace: true })
  return (
    <nav className="turn no-print" aria-label={w.turn}>
      <Button icon="back" disabled={number <= 1} onClick={() => to(number - 1)}>
        {w.before}
      </Button>
      <span className="number" aria-live="polite">
        {w.of(number, pages)}
      </span>
      <Button disabled={number >= pages} onClick={() => to(number + 1)}>
        {w.after}
      </Button>
    </nav>
  )
}
