<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>Alignment</name>
    <message>
        <source>After position %1: the machine read %2, you typed nothing there.</source>
        <translation>Después de la posición %1: la máquina leyó %2; usted no escribió nada ahí.</translation>
    </message>
    <message>
        <source>Position %1: you typed %2, the machine read nothing there.</source>
        <translation>Posición %1: usted escribió %2; la máquina no leyó nada ahí.</translation>
    </message>
    <message>
        <source>Position %1: you typed %2, the machine read %3; often confused.</source>
        <translation>Posición %1: usted escribió %2; la máquina leyó %3. Se confunden a menudo.</translation>
    </message>
    <message>
        <source>Position %1: you typed %2, the machine read %3.</source>
        <translation>Posición %1: usted escribió %2; la máquina leyó %3.</translation>
    </message>
    <message>
        <source>After position %1: the plate asked for has %2, you typed nothing there.</source>
        <translation>Después de la posición %1: la placa consultada tiene %2; usted no escribió nada ahí.</translation>
    </message>
    <message>
        <source>Position %1: you typed %2, the plate asked for has nothing there.</source>
        <translation>Posición %1: usted escribió %2; la placa consultada no tiene nada ahí.</translation>
    </message>
    <message>
        <source>Position %1: you typed %2, the plate asked for has %3; often confused.</source>
        <translation>Posición %1: usted escribió %2; la placa consultada tiene %3. Se confunden a menudo.</translation>
    </message>
    <message>
        <source>Position %1: you typed %2, the plate asked for has %3.</source>
        <translation>Posición %1: usted escribió %2; la placa consultada tiene %3.</translation>
    </message>
    <message>
        <source>Your characters, the machine’s and the plate asked for are the same, but the jurisdiction you saw is another one.</source>
        <translation>Los caracteres que usted escribió, los de la máquina y los de la placa consultada son iguales, pero la jurisdicción que usted vio es otra.</translation>
    </message>
    <message>
        <source>Your characters, the machine’s and the plate asked for are the same.</source>
        <translation>Los caracteres que usted escribió, los de la máquina y los de la placa consultada son iguales.</translation>
    </message>
    <message>
        <source>You read the plate asked for. The machine read something else.</source>
        <translation>Usted leyó la placa consultada. La máquina leyó otra cosa.</translation>
    </message>
    <message>
        <source>You and the machine read the same, and it is not the plate asked for.</source>
        <translation>Usted y la máquina leyeron lo mismo, y no es la placa consultada.</translation>
    </message>
    <message>
        <source>You read something else than the machine did, and it is not the plate asked for.</source>
        <translation>Usted leyó algo distinto de lo que leyó la máquina, y no es la placa consultada.</translation>
    </message>
    <message>
        <source>Jurisdiction: you saw %1, the machine read %2.</source>
        <translation>Jurisdicción: usted vio %1; la máquina leyó %2.</translation>
    </message>
    <message>
        <source>Jurisdiction: you saw %1, the query asked for %2.</source>
        <translation>Jurisdicción: usted vio %1; la consulta pedía %2.</translation>
    </message>
</context>
<context>
    <name>ApprovalWords</name>
    <message>
        <source>A refusal has to say why.</source>
        <translation>Una denegación debe decir por qué.</translation>
    </message>
    <message>
        <source>Nothing was decided. Write the note and try again.</source>
        <translation>No se decidió nada. Escriba la nota e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The credential did not sign.</source>
        <translation>La credencial no firmó.</translation>
    </message>
    <message>
        <source>Nothing was decided. Check the card or file and try again.</source>
        <translation>No se decidió nada. Revise la tarjeta o el archivo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This exception was not asked for at this workstation.</source>
        <translation>Esta excepción no se pidió en esta estación de trabajo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask for it here first.</source>
        <translation>No se cambió nada. Pídala primero aquí.</translation>
    </message>
    <message>
        <source>This exception is decided on already, or still waits.</source>
        <translation>Esta excepción ya está decidida, o todavía espera.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at its state under Office.</source>
        <translation>No se cambió nada. Vea su estado en Oficina.</translation>
    </message>
    <message>
        <source>This exception was used already.</source>
        <translation>Esta excepción ya se usó.</translation>
    </message>
    <message>
        <source>Nothing was sent. It was good for one query; ask for another.</source>
        <translation>No se envió nada. Valía para una sola consulta; pida otra.</translation>
    </message>
    <message>
        <source>This exception is no longer good.</source>
        <translation>Esta excepción ya no es válida.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for it again.</source>
        <translation>No se envió nada. Pídala de nuevo.</translation>
    </message>
    <message>
        <source>Nobody grants an exception to themselves.</source>
        <translation>Nadie se concede una excepción a sí mismo.</translation>
    </message>
    <message>
        <source>Nothing was sent. Another supervisor has to decide.</source>
        <translation>No se envió nada. Tiene que decidir otro supervisor.</translation>
    </message>
    <message>
        <source>This exception was granted to somebody else.</source>
        <translation>Esta excepción se concedió a otra persona.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for one of your own.</source>
        <translation>No se envió nada. Pida una a su nombre.</translation>
    </message>
    <message>
        <source>This exception was granted for another case.</source>
        <translation>Esta excepción se concedió para otro caso.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for one for this case.</source>
        <translation>No se envió nada. Pida una para este caso.</translation>
    </message>
    <message>
        <source>This exception was granted for another plate.</source>
        <translation>Esta excepción se concedió para otra placa.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask for one for this plate.</source>
        <translation>No se envió nada. Pida una para esta placa.</translation>
    </message>
    <message>
        <source>This exception was granted for another matter or offence.</source>
        <translation>Esta excepción se concedió para otra materia u otro delito.</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose what was granted.</source>
        <translation>No se envió nada. Elija lo que se concedió.</translation>
    </message>
    <message>
        <source>The dates go beyond what was granted.</source>
        <translation>Las fechas van más allá de lo concedido.</translation>
    </message>
    <message>
        <source>Nothing was sent. Stay inside the dates of the exception.</source>
        <translation>No se envió nada. Quédese dentro de las fechas de la excepción.</translation>
    </message>
    <message>
        <source>Nothing was granted. Ask the supervisor for the file again, and tell them why.</source>
        <translation>No se concedió nada. Pida de nuevo el archivo al supervisor y dígale por qué.</translation>
    </message>
    <message>
        <source>This file is no signed decision on an exception.</source>
        <translation>Este archivo no es una decisión firmada sobre una excepción.</translation>
    </message>
    <message>
        <source>This file was written by a newer Casebound.</source>
        <translation>Este archivo lo escribió un Casebound más reciente.</translation>
    </message>
    <message>
        <source>This decision was made for another workstation.</source>
        <translation>Esta decisión se tomó para otra estación de trabajo.</translation>
    </message>
    <message>
        <source>The roster holds no supervisor with this decision’s signature.</source>
        <translation>La lista de personal no tiene ningún supervisor con la firma de esta decisión.</translation>
    </message>
    <message>
        <source>The signature is not this supervisor’s, or the file was changed.</source>
        <translation>La firma no es de este supervisor, o el archivo fue alterado.</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Query refused</source>
        <translation>Consulta rechazada</translation>
    </message>
    <message>
        <source>Query sent</source>
        <translation>Consulta enviada</translation>
    </message>
    <message>
        <source>Query answered</source>
        <translation>Consulta respondida</translation>
    </message>
    <message>
        <source>Query failed</source>
        <translation>Consulta fallida</translation>
    </message>
    <message>
        <source>Query: outcome unknown</source>
        <translation>Consulta: resultado desconocido</translation>
    </message>
    <message>
        <source>Query stopped</source>
        <translation>Consulta detenida</translation>
    </message>
    <message>
        <source>Results shown</source>
        <translation>Resultados mostrados</translation>
    </message>
    <message>
        <source>Results discarded</source>
        <translation>Resultados descartados</translation>
    </message>
    <message>
        <source>Read judged</source>
        <translation>Veredicto de una lectura</translation>
    </message>
    <message>
        <source>Read kept</source>
        <translation>Lectura conservada</translation>
    </message>
    <message>
        <source>Reads copied</source>
        <translation>Lecturas copiadas</translation>
    </message>
    <message>
        <source>Exception asked for</source>
        <translation>Excepción pedida</translation>
    </message>
    <message>
        <source>Exception granted</source>
        <translation>Excepción concedida</translation>
    </message>
    <message>
        <source>Exception refused</source>
        <translation>Excepción denegada</translation>
    </message>
    <message>
        <source>Exception used</source>
        <translation>Excepción usada</translation>
    </message>
    <message>
        <source>Exception expired</source>
        <translation>Excepción vencida</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>Caso abierto</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>Caso cerrado</translation>
    </message>
    <message>
        <source>Case disposed of</source>
        <translation>Caso eliminado</translation>
    </message>
    <message>
        <source>Alert list change sent</source>
        <translation>Cambio de la lista de alertas enviado</translation>
    </message>
    <message>
        <source>Alert list change confirmed</source>
        <translation>Cambio de la lista de alertas confirmado</translation>
    </message>
    <message>
        <source>Alert list change failed</source>
        <translation>Cambio de la lista de alertas fallido</translation>
    </message>
    <message>
        <source>Alert hit</source>
        <translation>Aviso de la lista de alertas</translation>
    </message>
    <message>
        <source>Alert entry justified anew</source>
        <translation>Alerta justificada de nuevo</translation>
    </message>
    <message>
        <source>Alert entry suspended</source>
        <translation>Alerta suspendida</translation>
    </message>
    <message>
        <source>Alert entry removed</source>
        <translation>Alerta retirada</translation>
    </message>
    <message>
        <source>Export begun</source>
        <translation>Exportación iniciada</translation>
    </message>
    <message>
        <source>Export written</source>
        <translation>Exportación escrita</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>Exportación fallida</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Inicio de sesión rechazado</translation>
    </message>
    <message>
        <source>Conditions accepted</source>
        <translation>Condiciones aceptadas</translation>
    </message>
    <message>
        <source>Conditions declined</source>
        <translation>Condiciones rechazadas</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Desbloqueada</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Cierre de sesión</translation>
    </message>
    <message>
        <source>Not allowed, refused</source>
        <translation>No permitido, rechazado</translation>
    </message>
    <message>
        <source>Review opened</source>
        <translation>Revisión abierta</translation>
    </message>
    <message>
        <source>Review item judged</source>
        <translation>Punto de revisión decidido</translation>
    </message>
    <message>
        <source>Review signed</source>
        <translation>Revisión firmada</translation>
    </message>
    <message>
        <source>Sealed results opened</source>
        <translation>Resultados sellados abiertos</translation>
    </message>
    <message>
        <source>Matter referred</source>
        <translation>Asunto remitido</translation>
    </message>
    <message>
        <source>Complaint answered</source>
        <translation>Queja respondida</translation>
    </message>
    <message>
        <source>Fault of the log</source>
        <translation>Falla del registro</translation>
    </message>
    <message>
        <source>Clock set back</source>
        <translation>Reloj atrasado</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Duda</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Remitir</translation>
    </message>
    <message>
        <source>drawn by the log</source>
        <translation>sorteado por el registro</translation>
    </message>
    <message>
        <source>exception beyond the limit</source>
        <translation>excepción más allá del límite</translation>
    </message>
    <message>
        <source>outside the shift</source>
        <translation>fuera del turno</translation>
    </message>
    <message>
        <source>sent soon after a refusal</source>
        <translation>enviada poco después de un rechazo</translation>
    </message>
    <message>
        <source>one plate again and again</source>
        <translation>una placa una y otra vez</translation>
    </message>
    <message>
        <source>approved by who asked</source>
        <translation>aprobada por quien la pidió</translation>
    </message>
    <message>
        <source>taken up by a reviewer</source>
        <translation>añadido por un revisor</translation>
    </message>
    <message>
        <source>One plate searched again and again by one person</source>
        <translation>Una placa buscada una y otra vez por una persona</translation>
    </message>
    <message>
        <source>One plate searched by many people for different cases</source>
        <translation>Una placa buscada por muchas personas para casos distintos</translation>
    </message>
    <message>
        <source>A person’s own plate, or their household’s</source>
        <translation>Placa propia de una persona o de su hogar</translation>
    </message>
    <message>
        <source>Plate of family, a former partner, a neighbour or a colleague</source>
        <translation>Placa de familiares, exparejas, vecinos o colegas</translation>
    </message>
    <message>
        <source>Plate of somebody on the supervisor’s list</source>
        <translation>Placa de alguien de la lista del supervisor</translation>
    </message>
    <message>
        <source>No case number, or one that is not on the list</source>
        <translation>Sin número de caso, o con uno que no está en la lista</translation>
    </message>
    <message>
        <source>One case used for unusually many plates</source>
        <translation>Un caso usado para un número inusual de placas</translation>
    </message>
    <message>
        <source>Query for a closed case</source>
        <translation>Consulta para un caso cerrado</translation>
    </message>
    <message>
        <source>Reason too general</source>
        <translation>Motivo demasiado general</translation>
    </message>
    <message>
        <source>Reason names protest, worship, union, press or the like</source>
        <translation>El motivo menciona protesta, culto, sindicato, prensa o algo parecido</translation>
    </message>
    <message>
        <source>Reason names a group of people instead of conduct</source>
        <translation>El motivo menciona a un grupo de personas en lugar de una conducta</translation>
    </message>
    <message>
        <source>Outside the working hours, or cut off from them</source>
        <translation>Fuera del horario de trabajo, o apartada de él</translation>
    </message>
    <message>
        <source>Far more queries in a day than usual</source>
        <translation>Muchas más consultas en un día que de costumbre</translation>
    </message>
    <message>
        <source>Beyond the limit, or exceptions used often</source>
        <translation>Más allá del límite, o excepciones usadas a menudo</translation>
    </message>
    <message>
        <source>Exception approved by the person who asked</source>
        <translation>Excepción aprobada por quien la pidió</translation>
    </message>
    <message>
        <source>Another matter than the case’s</source>
        <translation>Una materia distinta de la del caso</translation>
    </message>
    <message>
        <source>Somebody not on the roster, or not trained</source>
        <translation>Alguien que no está en la lista de personal, o sin capacitación</translation>
    </message>
    <message>
        <source>Two sessions of one person at once</source>
        <translation>Dos sesiones de una persona a la vez</translation>
    </message>
    <message>
        <source>“On behalf of” never filled in, or always the same</source>
        <translation>«En nombre de» nunca indicado, o siempre el mismo</translation>
    </message>
    <message>
        <source>Alert entry not justified for a year, or its case is closed</source>
        <translation>Alerta sin justificar desde hace un año, o con el caso cerrado</translation>
    </message>
    <message>
        <source>Read kept without a look at its picture</source>
        <translation>Lectura conservada sin mirar su imagen</translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation>Revisión atrasada</translation>
    </message>
    <message>
        <source>The log is out of order</source>
        <translation>El registro no está en orden</translation>
    </message>
    <message>
        <source>of an indicator the office has judged in any case</source>
        <translation>de un indicador que la oficina hace juzgar en todo caso</translation>
    </message>
    <message>
        <source>cut off from the working hours</source>
        <translation>separada del horario de trabajo</translation>
    </message>
    <message>
        <source>without an approval</source>
        <translation>sin aprobación</translation>
    </message>
    <message>
        <source>exceptions used often</source>
        <translation>excepciones usadas a menudo</translation>
    </message>
    <message>
        <source>not on the roster</source>
        <translation>no figura en la lista de personal</translation>
    </message>
    <message>
        <source>not trained on that day</source>
        <translation>sin formación vigente ese día</translation>
    </message>
    <message>
        <source>never filled in</source>
        <translation>nunca se rellenó</translation>
    </message>
    <message>
        <source>always the same person</source>
        <translation>siempre la misma persona</translation>
    </message>
    <message>
        <source>its case is closed</source>
        <translation>su caso está cerrado</translation>
    </message>
    <message>
        <source>not justified anew in time</source>
        <translation>no se justificó de nuevo a tiempo</translation>
    </message>
    <message>
        <source>the log takes no more entries</source>
        <translation>el registro no admite más asientos</translation>
    </message>
    <message>
        <source>Log compared with the vendor’s record</source>
        <translation>Registro comparado con el del proveedor</translation>
    </message>
    <message>
        <source>Roster compared with the vendor’s users</source>
        <translation>Lista de personal comparada con los usuarios del proveedor</translation>
    </message>
</context>
<context>
    <name>BaseMaps</name>
    <message>
        <source>Port Meridian, made up</source>
        <translation>Port Meridian, inventado</translation>
    </message>
    <message>
        <source>Port Meridian is made up. World: Natural Earth, US Census Bureau</source>
        <translation>Port Meridian es inventado. Mundo: Natural Earth, Oficina del Censo de EE. UU.</translation>
    </message>
    <message>
        <source>bundled overview</source>
        <translation>mapa general incluido</translation>
    </message>
    <message>
        <source>Natural Earth, US Census Bureau</source>
        <translation>Natural Earth, Oficina del Censo de EE. UU.</translation>
    </message>
</context>
<context>
    <name>ComparisonText</name>
    <message>
        <source>Only in the log</source>
        <translation>Solo en el registro</translation>
    </message>
    <message>
        <source>Only at the vendor</source>
        <translation>Solo en el proveedor</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Difiere</translation>
    </message>
    <message>
        <source>It has no outcome yet.</source>
        <translation>Todavía no tiene resultado.</translation>
    </message>
    <message>
        <source>It was stopped or not answered, so it may never have arrived.</source>
        <translation>Se detuvo o no tuvo respuesta, así que quizá nunca llegó.</translation>
    </message>
    <message>
        <source>The vendor refused it, and may keep no record of that.</source>
        <translation>El proveedor la rechazó, y quizá no guarde constancia de ello.</translation>
    </message>
    <message>
        <source>Perhaps another workstation’s: look for it in that log.</source>
        <translation>Quizá de otra estación de trabajo: búsquela en ese registro.</translation>
    </message>
    <message>
        <source>Received before this log begins: an older log may have it.</source>
        <translation>Recibida antes de que empiece este registro: quizá la tenga uno anterior.</translation>
    </message>
    <message>
        <source>By somebody who is not on the roster.</source>
        <translation>De alguien que no está en la lista de personal.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>En nombre de</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Reason code</source>
        <translation>Código del motivo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Time of the query</source>
        <translation>Hora de la consulta</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm:ss</source>
        <extracomment>How a time is written to the second, where two times are compared; Qt&apos;s letters.</extracomment>
        <translation>d MMM yyyy, HH:mm:ss</translation>
    </message>
    <message>
        <source>answered, reads: %1</source>
        <translation>respondida, lecturas: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Outcome of a query that did not work out. %1: a fixed word of the log, such as &quot;timed_out&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>resultado desconocido</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>sin resultado todavía</translation>
    </message>
    <message>
        <source>Open account of somebody who is not on the roster</source>
        <translation>Cuenta abierta de alguien que no está en la lista de personal</translation>
    </message>
    <message>
        <source>Open account; the person’s certificate is revoked or out of date</source>
        <translation>Cuenta abierta; el certificado de la persona está revocado o vencido</translation>
    </message>
    <message>
        <source>Open account; no training in force</source>
        <translation>Cuenta abierta; sin capacitación vigente</translation>
    </message>
    <message>
        <source>On the roster, no account at the vendor</source>
        <translation>En la lista de personal, sin cuenta en el proveedor</translation>
    </message>
    <message>
        <source>On the roster, account closed at the vendor</source>
        <translation>En la lista de personal, cuenta cerrada en el proveedor</translation>
    </message>
    <message>
        <source>Another name at the vendor</source>
        <translation>Otro nombre en el proveedor</translation>
    </message>
    <message>
        <source>Other training dates at the vendor</source>
        <translation>Otras fechas de capacitación en el proveedor</translation>
    </message>
</context>
<context>
    <name>ComparisonWords</name>
    <message>
        <source>A period ends after it begins, not in the future, and covers at most 92 days.</source>
        <translation>Un período termina después de empezar, no en el futuro, y abarca como mucho 92 días.</translation>
    </message>
    <message>
        <source>Nothing was compared. Choose other days.</source>
        <translation>No se comparó nada. Elija otros días.</translation>
    </message>
    <message>
        <source>This vendor keeps no record of queries that could be asked for.</source>
        <translation>Este proveedor no lleva ningún registro de consultas que se le pueda pedir.</translation>
    </message>
    <message>
        <source>There is nothing to compare with: this workstation’s log is the whole record, and it seals the results.</source>
        <translation>No hay con qué comparar: el registro de esta estación de trabajo es toda la constancia, y sella los resultados.</translation>
    </message>
    <message>
        <source>There is no way to the vendor now.</source>
        <translation>Ahora no hay conexión con el proveedor.</translation>
    </message>
    <message>
        <source>Nothing was compared. Try again once the status bar says “connected”.</source>
        <translation>No se comparó nada. Vuelva a intentarlo cuando la barra de estado diga «conectado».</translation>
    </message>
    <message>
        <source>A comparison is under way.</source>
        <translation>Hay una comparación en curso.</translation>
    </message>
    <message>
        <source>No other one was begun. Wait for it, or stop it.</source>
        <translation>No se empezó otra. Espere a que termine o deténgala.</translation>
    </message>
    <message>
        <source>There are more queries in this period than can be compared at once.</source>
        <translation>En este período hay más consultas de las que se pueden comparar de una vez.</translation>
    </message>
    <message>
        <source>Nothing is shown. Choose fewer days.</source>
        <translation>No se muestra nada. Elija menos días.</translation>
    </message>
    <message>
        <source>The comparison was stopped.</source>
        <translation>La comparación se detuvo.</translation>
    </message>
    <message>
        <source>Nothing is shown; that it was begun stands in the log. Begin it again when you like.</source>
        <translation>No se muestra nada; que se empezó consta en el registro. Empiécela de nuevo cuando quiera.</translation>
    </message>
    <message>
        <source>This vendor does not say who its users are.</source>
        <translation>Este proveedor no dice quiénes son sus usuarios.</translation>
    </message>
    <message>
        <source>Nothing was compared. Ask the vendor for its list of users in writing.</source>
        <translation>No se comparó nada. Pida al proveedor su lista de usuarios por escrito.</translation>
    </message>
    <message>
        <source>Reading the log: %1 of %2</source>
        <extracomment>Progress. %1: number, %2: &quot;1,204 entries&quot;.</extracomment>
        <translation>Leyendo el registro: %1 de %2</translation>
    </message>
    <message>
        <source>Comparing with the vendor’s record: %1 so far</source>
        <translation>Comparando con el registro del proveedor: %1 hasta ahora</translation>
    </message>
    <message>
        <source>Looking at what the vendor did not name …</source>
        <translation>Mirando lo que el proveedor no nombró …</translation>
    </message>
    <message>
        <source>%1 in the log, %2 at the vendor, %3 agree.</source>
        <extracomment>Sums of a comparison of queries.</extracomment>
        <translation>%1 en el registro, %2 en el proveedor, %3 concuerdan.</translation>
    </message>
    <message>
        <source>Never left this workstation: %1.</source>
        <translation>Nunca salieron de esta estación de trabajo: %1.</translation>
    </message>
    <message>
        <source>Only in the log: %1. Only at the vendor: %2. Differing: %3.</source>
        <extracomment>Sums of a comparison of queries.</extracomment>
        <translation>Solo en el registro: %1. Solo en el proveedor: %2. Difieren: %3.</translation>
    </message>
    <message>
        <source>At the vendor, and perhaps in another log: %1.</source>
        <translation>En el proveedor, y quizá en otro registro: %1.</translation>
    </message>
    <message>
        <source>The vendor’s record names no workstation. Each other one of the office has a log of its own: %1.</source>
        <extracomment>%1: names of workstations.</extracomment>
        <translation>El registro del proveedor no nombra ninguna estación de trabajo. Cada una de las demás de la oficina tiene su propio registro: %1.</translation>
    </message>
    <message>
        <source>Not compared, for the vendor does not keep it: %1.</source>
        <extracomment>%1: names of fields.</extracomment>
        <translation>No comparado, porque el proveedor no lo guarda: %1.</translation>
    </message>
    <message>
        <source>Counted and not listed: %1 more. Choose fewer days to see them.</source>
        <translation>Contadas y no enumeradas: %1 más. Elija menos días para verlas.</translation>
    </message>
    <message>
        <source>%1 on the roster, %2 accounts at the vendor, %3 agree.</source>
        <translation>%1 en la lista de personal, %2 cuentas en el proveedor, %3 concuerdan.</translation>
    </message>
    <message>
        <source>Closed accounts of people who are not on the roster: %1; nothing to do.</source>
        <translation>Cuentas cerradas de personas que no están en la lista de personal: %1; no hay nada que hacer.</translation>
    </message>
</context>
<context>
    <name>CourseWords</name>
    <message>
        <source>It may be sent.</source>
        <translation>Se puede enviar.</translation>
    </message>
    <message>
        <source>No: it names no open case.</source>
        <translation>No: no indica ningún caso abierto.</translation>
    </message>
    <message>
        <source>No: its reason is too general.</source>
        <translation>No: su motivo es demasiado general.</translation>
    </message>
    <message>
        <source>No: it is about activity that the law protects.</source>
        <translation>No: trata de una actividad que la ley protege.</translation>
    </message>
    <message>
        <source>No: it goes back further than the time limit.</source>
        <translation>No: va más atrás del límite de tiempo.</translation>
    </message>
    <message>
        <source>The course is taken in training mode alone.</source>
        <translation>El curso solo se hace en modo de práctica.</translation>
    </message>
    <message>
        <source>Nothing was begun.</source>
        <translation>No se empezó nada.</translation>
    </message>
    <message>
        <source>The course is under way.</source>
        <translation>El curso está en marcha.</translation>
    </message>
    <message>
        <source>Go on where you were.</source>
        <translation>Siga donde estaba.</translation>
    </message>
    <message>
        <source>The course is not at this question.</source>
        <translation>El curso no está en esta pregunta.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>No se anotó nada.</translation>
    </message>
    <message>
        <source>The practice vendor did not give the ten reads of the course, or they were discarded.</source>
        <translation>El proveedor de práctica no dio las diez lecturas del curso, o se descartaron.</translation>
    </message>
    <message>
        <source>The course ended. Begin it again.</source>
        <translation>El curso terminó. Empiécelo de nuevo.</translation>
    </message>
    <message>
        <source>The course has not ended.</source>
        <translation>El curso no ha terminado.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>No se guardó nada.</translation>
    </message>
    <message>
        <source>The record cannot be written there.</source>
        <translation>El acta no se puede escribir ahí.</translation>
    </message>
    <message>
        <source>Nothing was saved. Choose another place.</source>
        <translation>No se guardó nada. Elija otro lugar.</translation>
    </message>
    <message>
        <source>This credential cannot sign.</source>
        <translation>Esta credencial no puede firmar.</translation>
    </message>
    <message>
        <source>Nothing was saved. Take the one you sign in with.</source>
        <translation>No se guardó nada. Use la credencial con la que inicia sesión.</translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>A case file is being exported already.</source>
        <translation>Ya se está exportando un expediente.</translation>
    </message>
    <message>
        <source>Nothing was begun. Wait until it has ended, or cancel it.</source>
        <translation>No se inició nada. Espere a que termine o cancélelo.</translation>
    </message>
    <message>
        <source>There is no such case.</source>
        <translation>No existe ese caso.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a case from the list.</source>
        <translation>No se escribió nada. Elija un caso de la lista.</translation>
    </message>
    <message>
        <source>The reads of this case were disposed of.</source>
        <translation>Las lecturas de este caso se eliminaron.</translation>
    </message>
    <message>
        <source>Nothing was written: there is nothing left to export.</source>
        <translation>No se escribió nada: ya no hay nada que exportar.</translation>
    </message>
    <message>
        <source>No recipient is chosen, and nobody said that this is meant.</source>
        <translation>No hay ningún destinatario y nadie confirmó que sea a propósito.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose recipients, or confirm that the export is to be readable by anybody.</source>
        <translation>No se escribió nada. Elija destinatarios o confirme que cualquiera podrá leer la exportación.</translation>
    </message>
    <message>
        <source>This is no place to export to.</source>
        <translation>No se puede exportar a ese lugar.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a name in a folder that exists.</source>
        <translation>No se escribió nada. Elija un nombre en una carpeta que exista.</translation>
    </message>
    <message>
        <source>Something of this name is there already.</source>
        <translation>Ya existe algo con ese nombre.</translation>
    </message>
    <message>
        <source>It was not touched, and nothing was written. Choose another name.</source>
        <translation>No se tocó y no se escribió nada. Elija otro nombre.</translation>
    </message>
    <message>
        <source>The export could not be written there.</source>
        <translation>No se pudo escribir la exportación en ese lugar.</translation>
    </message>
    <message>
        <source>What was begun is removed. Check the rights of the folder and the medium, or choose another place.</source>
        <translation>Lo empezado se borró. Revise los permisos de la carpeta y el medio, o elija otro lugar.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>What was begun is removed. Free some space or choose another disk, then export again.</source>
        <translation>Lo empezado se borró. Libere espacio o elija otro disco y exporte de nuevo.</translation>
    </message>
    <message>
        <source>A recipient&apos;s certificate cannot be encrypted to.</source>
        <translation>No se puede cifrar para el certificado de un destinatario.</translation>
    </message>
    <message>
        <source>Nothing was written. Take it off the list, and ask the recipient for a certificate with a P-256 key.</source>
        <translation>No se escribió nada. Quítelo de la lista y pida al destinatario un certificado con clave P-256.</translation>
    </message>
    <message>
        <source>The case file is larger than one encrypted file can be.</source>
        <translation>El expediente es más grande de lo que admite un archivo cifrado.</translation>
    </message>
    <message>
        <source>What was begun is removed. Leave the pictures of vehicles out, or export a folder to an encrypted disk.</source>
        <translation>Lo empezado se borró. Deje fuera las imágenes de vehículos o exporte una carpeta a un disco cifrado.</translation>
    </message>
    <message>
        <source>The printed report could not be made.</source>
        <translation>No se pudo hacer el informe impreso.</translation>
    </message>
    <message>
        <source>What was begun is removed. Tell your administrator.</source>
        <translation>Lo empezado se borró. Avise a su administrador.</translation>
    </message>
    <message>
        <source>A kept picture is not the one that was verified.</source>
        <translation>Una imagen conservada no es la que se verificó.</translation>
    </message>
    <message>
        <source>Nothing was exported. Do not use the case file; tell your supervisor.</source>
        <translation>No se exportó nada. No use el expediente y avise a su supervisor.</translation>
    </message>
    <message>
        <source>The case&apos;s reads cannot be opened: its key is gone or does not fit.</source>
        <translation>No se pueden abrir las lecturas del caso: su clave falta o no corresponde.</translation>
    </message>
    <message>
        <source>Nothing was written. Tell your administrator; the folder beside the case database must be put back.</source>
        <translation>No se escribió nada. Avise a su administrador: hay que reponer la carpeta que está junto a la base de datos de casos.</translation>
    </message>
    <message>
        <source>The case&apos;s entries in the audit log cannot be proven.</source>
        <translation>No se pueden probar los asientos del caso en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Nothing was exported. Stop searching and tell your supervisor; the log has to be checked.</source>
        <translation>No se exportó nada. Deje de buscar y avise a su supervisor: hay que comprobar el registro.</translation>
    </message>
    <message>
        <source>The export could not be signed.</source>
        <translation>No se pudo firmar la exportación.</translation>
    </message>
    <message>
        <source>What was begun is removed. Put your card back or sign in again, then export again.</source>
        <translation>Lo empezado se borró. Vuelva a colocar su tarjeta o inicie sesión otra vez y exporte de nuevo.</translation>
    </message>
    <message>
        <source>Read again, the export was not in order.</source>
        <translation>Al leerla de nuevo, la exportación no estaba en orden.</translation>
    </message>
    <message>
        <source>It was removed and must not be handed on. Try another disk; if it happens again, tell your administrator.</source>
        <translation>Se borró y no debe entregarse. Pruebe con otro disco; si vuelve a ocurrir, avise a su administrador.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Se canceló la exportación.</translation>
    </message>
    <message>
        <source>Nothing is left of it.</source>
        <translation>No queda nada de ella.</translation>
    </message>
    <message>
        <source>The export could not be logged.</source>
        <translation>No se pudo asentar la exportación en el registro.</translation>
    </message>
    <message>
        <source>It does not count: if a file is there, do not hand it on. Sign out and tell your administrator.</source>
        <translation>No vale: si hay un archivo, no lo entregue. Cierre la sesión y avise a su administrador.</translation>
    </message>
    <message>
        <source>Nobody was added. Ask the recipient for another certificate.</source>
        <translation>No se agregó a nadie. Pida otro certificado al destinatario.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
    <message>
        <source>Nobody was added. Choose another file.</source>
        <translation>No se agregó a nadie. Elija otro archivo.</translation>
    </message>
    <message>
        <source>The file holds no certificate.</source>
        <translation>El archivo no contiene ningún certificado.</translation>
    </message>
    <message>
        <source>Nobody was added. Choose a certificate (PEM or DER).</source>
        <translation>No se agregó a nadie. Elija un certificado (PEM o DER).</translation>
    </message>
    <message>
        <source>A certificate in it cannot be encrypted to: its key is not P-256.</source>
        <translation>No se puede cifrar para uno de sus certificados: su clave no es P-256.</translation>
    </message>
    <message>
        <source>A certificate in it has expired.</source>
        <translation>Uno de sus certificados está vencido.</translation>
    </message>
    <message>
        <source>A certificate in it is not valid yet.</source>
        <translation>Uno de sus certificados todavía no es válido.</translation>
    </message>
    <message>
        <source>The file holds more than 100 certificates.</source>
        <translation>El archivo contiene más de 100 certificados.</translation>
    </message>
    <message>
        <source>Nobody was added. Choose the recipients&apos; own certificates.</source>
        <translation>No se agregó a nadie. Elija los certificados de los propios destinatarios.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Choose a case from the list.</source>
        <translation>No se borró nada. Elija un caso de la lista.</translation>
    </message>
    <message>
        <source>The case is open.</source>
        <translation>El caso está abierto.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Close it first; its years count from then.</source>
        <translation>No se borró nada. Ciérrelo primero: sus años cuentan desde entonces.</translation>
    </message>
    <message>
        <source>The years of this case are not over.</source>
        <translation>Los años de este caso no han terminado.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Wait until its date.</source>
        <translation>No se borró nada. Espere hasta su fecha.</translation>
    </message>
    <message>
        <source>The case was disposed of before.</source>
        <translation>El caso ya se había eliminado.</translation>
    </message>
    <message>
        <source>There was nothing left to delete.</source>
        <translation>No quedaba nada que borrar.</translation>
    </message>
    <message>
        <source>The note is missing.</source>
        <translation>Falta la nota.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Say who decided, and that nobody holds the file.</source>
        <translation>No se borró nada. Diga quién lo decidió y que nadie retiene el expediente.</translation>
    </message>
    <message>
        <source>The reads are deleted, but the case&apos;s key could not be destroyed yet.</source>
        <translation>Las lecturas se borraron, pero todavía no se pudo destruir la clave del caso.</translation>
    </message>
    <message>
        <source>The next start tries again. Tell your administrator if it says so again.</source>
        <translation>El próximo inicio lo intentará otra vez. Avise a su administrador si vuelve a decirlo.</translation>
    </message>
    <message>
        <source>Gathering the case&apos;s entries and their proofs …</source>
        <translation>Reuniendo los asientos del caso y sus pruebas …</translation>
    </message>
    <message>
        <source>Writing the case file …</source>
        <translation>Escribiendo el expediente …</translation>
    </message>
    <message>
        <source>Syncing, and reading all of it again …</source>
        <translation>Asegurando en el disco y leyéndolo todo de nuevo …</translation>
    </message>
    <message>
        <source>%1: kept for %2 years after closing, not disposed of before %3</source>
        <extracomment>%1: a retention schedule&apos;s label, %2: years, %3: date.</extracomment>
        <translation>%1: se conserva %2 años después del cierre; no se elimina antes del %3</translation>
    </message>
    <message>
        <source>%1: kept for %2 years after the case is closed</source>
        <extracomment>%1: a retention schedule&apos;s label, %2: years.</extracomment>
        <translation>%1: se conserva %2 años después de que se cierre el caso</translation>
    </message>
    <message>
        <source>All %1 kept reads go into the export.</source>
        <extracomment>%1: number of kept reads.</extracomment>
        <translation>Las %1 lecturas conservadas entran en la exportación.</translation>
    </message>
    <message>
        <source>%1 of %2 kept reads go into the export; %3 left out, which the export says.</source>
        <extracomment>Numbers of kept reads. %1: that go along, %2: of all, %3: that stay behind.</extracomment>
        <translation>%1 de %2 lecturas conservadas entran en la exportación; %3 quedan fuera, lo que consta en la exportación.</translation>
    </message>
    <message>
        <source>The office's time stamp service gave no time stamp that holds.</source>
        <translation>El servicio de sellos de tiempo de la oficina no dio ningún sello válido.</translation>
    </message>
    <message>
        <source>Nothing is left of the export. Try again later; if it happens again, tell your administrator.</source>
        <translation>No queda nada de la exportación. Inténtelo más tarde; si vuelve a ocurrir, avise a su administrador.</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>the file is missing; tell your administrator</source>
        <translation>falta el archivo; avise a su administrador</translation>
    </message>
    <message>
        <source>the file is not the one that was signed, and is not shown; tell your administrator</source>
        <translation>el archivo no es el que se firmó y no se muestra; avise a su administrador</translation>
    </message>
    <message>
        <source>the file cannot be read or is damaged; tell your administrator</source>
        <translation>el archivo no se puede leer o está dañado; avise a su administrador</translation>
    </message>
    <message>
        <source>the file holds no pictures (PNG or JPEG); tell your administrator</source>
        <translation>el archivo no contiene imágenes (PNG o JPEG); avise a su administrador</translation>
    </message>
    <message>
        <source>the file is larger than 64 GB and is not opened; tell your administrator</source>
        <translation>el archivo supera 64 GB y no se abre; avise a su administrador</translation>
    </message>
    <message>
        <source>its address or authorities in the office profile cannot be used; tell your administrator</source>
        <translation>su dirección o sus autoridades en el perfil de la oficina no se pueden usar; avise a su administrador</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>el servidor no responde</translation>
    </message>
    <message>
        <source>the server answers too slowly</source>
        <translation>el servidor responde con demasiada lentitud</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is refused, nothing was asked; tell your administrator</source>
        <translation>se rechaza el certificado del servidor y no se le pidió nada; avise a su administrador</translation>
    </message>
    <message>
        <source>the server sends elsewhere, which is not followed; tell your administrator</source>
        <translation>el servidor remite a otro lugar, al que no se acude; avise a su administrador</translation>
    </message>
    <message>
        <source>the server refuses to answer; tell your administrator</source>
        <translation>el servidor se niega a responder; avise a su administrador</translation>
    </message>
    <message>
        <source>the server reports an error</source>
        <translation>el servidor informa de un error</translation>
    </message>
    <message>
        <source>some pictures could not be opened</source>
        <translation>algunas imágenes no se pudieron abrir</translation>
    </message>
    <message>
        <source>some pictures are over 2 MB and are not shown</source>
        <translation>algunas imágenes superan 2 MB y no se muestran</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>The vehicle picture could not be fetched.</source>
        <translation>No se pudo obtener la imagen del vehículo.</translation>
    </message>
    <message>
        <source>The vendor sent no vehicle picture.</source>
        <translation>El proveedor no envió imagen del vehículo.</translation>
    </message>
    <message>
        <source>The vendor no longer has the vehicle picture.</source>
        <translation>El proveedor ya no tiene la imagen del vehículo.</translation>
    </message>
    <message>
        <source>The vendor did not say which vehicle picture belongs to this read.</source>
        <translation>El proveedor no indicó qué imagen del vehículo corresponde a esta lectura.</translation>
    </message>
    <message>
        <source>This is not the vehicle picture the vendor announced, so it is not shown.</source>
        <translation>Esta no es la imagen del vehículo que anunció el proveedor, por lo que no se muestra.</translation>
    </message>
    <message>
        <source>The vehicle picture is damaged and cannot be shown.</source>
        <translation>La imagen del vehículo está dañada y no se puede mostrar.</translation>
    </message>
    <message>
        <source>%1 The read can only be called unreadable.</source>
        <translation>%1 La lectura solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>The picture is larger than 8 MB and was not opened.</source>
        <translation>La imagen pesa más de 8 MB y no se ha abierto.</translation>
    </message>
    <message>
        <source>The picture is neither JPEG nor PNG and was not opened.</source>
        <translation>La imagen no es JPEG ni PNG y no se ha abierto.</translation>
    </message>
    <message>
        <source>By its own account the picture has no size, or more than any plate camera takes. It was not opened.</source>
        <translation>Según sus propios datos, la imagen no tiene tamaño o supera el de cualquier cámara de placas. No se ha abierto.</translation>
    </message>
    <message>
        <source>The picture is damaged or cut short and is not shown.</source>
        <translation>La imagen está dañada o incompleta y no se muestra.</translation>
    </message>
    <message>
        <source>The picture would take more memory or time than a picture is given. It was not opened.</source>
        <translation>La imagen exigiría más memoria o tiempo de lo que se concede a una imagen. No se ha abierto.</translation>
    </message>
    <message>
        <source>Opening the picture took too long and was given up.</source>
        <translation>Abrir la imagen tardaba demasiado y se ha abandonado.</translation>
    </message>
    <message>
        <source>The picture broke the closed-off program that opens pictures. Nothing else was touched; the next picture opens again.</source>
        <translation>La imagen ha hecho fallar el programa aislado que abre las imágenes. Nada más se ha visto afectado; la siguiente imagen volverá a abrirse.</translation>
    </message>
    <message>
        <source>The closed-off program that opens pictures (casebound-picture) does not start, so no picture is shown. Tell your administrator.</source>
        <translation>El programa aislado que abre las imágenes (casebound-picture) no arranca, así que no se muestra ninguna. Avise a su administrador.</translation>
    </message>
    <message>
        <source>This computer does not let the program that opens pictures close itself off (seccomp), so no picture is shown. Tell your administrator.</source>
        <translation>Este equipo no permite que el programa que abre las imágenes se aísle (seccomp), así que no se muestra ninguna. Avise a su administrador.</translation>
    </message>
