import type { Words } from './words.ts'

type PartOf<T> = {
  [K in keyof T]?: T[K] extends (...parts: never[]) => unknown ? T[K] : T[K] extends readonly unknown[] ? T[K] : PartOf<T[K]>
}

/**
 * The texts in Spanish, as far as they are translated. The compiler takes only texts that the app has; when none is missing any more, the type
 * becomes `Words` and Spanish joins the languages in `words.ts`.
 */
export const es: PartOf<Words> = {
  brand: 'Carefolio',
  nav: {
    label: 'Secciones',
    whose: 'De quién son los documentos',
    home: 'Inicio',
    records: 'Documentos',
    profile: 'Perfil',
    timeline: 'Cronología',
    trials: 'Ensayos',
    settings: 'Ajustes',
  },
  kit: {
    close: 'Cerrar',
    again: 'Intentar de nuevo',
    cancel: 'Cancelar',
    save: 'Guardar',
    back: 'Atrás',
    skip: 'Ir al contenido',
    optional: '(puede dejarlo en blanco)',
  },
}
