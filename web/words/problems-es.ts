import type { ErrorCode } from '@carefolio/core/record/errors.ts'

/** What can go wrong in front of a person, in Spanish: what happened, and the way out. What only a host meets stays in English. */
export const PROBLEMS_ES: Partial<Record<ErrorCode, readonly [string, string]>> = {
  'empty-file': ['El archivo está vacío.', 'Pídalo otra vez, o descárguelo de nuevo y agregue la copia nueva.'],
  'unknown-format': ['No se reconoció el tipo de este archivo.', 'Agréguelo como PDF, imagen, documento de Word, texto, C-CDA o FHIR.'],
  'too-large': ['El archivo es más grande de lo que se puede leer con seguridad.', 'Divídalo en archivos más pequeños y agréguelos.'],
  'took-too-long': ['Leer este archivo tardó más de lo permitido y se detuvo.', 'Divídalo en archivos más pequeños y agréguelos.'],
  'read-crashed': [
    'La lectura de este archivo falló de una forma que no esperábamos.',
    'El archivo está guardado. Conviértalo en PDF y agregue esa copia.',
  ],
  'reading-killed': [
    'El programa se detuvo tres veces al leer este archivo, así que ya no se lee.',
    'El archivo está guardado. Conviértalo en PDF y agregue esa copia.',
  ],
  'own-report': [
    'Esto es parte de un informe que hizo Carefolio, no un documento médico.',
    'No hay nada que hacer; solo se leen los documentos mismos.',
  ],
  'trial-text': [
    'Esto describe un ensayo clínico, no a una persona; no se tomó ningún dato.',
    'Si trata de usted, agregue la página que lleva su nombre o fecha de nacimiento.',
  ],
  'no-text': ['No se encontraron palabras en este archivo.', 'Si es la foto de una página, tome una más nítida con buena luz.'],
  'damaged-pdf': ['El PDF está dañado o cortado.', 'Descárguelo de nuevo, o pida al hospital una copia nueva.'],
  'password-pdf': ['El PDF está cerrado con contraseña.', 'Ábralo con su contraseña, guarde una copia sin ella y agregue la copia.'],
  'damaged-image': ['La imagen está dañada o es de un tipo que no se puede abrir.', 'Guárdela como JPEG o PNG, o tome la foto otra vez.'],
  'image-too-large': [
    'La imagen tiene más puntos de los que se pueden leer con seguridad.',
    'Guárdela a 300 puntos por pulgada y agregue esa copia.',
  ],
  'damaged-archive': ['El archivo ZIP está dañado, cerrado o cortado.', 'Desempáquelo usted y agregue los archivos de dentro.'],
  'archive-bomb': [
    'El archivo ZIP ocupa mucho más de lo que parece, así que no se desempacó.',
    'Desempáquelo usted y agregue los archivos que necesite.',
  ],
  'archive-too-deep': [
    'Hay archivos ZIP dentro de archivos ZIP a más profundidad de la que desempacamos.',
    'Desempáquelo usted y agregue los archivos de dentro.',
  ],
  'old-office': [
    'El archivo es de un tipo antiguo de Office u Outlook (.doc, .xls, .msg) que aquí no se lee.',
    'Ábralo, guárdelo como PDF (un correo como .eml) y agregue esa copia.',
  ],
  'damaged-document': [
    'El documento está dañado y no se pudo abrir.',
    'Ábralo en un procesador de textos, guárdelo como PDF y agregue esa copia.',
  ],
  'damaged-xml': ['El archivo XML está dañado o no se permite.', 'Descargue otra vez el resumen clínico del portal.'],
  'xml-bomb': [
    'El archivo XML tiene definiciones que pueden desbordarse, así que no se leyó.',
    'Descargue otra vez el resumen clínico del portal.',
  ],
  'xml-too-deep': ['El archivo XML es más profundo que cualquier historia clínica.', 'Descargue otra vez el resumen clínico del portal.'],
  'not-a-clinical-document': [
    'El archivo XML no es un resumen clínico que conozcamos.',
    'Pida al portal una exportación C-CDA (también llamada CCD o CCDA).',
  ],
  'damaged-json': ['El archivo JSON está dañado o cortado.', 'Descargue otra vez la exportación del portal.'],
  'not-fhir': ['El archivo JSON no es un documento FHIR.', 'Pida al portal una exportación FHIR.'],
  'bad-answers': ['Algunas respuestas no se pudieron usar.', 'Corrija las que se nombran aquí.'],
  'entry-unreadable': [
    'Una entrada de este documento no se pudo leer; el resto sí.',
    'No hay nada que hacer; mire el original si falta algo.',
  ],
  'damaged-email': ['El correo no se pudo abrir.', 'Guarde sus adjuntos y agréguelos.'],
  'damaged-dicom': ['El archivo de imágenes está dañado o cortado.', 'Copie otra vez el disco, o pida el informe escrito.'],
  'imaging-listed': [
    'Es una serie de imágenes: está en la lista, sus imágenes no se interpretan.',
    'Agregue el informe escrito de este estudio.',
  ],
  'ocr-unavailable': ['En este equipo no se pueden leer palabras de imágenes.', 'Agregue documentos que contengan texto.'],
  'ocr-doubtful': [
    'Algunas palabras de esta página fueron difíciles de leer.',
    'Compare los valores marcados con el original, o agregue una copia mejor.',
  ],
  'two-people': [
    'Estos documentos nombran a más de un paciente.',
    'Elija de quién son estos archivos, o revise que la fecha de nacimiento de Ajustes sea correcta: los archivos que la llevan se toman como suyos. Elimine los archivos de otras personas.',
  ],
  'names-differ': ['Documentos con la misma fecha de nacimiento dan nombres muy distintos.', 'Revise que todos sean de esta persona.'],
  'nothing-read': ['No se pudo leer ningún archivo.', 'Vea el motivo junto a cada archivo.'],
  'not-kept': [
    'El archivo no se pudo guardar; no quedó nada de él.',
    'Intente de nuevo. Si sigue igual, avise a quien lleva este servidor.',
  ],
  'person-full': [
    'Aquí ya no hay más espacio para esta persona.',
    'Borre lo que no necesite, o pida más espacio a quien lleva este servidor.',
  ],
  'file-refused': ['El antivirus de este lugar rechazó el archivo, así que no se guardó.', 'Pida una copia limpia a quien se lo dio.'],
  'scan-failed': [
    'El antivirus de este lugar no responde, y sin él no se guarda ningún archivo.',
    'Intente más tarde. Si sigue igual, avise a quien lleva este servidor.',
  ],
  'damaged-original': ['Lo que se guardó de este archivo ya no es lo que se recibió.', 'Agregue el archivo otra vez.'],
  'original-unknown': ['No existe ese archivo.', 'Puede que se haya borrado. Mire la lista de archivos.'],
  'person-unknown': ['No existe esa persona.', 'Puede que se haya borrado con todo lo suyo.'],
  'sign-in-needed': ['No ha entrado, o estuvo ausente mucho tiempo.', 'Entre otra vez.'],
  'sign-in-again': ['Esto solo se permite a quien acaba de entrar.', 'Entre otra vez y repítalo.'],
  'sign-in-wrong': [
    'El correo y la contraseña no van juntos.',
    'Intente de nuevo, entre con llave de acceso o use un código de recuperación.',
  ],
  'code-wrong': ['Este código no es correcto o ya se usó.', 'Espere el siguiente código y escriba ese.'],
  'recovery-wrong': ['El correo y el código de recuperación no van juntos.', 'Pruebe otro de sus códigos; cada uno sirve una vez.'],
  'passkey-wrong': ['No se aceptó la llave de acceso.', 'Intente de nuevo, o entre de otra manera.'],
  'sign-in-locked': [
    'Hubo demasiados intentos equivocados, así que esperamos un poco.',
    'Intente más tarde, o entre ahora con llave de acceso.',
  ],
  'too-many-requests': ['Fue demasiado en poco tiempo.', 'Espere un minuto e intente de nuevo.'],
  'too-many-open': ['Hay demasiadas páginas de este lugar abiertas a la vez.', 'Cierre algunas; lo que ve aquí se queda.'],
  'too-slow': [
    'Lo que se enviaba llegó demasiado lento, así que se cerró la conexión.',
    'Envíelo otra vez; un archivo grande sigue donde se quedó.',
  ],
  'email-taken': ['Ya hay una cuenta con este correo.', 'Entre con él, o use otro correo.'],
  'way-in-missing': ['Una cuenta necesita contraseña o llave de acceso.', 'Elija una de las dos.'],
  'last-way-in': ['Es la única manera de entrar.', 'Agregue otra primero.'],
  'password-weak': [
    'Esta contraseña es fácil de adivinar.',
    'Use una más larga, como cuatro palabras que no van juntas, sin su nombre ni su correo.',
  ],
  'consent-missing': [
    'Sin su permiso para guardar y leer sus archivos no podemos hacer nada aquí.',
    'Dé ese permiso; los otros son como usted quiera.',
  ],
  'invitation-missing': ['Aquí solo se hacen cuentas con invitación.', 'Pida una a quien lleva este servidor.'],
  'invitation-wrong': ['Esta invitación no se conoce, ya se usó o es muy vieja.', 'Pida una nueva.'],
  'not-allowed': ['Puede mirar a esta persona, pero no hacer esto.', 'Pida a la persona que lo permita.'],
  'not-from-here': ['Esto no vino de las páginas de este lugar.', 'Abra otra vez la página y repítalo.'],
  'no-such-page': ['Aquí no hay nada.', 'Vuelva a la primera página.'],
  'trials-not-opted-in': [
    'La comparación con ensayos está apagada para esta persona.',
    'Dé el permiso para ensayos en Ajustes; puede retirarlo cuando quiera.',
  ],
  'trial-unknown': ['Ese ensayo no está aquí.', 'Mire la lista de ensayos.'],
  'no-picture': ['No hay imagen de esta página.', 'Mire sus palabras, o descargue el archivo.'],
  'not-this-value': ['Este valor no tiene la forma que debería.', 'Corrija lo que se nombra aquí.'],
  'upload-unknown': ['No existe ese envío.', 'Empiece otra vez a agregar el archivo.'],
  'names-do-not-match': ['El nombre escrito no es el de esta persona.', 'Escriba el nombre como se muestra.'],
  'our-fault': ['Algo salió mal que no esperábamos.', 'Intente de nuevo. Si sigue igual, avise a quien lleva este servidor.'],
}