</context>
<context>
    <name>PlaceLayer</name>
    <message>
        <source>Hatched: the office’s sensitive places, data of %1, incomplete by nature.</source>
        <extracomment>Under a copied or printed map. %1: date.</extracomment>
        <translation>Rayado: lugares sensibles de la oficina, datos del %1, incompletos por naturaleza.</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>school or college</source>
        <translation>escuela o universidad</translation>
    </message>
    <message>
        <source>hospital or health care</source>
        <translation>hospital o atención médica</translation>
    </message>
    <message>
        <source>place of worship</source>
        <translation>lugar de culto</translation>
    </message>
    <message>
        <source>place of funerals, weddings or ceremonies</source>
        <translation>lugar de funerales, bodas o ceremonias</translation>
    </message>
    <message>
        <source>place of public demonstrations</source>
        <translation>lugar de manifestaciones públicas</translation>
    </message>
    <message>
        <source>place where children gather</source>
        <translation>lugar donde se reúnen niños</translation>
    </message>
    <message>
        <source>social services</source>
        <translation>servicios sociales</translation>
    </message>
    <message>
        <source>disaster or emergency relief</source>
        <translation>ayuda en desastres o emergencias</translation>
    </message>
    <message>
        <source>courthouse</source>
        <translation>tribunal</translation>
    </message>
    <message>
        <source>a place without a name</source>
        <translation>un lugar sin nombre</translation>
    </message>
    <message>
        <source>%1 (%2), inside</source>
        <extracomment>%1: name of a place, %2: its category.</extracomment>
        <translation>%1 (%2), dentro</translation>
    </message>
    <message>
        <source>%1 (%2), %3 m</source>
        <extracomment>%1: name of a place, %2: its category, %3: distance in metres.</extracomment>
        <translation>%1 (%2), a %3 m</translation>
    </message>
    <message>
        <source>Sensitive place: %1</source>
        <extracomment>Note of a read. %1: &quot;Compass Rose School (school or college), 40 m&quot;.</extracomment>
        <translation>Lugar sensible: %1</translation>
    </message>
    <message>
        <source>; and %1 more</source>
        <extracomment>Follows a place. %1: number of further places.</extracomment>
        <translation>; y %1 más</translation>
    </message>
    <message>
        <source>This read is near a sensitive place: %1</source>
        <extracomment>%1: one to three places, separated by semicolons.</extracomment>
        <translation>Esta lectura está cerca de un lugar sensible: %1</translation>
    </message>
    <message>
        <source>The agency’s policy on sensitive places may limit or forbid enforcement action there. Ask your supervisor before you act on it; the read can help to choose another place.</source>
        <translation>La política de la agencia sobre lugares sensibles puede limitar o prohibir allí las acciones de aplicación de la ley. Pregunte a su supervisor antes de actuar; la lectura puede servir para elegir otro lugar.</translation>
    </message>
    <message>
        <source>Places data of %1, incomplete by nature (%2).</source>
        <extracomment>%1: date, %2: where the data is from.</extracomment>
        <translation>Datos de lugares del %1, incompletos por naturaleza (%2).</translation>
    </message>
    <message>
        <source>Outlines may be off by %1 m.</source>
        <extracomment>%1: metres.</extracomment>
        <translation>Los contornos pueden desviarse hasta %1 m.</translation>
    </message>
</context>
<context>
    <name>QualityWords</name>
    <message>
        <source>No read was checked by eye in this period.</source>
        <translation>En este período nadie comprobó ninguna lectura a simple vista.</translation>
    </message>
    <message>
        <source>Reads compared: %1, misread: %2. That is %3 (95 % interval: %4).</source>
        <extracomment>%1: reads compared, %2: of them misread, %3: &quot;7.5 %&quot;, %4: &quot;4.0–13.6 %&quot;.</extracomment>
        <translation>Lecturas comparadas: %1, mal leídas: %2. Es el %3 (intervalo del 95 %: %4).</translation>
    </message>
    <message>
        <source>Reads compared: %1, misread: %2. Too few to say: a rate is given from %3 on.</source>
        <extracomment>%1: reads compared, %2: of them misread, %3: how many are needed.</extracomment>
        <translation>Lecturas comparadas: %1, mal leídas: %2. Son demasiado pocas: la tasa se da a partir de %3.</translation>
    </message>
    <message>
        <source>Unreadable pictures, counted apart: %1.</source>
        <extracomment>%1: a number.</extracomment>
        <translation>Imágenes ilegibles, contadas aparte: %1.</translation>
    </message>
    <message>
        <source>Jurisdiction compared: %1, different: %2.</source>
        <extracomment>%1: reads where picture and machine both gave a jurisdiction, %2: of them different.</extracomment>
        <translation>Jurisdicción comparada: %1, distinta: %2.</translation>
    </message>
    <message>
        <source>The vendor claims no accuracy.</source>
        <translation>El proveedor no afirma ninguna exactitud.</translation>
    </message>
    <message>
        <source>The vendor claims that %1 % of plates are read right. That is the vendor’s own word, and nobody checked it.</source>
        <extracomment>%1: percentage.</extracomment>
        <translation>El proveedor afirma que el %1 % de las placas se leen bien. Es solo su palabra, y nadie la comprobó.</translation>
    </message>
    <message>
        <source>Too few reads were compared to set anything beside it.</source>
        <translation>Se compararon demasiado pocas lecturas para contrastarlo.</translation>
    </message>
    <message>
        <source>What was found here does not contradict it.</source>
        <translation>Lo hallado aquí no lo contradice.</translation>
    </message>
    <message>
        <source>More was misread here than that, beyond chance.</source>
        <translation>Aquí se leyó mal más que eso, y no por azar.</translation>
    </message>
    <message>
        <source>Less was misread here than that, beyond chance.</source>
        <translation>Aquí se leyó mal menos que eso, y no por azar.</translation>
    </message>
    <message>
        <source>The two count different things: here it is reads that a query returned and somebody looked at.</source>
        <translation>Cuentan cosas distintas: aquí son lecturas que devolvió una consulta y que alguien miró.</translation>
    </message>
    <message>
        <source>The period is not one: a date is missing or unreadable, or it ends before it begins.</source>
        <translation>El período no es válido: falta una fecha o no se entiende, o termina antes de empezar.</translation>
    </message>
    <message>
        <source>Nothing was counted. Correct the dates.</source>
        <translation>No se contó nada. Corrija las fechas.</translation>
    </message>
    <message>
        <source>The folder for the table is not there.</source>
        <translation>La carpeta para la tabla no existe.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another one.</source>
        <translation>No se escribió nada. Elija otra.</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>Ya existe un archivo con ese nombre.</translation>
    </message>
    <message>
        <source>It was left as it is, and nothing was written. Choose another name.</source>
        <translation>Se dejó como está y no se escribió nada. Elija otro nombre.</translation>
    </message>
    <message>
        <source>The table cannot be written there.</source>
        <translation>La tabla no se puede escribir allí.</translation>
    </message>
    <message>
        <source>Nothing was left there. Choose another folder.</source>
        <translation>No quedó nada allí. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Nothing was left there. Free some space, or choose another folder.</source>
        <translation>No quedó nada allí. Libere espacio o elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>ReadMarks</name>
    <message>
        <source>%1k</source>
        <extracomment>A count on a mark of the map, in thousands, as short as can be. %1: a number.</extracomment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>?</source>
        <extracomment>On the map&apos;s mark of a read nobody has checked yet.</extracomment>
        <translation>?</translation>
    </message>
    <message>
        <source>C</source>
        <extracomment>On the map&apos;s mark of a confirmed read: one letter.</extracomment>
        <translation>C</translation>
    </message>
    <message>
        <source>D</source>
        <extracomment>On the map&apos;s mark of a read that shows a different plate: one letter.</extracomment>
        <translation>O</translation>
    </message>
    <message>
        <source>U</source>
        <extracomment>On the map&apos;s mark of an unreadable read: one letter.</extracomment>
        <translation>I</translation>
    </message>
