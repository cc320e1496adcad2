import { convertCcdaToFhir, convertXmlToCcda } from '@medplum/ccda'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Document } from '../../record/document.ts'
import { DocumentId } from '../../record/document-id.ts'
import type { Entry } from '../../record/entry.ts'
import { chooseReader } from '../reader.ts'
import { ccdaReader } from './reader.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (xml: string) => ccdaReader.read(bytes(xml), { id: DocumentId.parse('d'), file: 'summary.xml' })

/** A health summary with these sections. */
const summary = (...sections: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
<realmCode code="US"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><templateId root="2.16.840.1.113883.10.20.22.1.2"/>
<id root="1.2.3"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
<title>Care summary</title><effectiveTime value="20260918101500-0500"/><confidentialityCode code="N"/>
<recordTarget><patientRole><id root="1.2.3" extension="7"/><addr><city>Elgin</city><state>IL</state><postalCode>60120-1234</postalCode></addr>
<patient><name><given>Vera</given><family>Holt</family></name><administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19631105"/></patient></patientRole></recordTarget>
<author><time value="20260918"/><assignedAuthor><id root="1.2.3"/><assignedPerson><name><given>Ida</given><family>Roth</family></name></assignedPerson></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><id root="1.2.3"/><name>Elgin Cancer Center</name></representedCustodianOrganization></assignedCustodian></custodian>
<component><structuredBody>${sections.map((one) => `<component>${one}</component>`).join('')}</structuredBody></component></ClinicalDocument>`

const section = (code: string, title: string, text: string, entries = '') =>
  `<section><code code="${code}" codeSystem="2.16.840.1.113883.6.1"/><title>${title}</title><text>${text}</text>${entries}</section>`

const problem = ({ name = 'Hypertensive disorder', reference = '', time = '<low value="20190514"/>', negated = '', status = '' }) =>
  `<entry><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.3"/><id root="1.1"/><code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="active"/>
<effectiveTime><low value="20190514"/></effectiveTime><entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"${negated}><templateId root="2.16.840.1.113883.10.20.22.4.4"/><id root="1.2"/>
<code code="55607006" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/><effectiveTime>${time}</effectiveTime>
<value xsi:type="CD" code="38341003" codeSystem="2.16.840.1.113883.6.96" displayName="${name}">${reference && `<originalText><reference value="#${reference}"/></originalText>`}<translation code="I10" codeSystem="2.16.840.1.113883.6.90"/></value>${status}</observation></entryRelationship></act></entry>`

const result = (code: string, name: string, value: string, more = '') =>
  `<entry><organizer classCode="BATTERY" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.1"/><id root="2.1"/><code code="24323-8" codeSystem="2.16.840.1.113883.6.1" displayName="Panel"/><statusCode code="completed"/>
<component><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.2"/><id root="2.2"/><code code="${code}" codeSystem="2.16.840.1.113883.6.1" displayName="${name}"/><statusCode code="completed"/><effectiveTime value="20260901"/>${value}${more}</observation></component></organizer></entry>`

const table = (head: string[], ...rows: string[][]) =>
  `<table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`

const quoteOf = (document: Document, entry: Entry | undefined) => document.pages[0]?.text.slice(entry?.start, entry?.end)
const only = (document: Document, type: Entry['type']) => document.entries.filter((entry) => entry.type === type)

describe('reading C-CDA', () => {
  it('reads the header: title, date, author, and who the patient is', async () => {
    const { document } = await read(summary())
    expect(document).toMatchObject({
      read: true,
      title: 'Care summary',
      date: '2026-09-18',
      author: 'Ida Roth',
      declaredKind: 'Summarization of Episode Note',
    })
    expect(only(document, 'patient')[0]?.person).toEqual({ name: 'Vera Holt', sex: 'female', birthDate: '1963-11-05', zip: '60120' })
    expect(quoteOf(document, only(document, 'patient')[0])).toBe('Patient: Vera Holt, female, born 1963-11-05, Elgin IL 60120-1234')
    expect(() => Document.parse(document)).not.toThrow()
  })

  it('writes the narrative as a person would read it: rows, cells, lists, line breaks', async () => {
    const text = `${table(['Drug', 'Start'], ['letrozole<br/>2.5 mg', '2023'], ['aspirin', ''])}<list><item>one <content styleCode="Bold">bold</content> thing</item><item>two</item></list><paragraph>First.<br/>Second.</paragraph>`
    const { document } = await read(summary(section('10160-0', 'Medications', text)))
    expect(document.pages[0]?.text).toContain(
      'Medications\nDrug  Start\nletrozole 2.5 mg  2023\naspirin\n- one bold thing\n- two\nFirst.\nSecond.\n',
    )
  })

  it('points an entry at the row that its reference names', async () => {
    const rows = table(
      ['Problem', 'Since'],
      ['<content ID="p1">High blood pressure</content>', '2019'],
      ['<content ID="p2"/>Asthma', '2001'],
    )
    const { document } = await read(
      summary(section('11450-4', 'Problems', rows, problem({ reference: 'p1' }) + problem({ reference: 'p2' }))),
    )
    const [first, second] = only(document, 'condition')
    expect(first).toMatchObject({ text: 'High blood pressure', status: 'active', begins: '2019-05-14' })
    expect(first?.codes.map(({ code }) => code)).toEqual(['38341003', 'I10'])
    expect(quoteOf(document, first)).toBe('High blood pressure  2019')
    expect(quoteOf(document, second)).toBe('Asthma  2001')
  })

  it('finds the row by name, value and date when there is no reference', async () => {
    const rows = table(['Test', 'Value', 'Date'], ['Creatinine', '1.4', '08/01/2026'], ['Creatinine', '0.82', '09/01/2026'])
    const { document } = await read(
      summary(section('30954-2', 'Results', rows, result('2160-0', 'Creatinine', '<value xsi:type="PQ" value="0.82" unit="mg/dL"/>'))),
    )
    expect(quoteOf(document, only(document, 'observation')[0])).toBe('Creatinine  0.82  09/01/2026')
  })

  it('gives an entry that the narrative does not show a line of its own', async () => {
    const { document } = await read(
      summary(
        section(
          '30954-2',
          'Results',
          'See the portal.',
          result('2160-0', 'Creatinine', '<value xsi:type="PQ" value="0.82" unit="mg/dL"/>'),
        ),
      ),
    )
    expect(quoteOf(document, only(document, 'observation')[0])).toBe('Creatinine 0.82 mg/dL, 2026-09-01')
  })

  it.each([
    ['a physical quantity', '<value xsi:type="PQ" value="3.2" unit="10*3/uL"/>', { quantity: { value: 3.2, unit: '10*3/uL' } }],
    ['text that is a number', '<value xsi:type="ST">12.4</value>', { quantity: { value: 12.4 } }],
    ['text with a comparator', '<value xsi:type="ST">&lt;0.5</value>', { quantity: { value: 0.5, comparator: '<' } }],
    [
      'an interval open below',
      '<value xsi:type="IVL_PQ"><high value="5" unit="mg/L" inclusive="false"/></value>',
      { quantity: { value: 5, comparator: '<', unit: 'mg/L' } },
    ],
    ['words', '<value xsi:type="ST">3+ (positive)</value>', { text: '3+ (positive)' }],
    [
      'a code',
      '<value xsi:type="CD" code="10828004" codeSystem="2.16.840.1.113883.6.96" displayName="Positive"/>',
      { text: 'Positive', codes: [{ system: 'http://snomed.info/sct', code: '10828004', display: 'Positive' }] },
    ],
    ['a unit that says nothing', '<value xsi:type="PQ" value="1.1" unit="1"/>', { quantity: { value: 1.1 } }],
  ])('reads %s as a value', async (_, xml, value) => {
    const { document } = await read(summary(section('30954-2', 'Results', '', result('1-1', 'Test', xml))))
    expect(only(document, 'observation')[0]?.value).toEqual(value)
  })

  it('reads limits, also in words, and what the laboratory thinks of the value', async () => {
    const more =
      '<interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83"/><referenceRange><observationRange><text>0.50 - 1.10 mg/dL</text></observationRange></referenceRange>'
    const { document } = await read(
      summary(section('30954-2', 'Results', '', result('2160-0', 'Creatinine', '<value xsi:type="PQ" value="1.4" unit="mg/dL"/>', more))),
    )
    expect(only(document, 'observation')[0]).toMatchObject({
      range: { low: 0.5, high: 1.1 },
      interpretation: 'high',
      category: ['laboratory'],
    })
  })

  it.each([
    ['an end', { time: '<low value="2018"/><high value="20240211"/>' }, { status: 'resolved', begins: '2018', ends: '2024-02-11' }],
    ['an end that nobody dated', { time: '<low value="2018"/><high nullFlavor="UNK"/>' }, { status: 'resolved', begins: '2018' }],
    ['a filler for a date', { time: '<low value="19000101"/>' }, { status: 'active' }],
    ['the negation indicator', { negated: ' negationInd="true"' }, { negated: true }],
    [
      'a status observation',
      {
        status:
          '<entryRelationship typeCode="REFR"><observation classCode="OBS" moodCode="EVN"><code code="33999-4" codeSystem="2.16.840.1.113883.6.1"/><value xsi:type="CD" code="73425007" codeSystem="2.16.840.1.113883.6.96"/></observation></entryRelationship>',
      },
      { status: 'inactive' },
    ],
  ])('understands %s of a problem', async (_, parts, expected) => {
    const { document } = await read(summary(section('11450-4', 'Problems', '', problem(parts))))
    const [entry] = only(document, 'condition')
    expect(entry).toMatchObject(expected)
    if (!('begins' in expected) && 'time' in parts) expect(entry?.begins).toBeUndefined()
  })

  it('reads a medicine with dose, period and status, and one only planned', async () => {
    const medicine = (mood: string, name: string, status: string) =>
      `<entry><substanceAdministration classCode="SBADM" moodCode="${mood}"><templateId root="2.16.840.1.113883.10.20.22.4.16"/><statusCode code="${status}"/><effectiveTime xsi:type="IVL_TS"><low value="20230705"/><high value="20250320"/></effectiveTime><effectiveTime xsi:type="PIVL_TS" operator="A"><period value="24" unit="h"/></effectiveTime><routeCode code="C38288" displayName="ORAL"/><doseQuantity value="2.5" unit="mg"/><consumable><manufacturedProduct><manufacturedMaterial><code code="72965" codeSystem="2.16.840.1.113883.6.88" displayName="${name}"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`
    const { document } = await read(
      summary(
        section('10160-0', 'Medications', '', medicine('EVN', 'letrozole', 'completed')),
        section('18776-5', 'Plan', '', medicine('RQO', 'fulvestrant', 'active')),
      ),
    )
    expect(only(document, 'medication')).toMatchObject([
      { text: 'letrozole', status: 'completed', begins: '2023-07-05', ends: '2025-03-20', dose: '2.5 mg oral every 24 h' },
      { text: 'fulvestrant', status: 'planned' },
    ])
    expect(document.pages[0]?.text).toContain('Planned: fulvestrant')
  })

  it('keeps a relative’s illness with the relative', async () => {
    const organizer = `<entry><organizer classCode="CLUSTER" moodCode="EVN"><statusCode code="completed"/><subject><relatedSubject classCode="PRS"><code code="MTH" codeSystem="2.16.840.1.113883.5.111" displayName="Mother"/></relatedSubject></subject><component><observation classCode="OBS" moodCode="EVN"><code code="64572001" codeSystem="2.16.840.1.113883.6.96"/><value xsi:type="CD" code="254837009" codeSystem="2.16.840.1.113883.6.96" displayName="Breast cancer"/></observation></component></organizer></entry>`
    const { document } = await read(summary(section('10157-6', 'Family history', '', organizer)))
    expect(only(document, 'family-history')).toMatchObject([{ text: 'Breast cancer', relative: 'mother' }])
    expect(only(document, 'condition')).toEqual([])
    expect(document.pages[0]?.text).toContain('Family history (mother): Breast cancer')
  })

  it.each([
    ['negated', ' negationInd="true"', '<code code="419199007" codeSystem="2.16.840.1.113883.6.96" displayName="Allergy to substance"/>'],
    ['named as none', '', '<code code="716186003" codeSystem="2.16.840.1.113883.6.96" displayName="No known allergy"/>'],
  ])('takes an allergy %s as none', async (_, negation, code) => {
    const entry = `<entry><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.30"/><statusCode code="active"/><entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"${negation}><templateId root="2.16.840.1.113883.10.20.22.4.7"/><code code="ASSERTION"/><value xsi:type="CD" code="416098002" codeSystem="2.16.840.1.113883.6.96" displayName="Allergy to drug"/><participant typeCode="CSM"><participantRole><playingEntity>${code}</playingEntity></participantRole></participant></observation></entryRelationship></act></entry>`
    const { document } = await read(summary(section('48765-2', 'Allergies', 'None', entry)))
    expect(only(document, 'allergy')).toMatchObject([{ negated: true }])
  })

  it('reads with prefixes and without templates', async () => {
    const xml = summary(section('11450-4', 'Problems', '<paragraph ID="a">Old asthma</paragraph>', problem({ reference: 'a' })))
      .replace(/<(\/?)(?!\?)/g, '<$1cda:')
      .replace('xmlns=', 'xmlns:cda=')
      .replace(/<cda:templateId [^>]*>/g, '')
    const { document } = await read(xml)
    expect(only(document, 'condition')).toMatchObject([{ text: 'Old asthma' }])
  })

  it('hands on a body that is not XML', async () => {
    const pdf = btoa('%PDF-1.7 …'.replace('…', '...'))
    const xml = summary().replace(
      /<structuredBody>.*<\/structuredBody>/,
      `<nonXMLBody><text mediaType="application/pdf" representation="B64">${pdf}</text></nonXMLBody>`,
    )
    const { attachments } = await read(xml)
    expect(attachments).toMatchObject([{ name: 'Care summary 1.pdf' }])
    expect(new TextDecoder().decode(attachments?.[0]?.bytes)).toBe('%PDF-1.7 ...')
  })

  it('does not lose the document to one bad entry', async () => {
    const odd =
      '<entry><observation classCode="OBS" moodCode="EVN"><code/><value xsi:type="XX"><low/></value></observation></entry><entry/>'
    const xml = summary(
      section('11450-4', 'Problems', '', odd + problem({ name: 'Asthma' })),
      section('30954-2', 'Results', '', result('2160-0', 'Creatinine', '<value xsi:type="PQ" value="0.82" unit="mg/dL"/>')),
    )
    const { document } = await read(xml)
    expect(only(document, 'condition')).toMatchObject([{ text: 'Asthma' }])
    expect(only(document, 'observation')).toMatchObject([{ text: 'Creatinine' }])
  })

  it('finds what another converter finds in a document that both can read', async () => {
    const xml = summary(
      section('11450-4', 'Problems', '', problem({ name: 'Asthma' }) + problem({ name: 'Gout' })),
      section('30954-2', 'Results', '', result('2160-0', 'Creatinine', '<value xsi:type="PQ" value="0.82" unit="mg/dL"/>')),
    )
      .replace('<section><code code="11450-4"', '<section><templateId root="2.16.840.1.113883.10.20.22.2.5.1"/><code code="11450-4"')
      .replace('<section><code code="30954-2"', '<section><templateId root="2.16.840.1.113883.10.20.22.2.3.1"/><code code="30954-2"')
    const { document } = await read(xml)
    const theirs = (convertCcdaToFhir(convertXmlToCcda(xml)).entry ?? []).flatMap(({ resource }) =>
      resource?.resourceType === 'Condition' || (resource?.resourceType === 'Observation' && resource.valueQuantity)
        ? [resource.code?.text ?? resource.code?.coding?.[0]?.display]
        : [],
    )
    expect(theirs).toHaveLength(3)
    expect(document.entries.map(({ text }) => text)).toEqual(expect.arrayContaining(theirs))
  })

  it('keeps what stands before a cut, and says that the rest is missing', async () => {
    const whole = summary(section('11450-4', 'Problems', '', problem({ name: 'Asthma' })), section('30954-2', 'Results', 'gone'))
    const { document } = await read(whole.slice(0, whole.indexOf('Results')))
    expect(document.read).toBe(true)
    expect(document.problems.map(({ code }) => code)).toEqual(['damaged-xml'])
    expect(only(document, 'condition')).toMatchObject([{ text: 'Asthma' }])
  })

  it.each([
    [
      'a DOCTYPE that could blow up',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ClinicalDocument xmlns="urn:hl7-org:v3">&b;</ClinicalDocument>`,
      'xml-bomb',
    ],
    ['200,000 elements inside each other', `<ClinicalDocument xmlns="urn:hl7-org:v3">${'<a>'.repeat(200_000)}`, 'xml-too-deep'],
    ['other XML', '<?xml version="1.0"?><catalog><book/></catalog>', 'not-a-clinical-document'],
    ['no XML at all', 'hello', 'damaged-xml'],
    ['nothing', '', 'damaged-xml'],
    ['binary', '\u0000\u0001\u0002\u0000\u0000', 'damaged-xml'],
  ])('refuses %s', async (_, xml, code) => {
    const { document } = await read(xml)
    expect(document).toMatchObject({ read: false, problems: [{ code }] })
  })

  it('never throws, and every entry stands on the page, however the document is torn', async () => {
    const whole = summary(
      section('11450-4', 'Problems', table(['a'], ['<content ID="p">Asthma</content>']), problem({ reference: 'p' })),
      section(
        '30954-2',
        'Results',
        '<list><item>Creatinine 0.82</item></list>',
        result('2160-0', 'Creatinine', '<value xsi:type="PQ" value="0.82" unit="mg/dL"/>'),
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(400), fc.string({ maxLength: 12 }), async (at, cut, noise) => {
        const { document } = await read(whole.slice(0, at) + noise + whole.slice(at + cut))
        const text = document.pages[0]?.text ?? ''
        for (const { start, end } of document.entries) expect(text.slice(start, end).trim()).not.toBe('')
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('knows its own documents among others', () => {
    expect(ccdaReader.score(bytes(summary()), 'x.xml')).toBeGreaterThan(0.9)
    expect(ccdaReader.score(bytes('{"resourceType":"Patient"}'), 'x.xml')).toBe(0)
    expect(ccdaReader.score(bytes('<html><body/></html>'), 'x.html')).toBe(0)
    expect(chooseReader([ccdaReader], bytes(summary()), 'no ending')).toBe(ccdaReader)
  })
})
