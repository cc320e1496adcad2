/** Drawn on a grid of 24; always beside words or inside something that has a name of its own. */
const PATHS = {
  home: 'M4 11.5 12 4l8 7.5M6 10v9.5h4.5V14h3v5.5H18V10',
  records: 'M6 3.5h8L18.5 8v12.5H6zM13.5 3.5V8.5h5M9 12.5h6.5M9 16h6.5',
  profile: 'M9 4.5H6.5v16h11v-16H15M9 3h6v3.5H9zM9.5 11.5h5M9.5 15h5',
  timeline: 'M3.5 19.5h17M6 15.5h5M9.5 11h7.5M14 6.5h5',
  trials: 'M9.5 3.5h5M10.5 3.5v6L5.5 18.5a1.4 1.4 0 0 0 1.2 2h10.6a1.4 1.4 0 0 0 1.2-2L13.5 9.5v-6M8 15h8',
  settings: 'M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M13 5v5h4V5zM7 14v5h4v-5z',
  plus: 'M12 5v14M5 12h14',
  camera: 'M4 8h3.5L9 5.5h6L16.5 8H20v11.5H4zM12 16.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5z',
  folder: 'M3.5 6h6l2 2.5h9v10.5h-17z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  warn: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.2',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.2',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.7v.2',
  quote: 'M5 17h4.5v-5H6.5C6.5 9.5 7.5 8 9.5 7M14 17h4.5v-5h-3c0-2.5 1-4 3-5',
  print: 'M7 8.5V3.5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z',
  star: 'M12 4l2.5 5.2 5.7.7-4.2 3.9 1.1 5.7L12 16.7l-5.1 2.8L8 13.8 3.8 9.9l5.7-.7z',
  trash: 'M5 6.5h14M9.5 6.5v-3h5v3M7 6.5l.8 14h8.4l.8-14',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  next: 'M9.5 5.5 16 12l-6.5 6.5',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15',
  key: 'M8 16.5a4 4 0 1 1 3.7-5.5H20v3h-2v2.5h-3V14h-3.3A4 4 0 0 1 8 16.5zM7.5 12.5h.2',
  lock: 'M6.5 10.5h11v9.5h-11zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3',
  people:
    'M9 11a3.25 3.25 0 1 0 0-6.5A3.25 3.25 0 0 0 9 11zM3 19.5c.4-3.3 2.7-5 6-5s5.6 1.7 6 5M15.5 5a3 3 0 0 1 0 5.7M17.5 14.8c2 .6 3.2 2.2 3.5 4.7',
  pin: 'M12 20.5c4-4.5 6-7.6 6-10.3a6 6 0 1 0-12 0c0 2.7 2 5.8 6 10.3zM12 12.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5z',
  pencil: 'M5 19l1-4L16 5l3 3L9 18z',
  out: 'M10 5H5v14h5M10 12h10M16.5 8.5 20 12l-3.5 3.5',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