</context>
<context>
    <name>ReadPaper</name>
    <message>
        <source>A read is a lead, not a match, until its picture was checked. No reads is not proof of absence.</source>
        <translation>Una lectura es una pista, no una coincidencia, hasta que se haya verificado su imagen. Que no haya lecturas no prueba ausencia.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>ReadText</name>
    <message>
        <source>%1 %2 (%3 UTC)</source>
        <translation>%1 %2 (%3 UTC)</translation>
    </message>
    <message>
        <source>under 1 minute</source>
        <translation>menos de 1 minuto</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mes</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 meses</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 años</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>Different plate</source>
        <translation>Otra placa</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>%1, fixed</source>
        <translation>%1, fija</translation>
    </message>
    <message>
        <source>%1, mobile</source>
        <translation>%1, móvil</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (unknown to Casebound)</source>
        <translation>%1 (desconocida para Casebound)</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>&lt; 1 h</source>
        <extracomment>Age of a read on the map, as short as can be: under an hour.</extracomment>
        <translation>&lt; 1 h</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Hours, as short as can be.</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <extracomment>Days, as short as can be.</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <extracomment>Months, as short as can be.</extracomment>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 y</source>
        <extracomment>Years, as short as can be.</extracomment>
        <translation>%1 a</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>The last signed review reaches up to now.</source>
        <translation>La última revisión firmada llega hasta ahora.</translation>
    </message>
    <message>
        <source>No review was opened. Open one when there is something to look at.</source>
        <translation>No se abrió ninguna revisión. Abra una cuando haya algo que revisar.</translation>
    </message>
    <message>
        <source>No review was opened. Choose another last day.</source>
        <translation>No se abrió ninguna revisión. Elija otro último día.</translation>
    </message>
    <message>
        <source>A review is open already.</source>
        <translation>Ya hay una revisión abierta.</translation>
    </message>
    <message>
        <source>No other one was opened. Go on with it, sign it, and then open the next.</source>
        <translation>No se abrió otra. Continúe con ella, fírmela y abra después la siguiente.</translation>
    </message>
    <message>
        <source>No review was chosen.</source>
        <translation>No se eligió ninguna revisión.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose one, or open a new one.</source>
        <translation>No se cambió nada. Elija una o abra una nueva.</translation>
    </message>
    <message>
        <source>The entries of the period are still being read.</source>
        <translation>Los asientos del período aún se están leyendo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Wait until they are there.</source>
        <translation>No se cambió nada. Espere hasta que estén.</translation>
    </message>
    <message>
        <source>The audit log is out of order: its entries are not what its head says.</source>
        <translation>El registro de auditoría no está en orden: sus asientos no son lo que dice su cabeza.</translation>
    </message>
    <message>
        <source>Nothing can be signed. Leave everything as it is and have the log checked from outside.</source>
        <translation>No se puede firmar nada. Deje todo como está y haga comprobar el registro desde fuera.</translation>
    </message>
    <message>
        <source>The sample has not been drawn.</source>
        <translation>La muestra no se ha sorteado.</translation>
    </message>
    <message>
        <source>Nothing was judged. Draw the sample first: nobody chooses what is looked at.</source>
        <translation>No se decidió nada. Sortee primero la muestra: nadie elige lo que se revisa.</translation>
    </message>
    <message>
        <source>This entry is no person’s act, or not of the period.</source>
        <translation>Este asiento no es acto de ninguna persona, o no es del período.</translation>
    </message>
    <message>
        <source>Nothing was judged. Choose another entry.</source>
        <translation>No se decidió nada. Elija otro asiento.</translation>
    </message>
    <message>
        <source>A question and a referral have to say why.</source>
        <translation>Una duda y una remisión tienen que decir por qué.</translation>
    </message>
    <message>
        <source>Nothing was judged. Write the note and try again.</source>
        <translation>No se decidió nada. Escriba la nota e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This item was judged and signed.</source>
        <translation>Este punto ya se decidió y se firmó.</translation>
    </message>
    <message>
        <source>Nothing was changed. What was signed stays as it is.</source>
        <translation>No se cambió nada. Lo firmado queda como está.</translation>
    </message>
    <message>
        <source>Items are still open.</source>
        <translation>Aún hay puntos abiertos.</translation>
    </message>
    <message>
        <source>The review was not signed. Judge what is left and sign then.</source>
        <translation>La revisión no se firmó. Decida lo que falta y fírmela después.</translation>
    </message>
    <message>
        <source>There is nothing new to sign.</source>
        <translation>No hay nada nuevo que firmar.</translation>
    </message>
    <message>
        <source>Nothing was changed. What is left is for another reviewer.</source>
        <translation>No se cambió nada. Lo que queda es para otro revisor.</translation>
    </message>
    <message>
        <source>The credential did not sign.</source>
        <translation>La credencial no firmó.</translation>
    </message>
    <message>
        <source>The review was not signed. Check the card or file and try again.</source>
        <translation>La revisión no se firmó. Compruebe la tarjeta o el archivo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>signed, the rest is for another reviewer</source>
        <translation>firmada, el resto es para otro revisor</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmada</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <extracomment>A review. %1 and %2: first and last day, %3: its state.</extracomment>
        <translation>%1 a %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>Review overdue: %n day(s) since the end of the last signed one</source>
        <translation>
            <numerusform>Revisión atrasada: %n día desde el final de la última firmada</numerusform>
            <numerusform>Revisión atrasada: %n días desde el final de la última firmada</numerusform>
        </translation>
    </message>
    <message>
        <source>A review ends after it begins, not in the future, and covers no more days than the office profile gives it.</source>
        <translation>Una revisión termina después de su comienzo, no en el futuro, y no abarca más días de los que le da el perfil de la oficina.</translation>
    </message>
    <message>
        <source>A log that this review covers is not open.</source>
        <translation>Un registro que abarca esta revisión no está abierto.</translation>
    </message>
    <message>
        <source>Nothing was read. Open the logs of the other desks first.</source>
        <translation>No se leyó nada. Abra primero los registros de los otros puestos.</translation>
    </message>
    <message>
        <source>A log is being opened and checked.</source>
        <translation>Se está abriendo y comprobando un registro.</translation>
    </message>
    <message>
        <source>No other one was opened. Wait until it is there.</source>
        <translation>No se abrió ningún otro. Espere a que esté listo.</translation>
    </message>
    <message>
        <source>There is no exported log in this folder.</source>
        <translation>En esta carpeta no hay ningún registro exportado.</translation>
    </message>
    <message>
        <source>Nothing was opened. Choose the folder that holds the file checkpoint.</source>
        <translation>No se abrió nada. Elija la carpeta que contiene el archivo checkpoint.</translation>
    </message>
    <message>
        <source>The office profile names no workstation by which this log is signed.</source>
        <translation>El perfil de la oficina no nombra ninguna estación que firme este registro.</translation>
    </message>
    <message>
        <source>Nothing was opened. Ask the administrator which workstations belong to the office.</source>
        <translation>No se abrió nada. Pregunte al administrador qué estaciones pertenecen a la oficina.</translation>
    </message>
    <message>
        <source>This log is out of order: it was altered, cut off, or signed by somebody else.</source>
        <translation>Este registro no está en orden: fue alterado, recortado o firmado por otra persona.</translation>
    </message>
    <message>
        <source>Nothing of it was opened. Keep the folder as it is and have the log of that workstation checked.</source>
        <translation>No se abrió nada de él. Conserve la carpeta tal como está y haga comprobar el registro de esa estación.</translation>
    </message>
    <message>
        <source>This export has no private parts, or not all of them: nobody could be reviewed by it.</source>
        <translation>Esta exportación no tiene las partes privadas, o no todas: con ella no se podría revisar a nadie.</translation>
    </message>
    <message>
        <source>Nothing was opened. Have it exported with its private parts.</source>
        <translation>No se abrió nada. Haga que lo exporten con sus partes privadas.</translation>
    </message>
    <message>
        <source>This is the log of this workstation, which is reviewed in any case.</source>
        <translation>Este es el registro de esta estación, que se revisa de todos modos.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>No se abrió nada.</translation>
    </message>
    <message>
        <source>This log ends before what was reviewed of it already.</source>
        <translation>Este registro termina antes de lo que ya se revisó de él.</translation>
    </message>
    <message>
        <source>Nothing was opened. Have a newer export made.</source>
        <translation>No se abrió nada. Haga que lo exporten de nuevo.</translation>
    </message>
    <message>
        <source>This is not the log that was reviewed before, grown longer.</source>
        <translation>Este no es el registro que se revisó antes, con más asientos.</translation>
    </message>
    <message>
        <source>This copy does not lead to the head the review was opened over.</source>
        <translation>Esta copia no lleva a la cabeza sobre la que se abrió la revisión.</translation>
    </message>
    <message>
        <source>Nothing was opened. Open the export the review was opened with, or a newer one.</source>
        <translation>No se abrió nada. Abra la exportación con la que se abrió la revisión, o una más reciente.</translation>
    </message>
    <message>
        <source>So many logs cannot be reviewed at once.</source>
        <translation>No se pueden revisar tantos registros a la vez.</translation>
    </message>
    <message>
        <source>Nothing was opened. Sign this review and take the rest into the next.</source>
        <translation>No se abrió nada. Firme esta revisión y deje el resto para la siguiente.</translation>
    </message>
    <message>
        <source>The folder could not be read through, so the log could not be checked.</source>
        <translation>La carpeta no se pudo leer entera, así que el registro no se pudo comprobar.</translation>
    </message>
    <message>
        <source>Nothing was opened. Copy the folder to this computer and try again.</source>
        <translation>No se abrió nada. Copie la carpeta a este equipo e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>No read of it is here.</source>
        <translation>Aquí no hay ninguna lectura de ella.</translation>
    </message>
    <message>
        <source>%1 reads that arrived are kept here, marked incomplete.</source>
        <translation>Quedan aquí las lecturas que llegaron (%1), marcadas como incompletas.</translation>
    </message>
    <message>
        <source>%1 of %2 reads arrived before; they are kept here, marked incomplete.</source>
        <translation>Antes llegaron %1 de %2 lecturas; quedan aquí, marcadas como incompletas.</translation>
    </message>
    <message>
        <source>Written to the audit log and sent. Waiting for the vendor’s answer.</source>
        <translation>Anotada en el registro de auditoría y enviada. Se espera la respuesta del proveedor.</translation>
    </message>
    <message>
        <source>%1, still loading</source>
        <translation>%1, aún cargando</translation>
    </message>
    <message>
        <source>%1 of %2, still loading</source>
        <translation>%1 de %2, aún cargando</translation>
    </message>
    <message>
        <source>Complete: no reads.</source>
        <translation>Completa: ninguna lectura.</translation>
    </message>
    <message>
        <source>Complete: %1 read. It is a lead, not a match, until you have checked its picture.</source>
        <translation>Completa: %1 lectura. Es una pista, no una coincidencia, mientras usted no haya comprobado su imagen.</translation>
    </message>
    <message>
        <source>Complete: %1 reads. Each is a lead, not a match, until you have checked its picture.</source>
        <translation>Completa: %1 lecturas. Cada una es una pista, no una coincidencia, mientras usted no haya comprobado su imagen.</translation>
    </message>
    <message>
        <source>Repeats dropped: %1.</source>
        <translation>Repeticiones omitidas: %1.</translation>
    </message>
    <message>
        <source>The query was sent, and no answer came. Whether the vendor carried it out is not known, and the audit log says so. %1 Search again if you still need it; that is a new query.</source>
        <translation>La consulta se envió y no llegó respuesta. No se sabe si el proveedor la realizó, y así consta en el registro de auditoría. %1 Vuelva a buscar si aún lo necesita; será una consulta nueva.</translation>
    </message>
    <message>
        <source>You cancelled this query, and the audit log says so. %1</source>
        <translation>Usted canceló esta consulta, y así consta en el registro de auditoría. %1</translation>
    </message>
    <message>
        <source>The results of this query were discarded.</source>
        <translation>Se descartaron los resultados de esta consulta.</translation>
    </message>
    <message>
        <source>%1 (%2), case %3, %4</source>
        <translation>%1 (%2), caso %3, %4</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minutos</translation>
    </message>
    <message>
        <source>What you do not keep is discarded at %1 (in %2), or when you close the query or sign out.</source>
        <translation>Lo que usted no conserve se descarta a las %1 (dentro de %2), o cuando cierre la consulta o su sesión.</translation>
    </message>
    <message>
        <source>The query’s time is over, so its results were discarded.</source>
        <translation>El tiempo de la consulta terminó, por lo que se descartaron sus resultados.</translation>
    </message>
    <message>
        <source>Query closed.</source>
        <translation>Consulta cerrada.</translation>
    </message>
    <message>
        <source>%1 Returned %2, kept %3, discarded %4. The audit log holds this receipt.</source>
        <translation>%1 Recibidas: %2; conservadas: %3; descartadas: %4. Este comprobante consta en el registro de auditoría.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Materia</translation>
    </message>
    <message>
        <source>Offence</source>
        <translation>Delito</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>En nombre de</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>First day of a search.</extracomment>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>Last day of a search.</extracomment>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Choose an open case. Nothing is searched without one.</source>
        <translation>Elija un caso abierto. Sin él no se busca nada.</translation>
    </message>
    <message>
        <source>Choose criminal or administrative: it decides how far back you may look.</source>
        <translation>Elija penal o administrativa: de ello depende hasta qué fecha puede buscar hacia atrás.</translation>
    </message>
    <message>
        <source>Choose the offence: its limitation decides how far back you may look.</source>
        <translation>Elija el delito: de su plazo de prescripción depende hasta qué fecha puede buscar hacia atrás.</translation>
    </message>
    <message>
        <source>Choose the priority this matter falls under.</source>
        <translation>Elija la prioridad que corresponde a este asunto.</translation>
    </message>
    <message>
        <source>Choose what the query is for.</source>
        <translation>Elija para qué es la consulta.</translation>
    </message>
    <message>
        <source>Say in a sentence why this plate, and why now.</source>
        <translation>Explique en una oración por qué esta placa y por qué ahora.</translation>
    </message>
    <message>
        <source>Name the person you ask for, or leave the field empty.</source>
        <translation>Indique la persona en cuyo nombre consulta, o deje el campo vacío.</translation>
    </message>
    <message>
        <source>Type the whole plate.</source>
        <translation>Escriba la placa completa.</translation>
    </message>
    <message>
        <source>Choose the state or country that issued the plate.</source>
        <translation>Elija el estado o país que expidió la placa.</translation>
    </message>
    <message>
        <source>Give the first day to search.</source>
        <translation>Indique el primer día de la búsqueda.</translation>
    </message>
    <message>
        <source>Give the last day to search.</source>
        <translation>Indique el último día de la búsqueda.</translation>
    </message>
    <message>
        <source>This is a placeholder, not a case number. Choose an open case.</source>
        <translation>Esto es un texto de relleno, no un número de caso. Elija un caso abierto.</translation>
    </message>
    <message>
        <source>There is no case with this number. Open it in the case file first.</source>
        <translation>No hay ningún caso con este número. Ábralo primero en Expediente.</translation>
    </message>
    <message>
        <source>This case is closed. Choose an open one.</source>
        <translation>Este caso está cerrado. Elija uno abierto.</translation>
    </message>
    <message>
        <source>A case number has 3 to 64 visible characters. Type it as the office writes it.</source>
        <translation>Un número de caso tiene de 3 a 64 caracteres visibles. Escríbalo como lo escribe la oficina.</translation>
    </message>
    <message>
        <source>This offence is not in the list. Choose one of its entries.</source>
        <translation>Este delito no está en la lista. Elija uno de los que contiene.</translation>
    </message>
    <message>
        <source>This entry belongs to the other kind of matter. Choose again.</source>
        <translation>Esta opción corresponde a la otra materia. Elija de nuevo.</translation>
    </message>
    <message>
        <source>This entry is not in the list. Choose one of its entries.</source>
        <translation>Esta opción no está en la lista. Elija una de las que contiene.</translation>
    </message>
    <message>
        <source>This office may not use this entry: counsel withdrew it. Choose another.</source>
        <translation>Esta oficina no puede usar esta entrada: la asesoría jurídica la retiró. Elija otra.</translation>
    </message>
    <message>
        <source>This purpose is not in the list. Choose one of its entries.</source>
        <translation>Esta finalidad no está en la lista. Elija una de las que contiene.</translation>
    </message>
    <message>
        <source>Too general. Say what this plate has to do with the case, in a sentence of your own.</source>
        <translation>Demasiado general. Explique con sus propias palabras, en una oración, qué relación tiene esta placa con el caso.</translation>
    </message>
    <message>
        <source>“%1” alone is too general. Say what this plate has to do with the case.</source>
        <translation>«%1» por sí solo es demasiado general. Explique qué relación tiene esta placa con el caso.</translation>
    </message>
    <message>
        <source>Protest, worship, the press and similar protected activity are no reason to search. Name the offence’s facts.</source>
        <translation>La protesta, el culto, la prensa y otras actividades protegidas no son motivo para buscar. Indique los hechos del delito.</translation>
    </message>
    <message>
        <source>“%1” names protected activity, which is no reason to search. Name the offence’s facts.</source>
        <translation>«%1» se refiere a una actividad protegida, que no es motivo para buscar. Indique los hechos del delito.</translation>
    </message>
    <message>
        <source>Race, ethnicity or nationality alone is no reason to search. Name the facts that lead to this plate.</source>
        <translation>La raza, el origen étnico o la nacionalidad por sí solos no son motivo para buscar. Indique los hechos que conducen a esta placa.</translation>
    </message>
    <message>
        <source>A reason has at most 2,000 characters. Shorten it.</source>
        <translation>Un motivo tiene como máximo 2,000 caracteres. Acórtelo.</translation>
    </message>
    <message>
        <source>The reason holds characters that cannot be seen. Type it by hand instead of pasting it.</source>
        <translation>El motivo contiene caracteres que no se ven. Escríbalo a mano en lugar de pegarlo.</translation>
    </message>
    <message>
        <source>That is you. Leave the field empty when you ask for yourself.</source>
        <translation>Esa persona es usted. Deje el campo vacío cuando consulte en su propio nombre.</translation>
    </message>
    <message>
        <source>This is not a person’s name. Use letters, at most 200 characters.</source>
        <translation>Esto no es el nombre de una persona. Use letras, 200 caracteres como máximo.</translation>
    </message>
    <message>
        <source>Wildcards and parts of a plate are not searched. Type the whole plate.</source>
        <translation>No se buscan comodines ni partes de una placa. Escriba la placa completa.</translation>
    </message>
    <message>
        <source>A plate has at most 8 letters and digits. Type only the plate.</source>
        <translation>Una placa tiene como máximo 8 letras y dígitos. Escriba solo la placa.</translation>
    </message>
    <message>
        <source>The plate holds characters that cannot be seen. Type it by hand instead of pasting it.</source>
        <translation>La placa contiene caracteres que no se ven. Escríbala a mano en lugar de pegarla.</translation>
    </message>
    <message>
        <source>The plate holds marks that turn the writing direction. Type it by hand instead of pasting it.</source>
        <translation>La placa contiene marcas que invierten la dirección de escritura. Escríbala a mano en lugar de pegarla.</translation>
    </message>
    <message>
        <source>These are full-width characters. Switch the keyboard to Latin and type the plate again.</source>
        <translation>Son caracteres de ancho completo. Cambie el teclado al alfabeto latino y escriba la placa de nuevo.</translation>
    </message>
    <message>
        <source>Only the letters A to Z and digits are searched. A letter here looks alike but is another one, or carries an accent.</source>
        <translation>Solo se buscan las letras de la A a la Z y los dígitos. Aquí hay una letra que se parece a una de ellas pero es otra, o que lleva un signo diacrítico.</translation>
    </message>
    <message>
        <source>Leave out symbols. Only the letters A to Z, digits, space, hyphen and dot can stand in a plate.</source>
        <translation>Omita los símbolos. En una placa solo caben las letras de la A a la Z, dígitos, espacios, guiones y puntos.</translation>
    </message>
    <message>
        <source>No jurisdiction has this name or code. Choose one from the list.</source>
        <translation>Ninguna jurisdicción tiene este nombre o código. Elija una de la lista.</translation>
    </message>
    <message>
        <source>Several jurisdictions have this code. Choose one from the list.</source>
        <translation>Varias jurisdicciones tienen este código. Elija una de la lista.</translation>
    </message>
    <message>
        <source>Several places use this code: %1. Choose one from the list.</source>
        <translation>Varias jurisdicciones usan este código: %1. Elija una de la lista.</translation>
    </message>
    <message>
        <source>There is no such day. Correct the date.</source>
        <translation>Ese día no existe. Corrija la fecha.</translation>
    </message>
    <message>
        <source>The first day is after the last. Exchange or correct them.</source>
        <translation>El primer día es posterior al último. Intercámbielos o corríjalos.</translation>
    </message>
    <message>
        <source>This day has not come yet. Choose today or an earlier one.</source>
        <translation>Este día aún no ha llegado. Elija hoy o un día anterior.</translation>
    </message>
    <message>
        <source>Beyond the limit: not before %1 (%2, %3). A longer look back needs a supervisor’s approval.</source>
        <translation>Fuera del límite: no antes del %1 (%2, %3). Buscar más atrás requiere la aprobación de un supervisor.</translation>
    </message>
    <message>
        <source>Beyond the limit for this matter. A longer look back needs a supervisor’s approval.</source>
        <translation>Fuera del límite para esta materia. Buscar más atrás requiere la aprobación de un supervisor.</translation>
    </message>
    <message>
        <source>The vendor cannot be reached.</source>
        <translation>No se puede establecer comunicación con el proveedor.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the network and try again.</source>
        <translation>No se envió nada. Revise la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The vendor’s server could not prove who it is.</source>
        <translation>El servidor del proveedor no pudo demostrar su identidad.</translation>
    </message>
    <message>
        <source>Nothing was sent. Do not go round this; tell the office administrator.</source>
        <translation>No se envió nada. No intente eludir esta protección; avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor refused your certificate.</source>
        <translation>El proveedor rechazó su certificado.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask the office administrator to check your access.</source>
        <translation>No se envió nada. Pida al administrador de la oficina que revise su acceso.</translation>
    </message>
    <message>
        <source>The query was sent, but no answer came.</source>
        <translation>La consulta se envió, pero no llegó respuesta.</translation>
    </message>
    <message>
        <source>Whether the vendor carried it out is not known, and the log says so. Search again when the vendor answers.</source>
        <translation>No se sabe si el proveedor la realizó, y así consta en el registro. Vuelva a buscar cuando el proveedor responda.</translation>
    </message>
    <message>
        <source>The vendor did not accept the query.</source>
        <translation>El proveedor no aceptó la consulta.</translation>
    </message>
    <message>
        <source>It was not carried out and is not repeated. Check what was asked.</source>
        <translation>No se realizó y no se repite. Revise lo que se consultó.</translation>
    </message>
    <message>
        <source>The vendor does not allow you this query.</source>
        <translation>El proveedor no le permite esta consulta.</translation>
    </message>
    <message>
        <source>It was not carried out. Ask your supervisor about your access.</source>
        <translation>No se realizó. Consulte a su supervisor acerca de su acceso.</translation>
    </message>
    <message>
        <source>The vendor has ended your session.</source>
        <translation>El proveedor dio por terminada su sesión.</translation>
    </message>
    <message>
        <source>The query was not carried out. Sign in again.</source>
        <translation>La consulta no se realizó. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The vendor no longer has what was asked for.</source>
        <translation>El proveedor ya no tiene lo que se pidió.</translation>
    </message>
    <message>
        <source>Nothing was received. Search again if the case needs it.</source>
        <translation>No se recibió nada. Vuelva a buscar si el caso lo requiere.</translation>
    </message>
    <message>
        <source>The vendor knows another query by this number.</source>
        <translation>El proveedor tiene otra consulta con este número.</translation>
    </message>
    <message>
        <source>This one was not carried out. Search again.</source>
        <translation>Esta no se realizó. Vuelva a buscar.</translation>
    </message>
    <message>
        <source>The vendor is too busy.</source>
        <translation>El proveedor está saturado.</translation>
    </message>
    <message>
        <source>The query was not carried out. Try again after %1.</source>
        <extracomment>%1: date and time.</extracomment>
        <translation>La consulta no se realizó. Inténtelo de nuevo después del %1.</translation>
    </message>
    <message>
        <source>The query was not carried out, after four tries. Try again later.</source>
        <translation>La consulta no se realizó tras cuatro intentos. Inténtelo de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The vendor’s server failed.</source>
        <translation>Falló el servidor del proveedor.</translation>
    </message>
    <message>
        <source>No complete answer came, after four tries. Try again later.</source>
        <translation>No llegó una respuesta completa tras cuatro intentos. Inténtelo de nuevo más tarde.</translation>
    </message>
    <message>
        <source>The vendor’s answer is not in the agreed form.</source>
        <translation>La respuesta del proveedor no tiene el formato convenido.</translation>
    </message>
    <message>
        <source>It was not used. Try again; if this returns, tell the office administrator.</source>
        <translation>No se utilizó. Inténtelo de nuevo; si se repite, avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor’s answer contradicts itself.</source>
        <translation>La respuesta del proveedor se contradice.</translation>
    </message>
    <message>
        <source>Do not rely on it. Search again; if this returns, tell the office administrator.</source>
        <translation>No se base en ella. Vuelva a buscar; si se repite, avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor’s answer is too large.</source>
        <translation>La respuesta del proveedor es demasiado grande.</translation>
    </message>
    <message>
        <source>It was not used. Search a shorter period.</source>
        <translation>No se utilizó. Busque en un período más corto.</translation>
    </message>
    <message>
        <source>The vendor’s answer ended too early.</source>
        <translation>La respuesta del proveedor terminó antes de tiempo.</translation>
    </message>
    <message>
        <source>What is missing is not known. Search again.</source>
        <translation>No se sabe qué falta. Vuelva a buscar.</translation>
    </message>
    <message>
        <source>The vendor pointed to another address.</source>
        <translation>El proveedor remitió a otra dirección.</translation>
    </message>
    <message>
        <source>It was not followed and nothing was sent there. Tell the office administrator.</source>
        <translation>No se siguió y no se envió nada allí. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor’s answer took too long.</source>
        <translation>La respuesta del proveedor tardó demasiado.</translation>
    </message>
    <message>
        <source>It was broken off, and what is missing is not known. Search again.</source>
        <translation>Se interrumpió, y no se sabe qué falta. Vuelva a buscar.</translation>
    </message>
    <message>
        <source>You cancelled this.</source>
        <translation>Usted canceló esto.</translation>
    </message>
    <message>
        <source>Nothing more is loaded. What arrived before is marked incomplete.</source>
        <translation>No se carga nada más. Lo que llegó antes queda marcado como incompleto.</translation>
    </message>
    <message>
        <source>The vendor says: “%1”</source>
        <extracomment>%1: the vendor&apos;s own explanation, in the vendor&apos;s language.</extracomment>
        <translation>El proveedor dice: «%1»</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>How a date is written; Qt&apos;s letters.</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>The audit log could not be unlocked.</source>
        <translation>No se pudo desbloquear el registro de auditoría.</translation>
    </message>
    <message>
        <source>Nothing was sent, and the log was left as it is. Sign in with the credential this workstation was set up for, or ask the office administrator.</source>
        <translation>No se envió nada, y el registro quedó como estaba. Inicie sesión con la credencial para la que se configuró esta estación de trabajo, o consulte al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The audit log is open in another Casebound.</source>
        <translation>El registro de auditoría está abierto en otro Casebound.</translation>
    </message>
    <message>
        <source>Nothing was sent. Close the other one, then sign in again.</source>
        <translation>No se envió nada. Cierre el otro y luego inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The audit log is not encrypted as it must be.</source>
        <translation>El registro de auditoría no está cifrado como debe estar.</translation>
    </message>
    <message>
        <source>It was not opened and nothing was sent. Keep the file as it is and tell the office administrator.</source>
        <translation>No se abrió y no se envió nada. Deje el archivo como está y avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The audit log is out of order.</source>
        <translation>El registro de auditoría no está en orden.</translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing was changed in it. Keep the file as it is and tell your supervisor.</source>
        <translation>No se envió nada, y no se cambió nada en él. Deje el archivo como está y avise a su supervisor.</translation>
    </message>
    <message>
        <source>The office profile is older than the one the audit log was last written under.</source>
        <translation>El perfil de la oficina es más antiguo que aquel con el que se escribió por última vez en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing was changed in the log. Tell the office administrator: the newest profile must be put back.</source>
        <translation>No se envió nada, y no se cambió nada en el registro. Avise al administrador de la oficina: debe reponerse el perfil más reciente.</translation>
    </message>
    <message>
        <source>The disk is full, so the audit log could not be written.</source>
        <translation>El disco está lleno, por lo que no se pudo escribir en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Nothing was sent. Free some space on this workstation, then sign in again.</source>
        <translation>No se envió nada. Libere espacio en esta estación de trabajo y luego inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The audit log could not be written.</source>
        <translation>No se pudo escribir en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Nothing was sent, and the log takes no more entries until it is opened again. Sign out and in again; if this returns, tell the office administrator.</source>
        <translation>No se envió nada, y el registro no admite más asientos hasta que se abra de nuevo. Cierre la sesión e iníciela otra vez; si se repite, avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The audit log does not take an entry of this size.</source>
        <translation>El registro de auditoría no admite un asiento de este tamaño.</translation>
    </message>
    <message>
        <source>Nothing was sent. Shorten what you typed and try again.</source>
        <translation>No se envió nada. Acorte lo que escribió e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The case files could not be unlocked.</source>
        <translation>No se pudieron desbloquear los expedientes.</translation>
    </message>
    <message>
        <source>Nothing was changed. Sign in again with your own credential.</source>
        <translation>No se cambió nada. Inicie sesión de nuevo con su propia credencial.</translation>
    </message>
    <message>
        <source>The case files are not encrypted as they must be.</source>
        <translation>Los expedientes no están cifrados como deben estar.</translation>
    </message>
    <message>
        <source>They were not opened. Keep the file as it is and tell the office administrator.</source>
        <translation>No se abrieron. Deje el archivo como está y avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The case files are damaged.</source>
        <translation>Los expedientes están dañados.</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep the file as it is and tell the office administrator.</source>
        <translation>No se cambió nada. Deje el archivo como está y avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Nothing was stored. Free some space on this workstation and try again.</source>
        <translation>No se guardó nada. Libere espacio en esta estación de trabajo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The case files could not be written.</source>
        <translation>No se pudo escribir en los expedientes.</translation>
    </message>
    <message>
        <source>Nothing was stored. Try again; if this returns, tell the office administrator.</source>
        <translation>No se guardó nada. Inténtelo de nuevo; si se repite, avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>This is stored already.</source>
        <translation>Esto ya está guardado.</translation>
    </message>
    <message>
        <source>Nothing was stored a second time. There is nothing more to do.</source>
        <translation>No se guardó nada por segunda vez. No hay nada más que hacer.</translation>
    </message>
    <message>
        <source>This is not in the case files.</source>
        <translation>Esto no está en los expedientes.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose the case again.</source>
        <translation>No se cambió nada. Elija el caso de nuevo.</translation>
    </message>
    <message>
        <source>No usable credential was found.</source>
        <translation>No se encontró ninguna credencial utilizable.</translation>
    </message>
    <message>
        <source>You are not signed in. Insert your card, or choose the file that holds your certificate and key.</source>
        <translation>No se inició la sesión. Inserte su tarjeta, o elija el archivo que contiene su certificado y su clave.</translation>
    </message>
    <message>
        <source>The PIN or passphrase is not right.</source>
        <translation>El PIN o la frase de contraseña no es correcto.</translation>
    </message>
    <message>
        <source>You are not signed in. Type it again; cards lock themselves after a few wrong tries.</source>
        <translation>No se inició la sesión. Escríbalo de nuevo; las tarjetas se bloquean tras unos pocos intentos fallidos.</translation>
    </message>
    <message>
        <source>The card is locked after too many wrong PINs.</source>
        <translation>La tarjeta está bloqueada tras demasiados PIN incorrectos.</translation>
    </message>
    <message>
        <source>You are not signed in. Have the card unlocked by the office that issued it.</source>
        <translation>No se inició la sesión. Pida que desbloquee la tarjeta la oficina que la expidió.</translation>
    </message>
    <message>
        <source>This credential is not on the office’s roster.</source>
        <translation>Esta credencial no figura en la lista de personal de la oficina.</translation>
    </message>
    <message>
        <source>You are not signed in. Ask the office administrator to put you on the roster.</source>
        <translation>No se inició la sesión. Pida al administrador de la oficina que le incluya en la lista de personal.</translation>
    </message>
    <message>
        <source>This certificate is not the one the roster has for you.</source>
        <translation>Este certificado no es el que figura para usted en la lista de personal.</translation>
    </message>
    <message>
        <source>You are not signed in. If your card was renewed, ask the office administrator to enter the new certificate.</source>
        <translation>No se inició la sesión. Si se renovó su tarjeta, pida al administrador de la oficina que inscriba el certificado nuevo.</translation>
    </message>
    <message>
        <source>The roster holds no training record for you.</source>
        <translation>En la lista de personal no consta ninguna capacitación suya.</translation>
    </message>
    <message>
        <source>You are not signed in. Complete the training, then ask your supervisor to have it recorded.</source>
        <translation>No se inició la sesión. Complete la capacitación y luego pida a su supervisor que la haga constar.</translation>
    </message>
    <message>
        <source>Your training is no longer in force.</source>
        <translation>Su capacitación ya no está vigente.</translation>
    </message>
    <message>
        <source>You are not signed in. Repeat the training, then ask your supervisor to have it recorded.</source>
        <translation>No se inició la sesión. Repita la capacitación y luego pida a su supervisor que la haga constar.</translation>
    </message>
    <message>
        <source>Your training record begins on a later day.</source>
        <translation>La constancia de su capacitación comienza en una fecha posterior.</translation>
    </message>
    <message>
        <source>You are not signed in. Check this workstation’s date; if it is right, ask your supervisor to correct the record.</source>
        <translation>No se inició la sesión. Revise la fecha de esta estación de trabajo; si es correcta, pida a su supervisor que corrija la constancia.</translation>
    </message>
    <message>
        <source>Your certificate has expired.</source>
        <translation>Su certificado venció.</translation>
    </message>
    <message>
        <source>You are not signed in. Have it renewed by the office that issued it.</source>
        <translation>No se inició la sesión. Pida que lo renueve la oficina que lo expidió.</translation>
    </message>
    <message>
        <source>Your certificate is not valid yet.</source>
        <translation>Su certificado aún no es válido.</translation>
    </message>
    <message>
        <source>You are not signed in. Check this workstation’s date and time.</source>
        <translation>No se inició la sesión. Revise la fecha y la hora de esta estación de trabajo.</translation>
    </message>
    <message>
        <source>The office profile was replaced while the session was locked.</source>
        <translation>El perfil de la oficina se reemplazó mientras la sesión estaba bloqueada.</translation>
    </message>
    <message>
        <source>The session was ended and its results were discarded. Sign in again and read the conditions of use.</source>
        <translation>La sesión se cerró y sus resultados se descartaron. Inicie sesión de nuevo y lea las condiciones de uso.</translation>
    </message>
    <message>
        <source>The audit log cannot be used.</source>
        <translation>No se puede utilizar el registro de auditoría.</translation>
    </message>
    <message>
        <source>You are not signed in and nothing was sent. Tell the office administrator.</source>
        <translation>No se inició la sesión y no se envió nada. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>This workstation’s keys were not given to your certificate yet.</source>
        <translation>Las claves de esta estación de trabajo aún no se entregaron a su certificado.</translation>
    </message>
    <message>
        <source>You are not signed in. Somebody who has signed in here before must sign in once with the current profile; then try again.</source>
        <translation>Usted no ha iniciado sesión. Alguien que ya haya iniciado sesión aquí debe hacerlo una vez con el perfil vigente; después intente de nuevo.</translation>
    </message>
    <message>
        <source>The case files cannot be used.</source>
        <translation>No se pueden utilizar los expedientes.</translation>
    </message>
    <message>
        <source>The vendor did not open a session.</source>
        <translation>El proveedor no abrió una sesión.</translation>
    </message>
    <message>
        <source>No query was sent. Check the network and sign in again; if this returns, tell the office administrator.</source>
        <translation>No se envió ninguna consulta. Revise la red e inicie sesión de nuevo; si se repite, avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>This is not a case number.</source>
        <translation>Esto no es un número de caso.</translation>
    </message>
    <message>
        <source>The case was not opened. Type the number as the office writes it.</source>
        <translation>No se abrió el caso. Escriba el número como lo escribe la oficina.</translation>
    </message>
    <message>
        <source>There is a case with this number already.</source>
        <translation>Ya existe un caso con este número.</translation>
    </message>
    <message>
        <source>No second one was opened. Choose it in the list, or check the number.</source>
        <translation>No se abrió otro. Elíjalo en la lista, o revise el número.</translation>
    </message>
    <message>
        <source>There is no case with this number.</source>
        <translation>No hay ningún caso con este número.</translation>
    </message>
    <message>
        <source>Nothing was changed. Open the case first.</source>
        <translation>No se cambió nada. Abra primero el caso.</translation>
    </message>
    <message>
        <source>This case is closed.</source>
        <translation>Este caso está cerrado.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose an open case.</source>
        <translation>No se cambió nada. Elija un caso abierto.</translation>
    </message>
    <message>
        <source>A note is needed.</source>
        <translation>Se necesita una nota.</translation>
    </message>
    <message>
        <source>Nothing was changed. Say in a sentence why.</source>
        <translation>No se cambió nada. Explique por qué en una oración.</translation>
    </message>
    <message>
        <source>The case number is missing.</source>
        <translation>Falta el número de caso.</translation>
    </message>
    <message>
        <source>This is a placeholder, not a case number.</source>
        <translation>Esto es un texto de relleno, no un número de caso.</translation>
    </message>
    <message>
        <source>A case number has at least 3 characters.</source>
        <translation>Un número de caso tiene al menos 3 caracteres.</translation>
    </message>
    <message>
        <source>The case was not opened. Type the whole number.</source>
        <translation>No se abrió el caso. Escriba el número completo.</translation>
    </message>
    <message>
        <source>A case number has at most 64 characters.</source>
        <translation>Un número de caso tiene como máximo 64 caracteres.</translation>
    </message>
    <message>
        <source>The case was not opened. Type the number alone.</source>
        <translation>No se abrió el caso. Escriba solo el número.</translation>
    </message>
    <message>
        <source>The number holds characters that cannot be seen.</source>
        <translation>El número contiene caracteres que no se ven.</translation>
    </message>
    <message>
        <source>The case was not opened. Type it by hand instead of pasting it.</source>
        <translation>No se abrió el caso. Escríbalo a mano en lugar de pegarlo.</translation>
    </message>
    <message>
        <source>This read has not been judged yet.</source>
        <translation>Esta lectura aún no tiene veredicto.</translation>
    </message>
    <message>
        <source>It was not kept. Compare and judge it first.</source>
        <translation>No se conservó. Primero compárela y dé su veredicto.</translation>
    </message>
    <message>
        <source>Why the read matters to the case is missing.</source>
        <translation>Falta indicar por qué la lectura importa para el caso.</translation>
    </message>
    <message>
        <source>It was not kept. Write a sentence about its relevance.</source>
        <translation>No se conservó. Escriba una oración sobre su relevancia.</translation>
    </message>
    <message>
        <source>The case holds this read already.</source>
        <translation>Esta lectura ya está en el caso.</translation>
    </message>
    <message>
        <source>It was not kept twice. There is nothing more to do.</source>
        <translation>No se conservó dos veces. No hay nada más que hacer.</translation>
    </message>
    <message>
        <source>This read was not confirmed.</source>
        <translation>Esta lectura no se confirmó.</translation>
    </message>
    <message>
        <source>It was not kept. It can be kept only as contrary to the lead, and is marked so everywhere.</source>
        <translation>No se conservó. Solo puede conservarse como contraria a la pista, y así se marca en todas partes.</translation>
    </message>
    <message>
        <source>The read or its case is no longer there.</source>
        <translation>La lectura o su caso ya no está.</translation>
    </message>
    <message>
        <source>Nothing was kept. Search again.</source>
        <translation>No se conservó nada. Vuelva a buscar.</translation>
    </message>
    <message>
        <source>The results of this query have been discarded.</source>
        <translation>Se descartaron los resultados de esta consulta.</translation>
    </message>
    <message>
        <source>Nothing was kept. Search again if the case needs it.</source>
        <translation>No se conservó nada. Vuelva a buscar si el caso lo requiere.</translation>
    </message>
    <message>
        <source>Nothing was typed from the picture yet.</source>
        <translation>Aún no se ha escrito nada de lo que muestra la imagen.</translation>
    </message>
    <message>
        <source>No verdict was recorded. Type what the picture shows, then compare.</source>
        <translation>No se anotó ningún veredicto. Escriba lo que muestra la imagen y luego compare.</translation>
    </message>
    <message>
        <source>This is not the text of a plate.</source>
        <translation>Esto no es el texto de una placa.</translation>
    </message>
    <message>
        <source>Nothing was compared. Type the letters A to Z and digits the picture shows, at most 8.</source>
        <translation>No se comparó nada. Escriba las letras de la A a la Z y los dígitos que muestra la imagen, 8 como máximo.</translation>
    </message>
    <message>
        <source>No jurisdiction has this name, or several have it.</source>
        <translation>Ninguna jurisdicción tiene este nombre, o lo tienen varias.</translation>
    </message>
    <message>
        <source>Nothing was compared. Choose one from the list, or leave it empty.</source>
        <translation>No se comparó nada. Elija una de la lista, o deje el campo vacío.</translation>
    </message>
    <message>
        <source>This verdict needs a note.</source>
        <translation>Este veredicto requiere una nota.</translation>
    </message>
    <message>
        <source>It was not recorded. Say in a sentence what the picture shows.</source>
        <translation>No se anotó. Diga en una oración qué muestra la imagen.</translation>
    </message>
    <message>
        <source>The picture is missing, or is not the one the vendor announced.</source>
        <translation>La imagen falta, o no es la que anunció el proveedor.</translation>
    </message>
    <message>
        <source>The verdict was not recorded. A read without a good picture can only be called unreadable.</source>
        <translation>No se anotó el veredicto. Una lectura sin una imagen válida solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>What you typed is not the plate that was asked for.</source>
        <translation>Lo que usted escribió no es la placa consultada.</translation>
    </message>
    <message>
        <source>The read was not confirmed. Judge it as a different plate.</source>
        <translation>No se confirmó la lectura. Declárela otra placa.</translation>
    </message>
    <message>
        <source>No verdict was recorded. Search again if the case needs it.</source>
        <translation>No se anotó ningún veredicto. Vuelva a buscar si el caso lo requiere.</translation>
    </message>
    <message>
        <source>Its verdict was not changed: it stands as it was when the read was kept.</source>
        <translation>No se cambió su veredicto: sigue como estaba cuando se conservó la lectura.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need your attention.</source>
        <translation>
            <numerusform>%n campo requiere su atención.</numerusform>
            <numerusform>%n campos requieren su atención.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent. What is wrong stands next to each field.</source>
        <translation>No se envió nada. Junto a cada campo se indica qué debe corregirse.</translation>
    </message>
    <message>
        <source>Picture as announced by the vendor</source>
        <translation>Imagen tal como la anunció el proveedor</translation>
    </message>
    <message>
        <source>The vendor sent no picture with this read. It can only be called unreadable.</source>
        <translation>El proveedor no envió imagen con esta lectura. Solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>The vendor no longer has the picture. The read can only be called unreadable.</source>
        <translation>El proveedor ya no tiene la imagen. La lectura solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>The vendor did not say which picture belongs to this read. You may look at it, but the read can only be called unreadable.</source>
        <translation>El proveedor no indicó qué imagen corresponde a esta lectura. Puede verla, pero la lectura solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>This is not the picture the vendor announced, so it is not shown. The read can only be called unreadable.</source>
        <translation>Esta no es la imagen que anunció el proveedor, por lo que no se muestra. La lectura solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>The picture is damaged and cannot be shown. The read can only be called unreadable.</source>
        <translation>La imagen está dañada y no se puede mostrar. La lectura solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>Different plate</source>
        <translation>Otra placa</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>Criminal</source>
        <translation>Penal</translation>
    </message>
    <message>
        <source>Administrative</source>
        <translation>Administrativa</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agente</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>not answering, trying again</source>
        <translation>no responde, se reintenta</translation>
    </message>
    <message>
        <source>refused this workstation</source>
        <translation>rechazó esta estación de trabajo</translation>
    </message>
    <message>
        <source>%1, witnessed %2</source>
        <extracomment>%1: state of the log, %2: time of day.</extracomment>
        <translation>%1, atestiguado a las %2</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s), back to %1 (%2)</source>
        <extracomment>Limit in force. %1: first day that may be asked for, %2: legal source.</extracomment>
        <translation>
            <numerusform>%n año, hasta el %1 (%2)</numerusform>
            <numerusform>%n años, hasta el %1 (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), back to %1 (all the vendor keeps)</source>
        <extracomment>The vendor keeps less than the law would allow. %1: day, %n: days.</extracomment>
        <translation>
            <numerusform>%n día, hasta el %1 (todo lo que guarda el proveedor)</numerusform>
            <numerusform>%n días, hasta el %1 (todo lo que guarda el proveedor)</numerusform>
        </translation>
    </message>
    <message>
        <source>limitation of the offence</source>
        <translation>plazo de prescripción del delito</translation>
    </message>
    <message>
        <source>limit for administrative matters</source>
        <translation>límite para asuntos administrativos</translation>
    </message>
    <message>
        <source>the office’s own limit</source>
        <translation>límite propio de la oficina</translation>
    </message>
    <message>
        <source>all the vendor keeps</source>
        <translation>todo lo que guarda el proveedor</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <extracomment>How a date with time is written; Qt&apos;s letters.</extracomment>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>1 entry</source>
        <extracomment>%1: number of entries of the log, written with separators.</extracomment>
        <translation>1 asiento</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 asientos</translation>
    </message>
    <message>
        <source>The key of this office is not the key of the audit log.</source>
        <translation>La clave de esta oficina no es la clave del registro de auditoría.</translation>
    </message>
    <message>
        <source>The log was left as it is. It is never a reason to begin a new one: have the office administrator put back the right key, or the file %1 as it was.</source>
        <translation>El registro se dejó como está. Nunca es motivo para comenzar otro: pida al administrador de la oficina que devuelva la clave correcta, o el archivo %1 como estaba.</translation>
    </message>
    <message>
        <source>The file of the log’s signed head is missing (%1).</source>
        <translation>Falta el archivo de la cabeza firmada del registro (%1).</translation>
    </message>
    <message>
        <source>Without it nobody can tell whether entries were cut off.</source>
        <translation>Sin él nadie puede saber si se cortaron asientos.</translation>
    </message>
    <message>
        <source>The file of the log’s signed head is damaged (%1).</source>
        <translation>El archivo de la cabeza firmada del registro está dañado (%1).</translation>
    </message>
    <message>
        <source>The signed head in %1 was not signed by this workstation.</source>
        <translation>La cabeza firmada de %1 no la firmó esta estación de trabajo.</translation>
    </message>
    <message>
        <source>Somebody may have put it there in the place of the right one.</source>
        <translation>Es posible que alguien la haya puesto en lugar de la verdadera.</translation>
    </message>
    <message>
        <source>The database of the log is missing (%1).</source>
        <translation>Falta la base de datos del registro (%1).</translation>
    </message>
    <message>
        <source>Somebody may have deleted it.</source>
        <translation>Es posible que alguien la haya borrado.</translation>
    </message>
    <message>
        <source>The database of the log is missing (%1). It held %2.</source>
        <extracomment>%1: file, %2: &quot;1,204 entries&quot;.</extracomment>
        <translation>Falta la base de datos del registro (%1). Contenía %2.</translation>
    </message>
    <message>
        <source>Pages of the log’s database cannot be read (%1).</source>
        <translation>No se pueden leer páginas de la base de datos del registro (%1).</translation>
    </message>
    <message>
        <source>The medium may be failing, or somebody altered the file.</source>
        <translation>Es posible que el soporte esté fallando o que alguien haya alterado el archivo.</translation>
    </message>
    <message>
        <source>Entries before number %1 are missing from the log (%2).</source>
        <extracomment>%1: number, %2: file.</extracomment>
        <translation>Faltan en el registro asientos anteriores al número %1 (%2).</translation>
    </message>
    <message>
        <source>Somebody may have removed them.</source>
        <translation>Es posible que alguien los haya quitado.</translation>
    </message>
    <message>
        <source>Entry %1 of the log is not the one that was written (%2).</source>
        <extracomment>%1: number, %2: file.</extracomment>
        <translation>El asiento %1 del registro no es el que se escribió (%2).</translation>
    </message>
    <message>
        <source>Somebody may have altered it.</source>
        <translation>Es posible que alguien lo haya alterado.</translation>
    </message>
    <message>
        <source>The log has %1, but %2 has seen %3.</source>
        <extracomment>%1: &quot;12 entries&quot;, %2: file that holds a signed head, %3: &quot;1,204 entries&quot;.</extracomment>
        <translation>El registro tiene %1, pero %2 ha visto %3.</translation>
    </message>
    <message>
        <source>It was cut off, or an older copy was put in its place.</source>
        <translation>Se cortó, o se puso en su lugar una copia más antigua.</translation>
    </message>
    <message>
        <source>The first %1 entries of the log are not those %2 has seen.</source>
        <extracomment>%1: number of entries, %2: file that holds a signed head.</extracomment>
        <translation>Los primeros %1 asientos del registro no son los que %2 ha visto.</translation>
    </message>
    <message>
        <source>An older copy was put in its place and written on, or entries were altered.</source>
        <translation>Se puso en su lugar una copia más antigua y se siguió escribiendo en ella, o se alteraron asientos.</translation>
    </message>
    <message>
        <source>A witness has seen a log of this workstation that was begun after this one (%1).</source>
        <translation>Un testigo ha visto un registro de esta estación de trabajo que se comenzó después de este (%1).</translation>
    </message>
    <message>
        <source>An older log was put in its place.</source>
        <translation>Se puso en su lugar un registro más antiguo.</translation>
    </message>
    <message>
        <source>A fault was found in the audit log, and its files could not be kept aside: the disk is full or cannot be written.</source>
        <translation>Se halló una falla en el registro de auditoría y sus archivos no se pudieron apartar: el disco está lleno o no se puede escribir en él.</translation>
    </message>
    <message>
        <source>Nothing was changed, nothing was sent and nobody is signed in. Free some space beside %1, then sign in again.</source>
        <translation>No se cambió nada, no se envió nada y nadie ha iniciado sesión. Libere espacio junto a %1 y vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Tell the office administrator: the right key, or the right file, must be put back. Then sign in again.</source>
        <translation>Avise al administrador de la oficina: hay que devolver la clave o el archivo correctos. Después, vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Tell the office administrator: the newest profile must be put back. Then sign in again.</source>
        <translation>Avise al administrador de la oficina: hay que devolver el perfil más reciente. Después, vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Start the newer Casebound, or have it installed. Then sign in again.</source>
        <translation>Inicie la versión más reciente de Casebound, o pida que se instale. Después, vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Tell the office administrator.</source>
        <translation>Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>Have the log checked, and tell whoever examines it where it is kept aside. If its right files can be put back, sign in again afterwards. If not, you may keep the damaged log aside and begin a new one; your reason is recorded.</source>
        <translation>Haga comprobar el registro y diga a quien lo examine dónde está apartado. Si se pueden devolver sus archivos verdaderos, vuelva después a iniciar sesión. Si no, usted puede apartar el registro dañado y comenzar uno nuevo; su motivo quedará asentado.</translation>
    </message>
    <message>
        <source>Tell your supervisor. You may look at what was found; a supervisor decides how to go on.</source>
        <translation>Avise a su supervisor. Usted puede ver lo que se halló; un supervisor decide cómo seguir.</translation>
    </message>
    <message>
        <source>cannot be written, the disk is full – nothing is sent</source>
        <translation>no se puede escribir, el disco está lleno – no se envía nada</translation>
    </message>
    <message>
        <source>cannot be written – nothing is sent</source>
        <translation>no se puede escribir – no se envía nada</translation>
    </message>
    <message>
        <source>open in another Casebound – nothing is sent</source>
        <translation>abierto en otro Casebound – no se envía nada</translation>
    </message>
    <message>
        <source>locked – nothing is sent</source>
        <translation>bloqueado – no se envía nada</translation>
    </message>
    <message>
        <source>an entry was too large – it was not sent</source>
        <translation>un asiento era demasiado grande – no se envió</translation>
    </message>
    <message>
        <source>fault found – nothing is sent</source>
        <extracomment>State of the audit log. %1: a place such as &quot;audit.db&quot;.</extracomment>
        <translation>falla hallada – no se envía nada</translation>
    </message>
    <message>
        <source>fault found (%1) – nothing is sent</source>
        <translation>falla hallada (%1) – no se envía nada</translation>
    </message>
    <message>
        <source>in order, %1</source>
        <extracomment>State of the audit log. %1: &quot;1,204 entries&quot;.</extracomment>
        <translation>en orden, %1</translation>
    </message>
    <message>
        <source>%1, the witness folder lost a head</source>
        <extracomment>%1: state of the log so far.</extracomment>
        <translation>%1, la carpeta de testigos perdió una cabeza</translation>
    </message>
    <message>
        <source>%1, witness not reachable</source>
        <extracomment>%1: state of the log so far.</extracomment>
        <translation>%1, testigo no disponible</translation>
    </message>
    <message>
        <source>%1, disk nearly full</source>
        <extracomment>%1: state of the log so far.</extracomment>
        <translation>%1, disco casi lleno</translation>
    </message>
    <message>
        <source>Only a supervisor exports the log.</source>
        <translation>Solo un supervisor exporta el registro.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>An export is being written already.</source>
        <translation>Ya se está escribiendo una exportación.</translation>
    </message>
    <message>
        <source>No second one was begun. Wait for it, or cancel it.</source>
        <translation>No se comenzó otra. Espere a que termine, o cancélela.</translation>
    </message>
    <message>
        <source>The folder it is to be written in does not exist.</source>
        <translation>La carpeta en la que se debe escribir no existe.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose one that does, and a name in it.</source>
        <translation>No se escribió nada. Elija una que exista, y un nombre dentro de ella.</translation>
    </message>
    <message>
        <source>There is something of this name already.</source>
        <translation>Ya hay algo con ese nombre.</translation>
    </message>
    <message>
        <source>It was left as it is and nothing was written. Choose another name.</source>
        <translation>Se dejó como está y no se escribió nada. Elija otro nombre.</translation>
    </message>
    <message>
        <source>The export could not be written there.</source>
        <translation>La exportación no se pudo escribir ahí.</translation>
    </message>
    <message>
        <source>What was begun was removed. Choose a folder you may write in, on a medium that is not write-protected.</source>
        <translation>Se quitó lo comenzado. Elija una carpeta en la que usted pueda escribir, en un soporte que no esté protegido contra escritura.</translation>
    </message>
    <message>
        <source>What was begun was removed. Free some space there, or choose another folder.</source>
        <translation>Se quitó lo comenzado. Libere espacio ahí, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The log could not be read to its end.</source>
        <translation>El registro no se pudo leer hasta el final.</translation>
    </message>
    <message>
        <source>What was begun was removed. Sign out and in again, so that it is checked.</source>
        <translation>Se quitó lo comenzado. Cierre la sesión y vuelva a iniciarla, para que se compruebe el registro.</translation>
    </message>
    <message>
        <source>The key of this workstation could not be used.</source>
        <translation>No se pudo usar la clave de esta estación de trabajo.</translation>
    </message>
    <message>
        <source>Nothing was written. Tell the office administrator.</source>
        <translation>No se escribió nada. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The log is not in order.</source>
        <translation>El registro no está en orden.</translation>
    </message>
    <message>
        <source>What was begun was removed, and nothing was handed out. Tell whoever examines the log.</source>
        <translation>Se quitó lo comenzado y no se entregó nada. Avise a quien examine el registro.</translation>
    </message>
    <message>
        <source>The export was written, and reading it again found a fault.</source>
        <translation>La exportación se escribió, y al leerla de nuevo se halló una falla.</translation>
    </message>
    <message>
        <source>Do not hand it on: delete it, and export again to another medium.</source>
        <translation>No la entregue: bórrela y exporte de nuevo a otro soporte.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>La exportación se canceló.</translation>
    </message>
    <message>
        <source>What was begun was removed.</source>
        <translation>Se quitó lo comenzado.</translation>
    </message>
    <message>
        <source>The export could not be recorded in the log.</source>
        <translation>La exportación no se pudo asentar en el registro.</translation>
    </message>
    <message>
        <source>It does not count. Sign in again.</source>
        <translation>No vale. Vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Only a supervisor decides this.</source>
        <translation>Solo un supervisor decide esto.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>This log is not damaged.</source>
        <translation>Este registro no está dañado.</translation>
    </message>
    <message>
        <source>Nothing was changed: what is wrong beside it must be put right.</source>
        <translation>No se cambió nada: hay que corregir lo que está mal junto a él.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Hace falta un motivo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Say in a sentence why a new log is begun.</source>
        <translation>No se cambió nada. Diga en una oración por qué se comienza un registro nuevo.</translation>
    </message>
    <message>
        <source>The decision could not be recorded.</source>
        <translation>La decisión no se pudo asentar.</translation>
    </message>
    <message>
        <source>Nothing was changed. Free some space and try again.</source>
        <translation>No se cambió nada. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The decision is recorded, but the folders could not be moved.</source>
        <translation>La decisión quedó asentada, pero las carpetas no se pudieron mover.</translation>
    </message>
    <message>
        <source>Nothing was lost. Free some space, then try again.</source>
        <translation>No se perdió nada. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A new log was begun already.</source>
        <translation>Ya se comenzó un registro nuevo.</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>Vuelva a iniciar sesión para seguir.</translation>
    </message>
    <message>
        <source>The audit log was written by a newer Casebound.</source>
        <translation>El registro de auditoría lo escribió una versión más reciente de Casebound.</translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing was changed in the log. Start the newer program, or have it installed.</source>
        <translation>No se envió nada y no se cambió nada en el registro. Inicie el programa más reciente, o pida que se instale.</translation>
    </message>
    <message>
        <source>The case files were written by a newer Casebound.</source>
        <translation>Los expedientes los escribió una versión más reciente de Casebound.</translation>
    </message>
    <message>
        <source>Nothing was changed. Start the newer program, or have it installed.</source>
        <translation>No se cambió nada. Inicie el programa más reciente, o pida que se instale.</translation>
    </message>
    <message>
        <source>A holding log stands in the place of the log (%1), and no supervisor decided that.</source>
        <translation>En el lugar del registro hay un registro provisional (%1), y ningún supervisor lo decidió.</translation>
    </message>
    <message>
        <source>Somebody may have put it there.</source>
        <translation>Es posible que alguien lo haya puesto ahí.</translation>
    </message>
    <message>
        <source>The PIN is not right, and few tries are left.</source>
        <translation>El PIN no es correcto y quedan pocos intentos.</translation>
    </message>
    <message>
        <source>You are not signed in. If you are not sure of the PIN, ask the office that issued the card before you try again.</source>
        <translation>No ha iniciado sesión. Si no está seguro del PIN, consulte a la oficina que emitió la tarjeta antes de intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The PIN is not right. One more wrong PIN locks the card.</source>
        <translation>El PIN no es correcto. Otro PIN incorrecto bloquea la tarjeta.</translation>
    </message>
    <message>
        <source>You are not signed in. Try again only if you are sure; otherwise ask the office that issued the card.</source>
        <translation>No ha iniciado sesión. Inténtelo de nuevo solo si está seguro; si no, consulte a la oficina que emitió la tarjeta.</translation>
    </message>
    <message>
        <source>There is no card in the reader.</source>
        <translation>No hay ninguna tarjeta en el lector.</translation>
    </message>
    <message>
        <source>You are not signed in. Insert your card and try again.</source>
        <translation>No ha iniciado sesión. Inserte su tarjeta e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The card driver of this office cannot be loaded.</source>
        <translation>No se puede cargar el controlador de tarjetas de esta oficina.</translation>
    </message>
    <message>
        <source>You are not signed in. Ask the office administrator to install it, or sign in with a file.</source>
        <translation>No ha iniciado sesión. Pida al administrador de la oficina que lo instale, o inicie sesión con un archivo.</translation>
    </message>
    <message>
        <source>The card in the reader does not hold this certificate.</source>
        <translation>La tarjeta del lector no contiene este certificado.</translation>
    </message>
    <message>
        <source>You are not signed in. Insert your own card; if it is yours, ask the office that issued it.</source>
        <translation>No ha iniciado sesión. Inserte su propia tarjeta; si es la suya, consulte a la oficina que la emitió.</translation>
    </message>
    <message>
        <source>There are several certificates on the cards in the reader.</source>
        <translation>Hay varios certificados en las tarjetas del lector.</translation>
    </message>
    <message>
        <source>You are not signed in. Choose the one that is yours and try again.</source>
        <translation>No ha iniciado sesión. Elija el suyo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The card was taken out of the reader.</source>
        <translation>La tarjeta se sacó del lector.</translation>
    </message>
    <message>
        <source>Nothing was signed or opened. Insert the same card and give its PIN.</source>
        <translation>No se firmó ni se abrió nada. Inserte la misma tarjeta e indique su PIN.</translation>
    </message>
    <message>
        <source>This credential cannot be used.</source>
        <translation>Esta credencial no se puede usar.</translation>
    </message>
    <message>
        <source>You are not signed in. Its key must be of the kind P-256, allowed to sign and to agree on keys; ask the office that issued it.</source>
        <translation>No ha iniciado sesión. Su clave debe ser del tipo P-256 y servir para firmar y para acordar claves; consulte a la oficina que la emitió.</translation>
    </message>
    <message>
        <source>Your certificate was revoked.</source>
        <translation>Su certificado fue revocado.</translation>
    </message>
    <message>
        <source>You are not signed in. If that is a mistake, ask the office that issued it; a new one must be put on the roster.</source>
        <translation>No ha iniciado sesión. Si es un error, consulte a la oficina que lo emitió; hay que poner uno nuevo en la lista de personal.</translation>
    </message>
    <message>
        <source>Your certificate was not issued for this by an authority of the office.</source>
        <translation>Su certificado no lo emitió para esto una autoridad de la oficina.</translation>
    </message>
    <message>
        <source>You are not signed in. Ask the office administrator which certificate you are to use.</source>
        <translation>No ha iniciado sesión. Pregunte al administrador de la oficina qué certificado debe usar.</translation>
    </message>
    <message>
        <source>The office’s list of revoked certificates is missing or out of date.</source>
        <translation>La lista de certificados revocados de la oficina falta o no está al día.</translation>
    </message>
    <message>
        <source>Nobody can sign in with it. Ask the office administrator for a profile with the current list.</source>
        <translation>Nadie puede iniciar sesión con ella. Pida al administrador de la oficina un perfil con la lista actual.</translation>
    </message>
    <message>
        <source>This is not yours to do: %1.</source>
        <extracomment>%1: something a role may do, as &quot;Export the audit log&quot;.</extracomment>
        <translation>Esto no le corresponde: %1.</translation>
    </message>
    <message>
        <source>Nothing was done, and the log says that it was asked for. If it has to be done, tell your supervisor.</source>
        <translation>No se hizo nada, y el registro dice que se pidió. Si hay que hacerlo, dígaselo a su supervisor.</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Abrir un caso</translation>
    </message>
    <message>
        <source>Close a case</source>
        <translation>Cerrar un caso</translation>
    </message>
    <message>
        <source>Look at the case file</source>
        <translation>Ver el expediente</translation>
    </message>
    <message>
        <source>Dispose of kept reads</source>
        <translation>Eliminar las lecturas conservadas</translation>
    </message>
    <message>
        <source>Search for a plate</source>
        <translation>Buscar una placa</translation>
    </message>
    <message>
        <source>Look at pictures</source>
        <translation>Ver las imágenes</translation>
    </message>
    <message>
        <source>Verify a read</source>
        <translation>Verificar una lectura</translation>
    </message>
    <message>
        <source>Keep a read</source>
        <translation>Conservar una lectura</translation>
    </message>
    <message>
        <source>Copy or print reads</source>
        <translation>Copiar o imprimir lecturas</translation>
    </message>
    <message>
        <source>Export a case file</source>
        <translation>Exportar un expediente</translation>
    </message>
    <message>
        <source>Add an alert</source>
        <translation>Añadir una alerta</translation>
    </message>
    <message>
        <source>Revalidate an alert</source>
        <translation>Revalidar una alerta</translation>
    </message>
    <message>
        <source>Remove an alert</source>
        <translation>Quitar una alerta</translation>
    </message>
    <message>
        <source>Suspend or resume an alert</source>
        <translation>Suspender o reanudar una alerta</translation>
    </message>
    <message>
        <source>Look at everybody’s alerts</source>
        <translation>Ver las alertas de todos</translation>
    </message>
    <message>
        <source>Hand over an alert</source>
        <translation>Traspasar una alerta</translation>
    </message>
    <message>
        <source>Ask for an exception</source>
        <translation>Pedir una excepción</translation>
    </message>
    <message>
        <source>Use an exception</source>
        <translation>Usar una excepción</translation>
    </message>
    <message>
        <source>Grant an exception</source>
        <translation>Conceder una excepción</translation>
    </message>
    <message>
        <source>Refuse an exception</source>
        <translation>Denegar una excepción</translation>
    </message>
    <message>
        <source>Check the audit log</source>
        <translation>Comprobar el registro de auditoría</translation>
    </message>
    <message>
        <source>Look at the audit log</source>
        <translation>Ver el registro de auditoría</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Exportar el registro de auditoría</translation>
    </message>
    <message>
        <source>Begin a new audit log</source>
        <translation>Empezar un nuevo registro de auditoría</translation>
    </message>
    <message>
        <source>Open a review</source>
        <translation>Abrir una revisión</translation>
    </message>
    <message>
        <source>Judge an item of a review</source>
        <translation>Juzgar un elemento de una revisión</translation>
    </message>
    <message>
        <source>Sign a review</source>
        <translation>Firmar una revisión</translation>
    </message>
    <message>
        <source>Refer a matter</source>
        <translation>Remitir un asunto</translation>
    </message>
    <message>
        <source>Open a sealed result</source>
        <translation>Abrir un resultado sellado</translation>
    </message>
    <message>
        <source>Compare the log with the vendor’s</source>
        <translation>Comparar el registro con el del proveedor</translation>
    </message>
    <message>
        <source>Compare the roster with the vendor’s users</source>
        <translation>Comparar la plantilla con los usuarios del proveedor</translation>
    </message>
    <message>
        <source>Answer a complaint</source>
        <translation>Responder a una reclamación</translation>
    </message>
    <message>
        <source>Make a transparency report</source>
        <translation>Elaborar un informe de transparencia</translation>
    </message>
    <message>
        <source>Look at the rate of misreads</source>
        <translation>Ver la tasa de lecturas erróneas</translation>
    </message>
    <message>
        <source>Take the practice course</source>
        <translation>Hacer el curso de práctica</translation>
    </message>
    <message>
        <source>Detail for the administrator: %1</source>
        <translation>Detalle para el administrador: %1</translation>
    </message>
    <message>
        <source>The office profile is not there or cannot be read.</source>
        <translation>El perfil de la oficina no está o no se puede leer.</translation>
    </message>
    <message>
        <source>The office profile is larger than it can be.</source>
        <translation>El perfil de la oficina es más grande de lo posible.</translation>
    </message>
    <message>
        <source>The office profile is not signed.</source>
        <translation>El perfil de la oficina no está firmado.</translation>
    </message>
    <message>
        <source>This workstation was not told whose signature counts.</source>
        <translation>A esta estación de trabajo no se le indicó qué firma vale.</translation>
    </message>
    <message>
        <source>The signature of the office profile cannot be relied on.</source>
        <translation>No se puede confiar en la firma del perfil de la oficina.</translation>
    </message>
    <message>
        <source>The office profile is signed by somebody else than this office’s administrator.</source>
        <translation>El perfil de la oficina lo firmó alguien que no es el administrador de esta oficina.</translation>
    </message>
    <message>
        <source>The certificate of the office administrator is not valid today.</source>
        <translation>El certificado del administrador de la oficina no es válido hoy.</translation>
    </message>
    <message>
        <source>The office profile was altered after it was signed.</source>
        <translation>El perfil de la oficina fue alterado después de firmarse.</translation>
    </message>
    <message>
        <source>The office profile was made for a newer Casebound.</source>
        <translation>El perfil de la oficina se hizo para un Casebound más reciente.</translation>
    </message>
    <message>
        <source>The office profile is not in order (%1).</source>
        <extracomment>%1: a member of the profile, in the profile&apos;s own language.</extracomment>
        <translation>El perfil de la oficina no está en orden (%1).</translation>
    </message>
    <message>
        <source>The office profile holds something that this Casebound does not know (%1).</source>
        <extracomment>%1: a member of the profile, in the profile&apos;s own language.</extracomment>
        <translation>El perfil de la oficina contiene algo que este Casebound no conoce (%1).</translation>
    </message>
    <message>
        <source>The office profile names no reviewer.</source>
        <translation>El perfil de la oficina no nombra a ningún revisor.</translation>
    </message>
    <message>
        <source>The office profile has no recovery certificate.</source>
        <translation>El perfil de la oficina no tiene certificado de recuperación.</translation>
    </message>
    <message>
        <source>A key in the office profile is too weak (%1).</source>
        <extracomment>%1: a member of the profile, in the profile&apos;s own language.</extracomment>
        <translation>Una clave del perfil de la oficina es demasiado débil (%1).</translation>
    </message>
    <message>
        <source>The office profile is not valid yet.</source>
        <translation>El perfil de la oficina todavía no es válido.</translation>
    </message>
    <message>
        <source>The office profile has expired.</source>
        <translation>El perfil de la oficina venció.</translation>
    </message>
    <message>
        <source>The office profile is older than one that was used here.</source>
        <translation>El perfil de la oficina es más antiguo que uno que ya se usó aquí.</translation>
    </message>
    <message>
        <source>The office profile has the serial number of another one that was used here.</source>
        <translation>El perfil de la oficina tiene el número de serie de otro que ya se usó aquí.</translation>
    </message>
    <message>
        <source>The office profile does not name this workstation.</source>
        <translation>El perfil de la oficina no nombra esta estación de trabajo.</translation>
    </message>
    <message>
        <source>The office profile asks for other encryption modules than Casebound was started with.</source>
        <translation>El perfil de la oficina pide otros módulos de cifrado que aquellos con los que se inició Casebound.</translation>
    </message>
    <message>
        <source>Ask the office administrator where it is kept.</source>
        <translation>Pregunte al administrador de la oficina dónde se guarda.</translation>
    </message>
    <message>
        <source>Ask the office administrator for the right one.</source>
        <translation>Pida el correcto al administrador de la oficina.</translation>
    </message>
    <message>
        <source>Ask the office administrator to sign it.</source>
        <translation>Pida al administrador de la oficina que lo firme.</translation>
    </message>
    <message>
        <source>Ask the office administrator to sign it again.</source>
        <translation>Pida al administrador de la oficina que lo firme de nuevo.</translation>
    </message>
    <message>
        <source>Do not use it, and tell the office administrator.</source>
        <translation>No lo use y avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>Ask the office administrator to install that version.</source>
        <translation>Pida al administrador de la oficina que instale esa versión.</translation>
    </message>
    <message>
        <source>Check this computer’s date and time, or ask the office administrator.</source>
        <translation>Revise la fecha y la hora de esta computadora, o pregunte al administrador de la oficina.</translation>
    </message>
    <message>
        <source>Ask the office administrator for the current one.</source>
        <translation>Pida el vigente al administrador de la oficina.</translation>
    </message>
    <message>
        <source>Ask the office administrator to set this workstation up.</source>
        <translation>Pida al administrador de la oficina que configure esta estación de trabajo.</translation>
    </message>
    <message>
        <source>Quit Casebound and start it again.</source>
        <translation>Salga de Casebound y vuelva a iniciarlo.</translation>
    </message>
    <message>
        <source>Nobody can sign in with it, and nothing was opened.</source>
        <translation>Nadie puede iniciar sesión con él y no se abrió nada.</translation>
    </message>
    <message>
        <source>The certificate of the vendor’s server has expired.</source>
        <translation>El certificado del servidor del proveedor venció.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check this workstation’s date; if it is right, tell the office administrator, who tells the vendor.</source>
        <translation>No se envió nada. Revise la fecha de esta estación de trabajo; si es correcta, avise al administrador de la oficina, que avisará al proveedor.</translation>
    </message>
    <message>
        <source>The certificate of the vendor’s server is not valid yet.</source>
        <translation>El certificado del servidor del proveedor todavía no es válido.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check this workstation’s date and time; if they are right, tell the office administrator.</source>
        <translation>No se envió nada. Revise la fecha y la hora de esta estación de trabajo; si son correctas, avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor’s server showed a certificate for another address.</source>
        <translation>El servidor del proveedor mostró un certificado para otra dirección.</translation>
    </message>
    <message>
        <source>Nothing was sent. Do not go round this: it may be somebody else’s server. Tell the office administrator.</source>
        <translation>No se envió nada. No lo eluda: puede ser el servidor de otra persona. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor’s server was certified by an authority that the office profile does not name.</source>
        <translation>El servidor del proveedor fue certificado por una autoridad que el perfil de la oficina no nombra.</translation>
    </message>
    <message>
        <source>Nothing was sent. Do not go round this: somebody may be listening in between. Tell the office administrator.</source>
        <translation>No se envió nada. No lo eluda: alguien puede estar escuchando en medio. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor’s server showed a certificate that was not issued for a server.</source>
        <translation>El servidor del proveedor mostró un certificado que no se emitió para un servidor.</translation>
    </message>
    <message>
        <source>Nothing was sent. Tell the office administrator, who tells the vendor.</source>
        <translation>No se envió nada. Avise al administrador de la oficina, que avisará al proveedor.</translation>
    </message>
    <message>
        <source>The certificate of the vendor’s server was revoked.</source>
        <translation>El certificado del servidor del proveedor fue revocado.</translation>
    </message>
    <message>
        <source>Nothing was sent. Do not go round this; tell the office administrator, who asks the vendor what happened.</source>
        <translation>No se envió nada. No lo eluda; avise al administrador de la oficina, que preguntará al proveedor qué ocurrió.</translation>
    </message>
    <message>
        <source>Nobody can tell whether the certificate of the vendor’s server was revoked: the list in the office profile is overdue or of another authority.</source>
        <translation>Nadie puede saber si el certificado del servidor del proveedor fue revocado: la lista del perfil de la oficina está atrasada o es de otra autoridad.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask the office administrator for a profile with the vendor’s current list.</source>
        <translation>No se envió nada. Pida al administrador de la oficina un perfil con la lista vigente del proveedor.</translation>
    </message>
    <message>
        <source>The vendor’s server has a key that is too weak to rely on.</source>
        <translation>El servidor del proveedor tiene una clave demasiado débil para confiar en ella.</translation>
    </message>
    <message>
        <source>Nothing was sent. Tell the office administrator; the vendor needs another certificate.</source>
        <translation>No se envió nada. Avise al administrador de la oficina; el proveedor necesita otro certificado.</translation>
    </message>
    <message>
        <source>The vendor’s server offers only outdated encryption, older than TLS 1.2.</source>
        <translation>El servidor del proveedor solo ofrece un cifrado anticuado, anterior a TLS 1.2.</translation>
    </message>
    <message>
        <source>Nothing was sent. Tell the office administrator; the vendor’s server has to be renewed.</source>
        <translation>No se envió nada. Avise al administrador de la oficina; hay que renovar el servidor del proveedor.</translation>
    </message>
    <message>
        <source>The vendor’s server showed another key than the ones the office profile names.</source>
        <translation>El servidor del proveedor mostró una clave distinta de las que nombra el perfil de la oficina.</translation>
    </message>
    <message>
        <source>Nothing was sent. Do not go round this. The administrator asks the vendor by telephone whether its key was changed.</source>
        <translation>No se envió nada. No lo eluda. El administrador pregunta al proveedor por teléfono si cambió su clave.</translation>
    </message>
    <message>
        <source>The vendor’s server did not ask for your certificate.</source>
        <translation>El servidor del proveedor no pidió su certificado.</translation>
    </message>
    <message>
        <source>Nothing was sent, for it would not have known who asks. Tell the office administrator.</source>
        <translation>No se envió nada, pues no habría sabido quién pregunta. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The vendor’s server wanted to agree on other keys in the middle of a connection.</source>
        <translation>El servidor del proveedor quiso acordar otras claves en medio de una conexión.</translation>
    </message>
    <message>
        <source>The connection was ended, and no answer was used. Tell the office administrator.</source>
        <translation>Se cortó la conexión y no se usó ninguna respuesta. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The office profile expired while you were signed in.</source>
        <translation>El perfil de la oficina venció mientras usted tenía la sesión iniciada.</translation>
    </message>
    <message>
        <source>Nothing was sent, and you are signed out. Sign in again once the office administrator has signed a new one.</source>
        <translation>No se envió nada y su sesión se cerró. Inicie sesión de nuevo cuando el administrador de la oficina haya firmado uno nuevo.</translation>
    </message>
    <message>
        <source>The office profile gives this workstation another key than the one its log begins with.</source>
        <translation>El perfil de la oficina da a esta estación de trabajo una clave distinta de aquella con la que empieza su registro.</translation>
    </message>
    <message>
        <source>Nobody can sign in with it, and nothing was opened. Tell the office administrator.</source>
        <translation>Nadie puede iniciar sesión con él y no se abrió nada. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The certificate of a reviewer in the office profile cannot be used.</source>
        <translation>El certificado de un revisor del perfil de la oficina no se puede usar.</translation>
    </message>
    <message>
        <source>Nothing was opened, for results could not be sealed. Tell the office administrator.</source>
        <translation>No se abrió nada, pues los resultados no se podrían sellar. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>The layer of sensitive places that the office profile names is not beside it.</source>
        <translation>La capa de lugares sensibles que nombra el perfil de la oficina no está junto a él.</translation>
    </message>
    <message>
        <source>The layer of sensitive places is not the one that was signed with the office profile.</source>
        <translation>La capa de lugares sensibles no es la que se firmó con el perfil de la oficina.</translation>
    </message>
    <message>
        <source>The layer of sensitive places cannot be read by this Casebound.</source>
        <translation>Este Casebound no puede leer la capa de lugares sensibles.</translation>
    </message>
    <message>
        <source>Ask the office administrator for the file, and put it beside the profile.</source>
        <translation>Pida el archivo al administrador de la oficina y colóquelo junto al perfil.</translation>
    </message>
    <message>
        <source>This alert entry is not there any more.</source>
        <translation>Esta entrada de alerta ya no está.</translation>
    </message>
    <message>
        <source>This alert entry is somebody else’s.</source>
        <translation>Esta entrada de alerta es de otra persona.</translation>
    </message>
    <message>
        <source>Nothing was changed. Its owner changes it, or a supervisor hands it over.</source>
        <translation>No se cambió nada. La cambia su titular, o un supervisor la traspasa.</translation>
    </message>
    <message>
        <source>The alert list is full.</source>
        <translation>La lista de alertas está llena.</translation>
    </message>
    <message>
        <source>Nothing was added. Remove an entry that is no longer needed first.</source>
        <translation>No se agregó nada. Quite antes una entrada que ya no haga falta.</translation>
    </message>
    <message>
        <source>This plate is on your list for this case already.</source>
        <translation>Esta placa ya está en su lista para este caso.</translation>
    </message>
    <message>
        <source>Nothing was added. Revalidate that entry if it is due.</source>
        <translation>No se agregó nada. Revalide esa entrada si ya toca.</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>Falta un motivo.</translation>
    </message>
    <message>
        <source>Nothing was changed. Say why, in a sentence.</source>
        <translation>No se cambió nada. Diga por qué, en una frase.</translation>
    </message>
    <message>
        <source>This entry is not active.</source>
        <translation>Esta entrada no está activa.</translation>
    </message>
    <message>
        <source>This entry is not suspended.</source>
        <translation>Esta entrada no está suspendida.</translation>
    </message>
    <message>
        <source>This entry is overdue.</source>
        <translation>El plazo de esta entrada está vencido.</translation>
    </message>
    <message>
        <source>It was not resumed. Revalidate it: say why the plate is still to be looked for.</source>
        <translation>No se reanudó. Revalídela: diga por qué se debe seguir buscando la placa.</translation>
    </message>
    <message>
        <source>A hit of this entry has waited 14 days for a verdict.</source>
        <translation>Un aviso de esta entrada lleva 14 días sin veredicto.</translation>
    </message>
    <message>
        <source>The entry stays suspended. Verify its hits first, then go on.</source>
        <translation>La entrada sigue suspendida. Verifique antes sus avisos.</translation>
    </message>
    <message>
        <source>This person is not on the office’s roster.</source>
        <translation>Esta persona no está en la lista de personal de la oficina.</translation>
    </message>
    <message>
        <source>Nothing was handed over. Choose somebody else.</source>
        <translation>No se traspasó nada. Elija a otra persona.</translation>
    </message>
    <message>
        <source>This person has the entry already.</source>
        <translation>Esta persona ya tiene la entrada.</translation>
    </message>
    <message>
        <source>You cannot hand an entry over to yourself.</source>
        <translation>Usted no puede traspasarse una entrada a sí mismo.</translation>
    </message>
    <message>
        <source>Nothing was handed over. Another supervisor has to do it.</source>
        <translation>No se traspasó nada. Debe hacerlo otro supervisor.</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en directo</translation>
    </message>
    <message>
        <source>asked every 30 seconds</source>
        <translation>se consulta cada 30 segundos</translation>
    </message>
    <message>
        <source>connection lost, tried again by itself</source>
        <translation>conexión perdida; se reintenta automáticamente</translation>
    </message>
    <message>
        <source>refused by the vendor</source>
        <translation>rechazada por el proveedor</translation>
    </message>
    <message>
        <source>Expires</source>
        <extracomment>Last day of an alert entry.</extracomment>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Give the last day on which the vendor is to look for the plate.</source>
        <translation>Indique el último día en que el proveedor debe buscar la placa.</translation>
    </message>
    <message>
        <source>This day has passed. Choose today or a later one.</source>
        <translation>Este día ya pasó. Elija hoy o un día posterior.</translation>
    </message>
    <message>
        <source>An entry lasts at most a year. Choose an earlier day; it can be justified anew before.</source>
        <translation>Una entrada dura como máximo un año. Elija un día anterior; antes de que venza se puede volver a justificar.</translation>
    </message>
    <message>
        <source>These are the words of the last justification. Say why the plate is still to be looked for.</source>
        <translation>Son las mismas palabras de la última justificación. Diga por qué se debe seguir buscando la placa.</translation>
    </message>
</context>
<context>
    <name>casebound::AddAlertDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Casebound – Add alert</source>
        <translation>Casebound – Agregar alerta</translation>
    </message>
    <message>
        <source>Add alert</source>
        <translation>Agregar alerta</translation>
    </message>
    <message>
        <source>The vendor tells you, and only you, when it reads this plate. The entry is written to the audit log before it is sent, ends with its case, and has to be justified anew within a year.</source>
        <translation>El proveedor le avisa a usted, y solo a usted, cuando lee esta placa. La entrada se anota en el registro de auditoría antes de enviarse, termina con su caso y debe volver a justificarse antes de un año.</translation>
    </message>
</context>
<context>
    <name>casebound::AlertFields</name>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Materia</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Caso</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Whole plate</source>
        <translation>Placa completa</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>&amp;Plate</source>
        <translation>&amp;Placa</translation>
    </message>
    <message>
        <source>&amp;Jurisdiction</source>
        <translation>&amp;Jurisdicción</translation>
    </message>
    <message>
        <source>&amp;Matter</source>
        <translation>&amp;Materia</translation>
    </message>
    <message>
        <source>P&amp;urpose</source>
        <translation>Fina&amp;lidad</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why this plate, and why now</source>
        <translation>Por qué esta placa y por qué ahora</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>M&amp;otivo</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>&amp;Vence</translation>
    </message>
</context>
<context>
    <name>casebound::AlertHitModel</name>
    <message>
        <source>under 1 second</source>
        <translation>menos de 1 segundo</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>As entered</source>
        <translation>La indicada</translation>
    </message>
    <message>
        <source>Near match</source>
        <translation>Parecida</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Captada</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Received after</source>
        <translation>Recibida tras</translation>
    </message>
    <message>
        <source>Shown after</source>
        <translation>Mostrada tras</translation>
    </message>
</context>
<context>
    <name>casebound::AlertTableModel</name>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>removed, its case is closed</source>
        <translation>quitada, su caso está cerrado</translation>
    </message>
    <message>
        <source>removed, handed over</source>
        <translation>quitada, traspasada</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitada</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendida</translation>
    </message>
    <message>
        <source>handed over, not yet justified</source>
        <translation>traspasada, aún sin justificar</translation>
    </message>
    <message>
        <source>suspended, overdue</source>
        <translation>suspendida, plazo vencido</translation>
    </message>
    <message>
        <source>suspended, a hit waits for a verdict</source>
        <translation>suspendida, un aviso espera un veredicto</translation>
    </message>
    <message>
        <source>suspended, its owner left the roster</source>
        <translation>suspendida, su titular ya no está en la lista de personal</translation>
    </message>
    <message>
        <source>%1, not yet confirmed</source>
        <extracomment>%1: state of an alert entry, as &quot;suspended&quot;. The vendor has not confirmed it.</extracomment>
        <translation>%1, aún sin confirmar</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message numerus="yes">
        <source>overdue for %n day(s)</source>
        <translation>
            <numerusform>vencida hace %n día</numerusform>
            <numerusform>vencida hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue since today</source>
        <translation>vencida desde hoy</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>en %n día</numerusform>
            <numerusform>en %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 unverified</source>
        <extracomment>Hits of an alert entry. %1: all of them, %2: those nobody has judged yet.</extracomment>
        <translation>%1, %2 sin verificar</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Last validated</source>
        <translation>Última validación</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>casebound::AlertsPage</name>
    <message>
        <source>Alert list</source>
        <translation>Lista de alertas</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Buscar en la lista</translation>
    </message>
    <message>
        <source>Everybody’s entries</source>
        <translation>Entradas de todos</translation>
    </message>
    <message>
        <source>Add alert</source>
        <translation>Agregar alerta</translation>
    </message>
    <message>
        <source>Add alert (Ctrl+N)</source>
        <translation>Agregar alerta (Ctrl+N)</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importar …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Revalidate</source>
        <translation>Revalidar</translation>
    </message>
    <message>
        <source>Revalidate (Ctrl+R)</source>
        <translation>Revalidar (Ctrl+R)</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspender</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Quitar (Delete)</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Traspasar</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Sin alertas</translation>
    </message>
    <message>
        <source>The vendor looks for no plate for you. Add one for an open case, with Ctrl+N.</source>
        <translation>El proveedor no busca ninguna placa para usted. Agregue una para un caso abierto, con Ctrl+N.</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Sound when a hit arrives</source>
        <translation>Sonido cuando llega un aviso</translation>
    </message>
    <message>
        <source>Verify hit</source>
        <translation>Verificar el aviso</translation>
    </message>
    <message>
        <source>Opens the hit in Verify (Enter)</source>
        <translation>Abre el aviso en Verificar (Enter)</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Sin avisos</translation>
    </message>
    <message>
        <source>Hits of your entries stand here, unverified, until you have looked at them.</source>
        <translation>Los avisos de sus entradas están aquí, sin verificar, hasta que usted los haya mirado.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) overdue and suspended: revalidate or remove.</source>
        <translation>
            <numerusform>%n entrada tiene el plazo vencido y está suspendida: revalídela o quítela.</numerusform>
            <numerusform>%n entradas tienen el plazo vencido y están suspendidas: revalídelas o quítelas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) handed over, to be justified.</source>
        <translation>
            <numerusform>%n entrada traspasada está por justificar.</numerusform>
            <numerusform>%n entradas traspasadas están por justificar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) due within 30 days.</source>
        <translation>
            <numerusform>%n entrada vence dentro de 30 días.</numerusform>
            <numerusform>%n entradas vencen dentro de 30 días.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not yet confirmed by the vendor; told again until it does.</source>
        <translation>
            <numerusform>%n cambio aún sin confirmar por el proveedor; se le vuelve a comunicar hasta que lo confirme.</numerusform>
            <numerusform>%n cambios aún sin confirmar por el proveedor; se le vuelven a comunicar hasta que los confirme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Hits: %1</source>
        <extracomment>How hits come in. %1: such as &quot;live&quot;.</extracomment>
        <translation>Avisos: %1</translation>
    </message>
    <message>
        <source>%1 is on the alert list.</source>
        <extracomment>%1: plate.</extracomment>
        <translation>%1 está en la lista de alertas.</translation>
    </message>
    <message>
        <source>No entry of yours is chosen. Nothing was changed.</source>
        <translation>No ha elegido ninguna entrada suya. No se cambió nada.</translation>
    </message>
    <message>
        <source>The entry for %1 is justified anew.</source>
        <extracomment>%1: plate.</extracomment>
        <translation>La entrada de %1 está justificada de nuevo.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Resume the entry for %1?</source>
        <translation>¿Reanudar la entrada de %1?</translation>
    </message>
    <message>
        <source>The vendor looks for the plate again. The reason goes into the audit log.</source>
        <translation>El proveedor vuelve a buscar la placa. El motivo se anota en el registro de auditoría.</translation>
    </message>
    <message>
        <source>The entry for %1 is resumed.</source>
        <translation>La entrada de %1 está reanudada.</translation>
    </message>
    <message>
        <source>Suspend the entry for %1?</source>
        <translation>¿Suspender la entrada de %1?</translation>
    </message>
    <message>
        <source>The vendor stops looking for the plate until you resume the entry. The reason goes into the audit log.</source>
        <translation>El proveedor deja de buscar la placa hasta que usted reanude la entrada. El motivo se anota en el registro de auditoría.</translation>
    </message>
    <message>
        <source>The entry for %1 is suspended.</source>
        <translation>La entrada de %1 está suspendida.</translation>
    </message>
    <message>
        <source>The vendor stops looking for the plate. The reason goes into the audit log.</source>
        <translation>El proveedor deja de buscar la placa. El motivo se anota en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Remove the entry for %1?</source>
        <translation>¿Quitar la entrada de %1?</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) nobody has judged go with it.</source>
        <translation>
            <numerusform>Se va con ella %n aviso sin veredicto.</numerusform>
            <numerusform>Se van con ella %n avisos sin veredicto.</numerusform>
        </translation>
    </message>
    <message>
        <source>The entry for %1 is removed.</source>
        <translation>La entrada de %1 está quitada.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) added to the alert list.</source>
        <translation>
            <numerusform>Se agregó %n entrada a la lista de alertas.</numerusform>
            <numerusform>Se agregaron %n entradas a la lista de alertas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The entry for %1 went to %2, who has to justify it.</source>
        <extracomment>%1: plate, %2: name of a person.</extracomment>
        <translation>La entrada de %1 pasó a %2, que debe justificarla.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The vendor did not take the entry for %1.</source>
        <extracomment>%1: plate.</extracomment>
        <translation>El proveedor no aceptó la entrada de %1.</translation>
    </message>
    <message>
        <source>It is not on the list, and nothing is looked for.</source>
        <translation>No está en la lista y no se busca nada.</translation>
    </message>
    <message>
        <source>The vendor says: “%1”</source>
        <translation>El proveedor dice: «%1»</translation>
    </message>
    <message>
        <source>Hits of the alert list</source>
        <extracomment>Heading of a printed table.</extracomment>
        <translation>Avisos de la lista de alertas</translation>
    </message>
    <message>
        <source>Copy table as CSV</source>
        <translation>Copiar la tabla como CSV</translation>
    </message>
</context>
<context>
    <name>casebound::AuditEntryModel</name>
    <message>
        <source>workstation</source>
        <translation>estación de trabajo</translation>
    </message>
    <message>
        <source>for another reviewer</source>
        <translation>para otro revisor</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Estación de trabajo</translation>
    </message>
</context>
<context>
    <name>casebound::BannerWindow</name>
    <message>
        <source>I accept</source>
        <translation>Acepto</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>No acepto</translation>
    </message>
    <message>
        <source>Casebound – Conditions of use</source>
        <translation>Casebound – Condiciones de uso</translation>
    </message>
    <message>
        <source>Conditions of use</source>
        <translation>Condiciones de uso</translation>
    </message>
    <message>
        <source>%1, nothing is open yet. Read these conditions to the end, then accept or decline them.</source>
        <extracomment>%1: name of the person who is signing in.</extracomment>
        <translation>%1, todavía no hay nada abierto. Lea estas condiciones hasta el final y luego acéptelas o rechácelas.</translation>
    </message>
    <message>
        <source>Version %1, SHA-256 %2 …</source>
        <extracomment>%1: version of the text, %2: first digits of its SHA-256.</extracomment>
        <translation>Versión %1, SHA-256 %2 …</translation>
    </message>
    <message>
        <source>Opening your session …</source>
        <translation>Abriendo su sesión …</translation>
    </message>
    <message>
        <source>You have reached the end.</source>
        <translation>Ha llegado al final.</translation>
    </message>
    <message>
        <source>“I accept” opens at the end of the text (Page Down, End).</source>
        <translation>«Acepto» se habilita al final del texto (Page Down, End).</translation>
    </message>
</context>
<context>
    <name>casebound::BaseMapChoice</name>
    <message>
        <source>Port Meridian, made up</source>
        <translation>Port Meridian, inventado</translation>
    </message>
    <message>
        <source>The office&apos;s file</source>
        <translation>El archivo de la oficina</translation>
    </message>
    <message>
        <source>The office&apos;s server</source>
        <translation>El servidor de la oficina</translation>
    </message>
    <message>
        <source>Bundled overview</source>
        <translation>Mapa general incluido</translation>
    </message>
    <message>
        <source>office file “%1”</source>
        <translation>archivo de la oficina «%1»</translation>
    </message>
    <message>
        <source>Office map</source>
        <translation>Mapa de la oficina</translation>
    </message>
    <message>
        <source>office server %1</source>
        <translation>servidor de la oficina %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>casebound::CaseBar</name>
    <message>
        <source>Case bar</source>
        <translation>Barra del caso</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Materia</translation>
    </message>
    <message>
        <source>Limit in force</source>
        <translation>Límite vigente</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sesión de</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>En nombre de</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: name of a person, %2: role (&quot;agent&quot;).</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Accessible name of a part of the case bar. %1: caption, %2: value.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>ninguno elegido</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: case number, %2: title of the case.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>no elegida</translation>
    </message>
    <message>
        <source>follows from the offence</source>
        <translation>según el delito</translation>
    </message>
</context>
<context>
    <name>casebound::CaseFileEnd</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Due for disposal…</source>
        <translation>Por eliminar…</translation>
    </message>
    <message>
        <source>The kept reads of this case were disposed of.</source>
        <translation>Las lecturas conservadas de este caso se eliminaron.</translation>
    </message>
    <message>
        <source>The kept reads of this case were disposed of. What the audit log says of them stays.</source>
        <translation>Las lecturas conservadas de este caso se eliminaron. Lo que dice de ellas el registro de auditoría permanece.</translation>
    </message>
    <message>
        <source>No case is chosen. Choose one to export it.</source>
        <translation>No hay ningún caso elegido. Elija uno para exportarlo.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Case %1 was exported.</source>
        <extracomment>%1: case number.</extracomment>
        <translation>Se exportó el caso %1.</translation>
    </message>
</context>
<context>
    <name>casebound::CaseFilePage</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir caso</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Cerrar caso</translation>
    </message>
    <message>
        <source>Search for this case</source>
        <translation>Buscar para este caso</translation>
    </message>
    <message>
        <source>No cases yet.</source>
        <translation>Todavía no hay casos.</translation>
    </message>
    <message>
        <source>Open a case first: nothing is searched without one.</source>
        <translation>Primero abra un caso: sin él no se busca nada.</translation>
    </message>
    <message>
        <source>Kept reads</source>
        <extracomment>Heading. %1: case number.</extracomment>
        <translation>Lecturas conservadas</translation>
    </message>
    <message>
        <source>Kept reads of %1</source>
        <translation>Lecturas conservadas de %1</translation>
    </message>
    <message>
        <source>Choose a case to see what is kept for it.</source>
        <translation>Elija un caso para ver lo que se conserva en él.</translation>
    </message>
    <message>
        <source>No reads are kept for this case. What is verified and relevant is kept from the Verify page.</source>
        <translation>No se conserva ninguna lectura para este caso. Lo verificado y relevante se conserva desde la página Verificación.</translation>
    </message>
    <message>
        <source>Case %1 is open.</source>
        <extracomment>%1: case number.</extracomment>
        <translation>El caso %1 está abierto.</translation>
    </message>
    <message>
        <source>No open case is chosen. Nothing was closed.</source>
        <translation>No hay ningún caso abierto elegido. No se cerró nada.</translation>
    </message>
    <message>
        <source>Close case %1?</source>
        <extracomment>%1: case number.</extracomment>
        <translation>¿Cerrar el caso %1?</translation>
    </message>
    <message>
        <source>Nobody can search for it afterwards. Kept reads stay until their retention ends. The note goes into the audit log.</source>
        <translation>Después nadie podrá buscar para él. Las lecturas conservadas permanecen hasta que termine su plazo de conservación. La nota se anota en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Case %1 is closed.</source>
        <extracomment>%1: case number.</extracomment>
        <translation>El caso %1 está cerrado.</translation>
    </message>
    <message>
        <source>No open case is chosen. Choose one to search for it.</source>
        <translation>No hay ningún caso abierto elegido. Elija uno para buscar para él.</translation>
    </message>
</context>
<context>
    <name>casebound::CaseListModel</name>
    <message>
        <source>Criminal</source>
        <translation>Penal</translation>
    </message>
    <message>
        <source>Administrative</source>
        <translation>Administrativa</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Materia</translation>
    </message>
    <message>
        <source>Offence or priority</source>
        <translation>Delito o prioridad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto el</translation>
    </message>
</context>
<context>
    <name>casebound::ChoiceModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>A kept read in the list of what goes into an export. %1: plate, %2: date and time, %3: such as &quot;UNVERIFIED&quot;.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>casebound::ColumnChoice</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>As they were at first</source>
        <translation>Como estaban al principio</translation>
    </message>
</context>
<context>
    <name>casebound::ComparisonView</name>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>You typed</source>
        <translation>Usted escribió</translation>
    </message>
    <message>
        <source>The machine read</source>
        <translation>La máquina leyó</translation>
    </message>
    <message>
        <source>The plate asked for</source>
        <translation>La placa consultada</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation>%1, difiere</translation>
    </message>
</context>
<context>
    <name>casebound::ComplaintDialog</name>
    <message>
        <source>Casebound – Was this plate queried?</source>
        <translation>Casebound – ¿Se consultó esta placa?</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>Number or name of the complaint</source>
        <translation>Número o nombre de la queja</translation>
    </message>
    <message>
        <source>The whole log of this workstation is looked through for one plate. That you looked, and for which complaint, is an entry of the log before the answer is there.</source>
        <translation>Se busca una sola placa en todo el registro de esta estación de trabajo. Que usted buscó, y por qué queja, es un asiento del registro antes de que aparezca la respuesta.</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What the log says</source>
        <translation>Lo que dice el registro</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>En nombre de</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Reads kept</source>
        <translation>Lecturas conservadas</translation>
    </message>
    <message>
        <source>This is not one whole plate of at most 8 letters and digits. Nothing was looked up. Type it as it is on the vehicle.</source>
        <translation>Esto no es una placa completa de 8 letras y cifras como máximo. No se buscó nada. Escríbala como está en el vehículo.</translation>
    </message>
    <message>
        <source>A look-up belongs to a complaint. Nothing was looked up. Give its number or name.</source>
        <translation>Una búsqueda pertenece a una queja. No se buscó nada. Indique su número o nombre.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Refused attempt</source>
        <translation>Intento rechazado</translation>
    </message>
    <message>
        <source>Alert list</source>
        <translation>Lista de alertas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Reads of a query. %1: kept, %2: sent by the vendor.</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>No entry of this workstation’s log names this plate.</source>
        <translation>Ningún asiento del registro de esta estación de trabajo nombra esta placa.</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of this plate: queries, refused attempts and alert entries.</source>
        <translation>
            <numerusform>%n uso de esta placa: consultas, intentos rechazados y alertas.</numerusform>
            <numerusform>%n usos de esta placa: consultas, intentos rechazados y alertas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::CoursePage</name>
    <message>
        <source>The course asks for ten verifications and for your judgement on two requests. Some of the reads are misreads, and some have no picture to rely on. Work as you would on duty: type what the picture shows, compare, judge. Your first verdict on a read counts.</source>
        <translation>El curso pide diez verificaciones y su juicio sobre dos solicitudes. Algunas lecturas son erróneas y otras no tienen una imagen fiable. Trabaje como en el servicio: escriba lo que muestra la imagen, compare y juzgue. Cuenta su primer veredicto sobre cada lectura.</translation>
    </message>
    <message>
        <source>You pass with %1 % right answers. The result is an entry of the practice log, and you can save it as a record, signed with your own credential, for the office administrator.</source>
        <translation>Se aprueba con un %1 % de respuestas correctas. El resultado es una entrada del registro de práctica, y puede guardarlo como acta, firmada con su propia credencial, para el administrador de la oficina.</translation>
    </message>
    <message>
        <source>Begin the course</source>
        <translation>Empezar el curso</translation>
    </message>
    <message>
        <source>Somebody asks you to send this search. May it be sent? If not, which rule does it break?</source>
        <translation>Alguien le pide que envíe esta búsqueda. ¿Se puede enviar? Si no, ¿qué regla incumple?</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Save the record and give both files, it and its signature, to the office administrator. It is signed with the credential you will sign in with; the practice credentials are nobody’s.</source>
        <translation>Guarde el acta y entregue los dos archivos, el acta y su firma, al administrador de la oficina. Se firma con la credencial con la que iniciará sesión; las credenciales de práctica no son de nadie.</translation>
    </message>
    <message>
        <source>Your &amp;credential file</source>
        <translation>Su archivo de &amp;credencial</translation>
    </message>
    <message>
        <source>Your credential file</source>
        <translation>Su archivo de credencial</translation>
    </message>
    <message>
        <source>&amp;PIN or passphrase</source>
        <translation>&amp;PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>Save the record &amp;as</source>
        <translation>Guardar el acta &amp;como</translation>
    </message>
    <message>
        <source>Save the record as</source>
        <translation>Guardar el acta como</translation>
    </message>
    <message>
        <source>Sign and save</source>
        <translation>Firmar y guardar</translation>
    </message>
    <message>
        <source>Take the course again</source>
        <translation>Repetir el curso</translation>
    </message>
    <message>
        <source>Saved, with its signature beside it: %1</source>
        <extracomment>%1: file.</extracomment>
        <translation>Guardada, con su firma al lado: %1</translation>
    </message>
    <message>
        <source>Practice course</source>
        <translation>Curso de práctica</translation>
    </message>
    <message>
        <source>Practice course: the reads are being fetched …</source>
        <translation>Curso de práctica: se están obteniendo las lecturas…</translation>
    </message>
    <message>
        <source>Practice course: %1 of %2 reads judged</source>
        <extracomment>Progress of the practice course. %1: number, %2: how many.</extracomment>
        <translation>Curso de práctica: %1 de %2 lecturas juzgadas</translation>
    </message>
    <message>
        <source>Practice course: request %1 of %2</source>
        <extracomment>Progress of the practice course. %1: number, %2: how many.</extracomment>
        <translation>Curso de práctica: solicitud %1 de %2</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Materia</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Practice course: result</source>
        <translation>Curso de práctica: resultado</translation>
    </message>
    <message>
        <source>Passed: %1 % right answers, %2 % needed.</source>
        <extracomment>%1: right answers of every hundred, %2: how many are needed.</extracomment>
        <translation>Aprobado: %1 % de respuestas correctas; se necesita un %2 %.</translation>
    </message>
    <message>
        <source>Not passed: %1 % right answers, %2 % needed.</source>
        <translation>No aprobado: %1 % de respuestas correctas; se necesita un %2 %.</translation>
    </message>
</context>
<context>
    <name>casebound::DateField</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>aaaa-mm-dd</translation>
    </message>
    <message>
        <source>%1: choose from a calendar</source>
        <translation>%1: elegir en un calendario</translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation>Elegir en un calendario</translation>
    </message>
</context>
<context>
    <name>casebound::DayFilter</name>
    <message>
        <source>Show all days</source>
        <translation>Mostrar todos los días</translation>
    </message>
    <message>
        <source>Drag over days, or use the arrow keys, with Shift for several. Escape shows all.</source>
        <translation>Arrastre sobre los días o use las flechas, con Mayús para varios. Escape los muestra todos.</translation>
    </message>
</context>
<context>
    <name>casebound::DifferencesPanel</name>
    <message>
        <source>Tell the vendor again</source>
        <translation>Comunicar otra vez al proveedor</translation>
    </message>
    <message>
        <source>Remove from both</source>
        <translation>Quitar de ambas</translation>
    </message>
    <message>
        <source>Differences from the vendor’s list</source>
        <translation>Diferencias con la lista del proveedor</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>%1, case %2: the vendor does not have this entry any more.</source>
        <extracomment>%1: plate, %2: case number.</extracomment>
        <translation>%1, caso %2: el proveedor ya no tiene esta entrada.</translation>
    </message>
    <message>
        <source>%1, case %2: suspended here, active at the vendor.</source>
        <translation>%1, caso %2: suspendida aquí, activa en el proveedor.</translation>
    </message>
    <message>
        <source>%1, case %2: the vendor has this entry otherwise than it stands here.</source>
        <extracomment>%1: plate, %2: case number.</extracomment>
        <translation>%1, caso %2: el proveedor tiene esta entrada de otro modo que aquí.</translation>
    </message>
    <message>
        <source>%1, case %2: the vendor has an entry of yours that nobody added here.</source>
        <extracomment>%1: plate, %2: case number.</extracomment>
        <translation>%1, caso %2: el proveedor tiene una entrada suya que nadie agregó aquí.</translation>
    </message>
    <message>
        <source>%1, case %2: the vendor has an entry of yours that only the vendor can remove. Tell the office administrator.</source>
        <extracomment>%1: plate, %2: case number.</extracomment>
        <translation>%1, caso %2: el proveedor tiene una entrada suya que solo el proveedor puede quitar. Avise al administrador de la oficina.</translation>
    </message>
    <message>
        <source>Settled. The vendor is told; until it confirms, the list says so.</source>
        <translation>Resuelta. Se comunica al proveedor; mientras no lo confirme, la lista lo dice.</translation>
    </message>
</context>
<context>
    <name>casebound::DisposalDialog</name>
    <message>
        <source>No closed case has reached the end of its years.</source>
        <translation>Ningún caso cerrado ha cumplido sus años.</translation>
    </message>
    <message>
        <source>&amp;Dispose of reads …</source>
        <translation>&amp;Eliminar lecturas …</translation>
    </message>
    <message>
        <source>Casebound – Due for disposal</source>
        <translation>Casebound – Por eliminar</translation>
    </message>
    <message>
        <source>Due for disposal</source>
        <translation>Por eliminar</translation>
    </message>
    <message>
        <source>Closed cases whose years of the retention schedule are over. Disposal destroys the case&apos;s key: its kept reads and pictures cannot be opened by anybody afterwards, from any copy of the database. The entries of the audit log stay.</source>
        <translation>Casos cerrados cuyos años del plazo de conservación terminaron. Al eliminarlos se destruye la clave del caso: después nadie puede abrir sus lecturas e imágenes conservadas, desde ninguna copia de la base de datos. Los asientos del registro de auditoría permanecen.</translation>
    </message>
    <message>
        <source>Cases due for disposal</source>
        <translation>Casos por eliminar</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>No antes del</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Plazo de conservación</translation>
    </message>
    <message>
        <source>Dispose of reads</source>
        <translation>Eliminar lecturas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Dispose of everything kept for case %1?</source>
        <extracomment>%1: case number.</extracomment>
        <translation>¿Eliminar todo lo conservado del caso %1?</translation>
    </message>
    <message>
        <source>This cannot be undone: no copy of the database opens its reads and pictures afterwards. Ask the record system first whether anybody holds the file. The note goes into the audit log.</source>
        <translation>No se puede deshacer: después ninguna copia de la base de datos abre sus lecturas e imágenes. Pregunte antes al sistema de expedientes si alguien lo retiene. La nota queda en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Who decided, and that nobody holds the file</source>
        <translation>Quién lo decidió, y que nadie retiene el expediente</translation>
    </message>
    <message>
        <source>The reads of case %1 are disposed of.</source>
        <extracomment>%1: case number.</extracomment>
        <translation>Se eliminaron las lecturas del caso %1.</translation>
    </message>
</context>
<context>
    <name>casebound::EntryFilters</name>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Todos los asientos</translation>
    </message>
    <message>
        <source>Items of the review</source>
        <translation>Puntos de la revisión</translation>
    </message>
    <message>
        <source>Open items</source>
        <translation>Puntos abiertos</translation>
    </message>
    <message>
        <source>Words of the reason</source>
        <translation>Palabras del motivo</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Cualquier resultado</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Estación de trabajo</translation>
    </message>
    <message>
        <source>Every workstation</source>
        <translation>Todas las estaciones</translation>
    </message>
</context>
<context>
    <name>casebound::ExceptionsPanel</name>
    <message>
        <source>Nobody waits for a decision of yours.</source>
        <translation>Nadie espera una decisión de usted.</translation>
    </message>
    <message>
        <source>Exceptions waiting</source>
        <translation>Excepciones en espera</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Pedida</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Note on the decision</source>
        <translation>Nota sobre la decisión</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>In training: %1</source>
        <extracomment>Placeholder in training. %1: the practice passphrase, which is no secret.</extracomment>
        <translation>En capacitación: %1</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>Apro&amp;bar</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Ref&amp;use</source>
        <translation>Dene&amp;gar</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Denegar</translation>
    </message>
    <message>
        <source>Not&amp;e on the decision</source>
        <translation>&amp;Nota sobre la decisión</translation>
    </message>
    <message>
        <source>P&amp;IN or passphrase</source>
        <translation>P&amp;IN o frase de contraseña</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A window of days. %1: first, %2: last.</extracomment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <extracomment>%1: why somebody asks for an exception, in their own words.</extracomment>
        <translation>Por qué: %1</translation>
    </message>
    <message>
        <source>The exception was approved and signed.</source>
        <translation>La excepción se aprobó y se firmó.</translation>
    </message>
    <message>
        <source>The exception was refused, and why is on record.</source>
        <translation>La excepción se denegó, y consta por qué.</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>No se decidió nada.</translation>
    </message>
</context>
<context>
    <name>casebound::ExportWizard</name>
    <message>
        <source>1 of 4: Contents</source>
        <translation>1 de 4: Contenido</translation>
    </message>
    <message>
        <source>2 of 4: Recipients</source>
        <translation>2 de 4: Destinatarios</translation>
    </message>
    <message>
        <source>3 of 4: Summary</source>
        <translation>3 de 4: Resumen</translation>
    </message>
    <message>
        <source>4 of 4: Export</source>
        <translation>4 de 4: Exportación</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>a folder, not encrypted</source>
        <translation>una carpeta, sin cifrar</translation>
    </message>
    <message>
        <source>a zip file, not encrypted</source>
        <translation>un archivo zip, sin cifrar</translation>
    </message>
    <message>
        <source>a zip file, encrypted to the recipients</source>
        <translation>un archivo zip, cifrado para los destinatarios</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Kept reads</source>
        <translation>Lecturas conservadas</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificadas</translation>
    </message>
    <message>
        <source>Unverified</source>
        <extracomment>Numbers of reads. %1: not verified, %2: of them kept as contrary.</extracomment>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>%1, of these %2 contrary or exculpatory</source>
        <translation>%1; de ellas, %2 contrarias o de descargo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>%1 of plates, %2 of vehicles</source>
        <translation>%1 de placas, %2 de vehículos</translation>
    </message>
    <message>
        <source>%1 of plates; pictures of vehicles stay behind</source>
        <translation>%1 de placas; las de vehículos se quedan aquí</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Plazo de conservación</translation>
    </message>
    <message>
        <source>It is not encrypted: anybody who gets it can read it.</source>
        <translation>No está cifrada: quien la reciba puede leerla.</translation>
    </message>
    <message numerus="yes">
        <source>%n read(s) in it are unverified, and are marked so in every file of it.</source>
        <translation>
            <numerusform>%n lectura que contiene está sin verificar, y así va marcada en todos sus archivos.</numerusform>
            <numerusform>%n lecturas que contiene están sin verificar, y así van marcadas en todos sus archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>No reads are kept. No reads is not proof of absence; the export says so.</source>
        <translation>No hay lecturas conservadas. La falta de lecturas no prueba la ausencia, y la exportación lo dice.</translation>
    </message>
    <message>
        <source>Casebound – Folder for the case file</source>
        <translation>Casebound – Carpeta para el expediente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The case file was written, read again and found as it was written. What is inside only its recipients can check.</source>
        <translation>El expediente se escribió, se leyó de nuevo y está tal como se escribió. Lo que contiene solo pueden comprobarlo sus destinatarios.</translation>
    </message>
    <message>
        <source>The case file was written, read again and found in order: manifests, signature, pictures, proofs and numbers.</source>
        <translation>El expediente se escribió, se leyó de nuevo y está en orden: listas de archivos, firma, imágenes, pruebas y cifras.</translation>
    </message>
    <message>
        <source>Being cancelled: what was begun is removed …</source>
        <translation>Cancelando: se borra lo empezado …</translation>
    </message>
    <message>
        <source>Casebound – Export case %1</source>
        <extracomment>Title of the export wizard. %1: case number.</extracomment>
        <translation>Casebound – Exportar el caso %1</translation>
    </message>
    <message>
        <source>One folder or zip file that anybody can check and open with tools nobody here wrote: reports, tables, maps, pictures, the case&apos;s entries of the audit log with their proofs, and your signature. Every read carries its verdict; what is unverified or contrary is marked in every file.</source>
        <translation>Una carpeta o un archivo zip que cualquiera puede comprobar y abrir con herramientas ajenas a este programa: informes, tablas, mapas, imágenes, los asientos del caso en el registro de auditoría con sus pruebas, y la firma de usted. Cada lectura lleva su veredicto; lo que está sin verificar o es contrario va marcado en todos los archivos.</translation>
    </message>
    <message>
        <source>Contrary</source>
        <translation>Contrarias</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Forma</translation>
    </message>
    <message>
        <source>One zip file</source>
        <translation>Un archivo zip</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>With recipients it is always one encrypted zip file.</source>
        <translation>Con destinatarios siempre es un archivo zip cifrado.</translation>
    </message>
    <message>
        <source>Pictures of &amp;vehicles</source>
        <translation>Imágenes de &amp;vehículos</translation>
    </message>
    <message>
        <source>Pictures of vehicles</source>
        <translation>Imágenes de vehículos</translation>
    </message>
    <message>
        <source>Bystanders may be seen on them. Pictures of plates always go with their reads.</source>
        <translation>En ellas pueden verse personas ajenas al caso. Las imágenes de placas siempre van con sus lecturas.</translation>
    </message>
    <message>
        <source>Export &amp;to</source>
        <translation>Exportar &amp;a</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>Choose f&amp;older …</source>
        <translation>Elegir &amp;carpeta …</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Elegir carpeta</translation>
    </message>
    <message>
        <source>Nothing is replaced, and nothing is written anywhere else. That it was exported, to whom and where, becomes an entry of the audit log before the first byte is written.</source>
        <translation>No se reemplaza nada y no se escribe nada en otro lugar. Que se exportó, a quién y adónde, queda como asiento en el registro de auditoría antes de que se escriba el primer byte.</translation>
    </message>
    <message>
        <source>Exporting the case file</source>
        <translation>Exportando el expediente</translation>
    </message>
    <message>
        <source>&amp;Written to</source>
        <translation>&amp;Lugar</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Cop&amp;y hash</source>
        <translation>Copiar resu&amp;men</translation>
    </message>
    <message>
        <source>Copy hash</source>
        <translation>Copiar resumen</translation>
    </message>
    <message>
        <source>Of the file; of a folder, of its file tagmanifest-sha512.txt. Tell it to whoever gets the case file by another way, and they can be sure that it is this one.</source>
        <translation>Del archivo; de una carpeta, de su archivo tagmanifest-sha512.txt. Comuníquelo por otra vía a quien reciba el expediente, y podrá estar seguro de que es este.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>&amp;SHA-512 hash</source>
        <translation>&amp;Resumen SHA-512</translation>
    </message>
    <message>
        <source>SHA-512 hash</source>
        <translation>Resumen SHA-512</translation>
    </message>
    <message>
        <source>Choose reads …</source>
        <translation>Elegir lecturas …</translation>
    </message>
    <message>
        <source>Choose reads</source>
        <translation>Elegir lecturas</translation>
    </message>
    <message>
        <source>Left out</source>
        <extracomment>In the summary of an export: number of kept reads that stay behind.</extracomment>
        <translation>Dejadas fuera</translation>
    </message>
    <message>
        <source>All kept reads are left out; the export says so.</source>
        <translation>Todas las lecturas conservadas quedan fuera; la exportación lo dice.</translation>
    </message>
</context>
<context>
    <name>casebound::FactList</name>
    <message>
        <source>%1: %2</source>
        <extracomment>For screen readers. %1: what it is, such as &quot;Entries&quot;; %2: its value.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>casebound::FaultWindow</name>
    <message>
        <source>Casebound – Audit log at fault</source>
        <translation>Casebound – Registro de auditoría con falla</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>The audit log is at fault. Searching is stopped.</source>
        <translation>El registro de auditoría tiene una falla. La búsqueda está detenida.</translation>
    </message>
    <message>
        <source>%1, %2 – you may look, and decide how to go on.</source>
        <extracomment>%1: name of the person, %2: role such as &quot;supervisor&quot;.</extracomment>
        <translation>%1, %2 – usted puede mirar y decidir cómo seguir.</translation>
    </message>
    <message>
        <source>%1, %2 – you may look, and nothing else.</source>
        <translation>%1, %2 – usted puede mirar, y nada más.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se halló</translation>
    </message>
    <message>
        <source>What was not done</source>
        <translation>Qué no se hizo</translation>
    </message>
    <message>
        <source>Nothing was changed in the log. No query can be sent, and no case or read can be opened, changed or kept.</source>
        <translation>No se cambió nada en el registro. No se puede enviar ninguna consulta, ni abrir, cambiar o conservar ningún caso o lectura.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>El registro</translation>
    </message>
    <message>
        <source>Last signed head</source>
        <translation>Última cabeza firmada</translation>
    </message>
    <message>
        <source>none could be read</source>
        <translation>no se pudo leer ninguna</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Files kept aside</source>
        <translation>Archivos apartados</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Tamaño en bytes</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>not a plain file, not followed</source>
        <translation>no es un archivo común, no se siguió</translation>
    </message>
    <message>
        <source>Copied byte for byte before anything else was written, read again and compared. SHA256SUMS beside them lists the same digests.</source>
        <translation>Copiados byte por byte antes de escribir cualquier otra cosa, leídos de nuevo y comparados. SHA256SUMS, junto a ellos, contiene los mismos resúmenes.</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Comprobar el registro</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Detener la comprobación</translation>
    </message>
    <message>
        <source>Checking the log</source>
        <translation>Comprobación del registro</translation>
    </message>
    <message>
        <source>Report of the check</source>
        <translation>Informe de la comprobación</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Every entry, hash, signature and page is worked out anew, apart from the code that wrote them. The log is only read. The report is what casebound-verify says of it, in English.</source>
        <translation>Cada asiento, resumen, firma y página se calcula de nuevo, aparte del código que los escribió. El registro solo se lee. El informe es lo que dice de él casebound-verify, en inglés.</translation>
    </message>
    <message>
        <source>The check was stopped. It says nothing about the log.</source>
        <translation>La comprobación se detuvo. No dice nada del registro.</translation>
    </message>
    <message>
        <source>Log: %1. This sign-in is recorded in a log beside it (%2).</source>
        <extracomment>At the foot of the window of a log at fault. %1: &quot;fault found – nothing is sent&quot;, %2: &quot;5 entries&quot;.</extracomment>
        <translation>Registro: %1. Este inicio de sesión queda asentado en un registro junto a él (%2).</translation>
    </message>
    <message>
        <source>Keep the damaged log aside and begin a new one …</source>
        <translation>Apartar el registro dañado y comenzar uno nuevo …</translation>
    </message>
    <message>
        <source>The log is being checked …</source>
        <translation>Se está comprobando el registro …</translation>
    </message>
    <message>
        <source>The check found %1 in order by themselves. The fault is in what stands beside them: see above.</source>
        <extracomment>%1: &quot;1,204 entries&quot;.</extracomment>
        <translation>La comprobación halló %1 en orden por sí mismos. La falla está en lo que hay junto a ellos: vea arriba.</translation>
    </message>
    <message numerus="yes">
        <source>The check found %n fault(s); %1 could be read.</source>
        <extracomment>%1: &quot;1,204 entries&quot;.</extracomment>
        <translation>
            <numerusform>La comprobación halló %n falla; se pudieron leer %1.</numerusform>
            <numerusform>La comprobación halló %n fallas; se pudieron leer %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The check cannot tell whether the log is in order.</source>
        <translation>La comprobación no puede saber si el registro está en orden.</translation>
    </message>
    <message>
        <source>Begin a new log</source>
        <translation>Comenzar un registro nuevo</translation>
    </message>
    <message>
        <source>Keep the damaged log aside and begin a new one?</source>
        <translation>¿Apartar el registro dañado y comenzar uno nuevo?</translation>
    </message>
    <message>
        <source>The damaged log and its copies stay in the folder beside it, unchanged. The new log names them, the fault, the last known head, you and your reason in its first entries; people can then sign in and search again. This cannot be taken back.</source>
        <translation>El registro dañado y sus copias quedan en la carpeta de al lado, sin cambios. El registro nuevo los nombra en sus primeros asientos, junto con la falla, la última cabeza conocida, usted y su motivo; después se puede volver a iniciar sesión y buscar. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>casebound::HandOverDialog</name>
    <message>
        <source>Casebound – Hand over</source>
        <translation>Casebound – Traspasar</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Destinatario</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Re&amp;ceiver</source>
        <translation>&amp;Destinatario</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>M&amp;otivo</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Traspasar</translation>
    </message>
    <message>
        <source>Plate %1, case %2. The owner’s entry is removed. The receiver gets one that looks for nothing until they have justified it in their own words. You approve this, and it is on record.</source>
        <extracomment>%1: plate, %2: case number.</extracomment>
        <translation>Placa %1, caso %2. La entrada del titular se quita. El destinatario recibe una que no busca nada hasta que la justifique con sus propias palabras. Usted lo aprueba, y así consta en el registro.</translation>
    </message>
    <message>
        <source>Choose who is to have the entry.</source>
        <translation>Elija quién debe tener la entrada.</translation>
    </message>
</context>
<context>
    <name>casebound::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Close help</source>
        <translation>Cerrar la ayuda</translation>
    </message>
    <message>
        <source>Close help (Esc)</source>
        <translation>Cerrar la ayuda (Esc)</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <extracomment>Heading of the help panel. %1: name of a page.</extracomment>
        <translation>Ayuda: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <extracomment>%1: pages of the document the rules come from.</extracomment>
        <translation>Fuente: %1</translation>
    </message>
    <message>
        <source>Ctrl+/ lists every shortcut.</source>
        <translation>Ctrl+/ muestra todos los atajos.</translation>
    </message>
</context>
<context>
    <name>casebound::HitNotice</name>
    <message>
        <source>Show hits</source>
        <translation>Mostrar los avisos</translation>
    </message>
    <message>
        <source>Casebound</source>
        <translation>Casebound</translation>
    </message>
    <message numerus="yes">
        <source>%n unverified hit(s) of your alerts.</source>
        <translation>
            <numerusform>%n aviso sin verificar de sus alertas.</numerusform>
            <numerusform>%n avisos sin verificar de sus alertas.</numerusform>
        </translation>
    </message>
    <message>
        <source>A hit has arrived. Open Casebound to see it.</source>
        <translation>Llegó un aviso. Abra Casebound para verlo.</translation>
    </message>
</context>
<context>
    <name>casebound::ImageView</name>
    <message>
        <source>whole picture</source>
        <translation>imagen completa</translation>
    </message>
    <message>
        <source>zoomed %1 %</source>
        <translation>ampliada al %1 %</translation>
    </message>
    <message>
        <source>turned by %1°</source>
        <translation>girada %1°</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertida</translation>
    </message>
    <message>
        <source>contrast raised</source>
        <translation>con más contraste</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>casebound::ImportAlertsDialog</name>
    <message>
        <source>Casebound – Import alerts</source>
        <translation>Casebound – Importar alertas</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Choose file …</source>
        <translation>Elegir archivo …</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Filas del archivo</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Qué pasa con ella</translation>
    </message>
    <message>
        <source>Adding the rows</source>
        <translation>Agregando las filas</translation>
    </message>
    <message>
        <source>Import alerts</source>
        <translation>Importar alertas</translation>
    </message>
    <message>
        <source>A text file (CSV) with the columns plate, jurisdiction and reason, and perhaps expires (YYYY-MM-DD). Each row becomes an entry of its own, with its own reason, for the one case chosen here.</source>
        <translation>Un archivo de texto (CSV) con las columnas plate, jurisdiction y reason, y opcionalmente expires (AAAA-MM-DD). Cada fila es una entrada propia, con su propio motivo, para el único caso que se elige aquí.</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Comprobar el archivo</translation>
    </message>
    <message>
        <source>Casebound – File of plates</source>
        <translation>Casebound – Archivo de placas</translation>
    </message>
    <message>
        <source>Text tables (*.csv)</source>
        <translation>Tablas de texto (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>The file is over 1 MiB. Nothing was added. Divide it.</source>
        <translation>El archivo pasa de 1 MiB. No se agregó nada. Divídalo.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. Nothing was added. Save it as CSV in UTF-8.</source>
        <translation>El archivo no es texto UTF-8. No se agregó nada. Guárdelo como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>There is no column “%1”. Nothing was added. Columns are plate, jurisdiction, reason and expires.</source>
        <translation>No existe la columna «%1». No se agregó nada. Las columnas son plate, jurisdiction, reason y expires.</translation>
    </message>
    <message>
        <source>The column “%1” is there twice. Nothing was added.</source>
        <translation>La columna «%1» está dos veces. No se agregó nada.</translation>
    </message>
    <message>
        <source>The column “%1” is missing. Nothing was added.</source>
        <translation>Falta la columna «%1». No se agregó nada.</translation>
    </message>
    <message>
        <source>Line %1: a quotation mark stands where none can. Nothing was added.</source>
        <translation>Línea %1: hay comillas donde no puede haberlas. No se agregó nada.</translation>
    </message>
    <message>
        <source>Line %1 has more or fewer fields than the first. Nothing was added.</source>
        <translation>La línea %1 tiene más o menos campos que la primera. No se agregó nada.</translation>
    </message>
    <message>
        <source>Line %1 has a field of over 4,096 characters. Nothing was added.</source>
        <translation>La línea %1 tiene un campo de más de 4,096 caracteres. No se agregó nada.</translation>
    </message>
    <message>
        <source>The file has over 2,500 rows, more than a list holds. Nothing was added.</source>
        <translation>El archivo tiene más de 2,500 filas, más de las que caben en una lista. No se agregó nada.</translation>
    </message>
    <message>
        <source>The file has no rows. Nothing was added.</source>
        <translation>El archivo no tiene filas. No se agregó nada.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Nothing was added. Choose another one.</source>
        <translation>El archivo no se puede leer: %1. No se agregó nada. Elija otro.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n entry(s)</source>
        <translation>
            <numerusform>Agregar %n entrada</numerusform>
            <numerusform>Agregar %n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Agregada</translation>
    </message>
    <message>
        <source>Can be added</source>
        <translation>Se puede agregar</translation>
    </message>
    <message>
        <source>Not added: %1</source>
        <translation>No agregada: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file cannot be added.</source>
        <translation>
            <numerusform>%n fila del archivo no se puede agregar.</numerusform>
            <numerusform>%n filas del archivo no se pueden agregar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every row can be added.</source>
        <translation>Todas las filas se pueden agregar.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) added. What was not added stands in the table.</source>
        <translation>
            <numerusform>Se agregó %n entrada. Lo que no se agregó está en la tabla.</numerusform>
            <numerusform>Se agregaron %n entradas. Lo que no se agregó está en la tabla.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::IndicatorTable</name>
    <message>
        <source>Indicator, not finding: each is a reason to look, with its count and where its rule comes from. Enter shows its entries.</source>
        <translation>Indicador, no conclusión: cada uno es un motivo para mirar, con su cuenta y el origen de su regla. Enter muestra sus asientos.</translation>
    </message>
    <message>
        <source>Indicators, not findings</source>
        <translation>Indicadores, no conclusiones</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicador</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Source of the rule</source>
        <translation>Origen de la regla</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>An indicator&apos;s count. %1 of %2, such as 5 of 31 queries.</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
</context>
<context>
    <name>casebound::ItemPanel</name>
    <message>
        <source>Choose an entry to see what it says.</source>
        <translation>Elija un asiento para ver lo que dice.</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Duda</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Remitir</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>In order (I in the table)</source>
        <extracomment>Tooltips of the buttons that judge an item. The letter works while the table of entries has the keyboard.</extracomment>
        <translation>En orden (I en la tabla)</translation>
    </message>
    <message>
        <source>Question (Q in the table)</source>
        <translation>Duda (Q en la tabla)</translation>
    </message>
    <message>
        <source>Refer (R in the table)</source>
        <translation>Remitir (R en la tabla)</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Asiento</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>En nombre de</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>In the review because</source>
        <translation>En la revisión por</translation>
    </message>
    <message>
        <source>%1 – %2, %3. %4</source>
        <extracomment>A decision on an item. %1: &quot;In order&quot;, %2: who, %3: when, %4: the note.</extracomment>
        <translation>%1 – %2, %3. %4</translation>
    </message>
    <message>
        <source>Your own act: another reviewer judges it.</source>
        <translation>Es un acto de usted: lo decide otro revisor.</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Open sealed result</source>
        <translation>Abrir resultado sellado</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Estación de trabajo</translation>
    </message>
</context>
<context>
    <name>casebound::JudgePanel</name>
    <message>
        <source>Leave empty where none can be read</source>
        <translation>Deje vacío si no se distingue ninguna</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Show the machine’s text beside yours (Enter)</source>
        <translation>Muestra el texto de la máquina junto al suyo (Enter)</translation>
    </message>
    <message>
        <source>&amp;What the image shows</source>
        <translation>Lo &amp;que muestra la imagen</translation>
    </message>
    <message>
        <source>&amp;Jurisdiction shown</source>
        <translation>&amp;Jurisdicción que se ve</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>The picture shows the plate asked for (Y in the queue)</source>
        <translation>La imagen muestra la placa consultada (Y en la cola)</translation>
    </message>
    <message>
        <source>Different plate</source>
        <translation>Otra placa</translation>
    </message>
    <message>
        <source>The picture shows another plate (N in the queue); needs a note</source>
        <translation>La imagen muestra otra placa (N en la cola); requiere una nota</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegible</translation>
    </message>
    <message>
        <source>The picture cannot be read (U in the queue); needs a note</source>
        <translation>La imagen no se puede leer (U en la cola); requiere una nota</translation>
    </message>
    <message>
        <source>Needed for different plate and unreadable</source>
        <translation>Obligatoria para otra placa e ilegible</translation>
    </message>
    <message>
        <source>What it means for the case</source>
        <translation>Qué significa para el caso</translation>
    </message>
    <message>
        <source>Keep for the case</source>
        <translation>Conservar para el caso</translation>
    </message>
    <message>
        <source>Stores the read and its pictures in the case file</source>
        <translation>Guarda la lectura y sus imágenes en el expediente</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>Re&amp;levance</source>
        <translation>&amp;Relevancia</translation>
    </message>
    <message>
        <source>No read is shown.</source>
        <translation>No se muestra ninguna lectura.</translation>
    </message>
    <message>
        <source>This read is kept for its case; its verdict stands.</source>
        <translation>Esta lectura se conserva para su caso; su veredicto es definitivo.</translation>
    </message>
    <message>
        <source>The picture is still loading.</source>
        <translation>La imagen aún se está cargando.</translation>
    </message>
    <message>
        <source>Without a sound picture a read can only be called unreadable.</source>
        <translation>Sin una imagen válida, una lectura solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>First type what the image shows, and compare.</source>
        <translation>Primero escriba lo que muestra la imagen y compare.</translation>
    </message>
    <message>
        <source>What you typed is not the plate asked for, so the read cannot be confirmed.</source>
        <translation>Lo que usted escribió no es la placa consultada, por lo que la lectura no se puede confirmar.</translation>
    </message>
    <message>
        <source>The jurisdiction you saw is not the one asked for, so the read cannot be confirmed.</source>
        <translation>La jurisdicción que usted vio no es la consultada, por lo que la lectura no se puede confirmar.</translation>
    </message>
    <message>
        <source>Type what you see, without guessing. Only then the machine’s text is shown.</source>
        <translation>Escriba lo que ve, sin adivinar. Solo entonces se muestra el texto de la máquina.</translation>
    </message>
    <message>
        <source>Verdict: %1.</source>
        <translation>Veredicto: %1.</translation>
    </message>
    <message>
        <source>Kept for the case.</source>
        <translation>Conservada para el caso.</translation>
    </message>
    <message>
        <source>Kept. It is in the case file.</source>
        <translation>Conservada. Está en el expediente.</translation>
    </message>
    <message>
        <source>A read can be kept once it has a verdict. What is not kept is discarded with the query.</source>
        <translation>Una lectura puede conservarse cuando tiene veredicto. Lo que no se conserva se descarta con la consulta.</translation>
    </message>
    <message>
        <source>Say what it means for the case. What is not kept is discarded with the query.</source>
        <translation>Diga qué significa para el caso. Lo que no se conserva se descarta con la consulta.</translation>
    </message>
    <message>
        <source>This read is not confirmed. It can be kept only as contrary to the case, such as exculpatory, and is marked so everywhere, exports included.</source>
        <translation>Esta lectura no está confirmada. Solo puede conservarse como contraria al caso, por ejemplo como prueba de descargo, y así se marca en todas partes, incluso en lo que se exporta.</translation>
    </message>
    <message>
        <source>“%1” needs a note: say what you saw. Then press Enter.</source>
        <translation>«%1» requiere una nota: diga qué vio. Luego pulse Enter.</translation>
    </message>
    <message>
        <source>Jurisdiction shown</source>
        <translation>Jurisdicción que se ve</translation>
    </message>
    <message>
        <source>Colour, make, body: as far as you see</source>
        <translation>Color, marca, carrocería: lo que alcance a ver</translation>
    </message>
    <message>
        <source>V&amp;ehicle shown</source>
        <translation>V&amp;ehículo visto</translation>
    </message>
    <message>
        <source>Vehicle seen: %1.</source>
        <translation>Vehículo visto: %1.</translation>
    </message>
    <message>
        <source>You noted of the vehicle: %1. The machine says nothing of it.</source>
        <translation>Usted anotó del vehículo: %1. La máquina no dice nada de él.</translation>
    </message>
    <message>
        <source>You noted of the vehicle: %1. The machine says: %2.</source>
        <translation>Usted anotó del vehículo: %1. La máquina dice: %2.</translation>
    </message>
    <message>
        <source>You noted of the vehicle: %1. The machine says: %2. Not in your note: %3.</source>
        <translation>Usted anotó del vehículo: %1. La máquina dice: %2. No está en su nota: %3.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>casebound::JurisdictionField</name>
    <message>
        <source>Code or name</source>
        <translation>Código o nombre</translation>
    </message>
</context>
<context>
    <name>casebound::KeptMap</name>
    <message>
        <source>near match</source>
        <translation>lectura parecida</translation>
    </message>
</context>
<context>
    <name>casebound::KeptReadDetails</name>
    <message>
        <source>Plate picture</source>
        <translation>Imagen de la placa</translation>
    </message>
    <message>
        <source>Vehicle picture</source>
        <translation>Imagen del vehículo</translation>
    </message>
    <message>
        <source>Other picture</source>
        <translation>Otra imagen</translation>
    </message>
    <message>
        <source>Picture of the read</source>
        <translation>Imagen de la lectura</translation>
    </message>
    <message>
        <source>Picture shown</source>
        <translation>Imagen mostrada</translation>
    </message>
    <message>
        <source>Details of the read</source>
        <translation>Detalles de la lectura</translation>
    </message>
    <message>
        <source>Choose a read to see its picture.</source>
        <translation>Elija una lectura para ver su imagen.</translation>
    </message>
    <message>
        <source>Contrary to the lead: kept although not confirmed</source>
        <translation>Contraria a la pista: conservada aunque no está confirmada</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Plate as seen</source>
        <translation>Placa vista</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>Jurisdiction as seen</source>
        <translation>Jurisdicción vista</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Captada</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Vehículo</translation>
    </message>
    <message>
        <source>Machine’s text</source>
        <translation>Texto de la máquina</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevancia</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Kept by</source>
        <extracomment>%1: roster id of a person, %2: date and time.</extracomment>
        <translation>Conservada por</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No picture was kept with this read.</source>
        <translation>No se conservó ninguna imagen con esta lectura.</translation>
    </message>
    <message>
        <source>%1; read as %2</source>
        <extracomment>Description of a picture. %1: &quot;Plate picture&quot;, %2: what a person read from it.</extracomment>
        <translation>%1; leída como %2</translation>
    </message>
    <message>
        <source>Loading the picture</source>
        <translation>Cargando la imagen</translation>
    </message>
    <message>
        <source>Sensitive places</source>
        <translation>Lugares sensibles</translation>
    </message>
</context>
<context>
    <name>casebound::KeptReadTableModel</name>
    <message>
        <source>not readable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>Contrary, not confirmed</source>
        <translation>Contraria, no confirmada</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation>Relevante</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Plate as seen</source>
        <translation>Placa vista</translation>
    </message>
    <message>
        <source>Jurisdiction as seen</source>
        <translation>Jurisdicción vista</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Conservada como</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevancia</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Conservada por</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>Conservada el</translation>
    </message>
</context>
<context>
    <name>casebound::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>%1 is signed in. Everything is hidden until the credential is given again. Searches that were running were stopped; what had arrived is kept.</source>
        <extracomment>%1: name of the person who is signed in.</extracomment>
        <translation>La sesión de %1 sigue iniciada. Todo queda oculto hasta que se presente de nuevo la credencial. Las búsquedas en curso se detuvieron; lo que ya había llegado se conserva.</translation>
    </message>
    <message>
        <source>&amp;PIN or passphrase</source>
        <translation>&amp;PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>While practising it is: %1</source>
        <extracomment>%1: the passphrase everybody uses while practising; no secret.</extracomment>
        <translation>En la práctica es: %1</translation>
    </message>
    <message>
        <source>The workstation stays locked. Type it again.</source>
        <translation>La estación de trabajo sigue bloqueada. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>Type your PIN or passphrase.</source>
        <translation>Escriba su PIN o frase de contraseña.</translation>
    </message>
    <message>
        <source>The workstation stays locked. Insert the card you signed in with and type its PIN.</source>
        <translation>La estación de trabajo sigue bloqueada. Inserte la tarjeta con la que inició sesión y escriba su PIN.</translation>
    </message>
    <message>
        <source>The workstation stays locked. Sign out, and sign in again to learn what to do.</source>
        <translation>La estación de trabajo sigue bloqueada. Cierre la sesión e iníciela de nuevo para saber qué hacer.</translation>
    </message>
</context>
<context>
    <name>casebound::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Cerrar sesión</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Caso</translation>
    </message>
    <message>
        <source>&amp;Open case …</source>
        <translation>&amp;Abrir caso …</translation>
    </message>
    <message>
        <source>&amp;Close case …</source>
        <translation>&amp;Cerrar caso …</translation>
    </message>
    <message>
        <source>&amp;Search for this case</source>
        <translation>&amp;Buscar para este caso</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Panel &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Panel anterior</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Ayuda sobre esta página</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>&amp;About Casebound</source>
        <translation>Acerca &amp;de Casebound</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aspecto</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>Alto con&amp;traste</translation>
    </message>
    <message>
        <source>Not yours to do: %1. If it has to be done, tell your supervisor.</source>
        <extracomment>%1: something a role may do, as &quot;Open a case&quot;.</extracomment>
        <translation>No le corresponde: %1. Si hay que hacerlo, avise a su supervisor.</translation>
    </message>
    <message>
        <source>&amp;Export case …</source>
        <translation>&amp;Exportar caso …</translation>
    </message>
    <message>
        <source>&amp;Copy reads as CSV</source>
        <translation>Copiar lecturas como CS&amp;V</translation>
    </message>
    <message>
        <source>Copy &amp;map</source>
        <translation>Copiar &amp;mapa</translation>
    </message>
    <message>
        <source>&amp;Print reads …</source>
        <translation>&amp;Imprimir lecturas …</translation>
    </message>
    <message>
        <source>Print m&amp;ap …</source>
        <translation>Im&amp;primir mapa …</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>&amp;Load the map again</source>
        <translation>Volver a &amp;cargar el mapa</translation>
    </message>
</context>
<context>
    <name>casebound::MainWindow</name>
    <message>
        <source>Stay signed in</source>
        <translation>Mantener la sesión</translation>
    </message>
    <message>
        <source>Casebound</source>
        <translation>Casebound</translation>
    </message>
    <message numerus="yes">
        <source>Nobody is at the keyboard. Casebound locks in %n second(s).</source>
        <translation>
            <numerusform>No hay nadie al teclado. Casebound se bloqueará en %n segundo.</numerusform>
            <numerusform>No hay nadie al teclado. Casebound se bloqueará en %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read(s) have been neither judged nor kept.</source>
        <translation>
            <numerusform>%n lectura no tiene veredicto ni se ha conservado.</numerusform>
            <numerusform>%n lecturas no tienen veredicto ni se han conservado.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are discarded when the session ends, and the log says how many. Nothing has been discarded yet.</source>
        <translation>Se descartan cuando termina la sesión, y en el registro consta cuántas. Aún no se ha descartado nada.</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Casebound %1</source>
        <translation>Casebound %1</translation>
    </message>
    <message>
        <source>Case-bound licence-plate-reader queries, as DHS/ICE/PIA-039 asks for them. Licence: Apache 2.0.</source>
        <translation>Consultas a lectores de placas vinculadas a un caso, como lo exige DHS/ICE/PIA-039. Licencia: Apache 2.0.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Review overdue</source>
        <translation>Revisión atrasada</translation>
    </message>
    <message>
        <source>Open a review on the page Review. A period of at most 92 days is reviewed at a time.</source>
        <translation>Abra una revisión en la página Revisión. Cada vez se revisa un período de 92 días como máximo.</translation>
    </message>
</context>
<context>
    <name>casebound::MapLegend</name>
    <message>
        <source>Near match</source>
        <extracomment>Legend of the map.</extracomment>
        <translation>Lectura parecida</translation>
    </message>
    <message>
        <source>Sensitive place</source>
        <extracomment>Legend of the map.</extracomment>
        <translation>Lugar sensible</translation>
    </message>
</context>
<context>
    <name>casebound::MapPane</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Map of reads</source>
        <translation>Mapa de lecturas</translation>
    </message>
    <message>
        <source>No reads to draw.</source>
        <translation>No hay lecturas que dibujar.</translation>
    </message>
    <message>
        <source>1 read is drawn.</source>
        <translation>Hay 1 lectura en el mapa.</translation>
    </message>
    <message>
        <source>%1 reads are drawn.</source>
        <translation>Hay %1 lecturas en el mapa.</translation>
    </message>
    <message>
        <source>1 has no place and stands in the table alone.</source>
        <translation>1 no tiene lugar y figura solo en la tabla.</translation>
    </message>
    <message>
        <source>%1 have no place and stand in the table alone.</source>
        <translation>%1 no tienen lugar y figuran solo en la tabla.</translation>
    </message>
    <message>
        <source>%1. Not on the map: no place was given.</source>
        <translation>%1. No está en el mapa: no se indicó ningún lugar.</translation>
    </message>
    <message>
        <source>Arrows move, plus and minus zoom, N and P go to the next and previous read, Enter opens it, L lists what stands on its spot. The table of reads says the same.</source>
        <translation>Las flechas mueven el mapa, más y menos lo acercan y alejan, N y P van a la lectura siguiente y a la anterior, Enter la abre y L enumera las que hay en su punto. La tabla de lecturas dice lo mismo.</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <translation>Mapa: %1</translation>
    </message>
    <message>
        <source>A read is a lead, not a match, until its picture was checked.</source>
        <translation>Una lectura es una pista, no una coincidencia, mientras no se haya comprobado su imagen.</translation>
    </message>
    <message>
        <source>1 is left out by the filter and not shown.</source>
        <translation>El filtro excluye 1, que no se muestra.</translation>
    </message>
    <message>
        <source>%1 are left out by the filter and not shown.</source>
        <translation>El filtro excluye %1, que no se muestran.</translation>
    </message>
</context>
<context>
    <name>casebound::MapStage</name>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Acercar (+)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Alejar (−)</translation>
    </message>
    <message>
        <source>Show all reads</source>
        <translation>Mostrar todas las lecturas</translation>
    </message>
    <message>
        <source>Show all reads (0)</source>
        <translation>Mostrar todas las lecturas (0)</translation>
    </message>
</context>
<context>
    <name>casebound::OffenceDelegate</name>
    <message>
        <source>%1  ·  %2</source>
        <extracomment>Second line of a list entry. %1: reason or group, %2: statute or page.</extracomment>
        <translation>%1  ·  %2</translation>
    </message>
</context>
<context>
    <name>casebound::OffenceModel</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>%1: group of priorities, %2: the priority.</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 — %2 (%3)</source>
        <extracomment>%1: reason, %2: offence, %3: its statute.</extracomment>
        <translation>%1 — %2 (%3)</translation>
    </message>
</context>
<context>
    <name>casebound::OffencePicker</name>
    <message>
        <source>Type to filter</source>
        <translation>Escriba para filtrar</translation>
    </message>
    <message>
        <source>Choose the matter first</source>
        <translation>Elija primero la materia</translation>
    </message>
    <message>
        <source>Priority</source>
        <extracomment>Label of a field: the priority of an administrative matter; the offence of a criminal one.</extracomment>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Offence</source>
        <translation>Delito</translation>
    </message>
    <message numerus="yes">
        <source>Limitation %n year(s), %1</source>
        <extracomment>%1: statute the limit comes from.</extracomment>
        <translation>
            <numerusform>Prescripción: %n año, %1</numerusform>
            <numerusform>Prescripción: %n años, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No limitation, %1: the office’s own limit applies</source>
        <translation>Sin plazo de prescripción, %1: se aplica el límite propio de la oficina</translation>
    </message>
    <message>
        <source>Limited by a child victim’s life, %1: the office’s own limit applies</source>
        <translation>Limitado por la vida de la víctima menor de edad, %1: se aplica el límite propio de la oficina</translation>
    </message>
    <message>
        <source>(partly checked against its source; counsel may change it)</source>
        <translation>(cotejado en parte con su fuente; la asesoría jurídica puede cambiarlo)</translation>
    </message>
    <message>
        <source>(not checked against its source; counsel may change it)</source>
        <translation>(no cotejado con su fuente; la asesoría jurídica puede cambiarlo)</translation>
    </message>
    <message>
        <source>Administrative limit of five years (%1)</source>
        <translation>Límite administrativo de cinco años (%1)</translation>
    </message>
    <message>
        <source>No entry holds these words.</source>
        <translation>Ninguna opción contiene estas palabras.</translation>
    </message>
    <message>
        <source>Choose one of the entries that hold these words.</source>
        <translation>Elija una de las opciones que contienen estas palabras.</translation>
    </message>
</context>
<context>
    <name>casebound::OfficeMap</name>
    <message>
        <source>No map here</source>
        <translation>Aquí no hay mapa</translation>
    </message>
</context>
<context>
    <name>casebound::OfficeMapFile</name>
    <message>
        <source>office file “%1”</source>
        <translation>archivo de la oficina «%1»</translation>
    </message>
</context>
<context>
    <name>casebound::OfficePage</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Progress of an export. %1: number, %2: &quot;1,204 entries&quot;.</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1, now being signed, synced and read again …</source>
        <translation>%1; ahora se firma, se guarda y se lee de nuevo …</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>The whole log as a folder that anybody can check with tools nobody here wrote. It holds no plate, name, case number or reason: only the public part of each entry, and what proves that none was changed, left out or added. That it was written is an entry of the log itself.</source>
        <translation>El registro completo como carpeta que cualquiera puede comprobar con herramientas que nadie aquí escribió. No contiene placas, nombres, números de caso ni motivos: solo la parte pública de cada asiento y lo que prueba que ninguno se cambió, se omitió o se añadió. Que se escribió es un asiento del propio registro.</translation>
    </message>
    <message>
        <source>Export &amp;to</source>
        <translation>Expor&amp;tar a</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Elegir carpeta</translation>
    </message>
    <message>
        <source>Export log</source>
        <translation>Exportar registro</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Cancelar exportación</translation>
    </message>
    <message>
        <source>Exporting the log</source>
        <translation>Exportación del registro</translation>
    </message>
    <message>
        <source>Checkpoint hash</source>
        <translation>Resumen del punto de control</translation>
    </message>
    <message>
        <source>The third line of the file “checkpoint”. Whoever gets the folder compares it with what you tell them.</source>
        <translation>La tercera línea del archivo «checkpoint». Quien reciba la carpeta la compara con lo que usted le diga.</translation>
    </message>
    <message>
        <source>Export for outsiders</source>
        <translation>Exportación para terceros</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Cabeza</translation>
    </message>
    <message>
        <source>the office has no witness folder</source>
        <translation>la oficina no tiene carpeta de testigos</translation>
    </message>
    <message>
        <source>not reachable; tried again as the log grows</source>
        <translation>no disponible; se intenta de nuevo según crece el registro</translation>
    </message>
    <message>
        <source>head written %1</source>
        <translation>cabeza escrita el %1</translation>
    </message>
    <message>
        <source>not written to since the log was opened</source>
        <translation>sin escribir desde que se abrió el registro</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Testigo</translation>
    </message>
    <message>
        <source>Casebound – Folder for the export</source>
        <translation>Casebound – Carpeta para la exportación</translation>
    </message>
    <message>
        <source>%1 were written and checked: %2</source>
        <extracomment>%1: &quot;1,204 entries&quot;, %2: folder.</extracomment>
        <translation>Se escribieron y comprobaron %1: %2</translation>
    </message>
    <message>
        <source>The log was exported.</source>
        <translation>El registro se exportó.</translation>
    </message>
    <message>
        <source>Choose f&amp;older …</source>
        <translation>&amp;Elegir carpeta …</translation>
    </message>
    <message>
        <source>Checkpoint ha&amp;sh</source>
        <translation>Re&amp;sumen del punto de control</translation>
    </message>
    <message>
        <source>With private parts, for a review at another desk</source>
        <translation>Con las partes privadas, para una revisión en otro puesto</translation>
    </message>
    <message>
        <source>Plates, names, cases and reasons then lie in the folder in plain: hand it to the reviewer alone, and delete it afterwards.</source>
        <translation>Las placas, los nombres, los casos y los motivos quedan entonces sin cifrar en la carpeta: entréguela solo al revisor y bórrela después.</translation>
    </message>
</context>
<context>
    <name>casebound::OpenCaseDialog</name>
    <message>
        <source>Casebound – Open case</source>
        <translation>Casebound – Abrir caso</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir caso</translation>
    </message>
    <message>
        <source>Every query, kept read and log entry is tied to this number. Opening the case is itself an entry in the log.</source>
        <translation>Cada consulta, lectura conservada y asiento del registro queda vinculado a este número. La apertura del caso también se asienta en el registro.</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Número de caso</translation>
    </message>
    <message>
        <source>Working title</source>
        <translation>Título de trabajo</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>Materia</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>Case &amp;number</source>
        <translation>&amp;Número de caso</translation>
    </message>
    <message>
        <source>Working &amp;title</source>
        <translation>&amp;Título de trabajo</translation>
    </message>
    <message>
        <source>&amp;Matter</source>
        <translation>&amp;Materia</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>casebound::OtherLogsDialog</name>
    <message>
        <source>Open log</source>
        <translation>Abrir registro</translation>
    </message>
    <message>
        <source>Close this log</source>
        <translation>Cerrar este registro</translation>
    </message>
    <message>
        <source>Casebound – Logs of other desks</source>
        <translation>Casebound – Registros de otros puestos</translation>
    </message>
    <message>
        <source>Logs that other workstations exported with their private parts. Each is checked first, as an auditor would, with the key the office profile has for that workstation. The next review covers them together with this desk’s; nothing of them is written to this log but what is judged.</source>
        <translation>Registros que otras estaciones exportaron con sus partes privadas. Cada uno se comprueba primero, como lo haría un auditor, con la clave que el perfil de la oficina tiene de esa estación. La próxima revisión los abarca junto con el de este puesto; de ellos no se anota en este registro más que lo que se juzga.</translation>
    </message>
    <message>
        <source>Logs of other desks</source>
        <translation>Registros de otros puestos</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Estación de trabajo</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Asientos</translation>
    </message>
    <message>
        <source>Reaches up to</source>
        <translation>Llega hasta</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Folder of the exported log</source>
        <translation>Carpeta del registro exportado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>in this review</source>
        <translation>en esta revisión</translation>
    </message>
    <message>
        <source>in the next one</source>
        <translation>en la próxima</translation>
    </message>
    <message>
        <source>The log is being checked from its first entry to its last.</source>
        <translation>El registro se está comprobando desde el primer asiento hasta el último.</translation>
    </message>
    <message>
        <source>The log of %1 is in order and open.</source>
        <extracomment>%1: the name of a workstation.</extracomment>
        <translation>El registro de %1 está en orden y abierto.</translation>
    </message>
</context>
<context>
    <name>casebound::PageGuide</name>
    <message>
        <source>Search</source>
        <extracomment>Name of a page of the main window.</extracomment>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Verify</source>
        <extracomment>Name of a page of the main window: reads are checked by eye there.</extracomment>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>Case file</source>
        <extracomment>Name of a page of the main window: cases and the reads kept for them.</extracomment>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Every query belongs to an open case, names a purpose and a specific reason, and asks for one whole plate. Wildcards, parts of a plate, areas and lists are not searched.</source>
        <translation>Cada consulta pertenece a un caso abierto, indica una finalidad y un motivo específico, y pide una sola placa completa. No se buscan comodines, partes de una placa, zonas ni listas.</translation>
    </message>
    <message>
        <source>How far back you may look follows from the offence or the administrative priority. The limit and its source stand next to the dates. The form starts with 90 days; widen it only as far as the case needs.</source>
        <translation>Hasta qué fecha puede buscar hacia atrás depende del delito o de la prioridad administrativa. El límite y su fuente están junto a las fechas. El formulario comienza con 90 días; amplíelo solo lo que el caso requiera.</translation>
    </message>
    <message>
        <source>The query is written to the audit log before it is sent. If the log cannot be written, nothing is sent.</source>
        <translation>La consulta se anota en el registro de auditoría antes de enviarse. Si no se puede escribir en el registro, no se envía nada.</translation>
    </message>
    <message>
        <source>A read is a lead. No reads is not proof of absence. Results are gone when you close them, sign out, or after eight hours, unless you keep them for the case.</source>
        <translation>Una lectura es una pista. Que no haya lecturas no prueba la ausencia. Los resultados desaparecen cuando usted los cierra, cuando cierra la sesión o al cabo de ocho horas, salvo que los conserve para el caso.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, pages 2, 6, 12 and 13</source>
        <extracomment>Page numbers are those of the Privacy Impact Assessment DHS/ICE/PIA-039.</extracomment>
        <translation>DHS/ICE/PIA-039, páginas 2, 6, 12 y 13</translation>
    </message>
    <message>
        <source>Type what the picture shows, and the jurisdiction, before anything else. Only then is the machine’s text shown, and the two are compared character by character.</source>
        <translation>Antes que nada, escriba lo que muestra la imagen y la jurisdicción. Solo entonces se muestra el texto de la máquina, y ambos se comparan carácter por carácter.</translation>
    </message>
    <message>
        <source>Then judge: Confirmed (Y), Different plate (N) or Unreadable (U). The last two need a note. Where the picture is missing, or is not the one the vendor announced, a read can only be called unreadable.</source>
        <translation>Luego dé su veredicto: Confirmada (Y), Otra placa (N) o Ilegible (U). Los dos últimos requieren una nota. Si la imagen falta, o no es la que anunció el proveedor, la lectura solo puede declararse ilegible.</translation>
    </message>
    <message>
        <source>Look at the vehicle and at the age of the read as well: a plate may have moved to another vehicle.</source>
        <translation>Fíjese también en el vehículo y en la antigüedad de la lectura: una placa puede haber pasado a otro vehículo.</translation>
    </message>
    <message>
        <source>Keep a read for the case with a sentence about its relevance. Reads that were not confirmed are kept only as contrary to the lead, and are marked so everywhere.</source>
        <translation>Conserve una lectura para el caso con una oración sobre su relevancia. Las lecturas que no se confirmaron se conservan solo como contrarias a la pista, y así se marcan en todas partes.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, pages 3, 9 and 16</source>
        <translation>DHS/ICE/PIA-039, páginas 3, 9 y 16</translation>
    </message>
    <message>
        <source>Open a case before you search. Its number ties every query, every kept read and every log entry together.</source>
        <translation>Abra un caso antes de buscar. Su número vincula cada consulta, cada lectura conservada y cada asiento del registro.</translation>
    </message>
    <message>
        <source>Choose a case to see the reads kept for it, with verdict, relevance, and who kept them.</source>
        <translation>Elija un caso para ver las lecturas que se conservan para él, con su veredicto, su relevancia y quién las conservó.</translation>
    </message>
    <message>
        <source>Closing a case ends searches for it. It needs a note, which goes into the audit log. Kept reads stay until their retention ends.</source>
        <translation>Al cerrar un caso terminan las búsquedas para él. Se requiere una nota, que se anota en el registro de auditoría. Las lecturas conservadas permanecen hasta que termine su plazo de conservación.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, pages 10, 11, 13 and 14</source>
        <translation>DHS/ICE/PIA-039, páginas 10, 11, 13 y 14</translation>
    </message>
    <message>
        <source>Office</source>
        <extracomment>Name of a page of the main window: what concerns the office as a whole, for supervisors.</extracomment>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>The audit log is this office’s oversight: every sign-in, query, verdict and export is an entry in it, and no entry can be changed, left out or added without the next start, or an outsider’s check, saying so.</source>
        <translation>El registro de auditoría es el control de esta oficina: cada inicio de sesión, consulta, veredicto y exportación es un asiento en él, y ningún asiento se puede cambiar, omitir o añadir sin que lo diga el próximo inicio o la comprobación de un tercero.</translation>
    </message>
    <message>
        <source>Its head stands for all entries. Witnesses keep heads elsewhere, so that an older copy that is put back is noticed.</source>
        <translation>Su cabeza representa todos los asientos. Los testigos guardan cabezas en otro lugar, para que se note una copia más antigua que se ponga en su lugar.</translation>
    </message>
    <message>
        <source>An export lets outsiders check the whole log. It holds no plate, name, case number or reason. Tell them the checkpoint hash by another way than you send the folder.</source>
        <translation>Una exportación permite a terceros comprobar el registro completo. No contiene placas, nombres, números de caso ni motivos. Comuníqueles el resumen del punto de control por una vía distinta de la que usa para enviar la carpeta.</translation>
    </message>
    <message>
        <source>Whoever exports the log does so on the record: the intention is an entry before anything is written, and what came of it is one after.</source>
        <translation>Quien exporta el registro deja constancia de ello: la intención es un asiento antes de escribir nada, y lo que resultó es otro después.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, pages 6, 7, 16 and 17</source>
        <translation>DHS/ICE/PIA-039, páginas 6, 7, 16 y 17</translation>
    </message>
    <message>
        <source>Course</source>
        <extracomment>Name of a page of the main window: the practice course, in training mode.</extracomment>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Nobody searches on duty without training in force. The course asks for ten verifications, with misreads among them, and for two requests that you have to recognise as ones to refuse.</source>
        <translation>Nadie busca en servicio sin formación vigente. El curso pide diez verificaciones, con lecturas erróneas entre ellas, y dos solicitudes que hay que reconocer como rechazables.</translation>
    </message>
    <message>
        <source>The record of a passed course is signed with your own credential. The office administrator takes it in; from the next signed profile on you may sign in.</source>
        <translation>El acta de un curso aprobado se firma con su propia credencial. El administrador de la oficina la incorpora; a partir del siguiente perfil firmado podrá iniciar sesión.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, pages 5 and 17</source>
        <translation>DHS/ICE/PIA-039, páginas 5 y 17</translation>
    </message>
    <message>
        <source>Review</source>
        <extracomment>Name of a page of the main window: supervisors review the audit log there.</extracomment>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>A review covers at most 92 days and begins where the last signed one ended. Every entry of the period is read and checked against the log’s head before anything is shown.</source>
        <translation>Una revisión abarca 92 días como máximo y empieza donde terminó la última firmada. Cada asiento del período se lee y se comprueba con la cabeza del registro antes de mostrar nada.</translation>
    </message>
    <message>
        <source>The sample hangs on the log’s own head, so nobody chooses it. Exceptions, queries outside the shift, queries sent soon after a refusal, repeated plates and approvals of one’s own are judged in any case.</source>
        <translation>La muestra depende de la propia cabeza del registro, así que nadie la elige. Las excepciones, las consultas fuera del turno, las enviadas poco después de un rechazo, las placas repetidas y las aprobaciones propias se revisan siempre.</translation>
    </message>
    <message>
        <source>Judge each item: In order, Question or Refer; the last two say why. In the table the letters I, Q and R do the same. What is your own act waits for another reviewer.</source>
        <translation>Decida cada punto: En orden, Duda o Remitir; los dos últimos dicen por qué. En la tabla, las letras I, Q y R hacen lo mismo. Lo que es un acto de usted espera a otro revisor.</translation>
    </message>
    <message>
        <source>An indicator is a reason to look, not a finding. You decide, and you sign with your credential. You can pause and go on another day: every decision is in the log already.</source>
        <translation>Un indicador es un motivo para mirar, no una conclusión. Usted decide y firma con su credencial. Puede hacer una pausa y continuar otro día: cada decisión ya consta en el registro.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, pages 7 and 16</source>
        <translation>DHS/ICE/PIA-039, páginas 7 y 16</translation>
    </message>
    <message>
        <source>OCR quality</source>
        <extracomment>Name of a page of the main window: how often machines misread, for supervisors.</extracomment>
        <translation>Calidad del OCR</translation>
    </message>
    <message>
        <source>Machines misread plates. How often, and where, is counted from what people typed from the pictures before they saw the machine’s text, for the days on which they judged.</source>
        <translation>Las máquinas leen mal las placas. Con qué frecuencia y dónde se cuenta a partir de lo que las personas escribieron viendo las imágenes, antes de ver el texto de la máquina, en los días en que dieron su veredicto.</translation>
    </message>
    <message>
        <source>A rate never stands alone: the size of the sample and the 95 % interval (Wilson 1927) stand beside it, and where fewer than 30 reads were compared nothing is said. Unreadable pictures are counted apart.</source>
        <translation>Una tasa nunca va sola: la acompañan el tamaño de la muestra y el intervalo del 95 % (Wilson 1927), y si se compararon menos de 30 lecturas no se dice nada. Las imágenes ilegibles se cuentan aparte.</translation>
    </message>
    <message>
        <source>The vendor’s claim is the vendor’s own word about plates that pass a camera. Here it is reads that a query returned and somebody looked at: do not take one for the other.</source>
        <translation>Lo que afirma el proveedor es solo su palabra sobre las placas que pasan ante una cámara. Aquí se trata de lecturas que devolvió una consulta y que alguien miró: no tome lo uno por lo otro.</translation>
    </message>
    <message>
        <source>The exported table holds no plate. That it was written is an entry of the log.</source>
        <translation>La tabla exportada no contiene ninguna placa. Que se escribió consta en el registro.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, page 16</source>
        <translation>DHS/ICE/PIA-039, página 16</translation>
    </message>
    <message>
        <source>Alerts</source>
        <extracomment>Name of a page of the main window: plates the vendor looks out for, and their hits.</extracomment>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>An alert entry asks the vendor to tell you, and only you, when it reads a plate. It belongs to an open case and follows the rules of a query: one whole plate, a purpose, and a specific reason.</source>
        <translation>Una entrada de alerta pide al proveedor que le avise a usted, y solo a usted, cuando lea una placa. Pertenece a un caso abierto y sigue las reglas de una consulta: una placa completa, una finalidad y un motivo específico.</translation>
    </message>
    <message>
        <source>An entry lasts at most a year. Before it is over you justify it anew, one by one and in fresh words; what is overdue is suspended. It ends with its case.</source>
        <translation>Una entrada dura como máximo un año. Antes de que venza usted vuelve a justificarla, una por una y con palabras nuevas; la que tiene el plazo vencido se suspende. Termina con su caso.</translation>
    </message>
    <message>
        <source>A hit is a lead, and unverified until you have looked at its picture. Verify it like any read. A hit that waits 14 days for a verdict suspends its entry.</source>
        <translation>Un aviso es una pista y queda sin verificar hasta que usted mire su imagen. Verifíquelo como cualquier lectura. Un aviso que espera 14 días un veredicto suspende su entrada.</translation>
    </message>
    <message>
        <source>What the vendor has not confirmed yet is told again until it does, and is marked so in the list.</source>
        <translation>Lo que el proveedor aún no ha confirmado se le vuelve a comunicar hasta que lo confirme, y así se marca en la lista.</translation>
    </message>
    <message>
        <source>DHS/ICE/PIA-039, pages 3, 6 and 13</source>
        <translation>DHS/ICE/PIA-039, páginas 3, 6 y 13</translation>
    </message>
</context>
<context>
    <name>casebound::PageList</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <extracomment>Tooltip of a page of the list. %1: number of the page.</extracomment>
        <translation>Ctrl+%1</translation>
    </message>
</context>
<context>
    <name>casebound::PicturePair</name>
    <message>
        <source>Plate picture</source>
        <translation>Imagen de la placa</translation>
    </message>
    <message>
        <source>Vehicle picture</source>
        <translation>Imagen del vehículo</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom in (Z or +)</source>
        <translation>Acercar (Z o +)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Zoom out (Shift+Z or -)</source>
        <translation>Alejar (Shift+Z o -)</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Imagen completa</translation>
    </message>
    <message>
        <source>Whole picture (0)</source>
        <translation>Imagen completa (0)</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Rotate by a quarter (R)</source>
        <translation>Girar un cuarto de vuelta (R)</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Invert light and dark (I)</source>
        <translation>Invertir claros y oscuros (I)</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Raise the contrast (C)</source>
        <translation>Aumentar el contraste (C)</translation>
    </message>
    <message>
        <source>Loading the picture</source>
        <translation>Cargando la imagen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>The picture as it came (X)</source>
        <translation>La imagen tal como llegó (X)</translation>
    </message>
</context>
<context>
    <name>casebound::PromptDialog</name>
    <message>
        <source>Casebound</source>
        <translation>Casebound</translation>
    </message>
    <message>
        <source>Casebound – %1</source>
        <translation>Casebound – %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write a sentence first. Nothing was changed.</source>
        <translation>Primero escriba una oración. No se cambió nada.</translation>
    </message>
</context>
<context>
    <name>casebound::QualityModel</name>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Share of reads that were misread.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>demasiado pocas</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <extracomment>Interval of a share. %1: lower end, %2: upper end.</extracomment>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <source>%1 read as %2</source>
        <extracomment>A pair of characters. %1: what the picture shows, %2: what the machine read.</extracomment>
        <translation>%1 leído como %2</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Contributor</source>
        <translation>Aportante</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>Characters</source>
        <extracomment>A picture&apos;s character and what the machine made of it.</extracomment>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparadas</translation>
    </message>
    <message>
        <source>Misread</source>
        <translation>Mal leídas</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tasa</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalo del 95 %</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Ilegibles</translation>
    </message>
</context>
<context>
    <name>casebound::QualityPage</name>
    <message>
        <source>OCR quality</source>
        <translation>Calidad del OCR</translation>
    </message>
    <message>
        <source>Counted from what people typed from the pictures before they saw the machine’s text. Of a read that was not kept only this stays: its camera, contributor and jurisdiction, and the characters that differed – no plate.</source>
        <translation>Se cuenta a partir de lo que las personas escribieron viendo las imágenes, antes de ver el texto de la máquina. De una lectura que no se conservó solo queda esto: su cámara, aportante y jurisdicción, y los caracteres que difirieron; ninguna placa.</translation>
    </message>
    <message>
        <source>Judged from</source>
        <translation>Juzgadas desde</translation>
    </message>
    <message>
        <source>Judged to</source>
        <translation>Juzgadas hasta</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>Contar por</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Contributor</source>
        <translation>Aportante</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>Character pair</source>
        <translation>Par de caracteres</translation>
    </message>
    <message>
        <source>E&amp;xport table …</source>
        <translation>E&amp;xportar tabla …</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>Exportar tabla</translation>
    </message>
    <message>
        <source>Judged f&amp;rom</source>
        <translation>Juzgadas &amp;desde</translation>
    </message>
    <message>
        <source>Judged &amp;to</source>
        <translation>Juzgadas &amp;hasta</translation>
    </message>
    <message>
        <source>Count &amp;by</source>
        <translation>Co&amp;ntar por</translation>
    </message>
    <message>
        <source>Misreads</source>
        <translation>Lecturas erróneas</translation>
    </message>
    <message>
        <source>misreads %1 to %2.csv</source>
        <extracomment>File name proposed for an export. %1 and %2: dates.</extracomment>
        <translation>lecturas erróneas %1 a %2.csv</translation>
    </message>
    <message>
        <source>Casebound – Export the table</source>
        <translation>Casebound – Exportar la tabla</translation>
    </message>
    <message>
        <source>The table was written: %1</source>
        <extracomment>%1: file.</extracomment>
        <translation>La tabla se escribió: %1</translation>
    </message>
    <message>
        <source>The table of misreads was exported.</source>
        <translation>Se exportó la tabla de lecturas erróneas.</translation>
    </message>
</context>
<context>
    <name>casebound::ReadChoice</name>
    <message>
        <source>Casebound – Reads of the export</source>
        <translation>Casebound – Lecturas de la exportación</translation>
    </message>
    <message>
        <source>&amp;Kept reads</source>
        <translation>Lecturas &amp;conservadas</translation>
    </message>
    <message>
        <source>Kept reads</source>
        <translation>Lecturas conservadas</translation>
    </message>
    <message>
        <source>Space ticks. What you leave out stays in the case file; that it was left out, and how much, is said in the export and in the audit log.</source>
        <translation>La barra espaciadora marca. Lo que deje fuera sigue en el expediente; que se dejó fuera, y cuánto, consta en la exportación y en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Marcar todas</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>No marcar ninguna</translation>
    </message>
    <message>
        <source>Use this choice</source>
        <translation>Usar esta selección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>casebound::ReadCopier</name>
    <message>
        <source>UNVERIFIED, near match</source>
        <translation>SIN VERIFICAR, lectura parecida</translation>
    </message>
    <message>
        <source>UNVERIFIED</source>
        <translation>SIN VERIFICAR</translation>
    </message>
    <message>
        <source>verified by eye</source>
        <translation>verificada a la vista</translation>
    </message>
    <message>
        <source>NOT CONFIRMED, contrary: different plate</source>
        <translation>NO CONFIRMADA, contraria: otra placa</translation>
    </message>
    <message>
        <source>NOT CONFIRMED, contrary: unreadable</source>
        <translation>NO CONFIRMADA, contraria: ilegible</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>There are no reads here to copy or print.</source>
        <translation>Aquí no hay lecturas que copiar o imprimir.</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>No se copió</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n read(s) copied as CSV, which the log says. The clipboard is cleared after a minute.</source>
        <translation>
            <numerusform>%n lectura copiada como CSV, y así consta en el registro. El portapapeles se borra al cabo de un minuto.</numerusform>
            <numerusform>%n lecturas copiadas como CSV, y así consta en el registro. El portapapeles se borra al cabo de un minuto.</numerusform>
        </translation>
    </message>
    <message>
        <source>The map is copied as a picture, which the log says. The clipboard is cleared after a minute.</source>
        <translation>El mapa se copió como imagen, y así consta en el registro. El portapapeles se borra al cabo de un minuto.</translation>
    </message>
    <message>
        <source>More than %1 reads are not printed.</source>
        <translation>No se imprimen más de %1 lecturas.</translation>
    </message>
    <message>
        <source>Nothing was printed. Choose days above the table to narrow it, or copy it as CSV.</source>
        <translation>No se imprimió nada. Elija días encima de la tabla para reducirla, o cópiela como CSV.</translation>
    </message>
    <message>
        <source>The reads are gone. Nothing was printed.</source>
        <translation>Las lecturas ya no están. No se imprimió nada.</translation>
    </message>
    <message>
        <source>Printed %1 by %2. %3</source>
        <translation>Impreso %1 por %2. %3</translation>
    </message>
    <message>
        <source>Sent to the printer, which the log says.</source>
        <translation>Enviado a la impresora, y así consta en el registro.</translation>
    </message>
    <message>
        <source>The printer did not take it.</source>
        <translation>La impresora no lo aceptó.</translation>
    </message>
    <message>
        <source>Perhaps nothing was printed; the log says that it was asked. Look at the printer and print again.</source>
        <translation>Quizá no se imprimió nada; en el registro consta que se pidió. Revise la impresora y vuelva a imprimir.</translation>
    </message>
    <message>
        <source>There is no map here to copy or print.</source>
        <translation>Aquí no hay ningún mapa que copiar o imprimir.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the alert list copied as CSV, which the log says. The clipboard is cleared after a minute.</source>
        <translation>
            <numerusform>%n entrada de la lista de alertas copiada como CSV, y así consta en el registro. El portapapeles se borra al cabo de un minuto.</numerusform>
            <numerusform>%n entradas de la lista de alertas copiadas como CSV, y así consta en el registro. El portapapeles se borra al cabo de un minuto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::ReadPictures</name>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Plate picture</source>
        <translation>Imagen de la placa</translation>
    </message>
    <message>
        <source>Vehicle picture</source>
        <translation>Imagen del vehículo</translation>
    </message>
    <message>
        <source>Check this read by eye (Enter in the table)</source>
        <translation>Comprobar esta lectura a simple vista (Enter en la tabla)</translation>
    </message>
    <message>
        <source>Select a read to see its pictures.</source>
        <translation>Seleccione una lectura para ver sus imágenes.</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1, hace %2</translation>
    </message>
    <message>
        <source>Loading the picture</source>
        <translation>Cargando la imagen</translation>
    </message>
</context>
<context>
    <name>casebound::ReadTableModel</name>
    <message>
        <source>as queried</source>
        <translation>la consultada</translation>
    </message>
    <message>
        <source>another, hidden until checked</source>
        <translation>otra, oculta hasta comprobarla</translation>
    </message>
    <message>
        <source>%1, not as queried</source>
        <translation>%1, no es la consultada</translation>
    </message>
    <message>
        <source>%1, kept</source>
        <translation>%1, conservada</translation>
    </message>
    <message>
        <source>hidden until checked</source>
        <translation>oculta hasta comprobarla</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>casebound::ReadTableView</name>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
</context>
<context>
    <name>casebound::RecipientList</name>
    <message>
        <source>&amp;Add certificate from file …</source>
        <translation>A&amp;gregar certificado de un archivo …</translation>
    </message>
    <message>
        <source>E&amp;xport without encryption</source>
        <translation>Exportar si&amp;n cifrar</translation>
    </message>
    <message>
        <source>&amp;Recipients</source>
        <translation>&amp;Destinatarios</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinatarios</translation>
    </message>
    <message>
        <source>Only the people ticked here can open the export, each with their own key; not even you can, unless you are ticked as well. Space ticks.</source>
        <translation>Solo las personas marcadas aquí pueden abrir la exportación, cada una con su propia clave; ni siquiera usted, si no está marcado también. Espacio marca.</translation>
    </message>
    <message>
        <source>Add certificate from file</source>
        <translation>Agregar certificado de un archivo</translation>
    </message>
    <message>
        <source>Export without encryption</source>
        <translation>Exportar sin cifrar</translation>
    </message>
    <message>
        <source>%1 (from a file)</source>
        <extracomment>A recipient of an export whose certificate came from a file. %1: the name in the certificate.</extracomment>
        <translation>%1 (de un archivo)</translation>
    </message>
    <message>
        <source>Nobody vouches for a certificate from a file: compare its fingerprint with what the recipient tells you.</source>
        <translation>Nadie responde por un certificado de un archivo: compare su huella con la que le diga el destinatario.</translation>
    </message>
    <message>
        <source>Casebound – Certificate of a recipient</source>
        <translation>Casebound – Certificado de un destinatario</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Certificados (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>SHA-256 of this certificate: %1</source>
        <extracomment>Under the list of recipients. %1: SHA-256 of the chosen one&apos;s certificate.</extracomment>
        <translation>SHA-256 de este certificado: %1</translation>
    </message>
    <message>
        <source>Nobody is ticked: whoever gets hold of the export can read every plate, place and picture in it. That it was made without encryption stands in the audit log.</source>
        <translation>Nadie está marcado: quien tenga la exportación puede leer en ella cada placa, lugar e imagen. Que se hizo sin cifrar consta en el registro de auditoría.</translation>
    </message>
</context>
<context>
    <name>casebound::ReconciliationDialog</name>
    <message>
        <source>Casebound – Reconcile with vendor</source>
        <translation>Casebound – Conciliar con el proveedor</translation>
    </message>
    <message>
        <source>Every query that this workstation’s log has of the period is compared with the vendor’s own record of it. What was found is an entry of the log before it is shown. A difference is a reason to ask, not a finding against anybody.</source>
        <translation>Cada consulta que el registro de esta estación de trabajo tiene del período se compara con el registro propio del proveedor. Lo que se halló es un asiento del registro antes de mostrarse. Una diferencia es un motivo para preguntar, no una conclusión contra nadie.</translation>
    </message>
    <message>
        <source>Comparing with the vendor</source>
        <translation>Comparando con el proveedor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Hasta e incluido</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>up to and including</source>
        <translation>hasta e incluido</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>No differences. %1</source>
        <translation>Ninguna diferencia. %1</translation>
    </message>
    <message>
        <source>In the log: %1</source>
        <extracomment>%1: what a query says in the log.</extracomment>
        <translation>En el registro: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>At the vendor: %1</source>
        <extracomment>%1: what a query says at the vendor.</extracomment>
        <translation>En el proveedor: %1</translation>
    </message>
    <message>
        <source>Entry %1, query %2</source>
        <extracomment>%1: number of an entry of the log, %2: id of a query.</extracomment>
        <translation>Asiento %1, consulta %2</translation>
    </message>
    <message>
        <source>Query %1</source>
        <extracomment>%1: id of a query.</extracomment>
        <translation>Consulta %1</translation>
    </message>
</context>
<context>
    <name>casebound::ReconciliationModel</name>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <extracomment>How the time of a query is written; Qt&apos;s letters.</extracomment>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Field</source>
        <extracomment>What differs of a query, such as &quot;Reason&quot;.</extracomment>
        <translation>Campo</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>En el registro</translation>
    </message>
    <message>
        <source>At the vendor</source>
        <translation>En el proveedor</translation>
    </message>
</context>
<context>
    <name>casebound::ReferenceWords</name>
    <message>
        <source>Other federal offence (not capital, no special period)</source>
        <translation>Otro delito federal (no capital, sin plazo especial)</translation>
    </message>
    <message>
        <source>Conspiracy (general)</source>
        <translation>Conspiración (general)</translation>
    </message>
    <message>
        <source>Any offence punishable by death</source>
        <translation>Cualquier delito castigado con la muerte</translation>
    </message>
    <message>
        <source>Terrorism offence that caused, or foreseeably risked, death or serious bodily injury</source>
        <translation>Delito de terrorismo que causó muerte o lesiones graves, o que previsiblemente podía causarlas</translation>
    </message>
    <message>
        <source>Terrorism offence, listed, without that risk (incl. material support, terrorist financing)</source>
        <translation>Delito de terrorismo de la lista, sin ese riesgo (incl. apoyo material y financiamiento del terrorismo)</translation>
    </message>
    <message>
        <source>Espionage / national defence information, noncapital</source>
        <translation>Espionaje o información de la defensa nacional, no capital</translation>
    </message>
    <message>
        <source>Passing classified information to a foreign agent (government employee or recipient)</source>
        <translation>Entrega de información clasificada a un agente extranjero (empleado público o destinatario)</translation>
    </message>
    <message>
        <source>Atomic restricted data offences</source>
        <translation>Delitos sobre datos atómicos restringidos</translation>
    </message>
    <message>
        <source>Unregistered agent of a foreign government</source>
        <translation>Agente no registrado de un gobierno extranjero</translation>
    </message>
    <message>
        <source>Economic espionage / theft of trade secrets</source>
        <translation>Espionaje económico o robo de secretos comerciales</translation>
    </message>
    <message>
        <source>WMD, biological, chemical, nuclear materials</source>
        <translation>Armas de destrucción masiva, materiales biológicos, químicos o nucleares</translation>
    </message>
    <message>
        <source>Arms Export Control Act (ITAR)</source>
        <translation>Ley de Control de la Exportación de Armas (ITAR)</translation>
    </message>
    <message>
        <source>Export Control Reform Act (EAR dual-use)</source>
        <translation>Ley de Reforma del Control de Exportaciones (EAR, doble uso)</translation>
    </message>
    <message>
        <source>IEEPA / sanctions</source>
        <translation>IEEPA y sanciones</translation>
    </message>
    <message>
        <source>Trading with the Enemy Act</source>
        <translation>Ley de Comercio con el Enemigo</translation>
    </message>
    <message>
        <source>Smuggling goods out of the United States</source>
        <translation>Contrabando de mercancías desde los Estados Unidos</translation>
    </message>
    <message>
        <source>Firearms trafficking and unlawful possession</source>
        <translation>Tráfico y tenencia ilícita de armas de fuego</translation>
    </message>
    <message>
        <source>Money laundering (general)</source>
        <translation>Lavado de dinero (general)</translation>
    </message>
    <message>
        <source>Money laundering where the underlying crime is an offence against a foreign nation</source>
        <translation>Lavado de dinero cuyo delito de origen es contra una nación extranjera</translation>
    </message>
    <message>
        <source>Bulk cash smuggling, structuring, currency reports</source>
        <translation>Contrabando de efectivo, fraccionamiento, informes de divisas</translation>
    </message>
    <message>
        <source>Unlicensed money transmitting business</source>
        <translation>Negocio de envío de dinero sin licencia</translation>
    </message>
    <message>
        <source>Bank fraud and listed bank offences</source>
        <translation>Fraude bancario y delitos bancarios de la lista</translation>
    </message>
    <message>
        <source>Mail or wire fraud affecting a financial institution</source>
        <translation>Fraude postal o electrónico que afecta a una institución financiera</translation>
    </message>
    <message>
        <source>Mail or wire fraud, other</source>
        <translation>Fraude postal o electrónico, otros</translation>
    </message>
    <message>
        <source>Securities fraud</source>
        <translation>Fraude bursátil</translation>
    </message>
    <message>
        <source>Racketeering (RICO), gangs</source>
        <translation>Crimen organizado (RICO), pandillas</translation>
    </message>
    <message>
        <source>Major fraud against the United States ($1,000,000 or more)</source>
        <translation>Fraude mayor contra los Estados Unidos (1,000,000 de dólares o más)</translation>
    </message>
    <message>
        <source>Identity and access-device fraud</source>
        <translation>Fraude de identidad y de dispositivos de acceso</translation>
    </message>
    <message>
        <source>Tax evasion, false returns, failure to file or pay, tax conspiracy</source>
        <translation>Evasión fiscal, declaraciones falsas, falta de declaración o de pago, conspiración fiscal</translation>
    </message>
    <message>
        <source>Other internal revenue offences</source>
        <translation>Otros delitos fiscales</translation>
    </message>
    <message>
        <source>Customs fraud and smuggling goods into the United States</source>
        <translation>Fraude aduanero y contrabando de mercancías hacia los Estados Unidos</translation>
    </message>
    <message>
        <source>Counterfeit goods, copyright piracy</source>
        <translation>Mercancías falsificadas, piratería de derechos de autor</translation>
    </message>
    <message>
        <source>Stolen vehicles and stolen goods across borders</source>
        <translation>Vehículos y bienes robados que cruzan fronteras</translation>
    </message>
    <message>
        <source>Theft of major artwork / cultural property from a museum</source>
        <translation>Robo de obras de arte mayores o de bienes culturales de un museo</translation>
    </message>
    <message>
        <source>Civil customs penalty or forfeiture (not criminal)</source>
        <translation>Sanción o decomiso aduanero civil (no penal)</translation>
    </message>
    <message>
        <source>Sex trafficking of children, or by force, fraud or coercion</source>
        <translation>Trata sexual de menores, o por fuerza, fraude o coacción</translation>
    </message>
    <message>
        <source>Peonage, slavery, involuntary servitude, forced labour, related documents</source>
        <translation>Peonaje, esclavitud, servidumbre involuntaria, trabajo forzado y documentos relacionados</translation>
    </message>
    <message>
        <source>Other chapter 77 offences (slave-trade vessels, benefiting, immigration documents)</source>
        <translation>Otros delitos del capítulo 77 (buques de esclavos, lucro, documentos migratorios)</translation>
    </message>
    <message>
        <source>Alien smuggling, transporting, harbouring</source>
        <translation>Tráfico, transporte u ocultamiento de extranjeros</translation>
    </message>
    <message>
        <source>Alien smuggling resulting in death</source>
        <translation>Tráfico de extranjeros con resultado de muerte</translation>
    </message>
    <message>
        <source>Aiding inadmissible aliens to enter; importing aliens for immoral purpose</source>
        <translation>Ayuda a la entrada de extranjeros inadmisibles; traída de extranjeros con fines inmorales</translation>
    </message>
    <message>
        <source>Hostage taking</source>
        <translation>Toma de rehenes</translation>
    </message>
    <message>
        <source>Kidnapping of a minor</source>
        <translation>Secuestro de un menor</translation>
    </message>
    <message>
        <source>Kidnapping of an adult</source>
        <translation>Secuestro de un adulto</translation>
    </message>
    <message>
        <source>Drug distribution, import, export, conspiracy</source>
        <translation>Distribución, importación y exportación de drogas, conspiración</translation>
    </message>
    <message>
        <source>Killing in furtherance of a drug enterprise</source>
        <translation>Homicidio en apoyo de una empresa de drogas</translation>
    </message>
    <message>
        <source>Narco-terrorism</source>
        <translation>Narcoterrorismo</translation>
    </message>
    <message>
        <source>Child sexual exploitation and child pornography (chapter 110 felonies)</source>
        <translation>Explotación sexual infantil y pornografía infantil (delitos graves del capítulo 110)</translation>
    </message>
    <message>
        <source>Record-keeping offences for sexual depictions</source>
        <translation>Delitos sobre registros de representaciones sexuales</translation>
    </message>
    <message>
        <source>Transporting, coercing, enticing or travelling for illegal sexual activity (chapter 117 felonies)</source>
        <translation>Transporte, coacción, incitación o viaje para actividad sexual ilegal (delitos graves del capítulo 117)</translation>
    </message>
    <message>
        <source>Sexual abuse within federal jurisdiction (chapter 109A felonies)</source>
        <translation>Abuso sexual en jurisdicción federal (delitos graves del capítulo 109A)</translation>
    </message>
    <message>
        <source>Other offence involving sexual or physical abuse, or kidnapping, of a child under 18</source>
        <translation>Otro delito con abuso sexual o físico, o secuestro, de un menor de 18 años</translation>
    </message>
    <message>
        <source>Obscene visual representations of child sexual abuse</source>
        <translation>Representaciones visuales obscenas de abuso sexual de menores</translation>
    </message>
    <message>
        <source>Naturalization and citizenship fraud</source>
        <translation>Fraude de naturalización y ciudadanía</translation>
    </message>
    <message>
        <source>Passport fraud</source>
        <translation>Fraude de pasaportes</translation>
    </message>
    <message>
        <source>Visa, permit and document fraud; safe-conduct</source>
        <translation>Fraude de visas, permisos y documentos; salvoconductos</translation>
    </message>
    <message>
        <source>False claim to citizenship, false statements in naturalization or to agencies</source>
        <translation>Falsa atribución de ciudadanía, declaraciones falsas en la naturalización o ante organismos</translation>
    </message>
    <message>
        <source>Marriage or business entry fraud; improper entry</source>
        <translation>Fraude por matrimonio o por empresa; entrada indebida</translation>
    </message>
    <message>
        <source>Illegal re-entry after removal</source>
        <translation>Reingreso ilegal después de una expulsión</translation>
    </message>
    <message>
        <source>Pattern of unlawful employment; document fraud by preparers; failure to depart; registration</source>
        <translation>Práctica de empleo ilegal; fraude documental de gestores; no salir del país; registro</translation>
    </message>
    <message>
        <source>Computer fraud and abuse (general)</source>
        <translation>Fraude y abuso informáticos (general)</translation>
    </message>
    <message>
        <source>Computer offence on the terrorism list (national defence information; serious damage)</source>
        <translation>Delito informático de la lista de terrorismo (información de la defensa nacional; daños graves)</translation>
    </message>
    <message>
        <source>Genocide</source>
        <translation>Genocidio</translation>
    </message>
    <message>
        <source>Torture</source>
        <translation>Tortura</translation>
    </message>
    <message>
        <source>War crimes - grave breaches</source>
        <translation>Crímenes de guerra: infracciones graves</translation>
    </message>
    <message>
        <source>War crimes - other</source>
        <translation>Crímenes de guerra: otros</translation>
    </message>
    <message>
        <source>Recruitment or use of child soldiers</source>
        <translation>Reclutamiento o uso de niños soldados</translation>
    </message>
    <message>
        <source>Female genital mutilation of a minor</source>
        <translation>Mutilación genital femenina de una menor</translation>
    </message>
    <message>
        <source>Murder and murder-for-hire (capital)</source>
        <translation>Asesinato y asesinato por encargo (capital)</translation>
    </message>
    <message>
        <source>Violence in aid of racketeering, extortion or robbery (noncapital)</source>
        <translation>Violencia en apoyo del crimen organizado, la extorsión o el robo (no capital)</translation>
    </message>
    <message>
        <source>Arson and explosives</source>
        <translation>Incendio provocado y explosivos</translation>
    </message>
    <message>
        <source>Damage to religious property / obstruction of worship</source>
        <translation>Daños a bienes religiosos u obstrucción del culto</translation>
    </message>
    <message>
        <source>HSI criminal investigation</source>
        <translation>Investigación penal de HSI</translation>
    </message>
    <message>
        <source>National security threat or terrorism</source>
        <translation>Amenaza a la seguridad nacional o terrorismo</translation>
    </message>
    <message>
        <source>Illegal arms export / export enforcement</source>
        <translation>Exportación ilegal de armas o control de exportaciones</translation>
    </message>
    <message>
        <source>Weapons smuggling</source>
        <translation>Contrabando de armas</translation>
    </message>
    <message>
        <source>Financial crime / money laundering</source>
        <translation>Delito financiero o lavado de dinero</translation>
    </message>
    <message>
        <source>Commercial or customs fraud</source>
        <translation>Fraude comercial o aduanero</translation>
    </message>
    <message>
        <source>Smuggling of other contraband or goods</source>
        <translation>Contrabando de otros bienes o mercancías</translation>
    </message>
    <message>
        <source>Human trafficking</source>
        <translation>Trata de personas</translation>
    </message>
    <message>
        <source>Human smuggling</source>
        <translation>Tráfico ilícito de personas</translation>
    </message>
    <message>
        <source>Narcotics smuggling</source>
        <translation>Contrabando de narcóticos</translation>
    </message>
    <message>
        <source>Child pornography or exploitation</source>
        <translation>Pornografía o explotación infantil</translation>
    </message>
    <message>
        <source>Immigration fraud</source>
        <translation>Fraude migratorio</translation>
    </message>
    <message>
        <source>Immigration crime (incl. illegal re-entry prosecution)</source>
        <translation>Delito migratorio (incl. acusación por reingreso ilegal)</translation>
    </message>
    <message>
        <source>Human rights violations</source>
        <translation>Violaciones de derechos humanos</translation>
    </message>
    <message>
        <source>Cybercrime</source>
        <translation>Delitos informáticos</translation>
    </message>
    <message>
        <source>Locate a wanted fugitive (criminal warrant)</source>
        <translation>Localizar a un prófugo buscado (orden penal)</translation>
    </message>
    <message>
        <source>Other criminal investigation (state the statute)</source>
        <translation>Otra investigación penal (indique la ley)</translation>
    </message>
    <message>
        <source>ERO civil immigration enforcement</source>
        <translation>Aplicación civil de la ley migratoria (ERO)</translation>
    </message>
    <message>
        <source>At-large alien with a criminal record</source>
        <translation>Extranjero en libertad con antecedentes penales</translation>
    </message>
    <message>
        <source>Fugitive alien</source>
        <translation>Extranjero prófugo</translation>
    </message>
    <message>
        <source>Illegal re-entrant (removal, not prosecution)</source>
        <translation>Persona que reingresó ilegalmente (expulsión, no acusación)</translation>
    </message>
    <message>
        <source>Individual posing a public safety risk</source>
        <translation>Persona que representa un riesgo para la seguridad pública</translation>
    </message>
    <message>
        <source>Individual posing a national security risk</source>
        <translation>Persona que representa un riesgo para la seguridad nacional</translation>
    </message>
    <message>
        <source>HSI administrative or civil matter</source>
        <translation>Asunto administrativo o civil de HSI</translation>
    </message>
    <message>
        <source>Identify and arrest a priority alien (HSI)</source>
        <translation>Identificar y detener a un extranjero prioritario (HSI)</translation>
    </message>
    <message>
        <source>Civil investigation (e.g. customs penalty)</source>
        <translation>Investigación civil (p. ej., sanción aduanera)</translation>
    </message>
    <message>
        <source>Locate the subject now</source>
        <translation>Localizar ahora a la persona</translation>
    </message>
    <message>
        <source>Locate or identify a known associate</source>
        <translation>Localizar o identificar a un allegado conocido</translation>
    </message>
    <message>
        <source>Establish movements or pattern over time</source>
        <translation>Establecer desplazamientos o un patrón en el tiempo</translation>
    </message>
    <message>
        <source>Follow a vehicle suspected of carrying contraband</source>
        <translation>Seguir un vehículo del que se sospecha que lleva contrabando</translation>
    </message>
    <message>
        <source>Link a vehicle to an address known for criminal activity</source>
        <translation>Vincular un vehículo con un domicilio conocido por actividad delictiva</translation>
    </message>
    <message>
        <source>Choose a safe arrest place away from sensitive locations</source>
        <translation>Elegir un lugar de detención seguro, lejos de lugares sensibles</translation>
    </message>
    <message>
        <source>Rule a person or vehicle out</source>
        <translation>Descartar a una persona o un vehículo</translation>
    </message>
    <message>
        <source>Add to alert list</source>
        <translation>Agregar a la lista de alertas</translation>
    </message>
</context>
<context>
    <name>casebound::ReferralDialog</name>
    <message>
        <source>Make package</source>
        <translation>Crear paquete</translation>
    </message>
    <message>
        <source>Casebound – Refer a matter</source>
        <translation>Casebound – Remitir un asunto</translation>
    </message>
    <message>
        <source>Everything you or another reviewer judged Refer in this review, but what is your own: the entries with their private parts, the notes, the log they stand in, and the sealed results encrypted to the receiver alone. That it was made is an entry of the log first.</source>
        <translation>Todo lo que usted u otro revisor decidió remitir en esta revisión, salvo lo propio de usted: los asientos con sus partes privadas, las notas, el registro en que están y los resultados sellados, cifrados solo para el destinatario. Que se hizo es antes un asiento del registro.</translation>
    </message>
    <message>
        <source>Receiver’s certificate (PEM file)</source>
        <translation>Certificado del destinatario (archivo PEM)</translation>
    </message>
    <message>
        <source>Folder to make</source>
        <translation>Carpeta que se creará</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>In training: %1</source>
        <extracomment>Placeholder in training. %1: the practice passphrase, which is no secret.</extracomment>
        <translation>En la práctica: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were packed: %1</source>
        <extracomment>%1: folder.</extracomment>
        <translation>
            <numerusform>Se empaquetó %n asiento: %1</numerusform>
            <numerusform>Se empaquetaron %n asientos: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was made.</source>
        <translation>No se creó nada.</translation>
    </message>
    <message>
        <source>This file holds no certificate that can be encrypted to today. Nothing was made. Get the receiver’s certificate anew.</source>
        <translation>Este archivo no contiene ningún certificado para el que se pueda cifrar hoy. No se creó nada. Obtenga de nuevo el certificado del destinatario.</translation>
    </message>
    <message>
        <source>This is no place in a folder that exists. Nothing was made. Name another one.</source>
        <translation>Esto no es un lugar en una carpeta que exista. No se creó nada. Indique otro.</translation>
    </message>
    <message>
        <source>There is something of this name. Nothing was touched. Choose another name.</source>
        <translation>Ya existe algo con este nombre. No se tocó nada. Elija otro nombre.</translation>
    </message>
    <message>
        <source>No item of this review is judged Refer that you may refer. Nothing was made. Judge one, or ask another reviewer.</source>
        <translation>Ningún punto de esta revisión está decidido como Remitir y puede remitirlo usted. No se creó nada. Decida uno o pídalo a otro revisor.</translation>
    </message>
    <message>
        <source>The log is being written out already. Nothing was made. Try again afterwards.</source>
        <translation>El registro ya se está exportando. No se creó nada. Inténtelo de nuevo después.</translation>
    </message>
    <message>
        <source>A result was not sealed to your credential. Nothing was made. Ask a reviewer whose certificate the office profile held then.</source>
        <translation>Un resultado no se selló para su credencial. No se creó nada. Pídalo a un revisor cuyo certificado estuviera entonces en el perfil de la oficina.</translation>
    </message>
    <message>
        <source>The credential did not sign. Nothing was made. Check the card or file and try again.</source>
        <translation>La credencial no firmó. No se creó nada. Compruebe la tarjeta o el archivo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The package could not be written. Nothing is left there; the log says that it was tried. Choose another folder.</source>
        <translation>No se pudo escribir el paquete. No quedó nada allí; en el registro consta que se intentó. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The log could not be written out in order. Nothing is left there. Have the log checked from outside.</source>
        <translation>No se pudo exportar el registro en orden. No quedó nada allí. Haga comprobar el registro desde fuera.</translation>
    </message>
</context>
<context>
    <name>casebound::ReportDialog</name>
    <message>
        <source>Casebound – Transparency report</source>
        <translation>Casebound – Informe de transparencia</translation>
    </message>
    <message>
        <source>Counts by whole months, each over for two days. Counts from 1 to 10 are withheld, and with them as many others as it takes that subtraction does not give them back. The report names nobody and no plate.</source>
        <translation>Cuentas por meses completos, terminados desde hace dos días. Las cuentas de 1 a 10 se reservan, y con ellas las que hagan falta para que una resta no las revele. El informe no nombra a nadie ni ninguna placa.</translation>
    </message>
    <message>
        <source>First month</source>
        <translation>Primer mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Último mes</translation>
    </message>
    <message>
        <source>Make report</source>
        <translation>Hacer informe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Concepto</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>No whole month of this log is over for two days yet. No report was made.</source>
        <translation>Todavía no hay ningún mes completo de este registro que haya terminado hace dos días. No se hizo ningún informe.</translation>
    </message>
    <message>
        <source>The last month is before the first. No report was made. Choose them again.</source>
        <translation>El último mes es anterior al primero. No se hizo ningún informe. Elíjalos de nuevo.</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>reservada</translation>
    </message>
</context>
<context>
    <name>casebound::ResultsView</name>
    <message>
        <source>Open &amp;query</source>
        <translation>Con&amp;sulta abierta</translation>
    </message>
    <message>
        <source>Close query</source>
        <translation>Cerrar consulta</translation>
    </message>
    <message>
        <source>Discards every read that was not kept</source>
        <translation>Descarta todas las lecturas que no se conservaron</translation>
    </message>
    <message>
        <source>No query is open</source>
        <translation>No hay ninguna consulta abierta</translation>
    </message>
    <message>
        <source>Fill in the form and choose Search. Reads stay here until you close the query, sign out, or their time is over; only what you keep for the case stays.</source>
        <translation>Llene el formulario y elija Buscar. Las lecturas quedan aquí hasta que cierre la consulta, cierre la sesión o termine su tiempo; solo permanece lo que usted conserve para el caso.</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lecturas</translation>
    </message>
    <message>
        <source>Near matches</source>
        <translation>Lecturas parecidas</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar aviso</translation>
    </message>
    <message>
        <source>Cancel query</source>
        <translation>Cancelar consulta</translation>
    </message>
    <message>
        <source>Reads of this plate: %1</source>
        <translation>Lecturas de esta placa: %1</translation>
    </message>
    <message>
        <source>Near matches: %1. The machine read something else than the plate asked for.</source>
        <translation>Lecturas parecidas: %1. La máquina leyó algo distinto de la placa consultada.</translation>
    </message>
    <message>
        <source>No reads of this plate in this period. No reads is not proof of absence.</source>
        <translation>No hay lecturas de esta placa en este período. Que no haya lecturas no prueba la ausencia.</translation>
    </message>
    <message>
        <source>No reads are here, because the query did not come to its end. That says nothing about the plate.</source>
        <translation>Aquí no hay lecturas porque la consulta no llegó a su fin. Eso no dice nada sobre la placa.</translation>
    </message>
    <message>
        <source>Waiting for reads.</source>
        <translation>Esperando lecturas.</translation>
    </message>
    <message>
        <source>Close this query? 1 read that was not kept is discarded.</source>
        <translation>¿Cerrar esta consulta? Se descarta 1 lectura que no se conservó.</translation>
    </message>
    <message>
        <source>Close this query? %1 reads that were not kept are discarded.</source>
        <translation>¿Cerrar esta consulta? Se descartan %1 lecturas que no se conservaron.</translation>
    </message>
    <message>
        <source>They cannot be brought back. What you kept stays in the case file, and the audit log notes how many were returned, kept and discarded.</source>
        <translation>No se pueden recuperar. Lo que usted conservó permanece en el expediente, y en el registro de auditoría consta cuántas se recibieron, se conservaron y se descartaron.</translation>
    </message>
    <message>
        <source>Reads of this plate: %1 of %2, in the days chosen</source>
        <translation>Lecturas de esta placa: %1 de %2, en los días elegidos</translation>
    </message>
    <message>
        <source>None of the reads of this plate was captured in the days chosen.</source>
        <translation>Ninguna de las lecturas de esta placa se captó en los días elegidos.</translation>
    </message>
    <message>
        <source>Only reads near sensitive places: %1</source>
        <extracomment>%1: number of reads.</extracomment>
        <translation>Solo lecturas cerca de lugares sensibles: %1</translation>
    </message>
    <message>
        <source>Reads of this plate: %1 of %2, near sensitive places</source>
        <translation>Lecturas de esta placa: %1 de %2, cerca de lugares sensibles</translation>
    </message>
    <message>
        <source>None of the reads shown here was captured near a sensitive place that the office knows of.</source>
        <translation>Ninguna de las lecturas mostradas aquí se captó cerca de un lugar sensible que la oficina conozca.</translation>
    </message>
    <message>
        <source>Near matches, case %1</source>
        <translation>Lecturas parecidas, caso %1</translation>
    </message>
    <message>
        <source>Reads, case %1</source>
        <translation>Lecturas, caso %1</translation>
    </message>
</context>
<context>
    <name>casebound::RevalidateAlertDialog</name>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Casebound – Revalidate</source>
        <translation>Casebound – Revalidar</translation>
    </message>
    <message>
        <source>Last reason: %1</source>
        <translation>Último motivo: %1</translation>
    </message>
    <message>
        <source>Fresh reason</source>
        <translation>Motivo nuevo</translation>
    </message>
    <message>
        <source>Fresh &amp;reason</source>
        <translation>&amp;Motivo nuevo</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>&amp;Vence</translation>
    </message>
    <message>
        <source>Last reason</source>
        <translation>Último motivo</translation>
    </message>
    <message>
        <source>Revalidate</source>
        <translation>Revalidar</translation>
    </message>
    <message>
        <source>Plate %1, case %2. Say in fresh words why the vendor is still to look for it; the same words are refused.</source>
        <extracomment>%1: plate, %2: case number.</extracomment>
        <translation>Placa %1, caso %2. Diga con palabras nuevas por qué el proveedor debe seguir buscándola; las mismas palabras se rechazan.</translation>
    </message>
</context>
<context>
    <name>casebound::ReviewPage</name>
    <message>
        <source>None yet</source>
        <translation>Ninguna todavía</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Ninguna elegida</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde el %1</translation>
    </message>
    <message>
        <source>Nothing is left to review.</source>
        <translation>No queda nada por revisar.</translation>
    </message>
    <message>
        <source>No review is chosen.</source>
        <translation>No se ha elegido ninguna revisión.</translation>
    </message>
    <message>
        <source>Every entry is being read and checked against the log’s head.</source>
        <translation>Cada asiento se está leyendo y comprobando con la cabeza del registro.</translation>
    </message>
    <message>
        <source>The entries are in order. Draw the sample: it hangs on the log’s own head, and nobody can choose it.</source>
        <translation>Los asientos están en orden. Sortee la muestra: depende de la propia cabeza del registro y nadie puede elegirla.</translation>
    </message>
    <message>
        <source>%1 of %2 items are judged.</source>
        <extracomment>%1 of %2 items of a review.</extracomment>
        <translation>%1 de %2 puntos están decididos.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are your own and wait for another reviewer.</source>
        <translation>
            <numerusform>%n punto es un acto de usted y espera a otro revisor.</numerusform>
            <numerusform>%n puntos son actos de usted y esperan a otro revisor.</numerusform>
        </translation>
    </message>
    <message>
        <source>The review was opened.</source>
        <translation>La revisión se abrió.</translation>
    </message>
    <message>
        <source>Every entry of the period was read and is in order.</source>
        <translation>Cada asiento del período se leyó y está en orden.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are to be judged.</source>
        <translation>
            <numerusform>Hay %n punto por decidir.</numerusform>
            <numerusform>Hay %n puntos por decidir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that is yours to judge is judged. Sign the review.</source>
        <translation>Todo lo que le toca decidir está decidido. Firme la revisión.</translation>
    </message>
    <message>
        <source>The review was not signed.</source>
        <translation>La revisión no se firmó.</translation>
    </message>
    <message>
        <source>The review was signed; the next one begins where it ends.</source>
        <translation>La revisión se firmó; la siguiente empieza donde termina.</translation>
    </message>
    <message>
        <source>The review was signed; what is your own waits for another reviewer.</source>
        <translation>La revisión se firmó; lo que es acto de usted espera a otro revisor.</translation>
    </message>
    <message>
        <source>Its head lies in the witness folder.</source>
        <translation>Su cabeza está en la carpeta de testigos.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Hasta el día, incluido</translation>
    </message>
    <message>
        <source>up to and including</source>
        <translation>hasta el día, incluido</translation>
    </message>
    <message>
        <source>New review</source>
        <translation>Nueva revisión</translation>
    </message>
    <message>
        <source>Draw sample</source>
        <translation>Sortear muestra</translation>
    </message>
    <message>
        <source>Draw sample (Ctrl+G)</source>
        <translation>Sortear muestra (Ctrl+G)</translation>
    </message>
    <message>
        <source>Pause review</source>
        <translation>Pausar revisión</translation>
    </message>
    <message>
        <source>Reading and checking the entries</source>
        <translation>Leyendo y comprobando los asientos</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Asientos de auditoría</translation>
    </message>
    <message>
        <source>This indicator stands beside the log: it has no entries of its own.</source>
        <translation>Este indicador está al margen del registro: no tiene asientos propios.</translation>
    </message>
    <message>
        <source>Only the entries of the indicator “%1”.</source>
        <extracomment>%1: an indicator.</extracomment>
        <translation>Solo los asientos del indicador «%1».</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Mostrar todo de nuevo</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>In training: %1</source>
        <extracomment>Placeholder in training. %1: the practice passphrase, which is no secret.</extracomment>
        <translation>En la práctica: %1</translation>
    </message>
    <message>
        <source>Sign review</source>
        <translation>Firmar revisión</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>This review covers the logs of %1, too. Open them first: Logs of other desks.</source>
        <extracomment>%1: names of workstations.</extracomment>
        <translation>Esta revisión abarca también los registros de %1. Ábralos primero: Registros de otros puestos.</translation>
    </message>
    <message>
        <source>Logs of %1.</source>
        <extracomment>%1: names of workstations.</extracomment>
        <translation>Registros de %1.</translation>
    </message>
</context>
<context>
    <name>casebound::RosterFindingModel</name>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>On the roster</source>
        <translation>En la lista de personal</translation>
    </message>
    <message>
        <source>At the vendor</source>
        <translation>En el proveedor</translation>
    </message>
</context>
<context>
    <name>casebound::RosterPanel</name>
    <message>
        <source>Compare roster</source>
        <translation>Comparar la lista de personal</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Detener la comparación</translation>
    </message>
    <message>
        <source>Roster and vendor’s users</source>
        <translation>Lista de personal y usuarios del proveedor</translation>
    </message>
    <message>
        <source>Who stands on one side only, who has an account without training in force, and what both sides say differently. That you compared is an entry of the log before the result is there.</source>
        <translation>Quién está en un solo lado, quién tiene cuenta sin capacitación vigente y qué dicen los dos lados de otra manera. Que usted comparó es un asiento del registro antes de que esté el resultado.</translation>
    </message>
    <message>
        <source>Asking the vendor for its users</source>
        <translation>Pidiendo al proveedor sus usuarios</translation>
    </message>
    <message>
        <source>Differences of the roster</source>
        <translation>Diferencias de la lista de personal</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>Ninguna diferencia.</translation>
    </message>
    <message>
        <source>Differences: %1.</source>
        <translation>Diferencias: %1.</translation>
    </message>
</context>
<context>
    <name>casebound::RunMap</name>
    <message>
        <source>near match</source>
        <translation>lectura parecida</translation>
    </message>
</context>
<context>
    <name>casebound::SaveRow</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>This is no file in a folder that exists. Nothing was written. Name another place.</source>
        <translation>Esto no es un archivo en una carpeta que exista. No se escribió nada. Indique otro lugar.</translation>
    </message>
    <message>
        <source>There is a file of this name. Nothing was written over it. Choose another name.</source>
        <translation>Ya hay un archivo con este nombre. No se sobrescribió nada. Elija otro nombre.</translation>
    </message>
    <message>
        <source>The file could not be written. Nothing is left there. Choose another folder.</source>
        <translation>No se pudo escribir el archivo. No quedó nada allí. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The PDF could not be made. Nothing was written. Save it as CSV or JSON.</source>
        <translation>No se pudo hacer el PDF. No se escribió nada. Guárdelo como CSV o JSON.</translation>
    </message>
</context>
<context>
    <name>casebound::SealedDialog</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Casebound – Sealed result</source>
        <translation>Casebound – Resultado sellado</translation>
    </message>
    <message>
        <source>What the vendor answered was sealed to the reviewers. Opening it is an entry of the log, before it is opened.</source>
        <translation>Lo que respondió el proveedor se selló para los revisores. Abrirlo es un asiento del registro, antes de abrirse.</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>In training: %1</source>
        <extracomment>Placeholder in training. %1: the practice passphrase, which is no secret.</extracomment>
        <translation>En la práctica: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Sealed reads</source>
        <translation>Lecturas selladas</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Plate as the machine read it</source>
        <translation>Placa según la máquina</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>Jurisdicción</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>This entry is no person’s act, or is not in order. Nothing was opened.</source>
        <translation>Este asiento no es acto de ninguna persona, o no está en orden. No se abrió nada.</translation>
    </message>
    <message>
        <source>Nothing is sealed for this entry: no reads came. Nothing was opened.</source>
        <translation>No hay nada sellado para este asiento: no llegaron lecturas. No se abrió nada.</translation>
    </message>
    <message>
        <source>A sealed result is opened within a review that is not signed, or for a complaint. Nothing was opened.</source>
        <translation>Un resultado sellado se abre dentro de una revisión sin firmar, o por una queja. No se abrió nada.</translation>
    </message>
    <message>
        <source>This result was not sealed to your credential. Nothing was opened. Ask a reviewer whose certificate the office profile held then.</source>
        <translation>Este resultado no se selló para su credencial. No se abrió nada. Pídalo a un revisor cuyo certificado estuviera entonces en el perfil de la oficina.</translation>
    </message>
    <message>
        <source>The sealed result is not what the log names. Nothing was opened. Have the log checked from outside.</source>
        <translation>El resultado sellado no es el que nombra el registro. No se abrió nada. Haga comprobar el registro desde fuera.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>No se abrió nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n read(s), as the vendor sent them. A read is a lead; nobody has verified these here.</source>
        <translation>
            <numerusform>%n lectura, tal como la envió el proveedor. Una lectura es una pista; aquí nadie la ha verificado.</numerusform>
            <numerusform>%n lecturas, tal como las envió el proveedor. Una lectura es una pista; aquí nadie las ha verificado.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::SearchForm</name>
    <message>
        <source>This form was typed before Casebound ended. Nothing of it was sent. The dates are the narrowest again.</source>
        <translation>Este formulario se escribió antes de que Casebound se cerrara. No se envió nada de él. Las fechas vuelven a ser las más cercanas.</translation>
    </message>
    <message>
        <source>Empty the form</source>
        <translation>Vaciar el formulario</translation>
    </message>
    <message>
        <source>“%1” is a word that systems write where a car had no plate. Reads of it are of many cars. You may search it.</source>
        <translation>«%1» es una palabra que los sistemas escriben cuando un vehículo no tenía placa. Sus lecturas son de muchos vehículos. Puede buscarla.</translation>
    </message>
    <message>
        <source>Unusual for %1. Look at it once more; you may search it.</source>
        <translation>Poco común en %1. Revísela una vez más; puede buscarla.</translation>
    </message>
    <message>
        <source>Search form</source>
        <translation>Formulario de búsqueda</translation>
    </message>
    <message>
        <source>Number of an open case</source>
        <translation>Número de un caso abierto</translation>
    </message>
    <message>
        <source>C&amp;ase</source>
        <translation>Cas&amp;o</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>&amp;Matter</source>
        <translation>&amp;Materia</translation>
    </message>
    <message>
        <source>P&amp;urpose</source>
        <translation>&amp;Finalidad</translation>
    </message>
    <message>
        <source>Why this plate, and why now</source>
        <translation>Por qué esta placa y por qué ahora</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Mo&amp;tivo</translation>
    </message>
    <message>
        <source>Only when you ask for someone else</source>
        <translation>Solo si consulta en nombre de otra persona</translation>
    </message>
    <message>
        <source>On &amp;behalf of</source>
        <translation>En &amp;nombre de</translation>
    </message>
    <message>
        <source>Whole plate</source>
        <translation>Placa completa</translation>
    </message>
    <message>
        <source>&amp;Plate</source>
        <translation>&amp;Placa</translation>
    </message>
    <message>
        <source>&amp;Jurisdiction</source>
        <translation>&amp;Jurisdicción</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search (Ctrl+Enter). The query is written to the audit log before it is sent.</source>
        <translation>Buscar (Ctrl+Enter). La consulta se anota en el registro de auditoría antes de enviarse.</translation>
    </message>
    <message>
        <source>Ask for an e&amp;xception …</source>
        <translation>Pedir una e&amp;xcepción …</translation>
    </message>
    <message>
        <source>Ask for an exception</source>
        <translation>Pedir una excepción</translation>
    </message>
    <message>
        <source>A supervisor can approve one query beyond the limit</source>
        <translation>Un supervisor puede aprobar una consulta más allá del límite</translation>
    </message>
</context>
<context>
    <name>casebound::SearchPage</name>
    <message>
        <source>Not sent</source>
        <translation>No enviada</translation>
    </message>
    <message>
        <source>Ask for an exception</source>
        <translation>Pedir una excepción</translation>
    </message>
    <message>
        <source>Why should the limit not hold for this query?</source>
        <translation>¿Por qué no debería regir el límite para esta consulta?</translation>
    </message>
    <message>
        <source>A supervisor decides, never you. Granted, it is good for this case, this plate and these dates, for a week and for one query.</source>
        <translation>Decide un supervisor, nunca usted. Concedida, vale para este caso, esta placa y estas fechas, durante una semana y para una sola consulta.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Pedir</translation>
    </message>
    <message>
        <source>Reason for the exception</source>
        <translation>Motivo de la excepción</translation>
    </message>
    <message>
        <source>The exception was asked for.</source>
        <translation>Se pidió la excepción.</translation>
    </message>
    <message>
        <source>It waits under Office for a supervisor. Search again when it is granted.</source>
        <translation>Espera a un supervisor en Oficina. Busque de nuevo cuando esté concedida.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Pedida</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>No se pidió</translation>
    </message>
</context>
<context>
    <name>casebound::Shell</name>
    <message>
        <source>The computer was locked before the conditions of use were accepted.</source>
        <translation>La computadora se bloqueó antes de que se aceptaran las condiciones de uso.</translation>
    </message>
    <message>
        <source>You declined the conditions of use.</source>
        <translation>Usted no aceptó las condiciones de uso.</translation>
    </message>
    <message>
        <source>Nothing was opened, and the log says so. Sign in again to read them once more.</source>
        <translation>No se abrió nada, y así consta en el registro. Inicie sesión de nuevo para volver a leerlas.</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>Usted cerró la sesión.</translation>
    </message>
    <message>
        <source>Results that were not kept are discarded.</source>
        <translation>Los resultados que no se conservaron se descartan.</translation>
    </message>
    <message>
        <source>The audit log is still at fault, and searching is stopped.</source>
        <translation>El registro de auditoría sigue con una falla, y la búsqueda está detenida.</translation>
    </message>
    <message>
        <source>A new log was begun.</source>
        <translation>Se comenzó un registro nuevo.</translation>
    </message>
    <message>
        <source>The damaged one is kept aside, unchanged; its copies are in %1. Sign in again to go on.</source>
        <extracomment>%1: folder.</extracomment>
        <translation>El dañado queda apartado, sin cambios; sus copias están en %1. Vuelva a iniciar sesión para seguir.</translation>
    </message>
    <message>
        <source>The card was taken out of the reader, so the session was locked.</source>
        <translation>Se sacó la tarjeta del lector, así que la sesión se bloqueó.</translation>
    </message>
    <message>
        <source>Insert the same card and type its PIN to go on.</source>
        <translation>Inserte la misma tarjeta y escriba su PIN para seguir.</translation>
    </message>
    <message>
        <source>The card was taken out of the reader before the conditions of use were accepted.</source>
        <translation>Se sacó la tarjeta del lector antes de aceptar las condiciones de uso.</translation>
    </message>
    <message>
        <source>Nothing was opened, and the log says so. Insert the card and sign in again.</source>
        <translation>No se abrió nada, y el registro lo anota. Inserte la tarjeta e inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The computer was locked while the session was being opened.</source>
        <translation>El equipo se bloqueó mientras se abría la sesión.</translation>
    </message>
    <message>
        <source>The session was ended, and the log says so. Sign in again.</source>
        <translation>La sesión se cerró y el registro lo indica. Inicie sesión de nuevo.</translation>
    </message>
</context>
<context>
    <name>casebound::ShortcutSheet</name>
    <message>
        <source>Casebound – Keyboard shortcuts</source>
        <translation>Casebound – Atajos de teclado</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>casebound::SignInWindow</name>
    <message>
        <source>Casebound – Sign in</source>
        <translation>Casebound – Iniciar sesión</translation>
    </message>
    <message>
        <source>Casebound</source>
        <translation>Casebound</translation>
    </message>
    <message>
        <source>%1 · version %2</source>
        <extracomment>Under the program&apos;s name on the sign-in window. %1: name of the office, %2: version of the program.</extracomment>
        <translation>%1 · versión %2</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
    <message>
        <source>Practice runs against a made-up town on this computer. No real vendor is asked, and every plate is invented.</source>
        <translation>La práctica se realiza con una ciudad ficticia en esta computadora. No se consulta a ningún proveedor real, y todas las placas son inventadas.</translation>
    </message>
    <message>
        <source>Practise as agent</source>
        <translation>Practicar como agente</translation>
    </message>
    <message>
        <source>Search for a case, check reads by eye, keep what matters.</source>
        <translation>Buscar para un caso, comprobar lecturas a simple vista, conservar lo que importa.</translation>
    </message>
    <message>
        <source>Practise as supervisor</source>
        <translation>Practicar como supervisor</translation>
    </message>
    <message>
        <source>The same, with a supervisor’s credential.</source>
        <translation>Lo mismo, con una credencial de supervisor.</translation>
    </message>
    <message>
        <source>&amp;Credential</source>
        <translation>&amp;Credencial</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Credencial</translation>
    </message>
    <message>
        <source>File with your certificate and key (.p12)</source>
        <translation>Archivo con su certificado y su clave (.p12)</translation>
    </message>
    <message>
        <source>Choose &amp;file …</source>
        <translation>Elegir &amp;archivo …</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Elegir archivo</translation>
    </message>
    <message>
        <source>&amp;PIN or passphrase</source>
        <translation>&amp;PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>PIN or passphrase</source>
        <translation>PIN o frase de contraseña</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Casebound – Choose credential</source>
        <translation>Casebound – Elegir credencial</translation>
    </message>
    <message>
        <source>Certificate and key (*.p12 *.pfx)</source>
        <translation>Certificado y clave (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose the file that holds your certificate and key.</source>
        <translation>Elija el archivo que contiene su certificado y su clave.</translation>
    </message>
    <message>
        <source>There is no such file. Choose it again.</source>
        <translation>Ese archivo no existe. Elíjalo de nuevo.</translation>
    </message>
    <message>
        <source>Type the passphrase of this file.</source>
        <translation>Escriba la frase de contraseña de este archivo.</translation>
    </message>
    <message>
        <source>Checking the credential. Log: being opened and checked …</source>
        <translation>Se comprueba la credencial. Registro: abriéndose y comprobándose …</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Registro: %1</translation>
    </message>
    <message>
        <source>Log: opened and checked when you sign in</source>
        <translation>Registro: se abre y se comprueba al iniciar sesión</translation>
    </message>
    <message>
        <source>Use c&amp;ard</source>
        <translation>Usar &amp;tarjeta</translation>
    </message>
    <message>
        <source>Use card</source>
        <translation>Usar tarjeta</translation>
    </message>
    <message>
        <source>Certificate &amp;on the card</source>
        <translation>Certificado &amp;de la tarjeta</translation>
    </message>
    <message>
        <source>Certificate on the card</source>
        <translation>Certificado de la tarjeta</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A certificate on a smart card. %1: whose it is, %2: what the card calls itself.</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Type the PIN of this card.</source>
        <translation>Escriba el PIN de esta tarjeta.</translation>
    </message>
</context>
<context>
    <name>casebound::SpotList</name>
    <message>
        <source>Reads on this spot</source>
        <translation>Lecturas en este punto</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Cerrar la lista</translation>
    </message>
    <message>
        <source>Close the list (Esc)</source>
        <translation>Cerrar la lista (Esc)</translation>
    </message>
    <message>
        <source>%1 reads on this spot, the newest %2 listed</source>
        <translation>%1 lecturas en este punto; se enumeran las %2 más recientes</translation>
    </message>
    <message>
        <source>%1 reads on this spot</source>
        <translation>%1 lecturas en este punto</translation>
    </message>
</context>
<context>
    <name>casebound::StartRefusal</name>
    <message>
        <source>Casebound – Office profile refused</source>
        <translation>Casebound – Perfil de la oficina rechazado</translation>
    </message>
    <message>
        <source>The refusal is written to the log at the next sign-in.</source>
        <translation>El rechazo se anota en el registro en el próximo inicio de sesión.</translation>
    </message>
</context>
<context>
    <name>casebound::StatusStrip</name>
    <message>
        <source>Vendor: %1</source>
        <extracomment>Status bar. %1: state of the connection, such as &quot;connected&quot;.</extracomment>
        <translation>Proveedor: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, its clock differs by %n minute(s)</source>
        <extracomment>%1: &quot;Vendor: connected&quot;; the clocks differ by %n minutes.</extracomment>
        <translation>
            <numerusform>%1, su reloj difiere en %n minuto</numerusform>
            <numerusform>%1, su reloj difiere en %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Log: %1</source>
        <extracomment>Status bar. %1: state of the audit log, such as &quot;in order, 1,204 entries&quot;.</extracomment>
        <translation>Registro: %1</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <extracomment>Status bar. %1: where the map comes from, such as &quot;bundled overview&quot;.</extracomment>
        <translation>Mapa: %1</translation>
    </message>
    <message>
        <source>Hits: %1</source>
        <extracomment>Status bar. %1: how hits of alerts come in, such as &quot;live&quot;.</extracomment>
        <translation>Avisos: %1</translation>
    </message>
</context>
<context>
    <name>casebound::TimeStrip</name>
    <message>
        <source>Reads by day</source>
        <translation>Lecturas por día</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1, reads: %2, %3</source>
        <translation>%1, lecturas: %2, %3</translation>
    </message>
    <message>
        <source>No reads.</source>
        <translation>Ninguna lectura.</translation>
    </message>
    <message>
        <source>All reads (%1): %2, %3.</source>
        <translation>Todas las lecturas (%1): %2, %3.</translation>
    </message>
    <message>
        <source>%1 of %2 reads: %3, %4.</source>
        <translation>%1 de %2 lecturas: %3, %4.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, its age</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>casebound::TrainingMark</name>
    <message>
        <source>TRAINING – made-up data</source>
        <extracomment>Watermark on every window while practising.</extracomment>
        <translation>CAPACITACIÓN – datos ficticios</translation>
    </message>
</context>
<context>
    <name>casebound::VerifyPage</name>
    <message>
        <source>Nothing to verify</source>
        <translation>Nada que verificar</translation>
    </message>
    <message>
        <source>Reads come from Search: a query’s reads stand here until they are judged, or the query is closed.</source>
        <translation>Las lecturas vienen de Búsqueda: las de una consulta están aquí hasta que tengan veredicto o se cierre la consulta.</translation>
    </message>
    <message>
        <source>Go to Search</source>
        <translation>Ir a Búsqueda</translation>
    </message>
    <message>
        <source>Captured %1</source>
        <translation>Captada: %1</translation>
    </message>
    <message>
        <source>Age: %1</source>
        <translation>Antigüedad: %1</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Cámara %1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lugar: %1</translation>
    </message>
    <message>
        <source>Vehicle as reported: %1</source>
        <translation>Vehículo según el proveedor: %1</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>No realizado</translation>
    </message>
</context>
<context>
    <name>casebound::VerifyQueue</name>
    <message>
        <source>Single-letter keys in the queue</source>
        <translation>Teclas de una sola letra en la cola</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>Co&amp;la</translation>
    </message>
    <message>
        <source>Enter: type what you see. Space: next. Backspace: back.</source>
        <translation>Enter: escribir lo que ve. Espacio: siguiente. Retroceso: anterior.</translation>
    </message>
    <message>
        <source>%1 of %2 unverified</source>
        <translation>%1 de %2 sin verificar</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Progreso de la cola</translation>
    </message>
    <message>
        <source>Y confirmed, N different plate, U unreadable. Z zoom, R rotate, I invert, C contrast, X as it came.</source>
        <translation>Y confirmada, N otra placa, U ilegible. Z acercar, R girar, I invertir, C contraste, X como llegó.</translation>
    </message>
    <message>
        <source>%1 of %2 have a verdict</source>
        <translation>%1 de %2 tienen veredicto</translation>
    </message>
</context>
<context>
    <name>casebound::VerifyQueueModel</name>
    <message>
        <source>As queried</source>
        <translation>Consultada</translation>
    </message>
    <message>
        <source>Near match</source>
        <translation>Parecida</translation>
    </message>
    <message>
        <source>%1, kept</source>
        <translation>%1, conservada</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
</context>
<context>
    <name>casebound::VerifyQueueTable</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
</context>
<context>
    <name>casebound::WindowField</name>
    <message>
        <source>90 days</source>
        <translation>90 días</translation>
    </message>
    <message>
        <source>The narrowest window: the last 90 days</source>
        <translation>El período más corto: los últimos 90 días</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>Widen to the last year, as far as the limit allows</source>
        <translation>Ampliar al último año, hasta donde permite el límite</translation>
    </message>
    <message>
        <source>Up to the limit</source>
        <translation>Hasta el límite</translation>
    </message>
    <message>
        <source>Widen to the whole time the limit allows</source>
        <translation>Ampliar a todo el tiempo que permite el límite</translation>
    </message>
    <message>
        <source>Fr&amp;om</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>The limit follows from matter and offence.</source>
        <translation>El límite depende de la materia y del delito.</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <comment>limit in force</comment>
        <translation>Límite: %1</translation>
    </message>
    <message>
        <source>This is the office’s own limit: the law sets none in years.</source>
        <translation>Es el límite propio de la oficina: la ley no fija ninguno en años.</translation>
    </message>
    <message>
        <source>A longer limit where someone died does not count without a supervisor’s approval.</source>
        <translation>El límite más largo para casos con muerte no se aplica sin la aprobación de un supervisor.</translation>
    </message>
    <message>
        <source>Not fully checked against its source; counsel may change it.</source>
        <translation>No cotejado del todo con su fuente; la asesoría jurídica puede cambiarlo.</translation>
    </message>
    <message>
        <source>Checked against its source.</source>
        <translation>Cotejado con su fuente.</translation>
    </message>
    <message>
        <source>Window: 1 day</source>
        <translation>Período: 1 día</translation>
    </message>
    <message>
        <source>Window: %1 days</source>
        <translation>Período: %1 días</translation>
    </message>
</context>
<context>
    <name>casebound::Workspace</name>
    <message>
        <source>Was this plate queried?</source>
        <translation>¿Se consultó esta placa?</translation>
    </message>
    <message>
        <source>Transparency report</source>
        <translation>Informe de transparencia</translation>
    </message>
    <message>
        <source>Refer a matter</source>
        <translation>Remitir un asunto</translation>
    </message>
    <message>
        <source>Logs of other desks</source>
        <translation>Registros de otros puestos</translation>
    </message>
    <message>
        <source>Reconcile with vendor</source>
        <translation>Conciliar con el proveedor</translation>
    </message>
</context>
</TS>
